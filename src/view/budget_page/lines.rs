//! One table per ansvar: today, the new budget and the change, by funksjon and art.

use super::{Detail, Report, labels, year_columns};
use crate::budget::{FutureLine, Layout, UnitBudget, each, print_rounding};
use crate::text;
use crate::text::Text;
use crate::units::{Kroner, Overflow};
use crate::view::cell::Cell;
use crate::view::number::NO_BREAK_SPACE;
use crate::view::page::{Block, Kind, Table, rounding_note};

/// Every unit with a line that something happens to; the names of the others.
pub(super) fn blocks(report: &Report<'_>) -> Result<Vec<Block>, Overflow> {
    let (mut blocks, mut still) = (Vec::new(), Vec::new());
    for unit in &report.budget.units {
        let lines = report.budget.lines.get(unit.lines.clone()).unwrap_or_default();
        if lines.iter().any(FutureLine::is_moved) || report.detail == Detail::All {
            blocks.push(Block::Heading(Text::same(&labels::unit(unit))));
            blocks.extend(unit_blocks(report, unit, lines)?);
        } else {
            still.push(labels::unit(unit));
        }
    }
    if !still.is_empty() {
        let still = still.join(", ");
        blocks.push(Block::Paragraph(text!(
            nb: "Sakene nevner også {still}, men ingen driftslinjer endres der.",
            en: "The cases also name {still}, but no running line changes there."
        )));
    }
    Ok(blocks)
}

/// What a row of the table says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Amounts {
    today: [Kroner; 4],
    future: [Kroner; 4],
}

impl Amounts {
    const fn of(line: &FutureLine) -> Self {
        Self { today: line.today, future: line.future }
    }

    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            today: each(self.today, other.today, Kroner::plus)?,
            future: each(self.future, other.future, Kroner::plus)?,
        })
    }

    fn change(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.future, self.today, Kroner::minus)
    }

    /// Whether today and the change, as printed, fail to give the new budget.
    fn rounds_unevenly(&self) -> Result<bool, Overflow> {
        for ((today, change), future) in self.today.into_iter().zip(self.change()?).zip(self.future) {
            if !print_rounding([today, change], future)?.is_zero() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

fn unit_blocks(report: &Report<'_>, unit: &UnitBudget, lines: &[FutureLine]) -> Result<Vec<Block>, Overflow> {
    let (mut rows, mut all, mut same) = (Vec::new(), Amounts::default(), Amounts::default());
    let (mut count, mut uneven) = (0_usize, false);
    for of_function in lines.chunk_by(|one, other| one.function == other.function) {
        let mut shown = Vec::new();
        for line in of_function {
            let amounts = Amounts::of(line);
            all = all.plus(amounts)?;
            if line.is_moved() || report.detail == Detail::All {
                uneven |= amounts.rounds_unevenly()?;
                let name = format!("{NO_BREAK_SPACE}{NO_BREAK_SPACE}{}", labels::art(&line.art));
                shown.push(row(report, Cell::name(&name), amounts)?);
            } else {
                same = same.plus(amounts)?;
                count = count.saturating_add(1);
            }
        }
        let function = of_function.first().filter(|_| !shown.is_empty());
        rows.extend(function.map(|line| heading_row(report, &labels::function(&line.function))));
        rows.append(&mut shown);
    }
    if count > 0 && report.today.is_known() {
        rows.push(row(report, Cell::Text(unchanged(count)), same)?);
    }
    uneven |= all.rounds_unevenly()?;
    let code = &unit.unit;
    let sum = Cell::Text(text!(nb: "Sum {code}", en: "Sum {code}"));
    let columns = columns(report);
    let aside = if report.today.is_known() { 6..columns.len() } else { 0..0 };
    let table = Table::new(columns).rows(rows).total(row(report, sum, all)?).aside(aside);
    let noted = table.rounds_unevenly() || !uneven;
    let mut blocks = vec![Block::Table(table)];
    let is_across = report.today.is_known() && report.layout == Layout::Level;
    blocks.extend((is_across && !noted).then(|| Block::Paragraph(rounding_note())));
    Ok(blocks)
}

fn unchanged(count: usize) -> Text {
    match count {
        1 => text!(nb: "Uendret (1 linje)", en: "Unchanged (1 line)"),
        _ => text!(nb: "Uendret ({count} linjer)", en: "Unchanged ({count} lines)"),
    }
}

/// What the line is; today, the new budget and the change where today is known, else the change alone.
fn columns(report: &Report<'_>) -> Vec<(Text, Kind)> {
    let mut columns = vec![(text!(nb: "Funksjon og art", en: "Function and art"), Kind::Text)];
    if !report.today.is_known() {
        columns.extend(year_columns(report.plan(), Kind::Thousands));
        return columns;
    }
    columns.push((text!(nb: "I dag", en: "Today"), Kind::Thousands));
    let new = report.plan().years().map(|year| {
        let year = year.number();
        (text!(nb: "Nytt {year}", en: "New {year}"), Kind::Thousands)
    });
    let change = report.plan().years().map(|year| {
        let year = year.number();
        (text!(nb: "Endring {year}", en: "Change {year}"), Kind::Thousands)
    });
    columns.extend(new.into_iter().chain(change));
    columns
}

fn row(report: &Report<'_>, name: Cell, amounts: Amounts) -> Result<Vec<Cell>, Overflow> {
    let mut cells = vec![name];
    if report.today.is_known() {
        let [first, ..] = amounts.today;
        cells.push(Cell::Thousands(first));
        cells.extend(amounts.future.map(Cell::Thousands));
    }
    cells.extend(report.money(amounts.change()?)?);
    Ok(cells)
}

/// The name of a funksjon above its arts.
fn heading_row(report: &Report<'_>, name: &str) -> Vec<Cell> {
    let mut cells = vec![Cell::name(name)];
    cells.resize(columns(report).len(), Cell::blank());
    cells
}

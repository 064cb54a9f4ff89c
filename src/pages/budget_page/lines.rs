//! One table per ansvar: today, the new budget and the change, by funksjon and art.

use super::{Detail, Report, labels};
use crate::budget::{FutureLine, Layout, UnitBudget, print_rounding, since_first};
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, rounding_note, row};
use crate::units::{Kroner, Overflow, each};
use crate::words::Text;
use crate::{counted, text};

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
            nb: "Sakene nevner også {still}, men ingen driftslinjer endres der.", nn: "Sakene nemner også {still}, men ingen driftslinjer blir endra der.",
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
    /// The years the file does not have.
    is_lacking: [bool; 4],
}

impl Amounts {
    fn of(report: &Report<'_>, line: &FutureLine) -> Self {
        let is_lacking = report.plan().years().map(|year| !report.budget.has_year(year));
        Self { today: line.today, future: line.future, is_lacking }
    }

    fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            today: each(self.today, other.today, Kroner::plus)?,
            future: each(self.future, other.future, Kroner::plus)?,
            is_lacking: each(self.is_lacking, other.is_lacking, |one, other| Ok(one || other))?,
        })
    }

    fn change(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.future, self.today, Kroner::minus)
    }

    /// What today's budget itself changes from the first year, where that is known.
    fn own_change(&self) -> Result<[Kroner; 4], Overflow> {
        let own = since_first(self.today)?;
        each(own, self.is_lacking, |own, is_lacking| Ok(if is_lacking { Kroner::ZERO } else { own }))
    }

    /// Both together: from today, as of the first year, to the new budget.
    fn whole_change(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.change()?, self.own_change()?, Kroner::plus)
    }

    /// Whether today (or the year before) and the changes, as printed, fail to give the new budget.
    fn rounds_unevenly(&self, layout: Layout) -> Result<bool, Overflow> {
        let ([today, ..], [first, second, third, _]) = (self.today, self.future);
        let from = match layout {
            Layout::Level => [today; 4],
            Layout::Change => [today, first, second, third],
        };
        let (change, own) = (layout.of(self.change()?)?, layout.of(self.own_change()?)?);
        let years = from.into_iter().zip(change).zip(own).zip(self.future).zip(self.is_lacking);
        for ((((from, change), own), future), _) in years.filter(|(_, is_lacking)| !is_lacking) {
            if !print_rounding([from, change, own], future)?.is_zero() {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// The rows of a unit, as they are met.
#[derive(Debug, Default)]
struct Rows {
    /// The new budget: today and four years.
    new: Vec<Vec<Cell>>,
    /// The change.
    change: Vec<Vec<Cell>>,
    /// Whether today and a change, as printed, fail to give the new budget.
    is_uneven: bool,
}

impl Rows {
    fn add(&mut self, report: &Report<'_>, name: &Text, amounts: Amounts) -> Result<(), Overflow> {
        let name = Cell::Text(labels::below(name));
        self.is_uneven |= amounts.rounds_unevenly(report.layout)?;
        self.new.push(new_row(name.clone(), amounts));
        self.change.push(report.row([name], amounts.change()?)?);
        self.own_change(report, amounts)
    }

    /// Lines that no case moves, in one row; their own change under it where they have any.
    fn unmoved(&mut self, report: &Report<'_>, (count, amounts): (usize, Amounts)) -> Result<(), Overflow> {
        if count == 0 {
            return Ok(());
        }
        let name = Cell::Text(unmoved(count, amounts.own_change()?));
        self.new.push(new_row(name.clone(), amounts));
        if amounts.own_change()? != [Kroner::ZERO; 4] {
            self.change.push(head(name, 5));
        }
        self.own_change(report, amounts)
    }

    /// What today's budget itself changes there, in a row of its own.
    fn own_change(&mut self, report: &Report<'_>, amounts: Amounts) -> Result<(), Overflow> {
        let own = amounts.own_change()?;
        if own != [Kroner::ZERO; 4] {
            self.change.push(report.row([labels::own_change_of_row().into()], own)?);
        }
        Ok(())
    }

    /// The name of a funksjon above its arts.
    fn head(&mut self, name: &Text) {
        self.new.push(head(Cell::Text(name.clone()), 6));
        self.change.push(head(Cell::Text(name.clone()), 5));
    }
}

/// A name with nothing beside it.
fn head(name: Cell, columns: usize) -> Vec<Cell> {
    let mut cells = vec![name];
    cells.resize(columns, Cell::blank());
    cells
}

fn unit_blocks(report: &Report<'_>, unit: &UnitBudget, lines: &[FutureLine]) -> Result<Vec<Block>, Overflow> {
    let (mut rows, mut all, mut same) = (Rows::default(), Amounts::default(), Amounts::default());
    let mut count = 0_usize;
    for of_function in lines.chunk_by(|one, other| one.function == other.function) {
        let (shown, still): (Vec<&FutureLine>, Vec<&FutureLine>) =
            of_function.iter().partition(|line| line.is_moved() || report.detail == Detail::All);
        if let Some(first) = shown.first() {
            rows.head(&labels::function(&first.function));
        }
        for line in shown {
            all = all.plus(Amounts::of(report, line))?;
            rows.add(report, &labels::art(&line.art), Amounts::of(report, line))?;
        }
        for line in still {
            same = same.plus(Amounts::of(report, line))?;
            count = count.saturating_add(1);
        }
    }
    all = all.plus(same)?;
    rows.is_uneven |= all.rounds_unevenly(report.layout)?;
    rows.unmoved(report, (count, same))?;
    let Rows { new: new_rows, change, is_uneven } = rows;
    let code = &unit.unit;
    let sum = Cell::Text(text!(all: "Sum {code}"));
    let total = report.row([sum.clone()], all.whole_change()?)?;
    let changed =
        report.table([report.against().text().capital()], Kind::Thousands).rows(change).total(total);
    if !report.today.is_known() {
        return Ok(vec![Block::Table(changed)]);
    }
    let is_noted = changed.rounds_unevenly();
    let new = report
        .table_with_today(text!(nb: "Nytt budsjett", nn: "Nytt budsjett", en: "New budget"), Kind::Thousands);
    let new = new.rows(new_rows).total(new_row(sum, all));
    let mut blocks = vec![Block::Table(new), Block::Table(changed)];
    blocks.extend((is_uneven && !is_noted).then(|| Block::Paragraph(rounding_note())));
    Ok(blocks)
}

/// «Uendret (2 linjer)»; where today's budget itself changes there, «Ikke endret av sakene (2 linjer)».
fn unmoved(count: usize, own_change: [Kroner; 4]) -> Text {
    let what = if own_change == [Kroner::ZERO; 4] {
        text!(nb: "Uendret", nn: "Uendra", en: "Unchanged")
    } else {
        text!(nb: "Ikke endret av sakene", nn: "Ikkje endra av sakene", en: "Not changed by the cases")
    };
    counted!(count; nb: "{what} (1 linje)" | "{what} ({count} linjer)", nn: "{what} (1 linje)" | "{what} ({count} linjer)", en: "{what} (1 line)" | "{what} ({count} lines)"; what, count)
}

fn new_row(name: Cell, Amounts { today: [first, ..], future, is_lacking }: Amounts) -> Vec<Cell> {
    let future = future.into_iter().zip(is_lacking);
    let future =
        future.map(|(amount, is_lacking)| if is_lacking { Cell::Empty } else { Cell::Thousands(amount) });
    row([name, Cell::Thousands(first)], future)
}

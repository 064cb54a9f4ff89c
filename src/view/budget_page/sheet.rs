//! `rader` as one table for a spreadsheet: every line of the units touched, year by year. Headings and
//! order are those of the JSON, which has interest, repayment and what stands on no line elsewhere.

use super::{Report, labels};
use crate::budget::{InvestmentRow, UnitBudget};
use crate::text::Text;
use crate::units::{Fte, Kroner, Overflow, Year};
use crate::view::cell::Cell;
use crate::view::page::{Kind, Table};
use std::collections::BTreeSet;

/// The columns, as in JSON, and what each holds.
const COLUMNS: [(&str, Kind); 10] = [
    ("år", Kind::Number),
    ("ansvar", Kind::Text),
    ("ansvarsnavn", Kind::Text),
    ("funksjon", Kind::Text),
    ("art", Kind::Text),
    ("dagens", Kind::Kroner),
    ("nytt", Kind::Kroner),
    ("endring", Kind::Kroner),
    ("årsverk", Kind::Number),
    ("saker", Kind::Text),
];

/// The headings, and no rows. These are in parts, as all cells at once would take more room than the
/// budget itself: first those [`of_unit`], then those [`beside_lines`]. `endring` adds up to the sum of the
/// running budget.
#[must_use]
pub fn headings() -> Table {
    Table::new(COLUMNS.map(|(title, kind)| (Text::same(title), kind)))
}

/// Every line of a unit in every year.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn of_unit(report: &Report<'_>, unit: &UnitBudget) -> Result<Vec<Vec<Cell>>, Overflow> {
    let name = unit.name.as_deref().map_or(Cell::Empty, Cell::name);
    let lines = report.budget.lines.get(unit.lines.clone()).unwrap_or_default();
    let mut rows = Vec::with_capacity(lines.len().saturating_mul(4));
    for line in lines {
        let amounts = line.today.into_iter().zip(line.future).zip(line.change()?);
        for (year, ((today, future), change)) in report.plan().years().into_iter().zip(amounts) {
            let known = |amount| if report.today.is_known() { Cell::Kroner(amount) } else { Cell::Empty };
            rows.push(vec![
                Cell::Year(year),
                Cell::name(&line.unit),
                name.clone(),
                Cell::name(&line.function),
                Cell::name(&line.art),
                known(today),
                known(future),
                Cell::Kroner(change),
                Cell::Fte(line.fte_taken_out(year)?),
                Cell::name(&labels::ids(report.budget, &line.cases(year))),
            ]);
        }
    }
    Ok(rows)
}

/// Interest and repayment, and what stands on no line.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn beside_lines(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let mut rows = loans(report)?;
    rows.extend(without_line(report)?);
    Ok(rows)
}

/// The codes of a row: ansvar, where it has one, funksjon and art.
type Codes<'a> = (Option<&'a str>, &'a str, &'a str);

/// Four years of an investment's row.
type Levels = fn(&InvestmentRow) -> [Kroner; 4];

/// A row that today's budget has no line for.
fn beside(
    report: &Report<'_>,
    (year, amount): (Year, Kroner),
    (unit, function, art): Codes<'_>,
    (fte, cases): (Cell, BTreeSet<usize>),
) -> Vec<Cell> {
    let code = |code: &str| if code.is_empty() { Cell::Empty } else { Cell::name(code) };
    let cases: Vec<usize> = cases.into_iter().collect();
    vec![
        Cell::Year(year),
        unit.map_or(Cell::Empty, Cell::name),
        Cell::Empty,
        code(function),
        code(art),
        Cell::Empty,
        Cell::Empty,
        Cell::Kroner(amount),
        fte,
        Cell::name(&labels::ids(report.budget, &cases)),
    ]
}

/// Interest (art 500) and repayment (art 510) of each year, on lån.ansvar and funksjon 870.
fn loans(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let investments = &report.budget.investments;
    let unit = investments.financing.as_ref().and_then(|financing| financing.unit.as_deref());
    let kinds: [(&str, Levels); 2] = [("500", |row| row.interest), ("510", |row| row.repayment)];
    let mut rows = Vec::new();
    for (art, levels) in kinds {
        for (slot, year) in report.plan().years().into_iter().enumerate() {
            let (mut sum, mut cases) = (Kroner::ZERO, BTreeSet::new());
            for row in &investments.rows {
                let amount = levels(row).get(slot).copied().unwrap_or_default();
                if !amount.is_zero() {
                    sum = sum.plus(amount)?;
                    cases.insert(row.case);
                }
            }
            if !sum.is_zero() {
                rows.push(beside(report, (year, sum), (unit, "870", art), (Cell::Empty, cases)));
            }
        }
    }
    Ok(rows)
}

/// What stands on no line, each year.
fn without_line(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let mut rows = Vec::new();
    for total in &report.budget.totals {
        let entries = report.budget.without_line.iter().filter(|entry| entry.year == total.year);
        let cases: BTreeSet<usize> = entries.map(|entry| entry.case).collect();
        let mut fte = Fte::ZERO.minus(total.fte_change)?;
        let units = report.budget.units.iter().flat_map(|unit| &unit.years);
        for at in units.filter(|at| at.year == total.year) {
            fte = fte.plus(at.fte_change)?;
        }
        if !cases.is_empty() {
            let amount = (total.year, total.without_line);
            rows.push(beside(report, amount, (None, "", ""), (Cell::Fte(fte), cases)));
        }
    }
    Ok(rows)
}

//! `rader` as one table for a spreadsheet: every line of the units touched, year by year. Headings and
//! order are those of the JSON, which has interest, repayment and what stands on no line elsewhere.

use super::{Report, investment_sheet, labels};
use crate::budget::{InvestmentRow, UnitBudget};
use crate::calc::{FINANCE_FUNCTION, INTEREST_ART, REPAYMENT_ART};
use crate::pages::cell::Cell;
use crate::pages::page::{Kind, Table};
use crate::units::{Fte, Kroner, Overflow, Year};
use crate::words::Text;
use std::collections::BTreeSet;

/// The columns, as in JSON, and what each holds.
const COLUMNS: [(&str, Kind); 12] = [
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
    ("kontoklasse", Kind::Text),
    ("slag", Kind::Text),
];

/// kontoklasse, and slag: what kind of row it is.
type Place = [&'static str; 2];
const LINE: Place = ["1", "linje"];
const INTEREST: Place = ["1", "renter"];
const REPAYMENT: Place = ["1", "avdrag"];
const WITHOUT_LINE: Place = ["1", "uten_budsjettpost"];
pub(super) const SPENT: Place = ["0", "investering"];
pub(super) const RECEIVED: Place = ["0", "tilskudd"];
pub(super) const BORROWED: Place = ["0", "lån"];
pub(super) const NOT_SAID: Place = ["0", "ikke_oppgitt"];

/// The headings, and no rows. These are in parts, as all cells at once would take more room than the
/// budget itself: first those [`of_unit`], then those [`beside_lines`]. `endring` of kontoklasse 1 adds up to
/// the sum of the running budget, that of kontoklasse 0 to 0.
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
            let row = vec![
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
            ];
            rows.push(row.into_iter().chain(LINE.map(Cell::name)).collect());
        }
    }
    Ok(rows)
}

/// Interest and repayment, what stands on no line, and the investments of kontoklasse 0 with what they are
/// financed by.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn beside_lines(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let mut rows = loans(report)?;
    rows.extend(without_line(report)?);
    rows.extend(investment_sheet::rows(report)?);
    Ok(rows)
}

/// The codes of a row: ansvar, where it has one, funksjon and art.
pub(super) type Codes<'a> = (Option<&'a str>, &'a str, &'a str);

/// Four years of an investment's row.
type Levels = fn(&InvestmentRow) -> [Kroner; 4];

/// A row beside the lines of today's running budget.
pub(super) struct Beside<'a> {
    pub(super) year: Year,
    pub(super) codes: Codes<'a>,
    /// ansvarsnavn of a unit no case touches; that of the others is known.
    pub(super) name: Option<&'a str>,
    /// Today and new; empty where neither is known.
    pub(super) levels: [Cell; 2],
    pub(super) change: Kroner,
    pub(super) fte: Cell,
    pub(super) cases: Vec<usize>,
    pub(super) place: Place,
}

impl Beside<'_> {
    pub(super) fn row(self, report: &Report<'_>) -> Vec<Cell> {
        let code = |code: &str| if code.is_empty() { Cell::Empty } else { Cell::name(code) };
        let ((unit, function, art), [today, future]) = (self.codes, self.levels);
        let units = &report.budget.units;
        let known = unit.and_then(|unit| units.iter().find(|at| &*at.unit == unit)?.name.as_deref());
        let name = self.name.or(known);
        let row = vec![
            Cell::Year(self.year),
            unit.map_or(Cell::Empty, Cell::name),
            name.map_or(Cell::Empty, Cell::name),
            code(function),
            code(art),
            today,
            future,
            Cell::Kroner(self.change),
            self.fte,
            Cell::name(&labels::ids(report.budget, &self.cases)),
        ];
        row.into_iter().chain(self.place.map(Cell::name)).collect()
    }
}

/// Interest (art 500) and repayment (art 510) of each year, on lån.ansvar and funksjon 870, with what
/// stands there today where no other row tells it.
fn loans(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let investments = &report.budget.investments;
    let financing = investments.financing.as_ref();
    let unit = financing.and_then(|financing| financing.unit.as_deref());
    let today = financing.and_then(|financing| financing.today.as_ref()).filter(|_| report.today.is_known());
    let name = today.and_then(|today| today.name.as_deref());
    let kinds: [(&str, Place, Levels, Option<[Kroner; 4]>); 2] = [
        (INTEREST_ART, INTEREST, |row| row.interest, today.map(|today| today.interest)),
        (REPAYMENT_ART, REPAYMENT, |row| row.repayment, today.map(|today| today.repayment)),
    ];
    let mut rows = Vec::new();
    for (art, place, levels, today) in kinds {
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
                let (codes, cases) = ((unit, FINANCE_FUNCTION, art), cases.into_iter().collect());
                let levels = match today.and_then(|today| today.get(slot).copied()) {
                    Some(today) => [Cell::Kroner(today), Cell::Kroner(today.plus(sum)?)],
                    None => [Cell::Empty, Cell::Empty],
                };
                let row = Beside { year, codes, name, levels, change: sum, fte: Cell::Empty, cases, place };
                rows.push(row.row(report));
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
            let (year, change, cases) = (total.year, total.without_line, cases.into_iter().collect());
            let (codes, levels, fte) = ((None, "", ""), [Cell::Empty, Cell::Empty], Cell::Fte(fte));
            let row = Beside { year, codes, name: None, levels, change, fte, cases, place: WITHOUT_LINE };
            rows.push(row.row(report));
        }
    }
    Ok(rows)
}

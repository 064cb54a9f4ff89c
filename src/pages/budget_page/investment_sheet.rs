//! The investment budget in the sheet (kontoklasse 0): its lines, and what the cases' part is
//! financed by.

use super::Report;
use super::sheet::{BORROWED, Beside, NOT_SAID, RECEIVED, SPENT};
use crate::budget::{InvestmentBudgetLine, InvestmentLine};
use crate::pages::cell::Cell;
use crate::units::{Kroner, Overflow, Year};

/// Today's lines and those that cases book on, each year, then what pays for the cases' part: what is
/// received stands on its own line, the rest is borrowed or not said.
pub(super) fn rows(report: &Report<'_>) -> Result<Vec<Vec<Cell>>, Overflow> {
    let investments = &report.budget.investments;
    let mut rows = Vec::new();
    for line in &investments.budget {
        for at in report.plan().years().into_iter().enumerate() {
            rows.extend(of_line(report, line, at)?);
        }
    }
    let place = if investments.financing.is_some() { BORROWED } else { NOT_SAID };
    for (year, outlay) in report.plan().years().into_iter().zip(investments.outlay) {
        if !outlay.is_zero() {
            let (codes, levels) = ((None, "", ""), [Cell::Empty, Cell::Empty]);
            let (change, cases) = (outlay.negated(), Vec::new());
            let row = Beside { year, codes, name: None, levels, change, fte: Cell::Empty, cases, place };
            rows.push(row.row(report));
        }
    }
    Ok(rows)
}

/// What is spent on a line in a year, with what stands there today, and what is received.
fn of_line(
    report: &Report<'_>,
    line: &InvestmentBudgetLine,
    (slot, year): (usize, Year),
) -> Result<Vec<Vec<Cell>>, Overflow> {
    let at = |years: [Kroner; 4]| years.get(slot).copied().unwrap_or_default();
    let (today, spent, received) = (at(line.today), at(line.spent), at(line.received));
    let kinds = [
        (SPENT, today, spent, line.stands_today || !spent.is_zero()),
        (RECEIVED, Kroner::ZERO, received, !received.is_zero()),
    ];
    let codes = line.line.as_ref().map_or((None, "", ""), |InvestmentLine { unit, function, art }| {
        (Some(unit.as_str()), function.as_str(), art.as_str())
    });
    let mut rows = Vec::new();
    for (place, today, change, _) in kinds.into_iter().filter(|(.., is_shown)| *is_shown) {
        let is_known = report.today.is_known() && line.line.is_some();
        let known = |amount| if is_known { Cell::Kroner(amount) } else { Cell::Empty };
        let levels = [known(today), known(today.plus(change)?)];
        let moved = line.cases.get(slot).filter(|_| !change.is_zero());
        let cases = moved.into_iter().flatten().copied().collect();
        rows.push(
            Beside { year, codes, name: None, levels, change, fte: Cell::Empty, cases, place }.row(report),
        );
    }
    Ok(rows)
}

//! The units touched, each reconciled: what the cases take out against what the budget shows.

use super::case::{CarriedOut, LineEntry, moving};
use super::line::FutureLine;
use super::plan::{Plan, add_known};
use super::sides::Sides;
use crate::calc::Booking;
use crate::ledger::Unread;
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::Arc;

/// One ansvar with its lines, reconciled year by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitBudget {
    /// ansvar
    pub unit: Arc<str>,
    /// ansvarsnavn, where the file has one
    pub name: Option<Arc<str>>,
    /// The cases that name it and move the budget: positions in [`super::FutureBudget::cases`].
    pub cases: Vec<usize>,
    /// Its lines in [`super::FutureBudget::lines`].
    pub lines: Range<usize>,
    /// Each plan year.
    pub years: [UnitYear; 4],
    /// What makes up the differences, by year, line and case; nothing where there are none.
    pub differences: Vec<Difference>,
}

/// avstemming: a unit in one plan year, kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnitYear {
    /// Plan year.
    pub year: Year,
    /// Today's budget.
    pub today: Sides,
    /// The future budget.
    pub future: Sides,
    /// Gains taken out − running costs paid out − restructuring paid out; plus when the budget
    /// falls. Capital costs are apart.
    pub cases_take_out: Kroner,
    /// today − future; plus when the budget falls.
    pub budget_shows: Kroner,
    /// `cases_take_out` − `budget_shows`; the unit's differences of the year sum to it exactly.
    pub difference: Kroner,
    /// Today's årsverk, of the lines where they are known; none where no line knows.
    pub fte_today: Option<Fte>,
    /// Change of årsverk against today.
    pub fte_change: Fte,
    /// årsverk the cases take out.
    pub fte_taken_out: Fte,
}

/// Why cases and budget differ on a line: the new practice is not what the plain rule gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// Plan year.
    pub year: Year,
    /// Position in [`super::FutureBudget::lines`].
    pub line: usize,
    /// Whose ny_praksis it is: position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// New practice − (today's line + what the case itself books on it), kroner: plus where the new
    /// practice costs more than the case says.
    pub amount: Kroner,
}

/// The ansvar that cases name.
pub(super) struct Touched<'a> {
    /// Which cases that move the budget name each.
    pub(super) cases: BTreeMap<&'a str, Vec<usize>>,
    /// ansvarsnavn by ansvar, where they are known.
    names: &'a BTreeMap<Arc<str>, Arc<str>>,
}

impl<'a> Touched<'a> {
    pub(super) fn by(cases: &[CarriedOut<'a>], names: &'a BTreeMap<Arc<str>, Arc<str>>) -> Self {
        let mut touched: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (number, case) in moving(cases) {
            for unit in case.units() {
                touched.entry(unit).or_default().push(number);
            }
        }
        Self { cases: touched, names }
    }

    /// Those that have no line, today or as it becomes, and may have none that could not be read; in order.
    pub(super) fn without_lines(&self, units: &[UnitBudget], unread: &Unread) -> Vec<String> {
        let has_lines: BTreeSet<&str> = units.iter().map(|unit| &*unit.unit).collect();
        let are_without =
            self.cases.keys().filter(|unit| !has_lines.contains(**unit) && !unread.may_be(unit));
        are_without.map(|unit| (*unit).to_owned()).collect()
    }
}

/// All units with lines, by ansvar. A unit that is touched, but has no line at all, is in none.
pub(super) fn units_of(
    lines: &[FutureLine],
    touched: &Touched<'_>,
    plan: Plan,
) -> Result<Vec<UnitBudget>, Overflow> {
    let mut units = Vec::new();
    let mut start = 0_usize;
    for of_unit in lines.chunk_by(|one, other| one.unit == other.unit) {
        let range = start..start.saturating_add(of_unit.len());
        start = range.end;
        if let Some(first) = of_unit.first() {
            let mut unit = UnitBudget {
                unit: first.unit.clone(),
                name: touched.names.get(&first.unit).cloned(),
                cases: touched.cases.get(&*first.unit).cloned().unwrap_or_default(),
                lines: range,
                years: plan.years().map(UnitYear::new),
                differences: Vec::new(),
            };
            unit.reconcile(of_unit, plan)?;
            units.push(unit);
        }
    }
    Ok(units)
}

impl UnitBudget {
    fn reconcile(&mut self, lines: &[FutureLine], plan: Plan) -> Result<(), Overflow> {
        for (at, line) in self.lines.clone().zip(lines) {
            for (of_year, amount) in self.years.iter_mut().zip(line.today) {
                of_year.today.side_of(&line.art).add(amount)?;
            }
            let fte_today = self.years.iter_mut().zip(line.fte_today).filter(|_| line.stands_today);
            for (of_year, fte) in fte_today {
                add_known(&mut of_year.fte_today, fte)?;
            }
            if line.is_moved() {
                self.moved(at, line, plan)?;
            }
        }
        for at in &mut self.years {
            at.future = at.future.plus(at.today)?;
            at.difference = at.cases_take_out.minus(at.budget_shows)?;
        }
        self.differences.sort_by_key(|part| (part.year, part.line, part.case));
        Ok(())
    }

    /// What a line that is moved changes; `future` holds the change until today is added.
    fn moved(&mut self, at: usize, line: &FutureLine, plan: Plan) -> Result<(), Overflow> {
        for (slot, (of_year, change)) in self.years.iter_mut().zip(line.change()?).enumerate() {
            of_year.future.side_of(&line.art).add(change)?;
            of_year.budget_shows.subtract(change)?;
            of_year.fte_change.add(line.fte_change(slot, of_year.year)?)?;
            for LineEntry { booking, amount, fte, .. } in line.booked(of_year.year, None) {
                of_year.cases_take_out.subtract(*amount)?;
                if *booking == Booking::TakenOut {
                    of_year.fte_taken_out.subtract(*fte)?;
                }
            }
        }
        for by in &line.replaced {
            let Some(slot) = plan.slot(by.year) else { continue };
            let amount = line.difference(slot, by)?;
            let difference = Difference { year: by.year, line: at, case: by.case, amount };
            self.differences.extend((!amount.is_zero()).then_some(difference));
        }
        Ok(())
    }
}

impl UnitYear {
    fn new(year: Year) -> Self {
        let nothing = Kroner::ZERO;
        Self {
            year,
            today: Sides::default(),
            future: Sides::default(),
            cases_take_out: nothing,
            budget_shows: nothing,
            difference: nothing,
            fte_today: None,
            fte_change: Fte::ZERO,
            fte_taken_out: Fte::ZERO,
        }
    }
}

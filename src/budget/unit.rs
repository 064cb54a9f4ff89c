//! The units touched, each reconciled: what the cases take out against what the budget shows.

use super::case::Entry;
use super::line::FutureLine;
use super::plan::Plan;
use crate::calc::Booking;
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::BTreeMap;
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
    /// Today's budget, net; expense plus.
    pub today: Kroner,
    /// The future budget, net; expense plus.
    pub future: Kroner,
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

/// The ansvar that cases name, and which cases name each.
pub(super) type Touched<'a> = BTreeMap<&'a str, Vec<usize>>;

/// All units with lines, by ansvar. A unit that is touched, but has no line at all, is in none.
pub(super) fn units_of(
    lines: &[FutureLine],
    (touched, names): (&Touched<'_>, &BTreeMap<Arc<str>, Arc<str>>),
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
                name: names.get(&first.unit).cloned(),
                cases: touched.get(&*first.unit).cloned().unwrap_or_default(),
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
        for (slot, at) in self.years.iter_mut().enumerate() {
            for line in lines {
                at.add(line, slot)?;
            }
            at.budget_shows = at.today.minus(at.future)?;
            at.difference = at.cases_take_out.minus(at.budget_shows)?;
        }
        for (at, line) in self.lines.clone().zip(lines) {
            for by in &line.replaced {
                let Some(slot) = plan.slot(by.year) else { continue };
                let amount = line.difference(slot, by)?;
                let difference = Difference { year: by.year, line: at, case: by.case, amount };
                self.differences.extend((!amount.is_zero()).then_some(difference));
            }
        }
        self.differences.sort_by_key(|part| (part.year, part.line, part.case));
        Ok(())
    }
}

impl UnitYear {
    const fn new(year: Year) -> Self {
        let nothing = Kroner::ZERO;
        Self {
            year,
            today: nothing,
            future: nothing,
            cases_take_out: nothing,
            budget_shows: nothing,
            difference: nothing,
            fte_today: None,
            fte_change: Fte::ZERO,
            fte_taken_out: Fte::ZERO,
        }
    }

    fn add(&mut self, line: &FutureLine, slot: usize) -> Result<(), Overflow> {
        self.today = self.today.plus(line.today.get(slot).copied().unwrap_or_default())?;
        self.future = self.future.plus(line.future.get(slot).copied().unwrap_or_default())?;
        if let Some(fte) = line.fte_today.get(slot).copied().flatten().filter(|_| line.stands_today) {
            self.fte_today = Some(self.fte_today.unwrap_or_default().plus(fte)?);
        }
        if line.entries.is_empty() && line.replaced.is_empty() {
            return Ok(());
        }
        self.fte_change = self.fte_change.plus(line.fte_change(slot, self.year)?)?;
        for Entry { booking, amount, fte, .. } in line.booked(self.year, None) {
            self.cases_take_out = self.cases_take_out.minus(*amount)?;
            if *booking == Booking::TakenOut {
                self.fte_taken_out = self.fte_taken_out.minus(*fte)?;
            }
        }
        Ok(())
    }
}

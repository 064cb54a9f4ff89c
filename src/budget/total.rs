//! The sums over all units touched, and over each område.

use super::case::{BudgetCase, CaseYear, LineEntry};
use super::plan::Plan;
use super::sides::Sides;
use super::unit::UnitBudget;
use crate::model::Frames;
use crate::units::{Fte, Kroner, MONEY_DECIMALS, Overflow, Year, each};
use std::collections::BTreeMap;

/// One plan year over all units touched, kroner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct YearTotal {
    /// Plan year.
    pub year: Year,
    /// The cases that count, together.
    pub cases: CaseYear,
    /// Change of the units' running budget against today, KOSTRA sign: minus where it falls.
    pub units_change: Kroner,
    /// What is booked on no line (uten budsjettpost), KOSTRA sign.
    pub without_line: Kroner,
    /// Both together: the change of the running budget. Capital costs are apart.
    pub running_change: Kroner,
    /// The units' differences together: what new practice makes of it beside what the cases say.
    pub difference: Kroner,
    /// Change of årsverk against today, what is booked on no line included.
    pub fte_change: Fte,
    /// innsparingskrav; none where the year has none.
    pub demand: Option<Demand>,
    /// The units' budget today.
    pub today: Sides,
    /// The units' future budget.
    pub future: Sides,
}

/// innsparingskrav of a year, kroner, met by the cases that are not innarbeidet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Demand {
    /// The demand, as level against the budget file.
    pub demand: Kroner,
    /// Gains taken out − running costs paid out − capital costs, to 8 decimals.
    pub reached: Kroner,
    /// What is missing; zero where it is reached.
    pub missing: Kroner,
}

/// Cases that count, by område, each plan year together; by name of the område.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaTotal {
    /// område
    pub area: String,
    /// Positions in [`super::FutureBudget::cases`].
    pub cases: Vec<usize>,
    /// What they come to in each plan year.
    pub years: [CaseYear; 4],
    /// What their new practice makes of it beside that, in each plan year: plus where it costs more.
    pub difference: [Kroner; 4],
}

/// What the sums are made of.
pub(super) struct Summed<'a> {
    pub(super) cases: &'a [BudgetCase],
    pub(super) units: &'a [UnitBudget],
    pub(super) without_line: &'a [LineEntry],
}

impl Summed<'_> {
    fn counting(&self) -> impl Iterator<Item = (usize, &BudgetCase)> {
        self.cases.iter().enumerate().filter(|(_, case)| !case.is_in_todays_budget)
    }

    pub(super) fn years(&self, frames: &Frames, plan: Plan) -> Result<[YearTotal; 4], Overflow> {
        each([0, 1, 2, 3], plan.years(), |slot, year| self.year(slot, year, frames.savings_demand.get(&year)))
    }

    fn year(&self, slot: usize, year: Year, demand: Option<&Kroner>) -> Result<YearTotal, Overflow> {
        let mut cases = self.counting().filter_map(|(_, case)| case.years.get(slot).copied());
        let savings = self.counting().filter_map(|(_, case)| case.savings.get(slot).copied());
        let savings = Kroner::sum(savings)?;
        let units = || self.units.iter().filter_map(|unit| unit.years.get(slot));
        let without = || self.without_line.iter().filter(|entry| entry.year == year);
        let shown = Kroner::sum(units().map(|at| at.budget_shows))?;
        let without_line = Kroner::sum(without().map(|entry| entry.amount))?;
        let fte_without = Fte::sum(without().map(|entry| entry.fte))?;
        let (mut today, mut future) = (Sides::default(), Sides::default());
        for at in units() {
            (today, future) = (today.plus(at.today)?, future.plus(at.future)?);
        }
        let units_change = shown.negated();
        Ok(YearTotal {
            year,
            cases: cases.try_fold(CaseYear::default(), CaseYear::plus)?,
            units_change,
            without_line,
            running_change: units_change.plus(without_line)?,
            difference: Kroner::sum(units().map(|at| at.difference))?,
            fte_change: Fte::sum(units().map(|at| at.fte_change))?.plus(fte_without)?,
            demand: demand.map(|demand| met(*demand, savings)).transpose()?,
            today,
            future,
        })
    }

    /// By område, in alphabetical order of code points.
    pub(super) fn areas(&self, plan: Plan) -> Result<Vec<AreaTotal>, Overflow> {
        let mut areas: BTreeMap<&str, AreaTotal> = BTreeMap::new();
        for (place, case) in self.counting() {
            let total = areas.entry(&case.area).or_insert_with(|| AreaTotal {
                area: case.area.clone(),
                cases: Vec::new(),
                years: [CaseYear::default(); 4],
                difference: [Kroner::ZERO; 4],
            });
            total.cases.push(place);
            total.years = each(total.years, case.years, CaseYear::plus)?;
        }
        for part in self.units.iter().flat_map(|unit| &unit.differences) {
            let area = self.cases.get(part.case).and_then(|case| areas.get_mut(case.area.as_str()));
            if let Some(area) = area {
                plan.add(&mut area.difference, part.year, part.amount)?;
            }
        }
        Ok(areas.into_values().collect())
    }
}

fn met(demand: Kroner, savings: Kroner) -> Result<Demand, Overflow> {
    let reached = savings.rounded(MONEY_DECIMALS);
    let missing = demand.minus(reached)?;
    let missing = if missing.is_negative() { Kroner::ZERO } else { missing };
    Ok(Demand { demand, reached, missing })
}

//! The future budget put together: today's lines, what cases book on them, units, sums and investment.

use super::bond::BrokenBond;
use super::case::{BudgetCase, CarriedOut, LineEntry};
use super::investment::{Financing, Investments, LoanToday};
use super::line::{FutureLine, Lines};
use super::plan::Plan;
use super::practice::{NoBudget, PracticeClash, Practices};
use super::standing::TodaysBudget;
use super::today::TodayLines;
use super::total::{AreaTotal, Summed, YearTotal};
use super::unit::{Touched, UnitBudget, units_of};
use super::whole::{WholeYear, whole_years};
use crate::ledger::{Ledger, Unread};
use crate::model::Organisation;
use crate::units::Year;
use std::collections::{BTreeMap, BTreeSet};

/// The future budget of the units touched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FutureBudget {
    /// The four plan years.
    pub plan: Plan,
    /// The cases it is built from, by id; those innarbeidet are listed and move nothing.
    pub cases: Vec<BudgetCase>,
    /// Every line of the units touched, by ansvar, funksjon and art.
    pub lines: Vec<FutureLine>,
    /// Every unit touched that has a line, by ansvar.
    pub units: Vec<UnitBudget>,
    /// Ansvar that a case names, but that has no line, today or as it becomes; in order.
    pub empty_units: Vec<String>,
    /// uten budsjettpost: what cases book on no line, by year, case and kind. In the sums, in no unit.
    pub without_line: Vec<LineEntry>,
    /// More than one new practice for one ansvar, funksjon and year, in that order.
    pub clashes: Vec<PracticeClash>,
    /// What cases say of each other that does not hold; nothing until [`super::broken_bonds`] has looked.
    pub broken_bonds: Vec<BrokenBond>,
    /// Investment, apart.
    pub investments: Investments,
    /// Each plan year over all units touched.
    pub totals: [YearTotal; 4],
    /// By område.
    pub areas: Vec<AreaTotal>,
    /// Each plan year of the whole budget file; nothing where one case alone is looked at.
    pub whole: Vec<WholeYear>,
    /// prisår of today's budget, where it could not be brought to budsjettår's prices.
    pub other_prices: Option<Year>,
    /// What of today's budget could not be read, and is in none of this.
    pub unread: Unread,
}

impl FutureBudget {
    /// Ansvar where more than one new practice holds of the same in a year: what they become is not known.
    pub fn clashing_units(&self, year: Year) -> BTreeSet<&str> {
        self.clashes.iter().filter(|clash| clash.year == year).map(|clash| clash.unit.as_str()).collect()
    }
}

/// The future budget of the units the cases touch. Order of cases and lines does not matter.
///
/// # Errors
/// [`NoBudget`] when a figure does not fit, or a stilling is unknown.
pub fn future_budget(
    organisation: &Organisation,
    mut cases: Vec<CarriedOut<'_>>,
    ledger: &Ledger,
) -> Result<FutureBudget, NoBudget> {
    let plan = Plan { first: organisation.budget_year };
    cases.sort_by(|one, other| one.case.id.cmp(&other.case.id));
    let touched = Touched::by(&cases, &ledger.unit_names);
    let today = TodayLines::of(ledger, &touched.cases.keys().copied().collect(), plan)?;
    let mut budget =
        Ground { organisation, plan, touched: &touched, unread: &ledger.unread }.build(cases, today)?;
    budget.whole = whole_years(ledger, &budget.totals, budget.investments.capital, plan)?;
    if let Some(Financing { unit: Some(unit), today }) = &mut budget.investments.financing
        && !touched.cases.contains_key(unit.as_str())
    {
        *today = LoanToday::of(ledger, unit, plan)?;
    }
    Ok(budget)
}

/// The future budget of the units one case touches, if it alone is carried out.
///
/// # Errors
/// As for [`future_budget`].
pub fn budget_alone(
    organisation: &Organisation,
    case: CarriedOut<'_>,
    today: &TodaysBudget,
) -> Result<FutureBudget, NoBudget> {
    let (cases, no_names) = (vec![case], BTreeMap::new());
    let touched = Touched::by(&cases, &no_names);
    let lines = today.of_units(touched.cases.keys().copied());
    let (plan, unread) = (today.plan(), today.unread());
    Ground { organisation, plan, touched: &touched, unread }.build(cases, lines)
}

/// Where the new practice of one case says a line twice, in the plan years.
///
/// # Errors
/// As for [`future_budget`].
pub fn practice_clashes(
    organisation: &Organisation,
    case: &CarriedOut<'_>,
) -> Result<Vec<PracticeClash>, NoBudget> {
    let plan = Plan { first: organisation.budget_year };
    Ok(Practices::of(core::slice::from_ref(case), organisation, plan)?.clashes)
}

/// What a future budget is built on.
struct Ground<'g> {
    organisation: &'g Organisation,
    plan: Plan,
    touched: &'g Touched<'g>,
    unread: &'g Unread,
}

impl Ground<'_> {
    fn build(&self, cases: Vec<CarriedOut<'_>>, today: TodayLines) -> Result<FutureBudget, NoBudget> {
        let Self { organisation, plan, touched, unread } = *self;
        let savings = cases.iter().map(|case| case.savings(plan)).collect::<Result<Vec<_>, _>>()?;
        let settled = cases.into_iter().map(CarriedOut::settled).collect::<Result<Vec<_>, _>>()?;
        let practices = Practices::of(&settled, organisation, plan)?;
        let Lines { lines, without_line } = Lines::of(today.running, &settled, &practices, plan)?;
        let units = units_of(&lines, touched, plan)?;
        let cases = settled.iter().zip(savings).map(|(case, savings)| BudgetCase::of(case, savings, plan));
        let cases = cases.collect::<Result<Vec<_>, _>>()?;
        let summed = Summed { cases: &cases, units: &units, without_line: &without_line };
        let (totals, areas) = (summed.years(&organisation.frames, plan)?, summed.areas(plan)?);
        let loan = organisation.rules.loan.as_ref();
        Ok(FutureBudget {
            plan,
            investments: Investments::of(&settled, today.investment, loan, plan)?,
            clashes: practices.clashes,
            broken_bonds: Vec::new(),
            empty_units: touched.without_lines(&units, unread),
            cases,
            lines,
            units,
            without_line,
            totals,
            areas,
            whole: Vec::new(),
            other_prices: organisation.budget_in_other_prices().map(|prices| prices.from),
            unread: unread.clone(),
        })
    }
}

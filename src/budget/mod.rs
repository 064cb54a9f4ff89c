//! Today's budget and the cases carried out → the future budget of the units touched, reconciled to
//! the krone. Pure and exact; knows no text and no files.
//!
//! lines of the file → [`Today`] (what stands, `today`) · cases → [`Entry`]s on lines (`case`) and new
//! practice (`practice`) → [`FutureLine`]s (`line`) → [`UnitBudget`]s, reconciled (`unit`) → sums by
//! year and område (`total`), investment apart (`investment`), what to look at (`doubt`), and the
//! council's table (`council`). Order everywhere: ansvar, funksjon, art, year, case id.
//!
//! Every amount is rounded once, as it comes in, to the [`ENTRY_DECIMALS`] decimals it is printed with;
//! all else is sums of those, so parts add up to totals exactly, in whatever order files and cases come.
//! What a case comes to in a year is its exact sum, rounded: its parts share the rounding.

mod bond;
mod case;
mod council;
mod doubt;
mod investment;
mod line;
mod plan;
mod practice;
#[cfg(test)]
mod sample;
mod sides;
mod standing;
mod today;
mod total;
mod unit;
mod whole;

pub use bond::{BrokenBond, broken_bonds};
pub use case::{BudgetCase, CaseYear, Chosen, Entry};
pub use council::{
    CouncilRow, CouncilTable, CouncilYear, DeflatorTerms, Measure, PrintRounding, Scope, print_rounding,
};
pub use doubt::Doubt;
pub use investment::{
    Financing, InvestmentBudgetLine, InvestmentLine, InvestmentRow, Investments, LoanToday,
};
pub use line::FutureLine;
pub use plan::{
    EFFECT_DECIMALS, ENTRY_DECIMALS, Layout, Plan, changes, each, fte_changes, fte_since_first, levels,
    since_first,
};
pub use practice::{PracticeClash, Replaced};
pub use sides::{Sides, is_income};
pub use standing::Standing;
pub use today::{Today, TodayLine};
pub use total::{AreaTotal, Demand, YearTotal};
pub use unit::{Difference, UnitBudget, UnitYear};
pub use whole::WholeYear;

use crate::ledger::Ledger;
use crate::model::Organisation;
use crate::units::Overflow;
use line::Lines;
use practice::Practices;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use total::Summed;
use unit::Touched;

/// ansvar, funksjon, art
type Key<'a> = (&'a str, &'a str, &'a str);

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
    pub without_line: Vec<Entry>,
    /// More than one new practice for one ansvar, funksjon and year, in that order.
    pub clashes: Vec<PracticeClash>,
    /// What cases say of each other that does not hold; nothing until [`broken_bonds`] has looked.
    pub broken_bonds: Vec<BrokenBond>,
    /// Investment, apart.
    pub investments: Investments,
    /// Each plan year over all units touched.
    pub totals: Vec<YearTotal>,
    /// By område.
    pub areas: Vec<AreaTotal>,
    /// Each plan year of the whole budget file; nothing where one case alone is looked at.
    pub whole: Vec<WholeYear>,
}

/// Why there is no future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A figure grew past 28 digits.
    TooLarge,
    /// A stilling of bemanning is not in a3.yaml. Reading a file refuses it first.
    UnknownPosition {
        /// The case's id.
        case: String,
        /// The stilling.
        position: String,
    },
}

impl From<Overflow> for Wrong {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}

/// The future budget of the units the cases touch. Order of cases and lines does not matter.
///
/// # Errors
/// [`Wrong`] when a figure does not fit, or a stilling is unknown.
pub fn future_budget(
    organisation: &Organisation,
    mut chosen: Vec<Chosen<'_>>,
    ledger: &Ledger,
) -> Result<FutureBudget, Wrong> {
    let plan = Plan { first: organisation.budget_year };
    chosen.sort_by(|one, other| one.case.id.cmp(&other.case.id));
    let touched = touched_by(&chosen);
    let today = Today::of(ledger, &touched.keys().copied().collect(), plan)?;
    let mut budget = build((organisation, plan), chosen, (&touched, today, &ledger.unit_names))?;
    budget.whole = budget.whole_of(ledger)?;
    if let Some(Financing { unit: Some(unit), today }) = &mut budget.investments.financing
        && !touched.contains_key(unit.as_str())
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
    chosen: Chosen<'_>,
    standing: &Standing,
) -> Result<FutureBudget, Wrong> {
    let chosen = vec![chosen];
    let touched = touched_by(&chosen);
    let today = standing.of_units(touched.keys().copied());
    build((organisation, standing.plan()), chosen, (&touched, today, &BTreeMap::new()))
}

/// Where the new practice of one case says a line twice, in the plan years.
///
/// # Errors
/// As for [`future_budget`].
pub fn practice_clashes(
    organisation: &Organisation,
    chosen: &Chosen<'_>,
) -> Result<Vec<PracticeClash>, Wrong> {
    let plan = Plan { first: organisation.budget_year };
    Ok(Practices::of(core::slice::from_ref(chosen), organisation, plan)?.clashes)
}

fn build(
    (organisation, plan): (&Organisation, Plan),
    chosen: Vec<Chosen<'_>>,
    (touched, today, names): (&Touched<'_>, Today, &BTreeMap<Arc<str>, Arc<str>>),
) -> Result<FutureBudget, Wrong> {
    let Today { running, investment } = today;
    let savings = chosen.iter().map(|chosen| chosen.savings(plan)).collect::<Result<Vec<_>, _>>()?;
    let chosen = chosen.into_iter().map(Chosen::settled).collect::<Result<Vec<_>, _>>()?;
    let practices = Practices::of(&chosen, organisation, plan)?;
    let Lines { lines, without_line } = Lines::of(running, &chosen, (&practices, plan))?;
    let units = unit::units_of(&lines, (touched, names), plan)?;
    let cases = chosen.iter().zip(savings).map(|(chosen, savings)| BudgetCase::of(chosen, savings, plan));
    let cases = cases.collect::<Result<Vec<_>, _>>()?;
    let summed = Summed { cases: &cases, units: &units, without_line: &without_line };
    let (totals, areas) = (summed.years(&organisation.frames, plan)?, summed.areas(plan)?);
    let has_lines: BTreeSet<&str> = units.iter().map(|unit| &*unit.unit).collect();
    let empty = touched.keys().filter(|unit| !has_lines.contains(**unit));
    let empty_units = empty.map(|unit| (*unit).to_owned()).collect();
    let investments = Investments::of(&chosen, investment, (organisation, plan))?;
    let clashes = practices.clashes;
    Ok(FutureBudget {
        plan,
        cases,
        lines,
        units,
        empty_units,
        without_line,
        clashes,
        broken_bonds: Vec::new(),
        investments,
        totals,
        areas,
        whole: Vec::new(),
    })
}

/// The ansvar that cases which move the budget name, and which cases name each.
fn touched_by<'a>(chosen: &[Chosen<'a>]) -> Touched<'a> {
    let mut touched = Touched::new();
    for (case, chosen) in chosen.iter().enumerate().filter(|(_, chosen)| chosen.counts()) {
        for unit in chosen.units() {
            touched.entry(unit).or_default().push(case);
        }
    }
    touched
}

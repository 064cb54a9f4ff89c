//! Cases with starts, and today's budget → the future budget of the units touched.

use super::appraise::{Appraised, AppraisedCase};
use super::choose::Field;
use crate::budget::{CarriedOut, FutureBudget, NoBudget, broken_bonds, future_budget};
use crate::calc::{Calculator, Failure};
use crate::choose::{Choice, Verdict};
use crate::ledger::Ledger;
use crate::model::{Case, Schedule};
use crate::units::Year;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;

/// The first year of each case that is carried out, by id; none where it is not known, and the case
/// is left out with a word.
pub type Starts = BTreeMap<String, Option<Year>>;

/// The future budget, and the cases that are in no part of it.
#[derive(Debug, Clone)]
pub struct Budgeted {
    /// The future budget.
    pub budget: FutureBudget,
    /// Cases asked for that cannot stand in it, by id; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

/// A case that cannot stand in a future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The case's id.
    pub id: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a case cannot stand in a future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// ikke vurdert: lacks oppstart or levetid.
    NotAssessed,
    /// Its lines cannot be worked out at that start.
    Failed(Failure),
}

/// Every open case at its own oppstart: what is carried out where there are no frames. Finished cases
/// are not in it.
#[must_use]
pub fn all_starts(appraised: &Appraised) -> Starts {
    let open = appraised.cases.iter().filter(|case| !case.case.is_closed());
    open.map(|case| (case.case.id.clone(), case.case.start)).collect()
}

/// What is chosen and decided, at the start it has in the choice.
#[must_use]
pub fn chosen_starts(field: &Field<'_>, choice: &Choice) -> Starts {
    let carried_out = choice.lines.iter().filter(|line| match line.verdict {
        Verdict::Decided | Verdict::Chosen => true,
        Verdict::Waiting
        | Verdict::Judgement
        | Verdict::NotProfitable
        | Verdict::Open
        | Verdict::NotAssessed => false,
    });
    let starts = carried_out.filter_map(|line| {
        let candidate = field.candidates.get(line.candidate)?;
        Some((candidate.case.id.clone(), line.start))
    });
    starts.collect()
}

/// Builds the future budget of the cases in `starts`.
///
/// # Errors
/// [`NoBudget`] when a figure does not fit.
pub fn budget(appraised: &Appraised, starts: &Starts, ledger: &Ledger) -> Result<Budgeted, NoBudget> {
    let (chosen, left_out) = worked_out(appraised, starts);
    Ok(built(appraised, future_budget(&appraised.organisation, chosen, ledger)?, left_out))
}

/// The same where today's budget is not known: only the changes mean anything, and new practice,
/// which is a change only against today, is not in them.
///
/// # Errors
/// [`NoBudget`] when a figure does not fit.
pub fn changes(appraised: &Appraised, starts: &Starts) -> Result<Budgeted, NoBudget> {
    let (chosen, left_out) = worked_out(appraised, starts);
    let bare: Vec<Case> =
        chosen.iter().map(|one| Case { new_practice: Vec::new(), ..one.case.clone() }).collect();
    let chosen = chosen.into_iter().zip(&bare);
    let chosen =
        chosen.map(|(CarriedOut { schedule, effects, .. }, case)| CarriedOut { case, schedule, effects });
    let budget = future_budget(&appraised.organisation, chosen.collect(), &Ledger::default())?;
    Ok(built(appraised, budget, left_out))
}

/// The budget, with what its cases say of each other that does not hold.
fn built(appraised: &Appraised, budget: FutureBudget, left_out: Vec<LeftOut>) -> Budgeted {
    let all = appraised.cases.iter().map(|case| &*case.case);
    let broken_bonds = broken_bonds(&budget.cases, all);
    Budgeted { budget: FutureBudget { broken_bonds, ..budget }, left_out }
}

/// What each case in `starts` books, by path; and those that cannot stand in a budget, by id.
fn worked_out<'a>(appraised: &'a Appraised, starts: &Starts) -> (Vec<CarriedOut<'a>>, Vec<LeftOut>) {
    let calculator = Calculator::new(&appraised.organisation);
    let asked: Vec<(&AppraisedCase, Option<Year>)> = appraised
        .cases
        .iter()
        .filter_map(|case| starts.get(&case.case.id).map(|start| (case, *start)))
        .collect();
    let worked_out: Vec<Result<CarriedOut<'_>, LeftOut>> =
        asked.par_iter().map(|(case, start)| work_out(case, *start, &calculator)).collect();
    let (mut chosen, mut left_out) = (Vec::with_capacity(worked_out.len()), Vec::new());
    for one in worked_out {
        match one {
            Ok(one) => chosen.push(one),
            Err(one) => left_out.push(one),
        }
    }
    left_out.sort_by(|one, other| one.id.cmp(&other.id));
    (chosen, left_out)
}

fn work_out<'a>(
    appraised: &'a AppraisedCase,
    start: Option<Year>,
    calculator: &Calculator<'a>,
) -> Result<CarriedOut<'a>, LeftOut> {
    let case = &*appraised.case;
    let left_out = |why| LeftOut { id: case.id.clone(), why };
    let schedule = start.zip(case.life).map(|(start, life)| Schedule { start, life });
    let schedule = schedule.ok_or_else(|| left_out(WhyLeftOut::NotAssessed))?;
    let effects = calculator.budget_effects(case, schedule);
    let effects = effects.map_err(|failure| left_out(WhyLeftOut::Failed(failure)))?;
    Ok(CarriedOut { case, schedule, effects })
}

//! Cases that are in no part of a future budget, and why.

use super::{Appraised, AppraisedCase, Field, Starts};
use crate::calc::Failure;
use crate::choose::Choice;
use crate::diagnostic::WhyOmitted;
use crate::model::{Case, Decision, Missing};

/// A case that is in no part of a future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftOut {
    /// The case's id.
    pub id: String,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a case is in no part of a future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyLeftOut {
    /// ikke vurdert: what it lacks.
    NotAssessed(Vec<Missing>),
    /// Its lines cannot be worked out at that start.
    Failed(Failure),
    /// It waits, does not pay or cannot be assessed: its position in [`Choice::lines`].
    NotChosen(usize),
    /// avvist, and by whom where it is known.
    Rejected(Option<String>),
    /// avsluttet: what it gave is in today's budget.
    Finished,
    /// avsluttet, and nobody adopted it: it has no effect to count.
    FinishedUndecided,
    /// It has errors, or could not be read.
    Omitted(WhyOmitted),
}

impl LeftOut {
    fn of(case: &Case, why: WhyLeftOut) -> Self {
        Self { id: case.id.clone(), why }
    }
}

/// What is on the list, but not carried out, in the order of the list.
pub(super) fn not_chosen(field: &Field<'_>, choice: &Choice, starts: &Starts) -> Vec<LeftOut> {
    let waiting = choice.lines.iter().enumerate().filter_map(|(place, line)| {
        let case = field.candidates.get(line.candidate)?.case;
        (!starts.contains_key(&case.id)).then(|| LeftOut::of(case, WhyLeftOut::NotChosen(place)))
    });
    waiting.collect()
}

/// Cases that were said no to are taken out of the starts.
pub(super) fn rejected(appraised: &Appraised, starts: &mut Starts) -> Vec<LeftOut> {
    let rejected = appraised.cases.iter().map(|case| &case.case).filter(|case| case.is_rejected());
    let taken_out = rejected.map(|case| {
        let _ = starts.remove(&case.id);
        let by = case.decision.as_ref().and_then(Decision::taken_by);
        LeftOut::of(case, WhyLeftOut::Rejected(by))
    });
    taken_out.collect()
}

/// Finished cases.
pub(super) fn finished(appraised: &Appraised) -> impl Iterator<Item = LeftOut> {
    let finished = appraised.cases.iter().filter(|case| case.case.is_over());
    finished.map(|AppraisedCase { case, .. }| {
        let is_held = case.is_in_todays_budget();
        LeftOut::of(case, if is_held { WhyLeftOut::Finished } else { WhyLeftOut::FinishedUndecided })
    })
}

/// Cases that could not be calculated.
pub(super) fn omitted(appraised: &Appraised) -> impl Iterator<Item = LeftOut> {
    let omitted = appraised.omitted.iter();
    omitted.map(|one| LeftOut { id: one.id.clone(), why: WhyLeftOut::Omitted(one.why.clone()) })
}

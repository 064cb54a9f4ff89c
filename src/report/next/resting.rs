//! Which cases the quarter asks something of, and why the others rest.

use super::Looking;
use crate::choose::{Fate, Settlement, Waits, Why};
use crate::model::Phase;
use crate::report::{Appraised, AppraisedCase};
use crate::units::Year;
use std::collections::BTreeSet;

/// Whether a case goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Going {
    /// It does: its first year, and the phase the quarter brings it to; none where it is being carried out.
    On { start: Option<Year>, target: Option<Phase> },
    /// It is finished, and still measured.
    Measured,
    /// It is finished or said no to: nothing is asked, and nothing has to be said.
    Out,
    /// Not this quarter.
    Rests(WhyResting),
}

/// Why nothing is asked of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyResting {
    /// venter: it is not chosen within the frames.
    Waits,
    /// Another case on the list meets the requirement that it would have met.
    DutyMet,
    /// A case that is on the list excludes it.
    Excluded,
    /// It is not on the list for another reason, though nothing is limited.
    NotIn,
    /// Chosen, with a start that is years ahead.
    Later(Year),
    /// krever skjønn
    Judgement,
    /// lønner seg ikke
    NotProfitable,
    /// Nothing can be chosen within the frames, so it is not known whether it goes on.
    Undecided,
    /// It is estimated alone, and awaits its deep dive.
    Estimated,
    /// Its area is not chosen for a deep dive.
    NotDug,
}

/// A case that nothing is asked of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Resting {
    /// Its place in [`Appraised::cases`].
    pub place: usize,
    /// Why.
    pub why: WhyResting,
}

/// What became of each case in a choice; by place.
pub(super) fn settled<'c>(appraised: &Appraised, choice: &'c [Settlement]) -> Vec<Option<&'c Settlement>> {
    let open = appraised.cases.iter().enumerate().filter(|(_, of)| !of.case.is_over());
    let open: Vec<usize> = open.map(|(place, _)| place).collect();
    let mut settled = vec![None; appraised.cases.len()];
    for one in choice {
        if let Some(of) = open.get(one.candidate).and_then(|place| settled.get_mut(*place)) {
            *of = Some(one);
        }
    }
    settled
}

/// Ids of the cases of areas that are chosen for a deep dive; none where there is no overview to choose in.
pub(super) fn dug_into(appraised: &Appraised) -> Option<BTreeSet<&str>> {
    let areas = || appraised.overviews.iter().flat_map(|overview| overview.sub_areas.rows());
    areas().next()?;
    let dug = areas().filter(|area| area.dig_deeper.get() == Some(&true));
    Some(dug.flat_map(|area| area.continued_by()).map(|id| id.value.as_str()).collect())
}

pub(super) fn going(
    of: &AppraisedCase,
    looking: &Looking<'_>,
    settled: Option<&Settlement>,
    dug: Option<&BTreeSet<&str>>,
) -> Going {
    let case = &of.case;
    if case.is_closed() {
        return if case.is_followed(looking.wanted.day) { Going::Measured } else { Going::Out };
    }
    if case.is_rejected() {
        return Going::Out;
    }
    if case.is_decided() {
        let target = (case.phase < Phase::Implementation).then_some(Phase::Preparation);
        return Going::On { start: case.start, target };
    }
    let target = looking.quarter.phase();
    let is_dug = dug.is_none_or(|dug| dug.contains(case.id.as_str()));
    // Its deep dive is to come where its area is chosen for one.
    let estimated = if is_dug { WhyResting::Estimated } else { WhyResting::NotDug };
    let on = Going::On { start: case.start, target: Some(target) };
    match target {
        Phase::Overview => on,
        Phase::DeepDive if is_dug => on,
        Phase::DeepDive => Going::Rests(WhyResting::NotDug),
        Phase::Prioritisation if case.phase > Phase::Overview => on,
        Phase::Prioritisation => Going::Rests(estimated),
        Phase::Preparation | Phase::Implementation | Phase::Closed => {
            chosen(case.start, looking, settled, estimated)
        }
    }
}

/// In the last quarter what is chosen goes on, where it begins next year.
fn chosen(
    own: Option<Year>,
    looking: &Looking<'_>,
    settled: Option<&Settlement>,
    estimated: WhyResting,
) -> Going {
    let target = Some(Phase::Preparation);
    let Some(settled) = settled else { return Going::On { start: own, target } };
    let soon = looking.appraised.organisation.budget_year.later(1);
    match settled.fate {
        Fate::Decided | Fate::Chosen | Fate::Open => match settled.start.or(own) {
            Some(later) if later > soon => Going::Rests(WhyResting::Later(later)),
            start => Going::On { start, target },
        },
        Fate::Waiting => Going::Rests(WhyResting::Waits),
        Fate::Out => Going::Rests(WhyResting::left_out(&settled.why)),
        Fate::Rejected => Going::Out,
        Fate::Judgement => Going::Rests(WhyResting::Judgement),
        Fate::NotProfitable => Going::Rests(WhyResting::NotProfitable),
        Fate::NotAssessed => Going::Rests(estimated),
    }
}

impl WhyResting {
    /// Why a case is not on the list where nothing is limited.
    const fn left_out(why: &Why) -> Self {
        match why {
            Why::Waits { because: Waits::DutyMet { .. }, .. } => Self::DutyMet,
            Why::Waits { because: Waits::Excluded { .. }, .. } => Self::Excluded,
            Why::Waits { .. } | Why::Plain(_) | Why::Chosen { .. } | Why::Nothing => Self::NotIn,
        }
    }
}

//! Who takes which unmet minimumskrav to met, and what a case is apart from what is chosen: the facts of
//! the list that no frame changes.

use super::contest::{Candidate, Contest};
use super::reason::{Met, Reason};
use crate::model::{Case, Decision, Duty};
use std::collections::{BTreeMap, BTreeSet};

/// Which part of the list a case belongs to, whatever is chosen. The order of the variants is the order of
/// the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// besluttet: fixed in, listed apart
    Decided,
    /// må
    Must,
    /// may
    May,
    /// avvist: said no to
    Rejected,
    /// ikke vurdert: lacks oppstart or levetid, or its start has passed
    NotAssessed,
}

/// Which candidates take which unmet minimumskrav to met.
pub(super) struct Requirements<'a> {
    /// By what each is known by: the ids of the assessed cases that resolve it.
    resolved_by: BTreeMap<&'a str, BTreeSet<&'a str>>,
    /// Requirements that a decided case meets, or a finished one.
    met: BTreeSet<&'a str>,
}

impl<'a> Requirements<'a> {
    pub(super) fn of(contest: &Contest<'a>) -> Self {
        let closed = contest.closed.iter().flat_map(|case| &case.duties);
        let met = closed.map(|duty| duty.id.as_str()).collect();
        let mut needs = Self { resolved_by: BTreeMap::new(), met };
        for candidate in contest.candidates {
            for Duty { id, .. } in &candidate.case.duties {
                if candidate.appraisal.value.is_some() && !candidate.case.is_rejected() {
                    needs.resolved_by.entry(id).or_default().insert(&candidate.case.id);
                }
                if candidate.case.is_decided() {
                    needs.met.insert(id);
                }
            }
        }
        needs
    }

    /// What a case takes to met that no decided or finished case does.
    pub(super) fn open(&self, case: &'a Case) -> impl Iterator<Item = &'a Duty> {
        case.duties.iter().filter(|duty| !self.met.contains(duty.id.as_str()))
    }

    /// Whether a decided or finished case meets it, or one that may be chosen does.
    pub(super) fn is_taken(&self, duty: &Duty) -> bool {
        self.met.contains(duty.id.as_str()) || self.resolved_by.contains_key(duty.id.as_str())
    }

    pub(super) fn standing(&self, candidate: &Candidate<'a>) -> Standing {
        if candidate.case.is_decided() {
            Standing::Decided
        } else if candidate.case.is_rejected() {
            Standing::Rejected
        } else if candidate.appraisal.value.is_none() {
            Standing::NotAssessed
        } else if self.open(candidate.case).next().is_some() {
            Standing::Must
        } else {
            Standing::May
        }
    }

    /// That a case is rejected, and which requirements then nobody meets.
    pub(super) fn rejected(&self, candidate: &Candidate<'a>) -> Reason {
        let open = self.open(candidate.case).filter(|duty| !self.resolved_by.contains_key(duty.id.as_str()));
        let unmet = open.map(|duty| duty.text.clone()).collect();
        Reason::Rejected { by: candidate.case.decision.as_ref().and_then(Decision::taken_by), unmet }
    }

    /// What a case takes to met that no decided or finished case does, and who else would.
    pub(super) fn met_also_by_others(&self, case: &'a Case) -> Vec<Met> {
        let met = |duty: &'a Duty| {
            let others =
                self.resolved_by.get(duty.id.as_str()).into_iter().flatten().filter(|id| **id != case.id);
            let alternatives = others.map(|id| (*id).to_owned()).collect();
            Met { requirement: duty.text.clone(), alternatives }
        };
        self.open(case).map(met).collect()
    }
}

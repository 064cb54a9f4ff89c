//! The order without frames: decided apart, must before may, then the method's value.
//!
//! Taking one case out never reorders the rest: every comparison is between two cases alone.

use super::reason::{Met, Missing, Reason, TieBreak};
use crate::calc::{Appraisal, Payback, Valuation};
use crate::model::{Case, Decision, Duty, Method};
use crate::units::Kroner;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// A case with its appraisal at the earliest start.
#[derive(Debug, Clone, Copy)]
pub struct Candidate<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its appraisal at `oppstart`.
    pub appraisal: &'a Appraisal,
    /// What is missing before the method's value is zero at the best start the case may have; none where
    /// some start gives that or more, and where it is not assessed.
    pub lacks: Option<Kroner>,
}

impl Candidate<'_> {
    /// The method's value at `oppstart`.
    #[must_use]
    pub fn value(&self, method: Method) -> Option<Kroner> {
        self.appraisal.value.as_ref().map(|valuation| valuation.value_by(method))
    }

    fn payback(&self) -> Option<Payback> {
        self.appraisal.value.as_ref().map(|valuation| valuation.payback)
    }
}

impl Valuation {
    /// What the method ranks by: NNV, planeffekt or the undiscounted running effect of the plan.
    #[must_use]
    pub const fn value_by(&self, method: Method) -> Kroner {
        match method {
            Method::NetPresentValue => self.npv,
            Method::PlanEffect => self.plan_effect,
            Method::Budget => self.plan_running_effect,
        }
    }
}

/// Which part of the list a case belongs to. The order of the variants is the order of the list.
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
    /// ikke vurdert: lacks oppstart or levetid
    NotAssessed,
}

/// beslutning. The order of the variants is the order of the parts of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// besluttet
    Decided,
    /// valgt: only under frames
    Chosen,
    /// venter: only under frames
    Waiting,
    /// krever skjønn
    Judgement,
    /// lønner seg ikke
    NotProfitable,
    /// No frames, or none that can be kept, so nothing is chosen or waiting.
    Open,
    /// ikke vurdert
    NotAssessed,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Position in the candidates given to [`rank`].
    pub candidate: usize,
    /// Place from 1 among the ranked; none for decided and rejected cases and those not assessed.
    pub place: Option<usize>,
    /// Part of the list.
    pub standing: Standing,
    /// må: whether the case takes an unmet requirement to met, whatever part it stands in.
    pub must: bool,
    /// What is known of the choice.
    pub verdict: Verdict,
    /// The method's value at `oppstart`.
    pub value: Option<Kroner>,
    /// Why it is here.
    pub reason: Reason,
}

/// The prioritised list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking {
    /// What the list is ordered by.
    pub method: Method,
    /// Every candidate once, in order.
    pub entries: Vec<Entry>,
}

/// Ranks every candidate once.
#[must_use]
pub fn rank(candidates: &[Candidate<'_>], method: Method) -> Ranking {
    let needs = Requirements::of(candidates);
    let mut order: Vec<(usize, Standing)> =
        candidates.iter().enumerate().map(|(index, candidate)| (index, needs.standing(candidate))).collect();
    order.sort_by(|(a, a_standing), (b, b_standing)| {
        let pair = candidates.get(*a).zip(candidates.get(*b));
        a_standing
            .cmp(b_standing)
            .then_with(|| pair.map_or(Ordering::Equal, |(a, b)| compare(a, b, method).0))
    });
    let mut entries: Vec<Entry> = Vec::with_capacity(order.len());
    let mut place = 0_usize;
    for (index, standing) in order {
        let Some(candidate) = candidates.get(index) else { continue };
        let above = entries.last().filter(|entry| entry.standing == standing);
        let above = above.and_then(|entry| candidates.get(entry.candidate));
        let (verdict, reason) = explain(candidate, standing, &needs, Neighbour { above, method });
        let ranked = matches!(standing, Standing::Must | Standing::May);
        place = place.saturating_add(usize::from(ranked));
        let value = candidate.value(method);
        entries.push(Entry {
            candidate: index,
            place: ranked.then_some(place),
            standing,
            must: Requirements::resolved(candidate).next().is_some(),
            verdict,
            value,
            reason,
        });
    }
    Ranking { method, entries }
}

/// The entry just above, and what the list is ordered by.
struct Neighbour<'a> {
    above: Option<&'a Candidate<'a>>,
    method: Method,
}

/// Higher value first; ties by shorter payback, then id. Says what settled a tie.
fn compare(a: &Candidate<'_>, b: &Candidate<'_>, method: Method) -> (Ordering, Option<TieBreak>) {
    let by_value = b.value(method).cmp(&a.value(method));
    if by_value != Ordering::Equal {
        return (by_value, None);
    }
    let by_payback = compare_payback(a.payback(), b.payback());
    if by_payback != Ordering::Equal {
        return (by_payback, Some(TieBreak::Payback));
    }
    (a.case.id.cmp(&b.case.id), Some(TieBreak::Id))
}

/// Shorter first, «aldri» after every number, unknown last.
pub(super) fn compare_payback(a: Option<Payback>, b: Option<Payback>) -> Ordering {
    let rank = |payback: Option<Payback>| match payback {
        Some(Payback::Years(years)) => (0, years),
        Some(Payback::Never) => (1, crate::units::Decimal::ZERO),
        None => (2, crate::units::Decimal::ZERO),
    };
    rank(a).cmp(&rank(b))
}

fn explain(
    candidate: &Candidate<'_>,
    standing: Standing,
    needs: &Requirements<'_>,
    neighbour: Neighbour<'_>,
) -> (Verdict, Reason) {
    match standing {
        Standing::Decided => {
            let in_todays_budget = candidate.case.is_in_todays_budget();
            (Verdict::Decided, Reason::Decided { in_todays_budget })
        }
        Standing::Must => (Verdict::Open, needs.reason(candidate)),
        Standing::May => explain_value(candidate, neighbour),
        Standing::Rejected => (Verdict::Open, needs.rejected(candidate)),
        Standing::NotAssessed => {
            (Verdict::NotAssessed, Reason::NotAssessed { missing: missing_fields(candidate.case) })
        }
    }
}

/// What must be written before a case can be ranked.
pub(super) fn missing_fields(case: &Case) -> Vec<Missing> {
    let mut missing = Vec::new();
    if case.start.is_none() {
        missing.push(Missing::Start);
    }
    if case.life.is_none() {
        missing.push(Missing::Life);
    }
    missing
}

fn explain_value(candidate: &Candidate<'_>, neighbour: Neighbour<'_>) -> (Verdict, Reason) {
    if let Some(lacks) = candidate.lacks {
        return if candidate.appraisal.quality.iter().any(|quality| quality.score > 0) {
            (Verdict::Judgement, Reason::Judgement { worth_at_least: lacks, best: None })
        } else {
            (Verdict::NotProfitable, Reason::NotProfitable { lacks, best: None })
        };
    }
    let method = neighbour.method;
    let values = neighbour.above.and_then(|above| above.value(method)).zip(candidate.value(method));
    let behind = values.and_then(|(above, own)| above.minus(own).ok());
    let tie = neighbour.above.and_then(|above| compare(above, candidate, method).1);
    (Verdict::Open, Reason::Value { behind, tie })
}

/// Which candidates take which unmet minimumskrav to met.
pub(super) struct Requirements<'a> {
    /// By hjemmel and text: the ids of the assessed cases that resolve it.
    resolved_by: BTreeMap<Key<'a>, BTreeSet<&'a str>>,
    /// Requirements a decided case meets.
    met: BTreeSet<Key<'a>>,
}

/// hjemmel and krav: what makes two requirements the same.
pub(super) type Key<'a> = &'a Duty;

impl<'a> Requirements<'a> {
    pub(super) fn of(candidates: &[Candidate<'a>]) -> Self {
        let mut needs = Self { resolved_by: BTreeMap::new(), met: BTreeSet::new() };
        for candidate in candidates {
            for key in Self::resolved(candidate) {
                if candidate.appraisal.value.is_some() && !candidate.case.is_rejected() {
                    needs.resolved_by.entry(key).or_default().insert(&candidate.case.id);
                }
                if candidate.case.is_decided() {
                    needs.met.insert(key);
                }
            }
        }
        needs
    }

    /// What a case takes to met that no decided case does.
    pub(super) fn open(&self, case: &'a Case) -> impl Iterator<Item = Key<'a>> {
        Self::met_by(case).filter(|key| !self.met.contains(key))
    }

    pub(super) fn resolved(candidate: &Candidate<'a>) -> impl Iterator<Item = Key<'a>> + use<'a> {
        Self::met_by(candidate.case)
    }

    fn met_by(case: &'a Case) -> impl Iterator<Item = Key<'a>> + use<'a> {
        case.duties.iter()
    }

    pub(super) fn standing(&self, candidate: &Candidate<'a>) -> Standing {
        if candidate.case.is_decided() {
            Standing::Decided
        } else if candidate.case.is_rejected() {
            Standing::Rejected
        } else if candidate.appraisal.value.is_none() {
            Standing::NotAssessed
        } else if Self::resolved(candidate).any(|key| !self.met.contains(&key)) {
            Standing::Must
        } else {
            Standing::May
        }
    }

    /// That a case is rejected, and which requirements then nobody meets.
    pub(super) fn rejected(&self, candidate: &Candidate<'a>) -> Reason {
        let open = self.open(candidate.case).filter(|key| !self.resolved_by.contains_key(key));
        let unmet = open.map(|duty| duty.text.clone()).collect();
        Reason::Rejected { by: candidate.case.decision.as_ref().and_then(Decision::taken_by), unmet }
    }

    fn reason(&self, candidate: &Candidate<'a>) -> Reason {
        let own = candidate.case.id.as_str();
        let open = Self::resolved(candidate).filter(|key| !self.met.contains(key));
        let met = |key: Key<'a>| {
            let others = self.resolved_by.get(&key).into_iter().flatten().filter(|id| **id != own);
            let alternatives = others.map(|id| (*id).to_owned()).collect();
            Met { requirement: key.text.clone(), alternatives }
        };
        Reason::Mandatory { requirements: open.map(met).collect() }
    }
}

//! The order of the list: its parts, must before may, then value, then payback, then id.

use super::choice::{ChoiceLine, Verdict};
use super::contest::{Contest, Offer};
use super::duties::Standing;
use super::reason::{Reason, TieBreak};
use super::why::{Because, Placing, Why};
use crate::calc::Payback;
use crate::units::{Decimal, Kroner};
use std::cmp::{Ordering, Reverse};

/// A line with what it is ordered by.
pub(super) struct Ordered {
    pub(super) line: ChoiceLine,
    pub(super) key: Key,
}

impl Ordered {
    /// Whether it is shown among those that are carried out where nothing is limited, and not in a part of its own.
    const fn is_on_list(&self) -> bool {
        !matches!(self.line.why, Why::Waits { .. } | Why::Plain(Reason::Rejected { .. }))
    }
}

/// What a line is ordered by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Key {
    /// The part of the list.
    part: Verdict,
    value: Option<Kroner>,
    payback: Option<Payback>,
}

impl Key {
    /// By what the line shows: the list under frames.
    pub(super) fn shown(line: &ChoiceLine, contest: &Contest<'_>) -> Self {
        let value = contest.candidates.get(line.candidate).and_then(|of| of.appraisal.value.as_ref());
        let offers = contest.offers.get(line.candidate);
        let mut shown = offers.into_iter().flatten().filter(|offer| Some(offer.start) == line.start);
        let payback = shown.next().map(|offer| offer.payback).or(value.map(|value| value.payback));
        Self { part: line.verdict, value: line.value, payback }
    }

    /// By what a case gives at its own best, whatever is chosen: then taking another out never moves it.
    pub(super) fn own(part: Verdict, own: Option<&Offer>) -> Self {
        Self { part, value: own.map(|own| own.value), payback: own.map(|own| own.payback) }
    }
}

/// The lines in the order of the list under frames.
pub(super) fn by_what_is_shown(
    lines: impl Iterator<Item = ChoiceLine>,
    contest: &Contest<'_>,
) -> Vec<ChoiceLine> {
    let lines = lines.map(|line| Ordered { key: Key::shown(&line, contest), line }).collect();
    in_order(lines, contest).into_iter().map(|of| of.line).collect()
}

/// The lines of what may be chosen, and the others, in an order by each case's own facts.
pub(super) fn by_own_facts(
    entrants: impl Iterator<Item = Ordered>,
    others: impl Iterator<Item = ChoiceLine>,
    contest: &Contest<'_>,
) -> Vec<ChoiceLine> {
    let others = others.map(|line| {
        let key = Key::shown(&line, contest);
        let part = if line.standing == Standing::Rejected { Verdict::Chosen } else { key.part };
        Ordered { line, key: Key { part, ..key } }
    });
    let mut lines = in_order(entrants.chain(others).collect(), contest);
    for place in 0..lines.len() {
        let placing = placing(&lines, place);
        let Some(Ordered { line, .. }) = lines.get_mut(place) else { continue };
        if let (Why::Chosen { because: Because::Placed(of), .. }, Some(placing)) = (&mut line.why, placing) {
            *of = placing;
        }
        if matches!(line.verdict, Verdict::Chosen | Verdict::Waiting) {
            line.verdict = Verdict::Open;
        }
    }
    lines.into_iter().map(|of| of.line).collect()
}

/// How a line lies against those above it, and the first against all.
fn placing(lines: &[Ordered], place: usize) -> Option<Placing> {
    let (above, from) = lines.split_at_checked(place)?;
    let own = from.first()?;
    let by_own_best = Placing::ByOwnBest(own.key.value?);
    let is_alike = |other: &&Ordered| other.key.part == own.key.part && other.is_on_list();
    let next = above.iter().rfind(is_alike).filter(|next| next.line.standing == own.line.standing);
    let Some(next) = next else {
        let beats = |other: &&Ordered| is_alike(other) && other.line.value > own.line.value;
        let must_be_done = |other: &Ordered| other.line.standing == Standing::Must;
        let mut better = lines.iter().filter(beats).peekable();
        let is_first = better.peek().is_none();
        let is_first_of_may = better.all(must_be_done) && !must_be_done(own);
        return Some(match (is_first, is_first_of_may) {
            (true, _) => Placing::Highest,
            (false, true) => Placing::HighestOfMay,
            (false, false) => by_own_best,
        });
    };
    let behind = next.line.value?.minus(own.line.value?).ok()?;
    Some(match compare_payback(next.key.payback, own.key.payback) {
        _ if behind.is_positive() => Placing::Behind(behind),
        _ if behind.is_negative() || next.key.value != own.key.value => by_own_best,
        Ordering::Less => Placing::Even(TieBreak::Payback),
        Ordering::Equal | Ordering::Greater => Placing::Even(TieBreak::Id),
    })
}

/// Puts the lines in order, and counts them.
fn in_order(mut lines: Vec<Ordered>, contest: &Contest<'_>) -> Vec<Ordered> {
    let id = |of: &Ordered| contest.candidates.get(of.line.candidate).map(|candidate| &candidate.case.id);
    lines.sort_by(|a, b| {
        let key = |of: &Ordered| (of.key.part, of.line.standing, Reverse(of.key.value));
        key(a)
            .cmp(&key(b))
            .then_with(|| compare_payback(a.key.payback, b.key.payback))
            .then_with(|| id(a).cmp(&id(b)))
    });
    let mut place = 0_usize;
    for Ordered { line, .. } in &mut lines {
        let is_rejected = line.standing == Standing::Rejected && line.verdict != Verdict::Chosen;
        if !is_rejected && !matches!(line.verdict, Verdict::Decided | Verdict::NotAssessed) {
            place = place.saturating_add(1);
            line.place = Some(place);
        }
    }
    lines
}

/// Shorter first, «aldri» after every number, unknown last.
fn compare_payback(a: Option<Payback>, b: Option<Payback>) -> Ordering {
    let rank = |payback: Option<Payback>| match payback {
        Some(Payback::Years(years)) => (0, years),
        Some(Payback::Never) => (1, Decimal::ZERO),
        Some(Payback::Unknown) | None => (2, Decimal::ZERO),
    };
    rank(a).cmp(&rank(b))
}

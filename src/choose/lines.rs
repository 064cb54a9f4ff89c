//! Candidates as lines of the list.

use super::answer::Answer;
use super::choice::{Choice, ChoiceLine, Locked, Status, Verdict};
use super::contest::Offer;
use super::duties::{Requirements, Standing};
use super::model::Model;
use super::order::{Key, Ordered, by_own_facts, by_what_is_shown};
use super::parts::kroner;
use super::reason::Reason;
use super::waiting::Care;
use super::why::Why;
use super::{remarks, usage};
use crate::model::Choice as LockChoice;
use crate::units::{Overflow, Year};
use std::cmp::Reverse;

/// What makes lines of candidates.
#[derive(Clone, Copy)]
pub(super) struct Lines<'m, 'a> {
    pub(super) model: &'m Model<'a>,
    pub(super) needs: &'m Requirements<'a>,
}

impl<'m, 'a> Lines<'m, 'a> {
    /// What became of each entrant of a choice, without why.
    pub(super) fn unexplained<'p>(
        self,
        picks: &'p [Option<usize>],
    ) -> impl Iterator<Item = ChoiceLine> + use<'m, 'a, 'p> {
        let model = self.model;
        (0..model.entrants.len()).filter_map(move |item| {
            let line = self.open(item)?;
            let Some(start) = model.problem.start(picks, item) else {
                let is_in = |other: usize| model.problem.start(picks, other).is_some();
                let out = self.out(item, is_in).map(|(verdict, _)| verdict);
                let standing = if out.is_some() { Standing::May } else { line.standing };
                return Some(ChoiceLine { verdict: out.unwrap_or(Verdict::Waiting), standing, ..line });
            };
            let value = model.offer(item, start.year).map(|offer| offer.value);
            Some(ChoiceLine {
                verdict: Verdict::Chosen,
                start: Some(start.year).and_then(Year::new),
                value,
                ..line
            })
        })
    }

    /// Decided cases, those that are rejected, and those that are not assessed.
    pub(super) fn others(self, rejected: Verdict) -> impl Iterator<Item = ChoiceLine> + use<'m, 'a> {
        let Self { model, needs } = self;
        let candidates = model.contest.candidates.iter().enumerate();
        candidates.filter_map(move |(place, candidate)| {
            let case = candidate.case;
            let (verdict, reason) = match needs.standing(candidate) {
                Standing::Decided => {
                    let (in_todays_budget, is_finished) = (case.is_in_todays_budget(), case.is_closed());
                    (Verdict::Decided, Reason::Decided { in_todays_budget, is_finished })
                }
                Standing::NotAssessed => {
                    (Verdict::NotAssessed, Reason::NotAssessed { missing: case.missing() })
                }
                Standing::Rejected if model.item(&case.id).is_none() => (rejected, needs.rejected(candidate)),
                Standing::Rejected | Standing::Must | Standing::May => return None,
            };
            let offer = model.contest.offers.get(place).and_then(|offers| offers.first());
            let shown = Shown { verdict, why: Why::Plain(reason), offer };
            let start = case.start.filter(|_| verdict != Verdict::Waiting);
            Some(ChoiceLine { start, ..self.line(place, shown) })
        })
    }

    fn line(self, candidate: usize, Shown { verdict, why, offer }: Shown<'_>) -> ChoiceLine {
        let of = self.model.contest.candidates.get(candidate);
        let standing = of.map_or(Standing::May, |of| self.needs.standing(of));
        ChoiceLine {
            candidate,
            place: None,
            standing,
            must: standing != Standing::May && of.is_some_and(|of| !of.case.duties.is_empty()),
            verdict,
            start: offer.map(|offer| offer.start),
            value: offer.map(|offer| offer.value),
            running_effect: offer.map(|offer| offer.running_effect),
            fte: offer.map(|offer| offer.fte),
            why,
            lock: None,
        }
    }

    /// What a case comes to at its earliest start, which is shown where none is chosen.
    fn earliest(self, item: usize) -> Option<&'a Offer> {
        let entrant = self.model.entrants.get(item)?;
        let offers = self.model.contest.offers.get(entrant.candidate)?;
        offers.iter().find(|offer| Some(offer.start) == entrant.case.start).or(offers.first())
    }

    /// krever skjønn or lønner seg ikke: a may-case whose value is negative at every start of its window.
    pub(super) fn poor(self, item: usize) -> Option<(Verdict, Reason)> {
        let candidate = self.model.contest.candidates.get(self.model.entrants.get(item)?.candidate)?;
        if self.needs.standing(candidate) == Standing::Must {
            return None;
        }
        self.by_value(item, None)
    }

    /// The same of a case whose requirement another meets: then it is judged as one that may wait. Where nothing
    /// is limited its place is its own, whatever is chosen.
    fn not_needed(self, item: usize, is_in: impl Fn(usize) -> bool) -> Option<(Verdict, Reason)> {
        self.model.contest.frames?;
        let mut groups = self.model.problem.groups.iter().filter(|group| group.contains(&item)).peekable();
        groups.peek()?;
        let met_by = groups.map(|group| group.iter().copied().find(|other| is_in(*other)));
        let met_by = met_by.collect::<Option<Vec<usize>>>()?;
        self.by_value(item, met_by.first().map(|by| self.model.id(*by).to_owned()))
    }

    /// Judged by its value, where that is negative at every start of its window.
    fn by_value(self, item: usize, met_by: Option<String>) -> Option<(Verdict, Reason)> {
        let entrant = self.model.entrants.get(item)?;
        let candidate = self.model.contest.candidates.get(entrant.candidate)?;
        let best = entrant.window().iter().max_by_key(|start| start.value)?;
        if best.value >= 0 {
            return None;
        }
        let lacks = self.model.offer(item, best.year)?.value.abs();
        let best = Year::new(best.year);
        let counts = candidate.appraisal.quality.iter().any(|quality| quality.score > 0);
        Some(if counts {
            (Verdict::Judgement, Reason::Judgement { worth_at_least: lacks, best, met_by })
        } else {
            (Verdict::NotProfitable, Reason::NotProfitable { lacks, best, met_by })
        })
    }

    /// What becomes of a case that is out of a choice, where its value alone decides it.
    fn out(self, item: usize, is_in: impl Fn(usize) -> bool) -> Option<(Verdict, Reason)> {
        self.poor(item).or_else(|| self.not_needed(item, is_in))
    }

    pub(super) fn waits(self, answer: &Answer<'_, '_>, item: usize) -> bool {
        !answer.is_in(item) && self.out(item, |other| answer.is_in(other)).is_none()
    }

    /// The line of a case where nothing is chosen.
    pub(super) fn open(self, item: usize) -> Option<ChoiceLine> {
        let entrant = self.model.entrants.get(item)?;
        let (verdict, why) = match self.poor(item) {
            Some((verdict, reason)) => (verdict, Why::Plain(reason)),
            None => (Verdict::Open, Why::Nothing),
        };
        let line = self.line(entrant.candidate, Shown { verdict, why, offer: self.earliest(item) });
        let lock = entrant.lock.map(|lock| Locked { lock: lock.clone(), cost: None });
        Some(ChoiceLine { lock, ..line })
    }

    /// The line of a case in a choice.
    pub(super) fn entrant(
        self,
        answer: &Answer<'_, '_>,
        item: usize,
        care: Care,
    ) -> Result<Option<ChoiceLine>, Overflow> {
        let Some(entrant) = self.model.entrants.get(item) else { return Ok(None) };
        let chosen = answer.offer(item);
        let (verdict, why) = match (chosen, self.out(item, |other| answer.is_in(other))) {
            (Some(_), _) => (Verdict::Chosen, answer.why_chosen(item)?),
            (None, Some((verdict, reason))) => (verdict, Why::Plain(reason)),
            (None, None) => (Verdict::Waiting, answer.why_waiting(item, care)?),
        };
        let offer = chosen.or_else(|| self.earliest(item));
        let line = self.line(entrant.candidate, Shown { verdict, why, offer });
        let start = if verdict == Verdict::Waiting { None } else { line.start };
        let is_judged = matches!(verdict, Verdict::Judgement | Verdict::NotProfitable);
        let standing = if is_judged { Standing::May } else { line.standing };
        let line = ChoiceLine { standing, must: line.must && !is_judged, ..line };
        Ok(Some(ChoiceLine { start, lock: locked(answer, item)?, ..line }))
    }

    /// A line with its place by the case's own facts.
    pub(super) fn placed(self, item: usize, line: ChoiceLine) -> Ordered {
        let is_locked_in = line.lock.as_ref().is_some_and(|of| of.lock.choice == LockChoice::In);
        let part = match self.poor(item) {
            Some((verdict, _)) if !is_locked_in => verdict,
            Some(_) | None => Verdict::Chosen,
        };
        Ordered { key: Key::own(part, self.own(item, line.standing)), line }
    }

    /// What a case comes to at its own best start: for a duty the first, else where it gives most.
    pub(super) fn own(self, item: usize, standing: Standing) -> Option<&'a Offer> {
        let entrant = self.model.entrants.get(item)?;
        let best = match standing {
            Standing::Must => entrant.window().first(),
            Standing::Decided | Standing::May | Standing::Rejected | Standing::NotAssessed => {
                entrant.window().iter().min_by_key(|start| (Reverse(start.value), start.year))
            }
        };
        let locked = entrant.lock.and_then(|lock| lock.start).map(Year::number);
        self.model.offer(item, locked.or(best.map(|best| best.year))?)
    }
}

/// The list when nothing is chosen.
pub(super) fn nothing(model: &Model<'_>, status: Status) -> Choice {
    let needs = Requirements::of(&model.contest);
    let lines = Lines { model, needs: &needs };
    let open = (0..model.entrants.len()).filter_map(|item| Some((item, lines.open(item)?)));
    let others = lines.others(Verdict::Open);
    let is_limited = model.contest.frames.is_some();
    Choice {
        method: model.contest.method,
        is_limited,
        status,
        lines: if is_limited {
            by_what_is_shown(open.map(|(_, line)| line).chain(others), &model.contest)
        } else {
            by_own_facts(open.map(|(item, line)| lines.placed(item, line)), others, &model.contest)
        },
        sum: None,
        savings: Vec::new(),
        savings_price: None,
        frames: usage::of_decided(model),
        remarks: remarks::broken_locks(model).collect(),
    }
}

/// How far a choice is proven.
pub(super) fn status_of(gap: i128) -> Status {
    match gap {
        0 => Status::Optimal,
        gap => Status::Limit { gap: kroner(gap).ok() },
    }
}

/// What a line shows.
struct Shown<'o> {
    verdict: Verdict,
    why: Why,
    offer: Option<&'o Offer>,
}

/// A lock, and what the best choice without it is worth more.
fn locked(answer: &Answer<'_, '_>, item: usize) -> Result<Option<Locked>, Overflow> {
    let entrant = answer.model.entrants.get(item);
    let Some(lock) = entrant.and_then(|entrant| entrant.lock) else { return Ok(None) };
    let without = answer.best(&answer.model.unlocked(&[item]));
    let cost = without.map(|(_, without)| answer.lock_cost(&without)).transpose()?;
    Ok(Some(Locked { lock: lock.clone(), cost }))
}

/// Where a candidate ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Placed {
    /// Whether it was chosen.
    pub chosen: bool,
    /// Its place in the list; none for decided cases and those not assessed.
    pub place: Option<usize>,
}

/// Where each candidate is in the list of a choice, in the order of the candidates.
pub(super) fn places(model: &Model<'_>, picks: &[Option<usize>]) -> Vec<Placed> {
    let needs = Requirements::of(&model.contest);
    let lines = Lines { model, needs: &needs };
    let mut placed = vec![Placed::default(); model.contest.candidates.len()];
    for line in by_what_is_shown(lines.unexplained(picks), &model.contest) {
        if let Some(of) = placed.get_mut(line.candidate) {
            *of = Placed { chosen: line.verdict == Verdict::Chosen, place: line.place };
        }
    }
    placed
}

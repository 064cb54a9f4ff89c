//! The best choice within the frames, every case with why it is where it is.
//!
//! contest → [`Model`] (whole numbers) → solved → checked again in exact decimals → each case
//! explained by solving again, all cores at once and in a fixed order.

use super::again::Placed;
use super::answer::Answer;
use super::choice::{Choice, Line, LockCost, Locked, Remark, Status};
use super::clash::conflict;
use super::contest::{Contest, Offer};
use super::frame::FrameYear;
use super::model::{Model, TooLarge};
use super::rank::{Requirements, Standing, Verdict, compare_payback, missing_fields};
use super::reason::Reason;
use super::waiting::{Care, kroner};
use super::why::{Waits, Why};
use super::{remarks, usage};
use crate::units::{Kroner, Overflow, Year};
use a3_solver::{Effort, Known, Solved, solve, solve_near};
use rayon::prelude::{IntoParallelIterator, ParallelIterator};
use std::cmp::Reverse;

/// Above this many waiting cases each is only added to the choice as it stands.
const MOST_SOLVED: usize = 60;

/// Above this many cases one frame is tried for each waiting case, and not all that stop it.
const MOST_THOROUGH: usize = 20;

/// Nodes of a search that is made again and again to explain: a choice that takes more to prove is
/// explained without new searches.
const AGAIN: u64 = 1_000;

/// Why there is no choice to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wrong {
    /// A figure is too large to weigh.
    TooLarge(TooLarge),
    /// An error of ours: the choice breaks a frame, or something else that has to hold where there is
    /// no frame to name. It is never shown as a result.
    Broken(Option<FrameYear>),
}

impl From<TooLarge> for Wrong {
    fn from(wrong: TooLarge) -> Self {
        Self::TooLarge(wrong)
    }
}

impl From<Overflow> for Wrong {
    fn from(_: Overflow) -> Self {
        Self::TooLarge(TooLarge { id: None })
    }
}

/// Chooses. The same contest gives the same choice, on any number of threads.
///
/// # Errors
/// [`Wrong`] where figures are too large to weigh, or the answer does not hold when it is checked again.
pub fn choose(contest: Contest<'_>, effort: Effort) -> Result<Choice, Wrong> {
    choose_watched(contest, effort, &|| ())
}

/// The same, telling each time a case is explained.
///
/// # Errors
/// As for [`choose`].
pub fn choose_watched(
    contest: Contest<'_>,
    effort: Effort,
    explained_one: &(dyn Fn() + Sync),
) -> Result<Choice, Wrong> {
    let model = Model::of(contest)?;
    let again = effort.at_most(AGAIN);
    // What cannot hold is found soonest among the few cases that something asks for.
    let asked_for = model.problem.bare().without_idle();
    if solve(&asked_for, again) == Solved::Impossible {
        return Ok(nothing(&model, Status::Impossible(conflict(&model, again)))?);
    }
    let (solved, again) = match solve(&model.problem, again) {
        solved @ (Solved::Found { gap: 0, .. } | Solved::Impossible) => (solved, Some(again)),
        Solved::Found { picks, worth, gap } => {
            let closer = solve_near(&model.problem, effort, &Known::of(&model.problem, picks));
            (closer.no_further(&worth, gap), None)
        }
        Solved::Unknown => (solve(&model.problem, effort), None),
    };
    match solved {
        Solved::Found { picks, worth, gap } => {
            let again = again.map(|effort| (effort, Known::of(&model.problem, picks.clone())));
            let answer = Answer { model: &model, picks, worth, gap, again };
            usage::check(&answer)?;
            Ok(explained(&answer, explained_one)?)
        }
        Solved::Impossible => {
            Ok(nothing(&model, Status::Impossible(conflict(&model, effort.at_most(AGAIN))))?)
        }
        Solved::Unknown => Ok(nothing(&model, Status::Limit { gap: None })?),
    }
}

/// The list when nothing is chosen.
fn nothing(model: &Model<'_>, status: Status) -> Result<Choice, Overflow> {
    let lines = Lines::of(model);
    let lines = (0..model.entrants.len())
        .filter_map(|item| lines.open(item))
        .chain(lines.others(Verdict::Open))
        .collect();
    Ok(Choice {
        method: model.contest.method,
        status,
        lines: in_order(lines, model),
        sum: None,
        savings: Vec::new(),
        frames: usage::of_decided(model),
        remarks: remarks::broken_locks(model).collect(),
    })
}

fn explained(answer: &Answer<'_, '_>, explained_one: &(dyn Fn() + Sync)) -> Result<Choice, Overflow> {
    let model = answer.model;
    let lines = Lines::of(model);
    let waiting = (0..model.entrants.len()).filter(|item| lines.waits(answer, *item)).count();
    let care = match waiting {
        _ if answer.again.is_none() || waiting > MOST_SOLVED => Care::Added,
        _ if model.entrants.len() > MOST_THOROUGH => Care::Solved,
        _ => Care::Thorough,
    };
    let entrants: Result<Vec<Option<Line>>, Overflow> = (0..model.entrants.len())
        .into_par_iter()
        .map(|item| {
            let line = lines.entrant(answer, item, care);
            explained_one();
            line
        })
        .collect();
    let all: Vec<Line> = entrants?.into_iter().flatten().chain(lines.others(Verdict::Waiting)).collect();
    let lacks =
        |line: &Line| matches!(&line.why, Why::Waits { because: Waits::Room | Waits::Several { .. }, .. });
    let is_rough = care == Care::Added && all.iter().any(lacks);
    let chosen = answer.chosen().filter_map(|item| answer.offer(item));
    let status = match answer.gap {
        0 => Status::Optimal,
        gap => Status::Limit { gap: kroner(gap).ok() },
    };
    Ok(Choice {
        method: model.contest.method,
        status,
        lines: in_order(all, model),
        sum: Some(Kroner::sum(chosen.map(|offer| offer.value))?),
        savings: usage::savings(answer)?,
        frames: usage::frames(answer)?,
        remarks: remarks::of(answer).into_iter().chain(is_rough.then_some(Remark::LackAsAdded)).collect(),
    })
}

/// What makes lines of candidates.
struct Lines<'m, 'a> {
    model: &'m Model<'a>,
    needs: Requirements<'a>,
}

impl<'m, 'a> Lines<'m, 'a> {
    fn of(model: &'m Model<'a>) -> Self {
        Self { model, needs: Requirements::of(model.contest.candidates) }
    }

    /// Decided cases, those that are rejected, and those that are not assessed.
    fn others(&self, rejected: Verdict) -> impl Iterator<Item = Line> {
        let Self { model, needs } = self;
        let candidates = model.contest.candidates.iter().enumerate();
        candidates.filter_map(move |(place, candidate)| {
            let case = candidate.case;
            let (verdict, reason) = match needs.standing(candidate) {
                Standing::Decided => {
                    (Verdict::Decided, Reason::Decided { in_todays_budget: case.is_in_todays_budget() })
                }
                Standing::NotAssessed => {
                    (Verdict::NotAssessed, Reason::NotAssessed { missing: missing_fields(case) })
                }
                Standing::Rejected if model.item(&case.id).is_none() => (rejected, needs.rejected(candidate)),
                Standing::Rejected | Standing::Must | Standing::May => return None,
            };
            let offer = model.contest.offers.get(place).and_then(|offers| offers.first());
            let shown = Shown { verdict, why: Why::Plain(reason), offer };
            let start = case.start.filter(|_| verdict != Verdict::Waiting);
            Some(Line { start, ..self.line(place, shown) })
        })
    }

    fn line(&self, candidate: usize, Shown { verdict, why, offer }: Shown<'_>) -> Line {
        let of = self.model.contest.candidates.get(candidate);
        Line {
            candidate,
            place: None,
            standing: of.map_or(Standing::May, |of| self.needs.standing(of)),
            must: of.is_some_and(|of| Requirements::resolved(of).next().is_some()),
            verdict,
            start: offer.map(|offer| offer.start),
            value: offer.map(|offer| offer.value),
            running_effect: offer.map(|offer| offer.running_effect),
            why,
            lock: None,
        }
    }

    /// What a case comes to at its earliest start, which is shown where none is chosen.
    fn earliest(&self, item: usize) -> Option<&'a Offer> {
        let entrant = self.model.entrants.get(item)?;
        let offers = self.model.contest.offers.get(entrant.candidate)?;
        offers.iter().find(|offer| Some(offer.start) == entrant.case.start).or(offers.first())
    }

    /// krever skjønn or lønner seg ikke: a may-case whose value is negative at every start of its window.
    fn poor(&self, item: usize) -> Option<(Verdict, Reason)> {
        let entrant = self.model.entrants.get(item)?;
        let candidate = self.model.contest.candidates.get(entrant.candidate)?;
        let best = entrant.window.iter().max_by_key(|start| start.value)?;
        if best.value >= 0 || self.needs.standing(candidate) == Standing::Must {
            return None;
        }
        let lacks = self.model.offer(item, best.year)?.value.abs();
        let best = Year::new(best.year);
        let counts = candidate.appraisal.quality.iter().any(|quality| quality.score > 0);
        Some(if counts {
            (Verdict::Judgement, Reason::Judgement { worth_at_least: lacks, best })
        } else {
            (Verdict::NotProfitable, Reason::NotProfitable { lacks, best })
        })
    }

    fn waits(&self, answer: &Answer<'_, '_>, item: usize) -> bool {
        !answer.is_in(item) && self.poor(item).is_none()
    }

    fn open(&self, item: usize) -> Option<Line> {
        let entrant = self.model.entrants.get(item)?;
        let (verdict, why) = match self.poor(item) {
            Some((verdict, reason)) => (verdict, Why::Plain(reason)),
            None => (Verdict::Open, Why::Nothing),
        };
        let line = self.line(entrant.candidate, Shown { verdict, why, offer: self.earliest(item) });
        let lock = entrant.lock.map(|lock| Locked { lock: lock.clone(), cost: None });
        Some(Line { lock, ..line })
    }

    fn entrant(&self, answer: &Answer<'_, '_>, item: usize, care: Care) -> Result<Option<Line>, Overflow> {
        let Some(entrant) = self.model.entrants.get(item) else { return Ok(None) };
        let chosen = answer.offer(item);
        let (verdict, why) = match (chosen, self.poor(item)) {
            (Some(_), _) => (Verdict::Chosen, answer.why_chosen(item)),
            (None, Some((verdict, reason))) => (verdict, Why::Plain(reason)),
            (None, None) => (Verdict::Waiting, answer.why_waiting(item, care)?),
        };
        let offer = chosen.or_else(|| self.earliest(item));
        let line = self.line(entrant.candidate, Shown { verdict, why, offer });
        let start = if verdict == Verdict::Waiting { None } else { line.start };
        Ok(Some(Line { start, lock: locked(answer, item)?, ..line }))
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
    let Some((entrant, lock)) = entrant.and_then(|entrant| Some((entrant, entrant.lock?))) else {
        return Ok(None);
    };
    let cost = match answer.best(&answer.problem().freed(item, &entrant.window)) {
        Some((_, without)) => Some(LockCost {
            value: kroner(without.value.saturating_sub(answer.worth.value))?,
            savings: kroner(answer.worth.shortfall.saturating_sub(without.shortfall))?,
            delay: answer.worth.delay.cast_signed().saturating_sub(without.delay.cast_signed()),
        }),
        None => None,
    };
    Ok(Some(Locked { lock: lock.clone(), cost }))
}

/// Where each candidate stands in the list of a choice, in the order of the candidates.
pub(super) fn places(model: &Model<'_>, picks: &[Option<usize>]) -> Vec<Placed> {
    let lines = Lines::of(model);
    let entrants = (0..model.entrants.len()).filter_map(|item| {
        let line = lines.open(item)?;
        let Some(start) = model.problem.start(picks, item) else {
            let verdict = if line.verdict == Verdict::Open { Verdict::Waiting } else { line.verdict };
            return Some(Line { verdict, ..line });
        };
        let value = model.offer(item, start.year).map(|offer| offer.value);
        Some(Line { verdict: Verdict::Chosen, value, ..line })
    });
    let mut placed = vec![Placed::default(); model.contest.candidates.len()];
    for line in in_order(entrants.collect(), model) {
        if let Some(of) = placed.get_mut(line.candidate) {
            *of = Placed { chosen: line.verdict == Verdict::Chosen, place: line.place };
        }
    }
    placed
}

/// Each part in the order of the list: must before may, then value, then payback, then id.
fn in_order(mut lines: Vec<Line>, model: &Model<'_>) -> Vec<Line> {
    let candidates = model.contest.candidates;
    let payback = |line: &Line| {
        let value = candidates.get(line.candidate).and_then(|candidate| candidate.appraisal.value.as_ref());
        let own = value.map(|value| value.payback);
        let offers = model.contest.offers.get(line.candidate);
        let mut shown = offers.into_iter().flatten().filter(|offer| Some(offer.start) == line.start);
        shown.next().map(|offer| offer.payback).or(own)
    };
    let id = |line: &Line| candidates.get(line.candidate).map(|candidate| &candidate.case.id);
    lines.sort_by(|a, b| {
        let key = |line: &Line| (line.verdict, line.standing, Reverse(line.value));
        key(a)
            .cmp(&key(b))
            .then_with(|| compare_payback(payback(a), payback(b)))
            .then_with(|| id(a).cmp(&id(b)))
    });
    let mut place = 0_usize;
    for line in &mut lines {
        let is_rejected = line.standing == Standing::Rejected && line.verdict != Verdict::Chosen;
        if !is_rejected && !matches!(line.verdict, Verdict::Decided | Verdict::NotAssessed) {
            place = place.saturating_add(1);
            line.place = Some(place);
        }
    }
    lines
}

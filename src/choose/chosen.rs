//! Why a chosen case is chosen, and why it starts when it does.

use super::answer::Answer;
use super::entrant::Entrant;
use super::frame::FrameYear;
use super::parts::kroner;
use super::why::{Because, Hindrance, Kept, Timing, Why};
use crate::units::{Overflow, Year};
use a3_solver::{Lack, Start, Worth};

/// Which earlier start would have been preferred.
#[derive(Clone, Copy)]
enum First {
    /// A duty is met as soon as can be.
    Earliest,
    WorthMost,
}

impl Answer<'_, '_> {
    /// Why a chosen item is chosen.
    pub(super) fn why_chosen(&self, item: usize) -> Result<Why, Overflow> {
        let duties = self.duties(item);
        let first = if duties.is_empty() { First::WorthMost } else { First::Earliest };
        Ok(Why::Chosen { because: self.because(item, duties)?, timing: self.timing(item, first) })
    }

    /// The requirements that without this item would not be met, or be met later, by the others chosen.
    fn duties(&self, item: usize) -> Vec<String> {
        let Some(own) = self.start(item) else { return Vec::new() };
        let is_met = |group: &[usize]| {
            let mut others =
                group.iter().filter(|other| **other != item).filter_map(|other| self.start(*other));
            others.any(|other| other.delay <= own.delay)
        };
        let groups = self.problem().groups.iter().zip(&self.model.duties);
        let needed = groups.filter(|(group, _)| group.contains(&item) && !is_met(group));
        let mut duties: Vec<String> = needed.map(|(_, text)| (*text).to_owned()).collect();
        duties.dedup();
        duties
    }

    fn because(&self, item: usize, duties: Vec<String>) -> Result<Because, Overflow> {
        if self.problem().items.get(item).is_some_and(|item| item.locked_in) {
            return Ok(Because::Locked);
        }
        if !duties.is_empty() {
            return Ok(Because::Duty(duties));
        }
        let required_by = |by: usize| Because::RequiredBy(self.model.id(by).to_owned());
        if let Some(by) = self.asked_for_by(item) {
            return Ok(required_by(by));
        }
        if self.shortfall_by(item, None) > 0 {
            return self.saves(item);
        }
        if self.start(item).is_some_and(|start| start.value > 0) {
            return Ok(Because::Value);
        }
        Ok(self.requiring(item).next().map_or(Because::Others, required_by))
    }

    /// The chosen items that require this one.
    fn requiring(&self, item: usize) -> impl Iterator<Item = usize> {
        let requires = self.problem().requires.iter();
        requires.filter(move |(_, other)| *other == item).map(|(one, _)| *one).filter(|one| self.is_in(*one))
    }

    /// The chosen item that asks for this one: one that requires it, and that in a ring with it is asked for itself.
    fn asked_for_by(&self, item: usize) -> Option<usize> {
        let ring = self.model.required(item);
        let outside = |one: usize| self.requiring(one).find(|by| *by != item && !ring.contains(by));
        let is_locked = |one: usize| self.problem().items.get(one).is_some_and(|item| item.locked_in);
        let is_asked_for =
            |one: usize| is_locked(one) || !self.duties(one).is_empty() || outside(one).is_some();
        let within = |by: &usize| ring.contains(by) && is_asked_for(*by);
        let near = outside(item).or_else(|| self.requiring(item).find(within));
        near.or_else(|| {
            ring.iter().copied().find(|one| self.model.required(*one).contains(&item) && within(one))
        })
    }

    /// Whether innsparingskrav takes this item: the best choice without it shows.
    fn saves(&self, item: usize) -> Result<Because, Overflow> {
        let Some((picks, without)) = self.best(&self.problem().freed(item, &[])) else {
            return Ok(Because::Saves { instead: Vec::new() });
        };
        if without.shortfall > self.worth.shortfall {
            return Ok(Because::Savings(Kept::of(&without)?));
        }
        let instead = self.newcomers(&picks).map(|other| self.model.id(other).to_owned());
        Ok(Because::Saves { instead: instead.collect() })
    }

    fn timing(&self, item: usize, first: First) -> Timing {
        let entrant = self.model.entrants.get(item);
        if entrant.is_some_and(|entrant| entrant.lock.is_some_and(|lock| lock.start.is_some())) {
            return Timing::Locked;
        }
        let Some(own) = self.start(item) else { return Timing::Unknown };
        let starts = self.problem().items.get(item).map_or(&[][..], |item| item.starts.as_slice());
        let too_early = entrant.map_or(&[][..], Entrant::too_early);
        let earlier = too_early.iter().chain(starts).filter(|start| start.year < own.year);
        let earlier: Vec<&Start> = earlier.collect();
        if earlier.is_empty() {
            return Timing::Earliest;
        }
        let is_worth_less = |start: &Start| matches!(first, First::WorthMost) && start.value < own.value;
        if earlier.iter().all(|start| is_worth_less(start)) {
            let is_most = starts.iter().all(|start| start.value <= own.value);
            return if is_most { Timing::Best } else { Timing::Higher };
        }
        let stops = earlier.iter().map(|start| match is_worth_less(start) {
            true => worth_less(start),
            false => self.stop(item, start),
        });
        let stops: Option<Vec<Hindrance>> = stops.collect();
        stops.map_or(Timing::Unknown, Timing::Stopped)
    }

    /// What stops an earlier start, the rest of the choice unmoved; none where nothing does, as when the search was
    /// not finished.
    fn stop(&self, item: usize, target: &Start) -> Option<Hindrance> {
        let earlier = Year::new(target.year)?;
        let requires = self.problem().requires.iter().filter(|(one, _)| *one == item);
        let mut later =
            requires.filter(|(_, other)| self.start(*other).is_some_and(|at| at.year > target.year));
        let later = later.next().map(|(_, other)| self.model.id(*other));
        let awaited = self.model.entrants.get(item).into_iter().flat_map(|entrant| &entrant.awaited);
        let mut awaited = awaited.filter(|of| of.year > target.year).map(|of| of.id);
        let requires = later.or_else(|| awaited.next()).map(str::to_owned);
        let broken = self.broken_by(&[(item, target)]);
        let rows = broken.iter().filter_map(|lack| self.model.rows.get(lack.row));
        let frames: Vec<FrameYear> = rows.map(|row| row.at.clone()).collect();
        let is_free = requires.is_none() && frames.is_empty();
        let stop = Hindrance { requires, frames, ..Hindrance::of(earlier) };
        if self.shortfall_by(item, Some(target)) <= 0 {
            return (!is_free).then_some(stop);
        }
        // What is missing while the rest is unmoved, the rest may make up for: the best choice with that start tells.
        let Some(best) = self.best_at(item, target, &broken) else { return (!is_free).then_some(stop) };
        let less = best.less_value_than(&self.worth).filter(|less| *less > 0 || is_free);
        let misses_savings = best.goals() > self.worth.goals();
        let gives_less = less.and_then(|less| kroner(less.max(0)).ok());
        Some(Hindrance { misses_savings, gives_less, ..stop })
    }

    /// How good the best choice is with that start, and room in the frames that break; none where it is not proven.
    fn best_at(&self, item: usize, target: &Start, broken: &[Lack]) -> Option<Worth> {
        let raised = broken.iter().fold(self.problem().clone(), |problem, lack| problem.raised(*lack));
        let there = raised.freed(item, std::slice::from_ref(target)).forced(item);
        self.best(&there).map(|(_, best)| best)
    }
}

impl Kept {
    /// What a choice without the case comes to.
    pub(super) fn of(without: &Worth) -> Result<Self, Overflow> {
        Ok(Self { missing_without: kroner(without.shortfall)?, sum_without: kroner(without.value)? })
    }
}

/// An earlier start that gives less.
fn worth_less(start: &Start) -> Option<Hindrance> {
    let earlier = Year::new(start.year)?;
    Some(Hindrance { is_worth_less: true, ..Hindrance::of(earlier) })
}

//! Why a chosen case is chosen, and why it starts when it does.

use super::answer::Answer;
use super::frame::FrameYear;
use super::why::{Because, Blocked, Timing, Why};
use crate::units::Year;
use a3_solver::Start;
use std::cmp::Reverse;

/// Which earlier start would have been preferred.
#[derive(Clone, Copy)]
enum First {
    /// A duty is met as soon as can be.
    Earliest,
    WorthMost,
}

impl Answer<'_, '_> {
    /// Why a chosen item is chosen.
    pub(super) fn why_chosen(&self, item: usize) -> Why {
        let duties = self.duties(item);
        let first = if duties.is_empty() { First::WorthMost } else { First::Earliest };
        Why::Chosen { because: self.because(item, duties), timing: self.timing(item, first) }
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

    fn because(&self, item: usize, duties: Vec<String>) -> Because {
        if self.problem().items.get(item).is_some_and(|item| item.locked_in) {
            return Because::Locked;
        }
        if !duties.is_empty() {
            return Because::Duty(duties);
        }
        if self.shortfall_by(item, None) > 0 {
            return self.saves(item);
        }
        if self.start(item).is_some_and(|start| start.value > 0) {
            return Because::Value;
        }
        let requires = self.problem().requires.iter();
        let mut by = requires.filter(|(_, other)| *other == item).map(|(one, _)| *one);
        by.find(|one| self.is_in(*one))
            .map_or(Because::Others, |by| Because::RequiredBy(self.model.id(by).to_owned()))
    }

    /// Whether innsparingskrav takes this item: the best choice without it shows.
    fn saves(&self, item: usize) -> Because {
        let Some((picks, without)) = self.best(&self.problem().freed(item, &[])) else {
            return Because::Saves { instead: Vec::new() };
        };
        if without.shortfall > self.worth.shortfall {
            return Because::Savings;
        }
        let instead = self.newcomers(&picks).map(|other| self.model.id(other).to_owned());
        Because::Saves { instead: instead.collect() }
    }

    fn timing(&self, item: usize, first: First) -> Timing {
        let entrant = self.model.entrants.get(item);
        if entrant.is_some_and(|entrant| entrant.lock.is_some_and(|lock| lock.start.is_some())) {
            return Timing::Locked;
        }
        let Some(own) = self.start(item) else { return Timing::Unknown };
        let starts = self.problem().items.get(item).map_or(&[][..], |item| item.starts.as_slice());
        let earlier = starts.iter().filter(|start| start.year < own.year);
        let target = match first {
            First::Earliest => earlier.min_by_key(|start| start.year),
            First::WorthMost => earlier.min_by_key(|start| (Reverse(start.value), start.year)),
        };
        let Some(target) = target else { return Timing::Earliest };
        if matches!(first, First::WorthMost) && target.value < own.value {
            return Timing::Best;
        }
        let as_good = starts.iter().filter(|start| start.year < own.year).filter(|start| match first {
            First::Earliest => true,
            First::WorthMost => start.value >= own.value,
        });
        let blocked: Vec<Blocked> = as_good.filter_map(|start| self.blocked(item, start)).collect();
        match self.stopped(item, target, blocked) {
            Some(stopped) => stopped,
            None if target.value < own.value => Timing::Best,
            None => Timing::Unknown,
        }
    }

    /// The frames that an earlier start would break, the rest of the choice unmoved; none where there is
    /// room.
    fn blocked(&self, item: usize, target: &Start) -> Option<Blocked> {
        let broken = self.broken_by(&[(item, target)]);
        let rows = broken.into_iter().filter_map(|lack| self.model.rows.get(lack.row));
        let frames: Vec<FrameYear> = rows.map(|row| row.at.clone()).collect();
        (!frames.is_empty()).then_some(Blocked { earlier: Year::new(target.year)?, frames })
    }

    /// What stops the earlier start that would be preferred, the rest of the choice unmoved; with it the
    /// other earlier starts there is no room for.
    fn stopped(&self, item: usize, target: &Start, blocked: Vec<Blocked>) -> Option<Timing> {
        let earlier = Year::new(target.year)?;
        let requires = self.problem().requires.iter().filter(|(one, _)| *one == item);
        let mut later =
            requires.filter(|(_, other)| self.start(*other).is_some_and(|at| at.year > target.year));
        if let Some((_, other)) = later.next() {
            return Some(Timing::Requires(self.model.id(*other).to_owned()));
        }
        if blocked.iter().any(|one| one.earlier == earlier) {
            return Some(Timing::Full(blocked));
        }
        (self.shortfall_by(item, Some(target)) > 0).then_some(Timing::Savings { earlier })
    }
}

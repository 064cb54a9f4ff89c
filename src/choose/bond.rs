//! What binds a case to others, and what holds it back also without that, found by letting go of it and solving again.

use super::answer::{Answer, Renewed};
use super::entrant::Bar;
use super::model::Model;
use super::waiting::Care;
use super::why::{Other, Settled, Waits, Why};
use crate::units::{Kroner, Overflow};
use a3_solver::Prior;
use std::collections::{BTreeMap, BTreeSet};

/// How many bonds of a case are let go of, one after the other.
const MOST_LET_GO: usize = 4;

impl Answer<'_, '_> {
    /// What stops a case whatever frames there are.
    pub(super) fn barred(&self, item: usize) -> Option<Waits> {
        match self.model.entrants.get(item)?.bar() {
            Some(Bar::LockedOut) => return Some(Waits::LockedOut),
            Some(Bar::Excluded(_)) => return self.excluded(item, None),
            Some(Bar::Requires(other)) => return Some(no_way(other, self.model.missing(other))),
            Some(Bar::Later(other)) => return Some(no_way(other, Other::Later)),
            None => {}
        }
        let is_locked = |other: usize| self.problem().items.get(other).is_some_and(|item| item.locked_in);
        if self.model.partners(item).any(is_locked) {
            return self.excluded(item, None);
        }
        let last = self.starts(item).iter().map(|start| start.year).max();
        self.model.required(item).into_iter().find_map(|other| {
            let id = self.model.id(other);
            let first = self.starts(other).iter().map(|start| start.year).min();
            match self.model.missing(id) {
                other_is @ (Other::LockedOut | Other::Excluded | Other::Rejected | Other::Unavailable) => {
                    Some(no_way(id, other_is))
                }
                Other::NotChosen | Other::Later if first > last => Some(no_way(id, Other::Later)),
                Other::NotChosen | Other::Later => None,
            }
        })
    }

    /// The cases that are in and exclude a case, all of them.
    pub(super) fn excluded(&self, item: usize, tie: Option<Settled>) -> Option<Waits> {
        let bars = self.model.entrants.get(item)?.bars.iter();
        let decided =
            bars.filter_map(|bar| if let Bar::Excluded(id) = bar { Some((*id).to_owned()) } else { None });
        let chosen = self.model.partners(item).filter(|other| self.is_in(*other));
        let by: Vec<String> = decided.chain(chosen.map(|other| self.model.id(other).to_owned())).collect();
        (!by.is_empty()).then_some(Waits::Excluded { by, tie })
    }

    /// A case it requires that is not in, or starts after each start at which it is worth anything.
    pub(super) fn lacking(&self, item: usize, less: Option<Kroner>) -> Option<Waits> {
        let required = self.model.required(item);
        let found = required.iter().find(|other| !self.is_in(**other)).map(|out| (*out, Other::NotChosen));
        let starts = self.starts(item);
        let good = starts.iter().filter(|start| start.value > 0).map(|start| start.year).max();
        let last = good.or(starts.last().map(|start| start.year));
        let is_late = |other: &&usize| self.start(**other).zip(last).is_some_and(|(at, last)| at.year > last);
        let (other, other_is) = found.or_else(|| Some((*required.iter().find(is_late)?, Other::Later)))?;
        Some(Waits::Requires { other: self.model.id(other).to_owned(), other_is, less })
    }

    /// Whether a case would be chosen without a bond. Where that is not solved, the bond is what is known of it.
    pub(super) fn lets_in(&self, item: usize, bond: &Waits, care: Care) -> bool {
        if care == Care::Added {
            return true;
        }
        let free = self.model.let_go(item, bond);
        let Some((picks, best)) = self.best(&free.problem) else { return true };
        // Where nothing is limited, a case has its place also where a choice with it is only as good.
        let is_as_good = || {
            let with = self.best(&free.problem.forced(item));
            with.is_some_and(|(_, with)| with.less_value_than(&best) == Some(0))
        };
        free.problem.start(&picks, item).is_some() || self.model.contest.frames.is_none() && is_as_good()
    }

    /// That a bond holds a case back, with what holds it back also without the bond: nothing where it is then in, and
    /// where that is not solved.
    pub(super) fn bound(&self, item: usize, because: Waits, care: Care) -> Result<Why, Overflow> {
        let mut why = Why::Waits { because, way: None, then: None };
        let Why::Waits { because, then, .. } = &mut why else { return Ok(why) };
        if care == Care::Added || *because == Waits::LockedOut {
            return Ok(why);
        }
        let free = self.model.let_go(item, because);
        let Some((picks, worth)) = self.best(&free.problem) else { return Ok(why) };
        let again = self.again.as_ref().map(|again| Renewed {
            effort: again.effort,
            known: Prior::of(picks.clone()),
            depth: again.depth,
        });
        let answer = Answer { model: &free, picks, worth, gap: 0, again };
        if answer.is_in(item) {
            return Ok(why);
        }
        let still = if free.let_go < MOST_LET_GO {
            answer.why_waiting(item, care)?
        } else {
            Why::Waits { because: Waits::Unknown, way: None, then: None }
        };
        let is_as_good = matches!(
            still,
            Why::Waits { because: Waits::Even(Settled::FewestCases) | Waits::NoGain | Waits::Unknown, .. }
        );
        let has_its_place = self.model.contest.frames.is_none() && is_as_good;
        *then = (!has_its_place).then(|| Box::new(still));
        Ok(why)
    }
}

fn no_way(other: &str, other_is: Other) -> Waits {
    Waits::Requires { other: other.to_owned(), other_is, less: None }
}

impl Model<'_> {
    /// The cases that a case excludes, or that exclude it.
    pub(super) fn partners(&self, item: usize) -> impl Iterator<Item = usize> {
        self.problem.excludes.iter().filter_map(move |(one, other)| match item {
            _ if item == *one => Some(*other),
            _ if item == *other => Some(*one),
            _ => None,
        })
    }

    /// All that a case requires, and what that requires, the nearest first.
    pub(super) fn required(&self, item: usize) -> Vec<usize> {
        let mut needs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (one, other) in &self.problem.requires {
            needs.entry(*one).or_default().push(*other);
        }
        let (mut all, mut known) = (vec![item], BTreeSet::from([item]));
        let mut place = 0_usize;
        while let Some(one) = all.get(place) {
            let others = needs.get(one).into_iter().flatten().copied();
            all.extend(others.filter(|other| known.insert(*other)));
            place = place.saturating_add(1);
        }
        all.split_off(1)
    }

    /// The same without what binds a case to the others that a reason names.
    fn let_go(&self, item: usize, bond: &Waits) -> Self {
        let mut free = self.clone();
        free.let_go = free.let_go.saturating_add(1);
        let Some(entrant) = free.entrants.get_mut(item) else { return free };
        if let Waits::Excluded { by, .. } = bond {
            let is_named = |other: &usize| by.iter().any(|id| id == self.id(*other));
            let is_kept = |(one, other): &(usize, usize)| {
                !(*one == item && is_named(other) || *other == item && is_named(one))
            };
            free.problem.excludes.retain(is_kept);
            entrant.bars.retain(|bar| !matches!(bar, Bar::Excluded(id) if by.iter().any(|by| by == id)));
        }
        if let Waits::Requires { other, .. } = bond {
            let is_named = |one: usize| self.id(one) == other;
            let leads = |one: usize| is_named(one) || self.required(one).into_iter().any(is_named);
            free.problem.requires.retain(|(one, needed)| *one != item || !leads(*needed));
            entrant.bars.retain(|bar| !matches!(bar, Bar::Requires(id) | Bar::Later(id) if id == other));
            entrant.awaited.retain(|of| of.id != other);
        }
        if let Some(of) = free.problem.items.get_mut(item).filter(|of| of.starts.is_empty()) {
            of.starts = entrant.starts();
        }
        free
    }
}

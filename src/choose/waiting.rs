//! What a waiting case lacks, found by solving again.

use super::answer::{Answer, Missing};
use super::model::Bar;
use super::problem::{Picks, Start};
use super::solver::{Solved, solve_near};
use super::why::{Gap, Moved, Waits};
use crate::units::{Decimal, Kroner, Overflow, Year};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// How much work is spent on each waiting case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// The least of each frame that stops the case is found by solving again.
    Thorough,
    /// The least of the frame that lacks least when the case is added, found by solving again.
    Solved,
    /// What is missing when the case is added to the choice as it stands: enough, and not surely the least.
    Added,
}

impl Care {
    /// Frames that are tried for a case, those that lack least first.
    const fn frames(self) -> usize {
        match self {
            Self::Thorough => 8,
            Self::Solved => 1,
            Self::Added => 0,
        }
    }
}

/// Nodes of the search for the least of a frame.
const LEAST: u64 = 100;

impl Answer<'_, '_> {
    /// What a case that is not chosen lacks.
    pub(super) fn waits(&self, item: usize, care: Care) -> Result<Waits, Overflow> {
        if let Some(barred) = self.barred(item) {
            return Ok(barred);
        }
        let starts = self.problem().items.get(item).map_or(&[][..], |item| item.starts.as_slice());
        let earliest = self.required_start(item);
        let good = starts.iter().filter(|start| start.year >= earliest && start.value > 0);
        let added: Vec<(&Start, Vec<Missing>)> =
            good.map(|start| (start, self.broken_by(item, start))).collect();
        let fits = added.iter().filter(|(_, broken)| broken.is_empty());
        let shortfalls = fits.map(|(start, _)| self.shortfall_by(item, Some(start)));
        match shortfalls.min() {
            _ if added.is_empty() => Ok(Waits::Even),
            Some(more) if more > 0 => Ok(Waits::Savings { more: kroner(more)? }),
            Some(_) => Ok(Waits::Unknown),
            None => match care {
                Care::Thorough | Care::Solved => self.stopped_by_frames(item, &added, care),
                Care::Added => self.added_to(&added),
            },
        }
    }

    /// What stops a case apart from the frames.
    fn barred(&self, item: usize) -> Option<Waits> {
        let entrant = self.model.entrants.get(item)?;
        match entrant.bar {
            Some(Bar::LockedOut) => return Some(Waits::LockedOut),
            Some(Bar::Excluded(by)) => return Some(Waits::Excluded { by: by.to_owned() }),
            Some(Bar::Requires(other)) => {
                let other_is = self.model.missing(other);
                return Some(Waits::Requires { other: other.to_owned(), other_is });
            }
            None => {}
        }
        let is_in = |item: &usize| self.is_in(*item);
        let id = |item: usize| self.model.id(item).to_owned();
        if entrant.window.iter().all(|start| start.value < 0) {
            let mut groups = self.problem().groups.iter().filter(|group| group.contains(&item));
            if let Some(by) = groups.find_map(|group| group.iter().copied().find(is_in)) {
                return Some(Waits::DutyMet { by: id(by) });
            }
        }
        let excludes = self.problem().excludes.iter();
        let mut partners = excludes.filter_map(|(one, other)| match item {
            _ if item == *one => Some(*other),
            _ if item == *other => Some(*one),
            _ => None,
        });
        if let Some(by) = partners.find(is_in) {
            return Some(Waits::Excluded { by: id(by) });
        }
        let mut required = self.required(item).filter(|other| !self.is_in(*other));
        let other = id(required.next()?);
        let other_is = self.model.missing(&other);
        Some(Waits::Requires { other, other_is })
    }

    fn required(&self, item: usize) -> impl Iterator<Item = usize> {
        self.problem().requires.iter().filter(move |(one, _)| *one == item).map(|(_, other)| *other)
    }

    /// The first year in which all a case requires has started.
    fn required_start(&self, item: usize) -> u16 {
        self.required(item).filter_map(|other| self.start(other)).map(|at| at.year).max().unwrap_or(0)
    }

    /// The least of one frame that lets the case in; what is missing where no frame alone does.
    fn stopped_by_frames(
        &self,
        item: usize,
        added: &[(&Start, Vec<Missing>)],
        care: Care,
    ) -> Result<Waits, Overflow> {
        let mut least = self.least_alone(item, added, care);
        if least.iter().any(|(_, missing)| *missing <= 0) {
            return Ok(Waits::Even);
        }
        least.sort_by_key(|missing| (Answer::weight(*missing, self.model), *missing));
        let mut outbid = None;
        for missing in least {
            let found = self.verified(item, missing)?;
            if matches!(found, Waits::Frame { .. }) {
                return Ok(found);
            }
            outbid = outbid.or(Some(found));
        }
        match outbid {
            Some(outbid) => Ok(outbid),
            None => self.several(item, added),
        }
    }

    /// For each frame that stops the case: the least more of it, of that frame alone, with which the
    /// case could be in, in a choice no worse than this one.
    fn least_alone(&self, item: usize, added: &[(&Start, Vec<Missing>)], care: Care) -> Vec<Missing> {
        let alone = |row: usize| {
            let only = added.iter().filter_map(|(_, broken)| only(broken));
            only.filter(|(broken, _)| *broken == row).map(|(_, missing)| missing).min()
        };
        let weight = |(row, known): &(usize, Option<i128>)| {
            known.map_or(Decimal::MAX, |known| Answer::weight((*row, known), self.model))
        };
        let rows: BTreeSet<usize> =
            added.iter().flat_map(|(_, broken)| broken).map(|(row, _)| *row).collect();
        let mut rows: Vec<(usize, Option<i128>)> = rows.into_iter().map(|row| (row, alone(row))).collect();
        rows.sort_by_key(|row| (weight(row), row.0));
        let least = rows.into_iter().take(care.frames()).filter_map(|(row, known)| {
            let found = self.least(item, row);
            Some((row, found.into_iter().chain(known).min()?))
        });
        least.collect()
    }

    /// The least of one frame with which the case could be in, in a choice no worse. Where the search
    /// ends too soon it is enough, and not surely the least.
    fn least(&self, item: usize, row: usize) -> Option<i128> {
        let (effort, known) = self.again.as_ref()?;
        let elastic = self.problem().elastic(item, row, &self.worth);
        let Solved::Found { picks, .. } = solve_near(&elastic, effort.at_most(LEAST), known) else {
            return None;
        };
        let used = elastic.used(&picks).get(row).copied()?;
        Some(used.saturating_sub(self.problem().limits.get(row).copied()?))
    }

    /// Whether that much more of the frame does let the case in, or something else instead.
    fn verified(&self, item: usize, missing: Missing) -> Result<Waits, Overflow> {
        let gap = Answer::gap(missing, self.model)?;
        let raised = self.problem().raised(missing.0, missing.1);
        let Some((picks, best)) = self.best(&raised) else { return Ok(lacking(gap)) };
        if raised.start(&picks, item).is_some() {
            return Ok(Waits::Frame { gap, moved: self.moved(&picks) });
        }
        let Some((_, with)) = self.best(&raised.forced(item)) else { return Ok(lacking(gap)) };
        let more = kroner(best.value.saturating_sub(with.value).max(0))?;
        Ok(Waits::Outbid { gap, by: self.newcomer(&picks), more })
    }

    /// The chosen cases that are out of another choice, or start in another year in it.
    fn moved(&self, picks: &Picks) -> Vec<Moved> {
        let moved = self.chosen().filter_map(|item| {
            let to = self.problem().start(picks, item).map(|start| start.year);
            let is_moved = to != self.start(item).map(|start| start.year);
            is_moved.then(|| Moved { id: self.model.id(item).to_owned(), to: to.and_then(Year::new) })
        });
        moved.collect()
    }

    /// The first case of another choice that is not in this one.
    fn newcomer(&self, picks: &Picks) -> Option<String> {
        let mut items = picks.iter().enumerate().filter(|(_, pick)| pick.is_some()).map(|(item, _)| item);
        items.find(|item| !self.is_in(*item)).map(|item| self.model.id(item).to_owned())
    }

    fn several(&self, item: usize, added: &[(&Start, Vec<Missing>)]) -> Result<Waits, Overflow> {
        let more = match self.best(&self.problem().forced(item)) {
            Some((_, with)) => Some(kroner(self.worth.value.saturating_sub(with.value).max(0))?),
            None => None,
        };
        let gaps = self.nearest(added)?;
        Ok(Waits::Several { gaps, more })
    }

    fn added_to(&self, added: &[(&Start, Vec<Missing>)]) -> Result<Waits, Overflow> {
        let alone = added.iter().filter_map(|(_, broken)| only(broken));
        match alone.min_by_key(|missing| (Answer::weight(*missing, self.model), *missing)) {
            Some(missing) => Answer::gap(missing, self.model).map(lacking),
            None => Ok(Waits::Several { gaps: self.nearest(added)?, more: None }),
        }
    }

    /// What breaks at the start that breaks fewest frames, and of those is worth most.
    fn nearest(&self, added: &[(&Start, Vec<Missing>)]) -> Result<Vec<Gap>, Overflow> {
        let nearest =
            added.iter().min_by_key(|(start, broken)| (broken.len(), Reverse(start.value), start.year));
        let broken = nearest.map_or(&[][..], |(_, broken)| broken.as_slice());
        broken.iter().map(|missing| Answer::gap(*missing, self.model)).collect()
    }
}

/// One frame is all that is missing, and nobody has to make room.
const fn lacking(gap: Gap) -> Waits {
    Waits::Frame { gap, moved: Vec::new() }
}

/// The only frame that breaks, where there is one.
fn only(broken: &[Missing]) -> Option<Missing> {
    match broken {
        [only] => Some(*only),
        _ => None,
    }
}

/// Whole parts as kroner.
pub(super) fn kroner(parts: i128) -> Result<Kroner, Overflow> {
    super::parts::amount(parts).map(Kroner::new)
}

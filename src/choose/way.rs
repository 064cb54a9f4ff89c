//! The smallest change of one frame that lets a waiting case into the best choice, found by solving again.
//!
//! With more of a frame the best choice without the case only grows better, and so does the best with it.
//! So for each frame: the least more of it with which a choice that holds the case is as good as what is
//! chosen now; then the choice is solved again with that much more. Where the case is still out, what is
//! then chosen is what it must be as good as, and the next amount is looked for. No amount that is passed
//! on the way could have let the case in. Of all frames, the one with the smallest change (kroner against
//! kroner, årsverk against årsverk) is taken one step up at a time, so the first that lets the case in is the
//! smallest of all. Amounts that differ by less than one in a hundred million of the frame count as equal. Each is
//! rounded up to what can be said of it before it is tried.

use super::answer::{Answer, Renewed};
use super::why::{Moved, Size, Way};
use crate::units::{Overflow, Year};
use a3_solver::{Floor, Lack, Opening, Picks, Solved, Worth, solve_near};

/// The case that is to come in, and what may be spent on it.
#[derive(Clone, Copy)]
pub(super) struct Sought {
    pub(super) item: usize,
    /// How many choices are solved again.
    pub(super) tries: usize,
    /// Nodes of each search for the least of a frame.
    pub(super) nodes: u64,
}

/// What became of the search for a way in.
pub(super) enum Entrance {
    /// With this much more of one frame the case is chosen.
    In(Way),
    /// With this much more of a frame a choice holds the case, and another is better.
    Outbid(Better),
    /// No frame lets the case in a choice that is as good.
    Nowhere,
}

/// What is chosen instead when there is more of a frame.
pub(super) struct Better {
    pub(super) missing: Lack,
    pub(super) picks: Picks,
    pub(super) worth: Worth,
}

/// A frame with more of it: less could not let the case in.
#[derive(Clone, Copy)]
struct Step {
    lack: Lack,
    /// Whether all the way here is proven.
    is_least: bool,
}

impl Answer<'_, '_> {
    /// The smallest change of one of these frames that lets a case in.
    pub(super) fn way(&self, sought: Sought, rows: &[usize]) -> Result<Entrance, Overflow> {
        let first = |row: &usize| {
            let from = Step { lack: Lack { row: *row, by: 0 }, is_least: true };
            self.next(sought, from, &self.worth)
        };
        let mut steps: Vec<Step> = rows.iter().filter_map(first).collect();
        let mut found = Entrance::Nowhere;
        for _ in 0..sought.tries {
            let weight = |step: &Step| (self.model.weight(step.lack), step.lack.row);
            let least = steps.iter().enumerate().min_by_key(|(_, step)| weight(step));
            let Some(place) = least.map(|(place, _)| place) else { break };
            let step = steps.swap_remove(place);
            let raised = self.problem().raised(step.lack);
            let Some((picks, worth)) = self.best(&raised) else { continue };
            if self.problem().start(&picks, sought.item).is_some() {
                return self.way_in(sought.item, step, &picks).map(Entrance::In);
            }
            steps.extend(self.next(sought, step, &worth));
            found = Entrance::Outbid(Better { missing: step.lack, picks, worth });
        }
        Ok(found)
    }

    /// The next amount of a frame that could let a case in, when what is chosen with the last is this
    /// good; none where no amount could.
    fn next(&self, sought: Sought, last: Step, worth: &Worth) -> Option<Step> {
        let floors = match worth {
            Worth { delay: 0, shortfall: 0, .. } => vec![Floor::NoWorse(worth)],
            Worth { delay: 0, .. } => vec![Floor::NoWorse(worth), Floor::LessMissing(worth)],
            Worth { .. } => vec![Floor::Anything],
        };
        let nexts = floors.into_iter().filter_map(|floor| {
            let opening = Opening { item: sought.item, row: last.lack.row, above: None, floor };
            let step = self.least(sought, opening)?;
            if step.lack.by > last.lack.by {
                return Some(step);
            }
            // As good with what there is already, and the tie is lost: another that is as good may win it.
            let limit = self.problem().limits.get(last.lack.row)?;
            self.least(sought, Opening { above: Some(limit.saturating_add(last.lack.by)), ..opening })
        });
        let next = nexts.min_by_key(|step| step.lack.by)?;
        Some(Step { is_least: next.is_least && last.is_least, ..next })
    }

    /// The least more of a frame, above an amount, with which a case is in some choice that is good enough.
    /// Where the search ends too soon it is enough, and not surely the least.
    fn least(&self, sought: Sought, opening: Opening<'_>) -> Option<Step> {
        let Renewed { effort, known, .. } = self.again.as_ref().filter(|again| !again.effort.is_stopped())?;
        let row = opening.row;
        let limit = self.problem().limits.get(row).copied()?;
        let elastic = self.problem().elastic(opening);
        let Solved::Found { picks, gap, .. } = solve_near(&elastic, effort.at_most(sought.nodes), known)
        else {
            return None;
        };
        let by = elastic.used(&picks).get(row).copied()?.saturating_sub(limit);
        Some(Step { lack: self.model.sayable(Lack { row, by }), is_least: gap == 0 })
    }

    fn way_in(&self, item: usize, step: Step, picks: &Picks) -> Result<Way, Overflow> {
        let size = if step.is_least { Size::Least } else { Size::Enough };
        let gap = self.model.gap(step.lack)?;
        Ok(Way { gap, size, moved: self.moved(picks), joined: self.joined(item, picks) })
    }

    /// The cases that come in with a case.
    pub(super) fn joined(&self, item: usize, picks: &Picks) -> Vec<String> {
        let joined = self.newcomers(picks).filter(|other| *other != item);
        joined.map(|other| self.model.id(other).to_owned()).collect()
    }

    /// The chosen cases that are out of another choice, or start in another year in it.
    pub(super) fn moved(&self, picks: &Picks) -> Vec<Moved> {
        let moved = self.chosen().filter_map(|item| {
            let to = self.problem().start(picks, item).map(|start| start.year);
            let is_moved = to != self.start(item).map(|start| start.year);
            is_moved.then(|| Moved { id: self.model.id(item).to_owned(), to: to.and_then(Year::new) })
        });
        moved.collect()
    }

    /// The cases of another choice that are not in this one.
    pub(super) fn newcomers(&self, picks: &Picks) -> impl Iterator<Item = usize> {
        let is_in = |item: &usize| self.problem().start(picks, *item).is_some();
        (0..picks.len()).filter(is_in).filter(|item| !self.is_in(*item))
    }
}

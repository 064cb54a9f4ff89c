//! A problem changed in one place, to be solved again: what would have been chosen, and what is the
//! least that lets something in.

use crate::{Item, Problem, Start, Worth};

impl Problem {
    /// With more of one frame.
    #[must_use]
    pub fn raised(&self, row: usize, by: i128) -> Self {
        let mut changed = self.clone();
        if let Some(limit) = changed.limits.get_mut(row) {
            *limit = limit.saturating_add(by);
        }
        changed
    }

    /// With one case in, whatever it takes.
    #[must_use]
    pub fn forced(&self, item: usize) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            item.locked_in = true;
        }
        changed
    }

    /// With one case free in these starts.
    #[must_use]
    pub fn freed(&self, item: usize, starts: &[Start]) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            *item = Item { starts: starts.to_vec(), locked_in: false };
        }
        changed
    }

    /// The least of one frame that lets a case in, in a choice that is as good as a floor says: the best
    /// choice of the problem uses as little of the frame as possible, and more than `above` of it.
    #[must_use]
    pub fn elastic(&self, item: usize, (row, above): (usize, Option<i128>), floor: Floor<'_>) -> Self {
        let mut changed = self.forced(item);
        match floor {
            Floor::NoWorse(worth) => {
                changed.hold(|start| start.value.saturating_neg(), worth.value.saturating_neg());
                changed.miss_at_most(worth.shortfall);
            }
            Floor::LessMissing(worth) => {
                let figures = self.items.iter().flat_map(|item| &item.starts).flat_map(|start| start.savings);
                let told = told(figures.chain(self.demands.iter().flatten().copied()));
                changed.miss_at_most(worth.shortfall.saturating_sub(told));
            }
            Floor::Anything => {
                for start in changed.items.iter_mut().flat_map(|item| &mut item.starts) {
                    start.delay = 0;
                }
            }
        }
        changed.demands = [None; 4];
        if let Some(above) = above {
            let starts = self.items.iter().flat_map(|item| &item.starts);
            let told = told(starts.map(|start| start.used_of(row)).chain([above]));
            let most = above.saturating_add(told).saturating_neg();
            changed.hold(|start| start.used_of(row).saturating_neg(), most);
        }
        changed.spare(row);
        changed
    }

    /// Holds what is missing of innsparingskrav, all years together, within a limit: what is missing in
    /// no set of years is more.
    fn miss_at_most(&mut self, most: i128) {
        let demands: Vec<(usize, i128)> =
            self.demands.iter().enumerate().filter_map(|(year, demand)| Some((year, (*demand)?))).collect();
        for set in 1_u32..1 << demands.len() {
            if most == 0 && !set.is_power_of_two() {
                // Nothing is missing in any year: then not in several either.
                continue;
            }
            let years = demands.iter().enumerate().filter(|(place, _)| set >> place & 1 == 1);
            let years: Vec<(usize, i128)> = years.map(|(_, year)| *year).collect();
            let asked = years.iter().map(|(_, demand)| *demand).fold(0, i128::saturating_add);
            let unsaved = |start: &Start| {
                let saved = years.iter().map(|(year, _)| start.savings.get(*year).copied().unwrap_or(0));
                saved.fold(0, i128::saturating_sub)
            };
            self.hold(unsaved, most.saturating_sub(asked));
        }
    }

    /// Only what has to hold, and the least use of one frame, which itself is left open.
    #[must_use]
    pub fn least_of(&self, row: usize) -> Self {
        let mut changed = self.bare().without_idle();
        changed.spare(row);
        changed
    }

    /// Only what has to hold: all choices that do are as good.
    #[must_use]
    pub fn bare(&self) -> Self {
        let mut changed = self.clone();
        changed.demands = [None; 4];
        for start in changed.items.iter_mut().flat_map(|item| &mut item.starts) {
            (start.value, start.delay) = (0, 0);
        }
        changed
    }

    /// Without the cases that whatever has to hold can hold without: those that no lock and no group asks
    /// for, that give back nothing of any frame, and that no case asked for requires. The others are
    /// counted anew, in the same order.
    #[must_use]
    pub fn without_idle(&self) -> Self {
        let gives = |item: &Item| item.starts.iter().flat_map(|start| &start.uses).any(|(_, used)| *used < 0);
        let asked = |(place, item): (usize, &Item)| {
            item.locked_in || gives(item) || self.groups.iter().any(|group| group.contains(&place))
        };
        let mut is_needed: Vec<bool> = self.items.iter().enumerate().map(asked).collect();
        let mut is_settled = false;
        while !is_settled {
            is_settled = true;
            for (item, other) in &self.requires {
                let needs = is_needed.get(*item).is_some_and(|needed| *needed);
                if let Some(other) = is_needed.get_mut(*other).filter(|other| needs && !**other) {
                    (*other, is_settled) = (true, false);
                }
            }
        }
        let left: Vec<usize> =
            (0..self.items.len()).filter(|item| is_needed.get(*item) == Some(&true)).collect();
        let place = |item: &usize| left.binary_search(item).ok();
        let pair = |(one, other): &(usize, usize)| place(one).zip(place(other));
        Self {
            items: left.iter().filter_map(|item| self.items.get(*item).cloned()).collect(),
            limits: self.limits.clone(),
            requires: self.requires.iter().filter_map(pair).collect(),
            excludes: self.excludes.iter().filter_map(pair).collect(),
            groups: self.groups.iter().map(|group| group.iter().filter_map(place).collect()).collect(),
            demands: self.demands,
        }
    }

    /// Leaves one frame out.
    pub fn leave_out(&mut self, row: usize) {
        for start in self.items.iter_mut().flat_map(|item| &mut item.starts) {
            start.uses.retain(|(used, _)| *used != row);
        }
        if let Some(limit) = self.limits.get_mut(row) {
            *limit = 0;
        }
    }

    /// The most that could be used of a frame, were every case in.
    #[must_use]
    pub fn most_used(&self, row: usize) -> i128 {
        let most = self.items.iter().map(|item| {
            let starts = item.starts.iter().map(|start| start.used_of(row));
            starts.max().unwrap_or(0).max(0)
        });
        most.fold(0, i128::saturating_add)
    }

    /// One more thing to keep within a limit.
    fn hold(&mut self, used: impl Fn(&Start) -> i128, limit: i128) {
        let row = self.limits.len();
        self.limits.push(limit);
        for start in self.items.iter_mut().flat_map(|item| &mut item.starts) {
            let amount = used(start);
            if amount != 0 {
                start.uses.push((row, amount));
            }
        }
    }

    /// Opens a frame, and makes the least use of it the aim.
    fn spare(&mut self, row: usize) {
        let most = self.most_used(row);
        if let Some(limit) = self.limits.get_mut(row) {
            *limit = most.max(*limit);
        }
        for start in self.items.iter_mut().flat_map(|item| &mut item.starts) {
            start.value = start.used_of(row).saturating_neg();
        }
    }
}

/// The least difference in a sum of such figures that a search can tell from none: ten times the slack
/// that its floats are given.
fn told(figures: impl Iterator<Item = i128>) -> i128 {
    let largest = figures.map(i128::saturating_abs).max().unwrap_or(0);
    largest.checked_div(100_000_000).unwrap_or(0).saturating_add(1)
}

/// How good a choice must be.
#[derive(Debug, Clone, Copy)]
pub enum Floor<'w> {
    /// No less value, and no more missing of innsparingskrav.
    NoWorse(&'w Worth),
    /// Less missing of innsparingskrav, whatever the value.
    LessMissing(&'w Worth),
    /// Whatever it delays, lacks and gives.
    Anything,
}

impl Start {
    /// What it uses of a frame.
    #[must_use]
    pub fn used_of(&self, row: usize) -> i128 {
        self.uses.iter().filter(|(used, _)| *used == row).map(|(_, amount)| *amount).sum()
    }
}

//! A problem changed in one place, to be solved again: what would have been chosen, and what is the
//! least that lets something in.

use super::problem::{Item, Lack, Problem, Start, Worth};

impl Problem {
    /// With more of one frame.
    pub fn raised(&self, Lack { row, by }: Lack) -> Self {
        let mut changed = self.clone();
        if let Some(limit) = changed.limits.get_mut(row) {
            *limit = limit.saturating_add(by);
        }
        changed
    }

    /// With one case in, whatever it takes.
    pub fn forced(&self, item: usize) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            item.locked_in = true;
        }
        changed
    }

    /// With at least one of these cases in.
    pub fn with_one_of(&self, items: &[usize]) -> Self {
        let mut changed = self.clone();
        let row = changed.limits.len();
        changed.limits.push(-1);
        for item in items {
            let of = changed.items.get_mut(*item);
            of.into_iter().flat_map(|item| &mut item.starts).for_each(|start| start.uses.push((row, -1)));
        }
        changed
    }

    /// With one case free in these starts.
    pub fn freed(&self, item: usize, starts: &[Start]) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            *item = Item { starts: starts.to_vec(), locked_in: false };
        }
        changed
    }

    /// The best choice of this problem uses as little of a frame as an opening allows, and delays nothing.
    pub fn elastic(&self, Opening { item, row, above, floor }: Opening<'_>) -> Self {
        let mut changed = self.forced(item);
        match floor {
            Floor::NoWorse(worth) => {
                changed.hold(|start| start.value.saturating_neg(), worth.value.saturating_neg());
                changed.miss_at_most(worth.shortfall);
            }
            Floor::LessMissing(worth) => {
                let figures = self.items.iter().flat_map(|item| &item.starts).flat_map(|start| start.savings);
                let grain = grain(figures.chain(self.demands.iter().flatten().copied()));
                changed.miss_at_most(worth.shortfall.saturating_sub(grain));
            }
            Floor::Anything => {
                for start in changed.starts_mut() {
                    start.delay = 0;
                }
            }
        }
        changed.demands = [None; 4];
        changed.at_once = true;
        if let Some(above) = above {
            let starts = self.items.iter().flat_map(|item| &item.starts);
            let grain = grain(starts.map(|start| start.used_of(row)).chain([above]));
            let most = above.saturating_add(grain).saturating_neg();
            changed.hold(|start| start.used_of(row).saturating_neg(), most);
        }
        changed.spare(row);
        changed
    }

    /// Holds what is missing of innsparingskrav, all years together, within a limit: what is missing in
    /// no set of years is more.
    fn miss_at_most(&mut self, most: i128) {
        let demands = self.demanded();
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
    pub fn least_of(&self, row: usize) -> Self {
        let mut changed = self.bare().without_idle();
        changed.spare(row);
        changed
    }

    /// Only what has to hold: all choices that do are as good.
    pub fn bare(&self) -> Self {
        let mut changed = self.clone();
        changed.demands = [None; 4];
        for start in changed.starts_mut() {
            (start.value, start.delay) = (0, 0);
        }
        changed
    }

    /// Without the cases that whatever has to hold can hold without.
    pub fn without_idle(&self) -> Self {
        let asked = self.asked_for();
        self.only(&(0..asked.len()).filter(|item| asked.get(*item) == Some(&true)).collect::<Vec<_>>())
    }

    /// Leaves one frame out.
    pub fn leave_out(&mut self, row: usize) {
        for start in self.starts_mut() {
            start.uses.retain(|(used, _)| *used != row);
        }
        if let Some(limit) = self.limits.get_mut(row) {
            *limit = 0;
        }
    }

    /// The most that could be used of a frame, were every case in.
    pub fn most_used(&self, row: usize) -> i128 {
        let most = self.items.iter().map(|item| {
            let starts = item.starts.iter().map(|start| start.used_of(row));
            starts.max().unwrap_or(0).max(0)
        });
        most.fold(0, i128::saturating_add)
    }

    /// Every start of every case.
    pub fn starts_mut(&mut self) -> impl Iterator<Item = &mut Start> {
        self.items.iter_mut().flat_map(|item| &mut item.starts)
    }

    /// One more thing to keep within a limit.
    fn hold(&mut self, used: impl Fn(&Start) -> i128, limit: i128) {
        let row = self.limits.len();
        self.limits.push(limit);
        for start in self.starts_mut() {
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
        for start in self.starts_mut() {
            start.value = start.used_of(row).saturating_neg();
        }
    }
}

/// The least difference in a sum of such figures that a search can distinguish from none: ten times the slack
/// that its floats are given.
fn grain(figures: impl Iterator<Item = i128>) -> i128 {
    let largest = figures.map(i128::saturating_abs).max().unwrap_or(0);
    largest.checked_div(100_000_000).unwrap_or(0).saturating_add(1)
}

/// The least of one frame that lets a case in, in a choice that is as good as a floor says.
#[derive(Debug, Clone, Copy)]
pub struct Opening<'w> {
    /// The case.
    pub item: usize,
    /// The frame, by its row.
    pub row: usize,
    /// More than this of it is used.
    pub above: Option<i128>,
    /// How good the choice must be.
    pub floor: Floor<'w>,
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
    pub fn used_of(&self, row: usize) -> i128 {
        self.uses.iter().filter(|(used, _)| *used == row).map(|(_, amount)| *amount).sum()
    }
}

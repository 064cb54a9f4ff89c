//! A problem changed in one place, to be solved again: what would have been chosen, and what is the
//! least that lets something in.

use super::problem::{Item, Problem, Start, Worth};

impl Problem {
    /// With more of one frame.
    pub(super) fn raised(&self, row: usize, by: i128) -> Self {
        let mut changed = self.clone();
        if let Some(limit) = changed.limits.get_mut(row) {
            *limit = limit.saturating_add(by);
        }
        changed
    }

    /// With one case in, whatever it takes.
    pub(super) fn forced(&self, item: usize) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            item.locked_in = true;
        }
        changed
    }

    /// With one case free in these starts.
    pub(super) fn freed(&self, item: usize, starts: &[Start]) -> Self {
        let mut changed = self.clone();
        if let Some(item) = changed.items.get_mut(item) {
            *item = Item { starts: starts.to_vec(), locked_in: false };
        }
        changed
    }

    /// The least of one frame that lets a case in, in a choice no worse than this one: the best choice
    /// of the problem uses as little of the frame as possible.
    pub(super) fn elastic(&self, item: usize, row: usize, floor: &Worth) -> Self {
        let mut changed = self.forced(item);
        let no_less = |start: &Start| start.value.checked_neg().unwrap_or(i128::MAX);
        changed.hold(no_less, floor.value.checked_neg().unwrap_or(i128::MAX));
        if floor.shortfall == 0 {
            for year in 0..changed.demands.len() {
                let demand = changed.demands.get_mut(year).and_then(Option::take);
                let Some(demand) = demand.and_then(i128::checked_neg) else { continue };
                let no_less =
                    |start: &Start| start.savings.get(year).map_or(0, |saved| saved.saturating_neg());
                changed.hold(no_less, demand);
            }
        }
        changed.spare(row);
        changed
    }

    /// Only what has to hold, and the least use of one frame, which itself is left open.
    pub(super) fn least_of(&self, row: usize) -> Self {
        let mut changed = self.bare();
        changed.spare(row);
        changed
    }

    /// Only what has to hold: all choices that do are as good.
    pub(super) fn bare(&self) -> Self {
        let mut changed = self.clone();
        changed.demands = [None; 4];
        for start in changed.items.iter_mut().flat_map(|item| &mut item.starts) {
            (start.value, start.delay) = (0, 0);
        }
        changed
    }

    /// Leaves one frame out.
    pub(super) fn leave_out(&mut self, row: usize) {
        for start in self.items.iter_mut().flat_map(|item| &mut item.starts) {
            start.uses.retain(|(used, _)| *used != row);
        }
        if let Some(limit) = self.limits.get_mut(row) {
            *limit = 0;
        }
    }

    /// The most that could be used of a frame, were every case in.
    pub(super) fn most_used(&self, row: usize) -> i128 {
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

impl Start {
    /// What it uses of a frame.
    pub(super) fn used_of(&self, row: usize) -> i128 {
        self.uses.iter().filter(|(used, _)| *used == row).map(|(_, amount)| *amount).sum()
    }
}

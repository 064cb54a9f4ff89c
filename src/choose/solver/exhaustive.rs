//! Every choice, one by one: for a handful of cases.

use super::{Effort, Solved};
use crate::choose::problem::{Picks, Problem, Worth};
use std::cmp::Ordering;

pub(super) fn solve(problem: &Problem, effort: Effort) -> Solved {
    let mut search =
        Search { problem, left: effort.nodes, picks: vec![None; problem.items.len()], best: None };
    search.decide(0);
    let gap = if search.left == 0 { i128::MAX } else { 0 };
    match search.best {
        Some((picks, worth)) => Solved::Found { picks, worth, gap },
        None if gap == 0 => Solved::Impossible,
        None => Solved::Unknown,
    }
}

struct Search<'p> {
    problem: &'p Problem,
    left: u64,
    picks: Picks,
    best: Option<(Picks, Worth)>,
}

impl Search<'_> {
    fn decide(&mut self, item: usize) {
        self.left = self.left.saturating_sub(1);
        if self.left == 0 {
            return;
        }
        let Some(case) = self.problem.items.get(item) else { return self.weigh() };
        let starts = case.starts.len();
        for pick in std::iter::once(None).chain((0..starts).map(Some)) {
            if let Some(slot) = self.picks.get_mut(item) {
                *slot = pick;
            }
            self.decide(item.saturating_add(1));
        }
        if let Some(slot) = self.picks.get_mut(item) {
            *slot = None;
        }
    }

    fn weigh(&mut self) {
        let Some(worth) = self.problem.worth(&self.picks) else { return };
        let better = self.best.as_ref().is_none_or(|(_, best)| worth.compare(best) == Ordering::Less);
        if better {
            self.best = Some((self.picks.clone(), worth));
        }
    }
}

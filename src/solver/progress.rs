//! Whether more of a search is worth the effort. What is counted is work, never time: the same files give the
//! same answer on any machine.

use super::Patience;
use super::hunt::{Hunt, Open};

/// Figures that are reckoned anew in the programs of one node; a node with more counts as several.
const NODE: u64 = 1_000_000;
/// Nodes below the root until progress is first looked at; then each time they are twice as many. Among few cases the
/// best is proven in the end, and it is waited for.
const FIRST: u64 = 20_000;
const FIRST_OF_FEW: u64 = 80_000;
const FEW: usize = 100;
/// Nodes from one look to the next.
const OFTEN: u64 = 500;
/// Little is left when the best may give no more than this part of the sum more.
const LITTLE: f64 = 1e-3;
/// What is left hardly shrinks when twice the nodes leave more than this part of it.
const HARDLY: f64 = 0.95;

/// How far a search has come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Progress {
    /// Figures reckoned anew, not yet taken off the effort.
    pub(super) work: u64,
    pub(super) spent: u64,
    /// What was spent on the root; how much more when it is looked at next.
    root: u64,
    next: u64,
    /// How much more when twice as much is spent, and what was left to gain the last time.
    twice: u64,
    left: f64,
    has_enough: bool,
}

impl Progress {
    pub(super) const fn none(cases: usize) -> Self {
        let next = if cases > FEW { FIRST } else { FIRST_OF_FEW };
        Self { work: 0, spent: 0, root: 0, next, twice: next, left: f64::INFINITY, has_enough: false }
    }

    /// The root is done with.
    pub(super) const fn begin(&mut self) {
        self.root = self.spent;
    }
}

impl Hunt<'_> {
    /// Whether the search ends here.
    pub(super) fn is_spent(&self) -> bool {
        let is_barren = self.record.best.is_none() && self.progress.spent >= self.barren;
        let is_stopped = self.left.is_stopped();
        self.left.nodes == 0 || is_barren || is_stopped || self.progress.has_enough
    }

    /// Takes what has been reckoned anew off the effort, with a node that was looked at.
    pub(super) fn spend(&mut self, nodes: u64) {
        let nodes = nodes + self.progress.work / NODE;
        self.progress.work %= NODE;
        self.progress.spent += nodes;
        self.left.nodes = self.left.nodes.saturating_sub(nodes);
    }

    /// Looks at what is left to gain, now and then.
    pub(super) fn weigh(&mut self, open: &[Open]) {
        let now = self.progress.spent - self.progress.root;
        if self.left.patience == Patience::Proof || self.is_close || now < self.progress.next {
            return;
        }
        let bound = open.iter().map(|open| open.bound).fold(self.open, f64::max);
        let merit = self.record.merit();
        let left = bound - merit;
        let is_little = left.is_finite() && self.model.goal.is_of_value() && left <= LITTLE * merit.abs();
        self.progress.has_enough |= is_little;
        self.progress.next = now + OFTEN;
        if now >= self.progress.twice {
            self.progress.has_enough |= left > HARDLY * self.progress.left;
            self.progress.left = left;
            self.progress.twice = 2 * now;
        }
    }
}

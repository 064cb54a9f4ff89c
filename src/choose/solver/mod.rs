//! Solves a [`Problem`] to proven optimality.

mod exhaustive;

use super::problem::{Picks, Problem, Worth};

/// When a search gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Nodes of the search tree (`--knutegrense`): the same answer on any machine.
    pub nodes: u64,
}

/// What became of a search.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Solved {
    /// No choice holds, and that is proven.
    Impossible,
    /// The best choice found.
    Found {
        /// The choice.
        picks: Picks,
        /// How good it is.
        worth: Worth,
        /// What is not proven: how far the value may be from the best, in parts of 10⁻⁸ kr; 0 when it is
        /// the best.
        gap: i128,
    },
    /// The effort was spent before any choice was found.
    Unknown,
}

/// The best choice, by the goals of [`Worth`] in order.
#[must_use]
pub fn solve(problem: &Problem, effort: Effort) -> Solved {
    exhaustive::solve(problem, effort)
}

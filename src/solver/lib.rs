//! Solves a [`Problem`] to proven optimality: the door floats are kept behind. A crate of its own, so
//! that it is optimised where the rest is built to be tested.
//!
//! Floats only bound and steer. Each choice that is kept is weighed in whole numbers by
//! [`Problem::worth`], ties included, and the bound is given a margin above the error of floats. Goals are
//! taken in their order: the least delay, then the least shortfall, then the highest value and its ties.
//!
//! - `problem`: cases, starts and frames in whole numbers, and how good a choice is
//! - `possible`: cases that can never be in
//! - `rings`: cases that go together, taken as one
//! - `variants`: almost the same problem, to be solved again for a reason
//! - `sets`: cases that bind each other
//! - `model`: the problem with one goal, as rows over options
//! - `simplex`, `program`: the model without whole numbers
//! - `rows`: what its prices bound, and what no row leaves room for
//! - `root`, `cover`, `rounding`: that bound tightened with cuts
//! - `hunt`, `split`: branch and bound on it
//! - `progress`: whether more of it is worth the effort
//! - `record`: the best choice so far
//! - `duties`: the least delay of the must-groups, over what they ask for alone
//! - `near`: a good choice soon, near what is wished for
//! - `parts`: a better choice, where a part of the best is chosen again
//! - `pool`: a better choice between good ones

#![allow(
    clippy::float_arithmetic,
    clippy::indexing_slicing,
    clippy::wildcard_enum_match_arm,
    reason = "the solver's door: bounds are floats, and places in its own tables are made here"
)]

mod cover;
mod duties;
mod hunt;
mod model;
mod near;
mod parts;
mod pool;
mod possible;
mod problem;
mod program;
mod progress;
mod record;
mod rings;
mod root;
mod rounding;
mod rows;
mod sets;
mod simplex;
mod split;
#[cfg(test)]
mod tests;
mod variants;
#[cfg(test)]
mod within;

pub use problem::{Item, Lack, Picks, Problem, Start, Worth};
pub use variants::{Floor, Opening};

use duties::Duties;
use hunt::Hunt;
use model::{Aim, Tableau};
use near::Near;
use record::{Found, Record};
use rings::Rings;
use std::sync::atomic::{AtomicBool, Ordering};

/// When a search gives up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Effort {
    /// Nodes of the search tree (`--knutegrense`), a large one counted as several: the same answer on any
    /// machine.
    pub nodes: u64,
    /// What it goes on for as long as it has nodes.
    pub patience: Patience,
    /// Somebody's word that it is enough (`--tidsgrense`): the answer may differ by machine.
    pub stop: Option<Stop>,
}

impl Effort {
    /// So many nodes, and no word from anybody.
    pub const fn of(nodes: u64) -> Self {
        Self { nodes, patience: Patience::Proof, stop: None }
    }

    /// Whether somebody has said that it is enough.
    pub fn is_stopped(self) -> bool {
        self.stop.is_some_and(Stop::has_come)
    }

    /// The same, with no more nodes than these.
    pub fn at_most(self, nodes: u64) -> Self {
        Self { nodes: self.nodes.min(nodes), ..self }
    }
}

/// What a search goes on for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// That the best is proven.
    Proof,
    /// That more is gained: it ends where little is left, or where what is left hardly shrinks.
    Gain,
}

/// A flag that somebody with a clock raises when a search is to end.
#[derive(Debug, Clone, Copy)]
pub struct Stop(&'static AtomicBool);

impl Stop {
    /// Ends when the flag is raised.
    pub const fn when(flag: &'static AtomicBool) -> Self {
        Self(flag)
    }

    /// Whether it is raised.
    pub fn has_come(self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl PartialEq for Stop {
    fn eq(&self, other: &Self) -> bool {
        core::ptr::eq(self.0, other.0)
    }
}

impl Eq for Stop {}

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
        /// the best, [`UNKNOWN`] where less might be delayed or missing.
        gap: i128,
    },
    /// The effort was spent before any choice was found.
    Unknown,
}

impl Solved {
    /// Held to what another search of the same problem has proven: how far the best may be above the
    /// value of `other`, in parts of 10⁻⁸ kr.
    pub fn no_further(self, other: &Worth, proven: i128) -> Self {
        match self {
            Self::Found { picks, worth, gap }
                if gap > 0
                    && proven < UNKNOWN
                    && (worth.delay, worth.shortfall) == (other.delay, other.shortfall) =>
            {
                let bound = other.value.saturating_add(proven);
                Self::Found { gap: gap.min(bound.saturating_sub(worth.value).max(1)), picks, worth }
            }
            solved @ (Self::Found { .. } | Self::Impossible | Self::Unknown) => solved,
        }
    }
}

/// The gap where a goal before the value is not proven: the value then says nothing.
pub const UNKNOWN: i128 = i128::MAX;
/// The part of all merits that floats may be wrong by.
const MARGIN: f64 = 1e-11;
/// The part of the nodes after which a search for a choice where nothing is delayed or missing is given up, when
/// it has found none.
const BARREN: u64 = 4;

/// What a search may begin from: what is known of a problem much like it. It changes how long the
/// search takes, and never what is best.
#[derive(Debug, Clone, Default)]
pub struct Prior {
    /// Choices that may be near the best. They need not hold.
    pub pool: Vec<Picks>,
}

impl Prior {
    /// One choice.
    pub fn of(picks: Picks) -> Self {
        Self { pool: vec![picks] }
    }
}

/// Nothing delayed and nothing missing.
const AT_ONCE: Aim = Aim::Value { delay: 0, shortfall: 0 };

/// The best choice, by the goals of [`Worth`] in order.
pub fn solve(problem: &Problem, effort: Effort) -> Solved {
    solve_near(problem, effort, &Prior::default())
}

/// The same, from what is known of a problem much like it.
pub fn solve_near(problem: &Problem, effort: Effort, known: &Prior) -> Solved {
    let possible = problem.possible();
    match Rings::of(&possible) {
        Some(rings) => rings.solve(effort, known),
        None => solve_whole(&possible, effort, known),
    }
}

/// The best choice of a problem as it stands.
fn solve_whole(problem: &Problem, effort: Effort, known: &Prior) -> Solved {
    let mut left = effort;
    // Nearly always nothing has to be delayed or missing: then one search is all.
    match seek(problem, AT_ONCE, &mut left, known) {
        Solved::Impossible | Solved::Unknown if is_staged(problem) => in_stages(problem, left, known),
        solved @ (Solved::Found { .. } | Solved::Impossible | Solved::Unknown) => solved,
    }
}

/// Whether anything may be delayed or missing.
fn is_staged(problem: &Problem) -> bool {
    !problem.at_once && (!problem.groups.is_empty() || problem.demands.iter().any(Option::is_some))
}

/// The goals one after the other. What is proven of all three is proven of the whole.
fn in_stages(problem: &Problem, mut left: Effort, known: &Prior) -> Solved {
    let soonest = soonest(problem, &mut left, known);
    let Solved::Found { picks, worth, gap: late } = soonest else { return soonest };
    let (delay, known) = (worth.delay, Prior::of(picks.clone()));
    let nearest = seek_with_a_part(problem, Aim::Shortfall { delay }, &mut left, &known);
    // What holds is kept, also where nothing better is found in time.
    let (picks, worth, short) = match nearest {
        Solved::Found { picks, worth, gap } => (picks, worth, gap),
        Solved::Impossible | Solved::Unknown => (picks, worth, UNKNOWN),
    };
    let (shortfall, known) = (worth.shortfall, Prior::of(picks.clone()));
    match seek(problem, Aim::Value { delay, shortfall }, &mut left, &known) {
        Solved::Found { picks, worth, gap } => {
            Solved::Found { picks, worth, gap: if late == 0 && short == 0 { gap } else { UNKNOWN } }
        }
        Solved::Unknown | Solved::Impossible => Solved::Found { picks, worth, gap: UNKNOWN },
    }
}

/// The choice with the least delay of the must-groups: over what the duties ask for alone, where that is
/// small enough.
fn soonest(problem: &Problem, left: &mut Effort, known: &Prior) -> Solved {
    let part = left.nodes.div_ceil(3);
    let mut own = left.at_most(part);
    let solved = Duties::of(problem).map_or(Solved::Unknown, |duties| duties.soonest(&mut own));
    left.nodes -= part - own.nodes;
    match solved {
        Solved::Unknown => seek_with_a_part(problem, Aim::Delay, left, known),
        solved @ (Solved::Found { .. } | Solved::Impossible) => solved,
    }
}

/// The best choice by one goal, with its part of what is left of the effort: as much as for each goal after
/// it. What it does not need is left to them.
fn seek_with_a_part(problem: &Problem, goal: Aim, left: &mut Effort, known: &Prior) -> Solved {
    let nodes = left.nodes.div_ceil(if goal == Aim::Delay { 3 } else { 2 });
    let mut part = left.at_most(nodes);
    let solved = seek(problem, goal, &mut part, known);
    left.nodes = left.nodes - nodes + part.nodes;
    solved
}

/// The best choice by one goal.
fn seek(problem: &Problem, goal: Aim, left: &mut Effort, known: &Prior) -> Solved {
    let model = Tableau::new(problem, goal);
    let largest = |merit: &Vec<f64>| merit.iter().fold(0.0_f64, |most, merit| most.max(merit.abs()));
    let spread: f64 = 1e5 + model.merit.iter().map(largest).sum::<f64>();
    let near = Near::new(&model, MARGIN * spread);
    let record = Record::new(problem, &model, near.margin);
    let mut hunt = Hunt::new(&model, &near, record, *left);
    if goal == AT_ONCE && is_staged(problem) {
        hunt.barren = left.nodes.div_ceil(BARREN);
    }
    hunt.start_from(&known.pool);
    hunt.search();
    left.nodes = hunt.left.nodes;
    finish(&hunt.record, hunt.open)
}

/// What a search that has ended says, where so much may be left.
fn finish(record: &Record<'_>, open: f64) -> Solved {
    let spent = open > f64::NEG_INFINITY;
    let Some(Found { picks, worth, merit }) = record.best.clone() else {
        return if spent { Solved::Unknown } else { Solved::Impossible };
    };
    // Less than the margin cannot be distinguished from nothing: the value is the best, a tie may not be settled.
    let gap = if spent && open > merit + record.margin { model::parts(open - merit).max(1) } else { 0 };
    Solved::Found { picks, worth, gap }
}

//! Better choices near the best: most of it is held, and a part is chosen again.
//!
//! What is held to a few options makes a small program and a short search. Three parts are tried: the options
//! that the linear program has a share of, those that it loses least by, and the cases of one row.

use super::hunt::{Hunt, Node, PIVOTS};
use super::model::{Constraint, options_of};
use super::program::Program;
use std::collections::BTreeSet;

/// An option with less than this has no share.
const NO_SHARE: f64 = 1e-6;
/// Nodes of one search of a part, how often one follows the other at most, and nodes of one of many options.
const CLOSE: u64 = 200;
const CLOSER: usize = 8;
const WIDE: u64 = 1_000;
/// The part of the effort after which no more parts are begun on.
const PART: u64 = 4;
/// Fewer cases than this are no part.
const FEW: usize = 4;
/// Options that are lost least by, at first; then half as many more at a time.
const LEAST_LOST: usize = 50;

impl Hunt<'_> {
    /// Better choices between the best and the shares: an item may have the option it has in the best, and
    /// those with a share.
    pub(super) fn close_in(&mut self, node: &Node) {
        for _ in 0..CLOSER {
            let has_share = |item: usize, option: usize| node.program.share(item, option) > NO_SHARE;
            if !self.is_bettered(node, CLOSE, has_share) {
                break;
            }
        }
    }

    /// Better choices by larger parts, for a search that may take long.
    pub(super) fn change_parts(&mut self, node: &Node) {
        let until = self.left.nodes - self.left.nodes / PART;
        while self.left.nodes > until {
            self.change_in_turn(node);
            let before = self.record.merit();
            self.change_least_lost(node);
            if self.record.merit() <= before {
                break;
            }
        }
    }

    /// An item may have options that little is lost by, at the prices of the program: more of them as long as they
    /// are searched through without gain.
    fn change_least_lost(&mut self, node: &Node) {
        let bounded = self.bounded(&node.program, &node.allowed);
        let loss = |item: usize, option: usize| bounded.loss(item, option);
        let of = |(item, allowed): (usize, &u128)| options_of(*allowed).map(move |option| loss(item, option));
        let mut losses: Vec<f64> =
            node.allowed.iter().enumerate().flat_map(of).filter(|of| *of > 0.0).collect();
        losses.sort_by(f64::total_cmp);
        let cases = self.model.cases;
        let mut most = LEAST_LOST;
        while let Some(limit) = losses.get(most).copied()
            && !self.is_spent()
        {
            let before = self.nodes;
            if self.is_bettered(node, WIDE, |item, option| item >= cases || loss(item, option) < limit) {
                continue;
            }
            if self.nodes >= before + WIDE {
                break;
            }
            most += most / 2;
        }
    }

    /// The cases of one row may have any option, row by row until none gives more.
    fn change_in_turn(&mut self, node: &Node) {
        let (parts, cases) = (self.parts(), self.model.cases);
        let mut since = 0;
        for part in parts.iter().cycle() {
            if since == parts.len() || self.is_spent() {
                break;
            }
            let is_bettered = self.is_bettered(node, CLOSE, |item, _| item >= cases || part.contains(&item));
            since = if is_bettered { 0 } else { since + 1 };
        }
    }

    /// The cases of each row that has some, and at most half of them, where no other such row has all of these too.
    fn parts(&self) -> Vec<BTreeSet<usize>> {
        let cases = self.model.cases;
        let of = |row: &Constraint| {
            row.entries.iter().map(|entry| entry.item).filter(|item| *item < cases).collect()
        };
        let mut all: BTreeSet<BTreeSet<usize>> = self.model.rows.iter().map(of).collect();
        all.retain(|part| part.len() >= FEW && part.len() * 2 <= cases);
        let is_largest = |part: &&BTreeSet<usize>| {
            !all.iter().any(|other| other.len() > part.len() && part.is_subset(other))
        };
        all.iter().filter(is_largest).cloned().collect()
    }

    /// Whether a search with so many nodes finds a better choice, where a case has the option it has in the best, or
    /// one that is free; what does not stand for a case, one that is free.
    pub(super) fn is_bettered(
        &mut self,
        node: &Node,
        nodes: u64,
        is_free: impl Fn(usize, usize) -> bool,
    ) -> bool {
        let Some(best) = self.record.best.as_ref().filter(|_| node.bound >= self.threshold()) else {
            return false;
        };
        let (own, before) = (self.record.options(&best.picks), self.record.merit());
        let cases = self.model.cases;
        let of = |(item, allowed): (usize, &u128)| {
            let is_left = |option: &usize| item < cases && own[item] == *option || is_free(item, *option);
            options_of(*allowed).filter(is_left).fold(0, |mask, option| mask | 1 << option)
        };
        let allowed: Vec<u128> = node.allowed.iter().enumerate().map(of).collect();
        if allowed.contains(&0) {
            return false;
        }
        let left = self.left_of(&allowed);
        let mut program = Program::of(&left);
        program.solve(&left, PIVOTS);
        self.progress.work += program.work();
        self.spend(0);
        let open = self.open;
        self.is_close = true;
        self.explore(Node { allowed, program, bound: node.bound }, nodes);
        (self.open, self.is_close) = (open, false);
        self.record.merit() > before
    }
}

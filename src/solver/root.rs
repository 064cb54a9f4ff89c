//! Where a search begins: the linear program of the whole, tightened with cuts; and the cuts that are made below it.

use super::cover::cover;
use super::hunt::{Hunt, Node, PIVOTS, Shares};
use super::model::Constraint;
use super::program::Program;
use super::rounding::rounded;
use super::simplex::Ended;

/// Rounds of cuts at most, also for a search that is to be brief, and those that are made however little they give.
const ROUNDS: usize = 12;
const FEW_ROUNDS: usize = 4;
const FIRST: usize = 3;
/// A round that lowers the bound by less than this part of it is the last.
const ENOUGH: f64 = 1e-5;
/// Cuts of one node below the root at most, and rows that there are in all when no more are made.
const DEEPEST: usize = 10;
const MOST_ROWS: usize = 1_500;
/// A search of fewer nodes than this is brief.
const BRIEF: u64 = 50;
/// Jumps towards a choice that holds, while none is known.
const JUMPS: usize = 300;

impl Hunt<'_> {
    /// The first node; none where nothing better than what is found is left.
    pub(super) fn root(&mut self) -> Option<Node> {
        let mut allowed = self.model.allowed.clone();
        if !self.rows.propagate(&mut allowed, 0..self.model.merit.len()) {
            return None;
        }
        let mut program = Program::of(&self.left_of(&allowed));
        let mut bound = f64::INFINITY;
        let rounds = if self.left.nodes < BRIEF { FEW_ROUNDS } else { ROUNDS };
        for round in 0..=rounds {
            let before = program.work();
            let ended = program.solve(&self.left_of(&allowed), PIVOTS);
            self.progress.work += program.work() - before;
            self.spend(0);
            if self.is_shown_broken(&program, ended, &allowed) {
                return None;
            }
            let bounded = self.bounded(&program, &allowed);
            let gained = bound - bounded.bound;
            bound = bound.min(bounded.bound);
            let shares = program.shares(&allowed);
            self.look(&shares, &allowed, if round == 0 { JUMPS } else { 0 });
            let before = allowed.clone();
            if bound < self.threshold() || !self.strike(&mut allowed, &bounded) {
                return None;
            }
            program.follow(&before, &allowed);
            let is_enough = self.is_spent() || round > FIRST && gained < ENOUGH * bound.abs();
            if round == rounds || ended != Ended::Highest || is_enough {
                break;
            }
            let cuts = self.cuts(&shares, &allowed);
            if cuts.is_empty() {
                break;
            }
            cuts.into_iter().for_each(|cut| self.rows.add(cut));
        }
        // Cuts that do not matter in the end are not carried along.
        program.trim(&self.rows);
        let kept: Vec<bool> =
            (0..self.rows.all.len()).map(|row| row < self.model.rows.len() || program.is_in(row)).collect();
        program.retain(&kept);
        self.rows = self.rows.only(&kept, self.model);
        Some(Node { allowed, program, bound })
    }

    /// The node with the deepest cuts of what its shares break; none where nothing better is left below it. They hold
    /// for all that is left at the root.
    pub(super) fn cut(&mut self, node: Node) -> Option<Node> {
        let Some(root) = self.root.as_ref().filter(|_| self.rows.all.len() < MOST_ROWS) else {
            return Some(node);
        };
        let shares = node.program.shares(&node.allowed);
        let cuts = self.cuts(&shares, &root.allowed).into_iter().map(|cut| (cut.depth(&shares), cut));
        let mut cuts: Vec<(f64, Constraint)> = cuts.collect();
        if cuts.is_empty() {
            return Some(node);
        }
        cuts.sort_by(|one, other| other.0.total_cmp(&one.0));
        cuts.into_iter().take(DEEPEST).for_each(|(_, cut)| self.rows.add(cut));
        self.tighten(node)
    }

    /// What every choice keeps, and these shares break.
    fn cuts(&self, shares: &Shares, allowed: &[u128]) -> Vec<Constraint> {
        let of = |row| [cover(row, shares, allowed), rounded(row, shares, allowed)];
        self.model.rows.iter().flat_map(of).flatten().collect()
    }
}

//! Branch and bound over what a linear program bounds.
//!
//! The root is tightened with cuts (`root`), options that the bound rules out are struck, and what is left
//! is branched on (`split`). Near the best choice found better ones are looked for (`near`, `parts`, `pool`).

use super::Effort;
use super::model::{Tableau, options_of};
use super::near::Near;
use super::pool::Pool;
use super::program::{Basis, Program};
use super::progress::Progress;
use super::record::Record;
use super::rows::{Bounded, Left, Rows};
use super::simplex::Ended;
use super::split::Costs;
use crate::problem::Picks;

/// Pivots of a linear program at most, where it is new and where it is known from before.
pub(super) const PIVOTS: u64 = 20_000;
const FEW_PIVOTS: u64 = 3_000;
/// Nodes that are split from one look for a better choice to the next.
const LOOKS: u64 = 20;
/// So many nodes are split when larger parts are changed again.
const AGAIN: [u64; 2] = [160, 640];
/// A search dives on where the bound is no further below the highest than this part of the gap.
const DIVE: f64 = 0.3;
/// A search that may take more nodes than this is a long one.
pub(super) const LONG: u64 = 1_000;
/// What a program bounds is what is had in it, but for this part of all that is added up: else it has gone astray.
const ASTRAY: f64 = 1e-10;
/// Figures that the programs of the parts that wait are made of at most: of the others, the basis is kept.
const MOST_FIGURES: usize = 16_000_000;
/// Parts that wait at most while the highest bound goes first; then the last goes first, and their number stays.
const MOST_WAITING: usize = 20_000;
/// Shares of options, by item and option.
pub(super) type Shares = Vec<Vec<f64>>;

/// What a search has come to.
pub(super) struct Hunt<'h> {
    pub(super) model: &'h Tableau,
    pub(super) near: &'h Near<'h>,
    pub(super) record: Record<'h>,
    pub(super) pool: Pool,
    /// The rows of the model, and cuts.
    pub(super) rows: Rows,
    pub(super) costs: Costs,
    /// What is left of the effort.
    pub(super) left: Effort,
    /// The highest bound of what was given up.
    pub(super) open: f64,
    /// Nodes that may be spent before anything is found.
    pub(super) barren: u64,
    pub(super) progress: Progress,
    pub(super) nodes: u64,
    /// Nodes that were split where more than a few options are open.
    splits: u64,
    /// Where a long search began: then cuts are made below it too.
    pub(super) root: Option<Node>,
    /// Whether few options are open: then it dives, and only what is better counts.
    pub(super) is_close: bool,
}

/// A part of the search.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Options left of each item, a bit each.
    pub(super) allowed: Vec<u128>,
    /// Solved with what is left.
    pub(super) program: Program,
    pub(super) bound: f64,
}

/// A part that waits.
pub(super) struct Open {
    allowed: Vec<u128>,
    begun: Begun,
    pub(super) bound: f64,
    /// The options that an item is to be held to; none where it is held already.
    held: Option<Held>,
}

/// What the program of a part begins from.
enum Begun {
    Program(Program),
    Basis(Basis),
}

/// An item that is held to some options.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) item: usize,
    pub(super) allowed: u128,
}

impl<'h> Hunt<'h> {
    /// Before anything is found.
    pub(super) fn new(model: &'h Tableau, near: &'h Near<'h>, record: Record<'h>, left: Effort) -> Self {
        Self {
            model,
            near,
            record,
            pool: Pool::empty(),
            rows: Rows::of(model),
            costs: Costs::none(&model.merit),
            left,
            open: f64::NEG_INFINITY,
            barren: u64::MAX,
            progress: Progress::none(model.cases),
            nodes: 0,
            splits: 0,
            root: None,
            is_close: false,
        }
    }

    /// Keeps the best of the choices somebody knows, where one holds, and the best near it; else near the first.
    pub(super) fn start_from(&mut self, known: &[Picks]) {
        for picks in known {
            let options = self.record.options(picks);
            self.record.offer(&options);
        }
        let best = self.record.best.as_ref().map(|best| &best.picks).or(known.first());
        let Some(options) = best.map(|picks| self.record.options(picks)) else { return };
        if let Some(options) = self.near.best(&options, &self.model.allowed, 0) {
            self.record.offer(&options);
        }
    }

    /// Looks through all there is.
    pub(super) fn search(&mut self) {
        let Some(root) = self.root() else { return };
        self.close_in(&root);
        if self.left.nodes > LONG {
            self.change_parts(&root);
            self.root = Some(root.clone());
        }
        self.progress.begin();
        // What an option has cost where most is held says little of what it costs in the whole.
        self.costs = Costs::none(&self.model.merit);
        self.explore(root, u64::MAX);
    }

    /// Better choices by larger parts, now that there are cuts.
    fn change_parts_again(&mut self) {
        if let Some(mut root) = self.root.take().and_then(|root| self.tighten(root)) {
            root.program.trim(&self.rows);
            self.change_parts(&root);
            self.root = Some(root);
        }
    }

    /// Looks through everything below a node, with so many nodes at most, where the bound is highest: it dives, as long
    /// as the bound does not fall much.
    pub(super) fn explore(&mut self, root: Node, most: u64) {
        let until = self.nodes.saturating_add(most);
        let mut open: Vec<Open> = Vec::new();
        let mut next = self.tighten(root);
        loop {
            let is_last_first = self.is_close || open.len() >= MOST_WAITING;
            let by_bound = |one: &usize, other: &usize| {
                open[*one].bound.total_cmp(&open[*other].bound).then(one.cmp(other))
            };
            let highest = if is_last_first { None } else { (0..open.len()).max_by(by_bound) };
            let bound = highest.map_or(f64::NEG_INFINITY, |highest| open[highest].bound);
            let enough = bound - DIVE * (bound - self.threshold()).max(0.0);
            if let Some(node) = next.take_if(|node| node.bound >= enough) {
                self.split(node, &mut open);
            } else {
                open.extend(next.take().map(|node| Self::waiting(&node, open.len())));
                if let Some((highest, last)) = highest.zip(open.len().checked_sub(1)) {
                    open.swap(highest, last);
                }
            }
            self.weigh(&open);
            let Some(node) = open.pop() else { break };
            if node.bound < self.threshold() {
                continue;
            }
            if self.is_spent() || self.nodes >= until {
                self.open = self.open.max(node.bound);
                continue;
            }
            self.spend(1);
            self.nodes += 1;
            next = self.descend(node);
        }
    }

    /// A bound below this rules a node out.
    pub(super) fn threshold(&self) -> f64 {
        self.record.threshold() + if self.is_close { 2.0 * self.record.margin } else { 0.0 }
    }

    pub(super) fn left_of<'a>(&'a self, allowed: &'a [u128]) -> Left<'a> {
        Left { merit: &self.model.merit, rows: &self.rows, allowed }
    }

    /// A part that was looked at, and waits with so many others: the programs of some are kept as they are.
    fn waiting(Node { allowed, program, bound }: &Node, others: usize) -> Open {
        let begun = if others.saturating_mul(program.size()) < MOST_FIGURES {
            Begun::Program(program.clone())
        } else {
            Begun::Basis(program.basis(allowed))
        };
        Open { allowed: allowed.clone(), begun, bound: *bound, held: None }
    }

    /// A node that waited, with what it is held to; none where nothing better is left below it.
    fn descend(&mut self, Open { mut allowed, begun, bound, held }: Open) -> Option<Node> {
        let before = allowed.clone();
        if let Some(held) = held {
            allowed[held.item] = held.allowed;
            if !self.rows.propagate(&mut allowed, std::iter::once(held.item)) {
                return None;
            }
        }
        let program = match begun {
            Begun::Program(mut program) => {
                program.follow(&before, &allowed);
                program
            }
            Begun::Basis(basis) => {
                let program = Program::from(&basis, &self.left_of(&allowed));
                self.progress.work += program.work();
                program
            }
        };
        self.tighten(Node { allowed, program, bound })
    }

    /// Solves the program and strikes options; none where nothing better is left below the node.
    pub(super) fn tighten(&mut self, mut node: Node) -> Option<Node> {
        loop {
            if self.record.has_more_cases(&node.allowed, node.bound) {
                return None;
            }
            let bounded = self.solve(&mut node)?;
            node.bound = node.bound.min(bounded.bound);
            let before = node.allowed.clone();
            if node.bound < self.threshold() || !self.strike(&mut node.allowed, &bounded) {
                return None;
            }
            let open = node.allowed.iter().filter(|allowed| allowed.count_ones() > 1).count();
            if open == 0 {
                let options = node.allowed.iter().map(|allowed| options_of(*allowed).next().unwrap_or(0));
                self.record.offer(&options.collect::<Vec<_>>());
                return None;
            }
            node.program.follow(&before, &node.allowed);
            let struck = before.iter().zip(&node.allowed).filter(|(before, after)| before != after).count();
            if struck * 4 < open {
                return Some(node);
            }
        }
    }

    /// Solves the program of a node: what its prices bound, and none where nothing can hold. One that has gone astray
    /// among small figures, or comes to no end, is made anew.
    pub(super) fn solve(&mut self, node: &mut Node) -> Option<Bounded> {
        let before = node.program.work();
        let ended = node.program.solve(&self.left_of(&node.allowed), FEW_PIVOTS);
        self.progress.work += node.program.work() - before;
        if self.is_shown_broken(&node.program, ended, &node.allowed) {
            return None;
        }
        let bounded = self.bounded(&node.program, &node.allowed);
        let astray = || bounded.bound - node.program.worth(&self.left_of(&node.allowed));
        if ended == Ended::Highest && astray().abs() <= ASTRAY * bounded.size {
            return Some(bounded);
        }
        node.program = Program::of(&self.left_of(&node.allowed));
        let ended = node.program.solve(&self.left_of(&node.allowed), PIVOTS);
        self.progress.work += node.program.work();
        let is_broken = self.is_shown_broken(&node.program, ended, &node.allowed);
        (!is_broken).then(|| self.bounded(&node.program, &node.allowed))
    }

    /// Whether a program has ended at a row that nothing holds, and its prices show it.
    pub(super) fn is_shown_broken(&self, program: &Program, ended: Ended, allowed: &[u128]) -> bool {
        matches!(ended, Ended::Broken(row) if self.left_of(allowed).is_broken_by(&program.ray(row)))
    }

    /// What the prices of a program bound.
    pub(super) fn bounded(&self, program: &Program, allowed: &[u128]) -> Bounded {
        let mut prices = program.prices();
        for (price, row) in prices.iter_mut().zip(&self.rows.all) {
            *price = price.min(row.penalty.unwrap_or(f64::INFINITY));
        }
        self.left_of(allowed).bounded(&prices)
    }

    /// Strikes what the bound rules out; false where nothing is left of an item.
    pub(super) fn strike(&self, allowed: &mut [u128], bounded: &Bounded) -> bool {
        let gap = bounded.bound - self.threshold();
        let mut changed = Vec::new();
        for (item, allowed) in allowed.iter_mut().enumerate() {
            let before = *allowed;
            for option in options_of(before) {
                if bounded.loss(item, option) > gap {
                    *allowed &= !(1 << option);
                }
            }
            if *allowed != before {
                changed.push(item);
            }
        }
        self.rows.propagate(allowed, changed.into_iter())
    }

    /// Branches on what matters most; where all shares are whole, on what may be as good.
    fn split(&mut self, mut node: Node, open: &mut Vec<Open>) {
        if !self.is_close {
            let Some(cut) = self.cut(node) else { return };
            node = cut;
            self.splits += 1;
        }
        node.program.trim(&self.rows);
        if !self.is_close && self.splits.is_multiple_of(LOOKS) {
            let shares = node.program.shares(&node.allowed);
            self.look(&shares, &node.allowed, 0);
            self.close_in(&node);
            self.recombine();
            if AGAIN.contains(&self.splits) {
                self.change_parts_again();
            }
        }
        let branch = self.widest(&node).or_else(|| {
            let likeliest = likeliest(&node.program.shares(&node.allowed), &node.allowed);
            self.record.offer(&likeliest);
            let item = node.allowed.iter().position(|allowed| allowed.count_ones() > 1)?;
            Some(Held { item, allowed: 1 << likeliest[item] })
        });
        let Some(first) = branch else { return };
        let second = Held { allowed: node.allowed[first.item] & !first.allowed, ..first };
        open.push(Open { held: Some(second), ..Self::waiting(&node, open.len()) });
        let Node { allowed, program, bound } = node;
        open.push(Open { allowed, begun: Begun::Program(program), bound, held: Some(first) });
    }

    /// Keeps the best choice near these shares.
    pub(super) fn look(&mut self, shares: &Shares, allowed: &[u128], jumps: usize) {
        let jumps = if self.record.best.is_none() { jumps } else { 0 };
        if let Some(options) = self.near.best(&likeliest(shares, allowed), allowed, jumps)
            && let Some(merit) = self.record.offer(&options)
        {
            self.pool.keep(options, merit);
        }
    }
}

/// The option of each item with the largest share, of those that are left.
pub(super) fn likeliest(shares: &Shares, allowed: &[u128]) -> Vec<usize> {
    let most = |(shares, allowed): (&Vec<f64>, &u128)| {
        // The first of those that are alike, whatever became of the shares.
        options_of(*allowed).min_by(|one, other| shares[*other].total_cmp(&shares[*one])).unwrap_or(0)
    };
    shares.iter().zip(allowed).map(most).collect()
}

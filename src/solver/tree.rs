//! Branch and bound over the cases: what the bound leaves open is decided one case at a time.
//!
//! At every node the prices are moved a little, options that the bound rules out are struck, and what
//! is left is branched on. Floats bound; every choice is weighed exactly before it is kept.

use super::branch::{Gains, Held, Shares};
use super::dual::{Prices, Relaxation, Relaxed};
use super::model::{Aim, ROW_SLACK};
use super::near::Near;
use super::record::Record;
use super::search::step;
use super::strike::Witnesses;
use super::{AT_ONCE, Effort, Stop};
use std::cmp::Ordering;
use std::collections::BinaryHeap;
use std::rc::Rc;

/// Rounds of moving prices and striking options at one node.
const ROUNDS: u32 = 4;
/// Steps of prices at a node, and in each further round there.
const STEPS: u32 = 12;
const MORE_STEPS: u32 = 6;
/// Steps of prices at a node where something is delayed or missing: more rows bind at once.
const STAGED_STEPS: u32 = 30;
/// Steps of prices where a search begins.
const FIRST_STEPS: u32 = 100;
/// Jumps towards a choice that holds, while none is known.
const JUMPS: usize = 2_000;
/// Looks for a choice near a plan where a search begins.
const FIRST_LOOKS: u32 = 60;
/// Work in the blocks that counts as a node of the tree.
const NODE: u64 = 10_000;
/// Nodes from one look for a choice near a plan to the next.
const LOOKS: u64 = 32;
/// How fast old plans are forgotten when a case to branch on is looked for.
const MEMORY: f64 = 0.9;

/// What a search has come to.
#[derive(Debug)]
pub(super) struct Tree<'t> {
    pub(super) relaxation: &'t Relaxation<'t>,
    pub(super) goal: Aim,
    pub(super) record: Record<'t>,
    /// Choices with less merit than this are not looked for yet.
    pub(super) cut: f64,
    /// What is left of the effort.
    pub(super) left: Effort,
    /// The highest bound of what was given up when the nodes were spent.
    pub(super) open: f64,
    /// What makes choices of plans that do not hold.
    near: &'t Near<'t>,
    /// For each item and option: a plan of its block with it, that was good enough when it was found.
    pub(super) witnesses: Witnesses,
    /// Work in blocks that is not yet taken off the effort.
    pub(super) work: u64,
    /// How much it lowered the bound to hold an item to an option, when that was done.
    pub(super) gains: Gains,
    /// How many of the next plans a choice is looked for near.
    looks: u32,
}

/// A part of the search.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// Options left of each item, a bit each.
    pub(super) allowed: Vec<u128>,
    pub(super) prices: Prices,
    pub(super) bound: f64,
}

/// A node that waits, as its parent and what sets it apart: the highest bound first, then the youngest.
#[derive(Debug)]
struct Open {
    parent: Rc<Node>,
    held: Option<Held>,
    age: u64,
}

impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        self.parent.bound.total_cmp(&other.parent.bound).then(self.age.cmp(&other.age))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Open {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Open {}

impl<'t> Tree<'t> {
    /// Before anything is found.
    pub(super) fn new(
        relaxation: &'t Relaxation<'t>,
        near: &'t Near<'t>,
        record: Record<'t>,
        left: Effort,
    ) -> Self {
        let (goal, merit) = (relaxation.model.goal, &relaxation.model.merit);
        let witnesses = merit.iter().map(|options| vec![None; options.len()]).collect();
        Self {
            relaxation,
            goal,
            record,
            cut: f64::NEG_INFINITY,
            left,
            open: f64::NEG_INFINITY,
            near,
            witnesses,
            looks: 0,
            work: 0,
            gains: Gains::none(merit),
        }
    }

    /// Lowers the bound of a root as far as it goes before anything is branched on; false where nothing
    /// better than what has been found is left.
    pub(super) fn settle(&mut self, root: &mut Node) -> bool {
        let mut shares = self.no_shares();
        if !self.propagate(&mut root.allowed) {
            return false;
        }
        self.looks = FIRST_LOOKS;
        let lowered = self.lower(root, &mut shares, FIRST_STEPS);
        self.looks = 0;
        lowered.is_some() && root.bound >= self.threshold()
    }

    /// Keeps the best choice near a wish.
    pub(super) fn wish(&mut self, wish: &[usize], allowed: &[u128]) {
        let jumps = if self.record.best.is_none() { JUMPS } else { 0 };
        if let Some(options) = self.near.best(wish, allowed, jumps) {
            self.record.offer(&options);
        }
    }

    /// Looks through everything below a node, the highest bound first.
    pub(super) fn explore(&mut self, root: Node) {
        let mut open = BinaryHeap::from([Open { parent: Rc::new(root), held: None, age: 0 }]);
        let mut age = 0;
        while let Some(Open { parent, held, .. }) = open.pop() {
            let mut node = Rc::unwrap_or_clone(parent);
            if node.bound < self.threshold() {
                // The rest is no better.
                break;
            }
            if self.is_spent() {
                self.open = self.open.max(node.bound);
                break;
            }
            self.spend();
            if let Some(Held { item, option }) = held {
                node.allowed[item] = 1 << option;
            }
            let (mut shares, before) = (self.no_shares(), node.bound);
            let is_open = self.tighten(&mut node, &mut shares).is_some();
            let gain = before - if is_open { node.bound } else { self.threshold() };
            if let Some(held) = held.filter(|_| gain.is_finite()) {
                self.gains.note(held, gain.max(0.0), self.size(held.item));
            }
            if !is_open {
                continue;
            }
            let Some(item) = self.widest(&node, &shares) else { continue };
            let options = options_of(node.allowed[item]);
            let parent = Rc::new(node);
            for option in options {
                age += 1;
                open.push(Open { parent: Rc::clone(&parent), held: Some(Held { item, option }), age });
            }
        }
    }

    /// Whether the effort is spent.
    pub(super) fn is_spent(&self) -> bool {
        self.left.nodes == 0 || self.left.stop.is_some_and(Stop::has_come)
    }

    /// Takes a node off the effort, and one for every so much work in the blocks.
    fn spend(&mut self) {
        let nodes = 1 + self.work / NODE;
        self.work %= NODE;
        self.left.nodes = self.left.nodes.saturating_sub(nodes);
    }

    fn no_shares(&self) -> Shares {
        self.relaxation.model.merit.iter().map(|options| vec![0.0; options.len()]).collect()
    }

    /// A bound below this rules a node out.
    pub(super) fn threshold(&self) -> f64 {
        self.record.threshold().max(self.cut - self.record.margin)
    }

    /// Moves prices and strikes options; none where nothing better is left below the node.
    fn tighten(&mut self, node: &mut Node, shares: &mut Shares) -> Option<()> {
        for round in 0..ROUNDS {
            if !self.propagate(&mut node.allowed) || self.record.has_more_cases(&node.allowed, node.bound) {
                return None;
            }
            let first = if self.goal == AT_ONCE { STEPS } else { STAGED_STEPS };
            let steps = if round == 0 { first } else { MORE_STEPS };
            if round == 0 && self.left.nodes.is_multiple_of(LOOKS) {
                self.looks = 1;
            }
            let relaxed = self.lower(node, shares, steps)?;
            let struck = self.strike(node, &relaxed);
            let open = node.allowed.iter().filter(|allowed| allowed.count_ones() > 1).count();
            if open == 0 {
                let options: Vec<usize> =
                    node.allowed.iter().map(|allowed| options_of(*allowed).next().unwrap_or(0)).collect();
                self.record.offer(&options);
                return None;
            }
            if struck * 4 < open {
                break;
            }
        }
        Some(())
    }

    /// Lowers the bound by moving the prices towards where the links hold (subgradient steps with
    /// Polyak's length towards what has to be beaten); none once the node is ruled out.
    fn lower(&mut self, node: &mut Node, shares: &mut Shares, steps: u32) -> Option<Relaxed> {
        let mut prices = node.prices.clone();
        let (mut best, mut length, mut stuck) = (f64::INFINITY, 0.7, 0_u32);
        let mut kept: Option<Relaxed> = None;
        let mut course = vec![0.0; prices.links.len()];
        for _ in 0..steps {
            let relaxed = self.relaxation.plan(&mut prices, &node.allowed)?;
            self.work += relaxed.work;
            node.bound = node.bound.min(relaxed.bound);
            if relaxed.bound < self.threshold() {
                return None;
            }
            self.consider(&relaxed, shares, &node.allowed);
            let gained = best - relaxed.bound;
            for (course, left) in course.iter_mut().zip(&relaxed.left) {
                *course = 0.5 * *course + left;
            }
            let bound = relaxed.bound;
            if gained > 1e-9 * bound.abs() {
                stuck += u32::from(gained < 1e-5 * bound.abs());
                best = bound;
                node.prices = prices.clone();
                kept = Some(relaxed);
            } else {
                stuck += 1;
            }
            if stuck >= 3 {
                (length, stuck) = (length * 0.5, 0);
                prices = node.prices.clone();
                course.fill(0.0);
                if length < 0.05 {
                    break;
                }
            }
            let aim = self.threshold().max(best - 0.01 * best.abs());
            if !step(&mut prices.links, &course, length * (bound - aim + 1e-3)) {
                break;
            }
            for (price, link) in prices.links.iter_mut().zip(&self.relaxation.blocks.links) {
                *price = price.min(link.penalty.unwrap_or(f64::INFINITY));
            }
        }
        kept
    }

    /// Remembers what was planned, and keeps it where it is a choice that holds.
    fn consider(&mut self, relaxed: &Relaxed, shares: &mut Shares, allowed: &[u128]) {
        let options = self.relaxation.options(&relaxed.plans);
        for (share, option) in shares.iter_mut().zip(&options) {
            for old in share.iter_mut() {
                *old *= MEMORY;
            }
            share[*option] += 1.0;
        }
        let links = self.relaxation.blocks.links.iter().zip(&relaxed.left);
        if links.into_iter().all(|(link, left)| link.penalty.is_some() || *left >= -ROW_SLACK) {
            self.record.offer(&options);
        }
        if self.looks > 0 {
            self.looks -= 1;
            self.wish(&options, allowed);
        }
    }
}

/// The options of a mask, lowest first.
pub(super) fn options_of(allowed: u128) -> impl Iterator<Item = usize> {
    (0..128_usize)
        .take(128 - allowed.leading_zeros() as usize)
        .filter(move |option| allowed >> option & 1 == 1)
}

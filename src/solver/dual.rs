//! The bound: rows between blocks are paid for at a price, and each block then plans for itself.
//!
//! For any prices ≥ 0 the sum of what the blocks make, and what the limits cost, is a bound on every
//! choice. The lowest such bound is looked for with cutting planes (Kelley 1960) in a box around the
//! best prices so far; the small linear program is microlp's.

use super::block::Blocks;
use super::model::{Constraint, Tableau};
use super::search::{NEVER, Plan, Priced};
use microlp::{ComparisonOp, OptimizationDirection, Problem, Variable};
use std::collections::{BTreeMap, BTreeSet};

/// Steps on a block's own prices each time it is solved.
const TUNING: u32 = 10;
/// The same where a search begins, and the prices are far from where they should be.
const FIRST_TUNING: u32 = 250;
/// Rounds of cutting planes at most.
const MOST_ROUNDS: u32 = 60;
/// Rounds are enough when they can gain no more than this part of the bound.
const ENOUGH: f64 = 1e-6;

/// The part of what was added up that floats may be wrong by, and then some.
const IN_DOUBT: f64 = 1e-9;

/// What the rows cost.
#[derive(Debug, Clone)]
pub(super) struct Prices {
    /// Of the links.
    pub(super) links: Vec<f64>,
    /// Of each block's own rows.
    pub(super) own: Vec<Vec<f64>>,
    /// What each block planned last, where that held its rows: the next plan is not far away.
    pub(super) last: Vec<Option<Vec<usize>>>,
}

/// What the blocks plan at some prices.
#[derive(Debug, Clone)]
pub(super) struct Relaxed {
    /// No choice is worth more.
    pub(super) bound: f64,
    pub(super) plans: Vec<Plan>,
    /// What the plans leave of each link; below zero where they use too much.
    pub(super) left: Vec<f64>,
    /// Nodes of the searches for the plans.
    pub(super) work: u64,
}

/// A model in blocks.
#[derive(Debug, Clone)]
pub(super) struct Relaxation<'m> {
    pub(super) model: &'m Tableau,
    pub(super) blocks: Blocks,
    /// Every choice that holds is worth at least this.
    floor: f64,
}

impl<'m> Relaxation<'m> {
    pub(super) fn new(model: &'m Tableau) -> Self {
        Self { model, blocks: Blocks::new(model), floor: floor(model) }
    }

    /// Nothing costs anything.
    pub(super) fn free(&self) -> Prices {
        let blocks = &self.blocks.blocks;
        Prices {
            links: vec![0.0; self.blocks.links.len()],
            own: blocks.iter().map(|block| vec![0.0; block.limits.len()]).collect(),
            last: vec![None; blocks.len()],
        }
    }

    /// What the options of a block are worth at the prices of the links, by member and option.
    pub(super) fn worth(&self, block: usize, links: &[f64], allowed: &[u128]) -> Vec<Vec<f64>> {
        let block = &self.blocks.blocks[block];
        let of = |member: usize, option: usize| {
            let item = block.items[member];
            if allowed[item] >> option & 1 == 0 {
                return NEVER;
            }
            let paid: f64 = block.links[member][option].iter().map(|(link, used)| links[*link] * used).sum();
            self.model.merit[item][option] - paid
        };
        let member =
            |member: usize| (0..block.links[member].len()).map(|option| of(member, option)).collect();
        (0..block.items.len()).map(member).collect()
    }

    /// What every block plans; none where some block can hold no plan, or all of them together make
    /// less than any choice would: then no choice holds.
    pub(super) fn plan(&self, prices: &mut Prices, allowed: &[u128]) -> Option<Relaxed> {
        self.plan_tuned(prices, allowed, TUNING)
    }

    fn plan_tuned(&self, prices: &mut Prices, allowed: &[u128], steps: u32) -> Option<Relaxed> {
        let (mut bound, mut size) = (0.0, 0.0);
        let mut left = Vec::with_capacity(self.blocks.links.len());
        for (link, price) in self.blocks.links.iter().zip(&prices.links) {
            bound += price * link.limit;
            size += price * (1.0 + link.limit.abs());
            left.push(link.limit);
        }
        let mut plans = Vec::with_capacity(self.blocks.blocks.len());
        for (place, block) in self.blocks.blocks.iter().enumerate() {
            let worth = self.worth(place, &prices.links, allowed);
            let priced = Priced { block, worth: &worth };
            priced.tune(&mut prices.own[place], steps);
            let plan = priced.best(&prices.own[place], prices.last[place].as_deref())?;
            bound += plan.bound;
            for (member, option) in plan.options.iter().enumerate() {
                for (link, used) in &block.links[member][*option] {
                    left[*link] -= used;
                }
            }
            prices.last[place] = plan.holds.then(|| plan.options.clone());
            plans.push(plan);
        }
        let work = plans.iter().map(|plan: &Plan| plan.work).sum();
        let is_below_all = bound < self.floor - IN_DOUBT * (size + self.floor.abs());
        (!is_below_all).then_some(Relaxed { bound, plans, left, work })
    }

    /// The option of every item in some plans.
    pub(super) fn options(&self, plans: &[Plan]) -> Vec<usize> {
        let mut options = vec![0; self.model.merit.len()];
        for (block, plan) in self.blocks.blocks.iter().zip(plans) {
            for (item, option) in block.items.iter().zip(&plan.options) {
                options[*item] = *option;
            }
        }
        options
    }

    /// The largest merit there is, or the largest penalty.
    pub(super) fn largest(&self) -> f64 {
        let penalties = self.blocks.links.iter().filter_map(|link| link.penalty);
        let all = self.model.merit.iter().flatten().copied().chain(penalties);
        all.fold(1.0_f64, |most, merit| most.max(merit.abs()))
    }

    /// Prices at which the bound is about as low as it gets, looked for near some where they are known;
    /// none where some block holds no plan.
    pub(super) fn lowest(&self, allowed: &[u128], from: Option<Prices>) -> Option<Prices> {
        let mut radius = self.largest() / if from.is_some() { 100.0 } else { 2.0 };
        let mut prices = from.unwrap_or_else(|| self.free());
        let first = self.plan_tuned(&mut prices, allowed, FIRST_TUNING)?;
        if self.blocks.links.is_empty() {
            return Some(prices);
        }
        let largest = self.largest();
        let seen = vec![BTreeSet::new(); first.plans.len()];
        let mut planes = Planes { relaxation: self, unit: largest / 1000.0, seen, cuts: Vec::new() };
        planes.add(&first.plans);
        let mut best = first.bound;
        for _ in 0..MOST_ROUNDS {
            let Some((model_bound, links)) = planes.next(&prices.links, radius) else { break };
            let hoped = best - model_bound;
            let at_edge =
                links.iter().zip(&prices.links).any(|(new, old)| (new - old).abs() > 0.999 * radius);
            let mut next = Prices { links, ..prices.clone() };
            let relaxed = self.plan_tuned(&mut next, allowed, FIRST_TUNING)?;
            prices.own.clone_from(&next.own);
            if hoped <= ENOUGH * best.abs() + 1e-6 {
                if !at_edge || radius > 16.0 * largest {
                    break;
                }
                radius *= 2.0;
            }
            radius *= if relaxed.bound < best - 0.1 * hoped {
                1.5
            } else if relaxed.bound > best {
                0.7
            } else {
                1.0
            };
            let new = planes.add(&relaxed.plans);
            if relaxed.bound < best {
                (best, prices) = (relaxed.bound, next);
            } else if new == 0 {
                // Some block's search was cut short: the planes have no more to say.
                break;
            }
        }
        Some(prices)
    }
}

/// What every choice is worth at least: the worst option of each item, less all that may be missing.
fn floor(model: &Tableau) -> f64 {
    let least = |of: &Vec<f64>| of.iter().copied().fold(f64::INFINITY, f64::min);
    let most = |of: &Vec<f64>| of.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    let missing = |row: &Constraint| {
        let used: f64 = row.entries.iter().map(|entry| most(&entry.uses)).sum();
        row.penalty.map_or(0.0, |penalty| penalty * (used - row.limit).max(0.0))
    };
    model.merit.iter().map(least).sum::<f64>() - model.rows.iter().map(missing).sum::<f64>()
}

/// What the plans seen say of the bound at other prices.
struct Planes<'r, 'm> {
    relaxation: &'r Relaxation<'m>,
    /// What merits and prices are counted in: the linear program likes figures near one.
    unit: f64,
    seen: Vec<BTreeSet<Vec<usize>>>,
    cuts: Vec<Cut>,
}

/// A plan of a block, by what it makes and what it uses of the links.
struct Cut {
    block: usize,
    merit: f64,
    uses: BTreeMap<usize, f64>,
}

impl Planes<'_, '_> {
    /// Adds the plans not seen before; how many.
    fn add(&mut self, plans: &[Plan]) -> usize {
        let before = self.cuts.len();
        for (place, plan) in plans.iter().enumerate() {
            if !self.seen[place].insert(plan.options.clone()) {
                continue;
            }
            let block = &self.relaxation.blocks.blocks[place];
            let mut uses: BTreeMap<usize, f64> = BTreeMap::new();
            let mut merit = 0.0;
            for (member, option) in plan.options.iter().enumerate() {
                merit += self.relaxation.model.merit[block.items[member]][*option];
                for (link, used) in &block.links[member][*option] {
                    *uses.entry(*link).or_default() += used;
                }
            }
            self.cuts.push(Cut { block: place, merit, uses });
        }
        self.cuts.len() - before
    }

    /// The lowest bound the planes allow within a box, and the prices there.
    fn next(&self, centre: &[f64], radius: f64) -> Option<(f64, Vec<f64>)> {
        let links = &self.relaxation.blocks.links;
        let mut program = Problem::new(OptimizationDirection::Minimize);
        let prices: Vec<Variable> = links
            .iter()
            .zip(centre)
            .map(|(link, price)| {
                let most = link.penalty.unwrap_or(f64::INFINITY);
                let (low, high) = ((price - radius).max(0.0), (price + radius).min(most));
                program.add_var(link.limit, (low / self.unit, high / self.unit))
            })
            .collect();
        let free = (f64::NEG_INFINITY, f64::INFINITY);
        let makes: Vec<Variable> = self.seen.iter().map(|_| program.add_var(1.0, free)).collect();
        for Cut { block, merit, uses } in &self.cuts {
            let paid =
                uses.iter().filter(|(_, used)| **used != 0.0).map(|(link, used)| (prices[*link], *used));
            let row: Vec<(Variable, f64)> = std::iter::once((makes[*block], 1.0)).chain(paid).collect();
            program.add_constraint(row.as_slice(), ComparisonOp::Ge, *merit / self.unit);
        }
        let solution = program.solve().ok()?.into_solution().ok()?;
        let price = |price: &Variable| (solution.var_value(*price) * self.unit).max(0.0);
        Some((solution.objective() * self.unit, prices.iter().map(price).collect()))
    }
}

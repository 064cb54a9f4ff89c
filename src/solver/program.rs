//! A model without whole numbers, as a linear program: the prices of its rows, and what they bound.
//!
//! Each item has a key, the option with the highest merit, that its other options are weighed against; an
//! item with several others has a row of its own, and the slack of that row is its key.

use super::model::{Constraint, ROW_SLACK, Tableau};
use super::simplex::{Bounds, Ended, Simplex};
use super::tree::options_of;

/// Options whose share is nearer to a whole number than this are whole.
const WHOLE: f64 = 1e-6;
/// The part of what was added up that floats may be wrong by, and then some.
const IN_DOUBT: f64 = 1e-11;

/// A share of an item.
const SHARE: Bounds = Bounds { low: 0.0, high: 1.0 };
const NONE: Bounds = Bounds { low: 0.0, high: 0.0 };
const ALL: Bounds = Bounds { low: 1.0, high: 1.0 };

/// What options use, by item and option: row and how much.
pub(super) type Columns = Vec<Vec<Vec<(usize, f64)>>>;

/// A linear program and what it is of.
#[derive(Debug, Clone)]
pub(super) struct Program {
    simplex: Simplex,
    /// What stands for each option, by item.
    stands: Vec<Vec<Stand>>,
    /// The option of each item that the others are weighed against.
    keys: Vec<usize>,
    /// The slack of each row of the model; none for a row that cannot be broken.
    slacks: Vec<Option<usize>>,
    /// What merits are counted in.
    unit: f64,
}

/// What stands for an option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// It is never had.
    Nothing,
    /// It is what is had for sure.
    Always,
    /// This variable.
    Variable(usize),
    /// What is left of 1 by this variable.
    Rest(usize),
}

/// The rows of a model, cuts too, with what each option uses of them.
#[derive(Debug, Clone)]
pub(super) struct Rows {
    pub(super) all: Vec<Constraint>,
    pub(super) columns: Columns,
    /// By item, the rows that are of the model.
    of_item: Vec<Vec<usize>>,
}

impl Rows {
    pub(super) fn of(model: &Tableau) -> Self {
        let columns = model.merit.iter().map(|options| vec![Vec::new(); options.len()]).collect();
        let mut rows = Self { all: Vec::new(), columns, of_item: vec![Vec::new(); model.merit.len()] };
        for (place, row) in model.rows.iter().enumerate() {
            if row.penalty.is_none() {
                row.entries.iter().for_each(|entry| rows.of_item[entry.item].push(place));
            }
            rows.add(row.clone());
        }
        rows
    }

    /// Strikes what no row leaves room for, after these items have lost options; false where an item has
    /// nothing left.
    pub(super) fn propagate(&self, allowed: &mut [u128], changed: impl Iterator<Item = usize>) -> bool {
        let mut waits = vec![false; self.all.len()];
        let mut next = Vec::new();
        let touch = |item: usize, next: &mut Vec<usize>, waits: &mut Vec<bool>| {
            for row in &self.of_item[item] {
                if !waits[*row] {
                    waits[*row] = true;
                    next.push(*row);
                }
            }
        };
        for item in changed {
            if allowed[item] == 0 {
                return false;
            }
            touch(item, &mut next, &mut waits);
        }
        let mut least = Vec::new();
        while let Some(place) = next.pop() {
            waits[place] = false;
            let row = &self.all[place];
            least.clear();
            least.extend(row.entries.iter().map(|entry| {
                options_of(allowed[entry.item]).map(|option| entry.uses[option]).fold(f64::INFINITY, f64::min)
            }));
            let all: f64 = least.iter().sum();
            let room = row.limit + ROW_SLACK - all;
            if room < 0.0 {
                return false;
            }
            for (entry, least) in row.entries.iter().zip(&least) {
                let before = allowed[entry.item];
                let mut after = before;
                for option in options_of(before) {
                    if entry.uses[option] - least > room {
                        after &= !(1 << option);
                    }
                }
                if after != before {
                    allowed[entry.item] = after;
                    touch(entry.item, &mut next, &mut waits);
                }
            }
        }
        true
    }

    pub(super) fn add(&mut self, row: Constraint) {
        for entry in &row.entries {
            for (option, used) in entry.uses.iter().enumerate().filter(|(_, used)| **used != 0.0) {
                self.columns[entry.item][option].push((self.all.len(), *used));
            }
        }
        self.all.push(row);
    }
}

/// What prices bound.
#[derive(Debug, Clone)]
pub(super) struct Bounded {
    /// No choice is worth more.
    pub(super) bound: f64,
    /// What every option is worth when its use is paid for, by item.
    pub(super) reduced: Vec<Vec<f64>>,
    /// The most of each item.
    pub(super) most: Vec<f64>,
}

/// What is left to choose among, and between what.
pub(super) struct Left<'l> {
    pub(super) merit: &'l [Vec<f64>],
    pub(super) rows: &'l Rows,
    pub(super) allowed: &'l [u128],
}

impl Left<'_> {
    /// What these prices bound. For any prices ≥ 0 no choice is worth more.
    pub(super) fn bounded(&self, prices: &[f64]) -> Bounded {
        self.weighed(prices, |item, option| self.merit[item][option])
    }

    fn weighed(&self, prices: &[f64], merit: impl Fn(usize, usize) -> f64) -> Bounded {
        let (mut bound, mut size) = (0.0, 0.0);
        for (price, row) in prices.iter().zip(&self.rows.all) {
            bound += price * row.limit;
            size += price * (1.0 + row.limit.abs());
        }
        let mut reduced = Vec::with_capacity(self.allowed.len());
        let mut most = Vec::with_capacity(self.allowed.len());
        for (item, columns) in self.rows.columns.iter().enumerate() {
            let worth = |option: usize| {
                if self.allowed[item] >> option & 1 == 0 {
                    return f64::NEG_INFINITY;
                }
                let paid: f64 = columns[option].iter().map(|(row, used)| prices[*row] * used).sum();
                merit(item, option) - paid
            };
            let worths: Vec<f64> = (0..columns.len()).map(worth).collect();
            let best = worths.iter().copied().fold(f64::NEG_INFINITY, f64::max);
            bound += best;
            size += best.abs();
            most.push(best);
            reduced.push(worths);
        }
        Bounded { bound: bound + IN_DOUBT * size, reduced, most }
    }

    /// Whether these prices show that nothing holds: what is to be had is below nothing, whatever it is worth.
    pub(super) fn is_broken_by(&self, prices: &[f64]) -> bool {
        let may_break =
            self.rows.all.iter().zip(prices).any(|(row, price)| row.penalty.is_some() && *price > 0.0);
        let size: f64 =
            prices.iter().zip(&self.rows.all).map(|(price, row)| price * (1.0 + row.limit.abs())).sum();
        !may_break && self.weighed(prices, |_, _| 0.0).bound < -1e-8 * size
    }
}

impl Program {
    /// The program of what is left.
    pub(super) fn of(left: &Left<'_>) -> Self {
        let largest = left.merit.iter().flatten().fold(1e-3_f64, |most, merit| most.max(merit.abs()));
        let unit = largest / 1000.0;
        let mut gains = Vec::new();
        let mut keys = Vec::with_capacity(left.allowed.len());
        let mut stands: Vec<Vec<Stand>> = Vec::with_capacity(left.allowed.len());
        for (merit, allowed) in left.merit.iter().zip(left.allowed) {
            let key = options_of(*allowed).max_by(|one, other| merit[*one].total_cmp(&merit[*other]));
            let key = key.unwrap_or(0);
            let mut stand = vec![Stand::Nothing; merit.len()];
            stand[key] = Stand::Always;
            for option in options_of(*allowed).filter(|option| *option != key) {
                stand[option] = Stand::Variable(gains.len());
                stand[key] = Stand::Rest(gains.len());
                gains.push((merit[option] - merit[key]) / unit);
            }
            keys.push(key);
            stands.push(stand);
        }
        let bounds = vec![SHARE; gains.len()];
        let mut program =
            Self { simplex: Simplex::new(gains, bounds), stands, keys, slacks: Vec::new(), unit };
        program.bind_items();
        left.rows.all.iter().for_each(|row| program.add(row, left.allowed));
        program
    }

    /// One option of each item: a row where there are more than two.
    fn bind_items(&mut self) {
        for (stand, key) in self.stands.iter_mut().zip(&self.keys) {
            let others = stand.iter().filter_map(|stand| match stand {
                Stand::Variable(variable) => Some((*variable, 1.0)),
                Stand::Nothing | Stand::Always | Stand::Rest(_) => None,
            });
            let others: Vec<(usize, f64)> = others.collect();
            if others.len() > 1 {
                let slack = self.simplex.add(&others, 1.0);
                self.simplex.bind(slack, SHARE);
                stand[*key] = Stand::Variable(slack);
            }
        }
    }

    /// Adds a row, unless what is left cannot break it.
    pub(super) fn add(&mut self, row: &Constraint, allowed: &[u128]) {
        let most = |uses: &[f64], allowed: u128| {
            options_of(allowed).map(|option| uses[option]).fold(f64::NEG_INFINITY, f64::max)
        };
        let most: f64 = row.entries.iter().map(|entry| most(&entry.uses, allowed[entry.item])).sum();
        if most <= row.limit {
            self.slacks.push(None);
            return;
        }
        let mut limit = row.limit;
        let mut entries = Vec::new();
        for entry in &row.entries {
            // What the key uses is used where nothing else is had.
            let key = self.keys[entry.item];
            let base = entry.uses[key];
            limit -= base;
            for (option, stand) in self.stands[entry.item].iter().enumerate() {
                if let Stand::Variable(variable) = stand
                    && option != key
                    && entry.uses[option] != base
                {
                    entries.push((*variable, entry.uses[option] - base));
                }
            }
        }
        if let Some(penalty) = row.penalty {
            entries.push((self.simplex.variable(-penalty / self.unit), -1.0));
        }
        let slack = self.simplex.add(&entries, limit);
        self.slacks.push(Some(slack));
    }

    /// Holds an item to the options that are left of it.
    pub(super) fn hold(&mut self, item: usize, allowed: u128) {
        let is_only = allowed.count_ones() == 1;
        for (option, stand) in self.stands[item].iter().enumerate() {
            let bounds = match (allowed >> option & 1 == 1, is_only) {
                (false, _) => NONE,
                (true, true) => ALL,
                (true, false) => SHARE,
            };
            match stand {
                Stand::Variable(variable) => self.simplex.bind(*variable, bounds),
                Stand::Rest(_) | Stand::Nothing | Stand::Always => {}
            }
        }
    }

    /// Holds all items that have lost options since before.
    pub(super) fn follow(&mut self, before: &[u128], after: &[u128]) {
        for (item, (before, after)) in before.iter().zip(after).enumerate() {
            if before != after {
                self.hold(item, *after);
            }
        }
    }

    /// The shares of the options that are left.
    pub(super) fn shares(&self, allowed: &[u128]) -> Vec<Vec<f64>> {
        let share = |item: usize, option: usize| {
            if allowed[item] >> option & 1 == 1 { self.share(item, option) } else { 0.0 }
        };
        let of = |(item, stands): (usize, &Vec<Stand>)| {
            (0..stands.len()).map(|option| share(item, option)).collect()
        };
        self.stands.iter().enumerate().map(of).collect()
    }

    /// Lets go of what is settled, where that is much.
    pub(super) fn trim(&mut self) {
        self.simplex.trim();
    }

    /// Looks for the highest gain, with so many pivots at most.
    pub(super) fn solve(&mut self, most: u64) -> Ended {
        self.simplex.solve(most)
    }

    /// How many figures it is made of.
    pub(super) fn size(&self) -> usize {
        self.simplex.size()
    }

    /// What all that is had gives, in the program's own unit, from some start that is the same all along.
    pub(super) const fn gain(&self) -> f64 {
        self.simplex.gain
    }

    /// What a unit more of each row would give, in merit.
    pub(super) fn prices(&self) -> Vec<f64> {
        let price = |slack: &Option<usize>| slack.map_or(0.0, |slack| self.simplex.price(slack) * self.unit);
        self.slacks.iter().map(price).collect()
    }

    /// Prices that show that nothing holds, where a row of the program is broken.
    pub(super) fn ray(&self, row: usize) -> Vec<f64> {
        let price = |slack: &Option<usize>| slack.map_or(0.0, |slack| self.simplex.ray(row, slack));
        self.slacks.iter().map(price).collect()
    }

    /// The share of an option, from 0 to 1.
    pub(super) fn share(&self, item: usize, option: usize) -> f64 {
        match self.stands[item][option] {
            Stand::Nothing => 0.0,
            Stand::Always => 1.0,
            Stand::Variable(variable) => self.simplex.value(variable),
            Stand::Rest(variable) => 1.0 - self.simplex.value(variable),
        }
    }

    /// What is lost at least when an option is ruled out, and when it is had, where it has a part.
    pub(super) fn losses(&self, item: usize, option: usize) -> Option<(f64, f64)> {
        let share = self.share(item, option);
        if !(WHOLE..=1.0 - WHOLE).contains(&share) {
            return None;
        }
        match self.stands[item][option] {
            Stand::Variable(variable) => Some(self.simplex.losses(variable)),
            Stand::Rest(_) | Stand::Nothing | Stand::Always => None,
        }
    }
}

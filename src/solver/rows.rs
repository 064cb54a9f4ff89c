//! The rows of a model and the cuts, by what each option uses of them, and what prices on them bound.

use super::model::{Constraint, ROW_SLACK, Tableau, options_of};

/// The part of what was added up that floats may be wrong by, and then some.
const IN_DOUBT: f64 = 1e-11;

/// What options use, by item and option: row and how much.
pub(super) type Columns = Vec<Vec<Vec<(usize, f64)>>>;

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

    /// The rows of a model, and of the cuts those that are kept.
    pub(super) fn only(&self, kept: &[bool], model: &Tableau) -> Self {
        let mut rows = Self::of(model);
        let cuts = self.all.iter().zip(kept).skip(model.rows.len()).filter(|(_, kept)| **kept);
        cuts.for_each(|(cut, _)| rows.add(cut.clone()));
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
    /// The sizes of all that the bound is the sum of.
    pub(super) size: f64,
    /// What is lost by every option when its use is paid for, against the best of its item: those of the first
    /// item, then those of the next.
    losses: Vec<f64>,
    /// Where those of each item begin.
    firsts: Vec<usize>,
}

impl Bounded {
    /// What is lost by an option of an item; without bound where it is not to be had.
    pub(super) fn loss(&self, item: usize, option: usize) -> f64 {
        self.losses[self.firsts[item] + option]
    }
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
        let mut losses = Vec::with_capacity(4 * self.allowed.len());
        let mut firsts = Vec::with_capacity(self.allowed.len());
        for (item, columns) in self.rows.columns.iter().enumerate() {
            let first = losses.len();
            let mut best = f64::NEG_INFINITY;
            for (option, column) in columns.iter().enumerate() {
                let worth = if self.allowed[item] >> option & 1 == 0 {
                    f64::NEG_INFINITY
                } else {
                    let paid: f64 = column.iter().map(|(row, used)| prices[*row] * used).sum();
                    merit(item, option) - paid
                };
                best = best.max(worth);
                losses.push(worth);
            }
            losses[first..].iter_mut().for_each(|worth| *worth = best - *worth);
            bound += best;
            size += best.abs();
            firsts.push(first);
        }
        Bounded { bound: bound + IN_DOUBT * size, size, losses, firsts }
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

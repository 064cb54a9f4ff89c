//! A model without whole numbers, as a linear program: the prices of its rows, and what they bound.
//!
//! Each item has a key, the option with the highest merit, that its other options are weighed against; an
//! item with several others may have a row of its own, and the slack of that row is its key. Rows are brought
//! in when what is had breaks them, and let go when they are kept easily: most never matter.

use super::model::{Constraint, options_of};
use super::rows::{Left, Rows};
use super::simplex::{Bounds, Ended, Simplex};

/// Options whose share is nearer to a whole number than this are whole.
const WHOLE: f64 = 1e-6;
/// A row that waits is broken when so much more of it is had than there is.
const BROKEN: f64 = 1e-7;

/// A share of an item.
const SHARE: Bounds = Bounds { low: 0.0, high: 1.0 };
const NONE: Bounds = Bounds { low: 0.0, high: 0.0 };
const ALL: Bounds = Bounds { low: 1.0, high: 1.0 };

/// A linear program and what it is of.
#[derive(Debug, Clone)]
pub(super) struct Program {
    simplex: Simplex,
    /// What stands for each option, by item.
    stands: Vec<Vec<Stand>>,
    /// The option of each item that the others are weighed against.
    keys: Vec<usize>,
    /// The slack of each row that is in; the others are brought in when they are broken.
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
    /// What is left of 1 by all the others.
    Others,
}

/// Where a program has come to, in short: it is made again from this. What is above a limit at a price is left to the
/// method.
#[derive(Debug, Clone)]
pub(super) struct Basis {
    /// Options left of each item, a bit each, and those of before that are basic, or that others are weighed against.
    allowed: Vec<u128>,
    /// The rows that are used up.
    rows: Vec<usize>,
    /// The items of which the key is not basic.
    items: Vec<usize>,
    /// Items and options that are basic.
    basic: Vec<(usize, usize)>,
}

impl Program {
    /// Where it has come to.
    pub(super) fn basis(&self, allowed: &[u128]) -> Basis {
        let is_used_up = |row: &usize| self.slacks[*row].is_some_and(|slack| !self.simplex.is_basic(slack));
        let rows = (0..self.slacks.len()).filter(is_used_up).collect();
        let mut basis = Basis { allowed: allowed.to_vec(), rows, items: Vec::new(), basic: Vec::new() };
        for (item, (stands, key)) in self.stands.iter().zip(&self.keys).enumerate() {
            for (option, stand) in stands.iter().enumerate() {
                let Stand::Variable(variable) = stand else { continue };
                match (self.simplex.is_basic(*variable), option == *key) {
                    (true, false) => basis.basic.push((item, option)),
                    (false, true) => basis.items.push(item),
                    (true, true) | (false, false) => continue,
                }
                basis.allowed[item] |= 1 << option | 1 << key;
            }
        }
        basis
    }

    /// A program of which that is the basis, held to what is left.
    pub(super) fn from(basis: &Basis, left: &Left<'_>) -> Self {
        let before = Left { allowed: &basis.allowed, ..*left };
        let mut program = Self::of(&before);
        for row in &basis.rows {
            if program.slacks[*row].is_none() {
                program.slacks[*row] = Some(program.bring_in(&left.rows.all[*row]));
            }
        }
        for item in &basis.items {
            if matches!(program.stands[*item][program.keys[*item]], Stand::Others | Stand::Rest(_)) {
                program.bind_item(*item, SHARE);
            }
        }
        let variable = |(item, option): &(usize, usize)| match program.stands[*item][*option] {
            Stand::Variable(variable) => Some(variable),
            Stand::Nothing | Stand::Always | Stand::Rest(_) | Stand::Others => None,
        };
        let basic: Vec<usize> = basis.basic.iter().filter_map(variable).collect();
        program.simplex.base_on(&basic);
        program.follow(&basis.allowed, left.allowed);
        program
    }

    /// The program of what is left.
    pub(super) fn of(left: &Left<'_>) -> Self {
        let penalties = left.rows.all.iter().filter_map(|row| row.penalty.as_ref());
        let all = left.merit.iter().flatten().chain(penalties);
        let largest = all.fold(1e-3_f64, |most, merit| most.max(merit.abs()));
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
                stand[key] = if allowed.count_ones() == 2 { Stand::Rest(gains.len()) } else { Stand::Others };
                gains.push((merit[option] - merit[key]) / unit);
            }
            keys.push(key);
            stands.push(stand);
        }
        let bounds = vec![SHARE; gains.len()];
        let mut program =
            Self { simplex: Simplex::new(gains, bounds), stands, keys, slacks: Vec::new(), unit };
        for row in &left.rows.all {
            // One that may be broken at a price is in from the first.
            let slack = row.penalty.map(|_| program.bring_in(row));
            program.slacks.push(slack);
        }
        program
    }

    /// One option of an item: the row that says so is brought in, and its slack is the key.
    fn bind_item(&mut self, item: usize, key: Bounds) {
        let others = self.stands[item].iter().filter_map(|stand| match stand {
            Stand::Variable(variable) => Some((*variable, 1.0)),
            Stand::Nothing | Stand::Always | Stand::Rest(_) | Stand::Others => None,
        });
        let slack = self.simplex.add(&others.collect::<Vec<_>>(), 1.0);
        self.simplex.bind(slack, key);
        self.stands[item][self.keys[item]] = Stand::Variable(slack);
    }

    /// Brings a row in; its slack.
    fn bring_in(&mut self, row: &Constraint) -> usize {
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
        self.simplex.add(&entries, limit)
    }

    /// Brings in what is broken; whether anything is.
    fn mend(&mut self, left: &Left<'_>) -> bool {
        let is_crowded = |item: &usize| self.others(*item).is_some_and(|share| share > 1.0 + BROKEN);
        let crowded: Vec<usize> = (0..self.keys.len()).filter(is_crowded).collect();
        let used = self.used(left);
        let is_broken = |place: &usize| {
            self.slacks[*place].is_none() && used[*place] > left.rows.all[*place].limit + BROKEN
        };
        let broken: Vec<usize> = (0..self.slacks.len()).filter(is_broken).collect();
        crowded.iter().for_each(|item| self.bind_item(*item, SHARE));
        for place in &broken {
            self.slacks[*place] = Some(self.bring_in(&left.rows.all[*place]));
        }
        !(crowded.is_empty() && broken.is_empty())
    }

    /// What all that is had is worth, paid for what is broken at a price.
    pub(super) fn worth(&self, left: &Left<'_>) -> f64 {
        let shares = self.shares(left.allowed);
        let paid =
            |row: &Constraint| row.penalty.map_or(0.0, |penalty| penalty * row.excess(&shares).max(0.0));
        let worth = left.merit.iter().flatten().zip(shares.iter().flatten());
        worth.map(|(merit, share)| merit * share).sum::<f64>() - left.rows.all.iter().map(paid).sum::<f64>()
    }

    /// What is used of each row.
    fn used(&self, left: &Left<'_>) -> Vec<f64> {
        let mut used = vec![0.0; left.rows.all.len()];
        for (item, columns) in left.rows.columns.iter().enumerate() {
            for (option, column) in columns.iter().enumerate() {
                let share = self.share(item, option);
                if share != 0.0 {
                    column.iter().for_each(|(row, own)| used[*row] += share * own);
                }
            }
        }
        used
    }

    /// The share of all options but the key, where the key is what they leave.
    fn others(&self, item: usize) -> Option<f64> {
        let stands = &self.stands[item];
        let share = |stand: &Stand| match stand {
            Stand::Variable(variable) => self.simplex.value(*variable),
            Stand::Nothing | Stand::Always | Stand::Rest(_) | Stand::Others => 0.0,
        };
        (stands[self.keys[item]] == Stand::Others).then(|| stands.iter().map(share).sum())
    }

    /// Holds an item to the options that are left of it.
    pub(super) fn hold(&mut self, item: usize, allowed: u128) {
        let is_only = allowed.count_ones() == 1;
        let key = self.keys[item];
        if self.stands[item][key] == Stand::Others && allowed >> key & 1 == 0 && !is_only {
            self.bind_item(item, NONE);
        }
        for (option, stand) in self.stands[item].iter().enumerate() {
            let bounds = match (allowed >> option & 1 == 1, is_only) {
                (false, _) => NONE,
                (true, true) => ALL,
                (true, false) => SHARE,
            };
            match stand {
                Stand::Variable(variable) => self.simplex.bind(*variable, bounds),
                Stand::Rest(_) | Stand::Nothing | Stand::Always | Stand::Others => {}
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

    /// Lets go of what is settled, where that is much, and of rows that are kept easily.
    pub(super) fn trim(&mut self, rows: &Rows) {
        let mut easy = Vec::new();
        for (slack, row) in self.slacks.iter_mut().zip(&rows.all) {
            let is_easy = |slack: &mut usize| row.penalty.is_none() && self.simplex.is_easy(*slack);
            easy.extend(slack.take_if(is_easy));
        }
        self.simplex.trim(&easy);
    }

    /// Lets go of rows for good.
    pub(super) fn retain(&mut self, kept: &[bool]) {
        let mut kept = kept.iter();
        self.slacks.retain(|_| kept.next() != Some(&false));
    }

    /// Whether a row matters where the program is now.
    pub(super) fn is_in(&self, row: usize) -> bool {
        matches!(self.slacks.get(row), Some(Some(_)))
    }

    /// Looks for the highest gain, with so many pivots at most; rows that have come since wait until they are broken.
    pub(super) fn solve(&mut self, left: &Left<'_>, most: u64) -> Ended {
        self.slacks.resize(left.rows.all.len(), None);
        let until = self.simplex.pivots + most;
        loop {
            let ended = self.simplex.solve(until.saturating_sub(self.simplex.pivots));
            if ended != Ended::Highest || !self.mend(left) {
                return ended;
            }
        }
    }

    /// The same among the rows that are in: never lower.
    pub(super) fn try_out(&mut self, most: u64) -> Ended {
        self.simplex.solve(most)
    }

    /// Figures reckoned anew so far.
    pub(super) const fn work(&self) -> u64 {
        self.simplex.work
    }

    /// Pivots so far.
    #[cfg(test)]
    pub(super) const fn pivots(&self) -> u64 {
        self.simplex.pivots
    }

    /// How many figures it is made of.
    pub(super) fn size(&self) -> usize {
        self.simplex.size()
    }

    /// What all that is had gives, in the program's own unit, from some start that is the same all along.
    pub(super) const fn gain(&self) -> f64 {
        self.simplex.gain
    }

    /// A merit, in the program's own unit.
    pub(super) fn in_unit(&self, merit: f64) -> f64 {
        merit / self.unit
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
            Stand::Others => 1.0 - self.others(item).unwrap_or(0.0),
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
            Stand::Rest(_) | Stand::Nothing | Stand::Always | Stand::Others => None,
        }
    }
}

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
    /// How each row is kept.
    slacks: Vec<Kept>,
    /// What merits are counted in.
    unit: f64,
}

/// How a row is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kept {
    /// What is left cannot break it.
    Always,
    /// It is brought in when it is broken.
    SoFar,
    /// It is in, with this slack.
    By(usize),
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

impl Program {
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
            let kept = program.kept(row, left.allowed);
            program.slacks.push(kept);
        }
        program
    }

    /// How a row is kept before it is broken. One that may be broken at a price is in from the first.
    fn kept(&mut self, row: &Constraint, allowed: &[u128]) -> Kept {
        let most = |uses: &[f64], allowed: u128| {
            options_of(allowed).map(|option| uses[option]).fold(f64::NEG_INFINITY, f64::max)
        };
        let most: f64 = row.entries.iter().map(|entry| most(&entry.uses, allowed[entry.item])).sum();
        match row.penalty {
            _ if most <= row.limit => Kept::Always,
            Some(_) => Kept::By(self.bring_in(row)),
            None => Kept::SoFar,
        }
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
            self.slacks.get(*place) == Some(&Kept::SoFar)
                && used[*place] > left.rows.all[*place].limit + BROKEN
        };
        let broken: Vec<usize> = (0..self.slacks.len()).filter(is_broken).collect();
        crowded.iter().for_each(|item| self.bind_item(*item, SHARE));
        for place in &broken {
            self.slacks[*place] = Kept::By(self.bring_in(&left.rows.all[*place]));
        }
        !(crowded.is_empty() && broken.is_empty())
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
        for (kept, row) in self.slacks.iter_mut().zip(&rows.all) {
            if let Kept::By(slack) = *kept
                && row.penalty.is_none()
                && self.simplex.is_easy(slack)
            {
                easy.push(slack);
                *kept = Kept::SoFar;
            }
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
        matches!(self.slacks.get(row), Some(Kept::By(_)))
    }

    /// Looks for the highest gain, with so many pivots at most; rows that have come since wait until they are broken.
    pub(super) fn solve(&mut self, left: &Left<'_>, most: u64) -> Ended {
        self.slacks.resize(left.rows.all.len(), Kept::SoFar);
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
        let price = |kept: &Kept| match kept {
            Kept::By(slack) => self.simplex.price(*slack) * self.unit,
            Kept::Always | Kept::SoFar => 0.0,
        };
        self.slacks.iter().map(price).collect()
    }

    /// Prices that show that nothing holds, where a row of the program is broken.
    pub(super) fn ray(&self, row: usize) -> Vec<f64> {
        let price = |kept: &Kept| match kept {
            Kept::By(slack) => self.simplex.ray(row, *slack),
            Kept::Always | Kept::SoFar => 0.0,
        };
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

//! A good choice soon: a wish is repaired until it holds, then improved by moving one item or two at a
//! time. The search proves what is best; this gives it something to beat.

use super::model::{ROW_SLACK, Tableau, options_of};
use super::rows::{Columns, Rows};

/// Moves at most to repair a wish, for each item.
const MENDS: usize = 4;
/// Rounds of bettering at most.
const ROUNDS: usize = 200;
/// Second moves that are tried in one round at most.
const MOST_PAIRS: usize = 400_000;

/// What sums of the same floats may differ by.
const NOISE: f64 = 1e-12;

/// What all that is near a wish is found with.
#[derive(Debug, Clone)]
pub(super) struct Near<'m> {
    model: &'m Tableau,
    columns: Columns,
    /// Less than this is no gain.
    pub(super) margin: f64,
}

/// An item gets another option.
#[derive(Debug, Clone, Copy)]
struct Move {
    item: usize,
    option: usize,
    /// What it adds to the merit, apart from rows that may be broken.
    gain: f64,
}

impl<'m> Near<'m> {
    pub(super) fn new(model: &'m Tableau, margin: f64) -> Self {
        Self { model, columns: Rows::of(model).columns, margin }
    }

    /// The best that is near a wish; none where the wish cannot be repaired. With so many jumps more is
    /// tried than what repairs it at once.
    pub(super) fn best(&self, wish: &[usize], allowed: &[u128], jumps: usize) -> Option<Vec<usize>> {
        let mut draft = Draft::of(self, wish, allowed);
        if !draft.repair() && !draft.jump(jumps) {
            return None;
        }
        draft.better();
        Some(draft.options)
    }
}

/// A choice on its way.
struct Draft<'n, 'm> {
    near: &'n Near<'m>,
    allowed: &'n [u128],
    options: Vec<usize>,
    /// What it uses of each row.
    used: Vec<f64>,
}

impl<'n, 'm> Draft<'n, 'm> {
    fn of(near: &'n Near<'m>, wish: &[usize], allowed: &'n [u128]) -> Self {
        let mut draft =
            Self { near, allowed, options: wish.to_vec(), used: vec![0.0; near.model.rows.len()] };
        for (option, allowed) in draft.options.iter_mut().zip(allowed) {
            if *allowed >> *option & 1 == 0 {
                *option = options_of(*allowed).next().unwrap_or(0);
            }
        }
        for (columns, option) in near.columns.iter().zip(&draft.options) {
            for (row, own) in &columns[*option] {
                draft.used[*row] += own;
            }
        }
        draft
    }

    /// Every move that is allowed, by item and option.
    fn moves(&self) -> impl Iterator<Item = Move> {
        (0..self.options.len()).flat_map(move |item| {
            let (now, merit) = (self.options[item], &self.near.model.merit[item]);
            let others = options_of(self.allowed[item]).filter(move |option| *option != now);
            others.map(move |option| Move { item, option, gain: merit[option] - merit[now] })
        })
    }

    /// What a move changes in the rows.
    fn changes(&self, tried: Move) -> impl Iterator<Item = (usize, f64)> {
        let columns = &self.near.columns[tried.item];
        let (old, new) = (&columns[self.options[tried.item]], &columns[tried.option]);
        let of = |all: &[(usize, f64)], row: usize| {
            all.iter().find(|(other, _)| *other == row).map_or(0.0, |(_, used)| *used)
        };
        let kept = new.iter().map(move |(row, used)| (*row, used - of(old, *row)));
        let left = old.iter().filter(move |(row, _)| new.iter().all(|(other, _)| other != row));
        kept.chain(left.map(|(row, used)| (*row, -used)))
    }

    fn make(&mut self, made: Move) {
        let changes: Vec<(usize, f64)> = self.changes(made).collect();
        for (row, change) in changes {
            self.used[row] += change;
        }
        self.options[made.item] = made.option;
    }

    /// How far above its limit a row is when it uses this.
    fn over(&self, row: usize, used: f64) -> f64 {
        (used - self.near.model.rows[row].limit - ROW_SLACK).max(0.0)
    }

    /// The rows that have to hold, and do not.
    fn broken_rows(&self) -> impl Iterator<Item = usize> {
        let hard = (0..self.used.len()).filter(|row| self.near.model.rows[*row].penalty.is_none());
        hard.filter(|row| self.over(*row, self.used[*row]) > 0.0)
    }

    /// All that they are above their limits.
    fn broken(&self) -> f64 {
        self.broken_rows().map(|row| self.over(row, self.used[row])).sum()
    }

    /// How much more a move breaks of the rows that have to hold, each by its weight, and what it adds
    /// to the merit.
    fn weigh_by(&self, tried: Move, weight: impl Fn(usize) -> f64) -> (f64, f64) {
        let (mut broken, mut gain) = (0.0, tried.gain);
        for (row, change) in self.changes(tried) {
            let more = self.over(row, self.used[row] + change) - self.over(row, self.used[row]);
            match self.near.model.rows[row].penalty {
                None => broken += weight(row) * more,
                Some(penalty) => gain -= penalty * more,
            }
        }
        (broken, gain)
    }

    /// The same where all rows weigh alike.
    fn weigh(&self, tried: Move) -> (f64, f64) {
        self.weigh_by(tried, |_| 1.0)
    }

    /// Moves items until every row holds that has to; false where it gets no nearer.
    fn repair(&mut self) -> bool {
        for _ in 0..MENDS * self.options.len() {
            let all = self.broken();
            if all <= 0.0 {
                return true;
            }
            let weighed = self.moves().map(|tried| (tried, self.weigh(tried)));
            // What is lost for all that is repaired; moves that lose nothing come first.
            let repairs =
                weighed.filter(|(_, (broken, _))| *broken < -ROW_SLACK).map(|(tried, (broken, gain))| {
                    let lost = (-gain).max(0.0) / (-broken).min(all);
                    (tried, lost, broken)
                });
            let best = repairs.min_by(|a, b| a.1.total_cmp(&b.1).then(a.2.total_cmp(&b.2)));
            let Some((best, ..)) = best else { return false };
            self.make(best);
        }
        self.broken() <= 0.0
    }

    /// Moves items until every row holds that has to, by weights: where no move repairs, the rows that
    /// are broken weigh more (after Luteberget and Sartor, Feasibility Jump, 2023).
    fn jump(&mut self, jumps: usize) -> bool {
        let mut weights = vec![1.0; self.used.len()];
        for _ in 0..jumps {
            let broken: Vec<usize> = self.broken_rows().collect();
            if broken.is_empty() {
                return true;
            }
            let weighed = self.moves().map(|tried| (tried, self.weigh_by(tried, |row| weights[row]).0));
            let best = weighed.min_by(|a, b| a.1.total_cmp(&b.1).then(b.0.gain.total_cmp(&a.0.gain)));
            match best {
                Some((best, change)) if change < -NOISE => self.make(best),
                Some(_) => broken.into_iter().for_each(|row| weights[row] += 1.0),
                None => return false,
            }
        }
        self.broken_rows().next().is_none()
    }

    /// Moves one item, or two at once, as long as that adds to the merit.
    fn better(&mut self) {
        for _ in 0..ROUNDS {
            let mut moves: Vec<Move> = self.moves().collect();
            moves.sort_by(|a, b| b.gain.total_cmp(&a.gain));
            let single = moves.iter().copied().find(|tried| {
                let (broken, gain) = self.weigh(*tried);
                broken <= NOISE && gain > self.near.margin
            });
            if let Some(single) = single {
                self.make(single);
            } else if !self.better_by_two(&moves) {
                break;
            }
        }
    }

    /// By row, the places of the moves that use less of it.
    fn mending(&self, moves: &[Move]) -> Vec<Vec<usize>> {
        let mut mending = vec![Vec::new(); self.used.len()];
        for (place, tried) in moves.iter().enumerate() {
            for (row, _) in self.changes(*tried).filter(|(_, change)| *change < 0.0) {
                mending[row].push(place);
            }
        }
        mending
    }

    /// Makes the first two moves, the highest gains first, that together hold and add to the merit.
    fn better_by_two(&mut self, moves: &[Move]) -> bool {
        let is_hard = self.near.model.rows.iter().all(|row| row.penalty.is_none());
        let (all, mending) = ((0..moves.len()).collect(), self.mending(moves));
        let mut tried = 0;
        for (place, first) in moves.iter().enumerate() {
            let back = Move { option: self.options[first.item], ..*first };
            let (_, gain) = self.weigh(*first);
            self.make(*first);
            let broken = self.broken();
            let places: &Vec<usize> = self.broken_rows().next().map_or(&all, |row| &mending[row]);
            let seconds = &places[places.partition_point(|other| *other <= place)..];
            let seconds = seconds.iter().map(|place| moves[*place]);
            let can_gain = |second: &Move| !is_hard || gain + second.gain > self.near.margin;
            let second = seconds.take_while(can_gain).find(|second| {
                tried += 1;
                second.item != first.item && {
                    let (more_broken, more) = self.weigh(*second);
                    gain + more > self.near.margin && broken + more_broken <= NOISE
                }
            });
            if let Some(second) = second {
                self.make(second);
                return true;
            }
            self.make(back);
            if tried > MOST_PAIRS {
                break;
            }
        }
        false
    }
}

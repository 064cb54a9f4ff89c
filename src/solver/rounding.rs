//! Rows rounded to whole numbers (mixed-integer rounding, after Marchand and Wolsey 2001): what every choice
//! keeps, and shares of options may break.

use super::hunt::Shares;
use super::model::{Constraint, Term, options_of};

/// Parts of whole numbers nearer to nothing or to one than this are not rounded.
const CLEAR: f64 = 0.02;
/// What sums of floats may be wrong by, in a rounded row.
const IN_DOUBT: f64 = 1e-7;
/// A cut is of use where shares break it by so much of its length.
const BROKEN: f64 = 5e-3;
/// Sizes that a row is divided by at most.
const SIZES: usize = 10;

/// A row, where each item is weighed against the option that has most of it.
struct Based<'r> {
    row: &'r Constraint,
    room: f64,
    /// The option that each entry is weighed against.
    bases: Vec<usize>,
    /// What is had of other options: what it uses more than the base, and the share of it.
    had: Vec<(f64, f64)>,
}

/// What a row is divided by before it is rounded.
#[derive(Debug, Clone, Copy)]
struct Divisor {
    size: f64,
    /// The room in it, and the part of that which is no whole number.
    room: f64,
    part: f64,
}

/// The rounded row that these shares break most, where they break any.
pub(super) fn rounded(row: &Constraint, shares: &Shares, allowed: &[u128]) -> Option<Constraint> {
    if row.penalty.is_some() || row.entries.len() < 2 {
        return None;
    }
    let based = Based::of(row, shares, allowed)?;
    let sizes = based.sizes();
    let divisors = sizes.iter().flat_map(|size| [*size, size / 2.0, size / 3.0]);
    let mut best: Option<(f64, Divisor)> = None;
    for divisor in divisors.filter_map(|size| based.divisor(size)) {
        let broken = based.broken(divisor);
        if broken > BROKEN && best.is_none_or(|(most, _)| broken > most) {
            best = Some((broken, divisor));
        }
    }
    best.map(|(_, divisor)| based.divided(divisor, allowed))
}

impl<'r> Based<'r> {
    fn of(row: &'r Constraint, shares: &Shares, allowed: &[u128]) -> Option<Self> {
        let mut based =
            Self { row, room: row.limit, bases: Vec::with_capacity(row.entries.len()), had: Vec::new() };
        for term in &row.entries {
            let (shares, allowed) = (&shares[term.item], allowed[term.item]);
            let base = options_of(allowed).max_by(|one, other| shares[*one].total_cmp(&shares[*other]))?;
            based.room -= term.uses[base];
            based.bases.push(base);
            let others = options_of(allowed).filter(|option| *option != base && shares[*option] > 0.0);
            based.had.extend(others.map(|option| (term.uses[option] - term.uses[base], shares[option])));
        }
        Some(based)
    }

    /// Sizes that may be worth dividing by: what is had in part, the most divided first.
    fn sizes(&self) -> Vec<f64> {
        let is_clear = |(used, share): &&(f64, f64)| *share > 1e-6 && used.abs() > 1e-6;
        let of = |(used, share): &(f64, f64)| (share.min(1.0 - share), used.abs());
        let mut sizes: Vec<(f64, f64)> = self.had.iter().filter(is_clear).map(of).collect();
        sizes.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.total_cmp(&other.1)));
        let mut sizes: Vec<f64> = sizes.into_iter().map(|(_, size)| size).collect();
        sizes.dedup_by(|one, other| (*one - *other).abs() < 1e-9);
        sizes.truncate(SIZES);
        sizes
    }

    /// None where the room is so near a whole number that nothing is gained.
    fn divisor(&self, size: f64) -> Option<Divisor> {
        let room = self.room / size;
        let part = room - room.floor();
        ((CLEAR..=1.0 - CLEAR).contains(&part) && room.abs() <= 1e4).then_some(Divisor { size, room, part })
    }

    /// How far the shares break the rounded row, of its length.
    fn broken(&self, divisor: Divisor) -> f64 {
        let (mut broken, mut length) = (-divisor.limit(), 1e-12);
        for (more, share) in &self.had {
            let used = divisor.rounded(*more);
            broken += used * share;
            length += used * used;
        }
        broken / length.sqrt()
    }

    /// The rounded row.
    fn divided(&self, divisor: Divisor, allowed: &[u128]) -> Constraint {
        let entries = self.row.entries.iter().zip(&self.bases).filter_map(|(term, base)| {
            let mut uses = vec![0.0; term.uses.len()];
            for option in options_of(allowed[term.item]) {
                uses[option] = divisor.rounded(term.uses[option] - term.uses[*base]);
            }
            uses.iter().any(|used| *used != 0.0).then_some(Term { item: term.item, uses })
        });
        Constraint { limit: divisor.limit(), penalty: None, entries: entries.collect() }
    }
}

impl Divisor {
    fn rounded(self, more: f64) -> f64 {
        let more = more / self.size;
        more.floor() + ((more - more.floor() - self.part) / (1.0 - self.part)).max(0.0)
    }

    fn limit(self) -> f64 {
        self.room.floor() + IN_DOUBT
    }
}

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
struct Based {
    room: f64,
    /// By entry and option: what it uses more than the base. None where the option is not to be had.
    more: Vec<Vec<Option<f64>>>,
}

/// The rounded row that these shares break most, where they break any.
pub(super) fn rounded(row: &Constraint, shares: &Shares, allowed: &[u128]) -> Option<Constraint> {
    if row.penalty.is_some() || row.entries.len() < 2 {
        return None;
    }
    let mut room = row.limit;
    let mut more = Vec::with_capacity(row.entries.len());
    let mut sizes = Vec::new();
    for term in &row.entries {
        let shares = &shares[term.item];
        let base =
            options_of(allowed[term.item]).max_by(|one, other| shares[*one].total_cmp(&shares[*other]))?;
        room -= term.uses[base];
        let mut own = vec![None; term.uses.len()];
        for option in options_of(allowed[term.item]) {
            let used = term.uses[option] - term.uses[base];
            own[option] = Some(used);
            if shares[option] > 1e-6 && used.abs() > 1e-6 {
                sizes.push((shares[option].min(1.0 - shares[option]), used.abs()));
            }
        }
        more.push(own);
    }
    let based = Based { room, more };
    sizes.sort_by(|one, other| other.0.total_cmp(&one.0).then(one.1.total_cmp(&other.1)));
    let mut sizes: Vec<f64> = sizes.into_iter().map(|(_, size)| size).collect();
    sizes.dedup_by(|one, other| (*one - *other).abs() < 1e-9);
    sizes.truncate(SIZES);
    let mut best: Option<(f64, Constraint)> = None;
    for size in sizes.iter().flat_map(|size| [*size, size / 2.0, size / 3.0]) {
        let Some(cut) = based.divided(row, size) else { continue };
        let (mut broken, mut length) = (-cut.limit, 1e-12);
        for term in &cut.entries {
            for (option, used) in term.uses.iter().enumerate() {
                broken += used * shares[term.item][option];
                if shares[term.item][option] > 0.0 {
                    length += used * used;
                }
            }
        }
        let broken = broken / length.sqrt();
        if broken > BROKEN && best.as_ref().is_none_or(|best| broken > best.0) {
            best = Some((broken, cut));
        }
    }
    best.map(|(_, cut)| cut)
}

impl Based {
    fn divided(&self, row: &Constraint, size: f64) -> Option<Constraint> {
        let room = self.room / size;
        let part = room - room.floor();
        if !(CLEAR..=1.0 - CLEAR).contains(&part) || room.abs() > 1e4 {
            return None;
        }
        let rounded = |more: f64| {
            let more = more / size;
            more.floor() + ((more - more.floor() - part) / (1.0 - part)).max(0.0)
        };
        let entries = row.entries.iter().zip(&self.more).filter_map(|(term, more)| {
            let uses: Vec<f64> = more.iter().map(|more| more.map_or(0.0, rounded)).collect();
            uses.iter().any(|used| *used != 0.0).then_some(Term { item: term.item, uses })
        });
        Some(Constraint { limit: room.floor() + IN_DOUBT, penalty: None, entries: entries.collect() })
    }
}

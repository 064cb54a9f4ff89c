//! Rows that every choice keeps and shares of options may break: too many that together are too large.
//!
//! Where some options of different items use more of a row than there is, not all of them are had. The same
//! holds with any option that uses as much in its place (an extended cover, after Balas 1975).

use super::hunt::Shares;
use super::model::{Constraint, Term, options_of};

/// A cover is larger than the room by at least this, in a scaled row.
const CLEARLY: f64 = 1e-7;
/// A cut is of use where shares break it by so much.
const BROKEN: f64 = 1e-3;

/// Options of an item that use at least so much.
#[derive(Debug, Clone, Copy)]
struct Level {
    /// The place of the item among the entries of the row.
    entry: usize,
    /// What each uses at least, above the least the item uses.
    least: f64,
    /// The share of them together.
    share: f64,
}

/// The cuts of a row that these shares break: one at most.
pub(super) fn cover(row: &Constraint, shares: &Shares, allowed: &[u128]) -> Option<Constraint> {
    if row.penalty.is_some() || row.entries.len() < 2 {
        return None;
    }
    let least = |term: &Term| {
        options_of(allowed[term.item]).map(|option| term.uses[option]).fold(f64::INFINITY, f64::min)
    };
    let bases: Vec<f64> = row.entries.iter().map(least).collect();
    let room = row.limit - bases.iter().sum::<f64>() + CLEARLY;
    let mut levels = levels(row, &bases, shares, allowed);
    levels.sort_by(|one, other| {
        let price = |level: &Level| (1.0 - level.share) / level.least;
        price(one).total_cmp(&price(other)).then(one.entry.cmp(&other.entry))
    });
    let mut chosen: Vec<Option<Level>> = vec![None; row.entries.len()];
    let mut size = 0.0;
    for level in &levels {
        if size > room {
            break;
        }
        let of = &mut chosen[level.entry];
        if of.is_none_or(|of| of.least < level.least) {
            size += level.least - of.map_or(0.0, |of| of.least);
            *of = Some(*level);
        }
    }
    if size <= room {
        return None;
    }
    let mut cover: Vec<Level> = chosen.into_iter().flatten().collect();
    cover.sort_by(|one, other| one.share.total_cmp(&other.share).then(one.entry.cmp(&other.entry)));
    cover.retain(|level| {
        let is_needed = size - level.least <= room;
        size -= if is_needed { 0.0 } else { level.least };
        is_needed
    });
    extended(row, &bases, &cover).filter(|cut| cut.excess(shares) > BROKEN)
}

fn levels(row: &Constraint, bases: &[f64], shares: &Shares, allowed: &[u128]) -> Vec<Level> {
    let mut levels = Vec::new();
    for (entry, (term, base)) in row.entries.iter().zip(bases).enumerate() {
        for option in options_of(allowed[term.item]) {
            let least = term.uses[option] - base;
            if least <= CLEARLY {
                continue;
            }
            let as_large = options_of(allowed[term.item]).filter(|other| term.uses[*other] - base >= least);
            let share: f64 = as_large.map(|other| shares[term.item][other]).sum();
            if share > CLEARLY {
                levels.push(Level { entry, least, share: share.min(1.0) });
            }
        }
    }
    levels
}

/// The cut of a cover: what is as large as its largest counts too.
fn extended(row: &Constraint, bases: &[f64], cover: &[Level]) -> Option<Constraint> {
    let largest = cover.iter().map(|level| level.least).fold(0.0, f64::max);
    let mut least = vec![largest; row.entries.len()];
    cover.iter().for_each(|level| least[level.entry] = level.least);
    let entries = row.entries.iter().zip(bases).zip(least).filter_map(|((term, base), least)| {
        let uses: Vec<f64> = term.uses.iter().map(|used| f64::from(u8::from(used - base >= least))).collect();
        uses.contains(&1.0).then_some(Term { item: term.item, uses })
    });
    let limit = f64::from(u32::try_from(cover.len()).ok()?) - 1.0;
    Some(Constraint { limit, penalty: None, entries: entries.collect() })
}

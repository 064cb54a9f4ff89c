//! hullet per ansvar: where what is deducted has not come.

use super::bridge::Bridge;
use crate::calc::{Booking, BudgetEffect};
use crate::units::{Kroner, MONEY_DECIMALS, Overflow};
use std::collections::BTreeMap;

/// What is missing of what is deducted from one ansvar.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitHole {
    /// ansvar; none where a gain has no budsjettpost
    pub unit: Option<String>,
    /// hull
    pub hole: Kroner,
}

/// The hole of one gain, on the ansvar it is deducted from: pro rata on what is deducted, the last with
/// what is left, so that the parts add up to it exactly.
pub(super) fn on_units(
    row: &str,
    bridge: &Bridge,
    effects: &[BudgetEffect],
) -> Result<Vec<UnitHole>, Overflow> {
    if bridge.hole.is_zero() {
        return Ok(Vec::new());
    }
    let mut units: BTreeMap<Option<&str>, Kroner> = BTreeMap::new();
    for effect in effects.iter().filter(|of| of.row == row && of.booking == Booking::TakenOut) {
        units.entry(effect.unit.as_deref()).or_default().subtract(effect.amount)?;
    }
    let all = Kroner::sum(units.values().copied())?;
    let mut left = bridge.hole;
    let mut holes = Vec::with_capacity(units.len());
    for (unit, deducted) in units.iter().filter(|_| !all.is_zero()) {
        let part = bridge.hole.times(deducted.ratio(all)?)?.rounded(MONEY_DECIMALS);
        left.subtract(part)?;
        holes.push(UnitHole { unit: unit.map(str::to_owned), hole: part });
    }
    match holes.last_mut() {
        Some(last) => last.hole.add(left)?,
        None => holes.push(UnitHole { unit: None, hole: left }),
    }
    Ok(holes)
}

/// Holes of several gains together, by ansvar; what has none comes first.
///
/// # Errors
/// [`Overflow`] where a sum does not fit.
pub fn add_holes<'h>(holes: impl IntoIterator<Item = &'h UnitHole>) -> Result<Vec<UnitHole>, Overflow> {
    let mut units: BTreeMap<Option<&str>, Kroner> = BTreeMap::new();
    for hole in holes {
        units.entry(hole.unit.as_deref()).or_default().add(hole.hole)?;
    }
    let whole = |(unit, hole): (Option<&str>, Kroner)| UnitHole { unit: unit.map(str::to_owned), hole };
    Ok(units.into_iter().filter(|(_, hole)| !hole.is_zero()).map(whole).collect())
}

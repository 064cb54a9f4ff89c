//! hullet per ansvar: where what is deducted has not come.

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

/// The gains of a case, line by line.
#[derive(Debug, Clone, Default)]
pub(super) struct Effects {
    /// What is deducted from today's budget.
    pub(super) deducted: Vec<BudgetEffect>,
    /// What has come; of what is not measured, and has no hole, what is believed.
    pub(super) come: Vec<BudgetEffect>,
}

impl Effects {
    /// The hole of one gain, where what is deducted from an ansvar has not come on it (whole positions are counted by
    /// ansvar): the last with what is left, so that the parts add up to it exactly.
    pub(super) fn holes(&self, row: &str, hole: Kroner) -> Result<Vec<UnitHole>, Overflow> {
        if hole.is_zero() {
            return Ok(Vec::new());
        }
        let deducted = by_unit(&self.deducted, row)?;
        let mut open = deducted.clone();
        for (unit, come) in by_unit(&self.come, row)? {
            open.entry(unit).or_default().subtract(come)?;
        }
        open.retain(|_, open| !open.is_zero() && open.is_negative() == hole.is_negative());
        let mut units = if open.is_empty() { deducted } else { open };
        let all = Kroner::sum(units.values().copied())?;
        units.retain(|_, _| !all.is_zero());
        let mut left = hole;
        let mut holes = Vec::with_capacity(units.len());
        for (unit, open) in units {
            let part = hole.times(open.ratio(all)?)?.rounded(MONEY_DECIMALS);
            left.subtract(part)?;
            holes.push(UnitHole { unit: unit.map(str::to_owned), hole: part });
        }
        match holes.last_mut() {
            Some(last) => last.hole.add(left)?,
            None => holes.push(UnitHole { unit: None, hole: left }),
        }
        Ok(holes)
    }
}

/// What a gain takes out of each ansvar.
fn by_unit<'e>(
    effects: &'e [BudgetEffect],
    row: &str,
) -> Result<BTreeMap<Option<&'e str>, Kroner>, Overflow> {
    let mut units: BTreeMap<Option<&str>, Kroner> = BTreeMap::new();
    for effect in effects.iter().filter(|of| of.row == row && of.booking == Booking::TakenOut) {
        units.entry(effect.unit.as_deref()).or_default().subtract(effect.amount)?;
    }
    Ok(units)
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
    Ok(units.into_iter().filter(|(_, hole)| !hole.rounded(0).is_zero()).map(whole).collect())
}

//! innfasing: how much of a gain comes in the first, second … year.

use super::scale::Scale;
use super::{Chart, Tone, at};
use crate::units::{Decimal, Share};
use crate::words::Text;

const STEP: i32 = 95;
const HEIGHT: i32 = 110;
/// Years drawn: later ones are like the last.
const MOST: usize = 8;

/// A column for each year, filled as far as the gain has come.
pub fn phasing(shares: &[Share], title: Text, description: Text) -> Option<Chart> {
    let shown = shares.get(..MOST.min(shares.len())).filter(|shown| !shown.is_empty())?;
    let highest = shown.iter().map(|share| share.value()).chain([Decimal::ZERO, Decimal::ONE]);
    let scale = Scale::over(highest, HEIGHT - 6, 6)?;
    let width = i32::try_from(shown.len()).ok()?.saturating_mul(STEP);
    let mut chart = Chart { title, description, ..Chart::sized(width, HEIGHT) };
    let zero = scale.at(Decimal::ZERO);
    let mut left: i32 = 6;
    for share in shown {
        let right = left.saturating_add(STEP - 18);
        chart.bar(at(left, scale.at(Decimal::ONE)), at(right, zero), Tone::Faint);
        chart.bar(at(left, scale.at(share.value())), at(right, zero), Tone::Solid);
        left = left.saturating_add(STEP);
    }
    Some(chart)
}

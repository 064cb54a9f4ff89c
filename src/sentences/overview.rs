//! What an overview says of its areas, in words.

use super::quantity;
use crate::report::{Gap, GapUnit};
use crate::text;
use crate::words::{Short, Text};

/// A gap with its unit.
pub fn gap(gap: &Gap) -> Text {
    let value = Short(gap.value);
    match &gap.unit {
        GapUnit::Points => {
            text!(nb: "{value} prosentpoeng", nn: "{value} prosentpoeng", en: "{value} percentage points"; value)
        }
        GapUnit::Fte => text!(nb: "{value} årsverk", nn: "{value} årsverk", en: "{value} FTE"; value),
        GapUnit::Like(like) => quantity::like(gap.value, like),
    }
}

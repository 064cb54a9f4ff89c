//! Which years the value of a case is of.

use crate::calc::Valuation;
use crate::text;
use crate::words::Text;

/// Its life; of a decided case that is under way, what is left of it.
pub fn years(value: &Valuation) -> Text {
    match value.counted_from {
        None => {
            text!(nb: "over {life} år", nn: "over {life} år", en: "over {life} years"; life = value.schedule.life)
        }
        Some(year) => {
            text!(nb: "uten årene før {year}", nn: "utan åra før {year}", en: "without the years before {year}"; year)
        }
    }
}

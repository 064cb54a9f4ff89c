//! Names and figures as the messages of checks quote them.

use crate::counted;
use crate::document::Field;
use crate::units::{Fte, Hours};
use crate::words::number::{short_fte, short_hours};
use crate::words::{Quoted, Text, all_of, shortened};

/// Letters of a name that fit in a message.
const LONGEST: usize = 60;
/// Decimals of the small årsverk that checks speak of.
const FTE_SHOWN_DECIMALS: u32 = 2;
/// The most decimals of them, where two would look alike.
const FTE_MOST_SHOWN_DECIMALS: u32 = 8;

/// The name of a row, on one line and cut where it would flood the message; «…» where it has none.
pub(super) fn name(field: &Field<String>) -> String {
    field.text().map_or_else(|| "…".to_owned(), shown)
}

/// A text as written, on one line and cut where it would flood the message.
pub(super) fn shown(written: &str) -> String {
    shortened(written, LONGEST)
}

/// «a», «b» og «c».
pub(super) fn listed(names: &[&str]) -> Text {
    let names: Vec<String> = names.iter().map(|name| shown(name)).collect();
    all_of(&names.iter().map(|name| Quoted(name)).collect::<Vec<_>>())
}

/// « og én sak til»; nothing for none.
pub(super) fn more_cases(more: usize) -> Text {
    match more {
        0 => Text::default(),
        more => {
            counted!(more; nb: " og én sak til" | " og {more} saker til", nn: " og éi sak til" | " og {more} saker til", en: " and one more case" | " and {more} more cases")
        }
    }
}

/// `0,14 årsverk`
pub(super) fn fte(fte: Fte) -> Text {
    Text::in_each(|language| short_fte(fte, FTE_SHOWN_DECIMALS, language))
}

/// `0,14 årsverk` with as many decimals as make it look different from `other`, and `6 timer` where
/// that is less than årsverk show.
pub(super) fn fte_or_hours(fte: Fte, hours: Hours, other: Fte) -> Text {
    if fte.rounded(FTE_SHOWN_DECIMALS).value().is_zero() {
        return Text::in_each(|language| short_hours(hours, 1, language));
    }
    let differs = |decimals: &u32| fte.rounded(*decimals) != other.rounded(*decimals);
    let mut counts = FTE_SHOWN_DECIMALS..FTE_MOST_SHOWN_DECIMALS;
    let decimals = counts.find(differs).unwrap_or(FTE_MOST_SHOWN_DECIMALS);
    Text::in_each(|language| short_fte(fte, decimals, language))
}

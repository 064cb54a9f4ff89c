//! Income with a plus and expense with a minus, in the budget and in ny_praksis.

use super::kostra::{Place, named};
use crate::budget::is_income;
use crate::diagnostic::Finding;
use crate::rates::CodeKind;
use crate::text;
use crate::units::Kroner;

/// Deviations of pension premium and their amortisation, of kommuner and fylkeskommuner, and a
/// reserve not yet given out: either sign is as it should be.
const EITHER_SIGN_FUNCTIONS: [&str; 8] = ["170", "171", "172", "173", "470", "471", "472", "473"];
const EITHER_SIGN_ARTS: [&str; 1] = ["490"];

/// Whether an amount on a funksjon and art has the sign of the other side (SSB's control programme
/// for KOSTRA: expense 010–599 plus, income 600–999 minus).
pub(super) fn is_wrong(function: &str, art: &str, amount: Kroner) -> bool {
    is_of_other_side(art, amount)
        && !EITHER_SIGN_ARTS.contains(&art)
        && !EITHER_SIGN_FUNCTIONS.contains(&function)
}

/// Whether an amount has the sign of the other side than its art's, allowed or not.
pub(super) fn is_of_other_side(art: &str, amount: Kroner) -> bool {
    if is_income(art) { amount.is_positive() } else { amount.is_negative() }
}

/// The finding of a rule about it.
pub(super) fn wrong(rule: &'static str, art: &str, place: Place) -> Finding {
    let (code, more) = (named(CodeKind::Art, art), place.more());
    let title = if is_income(art) {
        text!(
            nb: "Inntekt på art {code} står med pluss{more}", nn: "Inntekt på art {code} står med pluss{more}",
            en: "Income on art {code} has a plus{more}";
            more
        )
    } else {
        text!(
            nb: "Utgift på art {code} står med minus{more}", nn: "Utgift på art {code} står med minus{more}",
            en: "Expense on art {code} has a minus{more}";
            more
        )
    };
    Finding::error(rule, place.span, title).variant(if is_income(art) { "income" } else { "expense" })
}

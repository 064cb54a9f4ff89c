//! Income with a plus and expense with a minus, in the budget and in ny_praksis.

use super::kostra::{Place, named};
use crate::budget::is_income;
use crate::diagnostic::{Finding, Grade};
use crate::rates::CodeKind;
use crate::units::Kroner;
use crate::{text, words};

/// Deviations of pension premium and their amortisation, of kommuner and fylkeskommuner, and a
/// reserve not yet given out: either sign is as it should be.
const EITHER_SIGN_FUNCTIONS: [&str; 8] = ["170", "171", "172", "173", "470", "471", "472", "473"];
const EITHER_SIGN_ARTS: [&str; 1] = ["490"];

/// Whether an amount on a funksjon and art has the sign of the other side (SSB's control programme
/// for KOSTRA: expense 010–599 plus, income 600–999 minus).
pub(super) fn is_wrong((function, art): (&str, &str), amount: Kroner) -> bool {
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
            nb: "Inntekt på art {code} står med pluss{}", more.nb;
            en: "Income on art {code} stands with a plus{}", more.en
        )
    } else {
        text!(
            nb: "Utgift på art {code} står med minus{}", more.nb;
            en: "Expense on art {code} stands with a minus{}", more.en
        )
    };
    let why = words!(
        nb: "I KOSTRA er utgifter pluss og inntekter minus. Er fortegnet snudd, blir summen gal med det dobbelte av beløpet.",
        en: "In KOSTRA expenses are plus and income minus. If the sign is turned, the sum is wrong by twice the amount.",
    );
    let how = if is_income(art) {
        words!(
            nb: "Skriv minus foran inntekten. Er det en rettelse eller en tilbakeføring, er alt i orden.",
            en: "Write a minus before the income. If it is a correction or a reversal, all is well.",
        )
    } else {
        words!(
            nb: "Ta bort minustegnet. Er det en rettelse eller et kutt som ikke er fordelt ennå, er alt i orden.",
            en: "Remove the minus. If it is a correction, or a cut not yet shared out, all is well.",
        )
    };
    Finding::error(rule, place.span, title).graded(Grade::Warning).because(why.text()).instead(how.text())
}

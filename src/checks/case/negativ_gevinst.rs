//! A benefit that is less than nothing.

use crate::checks::prelude::*;
use crate::document::Amount;

/// An amount by year may be negative for a while; one for all years is a slip.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in facts.document.benefits.rows() {
        let Some(amount) = benefit.estimate.spanned() else { continue };
        let Amount::Single(estimate) = &amount.value else { continue };
        let value = estimate.mode().value();
        if value.is_sign_negative() && !value.is_zero() {
            let name = wording::name(&benefit.name);
            let title = text!(nb: "Gevinsten «{name}» er negativ", nn: "Gevinsten «{name}» er negativ", en: "The gain “{name}” is negative");
            findings.push(Finding::error("negativ-gevinst", amount.span, title));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn an_estimate_below_nothing_is_told_in_any_form() {
        for below in ["-96 000 kr/år", "−96 000 kr/år", "{lav: -3 kr/år, verdi: -2 kr/år, høy: -1 kr/år}"]
        {
            let found = rules_in(&case(&GAIN.replace("96 000 kr/år", below)));
            assert!(
                found.iter().any(|(line, rule)| (*line, *rule) == (11, "negativ-gevinst")),
                "{below}: {found:?}"
            );
        }
        assert_eq!(rules_in(&case(GAIN)), []);
    }
}

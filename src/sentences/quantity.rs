//! A quantity as a person would write it: `60 brukere`, `2 tilsyn/døgn`, `58,33 %`.

use crate::quantity::{Dimension, Quantity};
use crate::text;
use crate::units::Decimal;
use crate::words::number;
use crate::words::{Language, Text};

/// Decimals shown of a value between the assumption and the krone.
const DECIMALS: u32 = 4;

/// The quantity with its unit and noun.
#[must_use]
pub fn words(quantity: &Quantity) -> Text {
    like(quantity.value(), quantity)
}

/// A value in the unit of a quantity, and as it was written: in per cent, or with its noun.
#[must_use]
pub fn like(value: Decimal, quantity: &Quantity) -> Text {
    if quantity.is_percent() {
        return percent(value);
    }
    let (nb, en) = (shown(value, Language::Nb), shown(value, Language::En));
    let unit = unit(quantity.dimension(), quantity.label());
    let space = |unit: &str| if unit.is_empty() { "" } else { "\u{a0}" };
    text!(nb: "{nb}{}{}", space(&unit.nb), unit.nb; en: "{en}{}{}", space(&unit.en), unit.en)
}

/// A share as per cent with two decimals.
#[must_use]
pub fn percent(share: Decimal) -> Text {
    let hundred = share.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(share);
    let (nb, en) = (number::short(hundred, 2, Language::Nb), number::short(hundred, 2, Language::En));
    text!(nb: "{nb}\u{a0}%", en: "{en}%")
}

/// A plain number with the decimals it has, at most four.
#[must_use]
pub fn shown(value: Decimal, language: Language) -> String {
    number::short(value, DECIMALS, language)
}

/// The unit, with the noun in place of «antall».
fn unit(dimension: Dimension, label: Option<&str>) -> Text {
    let label = label.unwrap_or_default();
    let settled = dimension.settled();
    if settled == Dimension::NONE {
        return Text::same(label);
    }
    let words = settled.words();
    let named = |words: &str, number: &str| match words.strip_prefix(number) {
        Some(per) if !label.is_empty() => format!("{label}{per}"),
        Some(_) | None => words.to_owned(),
    };
    let (nb, en) = (named(&words.nb, "antall"), named(&words.en, "number"));
    text!(nb: "{nb}", en: "{en}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Context;
    use crate::units::Hours;

    fn nb(written: &str) -> String {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)) };
        words(&Quantity::parse(written, &context).unwrap()).nb.replace('\u{a0}', " ")
    }

    #[test]
    fn an_expected_value_keeps_the_noun_it_counts_and_a_bare_frequency_says_what_it_is() {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)) };
        let read = |written: &str| Quantity::parse(written, &context).unwrap();
        let (low, mode, high) = (read("2 besøk/uke"), read("4 besøk/uke"), read("6 besøk/uke"));
        let estimate = crate::model::Estimate::ThreePoint { low, mode, high };
        let expected = estimate.expected(crate::model::Distribution::Pert).unwrap();
        assert_eq!(words(&expected).nb, "4\u{a0}besøk/uke");
        let bare = Quantity::new(Decimal::TWO, expected.dimension());
        assert_eq!(words(&bare).nb, "2\u{a0}antall/uke");
    }

    #[test]
    fn quantities_read_as_they_were_written() {
        for written in ["60 brukere", "2 tilsyn/døgn", "25 %", "20 min", "320 000 kr/år", "1,2 kr/kWh", "14"]
        {
            assert_eq!(nb(written), written);
        }
    }
}

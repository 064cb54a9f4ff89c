//! A quantity as a person would write it: `60 brukere`, `2 tilsyn/døgn`, `58,33 %`.

use crate::quantity::Quantity;
use crate::text;
use crate::units::Decimal;
use crate::words::number;
use crate::words::{Short, Text};

/// The quantity with its unit and noun.
pub fn words(quantity: &Quantity) -> Text {
    like(quantity.value(), quantity)
}

/// A value in the unit of a quantity, and as it was written: in per cent, or with its noun.
pub fn like(value: Decimal, quantity: &Quantity) -> Text {
    if quantity.is_percent() {
        return percent(value);
    }
    let unit = quantity.dimension().unit(quantity.label());
    let value = Short(value);
    if unit.is_empty() {
        return text!(nb: "{value}", nn: "{value}", en: "{value}"; value);
    }
    match unit.en.strip_prefix("kr").map(str::to_owned) {
        Some(per) => {
            text!(nb: "{value}\u{a0}{unit}", nn: "{value}\u{a0}{unit}", en: "NOK\u{a0}{value}{per}"; value, unit, per)
        }
        None => {
            text!(nb: "{value}\u{a0}{unit}", nn: "{value}\u{a0}{unit}", en: "{value}\u{a0}{unit}"; value, unit)
        }
    }
}

/// A share as per cent with two decimals.
pub fn percent(share: Decimal) -> Text {
    Text::in_each(|language| number::short_percent(share, 2, language))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Context;
    use crate::units::Hours;

    fn nb(written: &str) -> String {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
        words(&Quantity::parse(written, &context).unwrap()).nb.replace('\u{a0}', " ")
    }

    #[test]
    fn an_expected_value_keeps_the_noun_it_counts_and_a_bare_frequency_says_what_it_is() {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
        let read = |written: &str| Quantity::parse(written, &context).unwrap();
        let (low, mode, high) = (read("2 besøk/uke"), read("4 besøk/uke"), read("6 besøk/uke"));
        let estimate = crate::model::Estimate::ThreePoint { low, mode, high };
        let expected = estimate.expected(crate::model::Distribution::Pert).unwrap();
        assert_eq!(words(&expected).nb, "4\u{a0}besøk/uke");
        let bare = Quantity::new(Decimal::TWO, expected.dimension().clone());
        assert_eq!(words(&bare).nb, "2\u{a0}besøk/uke");
    }

    #[test]
    fn quantities_read_as_they_were_written() {
        for written in ["60 brukere", "2 tilsyn/døgn", "25 %", "20 min", "320 000 kr/år", "1,2 kr/kWh", "14"]
        {
            assert_eq!(nb(written), written);
        }
    }
}

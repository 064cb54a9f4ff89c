//! A dimension and a quantity in words: `kr/år`, `kW`; `60 brukere`, `2 tilsyn/døgn`, `58,33 %`.

use super::base::Base;
use super::dimension::Dimension;
use super::value::Quantity;
use crate::units::Decimal;
use crate::words::{Language, Said, Short, Text, Words, number};
use crate::{text, words};

/// Energy per hour is said as power.
const POWER: [(Base, &str); 4] = [
    (Base::WattHour, "W"),
    (Base::KilowattHour, "kW"),
    (Base::MegawattHour, "MW"),
    (Base::GigawattHour, "GW"),
];

impl Dimension {
    /// The dimension in words: `kr/år`, `min`, `besøk/uke`, `et tall uten enhet`.
    pub fn words(&self) -> Text {
        let unit = self.unit(None);
        if !unit.is_empty() && self.is_number() {
            return text!(nb: "et antall {unit}", nn: "eit antal {unit}", en: "a number of {unit}"; unit);
        }
        if unit.is_empty() {
            return words!(nb: "et tall uten enhet", nn: "eit tal utan eining", en: "a number without a unit").text();
        }
        unit
    }

    /// The unit a value is written with: `kr/år`, `brukere`, `besøk/uke`; empty for a plain number.
    /// What is counted may have a label of its own, «fysiske tilsyn».
    pub fn unit(&self, label: Option<&str>) -> Text {
        let settled = self.settled();
        let (mut above, mut below) = (Vec::new(), Vec::new());
        let hours = settled.power(Base::Hour);
        let power = POWER.into_iter().find(|(base, _)| {
            let energy = settled.power(*base);
            energy != 0 && energy == hours.saturating_neg() && energy.abs() == 1
        });
        if let Some((base, watt)) = power {
            let side = if settled.power(base) > 0 { &mut above } else { &mut below };
            side.push(Text::same(watt));
        }
        let left = |base: &Base| power.is_none_or(|(energy, _)| *base != energy && *base != Base::Hour);
        for base in Base::ALL.into_iter().filter(left) {
            match settled.power(base) {
                0 => {}
                exponent if exponent > 0 => above.push(raised(base.many(), exponent)),
                exponent => below.push(raised(base.one(), exponent.saturating_neg())),
            }
        }
        for noun in settled.per_nouns() {
            below.insert(0, Text::same(noun.as_written()));
        }
        if above.is_empty() {
            let counted = settled.counted_words(label);
            above.extend(counted.or_else(|| (!below.is_empty()).then(|| NUMBER.text())));
        }
        Text::in_each(|language| {
            let said = |parts: &[Text], sign: &str| -> Vec<String> {
                parts.iter().map(|part| format!("{sign}{}", part.get(language))).collect()
            };
            format!("{}{}", said(&above, "").join("·"), said(&below, "/").concat())
        })
    }

    /// What stands above the bar where nothing is measured: what is counted, «antall» where it is several
    /// things.
    fn counted_words(&self, label: Option<&str>) -> Option<Text> {
        let mut nouns = self.counted_nouns();
        let (first, more) = (nouns.next(), nouns.next());
        match (label, first, more) {
            (Some(label), _, _) => Some(Text::same(label)),
            (None, None, _) => None,
            (None, Some(noun), None) => Some(Text::same(noun.as_written())),
            (None, Some(_), Some(_)) => Some(NUMBER.text()),
        }
    }
}

/// Of nothing in particular.
const NUMBER: Words = words!(nb: "antall", nn: "antal", en: "number");

fn raised(unit: Words, power: i16) -> Text {
    let exponent = match power {
        1 => String::new(),
        2 => "²".to_owned(),
        3 => "³".to_owned(),
        other => format!("^{other}"),
    };
    Text::in_each(|language: Language| format!("{}{exponent}", unit.said(language)))
}

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
        return text!(all: "{value}"; value);
    }
    match unit.en.strip_prefix("kr").map(str::to_owned) {
        Some(per) => {
            text!(nb: "{value}\u{a0}{unit}", nn: "{value}\u{a0}{unit}", en: "NOK\u{a0}{value}{per}"; value, unit, per)
        }
        None => text!(all: "{value}\u{a0}{unit}"; value, unit),
    }
}

/// A share as per cent with two decimals.
pub fn percent(share: Decimal) -> Text {
    Text::in_each(|language| number::short_percent(share, 2, language))
}

//! The table of units as rows for people: every word of a unit, and what one of it is.

use super::base::{Base, Thing};
use super::unit::{Fraction, Meaning, SCALES, UNITS};
use crate::words::Text;
use crate::words::number;
use crate::{text, units, words};

/// One unit or scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitRow {
    /// What it measures.
    pub thing: Text,
    /// Every word that is read, the usual one first.
    pub words: String,
    /// What one of it is.
    pub means: Text,
}

/// Every unit and scale that is read.
pub fn unit_rows() -> Vec<UnitRow> {
    let part = words!(nb: "Deler av en hel", nn: "Delar av ein heil", en: "Parts of a whole");
    let units = UNITS.iter().map(|unit| UnitRow {
        thing: unit.thing().map_or(part, Thing::words).text(),
        words: unit.words.join(", "),
        means: means(unit.meaning),
    });
    let scales = SCALES.iter().map(|(words, times)| UnitRow {
        thing: words!(nb: "Skala", nn: "Skala", en: "Scale").text(),
        words: words.join(", "),
        means: times_of(u64::from(*times), 1, &Text::default()),
    });
    units.chain(scales).collect()
}

fn means(meaning: Meaning) -> Text {
    match meaning {
        Meaning::Measured { above, .. } if above.base == Base::Workday => text!(
            nb: "1/230 år, eller det kalkyle.arbeidsdager sier", nn: "1/230 år, eller det kalkyle.arbeidsdager seier",
            en: "1/230 year, or what kalkyle.arbeidsdager says"
        ),
        Meaning::Measured { above, .. } => {
            let reference = reference(above.base.thing());
            let (times, over) = (u64::from(above.times), u64::from(above.over));
            let times = times.saturating_mul(u64::from(reference.per_largest()));
            let over = over.saturating_mul(u64::from(above.base.per_largest()));
            times_of(times, over, &if times > over { reference.many() } else { reference.one() }.text())
        }
        Meaning::Power(base) => {
            let energy = base.many();
            text!(nb: "1 {energy} per time", nn: "1 {energy} per time", en: "1 {energy} per hour"; energy)
        }
        Meaning::Fte => text!(
            nb: "1 750 timer per år, eller det kalkyle.timer_per_årsverk sier", nn: "1 750 timar per år, eller det kalkyle.timer_per_årsverk seier",
            en: "1,750 hours a year, or what kalkyle.timer_per_årsverk says"
        ),
        Meaning::Fraction(Fraction::Percent) => Text::same("1/100"),
        Meaning::Fraction(Fraction::PerMille) => text!(nb: "1/1\u{a0}000", nn: "1/1\u{a0}000", en: "1/1,000"),
    }
}

/// The unit the others of a thing are told in.
const fn reference(thing: Thing) -> Base {
    match thing {
        Thing::Money => Base::Krone,
        Thing::Work => Base::Hour,
        Thing::Area => Base::SquareMetre,
        Thing::Volume => Base::Litre,
        Thing::Energy => Base::KilowattHour,
        Thing::Distance => Base::Kilometre,
        Thing::Mass => Base::Kilogram,
        Thing::Data => Base::Gigabyte,
        Thing::Calendar => Base::Year,
    }
}

/// `1 000 liter`, `1/365 år`, `7,5 timer`.
fn times_of(times: u64, over: u64, unit: &Text) -> Text {
    let (a, b) = (units::Decimal::from(times), units::Decimal::from(over));
    let whole = units::divide(a, b).unwrap_or_default();
    let inverse = units::divide(b, a).unwrap_or_default();
    Text::in_each(|language| {
        let said = if whole >= units::Decimal::ONE {
            number::short(whole, 4, language)
        } else {
            format!("1/{}", number::short(inverse, 4, language))
        };
        format!("{said} {}", unit.get(language)).trim_end().to_owned()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_unit_says_what_one_of_it_is() {
        let means = |word: &str| {
            let rows = unit_rows();
            let row = rows.iter().find(|row| row.words.split(", ").any(|own| own == word));
            row.unwrap_or_else(|| panic!("{word}")).means.nb.replace('\u{a0}', " ")
        };
        for (word, said) in [
            ("øre", "1/100 kr"),
            ("tkr", "1 000 kr"),
            ("dagsverk", "7,5 timer"),
            ("kvartal", "1/4 år"),
            ("m³", "1 000 liter"),
            ("Wh", "1/1 000 kWh"),
            ("kW", "1 kWh per time"),
            ("mm", "1/1 000 000 km"),
            ("dag", "1/365 år"),
            ("kr", "1 kr"),
            ("mill.", "1 000 000"),
        ] {
            assert_eq!(means(word), said, "{word}");
        }
    }
}

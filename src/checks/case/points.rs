//! The values of a måling or a gap as points on one line: what unit they have, and which way they move.

use crate::checks::prelude::*;
use crate::document::{Gap, Measurement, Reading, SubArea};
use crate::quantity::{Base, Quantity};
use crate::words;
use crate::words::Words;

/// One value of a måling or a gap.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// What the value is, as it reads after «har»: nullpunkt, mål, ønsket.
    pub(super) what: Words,
    pub(super) quantity: Quantity,
    pub(super) span: Span,
}

/// nullpunkt, mål and every målt, in the order of the sheet; those that could be read.
pub(super) fn of_measurement(measurement: &Measurement) -> Vec<Point> {
    let baseline = measurement.baseline.get().and_then(|reading| point(BASELINE, reading));
    let target = measurement.target.get().and_then(|reading| point(TARGET, reading));
    let measured = measurement.readings.rows().iter().filter_map(|reading| point(MEASURED, reading));
    baseline.into_iter().chain(target).chain(measured).collect()
}

const BASELINE: Words = words!(nb: "nullpunkt", nn: "nullpunkt", en: "a baseline");
const TARGET: Words = words!(nb: "mål", nn: "mål", en: "a target");
const MEASURED: Words = words!(nb: "målt verdi", nn: "målt verdi", en: "a measured value");

fn point(what: Words, reading: &Reading) -> Option<Point> {
    let value = reading.value.spanned()?;
    Some(Point { what, quantity: value.value.clone(), span: value.span })
}

/// nå and ønsket of a delområde, those that read as a quantity.
pub(super) fn of_sub_area(area: &SubArea, facts: &CaseFacts<'_>) -> Vec<Point> {
    now(&area.now, facts).into_iter().chain(wanted(&area.wanted, facts)).collect()
}

fn now(field: &Field<String>, facts: &CaseFacts<'_>) -> Option<Point> {
    written(words!(nb: "«nå»", nn: "«nå»", en: "“nå”"), field, facts)
}

fn wanted(field: &Field<String>, facts: &CaseFacts<'_>) -> Option<Point> {
    written(words!(nb: "«ønsket»", nn: "«ønsket»", en: "“ønsket”"), field, facts)
}

fn written(what: Words, field: &Field<String>, facts: &CaseFacts<'_>) -> Option<Point> {
    let written = field.spanned()?;
    let quantity = Quantity::parse(&written.value, &facts.organisation.rules.context()).ok()?;
    Some(Point { what, quantity, span: written.span })
}

/// nå, ønsket and etter of a gap, each where it reads as a quantity.
#[derive(Debug)]
pub(super) struct GapPoints {
    pub(super) now: Option<Point>,
    pub(super) wanted: Option<Point>,
    pub(super) after: Option<Point>,
}

impl GapPoints {
    pub(super) fn of(gap: &Gap, facts: &CaseFacts<'_>) -> Self {
        Self {
            now: now(&gap.now, facts),
            wanted: wanted(&gap.wanted, facts),
            after: written(words!(nb: "«etter»", nn: "«etter»", en: "“etter”"), &gap.after, facts),
        }
    }

    pub(super) fn all(self) -> Vec<Point> {
        [self.now, self.wanted, self.after].into_iter().flatten().collect()
    }
}

/// Which way a value moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

impl Point {
    /// Which way it is from here to another value of the same unit; none where they are the same, or of two units.
    pub(super) fn way_to(&self, other: &Self) -> Option<Way> {
        let (from, to) = (self.value()?, other.value_in(self)?);
        match from.cmp(&to) {
            core::cmp::Ordering::Less => Some(Way::Up),
            core::cmp::Ordering::Greater => Some(Way::Down),
            core::cmp::Ordering::Equal => None,
        }
    }

    /// Whether both are the same value of the same unit.
    pub(super) fn is_same_as(&self, other: &Self) -> bool {
        self.has_unit_of(other) && self.value().is_some() && self.value() == other.value_in(self)
    }

    fn value(&self) -> Option<Decimal> {
        self.value_in(self)
    }

    fn value_in(&self, unit: &Self) -> Option<Decimal> {
        let unit = unit.quantity.dimension();
        self.quantity.in_units_of(unit)
    }

    /// Whether both are counted in the same thing for the same time: tilsyn/uke is neither tilsyn nor tilsyn/år.
    pub(super) fn has_unit_of(&self, other: &Self) -> bool {
        self.quantity.has_unit_of(&other.quantity)
    }

    /// What it is counted in: `tilsyn/uke`, `kr`, `%`.
    pub(super) fn unit(&self) -> Text {
        let quantity = &self.quantity;
        if quantity.is_percent() {
            return Text::same("%");
        }
        let Some(noun) = quantity.label() else { return quantity.dimension().words() };
        let settled = quantity.dimension().settled();
        let per = CALENDAR.into_iter().find(|(base, _)| settled.power(*base) < 0);
        Text::same(&format!("{noun}{}", per.map_or("", |(_, per)| per)))
    }
}

/// As a file has it, for that is where the values are mended.
const CALENDAR: [(Base, &str); 6] = [
    (Base::Year, "/år"),
    (Base::Month, "/måned"),
    (Base::Week, "/uke"),
    (Base::Day, "/døgn"),
    (Base::PlainDay, "/dag"),
    (Base::Workday, "/arbeidsdag"),
];

#[cfg(test)]
mod tests {
    use crate::document::default_organisation;
    use crate::quantity::Quantity;

    #[test]
    fn a_noun_is_the_same_with_and_without_its_ending() {
        let context = default_organisation().rules.context();
        let counted = |noun: &str| Quantity::parse(&format!("3 {noun}"), &context).unwrap();
        for same in [
            ["bruker", "brukere"],
            ["brukerne", "brukere"],
            ["besøk", "besøkene"],
            ["dag", "dager"],
            ["fysiske tilsyn", "tilsyn"],
        ] {
            assert!(counted(same[0]).counts_same_as(&counted(same[1])), "{same:?}");
        }
        assert!(!counted("besøk").counts_same_as(&counted("brev")));
        assert!(!counted("besøk").counts_same_as(&counted("%")));
    }
}

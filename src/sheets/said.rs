//! What is written, as words on the sheet.

use super::{Occasion, dates};
use crate::document::Field;
use crate::quantity::{self, Quantity};
use crate::rates::DiscountRates;
use crate::source::Spanned;
use crate::text;
use crate::units::Kroner;
use crate::words::{Said, Text, number, separated, that_say_anything};
use chrono::NaiveDate;

/// The text of a field; nothing where there is none.
pub(in crate::sheets) fn text(field: &Field<String>) -> Text {
    Text::same(field.text().unwrap_or_default())
}

/// A text under a name: «kilde: Vaktlogg»; nothing where there is none.
pub(in crate::sheets) fn named(name: Text, field: &Field<String>) -> Text {
    match field.text() {
        Some(text) => text!(all: "{name}: {text}"; name, text),
        None => Text::default(),
    }
}

/// The date of a field; nothing where there is none.
pub(in crate::sheets) fn day(field: &Field<NaiveDate>) -> Text {
    field.cloned().map(dates::day).unwrap_or_default()
}

/// Where a figure is from.
pub(in crate::sheets) fn source(field: &Field<String>) -> Text {
    named(text!(nb: "kilde", nn: "kjelde", en: "source"), field)
}

/// Things in small, with a dot between; those that say nothing are left out.
pub(in crate::sheets) fn aside<T: Said>(parts: impl IntoIterator<Item = T>) -> Text {
    that_say_anything(parts, " · ")
}

/// The remarks of several rows, in small.
pub(in crate::sheets) fn notes<'n>(notes: impl IntoIterator<Item = &'n Field<String>>) -> Text {
    aside(notes.into_iter().map(text))
}

/// A list of words under a name.
pub(in crate::sheets) fn names(field: &Field<Vec<Spanned<String>>>) -> Text {
    separated(field.rows().iter().map(|name| &name.value), ", ")
}

/// A value with its unit.
pub(in crate::sheets) fn value(quantity: &Quantity) -> Text {
    quantity::words(quantity)
}

/// lav or høy in the unit of verdi, and in per cent where that is.
pub(in crate::sheets) fn point(point: &Quantity, mode: &Quantity) -> Text {
    quantity::like(point.in_units_of(mode.dimension()).unwrap_or(point.value()), mode)
}

/// An amount as one says it.
pub(in crate::sheets) fn about(amount: Kroner) -> Text {
    Text::in_each(|language| number::about(amount, language))
}

/// An amount in 1 000 kr, without the unit.
pub(in crate::sheets) fn thousands(amount: Kroner) -> Text {
    Text::in_each(|language| number::thousands(amount, language))
}

/// What a sheet is made from and calculated by: whose, from what, when, in which prices.
pub(in crate::sheets) fn basis(from: Text, occasion: Occasion<'_>) -> Vec<Text> {
    let Occasion { organisation, day, .. } = occasion;
    let day = dates::day(day);
    let rate = match organisation.rules.discount {
        DiscountRates::R109 => text!(nb: "rente R-109", nn: "rente R-109", en: "discount rate R-109"),
        DiscountRates::Steps(_) => text!(nb: "egen rente", nn: "eiga rente", en: "own discount rate"),
    };
    let parts = [
        Text::same(organisation.name.as_deref().unwrap_or_default()),
        from,
        text!(nb: "regnet {day}", nn: "rekna {day}", en: "calculated {day}"; day),
        text!(nb: "faste {year}-priser", nn: "faste {year}-prisar", en: "constant {year} prices"; year = organisation.budget_year),
        rate,
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

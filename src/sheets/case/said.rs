//! What is written, as words on the sheet.

use crate::document::Field;
use crate::quantity::Quantity;
use crate::sentences::quantity;
use crate::source::Spanned;
use crate::words::{Text, separated};

/// The text of a field; nothing where there is none.
pub(super) fn text(field: &Field<String>) -> Text {
    Text::same(field.text().unwrap_or_default())
}

/// A text under a name: «kilde: Vaktlogg»; nothing where there is none.
pub(super) fn named(name: Text, field: &Field<String>) -> Text {
    match field.text() {
        Some(text) => crate::text!(nb: "{name}: {text}", en: "{name}: {text}"; name, text),
        None => Text::default(),
    }
}

/// Where a figure is from.
pub(super) fn source(field: &Field<String>) -> Text {
    named(crate::text!(nb: "kilde", en: "source"), field)
}

/// Things in small, with a dot between; those that say nothing are left out.
pub(super) fn aside(parts: impl IntoIterator<Item = Text>) -> Text {
    separated(parts.into_iter().filter(|part| !part.is_empty()), " · ")
}

/// A list of words under a name.
pub(super) fn names(field: &Field<Vec<Spanned<String>>>) -> Text {
    separated(field.rows().iter().map(|name| &name.value), ", ")
}

/// A value with its unit.
pub(super) fn value(quantity: &Quantity) -> Text {
    quantity::words(quantity)
}

/// lav or høy in the unit of verdi, and in per cent where that is.
pub(super) fn point(point: &Quantity, mode: &Quantity) -> Text {
    quantity::like(point.in_units_of(mode.dimension()).unwrap_or(point.value()), mode)
}

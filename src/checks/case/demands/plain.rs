//! Fields of a case that a phase asks for, straight from the table of the format.

use super::Missing;
use crate::checks::CaseFacts;
use crate::model::Phase;
use crate::shape::Field;
use crate::text;

/// The fields that the phase asks for and nobody has written.
pub(super) fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    let asked = facts.lacking.iter().filter(|field| field.needed.phase() == Some(phase));
    asked.map(|field| named(field)).collect()
}

fn named(field: &Field) -> Missing {
    let (key, example, doc) = (field.key, field.example, field.doc);
    Missing {
        row: None,
        what: text!(nb: "«{key}» mangler", en: "“{key}” is missing"),
        how: text!(
            nb: "{doc} Skriv for eksempel «{key}: {example}».",
            en: "{doc} Write for example “{key}: {example}”.";
            doc, key, example
        ),
    }
}

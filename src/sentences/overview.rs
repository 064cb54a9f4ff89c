//! What an overview says of its areas, in words.

use crate::quantity;
use crate::report::{Gap, GapUnit, NoSuchArea};
use crate::text;
use crate::words::{Quoted, Short, Text, all_or_most, sentences};

/// Names of områder that are listed of those there are.
const MOST_AREAS: usize = 12;

/// A gap with its unit.
pub fn gap(gap: &Gap) -> Text {
    let value = Short(gap.value);
    match &gap.unit {
        GapUnit::Points => {
            text!(nb: "{value} prosentpoeng", nn: "{value} prosentpoeng", en: "{value} percentage points"; value)
        }
        GapUnit::Fte => text!(nb: "{value} årsverk", nn: "{value} årsverk", en: "{value} FTE"; value),
        GapUnit::Like(like) => quantity::like(gap.value, like),
    }
}

/// Why nothing is shown of an område that is not there, and what to write instead.
pub fn no_such_area(wrong: &NoSuchArea) -> Text {
    let name = Quoted(&wrong.name);
    let why = text!(nb: "Ingen sak er i området {name}.", nn: "Inga sak er i området {name}.", en: "No case is in the area {name}."; name);
    let known: Vec<_> = wrong.known.iter().map(|name| Quoted(name)).collect();
    let instead = match &wrong.near {
        Some(near) => {
            let near = Quoted(near);
            text!(nb: "Mente du {near}?", nn: "Meinte du {near}?", en: "Did you mean {near}?"; near)
        }
        None if known.is_empty() => {
            text!(nb: "Områdene skrives i a3.yaml.", nn: "Områda blir skrivne i a3.yaml.", en: "The areas are written in a3.yaml.")
        }
        None => {
            let known = all_or_most(MOST_AREAS, &known);
            text!(nb: "Områdene er {known}.", nn: "Områda er {known}.", en: "The areas are {known}."; known)
        }
    };
    sentences([why, instead])
}

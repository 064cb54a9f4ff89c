//! Fields of a case that a phase asks for, straight from the table of the format, and values that are still to be
//! written.

use super::{Missing, block};
use crate::checks::prelude::*;
use crate::shape::Lacking;

/// The fields that the phase asks for and nobody has written. A value that is still to be written in a field no
/// phase asks for is missing in the phase the case has come to, and so is one that no figure comes without.
pub(super) fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    let own = facts.document.phase.get().copied();
    let asked_in = |one: &Lacking| match one.top.needed.phase() {
        Some(later) if keeps_out(one, facts) => own.map(|own| own.min(later)),
        asked => asked.or(own),
    };
    let asks = |one: &&Lacking| asked_in(one) == Some(phase);
    facts.lacking.iter().filter(asks).map(|one| named(one, facts)).collect()
}

/// Whether a value may be why the case cannot be calculated: what a row that is begun on comes to.
fn keeps_out(lacking: &Lacking, facts: &CaseFacts<'_>) -> bool {
    let is_row = ["forutsetninger", "gevinster", "kostnader"].contains(&lacking.top.key);
    let is_figure = ["type", "verdi", "beløp"].contains(&lacking.field.key);
    facts.case.is_none() && is_row && is_figure && !lacking.is_unwritten()
}

fn named(lacking: &Lacking, facts: &CaseFacts<'_>) -> Missing {
    let (top, key) = (lacking.top.key, lacking.field.key);
    let what = if top == key {
        text!(nb: "«{key}»", nn: "«{key}»", en: "“{key}”")
    } else {
        text!(nb: "«{key}» i «{top}»", nn: "«{key}» i «{top}»", en: "“{key}” in “{top}”")
    };
    if !lacking.is_unwritten() {
        let on_row = text!(nb: "«{key}: …»", nn: "«{key}: …»", en: "“{key}: …”");
        let part = (top != key).then_some(key);
        return Missing {
            on_row,
            part,
            is_open: lacking.is_dots,
            ..Missing::told(top, lacking.written, what)
        };
    }
    let block = block::of(lacking.top, facts.document);
    Missing { block, ..Missing::told(top, None, what) }
}

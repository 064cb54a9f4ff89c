//! Fields of a case that a phase asks for, straight from the table of the format, and values that are still to be
//! written.

use super::{Missing, block};
use crate::checks::prelude::*;
use crate::shape::Lacking;

/// The fields that the phase asks for and nobody has written. A value that is still to be written in a field no
/// phase asks for is missing in the phase the case has come to.
pub(super) fn missing(phase: Phase, facts: &CaseFacts<'_>) -> Vec<Missing> {
    let own = facts.document.phase.get();
    let asks = |one: &&Lacking| one.top.needed.phase().as_ref().or(own) == Some(&phase);
    facts.lacking.iter().filter(asks).map(|one| named(one, facts)).collect()
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

//! krever-senere-sak: a required case cannot start early enough.

use super::{CaseReference, PortfolioFacts, PortfolioFinding};
use crate::diagnostic::{Finding, Grade};
use crate::source::Spanned;
use crate::{text, words};
use std::collections::BTreeMap;

/// Compares the earliest start of each required case with the latest start of the one that asks.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let by_id: BTreeMap<&str, &CaseReference> =
        facts.cases.iter().map(|reference| (reference.id.as_str(), reference)).collect();
    for (case, reference) in facts.cases.iter().enumerate() {
        for required in &reference.requires {
            let other = by_id.get(required.value.as_str()).copied();
            let found = other.and_then(|other| too_late(reference, required, other));
            findings.extend(found.map(|finding| PortfolioFinding { case, finding }));
        }
    }
}

fn too_late(reference: &CaseReference, required: &Spanned<String>, other: &CaseReference) -> Option<Finding> {
    let latest = reference.latest_start.or(reference.start)?.number();
    let earliest = other.start?.number();
    if earliest <= latest {
        return None;
    }
    let id = &required.value;
    let title = text!(
        nb: "Saken må starte senest {latest}, men krever «{id}», som tidligst starter {earliest}",
        en: "The case must start by {latest}, but requires “{id}”, which starts in {earliest} at the earliest"
    );
    let why = words!(
        nb: "En sak som kreves, må starte samtidig eller før. Slik det står, kan denne saken ikke velges.",
        en: "A required case must start at the same time or before. As it stands, this case cannot be chosen.",
    );
    let how = text!(
        nb: "Skriv «senest: {earliest}» eller et senere år, eller la «{id}» starte tidligere.",
        en: "Write “senest: {earliest}” or a later year, or let “{id}” start earlier."
    );
    let finding = Finding::error("krever-senere-sak", required.span, title).graded(Grade::Warning);
    Some(finding.because(why.text()).instead(how))
}

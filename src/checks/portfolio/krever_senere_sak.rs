//! krever-senere-sak: a required case cannot start early enough.

use crate::budget::BrokenBond;
use crate::checks::prelude::*;

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

/// The same of the cases carried out, at the starts they have there.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    findings.extend(facts.budget.broken_bonds.iter().filter_map(|broken| {
        let BrokenBond::Later { case, required } = broken else { return None };
        let (own, other) = (facts.case(*case)?, facts.case(*required)?);
        let place = facts.place_in(*case, |written| {
            Some(written.requires.rows().iter().find(|id| id.value == other.id)?.span)
        });
        let (from, later) = (own.start.number(), other.start.number());
        let (case, id) = (*case, facts.id(*required));
        let title = text!(
            nb: "Saken starter i {from}, men krever «{id}», som først starter i {later}", nn: "Saka startar i {from}, men krev «{id}», som først startar i {later}",
            en: "The case starts in {from}, but requires “{id}”, which does not start until {later}"
        );
        let finding = Finding::error("krever-senere-sak", place, title).variant("start");
        Some(PortfolioFinding { case, finding: finding.value("earliest", later).value("id", &id) })
    }));
}

fn too_late(reference: &CaseReference, required: &Spanned<String>, other: &CaseReference) -> Option<Finding> {
    let latest = reference.latest_start.or(reference.start)?.number();
    let earliest = other.start?.number();
    if earliest <= latest {
        return None;
    }
    let id = &required.value;
    let title = text!(
        nb: "Saken må starte senest {latest}, men krever «{id}», som tidligst starter {earliest}", nn: "Saka må starte seinast {latest}, men krev «{id}», som tidlegast startar {earliest}",
        en: "The case must start by {latest}, but requires “{id}”, which starts in {earliest} at the earliest"
    );
    Some(
        Finding::error("krever-senere-sak", required.span, title).value("earliest", earliest).value("id", id),
    )
}

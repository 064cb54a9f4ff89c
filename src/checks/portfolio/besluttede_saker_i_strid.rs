//! besluttede-saker-i-strid: what is decided does not hold together.

use crate::checks::prelude::*;

/// Looks for decided cases that exclude each other, and for one that requires what is not decided.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let by_id: BTreeMap<&str, &CaseReference> =
        facts.cases.iter().map(|reference| (reference.id.as_str(), reference)).collect();
    for (case, own) in facts.cases.iter().enumerate().filter(|(_, own)| own.counts_as_decided()) {
        let other = |id: &str| by_id.get(id).copied().filter(|other| other.id != own.id);
        let excluded =
            own.excludes.iter().filter(|id| other(&id.value).is_some_and(CaseReference::counts_as_decided));
        findings.extend(excluded.map(|id| {
            let (span, id) = (id.span, &id.value);
            let title = text!(
                nb: "Denne saken og «{id}» er begge besluttet, men utelukker hverandre", nn: "Denne saka og «{id}» er begge avgjorde, men utelukkar kvarandre",
                en: "This case and “{id}” are both decided, but exclude each other"
            );
            PortfolioFinding { case, finding: Finding::error("besluttede-saker-i-strid", span, title) }
        }));
        let required = own.requires.iter().filter(|id| other(&id.value).is_some_and(|of| !of.is_decided));
        findings.extend(required.map(|id| {
            let (span, id) = (id.span, &id.value);
            let title = text!(
                nb: "Saken er besluttet, men krever «{id}», som ikke er besluttet", nn: "Saka er avgjord, men krev «{id}», som ikkje er avgjord",
                en: "The case is decided, but requires “{id}”, which is not decided"
            );
            let finding = Finding::error("besluttede-saker-i-strid", span, title).variant("requires");
            PortfolioFinding { case, finding: finding.value("id", id) }
        }));
    }
}

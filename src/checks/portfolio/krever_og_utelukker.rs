//! krever-og-utelukker: two cases must be in together, and cannot be.

use crate::checks::prelude::*;

/// Looks for a case that requires what it excludes, or what excludes it, or that names itself.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let by_id: BTreeMap<&str, &CaseReference> =
        facts.cases.iter().map(|reference| (reference.id.as_str(), reference)).collect();
    for (case, reference) in facts.cases.iter().enumerate() {
        for required in &reference.requires {
            if let Some(finding) =
                contradiction(reference, required, by_id.get(required.value.as_str()).copied())
            {
                findings.push(PortfolioFinding { case, finding });
            }
        }
        if let Some(own) = named(&reference.excludes, &reference.id) {
            let title = text!(nb: "Saken utelukker seg selv", nn: "Saka utelukkar seg sjølv", en: "The case excludes itself");
            findings.push(PortfolioFinding { case, finding: finding(own, title) });
        }
    }
}

fn contradiction(
    reference: &CaseReference,
    required: &Spanned<String>,
    other: Option<&CaseReference>,
) -> Option<Finding> {
    let id = &required.value;
    if *id == reference.id {
        let title =
            text!(nb: "Saken krever seg selv", nn: "Saka krev seg sjølv", en: "The case requires itself");
        return Some(finding(required, title));
    }
    if let Some(excluded) = named(&reference.excludes, id) {
        let title = text!(
            nb: "Saken både krever og utelukker «{id}»", nn: "Saka både krev og utelukkar «{id}»",
            en: "The case both requires and excludes “{id}”"
        );
        let label =
            text!(nb: "og her utelukkes den", nn: "og her blir ho utelukka", en: "and here it is excluded");
        return Some(finding(required, title).with(excluded.span, label));
    }
    named(&other?.excludes, &reference.id)?;
    let title = text!(
        nb: "Saken krever «{id}», men «{id}» utelukker denne", nn: "Saka krev «{id}», men «{id}» utelukkar denne",
        en: "The case requires “{id}”, but “{id}” excludes this one"
    );
    Some(finding(required, title))
}

fn named<'a>(ids: &'a [Spanned<String>], wanted: &str) -> Option<&'a Spanned<String>> {
    ids.iter().find(|id| id.value == wanted)
}

fn finding(at: &Spanned<String>, title: Text) -> Finding {
    Finding::error("krever-og-utelukker", at.span, title)
}

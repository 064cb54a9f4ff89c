//! ukjent-mål: a goal that a3.yaml does not list.

use crate::checks::prelude::*;

/// Looks up each goal the case says it serves. Where a3.yaml lists none, any will do.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let known = &facts.organisation.goals;
    if known.is_empty() {
        return;
    }
    for goal in facts.document.goals.rows() {
        if known.iter().any(|known| known.key == goal.value) {
            continue;
        }
        let name = &goal.value;
        let title = text!(
            nb: "«{name}» er ikke et av målene i a3.yaml", nn: "«{name}» er ikkje eitt av måla i a3.yaml",
            en: "“{name}” is not one of the goals in a3.yaml"
        );
        let finding = Finding::error("ukjent-mål", goal.span, title);
        let known: Vec<_> = known.iter().map(|known| known.key.as_str()).collect();
        findings.push(finding.value("known", known.join(", ")).meant(nearest(name, known)));
    }
}

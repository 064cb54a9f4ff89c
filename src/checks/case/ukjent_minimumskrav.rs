//! ukjent-minimumskrav: a requirement named by a key that the register of a3.yaml does not have.

use crate::checks::prelude::*;

/// Looks up each key.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let register = &facts.organisation.requirements;
    for row in facts.document.requirements.rows() {
        let Some(named) = row.unknown_key(register) else { continue };
        let key = named.value.trim();
        let title = text!(
            nb: "«{key}» er ikke et av minimumskravene i a3.yaml", nn: "«{key}» er ikkje eitt av minimumskrava i a3.yaml",
            en: "“{key}” is not one of the requirements in a3.yaml"
        );
        let finding = Finding::error("ukjent-minimumskrav", named.span, title).value("key", key);
        let known: Vec<&str> = register.iter().map(|known| known.key.as_str()).collect();
        findings.push(if known.is_empty() {
            finding.variant("none")
        } else {
            finding.value("known", known.join(", ")).meant(nearest(key, known))
        });
    }
}

//! minimumskrav-to-steder: a case says again, and otherwise, what the register says of a requirement.

use crate::checks::prelude::*;

/// Looks at each requirement that is named by its key.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for row in facts.document.requirements.rows() {
        let Some(registered) = row.registered(&facts.organisation.requirements) else { continue };
        let Some(said) = row.today.spanned().filter(|said| said.value != registered.today) else { continue };
        let (key, here, there) = (&registered.key, said.value.word(), registered.today.word());
        let title = text!(
            nb: "«{key}» er «oppfylt: {here}» her, men «oppfylt: {there}» i a3.yaml", nn: "«{key}» er «oppfylt: {here}» her, men «oppfylt: {there}» i a3.yaml",
            en: "“{key}” is “oppfylt: {here}” here, but “oppfylt: {there}” in a3.yaml"
        );
        findings.push(Finding::error("minimumskrav-to-steder", said.span, title));
    }
}

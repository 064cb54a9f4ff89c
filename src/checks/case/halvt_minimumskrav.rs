//! halvt-minimumskrav: a requirement that is written out in the case, to be met by it, and does not say what law
//! demands it or whether it is met today.

use crate::checks::prelude::*;

/// Looks at each requirement that is written out.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for row in facts.document.requirements.rows() {
        let unsaid = row.unsaid(&facts.organisation.requirements);
        let Some(text) = row.text.spanned().filter(|_| !unsaid.is_empty()) else { continue };
        let (must, what) = (wording::shown(text.value.trim()), wording::listed(&unsaid));
        let title = text!(
            nb: "Minimumskravet «{must}» mangler {what}", nn: "Minimumskravet «{must}» manglar {what}",
            en: "The requirement “{must}” lacks {what}";
            must, what
        );
        let finding = Finding::error("halvt-minimumskrav", text.span, title);
        findings.push(if unsaid.contains(&"oppfylt") { finding } else { finding.variant("law") });
    }
}

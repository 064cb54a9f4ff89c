//! brutt-minimumskrav: a requirement that is met today, and is not with the case.

use crate::checks::prelude::*;

/// Looks at what each requirement is after; of a case that is said no to, nothing comes.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.settled(facts.today).is_rejected() {
        return;
    }
    let rows = facts.document.requirements.rows().iter();
    let broken = rows.filter_map(|row| row.broken(&facts.organisation.requirements));
    findings.extend(broken.map(|(must, after)| {
        let word = after.value.word();
        let title = text!(
            nb: "«{must}» er oppfylt i dag, men ikke med denne saken (etter: {word})", nn: "«{must}» er oppfylt i dag, men ikkje med denne saka (etter: {word})",
            en: "“{must}” is met today, but not with this case (etter: {word})"
        );
        Finding::error("brutt-minimumskrav", after.span, title)
    }));
}

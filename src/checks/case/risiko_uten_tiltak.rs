//! risiko-uten-tiltak: a risk that is both likely and bad, and nothing done about it.

use crate::checks::prelude::*;

/// Looks for risks where both sannsynlighet and konsekvens are the highest step, without tiltak. From prioritering on
/// the phase asks for it.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get().is_some_and(|phase| *phase >= Phase::Prioritisation) {
        return;
    }
    for risk in facts.document.risks.rows().iter().filter(|risk| risk.lacks_response()) {
        let what = wording::name(&risk.what);
        let title = text!(
            nb: "Risikoen «{what}» er både sannsynlig og alvorlig, men har ikke noe tiltak", nn: "Risikoen «{what}» er både sannsynleg og alvorleg, men har ikkje noko tiltak",
            en: "The risk “{what}” is both likely and serious, but nothing is done about it"
        );
        findings.push(Finding::error("risiko-uten-tiltak", risk.span, title));
    }
}

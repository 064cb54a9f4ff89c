//! risiko-uten-vurdering: a risk without how bad it is.

use crate::checks::prelude::*;

/// From prioritering on, looks for risks without konsekvens; sannsynlighet is asked for by the phase.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get().is_none_or(|phase| *phase < Phase::Prioritisation) {
        return;
    }
    // A risk that nobody has put into words is asked for as such.
    let risks = facts.document.risks.rows().iter().filter(|risk| risk.what.is_written());
    findings.extend(risks.filter(|risk| !risk.consequence.is_written()).map(|risk| {
        let what = wording::name(&risk.what);
        let title = text!(nb: "Risikoen «{what}» mangler konsekvens", nn: "Risikoen «{what}» manglar konsekvens", en: "The risk “{what}” lacks konsekvens");
        Finding::error("risiko-uten-vurdering", risk.span, title)
    }));
}

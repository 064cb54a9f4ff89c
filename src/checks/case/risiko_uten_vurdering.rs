//! risiko-uten-vurdering: a risk without how likely or how bad it is.

use crate::checks::prelude::*;

/// From prioritering on, looks for risks without sannsynlighet or konsekvens.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get().is_none_or(|phase| *phase < Phase::Prioritisation) {
        return;
    }
    // A risk that nobody has put into words is asked for as such.
    for risk in facts.document.risks.rows().iter().filter(|risk| risk.what.is_written()) {
        let (likely, bad) = (risk.probability.is_written(), risk.consequence.is_written());
        let lacks = match (likely, bad) {
            (true, true) => continue,
            (false, true) => text!(nb: "sannsynlighet", nn: "sannsyn", en: "sannsynlighet"),
            (true, false) => text!(nb: "konsekvens", nn: "konsekvens", en: "konsekvens"),
            (false, false) => {
                text!(nb: "sannsynlighet og konsekvens", nn: "sannsyn og konsekvens", en: "sannsynlighet and konsekvens")
            }
        };
        let what = wording::name(&risk.what);
        let title = text!(nb: "Risikoen «{what}» mangler {lacks}", nn: "Risikoen «{what}» manglar {lacks}", en: "The risk “{what}” lacks {lacks}"; what, lacks);
        findings.push(Finding::error("risiko-uten-vurdering", risk.span, title));
    }
}

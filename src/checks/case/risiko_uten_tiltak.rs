//! risiko-uten-tiltak: a risk that is both likely and bad, and nothing done about it.

use crate::checks::prelude::*;
use crate::document::Risk;
use crate::model::Size;

/// Looks for risks where both sannsynlighet and konsekvens are the highest step, without tiltak.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for risk in facts.document.risks.rows().iter().filter(|risk| is_high(risk)) {
        if risk.response.text().is_some_and(|response| !response.trim().is_empty()) {
            continue;
        }
        let what = wording::name(&risk.what);
        let title = text!(
            nb: "Risikoen «{what}» er både sannsynlig og alvorlig, men har ikke noe tiltak", nn: "Risikoen «{what}» er både sannsynleg og alvorleg, men har ikkje noko tiltak",
            en: "The risk “{what}” is both likely and serious, but nothing is done about it"
        );
        findings.push(Finding::error("risiko-uten-tiltak", risk.span, title));
    }
}

fn is_high(risk: &Risk) -> bool {
    let is_highest = |field: &Field<Size>| field.get().is_some_and(|size| size.step() == Size::Large.step());
    is_highest(&risk.probability) && is_highest(&risk.consequence)
}

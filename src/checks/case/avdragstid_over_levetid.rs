//! avdragstid-over-levetid: a loan that is repaid long after what it bought is gone.

use crate::checks::prelude::*;

/// Compares avdragstid of each cost with its levetid, else that of the case.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for cost in facts.document.costs.rows() {
        let life = cost.life.get().or_else(|| facts.document.life.get());
        let Some((years, life)) = cost.repayment_years.spanned().zip(life) else { continue };
        if years.value <= *life {
            continue;
        }
        let (name, repaid) = (wording::name(&cost.name), years.value);
        let title = text!(
            nb: "Lånet til «{name}» betales ned på {repaid} år, men levetida er {life} år", nn: "Lånet til «{name}» blir betalt ned på {repaid} år, men levetida er {life} år",
            en: "The loan for “{name}” is repaid over {repaid} years, but it lives {life} years"
        );
        findings.push(Finding::error("avdragstid-over-levetid", years.span, title).value("life", life));
    }
}

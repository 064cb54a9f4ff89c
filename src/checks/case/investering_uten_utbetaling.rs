//! investering-uten-utbetaling: an investment that nobody pays.

use crate::checks::prelude::*;
use crate::model::CostKind;

/// Looks for utbetales: 0 % on each investering in kroner.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for cost in facts.document.costs.rows() {
        let is_bought = cost.kind.get() == Some(&CostKind::Investment) && !cost.position.is_written();
        let Some(share) = cost.paid_out.spanned().filter(|share| is_bought && share.value.is_zero()) else {
            continue;
        };
        let name = wording::name(&cost.name);
        let title = text!(
            nb: "Investeringen «{name}» betales ikke (utbetales: 0 %)", nn: "Investeringa «{name}» blir ikkje betalt (utbetales: 0 %)",
            en: "The investment “{name}” is not paid (utbetales: 0 %)"
        );
        findings.push(Finding::error("investering-uten-utbetaling", share.span, title));
    }
}

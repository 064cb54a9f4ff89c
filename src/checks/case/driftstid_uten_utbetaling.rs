//! driftstid-uten-utbetaling: a running cost in hours of which nothing is paid out.

use crate::checks::prelude::*;
use crate::model::CostKind;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let written = facts.document.costs.rows();
    let lowered = facts.case.map_or(&[][..], |case| case.costs.as_slice());
    if written.len() != lowered.len() {
        return;
    }
    for (row, cost) in written.iter().zip(lowered) {
        let is_own_time = cost.kind == CostKind::Running && cost.position.is_some();
        if is_own_time && cost.paid_out.value().is_zero() {
            let name = wording::name(&row.name);
            let title = text!(
                nb: "«{name}» er arbeidstid hvert år, men koster ikke budsjettet noe", nn: "«{name}» er arbeidstid kvart år, men kostar ikkje budsjettet noko",
                en: "“{name}” is working time each year, but costs the budget nothing"
            );
            let said = [row.paid_out.span(), row.amount.span(), row.calculation.span(), row.name.span()];
            let place = said.into_iter().flatten().next().unwrap_or(row.span);
            let finding = Finding::error("driftstid-uten-utbetaling", place, title);
            findings.push(match row.paid_out {
                Field::Missing => finding.variant("unsaid"),
                Field::Unusable(_) | Field::Read(_) => finding,
            });
        }
    }
}

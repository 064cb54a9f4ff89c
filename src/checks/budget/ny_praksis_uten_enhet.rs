//! ny-praksis-uten-enhet: new practice for a unit that today's budget does not have.

use super::facts::BudgetFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::text;

/// Looks every ansvar of ny_praksis up in the budget file.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let units = facts.document.new_practice.rows().iter().filter_map(|row| row.unit.spanned());
    for unit in units.filter(|unit| facts.lacks_unit(&unit.value)) {
        let name = wording::shown(&unit.value);
        let title = text!(
            nb: "Ansvar {name} i «ny_praksis» står ikke i dagens budsjett",
            en: "Ansvar {name} in “ny_praksis” is not in today's budget"
        );
        let finding = Finding::error("ny-praksis-uten-enhet", unit.span, title);
        findings.push(finding);
    }
}

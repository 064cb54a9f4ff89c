//! tom-ny-praksis: new practice of a unit with no line of what it becomes.

use crate::checks::prelude::*;

/// Looks at every unit.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let rows = facts.document.new_practice.rows().iter();
    for row in rows.filter(|row| !row.staff.is_written() && !row.others.is_written()) {
        let unit = wording::name(&row.unit);
        let title = text!(
            nb: "«ny_praksis» for ansvar {unit} har ingen linjer", nn: "«ny_praksis» for ansvar {unit} har ingen linjer",
            en: "“ny_praksis” for unit {unit} has no lines"
        );
        findings.push(Finding::error("tom-ny-praksis", row.span, title));
    }
}

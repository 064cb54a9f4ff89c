//! ny-praksis-uten-enhet: new practice for a unit that today's budget does not have.

use crate::checks::prelude::*;

/// Looks every ansvar of ny_praksis up in the budget file.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let units = facts.document.new_practice.rows().iter().filter_map(|row| row.unit.spanned());
    findings.extend(units.filter(|unit| facts.lacks_unit(&unit.value)).map(worded));
}

/// An ansvar with no line at all, today or as it becomes, that only the new practice of a case names.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let rows = facts.rows_on_empty_units();
    let units = facts.empty_units.iter().map(String::as_str);
    let mut left: BTreeSet<&str> = units.filter(|unit| !rows.contains_key(unit)).collect();
    for (case, written) in facts.moving() {
        let units = written.new_practice.rows().iter().filter_map(|row| row.unit.spanned());
        let units = units.filter(|unit| left.remove(unit.value.as_str()));
        findings.extend(units.map(|unit| PortfolioFinding { case, finding: worded(unit) }));
    }
}

fn worded(unit: &Spanned<String>) -> Finding {
    let name = wording::shown(&unit.value);
    let title = text!(
        nb: "Ansvar {name} i «ny_praksis» står ikke i dagens budsjett", nn: "Ansvar {name} i «ny_praksis» står ikkje i budsjettet i dag",
        en: "Ansvar {name} in “ny_praksis” is not in today's budget"
    );
    Finding::error("ny-praksis-uten-enhet", unit.span, title)
}

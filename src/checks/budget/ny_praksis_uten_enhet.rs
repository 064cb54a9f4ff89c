//! ny-praksis-uten-enhet: new practice for a unit that today's budget does not have.

use super::facts::BudgetFacts;
use crate::checks::wording;
use crate::diagnostic::{Finding, Grade};
use crate::{text, words};

/// Looks every ansvar of ny_praksis up in the budget file.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let units = facts.document.new_practice.rows().iter().filter_map(|row| row.unit.spanned());
    for unit in units.filter(|unit| facts.lacks_unit(&unit.value)) {
        let name = wording::shown(&unit.value);
        let title = text!(
            nb: "Ansvar {name} i «ny_praksis» står ikke i dagens budsjett",
            en: "Ansvar {name} in “ny_praksis” is not in today's budget"
        );
        let why = words!(
            nb: "Uten dagens tall er det ingenting å sammenligne den nye praksisen med, og hele budsjettet blir vist som økning.",
            en: "Without today's figures there is nothing to hold the new practice against, and all of it is shown as an increase.",
        );
        let how = words!(
            nb: "Skriv ansvaret slik det står i budsjettfila. Er enheten ny, så gi den en linje med 0 kr der.",
            en: "Write the ansvar as it stands in the budget file. If the unit is new, give it a line of 0 kr there.",
        );
        let finding = Finding::error("ny-praksis-uten-enhet", unit.span, title).graded(Grade::Warning);
        findings.push(finding.because(why.text()).instead(how.text()));
    }
}

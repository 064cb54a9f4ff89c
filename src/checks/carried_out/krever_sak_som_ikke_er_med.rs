//! krever-sak-som-ikke-er-med: a case is carried out, and what it requires is not.

use crate::budget::BrokenBond;
use crate::checks::prelude::*;

/// Looks at what each case requires.
pub(super) fn check(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    findings.extend(facts.budget.broken_bonds.iter().filter_map(|broken| {
        let BrokenBond::Missing { case, required } = broken else { return None };
        let place = facts.place_in(*case, |written| {
            Some(written.requires.rows().iter().find(|id| id.value == *required)?.span)
        });
        let (case, id, required) = (*case, facts.id(*case), wording::shown(required));
        let title = text!(
            nb: "«{id}» krever «{required}», som ikke er med", nn: "«{id}» krev «{required}», som ikkje er med",
            en: "“{id}” requires “{required}”, which is not in"
        );
        let finding = Finding::error("krever-sak-som-ikke-er-med", place, title).value("id", &required);
        Some(PortfolioFinding { case, finding })
    }));
}

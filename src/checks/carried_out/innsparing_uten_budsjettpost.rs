//! innsparing-uten-budsjettpost: a case that is carried out takes money out of no line.

use crate::checks::prelude::*;

/// Looks at what each case takes out; reported at its first row without a line.
pub(super) fn check(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.budget.cases.iter().enumerate();
    findings.extend(cases.filter_map(|(case, of)| {
        let row = of.saving_without_line.as_deref()?;
        let place = facts.place_in(case, |written| {
            let mut rows = written.benefits.rows().iter();
            rows.find(|benefit| benefit.name.text() == Some(row))?.name.span()
        });
        let name = wording::shown(row);
        let title = text!(
            nb: "«{name}» tar ut penger uten budsjettpost, så ingen linje blir lavere", nn: "«{name}» tek ut pengar utan budsjettpost, så inga linje blir lågare",
            en: "“{name}” takes out money without a budget line, so no line becomes lower"
        );
        Some(PortfolioFinding { case, finding: Finding::error("innsparing-uten-budsjettpost", place, title) })
    }));
}

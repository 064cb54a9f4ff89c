//! tall-uten-kilde: figures written straight into a formula of a row that has no kilde.

use crate::checks::prelude::*;
use crate::document::Calculation;
use crate::quantity::Quantity;

/// Looks at formulas of names and figures both: where there are only figures, the row lacks kilde altogether.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get().is_none_or(|phase| *phase < Phase::DeepDive) {
        return;
    }
    let document = facts.document;
    let benefits = document.benefits.rows().iter().map(|row| (&row.name, &row.calculation, &row.source));
    let costs = document.costs.rows().iter().map(|row| (&row.name, &row.calculation, &row.source));
    for (name, calculation, source) in benefits.chain(costs) {
        if source.is_written() || !has_bare_figures(calculation) {
            continue;
        }
        let (name, span) = (wording::name(name), calculation.span().unwrap_or_default());
        let title = text!(
            nb: "Regnestykket til «{name}» har tall som ingen kan se kilden til", nn: "Reknestykket til «{name}» har tal som ingen kan sjå kjelda til",
            en: "The calculation of “{name}” has figures whose source nobody can see"
        );
        findings.push(Finding::error("tall-uten-kilde", span, title));
    }
}

fn has_bare_figures(calculation: &Field<Calculation>) -> bool {
    let Some(read) = calculation.get() else { return false };
    read.formula.names().next().is_some() && read.formula.written().into_iter().any(says_something)
}

/// Days in a year and numbers alone come from nowhere.
fn says_something(quantity: &Quantity) -> bool {
    let dimension = quantity.dimension();
    let is_calendar = dimension.is_time() && !dimension.is_work_in_any_time();
    !quantity.is_bare() && !is_calendar
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, rules_in};

    fn found(formula: &str, more: &str) -> bool {
        let text = case(&format!(
            "forutsetninger: {{brev: {{verdi: 6 123 brev/år, kilde: Logg}}}}\ngevinster:\n  - {{navn: Porto, type: unngåtte kostnader, beregning: {formula}{more}}}\n"
        ));
        let text = text.replace("fase: overblikk", "fase: dypdykk");
        rules_in(&text).iter().any(|(_, rule)| *rule == "tall-uten-kilde")
    }

    #[test]
    fn a_figure_beside_names_needs_a_source_and_the_calendar_none() {
        assert!(found("brev × 16 kr/brev", ""));
        assert!(!found("brev × 16 kr/brev", ", kilde: Posten"));
        assert!(!found("brev × 2 × 365 døgn/år", ""));
    }
}

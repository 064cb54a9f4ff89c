//! Working time per «dag», which counts as døgn.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::document::{Amount, Calculation, Field};
use crate::model::Estimate;
use crate::quantity::Dimension;
use crate::source::Span;
use crate::text;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let names = |name: &str| measured(facts, name);
    let benefits = facts.document.benefits.rows().iter().map(|row| (&row.calculation, &row.estimate));
    let costs = facts.document.costs.rows().iter().map(|row| (&row.calculation, &row.amount));
    for (calculation, amount) in benefits.chain(costs) {
        let of_formula = calculation.get().filter(|read| by_formula(read, &names)).map(Calculation::span);
        let place = of_formula.or_else(|| by_amount(amount));
        findings.extend(place.map(finding));
    }
}

fn finding(span: Span) -> Finding {
    let title = text!(
        nb: "Arbeidstida er per «dag», som regnes som døgn: 365 i året",
        en: "The working time is per “dag”, which counts as a calendar day: 365 a year"
    );
    Finding::error("dag-som-døgn", span, title)
}

/// What a name of the case or of felles measures.
fn measured(facts: &CaseFacts<'_>, name: &str) -> Option<Dimension> {
    let own = facts.document.assumptions.rows().iter().find(|row| row.key.value == name);
    let own = own.and_then(|row| row.row.estimate.get());
    let shared = || facts.organisation.shared.iter().find(|row| row.name == name).map(|row| &row.estimate);
    own.or_else(shared).map(|estimate| dimension(estimate).clone())
}

const fn dimension(estimate: &Estimate) -> &Dimension {
    match estimate {
        Estimate::Certain(quantity) | Estimate::ThreePoint { mode: quantity, .. } => quantity.dimension(),
    }
}

fn by_formula(calculation: &Calculation, names: &dyn Fn(&str) -> Option<Dimension>) -> bool {
    calculation.formula.check(names).is_ok_and(|whole| whole.is_work_by_plain_day())
}

fn by_amount(amount: &Field<Amount>) -> Option<Span> {
    let amount = amount.spanned()?;
    let is_by_day = |estimate: &Estimate| dimension(estimate).is_work_by_plain_day();
    let any = match &amount.value {
        Amount::Single(estimate) => is_by_day(estimate),
        Amount::ByCaseYear(values) => values.iter().any(|value| is_by_day(&value.value)),
        Amount::ByCalendarYear(values) => values.iter().any(|(_, value)| is_by_day(&value.value)),
    };
    any.then_some(amount.span)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, rules_in};

    fn found(beregning: &str) -> bool {
        let rows = format!(
            "gevinster:\n  - {{navn: Møter, type: spart tid, stilling: rådgiver, kilde: Kalender, beregning: {beregning}}}\n"
        );
        rules_in(&case(&rows)).iter().any(|(_, rule)| *rule == "dag-som-døgn")
    }

    #[test]
    fn only_a_day_that_365_is_used_for_is_told() {
        assert!(found("40 ansatte × 20 min/dag"));
        assert!(found("4 besøk/dag × 20 min"));
        for said in [
            "40 ansatte × 20 min/arbeidsdag",
            "40 ansatte × 20 min/døgn",
            "40 × 20 min/dag × 230 dager/år",
            "2 timer × 230 dager/år",
        ] {
            assert!(!found(said), "{said}");
        }
    }
}

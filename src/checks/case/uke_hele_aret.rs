//! uke-hele-året: working time per week, which counts for all 52 weeks of the year.

use super::working_time::{Names, places};
use crate::checks::prelude::*;
use crate::document::Calculation;
use crate::quantity::Dimension;

/// Looks for hours a week that nothing says how many weeks of.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for span in places(facts, by_formula, Dimension::is_work_by_week) {
        let title = text!(
            nb: "Arbeidstida er per uke, og regnes for alle 52 ukene i året", nn: "Arbeidstida er per veke, og blir rekna for alle 52 vekene i året",
            en: "The working time is per week, and counts for all 52 weeks of the year"
        );
        findings.push(Finding::error("uke-hele-året", span, title));
    }
}

/// A formula that comes out as working time per week, or as what it costs, of some quantity that is itself hours a
/// week: visits a week go on all year.
fn by_formula(calculation: &Calculation, names: &Names<'_>) -> bool {
    let formula = &calculation.formula;
    let written = formula.written().into_iter().map(|quantity| quantity.dimension().clone());
    let parts: Vec<Dimension> = formula.names().filter_map(|(name, _)| names(name)).chain(written).collect();
    let is_priced = || parts.iter().any(Dimension::is_price_of_work);
    let is_told = |whole: Dimension| whole.is_work_by_week() || (whole.is_by_week() && is_priced());
    formula.check(names).is_ok_and(is_told) && parts.iter().any(Dimension::is_work_by_week)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, rules_in};

    fn found(gain: &str) -> bool {
        let rows = format!(
            "gevinster:\n  - {{navn: Møter, type: spart tid, stilling: rådgiver, kilde: Kalender, {gain}}}\n"
        );
        rules_in(&case(&rows)).iter().any(|(_, rule)| *rule == "uke-hele-året")
    }

    #[test]
    fn what_hours_a_week_cost_is_told_too() {
        let found = |amount: &str| {
            let rows = format!(
                "gevinster:\n  - {{navn: Vikar, type: unngåtte kostnader, kilde: Avtale, beregning: {amount}}}\n"
            );
            rules_in(&case(&rows)).iter().any(|(_, rule)| *rule == "uke-hele-året")
        };
        assert!(found("1.5 timer/uke × 400 kr/time"));
        assert!(!found("1.5 timer/uke × 44 uker/år × 400 kr/time"));
        assert!(!found("20 brev/uke × 20 kr/brev"));
        assert!(!found("2 kW × 10 timer/uke × 1,5 kr/kWh"));
    }

    #[test]
    fn hours_a_week_are_told_and_visits_a_week_are_not() {
        assert!(found("beregning: 40 ledere × 1.5 timer/uke"));
        assert!(found("anslag: 12 timer/uke"));
        for said in [
            "beregning: 40 ledere × 1.5 timer/uke × 44 uker/år",
            "beregning: 10 timer i uka × 44 uker/år",
            "beregning: 14 besøk/uke × 20 min",
            "anslag: 400 timer/år",
        ] {
            assert!(!found(said), "{said}");
        }
    }
}

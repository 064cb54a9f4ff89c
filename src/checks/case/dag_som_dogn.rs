//! Working time per «dag», which counts as døgn.

use super::working_time::{Names, places};
use crate::checks::prelude::*;
use crate::document::Calculation;
use crate::quantity::Dimension;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    findings.extend(places(facts, by_formula, Dimension::is_work_by_plain_day).into_iter().map(finding));
}

fn finding(span: Span) -> Finding {
    let title = text!(
        nb: "Arbeidstida er per «dag», som regnes som døgn: 365 i året", nn: "Arbeidstida er per «dag», som blir rekna som døgn: 365 i året",
        en: "The working time is per “dag”, which counts as a calendar day: 365 a year"
    );
    Finding::error("dag-som-døgn", span, title)
}

fn by_formula(calculation: &Calculation, names: &Names<'_>) -> bool {
    calculation.formula.is_work_by_plain_day(names)
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
    fn working_time_that_ends_as_kroner_is_told_too() {
        let found = |assumptions: &str, beregning: &str| {
            let rows = format!(
                "{assumptions}gevinster:\n  - {{navn: Porto, type: unngåtte kostnader, anslag: 96 000 kr/år, kilde: Lista}}\nkostnader:\n  - {{navn: Vakt, type: drift, kilde: Avtale, beregning: {beregning}}}\n"
            );
            rules_in(&case(&rows)).iter().any(|(_, rule)| *rule == "dag-som-døgn")
        };
        assert!(found("", "50 ansatte × 10 min/dag/ansatt × 400 kr/time"));
        assert!(found("", "3 timer/dag × 400 kr/time"));
        assert!(found("", "400 kr/time × 3 timer/dag + 10 000 kr/år"));
        let named = "forutsetninger:\n  tid: {verdi: 3 timer/dag, kilde: Logg}\n  lønn: {verdi: 400 kr/time, kilde: Avtale}\n";
        assert!(found(named, "tid × lønn"));
        assert!(!found("", "300 kr/dag") && !found("", "8 kWh/dag × 2 kr/kWh"));
        assert!(!found("", "2 kW × 10 timer/dag × 1,5 kr/kWh"));
        assert!(!found(named, "tid × lønn × 230 dager/år"));
        assert!(!found("", "(3 timer/dag + 30 min/dag) × 230 dager/år × 400 kr/time"));
        assert!(!found("", "3 timer/arbeidsdag × 400 kr/time"));
        assert!(!found("", "100 timer/år × 400 kr/time + 300 kr/dag"));
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

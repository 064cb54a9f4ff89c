//! The weeks of a year counted twice: `400 brev/uke × 52`.

use super::working_time::{Names, measured};
use crate::checks::prelude::*;
use crate::document::Calculation;
use crate::model::CostKind;
use crate::quantity::Wanted;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let names: &Names<'_> = &|name: &str| measured(facts, name);
    let benefits = facts.document.benefits.rows().iter().filter_map(|row| row.calculation.get());
    let running = facts.document.costs.rows().iter().filter(|row| row.kind.get() == Some(&CostKind::Running));
    let costs = running.filter_map(|row| row.calculation.get());
    // A formula that comes out as something else has been told what it lacks.
    let is_yearly = |read: &&Calculation| {
        read.formula.check(names).is_ok_and(|whole| Wanted::AnnualEffect.accepts(&whole))
    };
    for calculation in benefits.chain(costs).filter(is_yearly) {
        let twice = calculation.formula.counted_twice(names).into_iter();
        findings.extend(twice.map(|finding| calculation.in_file(finding)));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with};

    /// What the rule advises for a formula.
    fn advised(formula: &str) -> Vec<String> {
        let rows = format!(
            "forutsetninger:\n  porto: {{verdi: 24 kr/brev, kilde: Posten}}\n  i_uka: {{verdi: 400 brev/uke, kilde: Logg}}\n  tid: {{verdi: 2 timer/mnd, kilde: Logg}}\n\
             gevinster:\n  - {{navn: Post, type: spart tid, stilling: rådgiver, kilde: Logg, beregning: {formula}}}\n"
        );
        let found = found_with(&case(&rows), &organisation_with(""));
        let here = found.into_iter().filter(|(_, finding)| finding.rule != "ubrukt-forutsetning");
        let told = here.map(|(_, finding)| crate::checks::explained(finding));
        told.map(|finding| format!("{}: {}", finding.rule, finding.how().text().nb)).collect()
    }

    #[test]
    fn a_number_that_counts_the_year_once_more_is_told_and_the_unit_on_it_mends_it() {
        for (wrong, number, meant) in [
            ("400 brev/uke × 52 × porto", "52", "52 uker/år"),
            ("46 × 400 brev/uke × porto", "46", "46 uker/år"),
            ("1 667 brev/mnd × 12 × porto", "12", "12 måneder/år"),
            ("55 brev/døgn × 365 × porto", "365", "365 døgn/år"),
            ("55 brev/dag × 230 × porto", "230", "230 dager/år"),
            ("55 brev/arbeidsdag × 230 × porto", "230", "230 arbeidsdager/år"),
            ("i_uka × 52 × porto", "52", "52 uker/år"),
            ("(i_uka + 20 brev/uke) × 52 × porto", "52", "52 uker/år"),
            ("100 kr/år + 52 × i_uka × porto", "52", "52 uker/år"),
            ("3 timer/uke × 52", "52", "52 uker/år"),
            ("20 min/dag × 230", "230", "230 dager/år"),
            ("tid × 12", "12", "12 måneder/år"),
        ] {
            let found = advised(wrong);
            let due = format!("dobbelttalt-periode: Skriv «{meant}» i stedet for «{number}».");
            assert!(found.len() == 1 && found[0].starts_with(&due), "{wrong}: {found:?}");
            assert_eq!(advised(&wrong.replace(number, meant)), [""; 0], "{wrong}");
        }
    }

    #[test]
    fn a_number_with_a_unit_of_its_own_or_of_another_period_is_not_told() {
        for right in [
            "400 brev/uke × 52 uker/år × porto",
            "12 ledere × tid",
            "12 ganger × tid",
            "52 × tid",
            "i_uka × 12 × porto",
            "i_uka × porto / 52",
            "2 timer/uke × 46 uker/år × 12",
            "12 × 100 timer/år",
        ] {
            assert!(
                !advised(right).iter().any(|said| said.contains("dobbelttalt")),
                "{right}: {:?}",
                advised(right)
            );
        }
    }
}

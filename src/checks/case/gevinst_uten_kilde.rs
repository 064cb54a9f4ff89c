//! A benefit whose figure nobody can trace.

use super::sources::{still_to_write, unsourced};
use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let rows = facts.document.benefits.rows();
    let open = still_to_write(facts, "gevinster", &rows.iter().map(|row| row.span).collect::<Vec<_>>());
    for row in rows.iter().filter(|row| !row.source.is_written() && !open.contains(&row.span)) {
        let Some(lacks) = unsourced(facts, &row.calculation, &row.estimate) else { continue };
        let (name, at) = (wording::name(&row.name), row.span);
        let row = text!(nb: "Gevinsten «{name}»", nn: "Gevinsten «{name}»", en: "The gain “{name}”");
        findings.push(Finding::error("gevinst-uten-kilde", at, lacks.title(&row)));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, found_with, organisation_with, rules_in, title_of};

    const FORMULA: &str = "gevinster:\n  - {navn: Porto, type: unngåtte kostnader, beregning: brev × pris}\n";

    fn with_assumptions(brev: &str, pris: &str) -> String {
        case(&format!("forutsetninger:\n  brev: {brev}\n  pris: {pris}\n{FORMULA}"))
    }

    #[test]
    fn a_source_that_is_still_to_be_written_is_asked_for_once() {
        let row = "gevinster:\n  - navn: Porto\n    type: unngåtte kostnader\n    anslag: 96 000 kr/år\n    kilde: Første anslag\n";
        let rules: Vec<_> = rules_in(&case(row)).into_iter().map(|(_, rule)| rule).collect();
        assert_eq!(rules, ["mangler-i-overblikk"]);
    }

    #[test]
    fn sources_of_every_assumption_are_a_source() {
        let both =
            with_assumptions("{verdi: 6 000 brev/år, kilde: Postlisten}", "{verdi: 16 kr, kilde: Posten}");
        assert_eq!(rules_in(&both), []);
    }

    #[test]
    fn the_assumptions_without_a_source_are_named() {
        let one = with_assumptions("{verdi: 6 000 brev/år, kilde: Postlisten}", "{verdi: 16 kr}");
        assert_eq!(title_of(&one), "Gevinsten «Porto» bygger på «pris», som mangler kilde");
        let neither = with_assumptions("{verdi: 6 000 brev/år}", "{verdi: 16 kr}");
        assert_eq!(title_of(&neither), "Gevinsten «Porto» bygger på «brev» og «pris», som mangler kilde");
    }

    #[test]
    fn a_formula_of_bare_figures_has_no_source() {
        let bare =
            "gevinster:\n  - {navn: Porto, type: unngåtte kostnader, beregning: 6 000 brev/år × 16 kr}\n";
        assert_eq!(title_of(&case(bare)), "Gevinsten «Porto» har ingen kilde");
    }

    #[test]
    fn felles_counts_with_its_own_source() {
        let shared = |source: &str| {
            organisation_with(&format!(
                "felles:\n  brev: {{verdi: 6 000 brev/år{source}}}\n  pris: {{verdi: 16 kr, kilde: Posten}}\n"
            ))
        };
        let text = case(FORMULA);
        assert_eq!(found_with(&text, &shared(", kilde: Postlisten")), []);
        assert_eq!(found_with(&text, &shared(""))[0].1.rule, "gevinst-uten-kilde");
    }

    #[test]
    fn quality_without_a_figure_needs_no_source() {
        let quality = "gevinster:\n  - {navn: Ro, type: økt kvalitet, mottaker: innbyggerne, betydning: høy, omfang: lite positivt}\n";
        assert_eq!(rules_in(&case(quality)), []);
    }
}

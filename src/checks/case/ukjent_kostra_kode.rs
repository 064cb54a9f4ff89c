//! ukjent-kostra-kode: a funksjon or art of a case that is in no KOSTRA list.

use crate::checks::kostra::{places, unknown};
use crate::checks::prelude::*;
use crate::rates::{Validity, kostra, kostra_base};

/// Looks up every code of the case. Those of the budget file are looked up with the budget.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let year = facts.organisation.budget_year;
    let is_unknown = |kind, code: &str| kostra(kind, kostra_base(code), year) == Validity::Unknown;
    let unknowns = places(facts.document).into_iter().filter(|(kind, code, _)| is_unknown(*kind, code));
    findings.extend(unknowns.map(|(kind, code, place)| unknown(kind, kostra_base(code), place, year)));
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with, rules_in};

    fn booked(codes: &str) -> String {
        case(&format!("{GAIN}    budsjettpost: {{ansvar: 3210, {codes}}}\n"))
    }

    #[test]
    fn codes_of_municipalities_counties_and_internal_arts_are_known() {
        for codes in ["funksjon: 722, art: 290", "funksjon: 120, art: 690"] {
            assert_eq!(rules_in(&booked(codes)), [], "{codes}");
        }
        // A known art as well: what is told of it is another thing, that pay is no cost avoided.
        assert_eq!(rules_in(&booked("funksjon: 257, art: 010")), [(10, "lønn-som-unngått-kostnad")]);
    }

    #[test]
    fn a_lost_zero_is_reported_with_what_to_write() {
        let found = found_with(&booked("funksjon: 257, art: 10"), &organisation_with(""));
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].1.rule, found[0].1.how().text().nb.as_str()),
            ("ukjent-kostra-kode", "Skriv 010, med null foran.")
        );
    }

    #[test]
    fn new_practice_and_costs_are_looked_up_too() {
        let text = case(&format!(
            "{GAIN}kostnader:\n  - {{navn: Lisens, type: drift, beløp: 1 000 kr/år, kilde: Tilbud, budsjettpost: {{ansvar: 1, funksjon: 999, art: 195}}}}\n\
             ny_praksis:\n  - ansvar: 1\n    bemanning: [{{stilling: rådgiver, årsverk: 2, funksjon: 998}}]\n    andre: [{{art: 997, funksjon: 270, beløp: 5 kr}}]\n"
        ));
        let found = rules_in(&text);
        let unknown = found.iter().filter(|(_, rule)| *rule == "ukjent-kostra-kode").count();
        assert_eq!(unknown, 4, "{found:?}");
    }
}

//! utgått-kostra-kode: a funksjon or art of a case that is gone from KOSTRA.

use crate::checks::kostra::{places, retired};
use crate::checks::prelude::*;
use crate::rates::{Validity, kostra, kostra_base};

/// Looks up every code of the case. Those of the budget file are looked up with the budget.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let year = facts.organisation.budget_year;
    for (kind, code, place) in places(facts.document) {
        match kostra(kind, kostra_base(code), year) {
            Validity::Retired(known) => findings.push(retired(known, place, year)),
            Validity::Valid(_) | Validity::Unknown => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with};

    #[test]
    fn home_care_before_2024_is_reported_with_what_became_of_it() {
        let text = case(&format!("{GAIN}    budsjettpost: {{ansvar: 3210, funksjon: 254, art: 270}}\n"));
        let found = found_with(&text, &organisation_with(""));
        let said: Vec<_> =
            found.iter().map(|(_, finding)| (finding.rule, finding.title.nb.as_str())).collect();
        assert_eq!(
            said,
            [
                ("utgått-kostra-kode", "Funksjon 254 er ikke lenger i KOSTRA-lista (2026)"),
                ("utgått-kostra-kode", "Art 270 er ikke lenger i KOSTRA-lista (2026)"),
            ]
        );
        assert!(
            found[0].1.how().text().nb.contains("257 (Hjemmetjenester")
                && found[0].1.how().text().nb.contains("eller 258")
        );
        assert_eq!(found[1].1.how().text().nb, "Skriv 271 eller 272.");
    }

    #[test]
    fn a_code_on_several_lines_is_told_of_once() {
        let line = "{ansvar: 3210, funksjon: 254, art: 130}";
        let text = case(&format!("{GAIN}    budsjettpost: [{line}, {line}, {line}]\n"));
        let found = found_with(&text, &organisation_with(""));
        let said: Vec<_> = found.iter().map(|(_, finding)| finding.title.nb.as_str()).collect();
        let told = said.iter().filter(|title| title.starts_with("Funksjon 254")).collect::<Vec<_>>();
        assert_eq!(
            told,
            [&"Funksjon 254 er ikke lenger i KOSTRA-lista (2026), her og på 2 linjer til"],
            "{said:?}"
        );
    }
}

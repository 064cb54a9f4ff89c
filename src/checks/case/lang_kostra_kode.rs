//! lang-kostra-kode: a funksjon or art of a case has more than three digits.

use crate::checks::kostra::{Long, codes, is_said, long};
use crate::checks::prelude::*;
use crate::rates::{CodeKind, kostra_base};

/// Tells the first long funksjon and art of the case, where a3.yaml does not say what they count by.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let codes = codes(facts.document);
    let first = |kind: CodeKind| {
        let mut of_kind = codes.iter().filter(|(of, _)| *of == kind);
        let (_, code) = of_kind.find(|(_, code)| kostra_base(&code.value) != code.value)?;
        (!is_said(kind, facts.organisation)).then_some(Long { kind, written: &code.value, span: code.span })
    };
    let unsaid: Vec<Long<'_>> = [CodeKind::Function, CodeKind::Art].into_iter().filter_map(first).collect();
    findings.extend(long(&unsaid, facts.organisation));
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with};

    fn said(more: &str) -> Vec<String> {
        let text =
            case(&format!("{GAIN}    budsjettpost: {{ansvar: 021610, funksjon: 12000, art: 120000}}\n"));
        let found = found_with(&text, &organisation_with(more));
        found.into_iter().map(|(_, finding)| finding.how().text().nb).collect()
    }

    #[test]
    fn long_codes_count_by_their_first_three_and_are_told_once() {
        assert_eq!(said(""), ["Er det riktig, trengs ingenting. Ellers skriv koden fra KOSTRA alene."]);
        let how = "Er det riktig, legg til «funksjon: 3 første» og «art: 3 første» i a3.yaml, ved siden av «fil: b.csv» under «budsjett». Ellers skriv koden fra KOSTRA alene.";
        assert_eq!(said("budsjett: b.csv\n"), [how]);
        let half = said("budsjett: {fil: b.csv, art: 3 første}\n");
        assert!(half.len() == 1 && half[0].contains("legg til «funksjon: 3 første» i"), "{half:?}");
    }

    #[test]
    fn what_a3_yaml_says_is_not_told_in_each_case() {
        assert_eq!(said("budsjett: {fil: b.csv, funksjon: 3 første, art: 3 første}\n"), Vec::<String>::new());
    }
}

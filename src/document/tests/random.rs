//! Any text through reading and lowering: no panic, and every place inside the file.

use super::super::{case, default_organisation, lower_case, lower_organisation, organisation};
use crate::diagnostic::Finding;
use crate::shape;
use crate::source::Source;
use crate::yaml;
use proptest::prelude::{ProptestConfig, Strategy, any, prop, prop_assert, proptest};

const CASE: &str = include_str!("../../../tests/data/format/saker/digitalt-tilsyn.yaml");
const ORGANISATION: &str = include_str!("../../../tests/data/format/a3.yaml");

const BITS: &[&str] = &[
    "",
    "0",
    "-1 %",
    "1.200 kr",
    "9999999999999999 kr",
    "år 2",
    "~",
    "{}",
    "[]",
    "[a, b]",
    "{lav: 1 kr, høy: 0 kr}",
    "5 kr/år",
    "\"\\u00e5 × 5\"",
    "brukere",
    "timer",
    "(((",
    "× ÷",
    "|\n    tekst",
    "2027",
    "{2027: 1 kr, x: 2}",
    "æøå",
];

/// A file where a few lines are gone, doubled, or have another value.
fn mutated(text: &'static str) -> impl Strategy<Value = String> {
    let lines: Vec<&str> = text.lines().collect();
    let change = (0..lines.len(), any::<u8>(), 0..BITS.len());
    prop::collection::vec(change, 1..6).prop_map(move |changes| {
        let mut lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
        for (at, kind, bit) in changes {
            let line = &mut lines[at];
            let value = line.rfind(": ").map_or(line.len(), |colon| colon + 2);
            match kind % 5 {
                0 => line.clear(),
                1 => line.replace_range(value.., BITS[bit]),
                2 => *line = line.replacen(": ", ": 9", 1),
                3 => *line = line.replace(", ", &format!(", {}", BITS[bit])),
                _ => *line = line.chars().rev().collect(),
            }
        }
        lines.join("\n")
    })
}

fn all_inside(source: &Source, findings: &[Finding]) -> bool {
    let inside = |span: crate::source::Span| {
        source.clamp(span) == span && (span.end as usize) <= source.text.len() && span.start <= span.end
    };
    findings.iter().all(|found| inside(found.span) && found.related.iter().all(|other| inside(other.span)))
}

fn solvik() -> crate::model::Organisation {
    let source = Source::new("a3.yaml", ORGANISATION);
    let parsed = yaml::parse(&source);
    let document = parsed.root.as_ref().map(|root| organisation(root).0);
    document.map_or_else(default_organisation, |document| lower_organisation(&document).0)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_mutated_case_never_panics(text in mutated(CASE)) {
        let source = Source::new("saker/a.yaml", text);
        let parsed = yaml::parse(&source);
        let organisation = solvik();
        let context = organisation.rules.context();
        if let Some(root) = &parsed.root {
            let (document, findings) = case(root, "a", &context);
            prop_assert!(all_inside(&source, &findings));
            let silent = findings.is_empty() && parsed.findings.is_empty() && shape::check_case(root).is_empty();
            let (lowered, findings) = lower_case(&document, &organisation, super::day());
            prop_assert!(all_inside(&source, &findings));
            prop_assert!(lowered.is_none() || findings.is_empty());
            prop_assert!(lowered.is_some() || !findings.is_empty() || !silent, "left out without a word");
        }
    }

    #[test]
    fn a_mutated_organisation_never_panics(text in mutated(ORGANISATION)) {
        let source = Source::new("a3.yaml", text);
        let parsed = yaml::parse(&source);
        if let Some(root) = &parsed.root {
            let (document, findings) = organisation(root);
            prop_assert!(all_inside(&source, &findings));
            let (_, findings) = lower_organisation(&document);
            prop_assert!(all_inside(&source, &findings));
        }
    }
}

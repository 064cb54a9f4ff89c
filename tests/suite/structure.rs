//! The file format from outside: pages of the structural rules, and the examples.

use a3::diagnostic::Finding;
use a3::source::Source;
use a3::{shape, yaml};
use std::path::Path;

/// Everything `yaml` and `shape` say of a text.
pub(super) fn structural(source: &Source) -> Vec<Finding> {
    let parsed = yaml::parse(source);
    let mut findings = parsed.findings;
    if let Some(root) = parsed.root {
        let organisation = source.path.ends_with("a3.yaml");
        findings.extend(if organisation {
            shape::check_organisation(&root)
        } else {
            shape::check_case(&root)
        });
    }
    findings
}

/// The fenced YAML under a heading of a page.
fn example(page: &str, heading: &str) -> Option<Source> {
    let section = page.split_once(heading)?.1;
    let fence = section.split_once("```yaml ")?.1.split("```").next()?;
    let (path, text) = fence.split_once('\n')?;
    Some(Source::new(path.trim(), text))
}

#[test]
fn the_pages_of_the_structural_rules_show_what_they_say() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let rules = "anker-eller-alias desimalkomma-i-liste feil-form flere-dokumenter flettenøkkel for-dyp-nøsting \
        gjentatt-felt manglende-felt styretegn tabulator-som-innrykk tom-fil tomt-felt ugyldig-dato ugyldig-yaml \
        ugyldig-år ukjent-felt ukjent-ord yaml-merkelapp";
    for rule in rules.split_whitespace() {
        let page = std::fs::read_to_string(folder.join(format!("{rule}.md"))).unwrap();
        let wrong = example(&page, "## Feil").unwrap();
        let findings = structural(&wrong);
        let marked = wrong.text.lines().position(|line| line.contains("# ← her")).unwrap() + 1;
        let said: Vec<_> =
            findings.iter().map(|found| (found.rule, wrong.position(found.span.start).line)).collect();
        assert_eq!(said, [(rule, marked)], "{page}");
        assert_eq!(structural(&example(&page, "## Riktig").unwrap()), [], "{rule}");
    }
}

#[test]
fn the_examples_have_no_structural_finding() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut folders = vec![root];
    let mut seen = 0;
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "yaml") {
                let source = Source::new(path.to_string_lossy(), std::fs::read_to_string(&path).unwrap());
                assert_eq!(structural(&source), [], "{}", source.path);
                seen += 1;
            }
        }
    }
    assert!(seen > 10, "{seen}");
}

//! The file format from outside: the examples are what the tables say.

use a3::diagnostic::Finding;
use a3::source::Source;
use a3::{shape, yaml};
use std::path::Path;

/// Everything `yaml` and `shape` say of a text.
fn structural(source: &Source) -> Vec<Finding> {
    let parsed = yaml::parse(source);
    let mut findings = parsed.findings;
    if let Some(root) = parsed.root {
        let organisation = source.path.ends_with("a3.yaml");
        findings.extend(if organisation {
            shape::check_organisation(&root)
        } else if source.path.contains("/rammer/") {
            shape::check(&root, &shape::FRAMES_FILE)
        } else {
            shape::check_case(&root)
        });
    }
    findings
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

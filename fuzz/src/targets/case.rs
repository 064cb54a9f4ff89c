//! Any bytes become a case or findings inside the file: from YAML through the document to the model
//! and its appraisal, without a panic.
use a3::calc::appraise;
use a3::document::{self, Lowered};
use a3::{shape, yaml};

pub fn try_one(bytes: Vec<u8>) {
    let organisation = document::default_organisation();
    let context = organisation.rules.context();
    let today = a3::date::parse("2026-11-24").expect("a day");
    let Ok(source) = yaml::decode("saker/sak.yaml", bytes) else { return };
    let parsed = yaml::parse(&source);
    let mut findings = parsed.findings;
    if let Some(root) = &parsed.root {
        findings.extend(shape::check_case(root));
        let (written, found) = document::case(root, "sak", &context);
        findings.extend(found);
        let (lowered, found) = document::lower_case(&written, &organisation, today);
        findings.extend(found);
        if let Some(Lowered::Case(case)) = lowered {
            let _ = appraise(&case, &organisation);
        }
    }
    for finding in findings {
        assert!(finding.span.start <= finding.span.end && finding.span.end as usize <= source.text.len());
    }
}

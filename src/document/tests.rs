//! Whole files through reading and lowering.

mod random;
mod refusals;
mod settings;
mod worked;

use super::{Lowered, case, case_id, lower_case, lower_organisation, organisation};
use crate::diagnostic::Finding;
use crate::model;
use crate::source::Source;
use crate::yaml;

/// The default a3.yaml of the rules' pages.
const ORGANISATION: &str = "a3: 1
virksomhet: Solvik kommune
budsjettår: 2027
områder: [Helse og omsorg, Oppvekst, Teknisk, Stab]
stillinger:
  helsefagarbeider: {årslønn: 520 000 kr}
  rådgiver: {årskostnad: 950 000 kr}
felles:
  strømpris: {verdi: 1.2 kr/kWh}
";

/// What everything but the rows of a case needs.
const HEAD: &str = "a3: 1
tittel: Digital post
område: Stab
eier: Lars Linjeleder
fase: overblikk
nåsituasjon: Vi sender 6000 brev i året.
ønsket_situasjon: De fleste får brevet digitalt.
";

const BENEFITS: &str = "gevinster:
  - navn: Spart porto
    type: unngåtte kostnader
    anslag: 96 000 kr/år
";

fn read_organisation(text: &str) -> (model::Organisation, Vec<(String, String)>) {
    let source = Source::new("a3.yaml", text);
    let parsed = yaml::parse(&source);
    assert_eq!(parsed.findings, [], "{text}");
    let (document, mut findings) = organisation(parsed.root.as_ref().unwrap());
    let (organisation, more) = lower_organisation(&document);
    findings.extend(more);
    (organisation, shown(&source, &findings))
}

/// Rule and marked text of each finding.
fn shown(source: &Source, findings: &[Finding]) -> Vec<(String, String)> {
    let one = |finding: &Finding| {
        let finding = crate::checks::explained(finding.clone());
        assert!(!finding.why().text().nb.is_empty() && !finding.how().text().nb.is_empty(), "{finding:?}");
        (finding.rule.to_owned(), source.slice(finding.span).to_owned())
    };
    findings.iter().map(one).collect()
}

/// The day the cases of these tests are read on.
fn day() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2026, 11, 1).unwrap()
}

fn read_case(text: &str) -> (Option<Lowered>, Vec<(String, String)>) {
    let organisation = read_organisation(ORGANISATION).0;
    let source = Source::new("saker/eksempel.yaml", text);
    let parsed = yaml::parse(&source);
    assert_eq!(parsed.findings, [], "{text}");
    let context = organisation.rules.context();
    let (document, mut findings) = case(parsed.root.as_ref().unwrap(), &case_id(&source.path), &context);
    let (lowered, more) = lower_case(&document, &organisation, day());
    findings.extend(more);
    (lowered, shown(&source, &findings))
}

/// The model of a case with these rows, which must be without findings.
#[track_caller]
fn model_of(rows: &str) -> model::Case {
    let (lowered, findings) = read_case(&format!("{HEAD}{rows}"));
    assert_eq!(findings, []);
    match lowered {
        Some(Lowered::Case(case)) => *case,
        other => panic!("{other:?}"),
    }
}

/// The findings of a case with these rows, which then has no model.
#[track_caller]
fn refused(rows: &str) -> Vec<(String, String)> {
    let (lowered, findings) = read_case(&format!("{HEAD}{rows}"));
    assert!(lowered.is_none() || findings.is_empty(), "{findings:?}");
    findings
}

/// One finding: its rule, and the text it marks.
#[track_caller]
fn refuses(rows: &str, rule: &str, marked: &str) {
    assert_eq!(refused(rows), [(rule.to_owned(), marked.to_owned())], "{rows}");
}

//! From text to findings, for the tests of checks; compiled under `#[cfg(test)]` only.

use super::{CaseFacts, Page, RULES, Scope, check_case};
use crate::calc::appraise;
use crate::diagnostic::{Finding, Grade};
use crate::document::{self, Lowered};
use crate::model::Organisation;
use crate::source::Source;
use crate::{shape, yaml};
use chrono::NaiveDate;

/// The a3.yaml of a page that has none of its own.
const ORGANISATION: &str = "\
a3: 1
virksomhet: Solvik kommune
budsjettår: 2027
områder: [Helse og omsorg, Oppvekst, Teknisk, Stab]
stillinger:
  helsefagarbeider: {årslønn: 520 000 kr}
  rådgiver: {årskostnad: 950 000 kr}
";

/// The benefit of a minimal case, the last part of it; nothing to find.
pub(super) const GAIN: &str = "\
gevinster:
  - navn: Porto
    type: unngåtte kostnader
    anslag: 96 000 kr/år
    kilde: Postlisten
";

/// The organisation of the pages, with more in its a3.yaml.
pub(super) fn organisation_with(more: &str) -> Organisation {
    let source = Source::new("a3.yaml", format!("{ORGANISATION}{more}"));
    let parsed = yaml::parse(&source);
    let mut root = parsed.root.expect("a3.yaml must be readable");
    shape::settle_organisation(&mut root);
    let (written, read) = document::organisation(&root);
    let (organisation, lowered) = document::lower_organisation(&written);
    assert_eq!((parsed.findings, read, lowered), (vec![], vec![], vec![]));
    organisation
}

/// Everything found in a case: while reading, and by every check of a case, with the line it is on.
pub(super) fn found_with(text: &str, organisation: &Organisation) -> Vec<(usize, Finding)> {
    let source = Source::new("saker/eksempel.yaml", text);
    let parsed = yaml::parse(&source);
    let mut findings = parsed.findings;
    let mut root = parsed.root.expect("the case must be readable");
    shape::settle_case(&mut root);
    let context = organisation.rules.context();
    let today = NaiveDate::from_ymd_opt(2026, 11, 1).unwrap();
    let (document, read) = document::case(&root, "eksempel", &context);
    let (lowered, unsound) = document::lower_case(&document, organisation, today);
    findings.extend(shape::check_case(&root).into_iter().chain(read).chain(unsound));
    let case = match &lowered {
        Some(Lowered::Case(case)) => Some(case.as_ref()),
        Some(Lowered::Overview) | None => None,
    };
    let appraisal = case.and_then(|case| appraise(case, organisation).ok());
    let facts = CaseFacts {
        document: &document,
        lacking: &shape::lacking(&root),
        case,
        appraisal: appraisal.as_ref(),
        organisation,
        today,
    };
    check_case(&facts, &mut findings);
    super::Severity::default().apply(&mut findings);
    let line = |finding: &Finding| source.position(finding.span.start).line;
    findings.into_iter().map(|finding| (line(&finding), finding)).collect()
}

/// The rules that fire in a case of the pages' organisation, with their lines.
pub(super) fn rules_in(text: &str) -> Vec<(usize, &'static str)> {
    let found = found_with(text, &organisation_with(""));
    found.into_iter().map(|(line, finding)| (line, finding.rule)).collect()
}

/// A minimal case in overblikk with these rows after its left half.
pub(super) fn case(rows: &str) -> String {
    format!(
        "a3: 1\ntittel: Digital post\nområde: Stab\neier: Lars Linjeleder\nfase: overblikk\n\
         nåsituasjon: Vi sender 6000 brev i året.\nønsket_situasjon: De fleste får brevet digitalt.\n{rows}"
    )
}

/// The one finding a case gives; its title in Norwegian.
pub(super) fn title_of(text: &str) -> String {
    let mut found = found_with(text, &organisation_with(""));
    assert_eq!(found.len(), 1, "{found:?}");
    found.remove(0).1.title.nb
}

#[test]
fn every_page_of_a_case_rule_fires_that_rule_alone_on_its_line_and_the_right_one_nothing() {
    for rule in RULES.iter().filter(|rule| rule.scope == Scope::Case) {
        let page = Page::read(rule.page);
        let ([wrong], [right]) = (page.wrong.as_slice(), page.right.as_slice()) else { continue };
        if !wrong.path.starts_with("saker/") {
            continue;
        }
        let marked = page.marked().map(|(_, line)| (line, rule.name));
        assert_eq!(rules_in(wrong.text), marked.into_iter().collect::<Vec<_>>(), "{}", rule.name);
        assert_eq!(rules_in(right.text), [], "{}: the right example", rule.name);
    }
}

#[test]
fn a_finding_has_the_grade_of_its_rule() {
    let page = Page::read(super::rule("gevinst-uten-eier").unwrap().page);
    let found = found_with(page.wrong[0].text, &organisation_with(""));
    assert_eq!(found[0].1.grade, Grade::Note);
}

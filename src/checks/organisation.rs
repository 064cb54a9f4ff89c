//! What is looked for in a3.yaml: `regler`, and names that must be known.

use super::{RULES, Rule, Scope, Severity, case, portfolio, reading, rule};
use crate::diagnostic::{Finding, Grade};
use crate::document::{Assumption, Frames, Keyed, Organisation};
use crate::model;
use crate::shape::nearest;
use crate::source::Spanned;
use crate::text;
use crate::units::Year;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Reads `regler` into `severity`, and checks the rest of a3.yaml that no single case can.
pub fn check_organisation(document: &Organisation, severity: &mut Severity, findings: &mut Vec<Finding>) {
    for setting in document.severities.rows() {
        let word = &setting.row;
        match (rule(&setting.key.value), grade(&word.value)) {
            (None, _) => findings.push(unknown(&setting.key)),
            (Some(_), None) => {}
            (Some(rule), Some(grade)) if is_fixed(rule) && grade != Some(Grade::Error) => {
                findings.push(fixed(rule, word));
            }
            (Some(rule), Some(grade)) => severity.set(rule.name, grade),
        }
    }
    let areas: Vec<String> = document.areas.rows().iter().map(|area| area.value.clone()).collect();
    let budget_year = document.budget_year.cloned().unwrap_or(Year::ASSUMED);
    if let Some(frames) = document.frames.get() {
        check_frames(frames, &areas, budget_year, findings);
    }
    reading::check_deflator(document, budget_year, findings);
    case::check_locked(document, budget_year, findings);
    case::check_assumptions(&document.shared, findings);
}

/// Looks at the prices today's budget is in.
pub fn check_prices(
    document: &Organisation,
    organisation: &model::Organisation,
    findings: &mut Vec<Finding>,
) {
    case::check_budget_file(document, organisation, findings);
}

/// Looks at frames: of a3.yaml, or of a file of their own.
pub fn check_frames(frames: &Frames, areas: &[String], budget_year: Year, findings: &mut Vec<Finding>) {
    case::check_frames(frames, areas, findings);
    reading::check_frame_years(frames, budget_year, findings);
}

/// Holds the dates of the assumptions all cases share against today.
pub fn check_shared(shared: &[Keyed<Assumption>], today: NaiveDate, findings: &mut Vec<Finding>) {
    case::check_taken(shared, today, findings);
    case::check_valid(shared, today, findings);
}

/// Looks up every case that `prioritering.låst` names, when the ids of all cases are known.
pub fn check_locked(document: &Organisation, ids: &BTreeSet<&str>, findings: &mut Vec<Finding>) {
    portfolio::check_locked(document, ids, findings);
}

/// What cannot be read stays an error: no setting makes a figure out of nothing.
fn is_fixed(rule: &Rule) -> bool {
    rule.scope == Scope::Reading && rule.grade == Grade::Error
}

/// The grade a word stands for; none of it for `av`, nothing for a word nobody knows.
fn grade(word: &str) -> Option<Option<Grade>> {
    if word == "av" {
        return Some(None);
    }
    let grades = [Grade::Error, Grade::Warning, Grade::Note];
    grades.into_iter().find(|grade| grade.words().nb == word).map(Some)
}

fn unknown(name: &Spanned<String>) -> Finding {
    let Spanned { value: name, span } = name;
    let title = text!(nb: "Det finnes ingen regel som heter «{name}»", nn: "Det finst ingen regel som heiter «{name}»", en: "There is no rule called “{name}”");
    Finding::error("ukjent-regel", *span, title).meant(nearest(name, RULES.iter().map(|rule| rule.name)))
}

fn fixed(rule: &Rule, word: &Spanned<String>) -> Finding {
    let (name, word_written) = (rule.name, &word.value);
    let title = text!(
        nb: "«{name}» kan ikke settes til «{word_written}»", nn: "«{name}» kan ikkje setjast til «{word_written}»",
        en: "“{name}” cannot be set to “{word_written}”"
    );
    Finding::error("dempet-lesefeil", word.span, title)
}

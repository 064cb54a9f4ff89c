//! The line under a list of findings: how many, of which grade, in how many cases.

use crate::diagnostic::{Grade, Report};
use crate::sentences::omitted;
use crate::words::{Text, listed};
use crate::{counted, text};

/// «3 feil, 2 advarsler i 12 saker».
pub fn counts(report: &Report) -> Text {
    let parts: Vec<_> = Grade::ALL
        .into_iter()
        .map(|grade| (report.count(grade), grade))
        .filter(|(count, _)| *count > 0)
        .map(|(count, grade)| counted(count, grade))
        .collect();
    let unread = Some(report.unread.len()).filter(|count| *count > 0).map(|count| counted!(
        count; nb: "1 fil lot seg ikke lese" | "{count} filer lot seg ikke lese", nn: "1 fil lét seg ikkje lese" | "{count} filer lét seg ikkje lese",
        en: "1 file could not be read" | "{count} files could not be read"
    ));
    let parts: Vec<_> = parts.into_iter().chain(unread).collect();
    if report.cases == 0 {
        let none = omitted::no_cases();
        return match parts.is_empty() {
            true => none,
            false => text!(all: "{parts}. {none}"; parts = listed(parts), none),
        };
    }
    let cases = omitted::cases(report.cases);
    if parts.is_empty() {
        return text!(nb: "Ingenting å rette i {cases}.", nn: "Ingenting å rette i {cases}.", en: "Nothing to fix in {cases}."; cases);
    }
    let all = text!(nb: "{parts} i {cases}.", nn: "{parts} i {cases}.", en: "{parts} in {cases}."; parts = listed(parts), cases);
    if report.spoiled.is_none() {
        return all;
    }
    text!(
        nb: "a3.yaml har feil. Rett den først: resten kan komme av det. {all}", nn: "a3.yaml har feil. Rett den først: resten kan kome av det. {all}",
        en: "a3.yaml has errors. Correct it first: the rest may follow from it. {all}"; all
    )
}

/// «1 feil», «2 advarsler».
fn counted(count: usize, grade: Grade) -> Text {
    match grade {
        Grade::Error => {
            counted!(count; nb: "1 feil" | "{count} feil", nn: "1 feil" | "{count} feil", en: "1 error" | "{count} errors")
        }
        Grade::Warning => counted!(
            count; nb: "1 advarsel" | "{count} advarsler", nn: "1 åtvaring" | "{count} åtvaringar",
            en: "1 warning" | "{count} warnings"
        ),
        Grade::Note => counted!(
            count; nb: "1 merknad" | "{count} merknader", nn: "1 merknad" | "{count} merknader",
            en: "1 remark" | "{count} remarks"
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{FileFindings, Finding};
    use crate::source::{Source, Span};
    use std::sync::Arc;

    fn report(grades: &[Grade], cases: usize) -> Report {
        let finding = |grade| Finding::error("x", Span::new(0, 0), Text::default()).graded(grade);
        let findings = grades.iter().copied().map(finding).collect();
        let source = Arc::new(Source::new("a.yaml", ""));
        Report::new(String::new(), cases, vec![FileFindings { source, case: None, findings }])
    }

    #[test]
    fn one_and_many_are_inflected() {
        let shown = counts(&report(&[Grade::Error, Grade::Error, Grade::Warning], 12));
        assert_eq!(shown.nb, "2 feil, 1 advarsel i 12 saker.");
        assert_eq!(shown.en, "2 errors, 1 warning in 12 cases.");
        assert_eq!(counts(&report(&[Grade::Note, Grade::Note], 1)).nb, "2 merknader i 1 sak.");
    }

    #[test]
    fn nothing_found_says_so() {
        assert_eq!(counts(&report(&[], 12)).nb, "Ingenting å rette i 12 saker.");
    }
}

//! The line under a list of findings: how many, of which grade, in how many cases.

use crate::diagnostic::{Grade, Report};
use crate::sentences::omitted;
use crate::words::{Text, Words, listed};
use crate::{text, words};

/// «3 feil, 2 advarsler i 12 saker».
pub fn counts(report: &Report) -> Text {
    let parts: Vec<_> = Grade::ALL
        .into_iter()
        .map(|grade| (report.count(grade), grade))
        .filter(|(count, _)| *count > 0)
        .map(|(count, grade)| counted(count, plural(grade, count)))
        .collect();
    let unread = match report.unread.len() {
        0 => None,
        1 => Some(
            text!(nb: "1 fil lot seg ikke lese", nn: "1 fil lét seg ikkje lese", en: "1 file could not be read"),
        ),
        count => Some(
            text!(nb: "{count} filer lot seg ikke lese", nn: "{count} filer lét seg ikkje lese", en: "{count} files could not be read"),
        ),
    };
    let parts: Vec<_> = parts.into_iter().chain(unread).collect();
    if report.cases == 0 {
        let none = omitted::no_cases();
        return match parts.is_empty() {
            true => none,
            false => {
                text!(nb: "{parts}. {none}", nn: "{parts}. {none}", en: "{parts}. {none}"; parts = listed(parts), none)
            }
        };
    }
    let cases = cases(report.cases);
    if parts.is_empty() {
        return text!(nb: "Ingenting å rette i {cases}.", nn: "Ingenting å rette i {cases}.", en: "Nothing to fix in {cases}."; cases);
    }
    let all = text!(nb: "{parts} i {cases}.", nn: "{parts} i {cases}.", en: "{parts} in {cases}."; parts = listed(parts), cases);
    if report.spoiled.is_none() {
        return all;
    }
    text!(
        nb: "a3.yaml har feil. Rett den først: resten kan komme av det. {all}", nn: "a3.yaml har feil. Rett den først: resten kan kome av det. {all}",
        en: "a3.yaml has errors. Mend it first: the rest may come of it. {all}"; all
    )
}

fn counted(count: usize, word: Words) -> Text {
    text!(nb: "{count} {word}", nn: "{count} {word}", en: "{count} {word}"; count, word)
}

/// «1 sak», «12 saker».
pub(super) fn cases(count: usize) -> Text {
    let word = if count == 1 {
        words!(nb: "sak", nn: "sak", en: "case")
    } else {
        words!(nb: "saker", nn: "saker", en: "cases")
    };
    counted(count, word)
}

fn plural(grade: Grade, count: usize) -> Words {
    match (grade, count) {
        (Grade::Error | Grade::Warning | Grade::Note, 1) => grade.words(),
        (Grade::Error, _) => words!(nb: "feil", nn: "feil", en: "errors"),
        (Grade::Warning, _) => words!(nb: "advarsler", nn: "åtvaringar", en: "warnings"),
        (Grade::Note, _) => words!(nb: "merknader", nn: "merknader", en: "notes"),
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

//! A text that is longer than its box of the sheet.

use crate::checks::prelude::*;

/// Letters a box has room for when the others are full too, and a text that shares its box; a test of the sheets
/// holds both to that.
const WHOLE_BOX: usize = 1_000;
const PART_OF_A_BOX: usize = 400;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for Running { key, text, span, most } in running_text(facts) {
        let letters = text.trim().chars().count();
        if letters <= most {
            continue;
        }
        let title = text!(
            nb: "«{key}» er for langt for arket: {letters} tegn", nn: "«{key}» er for langt for arket: {letters} teikn",
            en: "“{key}” is too long for the sheet: {letters} letters"
        );
        let finding = Finding::error("for-langt-for-arket", span, title);
        findings.push(finding.value("most", most.to_string()));
    }
}

/// A text that is read as a whole.
struct Running<'a> {
    key: &'static str,
    text: &'a str,
    span: Span,
    most: usize,
}

/// The texts that fill a box of the sheet, or a part of one.
fn running_text<'a>(facts: &CaseFacts<'a>) -> impl Iterator<Item = Running<'a>> {
    let document = facts.document;
    let fields: [(&'static str, &'a Field<String>, usize); 5] = [
        ("bakgrunn", &document.background, WHOLE_BOX),
        ("nåsituasjon", &document.now, WHOLE_BOX),
        ("ønsket_situasjon", &document.wanted, WHOLE_BOX),
        ("læring", &document.lessons, PART_OF_A_BOX),
        ("merknad", &document.note, PART_OF_A_BOX),
    ];
    let running =
        |key, read: &'a Spanned<String>, most| Running { key, text: &read.value, span: read.span, most };
    let fields =
        fields.into_iter().filter_map(move |(key, field, most)| Some(running(key, field.spanned()?, most)));
    let causes = document.causes.rows().iter();
    fields.chain(causes.map(move |cause| running("årsaker", cause, PART_OF_A_BOX)))
}

#[cfg(test)]
mod tests {
    use super::{PART_OF_A_BOX, WHOLE_BOX};
    use crate::checks::testing::{case, rules_in};

    fn lines(fields: &str) -> Vec<usize> {
        let found = rules_in(&case(fields)).into_iter();
        found.filter(|(_, rule)| *rule == "for-langt-for-arket").map(|(line, _)| line).collect()
    }

    #[test]
    fn letters_are_counted_and_not_bytes() {
        let of = |letters| format!("bakgrunn: {}\n", "å".repeat(letters));
        assert!(lines(&of(WHOLE_BOX)).is_empty());
        assert_eq!(lines(&of(WHOLE_BOX + 1)).len(), 1);
    }

    #[test]
    fn each_text_that_is_too_long_is_told_at_its_own_place() {
        let long = "orde ".repeat(PART_OF_A_BOX / 4 + 1);
        let found = lines(&format!("læring: {long}\nårsaker:\n  - kort\n  - {long}\n"));
        assert!(matches!(found.as_slice(), [one, two] if two - one == 3), "{found:?}");
    }
}

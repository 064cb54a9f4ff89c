//! A text as it is written so that it reads back the same: plain where that is safe, else in quotes.

pub use super::signs::Among;
use super::signs::{curly_quoted, list_mark};
use crate::source::one_alphabet;

/// Whether a plain text is one of YAML's own words for nothing.
pub fn is_nothing(text: &str) -> bool {
    matches!(text, "~" | "null" | "Null" | "NULL")
}

/// A text on one line, in one alphabet, with ordinary spaces.
pub fn one_line(text: &str) -> String {
    let as_space = |letter: char| if letter.is_whitespace() || letter.is_control() { ' ' } else { letter };
    one_alphabet(text).chars().map(as_space).collect::<String>().trim().to_owned()
}

/// A text of [`one_line`] as a value or a key.
pub fn written(text: &str, among: Among) -> String {
    if reads_plain(text, among) { text.to_owned() } else { quoted(text) }
}

/// In single quotes; in double quotes where it holds one.
pub fn quoted(text: &str) -> String {
    if !text.contains('\'') {
        return format!("'{text}'");
    }
    let escaped = text.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"")
}

/// Whether a text without quotes is read as it stands.
fn reads_plain(text: &str, among: Among) -> bool {
    const INDICATORS: [char; 20] =
        ['-', '?', ':', ',', '[', ']', '{', '}', '#', '&', '*', '!', '|', '>', '\'', '"', '%', '@', '`', '<'];
    let mut letters = text.chars();
    let Some(first) = letters.next() else { return false };
    let is_number = first == '-' && letters.next().is_some_and(|next| next.is_ascii_digit());
    let is_sign = (INDICATORS.contains(&first) && !is_number)
        || is_nothing(text)
        || text == "..."
        || list_mark(text).is_some()
        || curly_quoted(text, among).is_some();
    let cuts = |letter: char| among == Among::Brackets && ",[]{}".contains(letter);
    let mut pairs = text.chars().zip(text.chars().skip(1));
    let parts = pairs.any(|pair| match pair {
        (':', next) => next.is_whitespace() || (among == Among::Brackets && "?\"'".contains(next)),
        (before, '#') => before.is_whitespace(),
        _ => false,
    });
    !is_sign && !parts && !text.ends_with(':') && !text.contains(cuts) && text.trim() == text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::Source;
    use crate::yaml::{Node, is_control, is_invisible, parse};
    use proptest::prelude::*;

    #[test]
    fn what_would_be_read_as_something_else_is_quoted() {
        for (text, expected) in [
            ("", "''"),
            ("~", "'~'"),
            ("null", "'null'"),
            ("NULL", "'NULL'"),
            ("nullpunkt", "nullpunkt"),
            ("Hjemme: trygt", "'Hjemme: trygt'"),
            ("Hjemme:\u{a0}trygt", "'Hjemme:\u{a0}trygt'"),
            ("nr. #4", "'nr. #4'"),
            ("- strek", "'- strek'"),
            ("– strek", "'– strek'"),
            ("-500 kr", "-500 kr"),
            ("det's: \"x\\", "\"det's: \\\"x\\\\\""),
            ("si «ja» (2 av 3)", "si «ja» (2 av 3)"),
        ] {
            assert_eq!(written(text, Among::Lines), expected);
        }
        assert_eq!(written("1,5 kr", Among::Brackets), "'1,5 kr'");
        assert_eq!(written("1,5 kr", Among::Lines), "1,5 kr");
    }

    proptest! {
        #[test]
        fn any_text_reads_back_the_same_wherever_it_is_written(
            text in prop_oneof![
                any::<String>(),
                "[-a-z0-9:#'\"\\\\&*!|>%@`{}\\[\\],?~=<. –•“”„]{1,10}",
                "(~|null|Null|NULL|ja|010|1e3|\\.\\.\\.|---)[ :#]?",
            ],
        ) {
            let mut before = None;
            let is_seen = |letter: &char| {
                let is_hidden = is_control(*letter) || is_invisible(*letter, before);
                before = Some(*letter);
                !is_hidden
            };
            let text = one_line(&text.chars().filter(is_seen).collect::<String>());
            for (file, among, at) in [
                ("a: {}\n", Among::Lines, 0),
                ("a:\n  - {}\n", Among::Lines, 1),
                ("a: [{}]\n", Among::Brackets, 1),
                ("a: [x, {}, y]\n", Among::Brackets, 2),
            ] {
                let source = Source::new("x.yaml", file.replace("{}", &written(&text, among)));
                let parsed = parse(&source);
                prop_assert!(parsed.findings.is_empty(), "{:?} {:?}", source.text, parsed.findings);
                let root = parsed.root.unwrap();
                let value = root.get("a").unwrap();
                let read = if at == 0 { Some(value) } else { value.items().get(at - 1) };
                prop_assert_eq!(read.and_then(Node::text), Some(text.as_str()), "{:?}", source.text);
                let is_plain = !source.text.contains(&quoted(&text));
                prop_assert!(!(is_plain && is_nothing(&text)));
            }
        }
    }
}

//! Makes text from files harmless on a terminal: what cannot be seen is made visible or removed.

use std::borrow::Cow;

/// The text on one line: line breaks and tabs become spaces, control characters become their
/// pictures (ESC is `␛`), direction overrides and other invisible characters `�`.
///
/// Works a character at a time, so the length of a cleaned beginning is the place in the
/// cleaned whole.
pub fn line(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|letter| cleaned(letter).is_some()) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for letter in text.chars() {
        match cleaned(letter) {
            Some(instead) => clean.push(instead),
            None => clean.push(letter),
        }
    }
    Cow::Owned(clean)
}

/// What to show instead of a character that must not reach a terminal.
fn cleaned(letter: char) -> Option<char> {
    match letter {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => Some(' '),
        '\u{0}'..='\u{1f}' => char::from_u32(u32::from(letter).saturating_add(0x2400)),
        '\u{7f}' => Some('␡'),
        '\u{80}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{feff}' => Some('\u{fffd}'),
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' => Some('\u{fffd}'),
        '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}' => Some('\u{fffd}'),
        // No signs at all: no XML may hold them, so a document with one is not opened.
        '\u{fffe}' | '\u{ffff}' => Some('\u{fffd}'),
        _ => None,
    }
}

/// The shown lines, so that none is a command to the system that runs us and reads what we print:
/// `::error` first in a line, `##[error]` and `##vso[…]` anywhere. A space between the signs is enough.
pub fn without_commands(shown: &str) -> Cow<'_, str> {
    if !shown.contains("::") && !shown.contains("##") {
        return Cow::Borrowed(shown);
    }
    Cow::Owned(shown.split_inclusive('\n').map(without_command).collect())
}

fn without_command(line: &str) -> String {
    let text = line.trim_start();
    let indent = line.get(..line.len().saturating_sub(text.len())).unwrap_or_default();
    let mut clean = indent.to_owned();
    let mut rest = text;
    let begins = |after: &&str| after.starts_with(|letter: char| letter.is_ascii_alphabetic());
    if let Some(after) = text.strip_prefix("::").filter(begins) {
        clean.push_str(": :");
        rest = after;
    }
    while let Some((before, after)) = rest.split_once("##") {
        clean.push_str(before);
        let name = after.trim_start_matches(|letter: char| letter.is_ascii_alphabetic());
        clean.push_str(if name.starts_with('[') { "# #" } else { "#" });
        rest = if name.starts_with('[') {
            after
        } else {
            rest.get(before.len().saturating_add(1)..).unwrap_or_default()
        };
    }
    clean.push_str(rest);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_is_a_command_to_a_ci_system() {
        for (shown, expected) in [
            ("::error::x", ": :error::x"),
            ("a\n  ::set-env name=x::y\n", "a\n  : :set-env name=x::y\n"),
            ("a ##vso[task.x]y ##[error]z", "a # #vso[task.x]y # #[error]z"),
            ("###[group] ## Overskrift", "## #[group] ## Overskrift"),
            ("saker/x.yaml: a::b ## c", "saker/x.yaml: a::b ## c"),
            (" ::: saker/x.yaml:8:1", " ::: saker/x.yaml:8:1"),
            ("uten", "uten"),
        ] {
            assert_eq!(without_commands(shown), expected);
        }
    }

    #[test]
    fn escape_codes_become_visible() {
        assert_eq!(line("\u{1b}[31mrødt\u{1b}[0m\u{7}"), "␛[31mrødt␛[0m␇");
        assert_eq!(line("\u{9b}31m"), "\u{fffd}31m");
    }

    #[test]
    fn text_cannot_be_turned_around_or_hidden() {
        assert_eq!(line("a\u{202e}b\u{2066}c\u{200b}d"), "a\u{fffd}b\u{fffd}c\u{fffd}d");
        assert_eq!(line("a\u{fffe}b\u{ffff}c"), "a\u{fffd}b\u{fffd}c");
    }

    #[test]
    fn ordinary_text_is_left_alone() {
        let text = "Kjøkken på 1 200 kr – «blåbær» 漢字";
        assert!(matches!(line(text), Cow::Borrowed(same) if same == text));
    }

    #[test]
    fn several_lines_become_one() {
        assert_eq!(line("a\r\nb\tc"), "a  b c");
    }
}

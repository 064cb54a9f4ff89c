//! The text of one file, places in it, and the one alphabet it is compared in.

use std::borrow::Cow;
use std::sync::OnceLock;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// A text in the alphabet that keys, words, names and ids are compared in: Unicode NFC, where å is one sign
/// also when it was written as a and a ring. What is quoted is still what stands in the file.
pub fn one_alphabet(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        return Cow::Borrowed(text);
    }
    let spelled: String = text.nfc().collect();
    if spelled == text { Cow::Borrowed(text) } else { Cow::Owned(spelled) }
}

/// Whether a character must not be in a file: control characters except tab and line feed,
/// and the invisible ones that turn the direction of writing, so that text reads as it is.
pub fn is_control(letter: char) -> bool {
    let direction =
        matches!(letter, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    direction || (letter.is_control() && !matches!(letter, '\t' | '\n'))
}

/// A sign of no width that means nothing. `before` is the sign it follows: the joiners are letters in other
/// scripts, and hold signs like 👩‍⚕️ together.
pub const fn is_invisible(letter: char, before: Option<char>) -> bool {
    match letter {
        '\u{ad}' | '\u{200b}' | '\u{2060}' | '\u{feff}' => true,
        '\u{200c}' | '\u{200d}' => match before {
            Some(before) => (before as u32) < 0x250,
            None => true,
        },
        _ => false,
    }
}

/// The first sign in a text that nobody sees, and that no name or code has.
pub fn hidden_sign(text: &str) -> Option<char> {
    let mut before = None;
    text.chars().find(|letter| is_control(*letter) || is_invisible(*letter, before.replace(*letter)))
}

/// Where something is in a file: bytes from `start` up to, not including, `end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
}

impl Span {
    /// From byte `start` up to byte `end`. The largest file, a budget, is 256 MiB, so 32 bits hold every place.
    pub fn new(start: usize, end: usize) -> Self {
        let fit = |byte: usize| u32::try_from(byte).unwrap_or(u32::MAX);
        Self { start: fit(start), end: fit(end.max(start)) }
    }

    /// The smallest span that holds both.
    pub fn to(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// A part of this span, `from` and `until` counted in bytes from its start.
    pub fn part(self, from: usize, until: usize) -> Self {
        let start = self.start as usize;
        Self::new(start.saturating_add(from), start.saturating_add(until))
    }
}

/// A value and where it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spanned<T> {
    /// What was written.
    pub value: T,
    /// Where it is.
    pub span: Span,
}

impl<T> Spanned<T> {
    /// Joins a value and its place.
    pub const fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Spanned<U> {
        Spanned { value: change(self.value), span: self.span }
    }
}

/// A place as people count it: lines and Unicode characters from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Character in the line, from 1.
    pub column: usize,
}

/// The text of one file and its path from the root, with `/` between the parts.
#[derive(Debug, Clone)]
pub struct Source {
    /// Path from the root.
    pub path: String,
    /// The whole text. A byte-order mark, if any, is still there.
    pub text: String,
    /// Where each line but the first begins, once a place has been asked for.
    lines: OnceLock<Vec<u32>>,
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        (&self.path, &self.text) == (&other.path, &other.text)
    }
}

impl Eq for Source {}

impl Source {
    /// A text under a path relative to the root.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into(), lines: OnceLock::new() }
    }

    /// The text of a span, clamped to the file and to whole characters.
    pub fn slice(&self, span: Span) -> &str {
        let span = self.clamp(span);
        self.text.get(span.start as usize..span.end as usize).unwrap_or_default()
    }

    /// The span moved inside the file and out to whole characters.
    pub fn clamp(&self, span: Span) -> Span {
        let start = self.text.floor_char_boundary(span.start as usize);
        let end = self.text.ceil_char_boundary((span.end as usize).max(start));
        Span::new(start, end)
    }

    /// Where its lines begin.
    pub fn lines(&self) -> Lines {
        Lines(self.lines.get_or_init(|| line_starts(&self.text)).clone())
    }

    /// Line and column of a byte. A byte-order mark takes no column.
    pub fn position(&self, byte: u32) -> Position {
        let byte = self.text.floor_char_boundary(byte as usize);
        let lines = self.lines.get_or_init(|| line_starts(&self.text));
        let line = lines.partition_point(|start| *start as usize <= byte);
        let start = line.checked_sub(1).and_then(|last| lines.get(last)).map_or(0, |start| *start as usize);
        let in_line = self.text.get(start..byte).unwrap_or_default();
        let in_line = if start == 0 { in_line.strip_prefix('\u{feff}').unwrap_or(in_line) } else { in_line };
        Position { line: line.saturating_add(1), column: in_line.chars().count().saturating_add(1) }
    }
}

/// Where the lines of a text begin, kept when the text itself is let go.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lines(Vec<u32>);

impl Lines {
    /// The line a span begins on, from 1.
    pub fn of(&self, span: Span) -> usize {
        self.0.partition_point(|start| *start <= span.start).saturating_add(1)
    }
}

/// Where each line but the first begins.
fn line_starts(text: &str) -> Vec<u32> {
    let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
    newlines.filter_map(|(at, _)| u32::try_from(at.saturating_add(1)).ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_characters_and_lines_start_at_one() {
        let source = Source::new("a.yaml", "\u{feff}område: å\nø: 1\n");
        let byte = |needle: &str| u32::try_from(source.text.find(needle).unwrap()).unwrap();
        assert_eq!(source.position(byte("område")), Position { line: 1, column: 1 });
        assert_eq!(source.position(byte("å\n")), Position { line: 1, column: 9 });
        assert_eq!(source.position(byte("1\n")), Position { line: 2, column: 4 });
    }

    #[test]
    fn a_letter_of_two_signs_is_the_letter_of_one() {
        assert_eq!(one_alphabet("Pa\u{30a} natten, o\u{308}l"), "På natten, öl");
        for text in ["", "abc", "blåbærsyltetøy", "\u{301}alene"] {
            assert!(matches!(one_alphabet(text), Cow::Borrowed(same) if same == text), "{text}");
        }
    }

    #[test]
    fn a_span_past_the_end_or_inside_a_letter_is_clamped() {
        let source = Source::new("a.yaml", "så");
        assert_eq!(source.slice(Span::new(2, 99)), "å");
        assert_eq!(source.slice(Span::new(99, 200)), "");
    }
}

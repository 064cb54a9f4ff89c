//! A place in a text that only moves forward, or back to where it has been.

use crate::source::Span;

/// Reads a text character by character.
#[derive(Debug, Clone)]
pub(super) struct Cursor<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// Byte of the next character.
    pub(super) const fn at(&self) -> usize {
        self.at
    }

    /// Moves to a byte, which must be a place it has been or the end of a span it has given.
    pub(super) fn go_to(&mut self, at: usize) {
        self.at = self.text.floor_char_boundary(at);
    }

    /// What is left.
    pub(super) fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    /// The character after the next.
    pub(super) fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    pub(super) fn advance(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at = self.at.saturating_add(next.len_utf8());
        Some(next)
    }

    /// Passes the next character when it is `wanted`.
    pub(super) fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.advance();
        }
        found
    }

    /// Passes characters while they fit, and returns them.
    pub(super) fn take_while(&mut self, fits: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let end = rest.find(|letter| !fits(letter)).unwrap_or(rest.len());
        self.at = self.at.saturating_add(end);
        rest.get(..end).unwrap_or_default()
    }

    /// Passes white space of every kind; whether there was any.
    pub(super) fn skip_spaces(&mut self) -> bool {
        !self.take_while(char::is_whitespace).is_empty()
    }

    /// From `start` to here.
    pub(super) fn span_from(&self, start: usize) -> Span {
        Span::new(start, self.at)
    }

    /// What was read from `start` to here.
    pub(super) fn text_from(&self, start: usize) -> &'a str {
        self.text.get(start..self.at).unwrap_or_default()
    }

    /// Reads a word: letters, digits, `_`, and `²` as in m². Empty when none begins here.
    pub(super) fn word(&mut self) -> &'a str {
        if !self.peek().is_some_and(begins_word) {
            return "";
        }
        self.take_while(continues_word)
    }

    /// The word that begins here, without moving.
    pub(super) fn peek_word(&self) -> &'a str {
        self.clone().word()
    }
}

/// Whether a name or a noun can begin with this.
pub(super) fn begins_word(letter: char) -> bool {
    letter.is_alphabetic() || letter == '_'
}

/// Also the marks above letters, for those whose machine writes å as two characters.
fn continues_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '²' | '³' | '\u{300}'..='\u{36f}')
}

//! The tree: what is in a file, and exactly where.

use crate::source::{Span, Spanned};
use std::borrow::Cow;

/// One value and its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node<'s> {
    /// Where it is. Plain text: exactly the text, without blanks or comment around it.
    /// Quoted text: with its quotes. `[…]` and `{…}`: with the brackets.
    pub span: Span,
    /// What it is.
    pub kind: Kind<'s>,
}

/// What a value is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind<'s> {
    /// Nothing after the colon or the dash. A written `~` or `null` is text.
    Empty,
    /// Text as it was written.
    Scalar(Scalar<'s>),
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys and values in the order of the file, each key once.
    Mapping(Vec<Entry<'s>>),
}

/// How a text was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In `'…'` or `"…"`.
    Quoted,
    /// Indented lines after `|` or `>`.
    Block,
}

/// Text, never interpreted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scalar<'s> {
    /// The text, with quotes and escapes resolved and lines folded as YAML says.
    pub text: Cow<'s, str>,
    /// How it was written.
    pub style: Style,
    /// Whether the text is byte for byte in the file, so that places in it can be pointed at.
    pub verbatim: bool,
}

/// A key and its value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry<'s> {
    /// The key and its place.
    pub key: Spanned<Cow<'s, str>>,
    /// The value.
    pub value: Node<'s>,
}

impl<'s> Node<'s> {
    /// The scalar, if this is one.
    pub const fn scalar(&self) -> Option<&Scalar<'s>> {
        match &self.kind {
            Kind::Scalar(scalar) => Some(scalar),
            Kind::Empty | Kind::List(_) | Kind::Mapping(_) => None,
        }
    }

    /// The text, if this is a scalar.
    pub fn text(&self) -> Option<&str> {
        self.scalar().map(|scalar| &*scalar.text)
    }

    /// The values of a list; none for anything else.
    pub fn items(&self) -> &[Node<'s>] {
        match &self.kind {
            Kind::List(items) => items,
            Kind::Empty | Kind::Scalar(_) | Kind::Mapping(_) => &[],
        }
    }

    /// The entries of a mapping; none for anything else.
    pub fn entries(&self) -> &[Entry<'s>] {
        match &self.kind {
            Kind::Mapping(entries) => entries,
            Kind::Empty | Kind::Scalar(_) | Kind::List(_) => &[],
        }
    }

    /// The value of a key in a mapping.
    pub fn get(&self, key: &str) -> Option<&Node<'s>> {
        self.entries().iter().find(|entry| entry.key.value == key).map(|entry| &entry.value)
    }

    /// The place in the file of a part of this scalar's text. Where the text is not in the file
    /// as it is (escapes, folded lines), the whole value.
    pub fn part_span(&self, relative: Span) -> Span {
        let Some(scalar) = self.scalar().filter(|scalar| scalar.verbatim) else { return self.span };
        let quote = usize::from(scalar.style == Style::Quoted);
        let inside = |byte: u32| (byte as usize).min(scalar.text.len()).saturating_add(quote);
        self.span.part(inside(relative.start), inside(relative.end))
    }
}

//! A field that may be missing, or be written so that it cannot be used.

use crate::source::{Span, Spanned};

/// What is in one field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Field<T> {
    /// The key is not written.
    #[default]
    Missing,
    /// The key is written, but its value is empty or cannot be read; a finding says so already.
    Unusable(Span),
    /// The value, and where it is.
    Read(Spanned<T>),
}

impl<T> Field<T> {
    /// The value, where it could be read.
    pub const fn get(&self) -> Option<&T> {
        match self {
            Self::Read(read) => Some(&read.value),
            Self::Missing | Self::Unusable(_) => None,
        }
    }

    /// The value and its place, where it could be read.
    pub const fn spanned(&self) -> Option<&Spanned<T>> {
        match self {
            Self::Read(read) => Some(read),
            Self::Missing | Self::Unusable(_) => None,
        }
    }

    /// The place of the value, also of one that cannot be used.
    pub const fn span(&self) -> Option<Span> {
        match self {
            Self::Read(read) => Some(read.span),
            Self::Unusable(span) => Some(*span),
            Self::Missing => None,
        }
    }

    /// Whether the key is written, with whatever value. An empty list is written.
    pub const fn is_written(&self) -> bool {
        !matches!(self, Self::Missing)
    }
}

impl<T: Clone> Field<T> {
    /// A copy of the value, where it could be read.
    pub fn cloned(&self) -> Option<T> {
        self.get().cloned()
    }
}

impl Field<String> {
    /// The text, where it could be read.
    pub fn text(&self) -> Option<&str> {
        self.get().map(String::as_str)
    }
}

impl<T> Field<Vec<T>> {
    /// The rows; none where there are none, or the key is not written.
    pub fn rows(&self) -> &[T] {
        self.get().map_or(&[], Vec::as_slice)
    }
}

/// A row under a key of its own, such as an assumption under its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keyed<T> {
    /// The key.
    pub key: Spanned<String>,
    /// What is under it.
    pub row: T,
}

//! Findings as plain data: what is wrong, where, why it matters and what to write instead.
//!
//! Nothing here knows colours, formats or disks. Between `load` and `render` nothing returns
//! `Err` for what is wrong with input: it becomes a [`Finding`].

use crate::source::Span;
use crate::text::{Text, Words};

/// How serious a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// merknad: a habit worth changing.
    Note,
    /// advarsel: may mislead, or only time has passed.
    Warning,
    /// feil: a figure would be wrong or cannot be had, or the phase demands it.
    Error,
}

impl Grade {
    /// The word people write and read: feil, advarsel, merknad.
    #[must_use]
    pub const fn words(self) -> Words {
        match self {
            Self::Note => crate::words!(nb: "merknad", en: "note"),
            Self::Warning => crate::words!(nb: "advarsel", en: "warning"),
            Self::Error => crate::words!(nb: "feil", en: "error"),
        }
    }
}

/// A second place that belongs to the finding, such as the first of two equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where, in the same file.
    pub span: Span,
    /// What stands there.
    pub label: Text,
}

/// One thing to mend (or to know), found in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// The rule's name, a Norwegian kebab word from the registry in `checks`.
    pub rule: &'static str,
    /// How serious.
    pub grade: Grade,
    /// Where in the file.
    pub span: Span,
    /// What is wrong with which value.
    pub title: Text,
    /// Why it matters.
    pub why: Text,
    /// What to write instead.
    pub how: Text,
    /// Other places in the same file that belong to it.
    pub related: Vec<Related>,
}

impl Finding {
    /// A finding of grade feil; see [`Finding::graded`] for the others.
    #[must_use]
    pub fn error(rule: &'static str, span: Span, title: Text) -> Self {
        let (grade, why, how) = (Grade::Error, Text::default(), Text::default());
        Self { rule, grade, span, title, why, how, related: Vec::new() }
    }

    /// The same finding with another grade.
    #[must_use]
    pub fn graded(mut self, grade: Grade) -> Self {
        self.grade = grade;
        self
    }

    /// The same finding with the reason it matters.
    #[must_use]
    pub fn because(mut self, why: Text) -> Self {
        self.why = why;
        self
    }

    /// The same finding with what to write instead.
    #[must_use]
    pub fn instead(mut self, how: Text) -> Self {
        self.how = how;
        self
    }

    /// The same finding with one more place.
    #[must_use]
    pub fn with(mut self, span: Span, label: Text) -> Self {
        self.related.push(Related { span, label });
        self
    }
}

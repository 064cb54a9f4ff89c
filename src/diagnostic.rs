//! Findings as plain data: what is wrong, where, why it matters and what to write instead.
//!
//! Nothing here knows colours, formats or disks. Between `repository` and `render` nothing returns
//! `Err` for what is wrong with input: it becomes a [`Finding`].

mod advice;

pub use advice::Advice;

use crate::source::{Source, Span};
use crate::words::{Said, Text, Words};
use std::collections::BTreeMap;
use std::sync::Arc;

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
    /// All of them, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Note];

    /// The word people write and read: feil, advarsel, merknad.
    pub const fn words(self) -> Words {
        match self {
            Self::Note => crate::words!(nb: "merknad", nn: "merknad", en: "remark"),
            Self::Warning => crate::words!(nb: "advarsel", nn: "åtvaring", en: "warning"),
            Self::Error => crate::words!(nb: "feil", nn: "feil", en: "error"),
        }
    }
}

/// A second place that belongs to the finding, such as the first of two equal keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    /// Where, in the same file.
    pub span: Span,
    /// What is there.
    pub label: Text,
}

/// One thing to fix (or to know), found in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
#[must_use]
pub struct Finding {
    /// The rule's name, a Norwegian kebab word from the registry in `checks`.
    pub rule: &'static str,
    /// How serious.
    pub grade: Grade,
    /// Where in the file.
    pub span: Span,
    /// What is wrong with which value.
    pub title: Text,
    /// Why it matters and what to write instead, where only the code can say; else the sentences say it.
    pub own_why: Option<Box<Text>>,
    /// As [`Finding::own_why`].
    pub own_how: Option<Box<Text>>,
    /// The sentences of the rule's page; empty until the page has been asked.
    pub sentences: &'static str,
    /// Other places in the same file that belong to it.
    pub related: Vec<Related>,
    /// Which sentences of the page it means, where the page has several.
    pub variant: &'static str,
    /// What is in the sentences of the page, by name.
    pub values: Vec<(&'static str, Text)>,
    /// Its turn among those at the same place; 0 where nothing but the rule's name decides.
    pub turn: u8,
}

impl Finding {
    /// A finding of grade feil; see [`Finding::graded`] for the others.
    pub fn error(rule: &'static str, span: Span, title: Text) -> Self {
        let (grade, related, variant, values) = (Grade::Error, Vec::new(), "", Vec::new());
        let (own_why, own_how, sentences) = (None, None, "");
        Self { rule, grade, span, title, own_why, own_how, sentences, related, variant, values, turn: 0 }
    }

    /// The same finding with its turn among those at the same place.
    pub const fn in_turn(mut self, turn: u8) -> Self {
        self.turn = turn;
        self
    }

    /// The same finding with another grade.
    pub fn graded(mut self, grade: Grade) -> Self {
        self.grade = grade;
        self
    }

    /// The same finding with the reason it matters.
    pub fn because(mut self, why: Text) -> Self {
        self.own_why = Some(Box::new(why));
        self
    }

    /// The same finding with what to write instead.
    pub fn instead(mut self, how: Text) -> Self {
        self.own_how = Some(Box::new(how));
        self
    }

    /// Why it matters.
    pub fn why(&self) -> Advice<'_> {
        Advice { finding: self, own: self.own_why.as_deref(), keys: advice::WHY }
    }

    /// What to write instead.
    pub fn how(&self) -> Advice<'_> {
        Advice { finding: self, own: self.own_how.as_deref(), keys: advice::HOW }
    }

    /// Gives it the sentences of its rule's page, for what it does not say itself.
    pub fn explain_by(&mut self, sentences: &'static str) {
        debug_assert!(advice::fits(self, sentences), "{self:?} does not fit its page");
        self.sentences = sentences;
    }

    /// The same finding, with the sentences that the page has under this name.
    pub fn variant(mut self, name: &'static str) -> Self {
        self.variant = name;
        self
    }

    /// The same finding, with a value for the sentences of the page.
    pub fn value(mut self, name: &'static str, value: impl Said) -> Self {
        self.values.push((name, Text::in_each(|language| value.said(language).into_owned())));
        self
    }

    /// The same finding, with what was probably meant where something is near enough.
    pub fn meant(self, near: Option<&str>) -> Self {
        match near {
            Some(near) => self.variant("near").value("near", near),
            None => self,
        }
    }

    /// The same finding with one more place.
    pub fn with(mut self, span: Span, label: Text) -> Self {
        self.related.push(Related { span, label });
        self
    }
}

/// How many findings of one file are shown before the rest are left for the next run.
pub const MAX_FINDINGS: usize = 500;

/// How many findings of one file are collected at each step of reading, so that a hostile file
/// cannot make a hundred thousand: one more than are shown, so that it is known that there are more.
pub const MAX_COLLECTED: usize = MAX_FINDINGS + 1;

/// How many findings are errors, and the first of them by place; none where there is no error.
pub fn errors(findings: &[Finding]) -> Option<(usize, &Finding)> {
    let errors = || findings.iter().filter(|finding| finding.grade == Grade::Error);
    Some((errors().count(), errors().min_by_key(|finding| finding.span)?))
}

/// The findings of one file, and the file to quote from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFindings {
    /// The file.
    pub source: Arc<Source>,
    /// The case's id, where the file is a case.
    pub case: Option<String>,
    /// What was found, by place.
    pub findings: Vec<Finding>,
}

/// Everything found, in the order it is shown: by file, then by place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The root of the case repository, as the reader named it.
    pub root: String,
    /// How many cases were looked at.
    pub cases: usize,
    /// The files with findings, by path.
    pub files: Vec<FileFindings>,
    /// What could not be read at all, by path.
    pub unread: Vec<Unread>,
    /// Why no figure can be trusted, where a3.yaml has errors: much of the rest may come of it.
    pub spoiled: Option<WhyOmitted>,
    /// How many more there are of each grade than `files` have, where only the first were asked for.
    pub more: BTreeMap<Grade, usize>,
}

impl Report {
    /// Puts files and findings in their fixed order, whatever order they were found in, and
    /// leaves out files without findings.
    pub fn new(root: String, cases: usize, mut files: Vec<FileFindings>) -> Self {
        files.retain(|file| !file.findings.is_empty());
        files.sort_by(|a, b| a.source.path.cmp(&b.source.path));
        for file in &mut files {
            file.findings.sort_by(|a, b| {
                (a.span, a.turn, a.rule, &a.title.nb).cmp(&(b.span, b.turn, b.rule, &b.title.nb))
            });
        }
        Self { root, cases, files, unread: Vec::new(), spoiled: None, more: BTreeMap::new() }
    }

    /// Every finding with its file, in order.
    pub fn located(&self) -> impl Iterator<Item = (&FileFindings, &Finding)> + Clone {
        self.files.iter().flat_map(|file| file.findings.iter().map(move |finding| (file, finding)))
    }

    /// How many findings have this grade.
    pub fn count(&self, grade: Grade) -> usize {
        let here = self.located().filter(|(_, finding)| finding.grade == grade).count();
        here.saturating_add(self.more.get(&grade).copied().unwrap_or_default())
    }

    /// How many findings there are.
    pub fn total(&self) -> usize {
        Grade::ALL.map(|grade| self.count(grade)).iter().sum()
    }
}

/// What could not be read, and why.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unread {
    /// From the root, or as given.
    pub path: String,
    /// What is wrong, and what to try.
    pub why: Text,
}

/// A case that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omitted {
    /// The file's stem; the path where another case has the same.
    pub id: String,
    /// Path from the root.
    pub path: String,
    /// Why.
    pub why: WhyOmitted,
}

/// Why a case was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WhyOmitted {
    /// a3.yaml has errors: no figure built on it can be trusted.
    Organisation {
        /// Line of the first.
        line: usize,
        /// What the first is.
        first: Text,
    },
    /// The case has errors.
    Case {
        /// How many.
        errors: usize,
        /// Line of the first.
        line: usize,
        /// What the first is.
        first: Text,
    },
    /// It stands under a name that is not read.
    Overlooked {
        /// What is wrong.
        title: Text,
        /// What to call it; boxed, so that a reason is small to hand on.
        how: Box<Text>,
    },
    /// It could not be read at all.
    Unread {
        /// What is wrong, and what to try.
        why: Text,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_are_ordered_by_file_and_place_whatever_order_they_came_in() {
        let finding = |start| Finding::error("x", Span::new(start, start), Text::default());
        let file = |path: &str, findings| FileFindings {
            source: Arc::new(Source::new(path, "abc")),
            case: None,
            findings,
        };
        let files =
            vec![file("b", vec![finding(2), finding(1)]), file("c", vec![]), file("a", vec![finding(3)])];
        let report = Report::new(String::new(), 3, files);
        let order: Vec<_> =
            report.located().map(|(file, finding)| (file.source.path.as_str(), finding.span.start)).collect();
        assert_eq!(order, [("a", 3), ("b", 1), ("b", 2)]);
    }
}

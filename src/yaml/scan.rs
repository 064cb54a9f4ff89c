//! What must be found in the raw text, before YAML: control characters, signs nobody sees, and tabs and
//! hard spaces where an ordinary space is due.

use super::build::Built;
use super::refuse::{self, Places};
use super::signs::{self, Before};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;

/// Suspicious places in the raw text.
#[derive(Default)]
pub(super) struct Scan {
    controls: Vec<Span>,
    tabs: Vec<Span>,
    invisible: Vec<Span>,
    hard_spaces: Vec<HardSpace>,
}

/// A hard space, and what it stands before.
struct HardSpace {
    letter: char,
    before: Before,
    /// Where its line begins.
    line: usize,
    span: Span,
}

impl Scan {
    /// One look at every byte.
    pub(super) fn of(text: &str) -> Self {
        let mut scan = Self::default();
        let mut at = 0_usize;
        for line in text.split_inclusive('\n') {
            scan.line(line, at);
            at = at.saturating_add(line.len());
        }
        scan
    }

    fn line(&mut self, line: &str, at: usize) {
        let full = self.controls.len().max(self.invisible.len()) >= MAX_COLLECTED;
        let body = line.strip_suffix('\n').unwrap_or(line);
        let body = body.strip_suffix('\r').unwrap_or(body);
        if !full && body.bytes().any(may_be_control) {
            let bad = body
                .char_indices()
                .filter(|(_, letter)| *letter == '\r' || crate::source::is_control(*letter));
            let span = |(from, letter): (usize, char)| {
                Span::new(at.saturating_add(from), at.saturating_add(from).saturating_add(letter.len_utf8()))
            };
            self.controls.extend(bad.map(span));
            self.look_alikes(body, at);
        }
        let rest = body.trim_start_matches([' ', '\t']);
        let indent = body.get(..body.len().saturating_sub(rest.len())).unwrap_or_default();
        if let Some(tab) = indent.find('\t').filter(|_| !rest.is_empty() && !rest.starts_with('#')) {
            let run = indent.get(tab..).unwrap_or_default();
            let width = run.len().saturating_sub(run.trim_start_matches('\t').len());
            let start = at.saturating_add(tab);
            self.tabs.push(Span::new(start, start.saturating_add(width)));
        }
    }

    /// Signs nobody sees, and hard spaces that YAML takes for text. A byte-order mark may begin the file.
    fn look_alikes(&mut self, body: &str, at: usize) {
        let span = |from: usize, letter: char| {
            let start = at.saturating_add(from);
            Span::new(start, start.saturating_add(letter.len_utf8()))
        };
        let mut before = None;
        for (from, letter) in body.char_indices() {
            let is_mark_of_file = letter == '\u{feff}' && at == 0 && from == 0;
            if crate::source::is_invisible(letter, before) && !is_mark_of_file {
                self.invisible.push(span(from, letter));
            }
            before = Some(letter);
        }
        let hard = signs::hard_space(body.strip_prefix('\u{feff}').unwrap_or(body));
        let skipped = if body.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let hard = hard.map(|(from, letter, before)| HardSpace {
            letter,
            before,
            line: at,
            span: span(from.saturating_add(skipped), letter),
        });
        self.hard_spaces.extend(hard);
    }

    /// Whether a sign nobody sees is on the line where reading stopped.
    pub(super) fn explains(&self, text: &str, stopped: Span) -> bool {
        let (before, after) = text.split_at_checked(stopped.start as usize).unwrap_or((text, ""));
        let start = before.rfind('\n').map_or(0, |at| at.saturating_add(1));
        let end = before.len().saturating_add(after.find('\n').unwrap_or(after.len()));
        self.invisible.iter().any(|span| start <= span.start as usize && span.end as usize <= end)
    }

    /// Signs nobody sees. What is read is the text without them.
    pub(super) fn invisible(&self, text: &str) -> Vec<Finding> {
        let found =
            self.invisible.iter().filter_map(|span| Some(refuse::invisible(letter(text, *span)?, *span)));
        found.take(MAX_COLLECTED).collect()
    }

    /// What makes lines mean something else to YAML than to people: hard spaces, all told at the first, and
    /// what the tree met. What stands after the place where reading stopped is not known.
    pub(super) fn misread(&self, text: &str, built: &Built<'_>) -> Vec<Finding> {
        let end = built.failure.as_ref().map(|failure| failure.span.end as usize);
        let end = end.map(|end| {
            text.get(end..).and_then(|rest| rest.find('\n')).map_or(text.len(), |at| at.saturating_add(end))
        });
        let is_text = |hard: &HardSpace| {
            long_text_at(built, hard.span).is_some_and(|long| (long.start as usize) < hard.line)
        };
        let known =
            |hard: &&HardSpace| end.is_none_or(|end| hard.span.start as usize <= end) && !is_text(hard);
        let mut hard = self.hard_spaces.iter().filter(known);
        let first = hard.next();
        let more = hard.count();
        let hard =
            first.map(|hard| refuse::hard_space(hard.letter, hard.before, Places { first: hard.span, more }));
        hard.into_iter().chain(built.misread.iter().cloned()).collect()
    }

    /// The findings, without tabs that are part of a text over several lines.
    pub(super) fn findings(&self, text: &str, built: &Built<'_>) -> Vec<Finding> {
        let is_text = |tab: &Span| long_text_at(built, *tab).is_some();
        let controls =
            self.controls.iter().filter_map(|span| Some(refuse::control(letter(text, *span)?, *span)));
        let tabs = self.tabs.iter().filter(|tab| !is_text(tab)).map(|tab| refuse::tab(*tab));
        controls.chain(tabs).take(MAX_COLLECTED).collect()
    }
}

fn letter(text: &str, span: Span) -> Option<char> {
    text.get(span.start as usize..).and_then(|rest| rest.chars().next())
}

/// The text over several lines that holds a place. They stand in the order of the file.
fn long_text_at(built: &Built<'_>, span: Span) -> Option<Span> {
    let after = built.long_texts.partition_point(|long| long.start <= span.start);
    let long = built.long_texts.get(after.checked_sub(1)?)?;
    (span.end <= long.end).then_some(*long)
}

/// Whether a byte is, or begins, a character that may be refused.
const fn may_be_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b..=0x1f | 0x7f | 0xc2 | 0xe1..=0xe3 | 0xef)
}

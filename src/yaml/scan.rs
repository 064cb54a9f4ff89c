//! What must be found in the raw text, before YAML: control characters and tabs as indentation.

use super::build::Built;
use super::refuse;
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;

/// Suspicious places in the raw text.
pub(super) struct Scan {
    controls: Vec<Span>,
    tabs: Vec<Span>,
}

impl Scan {
    /// One look at every byte.
    pub(super) fn of(text: &str) -> Self {
        let mut scan = Self { controls: Vec::new(), tabs: Vec::new() };
        let mut at = 0_usize;
        for line in text.split_inclusive('\n') {
            scan.line(line, at);
            at = at.saturating_add(line.len());
        }
        scan
    }

    fn line(&mut self, line: &str, at: usize) {
        let full = self.controls.len() >= MAX_COLLECTED;
        let body = line.strip_suffix('\n').unwrap_or(line);
        let body = body.strip_suffix('\r').unwrap_or(body);
        if !full && body.bytes().any(may_be_control) {
            let bad =
                body.char_indices().filter(|(_, letter)| *letter == '\r' || refuse::is_control(*letter));
            let span = |(from, letter): (usize, char)| {
                Span::new(at.saturating_add(from), at.saturating_add(from).saturating_add(letter.len_utf8()))
            };
            self.controls.extend(bad.map(span));
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

    /// The findings, without tabs that are part of a text over several lines.
    pub(super) fn findings(&self, text: &str, built: &Built<'_>) -> Vec<Finding> {
        let is_text =
            |tab: &Span| built.long_texts.iter().any(|long| long.start <= tab.start && tab.end <= long.end);
        let letter = |span: &Span| text.get(span.start as usize..).and_then(|rest| rest.chars().next());
        let controls =
            self.controls.iter().filter_map(|span| letter(span).map(|letter| refuse::control(letter, *span)));
        let tabs = self.tabs.iter().filter(|tab| !is_text(tab)).map(|tab| refuse::tab(*tab));
        controls.chain(tabs).take(MAX_COLLECTED).collect()
    }
}

/// Whether a byte is, or begins, a character that may be refused.
const fn may_be_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b..=0x1f | 0x7f | 0xc2 | 0xe2)
}

//! Today's budget: the CSV an accounting system exports, as lines with places.
//!
//! What is found out rather than told (how cells are kept apart, how letters are stored, what a
//! point in an amount means) is in [`Read`], and said once. A line that cannot be read is a
//! finding; the good ones still count.

mod chunks;
mod decode;
mod heading;
mod intern;
mod line;
mod number;
mod records;
mod row;
mod settle;
mod wording;

pub use decode::{Encoding, MAX_BYTES};
pub use heading::{Column, Layout};
pub use line::{AccountClass, Code, Ledger, Line, Lines};

use crate::diagnostic::Finding;
use crate::source::{Source, Span};
use crate::units::Year;
use records::Records;

/// A budget file, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The text, to quote from.
    pub source: Source,
    /// The good lines.
    pub ledger: Ledger,
    /// How many lines could not be read; each counts in a finding.
    pub bad: usize,
    /// What was found while reading.
    pub findings: Vec<Finding>,
    /// How the letters were stored.
    pub encoding: Encoding,
    /// How the file is laid out.
    pub layout: Layout,
}

/// Reads a budget file. Years must be in the plan that begins with `budget_year`.
#[must_use]
pub fn read(path: &str, bytes: Vec<u8>, budget_year: Year) -> Read {
    let (text, encoding) = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(finding) => return Read::refused(Source::new(path, ""), *finding),
    };
    let (layout, mut records, mut findings) = heading::read(&text);
    let mut cells = Vec::new();
    if !findings.is_empty() {
        let bad = core::iter::from_fn(|| records.next(&mut cells)).count();
        let source = Source::new(path, text);
        return Read { source, ledger: Ledger::default(), bad, findings, encoding, layout };
    }
    let done = chunks::read(&text, records.place(), (&layout, budget_year)).settle();
    findings.extend(done.findings);
    if encoding == Encoding::Windows1252 {
        findings.push(wording::windows_1252(layout.span));
    }
    if !layout.ignored.is_empty() {
        findings.push(wording::ignored_columns(layout.span, &layout.ignored));
    }
    Read { source: Source::new(path, text), ledger: done.ledger, bad: done.bad, findings, encoding, layout }
}

impl Read {
    fn refused(source: Source, finding: Finding) -> Self {
        let findings = vec![finding];
        let (ledger, layout, encoding) = (Ledger::default(), Layout::default(), Encoding::default());
        Self { source, ledger, bad: 0, findings, encoding, layout }
    }

    /// Where a cell of a line stands; the whole line where the file does not have the column.
    #[must_use]
    pub fn cell(&self, line: &Line, column: Column) -> Span {
        let (text, mut cells) = (self.source.text.as_str(), Vec::new());
        let mut records = Records::new(text, line.span.start as usize, self.layout.delimiter);
        records.next(&mut cells);
        let cell = self.layout.place(column).and_then(|place| cells.get(place));
        cell.map_or(line.span, |cell| cell.place(text))
    }
}

#[cfg(test)]
mod tests;

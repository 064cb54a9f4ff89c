//! Today's budget: the CSV an accounting system exports, as lines with places.
//!
//! What nobody says and is found out (how cells are kept apart, how letters are stored, what a
//! point in an amount means) is in [`Read`], and said once. A line that cannot be read is a
//! finding; the good ones still count.

mod bad_units;
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

pub use bad_units::BadUnits;
pub use decode::{Encoding, MAX_BYTES};
pub use heading::{Column, Layout};
pub use line::{AccountClass, Code, Ledger, Line, Lines};

use crate::diagnostic::Finding;
use crate::source::{Source, Span};
use crate::units::Year;
use chunks::InParts;
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
    /// The ansvar they are of.
    pub bad_units: BadUnits,
    /// Whether the bytes are text, and few enough; else nothing of the file is kept.
    pub is_decoded: bool,
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
        let (ledger, bad_units) = (Ledger::default(), BadUnits::any());
        return Read { source, ledger, bad, bad_units, is_decoded: true, findings, encoding, layout };
    }
    let in_parts = InParts { text: &text, layout: &layout, budget_year };
    let done = in_parts.read(records.place()).settle();
    findings.extend(done.findings);
    if done.bad == 0 && done.ledger.lines.is_empty() {
        findings.push(wording::no_lines(layout.span));
    }
    if encoding == Encoding::Windows1252 {
        findings.push(wording::windows_1252(layout.span));
    }
    if !layout.ignored.is_empty() {
        findings.push(wording::ignored_columns(layout.span, &layout.ignored));
    }
    let (source, bad, bad_units) = (Source::new(path, text), done.bad, done.bad_units);
    Read { source, ledger: done.ledger, bad, bad_units, is_decoded: true, findings, encoding, layout }
}

impl Read {
    fn refused(source: Source, finding: Finding) -> Self {
        Self {
            source,
            ledger: Ledger::default(),
            bad: 0,
            bad_units: BadUnits::any(),
            is_decoded: false,
            findings: vec![finding],
            encoding: Encoding::default(),
            layout: Layout::default(),
        }
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

//! Today's budget, and the accounts: the CSV an accounting system exports, as lines with places. The readings of
//! `measure --fil` are cut into cells and decoded here too.
//!
//! What nobody says and is found out (how cells are kept apart, how letters are stored, what a
//! point in an amount means) is in [`Read`], and said once. A line that cannot be read is a
//! finding; the good ones still count.

mod alike;
mod cells;
mod chunks;
mod contents;
mod decode;
mod heading;
mod intern;
mod line;
mod noted;
mod number;
mod period;
mod records;
mod row;
mod settle;
mod sums;
mod unread;
mod when;
mod wording;

pub use cells::{Cells, cells};
pub use decode::{Encoding, MAX_BYTES};
pub use heading::{AmountColumn, Column, Layout};
pub use line::{AccountClass, Code, Ledger, Line, Lines};
pub use period::Month;
pub use unread::Unread;

use crate::diagnostic::Finding;
use crate::source::{Source, Span};
use crate::units::Year;
use chunks::InParts;
use contents::Expected;
use heading::Heading;
use records::Records;
use row::Rows;
use sums::Sums;

/// A budget file, or one of accounts, read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Read {
    /// The text, to quote from.
    pub source: Source,
    /// The good lines, and which could not be read.
    pub ledger: Ledger,
    /// How many lines could not be read; each counts in a finding.
    pub bad: usize,
    /// Whether the bytes are text, and few enough; else nothing of the file is kept.
    pub is_decoded: bool,
    /// What was found while reading.
    pub findings: Vec<Finding>,
    /// How the letters were stored.
    pub encoding: Encoding,
    /// How the file is laid out.
    pub layout: Layout,
    /// The first funksjon and the first art that is longer than in the KOSTRA lists, and counts by its
    /// first three digits.
    pub long_codes: [Option<LongCode>; 2],
    /// The last month something is booked in; none in a budget, and where nothing is.
    pub last_month: Option<Month>,
}

/// A code that is longer than in the KOSTRA lists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LongCode {
    /// As written.
    pub written: String,
    /// Where.
    pub span: Span,
}

/// Reads a budget file. Years must be in the plan that begins with `budget_year`.
pub fn read(path: &str, bytes: Vec<u8>, budget_year: Year) -> Read {
    read_as(path, bytes, Expected::budget(budget_year))
}

/// Reads what is booked in a year: the same file with `periode`, the month of each line.
pub fn read_accounts(path: &str, bytes: Vec<u8>, year: Year) -> Read {
    read_as(path, bytes, Expected::accounts(year))
}

fn read_as(path: &str, bytes: Vec<u8>, expected: Expected) -> Read {
    let (text, encoding) = match decode::decode(bytes) {
        Ok(decoded) => decoded,
        Err(finding) => return Read::nothing(Source::new(path, ""), vec![*finding]),
    };
    let Heading { layout, mut records, findings, .. } = heading::read(&text, expected);
    if !findings.is_empty() {
        let mut cells = Vec::new();
        let bad = core::iter::from_fn(|| records.next(&mut cells)).count();
        let nothing = Read::nothing(Source::new(path, text), findings);
        return Read { bad, is_decoded: true, encoding, layout, ..nothing };
    }
    let mut rows = InParts { text: &text, layout: &layout, expected }.read(records.place());
    let totals = rows.settle();
    let lacking = rows.lacking();
    let Rows { mut ledger, bad, findings, long_codes, sums, other_years, last_month, .. } = rows;
    ledger.unread.without(lacking);
    let source = Source::new(path, text);
    let mut read =
        Read { source, ledger, bad, is_decoded: true, findings, encoding, layout, long_codes, last_month };
    let remarks = read.remarks(&sums, &totals);
    read.findings.extend(remarks.chain(when::other_years(&other_years, expected)));
    read
}

impl Read {
    /// What comes of a file where no line can be read.
    fn nothing(source: Source, findings: Vec<Finding>) -> Self {
        Self {
            source,
            ledger: Ledger { unread: Unread::any(), ..Ledger::default() },
            bad: 0,
            is_decoded: false,
            findings,
            encoding: Encoding::default(),
            layout: Layout::default(),
            long_codes: [None, None],
            last_month: None,
        }
    }

    /// What was found out, and what was left out.
    fn remarks(&self, sums: &Sums, totals: &Sums) -> impl Iterator<Item = Finding> + use<> {
        let heading = self.layout.span;
        let numbers = |sums: &Sums| -> Vec<usize> {
            sums.first.iter().map(|line| self.source.position(line.start).line).collect()
        };
        let is_old = self.encoding == Encoding::Windows1252;
        let ignored = &self.layout.ignored;
        let remarks = [
            (self.bad == 0 && self.ledger.lines.is_empty()).then(|| wording::no_lines(heading)),
            self.layout
                .above
                .map(|above| noted::above_heading(above, self.source.position(heading.start).line)),
            is_old.then(|| noted::windows_1252(heading)),
            (!ignored.is_empty()).then(|| noted::ignored_columns(heading, ignored)),
            sums.first.first().map(|first| noted::sums(*first, &numbers(sums), sums.lines)),
            totals.first.first().map(|first| noted::totals(*first, &numbers(totals), totals.lines)),
        ];
        let alike = alike::units(&self.ledger.lines);
        let alike =
            alike.into_iter().map(|pair| noted::alike(self.cell(pair.second, Column::Unit), pair.units()));
        remarks.into_iter().flatten().chain(alike.collect::<Vec<_>>())
    }

    /// Where a cell of a line stands; the whole line where the file does not have the column.
    pub fn cell(&self, line: &Line, column: Column) -> Span {
        let (text, mut cells) = (self.source.text.as_str(), Vec::new());
        let mut records = Records::new(text, line.span.start as usize, self.layout.delimiter);
        records.next(&mut cells);
        let is_amount = column == Column::Amount;
        let place = if is_amount { self.layout.amount_place(line.year) } else { self.layout.place(column) };
        let cell = place.and_then(|place| cells.get(place));
        cell.map_or(line.span, |cell| cell.place(text))
    }
}

#[cfg(test)]
mod tests;

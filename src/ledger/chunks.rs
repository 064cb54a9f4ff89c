//! A large text in parts that are read side by side and put together in their order.
//!
//! Parts have a fixed size, so that the same file gives the same answer on any number of threads.

use super::heading::Layout;
use super::records::Records;
use super::row::Rows;
use crate::units::Year;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Bytes of a part, before it is stretched to the end of its line.
const PART: usize = 1024 * 1024;

/// Reads every record from `start` on, which begins the line of this number.
pub(super) fn read<'t>(
    text: &'t str,
    (start, line): (usize, u32),
    (layout, budget_year): (&'t Layout, Year),
) -> Rows<'t> {
    let parts = parts(text, start);
    let read_part = |&(from, until): &(usize, usize)| {
        let mut rows = Rows::new(text, layout, budget_year);
        let part = text.get(..until).unwrap_or_default();
        let mut records = Records::new(part, (from, 0), layout.delimiter);
        let mut cells = Vec::new();
        while let Some(record) = records.next(&mut cells) {
            rows.add(record, &cells);
        }
        (rows, records.place().1)
    };
    let read: Vec<(Rows<'t>, u32)> = parts.par_iter().map(read_part).collect();
    let mut whole = Rows::new(text, layout, budget_year);
    whole.ledger.lines.reserve(read.iter().map(|(rows, _)| rows.ledger.lines.len()).sum());
    let mut before = line;
    for (rows, lines) in read {
        whole.join(rows, before);
        before = before.saturating_add(lines);
    }
    whole
}

/// From where to where each part goes. A quote may hold line ends, so a text with quotes is one part.
fn parts(text: &str, start: usize) -> Vec<(usize, usize)> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    let mut from = start;
    let has_quotes = bytes.get(start..).is_some_and(|rest| rest.contains(&b'"'));
    while from < bytes.len() {
        let at = if has_quotes { bytes.len() } else { from.saturating_add(PART) };
        let rest = bytes.get(at..).unwrap_or_default();
        let end = rest
            .iter()
            .position(|byte| *byte == b'\n')
            .map_or(bytes.len(), |length| at.saturating_add(length).saturating_add(1));
        parts.push((from, end));
        from = end;
    }
    parts
}

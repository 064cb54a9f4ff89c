//! Text → records of cells, each with its place. Cells are slices of the text: nothing is copied.
//!
//! A cell in quotes ends where its quote is closed by the end of the cell. A quote that never is,
//! spoils its own line alone: it must not swallow the rest of the file.

use super::heading::Layout;
use crate::source::{Span, one_alphabet};
use std::borrow::Cow;

/// The longest text in quotes, in bytes and in lines: beyond it the quote was never closed.
const LONGEST_QUOTE: usize = 64 * 1024;
const MOST_LINES_QUOTED: u32 = 100;
/// Cells of a record that are kept: a line with as many is no line of a budget.
pub(super) const MOST_CELLS: usize = 4096;

/// One cell: where its content stands, without the quotes around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cell(Span);

impl Cell {
    /// The content, trimmed, and its letters spelled as all other text is.
    pub(super) fn text(self, text: &str) -> Cow<'_, str> {
        let raw = trimmed(self.raw(text));
        if self.is_quoted(text) && raw.contains("\"\"") {
            return Cow::Owned(one_alphabet(&raw.replace("\"\"", "\"")).into_owned());
        }
        one_alphabet(raw)
    }

    pub(super) fn raw(self, text: &str) -> &str {
        text.get(self.0.start as usize..self.0.end as usize).unwrap_or_default()
    }

    /// Whether `""` in it stands for one quote: only a quote of its own stands right before a cell.
    fn is_quoted(self, text: &str) -> bool {
        let before = (self.0.start as usize).checked_sub(1).and_then(|before| text.as_bytes().get(before));
        before == Some(&b'"')
    }

    /// Whether a text in quotes holds the end of a line and the cells of another: the quote was to be closed before.
    pub(super) fn swallows(self, text: &str, layout: &Layout) -> bool {
        let raw = if self.is_quoted(text) { self.raw(text) } else { "" };
        let cells = raw.bytes().filter(|byte| *byte == layout.delimiter).count();
        raw.contains('\n') && cells >= layout.last_needed.max(1)
    }

    /// Where the trimmed content stands.
    pub(super) fn place(self, text: &str) -> Span {
        let raw = self.raw(text);
        let start = raw.len().saturating_sub(raw.trim_start().len());
        self.0.part(start, start.saturating_add(raw.trim().len()))
    }
}

/// Without white space around it. Most cells have none, which two bytes tell.
pub(super) fn trimmed(raw: &str) -> &str {
    match raw.as_bytes() {
        [] | [b'!'..=b'~'] | [b'!'..=b'~', .., b'!'..=b'~'] => raw,
        _ => raw.trim(),
    }
}

/// One record: a line of the file, or several where a cell in quotes spans lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// First byte, and the byte after the last, without the line's end.
    pub(super) start: usize,
    pub(super) end: usize,
    /// The quote that is never closed; then the cells mean nothing.
    pub(super) open_quote: Option<usize>,
}

/// Walks the records of a text.
#[derive(Debug, Clone)]
pub(super) struct Records<'t> {
    text: &'t str,
    at: usize,
    pub(super) delimiter: u8,
}

impl<'t> Records<'t> {
    /// From a byte, which begins a line.
    pub(super) fn new(text: &'t str, at: usize, delimiter: u8) -> Self {
        Self { text, at, delimiter }
    }

    /// Where the next record begins.
    pub(super) const fn place(&self) -> usize {
        self.at
    }

    /// The next record; its cells come into `cells`.
    pub(super) fn next(&mut self, cells: &mut Vec<Cell>) -> Option<Record> {
        let bytes = self.text.as_bytes();
        let start = self.at;
        if start >= bytes.len() {
            return None;
        }
        cells.clear();
        let mut from = start;
        if let Some(end) = self.plain(&mut from, cells) {
            self.at = end.saturating_add(1);
            return Some(Record { start, end, open_quote: None });
        }
        loop {
            let rest = bytes.get(from..).unwrap_or_default();
            let spaces = rest.iter().take_while(|byte| **byte == b' ').count();
            let (cell, after) = if rest.get(spaces) == Some(&b'"') {
                let from = from.saturating_add(spaces);
                let Some((cell, after)) = self.quoted(from) else {
                    return Some(self.spoilt(start, from));
                };
                (cell, after)
            } else {
                let ends = |byte: &u8| *byte == self.delimiter || *byte == b'\n';
                let end = from.saturating_add(rest.iter().position(ends).unwrap_or(rest.len()));
                (Cell(Span::new(from, end)), end)
            };
            if cells.len() < MOST_CELLS {
                cells.push(cell);
            }
            let next = after.saturating_add(1);
            if bytes.get(after) == Some(&self.delimiter) {
                from = next;
                continue;
            }
            self.at = next;
            return Some(Record { start, end: after, open_quote: None });
        }
    }

    /// The cells before the first quote, eight bytes at a time; where the line ends, if that comes before a
    /// quote and the last few bytes of the text. `from` is where the next cell begins.
    fn plain(&self, from: &mut usize, cells: &mut Vec<Cell>) -> Option<usize> {
        let mut at = *from;
        let (eights, _) = self.text.as_bytes().get(at..)?.as_chunks::<8>();
        for eight in eights {
            let word = u64::from_le_bytes(*eight);
            let (lines, quotes) = (same(word, b'\n'), same(word, b'"'));
            let mut found = same(word, self.delimiter) | lines | quotes;
            while found != 0 {
                let first = found & found.wrapping_neg();
                if first & quotes != 0 {
                    return None;
                }
                let end = at.saturating_add((first.trailing_zeros() / 8) as usize);
                if cells.len() < MOST_CELLS {
                    cells.push(Cell(Span::new(*from, end)));
                }
                *from = end.saturating_add(1);
                if first & lines != 0 {
                    return Some(end);
                }
                found ^= first;
            }
            at = at.saturating_add(8);
        }
        None
    }

    /// A cell whose quote stands at `open`, and where the cell ends; nothing where it is not closed.
    fn quoted(&self, open: usize) -> Option<(Cell, usize)> {
        let bytes = self.text.as_bytes();
        let content = open.saturating_add(1);
        let mut at = content;
        let mut lines = 0;
        loop {
            let next = at.saturating_add(1);
            match bytes.get(at)? {
                b'"' if bytes.get(next) == Some(&b'"') => at = next.saturating_add(1),
                b'"' => break,
                b'\n' if lines == MOST_LINES_QUOTED => return None,
                b'\n' => {
                    lines = lines.saturating_add(1);
                    at = next;
                }
                _ if at.saturating_sub(content) > LONGEST_QUOTE => return None,
                _ => at = next,
            }
        }
        let cell = Cell(Span::new(content, at));
        let after = bytes.get(at.saturating_add(1)..).unwrap_or_default();
        let blank = after.iter().take_while(|byte| matches!(byte, b' ' | b'\r')).count();
        let end = at.saturating_add(1).saturating_add(blank);
        let is_closed = bytes.get(end).is_none_or(|byte| *byte == self.delimiter || *byte == b'\n');
        is_closed.then_some((cell, end))
    }

    /// The line of a quote that is never closed. Reading goes on with the next.
    fn spoilt(&mut self, start: usize, open: usize) -> Record {
        let rest = self.text.as_bytes().get(open..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
        let end = open.saturating_add(length);
        self.at = end.saturating_add(1);
        Record { start, end, open_quote: Some(open) }
    }
}

/// The high bit of every byte of a word that is this one.
const fn same(word: u64, byte: u8) -> u64 {
    const ONES: u64 = u64::MAX / 255;
    const LOW: u64 = !(ONES << 7);
    let other = word ^ u64::from_le_bytes([byte; 8]);
    // No byte carries into the next: its low bits come up to the high one, unless all are zero.
    !((other & LOW).wrapping_add(LOW) | other | LOW)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Each record's cells, and the line it begins on.
    fn rows(text: &str) -> Vec<(usize, Vec<String>)> {
        let mut records = Records::new(text, 0, b';');
        let (mut cells, mut rows) = (Vec::new(), Vec::new());
        while let Some(record) = records.next(&mut cells) {
            let texts =
                if record.open_quote.is_some() { vec!["åpen".to_owned()] } else { texts(&cells, text) };
            rows.push((
                text.as_bytes()[..record.start].iter().filter(|byte| **byte == b'\n').count() + 1,
                texts,
            ));
        }
        rows
    }

    fn texts(cells: &[Cell], text: &str) -> Vec<String> {
        cells.iter().map(|cell| cell.text(text).into_owned()).collect()
    }

    fn strings(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    #[test]
    fn quotes_hold_delimiters_lines_and_quotes_and_lines_are_counted_through_them() {
        let found = rows("a;\"b;\r\n\"\"c\"\" \" ;d\r\n\r\ne;5\" rør\n;");
        let expected = [
            (1, strings(&["a", "b;\r\n\"c\"", "d"])),
            (3, strings(&[""])),
            (4, strings(&["e", "5\" rør"])),
            (5, strings(&["", ""])),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_quote_that_is_never_closed_spoils_its_own_line_alone() {
        let found = rows("a;\"b\nc;d\ne;\"f\" g\nh;i\n");
        let expected = [
            (1, strings(&["åpen"])),
            (2, strings(&["c", "d"])),
            (3, strings(&["åpen"])),
            (4, strings(&["h", "i"])),
        ];
        assert_eq!(found, expected);
        let long = format!("\"{}\"\na;b\n", "x\n".repeat(200));
        assert_eq!(rows(&long).len(), 202);
    }

    proptest! {
        #[test]
        fn eight_bytes_at_a_time_are_told_apart_as_one_is(bytes in any::<[u8; 8]>(), byte in any::<u8>(), at in 0..8_usize) {
            let mut bytes = bytes;
            bytes[at] = byte;
            let expected = bytes.map(|other| if other == byte { 0x80 } else { 0 });
            prop_assert_eq!(same(u64::from_le_bytes(bytes), byte).to_le_bytes(), expected);
        }

        #[test]
        fn cells_are_the_same_however_many_bytes_follow(line in "[a;\" ø]{0,30}\n") {
            let cells = |text: &str| {
                let mut cells = Vec::new();
                let record = Records::new(text, 0, b';').next(&mut cells);
                (record, cells)
            };
            prop_assert_eq!(cells(&line), cells(&format!("{line}a;a;a;a;a;a")));
        }

        #[test]
        fn what_a_csv_library_writes_is_read_back(
            table in prop::collection::vec(prop::collection::vec("[a-z;\"\n ø]{0,6}", 2..4), 1..6),
        ) {
            let mut writer = csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
            for row in &table {
                writer.write_record(row).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let read: Vec<Vec<String>> = rows(&text).into_iter().map(|(_, cells)| cells).collect();
            let trimmed: Vec<Vec<String>> =
                table.iter().map(|row| row.iter().map(|cell| cell.trim().to_owned()).collect()).collect();
            prop_assert_eq!(read, trimmed);
        }

        #[test]
        fn any_text_is_cut_into_cells_in_order_and_nothing_between_records_is_lost(text in "[a;\"\n\r ø]{0,60}") {
            let mut records = Records::new(&text, 0, b';');
            let mut cells = Vec::new();
            let mut next = 0;
            while let Some(record) = records.next(&mut cells) {
                prop_assert_eq!(record.start, next);
                next = record.end + 1;
                for cell in &cells {
                    prop_assert!(record.open_quote.is_some() || cell.0.end as usize <= record.end);
                    prop_assert!(text.get(cell.0.start as usize..cell.0.end as usize).is_some());
                }
            }
            prop_assert!(next >= text.len());
        }
    }
}

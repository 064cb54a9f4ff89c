//! Any small sheet as rows of texts: for what people fill in beside the budget.

use super::decode;
use super::records::Records;
use crate::source::{Source, Span, one_alphabet};

/// One row of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cells {
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its cells, without the quotes around them.
    pub cells: Vec<String>,
}

/// Rows that are read of one sheet.
const MOST_ROWS: usize = 10_000;

/// The rows of a sheet in CSV, kept apart by semicolon, comma or tab, whichever the first line has most of; none
/// where the bytes are no text, a quote is never closed, or there are more than ten thousand rows.
pub fn cells(bytes: Vec<u8>) -> Option<Vec<Cells>> {
    let (text, _) = decode::decode(bytes).ok()?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let first = text.lines().next().unwrap_or_default().as_bytes();
    let count = |delimiter: &u8| first.iter().filter(|byte| *byte == delimiter).count();
    let delimiter = [b';', b'\t', b','].into_iter().rev().max_by_key(count)?;
    let source = Source::new("", text);
    let mut records = Records::new(text, 0, delimiter);
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    while let Some(record) = records.next(&mut cells) {
        if record.open_quote.is_some() || rows.len() >= MOST_ROWS {
            return None;
        }
        let line = source.position(Span::new(record.start, record.end).start).line;
        let texts = cells.iter().map(|cell| one_alphabet(cell.text(text).trim()).into_owned());
        rows.push(Cells { line, cells: texts.collect() });
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_is_read_as_programs_leave_it() {
        let read = |bytes: &[u8]| cells(bytes.to_vec()).unwrap();
        let rows = read("\u{feff}sak;måling;verdi\r\n\r\na;\"b; c\";1,5 %\r\n".as_bytes());
        assert_eq!(rows[0].cells, ["sak", "måling", "verdi"]);
        assert_eq!((rows[2].line, &rows[2].cells[..]), (3, &["a", "b; c", "1,5 %"].map(str::to_owned)[..]));
        assert_eq!(read(b"sak,m\xe5ling\na,b")[0].cells, ["sak", "måling"]);
        assert_eq!(read("ma\u{30a}ling".as_bytes())[0].cells, ["måling"]);
        assert_eq!(cells(b"a;\"b\n".to_vec()), None);
    }
}

//! Any small sheet as rows of texts: for what people fill in beside the budget.

use super::records::Records;
use super::{decode, wording};
use crate::source::{Source, Span, one_alphabet};
use crate::text;
use crate::words::Text;

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

/// The rows of a sheet in CSV, kept apart by semicolon, comma or tab, whichever the first line has most of.
///
/// # Errors
/// Why it cannot be read, as is said of a budget.
pub fn cells(bytes: Vec<u8>) -> Result<Vec<Cells>, Text> {
    let (text, _) = decode::decode(bytes).map_err(|wrong| wrong.title)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let first = text.lines().next().unwrap_or_default().as_bytes();
    let count = |delimiter: &u8| first.iter().filter(|byte| *byte == delimiter).count();
    let delimiter = [b';', b'\t', b','].into_iter().rev().max_by_key(count).unwrap_or(b';');
    let source = Source::new("", text);
    let mut records = Records::new(text, 0, delimiter);
    let (mut rows, mut cells) = (Vec::new(), Vec::new());
    while let Some(record) = records.next(&mut cells) {
        let span = Span::new(record.start, record.end);
        let line = source.position(span.start).line;
        if record.open_quote.is_some() {
            let wrong = wording::open_quote(span).title;
            return Err(
                text!(nb: "Linje {line}: {wrong}", nn: "Linje {line}: {wrong}", en: "Line {line}: {wrong}"; line, wrong),
            );
        }
        if rows.len() >= MOST_ROWS {
            return Err(
                text!(nb: "Fila har mer enn {MOST_ROWS} linjer", nn: "Fila har meir enn {MOST_ROWS} linjer", en: "The file has more than {MOST_ROWS} lines"),
            );
        }
        let texts = cells.iter().map(|cell| one_alphabet(cell.text(text).trim()).into_owned());
        rows.push(Cells { line, cells: texts.collect() });
    }
    Ok(rows)
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
        let wrong = |bytes: &[u8]| cells(bytes.to_vec()).unwrap_err().nb;
        assert_eq!(wrong(b"a;b\na;\"b\n"), "Linje 2: Hermetegnet åpnes, men lukkes ikke");
        assert_eq!(wrong(b"\xff\xfea\0"), "Fila er lagret som UTF-16");
    }
}

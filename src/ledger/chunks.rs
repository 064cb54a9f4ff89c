//! A large text in parts that are read side by side and put together in their order.
//!
//! A part begins after a line's end, which may turn out to be inside quotes: then the part before
//! ends past it, and the part is read again from there. So the answer is that of reading from
//! top to bottom, on any number of threads.

use super::contents::Expected;
use super::heading::Layout;
use super::records::Records;
use super::row::Rows;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// Bytes of a part, before it is stretched to the end of its line.
const PART: usize = 64 * 1024;
/// Parts that are read before they are put together: no more findings than theirs wait to be counted.
const AT_ONCE: usize = 64;
/// Bytes of a short line: room for lines is set aside by it.
const SHORT_LINE: usize = 32;

/// A part, read: its rows, and where its last record ended.
struct Part<'t> {
    from: usize,
    rows: Rows<'t>,
    end: usize,
}

/// Where a part begins, and where the next one does.
struct Stretch {
    from: usize,
    until: usize,
}

/// A file that is read in parts.
#[derive(Clone, Copy)]
pub(super) struct InParts<'t> {
    pub(super) text: &'t str,
    pub(super) layout: &'t Layout,
    pub(super) expected: Expected,
}

impl<'t> InParts<'t> {
    /// Reads every record from `start` on, which begins a line.
    pub(super) fn read(self, start: usize) -> Rows<'t> {
        let mut whole = Rows::new(self.text, self.layout, self.expected);
        let mut at = start;
        for together in parts(self.text, at).chunks(AT_ONCE) {
            let read: Vec<Part<'t>> = together.par_iter().map(|stretch| self.part(stretch)).collect();
            for (part, Stretch { until, .. }) in read.into_iter().zip(together) {
                let again = || self.part(&Stretch { from: at, until: *until });
                let part = if part.from == at { part } else { again() };
                at = part.end;
                whole.join(part.rows);
            }
        }
        whole
    }

    /// Reads the records that begin before the next part.
    fn part(self, &Stretch { from, until }: &Stretch) -> Part<'t> {
        let mut rows = Rows::new(self.text, self.layout, self.expected);
        rows.lines.reserve(until.saturating_sub(from) / SHORT_LINE);
        let mut records = Records::new(self.text, from, self.layout.delimiter);
        let mut cells = Vec::new();
        while records.place() < until
            && let Some(record) = records.next(&mut cells)
        {
            rows.add(record, &cells);
        }
        rows.lines.shrink_to_fit();
        Part { from, end: records.place(), rows }
    }
}

fn parts(text: &str, mut from: usize) -> Vec<Stretch> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    while from < bytes.len() {
        let at = from.saturating_add(PART);
        let rest = bytes.get(at..).unwrap_or_default();
        let length = rest.iter().position(|byte| *byte == b'\n');
        let end = length.map_or(bytes.len(), |length| at.saturating_add(length).saturating_add(1));
        parts.push(Stretch { from, until: end });
        from = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use crate::ledger::read;
    use crate::units::Year;

    /// A file of several parts gives what its lines give one by one, also where quotes lie across the parts.
    #[test]
    fn parts_are_put_together_as_if_read_from_top_to_bottom() {
        let mut text = String::from("ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n");
        let (mut numbers, mut line) = (Vec::new(), 2);
        for number in 0..30_000_u32 {
            numbers.push(line);
            let unit = number / 10;
            if number % 7 == 0 {
                text.push_str(&format!("{unit};\"Enhet\n\"\"{unit}\"\"\n\";257;010;{number};\n"));
                line += 3;
            } else {
                text.push_str(&format!("{unit};;257;120;{number};\n"));
                line += 1;
            }
        }
        assert!(text.len() > 2 * super::PART, "several parts, or this says nothing");
        let read = read("b.csv", text.into_bytes(), Year::new(2027).unwrap());
        assert_eq!((read.bad, &read.findings), (0, &vec![]));
        let found: Vec<usize> =
            read.ledger.lines.iter().map(|line| read.source.position(line.span.start).line).collect();
        assert_eq!(found, numbers);
        let amounts = read.ledger.lines.iter().map(|line| line.amount.value());
        assert!(amounts.eq((0..30_000_u32).map(crate::units::Decimal::from)));
        assert_eq!(read.ledger.unit_names["2996"].as_ref(), "Enhet\n\"2996\"");
    }
}

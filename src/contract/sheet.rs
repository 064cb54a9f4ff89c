//! Records as rows of a sheet: the key of each column is its heading, and each value is a cell.

use super::content::{Content, Meaning, Written};
use super::record::{Columns, Record};
use crate::units::Overflow;
use serde_json::Value;

/// A cell as a machine reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Plain {
    /// Words, which are not to be trusted.
    Words(String),
    /// A figure of ours, or nothing.
    Figure(String),
}

/// The keys of the columns.
struct Headings(Vec<&'static str>);

impl<'r, R: Record + 'r> Columns<'r, R> for Headings {
    fn column<C: Content>(&mut self, key: &'static str, _: impl Into<Meaning>, _: impl FnOnce(&'r R) -> C) {
        self.0.push(key);
    }

    fn all_of<P: Record + 'r>(&mut self, _: impl FnOnce(&'r R) -> &'r P) {
        P::columns(self);
    }

    fn column_of_json<C: Content>(
        &mut self,
        _: &'static str,
        _: impl Into<Meaning>,
        _: impl FnOnce(&'r R) -> C,
    ) {
    }

    fn column_of_sheet<C: Content>(&mut self, key: &'static str, _: impl FnOnce(&'r R) -> C) {
        self.0.push(key);
    }
}

/// The values of a record, until one cannot be worked out.
struct Cells<'r, R> {
    record: &'r R,
    cells: Result<Vec<Plain>, Overflow>,
}

impl<'r, R: Record + 'r> Columns<'r, R> for Cells<'r, R> {
    fn column<C: Content>(&mut self, _: &'static str, _: impl Into<Meaning>, value: impl FnOnce(&'r R) -> C) {
        if let Ok(cells) = &mut self.cells {
            match serde_json::to_value(Written(value(self.record))) {
                Ok(value) => cells.push(cell::<C>(value)),
                Err(_) => self.cells = Err(Overflow),
            }
        }
    }

    fn all_of<P: Record + 'r>(&mut self, part: impl FnOnce(&'r R) -> &'r P) {
        let cells = core::mem::replace(&mut self.cells, Ok(Vec::new()));
        let mut of_part = Cells { record: part(self.record), cells };
        P::columns(&mut of_part);
        self.cells = of_part.cells;
    }

    fn column_of_json<C: Content>(
        &mut self,
        _: &'static str,
        _: impl Into<Meaning>,
        _: impl FnOnce(&'r R) -> C,
    ) {
    }

    fn column_of_sheet<C: Content>(&mut self, key: &'static str, value: impl FnOnce(&'r R) -> C) {
        self.column(key, "", value);
    }
}

/// Several of something stand in one cell, with commas between; a record does not stand in a cell.
fn cell<C: Content>(value: Value) -> Plain {
    let text = match value {
        Value::String(text) => text,
        Value::Number(number) => number.to_string(),
        Value::Array(items) => items.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        Value::Null | Value::Bool(_) | Value::Object(_) => String::new(),
    };
    if C::IS_WORDS { Plain::Words(text) } else { Plain::Figure(text) }
}

/// The headings of the sheet of such records.
pub(super) fn headings<R: Record>() -> Vec<Plain> {
    let mut headings = Headings(Vec::new());
    R::columns(&mut headings);
    headings.0.into_iter().map(|key| Plain::Words(key.to_owned())).collect()
}

/// The rows of the sheet.
pub(super) fn rows<R: Record>(records: impl IntoIterator<Item = R>) -> Result<Vec<Vec<Plain>>, Overflow> {
    let row = |record: R| {
        let mut cells = Cells { record: &record, cells: Ok(Vec::new()) };
        R::columns(&mut cells);
        cells.cells
    };
    records.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests {
    use super::super::record::{record, schema};
    use super::*;

    struct Saving(usize);

    record!(Saving, |to| {
        to.column("sak", "Sakens id", |_| "=a");
        to.column_of_json("alt", "Står ikke i arket", |it| it.0);
        to.column("saker", "Flere", |_| vec!["a", "b"]);
        to.column("antall", "Et tall", |it| (it.0 > 0).then_some(it.0));
        to.column_of_sheet("slag", |_| "linje");
    });

    #[test]
    fn one_row_gives_the_key_and_the_heading_and_only_words_are_not_trusted() {
        let (words, figure) =
            (|text: &str| Plain::Words(text.to_owned()), |text: &str| Plain::Figure(text.to_owned()));
        assert_eq!(headings::<Saving>(), ["sak", "saker", "antall", "slag"].map(words));
        let row = |count| vec![words("=a"), words("a, b"), figure(count), words("linje")];
        assert_eq!(rows([Saving(0), Saving(2)]), Ok(vec![row(""), row("2")]));
        let of_json = schema::<Saving>();
        assert_eq!(of_json["required"], serde_json::json!(["sak", "alt", "saker", "antall"]));
    }

    struct Lost;

    record!(Lost, |to| {
        to.column("sum", "Går ikke opp", |_| Err::<usize, Overflow>(Overflow));
    });

    #[test]
    fn what_cannot_be_worked_out_is_in_no_sheet() {
        assert_eq!(rows([Lost]), Err(Overflow));
    }
}

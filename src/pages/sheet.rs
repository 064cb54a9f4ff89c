//! A list as one table for a spreadsheet: every case on one line, its part in the first column.

use super::cell::Cell;
use super::omitted;
use super::page::{Kind, Page, Table};
use crate::diagnostic::Omitted;
use crate::model::Case;
use crate::text;
use crate::words::{Text, Words};

/// One case of a list.
pub(super) struct SheetRow<'a> {
    /// The part of the list it is in.
    pub(super) part: Words,
    /// The case.
    pub(super) case: &'a Case,
    /// What the list's own columns say.
    pub(super) cells: Vec<Cell>,
    /// Why it is there.
    pub(super) why: Text,
}

/// The page: the list's own columns with who and where before them and why after; cases with errors last.
pub(super) fn page<'a>(own: Table, rows: impl Iterator<Item = SheetRow<'a>>, omitted: &'a [Omitted]) -> Page {
    let text = |title| (title, Kind::Text);
    let mut titles = vec![
        text(text!(nb: "Del", nn: "Del", en: "Part")),
        text(text!(all: "Id")),
        text(text!(nb: "Område", nn: "Område", en: "Area")),
        text(text!(nb: "Ansvarlig", nn: "Ansvarleg", en: "Responsible")),
        text(text!(nb: "Fase", nn: "Fase", en: "Phase")),
    ];
    titles.extend(own.columns.into_iter().map(|column| (column.title, column.kind)));
    titles.push(text(text!(nb: "Hvorfor", nn: "Kvifor", en: "Why")));
    let rows = rows.map(|SheetRow { part, case, cells, why }| {
        let mut line = vec![
            Cell::Text(part.text()),
            Cell::name(&case.id),
            Cell::name(&case.area),
            Cell::name(&case.owner),
            Cell::Text(case.phase.words().text()),
        ];
        line.extend(cells);
        line.push(Cell::Text(why));
        line
    });
    let left_out = omitted::rows(omitted, titles.len());
    Page::of_table(Table::new(titles).rows(rows).rows(left_out))
}

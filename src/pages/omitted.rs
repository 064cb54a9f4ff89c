//! The cases that were left out, with why.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Page, Table, titled};
use crate::diagnostic::Omitted;
use crate::sentences::omitted::reason;
use crate::words::Words;
use crate::{text, words};

/// Cases with errors: not on the list, and never silently gone from it.
const LEFT_OUT: Words = words!(nb: "Utelatt", nn: "Utelate", en: "Left out");

/// Cases with errors, and what to fix, under a list.
pub(super) fn blocks(omitted: &[Omitted]) -> Vec<Block> {
    titled(LEFT_OUT.text(), table(omitted))
}

fn table(omitted: &[Omitted]) -> Table {
    Listing::of(omitted)
        .text(text!(all: "Id"), |case| &case.id)
        .text(text!(nb: "Hvorfor saken ikke er med", nn: "Kvifor saka ikkje er med", en: "Why the case is not included"), |case| {
            reason(&case.why)
        })
        .table()
}

/// The same as a page of its own; none where all cases are in.
pub fn page(omitted: &[Omitted]) -> Option<Page> {
    (!omitted.is_empty()).then(|| Page::new(LEFT_OUT.text()).with(Block::Table(table(omitted))))
}

/// The same as rows of a list for a spreadsheet, with this many columns: part, id, and why in the last.
pub(super) fn rows(omitted: &[Omitted], columns: usize) -> impl Iterator<Item = Vec<Cell>> {
    omitted.iter().map(move |omitted| {
        let mut cells = vec![Cell::Text(LEFT_OUT.text()), Cell::name(&omitted.id)];
        cells.resize(columns.saturating_sub(1), Cell::Empty);
        cells.push(Cell::Text(reason(&omitted.why)));
        cells
    })
}

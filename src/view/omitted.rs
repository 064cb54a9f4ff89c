//! Why a case was left out, in one sentence.

use super::cell::Cell;
use super::page::{Block, Kind, Table};
use crate::diagnostic::{Omitted, WhyOmitted};
use crate::words::{Text, Words};
use crate::{text, words};

/// The reason, and where to look.
#[must_use]
pub fn reason(why: &WhyOmitted) -> Text {
    match why {
        WhyOmitted::Organisation { line, first } => text!(
            nb: "a3.yaml har feil (linje {line}: {}). Rett den først: a3 check", first.nb;
            en: "a3.yaml has errors (line {line}: {}). Mend it first: a3 check", first.en
        ),
        WhyOmitted::Case { errors: 0, .. } => text!(
            nb: "noe i fila kan ikke brukes. Se hva med: a3 check",
            en: "something in the file cannot be used. See what with: a3 check"
        ),
        WhyOmitted::Case { errors: 1, line, first } => text!(
            nb: "1 feil, i linje {line}: {}", first.nb;
            en: "1 error, in line {line}: {}", first.en
        ),
        WhyOmitted::Case { errors, line, first } => text!(
            nb: "{errors} feil, den første i linje {line}: {}", first.nb;
            en: "{errors} errors, the first in line {line}: {}", first.en
        ),
        WhyOmitted::Unread { why } => why.clone(),
    }
}

/// One line on a case that was left out.
#[must_use]
pub fn line(omitted: &Omitted) -> Text {
    let Omitted { path, why, .. } = omitted;
    let why = reason(why);
    text!(
        nb: "{path}: ikke regnet ut: {}", why.nb;
        en: "{path}: not calculated: {}", why.en
    )
}

/// Cases with errors: not on the list, and never silently gone from it.
const LEFT_OUT: Words = words!(nb: "Utelatt", en: "Left out");

/// Cases with errors, and what to mend, under a list.
pub(super) fn blocks(omitted: &[Omitted]) -> Vec<Block> {
    if omitted.is_empty() {
        return Vec::new();
    }
    let table = Table::new([
        (text!(nb: "Id", en: "Id"), Kind::Text),
        (text!(nb: "Hvorfor saken ikke er med", en: "Why the case is not included"), Kind::Text),
    ]);
    let row = |omitted: &Omitted| vec![Cell::name(&omitted.id), Cell::Text(reason(&omitted.why))];
    vec![Block::Heading(LEFT_OUT.text()), Block::Table(table.rows(omitted.iter().map(row)))]
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

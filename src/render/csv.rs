//! The tables of a page as CSV for machines and spreadsheets: semicolons, decimal points, exact kroner.

use super::sanitise;
use crate::contract::Plain;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Fact, Kind, Page, Table};
use crate::words::{Language, Text};
use std::borrow::Cow;

/// Headings and words are a contract, and the contract is Norwegian, whatever the reader speaks.
const LANGUAGE: Language = Language::Nb;

/// Every table and list of facts of the page, with an empty line between; words outside them are
/// left out.
pub fn render(page: &Page) -> String {
    let parts: Vec<_> = page.blocks.iter().filter_map(render_block).collect();
    parts.join("\n")
}

fn render_block(block: &Block) -> Option<String> {
    match block {
        Block::Table(table) => Some(table_lines(table)),
        Block::Facts(facts) => Some(fact_lines(facts)),
        Block::Heading(_) | Block::Paragraph(_) | Block::Note(_) | Block::Lines(..) | Block::Code(_) => None,
    }
}

fn table_lines(table: &Table) -> String {
    let heading = table.columns.iter().map(|column| {
        let unit = match column.kind {
            Kind::Thousands => " (kr)",
            Kind::Text | Kind::Kroner | Kind::Number | Kind::Bar => "",
        };
        words(&column.title) + unit
    });
    lines(core::iter::once(heading)) + &lines(table.rows.iter().map(|row| row.iter().map(value)))
}

/// Rows of a sheet, which may come in parts; the first is its headings.
pub fn rows(rows: &[Vec<Plain>]) -> String {
    lines(rows.iter().map(|row| row.iter().map(plain)))
}

fn plain(cell: &Plain) -> Cow<'_, str> {
    match cell {
        Plain::Words(text) => harmless(text),
        Plain::Figure(text) => Cow::Borrowed(text),
    }
}

fn fact_lines(facts: &[Fact]) -> String {
    lines(facts.iter().map(|fact| [words(&fact.name), value(&fact.value)]))
}

/// Writing to memory cannot fail, and what the writer holds is what we gave it.
fn lines<'c>(rows: impl Iterator<Item = impl IntoIterator<Item = Cow<'c, str>>>) -> String {
    let mut writer = ::csv::WriterBuilder::new().delimiter(b';').flexible(true).from_writer(Vec::new());
    for row in rows {
        let written = row.into_iter().try_for_each(|cell| writer.write_field(cell.as_bytes()));
        if written.and_then(|()| writer.write_record(None::<&[u8]>)).is_err() {
            break;
        }
    }
    writer.into_inner().ok().and_then(|bytes| String::from_utf8(bytes).ok()).unwrap_or_default()
}

fn value(cell: &Cell) -> Cow<'_, str> {
    match cell.plain(LANGUAGE) {
        Cow::Borrowed(words) if cell.is_text() => harmless(words),
        plain @ (Cow::Borrowed(_) | Cow::Owned(_)) => plain,
    }
}

fn words(text: &Text) -> Cow<'_, str> {
    harmless(text.get(LANGUAGE))
}

/// A cell that a spreadsheet would run as a formula gets an apostrophe before it.
fn harmless(text: &str) -> Cow<'_, str> {
    let starts = text
        .trim_start_matches(' ')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '−', '＝', '＋', '－', '＠']);
    let line = sanitise::line(text);
    if starts { Cow::Owned(format!("'{line}")) } else { line }
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn the_sample_page_as_csv() {
        insta::assert_snapshot!(render(&sample::page()), @r#"
        Tas ut;1231772
        Frigjort tid;6317

        År;Post;Gevinster (kr);Score
        2027;Spart tid;615400;2
        2028;Færre kjørte km;-90400;
        "#);
    }

    #[test]
    fn a_spreadsheet_never_runs_what_a_file_says() {
        assert_eq!(harmless("=cmd()"), "'=cmd()");
        assert_eq!(harmless(" @sum"), "' @sum");
        assert_eq!(harmless("\t=1"), "' =1");
        assert_eq!(harmless("Spart tid = mer tid"), "Spart tid = mer tid");
    }

    #[test]
    fn a_negative_number_is_a_number_and_not_a_formula() {
        assert!(render(&sample::hostile_page()).contains(";-5\n"));
    }
}

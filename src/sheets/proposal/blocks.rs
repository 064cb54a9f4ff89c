//! The boxes of a sheet as paragraphs and tables.

use super::super::model::{Entry, Grid, GridCell, Held, Panel, Part};
use super::super::said;
use crate::charts::Figures;
use crate::pages::cell::Cell;
use crate::pages::page::{Block, Kind, Table};
use crate::text;
use crate::words::{Text, sentences};

/// A box under its heading; nothing where it is empty.
pub(super) fn panel(panel: &Panel) -> Vec<Block> {
    let blocks: Vec<Block> = panel.parts.iter().flat_map(part).collect();
    if blocks.is_empty() {
        return Vec::new();
    }
    [Block::Heading(panel.title.clone())].into_iter().chain(blocks).collect()
}

pub(super) fn part(part: &Part) -> Vec<Block> {
    match part {
        Part::Guide(_) => Vec::new(),
        Part::Words(text) => vec![Block::Paragraph(text.clone())],
        Part::List(entries) => entries.iter().map(|entry| Block::Paragraph(line(entry))).collect(),
        Part::Grid(grid) => vec![Block::Table(table(grid))],
        Part::Charts(charts) => {
            let charts = charts.iter().filter(|chart| !chart.figures.rows.is_empty());
            charts
                .flat_map(|chart| [Block::Paragraph(chart.description.clone()), figures(&chart.figures)])
                .collect()
        }
    }
}

fn line(entry: &Entry) -> Text {
    let Entry { lead, text, aside } = entry;
    let aside = if aside.is_empty() { Text::default() } else { text!(all: "({aside})"; aside) };
    sentences([lead.clone(), text.clone(), aside])
}

/// Rows without their pictures: the words beside them say the same.
fn table(grid: &Grid) -> Table {
    let is_kept = |held: Held| held != Held::Pictures;
    let columns = grid.columns.iter().filter(|column| is_kept(column.held)).map(|column| {
        let kind = if column.held == Held::Figures { Kind::Number } else { Kind::Text };
        (column.title.clone(), kind)
    });
    let rows = grid.rows.iter().map(|row| {
        let cells = row.cells.iter().zip(&grid.columns);
        cells.filter(|(_, column)| is_kept(column.held)).map(|(cell, _)| Cell::Text(words(cell))).collect()
    });
    Table::new(columns).rows(rows)
}

fn words(cell: &GridCell) -> Text {
    said::aside([cell.text.clone(), cell.aside.clone()])
}

/// The table of a picture: a name, and its figures from the right.
fn figures(figures: &Figures) -> Block {
    let kinds = [Kind::Text].into_iter().chain(core::iter::repeat(Kind::Number));
    let columns = figures.columns.iter().cloned().zip(kinds);
    let rows = figures.rows.iter().map(|row| row.iter().cloned().map(Cell::Text).collect());
    Block::Table(Table::new(columns).rows(rows))
}

//! How high the parts of a box are in a width, in thousandths of the size of the type.
//!
//! The lengths here are those of `style.css`: one is not changed without the other.

use crate::charts::Chart;
use crate::render::columns::{self, Need};
use crate::render::measure::{Measured, Weight, scaled};
use crate::sheets::{Entry, Grid, GridCell, GridColumn, GridRow, Held, Panel, Part};
use crate::words::{Language, Text};

/// Above and below what stands in a box, with its borders.
const PANEL_EDGES: i64 = 850 + 140;
/// On both sides of it.
const PANEL_SIDES: i64 = 1_300 + 140;
/// The heading of a box and the space under it.
const HEADING: i64 = 1_350 + 200;
/// Between two parts of a box.
const BETWEEN: i64 = 300;
/// Lines of running text, of lists, of tables, of what is small in them, and of headings of columns.
const LINE: i64 = 1_320;
const LIST_LINE: i64 = 1_300;
const TABLE_LINE: i64 = 1_125;
const ASIDE_LINE: i64 = 890;
const COLUMN_LINE: i64 = 870;
const GUIDE_LINE: i64 = 1_200;
/// What is around a row of a table, an entry of a list, a guide.
const ROW_EDGES: i64 = 198 + 70;
const ENTRY_GAP: i64 = 120;
const GUIDE_EDGES: i64 = 740;
/// Before the words of an entry.
const INDENT: i64 = 900;
/// The type of tables, of what is small in them, of headings of columns, of guides, of captions.
const TABLE: i64 = 900;
const ASIDE: i64 = 738;
const COLUMN: i64 = 720;
const GUIDE: i64 = 920;
const CAPTION: i64 = 820;
const CAPTION_LINE: i64 = 1_030;
/// After the words of a cell.
const CELL_GAP: i64 = 630;
/// What a width may lose where it is rounded.
const ROUNDED: i64 = 120;
/// Between pictures, and under their caption.
const CHART_GAP: i64 = 1_200;
const UNDER_CAPTION: i64 = 150;
/// No picture is wider than this.
pub(super) const WIDEST_CHART: i64 = 23_000;
/// «+ 3 til på baksiden»
pub(super) const MORE: i64 = 1_150 + BETWEEN;

/// A box, measured in one language.
#[derive(Debug, Clone)]
pub(super) struct Shaped {
    title: Measured,
    parts: Vec<Shape>,
}

/// A part, measured.
#[derive(Debug, Clone)]
enum Shape {
    Words(Measured),
    List(Vec<Measured>),
    Grid(Table),
    Charts(Vec<Picture>),
    Guide(Measured),
}

/// A table, measured.
#[derive(Debug, Clone)]
struct Table {
    needs: Vec<Need>,
    titles: Vec<Measured>,
    rows: Vec<Vec<Cell>>,
}

#[derive(Debug, Clone)]
struct Cell {
    /// Its words, with what is small in them where it is among words.
    text: Measured,
    /// What is small and stands under it.
    aside: Measured,
    /// How wide and high its picture is.
    picture: [i64; 2],
}

#[derive(Debug, Clone)]
struct Picture {
    caption: Measured,
    width: i64,
    height: i64,
}

/// Where what is small in a cell stands: after its words, or under its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Among {
    Words,
    Figures,
}

/// Where what is small stands in a column.
pub(super) const fn is_among(held: Held) -> Among {
    match held {
        Held::Words => Among::Words,
        Held::Short | Held::Figures | Held::Pictures => Among::Figures,
    }
}

impl Shaped {
    /// Measures a box.
    pub(super) fn of(panel: &Panel, language: Language) -> Self {
        Self {
            title: Measured::of(panel.title.get(language), Weight::Bold, 1_000),
            parts: panel.parts.iter().map(|part| Shape::of(part, language)).collect(),
        }
    }

    /// How high it is in a width.
    pub(super) fn height(&self, width: i64) -> i64 {
        let inner = width - PANEL_SIDES;
        let parts: i64 = self.parts.iter().map(|part| part.height(inner)).fold(0, i64::saturating_add);
        let between = BETWEEN * i64::try_from(self.parts.len().saturating_sub(1)).unwrap_or_default();
        // The number before the title takes two ems.
        let title = HEADING + (self.title.lines(inner - 2_000) - 1).max(0) * LINE;
        PANEL_EDGES + title + parts.saturating_add(between)
    }
}

impl Shape {
    fn of(part: &Part, language: Language) -> Self {
        let plain = |text: &Text| Measured::of(text.get(language), Weight::Plain, 1_000);
        match part {
            Part::Words(text) => Self::Words(plain(text)),
            Part::Guide(text) => Self::Guide(Measured::of(text.get(language), Weight::Plain, GUIDE)),
            Part::List(entries) => {
                Self::List(entries.iter().map(|entry| measured(entry, language)).collect())
            }
            Part::Grid(grid) => Self::Grid(Table::of(grid, language)),
            Part::Charts(charts) => {
                Self::Charts(charts.iter().map(|chart| picture(chart, language)).collect())
            }
        }
    }

    fn height(&self, width: i64) -> i64 {
        match self {
            Self::Words(text) => text.lines(width).saturating_mul(LINE),
            Self::Guide(text) => GUIDE_EDGES + text.lines(width - 900).saturating_mul(GUIDE_LINE),
            Self::List(entries) => {
                let height =
                    |entry: &Measured| ENTRY_GAP + entry.lines(width - INDENT).saturating_mul(LIST_LINE);
                entries.iter().map(height).fold(0, i64::saturating_add)
            }
            Self::Grid(table) => table.height(width),
            Self::Charts(pictures) => {
                let width = chart_width(pictures.len(), width);
                pictures.iter().map(|picture| picture.height(width)).max().unwrap_or_default()
            }
        }
    }
}

/// How wide each of some pictures beside one another is.
pub(super) fn chart_width(count: usize, width: i64) -> i64 {
    let count = i64::try_from(count).unwrap_or(1).max(1);
    ((width - CHART_GAP * (count - 1)) / count).clamp(1, WIDEST_CHART)
}

fn measured(entry: &Entry, language: Language) -> Measured {
    let mut whole = Measured::of(entry.lead.get(language), Weight::Bold, 1_000);
    whole.add(entry.text.get(language), Weight::Plain, 1_000);
    whole.add(entry.aside.get(language), Weight::Plain, 820);
    whole
}

fn picture(chart: &Chart, language: Language) -> Picture {
    let caption = Measured::of(chart.title.get(language), Weight::Bold, CAPTION);
    Picture { caption, width: i64::from(chart.width), height: i64::from(chart.height) }
}

impl Picture {
    fn height(&self, width: i64) -> i64 {
        let drawn = width.saturating_mul(self.height) / self.width.max(1);
        drawn + UNDER_CAPTION + self.caption.lines(width).saturating_mul(CAPTION_LINE)
    }
}

impl Table {
    fn of(grid: &Grid, language: Language) -> Self {
        let title = |text: &Text| Measured::of(text.get(language), Weight::Plain, COLUMN);
        let titles: Vec<Measured> = grid.columns.iter().map(|column| title(&column.title)).collect();
        let rows: Vec<Vec<Cell>> =
            grid.rows.iter().map(|row| Cell::row(row, &grid.columns, language)).collect();
        let needs = grid.columns.iter().zip(&titles).enumerate().map(|(place, (column, title))| {
            let cells = || rows.iter().filter_map(|row| row.get(place));
            let natural = cells().map(Cell::natural).max().unwrap_or_default().max(title.natural());
            let least = cells().map(Cell::least).max().unwrap_or_default().max(title.longest_word());
            Need {
                held: column.held,
                natural: natural + CELL_GAP + ROUNDED,
                least: least + CELL_GAP + ROUNDED,
            }
        });
        Self { needs: needs.collect(), titles, rows }
    }

    fn height(&self, width: i64) -> i64 {
        let widths = columns::widths(&self.needs, width);
        let titles = self.titles.iter().zip(&widths).map(|(title, width)| title.lines(width - CELL_GAP));
        let head = titles.max().unwrap_or_default() * COLUMN_LINE + ROW_EDGES;
        let row = |row: &Vec<Cell>| {
            let cells = row.iter().zip(&widths).map(|(cell, width)| cell.height(width - CELL_GAP));
            cells.max().unwrap_or_default().max(TABLE_LINE) + ROW_EDGES
        };
        self.rows.iter().map(row).fold(head, i64::saturating_add)
    }
}

impl Cell {
    fn row(row: &GridRow, columns: &[GridColumn], language: Language) -> Vec<Self> {
        let weight = if row.is_strong { Weight::Bold } else { Weight::Plain };
        let cells = row.cells.iter().zip(columns);
        cells.map(|(cell, column)| Self::of(cell, is_among(column.held), weight, language)).collect()
    }

    fn of(cell: &GridCell, among: Among, weight: Weight, language: Language) -> Self {
        let picture = cell.picture.as_ref();
        let picture = picture.map_or([0, 0], |chart| {
            [chart.width, chart.height].map(|length| scaled(i64::from(length) * 10, TABLE))
        });
        let mut text = Measured::of(cell.text.get(language), weight, TABLE);
        let small = cell.aside.get(language);
        let under = match among {
            Among::Words => {
                text.add(small, Weight::Plain, ASIDE);
                ""
            }
            Among::Figures => small,
        };
        Self { text, aside: Measured::of(under, Weight::Plain, ASIDE), picture }
    }

    fn natural(&self) -> i64 {
        let [picture, _] = self.picture;
        self.text.natural().max(self.aside.natural()).max(picture)
    }

    fn least(&self) -> i64 {
        let [picture, _] = self.picture;
        self.text.longest_word().max(self.aside.longest_word()).max(picture)
    }

    fn height(&self, width: i64) -> i64 {
        let [_, picture] = self.picture;
        let text = self.text.lines(width).saturating_mul(TABLE_LINE);
        let aside = self.aside.lines(width).saturating_mul(ASIDE_LINE);
        text.saturating_add(aside).saturating_add(picture)
    }
}

/// How wide a column is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ColumnWidth {
    /// In thousandths of the type of the table: figures need as much on every page.
    Ems(i64),
    /// In ten-thousandths of the table.
    Share(i64),
    /// What the others leave.
    Rest,
}

/// The widths of the columns of a table in a box of some width.
pub(super) fn column_widths(grid: &Grid, panel_width: i64, language: Language) -> Vec<ColumnWidth> {
    let width = (panel_width - PANEL_SIDES).max(1);
    let widths = columns::widths(&Table::of(grid, language).needs, width);
    let of_words = grid.columns.iter().zip(&widths).filter(|(column, _)| column.held == Held::Words);
    let widest = of_words.map(|(_, width)| *width).max();
    let mut rest = widest;
    let kinds = grid.columns.iter().zip(&widths).map(|(column, wide)| match column.held {
        Held::Words if rest == Some(*wide) => {
            rest = None;
            ColumnWidth::Rest
        }
        Held::Words => ColumnWidth::Share(wide.saturating_mul(10_000) / width),
        Held::Short | Held::Figures | Held::Pictures => ColumnWidth::Ems(wide.saturating_mul(1_000) / TABLE),
    });
    kinds.collect()
}

/// How wide the pictures of a box are, in thousandths of the type.
pub(super) fn pictures_width(count: usize, panel_width: i64) -> i64 {
    chart_width(count, panel_width - PANEL_SIDES)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_box_grows_when_it_is_narrowed() {
        let row = |text: &str| GridRow { cells: vec![Text::same(text).into()], is_strong: false };
        let grid = Grid {
            columns: vec![GridColumn { title: Text::same("Hva"), held: Held::Words }],
            rows: vec![row(&"ord ".repeat(30)), row("kort")],
        };
        let panel = Panel {
            number: 9,
            title: Text::same("Hvem gjør hva"),
            width: Panel::WHOLE,
            parts: vec![Part::Words(Text::same(&"ord ".repeat(80))), Part::Grid(grid)],
        };
        let shaped = Shaped::of(&panel, Language::Nb);
        assert!(shaped.height(20_000) > shaped.height(40_000));
        let empty = Panel { parts: Vec::new(), ..panel };
        assert_eq!(Shaped::of(&empty, Language::Nb).height(40_000), PANEL_EDGES + HEADING);
    }
}

//! What a sheet is made of.

use crate::charts::Chart;
use crate::words::Text;

/// One A3.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// What it is called in links: the id of a case.
    pub id: String,
    /// What it is about.
    pub title: Text,
    /// Who it belongs to: område, eier.
    pub about: Vec<Text>,
    /// The phases, and how far it has come.
    pub steps: Vec<Step>,
    /// Short words that the reader must not miss: not finished, decided.
    pub badges: Vec<Badge>,
    /// The figures one looks for first.
    pub figures: Vec<Figure>,
    /// The twelve boxes, in order.
    pub panels: Vec<Panel>,
    /// File, date, prices, and how to look closer.
    pub footer: Vec<Text>,
}

/// A few words beside the title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Badge {
    /// What it says.
    pub text: Text,
    /// Whether it warns.
    pub warns: bool,
}

/// A phase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What it is called.
    pub name: Text,
    /// Where the case is.
    pub stage: Stage,
}

/// Where a case is against a phase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It has been through it.
    Past,
    /// It is in it.
    Here,
    /// It has not come to it.
    Ahead,
}

/// A figure of the header, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// The figure, with its unit.
    pub value: Text,
    /// What it is.
    pub label: Text,
    /// How to read it; may be empty.
    pub note: Text,
}

/// One of the twelve boxes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Panel {
    /// From 1 to 12.
    pub number: usize,
    /// What it asks.
    pub title: Text,
    /// How much of the width of its half it takes, in thousandths; what is less than all of it shares a row with the
    /// next ones.
    pub width: i64,
    /// What stands in it.
    pub parts: Vec<Part>,
}

/// The two halves of a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Half {
    /// Where we are and must be: no solutions.
    Left,
    /// What we do about it.
    Right,
}

impl Panel {
    /// The half it stands on.
    pub const fn half(&self) -> Half {
        if self.number <= 5 { Half::Left } else { Half::Right }
    }

    /// The width of a box that has its row for itself.
    pub const WHOLE: i64 = 1_000;
}

/// A part of a box.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// Running text.
    Words(Text),
    /// Things under one another.
    List(Vec<Entry>),
    /// Rows and columns.
    Grid(Grid),
    /// Pictures beside one another.
    Charts(Vec<Chart>),
    /// What is to be filled in here, and when.
    Guide(Text),
}

impl Part {
    /// Running text; none where there is none.
    pub(super) fn words(text: Text) -> Option<Self> {
        text.unless_empty().map(Self::Words)
    }

    /// Things under one another; none where there are none.
    pub(super) fn list(entries: impl IntoIterator<Item = Entry>) -> Option<Self> {
        let entries: Vec<Entry> = entries.into_iter().collect();
        (!entries.is_empty()).then_some(Self::List(entries))
    }
}

/// One thing of a list.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Entry {
    /// What it is, in bold; may be empty.
    pub lead: Text,
    /// What is said of it.
    pub text: Text,
    /// In small: dates, status.
    pub aside: Text,
}

impl Entry {
    /// What is said under a name; none where nothing is.
    pub(super) fn of(lead: Text, text: Text) -> Option<Self> {
        text.unless_empty().map(|text| Self { lead, text, ..Self::default() })
    }
}

/// Rows and columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Grid {
    /// Headings.
    pub columns: Vec<GridColumn>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<GridRow>,
}

/// A column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GridColumn {
    /// Its heading.
    pub title: Text,
    /// What it holds.
    pub held: Held,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// Words, from the left.
    Words,
    /// Short words or figures that are not broken where there is room.
    Short,
    /// Figures, from the right.
    Figures,
    /// Pictures.
    Pictures,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridRow {
    /// Its cells.
    pub cells: Vec<GridCell>,
    /// Whether it stands out: what is chosen, a sum.
    pub is_strong: bool,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct GridCell {
    /// What it says.
    pub text: Text,
    /// In small under it.
    pub aside: Text,
    /// A picture instead.
    pub picture: Option<Box<Chart>>,
    /// The address it leads to, where there is one.
    pub link: Option<String>,
}

impl From<Text> for GridCell {
    fn from(text: Text) -> Self {
        Self { text, ..Self::default() }
    }
}

impl From<Option<Chart>> for GridCell {
    fn from(picture: Option<Chart>) -> Self {
        Self { picture: picture.map(Box::new), ..Self::default() }
    }
}

impl GridCell {
    /// The cell with words beside its picture.
    pub(super) fn saying(self, text: Text) -> Self {
        Self { text, ..self }
    }

    /// The cell as a link, where it leads somewhere.
    pub(super) fn leading_to(self, link: Option<String>) -> Self {
        Self { link, ..self }
    }

    /// The cell with small words under it.
    pub(super) fn with(self, aside: Text) -> Self {
        Self { aside, ..self }
    }
}

impl GridRow {
    /// A row of cells.
    pub(super) fn of(cells: impl IntoIterator<Item = GridCell>) -> Self {
        Self { cells: cells.into_iter().collect(), is_strong: false }
    }

    /// The same, standing out where that is so.
    pub(super) fn strong_if(self, is: impl FnOnce() -> bool) -> Self {
        Self { is_strong: is(), ..self }
    }
}

impl Grid {
    /// Rows under headings; no part where there are no rows.
    pub(super) fn part(
        columns: impl IntoIterator<Item = (Text, Held)>,
        rows: impl IntoIterator<Item = GridRow>,
    ) -> Option<Part> {
        let columns = columns.into_iter().map(|(title, held)| GridColumn { title, held }).collect();
        let rows: Vec<GridRow> = rows.into_iter().collect();
        (!rows.is_empty()).then_some(Part::Grid(Self { columns, rows }))
    }
}

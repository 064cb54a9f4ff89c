//! A page: what is said and in which order, and nothing about how it looks.

use super::cell::Cell;
use crate::units::Decimal;
use crate::words::Text;
use core::ops::Range;

/// One report, ready for any format.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Page {
    /// What it is about.
    pub title: Text,
    /// What it says, in order.
    pub blocks: Vec<Block>,
    /// The same with less of it, for where this is more than one screen.
    pub shorter: Option<Box<Page>>,
    /// Whether the tables have their first rows alone where even that is more than one screen.
    pub may_be_cut: bool,
}

/// One part of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading within the page.
    Heading(Text),
    /// Running text.
    Paragraph(Text),
    /// A remark the reader must not miss.
    Note(Text),
    /// Values with names.
    Facts(Vec<Fact>),
    /// Rows and columns.
    Table(Table),
    /// Working, a line at a time, under a name.
    Lines(Text, Vec<Text>),
    /// Text from a file, shown as it is.
    Code(String),
}

/// A value with its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact {
    /// What the value is, and which view it belongs to.
    pub name: Text,
    /// The value.
    pub value: Cell,
    /// A few words on how to read it; may be empty.
    pub note: Text,
}

/// What a column holds; decides alignment and which unit its heading must carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words: to the left, may wrap.
    Text,
    /// Amounts in whole kroner; the heading's own words say kr.
    Kroner,
    /// Amounts in 1 000 kr for people, kroner for machines.
    Thousands,
    /// Any other number; the heading's own words say the unit.
    Number,
    /// A drawn bar: never broken, read from the left.
    Bar,
}

impl Kind {
    /// Whether it is read from the left, as words are.
    pub const fn is_from_left(self) -> bool {
        matches!(self, Self::Text | Self::Bar)
    }
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its heading.
    pub title: Text,
    /// What it holds.
    pub kind: Kind,
}

/// Rows and columns of typed cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
#[must_use]
pub struct Table {
    /// Headings.
    pub columns: Vec<Column>,
    /// Rows, each with a cell for every column.
    pub rows: Vec<Vec<Cell>>,
    /// The last row, where the table has a sum.
    pub total: Option<Vec<Cell>>,
    /// Columns that make a table of their own below where the page is too narrow for all.
    pub aside: Range<usize>,
    /// Who sees to it that the parts add up as they are shown.
    pub footing: Footing,
    /// What is said above and below each row, across all columns; shorter than the rows where the last have
    /// nothing.
    pub margins: Vec<Margin>,
}

/// What is said above and below a row of a table, across all its columns.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Margin {
    /// What begins with this row; may be empty.
    pub above: Text,
    /// What explains it; may be empty.
    pub below: Text,
    /// Whether the row is the sum of those above it in its part.
    pub is_sum: bool,
}

/// Who sees to it that the parts of a table add up as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Footing {
    /// The rows are the parts of the sum: a note is shown where they do not add up.
    #[default]
    Rows,
    /// The rows hold sums of their own: the page says itself where they do not.
    Page,
}

impl Page {
    /// A page for a machine: one table, and no title.
    pub fn of_table(table: Table) -> Self {
        Self::default().with(Block::Table(table))
    }

    /// A page with a title and nothing on it yet.
    pub fn new(title: Text) -> Self {
        Self { title, ..Self::default() }
    }

    /// The page where what is to be said of rounding is said once, last, and not under each table.
    pub fn with_rounding_said_once(mut self) -> Self {
        let note = Block::Paragraph(rounding_note());
        let is_uneven = |block: &Block| match block {
            Block::Table(table) => table.rounds_unevenly(),
            Block::Paragraph(said) => *said == rounding_note(),
            Block::Heading(_) | Block::Note(_) | Block::Facts(_) | Block::Lines(..) | Block::Code(_) => false,
        };
        if self.blocks.iter().any(is_uneven) {
            self.blocks.retain(|block| *block != note);
            self.blocks.push(note);
        }
        self
    }

    /// The page, or the first of these that fits where it is more than one screen; each is shorter than the one before.
    pub fn or_shorter(mut self, pages: impl DoubleEndedIterator<Item = Self>) -> Self {
        let shorter = |least: Option<Box<Self>>, mut page: Self| {
            page.shorter = least;
            Some(Box::new(page))
        };
        self.shorter = pages.rev().fold(None, shorter);
        self
    }

    /// The page, or where it is more than one screen the first rows of its tables, and what the others come to.
    pub fn or_first_rows(mut self) -> Self {
        match &mut self.shorter {
            Some(shorter) => **shorter = core::mem::take(&mut **shorter).or_first_rows(),
            None => self.may_be_cut = true,
        }
        self
    }

    /// The page with at most so many rows of each part of a table.
    pub fn cut(mut self, most: usize) -> Self {
        for block in &mut self.blocks {
            if let Block::Table(table) = block {
                *table = core::mem::take(table).first_rows(most);
            }
        }
        self
    }

    /// How many rows the longest of its tables has.
    pub fn rows(&self) -> usize {
        let rows = self.blocks.iter().map(|block| match block {
            Block::Table(table) => table.rows.len(),
            Block::Heading(_)
            | Block::Paragraph(_)
            | Block::Note(_)
            | Block::Facts(_)
            | Block::Lines(..)
            | Block::Code(_) => 0,
        });
        rows.max().unwrap_or_default()
    }

    /// The page with one more block.
    pub fn with(mut self, block: Block) -> Self {
        self.blocks.push(block);
        self
    }

    /// The page with a paragraph more, where there is something to say.
    pub fn said(self, text: Text) -> Self {
        if text.is_empty() { self } else { self.with(Block::Paragraph(text)) }
    }

    /// The page with more blocks.
    pub fn with_all(mut self, blocks: impl IntoIterator<Item = Block>) -> Self {
        self.blocks.extend(blocks);
        self
    }
}

impl Fact {
    /// A value with its name.
    pub fn new(name: Text, value: impl Into<Cell>) -> Self {
        Self { name, value: value.into(), note: Text::default() }
    }

    /// The same value with a few words on how to read it.
    pub fn noted(mut self, note: Text) -> Self {
        self.note = note;
        self
    }
}

impl Table {
    /// A table with headings and no rows yet.
    pub fn new(columns: impl IntoIterator<Item = (Text, Kind)>) -> Self {
        let columns = columns.into_iter().map(|(title, kind)| Column { title, kind }).collect();
        Self { columns, ..Self::default() }
    }

    /// The table with these rows.
    pub fn rows(mut self, rows: impl IntoIterator<Item = Vec<Cell>>) -> Self {
        self.rows.extend(rows);
        self
    }

    /// The table with a sum as its last row.
    pub fn total(mut self, total: Vec<Cell>) -> Self {
        self.total = Some(total);
        self
    }

    /// The table with these columns in a table of their own where the page is narrow.
    pub fn aside(mut self, columns: Range<usize>) -> Self {
        self.aside = columns;
        self
    }

    /// The table with sums among its rows, so that the page says itself where they do not add up.
    pub fn with_sums_inside(mut self) -> Self {
        self.footing = Footing::Page;
        self
    }

    /// The table with this said above and below its rows.
    pub fn margins(mut self, margins: impl IntoIterator<Item = Margin>) -> Self {
        self.margins.extend(margins);
        self
    }

    /// The table with at most so many rows of each part, and below them one row of what the others come to.
    pub fn first_rows(mut self, most: usize) -> Self {
        let mut margins = core::mem::take(&mut self.margins).into_iter();
        let mut parts: Vec<Vec<(Vec<Cell>, Margin)>> = Vec::new();
        let has_margins = margins.len() > 0;
        for row in core::mem::take(&mut self.rows) {
            let margin = margins.next().unwrap_or_default();
            match parts.last_mut().filter(|_| margin.above.is_empty()) {
                Some(part) => part.push((row, margin)),
                None => parts.push(vec![(row, margin)]),
            }
        }
        for mut part in parts {
            let sum = part.pop_if(|(_, margin)| margin.is_sum);
            // A row for one row is no shorter.
            if part.len() > most.saturating_add(1) {
                let others: Vec<Vec<Cell>> = part.drain(most..).map(|(row, _)| row).collect();
                part.push((self.together(&others), Margin::default()));
            }
            part.extend(sum);
            for (row, margin) in part {
                self.rows.push(row);
                self.margins.extend(has_margins.then_some(margin));
            }
        }
        self
    }

    /// Several rows as one: how many they are, and the sum of what can be added.
    fn together(&self, rows: &[Vec<Cell>]) -> Vec<Cell> {
        let count = rows.len();
        let named = self.columns.iter().position(|column| column.kind == Kind::Text);
        let together = self.columns.iter().enumerate().map(|(place, _)| {
            if Some(place) == named {
                return crate::text!(nb: "{count} til: --alt", nn: "{count} til: --alt", en: "{count} more: --alt").into();
            }
            Cell::sum(rows.iter().filter_map(|row| row.get(place))).unwrap_or_else(Cell::blank)
        });
        together.collect()
    }

    /// Whether some column is shown in 1 000 kr, which must then be said.
    pub fn is_in_thousands(&self) -> bool {
        self.columns.iter().any(|column| column.kind == Kind::Thousands)
    }

    /// Whether the parts, as they are rounded for show, fail to add up to the sum shown.
    pub fn rounds_unevenly(&self) -> bool {
        let total = self.total.iter().flatten().enumerate();
        let mut sums = total.filter_map(|(place, cell)| Some((place, cell.shown()?)));
        self.footing == Footing::Rows
            && sums.any(|(place, shown)| self.sum_shown(place).is_some_and(|sum| sum != shown))
    }

    fn sum_shown(&self, place: usize) -> Option<Decimal> {
        let cells = self.rows.iter().filter_map(|row| row.get(place)?.shown());
        cells.into_iter().try_fold(Decimal::ZERO, Decimal::checked_add)
    }
}

/// A row of a table: names, then figures.
pub fn row(names: impl IntoIterator<Item = Cell>, figures: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    names.into_iter().chain(figures).collect()
}

/// The last row of a table: «Sum» over this many columns of names, then figures.
pub fn sum_row(columns: usize, figures: impl IntoIterator<Item = Cell>) -> Vec<Cell> {
    let blanks = core::iter::repeat_n(Cell::blank(), columns.saturating_sub(1));
    row(core::iter::once(Cell::name("Sum")).chain(blanks), figures)
}

/// A heading and a table; nothing where the table has no rows.
pub fn titled(title: Text, table: Table) -> Vec<Block> {
    if table.rows.is_empty() { Vec::new() } else { vec![Block::Heading(title), Block::Table(table)] }
}

/// What stands once over a table with amounts in 1 000 kr.
pub fn in_thousands() -> Text {
    crate::text!(nb: "Beløp i 1\u{a0}000\u{a0}kr", nn: "Beløp i 1\u{a0}000\u{a0}kr", en: "Amounts in NOK 1,000")
}

/// What to say under a table whose rounded parts do not add up.
pub fn rounding_note() -> Text {
    crate::text!(
        nb: "Tallene er rundet av hver for seg. Derfor kan summen avvike litt fra delene.", nn: "Tala er runda av kvar for seg. Derfor kan summen avvike litt frå delane.",
        en: "Each figure is rounded on its own, so a sum may differ slightly from its parts.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Kroner;

    fn thousands(kroner: i64) -> Cell {
        Cell::Thousands(Kroner::new(Decimal::from(kroner)))
    }

    fn table(parts: [i64; 2], total: i64) -> Table {
        Table::new([(Text::default(), Kind::Text), (Text::default(), Kind::Thousands)])
            .rows(parts.map(|part| vec![Cell::Empty, thousands(part)]))
            .total(vec![Cell::Empty, thousands(total)])
    }

    #[test]
    fn a_sum_that_differs_from_its_rounded_parts_is_noticed() {
        assert!(table([1_400, 1_400], 2_800).rounds_unevenly());
        assert!(!table([1_000, 2_000], 3_000).rounds_unevenly());
        assert!(!table([1_400, 1_400], 2_800).with_sums_inside().rounds_unevenly());
    }

    #[test]
    fn rounding_is_said_once_and_last_however_many_tables_are_uneven() {
        let uneven = || Block::Table(table([1_400, 1_400], 2_800));
        let note = || Block::Paragraph(rounding_note());
        let page = Page::default().with_all([uneven(), note(), uneven(), Block::Heading(Text::default())]);
        let page = page.with_rounding_said_once();
        assert_eq!(page.blocks.iter().filter(|block| **block == note()).count(), 1);
        assert_eq!(page.blocks.last(), Some(&note()));
        let even = Page::default().with(Block::Table(table([1_000, 2_000], 3_000)));
        assert_eq!(even.clone().with_rounding_said_once(), even);
    }

    #[test]
    fn the_first_rows_of_each_part_stand_for_all_and_the_others_are_summed() {
        let row = |name: &str, amount| vec![Cell::name(name), thousands(amount)];
        let columns = [(Text::default(), Kind::Text), (Text::default(), Kind::Thousands)];
        let (above, sum) = (Text::same("Valgt"), Margin { is_sum: true, ..Margin::default() });
        let margins = [Margin { above: above.clone(), ..Margin::default() }, Margin::default()];
        let margins = margins
            .into_iter()
            .chain([Margin::default(), sum])
            .chain([Margin { above, ..Margin::default() }]);
        let rows = [row("a", 1_000), row("b", 2_000), row("c", 3_000), row("Sum", 6_000), row("d", 1_000)];
        let cut = Table::new(columns).rows(rows).margins(margins).first_rows(1);
        let names: Vec<String> = cut.rows.iter().map(|row| row[0].bare(crate::words::Language::Nb)).collect();
        assert_eq!(names, ["a", "2 til: --alt", "Sum", "d"]);
        assert_eq!((&cut.rows[1][1], cut.margins.len()), (&thousands(5_000), 4));
        assert_eq!(cut.margins[2], Margin { is_sum: true, ..Margin::default() });
    }

    #[test]
    fn a_table_without_a_sum_has_nothing_to_add_up() {
        let table = Table { total: None, ..table([1_400, 1_400], 2_800) };
        assert!(!table.rounds_unevenly());
    }
}

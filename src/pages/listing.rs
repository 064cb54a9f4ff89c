//! A table of like things, written a column at a time: its heading and what it shows are together.

use super::cell::Cell;
use super::page::{Column, Kind, Table};
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::Text;

/// A table on its way: one row for each item.
#[derive(Debug, Clone)]
#[must_use]
pub struct Listing<T> {
    items: Vec<T>,
    table: Table,
}

impl<T> Listing<T> {
    /// A row for each of these, and no columns yet.
    pub fn of(items: impl IntoIterator<Item = T>) -> Self {
        let items: Vec<T> = items.into_iter().collect();
        let rows = items.iter().map(|_| Vec::new()).collect();
        Self { items, table: Table { rows, ..Table::default() } }
    }

    /// A column of words.
    pub fn text<C: Into<Cell>>(self, title: Text, shown: impl Fn(&T) -> C) -> Self {
        self.column(Kind::Text, title, shown)
    }

    /// A column of numbers whose heading says their unit.
    pub fn number<C: Into<Cell>>(self, title: Text, shown: impl Fn(&T) -> C) -> Self {
        self.column(Kind::Number, title, shown)
    }

    /// A column of drawn bars.
    pub fn bar(self, title: Text, shown: impl Fn(&T) -> String) -> Self {
        self.column(Kind::Bar, title, |item| Cell::Bar(shown(item)))
    }

    /// A column of calendar years.
    pub fn year(self, shown: impl Fn(&T) -> Year) -> Self {
        self.number(text!(nb: "År", nn: "År", en: "Year"), shown)
    }

    /// A column of whole kroner.
    pub fn kroner<C: Into<Option<Kroner>>>(self, title: Text, shown: impl Fn(&T) -> C) -> Self {
        self.column(Kind::Kroner, title, |item| shown(item).into().map(Cell::Kroner))
    }

    /// A column of amounts in 1 000 kr.
    pub fn thousands<C: Into<Option<Kroner>>>(self, title: Text, shown: impl Fn(&T) -> C) -> Self {
        self.column(Kind::Thousands, title, |item| shown(item).into().map(Cell::Thousands))
    }

    /// The table with its rows.
    pub fn table(self) -> Table {
        self.table
    }

    /// A column of any kind.
    pub fn column<C: Into<Cell>>(mut self, kind: Kind, title: Text, shown: impl Fn(&T) -> C) -> Self {
        self.table.columns.push(Column { title, kind });
        for (row, item) in self.table.rows.iter_mut().zip(&self.items) {
            row.push(shown(item).into());
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Decimal;

    #[test]
    fn each_column_says_its_heading_and_what_it_shows() {
        let amounts = [Some(Kroner::new(Decimal::ONE)), None];
        let table = Listing::of(amounts).kroner(Text::same("kr"), |amount| *amount).table();
        assert_eq!(table.columns.len(), 1);
        assert_eq!(table.rows, [vec![Cell::Kroner(Kroner::new(Decimal::ONE))], vec![Cell::Empty]]);
    }
}

//! Which year and month a line is of.

use super::heading::Column;
use super::period::Month;
use super::records::Cell;
use super::row::Rows;
use super::wording;
use crate::units::Year;

impl Rows<'_> {
    pub(super) fn year(&mut self, cells: &[Cell]) -> Option<Option<Year>> {
        let (text, cell) = self.text(Column::Year, cells);
        if text.is_empty() {
            return Some(None);
        }
        let expected = self.expected;
        let number = Some(&text).filter(|text| text.len() == 4).and_then(|text| text.parse().ok());
        let year = number.and_then(Year::new).filter(|year| expected.years().contains(year));
        if year.is_none() {
            let span = self.span(cell);
            if expected.has_months() {
                return self.alike((Column::Year, text.into_owned()), span);
            }
            return self.wrong(|| wording::no_plan_year(span, &text, expected.first, expected.last()));
        }
        Some(year)
    }

    /// The month of a line of the accounts; a budget has none.
    pub(super) fn month(&mut self, cells: &[Cell]) -> Option<Option<Month>> {
        if !self.expected.has_months() {
            return Some(None);
        }
        let (text, cell) = self.text(Column::Period, cells);
        if let Ok(month) = Month::read(&text, self.expected.first) {
            return Some(Some(month));
        }
        let span = self.span(cell);
        self.alike((Column::Period, text.into_owned()), span)
    }
}

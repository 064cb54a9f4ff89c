//! ny_praksis.

use super::Lowering;
use crate::document::{self, Field};
use crate::model::{From, NewPractice, OtherLine, Staffing};
use crate::rates::kostra_base;

impl Lowering<'_> {
    pub(super) fn new_practice(&mut self) -> Vec<NewPractice> {
        let rows = self.document.new_practice.rows();
        rows.iter().filter_map(|row| self.practice_of_unit(row)).collect()
    }

    /// What must be there in a row; one that is still to be written takes the row away, and nothing else. A key that
    /// is not there at all is named by `shape`.
    fn in_practice<T: Clone>(&mut self, field: &Field<T>) -> Option<T> {
        self.sound &= field.get().is_some() || !field.is_written();
        field.cloned()
    }

    /// A funksjon or art of it, as it counts.
    fn code_in_practice(&mut self, field: &Field<String>) -> Option<String> {
        self.in_practice(field).map(|code| kostra_base(&code).to_owned())
    }

    /// Without `fra`, the new practice holds from the first year of the case.
    fn practice_of_unit(&mut self, row: &document::NewPractice) -> Option<NewPractice> {
        let staff = row.staff.rows().iter().filter_map(|row| self.staffing(row)).collect();
        let others = row.others.rows().iter().filter_map(|row| self.other_line(row)).collect();
        let from = row.from.cloned().unwrap_or(From::CaseYear(1));
        Some(NewPractice { unit: self.in_practice(&row.unit)?, from, staff, others })
    }

    fn staffing(&mut self, row: &document::Staffing) -> Option<Staffing> {
        self.position(&row.position);
        let (position, fte) = (self.in_practice(&row.position), self.in_practice(&row.fte));
        let function = self.code_in_practice(&row.function);
        Some(Staffing { position: position?, fte: fte?, function: function? })
    }

    fn other_line(&mut self, row: &document::OtherLine) -> Option<OtherLine> {
        let (art, function) = (self.code_in_practice(&row.art), self.code_in_practice(&row.function));
        let amount = self.in_practice(&row.amount).and_then(|amount| self.priced_kroner(amount));
        Some(OtherLine { art: art?, function: function?, amount: amount?, name: row.name.cloned() })
    }
}

//! ny_praksis.

use super::Lowering;
use crate::document;
use crate::model::{From, NewPractice, OtherLine, Staffing};

impl Lowering<'_> {
    pub(super) fn new_practice(&mut self) -> Vec<NewPractice> {
        let rows = self.document.new_practice.rows();
        rows.iter().filter_map(|row| self.practice_of_unit(row)).collect()
    }

    /// Without `fra`, the new practice holds from the first year of the case.
    fn practice_of_unit(&mut self, row: &document::NewPractice) -> Option<NewPractice> {
        let staff = row.staff.rows().iter().filter_map(|row| self.staffing(row)).collect();
        let others = row.others.rows().iter().filter_map(|row| self.other_line(row)).collect();
        let from = row.from.cloned().unwrap_or(From::CaseYear(1));
        Some(NewPractice { unit: self.required(&row.unit)?, from, staff, others })
    }

    fn staffing(&mut self, row: &document::Staffing) -> Option<Staffing> {
        self.position(&row.position);
        let (position, fte) = (self.required(&row.position), self.required(&row.fte));
        let function = self.code(&row.function);
        Some(Staffing { position: position?, fte: fte?, function: function? })
    }

    fn other_line(&mut self, row: &document::OtherLine) -> Option<OtherLine> {
        let (art, function) = (self.code(&row.art), self.code(&row.function));
        let amount = self.required(&row.amount);
        Some(OtherLine { art: art?, function: function?, amount: amount?, name: row.name.cloned() })
    }
}

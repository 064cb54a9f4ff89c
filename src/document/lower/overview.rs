//! nivå: virksomhet.

use super::Lowering;
use crate::document;
use crate::model::{Overview, SubArea};

impl Lowering<'_> {
    pub(super) fn overview(&mut self) -> Option<Overview> {
        let document = self.document;
        let areas = document.sub_areas.rows().iter().filter_map(|row| self.sub_area(row)).collect();
        Some(Overview { id: document.id.clone(), title: self.required(&document.title)?, areas })
    }

    fn sub_area(&mut self, row: &document::SubArea) -> Option<SubArea> {
        Some(SubArea {
            name: self.required(&row.name)?,
            now: row.now.cloned(),
            wanted: row.wanted.cloned(),
            estimate: row.estimate.cloned(),
            challenges: row.challenges.cloned(),
            opportunities: row.opportunities.cloned(),
            must_be_done: row.must_be_done.cloned().unwrap_or(false),
            dig_deeper: row.dig_deeper.cloned().unwrap_or(false),
            case: row.case.cloned(),
        })
    }
}

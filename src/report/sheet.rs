//! Cases → all that stands on their sheets.

use super::{CalcReport, CalcWanted, Ending, Watch, calc};
use crate::repository::{Repository, WorldError};
use chrono::NaiveDate;

/// What `a3 report` found of cases, one by one.
#[derive(Debug)]
pub struct SheetReport {
    /// The cases as written and calculated, and how sure each is.
    pub calc: CalcReport,
    /// The day the sheets are made for.
    pub day: NaiveDate,
}

impl SheetReport {
    /// How `a3 report` ends.
    #[must_use]
    pub fn ending(&self) -> Ending {
        self.calc.ending()
    }
}

/// Reads and calculates what the sheets of the cases asked for show.
///
/// # Errors
/// [`WorldError`] where something is missing or cannot be read.
pub fn sheets(
    repository: &Repository,
    wanted: CalcWanted,
    watch: Watch<'_>,
) -> Result<SheetReport, WorldError> {
    let day = wanted.day;
    Ok(SheetReport { calc: calc(repository, wanted, watch)?, day })
}

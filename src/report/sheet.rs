//! Cases → all that stands on their sheets.

use super::{CalcReport, CalcWanted, Ending, NotRanked, RankReport, RankWanted, Watch, calc, rank};
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

/// What `a3 report` found of a whole organisation, or of one område.
#[derive(Debug)]
pub struct WholeReport {
    /// The cases and the choice among all of them.
    pub rank: RankReport,
    /// The day the sheet is made for.
    pub day: NaiveDate,
    /// The område it is of; none where it is of all of them.
    pub area: Option<String>,
}

/// Reads, calculates and chooses what the sheet of a whole organisation shows. An område is shown as it comes out of
/// the choice among all the cases.
///
/// # Errors
/// [`NotRanked`] where there is no list to show.
pub fn whole(
    repository: &Repository,
    wanted: RankWanted,
    area: Option<String>,
    watch: Watch<'_>,
) -> Result<WholeReport, NotRanked> {
    let day = wanted.day;
    Ok(WholeReport { rank: rank(repository, wanted, watch)?, day, area })
}

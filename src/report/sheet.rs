//! Cases → what stands on their sheets beside what is calculated of each.

use super::{Appraised, NotRanked, RankReport, RankWanted, Watch, rank};
use crate::calc::Calculator;
use crate::follow::{FollowedCase, Following, follow};
use crate::repository::Repository;
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// What `a3 report` found of a whole organisation, or of one område.
#[derive(Debug)]
pub struct WholeReport {
    /// The cases and the choice among all of them.
    pub rank: RankReport,
    /// The day the sheet is made for.
    pub day: NaiveDate,
    /// The område it is of; none where it is of all of them.
    pub area: Option<String>,
    /// Each case as it stands on the day, in the order of the cases.
    pub followed: Vec<Option<FollowedCase>>,
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
    let rank = rank(repository, wanted, watch)?;
    let followed = following(&rank.appraised, day);
    Ok(WholeReport { rank, day, area, followed })
}

/// Each case as it stands on a day; none for those that are not followed.
pub fn following(appraised: &Appraised, day: NaiveDate) -> Vec<Option<FollowedCase>> {
    let calculator = Calculator::new(&appraised.organisation);
    let one = |of: &super::AppraisedCase| {
        let following = Following { calculator: &calculator, case: &of.case, appraisal: &of.appraisal, day };
        of.case.is_followed(day).then(|| follow(following).ok().flatten()).flatten()
    };
    appraised.cases.par_iter().map(one).collect()
}

//! The future budget → what should be looked at in it, each finding at the case it comes of.

use super::check::add_portfolio;
use super::{Appraised, AppraisedCase, NotBudgeted, Today};
use crate::budget::{FutureBudget, NoBudget};
use crate::checks::{self, CarriedOutFacts};
use crate::diagnostic::Report;
use crate::document;
use crate::repository::Repository;
use crate::units::Overflow;
use std::collections::BTreeMap;

/// Holds the cases carried out against each other and against today's budget, where that is known.
pub(super) fn findings(
    repository: &Repository,
    (appraised, budget): (&Appraised, &FutureBudget),
    today: Today<'_>,
) -> Result<Report, NotBudgeted> {
    let by_id: BTreeMap<&str, &AppraisedCase> =
        appraised.cases.iter().map(|case| (case.case.id.as_str(), case)).collect();
    let cases: Vec<&AppraisedCase> =
        budget.cases.iter().filter_map(|case| by_id.get(case.id.as_str()).copied()).collect();
    let written: Vec<&document::Case> = cases.iter().map(|case| &*case.written).collect();
    let doubts = if today.is_known() { budget.doubts() } else { Ok(Vec::new()) };
    let doubts = doubts.map_err(|Overflow| NotBudgeted::Budget(NoBudget::TooLarge))?;
    let empty_units = if today.is_known() { &budget.empty_units[..] } else { &[] };
    let mut found = Vec::new();
    let facts = CarriedOutFacts { budget, doubts: &doubts, empty_units, written: &written };
    checks::check_carried_out(&facts, &mut found);
    appraised.severity.apply_to(&mut found);
    let paths: Vec<&str> = cases.iter().map(|case| case.path.as_str()).collect();
    let files = add_portfolio(repository, vec![None; paths.len()], (&paths, found));
    let files = files.map_err(NotBudgeted::World)?;
    Ok(Report::new(repository.shown_root(), cases.len(), files))
}

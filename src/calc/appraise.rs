//! The door: one case in, its appraisal out.

use super::appraisal::{Appraisal, QualityScore};
use super::calculator::Calculator;
use super::failure::Failure;
use super::potential::potential;
use super::pricing::price_rows;
use super::valuation::value;
use crate::model::{Case, Organisation, Schedule};
use crate::units::Year;

impl<'a> Calculator<'a> {
    /// The appraisal of a case at its own oppstart; without value where oppstart or levetid is missing.
    ///
    /// # Errors
    /// [`Failure`] when a formula divides by zero or a figure does not fit.
    pub fn appraise(&self, case: &'a Case) -> Result<Appraisal, Failure> {
        self.appraise_in(case, case.schedule())
    }

    /// The appraisal of a case with another start; without value where levetid is missing.
    ///
    /// # Errors
    /// As for [`Calculator::appraise`].
    pub fn appraise_from(&self, case: &'a Case, start: Year) -> Result<Appraisal, Failure> {
        self.appraise_in(case, case.life.map(|life| Schedule { start, life }))
    }

    fn appraise_in(&self, case: &'a Case, schedule: Option<Schedule>) -> Result<Appraisal, Failure> {
        let rows = price_rows(self, case)?;
        let potential = potential(case, rows.clone(), self.organisation)?;
        let counted_from = case.is_decided().then_some(self.organisation.budget_year);
        let value = schedule.map(|schedule| value(self, rows, schedule, counted_from)).transpose()?;
        Ok(Appraisal { potential, value, quality: quality(case) })
    }
}

/// Appraises one case at its own oppstart.
///
/// # Errors
/// As for [`Calculator::appraise`].
pub fn appraise(case: &Case, organisation: &Organisation) -> Result<Appraisal, Failure> {
    Calculator::new(organisation).appraise(case)
}

/// Appraises one case with another start.
///
/// # Errors
/// As for [`Calculator::appraise`].
pub fn appraise_from(case: &Case, organisation: &Organisation, start: Year) -> Result<Appraisal, Failure> {
    Calculator::new(organisation).appraise_from(case, start)
}

/// Every gain with a place in verdimatrisen, in the order written.
fn quality(case: &Case) -> Vec<QualityScore> {
    let scored = case.benefits.iter().filter_map(|benefit| {
        let score = benefit.quality?.score();
        Some(QualityScore { name: benefit.name.clone(), recipient: benefit.recipient, score })
    });
    scored.collect()
}

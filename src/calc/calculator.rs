//! The door: one case in, its appraisal out; what cases share is worked out once.

use super::appraisal::{Appraisal, Failure, QualityScore};
use super::assumptions::Expected;
use super::discounting::Discounting;
use super::potential::potential;
use super::pricing::price_rows;
use super::valuation::value;
use crate::model::{Case, Organisation, Schedule};
use crate::units::Year;

/// What all cases of an organisation share: discount factors and expected values of felles. Make it
/// once for a portfolio.
#[derive(Debug, Clone)]
pub struct Calculator<'a> {
    pub(crate) organisation: &'a Organisation,
    pub(crate) discounting: Discounting,
    pub(super) shared: Expected<'a>,
}

impl<'a> Calculator<'a> {
    /// The calculator of an organisation.
    #[must_use]
    pub fn new(organisation: &'a Organisation) -> Self {
        let shared = Expected::of(&organisation.shared, organisation.rules.distribution);
        Self { organisation, discounting: Discounting::new(organisation), shared }
    }

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

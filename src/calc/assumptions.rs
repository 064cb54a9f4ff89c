//! The values formulas build on, outside the simulation: expected values, worked out once.

use super::failure::Failure;
use crate::model::{Assumption, Case, Distribution, Organisation};
use crate::quantity::Quantity;
use std::collections::BTreeMap;

/// The expected value of every forutsetning of the case and every felles, by name; the case's own
/// comes before a felles of the same name. `--vis` shows them.
///
/// # Errors
/// [`Failure::TooLarge`] when a sum of three points does not fit.
pub fn expected_values(
    case: &Case,
    organisation: &Organisation,
) -> Result<BTreeMap<String, Quantity>, Failure> {
    let distribution = organisation.rules.distribution;
    let all = organisation.shared.iter().chain(&case.assumptions);
    all.map(|assumption| Ok((assumption.name.clone(), assumption.estimate.expected(distribution)?))).collect()
}

/// Assumptions by name, each as its expected value. One that does not fit is left out, so that only
/// the rows that use it fail.
#[derive(Debug, Clone)]
pub(super) struct Expected<'a>(Vec<(&'a str, Quantity)>);

impl<'a> Expected<'a> {
    pub(super) fn of(assumptions: &'a [Assumption], distribution: Distribution) -> Self {
        let value = |assumption: &'a Assumption| {
            let expected = assumption.estimate.expected(distribution).ok()?;
            Some((assumption.name.as_str(), expected))
        };
        Self(assumptions.iter().filter_map(value).collect())
    }

    pub(super) fn get(&self, name: &str) -> Option<&Quantity> {
        self.0.iter().find(|(known, _)| *known == name).map(|(_, quantity)| quantity)
    }
}

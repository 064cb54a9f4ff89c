//! What cases share, worked out once.

use super::assumptions::Expected;
use super::discounting::Discounting;
use crate::model::Organisation;

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
    pub fn new(organisation: &'a Organisation) -> Self {
        let shared = Expected::of(&organisation.shared, organisation.rules.distribution);
        Self { organisation, discounting: Discounting::new(organisation), shared }
    }

    /// The organisation it counts for.
    pub const fn organisation(&self) -> &'a Organisation {
        self.organisation
    }
}

//! What a new case must fit: the organisation it goes into, and what stands there already.

use super::organisation;
use crate::diagnostic::WhyOmitted;
use crate::quantity::Context;
use crate::repository::{Repository, WorldError};
use std::path::PathBuf;

/// The place a new case goes.
#[derive(Debug, Clone)]
pub struct Base {
    /// The root folder.
    pub root: PathBuf,
    /// Whether there is an a3.yaml.
    pub has_organisation: bool,
    /// områder of a3.yaml
    pub areas: Vec<String>,
    /// Names of its stillinger.
    pub positions: Vec<String>,
    /// Why nothing can be made, where a3.yaml has errors.
    pub spoiled: Option<WhyOmitted>,
    /// How the organisation counts.
    pub context: Context,
    /// Paths of the cases that are there, from the root.
    pub all: Vec<String>,
}

/// Looks at the place a new case goes.
///
/// # Errors
/// [`WorldError`] where a3.yaml cannot be read.
pub fn base(repository: Repository) -> Result<Base, WorldError> {
    let read = organisation::read(&repository)?;
    Ok(Base {
        spoiled: read.spoils(),
        has_organisation: repository.has_organisation,
        context: read.organisation.rules.context(),
        areas: read.organisation.areas,
        positions: read.organisation.positions.into_keys().collect(),
        all: repository.all,
        root: repository.root,
    })
}

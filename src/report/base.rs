//! What a new case must fit: the organisation it goes into, and what stands there already.

use super::organisation;
use crate::quantity::Context;
use crate::repository::{self, WorldError};
use std::path::{Path, PathBuf};

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
    /// How the organisation counts.
    pub context: Context,
    /// Paths of the cases that are there, from the root.
    pub all: Vec<String>,
}

/// Looks at the place a new case goes.
///
/// # Errors
/// [`WorldError`] where the folder is missing or a3.yaml cannot be read.
pub fn base(folder: &Path) -> Result<Base, WorldError> {
    let place = repository::find_or_new(folder)?;
    let read = organisation::read(&place)?;
    Ok(Base {
        has_organisation: place.has_organisation,
        context: Context { hours_per_fte: read.organisation.rules.hours_per_fte },
        areas: read.organisation.areas,
        positions: read.organisation.positions.into_keys().collect(),
        all: place.all,
        root: place.root,
    })
}

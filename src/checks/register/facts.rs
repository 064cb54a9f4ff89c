//! What checks of a3.yaml against all cases may look at. Read-only.

use crate::checks::prelude::*;
use crate::document::RegisteredRequirement;
use crate::model::Organisation;
use crate::units::Rate;

/// What a3.yaml holds for all cases, and every case there is.
#[derive(Debug, Clone, Copy)]
pub struct RegisterFacts<'a> {
    /// a3.yaml, as understood.
    pub organisation: &'a Organisation,
    /// `kalkyle.deflator`, as written.
    pub deflator: &'a [(Spanned<Year>, Spanned<Rate>)],
    /// minimumskrav, as written.
    pub requirements: &'a [Keyed<RegisteredRequirement>],
    /// The cases, by path.
    pub cases: &'a [CaseReference],
    /// Whether every case there is was asked for and read: only then can it be said that no case does something.
    pub is_whole: bool,
}

//! What checks of a3.yaml against all cases may look at. Read-only.

use crate::checks::CaseReference;
use crate::document::{Keyed, RegisteredRequirement};

/// What a3.yaml holds for all cases, and every case there is.
#[derive(Debug, Clone, Copy)]
pub struct RegisterFacts<'a> {
    /// minimumskrav, as written.
    pub requirements: &'a [Keyed<RegisteredRequirement>],
    /// The cases, by path.
    pub cases: &'a [CaseReference],
    /// Whether every case there is was asked for and read: only then can it be said that no case does something.
    pub is_whole: bool,
}

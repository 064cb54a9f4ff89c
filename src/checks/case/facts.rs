//! What checks of one case may look at. Read-only.

use crate::calc::Appraisal;
use crate::checks::prelude::*;
use crate::model::{Case, Organisation};
use crate::shape::Lacking;

/// One case, as written and as understood.
#[derive(Debug, Clone, Copy)]
pub struct CaseFacts<'a> {
    /// As written, with places; any field may be missing.
    pub document: &'a document::Case,
    /// The fields that some phase asks for and that are not written, and values that are still to be written.
    pub lacking: &'a [Lacking],
    /// The case, where it could be read whole.
    pub case: Option<&'a Case>,
    /// What it comes to, where it could be calculated.
    pub appraisal: Option<&'a Appraisal>,
    /// The organisation it belongs to.
    pub organisation: &'a Organisation,
    /// `--dato`, else today.
    pub today: NaiveDate,
}

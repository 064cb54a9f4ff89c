//! What checks of the locks of a3.yaml may look at. Read-only.

use crate::checks::prelude::*;

/// The locks of a3.yaml, and what is known of their cases.
#[derive(Debug, Clone, Copy)]
pub struct LockFacts<'a> {
    /// `prioritering.låst`, as written.
    pub locked: &'a [Keyed<document::Lock>],
    /// The cases that were read, by path.
    pub cases: &'a [CaseReference],
    /// The ids of those that have errors.
    pub spoilt: &'a BTreeSet<&'a str>,
}

impl<'a> LockFacts<'a> {
    /// Each lock with its case, where that was read.
    pub(super) fn locks(&self) -> impl Iterator<Item = (&'a Keyed<document::Lock>, &'a CaseReference)> {
        let by_id: BTreeMap<&str, &CaseReference> =
            self.cases.iter().map(|case| (case.id.as_str(), case)).collect();
        self.locked.iter().filter_map(move |lock| Some((lock, *by_id.get(lock.key.value.as_str())?)))
    }
}

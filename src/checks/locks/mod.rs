//! Checks of the locks of a3.yaml, with all cases known.

mod facts;
mod las_som_ikke_holder;
mod las_uten_virkning;

pub use facts::LockFacts;

use super::rules;
use crate::diagnostic::Finding;

rules! {
    Locks, fn(&LockFacts<'_>, &mut Vec<Finding>);
    "lås-som-ikke-holder" Error las_som_ikke_holder;
    "lås-uten-virkning" Warning las_uten_virkning;
}

/// Runs every check that looks at the locks of a3.yaml.
pub fn check_locks(facts: &LockFacts<'_>, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(facts, findings);
    }
}

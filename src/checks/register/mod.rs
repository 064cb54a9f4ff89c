//! Checks of what a3.yaml holds for all cases, with all cases known.

mod deflator_uten_bruk;
mod facts;
mod udekket_minimumskrav;

pub use facts::RegisterFacts;

use super::rules;
use crate::diagnostic::Finding;

rules! {
    Register, fn(&RegisterFacts<'_>, &mut Vec<Finding>);
    "deflator-uten-bruk" Warning deflator_uten_bruk;
    "udekket-minimumskrav" Warning udekket_minimumskrav;
}

/// Runs every check that holds a3.yaml against all cases.
pub fn check_register(facts: &RegisterFacts<'_>, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(facts, findings);
    }
}

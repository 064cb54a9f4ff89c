//! mangler-i-forberedelse: what the phase asks for, and the case lacks.

use super::demands;
use crate::checks::prelude::*;

/// Reports what forberedelse asks for, where the case has come that far.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    demands::report("mangler-i-forberedelse", Phase::Preparation, facts, findings);
}

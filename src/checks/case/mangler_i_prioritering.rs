//! mangler-i-prioritering: what the phase asks for, and the case lacks.

use super::demands;
use crate::checks::prelude::*;

/// Reports what prioritering asks for, where the case has come that far.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    demands::report("mangler-i-prioritering", Phase::Prioritisation, facts, findings);
}

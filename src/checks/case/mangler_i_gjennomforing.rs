//! mangler-i-gjennomføring: what the phase asks for, and the case lacks.

use super::demands;
use crate::checks::prelude::*;

/// Reports what gjennomføring asks for, where the case has come that far.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    demands::report("mangler-i-gjennomføring", Phase::Implementation, facts, findings);
}

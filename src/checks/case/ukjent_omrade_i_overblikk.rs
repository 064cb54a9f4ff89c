//! ukjent-område-i-overblikk: a delområde of an område that a3.yaml does not list.

use super::ukjent_omrade::unknown;
use crate::checks::prelude::*;

/// Looks up the område of each delområde.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let areas = facts.document.sub_areas.rows().iter().filter_map(|of| of.area.spanned());
    findings.extend(
        areas.filter_map(|area| unknown("ukjent-område-i-overblikk", area, &facts.organisation.areas)),
    );
}

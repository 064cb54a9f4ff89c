//! tap-uten-gevinst: a loss of a gain that the case has not.

use super::maling_uten_gevinst::{near_by, unknown};
use crate::checks::prelude::*;

/// Looks up the gain of each loss by its name; one without a name is of all of them.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let names = || facts.document.benefits.rows().iter().filter_map(|benefit| benefit.name.text());
    for lost in facts.document.losses.rows().iter().filter_map(|loss| loss.benefit.spanned()) {
        if names().any(|name| name == lost.value) {
            continue;
        }
        let near = nearest(&lost.value, names()).or_else(|| names().next());
        let finding = Finding::error("tap-uten-gevinst", lost.span, unknown(&lost.value));
        findings.push(near_by(finding, near));
    }
}

//! Why a finding matters and what to write instead: kept once, in the page of its rule, under «Funnet sier».

use super::page::section;
use super::rule;
use crate::diagnostic::Finding;

/// Gives a finding the grade of its rule, and the sentences of its page.
pub fn explain(finding: &mut Finding) {
    if let Some(rule) = rule(finding.rule) {
        finding.grade = rule.grade;
        finding.explain_by(section(rule.page, "## Funnet sier"));
    }
}

/// The same finding, explained.
pub fn explained(mut finding: Finding) -> Finding {
    explain(&mut finding);
    finding
}

//! How serious each rule is here: the registry's grade, unless `regler` in a3.yaml says otherwise.

use super::rule;
use crate::diagnostic::{Finding, Grade};
use std::collections::BTreeMap;

/// The organisation's own grades, by rule name. None stands for `av`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Severity {
    own: BTreeMap<&'static str, Option<Grade>>,
}

impl Severity {
    /// Sets a rule's grade, or turns it off; an unknown rule is ignored (its finding is made where it is read).
    pub fn set(&mut self, name: &str, grade: Option<Grade>) {
        if let Some(rule) = rule(name) {
            self.own.insert(rule.name, grade);
        }
    }

    /// Drops findings that are turned off and gives the others the organisation's grade. What
    /// cannot be read stays an error: no setting makes a figure out of nothing.
    pub fn apply(&self, findings: &mut Vec<Finding>) {
        if self.own.is_empty() {
            return;
        }
        findings.retain_mut(|finding| match self.own.get(finding.rule) {
            None => true,
            Some(Some(grade)) => {
                finding.grade = *grade;
                true
            }
            Some(None) => false,
        });
    }
}

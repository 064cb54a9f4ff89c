//! How serious each rule is here: the registry's grade, unless `regler` in a3.yaml says otherwise.

use super::{PortfolioFinding, explain, keep_first, rule};
use crate::diagnostic::{Finding, Grade};
use crate::source::Source;
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

    /// Gives the findings of one file their grades, and keeps no more than are shown.
    pub fn grade(&self, findings: &mut Vec<Finding>, source: &Source) {
        self.apply(findings);
        let mut more: Vec<Finding> = keep_first(findings, source).into_iter().collect();
        self.apply(&mut more);
        findings.extend(more);
    }

    /// Gives every finding its grade: the organisation's, else the registry's. Drops those turned off.
    pub(super) fn apply(&self, findings: &mut Vec<Finding>) {
        findings.retain_mut(|finding| self.keeps(finding));
    }

    /// The same for findings of all cases together.
    pub fn apply_to(&self, findings: &mut Vec<PortfolioFinding>) {
        findings.retain_mut(|found| self.keeps(&mut found.finding));
    }

    /// Gives a finding its grade, why and how; false where the rule is turned off.
    fn keeps(&self, finding: &mut Finding) -> bool {
        let own = self.own.get(finding.rule);
        if own == Some(&None) {
            return false;
        }
        explain(finding);
        if let Some(Some(grade)) = own {
            finding.grade = *grade;
        }
        true
    }
}

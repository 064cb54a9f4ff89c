//! How a command ended.

use super::{Appraised, BudgetReport};
use crate::budget::YearTotal;
use crate::choose::{Choice, Remark, Status};
use crate::diagnostic::{Grade, Omitted, Report, WhyOmitted};

/// How a command ended, when the world was as asked. The worse, the later.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Ending {
    /// Nothing at or above the grade that counts.
    Clean,
    /// Findings, or something that could not be had.
    Findings,
    /// Something could not be read. The rest was done.
    Unread,
}

impl Ending {
    /// How `a3 check` ends where findings count from this grade on.
    pub fn of_check(report: &Report, fail_at: Grade) -> Self {
        if !report.unread.is_empty() {
            return Self::Unread;
        }
        Self::from(Grade::ALL.iter().any(|grade| *grade >= fail_at && report.count(*grade) > 0))
    }
}

impl From<bool> for Ending {
    /// Findings where something is wrong.
    fn from(is_wrong: bool) -> Self {
        if is_wrong { Self::Findings } else { Self::Clean }
    }
}

impl Appraised {
    /// How a command ends that needs the cases.
    pub fn ending(&self) -> Ending {
        let is_unread = |omitted: &Omitted| matches!(omitted.why, WhyOmitted::Unread { .. });
        if self.omitted.iter().any(is_unread) {
            return Ending::Unread;
        }
        Ending::from(!self.omitted.is_empty() || self.spoiled.is_some())
    }
}

impl BudgetReport {
    /// How `a3 budget` ends.
    pub fn ending(&self) -> Ending {
        let is_missing = |total: &YearTotal| total.demand.is_some_and(|demand| !demand.missing.is_zero());
        let is_short = self.basis.is_choice() && self.budget.totals.iter().any(is_missing);
        let is_met = self.choice.as_ref().is_none_or(is_met);
        let is_wrong = is_short || !is_met || self.findings.count(Grade::Error) > 0;
        Ending::from(is_wrong).max(self.file.ending()).max(self.appraised.ending())
    }
}

/// Whether all is met: something holds, nothing is missing of innsparingskrav, and every lock is kept.
pub fn is_met(choice: &Choice) -> bool {
    let holds = match choice.status {
        Status::Optimal | Status::Limit { gap: Some(_) } => true,
        Status::Limit { gap: None } | Status::Impossible(_) => false,
    };
    holds
        && choice.savings.iter().all(|at| at.missing.is_zero())
        && !choice.remarks.iter().any(Remark::is_broken_lock)
}

//! Checks of one case against today's budget; run by `a3 check` where a3.yaml names one.

mod facts;
mod flere_arsverk_enn_enheten_har;
mod innsparing_uten_budsjettlinje;
mod ny_praksis_uten_enhet;
mod snudd_budsjettlinje;
mod storre_budsjett_enn_lovet;
mod ukjent_ansvar;
mod uttak_over_budsjettlinje;

pub use facts::BudgetFacts;
pub(super) use facts::{LineCodes, TakenOut};

use super::{carried_out, rules};
use crate::diagnostic::Finding;

rules! {
    Budget, fn(&BudgetFacts<'_>, &mut Vec<Finding>);
    "flere-årsverk-enn-enheten-har" Error flere_arsverk_enn_enheten_har;
    "innsparing-uten-budsjettlinje" Warning innsparing_uten_budsjettlinje;
    "ny-praksis-uten-enhet" Warning ny_praksis_uten_enhet;
    "snudd-budsjettlinje" Error snudd_budsjettlinje;
    "større-budsjett-enn-lovet" Warning storre_budsjett_enn_lovet;
    "ukjent-ansvar" Warning ukjent_ansvar;
    "uttak-over-budsjettlinje" Error uttak_over_budsjettlinje;
}

/// The same rules, where all cases carried out together break them.
pub(super) static OF_ALL: &[carried_out::Check] = &[
    flere_arsverk_enn_enheten_har::of_all,
    innsparing_uten_budsjettlinje::of_all,
    ny_praksis_uten_enhet::of_all,
    ukjent_ansvar::of_all,
    uttak_over_budsjettlinje::of_all,
];

/// Runs every check that looks at one case against today's budget.
pub fn check_against_budget(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    for check in CHECKS {
        check(facts, findings);
    }
}

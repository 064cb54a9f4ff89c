//! Everything `a3 check` can find: name, grade, page, and what looks for it, by what must be known
//! to look.
//!
//! A check is `<scope>/<name>.rs`, `<name>.md` beside it, and its line in the list of the scope.
//! Checks never print, never know each other and run in any order; what most of them look at and tell with is in
//! `prelude`.

mod budget;
mod carried_out;
mod case;
mod demands;
mod kostra;
mod locks;
mod organisation;
mod page;
mod portfolio;
mod prelude;
mod reading;
mod register;
mod registry;
mod severity;
mod sign;
#[cfg(test)]
mod testing;
mod wording;

pub use budget::{BudgetFacts, check_against_budget};
pub use carried_out::{CarriedOutFacts, check_carried_out};
pub use case::{CaseFacts, check_case};
pub use demands::{Missing, missing};
pub use locks::{LockFacts, check_locks};
pub use organisation::{check_frames, check_locked, check_organisation, check_prices, check_shared};
pub use page::{Example, MARK, Page};
pub use portfolio::{CaseReference, Claims, PortfolioFacts, PortfolioFinding, check_portfolio};
pub use reading::{
    NoBudgetFile, Overlooked, cannot_be_calculated, check_budget, dead_link, keep_first, link_out,
    no_budget_file, overlooked, tell_of_accounts, tell_what_is_not_held,
};
pub use register::{RegisterFacts, check_register};
pub use registry::{RULES, Rule, Scope, explain, explained, is_demand, rule};
pub use severity::Severity;

use registry::rules;

//! Checks of the cases that are carried out together, against today's budget; run by `a3 budget`.
//! What `a3 check` looks for in one case alone has the same rule here: it is beside that check.

mod arsverk_under_null;
mod facts;
mod innsparing_uten_budsjettpost;
mod krever_sak_som_ikke_er_med;
mod utelukker_sak_som_er_med;

pub use facts::CarriedOutFacts;
pub(super) use facts::place_of_line;

use super::{PortfolioFinding, budget, portfolio, rules};

/// A check of the cases carried out together.
pub(super) type Check = fn(&CarriedOutFacts<'_>, &mut Vec<PortfolioFinding>);

rules! {
    CarriedOut, Check;
    "innsparing-uten-budsjettpost" Warning innsparing_uten_budsjettpost;
    "krever-sak-som-ikke-er-med" Warning krever_sak_som_ikke_er_med;
    "utelukker-sak-som-er-med" Error utelukker_sak_som_er_med;
    "årsverk-under-null" Warning arsverk_under_null;
}

/// Runs every check of the cases carried out together; each finding is in one of the budget's cases.
pub fn check_carried_out(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    for check in CHECKS.iter().chain(budget::OF_ALL).chain(portfolio::OF_ALL) {
        check(facts, findings);
    }
}

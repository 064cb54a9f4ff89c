//! Checks of all cases together: what they ask of each other, and claim of the budget.

mod besluttede_saker_i_strid;
mod bound;
mod claims;
mod dobbel_id;
mod facts;
mod kopiert_sak;
mod krever_i_ring;
mod krever_og_utelukker;
mod krever_senere_sak;
mod ma_saker_i_strid;
mod malt_i_annen_sak;
mod samlet_uttak_over_budsjettlinje;
mod samme_budsjettlinje;
mod samme_grunnlag;
mod samme_ny_praksis;
mod ukjent_sak;
mod utelukker_ukjent_sak;

pub use claims::Claims;
pub use facts::{CaseReference, PortfolioFacts, PortfolioFinding};
pub(super) use ukjent_sak::check_locked;

use super::{carried_out, rules};

rules! {
    Portfolio, fn(&PortfolioFacts<'_>, &mut Vec<PortfolioFinding>);
    "besluttede-saker-i-strid" Warning besluttede_saker_i_strid;
    "dobbel-id" Error dobbel_id out;
    "kopiert-sak" Warning kopiert_sak;
    "krever-i-ring" Error krever_i_ring;
    "krever-og-utelukker" Error krever_og_utelukker;
    "krever-senere-sak" Warning krever_senere_sak;
    "må-saker-i-strid" Warning ma_saker_i_strid;
    "målt-i-annen-sak" Note malt_i_annen_sak;
    "samlet-uttak-over-budsjettlinje" Error samlet_uttak_over_budsjettlinje;
    "samme-budsjettlinje" Warning samme_budsjettlinje;
    "samme-grunnlag" Warning samme_grunnlag;
    "samme-ny-praksis" Error samme_ny_praksis;
    "ukjent-sak" Error ukjent_sak;
    "utelukker-ukjent-sak" Error utelukker_ukjent_sak out;
}

/// The same rules, where the cases carried out together break them.
pub(super) static OF_ALL: &[carried_out::Check] = &[krever_senere_sak::of_all, samme_ny_praksis::of_all];

/// Runs every check that looks at all cases together.
pub fn check_portfolio(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    for check in CHECKS {
        check(facts, findings);
    }
}

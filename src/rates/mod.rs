//! Versioned data, each with source and year. Knows nobody who uses it.

mod discount;
mod employer_levy;
mod growth;
mod kostra;
mod self_cost;

pub use discount::{DiscountRates, R_109, RateStep};
pub use employer_levy::{LevyZone, employer_levy};
pub use growth::REAL_GROWTH_OF_TIME;
pub use kostra::{
    CodeKind, KostraCode, OnlyIn, Validity, kostra, kostra_base, kostra_code, kostra_former, kostra_list_year,
};
pub use self_cost::{Covers, SelfCost, self_cost};

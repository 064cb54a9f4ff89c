//! Results as neutral pages: Norwegian words and numbers, no output format.
//!
//! [`page`] is what a page is made of, [`cell`] one value on it, [`number`] how numbers read.
//! Each other file is one report.

pub mod basis_page;
pub mod budget_page;
pub mod calc_page;
pub mod cell;
pub mod choice_page;
pub mod choice_words;
pub mod clash_words;
pub mod explain_page;
pub mod field_page;
pub mod findings_page;
pub mod frames_page;
pub mod omitted;
pub mod overview_page;
pub mod page;
pub mod rank_page;
pub mod remark_words;
pub mod uncertainty;
pub mod unmet_words;
pub mod working_page;
pub mod year_page;

mod bars;
mod calc_value;
mod certainty;
mod quantity_words;
mod reason;
mod sheet;
mod waiting_words;
mod working_row;
mod working_sum;

pub use explain_page::{rule_page, rules_page, words_page};
pub use field_page::{field_page, fields_page};
pub use reason::rejected;

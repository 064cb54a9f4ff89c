//! Reports as neutral pages: headings, facts and tables of typed cells, no output format.
//!
//! [`page`] is what a page is made of, [`cell`] one value on it.
//! Each other file is one report.

pub mod again;
pub mod agenda;
pub mod areas_page;
pub mod basis_page;
pub mod believed_page;
pub mod budget_page;
pub mod calc_answer;
pub mod calc_page;
pub mod cell;
pub mod choice_answer;
mod choice_headline;
pub mod choice_page;
pub mod decided_page;
pub mod explain_page;
pub mod field_page;
pub mod findings_page;
pub mod frames_page;
pub mod how_much;
pub mod listing;
pub mod next_page;
pub mod omitted;
pub mod overview_page;
pub mod page;
pub mod phase_page;
pub mod status_page;
pub mod topic_page;
pub mod uncertainty;
mod unfinished;
pub mod units_page;
pub mod working_page;
pub mod year_page;

mod bars;
mod calc_value;
mod certainty;
mod last_year_page;
mod sheet;
mod working_row;
mod working_sum;

pub use explain_page::{rule_page, rules_page, words_page};
pub use field_page::{field_page, fields_page};

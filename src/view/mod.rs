//! Results as neutral pages: Norwegian words and numbers, no output format.

pub mod cell;
pub mod findings_page;
pub mod number;
pub mod page;

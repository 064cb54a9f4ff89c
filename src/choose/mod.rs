//! Appraisals → the prioritised list, and why each case is where it is. Knows no text, and not
//! how the money was computed.

mod rank;
mod reason;

pub use rank::{Candidate, Entry, Ranking, Standing, Verdict, rank};
pub use reason::{Met, Missing, Reason, TieBreak};

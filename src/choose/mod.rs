//! Appraisals → the prioritised list, and why each case is where it is. Knows no text, and not
//! how the money was computed.

mod problem;
mod rank;
mod reason;
mod solver;

pub use problem::{Item, Picks, Problem, Start, Worth};
pub use rank::{Candidate, Entry, Ranking, Standing, Verdict, rank};
pub use reason::{Met, Missing, Reason, TieBreak};
pub use solver::{Effort, Solved, solve};

//! The arrows put in order: paths → repository → yaml → document → model → checks and calc → choose.
//!
//! One function per thing a command asks for. Cases are read in parallel and come out in the
//! order of their paths; what is not needed later is let go at once, so that a hundred thousand
//! cases fit in memory. No words here, and no arithmetic.

mod against;
mod appraise;
mod base;
mod budget;
mod carried_out;
mod certainty;
mod check;
mod choose;
mod ending;
mod frames;
mod left_out;
mod organisation;
mod read;
mod selection;
mod simulate;
mod today;

pub use appraise::{Appraised, AppraisedCase, appraise, appraise_with_budget};
pub use base::{Base, base};
pub use budget::{
    BudgetReport, Budgeted, NotBudgeted, Starts, all_starts, budget, chosen_starts, future_budget,
};
pub use certainty::{DRAWS, Redraw, draws_for};
pub use check::check;
pub use choose::{Field, field};
pub use ending::{Ending, is_met};
pub use frames::{FramesRead, frames};
pub use left_out::{LeftOut, WhyLeftOut};
pub use selection::{Basis, Wanted};
pub use simulate::simulate;
pub use today::{BudgetFile, Fault, Today};

//! The arrows put in order: paths → repository → yaml → document → model → checks and calc → choose.
//!
//! One function per thing a command asks for. Cases are read in parallel and come out in the
//! order of their paths; what is not needed later is let go at once, so that a hundred thousand
//! cases fit in memory. No words here, and no arithmetic.

mod against;
mod appraise;
mod base;
mod budget;
mod certainty;
mod check;
mod choose;
mod frames;
mod organisation;
mod read;
mod simulate;
mod today;

pub use appraise::{Appraised, AppraisedCase, appraise, appraise_with_budget};
pub use base::{Base, base};
pub use budget::{Budgeted, LeftOut, Starts, WhyLeftOut, all_starts, budget, changes, chosen_starts};
pub use certainty::{DRAWS, Redraw, draws_for};
pub use check::check;
pub use choose::{Field, field};
pub use frames::{FramesRead, frames};
pub use simulate::simulate;
pub use today::{Today, today};

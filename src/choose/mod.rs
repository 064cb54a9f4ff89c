//! Appraisals and frames → the prioritised list and the best choice, and why each case is where it is.
//! Knows no text, and not how the money was computed.
//!
//! Without frames [`rank`] orders. With frames [`choose`] does: a [`Contest`] becomes a [`Problem`] in
//! whole numbers (`model`, `frame`, `parts`), is solved (`a3_solver`), checked again in exact decimals
//! (`usage`), and explained case by case by solving changed problems (`chosen`, `waiting`,
//! `way`, `clash`, `extension`). What comes out is a [`Choice`].

mod again;
mod answer;
mod choice;
mod chosen;
mod clash;
mod compare;
mod contest;
mod decide;
mod extension;
mod frame;
mod model;
mod parts;
mod rank;
mod reason;
mod remarks;
mod usage;
mod waiting;
mod way;
mod why;

pub use a3_solver::{Effort, Solved, Stop, solve};
pub use a3_solver::{Item, Picks, Problem, Start, Worth};
pub use again::{Again, Certainty, Deciding, PlaceRange, Placed, Redone};
pub use choice::{
    Annuity, Choice, Clash, Conflict, Demand, FrameUse, Line, LockCost, Locked, Remark, Savings, Status,
};
pub use compare::{Change, Totals};
pub use contest::{Contest, Offer, OneOff};
pub use decide::{Wrong, choose, choose_watched};
pub use frame::{Frame, FrameYear};
pub use model::TooLarge;
pub use rank::{Candidate, Entry, Ranking, Standing, Verdict, rank};
pub use reason::{Met, Missing, Reason, TieBreak};
pub use why::{Because, Blocked, Gap, Moved, Other, Settled, Size, Timing, Waits, Way, Why};

//! Appraisals and frames → the prioritised list and the best choice, and why each case is where it is.
//! Knows no text, and not how the money was computed.
//!
//! A [`Contest`] becomes a [`Problem`] in whole numbers (`model`, `frame`, `parts`), is solved (`a3_solver`),
//! checked again in exact decimals (`usage`), and explained case by case by solving changed problems
//! (`chosen`, `waiting`, `way`, `clash`, `extension`). Without frames only cases that bind each
//! other are solved (`unlimited`). What comes out is a [`Choice`].

mod again;
mod answer;
mod bond;
mod broken;
mod choice;
mod chosen;
mod clash;
mod compare;
mod contest;
mod decide;
mod duties;
mod entrant;
mod extension;
mod failure;
mod fate;
mod frame;
mod gives;
mod lines;
mod model;
mod naming;
mod order;
mod parts;
mod price;
mod reason;
mod remarks;
mod unlimited;
mod usage;
mod waiting;
mod way;
mod why;

pub use a3_solver::{Effort, Patience, Solved, Stop, solve};
pub use a3_solver::{Item, Picks, Problem, Start, Worth};
pub use again::{Again, Certainty, Deciding, PlaceRange, Redone};
pub use broken::{Beside, Broken};
pub use choice::{
    Annuity, Choice, ChoiceLine, Clash, Conflict, Demand, FrameUse, LockCost, Locked, PricedCase, Remark,
    Savings, SavingsPrice, Status, Verdict,
};
pub use compare::{Change, Restarted, Started, Totals};
pub use contest::{Candidate, Contest, Offer, OneOff};
pub use decide::{Settlement, choose, choose_watched, settle};
pub use duties::Standing;
pub use failure::{NoChoice, TooLarge};
pub use fate::Fate;
pub use frame::{Frame, FrameYear};
pub use gives::Gives;
pub use lines::Placed;
pub use reason::{Met, Reason, TieBreak};
pub use remarks::{dates_before, of_later_start};
pub use why::{
    Because, Binding, Gap, Hindrance, Kept, Moved, Other, Placing, Settled, Size, Timing, Waits, Way, Why,
};

//! How sure the figures are: three-point assumptions drawn many times, and every result worked out
//! for each draw.
//!
//! The one room of floats beside the search for internal rates. Expected values stay exact
//! decimals, in [`crate::calc`]; rows, years and innfasing are laid out by its rules here too, so
//! that both come to the same at the expected values.
//!
//! - `key`, `shape`, `pert`: the stream of each assumption
//! - `inputs`, `expression`, `program`: amounts as steps over blocks of draws, compiled once
//! - `positions`, `effects`, `linear`: from amounts to NNV and budget, as sums
//! - `case`: a case compiled, and its draws; what the choice is solved on
//! - `statistics`, `spread`, `driver`, `turning`: what the draws say of NNV, and what it hangs on

#![allow(
    clippy::float_arithmetic,
    reason = "this room is the door of floats; everything it gives is exact again"
)]

mod case;
mod driver;
mod effects;
mod expression;
mod inputs;
mod key;
mod linear;
mod outcome;
mod pert;
mod positions;
mod program;
mod settings;
mod shape;
mod spread;
mod statistics;
mod turning;

pub use case::{CompiledCase, DrawValues, StartDraws};
pub use driver::Driver;
pub use inputs::Origin;
pub use outcome::{DrawnFigure, Outcome};
pub use settings::Settings;
pub use spread::{Bin, MOST_UNCERTAIN, Spread, Summary, Uncertainty, WhyUnknown, simulate, summarise};
pub use statistics::place_of;
pub use turning::TURNING_REACH;

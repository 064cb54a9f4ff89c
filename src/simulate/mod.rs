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

#![allow(
    clippy::float_arithmetic,
    reason = "this room is the door of floats; everything it tells is exact again"
)]

mod case;
mod effects;
mod expression;
mod inputs;
mod key;
mod linear;
mod pert;
mod positions;
mod program;
mod shape;

pub use case::{CompiledCase, DrawValues, StartDraws};
pub use inputs::Origin;

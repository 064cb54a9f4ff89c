//! Quantities as people write them, and formulas over them.
//!
//! `1,2 mill. kr/år` → a value and a [`Dimension`]; `brukere × 20 min` → a [`Formula`] that can
//! be checked for its dimension and evaluated exactly. What cannot be read is a finding whose
//! span counts from the start of the text given; the caller moves it to its place in the file.
//!
//! - `base`, [`dimension`](Dimension): what is measured, and conversion between units of the same
//!   thing; `noun`: what is counted; `said`: a dimension and a quantity in words
//! - `unit`: the words of units and scales, one table
//! - `cursor`, `number`, `literal`: text → [`Quantity`]
//! - `token`, `parse`: text → [`Expression`]; `evaluate`: dimension and value of an expression
//! - `period`: the parts of a year, and the number of them that is counted twice
//! - `wanted`: what an amount must come out as; `lack`: what a formula lacks to become it; `mend`:
//!   what a quantity that cannot be read probably means; `tail`: what words after it do to it
//! - `wording`: the findings of reading, in words
//!
//! 1 år = 12 måneder = 52 uker = 365 døgn, each against the year (format.md).

#![allow(
    clippy::result_large_err,
    reason = "an unreadable quantity is rare and for people; a box would save nothing that can be felt"
)]

mod around;
mod base;
mod catalogue;
mod cursor;
mod dimension;
mod evaluate;
mod expression;
mod formula;
mod lack;
mod literal;
mod mend;
mod noun;
mod number;
mod parse;
mod period;
mod range;
mod said;
mod tail;
mod token;
mod unit;
mod value;
mod wanted;
mod wording;

pub use base::{Base, Thing};
pub use catalogue::{UnitRow, unit_rows};
pub use dimension::Dimension;
pub use evaluate::EvaluationError;
pub use expression::{Expression, Operator};
pub use formula::{Formula, Piece};
pub use lack::Known;
pub use mend::part_of_position;
pub use noun::Noun;
pub use number::{in_brackets, plain};
pub use said::{like, percent, words};
pub use unit::is_unit_word;
pub use value::Quantity;
pub use wanted::{Wanted, missing_factor};
pub use wording::calendar_noun;

use crate::source::one_alphabet;
use crate::units::Hours;

/// How the organisation counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Context {
    /// timer_per_årsverk: hours of work in one årsverk.
    pub hours_per_fte: Hours,
    /// arbeidsdager: working days in a year.
    pub workdays: u16,
}

/// Lower case, in one alphabet.
fn folded(word: &str) -> String {
    one_alphabet(word).to_lowercase()
}

#[cfg(test)]
mod tests;

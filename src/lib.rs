//! a3

pub mod diagnostic;
pub mod source;
pub mod text;
pub mod units;

//! a3

pub mod diagnostic;
pub mod quantity;
pub mod source;
pub mod text;
pub mod units;
pub mod yaml;

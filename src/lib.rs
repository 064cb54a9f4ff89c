//! a3

pub mod calc;
pub mod diagnostic;
pub mod model;
pub mod quantity;
pub mod rates;
pub mod source;
pub mod text;
pub mod units;
pub mod yaml;

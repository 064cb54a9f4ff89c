//! a3

pub mod calc;
pub mod choose;
pub mod date;
pub mod diagnostic;
pub mod document;
pub mod draft;
pub mod glossary;
pub mod load;
pub mod model;
pub mod quantity;
pub mod rates;
pub mod render;
pub mod save;
pub mod shape;
pub mod source;
pub mod text;
pub mod units;
pub mod view;
pub mod yaml;

//! Today's budget: the CSV an accounting system exports, as lines with places.

mod line;

pub use line::{AccountClass, Ledger, Line};

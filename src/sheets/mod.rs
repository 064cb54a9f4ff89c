//! The A3 itself: what stands in each of its twelve boxes, in order, and nothing about how it looks.
//!
//! A sheet has a header with its figures, a left half without solutions, a right half with what is done about
//! it, and a footer. The same twelve boxes are on three levels: a case, an område, the whole organisation. A box
//! that nobody has filled in says in which quarter it is: the sheet is its own guide.

mod case;
mod dates;
mod model;

pub use case::of_case;
pub use model::{
    Badge, Entry, Figure, Grid, GridCell, GridColumn, GridRow, Half, Held, Panel, Part, Sheet, Stage, Step,
};

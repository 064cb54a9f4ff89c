//! The A3 itself: what stands in each of its twelve boxes, in order, and nothing about how it looks.
//!
//! A sheet has a header with its figures, a left half without solutions, a right half with what is done about
//! it, and a footer. The same twelve boxes are on three levels: a case, an område, the whole organisation. A box
//! that nobody has filled in says in which quarter it is: the sheet is its own guide.

mod case;
mod dates;
mod model;
pub mod proposal;
mod said;
mod whole;

pub use case::{Kind, Shown, line_of, of_case};
pub use model::{
    Badge, Entry, Figure, Grid, GridCell, GridColumn, GridRow, Half, Held, Panel, Part, Sheet, Stage, Step,
};
pub use whole::{Links, View, gains_map, list, of_whole};

use crate::date;
use crate::model::Organisation;
use crate::report::AppraisedCase;
use crate::units::Year;
use chrono::NaiveDate;

/// What all the sheets of one run share.
#[derive(Debug, Clone, Copy)]
pub struct Occasion<'r> {
    /// The organisation.
    pub organisation: &'r Organisation,
    /// The day they are made for.
    pub day: NaiveDate,
    /// The cases that are known, to call one by its title where another names it.
    pub cases: &'r [AppraisedCase],
}

impl Occasion<'_> {
    /// The year of the day.
    fn year(self) -> Year {
        date::year(self.day).unwrap_or(self.organisation.budget_year)
    }
}

/// The folder of a site in which the sheets of the cases are.
pub const CASES_FOLDER: &str = "ark";

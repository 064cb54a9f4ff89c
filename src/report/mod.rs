//! The arrows put in order: paths → repository → yaml → document → model → checks and calc → choose, budget and
//! follow → what each command found.
//!
//! One function per thing a command asks for. Cases are read in parallel and come out in the
//! order of their paths; what is not needed later is let go at once, so that a hundred thousand
//! cases fit in memory. No words here, and no arithmetic.

mod accounts;
mod against;
mod appraise;
mod area;
mod base;
mod believed;
mod budget;
mod calc;
mod certainty;
pub mod change;
mod check;
mod choose;
mod ending;
mod first;
mod frames;
mod gains;
mod last_year;
mod left_out;
mod near;
mod next;
mod organisation;
mod overview;
mod people;
mod rank;
mod read;
mod selection;
mod sheet;
mod standing;
mod status;
mod task;
mod today;
mod work;

pub use accounts::AccountsReport;
pub use appraise::{Appraised, AppraisedCase, appraise, appraise_with_budget};
pub use area::{Area, Gap, GapUnit, Span};
pub use base::{Base, base};
pub use believed::{Believed, BelievedReport, MeasuredIn, believed};
pub use budget::{
    BudgetReport, Budgeted, NotBudgeted, Starts, all_starts, budget, budget_of, chosen_starts, future_budget,
};
pub use calc::{CalcReport, CalcWanted, calc, drawn};
pub use check::{check, check_first};
pub use choose::{Field, field};
pub use ending::{Ending, is_met};
pub use frames::{FramesRead, frames};
pub use gains::{GainRow, Groups, When, gains};
pub use last_year::{LastYear, Now, Place, Since, Turned};
pub use left_out::{LeftOut, WhyLeftOut};
pub use next::{
    Ask, NextReport, NextWanted, NoNext, Person, QUARTERS, Quarter, Resting, Standing, What, WhyResting, next,
};
pub use overview::{
    NoOverview, NoSuchArea, OpenDuty, OverviewReport, OverviewWanted, Pressed, areas, is_an_area,
    open_duties, overview,
};
pub use people::NoSuchPerson;
pub use rank::{Alternative, Bound, Draws, NotRanked, RankReport, RankWanted, Within, rank};
pub use selection::{Basis, Wanted};
pub use sheet::{WholeReport, following, whole};
pub use standing::Unfinished;
pub use status::{Due, FailAt, Gone, Late, NoStatus, StatusCase, StatusReport, StatusWanted, status};
pub use today::{BudgetFile, Fault, Today};
pub use work::{Step, Watch, Work, unwatched};

use certainty::Redraw;

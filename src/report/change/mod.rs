//! What a command writes in the files of a repository: planned and read back here, and put in place by whoever
//! asked. All of it or nothing: the first thing that does not fit is why there is nothing.
//!
//! - `names`: which case, måling or row of the plan a part of a name means; `sheet`: a file being changed
//! - `measure`, `done`, `decide`, `advance`, `roll`: one file each; `blocks`, `practice`: what the next phase begins with

mod advance;
mod blocks;
mod decide;
mod done;
mod measure;
mod names;
mod practice;
mod refused;
mod roll;
mod sheet;

pub use advance::{AdvanceReport, AdvanceWanted, Part, advance};
pub use decide::{DecideReport, DecideWanted, Decided, Skipped, Waits, WhichCases, WhySkipped, decide};
pub use done::{DoneReport, DoneWanted, NewDeadline, done};
pub use measure::{MeasureReport, NewReading, NoReadings, Taken, Way, measure, readings_of};
pub use names::{NotOne, one_of};
pub use refused::{Named, NotChanged, NotRead, SameRow, WrongDecision, WrongReading, WrongRow};
pub use roll::{InBudget, RollReport, RollWanted, RolledFrame, Starts, roll};
pub use sheet::{Rewrite, case_path};

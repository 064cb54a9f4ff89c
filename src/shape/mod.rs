//! The file format as data: every field's key, kind, phase, one-line doc and example.
//!
//! Read by the structural check below, the JSON Schemas in schemas/, `a3 explain felt` and
//! editors. A table per section; a new field is one row in one table.

mod case;
mod check;
mod find;
mod follow_up;
mod nearest;
mod organisation;
mod plain;
mod rows;
mod synonyms;
mod table;
#[cfg(test)]
mod tests;
mod unanswered;
mod wording;
mod years;

pub(crate) use case::case_sections;
pub use case::{CASE, OVERVIEW, OVERVIEW_LEVELS, is_beside_figures};
use check::lacking_fields;
pub use check::{check, check_case, check_organisation, is_blank, is_by_year, is_meant, year_of};
pub use find::{Found, find, nearest_paths, paths};
pub(crate) use follow_up::follow_up_sections;
pub use nearest::{meant, nearest};
pub(crate) use organisation::organisation_sections;
pub use organisation::{FRAMES_FILE, ORGANISATION};
pub use plain::{says_none, settle_case, settle_frames, settle_organisation};
pub(crate) use rows::row_sections;
pub use rows::{BENEFIT, BUDGET_LINE, COST, ESTIMATE, THREE_POINT};
pub use synonyms::{accepted, word};
pub use table::{Field, Kind, NOTE, Needed, Section};
pub use unanswered::{Lacking, NO_NOW, NO_OWNER, NO_WANTED, is_open, is_unanswered, lacking};

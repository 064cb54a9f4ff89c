//! Nodes → a case or an organisation where everything may be missing, with the place of every
//! value; and from there to the model.
//!
//! [`case`] and [`organisation`] read what is written and keep its place. What has the wrong form,
//! word, date or year is left out in silence, because `shape` names it; what takes reading a
//! number, a unit or a formula is found here. [`lower_case`] and [`lower_organisation`] turn the
//! document into the model, and find what makes that impossible: names nobody knows, amounts that
//! come out as the wrong thing, rows that contradict themselves. All at once, never just the first.
//!
//! - `record`: how a mapping becomes a struct; `field`: a value that may be missing
//! - `reader`, `expect`: values of every kind; `wording`: what is wrong with them
//! - `case`, `rows`, `follow_up`, `organisation`: the sections of the files, as the table of `shape`
//!   has them; `amount`, `calculation`: what a row is worth
//! - `lower`: document → model

mod amount;
mod calculation;
mod case;
mod expect;
mod field;
mod follow_up;
mod lower;
mod organisation;
mod reader;
mod record;
mod rows;
mod wording;

pub use amount::Amount;
pub use calculation::Calculation;
pub use case::{Alternative, Capacity, Case, Gap, Level, Overview, Requirement};
pub use field::{Field, Keyed};
pub use follow_up::{
    Adjustment, Condition, Decision, Engagement, Loss, Measurement, NewPractice, OtherLine, PlanRow, Promise,
    Reading, Risk, Staffing, SubArea,
};
pub use lower::{Lowered, default_organisation, is_device, lower_case, lower_frames, lower_organisation};
pub use organisation::{
    BudgetExport, ByYear, Cells, Discount, Frames, FramesFile, Goal, Levy, Loan, Lock, Organisation,
    Position, Ranking, RateStep, RegisteredRequirement, Rules, Surcharges,
};
pub use reader::{MAX_ROWS, UnreadRows};
pub use rows::{Assumption, Benefit, BudgetLine, Cost, Purpose, ThreePoint};

use crate::diagnostic::Finding;
use crate::quantity::Context;
use crate::source::{Span, one_alphabet};
use crate::units::{Decimal, Hours};
use crate::yaml::{Kind, Node};
use reader::Reader;
use std::borrow::Cow;

/// timer_per_årsverk where a3.yaml says nothing (calculation.md, built-in defaults).
const HOURS_PER_FTE: Hours = Hours::new(Decimal::from_parts(1750, 0, 0, false, 0));

/// arbeidsdager in a year where a3.yaml does not say: a convention, the days of a year less weekends,
/// public holidays and five weeks off.
const WORKDAYS: u16 = 230;

/// Reads a case. `id` is the file's stem; `context` how the organisation counts.
pub fn case(root: &Node<'_>, id: &str, context: &Context) -> (Case, Vec<Finding>) {
    let mut reader = Reader::new(*context);
    let read = Case::read(&mut reader, root);
    let Overview { sub_areas, participants, .. } = Overview::read(&mut reader, root);
    let case = Case {
        id: id.to_owned(),
        whole: reader.whole,
        unread: reader.unread(),
        sub_areas,
        participants,
        ..read
    };
    (case, reader.into_findings())
}

/// Reads a3.yaml.
pub fn organisation(root: &Node<'_>) -> (Organisation, Vec<Finding>) {
    let mut reader = Reader::new(Context { hours_per_fte: HOURS_PER_FTE, workdays: WORKDAYS });
    let read = Organisation::read(&mut reader, root);
    let organisation = Organisation { whole: reader.whole, ..read };
    (organisation, reader.into_findings())
}

/// Reads a file of frames alone; `context` is how the organisation counts.
pub fn frames(root: &Node<'_>, context: &Context) -> (Field<Frames>, Vec<Finding>) {
    let mut reader = Reader::new(*context);
    let file = FramesFile::read(&mut reader, root);
    (file.frames, reader.into_findings())
}

/// The id of a case: the stem of its file's name, in the alphabet ids are compared in.
pub fn case_id(path: &str) -> Cow<'_, str> {
    let name = path.rsplit('/').next().unwrap_or(path);
    one_alphabet(name.strip_suffix(".yaml").or_else(|| name.strip_suffix(".yml")).unwrap_or(name))
}

/// An a3.yaml that says nothing.
fn empty_organisation() -> Organisation {
    let root = Node { span: Span::default(), kind: Kind::Mapping(Vec::new()) };
    organisation(&root).0
}

#[cfg(test)]
mod tests;

//! What plan and betingelser say is to be done: by whom, and by when.

use crate::document::{Case, Field};
use crate::model::Status;
use chrono::NaiveDate;

/// Something that is still to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Task<'a> {
    /// hva
    pub(super) what: &'a str,
    /// hvem
    pub(super) who: Option<&'a str>,
    /// frist
    pub(super) due: Option<NaiveDate>,
    /// Whether it is a betingelse, and not a row of the plan.
    pub(super) is_condition: bool,
}

/// Everything of a case that is still to be done: its plan, then its betingelser.
pub(super) fn open(written: &Case) -> impl Iterator<Item = Task<'_>> {
    let plan = written.plan.rows().iter().map(|row| (&row.what, &row.who, &row.due, &row.status, false));
    let conditions =
        written.conditions.rows().iter().map(|row| (&row.what, &row.who, &row.due, &row.status, true));
    plan.chain(conditions).filter_map(|(what, who, due, status, is_condition)| {
        let is_open = status.get().is_none_or(|status: &Status| status.is_open());
        let what = Field::text(what).filter(|_| is_open)?;
        Some(Task { what, who: who.text(), due: due.cloned(), is_condition })
    })
}

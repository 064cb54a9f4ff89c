//! What plan and betingelser say is to be done: by whom, and by when.

use crate::document::{Case, Field};
use crate::model::Status;
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    /// How many rows before it in its list say the same, done or not.
    pub(super) same_before: usize,
}

/// Everything of a case that is still to be done: its plan, then its betingelser.
pub(super) fn open(written: &Case) -> impl Iterator<Item = Task<'_>> {
    let plan = written.plan.rows().iter().map(|row| (&row.what, &row.who, &row.due, &row.status));
    let conditions = written.conditions.rows().iter().map(|row| (&row.what, &row.who, &row.due, &row.status));
    rows(plan).chain(rows(conditions).map(|task| Task { is_condition: true, ..task }))
}

/// A row as its four fields.
type Fields<'a> = (&'a Field<String>, &'a Field<String>, &'a Field<NaiveDate>, &'a Field<Status>);

fn rows<'a>(rows: impl Iterator<Item = Fields<'a>> + Clone) -> impl Iterator<Item = Task<'a>> {
    let before = same_before(rows.clone().map(|(what, ..)| what.text()));
    rows.zip(before).filter_map(move |((what, who, due, status), same_before)| {
        let is_open = status.get().is_none_or(|status: &Status| status.is_open());
        let what = what.text().filter(|_| is_open)?;
        Some(Task { what, who: who.text(), due: due.cloned(), is_condition: false, same_before })
    })
}

/// How many before it in a list are called the same, for each.
pub(super) fn same_before<N: Ord>(names: impl Iterator<Item = N>) -> Vec<usize> {
    let mut seen: BTreeMap<N, usize> = BTreeMap::new();
    let count = |name| {
        let times = seen.entry(name).or_default();
        core::mem::replace(times, times.saturating_add(1))
    };
    names.map(count).collect()
}

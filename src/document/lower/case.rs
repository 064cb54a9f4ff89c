//! The case as a whole: what is calculated on; the rest of the sheet goes on as it was read.

use super::Lowering;
use crate::document::{self, Capacity, Field};
use crate::model::{AreaCapacity, Case, Deadline, Duty, Fulfilment, Status};
use crate::source::Spanned;
use crate::units::Fte;
use chrono::NaiveDate;

impl Lowering<'_> {
    /// The case; its rows are lowered even where the case cannot be had, so that all findings show.
    pub(super) fn case(&mut self) -> Option<Case> {
        let document = self.document;
        let assumptions = self.assumptions();
        let (benefits, costs) = (self.benefits(), self.costs());
        let new_practice = self.new_practice();
        self.sound &= are_decisions_read(document);
        Some(Case {
            id: document.id.clone(),
            title: document.title.cloned().unwrap_or_else(|| document.id.clone()),
            area: self.required(&document.area)?,
            owner: document.owner.cloned().unwrap_or_default(),
            phase: self.required(&document.phase)?,
            assumptions,
            benefits,
            costs,
            start: document.start.cloned(),
            latest_start: document.latest_start.cloned(),
            life: document.life.cloned(),
            capacity: self.capacity(),
            requires: values(document.requires.rows()),
            excludes: values(document.excludes.rows()),
            duties: document.requirements.rows().iter().filter_map(duty).collect(),
            decision: document.decision(self.day),
            deadlines: deadlines(document),
            new_practice,
            measurements: document
                .measurements
                .rows()
                .iter()
                .map(document::Measurement::understood)
                .collect(),
            losses: document.losses.rows().iter().filter_map(document::Loss::understood).collect(),
        })
    }

    fn capacity(&self) -> Vec<AreaCapacity> {
        let years = |years: &[Spanned<Fte>]| years.iter().map(|year| year.value).collect();
        match self.document.capacity.get() {
            None => Vec::new(),
            Some(Capacity::OwnArea(list)) => {
                let area = self.document.area.cloned().unwrap_or_default();
                vec![AreaCapacity { area, years: years(list) }]
            }
            Some(Capacity::ByArea(areas)) => {
                let of_area = |area: &document::Keyed<Vec<Spanned<Fte>>>| AreaCapacity {
                    area: area.key.value.clone(),
                    years: years(&area.row),
                };
                areas.iter().map(of_area).collect()
            }
        }
    }
}

/// Whether every vedtak could be read: whether the case is decided hangs on it. One that leaves out when or
/// what decides nothing.
fn are_decisions_read(document: &document::Case) -> bool {
    let is_read = |row: &document::Decision| {
        let is_lost = (row.date.is_written() && row.date.get().is_none())
            || (row.outcome.is_written() && row.outcome.get().is_none());
        !is_lost
    };
    document.decisions.rows().iter().all(is_read)
}

/// What is not said to be met after is not met: no case becomes må by silence.
fn duty(row: &document::Requirement) -> Option<Duty> {
    let is_taken_on = Duty::is_taken_on(row.today.cloned().unwrap_or(Fulfilment::No), row.after.cloned()?);
    let trimmed = |field: &Field<String>| field.text().unwrap_or_default().trim().to_owned();
    is_taken_on.then(|| Duty { legal_basis: trimmed(&row.legal_basis), text: trimmed(&row.text) })
}

fn deadlines(document: &document::Case) -> Vec<Deadline> {
    let open = |what: &Field<String>, due: &Field<NaiveDate>, status: &Field<Status>| {
        let is_open = status.get().is_none_or(|status| status.is_open());
        Some(Deadline { what: what.cloned()?, date: due.cloned().filter(|_| is_open)? })
    };
    let plan = document.plan.rows().iter().filter_map(|row| open(&row.what, &row.due, &row.status));
    let conditions = document.conditions.rows().iter();
    plan.chain(conditions.filter_map(|row| open(&row.what, &row.due, &row.status))).collect()
}

fn values(list: &[Spanned<String>]) -> Vec<String> {
    list.iter().map(|item| item.value.clone()).collect()
}

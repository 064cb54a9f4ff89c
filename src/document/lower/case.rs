//! The case as a whole: what is calculated on; the rest of the sheet goes on as it was read.

use super::Lowering;
use crate::document::{self, Capacity, Field};
use crate::model::{AreaCapacity, Case, Deadline, Status};
use crate::source::Spanned;
use crate::units::{Fte, Year};
use chrono::NaiveDate;

impl Lowering<'_> {
    /// The case; its rows are lowered even where the case cannot be had, so that all findings show.
    pub(super) fn case(&mut self) -> Option<Case> {
        let document = self.document;
        let assumptions = self.assumptions();
        let (benefits, costs) = (self.benefits(), self.costs());
        let new_practice = self.new_practice();
        self.sound &= are_decisions_read(document);
        let window = self.window();
        Some(Case {
            id: document.id.clone(),
            title: document.title.cloned().unwrap_or_else(|| document.id.clone()),
            area: self.required(&document.area)?,
            owner: document.owner.cloned().unwrap_or_default(),
            phase: self.required(&document.phase)?,
            prices: self.prices.clone(),
            assumptions,
            benefits,
            costs,
            start: window.first,
            passed: window.passed,
            latest_start: window.last,
            life: document.life.cloned(),
            capacity: self.capacity(),
            requires: values(document.requires.rows()),
            excludes: values(document.excludes.rows()),
            duties: document
                .duties(&self.organisation.requirements)
                .into_iter()
                .map(|duty| duty.value)
                .collect(),
            broken_duties: document.broken_duties(&self.organisation.requirements),
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

    /// The years the case may start in. What is neither decided nor finished starts no sooner than budsjettår;
    /// where all its years have gone, it can start only in the year it is locked to.
    fn window(&self) -> Window {
        let (first, last) = (self.document.start.cloned(), self.document.latest_start.cloned());
        let begun = self.document.settled(self.day).meets_krever();
        let Some(written) = first.filter(|_| !begun) else { return Window { first, last, passed: None } };
        let soonest = written.max(self.organisation.budget_year);
        let end = last.unwrap_or(written);
        if soonest <= end {
            return Window { first: Some(soonest), last, passed: None };
        }
        let lock = self.organisation.locked.get(&self.document.id);
        Window { first: lock.and_then(|lock| lock.start), last: None, passed: Some(end) }
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

/// The years a case may start in.
struct Window {
    first: Option<Year>,
    last: Option<Year>,
    /// The last of them, where all have gone.
    passed: Option<Year>,
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

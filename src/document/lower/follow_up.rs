//! plan, betingelser, forankring, målinger and vedtak.

use super::Lowering;
use crate::document::{self, Field};
use crate::model::{Condition, Decision, Engagement, Measurement, PlanRow, Reading};

impl Lowering<'_> {
    pub(super) fn plan(&mut self) -> Vec<PlanRow> {
        let rows = self.document.plan.rows();
        let lower = |row: &document::PlanRow| {
            Some(PlanRow {
                what: self.required(&row.what)?,
                who: row.who.cloned(),
                due: row.due.cloned(),
                need: row.need.cloned(),
                status: row.status.cloned(),
            })
        };
        rows.iter().filter_map(lower).collect()
    }

    pub(super) fn conditions(&mut self) -> Vec<Condition> {
        let rows = self.document.conditions.rows();
        let lower = |row: &document::Condition| {
            Some(Condition {
                what: self.required(&row.what)?,
                who: row.who.cloned(),
                due: row.due.cloned(),
                status: row.status.cloned(),
            })
        };
        rows.iter().filter_map(lower).collect()
    }

    pub(super) fn engagements(&mut self) -> Vec<Engagement> {
        let rows = self.document.engagements.rows();
        let lower = |row: &document::Engagement| {
            Some(Engagement {
                who: self.required(&row.who)?,
                how: row.how.cloned(),
                date: row.date.cloned(),
                status: row.status.cloned(),
            })
        };
        rows.iter().filter_map(lower).collect()
    }

    pub(super) fn measurements(&mut self) -> Vec<Measurement> {
        let rows = self.document.measurements.rows();
        rows.iter().filter_map(|row| self.measurement(row)).collect()
    }

    fn measurement(&mut self, row: &document::Measurement) -> Option<Measurement> {
        Some(Measurement {
            name: self.required(&row.name)?,
            benefit: row.benefit.cloned(),
            baseline: self.point(&row.baseline),
            target: self.point(&row.target),
            frequency: row.frequency.cloned(),
            responsible: row.responsible.cloned(),
            readings: row.readings.rows().iter().filter_map(|row| self.reading(row)).collect(),
        })
    }

    fn point(&mut self, field: &Field<document::Reading>) -> Option<Reading> {
        self.reading(field.get()?)
    }

    fn reading(&mut self, row: &document::Reading) -> Option<Reading> {
        let (date, value) = (self.required(&row.date), self.required(&row.value));
        Some(Reading { date: date?, value: value? })
    }

    pub(super) fn decisions(&mut self) -> Vec<Decision> {
        let rows = self.document.decisions.rows();
        rows.iter().filter_map(|row| self.decision(row)).collect()
    }

    fn decision(&mut self, row: &document::Decision) -> Option<Decision> {
        let (date, outcome) = (self.required(&row.date), self.required(&row.outcome));
        Some(Decision {
            date: date?,
            body: row.body.cloned(),
            outcome: outcome?,
            reference: row.reference.cloned(),
            in_budget: row.in_budget.cloned().unwrap_or(false),
            fingerprint: row.fingerprint.cloned(),
        })
    }
}

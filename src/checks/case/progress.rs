//! How far a måling has come: from its nullpunkt, by its readings, to its mål.

use super::points::{Point, Way, of_measurement};
use crate::checks::prelude::*;
use crate::document::Measurement;

/// A måling with values that can be held against each other.
#[derive(Debug)]
pub(super) struct Progress {
    pub(super) baseline: Point,
    pub(super) target: Point,
    /// Which way the target lies.
    pub(super) way: Way,
    /// Every reading, oldest first.
    pub(super) readings: Vec<(NaiveDate, Point)>,
}

impl Progress {
    /// None where a value is missing or of another unit, or the target is the baseline: other rules say so.
    pub(super) fn of(measurement: &Measurement) -> Option<Self> {
        measurement.baseline.get()?.value.get()?;
        measurement.target.get()?.value.get()?;
        let mut points = of_measurement(measurement).into_iter();
        let (baseline, target) = (points.next()?, points.next()?);
        let way = baseline.way_to(&target)?;
        let dated = measurement.readings.rows().iter().filter(|reading| reading.value.get().is_some());
        let dates = dated.map(|reading| reading.date.cloned());
        let read: Vec<_> = dates.zip(points).filter_map(|(date, point)| Some((date?, point))).collect();
        let mut readings: Vec<_> =
            read.into_iter().filter(|(_, point)| point.has_unit_of(&baseline)).collect();
        readings.sort_by_key(|(date, _)| *date);
        baseline.has_unit_of(&target).then_some(Self { baseline, target, way, readings })
    }

    /// Whether a value is at the target or past it.
    pub(super) fn reaches(&self, reading: &Point) -> bool {
        reading.way_to(&self.target) != Some(self.way)
    }

    /// Whether a value is on the target's side of the baseline.
    pub(super) fn has_moved(&self, reading: &Point) -> bool {
        self.baseline.way_to(reading) == Some(self.way)
    }
}

/// Whether the plan has something to be done from today on.
pub(super) fn is_acted_on(facts: &CaseFacts<'_>) -> bool {
    facts.document.plan.rows().iter().any(|row| {
        let is_open = row.status.get().is_none_or(|status| status.is_open());
        is_open && row.due.get().is_some_and(|due| *due >= facts.today)
    })
}

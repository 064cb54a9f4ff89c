//! How far a gain has come on the way from nullpunkt to mål: all there is to say of what is no money.

use crate::model::{Benefit, Case, Measurement};
use crate::units::{Decimal, Share};
use chrono::NaiveDate;

/// How far a måling has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Which of the målinger of the case.
    pub measurement: usize,
    /// The day of the last reading.
    pub date: NaiveDate,
    /// The share of the way: 1 is all of it, less than 0 the wrong way.
    pub way: Decimal,
    /// The share there was to be by the day it is asked on; none where mål has no day after nullpunkt.
    pub planned: Option<Share>,
}

impl Progress {
    /// Of the first måling of a gain that can be held against its mål.
    pub(super) fn of(case: &Case, benefit: &Benefit, day: NaiveDate) -> Option<Self> {
        let mut all = case.measurements.iter().enumerate();
        all.find_map(|(measurement, of)| {
            let last = of.latest(day).filter(|_| is_of(of, benefit))?;
            let way = of.way(&last.value)?;
            Some(Self { measurement, date: last.date, way, planned: of.planned_way(day) })
        })
    }
}

fn is_of(measurement: &Measurement, benefit: &Benefit) -> bool {
    measurement.benefit.as_deref() == Some(&benefit.name)
}

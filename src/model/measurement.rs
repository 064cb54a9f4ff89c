//! målinger and tapt: what was measured of a gain and when it is measured again, and what will not come.

use super::vocabulary::Frequency;
use crate::quantity::Quantity;
use crate::units::{Decimal, Share, divide};
use chrono::{Datelike, Days, Months, NaiveDate};

/// avlesning: a value on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// dato
    pub date: NaiveDate,
    /// verdi
    pub value: Quantity,
}

/// måling: how it is seen whether a gain comes. What could not be read is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Measurement {
    /// navn; empty where nobody has written one
    pub name: String,
    /// gevinst: the name of the gain it belongs to
    pub benefit: Option<String>,
    /// nullpunkt
    pub baseline: Option<Reading>,
    /// mål
    pub target: Option<Reading>,
    /// måler: the name of the forutsetning it measures
    pub measures: Option<String>,
    /// hyppighet
    pub frequency: Option<Frequency>,
    /// ansvarlig
    pub responsible: Option<String>,
    /// målt, oldest first
    pub readings: Vec<Reading>,
}

/// tapt: a gain that will not come after all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loss {
    /// dato: when it became clear
    pub date: NaiveDate,
    /// gevinst; none is all of the case
    pub benefit: Option<String>,
    /// hvorfor
    pub why: String,
}

impl Loss {
    /// Whether it is this gain that will not come, as far as was known on a day.
    pub fn is_of(&self, benefit: &str, day: NaiveDate) -> bool {
        self.date <= day && self.benefit.as_deref().is_none_or(|lost| lost == benefit)
    }
}

impl Measurement {
    /// The last reading up to and with a day.
    pub fn latest(&self, day: NaiveDate) -> Option<&Reading> {
        self.readings.iter().rfind(|reading| reading.date <= day)
    }

    /// How much of the way from nullpunkt to mål a value has come: 1 is all of it, less than 0 the wrong
    /// way. None where the three are not of one unit, or mål is nullpunkt.
    pub fn way(&self, value: &Quantity) -> Option<Decimal> {
        Self::way_between(&self.baseline.as_ref()?.value, &self.target.as_ref()?.value, value)
    }

    /// The same of a nullpunkt and a mål by themselves.
    pub fn way_between(baseline: &Quantity, target: &Quantity, value: &Quantity) -> Option<Decimal> {
        let is_one_unit = baseline.has_unit_of(target) && baseline.has_unit_of(value);
        let from = baseline.value();
        let unit = baseline.dimension();
        let to = target.in_units_of(unit).filter(|_| is_one_unit)?.checked_sub(from)?;
        divide(value.in_units_of(unit)?.checked_sub(from)?, to).ok()
    }

    /// Whether a share of the way is more than twice what was wanted, or further the wrong way than the target is away:
    /// oftener a slip than a result.
    pub fn is_far_off(way: Decimal) -> bool {
        way > Decimal::TWO || way < -Decimal::ONE
    }

    /// How much of the way was to be behind by a day: a straight line between the two days; none where one
    /// of them is missing, or mål is not after nullpunkt.
    pub fn planned_way(&self, day: NaiveDate) -> Option<Share> {
        let (first, last) = (self.baseline.as_ref()?.date, self.target.as_ref()?.date);
        let days = |to: NaiveDate| Decimal::from(to.signed_duration_since(first).num_days());
        let whole = Some(days(last)).filter(|days| *days > Decimal::ZERO)?;
        divide(days(day.clamp(first, last)), whole).ok().map(Share::new)
    }

    /// The day it is to be measured next, when the case works from `start`; none where it was measured on the day
    /// of mål or after, and nothing says when. A reading of a day to come has not been made.
    pub fn next_due(&self, start: NaiveDate, today: NaiveDate) -> Option<NaiveDate> {
        let last = self.latest(today).map(|reading| reading.date);
        let target = self.target.as_ref().map(|target| target.date);
        if last.is_some() && last >= target {
            return None;
        }
        let Some(frequency) = self.frequency else { return target };
        frequency.after(last.map_or(start, |last| last.max(start)))
    }

    /// Whether nothing is measured yet, and what is measured will say how it goes.
    pub fn is_awaited(&self, day: NaiveDate) -> bool {
        self.latest(day).is_none() && (self.target.is_some() || self.measures.is_some())
    }

    /// Whether it should have been measured by now.
    pub fn is_overdue(&self, start: NaiveDate, today: NaiveDate) -> bool {
        self.next_due(start, today).is_some_and(|due| due < today)
    }
}

impl Frequency {
    /// The day the next measurement is due. From the last day of a month to the last day of a month.
    pub fn after(self, day: NaiveDate) -> Option<NaiveDate> {
        let months = match self {
            Self::Week => return day.checked_add_days(Days::new(7)),
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Third => 4,
            Self::HalfYear => 6,
            Self::Year => 12,
        };
        let next = day.succ_opt()?;
        if next.month() == day.month() {
            return day.checked_add_months(Months::new(months));
        }
        next.checked_add_months(Months::new(months))?.pred_opt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::Context;
    use crate::units::Hours;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn reading(date: &str, value: &str) -> Reading {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
        Reading { date: day(date), value: Quantity::parse(value, &context).unwrap() }
    }

    /// Visits to give medicine: 714 at first, 450 wanted.
    fn visits(readings: Vec<Reading>) -> Measurement {
        Measurement {
            baseline: Some(reading("2025-11-30", "714 besøk")),
            target: Some(reading("2027-06-30", "450 besøk")),
            frequency: Some(Frequency::Quarter),
            readings,
            ..Measurement::default()
        }
    }

    #[test]
    fn the_way_is_a_share_of_the_distance_and_of_the_days() {
        let measurement =
            visits(vec![reading("2026-06-30", "641 besøk"), reading("2026-12-31", "561 besøk")]);
        let way = |value: &str| measurement.way(&reading("2026-12-31", value).value);
        assert_eq!(way("582 besøk"), Some(Decimal::new(5, 1)));
        assert_eq!(way("780 besøk"), Some(Decimal::new(-25, 2)));
        assert_eq!(way("561 kr"), None);
        assert_eq!(way("561 besøk/uke"), None, "a rate is no sum");
        let planned = measurement.planned_way(day("2026-12-31")).unwrap().value();
        assert_eq!(planned.round_dp(3), Decimal::new(686, 3));
        assert_eq!(measurement.latest(day("2026-12-30")).unwrap().date, day("2026-06-30"));
    }

    #[test]
    fn the_end_of_a_month_is_followed_by_the_end_of_a_month() {
        assert_eq!(Frequency::Quarter.after(day("2026-09-30")), Some(day("2026-12-31")));
        assert_eq!(Frequency::Quarter.after(day("2026-09-29")), Some(day("2026-12-29")));
        assert_eq!(Frequency::Month.after(day("2028-01-31")), Some(day("2028-02-29")));
        assert_eq!(Frequency::Week.after(day("2026-12-28")), Some(day("2027-01-04")));
    }

    #[test]
    fn it_is_measured_until_the_day_of_the_target() {
        let start = day("2026-01-01");
        let today = day("2027-12-31");
        let due = |dates: &[&str]| {
            visits(dates.iter().map(|date| reading(date, "600 besøk")).collect()).next_due(start, today)
        };
        assert_eq!(due(&[]), Some(day("2026-04-01")));
        assert_eq!(due(&["2026-06-30"]), Some(day("2026-09-30")));
        assert_eq!(due(&["2027-07-01"]), None);
        let seldom = Measurement { frequency: None, ..visits(Vec::new()) };
        assert_eq!(seldom.next_due(start, today), Some(day("2027-06-30")));
        assert_eq!(due(&["2028-01-01"]), due(&[]));
    }
}

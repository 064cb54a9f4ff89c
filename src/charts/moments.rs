//! A time line, a row at a time: each date on one axis they share, with today.

use super::scale::Scale;
use super::{Chart, Tone, at};
use crate::units::Decimal;
use crate::words::Text;
use chrono::{Datelike, NaiveDate};

/// How far something has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Done.
    Done,
    /// Begun.
    Ongoing,
    /// Not begun.
    Planned,
    /// Dropped.
    Dropped,
}

/// Something with a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// When.
    pub date: NaiveDate,
    /// How far it has come.
    pub progress: Progress,
}

/// The axis the dates share.
#[derive(Debug, Clone, Copy)]
pub struct Moments {
    scale: Scale,
    today: NaiveDate,
    first: NaiveDate,
    last: NaiveDate,
}

const WIDTH: i32 = 1_100;
const HEIGHT: i32 = 110;

impl Moments {
    /// An axis over dates; none where there are none.
    pub fn over(dates: &[NaiveDate], today: NaiveDate) -> Option<Self> {
        let (first, last) = (dates.iter().min().copied()?, dates.iter().max().copied()?);
        let scale = Scale::over([first, last].map(day), 55, WIDTH - 55)?;
        Some(Self { scale, today, first, last })
    }

    /// The first date and the last.
    pub const fn ends(&self) -> [NaiveDate; 2] {
        [self.first, self.last]
    }

    /// Whether today is on the axis.
    pub fn holds_today(&self) -> bool {
        self.first <= self.today && self.today <= self.last
    }

    /// One row: ● done, ◐ begun, ○ not begun, / dropped; today dashed.
    pub fn row(&self, moment: Moment, title: Text, description: Text) -> Chart {
        let mut chart = Chart { title, description, ..Chart::sized(WIDTH, HEIGHT) };
        let middle = HEIGHT / 2;
        chart.line(at(0, middle), at(WIDTH, middle), Tone::Axis);
        if self.holds_today() {
            let today = self.scale.at(day(self.today));
            chart.line(at(today, 0), at(today, HEIGHT), Tone::Dashed);
        }
        let there = at(self.scale.at(day(moment.date)), middle);
        match moment.progress {
            Progress::Done => chart.dot(there, Tone::Solid),
            Progress::Ongoing => {
                chart.dot(there, Tone::Open);
                chart.bar(at(there.x - 22, middle - 9), at(there.x + 22, middle + 9), Tone::Solid);
            }
            Progress::Planned => chart.dot(there, Tone::Open),
            Progress::Dropped => {
                chart.line(at(there.x - 35, middle + 35), at(there.x + 35, middle - 35), Tone::Ink)
            }
        }
        chart
    }
}

/// A date as a place on an axis of days.
pub(super) fn day(date: NaiveDate) -> Decimal {
    Decimal::from(date.num_days_from_ce())
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn dates_lie_in_order_on_one_axis() {
        let date = |day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
        let all = Moments::over(&[date(1), date(31), date(11)], date(16)).unwrap();
        let place = |day, progress| {
            let chart = all.row(Moment { date: date(day), progress }, Text::default(), Text::default());
            let mut dots = chart.marks.iter().filter_map(|mark| match mark {
                Mark::Dot(at, tone) => Some((at.x, *tone)),
                Mark::Bar(..) | Mark::Line(..) | Mark::Words(..) => None,
            });
            dots.next_back()
        };
        assert_eq!(place(1, Progress::Done), Some((55, Tone::Solid)));
        assert_eq!(place(11, Progress::Planned), Some((385, Tone::Open)));
        assert_eq!(place(31, Progress::Dropped), None);
        assert!(all.holds_today());
        assert!(Moments::over(&[], date(1)).is_none());
    }
}

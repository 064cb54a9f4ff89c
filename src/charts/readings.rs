//! A måling over time: from nullpunkt towards mål, with each point measured.

use super::moments::day;
use super::scale::Scale;
use super::{Chart, Tone, at};
use crate::units::Decimal;
use crate::words::Text;
use chrono::NaiveDate;

/// A value on a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedValue {
    /// When.
    pub date: NaiveDate,
    /// What, in the unit all of them share.
    pub value: Decimal,
}

/// A måling.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Readings {
    /// nullpunkt
    pub baseline: DatedValue,
    /// mål
    pub target: DatedValue,
    /// målt, in the order of the dates.
    pub measured: Vec<DatedValue>,
}

const WIDTH: i32 = 900;
const HEIGHT: i32 = 210;
const EDGE: i32 = 50;

/// ○ nullpunkt, ● each point measured, | mål, with the straight way between them dashed.
pub fn readings(of: &Readings, title: Text, description: Text) -> Option<Chart> {
    let all = || of.measured.iter().chain([&of.baseline, &of.target]);
    let across = Scale::over(all().map(|of| day(of.date)), EDGE, WIDTH - EDGE)?;
    let up = Scale::over(all().map(|of| of.value), HEIGHT - EDGE, EDGE)?;
    let place = |of: &DatedValue| at(across.at(day(of.date)), up.at(of.value));
    let (begin, end) = (place(&of.baseline), place(&of.target));
    let mut chart = Chart { title, description, ..Chart::sized(WIDTH, HEIGHT) };
    chart.line(begin, end, Tone::Dashed);
    let mut before = begin;
    for point in of.measured.iter().map(place) {
        chart.line(before, point, Tone::Solid);
        before = point;
    }
    chart.line(at(end.x, end.y - 45), at(end.x, end.y + 45), Tone::Ink);
    chart.dot(begin, Tone::Open);
    for point in of.measured.iter().map(place) {
        chart.dot(point, Tone::Solid);
    }
    Some(chart)
}

#[cfg(test)]
mod tests {
    use super::super::Mark;
    use super::*;

    #[test]
    fn what_is_measured_lies_between_where_it_began_and_where_it_is_going() {
        let on = |month, value| DatedValue {
            date: NaiveDate::from_ymd_opt(2027, month, 1).unwrap(),
            value: Decimal::from(value),
        };
        let of = Readings { baseline: on(1, 40), target: on(12, 15), measured: vec![on(6, 31)] };
        let chart = readings(&of, Text::default(), Text::default()).unwrap();
        let dots: Vec<_> = chart
            .marks
            .iter()
            .filter_map(|mark| match mark {
                Mark::Dot(at, _) => Some((at.x, at.y)),
                Mark::Bar(..) | Mark::Line(..) | Mark::Words(..) => None,
            })
            .collect();
        let [(first, top), (then, lower)] = dots[..] else { panic!("{dots:?}") };
        assert_eq!((first, top), (EDGE, EDGE));
        assert!(first < then && then < WIDTH - EDGE && top < lower && lower < HEIGHT - EDGE);
    }
}

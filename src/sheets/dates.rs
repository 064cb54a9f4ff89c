//! Dates as a sheet says them.

use crate::words::Text;
use chrono::{Datelike, NaiveDate};

/// «15.3.2027», 2027-03-15 in English.
pub(super) fn day(date: NaiveDate) -> Text {
    let (year, month, day) = (date.year(), date.month(), date.day());
    crate::text!(nb: "{day}.{month}.{year}", nn: "{day}.{month}.{year}", en: "{year}-{month:02}-{day:02}")
}

/// «mars 2027»
pub(super) fn month(date: NaiveDate) -> Text {
    let names = MONTHS.get(usize::try_from(date.month0()).unwrap_or_default());
    let (name, year) = (names.map(|name| name.text()).unwrap_or_default(), date.year());
    Text::in_each(|language| format!("{} {year}", name.get(language)))
}

const MONTHS: [crate::words::Words; 12] = [
    crate::words!(nb: "jan.", nn: "jan.", en: "Jan"),
    crate::words!(nb: "feb.", nn: "feb.", en: "Feb"),
    crate::words!(nb: "mars", nn: "mars", en: "Mar"),
    crate::words!(nb: "april", nn: "april", en: "Apr"),
    crate::words!(nb: "mai", nn: "mai", en: "May"),
    crate::words!(nb: "juni", nn: "juni", en: "Jun"),
    crate::words!(nb: "juli", nn: "juli", en: "Jul"),
    crate::words!(nb: "aug.", nn: "aug.", en: "Aug"),
    crate::words!(nb: "sep.", nn: "sep.", en: "Sep"),
    crate::words!(nb: "okt.", nn: "okt.", en: "Oct"),
    crate::words!(nb: "nov.", nn: "nov.", en: "Nov"),
    crate::words!(nb: "des.", nn: "des.", en: "Dec"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_said_as_people_say_it() {
        let date = NaiveDate::from_ymd_opt(2027, 3, 5).unwrap();
        assert_eq!([day(date).nb, day(date).en], ["5.3.2027", "2027-03-05"]);
        assert_eq!([month(date).nb, month(date).en], ["mars 2027", "Mar 2027"]);
    }
}

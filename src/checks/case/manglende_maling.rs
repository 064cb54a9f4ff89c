//! manglende-måling: it is time to measure again.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::document::{Measurement, Reading};
use crate::model::{Frequency, Phase};
use crate::words::{Text, Words};
use crate::{text, words};
use chrono::{Days, Months, NaiveDate};

/// While a case is carried out, looks for measurements where `hyppighet` has passed since the last
/// one, or since the first day of oppstart.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get() != Some(&Phase::Implementation) {
        return;
    }
    let start = facts.document.start.get().map(|year| i32::from(year.number()));
    let Some(start) = start.and_then(|year| NaiveDate::from_ymd_opt(year, 1, 1)) else { return };
    let rows = facts.document.measurements.rows().iter();
    findings.extend(rows.filter_map(|measurement| overdue(measurement, start, facts.today)));
}

fn overdue(measurement: &Measurement, start: NaiveDate, today: NaiveDate) -> Option<Finding> {
    let frequency = measurement.frequency.spanned()?;
    let last = measurement.readings.rows().iter().filter_map(|reading| reading.date.get()).max().copied();
    if last.is_some() && last >= measurement.target.get().and_then(target_date) {
        return None;
    }
    let due = after(last.map_or(start, |last| last.max(start)), frequency.value)?;
    if today <= due {
        return None;
    }
    let name = measurement.name.text().unwrap_or_default();
    let title = title(name, last, each(frequency.value));
    Some(Finding::error("manglende-måling", frequency.span, title).value("today", today.to_string()))
}

fn target_date(target: &Reading) -> Option<NaiveDate> {
    target.date.get().copied()
}

fn title(name: &str, last: Option<NaiveDate>, each: Words) -> Text {
    let Words { nb, en } = each;
    match last {
        Some(last) => text!(
            nb: "«{name}» skal måles {nb}, men er ikke målt siden {last}",
            en: "“{name}” is to be measured {en}, but has not been since {last}"
        ),
        None => {
            text!(
                nb: "«{name}» skal måles {nb}, men er ikke målt ennå",
                en: "“{name}” is to be measured {en}, but has not been yet"
            )
        }
    }
}

const fn each(frequency: Frequency) -> Words {
    match frequency {
        Frequency::Week => words!(nb: "hver uke", en: "every week"),
        Frequency::Month => words!(nb: "hver måned", en: "every month"),
        Frequency::Quarter => words!(nb: "hvert kvartal", en: "every quarter"),
        Frequency::Third => words!(nb: "hvert tertial", en: "every four months"),
        Frequency::HalfYear => words!(nb: "hvert halvår", en: "every half-year"),
        Frequency::Year => words!(nb: "hvert år", en: "every year"),
    }
}

/// The day the next measurement is due.
fn after(day: NaiveDate, frequency: Frequency) -> Option<NaiveDate> {
    let months = match frequency {
        Frequency::Week => return day.checked_add_days(Days::new(7)),
        Frequency::Month => 1,
        Frequency::Quarter => 3,
        Frequency::Third => 4,
        Frequency::HalfYear => 6,
        Frequency::Year => 12,
    };
    day.checked_add_months(Months::new(months))
}

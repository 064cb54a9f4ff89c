//! manglende-måling: it is time to measure again.

use crate::checks::prelude::*;
use crate::document::Measurement;
use crate::model::Frequency;
use crate::words;
use crate::words::Words;

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
    let understood = measurement.understood();
    if !understood.is_overdue(start, today) {
        return None;
    }
    let last = understood.latest(today).map(|reading| reading.date);
    let name = measurement.name.text().unwrap_or_default();
    let title = title(name, last, each(frequency.value));
    Some(Finding::error("manglende-måling", frequency.span, title).value("today", today.to_string()))
}

fn title(name: &str, last: Option<NaiveDate>, each: Words) -> Text {
    match last.map(|last| last.to_string()) {
        Some(last) => text!(
            nb: "«{name}» skal måles {each}, men er ikke målt siden {last}", nn: "«{name}» skal målast {each}, men er ikkje målt sidan {last}",
            en: "“{name}” is to be measured {each}, but has not been since {last}"; name, each, last
        ),
        None => {
            text!(
                nb: "«{name}» skal måles {each}, men er ikke målt ennå", nn: "«{name}» skal målast {each}, men er ikkje målt enno",
                en: "“{name}” is to be measured {each}, but has not been yet"; name, each
            )
        }
    }
}

const fn each(frequency: Frequency) -> Words {
    match frequency {
        Frequency::Week => words!(nb: "hver uke", nn: "kvar veke", en: "every week"),
        Frequency::Month => words!(nb: "hver måned", nn: "kvar månad", en: "every month"),
        Frequency::Quarter => words!(nb: "hvert kvartal", nn: "kvart kvartal", en: "every quarter"),
        Frequency::Third => words!(nb: "hvert tertial", nn: "kvart tertial", en: "every four months"),
        Frequency::HalfYear => words!(nb: "hvert halvår", nn: "kvart halvår", en: "every half-year"),
        Frequency::Year => words!(nb: "hvert år", nn: "kvart år", en: "every year"),
    }
}

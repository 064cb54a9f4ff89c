//! dato-fram-i-tid: something that has happened is dated after today.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::source::Spanned;
use crate::words;
use crate::words::Text;
use crate::words::Words;
use chrono::NaiveDate;

/// Compares decisions and measurements with today.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    const DECISION: Words = words!(nb: "Vedtaket", en: "The decision");
    const READING: Words = words!(nb: "Målingen", en: "The measurement");
    let decisions = facts.document.decisions.rows().iter().map(|row| (DECISION, &row.date));
    let measurements = facts.document.measurements.rows().iter();
    let readings = measurements.flat_map(|row| row.readings.rows()).map(|row| (READING, &row.date));
    for (what, date) in decisions.chain(readings) {
        let date = date.spanned().filter(|date| date.value > facts.today);
        findings.extend(date.map(|date| finding(what, date, facts.today)));
    }
}

fn finding(what: Words, date: &Spanned<NaiveDate>, today: NaiveDate) -> Finding {
    let (Words { nb, en }, day) = (what, date.value);
    let title = Text {
        nb: format!("{nb} er datert {day}, men i dag er det {today}"),
        en: format!("{en} is dated {day}, but today is {today}"),
    };
    Finding::error("dato-fram-i-tid", date.span, title)
}

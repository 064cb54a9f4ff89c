//! nullpunkt-etter-oppstart: the baseline was taken after the change had begun.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::{text, words};
use chrono::Datelike;

/// Compares each baseline with the first day of oppstart.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(start) = facts.document.start.get() else { return };
    let start = start.number();
    let readings =
        facts.document.measurements.rows().iter().filter_map(|measurement| measurement.baseline.get());
    for date in readings.filter_map(|reading| reading.date.spanned()) {
        if date.value.year() < i32::from(start) {
            continue;
        }
        let day = date.value;
        let title = text!(
            nb: "Nullpunktet er fra {day}, men saken starter i {start}",
            en: "The baseline is from {day}, but the case starts in {start}"
        );
        let why = words!(
            nb: "Da er noe av endringen alt med i nullpunktet, og gevinsten ser mindre ut enn den er.",
            en: "Then some of the change is already in the baseline, and the gain looks smaller than it is.",
        );
        let how = text!(
            nb: "Bruk en måling fra før 1. januar {start}. Starter saken senere, så rett «oppstart».",
            en: "Use a measurement from before 1 January {start}. If the case starts later, correct “oppstart”."
        );
        findings.push(
            Finding::error("nullpunkt-etter-oppstart", date.span, title).because(why.text()).instead(how),
        );
    }
}

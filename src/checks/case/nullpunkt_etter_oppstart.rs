//! nullpunkt-etter-oppstart: the baseline was taken after the change had begun.

use crate::checks::prelude::*;
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
            nb: "Nullpunktet er fra {day}, men saken starter i {start}", nn: "Nullpunktet er frå {day}, men saka startar i {start}",
            en: "The baseline is from {day}, but the case starts in {start}"
        );
        findings.push(Finding::error("nullpunkt-etter-oppstart", date.span, title).value("start", start));
    }
}

//! målt-før-oppstart: a value was measured before the case began, so that the case cannot have moved it.

use crate::checks::prelude::*;
use chrono::Datelike;

/// Compares each reading with the first day of oppstart.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(start) = facts.document.start.get() else { return };
    for measurement in facts.document.measurements.rows() {
        let mut days = measurement.readings.rows().iter().filter_map(|reading| reading.date.spanned());
        // The first is told: the others before it are of the same cause.
        let Some(day) = days.find(|day| day.value.year() < i32::from(start.number())) else { continue };
        let (name, date) = (wording::name(&measurement.name), day.value);
        let title = text!(
            nb: "«{name}» er målt {date}, før saken starter i {start}", nn: "«{name}» er målt {date}, før saka startar i {start}",
            en: "“{name}” was measured on {date}, before the case starts in {start}"; name, start = *start
        );
        findings.push(Finding::error("målt-før-oppstart", day.span, title));
    }
}

//! målt-feil-vei: the last measured value is further from the target than the baseline, and nothing is done about it.

use super::progress::{Progress, is_acted_on};
use crate::checks::prelude::*;

/// Holds the last reading of each måling against its nullpunkt and mål.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for measurement in facts.document.measurements.rows() {
        let Some(progress) = Progress::of(measurement) else { continue };
        let Some((day, last)) = progress.readings.last() else { continue };
        let has_moved = progress.baseline.way_to(last);
        if has_moved.is_none() || progress.has_moved(last) || is_acted_on(facts) {
            continue;
        }
        let name = wording::name(&measurement.name);
        let title = text!(
            nb: "«{name}» gikk feil vei: {day} var det lenger til målet enn ved nullpunktet", nn: "«{name}» gjekk feil veg: {day} var det lenger til målet enn ved nullpunktet",
            en: "“{name}” went the wrong way: on {day} the target was further off than at the baseline"
        );
        findings.push(Finding::error("målt-feil-vei", last.span, title));
    }
}

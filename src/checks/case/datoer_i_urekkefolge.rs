//! datoer-i-urekkefølge: dates and years that cannot follow each other.

use crate::checks::prelude::*;
use crate::document::{Assumption, Measurement, Reading};

/// Compares the dates of a case pair by pair.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    check_assumptions(&document.assumptions, findings);
    for measurement in document.measurements.rows() {
        check_measurement(measurement, findings);
    }
}

/// An assumption that went out of date before it was taken.
pub(in crate::checks) fn check_assumptions(
    assumptions: &Field<Vec<Keyed<Assumption>>>,
    findings: &mut Vec<Finding>,
) {
    for assumption in assumptions.rows() {
        let (Some(taken), Some(until)) = (assumption.row.date.get(), assumption.row.valid_until.spanned())
        else {
            continue;
        };
        if until.value < *taken {
            let (name, until_day) = (&assumption.key.value, until.value);
            let title = text!(
                nb: "«{name}» gjelder til {until_day}, men er fra {taken}", nn: "«{name}» gjeld til {until_day}, men er frå {taken}",
                en: "“{name}” is valid until {until_day}, but is from {taken}"
            );
            findings.push(finding(until, title, "expired"));
        }
    }
}

fn check_measurement(measurement: &Measurement, findings: &mut Vec<Finding>) {
    let name = measurement.name.text().unwrap_or_default();
    let baseline = measurement.baseline.get().and_then(|reading| reading.date.get());
    let target = measurement.target.get().and_then(|reading| reading.date.spanned());
    if let (Some(baseline), Some(target)) = (baseline, target)
        && target.value <= *baseline
    {
        let day = target.value;
        let title = text!(
            nb: "«{name}» skal nå målet {day}, men nullpunktet er fra {baseline}", nn: "«{name}» skal nå målet {day}, men nullpunktet er frå {baseline}",
            en: "“{name}” is to reach its target by {day}, but the baseline is from {baseline}"
        );
        findings.push(finding(target, title, "target"));
    }
    check_readings(name, baseline, measurement.readings.rows(), findings);
}

fn check_readings(
    name: &str,
    baseline: Option<&NaiveDate>,
    readings: &[Reading],
    findings: &mut Vec<Finding>,
) {
    let mut seen: BTreeMap<NaiveDate, &Spanned<NaiveDate>> = BTreeMap::new();
    for date in readings.iter().filter_map(|reading| reading.date.spanned()) {
        let day = date.value;
        if let Some(baseline) = baseline.filter(|baseline| day < **baseline) {
            let title = text!(
                nb: "«{name}» er målt {day}, før nullpunktet {baseline}", nn: "«{name}» er målt {day}, før nullpunktet {baseline}",
                en: "“{name}” was measured on {day}, before the baseline of {baseline}"
            );
            findings.push(finding(date, title, "measured"));
        }
        if let Some(first) = seen.insert(day, date) {
            let title = text!(nb: "«{name}» er målt to ganger {day}", nn: "«{name}» er målt to gonger {day}", en: "“{name}” is measured twice on {day}");
            let twice = finding(date, title, "twice");
            findings.push(twice.with(first.span, text!(nb: "og her", nn: "og her", en: "and here")));
        }
    }
}

fn finding<T>(at: &Spanned<T>, title: Text, variant: &'static str) -> Finding {
    Finding::error("datoer-i-urekkefølge", at.span, title).variant(variant)
}

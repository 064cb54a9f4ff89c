//! måling-uten-gevinst: a measurement that follows no gain.

use crate::checks::prelude::*;

/// Looks up the gain of each measurement by its name.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let names = || facts.document.benefits.rows().iter().filter_map(|benefit| benefit.name.text());
    for measurement in facts.document.measurements.rows() {
        let gain = measurement.benefit.spanned();
        if gain.map_or(measurement.benefit.is_written(), |gain| names().any(|name| name == gain.value)) {
            continue;
        }
        let (span, title) = match gain {
            Some(gain) => (gain.span, unknown(&gain.value)),
            None => (measurement.span, unsaid(measurement.name.text().unwrap_or_default())),
        };
        let near = gain.and_then(|gain| nearest(&gain.value, names())).or_else(|| names().next());
        findings.push(near_by(Finding::error("måling-uten-gevinst", span, title), near));
    }
}

/// With the gain that was probably meant, where the case has one.
pub(super) fn near_by(finding: Finding, near: Option<&str>) -> Finding {
    match near {
        Some(near) => finding.variant("named").value("near", near),
        None => finding,
    }
}

/// That the case has no gain of a name.
pub(super) fn unknown(gain: &str) -> Text {
    text!(nb: "Ingen gevinst i saken heter «{gain}»", nn: "Ingen gevinst i saka heiter «{gain}»", en: "No gain in the case is called “{gain}”")
}

fn unsaid(name: &str) -> Text {
    text!(
        nb: "«{name}» sier ikke hvilken gevinst den måler", nn: "«{name}» seier ikkje kva gevinst den måler",
        en: "“{name}” does not say which gain it measures"
    )
}

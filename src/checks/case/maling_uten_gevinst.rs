//! måling-uten-gevinst: a measurement that follows no gain.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::shape::nearest;
use crate::words::Text;
use crate::{text, words};

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
        let why = words!(
            nb: "Da vet ingen hvilken gevinst målingen sier noe om, og den blir ikke med når gevinstene følges opp.",
            en: "Then nobody knows which gain the measurement tells of, and it is left out when gains are followed up.",
        );
        let near = gain.and_then(|gain| nearest(&gain.value, names())).or_else(|| names().next());
        let how = near.map_or_else(Text::default, |near| {
            text!(nb: "Skriv navnet på gevinsten slik det står der, for eksempel «gevinst: {near}».", en: "Write the gain's name as it stands there, such as “gevinst: {near}”.")
        });
        findings.push(Finding::error("måling-uten-gevinst", span, title).because(why.text()).instead(how));
    }
}

fn unknown(gain: &str) -> Text {
    text!(nb: "Ingen gevinst i saken heter «{gain}»", en: "No gain in the case is called “{gain}”")
}

fn unsaid(name: &str) -> Text {
    text!(nb: "«{name}» sier ikke hvilken gevinst den måler", en: "“{name}” does not say which gain it measures")
}

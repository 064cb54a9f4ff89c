//! måling-av-ukjent-forutsetning: a måling measures an assumption that is not there.

use crate::checks::prelude::*;

/// Looks up the forutsetning that each måling measures, in the case and in felles.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let own = || facts.document.assumptions.rows().iter().map(|row| row.key.value.as_str());
    let names = || own().chain(facts.organisation.shared.iter().map(|shared| shared.name.as_str()));
    for measured in facts.document.measurements.rows().iter().filter_map(|row| row.measures.spanned()) {
        if names().any(|name| name == measured.value) {
            continue;
        }
        let name = wording::shown(&measured.value);
        let title = text!(
            nb: "Ingen forutsetning i saken heter «{name}»", nn: "Ingen føresetnad i saka heiter «{name}»",
            en: "No assumption in the case is called “{name}”"
        );
        let near = nearest(&measured.value, names());
        findings.push(Finding::error("måling-av-ukjent-forutsetning", measured.span, title).meant(near));
    }
}

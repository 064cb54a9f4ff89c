//! mål-ikke-nådd: the day of a target has passed, and it is not met.

use super::progress::Progress;
use crate::checks::prelude::*;
use crate::document::Measurement;

/// While a case is carried out, holds the last reading of each måling against its mål.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get() != Some(&Phase::Implementation) {
        return;
    }
    let rows = facts.document.measurements.rows().iter();
    findings.extend(rows.filter_map(|measurement| missed(measurement, facts)));
}

fn missed(measurement: &Measurement, facts: &CaseFacts<'_>) -> Option<Finding> {
    let due = measurement.target.get()?.date.spanned().filter(|due| due.value < facts.today)?;
    let progress = Progress::of(measurement)?;
    let last = progress.readings.last();
    // Not measured as often as it says is a rule of its own.
    let is_late = last.is_none_or(|(measured, _)| *measured < due.value);
    if is_late && measurement.frequency.is_written() {
        return None;
    }
    let (name, day) = (wording::name(&measurement.name), due.value);
    let Some((measured, last)) = last else {
        let title = text!(
            nb: "«{name}» skulle nå målet {day}, men er ikke målt", nn: "«{name}» skulle nå målet {day}, men er ikkje målt",
            en: "“{name}” was to reach its target by {day}, but has not been measured"
        );
        return Some(Finding::error("mål-ikke-nådd", due.span, title).variant("unmeasured"));
    };
    if progress.reaches(last) {
        return None;
    }
    let title = text!(
        nb: "«{name}» skulle nå målet {day}, men hadde ikke nådd det {measured}", nn: "«{name}» skulle nå målet {day}, men hadde ikkje nådd det {measured}",
        en: "“{name}” was to reach its target by {day}, but had not on {measured}"
    );
    let label = text!(nb: "den siste målingen", nn: "den siste målinga", en: "the last measurement");
    Some(Finding::error("mål-ikke-nådd", due.span, title).variant("missed").with(last.span, label))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::rules_in;
    use crate::checks::{Page, rule};

    #[test]
    fn the_last_value_decides_and_a_late_measurement_is_another_rule() {
        let page = Page::read(rule("mål-ikke-nådd").unwrap().page);
        let wrong = page.wrong[0].text;
        for met in ["2 dager", "1 dag"] {
            assert_eq!(rules_in(&wrong.replace("verdi: 5 dager", &format!("verdi: {met}"))), [], "{met}");
        }
        assert_eq!(rules_in(&wrong.replace("2025-12-31", "2026-11-01")), [], "the day itself has not passed");
        let late = wrong
            .replace("2026-01-10", "2025-11-10")
            .replace("    ansvarlig", "    hyppighet: år\n    ansvarlig");
        let found: Vec<_> = rules_in(&late).into_iter().map(|(_, rule)| rule).collect();
        assert_eq!(found, [] as [&str; 0]);
    }
}

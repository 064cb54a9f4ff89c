//! måling-uten-bevegelse: several measurements, and nothing has moved.

use super::progress::{Progress, is_acted_on};
use crate::checks::prelude::*;

/// Measurements it takes before standing still is more than a slow start.
const SEVERAL: usize = 3;

/// While a case is carried out, looks for målinger whose last three values are the nullpunkt or further from the mål,
/// and where nothing in the plan is still to be done about it.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get() != Some(&Phase::Implementation) {
        return;
    }
    for measurement in facts.document.measurements.rows() {
        let Some(progress) = Progress::of(measurement) else { continue };
        let last = progress.readings.iter().rev().take(SEVERAL);
        let Some((since, _)) = last.clone().next_back().filter(|_| progress.readings.len() >= SEVERAL) else {
            continue;
        };
        if last.clone().any(|(_, point)| progress.has_moved(point)) || is_acted_on(facts) {
            continue;
        }
        let name = wording::name(&measurement.name);
        let title = text!(
            nb: "«{name}» har ikke flyttet seg fra nullpunktet i de tre siste målingene, siden {since}", nn: "«{name}» har ikkje flytta seg frå nullpunktet i dei tre siste målingane, sidan {since}",
            en: "“{name}” has not moved from the baseline in the last three measurements, since {since}"
        );
        findings.extend(
            progress
                .readings
                .last()
                .map(|(_, point)| Finding::error("måling-uten-bevegelse", point.span, title)),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::rules_in;
    use crate::checks::{Page, rule};

    #[test]
    fn it_takes_three_values_and_none_of_them_nearer() {
        let page = Page::read(rule("måling-uten-bevegelse").unwrap().page);
        let wrong = page.wrong[0].text;
        assert_eq!(rules_in(wrong).len(), 1);
        assert_eq!(
            rules_in(
                &wrong.replace("{dato: 2025-12-15, verdi: 12 dager}", "{dato: 2025-12-15, verdi: 11 dager}")
            ),
            []
        );
        assert_eq!(rules_in(&wrong.replace("      - {dato: 2025-12-15, verdi: 12 dager}\n", "")), []);
    }
}

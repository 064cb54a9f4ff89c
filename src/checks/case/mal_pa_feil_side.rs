//! mål-på-feil-side: the target is no step forward from where we are.

use super::points::{GapPoints, Point, Way, of_measurement};
use crate::checks::prelude::*;
use crate::document::Measurement;

/// A gap must have a distance and `etter` on the way to `ønsket`; a måling a target apart from its nullpunkt, on the
/// side that the gap of the same name points to.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for gap in facts.document.gaps.rows() {
        findings.extend(of_gap(&wording::name(&gap.name), &GapPoints::of(gap, facts)));
    }
    for measurement in facts.document.measurements.rows() {
        findings.extend(of_target(measurement, facts));
    }
}

fn of_gap(name: &str, gap: &GapPoints) -> Option<Finding> {
    let (now, wanted) = (gap.now.as_ref()?, gap.wanted.as_ref()?);
    if now.is_same_as(wanted) {
        let title = text!(
            nb: "«{name}» er det samme nå og ønsket", nn: "«{name}» er det same no og ønskt",
            en: "“{name}” is the same now and wanted"
        );
        return Some(found(wanted, title).variant("gap"));
    }
    let (way, after) = (now.way_to(wanted)?, gap.after.as_ref()?);
    if now.way_to(after)? == way {
        return None;
    }
    let title = text!(
        nb: "«{name}» går feil vei: «etter» er lenger unna det ønskede enn «nå»", nn: "«{name}» går feil veg: «etter» er lenger unna det ønskte enn «nå»",
        en: "“{name}” goes the wrong way: “etter” is further from what is wanted than “nå”"
    );
    Some(found(after, title).variant("gap"))
}

fn of_target(measurement: &Measurement, facts: &CaseFacts<'_>) -> Option<Finding> {
    measurement.baseline.get()?.value.get()?;
    let target_span = measurement.target.get()?.value.spanned()?.span;
    let points = of_measurement(measurement);
    let (baseline, target) = (points.first()?, points.iter().find(|point| point.span == target_span)?);
    let name = wording::name(&measurement.name);
    if baseline.is_same_as(target) {
        let title = text!(
            nb: "Målet for «{name}» er det samme som nullpunktet", nn: "Målet for «{name}» er det same som nullpunktet",
            en: "The target of “{name}” is the same as the baseline"
        );
        return Some(found(target, title).variant("same"));
    }
    if baseline.way_to(target)? == way_of_gap(measurement, facts)? {
        return None;
    }
    let title = text!(
        nb: "Målet for «{name}» går motsatt vei av gapet med samme navn", nn: "Målet for «{name}» går motsett veg av gapet med same namn",
        en: "The target of “{name}” goes the other way than the gap of the same name"
    );
    Some(found(target, title).variant("side"))
}

/// Which way the gap that is measured is to move.
fn way_of_gap(measurement: &Measurement, facts: &CaseFacts<'_>) -> Option<Way> {
    let name = measurement.name.text()?;
    let gap = facts.document.gaps.rows().iter().find(|gap| gap.name.text() == Some(name))?;
    let points = GapPoints::of(gap, facts);
    points.now?.way_to(points.wanted.as_ref()?)
}

fn found(at: &Point, title: Text) -> Finding {
    Finding::error("mål-på-feil-side", at.span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn after_must_be_on_the_way_to_what_is_wanted() {
        let gap = |now: u8, wanted: u8, after: u8| {
            case(&format!(
                "gap:\n  - {{navn: Brev, nå: {now} brev, ønsket: {wanted} brev, etter: {after} brev}}\n{GAIN}"
            ))
        };
        for fine in [(40, 12, 15), (40, 12, 5), (40, 12, 40), (0, 20, 16)] {
            assert_eq!(rules_in(&gap(fine.0, fine.1, fine.2)), [], "{fine:?}");
        }
        let wrong = "«Brev» går feil vei: «etter» er lenger unna det ønskede enn «nå»";
        assert_eq!([title_of(&gap(40, 12, 41)), title_of(&gap(12, 40, 11))], [wrong, wrong]);
        assert_eq!(title_of(&gap(40, 40, 41)), "«Brev» er det samme nå og ønsket");
    }

    #[test]
    fn a_target_follows_the_gap_of_its_name_and_no_other() {
        let text = |name: &str| {
            case(&format!(
                "gap:\n  - {{navn: Brev, nå: 40 brev, ønsket: 12 brev}}\n{GAIN}målinger:\n  - navn: {name}\n    gevinst: Porto\n    \
                 nullpunkt: {{dato: 2026-01-31, verdi: 40 brev}}\n    mål: {{dato: 2028-12-31, verdi: 60 brev}}\n"
            ))
        };
        assert_eq!(rules_in(&text("Noe annet")), []);
        assert_eq!(title_of(&text("Brev")), "Målet for «Brev» går motsatt vei av gapet med samme navn");
    }
}

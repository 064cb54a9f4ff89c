//! ulike-enheter: the values of one måling, gap or delområde are not counted in the same thing.

use super::points::{GapPoints, Point, of_measurement, of_sub_area};
use crate::checks::prelude::*;
use crate::document::Measurement;
use crate::words;

/// Holds every value of a måling, a gap and a delområde against the first one.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    for gap in document.gaps.rows() {
        compare(&gap.name, &GapPoints::of(gap, facts).all(), findings);
    }
    for area in document.sub_areas.rows() {
        compare(&area.name, &of_sub_area(area, facts), findings);
    }
    for measurement in document.measurements.rows() {
        let mut points = of_measurement(measurement);
        compare(&measurement.name, &points, findings);
        if let Some(assumption) = assumption(measurement, facts) {
            points.truncate(1);
            points.insert(0, assumption);
            compare(&measurement.name, &points, findings);
        }
    }
}

fn compare(name: &Field<String>, points: &[Point], findings: &mut Vec<Finding>) {
    let Some((first, rest)) = points.split_first() else { return };
    findings.extend(rest.iter().find(|point| !point.has_unit_of(first)).map(|point| {
        let name = wording::name(name);
        let ((first_is, one), (other_is, other)) = ((first.what, first.unit()), (point.what, point.unit()));
        let title = text!(
            nb: "«{name}» har {first_is} i {one}, men {other_is} i {other}", nn: "«{name}» har {first_is} i {one}, men {other_is} i {other}",
            en: "“{name}” has {first_is} in {one}, but {other_is} in {other}"; name, first_is, one, other_is, other
        );
        let label = text!(nb: "i {one}", nn: "i {one}", en: "in {one}"; one);
        Finding::error("ulike-enheter", point.span, title).with(first.span, label)
    }));
}

/// The forutsetning it measures, where that is of this case.
fn assumption(measurement: &Measurement, facts: &CaseFacts<'_>) -> Option<Point> {
    let name = measurement.measures.text()?;
    let estimate = facts.document.assumption(name)?.estimate.spanned()?;
    let quantity = estimate.value.mode().clone();
    Some(Point {
        what: words!(nb: "forutsetningen", nn: "føresetnaden", en: "the assumption"),
        quantity,
        span: estimate.span,
    })
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    fn measured(target: &str, readings: &str) -> String {
        case(&format!(
            "{GAIN}målinger:\n  - navn: Brev\n    gevinst: Porto\n    nullpunkt: {{dato: 2026-01-31, verdi: 40 brev/uke}}\n    \
             mål: {{dato: 2028-12-31, verdi: {target}}}\n    målt: [{readings}]\n"
        ))
    }

    #[test]
    fn the_period_is_part_of_the_unit() {
        assert_eq!(rules_in(&measured("1 brev/uke", "")), []);
        assert_eq!(
            title_of(&measured("15 brev/måned", "")),
            "«Brev» har nullpunkt i brev/uke, men mål i brev/måned"
        );
        assert_eq!(title_of(&measured("15 brev", "")), "«Brev» har nullpunkt i brev/uke, men mål i brev");
        assert_eq!(
            title_of(&measured("15 brev/uke", "{dato: 2026-06-30, verdi: 31 pakker/uke}")),
            "«Brev» har nullpunkt i brev/uke, men målt verdi i pakker/uke"
        );
    }

    #[test]
    fn a_gap_is_held_only_where_it_reads_as_numbers() {
        let gap = |now: &str, wanted: &str| {
            case(&format!("gap:\n  - {{navn: Brev, nå: {now}, ønsket: {wanted}}}\n{GAIN}"))
        };
        assert_eq!(rules_in(&gap("mange brev", "15 brev")), []);
        assert_eq!(rules_in(&gap("1 bruker", "0 brukere")), []);
        assert_eq!(title_of(&gap("40 %", "15 brev")), "«Brev» har «nå» i %, men «ønsket» i brev");
    }

    #[test]
    fn a_sub_area_is_held_as_a_gap_is() {
        let fires = |wanted: &str| {
            let area = format!("[{{navn: Brev, nå: 120 brev/uke, ønsket: {wanted}}}]");
            let text = format!("a3: 1\ntittel: Overblikk\nnivå: virksomhet\ndelområder: {area}\n");
            rules_in(&text).contains(&(4, "ulike-enheter"))
        };
        assert!(!fires("mange færre") && !fires("10 brev/uke"));
        assert!(fires("10 brev/måned"));
    }

    #[test]
    fn what_it_measures_has_the_unit_it_is_measured_in() {
        let text = |value: &str| {
            case(&format!(
                "forutsetninger:\n  andel: {{verdi: {value}, kilde: Logg}}\ngevinster:\n  - navn: Porto\n    type: unngåtte kostnader\n    \
                 beregning: andel × 3 kr/år\nmålinger:\n  - navn: Brev\n    gevinst: Porto\n    måler: andel\n    \
                 nullpunkt: {{dato: 2026-01-31, verdi: 40 %}}\n"
            ))
        };
        assert_eq!(rules_in(&text("60 %")), []);
        assert_eq!(title_of(&text("60 brev")), "«Brev» har forutsetningen i brev, men nullpunkt i %");
    }
}

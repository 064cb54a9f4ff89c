//! dato-fram-i-tid: something that has happened is dated after today.

use crate::checks::prelude::*;
use crate::document::Assumption;

/// Compares measurements and the assumptions' dates with today. A vedtak may be dated ahead: it decides nothing
/// until then.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    let reading = || text!(nb: "Målingen", nn: "Målinga", en: "The measurement");
    let readings = document.measurements.rows().iter().flat_map(|row| row.readings.rows());
    let readings = readings.map(|row| (reading(), &row.date));
    for (what, date) in readings {
        findings.extend(ahead(&what, date, facts.today));
    }
    check_taken(document.assumptions.rows(), facts.today, findings);
}

/// Compares the day each assumption was taken with today, in a case or in felles.
pub(in crate::checks) fn check_taken(
    assumptions: &[Keyed<Assumption>],
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) {
    for assumption in assumptions {
        let name = wording::shown(&assumption.key.value);
        let what =
            text!(nb: "Forutsetningen «{name}»", nn: "Føresetnaden «{name}»", en: "The assumption “{name}”");
        findings.extend(ahead(&what, &assumption.row.date, today));
    }
}

fn ahead(what: &Text, date: &Field<NaiveDate>, today: NaiveDate) -> Option<Finding> {
    date.spanned().filter(|date| date.value > today).map(|date| finding(what, date, today))
}

fn finding(what: &Text, date: &Spanned<NaiveDate>, today: NaiveDate) -> Finding {
    let day = date.value;
    let title = text!(
        nb: "{what} er datert {day}, men i dag er det {today}", nn: "{what} er datert {day}, men i dag er det {today}",
        en: "{what} is dated {day}, but today is {today}"; what
    );
    Finding::error("dato-fram-i-tid", date.span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn a_figure_cannot_have_been_taken_tomorrow() {
        let text = |date: &str| {
            case(&format!("forutsetninger:\n  brev: {{verdi: 6 000 brev/år, dato: {date}}}\n{GAIN}"))
        };
        assert_eq!(rules_in(&text("2026-11-01")), []);
        assert_eq!(
            title_of(&text("2026-11-02")),
            "Forutsetningen «brev» er datert 2026-11-02, men i dag er det 2026-11-01"
        );
    }
}

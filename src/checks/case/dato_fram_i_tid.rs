//! dato-fram-i-tid: something that has happened is dated after today.

use super::CaseFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Spanned;
use crate::text;
use crate::words::Text;
use chrono::NaiveDate;

/// Compares decisions, measurements and the assumptions' dates with today.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    let decision = || text!(nb: "Vedtaket", en: "The decision");
    let reading = || text!(nb: "Målingen", en: "The measurement");
    let decisions = document.decisions.rows().iter().map(|row| (decision(), &row.date));
    let readings = document.measurements.rows().iter().flat_map(|row| row.readings.rows());
    let readings = readings.map(|row| (reading(), &row.date));
    let assumptions = document.assumptions.rows().iter().map(|row| {
        let name = wording::shown(&row.key.value);
        (text!(nb: "Forutsetningen «{name}»", en: "The assumption “{name}”"), &row.row.date)
    });
    for (what, date) in decisions.chain(readings).chain(assumptions) {
        let date = date.spanned().filter(|date| date.value > facts.today);
        findings.extend(date.map(|date| finding(&what, date, facts.today)));
    }
}

fn finding(what: &Text, date: &Spanned<NaiveDate>, today: NaiveDate) -> Finding {
    let day = date.value;
    let title = text!(
        nb: "{what} er datert {day}, men i dag er det {today}",
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

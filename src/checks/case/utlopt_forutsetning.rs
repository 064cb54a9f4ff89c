//! An assumption that was valid until a date that has passed.

use crate::checks::prelude::*;
use crate::document::Assumption;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    // A finished case shows what was known then.
    if facts.document.phase.get() == Some(&Phase::Closed) {
        return;
    }
    check_valid(facts.document.assumptions.rows(), facts.today, findings);
}

/// Compares the last day each assumption holds with today, in a case or in felles.
pub(in crate::checks) fn check_valid(
    assumptions: &[Keyed<Assumption>],
    today: NaiveDate,
    findings: &mut Vec<Finding>,
) {
    for assumption in assumptions {
        let until = assumption.row.valid_until.spanned();
        let Some(until) = until.filter(|until| until.value < today) else { continue };
        let (name, until_date) = (wording::shown(&assumption.key.value), until.value);
        let title = text!(
            nb: "Forutsetningen «{name}» gjaldt til {until_date}, og nå er det {today}", nn: "Føresetnaden «{name}» galdt til {until_date}, og no er det {today}",
            en: "The assumption “{name}” was valid until {until_date}, and it is now {today}"
        );
        findings.push(Finding::error("utløpt-forutsetning", until.span, title));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn the_last_day_still_holds() {
        let text = |until: &str| {
            case(&format!("forutsetninger:\n  brev: {{verdi: 6 000 brev/år, gyldig_til: {until}}}\n{GAIN}"))
        };
        assert_eq!(rules_in(&text("2026-11-01")), []);
        assert_eq!(
            title_of(&text("2026-10-31")),
            "Forutsetningen «brev» gjaldt til 2026-10-31, og nå er det 2026-11-01"
        );
    }
}

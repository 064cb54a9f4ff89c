//! investering-som-er-drift: a purchase too small or too short-lived to be an investment.

use crate::calc::{RowKind, RowValue};
use crate::checks::prelude::*;
use crate::model::{Cost, CostKind};

/// The least that is an investment: 100 000 kr, and a life of three years (GKRS, KRS nr. 4,
/// «Avgrensningen mellom driftsregnskapet og investeringsregnskapet», on varige driftsmidler).
const LEAST: Decimal = Decimal::from_parts(100_000, 0, 0, false, 0);
const SHORTEST: u16 = 3;

/// Looks at what each investering is paid with, all years together, and how long it lives.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let (Some(case), Some(value)) = (facts.case, facts.appraisal.and_then(|found| found.value.as_ref()))
    else {
        return;
    };
    // Years before the budget year are left out of a case that is decided, and would be missed here.
    if value.counted_from.is_some() {
        return;
    }
    let rows = value.rows.iter().filter(|row| matches!(row.kind, RowKind::Cost(_)));
    let written = facts.document.costs.rows().iter();
    for ((written, cost), row) in written.zip(&case.costs).zip(rows) {
        if cost.kind == CostKind::Investment {
            let title = title(&wording::name(&written.name), row, cost.life.or(case.life));
            findings.extend(title.map(|title| worded(written, title, cost)));
        }
    }
}

fn title(name: &str, row: &RowValue, life: Option<u16>) -> Option<Text> {
    let paid = Kroner::sum(row.cells.iter().map(|cell| cell.own)).ok()?.negated();
    if !paid.is_positive() {
        return None;
    }
    if paid.value() < LEAST {
        return Some(text!(
            nb: "Investeringen «{name}» er på {paid}, mindre enn 100\u{a0}000\u{a0}kr", nn: "Investeringa «{name}» er på {paid}, mindre enn 100\u{a0}000\u{a0}kr",
            en: "The investment “{name}” is {paid}, less than NOK\u{a0}100,000";
            paid
        ));
    }
    let life = life.filter(|life| *life < SHORTEST)?;
    Some(text!(
        nb: "Investeringen «{name}» lever i {life} år, kortere enn tre år", nn: "Investeringa «{name}» lever i {life} år, kortare enn tre år",
        en: "The investment “{name}” has a life of {life} years, shorter than three"
    ))
}

fn worded(written: &document::Cost, title: Text, cost: &Cost) -> Finding {
    let span = written.kind.span().filter(|_| cost.kind == CostKind::Investment).unwrap_or(written.span);
    Finding::error("investering-som-er-drift", span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    fn bought(amount: &str, more: &str) -> String {
        case(&format!(
            "{GAIN}kostnader:\n  - navn: Utstyr\n    type: investering\n    beløp: {amount}\n    kilde: Tilbud\n{more}oppstart: 2028\nlevetid: 5 år\n"
        ))
    }

    fn is_reported(text: &str) -> bool {
        rules_in(text).iter().any(|(_, rule)| *rule == "investering-som-er-drift")
    }

    #[test]
    fn all_years_count_together_and_the_limits_themselves_are_investments() {
        assert!(is_reported(&bought("99 999 kr", "")));
        assert!(!is_reported(&bought("100 000 kr", "")));
        assert!(!is_reported(&bought("\n      - 60 400 kr\n      - 60 400 kr", "")));
        assert!(is_reported(&bought("120 000 kr", "    levetid: 2 år\n")));
        assert!(!is_reported(&bought("120 000 kr", "    levetid: 3 år\n")));
    }

    #[test]
    fn only_what_is_paid_counts() {
        assert!(is_reported(&bought("180 000 kr", "    utbetales: 50 %\n")));
        assert!(!is_reported(&bought("18 400 kr", "    utbetales: 0 %\n")));
    }

    #[test]
    fn the_message_says_the_amount() {
        let text = bought("64 300 kr", "")
            .replace("    kilde: Postlisten\n", "    kilde: Postlisten\n    innfasing: [100 %]\n");
        let title = title_of(&text);
        assert_eq!(
            title,
            "Investeringen «Utstyr» er på 64\u{a0}300\u{a0}kr, mindre enn 100\u{a0}000\u{a0}kr"
        );
    }
}

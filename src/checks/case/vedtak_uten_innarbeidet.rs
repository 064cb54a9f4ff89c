//! vedtak-uten-innarbeidet: adopted, and nobody says whether the budget already holds it.

use crate::checks::prelude::*;
use crate::model::Outcome;
use crate::words;

/// Looks at the decision that holds.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(holding) = facts.document.decision(facts.today) else { return };
    let rows = facts.document.decisions.rows().iter();
    let is_it = |row: &&document::Decision| row.understood().as_ref() == Some(&holding);
    let Some(current) = rows.rev().find(is_it) else { return };
    let Some(outcome) = current.outcome.spanned() else { return };
    if outcome.value != Outcome::Adopted || current.in_budget.is_written() {
        return;
    }
    let title = words!(
        nb: "Saken er vedtatt, men ingen sier om virkningen alt ligger i budsjettet", nn: "Saka er vedteken, men ingen seier om verknaden alt ligg i budsjettet",
        en: "The case is adopted, but nobody says whether its effect is already in the budget",
    );
    let finding = Finding::error("vedtak-uten-innarbeidet", outcome.span, title.text());
    findings.push(finding);
}

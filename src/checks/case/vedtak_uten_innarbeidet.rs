//! vedtak-uten-innarbeidet: adopted, and nobody says whether the budget already holds it.

use super::CaseFacts;
use crate::diagnostic::{Finding, Grade};
use crate::model::Outcome;
use crate::words;

/// Looks at the decision that holds: the latest by date, the last written among equals.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let decisions = facts.document.decisions.rows().iter();
    let Some(current) = decisions.max_by_key(|decision| decision.date.get().copied()) else { return };
    let Some(outcome) = current.outcome.spanned() else { return };
    if outcome.value != Outcome::Adopted || current.in_budget.is_written() {
        return;
    }
    let title = words!(
        nb: "Saken er vedtatt, men ingen sier om virkningen alt ligger i budsjettet",
        en: "The case is adopted, but nobody says whether its effect is already in the budget",
    );
    let why = words!(
        nb: "Er den innarbeidet, skal den ikke trekkes fra en gang til. Uten svar regner a3 med at den ikke er det.",
        en: "If it is, it must not be deducted a second time. Without an answer a3 takes it that it is not.",
    );
    let how = words!(
        nb: "Skriv «innarbeidet: ja» eller «innarbeidet: nei» i vedtaket.",
        en: "Write “innarbeidet: ja” (yes) or “innarbeidet: nei” (no) in the decision.",
    );
    let finding =
        Finding::error("vedtak-uten-innarbeidet", outcome.span, title.text()).graded(Grade::Warning);
    findings.push(finding.because(why.text()).instead(how.text()));
}

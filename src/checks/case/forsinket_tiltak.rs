//! forsinket-tiltak: something should have been done by now.

use crate::checks::prelude::*;
use crate::model::Status;

/// Compares the due dates of plan, betingelser and forankring with today, while a case is prepared and carried out.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    if !matches!(document.phase.get(), Some(Phase::Preparation | Phase::Implementation)) {
        return;
    }
    let plan = document.plan.rows().iter().map(|row| (&row.what, &row.due, &row.status));
    let conditions = document.conditions.rows().iter().map(|row| (&row.what, &row.due, &row.status));
    let engagements = document.engagements.rows().iter().map(|row| (&row.who, &row.date, &row.status));
    let rows = plan.chain(conditions).chain(engagements);
    findings.extend(rows.filter_map(|(what, due, status)| late(what, due, status, facts.today)));
}

fn late(
    what: &Field<String>,
    due: &Field<NaiveDate>,
    status: &Field<Status>,
    today: NaiveDate,
) -> Option<Finding> {
    let due = due.spanned().filter(|due| due.value < today)?;
    if status.get().is_some_and(|status| !status.is_open()) {
        return None;
    }
    let (what, day) = (what.text().unwrap_or_default(), due.value);
    let title = text!(nb: "«{what}» skulle vært gjort {day}", nn: "«{what}» skulle vore gjort {day}", en: "“{what}” should have been done by {day}");
    Some(Finding::error("forsinket-tiltak", due.span, title))
}

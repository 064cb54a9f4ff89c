//! ukjent-mål: a goal that a3.yaml does not list.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::shape::nearest;
use crate::{text, words};

/// Looks up each goal the case says it serves. Where a3.yaml lists none, any will do.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let known = &facts.organisation.goals;
    if known.is_empty() {
        return;
    }
    for goal in facts.document.goals.rows() {
        if known.iter().any(|known| known.key == goal.value) {
            continue;
        }
        let name = &goal.value;
        let title = text!(nb: "«{name}» er ikke et av målene i a3.yaml", en: "“{name}” is not one of the goals in a3.yaml");
        let why = words!(
            nb: "Da er det ingen som ser at saken hjelper kommunen dit den vil.",
            en: "Then nobody sees that the case helps the organisation where it wants to go.",
        );
        let how = match nearest(name, known.iter().map(|known| known.key.as_str())) {
            Some(near) => text!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
            None => {
                let known = known.iter().map(|known| known.key.as_str()).collect::<Vec<_>>().join(", ");
                text!(
                    nb: "Skriv et av målene: {known}. Er det et nytt mål, så føy det til under «mål» i a3.yaml.",
                    en: "Write one of the goals: {known}. If it is a new goal, add it under “mål” in a3.yaml."
                )
            }
        };
        findings.push(Finding::error("ukjent-mål", goal.span, title).because(why.text()).instead(how));
    }
}

//! innsparing-uten-budsjettlinje: a saving is taken from a line that is not in today's budget.

use super::facts::{BudgetFacts, Line, shown};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;
use crate::units::Kroner;
use std::collections::BTreeSet;

/// Looks up every expense line that something is taken out of. Each budsjettpost is told once.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for (line, taken) in facts.taken() {
        let (unit, function, art) = line;
        let is_missing = facts.standing.line(unit, function, art).is_none();
        let place = facts.place(line);
        if is_missing && taken.iter().any(|taken| Kroner::is_positive(*taken)) && told.insert(place) {
            findings.push(worded(facts, line, place));
        }
    }
}

fn worded(facts: &BudgetFacts<'_>, line: Line<'_>, place: Span) -> Finding {
    let (unit, _, art) = line;
    let (line, shown_unit) = (shown(line), wording::shown(unit));
    let title = if facts.standing.has_unit(unit) {
        text!(
            nb: "Innsparingen tas fra {line}, som ikke står i dagens budsjett",
            en: "The saving is taken from {line}, which is not in today's budget"
        )
    } else {
        text!(
            nb: "Innsparingen tas fra ansvar {shown_unit}, som ikke står i dagens budsjett",
            en: "The saving is taken from ansvar {shown_unit}, which is not in today's budget"
        )
    };
    let finding = Finding::error("innsparing-uten-budsjettlinje", place, title);
    if ["090", "099"].contains(&art) { finding.variant("wage") } else { finding }
}

//! innsparing-uten-budsjettlinje: a saving is taken from a line that is not in today's budget.

use super::facts::LineCodes;
use crate::budget::Doubt;
use crate::checks::prelude::*;

/// Looks up every expense line that something is taken out of. Each budsjettpost is reported once.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let mut reported: BTreeSet<Span> = BTreeSet::new();
    for (line, taken) in facts.taken() {
        let is_missing = facts.standing.line(line.unit, line.function, line.art).is_none();
        let place = facts.place(line);
        if is_missing && taken.iter().any(|taken| Kroner::is_positive(*taken)) && reported.insert(place) {
            findings.push(worded(line, &missing(line, |unit| facts.standing.has_unit(unit)), place));
        }
    }
}

/// The same of all cases carried out together, and against new practice.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let lines = facts.doubted(|doubt| {
        let Doubt::NoLine { line, year, .. } = *doubt else { return None };
        Some((line, year, ()))
    });
    let has_unit = |unit: &str| facts.has_unit(unit);
    findings.extend(lines.into_iter().filter_map(|line| {
        facts.of_line(line, |line, (), place| worded(line, &missing(line, has_unit), place))
    }));
}

/// What is not there: the line, or all of its ansvar.
fn missing(line: LineCodes<'_>, has_unit: impl Fn(&str) -> bool) -> String {
    if has_unit(line.unit) { line.shown() } else { format!("ansvar {}", wording::shown(line.unit)) }
}

fn worded(line: LineCodes<'_>, missing: &str, place: Span) -> Finding {
    let title = text!(
        nb: "Innsparingen tas fra {missing}, som ikke står i dagens budsjett", nn: "Innsparinga blir teken frå {missing}, som ikkje står i budsjettet i dag",
        en: "The saving is taken from {missing}, which is not in today's budget"
    );
    let finding = Finding::error("innsparing-uten-budsjettlinje", place, title);
    if ["090", "099"].contains(&line.art) { finding.variant("wage") } else { finding }
}

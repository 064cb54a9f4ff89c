//! større-budsjett-enn-lovet: a case promises a saving, and its new practice costs more than today.

use crate::budget::UnitYear;
use crate::checks::prelude::*;

/// Compares, for each unit, what the case takes out with what its new practice shows.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(alone) = facts.alone else { return };
    let practices = facts.document.new_practice.rows();
    let has_practice = |unit: &str| practices.iter().any(|row| row.unit.text() == Some(unit));
    let is_held = |unit: &str| has_practice(unit) && facts.standing.is_whole(unit);
    for unit in alone.units.iter().filter(|unit| is_held(&unit.unit)) {
        let is_larger = |at: &&UnitYear| {
            at.cases_take_out.rounded(0).is_positive() && at.budget_shows.rounded(0).is_negative()
        };
        let found = unit.years.iter().find(is_larger);
        findings.extend(found.map(|at| worded(&unit.unit, at, facts.place_of_practice(&unit.unit))));
    }
}

fn worded(unit: &str, at: &UnitYear, place: Span) -> Finding {
    let (year, unit) = (at.year, wording::shown(unit));
    let (more, promised) = (at.budget_shows.negated(), at.cases_take_out);
    let title = text!(
        nb: "I {year} blir budsjettet for ansvar {unit} med «ny_praksis» {more} høyere enn i dag, men saken lover {promised} lavere", nn: "I {year} blir budsjettet for ansvar {unit} med «ny_praksis» {more} høgare enn i dag, men saka lovar {promised} lågare",
        en: "In {year}, the budget of ansvar {unit} by “ny_praksis” is {more} higher than today, but the case promises {promised} lower";
        year, unit, more, promised
    );
    Finding::error("større-budsjett-enn-lovet", place, title)
}

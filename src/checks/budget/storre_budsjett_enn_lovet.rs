//! større-budsjett-enn-lovet: a case promises a saving, and its new practice costs more than today.

use super::facts::BudgetFacts;
use crate::budget::UnitYear;
use crate::checks::wording;
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::{text, words};

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
    let (year, unit) = (at.year.number(), wording::shown(unit));
    let (more, promised) = (wording::kroner(at.budget_shows.negated()), wording::kroner(at.cases_take_out));
    let title = text!(
        nb: "I {} blir budsjettet for ansvar {} med «ny_praksis» {} høyere enn i dag, men saken lover {} lavere", year, unit, more.nb, promised.nb;
        en: "In {}, the budget of ansvar {} by “ny_praksis” is {} higher than today, but the case promises {} lower", year, unit, more.en, promised.en
    );
    let why = words!(
        nb: "Da blir ikke innsparingen med i budsjettet, uansett hva gevinstene sier.",
        en: "Then the saving is not in the budget, whatever the benefits say.",
    );
    let how = words!(
        nb: "Se over bemanning og beløp i «ny_praksis» mot linjene i budsjettfila. Er det riktig at enheten skal bruke mer, så ta det med som kostnad.",
        en: "Go through the staff and amounts in “ny_praksis” against the lines of the budget file. If the unit is to spend more, put it in as a cost.",
    );
    let finding = Finding::error("større-budsjett-enn-lovet", place, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how.text())
}

//! flere-årsverk-enn-enheten-har: a case frees more årsverk than the unit has.

use crate::budget::Doubt;
use crate::calc::Booking;
use crate::checks::prelude::*;
use crate::units::WHOLE_POSITION_DECIMALS;

/// More årsverk taken out of a unit in a year than it has.
struct TooMany {
    year: Year,
    taken: Fte,
    has: Fte,
}

/// Compares with the årsverk of the budget file, for units where it has any; each unit once.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    for (unit, taken) in facts.fte_taken() {
        let Ok(has) = facts.standing.fte(unit) else { continue };
        let years = facts.standing.plan().years().into_iter().zip(taken).zip(has);
        let mut over = years.filter_map(|((year, taken), has)| {
            let is_over = |has: &Fte| taken.is_positive() && taken.rounded(WHOLE_POSITION_DECIMALS) > *has;
            Some(TooMany { year, taken, has: has.filter(is_over)? })
        });
        findings.extend(over.next().map(|over| worded(unit, &over, place(facts, unit, over.year))));
    }
}

/// Where the first row is that the årsverk of the unit come from that year.
fn place(facts: &BudgetFacts<'_>, unit: &str, year: Year) -> Span {
    let mut frees = facts.effects.iter().filter(|effect| {
        let is_of_unit = effect.unit.as_deref() == Some(unit) && effect.year == year;
        is_of_unit && effect.booking == Booking::TakenOut && effect.fte.is_positive()
    });
    frees.next().map_or_else(Span::default, |effect| facts.place_of_effect(effect))
}

/// The same of all cases carried out together, at the first of them that takes from the unit.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let units = facts.doubted(|doubt| {
        let Doubt::UnitOverdrawn { unit, year, has, taken } = *doubt else { return None };
        Some((unit, year, TooMany { year, taken, has }))
    });
    findings.extend(units.into_iter().filter_map(|over| {
        let unit = facts.budget.units.get(over.place)?;
        let line_in = |case: &usize| place_of_unit(facts.written.get(*case)?, &unit.unit);
        let case = unit.cases.iter().find(|case| line_in(case).is_some()).or_else(|| unit.cases.first())?;
        let finding = worded(&unit.unit, &over.first, facts.place_in(*case, |_| line_in(case)));
        Some(PortfolioFinding { case: *case, finding: facts.with_cases(finding, &unit.cases, &over.years) })
    }));
}

/// Where a gain names the unit.
fn place_of_unit(written: &document::Case, unit: &str) -> Option<Span> {
    let mut lines = written.benefits.rows().iter().flat_map(|row| row.budget_lines.rows());
    Some(lines.find(|line| line.unit.text() == Some(unit))?.span)
}

fn worded(unit: &str, over: &TooMany, place: Span) -> Finding {
    let (year, unit) = (over.year, wording::shown(unit));
    let (taken, has) = (wording::fte(over.taken), wording::fte(over.has));
    let title = text!(
        nb: "I {year} tas det ut {taken} på ansvar {unit}, men der er det bare {has} i budsjettet", nn: "I {year} blir det teke ut {taken} på ansvar {unit}, men der er det berre {has} i budsjettet",
        en: "In {year}, {taken} are taken out of ansvar {unit}, which has only {has} in the budget";
        year, taken, unit, has
    );
    Finding::error("flere-årsverk-enn-enheten-har", place, title)
}

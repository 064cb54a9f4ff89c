//! snudd-budsjettlinje: a case makes an expense of an income, or an income of an expense.

use super::facts::{LineCodes, line};
use crate::budget::is_income;
use crate::calc::BudgetEffect;
use crate::checks::prelude::*;
use crate::checks::sign;

/// A line with the sign of the other side: the year, what it is today and what it becomes.
struct Turned {
    year: Year,
    stands: Kroner,
    becomes: Kroner,
}

/// Adds what the case does to today's line, in whole kroner, year by year. Each budsjettpost is reported
/// once, for its first line and first year; what gains alone take too much of, and lines and units
/// that are not there, are reported by rules of their own.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let taken = facts.taken();
    let mut reported: BTreeSet<Span> = BTreeSet::new();
    for (at, change) in facts.moved().into_iter().filter(|(at, _)| facts.standing.has_unit(at.unit)) {
        let today = facts.standing.line(at.unit, at.function, at.art);
        let stands = today.map_or([Kroner::ZERO; 4], |line| line.amount);
        let taken = taken.get(&at).copied().unwrap_or_default();
        let years = facts.standing.plan().years().into_iter().zip(stands).zip(change.into_iter().zip(taken));
        let is_known = |year| today.is_none_or(|line| facts.standing.knows(line, year));
        let years = years.filter(|((year, _), _)| is_known(*year));
        let mut turned = years.filter_map(|((year, stands), (change, taken))| {
            let is_reported = taken.is_positive() && taken.rounded(0) > stands.rounded(0);
            let becomes = stands.plus(change).ok().filter(|_| !is_reported)?.rounded(0);
            let is_wrong = |amount| sign::is_wrong(at.function, at.art, amount);
            (is_wrong(becomes) && !is_wrong(stands.rounded(0))).then_some(Turned { year, stands, becomes })
        });
        let Some(found) = turned.next() else { continue };
        let place = place(facts, at, found.year);
        if reported.insert(place) {
            findings.push(worded(at, found, place));
        }
    }
}

/// Where the first row is that moves the line the wrong way that year.
fn place(facts: &BudgetFacts<'_>, at: LineCodes<'_>, year: Year) -> Span {
    let is_wrong = |effect: &&BudgetEffect| {
        sign::is_of_other_side(at.art, effect.amount) && effect.year == year && line(effect) == Some(at)
    };
    facts
        .effects
        .iter()
        .find(is_wrong)
        .map_or_else(|| facts.place(at), |effect| facts.place_of_effect(effect))
}

fn worded(at: LineCodes<'_>, turned: Turned, place: Span) -> Finding {
    let (year, line) = (turned.year, at.shown());
    let [stands, becomes] = [turned.stands, turned.becomes].map(|amount| amount.max(amount.negated()));
    let (title, variant) = if is_income(at.art) {
        let title = text!(
            nb: "I {year} snur {line} fra en inntekt på {stands} til en utgift på {becomes}", nn: "I {year} snur {line} frå ei inntekt på {stands} til ei utgift på {becomes}",
            en: "In {year}, {line} turns from an income of {stands} to an expense of {becomes}";
            year, line, stands, becomes
        );
        (title, "income")
    } else {
        let title = text!(
            nb: "I {year} snur {line} fra en utgift på {stands} til en inntekt på {becomes}", nn: "I {year} snur {line} frå ei utgift på {stands} til ei inntekt på {becomes}",
            en: "In {year}, {line} turns from an expense of {stands} to an income of {becomes}";
            year, line, stands, becomes
        );
        (title, "expense")
    };
    Finding::error("snudd-budsjettlinje", place, title).variant(variant)
}

//! snudd-budsjettlinje: a case makes an expense of an income, or an income of an expense.

use super::facts::{BudgetFacts, Line, line, shown};
use crate::budget::is_income;
use crate::calc::BudgetEffect;
use crate::checks::{sign, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Kroner, Year};
use crate::{text, words};
use std::collections::BTreeSet;

/// Adds what the case does to today's line, in whole kroner, year by year. Each budsjettpost is told
/// once, for its first line and first year; what gains alone take too much of, and lines and units
/// that are not there, are told by rules of their own.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let taken = facts.taken();
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for (at, change) in facts.moved().into_iter().filter(|((unit, ..), _)| facts.standing.has_unit(unit)) {
        let (unit, function, art) = at;
        let stands = facts.standing.line(unit, function, art).map_or([Kroner::ZERO; 4], |line| line.amount);
        let taken = taken.get(&at).copied().unwrap_or_default();
        let years = facts.standing.plan().years().into_iter().zip(stands).zip(change.into_iter().zip(taken));
        let mut turned = years.filter_map(|((year, stands), (change, taken))| {
            let is_told = taken.is_positive() && taken.rounded(0) > stands.rounded(0);
            let becomes = stands.plus(change).ok().filter(|_| !is_told)?.rounded(0);
            let is_wrong = |amount| sign::is_wrong((function, art), amount);
            (is_wrong(becomes) && !is_wrong(stands.rounded(0))).then_some((year, stands, becomes))
        });
        let Some(found) = turned.next() else { continue };
        let place = place(facts, at, found.0);
        if told.insert(place) {
            findings.push(worded(at, found, place));
        }
    }
}

/// Where the first row stands that moves the line the wrong way that year.
fn place(facts: &BudgetFacts<'_>, at: Line<'_>, year: Year) -> Span {
    let is_wrong = |effect: &&BudgetEffect| {
        sign::is_of_other_side(at.2, effect.amount) && effect.year == year && line(effect) == Some(at)
    };
    facts
        .effects
        .iter()
        .find(is_wrong)
        .map_or_else(|| facts.place(at), |effect| facts.place_of_effect(effect))
}

fn worded(at: Line<'_>, (year, stands, becomes): (Year, Kroner, Kroner), place: Span) -> Finding {
    let (year, line) = (year.number(), shown(at));
    let [stands, becomes] = [stands, becomes].map(|amount| wording::kroner(amount.max(amount.negated())));
    let (title, why, how) = if is_income(at.2) {
        (
            text!(
                nb: "I {} snur {} fra en inntekt på {} til en utgift på {}", year, line, stands.nb, becomes.nb;
                en: "In {}, {} turns from an income of {} to an expense of {}", year, line, stands.en, becomes.en
            ),
            words!(
                nb: "Art 600–999 er inntekter, og ingen kan miste mer inntekt enn det som kommer inn. Enten er beløpet for stort, eller så er det en kostnad på feil art.",
                en: "Arts 600–999 are income, and nobody can lose more income than comes in. Either the amount is too large, or it is a cost on the wrong art.",
            ),
            words!(
                nb: "Skriv en kostnad på en utgiftsart (010–599). Er det inntekt som faller bort, så skriv ikke mer enn det som står på linjen.",
                en: "Write a cost on an art of expense (010–599). If it is income that is lost, write no more than stands on the line.",
            ),
        )
    } else {
        (
            text!(
                nb: "I {} snur {} fra en utgift på {} til en inntekt på {}", year, line, stands.nb, becomes.nb;
                en: "In {}, {} turns from an expense of {} to an income of {}", year, line, stands.en, becomes.en
            ),
            words!(
                nb: "Art 010–599 er utgifter, og ingen kan kutte mer enn det som brukes. Enten er beløpet for stort, eller så har det feil fortegn eller feil art.",
                en: "Arts 010–599 are expenses, and nobody can cut more than is spent. Either the amount is too large, or its sign or its art is wrong.",
            ),
            words!(
                nb: "Skriv kostnader uten minus. Er det en utgift som faller bort, så skriv ikke mer enn det som står på linjen. Er det en inntekt, så skriv en inntektsart (600–999).",
                en: "Write costs without a minus. If it is an expense that falls away, write no more than stands on the line. If it is an income, write an art of income (600–999).",
            ),
        )
    };
    Finding::error("snudd-budsjettlinje", place, title).because(why.text()).instead(how.text())
}

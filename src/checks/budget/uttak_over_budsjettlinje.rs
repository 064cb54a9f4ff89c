//! uttak-over-budsjettlinje: a case takes more out of a line than stands on it.

use super::facts::{BudgetFacts, Line, shown};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Kroner, Year};
use crate::{text, words};
use std::collections::BTreeSet;

/// Compares what is taken out with today's line, in whole kroner, year by year. Each budsjettpost is
/// told once, for its first line and first year.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let mut told: BTreeSet<Span> = BTreeSet::new();
    for (line, taken) in facts.taken() {
        let (unit, function, art) = line;
        let Some(today) = facts.standing.line(unit, function, art) else { continue };
        let years = facts.standing.plan().years().into_iter().zip(taken).zip(today.amount);
        let over = years.map(|((year, taken), stands)| (year, taken, stands)).find(is_over);
        let place = facts.place(line);
        if let Some(over) = over.filter(|_| told.insert(place)) {
            findings.push(worded(line, over, place));
        }
    }
}

fn is_over((_, taken, stands): &(Year, Kroner, Kroner)) -> bool {
    taken.is_positive() && taken.rounded(0) > stands.rounded(0)
}

fn worded(line: Line<'_>, (year, taken, stands): (Year, Kroner, Kroner), place: Span) -> Finding {
    let (year, line) = (year.number(), shown(line));
    let (taken, stands) = (wording::kroner(taken), wording::kroner(stands));
    let title = text!(
        nb: "I {} tas det ut {} av {}, men der står det bare {}", year, taken.nb, line, stands.nb;
        en: "In {}, {} is taken out of {}, where only {} stands", year, taken.en, line, stands.en
    );
    let why = words!(
        nb: "Ingen kan spare mer enn det som brukes. Enten er gevinsten for stor, eller så står en del av utgiften på en annen linje.",
        en: "Nobody can save more than is spent. Either the benefit is too large, or part of the expense stands on another line.",
    );
    let how = words!(
        nb: "Regn gevinsten om igjen, skriv linjen der utgiften står, eller del den på flere linjer med «andel».",
        en: "Work out the benefit again, write the line where the expense stands, or split it on several lines with “andel”.",
    );
    Finding::error("uttak-over-budsjettlinje", place, title).because(why.text()).instead(how.text())
}

//! uttak-over-budsjettlinje: a case takes more out of a line than stands on it.

use super::facts::{BudgetFacts, Line, shown};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;
use crate::units::{Kroner, Year};
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
    let title = text!(nb: "I {year} tas det ut {taken} av {line}, men der står det bare {stands}", en: "In {year}, {taken} is taken out of {line}, where only {stands} stands"; year, taken, line, stands);
    Finding::error("uttak-over-budsjettlinje", place, title)
}

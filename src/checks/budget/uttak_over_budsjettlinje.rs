//! uttak-over-budsjettlinje: a case takes more out of a line than is on it.

use super::facts::{LineCodes, TakenOut};
use crate::budget::Doubt;
use crate::checks::prelude::*;

/// Compares what is taken out with today's line, in whole kroner, year by year. Each budsjettpost is
/// reported once, for its first line and first year.
pub(super) fn check(facts: &BudgetFacts<'_>, findings: &mut Vec<Finding>) {
    let mut reported: BTreeSet<Span> = BTreeSet::new();
    for (line, taken) in facts.taken() {
        let over =
            facts.taken_of(line, taken).and_then(|years| years.into_iter().find(TakenOut::is_too_much));
        let place = facts.place(line);
        if let Some(over) = over.filter(|_| reported.insert(place)) {
            findings.push(worded(line, over, place));
        }
    }
}

/// The same of all cases carried out together, and against new practice.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let lines = facts.doubted(|doubt| {
        let Doubt::LineOverdrawn { line, year, stands, taken } = *doubt else { return None };
        Some((line, year, TakenOut { year, taken, stands }))
    });
    findings.extend(lines.into_iter().filter_map(|line| facts.of_line(line, worded)));
}

fn worded(line: LineCodes<'_>, over: TakenOut, place: Span) -> Finding {
    let (TakenOut { year, taken, stands }, line) = (over, line.shown());
    let title = text!(
        nb: "I {year} tas det ut {taken} av {line}, men der står det bare {stands}", nn: "I {year} blir det teke ut {taken} av {line}, men der står det berre {stands}",
        en: "In {year}, {taken} is taken out of {line}, which has only {stands}";
        year, taken, line, stands
    );
    Finding::error("uttak-over-budsjettlinje", place, title)
}

//! årsverk-under-null: a line is left with fewer årsverk than none.

use crate::budget::Doubt;
use crate::checks::budget::LineCodes;
use crate::checks::prelude::*;

/// Looks at every line that knows its årsverk.
pub(super) fn check(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let lines = facts.doubted(|doubt| {
        let Doubt::NegativeFte { line, year, left } = doubt else { return None };
        Some((*line, *year, Left { year: *year, left: *left }))
    });
    findings.extend(lines.into_iter().filter_map(|line| facts.of_line(line, worded)));
}

/// What is left of a line in a year.
struct Left {
    year: Year,
    left: Fte,
}

fn worded(line: LineCodes<'_>, found: Left, place: Span) -> Finding {
    let (line, left) = (line.shown(), wording::fte(found.left));
    let title = text!(
        nb: "I {year} blir det {left} igjen på {line}", nn: "I {year} blir det {left} att på {line}",
        en: "In {year}, {left} are left on {line}"; year = found.year, left, line
    );
    Finding::error("årsverk-under-null", place, title)
}

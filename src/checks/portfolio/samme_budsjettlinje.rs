//! samme-budsjettlinje: two cases take from one line, and may count the same saving.

use super::claims::{Claims, bonds, overlaps};
use crate::checks::budget::LineCodes;
use crate::checks::prelude::*;

/// Looks for cases that take from the same budsjettpost, with neither krever nor utelukker between them.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.cases;
    let bonds = bonds(cases, |case| case.requires.iter().chain(&case.excludes).map(|id| id.value.as_str()));
    for found in overlaps(cases, &bonds, lines_of) {
        let Some(other) = cases.get(found.other) else { continue };
        let (line, id, more) =
            (found.key.shown(), wording::shown(&other.id), wording::more_cases(found.more));
        let title = text!(
            nb: "Saken tar fra {line}, og det gjør «{id}»{more} også", nn: "Saka tek frå {line}, og det gjer «{id}»{more} også",
            en: "The case takes from {line}, and so does “{id}”{more}";
            line, id, more
        );
        let finding = Finding::error("samme-budsjettlinje", found.span, title).value("id", &id);
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

fn lines_of(claims: &Claims) -> impl Iterator<Item = (LineCodes<'_>, Span)> {
    claims.lines.iter().map(|line| (line.line(), line.span))
}

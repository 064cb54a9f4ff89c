//! samme-budsjettlinje: two cases take from one line, and may count the same saving.

use super::claims::{Claims, bonds, overlaps};
use super::{PortfolioFacts, PortfolioFinding};
use crate::checks::budget::{Line, shown};
use crate::checks::wording;
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::{text, words};

/// Looks for cases that take from the same budsjettpost, with neither krever nor utelukker between them.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.cases;
    let bonds = bonds(cases, |case| case.requires.iter().chain(&case.excludes).map(|id| id.value.as_str()));
    for found in overlaps(cases, &bonds, lines_of) {
        let Some(other) = cases.get(found.other) else { continue };
        let (line, id, more) = (shown(found.key), wording::shown(&other.id), wording::more_cases(found.more));
        let title = text!(
            nb: "Saken tar fra {}, og det gjør «{}»{} også", line, id, more.nb;
            en: "The case takes from {}, and so does “{}”{}", line, id, more.en
        );
        let why = words!(
            nb: "To saker som tar fra samme linje, kan regne med den samme innsparingen. Da blir den talt to ganger.",
            en: "Two cases that take from one line may count on the same saving, which is then counted twice.",
        );
        let how = text!(
            nb: "Skriv «utelukker: [{id}]» om bare én av dem kan gjøres, eller «krever: [{id}]» om denne kommer på toppen. Ellers slå dem sammen.",
            en: "Write “utelukker: [{id}]” if only one of them can be done, or “krever: [{id}]” if this one comes on top. Otherwise merge them."
        );
        let finding = Finding::error("samme-budsjettlinje", found.span, title).graded(Grade::Warning);
        let finding = finding.because(why.text()).instead(how);
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

fn lines_of(claims: &Claims) -> impl Iterator<Item = (Line<'_>, Span)> {
    claims
        .lines
        .iter()
        .map(|line| ((line.unit.as_str(), line.function.as_str(), line.art.as_str()), line.span))
}

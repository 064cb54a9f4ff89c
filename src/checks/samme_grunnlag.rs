//! samme-grunnlag: two cases on one unit are worked out from the same quantity of felles.

use super::claims::{Claims, bonds, overlaps};
use super::{CaseReference, PortfolioFinding, wording};
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::{text, words};

/// Looks for gains taken out of the same ansvar and worked out from the same quantity, in cases with
/// neither krever nor utelukker between them.
pub(super) fn check(cases: &[CaseReference], findings: &mut Vec<PortfolioFinding>) {
    let bonds = bonds(cases, |case| case.requires.iter().chain(&case.excludes).map(|id| id.value.as_str()));
    for found in overlaps(cases, &bonds, drivers_of) {
        let Some(other) = cases.get(found.other) else { continue };
        let (unit, name) = (wording::shown(found.key.0), wording::shown(found.key.1));
        let (id, more) = (wording::shown(&other.id), wording::more_cases(found.more));
        let title = text!(
            nb: "Innsparingen på ansvar {} regnes av «{}», og det gjør den i «{}»{} også", unit, name, id, more.nb;
            en: "The saving on ansvar {} is worked out from “{}”, and so is that of “{}”{}", unit, name, id, more.en
        );
        let why = words!(
            nb: "Det samme kan bare spares én gang. Tar den ene saken bort det den andre regner med, blir summen for stor.",
            en: "The same thing can be saved only once. If one case removes what the other counts on, the sum is too large.",
        );
        let how = text!(
            nb: "Skriv «utelukker: [{id}]» om bare én av dem kan gjøres. Regner denne med det som er igjen etter «{id}», så skriv «krever: [{id}]».",
            en: "Write “utelukker: [{id}]” if only one of them can be done. If this one counts on what is left after “{id}”, write “krever: [{id}]”."
        );
        let finding = Finding::error("samme-grunnlag", found.span, title).graded(Grade::Warning);
        let finding = finding.because(why.text()).instead(how);
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

fn drivers_of(claims: &Claims) -> impl Iterator<Item = ((&str, &str), Span)> {
    claims.drivers.iter().map(|driver| ((driver.unit.as_str(), driver.name.as_str()), driver.span))
}

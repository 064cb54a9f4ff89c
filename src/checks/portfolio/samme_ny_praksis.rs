//! samme-ny-praksis: new practice is said twice for one ansvar, funksjon and year.

use super::claims::{Claims, OwnClash, PracticeClaim, bonds, overlaps};
use super::{CaseReference, PortfolioFacts, PortfolioFinding};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;
use crate::words::Text;

/// Looks for it within each case, and between cases that do not exclude each other.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.cases;
    for (case, claims) in cases.iter().enumerate() {
        let clash = claims.claims.as_ref().and_then(|claims| claims.clash.as_ref());
        findings.extend(clash.map(|clash| PortfolioFinding { case, finding: within(clash) }));
    }
    let bonds = bonds(cases, |case| case.excludes.iter().map(|id| id.value.as_str()));
    for found in overlaps(cases, &bonds, practices_of) {
        let Some((own, other)) = cases.get(found.case).zip(cases.get(found.other)) else { continue };
        let Some(title) = between(found.key, (own, other)) else { continue };
        let id = wording::shown(&other.id);
        let finding = Finding::error("samme-ny-praksis", found.span, title).value("id", &id);
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

fn practices_of(claims: &Claims) -> impl Iterator<Item = ((&str, &str), Span)> {
    let key = |claim: &'_ PracticeClaim| claim.span;
    claims.practices.iter().map(move |claim| ((claim.unit.as_str(), claim.function.as_str()), key(claim)))
}

/// The first year both hold.
fn between((unit, function): (&str, &str), (own, other): (&CaseReference, &CaseReference)) -> Option<Text> {
    let from = |case: &CaseReference| {
        let practices = case.claims.as_deref()?.practices.iter();
        practices
            .filter(|claim| claim.unit == unit && claim.function == function)
            .map(|claim| claim.from)
            .min()
    };
    let year = from(own)?.max(from(other)?).number();
    let (unit, function, id) = (wording::shown(unit), wording::shown(function), wording::shown(&other.id));
    Some(text!(
        nb: "Ansvar {unit}, funksjon {function} har ny praksis fra {year} både her og i «{id}»",
        en: "Ansvar {unit}, funksjon {function} has new practice from {year} both here and in “{id}”"
    ))
}

fn within(clash: &OwnClash) -> Finding {
    let (unit, function) = (wording::shown(&clash.unit), wording::shown(&clash.function));
    let year = clash.year.number();
    let title = text!(
        nb: "«ny_praksis» sier den samme linjen to ganger for ansvar {unit}, funksjon {function} i {year}",
        en: "“ny_praksis” says the same line twice for ansvar {unit}, funksjon {function} in {year}"
    );
    Finding::error("samme-ny-praksis", clash.span, title).variant("own")
}

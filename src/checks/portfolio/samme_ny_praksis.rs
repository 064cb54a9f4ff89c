//! samme-ny-praksis: new practice is said twice for one ansvar, funksjon and year.

use super::claims::{Claims, Overlap, PracticeClaim, SameLine, bonds, overlaps};
use crate::budget::PracticeClash;
use crate::checks::prelude::*;

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
        let Some(clash) = clash(found, own, other) else { continue };
        let finding = between(&clash, &wording::shown(&other.id));
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

/// The same of the cases carried out, each ansvar and funksjon once; at the first case that says it.
pub(super) fn of_all(facts: &CarriedOutFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let is_same = |one: &PracticeClash, other: &PracticeClash| {
        (&one.unit, &one.function, &one.cases) == (&other.unit, &other.function, &other.cases)
    };
    findings.extend(facts.budget.clashes.chunk_by(is_same).filter_map(|same| {
        let PracticeClash { unit, function, year, cases } = same.first()?;
        let case = *cases.first()?;
        let span = facts.place_in(case, |written| place_of_practice(written, unit));
        let clash = SameLine { unit: unit.clone(), function: function.clone(), year: *year, span };
        let finding = match cases.get(1) {
            None => within(&clash),
            Some(other) => between(&clash, &facts.id(*other)),
        };
        Some(PortfolioFinding { case, finding })
    }));
}

fn place_of_practice(written: &document::Case, unit: &str) -> Option<Span> {
    let mut units = written.new_practice.rows().iter().filter_map(|row| row.unit.spanned());
    Some(units.find(|written| written.value == unit)?.span)
}

fn practices_of(claims: &Claims) -> impl Iterator<Item = ((&str, &str), Span)> {
    let key = |claim: &'_ PracticeClaim| claim.span;
    claims.practices.iter().map(move |claim| ((claim.unit.as_str(), claim.function.as_str()), key(claim)))
}

/// What both say, from the first year both hold.
fn clash(found: Overlap<(&str, &str)>, own: &CaseReference, other: &CaseReference) -> Option<SameLine> {
    let (unit, function) = found.key;
    let from = |case: &CaseReference| {
        let practices = case.claims.as_deref()?.practices.iter();
        practices
            .filter(|claim| claim.unit == unit && claim.function == function)
            .map(|claim| claim.from)
            .min()
    };
    let year = from(own)?.max(from(other)?);
    Some(SameLine { unit: unit.to_owned(), function: function.to_owned(), year, span: found.span })
}

fn between(clash: &SameLine, id: &str) -> Finding {
    let (unit, function) = (wording::shown(&clash.unit), wording::shown(&clash.function));
    let title = text!(
        nb: "Ansvar {unit}, funksjon {function} har ny praksis fra {year} både her og i «{id}»", nn: "Ansvar {unit}, funksjon {function} har ny praksis frå {year} både her og i «{id}»",
        en: "Ansvar {unit}, funksjon {function} has new practice from {year} both here and in “{id}”";
        unit, function, year = clash.year, id
    );
    Finding::error("samme-ny-praksis", clash.span, title).value("id", id)
}

fn within(clash: &SameLine) -> Finding {
    let (unit, function) = (wording::shown(&clash.unit), wording::shown(&clash.function));
    let year = clash.year.number();
    let title = text!(
        nb: "«ny_praksis» sier den samme linjen to ganger for ansvar {unit}, funksjon {function} i {year}", nn: "«ny_praksis» seier den same linja to gonger for ansvar {unit}, funksjon {function} i {year}",
        en: "“ny_praksis” says the same line twice for ansvar {unit}, funksjon {function} in {year}"
    );
    Finding::error("samme-ny-praksis", clash.span, title).variant("own")
}

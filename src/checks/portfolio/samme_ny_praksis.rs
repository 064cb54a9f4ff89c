//! samme-ny-praksis: new practice is said twice for one ansvar, funksjon and year.

use super::claims::{Claims, OwnClash, PracticeClaim, bonds, overlaps};
use super::{CaseReference, PortfolioFacts, PortfolioFinding};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::words::Text;
use crate::{text, words};

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
        let how = text!(
            nb: "La én av sakene ha «ny_praksis» for funksjonen, med det begge fører til. Kan bare én av dem gjøres, så skriv «utelukker: [{id}]».",
            en: "Let one of the cases have “ny_praksis” for the funksjon, with what both lead to. If only one of them can be done, write “utelukker: [{id}]”."
        );
        let finding = worded(found.span, title, how);
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
    let how = words!(
        nb: "Skriv hver linje én gang. Lønn (art 010, 090 og 099) hører til i «bemanning», og ikke under «andre» når bemanning er skrevet.",
        en: "Write each line once. Wage (arts 010, 090 and 099) belongs in “bemanning”, and not under “andre” where bemanning is written.",
    );
    worded(clash.span, title, how.text())
}

fn worded(span: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "En linje kan bare ha ett nytt beløp. Når det står to, blir ingen av dem brukt i det framtidige budsjettet.",
        en: "A line can have only one new amount. Where there are two, neither is used in the future budget.",
    );
    Finding::error("samme-ny-praksis", span, title).because(why.text()).instead(how)
}

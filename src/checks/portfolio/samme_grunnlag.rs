//! samme-grunnlag: two cases are worked out from the same quantity of felles.

use super::claims::{Claims, DriverClaim, bonds, overlaps};
use crate::checks::prelude::*;

/// Looks for gains taken out that are worked out from the same quantity, on whichever ansvar, in cases
/// with neither krever nor utelukker between them.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let cases = facts.cases;
    let bonds = bonds(cases, |case| case.requires.iter().chain(&case.excludes).map(|id| id.value.as_str()));
    for found in overlaps(cases, &bonds, drivers_of) {
        let Some((own, other)) = cases.get(found.case).zip(cases.get(found.other)) else { continue };
        let (name, id, more) =
            (wording::shown(found.key), wording::shown(&other.id), wording::more_cases(found.more));
        let [here, there] = places(own, other, found.key);
        let title = text!(
            nb: "Innsparingen{here} regnes av «{name}», og det gjør den{there} i «{id}»{more} også", nn: "Innsparinga{here} blir rekna av «{name}», og det blir ho{there} i «{id}»{more} også",
            en: "The saving{here} is worked out from “{name}”, and so is that{there} of “{id}”{more}";
            here, name, there, id, more
        );
        let finding = Finding::error("samme-grunnlag", found.span, title).value("id", &id);
        findings.push(PortfolioFinding { case: found.case, finding });
    }
}

fn drivers_of(claims: &Claims) -> impl Iterator<Item = (&str, Span)> {
    claims.drivers.iter().map(|driver| (driver.name.as_str(), driver.span))
}

/// « på ansvar 3210» of the two cases: said once where they share one, and not of a case that has none.
fn places(own: &CaseReference, other: &CaseReference, name: &str) -> [Text; 2] {
    let (own, other) = (units(own, name), units(other, name));
    match own.intersection(&other).next() {
        Some(unit) => [on(Some(unit)), Text::default()],
        None => [on(own.first().copied()), on(other.first().copied())],
    }
}

/// The ansvar of the gains of a case that are worked out from a quantity.
fn units<'a>(case: &'a CaseReference, name: &str) -> BTreeSet<&'a str> {
    let drivers = case.claims.iter().flat_map(|claims| &claims.drivers);
    let of_name = drivers.filter(|driver: &&DriverClaim| driver.name == name);
    of_name.filter_map(|driver| driver.unit.as_deref()).collect()
}

fn on(unit: Option<&str>) -> Text {
    unit.map(wording::shown).map_or_else(
        Text::default,
        |unit| text!(nb: " på ansvar {unit}", nn: " på ansvar {unit}", en: " on ansvar {unit}"),
    )
}

//! må-saker-i-strid: cases that must be done, and cannot all be.

use super::bound::{Bound, Must, Out};
use crate::checks::prelude::*;
use crate::model::Duty;
use crate::words;
use crate::words::{Quoted, Said, listed};

/// Looks for cases that have to be in and are locked out or excluded, and for duties nothing can meet.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let bound = Bound::of(facts);
    for (place, must) in &bound.musts {
        if bound.outs.get(place) == Some(&Out::Locked) {
            findings.extend(locked_out(&bound, facts, *place, *must));
        }
    }
    for (case, reference) in facts.cases.iter().enumerate() {
        for excluded in &reference.excludes {
            let finding = excluding(&bound, case, reference, excluded);
            findings.extend(finding.map(|finding| PortfolioFinding { case, finding }));
        }
    }
    for group in bound.groups.iter().filter(|group| group.len() > 1) {
        let is_out = |(place, _): &(usize, &Spanned<Duty>)| bound.outs.contains_key(place);
        if let (Some((case, duty)), true) = (group.first(), group.iter().all(is_out)) {
            findings.push(PortfolioFinding { case: *case, finding: unmet(&bound, group, duty) });
        }
    }
}

/// A case that has to be in, and is locked out: said where the duty is, or where it is required.
fn locked_out(
    bound: &Bound<'_>,
    facts: &PortfolioFacts<'_>,
    place: usize,
    must: Must<'_>,
) -> Option<PortfolioFinding> {
    let by = match must {
        Must::Duty(duty) => {
            let must = &duty.value.text;
            let title = text!(
                nb: "Bare denne saken kan oppfylle «{must}», men den er låst ut i a3.yaml", nn: "Berre denne saka kan oppfylle «{must}», men ho er låst ut i a3.yaml",
                en: "Only this case can meet “{must}”, but it is locked out in a3.yaml"
            );
            let finding = finding(duty.span, title, "locked duty");
            return Some(PortfolioFinding { case: place, finding });
        }
        Must::RequiredBy(by) => by,
    };
    let id = bound.id(place);
    let at = facts.cases.get(by)?.requires.iter().find(|required| required.value == id)?;
    let title = text!(
        nb: "Denne saken må gjøres og krever «{id}», men «{id}» er låst ut i a3.yaml", nn: "Denne saka må gjerast og krev «{id}», men «{id}» er låst ut i a3.yaml",
        en: "This case must be done and requires “{id}”, but “{id}” is locked out in a3.yaml"
    );
    Some(PortfolioFinding { case: by, finding: finding(at.span, title, "locked required") })
}

/// One case that excludes another, where both have to be in. That a case excludes what it requires is
/// reported by krever-og-utelukker.
fn excluding(
    bound: &Bound<'_>,
    place: usize,
    own: &CaseReference,
    excluded: &Spanned<String>,
) -> Option<Finding> {
    let (other_place, other) = bound.find(&excluded.value)?;
    let requires = |one: &CaseReference, id: &str| one.requires.iter().any(|required| required.value == id);
    if other_place == place || requires(own, &other.id) || requires(other, &own.id) {
        return None;
    }
    let (id, this) = (&excluded.value, words!(nb: "denne", nn: "denne", en: "this one"));
    Some(match (bound.musts.get(&place), bound.musts.get(&other_place)) {
        (Some(must), Some(theirs)) => {
            let title = text!(
                nb: "Denne saken og «{id}» må begge gjøres, men utelukker hverandre", nn: "Denne saka og «{id}» må begge gjerast, men utelukkar kvarandre",
                en: "This case and “{id}” must both be done, but exclude each other"
            );
            let (own, other) = (because(bound, *must, &this), because(bound, *theirs, &Quoted(id)));
            let is_duty = |must: &Must<'_>| matches!(must, Must::Duty(_));
            let variant = if is_duty(must) && is_duty(theirs) { "both duties" } else { "both" };
            finding(excluded.span, title, variant).value("own", own.capital()).value("other", other)
        }
        (Some(must), None) if other.counts_as_decided() => {
            let title = text!(
                nb: "Denne saken må gjøres, men utelukker «{id}», som er besluttet", nn: "Denne saka må gjerast, men utelukkar «{id}», som er avgjord",
                en: "This case must be done, but excludes “{id}”, which is decided"
            );
            finding(excluded.span, title, "one").value("own", because(bound, *must, &this).capital())
        }
        (None, Some(theirs)) if own.counts_as_decided() => {
            let title = text!(
                nb: "Denne saken er besluttet, men utelukker «{id}», som må gjøres", nn: "Denne saka er avgjord, men utelukkar «{id}», som må gjerast",
                en: "This case is decided, but excludes “{id}”, which must be done"
            );
            finding(excluded.span, title, "one").value("own", because(bound, *theirs, &Quoted(id)).capital())
        }
        (Some(_) | None, _) => return None,
    })
}

/// Why a case, named so, has to be in.
fn because(bound: &Bound<'_>, must: Must<'_>, name: &impl Said) -> Text {
    match must {
        Must::Duty(duty) => {
            let must = &duty.value.text;
            text!(nb: "bare {name} kan oppfylle «{must}»", nn: "berre {name} kan oppfylle «{must}»", en: "only {name} can meet “{must}”"; name)
        }
        Must::RequiredBy(by) => {
            let by = bound.id(by);
            text!(
                nb: "{name} kreves av «{by}», som må gjøres", nn: "{name} er kravd av «{by}», som må gjerast",
                en: "{name} is required by “{by}”, which must be done";
                name
            )
        }
    }
}

/// A duty that several cases would meet, and none of them can be in.
fn unmet(bound: &Bound<'_>, group: &[(usize, &Spanned<Duty>)], duty: &Spanned<Duty>) -> Finding {
    let must = &duty.value.text;
    let title = text!(
        nb: "Ingen av sakene som oppfyller «{must}», kan være med", nn: "Ingen av sakene som oppfyller «{must}», kan vere med",
        en: "None of the cases that meet “{must}” can be in"
    );
    let why_out = |place: usize| {
        let id = bound.id(place);
        match bound.outs.get(&place) {
            Some(Out::Excluded(by)) => {
                let by = bound.id(*by);
                text!(nb: "«{id}» utelukkes av «{by}»", nn: "«{id}» er utelukka av «{by}»", en: "“{id}” is excluded by “{by}”")
            }
            Some(Out::Locked) | None => {
                text!(nb: "«{id}» er låst ut", nn: "«{id}» er låst ut", en: "“{id}” is locked out")
            }
        }
    };
    let all = listed(group.iter().map(|(place, _)| why_out(*place)));
    finding(duty.span, title, "unmet").value("all", all.capital())
}

fn finding(at: Span, title: Text, variant: &'static str) -> Finding {
    Finding::error("må-saker-i-strid", at, title).variant(variant)
}

//! må-saker-i-strid: cases that must be done, and cannot all be.

use super::bound::{Bound, Must, Out};
use super::{CaseReference, Duty, PortfolioFacts, PortfolioFinding};
use crate::diagnostic::{Finding, Grade};
use crate::source::{Span, Spanned};
use crate::words::Text;
use crate::{text, words};

/// Looks for cases that have to be in and are locked out or excluded, and for duties nothing can meet.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let bound = Bound::of(facts);
    for (place, must) in &bound.musts {
        if bound.outs.get(place) == Some(&Out::Locked) {
            findings.extend(locked_out(&bound, facts, (*place, *must)));
        }
    }
    for (case, reference) in facts.cases.iter().enumerate() {
        for excluded in &reference.excludes {
            let finding = excluding(&bound, (case, reference), excluded);
            findings.extend(finding.map(|finding| PortfolioFinding { case, finding }));
        }
    }
    for group in bound.groups.iter().filter(|group| group.len() > 1) {
        let is_out = |(place, _): &(usize, &Duty)| bound.outs.contains_key(place);
        if let (Some((case, duty)), true) = (group.first(), group.iter().all(is_out)) {
            findings.push(PortfolioFinding { case: *case, finding: unmet(&bound, group, duty) });
        }
    }
}

/// A case that has to be in, and is locked out: said where the duty stands, or where it is required.
fn locked_out(
    bound: &Bound<'_>,
    facts: &PortfolioFacts<'_>,
    (place, must): (usize, Must<'_>),
) -> Option<PortfolioFinding> {
    let by = match must {
        Must::Duty(duty) => {
            let must = &duty.text;
            let title = text!(
                nb: "Bare denne saken kan oppfylle «{must}», men den er låst ut i a3.yaml",
                en: "Only this case can meet “{must}”, but it is locked out in a3.yaml"
            );
            let how = words!(
                nb: "Ta bort låsen i a3.yaml, eller lag en annen sak som oppfyller kravet.",
                en: "Remove the lock in a3.yaml, or make another case that meets the requirement.",
            );
            return Some(PortfolioFinding { case: place, finding: finding(duty.span, title, how.text()) });
        }
        Must::RequiredBy(by) => by,
    };
    let id = bound.id(place);
    let at = facts.cases.get(by)?.requires.iter().find(|required| required.value == id)?;
    let title = text!(
        nb: "Denne saken må gjøres og krever «{id}», men «{id}» er låst ut i a3.yaml",
        en: "This case must be done and requires “{id}”, but “{id}” is locked out in a3.yaml"
    );
    let how = words!(
        nb: "Ta bort låsen i a3.yaml, eller ta bort «krever» om saken kan gjøres uten.",
        en: "Remove the lock in a3.yaml, or remove “krever” where the case can be done without.",
    );
    Some(PortfolioFinding { case: by, finding: finding(at.span, title, how.text()) })
}

/// One case that excludes another, where both have to be in. That a case excludes what it requires is
/// told by krever-og-utelukker.
fn excluding(
    bound: &Bound<'_>,
    (place, own): (usize, &CaseReference),
    excluded: &Spanned<String>,
) -> Option<Finding> {
    let (other_place, other) = bound.find(&excluded.value)?;
    let requires = |one: &CaseReference, id: &str| one.requires.iter().any(|required| required.value == id);
    if other_place == place || requires(own, &other.id) || requires(other, &own.id) {
        return None;
    }
    let is_in = |case: &CaseReference| case.is_decided && !case.is_finished;
    let id = &excluded.value;
    let (title, how) = match (bound.musts.get(&place), bound.musts.get(&other_place)) {
        (Some(must), Some(theirs)) => {
            let title = text!(
                nb: "Denne saken og «{id}» må begge gjøres, men utelukker hverandre",
                en: "This case and “{id}” must both be done, but exclude each other"
            );
            (title, mend_both(bound, (*must, *theirs), id))
        }
        (Some(must), None) if is_in(other) => {
            let title = text!(
                nb: "Denne saken må gjøres, men utelukker «{id}», som er besluttet",
                en: "This case must be done, but excludes “{id}”, which is decided"
            );
            (title, mend_one(&because(bound, *must, &this())))
        }
        (None, Some(theirs)) if is_in(own) => {
            let title = text!(
                nb: "Denne saken er besluttet, men utelukker «{id}», som må gjøres",
                en: "This case is decided, but excludes “{id}”, which must be done"
            );
            (title, mend_one(&because(bound, *theirs, &quoted(id))))
        }
        (Some(_) | None, _) => return None,
    };
    Some(finding(excluded.span, title, how))
}

fn mend_both(bound: &Bound<'_>, (must, theirs): (Must<'_>, Must<'_>), id: &str) -> Text {
    let (own, other) = (because(bound, must, &this()), because(bound, theirs, &quoted(id)));
    let why = text!(
        nb: "{}, og {}.", capital(&own.nb), other.nb;
        en: "{}, and {}.", capital(&own.en), other.en
    );
    match (must, theirs) {
        (Must::Duty(_), Must::Duty(_)) => text!(
            nb: "{} La en av dem oppfylle begge, eller ta bort «utelukker».", why.nb;
            en: "{} Let one of them meet both, or remove “utelukker”.", why.en
        ),
        (Must::Duty(_) | Must::RequiredBy(_), _) => text!(
            nb: "{} Ta bort «utelukker» eller «krever», det som ikke stemmer.", why.nb;
            en: "{} Remove “utelukker” or “krever”, the one that is not true.", why.en
        ),
    }
}

fn mend_one(why: &Text) -> Text {
    text!(
        nb: "{}. Ta bort «utelukker», eller lag en annen sak som oppfyller kravet.", capital(&why.nb);
        en: "{}. Remove “utelukker”, or make another case that meets the requirement.", capital(&why.en)
    )
}

/// Why a case, named so, has to be in.
fn because(bound: &Bound<'_>, must: Must<'_>, name: &Text) -> Text {
    match must {
        Must::Duty(duty) => {
            let must = &duty.text;
            text!(
                nb: "bare {} kan oppfylle «{must}»", name.nb;
                en: "only {} can meet “{must}”", name.en
            )
        }
        Must::RequiredBy(by) => {
            let by = bound.id(by);
            text!(
                nb: "{} kreves av «{by}», som må gjøres", name.nb;
                en: "{} is required by “{by}”, which must be done", name.en
            )
        }
    }
}

/// A duty that several cases would meet, and none of them can be in.
fn unmet(bound: &Bound<'_>, group: &[(usize, &Duty)], duty: &Duty) -> Finding {
    let must = &duty.text;
    let title = text!(
        nb: "Ingen av sakene som oppfyller «{must}», kan være med",
        en: "None of the cases that meet “{must}” can be in"
    );
    let why_out = |place: usize| {
        let id = bound.id(place);
        match bound.outs.get(&place) {
            Some(Out::Excluded(by)) => {
                let by = bound.id(*by);
                text!(nb: "«{id}» utelukkes av «{by}»", en: "“{id}” is excluded by “{by}”")
            }
            Some(Out::Locked) | None => text!(nb: "«{id}» er låst ut", en: "“{id}” is locked out"),
        }
    };
    let all: Vec<Text> = group.iter().map(|(place, _)| why_out(*place)).collect();
    let list = |of: fn(&Text) -> &str| capital(&all.iter().map(of).collect::<Vec<_>>().join(", "));
    let (nb, en) = (list(|text| &text.nb), list(|text| &text.en));
    let how = text!(
        nb: "{nb}. Ta bort en lås eller «utelukker», slik at en av dem kan være med.",
        en: "{en}. Remove a lock or “utelukker”, so that one of them can be in."
    );
    finding(duty.span, title, how)
}

fn this() -> Text {
    text!(nb: "denne", en: "this one")
}

fn quoted(id: &str) -> Text {
    text!(nb: "«{id}»", en: "“{id}”")
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn finding(at: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Et krav i lov eller forskrift må oppfylles. Slik det står, finnes det ikke noe valg som holder.",
        en: "A duty of law or regulation must be met. As it stands, no choice holds.",
    );
    let finding = Finding::error("må-saker-i-strid", at, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how)
}

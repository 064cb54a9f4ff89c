//! må-saker-i-strid: cases that must be done, and cannot all be.

use super::{CaseReference, Duty, PortfolioFacts, PortfolioFinding};
use crate::diagnostic::{Finding, Grade};
use crate::source::Span;
use crate::text::Text;
use crate::{text, words};
use std::collections::BTreeMap;

/// Looks for a lone must-case that is locked out, and for two that exclude each other.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let lone = lone(facts.cases);
    let ids = lone.keys().filter_map(|case| Some((facts.cases.get(*case)?.id.as_str(), *case)));
    let by_id: BTreeMap<&str, usize> = ids.collect();
    for (case, duty) in &lone {
        let Some(reference) = facts.cases.get(*case) else { continue };
        if facts.locked_out.contains(reference.id.as_str()) {
            findings.push(PortfolioFinding { case: *case, finding: locked_out(duty) });
        }
        for excluded in &reference.excludes {
            let other = by_id.get(excluded.value.as_str()).filter(|other| *other != case);
            if let Some(theirs) = other.and_then(|other| lone.get(other)) {
                let finding = exclude_each_other(excluded.span, &excluded.value, (duty, theirs));
                findings.push(PortfolioFinding { case: *case, finding });
            }
        }
    }
}

/// The cases that alone take an unmet requirement to met, with the first such requirement. A decided
/// case meets it for the others, and is not itself open; one without oppstart and levetid cannot be chosen.
fn lone(cases: &[CaseReference]) -> BTreeMap<usize, &Duty> {
    let mut met_by: BTreeMap<(&str, &str), Vec<usize>> = BTreeMap::new();
    for (place, case) in cases.iter().enumerate().filter(|(_, case)| case.is_decided || case.is_assessed) {
        for duty in &case.duties {
            let group = met_by.entry((&duty.legal_basis, &duty.text)).or_default();
            group.push(place);
        }
    }
    let mut lone = BTreeMap::new();
    for (place, case) in cases.iter().enumerate().filter(|(_, case)| !case.is_decided) {
        let alone = |duty: &&Duty| {
            let group = met_by.get(&(duty.legal_basis.as_str(), duty.text.as_str()));
            group.is_some_and(|group| group.iter().all(|other| *other == place))
        };
        if let Some(duty) = case.duties.iter().find(alone) {
            lone.insert(place, duty);
        }
    }
    lone
}

fn locked_out(duty: &Duty) -> Finding {
    let must = &duty.text;
    let title = text!(
        nb: "Bare denne saken oppfyller «{must}», men den er låst ut i a3.yaml",
        en: "Only this case meets “{must}”, but it is locked out in a3.yaml"
    );
    let how = words!(
        nb: "Ta bort låsen i a3.yaml, eller lag en annen sak som oppfyller kravet.",
        en: "Remove the lock in a3.yaml, or make another case that meets the requirement.",
    );
    finding(duty.span, title, how.text())
}

fn exclude_each_other(at: Span, id: &str, (own, theirs): (&Duty, &Duty)) -> Finding {
    let (must, other) = (&own.text, &theirs.text);
    let title = text!(
        nb: "Denne saken og «{id}» må begge gjøres, men utelukker hverandre",
        en: "This case and “{id}” must both be done, but exclude each other"
    );
    let how = text!(
        nb: "Bare denne oppfyller «{must}», og bare «{id}» oppfyller «{other}». La en av dem oppfylle begge, eller ta bort «utelukker».",
        en: "Only this one meets “{must}”, and only “{id}” meets “{other}”. Let one of them meet both, or remove “utelukker”."
    );
    finding(at, title, how)
}

fn finding(at: Span, title: Text, how: Text) -> Finding {
    let why = words!(
        nb: "Et krav i lov eller forskrift må oppfylles. Slik det står, finnes det ikke noe valg som holder.",
        en: "A duty of law or regulation must be met. As it stands, no choice holds.",
    );
    let finding = Finding::error("må-saker-i-strid", at, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how)
}

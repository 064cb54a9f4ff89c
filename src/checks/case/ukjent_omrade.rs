//! ukjent-område: an område that a3.yaml does not list.

use super::CaseFacts;
use crate::diagnostic::Finding;
use crate::document::{Capacity, Frames};
use crate::shape::nearest;
use crate::source::Spanned;
use crate::{text, words};

/// Looks up the case's område, and those it takes change work from. Where a3.yaml lists none, any will do.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let known = &facts.organisation.areas;
    let capacity: Vec<&Spanned<String>> = match facts.document.capacity.get() {
        Some(Capacity::ByArea(areas)) => areas.iter().map(|area| &area.key).collect(),
        Some(Capacity::OwnArea(_)) | None => Vec::new(),
    };
    for area in facts.document.area.spanned().into_iter().chain(capacity) {
        find(area, known, findings);
    }
}

/// Looks up the områder that `rammer` names.
pub(in crate::checks) fn check_frames(frames: &Frames, known: &[String], findings: &mut Vec<Finding>) {
    for frame in frames.capacity.rows() {
        find(&frame.key, known, findings);
    }
}

fn find(area: &Spanned<String>, known: &[String], findings: &mut Vec<Finding>) {
    if known.is_empty() || known.contains(&area.value) {
        return;
    }
    let name = &area.value;
    let title = text!(nb: "«{name}» er ikke et av områdene i a3.yaml", en: "“{name}” is not one of the areas in a3.yaml");
    let why = words!(
        nb: "Endringskapasiteten er satt for hvert område. Et område ingen kjenner, har ingen kapasitet og kommer ikke med i oversikten.",
        en: "Change capacity is set for each area. An area nobody knows has no capacity and is left out of the overview.",
    );
    let how = match nearest(name, known.iter().map(String::as_str)) {
        Some(near) => text!(nb: "Mente du «{near}»?", en: "Did you mean “{near}”?"),
        None => {
            let known = known.join(", ");
            text!(
                nb: "Skriv et av områdene: {known}. Er det et nytt område, så føy det til under «områder» i a3.yaml.",
                en: "Write one of the areas: {known}. If it is a new area, add it under “områder” in a3.yaml."
            )
        }
    };
    findings.push(Finding::error("ukjent-område", area.span, title).because(why.text()).instead(how));
}

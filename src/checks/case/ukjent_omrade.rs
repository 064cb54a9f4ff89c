//! ukjent-område: an område that a3.yaml does not list.

use crate::checks::prelude::*;
use crate::document::{Capacity, Frames};
use crate::shape::year_of;

/// Looks up the case's område, and those it takes change work from. Where a3.yaml lists none, any will do.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let known = &facts.organisation.areas;
    let capacity: Vec<&Spanned<String>> = match facts.document.capacity.get() {
        Some(Capacity::ByArea(areas)) => areas.iter().map(|area| &area.key).collect(),
        Some(Capacity::OwnArea(_)) | None => Vec::new(),
    };
    findings.extend(facts.document.area.spanned().and_then(|area| unknown("ukjent-område", area, known)));
    for area in capacity {
        let is_year = year_of(&area.value).is_some();
        let finding = unknown("ukjent-område", area, known);
        findings.extend(finding.map(|finding| if is_year { finding.variant("year") } else { finding }));
    }
}

/// Looks up the områder that `rammer` names.
pub(in crate::checks) fn check_frames(frames: &Frames, known: &[String], findings: &mut Vec<Finding>) {
    for frame in frames.capacity.rows() {
        find(&frame.key, known, findings);
    }
}

fn find(area: &Spanned<String>, known: &[String], findings: &mut Vec<Finding>) {
    findings.extend(unknown("ukjent-område", area, known));
}

/// That an område is not one of those that a3.yaml lists. Where it lists none, any will do.
pub(super) fn unknown(rule: &'static str, area: &Spanned<String>, known: &[String]) -> Option<Finding> {
    if known.is_empty() || known.contains(&area.value) {
        return None;
    }
    let name = &area.value;
    let title = text!(
        nb: "«{name}» er ikke et av områdene i a3.yaml", nn: "«{name}» er ikkje eitt av områda i a3.yaml",
        en: "“{name}” is not one of the areas in a3.yaml"
    );
    let near = nearest(name, known.iter().map(String::as_str));
    Some(Finding::error(rule, area.span, title).value("known", known.join(", ")).meant(near))
}

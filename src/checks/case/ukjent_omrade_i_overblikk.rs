//! ukjent-område-i-overblikk: a delområde of an område that a3.yaml does not list.

use crate::checks::prelude::*;

/// Looks up the område of each delområde. Where a3.yaml lists none, any will do.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let known = &facts.organisation.areas;
    let areas = facts.document.sub_areas.rows().iter().filter_map(|of| of.area.spanned());
    for area in areas.filter(|area| !known.is_empty() && !known.contains(&area.value)) {
        let name = &area.value;
        let title = text!(
            nb: "«{name}» er ikke et av områdene i a3.yaml", nn: "«{name}» er ikkje eitt av områda i a3.yaml",
            en: "“{name}” is not one of the areas in a3.yaml"
        );
        let finding = Finding::error("ukjent-område-i-overblikk", area.span, title);
        let near = nearest(name, known.iter().map(String::as_str));
        findings.push(finding.value("known", known.join(", ")).meant(near));
    }
}

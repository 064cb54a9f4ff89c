//! dypdykk-uten-sak: an overview chooses to dig deeper, and no case does.

use crate::checks::prelude::*;

/// Looks at each delområde of an overview with `dypdykk: ja`.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let chosen = facts.document.sub_areas.rows().iter().filter(|area| area.dig_deeper.get() == Some(&true));
    for area in chosen.filter(|area| area.continued_by().next().is_none()) {
        let name = wording::name(&area.name);
        let title = text!(
            nb: "«{name}» skal ha dypdykk, men har ingen sak", nn: "«{name}» skal ha djupdykk, men har inga sak",
            en: "“{name}” is to be dug into, but has no case"
        );
        let span = area.dig_deeper.span().unwrap_or(area.span);
        findings.push(Finding::error("dypdykk-uten-sak", span, title));
    }
}

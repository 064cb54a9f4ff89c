//! kopiert-sak: two cases with the same title and the same gains.

use crate::checks::prelude::*;
use std::collections::HashMap;

/// Looks for sheets that were copied and not written anew. Said at all but the first.
pub(super) fn check(facts: &PortfolioFacts<'_>, findings: &mut Vec<PortfolioFinding>) {
    let mut first: HashMap<&str, &str> = HashMap::new();
    for (case, reference) in facts.cases.iter().enumerate() {
        let Some(content) = &reference.content else { continue };
        let Some(other) = first.get(content.value.as_str()) else {
            first.insert(&content.value, &reference.id);
            continue;
        };
        let other = wording::shown(other);
        let title = text!(
            nb: "Saken har samme tittel og samme gevinster som «{other}»", nn: "Saka har same tittel og same gevinstar som «{other}»",
            en: "The case has the same title and the same gains as “{other}”"
        );
        let finding = Finding::error("kopiert-sak", content.span, title).value("other", &other);
        findings.push(PortfolioFinding { case, finding });
    }
}

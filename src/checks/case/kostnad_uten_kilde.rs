//! A cost whose figure nobody can trace.

use super::sources::{Unsourced, still_to_write, unsourced};
use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let rows = facts.document.costs.rows();
    let open = still_to_write(facts, "kostnader", &rows.iter().map(|row| row.span).collect::<Vec<_>>());
    for row in rows.iter().filter(|row| !row.source.is_written() && !open.contains(&row.span)) {
        let Some(lacks) = unsourced(facts, &row.calculation, &row.amount) else { continue };
        let name = wording::name(&row.name);
        let title = match lacks {
            Unsourced::Figure => text!(
                nb: "Kostnaden «{name}» har ingen kilde", nn: "Kostnaden «{name}» har inga kjelde",
                en: "The cost “{name}” has no source"
            ),
            Unsourced::Assumptions(names) => {
                let names = wording::listed(&names);
                text!(
                    nb: "Kostnaden «{name}» bygger på {names}, som mangler kilde", nn: "Kostnaden «{name}» byggjer på {names}, som manglar kjelde",
                    en: "The cost “{name}” builds on {names}, without a source";
                    name, names
                )
            }
        };
        findings.push(Finding::error("kostnad-uten-kilde", row.span, title));
    }
}

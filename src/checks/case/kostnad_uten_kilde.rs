//! A cost whose figure nobody can trace.

use super::sources::{still_to_write, unsourced};
use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let rows = facts.document.costs.rows();
    let open = still_to_write(facts, "kostnader", &rows.iter().map(|row| row.span).collect::<Vec<_>>());
    for row in rows.iter().filter(|row| !row.source.is_written() && !open.contains(&row.span)) {
        let Some(lacks) = unsourced(facts, &row.calculation, &row.amount) else { continue };
        let (name, at) = (wording::name(&row.name), row.span);
        let row = text!(nb: "Kostnaden «{name}»", nn: "Kostnaden «{name}»", en: "The cost “{name}”");
        findings.push(Finding::error("kostnad-uten-kilde", at, lacks.title(&row)));
    }
}

//! Box 6: the ways that were considered, and the one that is chosen.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::{Subject, said};
use crate::text;

/// The alternatives, the chosen one standing out.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Alternativ", nn: "Alternativ", en: "Alternative"), Held::Words),
        (text!(nb: "Vurdering", nn: "Vurdering", en: "Assessment"), Held::Words),
    ];
    let rows = subject.written().alternatives.rows().iter().map(|of| {
        let is_chosen = of.chosen.cloned().unwrap_or(false);
        let name = said::text(&of.name);
        let name = if is_chosen { text!(all: "✔ {name}"; name) } else { name };
        let assessment = GridCell::from(said::text(&of.assessment)).with(said::text(&of.note));
        GridRow::of([name.into(), assessment]).strong_if(|| is_chosen)
    });
    Grid::part(columns, rows).into_iter().collect()
}

/// What was chosen, and among how many.
pub(super) fn in_a_line(subject: Subject<'_>) -> Vec<Part> {
    let all = subject.written().alternatives.rows();
    let Some(chosen) = all.iter().find(|of| of.chosen.cloned() == Some(true)) else { return parts(subject) };
    let (name, count) = (said::text(&chosen.name), all.len());
    vec![Part::Words(text!(
        nb: "✔ {name}, valgt blant {count} alternativer.", nn: "✔ {name}, vald blant {count} alternativ.",
        en: "✔ {name}, chosen among {count} alternatives."; name, count
    ))]
}

//! Box 6: the ways that were considered, and the one that is chosen.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::{Subject, said};
use crate::text;

/// The alternatives, the chosen one standing out.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Alternativ", en: "Alternative"), Held::Words),
        (text!(nb: "Vurdering", en: "Assessment"), Held::Words),
    ];
    let rows = subject.written().alternatives.rows().iter().map(|of| {
        let is_chosen = of.chosen.cloned().unwrap_or(false);
        let name = said::text(&of.name);
        let name = if is_chosen { text!(nb: "✔ {name}", en: "✔ {name}"; name) } else { name };
        let assessment = GridCell::from(said::text(&of.assessment)).with(said::text(&of.note));
        GridRow::of([name.into(), assessment]).strong_if(|| is_chosen)
    });
    Grid::part(columns, rows).into_iter().collect()
}

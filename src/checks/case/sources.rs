//! Whether anybody can see where the figure of a row comes from.

use crate::checks::prelude::*;
use crate::document::{Amount, Calculation};

/// What has no `kilde`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Unsourced<'a> {
    /// The figure itself.
    Figure,
    /// These assumptions of the formula, of the case or of felles.
    Assumptions(Vec<&'a str>),
}

impl Unsourced<'_> {
    /// The title of the finding, of a row as it is called.
    pub(super) fn title(&self, row: &Text) -> Text {
        match self {
            Self::Figure => text!(
                nb: "{row} har ingen kilde", nn: "{row} har inga kjelde",
                en: "{row} has no source"; row
            ),
            Self::Assumptions(names) => text!(
                nb: "{row} bygger på {names}, som mangler kilde", nn: "{row} byggjer på {names}, som manglar kjelde",
                en: "{row} builds on {names}, without a source";
                row, names = wording::listed(names)
            ),
        }
    }
}

/// What lacks `kilde` in a row that has none of its own; nothing where all has one, or where there
/// is no figure that could be read.
pub(super) fn unsourced<'a>(
    facts: &CaseFacts<'a>,
    calculation: &'a Field<Calculation>,
    amount: &Field<Amount>,
) -> Option<Unsourced<'a>> {
    let Field::Read(calculation) = calculation else {
        let only_figure = !calculation.is_written() && amount.get().is_some();
        return only_figure.then_some(Unsourced::Figure);
    };
    let mut names: Vec<&str> = Vec::new();
    let mut builds_on_names = false;
    for (name, _) in calculation.value.formula.names() {
        builds_on_names = true;
        if !names.contains(&name) && lacks_source(facts, name) {
            names.push(name);
        }
    }
    match (builds_on_names, names.is_empty()) {
        (false, _) => Some(Unsourced::Figure),
        (true, false) => Some(Unsourced::Assumptions(names)),
        (true, true) => None,
    }
}

/// The rows where kilde stands and is still to be written: it is asked for there with all else that is.
pub(super) fn still_to_write(facts: &CaseFacts<'_>, top: &str, rows: &[Span]) -> Vec<Span> {
    let open = facts.lacking.iter().filter(|lacking| lacking.top.key == top && lacking.field.key == "kilde");
    let row_of = |at: Span| rows.iter().rfind(|row| row.start <= at.start).copied();
    open.filter_map(|lacking| row_of(lacking.written?)).collect()
}

/// From dypdykk on, every assumption of the case must have `kilde`, and a rule of its own says so.
fn lacks_source(facts: &CaseFacts<'_>, name: &str) -> bool {
    if let Some(own) = facts.document.assumption(name) {
        let demanded = facts.document.phase.get().is_some_and(|phase| *phase >= Phase::DeepDive);
        return !demanded && !own.source.is_written();
    }
    facts.organisation.shared_assumption(name).is_some_and(|shared| shared.source.is_none())
}

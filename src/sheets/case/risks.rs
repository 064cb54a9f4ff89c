//! Box 8: what may go wrong, what must be in place, and the cases this one hangs together with.

use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::{Subject, said};
use crate::document::{Condition, Field, Risk};
use crate::model::{Size, Status};
use crate::source::Spanned;
use crate::text;
use crate::words::{Text, separated};

/// Risks, conditions, and cases it requires or excludes.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let written = subject.written();
    let parts = [risks(written.risks.rows()), conditions(written.conditions.rows()), together(subject)];
    parts.into_iter().flatten().collect()
}

pub(in crate::sheets) fn risks(risks: &[Risk]) -> Option<Part> {
    let columns = [
        (text!(nb: "Kan gå galt", nn: "Kan gå gale", en: "May go wrong"), Held::Words),
        (text!(nb: "Sannsynlig", nn: "Sannsynleg", en: "Likely"), Held::Short),
        (text!(nb: "Konsekvens", nn: "Konsekvens", en: "Consequence"), Held::Short),
        (text!(nb: "Det gjør vi med det", nn: "Det gjer vi med det", en: "What we do about it"), Held::Words),
    ];
    let rows = risks.iter().map(|of| {
        GridRow::of([
            GridCell::from(said::text(&of.what)).with(said::text(&of.note)),
            size(of.probability.get()).into(),
            size(of.consequence.get()).into(),
            said::text(&of.response).into(),
        ])
    });
    Grid::part(columns, rows)
}

/// A size with as many dots.
fn size(size: Option<&Size>) -> Text {
    let Some(size) = size else { return Text::same("–") };
    let words = size.words();
    let dots = match size {
        Size::Small => "●○○",
        Size::Medium => "●●○",
        Size::Large | Size::High => "●●●",
    };
    text!(all: "{dots} {words}"; dots, words)
}

pub(in crate::sheets) fn conditions(conditions: &[Condition]) -> Option<Part> {
    let columns = [
        (text!(nb: "Må være på plass", nn: "Må vere på plass", en: "Must be in place"), Held::Words),
        (text!(nb: "Hvem", nn: "Kven", en: "Who"), Held::Words),
        (text!(nb: "Frist", nn: "Frist", en: "Due"), Held::Short),
        (text!(all: "Status"), Held::Short),
    ];
    let rows = conditions.iter().map(|of| {
        GridRow::of([
            GridCell::from(said::text(&of.what)).with(said::text(&of.note)),
            said::text(&of.who).into(),
            said::day(&of.due).into(),
            status(of.status.get()).into(),
        ])
    });
    Grid::part(columns, rows)
}

/// A status with a sign beside the word.
pub(in crate::sheets) fn status(status: Option<&Status>) -> Text {
    let Some(status) = status else { return Text::default() };
    let words = status.words();
    let sign = match status {
        Status::Planned => "○",
        Status::Ongoing => "◐",
        Status::Done => "●",
        Status::Cancelled => "⁄",
    };
    text!(all: "{sign}\u{a0}{words}"; sign, words)
}

/// Cases by their titles; by id where they are not known.
fn titles(subject: Subject<'_>, field: &Field<Vec<Spanned<String>>>) -> Text {
    separated(field.rows().iter().map(|name| subject.title_of(&name.value)), ", ")
}

/// krever and utelukker.
fn together(subject: Subject<'_>) -> Option<Part> {
    let written = subject.written();
    let requires =
        Entry::of(text!(nb: "Trenger:", nn: "Treng:", en: "Needs:"), titles(subject, &written.requires));
    let excluded = text!(nb: "Går ikke sammen med:", nn: "Går ikkje saman med:", en: "Not together with:");
    Part::list(requires.into_iter().chain(Entry::of(excluded, titles(subject, &written.excludes))))
}

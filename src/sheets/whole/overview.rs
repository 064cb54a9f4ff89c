//! Box 3 of the whole: how it must be, and each delområde with its gap, its estimate and the cases that take it on.

use super::super::case::where_we_are::words;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use super::View;
use crate::document::SubArea;
use crate::model::Estimate;
use crate::report::{AppraisedCase, Span};
use crate::text;
use crate::units::Kroner;
use crate::words::{Text, separated};

/// The wanted situation, and the table of areas.
pub(super) fn parts(view: View<'_>) -> Vec<Part> {
    let Some(overview) = view.overview else { return Vec::new() };
    let wanted = words(said::text(&overview.wanted)).filter(|_| view.area.is_none());
    wanted.into_iter().chain(areas(view, overview.sub_areas.rows())).collect()
}

fn areas(view: View<'_>, all: &[SubArea]) -> Option<Part> {
    let columns = [
        (text!(nb: "Delområde", en: "Sub-area"), Held::Words),
        (text!(nb: "Nå", en: "Now"), Held::Short),
        (text!(nb: "Ønsket", en: "Wanted"), Held::Short),
        (text!(nb: "Anslått*", en: "Estimated*"), Held::Figures),
        (text!(nb: "Regnet*", en: "Calculated*"), Held::Figures),
        (text!(nb: "Saker (*1\u{a0}000\u{a0}kr i året)", en: "Cases (*NOK\u{a0}1,000 a year)"), Held::Words),
    ];
    let here = all.iter().filter(|of| view.area.is_none() || cases(view, of).next().is_some());
    Grid::part(columns, here.map(|of| row(view, of)))
}

/// The cases of the sheet that take a delområde further.
fn cases<'r>(view: View<'r>, of: &'r SubArea) -> impl Iterator<Item = &'r AppraisedCase> {
    of.continued_by().filter_map(move |id| view.cases().find(|known| known.case.id == id.value))
}

fn row(view: View<'_>, of: &SubArea) -> GridRow {
    let must = of.must_be_done.cloned().unwrap_or(false);
    let name = said::text(&of.name);
    let name = if must { text!(nb: "Må: {name}", en: "Must: {name}"; name) } else { name };
    let about = [&of.challenges, &of.opportunities, &of.why, &of.note].map(said::text);
    let worth = Kroner::sum(cases(view, of).map(|known| known.appraisal.potential.net)).unwrap_or_default();
    let has_case = cases(view, of).next().is_some();
    let further = separated(cases(view, of).map(|known| view.said(&known.case)), "; ");
    GridRow::of([
        GridCell::from(name).with(said::aside(about)),
        said::text(&of.now).into(),
        said::text(&of.wanted).into(),
        estimate(of).into(),
        if has_case { said::thousands(worth) } else { Text::default() }.into(),
        if has_case { further } else { not_taken_further(of) }.into(),
    ])
}

/// anslag in 1 000 kr a year, with its span; as it is written where it is no such amount.
fn estimate(of: &SubArea) -> Text {
    let Some(estimate) = of.estimate.get() else { return Text::default() };
    let Some(span) = Span::of(estimate) else {
        let (Estimate::Certain(value) | Estimate::ThreePoint { mode: value, .. }) = estimate;
        return said::value(value);
    };
    let mode = said::thousands(span.mode);
    if span.is_plain() {
        return mode;
    }
    let (low, high) = (said::thousands(span.low), said::thousands(span.high));
    text!(nb: "{mode} ({low}–{high})", en: "{mode} ({low}–{high})"; mode, low, high)
}

/// Why no case takes it further, in a few words.
fn not_taken_further(of: &SubArea) -> Text {
    match of.dig_deeper.get() {
        Some(true) => text!(nb: "ingen sak ennå", en: "no case yet"),
        Some(false) => text!(nb: "ikke dypdykk i år", en: "no deep dive this year"),
        None => Text::default(),
    }
}

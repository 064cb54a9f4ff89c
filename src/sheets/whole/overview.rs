//! Box 3 of the whole: how it must be, and each delområde with its gap, its estimate and the cases that take it on.

use super::super::case::where_we_are::gaps;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use super::View;
use crate::document::SubArea;
use crate::report::{self, Area};
use crate::text;
use crate::words::{Text, separated};

/// The wanted situation, and the table of areas.
pub(super) fn parts(view: View<'_>) -> Vec<Part> {
    let overview = view.overview.filter(|_| view.area.is_none());
    let wanted = overview.and_then(|of| Part::words(said::text(&of.wanted)));
    let context = view.organisation().rules.context();
    let gaps = overview.and_then(|of| gaps(of.gaps.rows(), &context));
    wanted.into_iter().chain(areas(view)).chain(gaps).collect()
}

/// The areas as `a3 overview` has them; none where a sum does not fit.
fn areas(view: View<'_>) -> Option<Part> {
    let columns = [
        (text!(nb: "Delområde", nn: "Delområde", en: "Area"), Held::Words),
        (text!(nb: "Nå", nn: "No", en: "Now"), Held::Short),
        (text!(nb: "Ønsket", nn: "Ønskt", en: "Wanted"), Held::Short),
        (text!(nb: "Anslått*", nn: "Anslått*", en: "Estimated*"), Held::Figures),
        (text!(nb: "Regnet*", nn: "Rekna*", en: "Calculated*"), Held::Figures),
        (
            text!(nb: "Saker (*1\u{a0}000\u{a0}kr i året i budsjettet)", nn: "Saker (*1\u{a0}000\u{a0}kr i året i budsjettet)", en: "Cases (*NOK\u{a0}1,000 a year in the budget)"),
            Held::Words,
        ),
    ];
    let all = report::areas(&view.rank.appraised, view.area).ok()?;
    Grid::part(columns, all.iter().map(|area| row(view, area)))
}

fn row(view: View<'_>, area: &Area) -> GridRow {
    let of = &area.written;
    let name = said::text(&of.name);
    let name = if area.must_be_done() {
        text!(nb: "Må: {name}", nn: "Må: {name}", en: "Must: {name}"; name)
    } else {
        name
    };
    let about = [&of.challenges, &of.opportunities, &of.why, &of.note].map(said::text);
    let cases = area.cases.iter().filter_map(|place| view.rank.appraised.cases.get(*place));
    let further = separated(cases.map(|known| view.said(&known.case)), "; ");
    GridRow::of([
        GridCell::from(name).with(said::aside(about)),
        said::text(&of.now).into(),
        said::text(&of.wanted).into(),
        estimate(area),
        area.calculated.map(said::thousands).unwrap_or_default().into(),
        if further.is_empty() { not_taken_further(of) } else { further }.into(),
    ])
}

/// anslag in 1 000 kr a year, with its span in small; as it is written where it is no such amount.
fn estimate(area: &Area) -> GridCell {
    let Some(estimate) = area.written.estimate.get() else { return GridCell::default() };
    let Some(span) = area.estimate else {
        return said::value(estimate.mode()).into();
    };
    let expected = GridCell::from(said::thousands(span.expected));
    if span.is_plain() {
        return expected;
    }
    let (low, high) = (said::thousands(span.low), said::thousands(span.high));
    expected.with(text!(all: "{low}–{high}"; low, high))
}

/// Why no case takes it further, in a few words.
fn not_taken_further(of: &SubArea) -> Text {
    match of.dig_deeper.get() {
        Some(true) => text!(nb: "ingen sak ennå", nn: "inga sak enno", en: "no case yet"),
        Some(false) => {
            text!(nb: "ikke dypdykk i år", nn: "ikkje djupdykk i år", en: "no deep dive this year")
        }
        None => Text::default(),
    }
}

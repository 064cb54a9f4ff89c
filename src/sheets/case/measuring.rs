//! Box 10: from nullpunkt to mål, with every point measured.

use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::{Subject, basis, bridge, guides, said};
use crate::charts::{self, Chart, DatedValue, Readings};
use crate::document::{self, Measurement, Reading};
use crate::model::{Case, Frequency};
use crate::quantity::Dimension;
use crate::sentences::bridge::divided;
use crate::text;
use crate::words::{Text, sentences};

/// The measurements.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let rows = subject.written().measurements.rows().iter().map(|of| row(of, about(of)));
    let since = Part::list(since(subject.written()));
    Grid::part(columns(), rows).into_iter().chain(since).collect()
}

/// The same after how each gain comes, or why there is none to follow.
pub(super) fn with_bridge(subject: Subject<'_>) -> Vec<Part> {
    let come = match subject.followed {
        Some(followed) => bridge::gains(followed, subject.occasion.year()),
        None => not_followed(subject.case()).map(Part::Words),
    };
    let measured = Some(parts(subject)).filter(|parts| !parts.is_empty());
    let measured = measured.unwrap_or_else(|| vec![guides::whole(10)]);
    let divided = Part::words(divided(subject.followed));
    come.into_iter().chain(divided).chain(measured).chain(not_adjusted(subject)).collect()
}

/// That it is to be said what is done, where a gain has not come and nobody has said so.
fn not_adjusted(subject: Subject<'_>) -> Option<Part> {
    let is_missing = subject.followed?.gains.iter().any(|gain| gain.word.is_missing());
    (is_missing && since(subject.written()).is_empty()).then(|| {
        Part::Guide(text!(
            nb: "Ikke alt har kommet. Hva gjør vi med det? Skrives i justeringer.", nn: "Ikkje alt har kome. Kva gjer vi med det? Blir skrive i justeringer.",
            en: "Not all of it has come. What do we do about it? Written in justeringer."
        ))
    })
}

fn not_followed(case: &Case) -> Option<Text> {
    if case.awaits_decision() {
        Some(text!(
            nb: "Saken er ikke vedtatt ennå: ingen gevinst er lovet, så det er ingenting å følge opp.", nn: "Saka er ikkje vedteken enno: ingen gevinst er lova, så det er ingenting å følgje opp.",
            en: "The case is not adopted yet: no gain is promised, so there is nothing to follow up."
        ))
    } else if case.is_rejected() {
        Some(text!(
            nb: "Saken er avvist: det er ingen gevinster å følge opp.", nn: "Saka er avvist: det er ingen gevinstar å følgje opp.",
            en: "The case is rejected: there are no gains to follow up."
        ))
    } else {
        let is_over = text!(
            nb: "Saken er avsluttet og blir ikke målt lenger.", nn: "Saka er avslutta og blir ikkje målt lenger.",
            en: "The case is closed and no longer measured."
        );
        case.is_closed().then_some(is_over)
    }
}

/// The headings of measurements.
pub(in crate::sheets) fn columns() -> [(Text, Held); 5] {
    [
        (text!(nb: "Måling", nn: "Måling", en: "Measurement"), Held::Words),
        (text!(nb: "○ Nullpunkt", nn: "○ Nullpunkt", en: "○ Baseline"), Held::Short),
        (text!(nb: "● Sist målt", nn: "● Sist målt", en: "● Last measured"), Held::Short),
        (text!(nb: "▏Mål", nn: "▏Mål", en: "▏Target"), Held::Short),
        (Text::default(), Held::Pictures),
    ]
}

/// A måling, with these small words beside its name.
pub(in crate::sheets) fn row(of: &Measurement, aside: Text) -> GridRow {
    let last = of.readings.rows().iter().max_by_key(|reading| reading.date.cloned());
    GridRow::of([
        GridCell::from(said::text(&of.name)).with(aside),
        reading(of.baseline.get()),
        reading(last),
        reading(of.target.get()),
        drawn(of).into(),
    ])
}

/// The headings of measurements of one line each.
pub(in crate::sheets) fn line_columns() -> [(Text, Held); 4] {
    let [name, baseline, last, target, _] = columns();
    [name, baseline, last, target]
}

/// A måling on one line: no dates and no picture.
pub(in crate::sheets) fn line(of: &Measurement, aside: Text) -> GridRow {
    let GridRow { cells, is_strong } = row(of, aside);
    let dateless = cells.into_iter().enumerate().filter(|(_, cell)| cell.picture.is_none());
    let dateless = dateless.map(|(place, cell)| if place == 0 { cell } else { cell.with(Text::default()) });
    GridRow { cells: dateless.take(4).collect(), is_strong }
}

/// justeringer and tapt: what was done when the gain did not come, and what will not come.
pub(in crate::sheets) fn since(written: &document::Case) -> Vec<Entry> {
    let adjusted = written.adjustments.rows().iter().map(|of| Entry {
        lead: text!(nb: "Justert:", nn: "Justert:", en: "Adjusted:"),
        text: said::aside([said::text(&of.what), said::text(&of.effect)]),
        aside: said::aside([said::day(&of.date), said::text(&of.who), said::text(&of.note)]),
    });
    let lost = written.losses.rows().iter().map(|of| Entry {
        lead: text!(nb: "Kommer ikke:", nn: "Kjem ikkje:", en: "Will not come:"),
        text: said::aside([said::text(&of.benefit), said::text(&of.why)]),
        aside: said::aside([said::day(&of.date), said::text(&of.note)]),
    });
    adjusted.chain(lost).collect()
}

/// How often, by whom, and what it is for.
fn about(of: &Measurement) -> Text {
    let frequency = of.frequency.get().copied().map(how_often);
    let measures = of.measures.text().map(|name| {
        let name = basis::name(name);
        text!(nb: "måler «{name}»", nn: "måler «{name}»", en: "measures “{name}”"; name)
    });
    said::aside([
        said::text(&of.responsible),
        frequency.unwrap_or_default(),
        said::named(text!(nb: "gevinst", nn: "gevinst", en: "gain"), &of.benefit),
        measures.unwrap_or_default(),
        remarks(of),
        said::text(&of.note),
    ])
}

/// What is remarked on a point, after its date.
fn remarks(of: &Measurement) -> Text {
    let points = of.baseline.get().into_iter().chain(of.readings.rows()).chain(of.target.get());
    said::aside(points.map(|point| said::named(said::day(&point.date), &point.note)))
}

fn how_often(frequency: Frequency) -> Text {
    let words = frequency.words();
    match frequency {
        Frequency::Week | Frequency::Month => {
            text!(nb: "hver {words}", nn: "kvar {words}", en: "every {words}"; words)
        }
        Frequency::Quarter | Frequency::Third | Frequency::HalfYear | Frequency::Year => {
            text!(nb: "hvert {words}", nn: "kvart {words}", en: "every {words}"; words)
        }
    }
}

/// A value with its date under it.
fn reading(of: Option<&Reading>) -> GridCell {
    let Some(of) = of else { return Text::same("–").into() };
    let value = of.value.get().map(said::value).unwrap_or_default();
    GridCell::from(value).with(said::day(&of.date))
}

/// The picture of a måling whose values are of one kind.
fn drawn(of: &Measurement) -> Option<Chart> {
    let baseline = of.baseline.get()?;
    let dimension = baseline.value.get()?.dimension();
    let target = dated(of.target.get()?, dimension)?;
    let mut measured: Vec<DatedValue> =
        of.readings.rows().iter().filter_map(|reading| dated(reading, dimension)).collect();
    measured.sort_by_key(|point| point.date);
    let points = Readings { baseline: dated(baseline, dimension)?, target, measured };
    charts::readings(&points, said::text(&of.name), description(of))
}

fn dated(reading: &Reading, dimension: &Dimension) -> Option<DatedValue> {
    Some(DatedValue { date: reading.date.cloned()?, value: reading.value.get()?.in_units_of(dimension)? })
}

fn description(of: &Measurement) -> Text {
    let part = |name: Text, reading: &Reading| {
        let value = reading.value.get().map(said::value).unwrap_or_default();
        let date = said::day(&reading.date);
        text!(all: "{name} {date}: {value}."; name, date, value)
    };
    let baseline =
        of.baseline.get().map(|of| part(text!(nb: "Nullpunkt", nn: "Nullpunkt", en: "Baseline"), of));
    let measured =
        of.readings.rows().iter().map(|of| part(text!(nb: "Målt", nn: "Målt", en: "Measured"), of));
    let target = of.target.get().map(|of| part(text!(nb: "Mål", nn: "Mål", en: "Target"), of));
    sentences(baseline.into_iter().chain(measured).chain(target))
}

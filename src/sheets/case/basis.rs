//! Box 5: the figures the sums build on, and where they are from.

use super::super::dates;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::{Subject, said};
use crate::document::{self, Assumption, Keyed};
use crate::model::{self, Estimate};
use crate::text;
use crate::words::{Text, separated};
use std::collections::BTreeSet;

/// The assumptions of the case, and those of felles its sums use.
pub(super) fn parts(subject: Subject<'_>) -> Vec<Part> {
    let own = subject.written().assumptions.rows().iter().map(own);
    let used = used(subject.written());
    let shared = subject.organisation.shared.iter().filter(|of| used.contains(of.name.as_str())).map(shared);
    let columns = [
        (text!(nb: "Forutsetning", nn: "Føresetnad", en: "Assumption"), Held::Words),
        (text!(nb: "Lav – verdi – høy", nn: "Låg – verdi – høg", en: "Low – value – high"), Held::Short),
        (text!(nb: "Kilde", nn: "Kjelde", en: "Source"), Held::Words),
    ];
    Grid::part(columns, own.chain(shared)).into_iter().collect()
}

/// How many figures it builds on, and where they are.
pub(super) fn in_a_line(subject: Subject<'_>) -> Vec<Part> {
    let (count, path) = (subject.written().assumptions.rows().len(), &subject.of.path);
    let line = text!(
        nb: "{count} tall, med kilder. Se dem med: a3 calc {path} --vis", nn: "{count} tal, med kjelder. Sjå dei med: a3 calc {path} --vis",
        en: "{count} figures, with sources. See them with: a3 calc {path} --vis"
    );
    if count == 0 { Vec::new() } else { vec![Part::Words(line)] }
}

/// The names the formulas of a case use.
fn used(written: &document::Case) -> BTreeSet<&str> {
    let gains = written.benefits.rows().iter().filter_map(|of| of.calculation.get());
    let costs = written.costs.rows().iter().filter_map(|of| of.calculation.get());
    gains.chain(costs).flat_map(|of| of.formula.names()).map(|(name, _)| name).collect()
}

fn own(of: &Keyed<Assumption>) -> GridRow {
    let row = &of.row;
    let dates = [
        row.date.cloned().map(|date| {
            let date = dates::day(date);
            text!(nb: "hentet {date}", nn: "henta {date}", en: "taken {date}"; date)
        }),
        row.valid_until.cloned().map(|date| {
            let date = dates::day(date);
            text!(nb: "gjelder til {date}", nn: "gjeld til {date}", en: "valid until {date}"; date)
        }),
    ];
    let aside = said::aside(dates.into_iter().flatten().chain([said::text(&row.note)]));
    GridRow::of([
        name(&of.key.value).into(),
        row.estimate.get().map_or_else(|| Text::same("–"), points).into(),
        GridCell::from(said::text(&row.source)).with(aside),
    ])
}

fn shared(of: &model::Assumption) -> GridRow {
    let source = Text::same(of.source.as_deref().unwrap_or_default());
    let aside = text!(nb: "felles for alle sakene", nn: "felles for alle sakene", en: "shared by all cases");
    GridRow::of([name(&of.name).into(), points(&of.estimate).into(), GridCell::from(source).with(aside)])
}

/// A name as words: «andel digital».
pub(super) fn name(key: &str) -> Text {
    Text::same(&key.replace('_', " "))
}

/// One value, or the three of them.
fn points(estimate: &Estimate) -> Text {
    match estimate {
        Estimate::Certain(value) => said::value(value),
        Estimate::ThreePoint { low, mode, high } => {
            separated([low, mode, high].map(|point| said::point(point, mode)), " – ")
        }
    }
}

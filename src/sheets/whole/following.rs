//! Boxes 9 and 10 of the whole: what was promised, and what is measured.

use super::super::case::measuring;
use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::{dates, said};
use super::View;
use crate::document;
use crate::report::AppraisedCase;
use crate::text;
use crate::words::Text;

/// Box 9: each adopted case, what it was adopted at, and what it is worth now.
pub(super) fn promised(view: View<'_>) -> Vec<Part> {
    let columns = [
        (text!(nb: "Vedtatt sak", en: "Adopted case"), Held::Words),
        (text!(nb: "Vedtatt", en: "Adopted"), Held::Short),
        (text!(nb: "Lovet NNV", en: "Promised NPV"), Held::Figures),
        (text!(nb: "NNV nå", en: "NPV now"), Held::Figures),
        (text!(nb: "I dagens budsjett", en: "In today's budget"), Held::Short),
    ];
    let rows = view.cases().filter(|of| of.case.is_decided() || of.case.is_closed()).map(|of| {
        let decision = of.case.decision.as_ref();
        let date = decision.map(|decision| dates::day(decision.date)).unwrap_or_default();
        let promise = promise(of).map_or_else(|| Text::same("–"), said::about);
        let now = of.appraisal.value.as_ref().map(|value| said::about(value.npv)).unwrap_or_default();
        let is_in = of.case.is_in_todays_budget();
        let in_budget = if is_in { text!(nb: "ja", en: "yes") } else { text!(nb: "nei", en: "no") };
        let title = GridCell::from(Text::same(&of.case.title)).leading_to(view.link(&of.case));
        GridRow::of([title, date.into(), promise.into(), now.into(), in_budget.into()])
    });
    Grid::part(columns, rows).into_iter().collect()
}

/// The value it was last adopted at, where that is stored.
fn promise(of: &AppraisedCase) -> Option<crate::units::Kroner> {
    let promises = of.written.decisions.rows().iter().rev();
    promises.filter_map(|decision: &document::Decision| decision.promised.get()?.npv.cloned()).next()
}

/// Box 10: every måling of what is under way.
pub(super) fn measured(view: View<'_>) -> Vec<Part> {
    let under_way = view.cases().filter(|of| of.case.is_decided() || of.case.is_closed());
    let rows = under_way.flat_map(|of| {
        let measured = of.written.measurements.rows().iter();
        let measured = measured.filter(|measurement| !measurement.readings.rows().is_empty());
        measured.map(|measurement| measuring::line(measurement, Text::same(&of.case.title)))
    });
    Grid::part(measuring::line_columns(), rows).into_iter().collect()
}

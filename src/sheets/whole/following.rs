//! Boxes 9 and 10 of the whole: what was promised, and what is measured.

use super::super::case::measuring;
use super::super::model::{Grid, GridRow, Held, Part};
use super::super::said;
use super::View;
use crate::charts::{self, Level};
use crate::text;
use crate::units::Kroner;
use crate::words::Text;

/// Box 9: the bridge from what was promised to what is deducted, drawn and term by term.
pub(super) fn promised(view: View<'_>) -> Vec<Part> {
    let Some(of) = view.bridge else { return Vec::new() };
    let level = |name: Text, amount: Kroner| Level { name, amount };
    let drawn = charts::levels(
        &[
            level(text!(nb: "Lovet", nn: "Lova", en: "Promised"), of.promised),
            level(text!(nb: "Ventet nå", nn: "Venta no", en: "Expected by now"), of.expected),
            level(text!(nb: "Målt", nn: "Målt", en: "Measured"), of.measured),
            level(text!(nb: "Trukket fra", nn: "Trekt frå", en: "Deducted"), of.deducted),
        ],
        text!(nb: "Gevinstbroen, 1 000 kr i året", nn: "Gevinstbrua, 1 000 kr i året", en: "From promise to budget, NOK 1,000 a year"),
        text!(
            nb: "Fra det som ble lovet til det som er trukket fra budsjettet, i 1 000 kr i året.", nn: "Frå det som blei lova til det som er trekt frå budsjettet, i 1 000 kr i året.",
            en: "From what was promised to what is deducted from the budget, in NOK 1,000 a year."
        ),
    );
    let columns = [
        (
            text!(nb: "Mellom dem, 1\u{a0}000\u{a0}kr", nn: "Mellom dei, 1\u{a0}000\u{a0}kr", en: "Between them, NOK\u{a0}1,000"),
            Held::Words,
        ),
        (Text::default(), Held::Figures),
    ];
    let terms = [
        (
            of.changed,
            text!(nb: "Endret siden vedtaket", nn: "Endra sidan vedtaket", en: "Changed since the decision"),
        ),
        (
            of.not_expected.negated(),
            text!(nb: "Ikke ventet ennå (innfasing)", nn: "Ikkje venta enno (innfasing)", en: "Not expected yet (phasing in)"),
        ),
        (
            of.planned,
            text!(nb: "Ikke målt, eller for tidlig å si", nn: "Ikkje målt, eller for tidleg å seie", en: "Not measured, or too early to say"),
        ),
        (of.behind, text!(nb: "Bak planen", nn: "Bak planen", en: "Behind the plan")),
        (of.lost, text!(nb: "Tapt", nn: "Tapt", en: "Lost")),
        (
            of.hole,
            text!(nb: "Hullet: trukket fra, ikke kommet", nn: "Holet: trekt frå, ikkje kome", en: "The hole: deducted, not come"),
        ),
        (
            of.not_deducted,
            text!(nb: "Kommet, ikke trukket fra", nn: "Kome, ikkje trekt frå", en: "Come, not deducted"),
        ),
        (
            of.worse,
            text!(nb: "Målt verre enn nullpunktet", nn: "Målt verre enn nullpunktet", en: "Measured worse than nullpunkt"),
        ),
    ];
    let terms = terms.into_iter().filter(|(amount, _)| !amount.is_zero());
    let rows = terms.map(|(amount, name)| GridRow::of([name.into(), said::thousands(amount).into()]));
    let drawn = drawn.map(|chart| Part::Charts(vec![chart]));
    drawn.into_iter().chain(Grid::part(columns, rows)).collect()
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

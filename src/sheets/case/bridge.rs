//! How the gains of a decided case come: what was promised, expected, measured and deducted, gain by gain.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use crate::follow::{Bridge, FollowedCase, FollowedGain};
use crate::sentences::following;
use crate::text;
use crate::units::Kroner;
use crate::words::{Percent, Text};

/// The terms that are shown, in order.
const TERMS: [fn(&Bridge) -> Kroner; 5] =
    [|of| of.promised, |of| of.expected, |of| of.measured, |of| of.deducted, |of| of.hole];

/// A row for each gain, and their sum; nothing where there are no gains.
pub(super) fn gains(followed: &FollowedCase) -> Option<Part> {
    let columns = [
        (
            text!(nb: "Gevinst, 1\u{a0}000\u{a0}kr i året", nn: "Gevinst, 1\u{a0}000\u{a0}kr i året", en: "Gain, NOK\u{a0}1,000 a year"),
            Held::Words,
        ),
        (text!(nb: "Lovet", nn: "Lova", en: "Promised"), Held::Figures),
        (text!(nb: "Ventet nå", nn: "Venta no", en: "Expected"), Held::Figures),
        (text!(nb: "Målt", nn: "Målt", en: "Measured"), Held::Figures),
        (text!(nb: "Trukket fra", nn: "Trekt frå", en: "Deducted"), Held::Figures),
        (text!(nb: "Hullet", nn: "Holet", en: "The hole"), Held::Figures),
        (text!(nb: "Slik går det", nn: "Slik går det", en: "How it goes"), Held::Short),
    ];
    let with_money = followed.gains.iter().filter(|gain| gain.figures.is_some()).count();
    let sum = (with_money > 1).then(|| {
        let amounts = TERMS.map(|term| said::thousands(term(&followed.bridge)).into());
        let name = GridCell::from(text!(nb: "Sum", nn: "Sum", en: "Sum"));
        GridRow::of([name].into_iter().chain(amounts).chain([GridCell::default()])).strong_if(|| true)
    });
    Grid::part(columns, followed.gains.iter().map(row).chain(sum))
}

fn row(gain: &FollowedGain) -> GridRow {
    let figures = gain.figures.as_ref();
    let amounts = TERMS.map(|term| {
        let amount = figures.map(|of| said::thousands(term(&of.bridge)));
        amount.unwrap_or_else(|| Text::same("–")).into()
    });
    let way = gain.progress.filter(|_| figures.is_none()).map(|progress| {
        let way = Percent(crate::units::round(progress.way, 2));
        text!(nb: "{way} av veien", nn: "{way} av vegen", en: "{way} of the way"; way)
    });
    let word = GridCell::from(following::word(gain.word).text()).with(way.unwrap_or_default());
    GridRow::of([GridCell::from(Text::same(&gain.name))].into_iter().chain(amounts).chain([word]))
}

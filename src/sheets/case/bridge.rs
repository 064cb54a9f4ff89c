//! How the gains of decided cases come: what was promised, expected, measured and deducted, gain by gain.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use crate::follow::{Bridge, Figures, FollowedCase, FollowedGain};
use crate::sentences::following;
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::Text;

/// What is told of a bridge, in order, each by its name.
pub(in crate::sheets) fn told(of: &Bridge) -> [(Text, Kroner); 5] {
    [
        (text!(nb: "Lovet", nn: "Lova", en: "Promised"), of.promised),
        (text!(nb: "Ventet nå", nn: "Venta no", en: "Expected by now"), of.expected),
        (text!(nb: "Målt", nn: "Målt", en: "Measured"), of.measured),
        (text!(nb: "Trukket fra", nn: "Trekt frå", en: "Deducted"), of.deducted),
        (text!(nb: "Hullet", nn: "Holet", en: "The hole"), of.hole),
    ]
}

/// The headings of a table of what is told of bridges.
pub(in crate::sheets) fn columns(what: Text) -> impl Iterator<Item = (Text, Held)> {
    let amounts = told(&Bridge::default()).map(|(name, _)| (name, Held::Figures));
    let word = (text!(nb: "Slik går det", nn: "Slik går det", en: "How it goes"), Held::Short);
    [(what, Held::Words)].into_iter().chain(amounts).chain([word])
}

/// A row for each gain, and their sum; nothing where there are no gains.
pub(super) fn gains(followed: &FollowedCase, year: Year) -> Option<Part> {
    let with_money = followed.gains.iter().filter(|gain| gain.figures.is_some()).count();
    let sum = (with_money > 1).then(|| sum(&followed.bridge));
    let what = text!(nb: "Gevinst, 1\u{a0}000\u{a0}kr i året", nn: "Gevinst, 1\u{a0}000\u{a0}kr i året", en: "Gain, NOK\u{a0}1,000 a year");
    let rows = followed.gains.iter().map(|gain| gain_row(gain, Text::same(&gain.name), year));
    Grid::part(columns(what), rows.chain(sum))
}

/// The sum of a table.
pub(in crate::sheets) fn sum(of: &Bridge) -> GridRow {
    row(text!(all: "Sum").into(), amounts(Some(*of), Some(of.measured)), GridCell::default())
        .strong_if(|| true)
}

/// A gain, called so.
pub(in crate::sheets) fn gain_row(gain: &FollowedGain, name: Text, year: Year) -> GridRow {
    let figures = gain.figures.as_ref();
    let word = following::judged(gain, year).into();
    row(name.into(), amounts(figures.map(|of| of.bridge), figures.and_then(Figures::measured_money)), word)
}

/// The gains of a case that are money, together, called so.
pub(in crate::sheets) fn case_row(of: &FollowedCase, name: GridCell, year: Year) -> GridRow {
    let (money, other): (Vec<&FollowedGain>, Vec<_>) =
        of.gains.iter().partition(|gain| gain.figures.is_some());
    let is_measured = money.iter().filter_map(|gain| gain.figures.as_ref()).any(|of| of.measured.is_some());
    let bridge = Some(of.bridge).filter(|_| !money.is_empty());
    let word = following::judged_together(if money.is_empty() { &other } else { &money }, year);
    row(name, amounts(bridge, bridge.filter(|_| is_measured).map(|of| of.measured)), word.into())
}

fn row(name: GridCell, amounts: [GridCell; 5], word: GridCell) -> GridRow {
    GridRow::of([name].into_iter().chain(amounts).chain([word]))
}

/// What is told of a bridge, with a dash for what is not known.
fn amounts(bridge: Option<Bridge>, measured: Option<Kroner>) -> [GridCell; 5] {
    let told = bridge.map_or([None; 5], |of| told(&of).map(|(_, amount)| Some(amount)));
    let [promised, expected, _, deducted, hole] = told;
    [promised, expected, measured, deducted, hole]
        .map(|amount| amount.map_or_else(|| Text::same("–"), said::thousands).into())
}

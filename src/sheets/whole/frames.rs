//! Boxes 7 and 8 of the whole: how much of each frame is used, innsparingskrav, and the budget of the plan.

use super::super::model::{Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use super::{View, header};
use crate::charts::{self, Used, YearAmount};
use crate::choose::{Frame, FrameUse, Savings};
use crate::text;
use crate::units::{Decimal, Kroner, Year};
use crate::words::{Text, number};

/// Box 7: a row for each frame, a cell for each year, and what a step more would give.
pub(super) fn parts(view: View<'_>) -> Vec<Part> {
    let frames = &view.rank.choice.frames;
    let mut names: Vec<&Frame> = Vec::new();
    for of in frames.iter().filter(|of| is_here(view, &of.at.frame)) {
        if !names.contains(&&of.at.frame) {
            names.push(&of.at.frame);
        }
    }
    let years = view.occasion.organisation.plan_years();
    let heading = text!(nb: "Brukt av grensen", nn: "Brukt av grensa", en: "Used of the limit");
    let titles = years.map(|year| (text!(all: "{year}"; year), Held::Short));
    let rows = names.into_iter().map(|frame| {
        let at = |year: Year| frames.iter().find(|of| of.at.frame == *frame && of.at.year == year);
        let used = |of: &FrameUse| cell(of, name(frame, view.area));
        let cells = years.map(|year| at(year).map_or_else(|| unlimited().into(), used));
        GridRow::of([name(frame, view.area).into()].into_iter().chain(cells))
    });
    Grid::part([(heading, Held::Words)].into_iter().chain(titles), rows).into_iter().collect()
}

/// The capacity of another område limits other sheets.
fn is_here(view: View<'_>, frame: &Frame) -> bool {
    match frame {
        Frame::Capacity(area) => view.area.is_none_or(|own| own == area),
        Frame::Investment | Frame::Restructuring => true,
    }
}

fn unlimited() -> Text {
    text!(nb: "ingen grense", nn: "inga grense", en: "no limit")
}

/// What is limited, and in what it is counted. Investment and restructuring are limited for the whole organisation:
/// on the sheet of an område that is said, for its own cases use but a part.
fn name(frame: &Frame, own: Option<&str>) -> Text {
    let whole = match own {
        Some(_) => text!(nb: " i alle områdene", nn: " i alle områda", en: " in all areas"),
        None => Text::default(),
    };
    match frame {
        Frame::Capacity(area) => {
            text!(nb: "Endringskapasitet {area}, årsverk", nn: "Endringskapasitet {area}, årsverk", en: "Change capacity {area}, FTE")
        }
        Frame::Investment => {
            text!(nb: "Investering{whole}, 1\u{a0}000\u{a0}kr", nn: "Investering{whole}, 1\u{a0}000\u{a0}kr", en: "Investment{whole}, NOK\u{a0}1,000"; whole)
        }
        Frame::Restructuring => {
            text!(nb: "Omstilling{whole}, 1\u{a0}000\u{a0}kr", nn: "Omstilling{whole}, 1\u{a0}000\u{a0}kr", en: "Restructuring{whole}, NOK\u{a0}1,000"; whole)
        }
    }
}

/// The bar of a frame in a year, with «1,3 av 1,6» under it.
fn cell(of: &FrameUse, name: Text) -> GridCell {
    let shown = |amount: Decimal| match of.at.frame {
        Frame::Capacity(_) => Text::in_each(|language| number::decimal(amount, 1, language)),
        Frame::Investment | Frame::Restructuring => said::thousands(Kroner::new(amount)),
    };
    // What is short stays on one line.
    let space = if matches!(of.at.frame, Frame::Capacity(_)) { "\u{a0}" } else { " " };
    let (used, limit) = (shown(of.used), shown(of.limit));
    let words = text!(nb: "{used}{space}av{space}{limit}", nn: "{used}{space}av{space}{limit}", en: "{used}{space}of{space}{limit}"; used, limit);
    let picture = charts::usage(Used { used: of.used, limit: of.limit }, name, words.clone());
    GridCell::from(picture).saying(words)
}

/// Box 8: the running budget of the plan, the demand of each year, and what is reached.
pub(super) fn savings(view: View<'_>) -> Vec<Part> {
    let running = header::running(view).filter(|_| view.rank.choice.is_limited);
    let years = view.occasion.organisation.plan_years().into_iter().zip(running.into_iter().flatten());
    let years: Vec<YearAmount> = years.map(|(year, amount)| YearAmount { year, amount }).collect();
    let picture = charts::plan_years(&years).map(|chart| Part::Charts(vec![chart]));
    picture.into_iter().chain(demands(view)).collect()
}

/// The demands, where the sheet is of the whole: a column for each year.
fn demands(view: View<'_>) -> Option<Part> {
    let savings = Some(&view.rank.choice.savings).filter(|of| !of.is_empty() && view.area.is_none())?;
    let heading = text!(nb: "Innsparingskrav, 1\u{a0}000\u{a0}kr", nn: "Innsparingskrav, 1\u{a0}000\u{a0}kr", en: "Savings demand, NOK\u{a0}1,000");
    let years = savings.iter().map(|at| (text!(all: "{year}"; year = at.year), Held::Figures));
    let row = |name: Text, amount: fn(&Savings) -> Kroner| {
        let amounts = savings.iter().map(|at| said::thousands(amount(at)).into());
        GridRow::of([GridCell::from(name)].into_iter().chain(amounts))
    };
    let is_missing = savings.iter().any(|at| !at.missing.is_zero());
    let rows = [
        row(text!(nb: "Krav", nn: "Krav", en: "Demand"), |at| at.demand),
        row(text!(nb: "Nås", nn: "Nådd", en: "Reached"), |at| at.reached),
        row(text!(nb: "Mangler", nn: "Manglar", en: "Missing"), |at| at.missing).strong_if(|| is_missing),
    ];
    Grid::part([(heading, Held::Words)].into_iter().chain(years), rows)
}

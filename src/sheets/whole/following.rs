//! Boxes 9 and 10 of the whole: what was promised, and what is measured.

use super::super::case::{Kind, bridge, measuring};
use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::super::said;
use super::View;
use crate::charts::{self, Level};
use crate::follow::{Bridge, FollowedCase, FollowedGain};
use crate::report::AppraisedCase;
use crate::sentences::bridge::{self as bridge_words, Level as TermLevel, Term};
use crate::text;
use crate::words::{Text, separated};

/// From what was promised to what is deducted, over all the cases of the sheet; none where nothing is followed, or a
/// sum does not fit.
pub(super) fn total(view: View<'_>) -> Option<Bridge> {
    let mut bridges = view.followed().map(|(_, followed)| followed.bridge).peekable();
    bridges.peek()?;
    Bridge::sum(bridges).ok()
}

/// Box 9: the bridge from what was promised to what is deducted, drawn and term by term; where the sheet says how it
/// goes, case by case and then the bridge.
pub(super) fn promised(view: View<'_>) -> Vec<Part> {
    let Some(of) = total(view) else { return Vec::new() };
    let terms = bridge_words::terms(&of, view.organisation().budget_year);
    let parts = match view.kind {
        Kind::Proposal => [drawn(&of), term_by_term(&terms)],
        Kind::Status => [by_case(view, &of), in_short(&terms)],
    };
    let below = view.followed().map(|(_, followed)| followed).filter(|of| missing(of).next().is_some());
    let divided = Part::words(bridge_words::divided(below)).filter(|_| view.kind == Kind::Status);
    parts.into_iter().flatten().chain(divided).collect()
}

fn drawn(of: &Bridge) -> Option<Part> {
    let [promised, expected, measured, deducted, _] =
        bridge::told(of).map(|(name, amount)| Level { name, amount });
    let drawn = charts::levels(
        &[promised, expected, measured, deducted],
        text!(nb: "Gevinstbroen, 1 000 kr i året", nn: "Gevinstbrua, 1 000 kr i året", en: "From promise to budget, NOK 1,000 a year"),
        text!(
            nb: "Fra det som ble lovet til det som er trukket fra budsjettet, i 1 000 kr i året.", nn: "Frå det som blei lova til det som er trekt frå budsjettet, i 1 000 kr i året.",
            en: "From what was promised to what is deducted from the budget, in NOK 1,000 a year."
        ),
    );
    drawn.map(|chart| Part::Charts(vec![chart]))
}

fn term_by_term(terms: &[Term]) -> Option<Part> {
    let columns = [
        (
            text!(nb: "Ledd for ledd, 1\u{a0}000\u{a0}kr", nn: "Ledd for ledd, 1\u{a0}000\u{a0}kr", en: "Term by term, NOK\u{a0}1,000"),
            Held::Words,
        ),
        (Text::default(), Held::Figures),
    ];
    let row = |Term { name, amount, .. }: &Term| {
        GridRow::of([name.clone().into(), said::thousands(*amount).into()])
    };
    let rows = terms.iter().map(|term| row(term).strong_if(|| term.level != TermLevel::Part));
    Grid::part(columns, rows)
}

/// The bridge with a row for each of its sums, and what it is of beside it.
fn in_short(terms: &[Term]) -> Option<Part> {
    let columns = [
        (
            text!(nb: "Gevinstbroen, 1\u{a0}000\u{a0}kr i året", nn: "Gevinstbrua, 1\u{a0}000\u{a0}kr i året", en: "From promise to budget, NOK\u{a0}1,000 a year"),
            Held::Words,
        ),
        (Text::default(), Held::Figures),
        (text!(nb: "Ledd for ledd", nn: "Ledd for ledd", en: "Term by term"), Held::Words),
    ];
    let named = |Term { name, amount, .. }: &Term| {
        let amount = said::thousands(*amount);
        text!(all: "{name} {amount}"; name, amount)
    };
    let rows = bridge_words::joined(terms).into_iter().map(|(Term { name, amount, level }, parts)| {
        let parts = separated(parts.into_iter().map(named), "; ");
        GridRow::of([name.clone().into(), said::thousands(*amount).into(), parts.into()])
            .strong_if(|| *level == TermLevel::Hole)
    });
    Grid::part(columns, rows)
}

/// Each case, those with something missing first, and what is missing under it.
fn by_case(view: View<'_>, sum: &Bridge) -> Option<Part> {
    let mut cases: Vec<_> = view.followed().collect();
    cases.sort_by_key(|(_, followed)| missing(followed).next().is_none());
    let what = text!(nb: "Sak, 1\u{a0}000\u{a0}kr i året", nn: "Sak, 1\u{a0}000\u{a0}kr i året", en: "Case, NOK\u{a0}1,000 a year");
    let sum = (cases.len() > 1).then(|| bridge::sum(sum));
    let rows = cases.into_iter().flat_map(|(of, followed)| rows(view, of, followed));
    Grid::part(bridge::columns(what), rows.chain(sum))
}

fn rows(view: View<'_>, of: &AppraisedCase, followed: &FollowedCase) -> Vec<GridRow> {
    let title = GridCell::from(Text::same(&of.case.title)).leading_to(view.link(&of.case));
    let case = bridge::case_row(followed, title, view.occasion.year());
    let below = missing(followed).filter(|_| followed.gains.len() > 1).map(|gain| {
        let name = &gain.name;
        let inside = text!(all: "\u{a0}\u{a0}{name}");
        bridge::gain_row(gain, inside, view.occasion.year())
    });
    [case].into_iter().chain(below).collect()
}

/// The gains of which something should have come that has not.
fn missing(followed: &FollowedCase) -> impl Iterator<Item = &FollowedGain> {
    followed.gains.iter().filter(|gain| gain.word.is_missing())
}

/// Box 10: every måling of what is under way, and what was done when a gain did not come where the sheet says how it
/// goes.
pub(super) fn measured(view: View<'_>) -> Vec<Part> {
    let under_way = || view.cases().filter(|of| of.case.is_decided() || of.case.is_closed());
    let rows = under_way().flat_map(|of| {
        let measured = of.written.measurements.rows().iter();
        let measured = measured.filter(|measurement| !measurement.readings.rows().is_empty());
        measured.map(|measurement| measuring::line(measurement, Text::same(&of.case.title)))
    });
    let since = under_way().filter(|_| view.kind == Kind::Status).flat_map(|of| {
        let title = || Text::same(&of.case.title);
        let of_case = move |entry: Entry| Entry { aside: said::aside([title(), entry.aside]), ..entry };
        measuring::since(&of.written).into_iter().map(of_case)
    });
    Grid::part(measuring::line_columns(), rows).into_iter().chain(Part::list(since)).collect()
}

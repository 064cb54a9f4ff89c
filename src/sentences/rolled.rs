//! What the yearly roll has done, and what it asks.

use super::written::Writing;
use crate::report::change::RollReport;
use crate::text;
use crate::units::Year;
use crate::words::{Text, listed};

/// A line for each thing done or asked.
#[must_use]
pub fn lines(report: &RollReport, writing: Writing, history: &str) -> Vec<Text> {
    let (to, last) = (report.to, report.to.later(3));
    let mut lines = vec![match writing {
        Writing::Written => text!(nb: "Planen er {to}–{last}.", en: "The plan is {to}–{last}."; to, last),
        Writing::Shown => text!(
            nb: "Planen blir {to}–{last} når du tar bort --vis. Ingenting er skrevet nå.",
            en: "The plan becomes {to}–{last} when you leave out --vis. Nothing is written now."; to, last
        ),
    }];
    if report.from != report.to {
        lines.push(kept(report.from, writing, history));
        lines.extend(moved_plan(report));
    }
    lines.extend(cases(report));
    lines
}

fn kept(from: Year, writing: Writing, history: &str) -> Text {
    let is = match writing {
        Writing::Written => text!(nb: "er", en: "is"),
        Writing::Shown => text!(nb: "blir", en: "will be"),
    };
    text!(
        nb: "  Lista for {from} {is} tatt vare på i {history}, og a3 rank viser hva som er endret siden.",
        en: "  The list of {from} {is} kept in {history}, and a3 rank shows what has changed since."; from, is
    )
}

/// The cases and the budget that say now which prices they are in; none where they said so before.
fn priced(report: &RollReport) -> Option<Text> {
    let cases = match report.priced.len() {
        0 => None,
        1 => Some(text!(nb: "1 sak", en: "1 case")),
        count => Some(text!(nb: "{count} saker", en: "{count} cases")),
    };
    let budget = report.budget_priced.then(|| text!(nb: "dagens budsjett", en: "today's budget"));
    let priced: Vec<Text> = cases.into_iter().chain(budget).collect();
    let (from, what) = (report.from, listed(&priced));
    (!priced.is_empty()).then(|| {
        text!(
            nb: "  Disse sier nå at beløpene er i {from}-priser (prisår): {what}.",
            en: "  These now say that their amounts are in prices of {from} (prisår): {what}."; from, what
        )
    })
}

fn moved_plan(report: &RollReport) -> Vec<Text> {
    let (from, to, last) = (report.from, report.to, report.to.later(3));
    let mut lines: Vec<Text> = priced(report).into_iter().collect();
    if report.lacks_deflator {
        lines.push(text!(
            nb: "  Fyll inn: kalkyle.deflator for {to} i a3.yaml. Til da står beløpene i {from}-priser. Se over stillinger og felles.",
            en: "  Fill in: kalkyle.deflator for {to} in a3.yaml. Until then amounts stand in prices of {from}. Look over stillinger and felles.";
            from, to
        ));
    }
    if !report.dropped.is_empty() {
        let frames = listed(&report.dropped);
        lines.push(text!(
            nb: "  Rammene for {from} gjelder ikke lenger: {frames}",
            en: "  The frames of {from} no longer count: {frames}"; from, frames
        ));
    }
    if !report.by_hand.is_empty() {
        let frames = listed(&report.by_hand);
        lines.push(text!(
            nb: "  Ta bort {from} selv i rammene for: {frames}",
            en: "  Remove {from} yourself in the frames of: {frames}"; from, frames
        ));
    }
    if !report.to_fill.is_empty() {
        let frames = listed(&report.to_fill);
        lines.push(text!(
            nb: "  Fyll inn rammene for {last} i a3.yaml: {frames}",
            en: "  Fill in the frames of {last} in a3.yaml: {frames}"; last, frames
        ));
    }
    lines.push(text!(
        nb: "  Legg inn budsjettet for {to} når det er klart: fil og prisår under budsjett i a3.yaml.",
        en: "  Put in the budget of {to} when it is ready: fil and prisår under budsjett in a3.yaml."; to
    ));
    lines
}

fn cases(report: &RollReport) -> Vec<Text> {
    let to = report.to;
    let years =
        |cases: &[(String, Year)]| listed(cases.iter().map(|(id, year)| format!("{id} ({})", year.number())));
    let mut lines = Vec::new();
    if !report.moved.is_empty() {
        let moved = years(&report.moved);
        lines.push(text!(
            nb: "  Oppstart flyttet til {to}: {moved}",
            en: "  Start moved to {to}: {moved}"; to, moved
        ));
    }
    if !report.passed.is_empty() {
        let passed = years(&report.passed);
        lines.push(text!(
            nb: "  Ikke besluttet, og oppstarten er passert: {passed}. Skriv et nytt år i saken, eller flytt alle: a3 roll {to} --flytt",
            en: "  Not decided, and the start has passed: {passed}. Write a new year in the case, or move all: a3 roll {to} --flytt";
            passed, to
        ));
    }
    if !report.held.is_empty() {
        let held = listed(&report.held);
        lines.push(text!(nb: "  Innarbeidet: ja i {held}", en: "  Innarbeidet: ja in {held}"; held));
    }
    if !report.asked.is_empty() {
        let asked = listed(&report.asked);
        lines.push(text!(
            nb: "  Er virkningen innarbeidet i budsjettet for {to}? {asked}. Ja: a3 roll {to} --innarbeidet SAK",
            en: "  Does the budget of {to} hold the effect? {asked}. Yes: a3 roll {to} --innarbeidet CASE";
            asked, to
        ));
    }
    lines
}

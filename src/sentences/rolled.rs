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
        lines.extend(moved_plan(report, history));
    }
    lines.extend(cases(report));
    lines
}

fn moved_plan(report: &RollReport, history: &str) -> Vec<Text> {
    let (from, to, last) = (report.from, report.to, report.to.later(3));
    let mut lines = vec![text!(
        nb: "  Lista for {from} er tatt vare på i {history}, og a3 rank viser hva som er endret siden.",
        en: "  The list of {from} is kept in {history}, and a3 rank shows what has changed since."; from
    )];
    let count = report.priced.len();
    if count > 0 {
        lines.push(text!(
            nb: "  {count} saker og budsjettfila sier nå at de er i {from}-priser (prisår).",
            en: "  {count} cases and the budget file now say that they are in prices of {from} (prisår)."; from
        ));
    }
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
        nb: "  Legg inn budsjettet for {to} når det er klart: budsjett i a3.yaml.",
        en: "  Put in the budget of {to} when it is ready: budsjett in a3.yaml."; to
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

//! What was written in the files, and what it shows.

use super::named::Named;
use super::refused::awaits_line;
use super::{choice, remark, unmet};
use crate::choose::{Broken, Remark};
use crate::follow::FollowedGain;
use crate::quantity;
use crate::report::change::{AdvanceReport, DecideReport, DoneReport, Part, Skipped, Taken, Way, WhySkipped};
use crate::units::{Year, round};
use crate::words::number::{kroner, percent, short_fte};
use crate::words::{Quoted, Text, listed, sentences};
use crate::{counted, text};

/// Whether it is written, or would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Writing {
    /// It is.
    Written,
    /// --vis
    Shown,
}

/// A reading in its place, how far it is, and what it is in the budget; a line each.
pub fn taken(taken: &Taken) -> Vec<Text> {
    let Taken { path, line, number, measurement, .. } = taken;
    let measurement = Quoted(measurement);
    let first = if taken.was_there {
        text!(
            nb: "Måling {number} av {measurement} sto der alt ({path}:{line})", nn: "Måling {number} av {measurement} stod der alt ({path}:{line})",
            en: "Reading {number} of {measurement} stood there already ({path}:{line})"; measurement
        )
    } else {
        text!(
            nb: "Skrev måling {number} av {measurement} ({path}:{line})", nn: "Skreiv måling {number} av {measurement} ({path}:{line})",
            en: "Wrote reading {number} of {measurement} ({path}:{line})"; measurement
        )
    };
    let way = taken.way.as_ref().map(|way| self::way(taken, way));
    let far = taken.way.as_ref().filter(|way| way.is_far_off()).map(|_| {
        text!(
            nb: "  Det er langt utenfor veien til målet. Er tallet feil, så rett det i fila; er det riktig, så skriv hvorfor i merknad.", nn: "  Det er langt utanfor vegen til målet. Er talet feil, så rett det i fila; er det rett, så skriv kvifor i merknad.",
            en: "  That is far off the way to the target. If the figure is wrong, correct it in the file; if it is right, write why in merknad."
        )
    });
    let gain = taken.gain.as_ref().and_then(gain);
    core::iter::once(first).chain(way).chain(far).chain(gain).collect()
}

/// «714 → 561 av 450 besøk innen 30.6.2027: 58 % av veien, planen var 69 %»
fn way(taken: &Taken, way: &Way) -> Text {
    let [from, now, to] = [&way.from, &taken.value, &way.to].map(quantity::words);
    let (by, share) = (way.by, Text::in_each(|language| percent(round(way.share, 2), language)));
    let planned = way.planned.map(|planned| {
        let planned = Text::in_each(|language| percent(round(planned.value(), 2), language));
        text!(nb: ", planen var {planned}", nn: ", planen var {planned}", en: ", the plan was {planned}"; planned)
    });
    let planned = planned.unwrap_or_default();
    text!(
        nb: "  {from} → {now} av {to} innen {by}: {share} av veien{planned}", nn: "  {from} → {now} av {to} innan {by}: {share} av vegen{planned}",
        en: "  {from} → {now} of {to} by {by}: {share} of the way{planned}"; from, now, to, share, planned
    )
}

/// What has come of the gain in the budget; nothing where it is no money.
fn gain(gain: &FollowedGain) -> Option<Text> {
    let figures = gain.figures.as_ref()?;
    let bridge = figures.bridge;
    let money = |amount| Text::in_each(|language| kroner(amount, language));
    let positions = figures.positions.and_then(|positions| positions.come.zip(Some(positions.full)));
    let [come, full] = match positions {
        Some((come, full)) => [come, full].map(|fte| Text::in_each(|language| short_fte(fte, 2, language))),
        None => [figures.measured_money()?, bridge.promised.plus(bridge.changed).ok()?].map(money),
    };
    let come = text!(nb: "{come} av {full}", nn: "{come} av {full}", en: "{come} of {full}"; come, full);
    let hole = if bridge.hole.rounded(0).is_positive() {
        let hole = money(bridge.hole);
        text!(
            nb: ". Det mangler {hole} av det som er trukket fra.", nn: ". Det manglar {hole} av det som er trekt frå.",
            en: ". {hole} of what is deducted is missing."; hole
        )
    } else {
        Text::default()
    };
    Some(
        text!(nb: "  i budsjettet: {come}{hole}", nn: "  i budsjettet: {come}{hole}", en: "  in the budget: {come}{hole}"; come, hole),
    )
}

/// A row that is done, or has a new frist.
pub fn done(report: &DoneReport) -> Text {
    let (row, path, line) = (Quoted(&report.row), &report.rewrite.path, report.line);
    match (report.moved_to, &report.due) {
        (None, _) => {
            let left = match report.left {
                0 => text!(nb: "Det var den siste.", nn: "Det var den siste.", en: "It was the last."),
                left => {
                    counted!(left; nb: "1 rad står igjen." | "{left} rader står igjen.", nn: "1 rad står att." | "{left} rader står att.", en: "1 row is left." | "{left} rows are left.")
                }
            };
            text!(nb: "{row} er ferdig ({path}:{line}). {left}", nn: "{row} er ferdig ({path}:{line}). {left}", en: "{row} is done ({path}:{line}). {left}"; row, left)
        }
        (Some(date), Some(due)) => text!(
            nb: "{row} har fått ny frist: {due} → {date} ({path}:{line})", nn: "{row} har fått ny frist: {due} → {date} ({path}:{line})",
            en: "{row} has a new due date: {due} → {date} ({path}:{line})"; row
        ),
        (Some(date), None) => text!(
            nb: "{row} har fått frist: {date} ({path}:{line})", nn: "{row} har fått frist: {date} ({path}:{line})",
            en: "{row} has a due date: {date} ({path}:{line})"; row
        ),
    }
}

/// What the next phase begins with, and what is left to fill in; a line each.
pub fn advanced(report: &AdvanceReport, writing: Writing) -> Vec<Text> {
    let path = &report.rewrite.path;
    let (from, to) = (report.from.words(), report.to.words());
    let phase = if report.from == report.to { to.text() } else { text!(all: "{from} → {to}"; from, to) };
    let lines = report.lines();
    let lines = counted!(lines; nb: "1 linje" | "{lines} linjer", nn: "1 linje" | "{lines} linjer", en: "1 line" | "{lines} lines");
    let first = match writing {
        Writing::Written => text!(
            nb: "Skrev {lines} i {path} (fase: {phase})", nn: "Skreiv {lines} i {path} (fase: {phase})",
            en: "Wrote {lines} in {path} (fase: {phase})"; lines, phase
        ),
        Writing::Shown => text!(
            nb: "{lines} blir skrevet i {path} når du tar bort --vis (fase: {phase})", nn: "{lines} blir skrivne i {path} når du tek bort --vis (fase: {phase})",
            en: "{lines} in {path} when you leave out --vis (fase: {phase})"; lines, phase
        ),
    };
    let parts = report.parts.iter().map(part);
    // What is to be filled in stands beside the part it is in; without parts it is told as check tells it.
    let left = report.left.iter().filter(|_| report.parts.is_empty()).map(|finding| finding.title.clone());
    let next = if report.left.is_empty() {
        text!(nb: "Ingenting mangler for fasen.", nn: "Ingenting manglar for fasen.", en: "Nothing is missing for the phase.")
    } else {
        text!(nb: "Se hva som skal fylles inn: a3 check {path}", nn: "Sjå kva som skal fyllast inn: a3 check {path}", en: "See what is to be filled in: a3 check {path}")
    };
    let later = report.awaits_line.then(|| awaits_line(&report.id));
    core::iter::once(first).chain(parts).chain(left).chain([next]).chain(later).collect()
}

/// «  plan         2 rader, 3 felt å fylle inn»
fn part(part: &Part) -> Text {
    let key = format!("  {:<14}", part.key);
    let rows = match part.rows {
        None => Text::default(),
        Some(1) => text!(nb: "1 rad", nn: "1 rad", en: "1 row"),
        Some(rows) => text!(nb: "{rows} rader", nn: "{rows} rader", en: "{rows} rows"),
    };
    let open = match part.open {
        0 => {
            text!(nb: "ferdig fylt inn; se over", nn: "ferdig fylt inn; sjå over", en: "filled in; look it over")
        }
        open => {
            counted!(open; nb: "1 felt å fylle inn" | "{open} felt å fylle inn", nn: "1 felt å fylle inn" | "{open} felt å fylle inn", en: "1 field to fill in" | "{open} fields to fill in")
        }
    };
    let said = listed([rows, open].into_iter().filter(|said| !said.is_empty()));
    text!(all: "{key} {said}"; said)
}

/// How many decisions are written, or would be.
pub fn decided(report: &DecideReport, writing: Writing) -> Text {
    match (writing, report.decided.len()) {
        (Writing::Written, 1) => {
            text!(nb: "Skrev 1 vedtak.", nn: "Skreiv 1 vedtak.", en: "Wrote 1 decision.")
        }
        (Writing::Written, count) => {
            text!(nb: "Skrev {count} vedtak.", nn: "Skreiv {count} vedtak.", en: "Wrote {count} decisions.")
        }
        (Writing::Shown, 1) => text!(
            nb: "1 vedtak blir skrevet når du tar bort --vis. Ingenting er skrevet nå.", nn: "1 vedtak blir skrive når du tek bort --vis. Ingenting er skrive no.",
            en: "1 decision is written when you leave out --vis. Nothing is written now."
        ),
        (Writing::Shown, count) => text!(
            nb: "{count} vedtak blir skrevet når du tar bort --vis. Ingenting er skrevet nå.", nn: "{count} vedtak blir skrivne når du tek bort --vis. Ingenting er skrive no.",
            en: "{count} decisions are written when you leave out --vis. Nothing is written now."
        ),
    }
}

/// The cases that get no vedtak, in one sentence for each reason.
pub fn skipped(report: &DecideReport) -> Vec<Text> {
    let ids = |why: WhySkipped| {
        let of = report.skipped.iter().filter(|one| one.why == why).map(|one| one.id.as_str());
        of.collect::<Vec<_>>()
    };
    let said = |why: WhySkipped| {
        let ids = ids(why);
        (!ids.is_empty()).then(|| {
            let (ids, why) = (listed(ids), reason(why));
            text!(nb: "Uten vedtak, fordi de {why}: {ids}", nn: "Utan vedtak, fordi dei {why}: {ids}", en: "Without a decision, because they {why}: {ids}"; ids, why)
        })
    };
    [said(WhySkipped::Excepted), said(WhySkipped::Decided)].into_iter().flatten().collect()
}

/// That the list the cases were chosen in may not be the best one.
pub fn unproven(report: &DecideReport) -> Option<Text> {
    report.list.as_ref().and_then(|list| unmet::ended(&list.choice, list.bound))
}

/// That a case is decided which the list lets wait, and why it does.
pub fn waits(report: &DecideReport) -> Option<Text> {
    let waits = report.decided.iter().find_map(|of| of.waits.as_ref())?;
    let why = Named::of(&waits.list).of_line(waits.place, choice::sentence);
    Some(text!(
        nb: "Saken er ikke valgt i a3 rank. {why}", nn: "Saka er ikkje vald i a3 rank. {why}",
        en: "The case is not chosen in a3 rank. {why}"; why
    ))
}

/// The frames a case that is decided breaks from the start that is written, beside what is chosen and decided.
pub fn breaks(report: &DecideReport) -> Option<Text> {
    let of = report.decided.iter().find(|of| !of.breaks.is_empty())?;
    let (own, before): (Vec<&Broken>, Vec<&Broken>) = of.breaks.iter().partition(|one| one.without.is_zero());
    let own = of.case.start.filter(|_| !own.is_empty()).map(|start| broken_by_it(&own, start));
    Some(sentences(own.into_iter().chain(before.into_iter().map(broken_before))))
}

/// The frames that hold without the case.
fn broken_by_it(broken: &[&Broken], start: Year) -> Text {
    let one = |of: &&Broken| {
        let gap = &of.with;
        let (frame, by) = (choice::frame(&gap.at), choice::amount(&gap.at.frame, gap.missing));
        text!(nb: "{frame} med {by}", nn: "{frame} med {by}", en: "{frame} by {by}"; frame, by)
    };
    let all = listed(broken.iter().map(one));
    text!(
        nb: "Med oppstart i {start} og det som ellers er valgt og besluttet, sprenger saken {all}. Flytt den med --oppstart, eller utvid rammen i a3.yaml.", nn: "Med oppstart i {start} og det som elles er valt og avgjort, sprengjer saka {all}. Flytt ho med --oppstart, eller utvid ramma i a3.yaml.",
        en: "With its start in {start} and what else is chosen and decided, the case breaks {all}. Move it with --oppstart, or extend the frame in a3.yaml."; all, start
    )
}

/// A frame that is too small already, so that no other start of the case mends it.
fn broken_before(Broken { with, without }: &Broken) -> Text {
    let frame = choice::frame(&with.at).capital();
    let [without, with] = [*without, with.missing].map(|missing| choice::amount(&with.at.frame, missing));
    text!(
        nb: "{frame} mangler {without} før denne saken; med den {with}. Utvid rammen i a3.yaml.", nn: "{frame} manglar {without} før denne saka; med ho {with}. Utvid ramma i a3.yaml.",
        en: "{frame} lacks {without} before this case; with it {with}. Extend the frame in a3.yaml."; frame, without, with
    )
}

/// What one should know of the starts that are moved, a sentence each.
pub fn moved(report: &DecideReport, writing: Writing) -> impl Iterator<Item = Text> {
    report.decided.iter().flat_map(|of| of.remarks.iter()).filter_map(move |of| match of {
        Remark::PassesDates { id, start, what } => {
            let starts = match writing {
                Writing::Written => text!(nb: "starter nå i {start}", nn: "startar no i {start}", en: "now starts in {start}"; start),
                Writing::Shown => text!(nb: "vil starte i {start}", nn: "vil starte i {start}", en: "will start in {start}"; start),
            };
            Some(passed(id, &starts, what))
        }
        Remark::TargetsStay { id, start, what } => Some(remark::targets_stay(id, *start, what)),
        Remark::CalendarRow { id, start, row } => Some(remark::calendar_row(id, *start, row)),
        Remark::LockedInVain { .. }
        | Remark::LockedElsewhere { .. }
        | Remark::LockedOutDecided(_)
        | Remark::OtherPrices(_)
        | Remark::Untaken(_)
        | Remark::Breaks { .. }
        | Remark::Growing { .. }
        | Remark::DecidedTogether(..)
        | Remark::DecidedWithout(..)
        | Remark::FramesElsewhere(_)
        | Remark::LackAsAdded
        | Remark::LocksTogether(_)
        | Remark::Annuities(_) => None,
    })
}

fn passed(id: &str, starts: &Text, what: &[String]) -> Text {
    let dates = listed(what.iter().map(|one| Quoted(one)));
    text!(
        nb: "{id} {starts}, men har frister før det: {dates}. Flytt dem du skal: a3 done {id} RAD --ny-frist DATO --merknad HVORFOR", nn: "{id} {starts}, men har fristar før det: {dates}. Flytt dei du skal: a3 done {id} RAD --ny-frist DATO --merknad KVIFOR",
        en: "{id} {starts}, but has dates before that: {dates}. Move those you must: a3 done {id} ROW --ny-frist DATE --merknad WHY"; id, starts, dates
    )
}

/// Why a case is skipped, as the rest of «fordi de …».
pub fn why_skipped(skipped: &Skipped) -> Text {
    reason(skipped.why)
}

fn reason(why: WhySkipped) -> Text {
    match why {
        WhySkipped::Excepted => text!(nb: "er unntatt", nn: "er unnatekne", en: "are excepted"),
        WhySkipped::Decided => {
            text!(nb: "er besluttet fra før", nn: "er avgjorde frå før", en: "are decided already")
        }
    }
}

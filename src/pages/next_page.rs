//! `a3 next`: what the quarter asks, of whom, by when; and who has how much.

use super::again::Again;
use super::cell::Cell;
use super::how_much::HowMuch;
use super::listing::Listing;
use super::page::{Block, Kind, Page, titled};
use crate::report::{Ask, NextReport, Person, WhyResting};
use crate::sentences::{asked, omitted};
use crate::words::{Text, all_of, listed, sentences, separated};
use crate::{counted, text, words};
use std::collections::BTreeMap;

/// Things on one screen, where each is short.
const MOST: usize = 14;
/// Where they are longer.
const FEWER: [usize; 6] = [12, 10, 9, 8, 6, 4];
/// People on one screen.
const MOST_PEOPLE: usize = 20;

/// The whole report; on one screen as many of the first things as there is room for.
pub fn page(report: &NextReport, how_much: HowMuch, again: &Again) -> Page {
    let in_room = |most| in_room(report, shown(report, how_much, most), again);
    match how_much {
        HowMuch::All => in_room(usize::MAX),
        HowMuch::OneScreen => in_room(MOST).or_shorter(FEWER.into_iter().map(in_room)),
    }
}

fn in_room(report: &NextReport, shown: Vec<&Ask>, again: &Again) -> Page {
    let page = Page::new(title(report));
    let page = if report.is_unknown() { page.with(Block::Paragraph(unknown(report))) } else { page };
    let left = match report.asks.len().saturating_sub(shown.len()) {
        0 => Text::default(),
        more => counted!(
            more; nb: "Én ting til: {all}." | "{more} ting til: {all}.", nn: "Éin ting til: {all}." | "{more} ting til: {all}.",
            en: "One more thing: {all}." | "{more} more things: {all}."; all = again.with("--alt")
        ),
    };
    let omitted = Some(&report.appraised.omitted).filter(|_| !report.is_unknown());
    let left_out = omitted.and_then(|omitted| omitted::left_out(omitted, &again.check())).unwrap_or_default();
    let notes = sentences([left, resting(report), left_out, calendar(report, again)]);
    let notes = (!notes.is_empty()).then_some(Block::Paragraph(notes));
    if shown.is_empty() {
        return page.with_all(notes);
    }
    page.with(Block::Table(table(report, shown))).with_all(notes)
}

/// What is asked, on one screen the first thing of each case.
fn shown(report: &NextReport, how_much: HowMuch, most: usize) -> Vec<&Ask> {
    let is_whole = how_much == HowMuch::All || report.wanted.case.is_some();
    let mut cases = Vec::new();
    let first = report.asks.iter().filter(|ask| {
        let is_new = is_whole || !cases.contains(&ask.place);
        cases.push(ask.place);
        is_new
    });
    first.take(most).collect()
}

fn table(report: &NextReport, asks: Vec<&Ask>) -> super::page::Table {
    let title = |ask: &Ask| report.case(ask.place).map_or(Cell::Empty, |of| Cell::name(&of.case.title));
    Listing::of(asks)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |ask| title(ask))
        .text(text!(nb: "Hva nå", nn: "Kva no", en: "What now"), |ask| asked::what(ask))
        .text(text!(nb: "Hvem", nn: "Kven", en: "Who"), |ask| ask.who.as_ref())
        .column(Kind::Number, text!(nb: "Innen", nn: "Innan", en: "By"), |ask| by(report, ask))
        .table()
}

/// By when, «nå» where that has passed.
fn by(report: &NextReport, ask: &Ask) -> Cell {
    match ask.due {
        Some(due) if due < report.wanted.day => text!(nb: "nå", nn: "no", en: "now").into(),
        Some(due) => Cell::Text(Text::same(&due.to_string())),
        None => Cell::Empty,
    }
}

/// The quarter, and the answer.
fn title(report: &NextReport) -> Text {
    let number = report.quarter.number;
    let work = match number {
        1 => words!(nb: "skaffe overblikk", nn: "skaffe overblikk", en: "get the overview"),
        2 => words!(nb: "gjøre dypdykk", nn: "gjere djupdykk", en: "dig in"),
        3 => words!(nb: "velge tiltak", nn: "velje tiltak", en: "choose"),
        _ => words!(nb: "forberede endring", nn: "førebu endring", en: "prepare"),
    };
    let (asked, left) = (how_many(report), days_left(report));
    text!(
        nb: "{number}. kvartal, {work}: {asked}, {left}", nn: "{number}. kvartal, {work}: {asked}, {left}",
        en: "Quarter {number}, {work}: {asked}, {left}"; number, work, asked, left
    )
}

fn days_left(report: &NextReport) -> Text {
    match report.days_left() {
        0 => text!(nb: "siste dag", nn: "siste dag", en: "the last day"),
        days => {
            counted!(days; nb: "1 dag igjen" | "{days} dager igjen", nn: "1 dag att" | "{days} dagar att", en: "1 day left" | "{days} days left")
        }
    }
}

fn how_many(report: &NextReport) -> Text {
    let of = of(report);
    match report.asks.len() {
        0 if report.is_unknown() => {
            text!(nb: "ikke kjent hva som kreves{of}", nn: "ikkje kjent kva som blir kravt{of}", en: "not known what is asked{of}"; of)
        }
        0 => {
            text!(nb: "ingenting kreves nå{of}", nn: "ingenting blir kravt no{of}", en: "nothing is asked now{of}"; of)
        }
        1 => text!(nb: "én ting kreves{of}", nn: "éin ting blir kravd{of}", en: "one thing is asked{of}"; of),
        count => {
            let mut cases: Vec<usize> = report.asks.iter().map(|ask| ask.place).collect();
            cases.sort_unstable();
            cases.dedup();
            let cases = omitted::cases(cases.len());
            text!(nb: "{count} ting kreves{of} i {cases}", nn: "{count} ting blir kravde{of} i {cases}", en: "{count} things are asked{of} in {cases}"; count, of, cases)
        }
    }
}

/// « av Anne Berg», where it is about her.
fn of(report: &NextReport) -> Text {
    let owner = report.wanted.owner.as_deref();
    owner.map_or_else(Text::default, |owner| text!(nb: " av {owner}", nn: " av {owner}", en: " of {owner}"))
}

/// That it is not known whether anything is asked.
pub fn unknown(report: &NextReport) -> Text {
    let of = of(report);
    let what = text!(nb: "om noe kreves nå{of}", nn: "om noko blir kravt no{of}", en: "whether anything is asked now{of}"; of);
    omitted::unknown(&what, &report.appraised)
}

/// The cases nothing is asked of, and why, in one sentence.
fn resting(report: &NextReport) -> Text {
    let mut by_reason: BTreeMap<WhyResting, Vec<Text>> = BTreeMap::new();
    for resting in &report.resting {
        if let Some(of) = report.case(resting.place) {
            let id = &of.case.id;
            // That nothing is asked of it now does not say that it is whole.
            let named = match of.unfinished {
                Some(_) => {
                    text!(nb: "{id} (ikke ferdig: a3 check {id})", nn: "{id} (ikkje ferdig: a3 check {id})", en: "{id} (not finished: a3 check {id})")
                }
                None => Text::same(id),
            };
            by_reason.entry(resting.why).or_default().push(named);
        }
    }
    if by_reason.is_empty() || report.wanted.owner.is_some() {
        return Text::default();
    }
    let parts = by_reason.into_iter().map(|(why, ids)| {
        let (why, ids) = (asked::resting(why, ids.len()), many(&ids));
        text!(all: "{ids} {why}"; ids, why)
    });
    let parts = separated(parts, "; ");
    // Where nothing is asked, the answer has said so.
    if report.asks.is_empty() {
        return text!(all: "{parts}."; parts);
    }
    text!(nb: "Ingenting nå: {parts}.", nn: "Ingenting no: {parts}.", en: "Nothing now: {parts}."; parts)
}

/// The names, or how many they are where there are many.
fn many(ids: &[Text]) -> Text {
    const MOST_NAMED: usize = 4;
    match ids.len() {
        count if count > MOST_NAMED => text!(nb: "{count} saker", nn: "{count} saker", en: "{count} cases"),
        _ => all_of(ids),
    }
}

fn calendar(report: &NextReport, again: &Again) -> Text {
    if report.asks.iter().all(|ask| ask.due.is_none()) {
        return Text::default();
    }
    let calendar = again.with("--format ical");
    text!(nb: "I kalenderen: {calendar}", nn: "I kalenderen: {calendar}", en: "In a calendar: {calendar}")
}

/// `--personer`: who has how much, quarter by quarter.
pub fn people(report: &NextReport, how_much: HowMuch, again: &Again) -> Page {
    let people = &report.people;
    if report.is_unknown() {
        return Page::new(unknown(report));
    }
    if people.is_empty() {
        return Page::new(
            text!(nb: "Ingen i sakene som går videre, er nevnt ved navn", nn: "Ingen i sakene som går vidare, er nemnd ved namn", en: "Nobody in the cases that go on is named"),
        );
    }
    let room = how_much.at_most(MOST_PEOPLE);
    let pressed: Vec<&Person> = people.iter().filter(|person| person.is_pressed()).collect();
    let remarks = pressed.iter().map(|person| {
        let (name, count, ids) = (&person.name, person.cases.len(), listed(&person.cases));
        text!(
            nb: "{name} er nevnt i {count} saker på én gang: {ids}.", nn: "{name} er nemnd i {count} saker på éin gong: {ids}.",
            en: "{name} is named in {count} cases at once: {ids}."; name, count, ids
        )
    });
    let remarks: Vec<Block> = remarks.map(Block::Note).collect();
    let more = match people.len().saturating_sub(room) {
        0 => Text::default(),
        more => {
            text!(nb: "{more} til: {all}.", nn: "{more} til: {all}.", en: "{more} more: {all}."; more, all = again.with("--alt"))
        }
    };
    Page::new(pressed_people(report))
        .with_all(titled(
            text!(nb: "Frister og målinger i hvert kvartal", nn: "Fristar og målingar i kvart kvartal", en: "Dates and measurements in each quarter"),
            load(report, room),
        ))
        .with(Block::Paragraph(sentences([capacity(report), more])))
        .with_all(remarks)
}

fn pressed_people(report: &NextReport) -> Text {
    let people = report.people.len();
    let pressed = match report.people.iter().filter(|person| person.is_pressed()).count() {
        0 => text!(nb: "ingen", nn: "ingen", en: "none"),
        count => Text::same(&count.to_string()),
    };
    text!(
        nb: "{people} er nevnt i sakene som går videre, {pressed} av dem i fire saker eller flere", nn: "{people} er nemnde i sakene som går vidare, {pressed} av dei i fire saker eller fleire",
        en: "{people} are named in the cases that go on, {pressed} of them in four cases or more"; people, pressed
    )
}

/// What the last column is.
fn capacity(report: &NextReport) -> Text {
    let year = report.appraised.organisation.budget_year;
    text!(
        nb: "Årsverk er kapasiteten til sakene de eier, i {year}.", nn: "Årsverk er kapasiteten til sakene dei eig, i {year}.",
        en: "FTE is the change capacity of the cases they own, in {year}."; year
    )
}

fn load(report: &NextReport, room: usize) -> super::page::Table {
    let mut table = Listing::of(report.people.iter().take(room))
        .text(text!(nb: "Hvem", nn: "Kven", en: "Who"), |person| &person.name)
        .number(text!(nb: "Saker", nn: "Saker", en: "Cases"), |person| person.cases.len())
        .number(text!(nb: "Eier", nn: "Eig", en: "Owns"), |person| person.owns.len());
    let mut quarter = Some(report.quarter);
    for slot in 0..crate::report::QUARTERS {
        let Some(at) = quarter else { break };
        let (number, year) = (at.number, at.first.format("%Y").to_string());
        table = table.number(
            text!(nb: "{number}. kv. {year}", nn: "{number}. kv. {year}", en: "Q{number} {year}"),
            |person| person.due.get(slot).copied().map_or(Cell::Empty, Cell::Count),
        );
        quarter = at.next();
    }
    table.number(text!(nb: "Årsverk", nn: "Årsverk", en: "FTE"), |person| person.capacity).table()
}

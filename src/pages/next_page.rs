//! `a3 next`: what the quarter asks, of whom, by when; and who has how much.

use super::cell::Cell;
use super::how_much::HowMuch;
use super::listing::Listing;
use super::page::{Block, Kind, Page, titled};
use crate::report::{Ask, NextReport, Person, WhyResting};
use crate::sentences::{asked, omitted};
use crate::words::{Text, all_of, listed, sentences, separated};
use crate::{text, words};
use std::collections::BTreeMap;

/// Things on one screen.
const MOST: usize = 14;
/// People on one screen.
const MOST_PEOPLE: usize = 20;

/// The whole report.
pub fn page(report: &NextReport, how_much: HowMuch) -> Page {
    let shown = shown(report, how_much);
    let page = Page::new(title(report)).with(Block::Paragraph(answer(report)));
    let more = report.asks.len().saturating_sub(shown.len());
    let left = match (more, how_much) {
        (0, _) | (_, HowMuch::All) => Text::default(),
        (1, HowMuch::OneScreen) => {
            text!(nb: "Én ting til (a3 next --alt).", nn: "Éin ting til (a3 next --alt).", en: "One more thing (a3 next --alt).")
        }
        (more, HowMuch::OneScreen) => {
            text!(nb: "{more} ting til (a3 next --alt).", nn: "{more} ting til (a3 next --alt).", en: "{more} more things (a3 next --alt)."; more)
        }
    };
    let left_out = omitted::left_out(&report.appraised.omitted).unwrap_or_default();
    let notes = sentences([left, resting(report), left_out, calendar(report)]);
    let notes = (!notes.is_empty()).then_some(Block::Paragraph(notes));
    if shown.is_empty() {
        return page.with_all(notes);
    }
    page.with(Block::Table(table(report, shown))).with_all(notes)
}

/// What is asked, on one screen the first thing of each case.
fn shown(report: &NextReport, how_much: HowMuch) -> Vec<&Ask> {
    let is_whole = how_much == HowMuch::All || report.wanted.case.is_some();
    let mut cases = Vec::new();
    let first = report.asks.iter().filter(|ask| {
        let is_new = is_whole || !cases.contains(&ask.place);
        cases.push(ask.place);
        is_new
    });
    first.take(if is_whole { usize::MAX } else { MOST }).collect()
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

fn title(report: &NextReport) -> Text {
    let number = report.quarter.number;
    let work = match number {
        1 => words!(nb: "skaffe overblikk", nn: "skaffe overblikk", en: "get the overview"),
        2 => words!(nb: "gjøre dypdykk", nn: "gjere djupdykk", en: "dig in"),
        3 => words!(nb: "velge tiltak", nn: "velje tiltak", en: "choose"),
        _ => words!(nb: "forberede endring", nn: "førebu endring", en: "prepare"),
    };
    text!(nb: "{number}. kvartal: {work}", nn: "{number}. kvartal: {work}", en: "Quarter {number}: {work}"; number, work)
}

fn answer(report: &NextReport) -> Text {
    let days = match report.days_left() {
        0 => {
            text!(nb: "Siste dag i kvartalet.", nn: "Siste dag i kvartalet.", en: "The last day of the quarter.")
        }
        1 => {
            text!(nb: "1 dag igjen av kvartalet.", nn: "1 dag att av kvartalet.", en: "1 day left of the quarter.")
        }
        days => {
            text!(nb: "{days} dager igjen av kvartalet.", nn: "{days} dagar att av kvartalet.", en: "{days} days left of the quarter.")
        }
    };
    let of = of(report);
    let asked = match report.asks.len() {
        0 if report.is_unknown() => unknown(report),
        0 => {
            text!(nb: "Ingenting kreves nå{of}.", nn: "Ingenting blir kravt no{of}.", en: "Nothing is asked now{of}."; of)
        }
        1 => {
            text!(nb: "Én ting kreves{of}.", nn: "Éin ting blir kravd{of}.", en: "One thing is asked{of}."; of)
        }
        count => {
            let mut cases: Vec<usize> = report.asks.iter().map(|ask| ask.place).collect();
            cases.sort_unstable();
            cases.dedup();
            let cases = super::findings_page::cases(cases.len());
            text!(nb: "{count} ting kreves{of}, i {cases}.", nn: "{count} ting blir kravde{of}, i {cases}.", en: "{count} things are asked{of}, in {cases}."; count, of, cases)
        }
    };
    sentences([days, asked])
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
        let (ids, why) = (many(&ids), asked::resting(why, ids.len()));
        text!(nb: "{ids} {why}", nn: "{ids} {why}", en: "{ids} {why}"; ids, why)
    });
    let parts = separated(parts, "; ");
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

fn calendar(report: &NextReport) -> Text {
    if report.asks.iter().all(|ask| ask.due.is_none()) {
        return Text::default();
    }
    text!(nb: "I kalenderen: a3 next --format ical", nn: "I kalenderen: a3 next --format ical", en: "In a calendar: a3 next --format ical")
}

/// `--personer`: who has how much, quarter by quarter.
pub fn people(report: &NextReport, how_much: HowMuch) -> Page {
    let page = Page::new(
        text!(nb: "Endringstrykk: hvem har hvor mye", nn: "Endringstrykk: kven har kor mykje", en: "Pressure of change: who has how much"),
    );
    let people = &report.people;
    if report.is_unknown() {
        return page.with(Block::Paragraph(unknown(report)));
    }
    if people.is_empty() {
        return page.with(Block::Paragraph(text!(nb: "Ingen i sakene som går videre, er nevnt ved navn.", nn: "Ingen i sakene som går vidare, er nemnd ved namn.", en: "Nobody in the cases that go on is named.")));
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
            text!(nb: "{more} til: a3 next --personer --alt", nn: "{more} til: a3 next --personer --alt", en: "{more} more: a3 next --personer --alt"; more)
        }
    };
    page.with(Block::Paragraph(said(report)))
        .with_all(titled(
            text!(nb: "Frister og målinger i hvert kvartal", nn: "Fristar og målingar i kvart kvartal", en: "Dates and measurements in each quarter"),
            load(report, room),
        ))
        .with_all((!more.is_empty()).then_some(Block::Paragraph(more)))
        .with_all(remarks)
}

fn said(report: &NextReport) -> Text {
    let people = report.people.len();
    let pressed = report.people.iter().filter(|person| person.is_pressed()).count();
    let year = report.appraised.organisation.budget_year;
    text!(
        nb: "{people} er nevnt i sakene som går videre, {pressed} av dem i fire saker eller flere. Årsverk er kapasiteten til sakene de eier, i {year}.", nn: "{people} er nemnde i sakene som går vidare, {pressed} av dei i fire saker eller fleire. Årsverk er kapasiteten til sakene dei eig, i {year}.",
        en: "{people} are named in the cases that go on, {pressed} of them in four cases or more. FTE is the kapasitet of the cases they own, in {year}.";
        people, pressed, year
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

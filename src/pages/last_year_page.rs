//! I fjor: what stands otherwise than on the list of the year before, and what has become of it.

use super::cell::Cell;
use super::how_much::HowMuch;
use super::listing::Listing;
use super::page::{Block, titled};
use crate::choose::Fate;
use crate::report::{LastYear, Now, OverviewReport, Place, RankReport, Since, Turned};
use crate::sentences::choice as choice_words;
use crate::units::Year;
use crate::words::{Quoted, Text, at_most, sentences};
use crate::{counted, text};

/// Cases named in a sentence; the rest are counted.
const MOST: usize = 2;

/// What has turned on the list, as a table.
pub(super) fn on_list(report: &RankReport) -> Vec<Block> {
    let Some(last) = &report.last_year else { return Vec::new() };
    let turned = report.turned(last);
    if turned.is_empty() {
        return vec![Block::Heading(heading(last.year)), Block::Paragraph(all_as_before(last.year))];
    }
    let table = Listing::of(turned)
        .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |turn| Cell::name(turn.title.unwrap_or(turn.id)))
        .text(text!(nb: "I fjor", nn: "I fjor", en: "Last year"), |turn| before(turn.before))
        .text(text!(nb: "I år", nn: "I år", en: "This year"), |turn| now(turn.now))
        .table();
    titled(heading(last.year), table)
}

/// The same in a sentence: those that another thing has become of first, not only another start.
pub(super) fn on_list_in_short(report: &RankReport) -> Text {
    let Some(last) = &report.last_year else { return Text::default() };
    let (mut turned, year) = (report.turned(last), last.year);
    turned.sort_by_key(Turned::is_only_start);
    let named = turned.iter().map(|turn| {
        let (title, before, now) =
            (Quoted(turn.title.unwrap_or(turn.id)), before(turn.before), now(turn.now));
        text!(all: "{title} ({before} → {now})"; title, before, now)
    });
    let named = at_most(MOST, named);
    match turned.len() {
        0 => all_as_before(year),
        count => counted!(
            count; nb: "Én sak står annerledes enn på lista for {year}: {named}." | "{count} saker står annerledes enn på lista for {year}: {named}.", nn: "Éi sak står annleis enn på lista for {year}: {named}." | "{count} saker står annleis enn på lista for {year}: {named}.",
            en: "One case is placed differently from the list of {year}: {named}." | "{count} cases are placed differently from the list of {year}: {named}."; year, named
        ),
    }
}

/// What has become of what was chosen; with everything, of all that stood on the list.
pub(super) fn in_overview(report: &OverviewReport, how_much: HowMuch) -> Vec<Block> {
    let Some(last) = &report.last_year else { return Vec::new() };
    let since = report.since(last);
    let said = Block::Paragraph(chosen(last, &since));
    match how_much {
        HowMuch::OneScreen => vec![said],
        HowMuch::All => {
            let table = Listing::of(since)
                .text(text!(nb: "Sak", nn: "Sak", en: "Case"), |since| title(since))
                .text(text!(nb: "I fjor", nn: "I fjor", en: "Last year"), |since| before(Some(since.before)))
                .text(text!(nb: "Nå", nn: "No", en: "Now"), became)
                .table();
            core::iter::once(said).chain(titled(heading(last.year), table)).collect()
        }
    }
}

fn chosen(last: &LastYear, since: &[Since<'_>]) -> Text {
    let year = last.year;
    let chosen: Vec<&Since<'_>> = since.iter().filter(|since| since.before.fate == Fate::Chosen).collect();
    let settled = chosen.iter().filter(|since| since.is_settled()).count();
    let decided = since.iter().filter(|since| since.before.fate == Fate::Decided).count();
    let count = match (chosen.len(), settled) {
        (0, _) if decided == 1 => {
            text!(nb: "én sak besluttet, og ingen andre valgt", nn: "éi sak avgjord, og ingen andre valde", en: "one case was decided, and no others chosen")
        }
        (0, _) if decided > 1 => text!(
            nb: "{decided} saker besluttet, og ingen andre valgt", nn: "{decided} saker avgjorde, og ingen andre valde",
            en: "{decided} cases were decided, and no others chosen"
        ),
        (0, _) => {
            return text!(
                nb: "I fjor (lista for {year}) var ingen saker valgt.", nn: "I fjor (lista for {year}) var ingen saker valde.",
                en: "Last year (the list of {year}) no cases were chosen."; year
            );
        }
        (1, 0) => text!(nb: "én sak valgt", nn: "éi sak vald", en: "one case was chosen"),
        (1, _) => {
            text!(nb: "én sak valgt, og den er besluttet nå", nn: "éi sak vald, og ho er avgjord no", en: "one case was chosen, and it is decided now")
        }
        (all, 0) => text!(
            nb: "{all} saker valgt, og ingen av dem er besluttet nå", nn: "{all} saker valde, og ingen av dei er avgjorde no",
            en: "{all} cases were chosen, and none of them is decided now"
        ),
        (all, settled) if all == settled => text!(
            nb: "{all} saker valgt, og alle er besluttet nå", nn: "{all} saker valde, og alle er avgjorde no",
            en: "{all} cases were chosen, and all are decided now"
        ),
        (all, settled) => text!(
            nb: "{all} saker valgt, og {settled} av dem er besluttet nå", nn: "{all} saker valde, og {settled} av dei er avgjorde no",
            en: "{all} cases were chosen, and {settled} of them are decided now"
        ),
    };
    let was = text!(
        nb: "I fjor (lista for {year}) var {count}.", nn: "I fjor (lista for {year}) var {count}.",
        en: "Last year (the list of {year}) {count}."; year, count
    );
    let open: Vec<&&Since<'_>> = chosen.iter().filter(|since| !since.is_settled()).collect();
    let named = at_most(MOST, open.iter().map(|since| title(since)));
    let waiting = match open.is_empty() {
        true => Text::default(),
        false => {
            text!(nb: "Ikke besluttet: {named}.", nn: "Ikkje avgjord: {named}.", en: "Not decided: {named}."; named)
        }
    };
    sentences([was, waiting])
}

fn heading(year: Year) -> Text {
    text!(nb: "I fjor (lista for {year})", nn: "I fjor (lista for {year})", en: "Last year (the list of {year})"; year)
}

fn all_as_before(year: Year) -> Text {
    text!(nb: "Alle sakene står som på lista for {year}.", nn: "Alle sakene står som på lista for {year}.", en: "All the cases stand as on the list of {year}."; year)
}

fn title(since: &Since<'_>) -> Text {
    Text::same(since.now.map_or(since.id, |of| &of.case.title))
}

/// «valgt 2027»
fn placed(place: Place) -> Text {
    let verdict = choice_words::fate(place.fate).text();
    match place.start {
        Some(year) => text!(all: "{verdict} {year}"; verdict, year),
        None => verdict,
    }
}

fn before(place: Option<Place>) -> Text {
    place.map_or_else(|| text!(nb: "ikke på lista", nn: "ikkje på lista", en: "not on the list"), placed)
}

fn now(now: Now) -> Text {
    match now {
        Now::Listed(place) => placed(place),
        Now::Closed => text!(nb: "avsluttet", nn: "avslutta", en: "closed"),
        Now::Off => text!(nb: "ikke på lista", nn: "ikkje på lista", en: "not on the list"),
    }
}

/// What has become of a case, where nothing is chosen anew.
fn became(since: &Since<'_>) -> Text {
    let Some(of) = since.now else { return text!(nb: "ikke med", nn: "ikkje med", en: "not there") };
    if of.case.is_closed() {
        return text!(nb: "avsluttet", nn: "avslutta", en: "closed");
    }
    if of.case.is_decided() {
        return text!(nb: "besluttet", nn: "avgjord", en: "decided");
    }
    if of.case.is_rejected() {
        return text!(nb: "avvist", nn: "avvist", en: "rejected");
    }
    text!(nb: "ikke besluttet", nn: "ikkje avgjord", en: "not decided")
}

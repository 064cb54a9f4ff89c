//! `a3 status`: what was promised, what came, and what is deducted.

mod accounts;
mod bridge;
mod said;
mod table;

use super::again::Again;
use super::cell::Cell;
use super::how_much::HowMuch;
use super::listing::Listing;
use super::page::{Block, Kind, Page, titled};
use crate::follow::{Bridge, FollowedGain, UnitHole};
use crate::report::{StatusCase, StatusReport};
use crate::sentences::bridge::deducted;
use crate::sentences::{following, omitted, remark};
use crate::text;
use crate::units::{Kroner, Year};
use crate::words::{Said, Text, at_most, sentences};

/// Things named in one line of a screen.
const MOST_NAMED: usize = 2;

/// The whole report.
pub fn page(report: &StatusReport, how_much: HowMuch, again: &Again) -> Page {
    let page = Page::new(title(report))
        .with_all(report.is_part.then(|| Block::Note(remark::only_asked("a3 status"))));
    if report.is_unknown() {
        let what = text!(nb: "om noen saker skal følges", nn: "om nokre saker skal følgjast", en: "whether any cases are to be followed");
        return page.with(Block::Paragraph(omitted::unknown(&what, &report.appraised)));
    }
    if report.cases.is_empty() {
        let showing = Showing { report, how_much, again, room: Room::Good, year: year(report) };
        return page.said(showing.gone().unwrap_or_default()).said(showing.accounts_answer()).with(Block::Paragraph(text!(
            nb: "En sak følges når den er vedtatt eller i gjennomføring, og når en avsluttet sak måles ut året. Skriv vedtaket med: a3 decide SAK --organ ORGAN", nn: "Ei sak blir følgd når ho er vedteken eller i gjennomføring, og når ei avslutta sak blir målt ut året. Skriv vedtaket med: a3 decide SAK --organ ORGAN",
            en: "A case is followed when it is decided or being carried out, and when a closed one is measured through the year. Write the decision with: a3 decide CASE --organ BODY",
        )));
    }
    let rooms: &[Room] = match how_much {
        HowMuch::OneScreen => &[Room::BridgeJoined, Room::FewRows, Room::Least],
        HowMuch::All => &[],
    };
    let in_room = |room| Showing { report, how_much, again, room, year: year(report) }.whole(page.clone());
    in_room(Room::Good).or_shorter(rooms.iter().map(|room| in_room(*room)))
}

/// The answer: what is deducted and has not come, else how much is measured.
fn title(report: &StatusReport) -> Text {
    let (day, year) = (report.wanted.day, report.appraised.organisation.budget_year);
    let Bridge { expected, measured, hole, .. } = report.bridge;
    let has_hole = report.bridge.has_hole();
    let answer = if report.is_unknown() {
        text!(nb: "ikke kjent", nn: "ikkje kjent", en: "not known")
    } else if report.cases.is_empty() {
        text!(nb: "ingen saker å følge", nn: "ingen saker å følgje", en: "no cases to follow")
    } else if !has_hole && expected.rounded(0).is_zero() && measured.rounded(0).is_zero() {
        text!(nb: "ingenting var ventet nå, og ingenting er målt", nn: "ingenting var venta no, og ingenting er målt", en: "nothing was expected by now, and nothing is measured")
    } else if !has_hole {
        text!(nb: "{measured} er målt av {expected} ventet nå", nn: "{measured} er målt av {expected} venta no", en: "{measured} is measured of {expected} expected by now"; measured, expected)
    } else {
        text!(
            nb: "{hole} er trukket fra budsjettet for {year} uten å ha kommet", nn: "{hole} er trekt frå budsjettet for {year} utan å ha kome",
            en: "{hole} is deducted from the budget for {year} without having come"; hole, year
        )
    };
    let owner = report.wanted.owner.as_ref();
    let owner = owner.map(|owner| text!(nb: " for {owner}", nn: " for {owner}", en: " of {owner}"));
    text!(all: "Status {day}{owner}: {answer}"; day = day.to_string(), owner, answer)
}

/// The gains as one table, for a spreadsheet; the accounts where they are asked for.
pub fn sheet(report: &StatusReport) -> Page {
    if let Some(of) = &report.accounts {
        return accounts::sheet(of, &report.holes);
    }
    let rows = report.cases.iter().flat_map(|case| case.gains().map(move |(_, gain)| (case, gain)));
    let figure = |of: &(&StatusCase, &FollowedGain), term: fn(&Bridge) -> Kroner| {
        of.1.figures.as_ref().map(|figures| term(&figures.bridge))
    };
    let id = |of: &(&StatusCase, &FollowedGain)| {
        report.case(of.0.place).map(|case| Text::same(&case.case.id)).unwrap_or_default()
    };
    let table = Listing::of(rows)
        .text(Text::same("sak"), id)
        .text(Text::same("gevinst"), |of| Text::same(&of.1.name))
        .kroner(Text::same("lovet"), |of| figure(of, |bridge| bridge.promised))
        .kroner(Text::same("ventet"), |of| figure(of, |bridge| bridge.expected))
        .kroner(Text::same("målt"), |of| of.1.figures.as_ref().and_then(|of| of.measured_money()))
        .text(Text::same("målt_slik"), |of| means(of.1))
        .kroner(Text::same("trukket_fra"), |of| figure(of, |bridge| bridge.deducted))
        .kroner(Text::same("hull"), |of| figure(of, |bridge| bridge.hole))
        .column(Kind::Number, Text::same("andel_av_veien"), |of| {
            of.1.progress.map_or(Cell::Empty, |progress| Cell::Percent(progress.way))
        })
        .text(Text::same("ord"), |of| following::word(of.1.word))
        .table();
    Page::of_table(table)
}

fn year(report: &StatusReport) -> Year {
    crate::date::year(report.wanted.day).unwrap_or(report.appraised.organisation.budget_year)
}

fn means(gain: &FollowedGain) -> Cell {
    let measured = gain.figures.as_ref().and_then(|figures| figures.measured);
    measured.map_or(Cell::Empty, |measured| following::means(measured.means).into())
}

/// How much of it there is room for on a screen, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Room {
    /// All that a screen has.
    Good,
    /// The terms of the bridge stand beside their sum.
    BridgeJoined,
    /// Fewer rows of gains too.
    FewRows,
    /// Fewest rows, and beside the tables only what is late.
    Least,
}

/// A report on its way to a page.
struct Showing<'a> {
    report: &'a StatusReport,
    how_much: HowMuch,
    again: &'a Again,
    room: Room,
    year: Year,
}

impl Showing<'_> {
    fn whole(&self, page: Page) -> Page {
        let page = page.with(Block::Paragraph(self.answer()));
        // On a screen the accounts stand in place of the gains.
        if self.report.accounts.is_some() && self.how_much == HowMuch::OneScreen {
            return page.with_all(self.change()).with_all(self.accounts()).with_all(self.rest());
        }
        page.with_all(self.gains())
            .with_all(self.change())
            .with_all(self.bridge())
            .with_all(self.prices().map(Block::Paragraph))
            .with_all(self.accounts())
            .with_all(self.rest())
    }

    /// What there is to say below the first line, and not again.
    fn answer(&self) -> Text {
        let Bridge { promised, expected, measured, .. } = self.report.bridge;
        let budget_year = self.report.appraised.organisation.budget_year;
        let first = if !self.report.bridge.has_hole() {
            text!(nb: "Lovet er {promised} i året.", nn: "Lova er {promised} i året.", en: "{promised} a year is promised."; promised)
        } else {
            text!(
                nb: "Lovet er {promised} i året. {expected} var ventet nå, og {measured} er målt.", nn: "Lova er {promised} i året. {expected} var venta no, og {measured} er målt.",
                en: "{promised} a year is promised. {expected} was expected by now, and {measured} is measured.";
                promised, expected, measured
            )
        };
        let none = deducted(&self.report.bridge, budget_year);
        let unit = text!(
            nb: "Alle beløp er per år, i kommunens eget budsjett.", nn: "Alle beløp er per år, i budsjettet til kommunen sjølv.",
            en: "All amounts are a year, in the municipality's own budget.",
        );
        let left_out =
            omitted::left_out(&self.report.appraised.omitted, &self.again.check()).unwrap_or_default();
        sentences([first, none, unit, left_out, self.accounts_answer()])
    }

    /// The hole by ansvar, the largest first.
    fn by_unit(&self) -> Text {
        let mut holes: Vec<&UnitHole> = self.report.holes.iter().collect();
        holes.sort_by_key(|hole| core::cmp::Reverse(hole.hole));
        let named = holes.iter().map(|of| {
            let hole = of.hole;
            match &of.unit {
                Some(unit) => text!(all: "ansvar {unit}: {hole}"; unit, hole),
                None => text!(nb: "uten ansvar: {hole}", nn: "utan ansvar: {hole}", en: "without ansvar: {hole}"; hole),
            }
        });
        self.named(MOST_NAMED, named).unwrap_or_default()
    }

    /// The first of these, as many as there is room for; none where there are none.
    fn named<T: Said>(&self, room: usize, all: impl IntoIterator<Item = T>) -> Option<Text> {
        at_most(self.how_much.at_most(room), all).unless_empty()
    }

    /// What has come since the day asked from.
    fn change(&self) -> Vec<Block> {
        let Some((since, before)) = self.report.wanted.since.zip(self.report.before) else {
            return Vec::new();
        };
        let measured = |gain: &FollowedGain| gain.figures.as_ref().and_then(|of| of.measured_money());
        let rows = self.report.cases.iter().flat_map(|case| {
            case.gains().filter_map(move |(place, gain)| {
                let then = case.before(place)?;
                (measured(then) != measured(gain) || then.word != gain.word).then_some((then, gain))
            })
        });
        let most = match self.room {
            _ if self.report.accounts.is_some() => 0,
            Room::Good | Room::BridgeJoined | Room::FewRows => 8,
            Room::Least => 3,
        };
        let rows: Vec<_> = rows.filter(|(_, gain)| gain.figures.is_some()).collect();
        let (all, shown) = (rows.len(), rows.len().min(self.how_much.at_most(most)));
        let rows = rows.into_iter().take(shown);
        let amount = |gain: &FollowedGain| measured(gain).map(Cell::Thousands);
        let table = Listing::of(rows)
            .text(text!(nb: "Gevinst", nn: "Gevinst", en: "Gain"), |(_, gain)| Text::same(&gain.name))
            .column(
                Kind::Thousands,
                text!(nb: "Målt {since}", nn: "Målt {since}", en: "Measured {since}"),
                |(then, _)| amount(then),
            )
            .column(
                Kind::Thousands,
                text!(nb: "Målt nå", nn: "Målt no", en: "Measured now"),
                |(_, gain)| amount(gain),
            )
            .text(text!(nb: "Da", nn: "Då", en: "Then"), |(then, _)| following::word(then.word))
            .text(text!(nb: "Nå", nn: "No", en: "Now"), |(_, gain)| following::word(gain.word))
            .table();
        let change = self.report.bridge.measured.minus(before.measured).unwrap_or_default();
        let heading = text!(nb: "Endring siden {since}: {change} målt", nn: "Endring sidan {since}: {change} målt", en: "Change since {since}: {change} measured"; since = since.to_string(), change);
        let heading = match shown < all && shown > 0 {
            true => {
                text!(nb: "{heading} ({shown} av {all} gevinster, alle med --alt)", nn: "{heading} ({shown} av {all} gevinstar, alle med --alt)", en: "{heading} ({shown} of {all} gains, all with --alt)"; heading)
            }
            false => heading,
        };
        if table.rows.is_empty() { vec![Block::Paragraph(heading)] } else { titled(heading, table) }
    }
}

/// What a row below another begins with.
fn inside() -> Text {
    Text::same("\u{a0}\u{a0}")
}

//! `a3 overview --gevinster`: every gain after DFØ and Prosjektveiviseren.

use super::{headed, on_one_screen};
use crate::pages::cell::Cell;
use crate::pages::how_much::HowMuch;
use crate::pages::listing::Listing;
use crate::pages::page::{Kind, Page, Table, titled};
use crate::report::{GainRow, Groups, OverviewReport, When};
use crate::sentences::omitted;
use crate::units::Kroner;
use crate::words::{Text, listed};
use crate::{counted, text};

/// A group of Prosjektveiviseren: its heading, its key, and its amount.
type Group = (fn() -> Text, &'static str, fn(&Groups) -> Kroner);

const GROUPS: [Group; 5] = [
    (|| text!(nb: "Budsjett", nn: "Budsjett", en: "Budget"), "budsjett", |of| of.budget),
    (|| text!(nb: "Omdisponert", nn: "Omdisponert", en: "Reallocated"), "omdisponert", |of| of.reallocated),
    (
        || text!(nb: "Andre offentlige", nn: "Andre offentlege", en: "Other public"),
        "andre_offentlige",
        |of| of.other_public,
    ),
    (
        || text!(nb: "Innbyggere og andre", nn: "Innbyggjarar og andre", en: "Residents and others"),
        "innbyggere_næringsliv",
        |of| of.others,
    ),
    (
        || text!(nb: "Unngått vekst", nn: "Unngått vekst", en: "Growth avoided"),
        "unngått_vekst",
        |of| of.avoided_growth,
    ),
];

/// Every gain, with what it is worth and whose it is, and below how it is followed.
pub fn gains_page(report: &OverviewReport, how_much: HowMuch) -> Page {
    let mut money = Listing::of(&report.gains)
        .text(text!(nb: "Gevinst", nn: "Gevinst", en: "Gain"), |row| &row.name)
        .text(text!(nb: "Type", nn: "Type", en: "Kind"), |row| row.kind.words());
    let is_used = |amount: fn(&Groups) -> Kroner| {
        report.gains.iter().filter_map(|row| row.groups.as_ref()).any(|of| !amount(of).is_zero())
    };
    for (heading, _, amount) in GROUPS.into_iter().filter(|(_, _, amount)| is_used(*amount)) {
        money = money.column(Kind::Thousands, heading(), move |row| {
            row.groups.as_ref().map_or(Cell::Empty, |of| Cell::Thousands(amount(of)))
        });
    }
    let followed = Listing::of(&report.gains)
        .text(text!(nb: "Gevinst", nn: "Gevinst", en: "Gain"), |row| &row.name)
        .text(text!(nb: "Eier", nn: "Eigar", en: "Owner"), |row| &row.owner)
        .text(text!(nb: "Bygger på", nn: "Byggjer på", en: "Builds on"), |row| listed(&row.assumptions))
        .text(text!(nb: "Måling", nn: "Måling", en: "Measured by"), |row| listed(&row.measurements))
        .text(text!(nb: "Når", nn: "Når", en: "When"), when)
        .table();
    let worth = text!(nb: "Hva gevinstene er verdt i året, etter hvem som får dem", nn: "Kva gevinstane er verde i året, etter kven som får dei", en: "What the gains are worth a year, by who gets them");
    let by_whom = text!(nb: "Hvem som tar dem ut, hva de bygger på, og når de er målt", nn: "Kven som tek dei ut, kva dei byggjer på, og når dei er målte", en: "Who takes them out, what they build on, and when they are measured");
    let answer = match report.gains.len() {
        0 if report.appraised.is_unknown() => {
            let what = text!(nb: "om det er noen gevinster", nn: "om det er nokre gevinstar", en: "whether there are any gains");
            return Page::new(omitted::unknown(&what, &report.appraised));
        }
        0 => text!(nb: "ingen gevinster", nn: "ingen gevinstar", en: "no gains"),
        count => {
            counted!(count; nb: "1 gevinst" | "{count} gevinster", nn: "1 gevinst" | "{count} gevinstar", en: "1 gain" | "{count} gains")
        }
    };
    let page = Page::new(headed(report, answer)).with_all(titled(worth, money.table()));
    on_one_screen(page.with_all(titled(by_whom, followed)), how_much)
}

fn when(row: &&GainRow) -> Cell {
    match row.when {
        When::Day(day) => Cell::Text(Text::same(&day.to_string())),
        When::Year(year) => Cell::Year(year),
        When::Unknown => Cell::Empty,
    }
}

/// The same as one table, for a spreadsheet.
pub fn gains_sheet(report: &OverviewReport) -> Page {
    let mut table = Listing::of(&report.gains)
        .text(Text::same("sak"), |row| &row.id)
        .text(Text::same("gevinst"), |row| &row.name)
        .text(Text::same("type"), |row| Text::same(row.kind.word()))
        .text(Text::same("mottaker"), |row| Text::same(row.recipient.word()));
    for (_, key, amount) in GROUPS {
        table = table.kroner(Text::same(key), move |row| row.groups.as_ref().map(amount));
    }
    let table: Table = table
        .number(Text::same("timer"), |row| row.hours)
        .text(Text::same("eier"), |row| &row.owner)
        .text(Text::same("forutsetninger"), |row| listed(&row.assumptions))
        .text(Text::same("målinger"), |row| listed(&row.measurements))
        .text(Text::same("når"), when)
        .table();
    Page::of_table(table)
}

//! `a3 decide`: a vedtak in one case, or in all that are chosen, with the figures promised.

use super::prelude::*;
use a3::model::Outcome;
use a3::pages::decided_page;
use a3::report::change::{self, DecideWanted, WhichCases};
use a3::sentences::written::Writing;
use a3::sentences::{refused, written};
use a3::units::Year;

const OUTCOMES: Choices<Outcome> = &[
    ("vedtatt", Outcome::Adopted),
    ("innstilt", Outcome::Recommended),
    ("utsatt", Outcome::Postponed),
    ("avvist", Outcome::Rejected),
];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Skriv et vedtak i en sak, eller i alle som er valgt, med tallene det bygger på.", nn: "Skriv eit vedtak i ei sak, eller i alle som er valde, med tala det byggjer på.",
        en: "Write a decision in a case, or in all that are chosen, with the figures it builds on."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 decide --alle-valgte --organ Kommunestyret --sak \"PS 88/26\" --vis\n  a3 decide digital-post --organ Formannskapet --dato 2026-10-20\n\nTallene som blir lovet, står under «lovet» i vedtaket. Endres de siden, sier a3 check fra.", nn: "Døme:\n  a3 decide --alle-valgte --organ Kommunestyret --sak \"PS 88/26\" --vis\n  a3 decide digital-post --organ Formannskapet --dato 2026-10-20\n\nTala som blir lova, står under «lovet» i vedtaket. Blir dei endra seinare, seier a3 check frå.",
        en: "Example:\n  a3 decide --alle-valgte --organ Kommunestyret --sak \"PS 88/26\" --vis\n  a3 decide digital-post --organ Formannskapet --dato 2026-10-20\n\nThe figures promised stand under “lovet” of the decision. When they change later, a3 check says so."
    );
    let all = words!(nb: "Alle sakene a3 rank har valgt, med oppstarten de er valgt med", nn: "Alle sakene a3 rank har valt, med oppstarten dei er valde med", en: "All the cases a3 rank has chosen, with the start they are chosen with");
    let but = words!(nb: "Ikke denne; kan gjentas", nn: "Ikkje denne; kan gjentakast", en: "Not this one; may be repeated");
    let start = words!(nb: "Året saken begynner [vanlig: som a3 rank har valgt, ellers som i fila]", nn: "Året saka begynner [vanleg: som a3 rank har valt, elles som i fila]", en: "The year the case starts [default: as a3 rank has chosen, else as in the file]");
    let body = words!(nb: "Hvem som har vedtatt", nn: "Kven som har vedteke", en: "Who has decided");
    let date = words!(nb: "Dagen det ble vedtatt [vanlig: i dag]", nn: "Dagen det blei vedteke [vanleg: i dag]", en: "The day it was decided [default: today]");
    let reference = words!(nb: "Saksnummeret", nn: "Saksnummeret", en: "The number of the matter");
    let outcome = words!(nb: "vedtatt, innstilt, utsatt eller avvist [vanlig: vedtatt]", nn: "vedtatt, innstilt, utsatt eller avvist [vanleg: vedtatt]", en: "vedtatt (adopted), innstilt (recommended), utsatt (postponed) or avvist (rejected) [default: vedtatt]");
    let show = words!(nb: "Vis hva som ville blitt skrevet, uten å skrive det", nn: "Vis kva som ville blitt skrive, utan å skrive det", en: "Show what would be written, without writing it");
    make.command("decide", about, after)
        .args([
            write::case(make).required_unless_present("all"),
            make.flag("all", all).long("alle-valgte").conflicts_with("case"),
            make.text("but", but).long("unntatt").action(ArgAction::Append).requires("all"),
            make.year(make.option("start", YEAR, start).long("oppstart")).conflicts_with("all"),
            make.text("body", body).long("organ").required(true),
            make.date("on", date).long("dato"),
            make.text("reference", reference).long("sak"),
            choice(make.option("outcome", WORD, outcome).long("beslutning"), OUTCOMES),
            make.flag("show", show).long("vis"),
            make.page_format(),
            write::folder(make),
            write::today(make),
        ])
        .args(effort::arguments(make))
}

/// Writes the decisions, and shows what was promised.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let part = write::opened(asked)?;
    let repository = part.whole()?;
    let cases = match asked.one("case") {
        Some(case) => WhichCases::One { case, start: asked.one::<Year>("start") },
        None => WhichCases::Chosen { but: asked.many("but"), among: part.asked },
    };
    let wanted = DecideWanted {
        cases,
        body: asked.one("body").unwrap_or_default(),
        date: asked.one::<NaiveDate>("on").unwrap_or(asked.today),
        reference: asked.one("reference"),
        outcome: asked.one::<Outcome>("outcome").unwrap_or(Outcome::Adopted),
        today: asked.today,
        effort: effort::to_write(asked),
    };
    let report = change::decide(&repository, &wanted, &asked.watch());
    let report = report.map_err(|why| refused::sentence(&why))?;
    let writing = if asked.flag("show") { Writing::Shown } else { Writing::Written };
    if writing == Writing::Written {
        write::put(&repository, &report.rewrites)?;
    }
    let format = asked.format();
    let shown = match format {
        Format::Json => {
            let said = written::unproven(&report).into_iter().chain(written::breaks(&report));
            let said = said.chain(written::waits(&report)).chain(written::moved(&report, writing));
            said.for_each(|said| asked.say(&said));
            contract::decide::json(&report, &wanted, writing, asked.language)
        }
        Format::Page(format) => asked.show(format, decided_page::page(&report, &wanted, writing)),
    };
    asked.give(&shown)?;
    Ok(Ending::Clean)
}

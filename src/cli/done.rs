//! `a3 done`: a row of the plan that is done, or has a new due date.

use super::prelude::*;
use a3::report::change::{self, DoneWanted, NewDeadline};
use a3::sentences::{refused, written};

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Si at en rad i planen, betingelsene eller forankringen er ferdig, eller gi den ny frist.", nn: "Sei at ei rad i planen, vilkåra eller forankringa er ferdig, eller gi ho ny frist.",
        en: "Say that a row of plan, betingelser or forankring is done, or give it a new due date."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 done energisparing-i-bygg \"signere avtalen\"\n  a3 done energisparing-i-bygg signere --ny-frist 2027-03-01 --merknad Anbud\n\nEn del av det raden sier, er nok. Den gamle fristen blir stående i merknaden.", nn: "Døme:\n  a3 done energisparing-i-bygg \"signere avtalen\"\n  a3 done energisparing-i-bygg signere --ny-frist 2027-03-01 --merknad Anbod\n\nEin del av det rada seier, er nok. Den gamle fristen blir ståande i merknaden.",
        en: "Example:\n  a3 done energisparing-i-bygg \"signere avtalen\"\n  a3 done energisparing-i-bygg signere --ny-frist 2027-03-01 --merknad Tender\n\nA part of what the row says is enough. The old due date is kept in the remark."
    );
    let row = words!(nb: "Det raden sier, eller en del av det", nn: "Det rada seier, eller ein del av det", en: "What the row says, or a part of it");
    let due = words!(nb: "Raden er ikke ferdig, men har denne fristen", nn: "Rada er ikkje ferdig, men har denne fristen", en: "The row is not done, but has this due date");
    let note = words!(nb: "Hvorfor fristen er flyttet", nn: "Kvifor fristen er flytta", en: "Why the due date is moved");
    let line = words!(nb: "Linja raden står på, når flere sier det samme", nn: "Linja rada står på, når fleire seier det same", en: "The line the row stands on, when several say the same");
    let lines = words!(nb: "skriv nummeret på en linje i fila, fra 1", nn: "skriv nummeret på ei linje i fila, frå 1", en: "write the number of a line of the file, from 1");
    let shown = words!(nb: "LINJE", nn: "LINJE", en: "LINE");
    let line = make.option("line", shown, line).long("linje");
    make.command("done", about, after).args([
        write::case(make).required(true),
        make.word("row", words!(nb: "PLANRAD", nn: "PLANRAD", en: "ROW"), row)
            .required_unless_present("line"),
        make.whole(line, 1..=usize::MAX, lines),
        make.date("due", due).long("ny-frist").requires("note"),
        make.text("note", note).long("merknad").requires("due"),
        write::folder(make),
        make.day(),
    ])
}

/// Writes that the row is done.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let due = asked.one::<NaiveDate>("due").zip(asked.one("note"));
    let wanted = DoneWanted {
        case: asked.one("case").unwrap_or_default(),
        row: asked.one("row"),
        line: asked.one::<usize>("line"),
        deadline: due.map(|(date, why)| NewDeadline { date, why }),
        today: asked.today,
    };
    let repository = write::opened(asked)?;
    let report = change::done(&repository, &wanted).map_err(|why| refused::sentence(&why))?;
    write::put(&repository, core::slice::from_ref(&report.rewrite))?;
    let said = asked.told(written::done(&report).get(asked.language));
    asked.give(&said)?;
    Ok(Ending::Clean)
}

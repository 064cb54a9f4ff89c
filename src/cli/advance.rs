//! `a3 advance`: the blocks of the next phase written in a case.

use super::prelude::*;
use a3::model::Phase;
use a3::report::change::{self, AdvanceReport, AdvanceWanted};
use a3::sentences::written::Writing;
use a3::sentences::{refused, written};

const PHASES: Choices<Phase> = &[
    ("dypdykk", Phase::DeepDive),
    ("prioritering", Phase::Prioritisation),
    ("forberedelse", Phase::Preparation),
    ("gjennomføring", Phase::Implementation),
    ("avsluttet", Phase::Closed),
];

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Ta en sak til neste fase: skriv feltene fasen spør om, fylt inn med det som er kjent.", nn: "Ta ei sak til neste fase: skriv felta fasen spør om, fylte inn med det som er kjent.",
        en: "Take a case to its next phase: write the fields it asks for, filled in with what is known."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 advance digitalt-tilsyn-natt --vis   se linjene først\n  a3 advance digitalt-tilsyn-natt         skriv dem\n  a3 advance digital-post --til forberedelse\n\nDet ingen har sagt, står som «…» med hva det er, og a3 check spør etter det.\nVedtak, kilder og beløp blir aldri funnet på.", nn: "Døme:\n  a3 advance digitalt-tilsyn-natt --vis   sjå linjene først\n  a3 advance digitalt-tilsyn-natt         skriv dei\n  a3 advance digital-post --til forberedelse\n\nDet ingen har sagt, står som «…» med kva det er, og a3 check spør etter det.\nVedtak, kjelder og beløp blir aldri funne på.",
        en: "Example:\n  a3 advance digitalt-tilsyn-natt --vis   see the lines first\n  a3 advance digitalt-tilsyn-natt         write them\n  a3 advance digital-post --til forberedelse\n\nWhat nobody has said stands as “…” with what it is, and a3 check asks for it.\nDecisions, sources and amounts are never made up."
    );
    let to = words!(
        nb: "dypdykk, prioritering, forberedelse, gjennomføring eller avsluttet [vanlig: den neste]; fasen saken er i, for det som mangler der", nn: "dypdykk, prioritering, forberedelse, gjennomføring eller avsluttet [vanleg: den neste]; fasen saka er i, for det som manglar der",
        en: "dypdykk, prioritering, forberedelse, gjennomføring or avsluttet [default: the next]; the phase the case is in, for what is missing there"
    );
    let show = words!(
        nb: "Vis linjene som ville blitt skrevet, uten å skrive dem", nn: "Vis linjene som ville blitt skrivne, utan å skrive dei",
        en: "Show the lines that would be written, without writing them"
    );
    make.command("advance", about, after).args([
        write::case(make).required(true),
        choice(make.option("to", words!(nb: "FASE", nn: "FASE", en: "PHASE"), to).long("til"), PHASES),
        make.flag("show", show).long("vis"),
        write::folder(make),
        make.day(),
    ])
}

/// Writes the blocks.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let wanted = AdvanceWanted {
        case: asked.one::<String>("case").unwrap_or_default(),
        to: asked.one::<Phase>("to"),
        today: asked.today,
        language: asked.language,
    };
    let repository = write::opened(asked)?;
    let report = change::advance(&repository, &wanted).map_err(|why| refused::sentence(&why))?;
    let writing = if asked.flag("show") { Writing::Shown } else { Writing::Written };
    if writing == Writing::Written {
        write::put(&repository, core::slice::from_ref(&report.rewrite))?;
    }
    asked.give(&shown(&report, writing, asked))?;
    Ok(Ending::Clean)
}

/// What was written; with --vis the lines themselves too.
fn shown(report: &AdvanceReport, writing: Writing, asked: &Asked) -> String {
    let said = written::advanced(report, writing);
    let said = said.iter().map(|line| asked.told(line.get(asked.language)));
    let lines = if writing == Writing::Shown { report.added() } else { Vec::new() };
    let lines = lines.iter().map(|line| format!("{}\n", terminal::clean(&format!("+ {line}"))));
    said.chain(lines).collect()
}

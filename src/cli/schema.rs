//! `a3 schema`: the JSON Schemas of the files people write and of every JSON output.

use super::prelude::*;
use a3::contract::schema;

/// Arguments and help.
pub(super) fn command(make: Make) -> Command {
    let about = words!(
        nb: "Skriv ut JSON Schema for filene og for utdata.", nn: "Skriv ut JSON Schema for filene og for utdata.",
        en: "Print the JSON Schemas of the files and of the outputs."
    );
    let after = words!(
        nb: "Eksempel:\n  a3 schema sak -o sak.schema.json   så editoren hjelper til mens du skriver\n  a3 schema rank                     hva a3 rank --format json inneholder", nn: "Døme:\n  a3 schema sak -o sak.schema.json   så editoren hjelper til medan du skriv\n  a3 schema rank                     kva a3 rank --format json inneheld",
        en: "Example:\n  a3 schema sak -o sak.schema.json   so that the editor helps while you write\n  a3 schema rank                     what a3 rank --format json holds"
    );
    let name = words!(
        nb: "sak og a3 (filene); check, calc, rank, budget, status, decide, overview og next (utdata)", nn: "sak og a3 (filene); check, calc, rank, budget, status, decide, overview og next (utdata)",
        en: "sak and a3 (the files); check, calc, rank, budget, status, decide, overview and next (the outputs)"
    );
    make.command("schema", about, after)
        .arg(one_of(make.word("name", NAME, name).required(true), schema::NAMES))
}

/// Prints the schema asked for.
pub(super) fn run(asked: &Asked) -> Result<Ending, Text> {
    let name = asked.one::<String>("name").unwrap_or_default();
    asked.give(&schema::named(&name).unwrap_or_default())?;
    Ok(Ending::Clean)
}

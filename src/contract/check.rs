//! `a3 check --format json`.

use super::describe::{count, list, object, or_null, root, text, version, words};
use super::{VERSION, document};
use crate::diagnostic::{FileFindings, Finding, Grade, Report};
use crate::words::Language;
use serde::Serialize;
use serde_json::Value;

#[derive(Serialize)]
struct Check<'a> {
    versjon: u8,
    rot: &'a str,
    saker: usize,
    funn: Vec<Found<'a>>,
}

#[derive(Serialize)]
struct Found<'a> {
    #[serde(rename = "regel")]
    rule: &'a str,
    #[serde(rename = "grad")]
    grade: &'static str,
    #[serde(rename = "fil")]
    file: &'a str,
    #[serde(rename = "linje")]
    line: usize,
    #[serde(rename = "kolonne")]
    column: usize,
    #[serde(rename = "sluttlinje")]
    end_line: usize,
    #[serde(rename = "sluttkolonne")]
    end_column: usize,
    #[serde(rename = "tittel")]
    title: &'a str,
    #[serde(rename = "hvorfor")]
    why: &'a str,
    #[serde(rename = "slik")]
    how: &'a str,
    #[serde(rename = "sak")]
    case: Option<&'a str>,
}

/// Everything found, as one JSON document.
#[must_use]
pub fn json(report: &Report, language: Language) -> String {
    let found = report.located().map(|(file, finding)| found(file, finding, language)).collect();
    document(&Check { versjon: VERSION, rot: &report.root, saker: report.cases, funn: found })
}

fn found<'a>(file: &'a FileFindings, finding: &'a Finding, language: Language) -> Found<'a> {
    let start = file.source.position(finding.span.start);
    let end = file.source.position(finding.span.end);
    Found {
        rule: finding.rule,
        grade: word(finding.grade),
        file: &file.source.path,
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        title: finding.title.get(language),
        why: finding.why.get(language),
        how: finding.how.get(language),
        case: file.case.as_deref(),
    }
}

/// The word of the contract, the same in every language.
const fn word(grade: Grade) -> &'static str {
    match grade {
        Grade::Error => "feil",
        Grade::Warning => "advarsel",
        Grade::Note => "merknad",
    }
}

/// Its JSON Schema: schemas/check.schema.json.
#[must_use]
pub fn schema() -> Value {
    let finding = object(&[
        ("regel", text("Regelens navn; a3 explain REGEL forklarer den")),
        ("grad", words(&["feil", "advarsel", "merknad"])),
        ("fil", text("Sti fra rota, med / mellom leddene")),
        ("linje", count("Fra 1")),
        ("kolonne", count("Tegn i linja, fra 1")),
        ("sluttlinje", count("Linja der funnet slutter")),
        ("sluttkolonne", count("Tegnet etter det siste")),
        ("tittel", text("Hva som er galt")),
        ("hvorfor", text("Hvorfor det betyr noe; kan være tom")),
        ("slik", text("Hva som kan skrives i stedet; kan være tom")),
        ("sak", or_null(&text("Sakens id, der fila er en sak"))),
    ]);
    root(
        "a3 check --format json",
        &[
            ("versjon", version()),
            ("rot", text("Mappa med a3.yaml")),
            ("saker", count("Saker som er sjekket")),
            ("funn", list(&finding)),
        ],
    )
}

//! What can be pasted at the end of a case: the keys it lacks, each value still to be written. No value in it
//! can be taken for an answer: `…` is asked for until something else stands there.

use crate::document;
use crate::shape::{Field, Kind, Section};
use crate::source::Span;
use crate::words::{Language, Text, Words};
use std::collections::BTreeSet;

/// What is written of a row in a block, by the key it stands under; the first begins the row.
const ROWS: &[(&str, &[&str])] = &[
    ("gap", &["navn", "nå", "ønsket", "kilde"]),
    ("forankring", &["hvem", "hvordan", "dato"]),
    ("plan", &["hva", "hvem", "frist"]),
    ("vedtak", &["dato", "organ", "beslutning", "innarbeidet"]),
];

/// The lines of a field that nobody has written.
pub(super) fn of(field: &'static Field, case: &document::Case) -> Text {
    let key = field.key;
    if key == "målinger" {
        return measurements(field, case);
    }
    let rows = ROWS.iter().find(|(name, _)| *name == key).zip(row_section(&field.kind));
    match rows {
        Some(((_, keys), section)) => Text::in_each(|language| {
            let fields = keys.iter().filter_map(|key| section.field(key));
            let lines = fields.map(|field| line(field.key, field.doc, language));
            format!("{key}:\n{}", as_row(lines))
        }),
        None if key == "alternativer" => alternatives(),
        None => Text::in_each(|language| line(key, field.doc, language)),
    }
}

/// `key: …  # what it is`
fn line(key: &str, doc: Words, language: Language) -> String {
    format!("{key}: …  # {}", doc.get(language))
}

/// Lines as one row of a list.
fn as_row(lines: impl Iterator<Item = String>) -> String {
    let mark = |(place, line): (usize, String)| format!("{}{line}", if place == 0 { "  - " } else { "    " });
    lines.enumerate().map(mark).collect::<Vec<_>>().join("\n")
}

fn alternatives() -> Text {
    let lines = |name: &str, assessment: &str, chosen: &str| {
        format!(
            "alternativer:\n  - navn: Fortsette som i dag\n    vurdering: …  # {assessment}\n  \
             - navn: …  # {name}\n    vurdering: …  # {assessment}\n    valgt: …  # {chosen}"
        )
    };
    Text {
        nb: lines("en annen måte å nå målet på", "hva dere mener om det", "skriv ja på det dere går for"),
        en: lines("another way to the goal", "what you think of it", "write ja on the one you go for"),
    }
}

/// A måling for each gain.
fn measurements(field: &'static Field, case: &document::Case) -> Text {
    let Some(section) = row_section(&field.kind) else { return Text::default() };
    let names = case.benefits.rows().iter().filter_map(|benefit| benefit.name.text());
    let names: Vec<String> = names.map(quoted).collect();
    Text::in_each(|language| {
        let said = |key: &str| section.field(key).map_or("", |field| field.doc.get(language));
        let row = |name: &String| {
            format!(
                "  - navn: …  # {}\n    gevinst: {name}\n    nullpunkt:  # {}\n      dato: …\n      verdi: …\n    \
                 mål:  # {}\n      dato: …\n      verdi: …\n    hyppighet: …  # {}\n    ansvarlig: …  # {}",
                said("navn"),
                said("nullpunkt"),
                said("mål"),
                said("hyppighet"),
                said("ansvarlig"),
            )
        };
        format!("målinger:\n{}", names.iter().map(row).collect::<Vec<_>>().join("\n"))
    })
}

/// ny_praksis of these units.
pub(super) fn new_practice(units: &[(&str, Option<Span>)]) -> Text {
    let lines = |from: &str, fte: &str| {
        let row = |(unit, _): &(&str, Option<Span>)| {
            let unit = quoted(unit);
            format!(
                "  - ansvar: {unit}\n    fra: …  # {from}\n    bemanning:\n      - stilling: …\n        \
                 årsverk: …  # {fte}\n        funksjon: …"
            )
        };
        format!("ny_praksis:\n{}", units.iter().map(row).collect::<Vec<_>>().join("\n"))
    };
    Text {
        nb: lines("året i saken det gjelder fra", "hvor mange det blir"),
        en: lines("the year of the case it holds from", "how many it becomes"),
    }
}

/// What users have written, so that it reads back as the same in one line of YAML.
fn quoted(written: &str) -> String {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == ' ';
    let starts_well = written.chars().next().is_some_and(char::is_alphabetic);
    let is_word = starts_well && !written.ends_with(' ') && written.chars().all(is_plain);
    if is_word || written.chars().all(|letter| letter.is_ascii_digit()) {
        return written.to_owned();
    }
    let mut quoted = String::from("\"");
    for letter in written.chars() {
        if matches!(letter, '"' | '\\') {
            quoted.push('\\');
        }
        quoted.push(if letter.is_control() { ' ' } else { letter });
    }
    quoted.push('"');
    quoted
}

/// The section of the rows of a list.
fn row_section(kind: &'static Kind) -> Option<&'static Section> {
    if let Kind::List(Kind::Section(section)) | Kind::Filled(Kind::Section(section)) = kind {
        Some(section)
    } else {
        None
    }
}

/// What stands in a block only once.
pub(super) fn together(blocks: impl Iterator<Item = Text>) -> Text {
    let blocks: Vec<Text> = blocks.collect();
    Text::in_each(|language| {
        let mut seen = BTreeSet::new();
        let blocks = blocks.iter().map(|block| block.get(language));
        blocks.filter(|block| !block.is_empty() && seen.insert(*block)).collect::<Vec<_>>().join("\n")
    })
}

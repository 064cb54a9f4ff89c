//! What can be pasted at the end of a case: the keys it lacks, each value still to be written. No value in it
//! can be taken for an answer: `…` is asked for until something else stands there.

use crate::checks::prelude::*;
use crate::shape::{Field, Kind, Section};
use crate::words::Language;
use crate::yaml::{self, Among};

/// What is written of a row in a block, by the key it stands under; the first begins the row.
const ROWS: &[(&str, &[&str])] = &[
    ("minimumskrav", &["krav", "hjemmel", "oppfylt", "etter"]),
    ("gap", &["navn", "nå", "ønsket", "kilde"]),
    ("kostnader", &["navn", "type", "beløp", "kilde"]),
    ("risiko", &["hva", "sannsynlighet", "konsekvens", "tiltak"]),
    ("betingelser", &["hva", "hvem", "frist"]),
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
            let lines = fields.map(|field| line(field, language));
            format!("{key}:{}\n{}", may_be_none(key, language), as_row(lines))
        }),
        None if key == "alternativer" => alternatives(),
        None if key == "forutsetninger" => assumptions(),
        None => Text::in_each(|language| line(field, language)),
    }
}

/// The fields that may hold no rows, as when there is no duty to think of.
const MAY_BE_NONE: [&str; 4] = ["minimumskrav", "kostnader", "risiko", "betingelser"];

fn may_be_none(key: &str, language: Language) -> String {
    if !MAY_BE_NONE.contains(&key) {
        return String::new();
    }
    let said = crate::text!(nb: "  # er det ingen, skriv {key}: []", nn: "  # er det ingen, skriv {key}: []", en: "  # where there are none, write {key}: []");
    said.get(language).to_owned()
}

/// `key: …  # what it is (one word, or another)`
fn line(field: &Field, language: Language) -> String {
    let doc = field.doc.get(language);
    if let Kind::Choice(words) = field.kind {
        let doc = doc.trim_end_matches('.');
        return format!("{}: …  # {doc} ({})", field.key, words.join(", "));
    }
    format!("{}: …  # {doc}", field.key)
}

/// A figure a formula uses, with its three points.
fn assumptions() -> Text {
    let lines = |name: &str, points: [&str; 4]| {
        let [low, mode, high, source] = points;
        format!(
            "forutsetninger:\n  antall:  # {name}\n    lav: …  # {low}\n    verdi: …  # {mode}\n    høy: …  # {high}\n    kilde: …  # {source}"
        )
    };
    Text {
        nb: lines(
            "navnet beregningen bruker; ett slikt for hvert tall",
            [
                "det laveste det kan bli",
                "det mest sannsynlige",
                "det høyeste det kan bli",
                "hvor tallet er hentet fra",
            ],
        ),
        nn: lines(
            "namnet utrekninga bruker; eitt slikt for kvart tal",
            [
                "det lågaste det kan bli",
                "det mest sannsynlege",
                "det høgaste det kan bli",
                "kor talet er henta frå",
            ],
        ),
        en: lines(
            "the name the calculation uses; one like this for each figure",
            ["the lowest it can be", "the most likely", "the highest it can be", "where the figure is from"],
        ),
    }
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
        nn: lines("ein annan måte å nå målet på", "kva de meiner om det", "skriv ja på det de går for"),
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
        let often = crate::model::Frequency::WORDS.join(", ");
        let row = |name: &String| {
            format!(
                "  - navn: …  # {}\n    gevinst: {name}\n    nullpunkt:  # {}\n      dato: …\n      verdi: …\n    \
                 mål:  # {}\n      dato: …\n      verdi: …\n    hyppighet: …  # {} ({often})\n    ansvarlig: …  # {}",
                said("navn"),
                said("nullpunkt"),
                said("mål"),
                said("hyppighet").trim_end_matches('.'),
                said("ansvarlig"),
            )
        };
        format!("målinger:\n{}", names.iter().map(row).collect::<Vec<_>>().join("\n"))
    })
}

/// A unit whose practice changes, and whether it is positions that go or other lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PracticeOf<'a> {
    /// ansvar; none where the line of the gain is still to be written.
    pub(super) unit: Option<&'a str>,
    pub(super) at: Option<Span>,
    pub(super) by_wage: bool,
}

/// ny_praksis of these units.
pub(super) fn new_practice(units: &[PracticeOf<'_>]) -> Text {
    let lines = |from: &str, fte: &str, amount: &str| {
        let row = |of: &PracticeOf<'_>| {
            let unit = of.unit.map_or_else(|| "…".to_owned(), quoted);
            let becomes = match of.by_wage {
                true => format!(
                    "bemanning:\n      - stilling: …\n        årsverk: …  # {fte}\n        funksjon: …"
                ),
                false => format!("andre:\n      - art: …\n        funksjon: …\n        beløp: …  # {amount}"),
            };
            format!("  - ansvar: {unit}\n    fra: …  # {from}\n    {becomes}")
        };
        format!("ny_praksis:\n{}", units.iter().map(row).collect::<Vec<_>>().join("\n"))
    };
    Text {
        nb: lines(
            "året i saken det gjelder fra, som år 1",
            "hvor mange det blir i alt",
            "hva linja blir på i året",
        ),
        nn: lines(
            "året i saka det gjeld frå, som år 1",
            "kor mange det blir i alt",
            "kva linja blir på i året",
        ),
        en: lines(
            "the year of the case it holds from, as år 1",
            "how many it becomes in all",
            "what the line becomes a year",
        ),
    }
}

/// What users have written, so that it reads back as the same in one line of YAML.
pub(super) fn quoted(text: &str) -> String {
    yaml::written(&yaml::one_line(text), Among::Brackets)
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

//! What can be pasted at the end of a case: the keys it lacks, each value still to be written. No value in it
//! can be taken for an answer: `…` is asked for until something else stands there.

use crate::checks::prelude::*;
use crate::shape::{Field, Kind};
use crate::words;
use crate::words::Language;
use crate::yaml::{self, Among};

/// The lines of a field that nobody has written.
pub(super) fn of(field: &Field, case: &document::Case) -> Text {
    let key = field.key;
    match key {
        "målinger" => measurements(field, case),
        "alternativer" => alternatives(),
        "forutsetninger" => assumptions(),
        _ => Text::in_each(|language| match field.new_row() {
            Some(row) => {
                let lines = row.map(|field| line(field, language));
                format!("{key}:{}\n{}", may_be_none(key, language), as_row(lines))
            }
            None => line(field, language),
        }),
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
    let name = words!(
        nb: "navnet beregningen bruker; ett slikt for hvert tall", nn: "namnet utrekninga bruker; eitt slikt for kvart tal",
        en: "the name the calculation uses; one like this for each figure",
    );
    let low =
        words!(nb: "det laveste det kan bli", nn: "det lågaste det kan bli", en: "the lowest it can be");
    let mode = words!(nb: "det mest sannsynlige", nn: "det mest sannsynlege", en: "the most likely");
    let high =
        words!(nb: "det høyeste det kan bli", nn: "det høgaste det kan bli", en: "the highest it can be");
    let source =
        words!(nb: "hvor tallet er hentet fra", nn: "kor talet er henta frå", en: "where the figure is from");
    Text::in_each(|language| {
        let [name, low, mode, high, source] = [name, low, mode, high, source].map(|what| what.get(language));
        format!(
            "forutsetninger:\n  antall:  # {name}\n    lav: …  # {low}\n    verdi: …  # {mode}\n    høy: …  # {high}\n    kilde: …  # {source}"
        )
    })
}

/// Lines as one row of a list.
fn as_row(lines: impl Iterator<Item = String>) -> String {
    let mark = |(place, line): (usize, String)| format!("{}{line}", if place == 0 { "  - " } else { "    " });
    lines.enumerate().map(mark).collect::<Vec<_>>().join("\n")
}

fn alternatives() -> Text {
    let assessment =
        words!(nb: "hva dere mener om det", nn: "kva de meiner om det", en: "what you think of it");
    let name = words!(nb: "en annen måte å nå målet på", nn: "ein annan måte å nå målet på", en: "another way to the goal");
    let chosen = words!(nb: "skriv ja på det dere går for", nn: "skriv ja på det de går for", en: "write ja on the one you go for");
    Text::in_each(|language| {
        let [assessment, name, chosen] = [assessment, name, chosen].map(|what| what.get(language));
        format!(
            "alternativer:\n  - navn: Fortsette som i dag\n    vurdering: …  # {assessment}\n  \
             - navn: …  # {name}\n    vurdering: …  # {assessment}\n    valgt: …  # {chosen}"
        )
    })
}

/// A måling for each gain.
fn measurements(field: &Field, case: &document::Case) -> Text {
    let Some(section) = field.rows() else { return Text::default() };
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
    let from = words!(
        nb: "året i saken det gjelder fra, som år 1", nn: "året i saka det gjeld frå, som år 1",
        en: "the year of the case it holds from, as år 1",
    );
    let fte = words!(nb: "hvor mange det blir i alt", nn: "kor mange det blir i alt", en: "how many it becomes in all");
    let amount = words!(nb: "hva linja blir på i året", nn: "kva linja blir på i året", en: "what the line becomes a year");
    Text::in_each(|language| {
        let [from, fte, amount] = [from, fte, amount].map(|what| what.get(language));
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
    })
}

/// What users have written, so that it reads back as the same in one line of YAML.
pub(super) fn quoted(text: &str) -> String {
    yaml::written(&yaml::one_line(text), Among::Brackets)
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

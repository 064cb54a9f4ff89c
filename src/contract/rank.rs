//! `a3 rank --format json`, without frames.

use super::amount::{fte, kroner};
use super::describe::{
    amount, count, left_out, list, null, object, or_null, root, text, version, words, year, yes_no,
};
use super::{LeftOut, VERSION, document};
use crate::choose::{Candidate, Entry, Ranking, Verdict};
use crate::model::Method;
use crate::units::Year;
use serde::Serialize;
use serde_json::{Value, json};

/// What the document is made from.
#[derive(Debug)]
pub struct Ranked<'a> {
    /// The list.
    pub ranking: &'a Ranking,
    /// What its entries point at.
    pub candidates: &'a [Candidate<'a>],
    /// Why each entry is where it is, as a sentence in the language of the reader, in the order of the list.
    pub reasons: Vec<String>,
    /// Cases that could not be calculated; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

#[derive(Serialize)]
struct Rank<'a> {
    versjon: u8,
    #[serde(rename = "metode")]
    method: &'static str,
    #[serde(rename = "rammer")]
    frames: bool,
    status: Option<()>,
    sum: Option<()>,
    gap: Option<()>,
    #[serde(rename = "liste")]
    list: Vec<EntryOut<'a>>,
    #[serde(rename = "mangler")]
    shortfalls: [(); 0],
    #[serde(rename = "bruk")]
    use_of_frames: [(); 0],
    #[serde(rename = "utelatt")]
    left_out: &'a [LeftOut],
}

#[derive(Serialize)]
struct EntryOut<'a> {
    #[serde(rename = "plass")]
    place: Option<usize>,
    id: &'a str,
    #[serde(rename = "må")]
    must: bool,
    #[serde(rename = "verdi")]
    value: Option<String>,
    #[serde(rename = "beslutning")]
    verdict: Option<&'static str>,
    #[serde(rename = "oppstart")]
    start: Option<u16>,
    #[serde(rename = "grunn")]
    reason: Option<&'a str>,
    #[serde(rename = "budsjett")]
    running_effect: Option<[String; 4]>,
    #[serde(rename = "årsverk")]
    fte: String,
    #[serde(rename = "sikkerhet")]
    certainty: Option<()>,
}

/// The list, as one JSON document.
#[must_use]
pub fn json(ranked: &Ranked<'_>) -> String {
    let reasons = ranked.reasons.iter().map(|reason| Some(reason.as_str()));
    let entries = ranked.ranking.entries.iter().zip(reasons.chain(core::iter::repeat(None)));
    let list = entries.filter_map(|(entry, reason)| {
        let candidate = ranked.candidates.get(entry.candidate)?;
        Some(entry_out(entry, candidate, reason))
    });
    document(&Rank {
        versjon: VERSION,
        method: ranked.ranking.method.word(),
        frames: false,
        status: None,
        sum: None,
        gap: None,
        list: list.collect(),
        shortfalls: [],
        use_of_frames: [],
        left_out: &ranked.left_out,
    })
}

fn entry_out<'a>(entry: &Entry, candidate: &Candidate<'a>, reason: Option<&'a str>) -> EntryOut<'a> {
    let value = candidate.appraisal.value.as_ref();
    EntryOut {
        place: entry.place,
        id: &candidate.case.id,
        must: entry.must,
        value: entry.value.map(kroner),
        verdict: match entry.verdict {
            Verdict::Decided => Some("besluttet"),
            Verdict::Judgement => Some("krever skjønn"),
            Verdict::NotProfitable => Some("lønner seg ikke"),
            Verdict::NotAssessed => Some("ikke vurdert"),
            Verdict::Open => None,
        },
        start: candidate.case.start.map(Year::number),
        reason,
        running_effect: value.map(|value| value.running_effect.map(kroner)),
        fte: fte(candidate.appraisal.potential.fte_taken_out),
        certainty: None,
    }
}

/// Its JSON Schema: schemas/rank.schema.json.
#[must_use]
pub fn schema() -> Value {
    let verdicts = ["besluttet", "krever skjønn", "lønner seg ikke", "ikke vurdert"];
    let years = json!({
        "description": "Driftsbudsjettet i de fire planårene; pluss er penger frigjort",
        "type": "array", "items": amount("kroner"), "minItems": 4, "maxItems": 4,
    });
    let entry = object(&[
        ("plass", or_null(&count("Fra 1; null for besluttede og ikke vurderte"))),
        ("id", text("Sakens id")),
        ("må", yes_no("Oppfyller et minimumskrav som ikke er oppfylt")),
        ("verdi", or_null(&amount("Metodens verdi ved oppstart"))),
        ("beslutning", or_null(&words(&verdicts))),
        ("oppstart", or_null(&year("Første år"))),
        ("grunn", or_null(&text("Hvorfor saken står der den står"))),
        ("budsjett", or_null(&years)),
        ("årsverk", amount("Det som tas ut, ved full effekt")),
        ("sikkerhet", null("Kommer med simuleringen")),
    ]);
    let none = json!({"description": "Kommer med rammer", "type": "array", "maxItems": 0});
    root(
        "a3 rank --format json",
        &[
            ("versjon", version()),
            ("metode", words(Method::WORDS)),
            ("rammer", json!({"description": "Om rammer er brukt i valget", "const": false})),
            ("status", null("Kommer med rammer")),
            ("sum", null("Kommer med rammer")),
            ("gap", null("Kommer med rammer")),
            ("liste", list(&entry)),
            ("mangler", none.clone()),
            ("bruk", none),
            ("utelatt", left_out()),
        ],
    )
}

//! The document of `a3 rank --format json`, with and without frames, and its schema.

use super::LeftOut;
use super::describe::{
    amount, count, left_out, list, object, or_null, root, text, version, words, year, yes_no,
};
use crate::model::{Choice, Method};
use serde::Serialize;
use serde_json::{Value, json};

/// The whole document.
#[derive(Serialize)]
pub(super) struct Rank<'a> {
    pub(super) versjon: u8,
    #[serde(rename = "metode")]
    pub(super) method: &'static str,
    #[serde(rename = "rammer")]
    pub(super) frames: bool,
    pub(super) status: Option<&'static str>,
    pub(super) sum: Option<String>,
    pub(super) gap: Option<String>,
    #[serde(rename = "liste")]
    pub(super) list: Vec<EntryOut<'a>>,
    #[serde(rename = "mangler")]
    pub(super) shortfalls: Vec<Shortfall>,
    #[serde(rename = "bruk")]
    pub(super) use_of_frames: Vec<UseOut<'a>>,
    #[serde(rename = "innsparing")]
    pub(super) savings: Vec<SavingsOut>,
    #[serde(rename = "konflikt")]
    pub(super) conflict: Vec<ClashOut<'a>>,
    #[serde(rename = "merknader")]
    pub(super) remarks: Vec<String>,
    #[serde(rename = "alternativer")]
    pub(super) alternatives: Vec<AlternativeOut<'a>>,
    #[serde(rename = "trekninger")]
    pub(super) drawn: Option<DrawnOut<'a>>,
    #[serde(rename = "utelatt")]
    pub(super) left_out: &'a [LeftOut],
}

/// One case.
#[derive(Serialize)]
pub(super) struct EntryOut<'a> {
    #[serde(rename = "plass")]
    pub(super) place: Option<usize>,
    pub(super) id: &'a str,
    #[serde(rename = "må")]
    pub(super) must: bool,
    #[serde(rename = "verdi")]
    pub(super) value: Option<String>,
    #[serde(rename = "beslutning")]
    pub(super) verdict: Option<&'static str>,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
    #[serde(rename = "grunn")]
    pub(super) reason: Option<&'a str>,
    #[serde(rename = "låst")]
    pub(super) lock: Option<LockOut<'a>>,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: Option<[String; 4]>,
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "sikkerhet")]
    pub(super) certainty: Option<CertaintyOut>,
}

/// How sure the place of a case is.
#[derive(Serialize)]
pub(super) struct CertaintyOut {
    #[serde(rename = "valgt")]
    pub(super) chosen: String,
    #[serde(rename = "plass_p10")]
    pub(super) best: usize,
    #[serde(rename = "plass_p90")]
    pub(super) worst: usize,
}

/// How the choice was drawn, and what decides it.
#[derive(Serialize)]
pub(super) struct DrawnOut<'a> {
    #[serde(rename = "trekk")]
    pub(super) draws: usize,
    #[serde(rename = "frø")]
    pub(super) seed: u64,
    #[serde(rename = "holdt")]
    pub(super) held: usize,
    #[serde(rename = "ikke_bevist")]
    pub(super) unproven: usize,
    #[serde(rename = "avgjør")]
    pub(super) deciding: Vec<DecidingOut<'a>>,
}

/// A figure that decides.
#[derive(Serialize)]
pub(super) struct DecidingOut<'a> {
    #[serde(rename = "navn")]
    pub(super) name: &'a str,
    #[serde(rename = "sak")]
    pub(super) case: Option<&'a str>,
}

/// Leadership's own decision.
#[derive(Serialize)]
pub(super) struct LockOut<'a> {
    #[serde(rename = "valg")]
    pub(super) choice: &'static str,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
    #[serde(rename = "begrunnelse")]
    pub(super) reason: Option<&'a str>,
    #[serde(rename = "koster")]
    pub(super) cost: Option<String>,
}

/// What is missing of innsparingskrav.
#[derive(Serialize)]
pub(super) struct Shortfall {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "beløp")]
    pub(super) amount: String,
}

/// innsparingskrav of a year.
#[derive(Serialize)]
pub(super) struct SavingsOut {
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "krav")]
    pub(super) demand: String,
    #[serde(rename = "nådd")]
    pub(super) reached: String,
    #[serde(rename = "mangler")]
    pub(super) missing: String,
}

/// The use of a frame in a year.
#[derive(Serialize)]
pub(super) struct UseOut<'a> {
    #[serde(rename = "ramme")]
    pub(super) frame: &'static str,
    #[serde(rename = "gruppe")]
    pub(super) group: Option<&'a str>,
    #[serde(rename = "år")]
    pub(super) year: u16,
    #[serde(rename = "brukt")]
    pub(super) used: String,
    #[serde(rename = "grense")]
    pub(super) limit: String,
    #[serde(rename = "skyggeverdi")]
    pub(super) shadow: Option<String>,
}

/// One of the demands that clash.
#[derive(Serialize)]
pub(super) struct ClashOut<'a> {
    #[serde(rename = "krav")]
    pub(super) demand: &'static str,
    #[serde(rename = "gruppe")]
    pub(super) group: Option<&'a str>,
    #[serde(rename = "år")]
    pub(super) year: Option<u16>,
    #[serde(rename = "saker")]
    pub(super) cases: Vec<&'a str>,
    #[serde(rename = "tekst")]
    pub(super) words: String,
    #[serde(rename = "mangler")]
    pub(super) missing: Option<String>,
}

/// The choice within other frames, and what differs.
#[derive(Serialize)]
pub(super) struct AlternativeOut<'a> {
    #[serde(rename = "fil")]
    pub(super) file: &'a str,
    pub(super) status: &'static str,
    pub(super) sum: Option<String>,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: [String; 4],
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "mangler")]
    pub(super) shortfalls: Vec<Shortfall>,
    #[serde(rename = "valgt")]
    pub(super) chosen: Vec<ChosenOut<'a>>,
    #[serde(rename = "endring")]
    pub(super) change: Option<ChangeOut<'a>>,
}

/// A chosen case and its start.
#[derive(Serialize)]
pub(super) struct ChosenOut<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "oppstart")]
    pub(super) start: Option<u16>,
}

/// What differs from the first.
#[derive(Serialize)]
pub(super) struct ChangeOut<'a> {
    pub(super) sum: Option<String>,
    #[serde(rename = "budsjett")]
    pub(super) running_effect: [String; 4],
    #[serde(rename = "årsverk")]
    pub(super) fte: String,
    #[serde(rename = "inn")]
    pub(super) added: Vec<&'a str>,
    #[serde(rename = "ut")]
    pub(super) removed: Vec<&'a str>,
    #[serde(rename = "flyttet")]
    pub(super) moved: Vec<MovedOut<'a>>,
}

/// A case that starts another year.
#[derive(Serialize)]
pub(super) struct MovedOut<'a> {
    pub(super) id: &'a str,
    #[serde(rename = "fra")]
    pub(super) from: Option<u16>,
    #[serde(rename = "til")]
    pub(super) to: Option<u16>,
}

/// The words of `status`.
const STATUSES: [&str; 3] = ["optimal", "umulig", "grense"];

/// Its JSON Schema: schemas/rank.schema.json.
#[must_use]
pub fn schema() -> Value {
    root(
        "a3 rank --format json",
        &[
            ("versjon", version()),
            ("metode", words(Method::WORDS)),
            ("rammer", yes_no("Om rammer er brukt i valget")),
            ("status", or_null(&words(&STATUSES))),
            ("sum", or_null(&amount("Metodens verdi av det som er valgt, uten besluttede"))),
            ("gap", or_null(&amount("Hvor mye mer det beste valget høyst kan gi; 0 når valget er best"))),
            ("liste", list(&entry())),
            ("mangler", list(&shortfall())),
            ("bruk", list(&use_of_frame())),
            ("innsparing", list(&savings())),
            ("konflikt", list(&clash())),
            ("merknader", list(&text("Noe en bør vite om oppstarten eller alternativene"))),
            ("alternativer", list(&alternative())),
            ("trekninger", or_null(&drawn())),
            ("utelatt", left_out()),
        ],
    )
}

fn entry() -> Value {
    let verdicts = ["besluttet", "valgt", "venter", "krever skjønn", "lønner seg ikke", "ikke vurdert"];
    let lock = object(&[
        ("valg", words(Choice::WORDS)),
        ("oppstart", or_null(&year("Året den er låst til"))),
        ("begrunnelse", or_null(&text("Hvorfor den er låst"))),
        ("koster", or_null(&amount("Hvor mye mer valget ville gitt uten låsen"))),
    ]);
    let certainty = object(&[
        ("valgt", amount("Andelen av trekningene der saken er valgt")),
        ("plass_p10", count("Plassen er minst så god i én av ti trekninger")),
        ("plass_p90", count("Plassen er minst så god i ni av ti trekninger")),
    ]);
    object(&[
        ("plass", or_null(&count("Fra 1; null for besluttede og ikke vurderte"))),
        ("id", text("Sakens id")),
        ("må", yes_no("Oppfyller et minimumskrav som ikke er oppfylt")),
        ("verdi", or_null(&amount("Metodens verdi ved valgt oppstart, ellers ved tidligste"))),
        ("beslutning", or_null(&words(&verdicts))),
        ("oppstart", or_null(&year("Første år; null for venter"))),
        ("grunn", or_null(&text("Hvorfor saken står der den står"))),
        ("låst", or_null(&lock)),
        ("budsjett", or_null(&plan("Driftsbudsjettet i de fire planårene; pluss er penger frigjort"))),
        ("årsverk", amount("Det som tas ut, ved full effekt")),
        ("sikkerhet", or_null(&certainty)),
    ])
}

fn drawn() -> Value {
    let deciding = object(&[
        ("navn", text("Forutsetningen, slik den heter")),
        ("sak", or_null(&text("Saken den står i; null for felles"))),
    ]);
    object(&[
        ("trekk", count("Hvor mange ganger valget er gjort på nytt")),
        ("frø", count("Det trekningene er laget av")),
        ("holdt", count("Trekninger der noe lot seg velge innenfor rammene")),
        ("ikke_bevist", count("Av disse: der det ikke er bevist at valget var best")),
        ("avgjør", list(&deciding)),
    ])
}

fn plan(description: &str) -> Value {
    let kroner = amount("kroner");
    json!({"description": description, "type": "array", "items": kroner, "minItems": 4, "maxItems": 4})
}

fn shortfall() -> Value {
    object(&[("år", year("Planår")), ("beløp", amount("Det som mangler på innsparingskravet"))])
}

fn use_of_frame() -> Value {
    object(&[
        ("ramme", words(&["endringskapasitet", "investering", "omstilling"])),
        ("gruppe", or_null(&text("Området, for endringskapasitet"))),
        ("år", year("Planår")),
        ("brukt", amount("Besluttet og valgt: årsverk eller kroner")),
        ("grense", amount("Rammen: årsverk eller kroner")),
        ("skyggeverdi", or_null(&amount("Hva 0,1 årsverk eller 100 000 kr mer ville gitt, i kroner"))),
    ])
}

fn savings() -> Value {
    object(&[
        ("år", year("Planår")),
        ("krav", amount("Innsparingskravet")),
        ("nådd", amount("Det besluttede og valgte saker sparer")),
        ("mangler", amount("Det som mangler; 0 når kravet er nådd")),
    ])
}

fn clash() -> Value {
    let demands = [
        "endringskapasitet",
        "investering",
        "omstilling",
        "må",
        "låst inn",
        "låst ut",
        "krever",
        "utelukker",
    ];
    object(&[
        ("krav", words(&demands)),
        ("gruppe", or_null(&text("Området, for endringskapasitet; kravet, for må"))),
        ("år", or_null(&year("Planår, for en ramme"))),
        ("saker", list(&text("Sakens id"))),
        ("tekst", text("Kravet som en setning")),
        ("mangler", or_null(&amount("Det minste rammen må økes med, når det alene er nok"))),
    ])
}

fn alternative() -> Value {
    let chosen = object(&[("id", text("Sakens id")), ("oppstart", or_null(&year("Første år")))]);
    let moved = object(&[
        ("id", text("Sakens id")),
        ("fra", or_null(&year("Oppstart i det første valget"))),
        ("til", or_null(&year("Oppstart i dette"))),
    ]);
    let change = object(&[
        ("sum", or_null(&amount("Metodens verdi, dette minus det første"))),
        ("budsjett", plan("Driftsbudsjettet, dette minus det første")),
        ("årsverk", amount("Det som tas ut, dette minus det første")),
        ("inn", list(&text("Valgt her, ikke i det første"))),
        ("ut", list(&text("Valgt i det første, ikke her"))),
        ("flyttet", list(&moved)),
    ]);
    object(&[
        ("fil", text("Fila rammene står i, den første er a3.yaml")),
        ("status", words(&STATUSES)),
        ("sum", or_null(&amount("Metodens verdi av det som er valgt"))),
        ("budsjett", plan("Driftsbudsjettet av det som er valgt; pluss er penger frigjort")),
        ("årsverk", amount("Det som tas ut, ved full effekt")),
        ("mangler", list(&shortfall())),
        ("valgt", list(&chosen)),
        ("endring", or_null(&change)),
    ])
}

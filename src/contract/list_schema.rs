//! The JSON Schema of `a3 rank --format json`.

use super::describe::{
    amount, count, left_out, list, object, or_null, root, text, version, words, year, yes_no,
};
use crate::model::{Choice, Method};
use serde_json::{Value, json};

/// The words of `ramme`.
const FRAMES: [&str; 3] = ["endringskapasitet", "investering", "omstilling"];

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
            ("utvidelse", list(&extension())),
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
        (
            "valgt",
            amount(
                "Andelen av alle trekningene der saken er valgt; den er det ikke der ingenting ble funnet",
            ),
        ),
        ("plass_p10", count("Plassen er minst så god i én av ti trekninger")),
        ("plass_p90", count("Plassen er minst så god i ni av ti trekninger")),
    ]);
    object(&[
        ("plass", or_null(&count("Fra 1; null for besluttede, avviste og ikke vurderte"))),
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
        ("ikke_funnet", count("Trekninger der søket stoppet før det fant noe som holder")),
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
        ("ramme", words(&FRAMES)),
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
        ("mangler", or_null(&amount("Det minste rammen må økes med for at disse kravene kan holde"))),
        (
            "alene_nok",
            yes_no("Om det er nok å øke rammen med dette, eller gi slipp på kravet, for at alt kan holde"),
        ),
    ])
}

fn extension() -> Value {
    object(&[
        ("ramme", words(&FRAMES)),
        ("gruppe", or_null(&text("Området, for endringskapasitet"))),
        ("år", year("Planår")),
        ("mangler", amount("Det rammen må økes med, sammen med de andre her, for at alt kan holde")),
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
        ("sum", amount("Metodens verdi, dette minus det første")),
        ("budsjett", plan("Driftsbudsjettet, dette minus det første")),
        ("årsverk", amount("Det som tas ut, dette minus det første")),
        ("inn", list(&text("Valgt her, ikke i det første"))),
        ("ut", list(&text("Valgt i det første, ikke her"))),
        ("flyttet", list(&moved)),
    ]);
    object(&[
        ("fil", text("Fila rammene står i, den første er a3.yaml")),
        ("status", or_null(&words(&STATUSES))),
        ("sum", or_null(&amount("Metodens verdi av det som er valgt; null når ingenting lar seg velge"))),
        ("gap", or_null(&amount("Hvor mye mer det beste valget høyst kan gi; null når det er ukjent"))),
        ("budsjett", or_null(&plan("Driftsbudsjettet av det som er valgt; pluss er penger frigjort"))),
        ("årsverk", or_null(&amount("Det som tas ut, ved full effekt"))),
        ("mangler", list(&shortfall())),
        ("bruk", list(&use_of_frame())),
        ("valgt", list(&chosen)),
        ("endring", or_null(&change)),
        ("konflikt", list(&clash())),
        ("utvidelse", list(&extension())),
        ("utelatt", or_null(&text("Hvorfor fila ikke er regnet ut; null når den er det"))),
    ])
}

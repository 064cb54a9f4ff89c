//! The JSON Schema of `a3 budget --format json`: schemas/budget.schema.json.

use super::budget::{BOOKINGS, Selection};
use super::describe::{
    amount, count, left_out, list, object, or_null, root, text, version, words, year, yes_no,
};
use super::{budget_council, budget_investment};
use serde_json::Value;

/// Its JSON Schema.
#[must_use]
pub fn schema() -> Value {
    let [investments, financing, investment_budget] = budget_investment::schemas();
    root(
        "a3 budget --format json",
        &[
            ("versjon", version()),
            ("utvalg", words(&Selection::WORDS)),
            ("saker", list(&case())),
            ("budsjettfil", or_null(&file())),
            ("rader", list(&row())),
            ("avstemming", list(&reconciled())),
            ("differanser", list(&difference())),
            ("uten_budsjettpost", list(&unlined())),
            investments,
            financing,
            investment_budget,
            (
                "lån",
                or_null(&object(&[(
                    "ansvar",
                    or_null(&text("Der renter og avdrag føres, på funksjon 870")),
                )])),
            ),
            ("sum", list(&sum())),
            ("områder", list(&area())),
            ("balanse", list(&balance())),
            ("hele_budsjettet", list(&whole())),
            ("tiltak", budget_council::schema()),
            ("advarsler", list(&warning())),
            ("utelatt", left_out()),
        ],
    )
}

fn case() -> Value {
    object(&[
        ("id", text("Sakens id")),
        ("tittel", text("Sakens tittel")),
        ("område", text("Sakens område")),
        ("oppstart", year("Første år i budsjettet")),
        ("besluttet", yes_no("Vedtatt, eller i gjennomføring")),
        ("innarbeidet", yes_no("Ligger allerede i dagens budsjett, og endrer derfor ingenting")),
    ])
}

fn file() -> Value {
    object(&[
        ("fil", text("Dagens budsjett, fra rota; null når det er ukjent")),
        ("uleste_linjer", count("Linjer som ikke kunne leses, og ikke er med")),
    ])
}

fn unit() -> [(&'static str, Value); 2] {
    [("ansvar", text("Ansvar, med nullene foran")), ("ansvarsnavn", or_null(&text("Navnet i budsjettfila")))]
}

fn row() -> Value {
    let [code, name] = unit();
    object(&[
        ("år", year("Planår")),
        code,
        name,
        ("funksjon", text("KOSTRA-funksjon, med nullene foran")),
        ("art", text("KOSTRA-art, med nullene foran")),
        ("dagens", or_null(&amount("Dagens budsjett, utgift pluss; null når det er ukjent"))),
        ("nytt", or_null(&amount("Nytt budsjett, utgift pluss; null når dagens er ukjent"))),
        ("endring", amount("nytt − dagens: minus når utgiften går ned")),
        (
            "årsverk",
            amount(
                "Årsverk sakene tar ut av linjen, minus dem driftskostnader legger til; pluss når de blir færre",
            ),
        ),
        ("årsverk_dagens", or_null(&amount("Årsverk i dag; null når fila ikke sier det"))),
        ("årsverk_nytt", or_null(&amount("Årsverk i nytt budsjett; null når de er ukjente"))),
        ("ny_praksis", yes_no("Linjen er erstattet av ny_praksis dette året")),
        ("saker", list(&text("Id til saker som endrer linjen dette året"))),
    ])
}

fn reconciled() -> Value {
    let [code, name] = unit();
    object(&[
        ("år", year("Planår")),
        code,
        name,
        ("saker_tar_ut", amount("Gevinster − driftskostnader − omstilling; pluss når budsjettet går ned")),
        ("budsjettet_viser", amount("Dagens − nytt; pluss når budsjettet går ned")),
        ("differanse", amount("saker_tar_ut − budsjettet_viser; er summen av differanser")),
    ])
}

fn difference() -> Value {
    object(&[
        ("år", year("Planår")),
        ("ansvar", text("Ansvar")),
        ("funksjon", text("KOSTRA-funksjon")),
        ("art", text("KOSTRA-art")),
        ("sak", text("Id til saken det kommer av")),
        ("grunn", words(&["ny_praksis"])),
        ("beløp", amount("ny_praksis − (dagens linje + det saken selv fører på den)")),
    ])
}

fn unlined() -> Value {
    object(&[
        ("år", year("Planår")),
        ("sak", text("Sakens id")),
        ("slag", words(&BOOKINGS)),
        ("beløp", amount("Endring av driften, utgift pluss")),
        (
            "årsverk",
            amount("Årsverk som tas ut, minus dem driftskostnader legger til; pluss når de blir færre"),
        ),
    ])
}

/// What a year comes to, for everything or an område.
fn effect() -> [(&'static str, Value); 9] {
    [
        ("år", year("Planår")),
        (
            "drift",
            amount(
                "Endring av driften mot dagens budsjett, utgift pluss: summen av gevinster, driftskostnader, omstilling, kapitalkostnad og ny_praksis",
            ),
        ),
        ("investering", amount("Det som betales dette året, utenom driften")),
        (
            "årsverk",
            amount("Årsverk som tas ut, minus dem driftskostnader legger til; pluss når de blir færre"),
        ),
        ("gevinster", amount("Det som tas ut; minus når utgiften går ned")),
        ("driftskostnader", amount("Nye driftskostnader")),
        ("omstilling", amount("Omstilling som betales")),
        (
            "kapitalkostnad",
            or_null(&amount("Renter og avdrag; null uten lån i a3.yaml, og da ikke med i drift")),
        ),
        ("ny_praksis", amount("Det ny_praksis gir ut over det sakene sier; summen av differanser")),
    ]
}

fn sum() -> Value {
    let mut fields = effect().to_vec();
    fields.extend([
        ("innsparingskrav", or_null(&amount("Kravet; null når året ikke har noe"))),
        (
            "nådd",
            or_null(&amount("Gevinster − driftskostnader − kapitalkostnad; pluss når penger frigjøres")),
        ),
        ("mangler", or_null(&amount("Det som mangler på kravet; 0 når det er nådd"))),
        ("uten_budsjettpost", amount("Den delen av drift som ikke står på noen linje")),
        (
            "årsverk_endring",
            amount("Endring av årsverk i budsjettet, med ny_praksis; minus når de blir færre"),
        ),
    ]);
    object(&fields)
}

fn area() -> Value {
    object(&[
        ("område", text("Området")),
        ("saker", list(&text("Sakens id"))),
        ("år", list(&object(&effect()))),
    ])
}

fn balance() -> Value {
    object(&[
        ("år", year("Planår")),
        ("utgifter_dagens", amount("Utgifter i dag på ansvarene i rader")),
        ("inntekter_dagens", amount("Inntekter i dag; minus")),
        ("utgifter_nytt", amount("Utgifter i nytt budsjett")),
        ("inntekter_nytt", amount("Inntekter i nytt budsjett; minus")),
    ])
}

fn whole() -> Value {
    object(&[
        ("år", year("Planår")),
        ("utgifter_dagens", amount("Utgifter i dag i hele budsjettfila")),
        ("inntekter_dagens", amount("Inntekter i dag; minus")),
        (
            "utgifter_nytt",
            amount("Utgifter med sakene, også renter, avdrag og det som ikke har budsjettpost"),
        ),
        ("inntekter_nytt", amount("Inntekter med sakene; minus")),
    ])
}

fn warning() -> Value {
    object(&[("grad", words(&["feil", "advarsel"])), ("tekst", text("Hva som bør ses over"))])
}

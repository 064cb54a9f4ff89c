//! The JSON Schema of `a3 calc --format json`.

use super::describe::{
    amount, count, left_out, list, object, or_null, ratio, root, text, version, words, year, yes_no,
};
use super::uncertainty::{spread_schema, why_unknown_schema};
use crate::model::{BenefitKind, CostKind, Phase, Recipient};
use serde_json::{Value, json};

/// schemas/calc.schema.json
#[must_use]
pub fn schema() -> Value {
    root(
        "a3 calc --format json",
        &[
            ("versjon", version()),
            (
                "budsjettår",
                or_null(&year(
                    "Første år i økonomiplanen; prisene er dette årets. Null der a3.yaml har feil",
                )),
            ),
            ("sammenligningsår", or_null(&year("Året med faktor 1; null der a3.yaml har feil"))),
            ("analyseperiode", or_null(&count("År fra sammenligningsåret; null der a3.yaml har feil"))),
            ("saker", list(&case())),
            ("utelatt", left_out()),
        ],
    )
}

fn case() -> Value {
    let unless = |schema: &Value| or_null(schema);
    object(&[
        ("id", text("Filnavnet uten ending")),
        ("tittel", text("Sakens tittel")),
        ("område", text("Området den hører til")),
        ("fase", words(Phase::WORDS)),
        ("oppstart", unless(&year("Første år; null der det mangler"))),
        ("grunnlag", words(&["estimert", "kalkulert"])),
        ("gevinstpotensial", potential()),
        ("nnv", unless(&amount("Netto nåverdi; null der saken ikke er vurdert"))),
        ("nnv_analyseperiode", unless(&amount("nnv − restverdi"))),
        ("restverdi", unless(&amount("Det samme for årene etter analyseperioden; 0 der det ikke er noen"))),
        ("nnv_kommunen", unless(&amount("Bare kommunens egne penger, faste priser"))),
        ("skattefinansieringsvirkning", unless(&amount("Nåverdi; negativ der den koster"))),
        (
            "nnb",
            unless(&ratio("NNV per krone over offentlige budsjetter; null der saken er selvfinansierende")),
        ),
        ("selvfinansierende", unless(&yes_no("Det offentlige sparer"))),
        ("nn_per_investert", unless(&ratio("NNV per investert krone; null uten investering"))),
        ("nytte_kostnad", unless(&ratio("Nytte delt på kostnad; null der nevneren ikke er positiv"))),
        ("internrente", unless(&list(&ratio("Rente som gir NNV lik 0; tom liste der det ikke er noen")))),
        ("inntjeningstid", unless(&payback())),
        ("annuitet", unless(&amount("NNV som like store beløp hvert år av levetida"))),
        ("kvalitet", list(&quality())),
        ("poster", unless(&list(&row()))),
        ("år", unless(&list(&flow()))),
        ("usikkerhet", unless(&spread_schema())),
        ("usikkerhet_mangler", unless(&why_unknown_schema())),
    ])
}

fn potential() -> Value {
    object(&[
        ("budsjett", amount("Kan tas ut av budsjettet")),
        ("omdisponert", amount("Kommunens, men tas ikke ut")),
        ("andre_offentlige", amount("Staten, fylkeskommuner og andre kommuner")),
        ("innbyggere_næringsliv", amount("Innbyggere, næringsliv og frivillige")),
        ("unngått_vekst", amount("Vekst som ikke står i dagens budsjett")),
        ("timer", amount("Kommunens frigjorte timer, tatt ut og omdisponert")),
        ("årsverk", amount("De samme som årsverk")),
        ("drift", amount("Driftskostnader, egen tid medregnet; positiv kostnad")),
        ("netto_budsjett", amount("budsjett − driftskostnader som utbetales")),
        ("netto", amount("Alle grupper + unngått vekst − drift")),
    ])
}

fn payback() -> Value {
    json!({"anyOf": [ratio("År til kommunen har fått igjen pengene"), {"const": "aldri"}]})
}

fn quality() -> Value {
    object(&[
        ("navn", text("Gevinstens navn")),
        ("mottaker", words(Recipient::WORDS)),
        ("score", json!({"description": "Verdimatrisen", "type": "integer", "minimum": -4, "maximum": 4})),
    ])
}

fn row() -> Value {
    let kinds: Vec<&str> = BenefitKind::WORDS.iter().chain(CostKind::WORDS).copied().collect();
    object(&[
        ("navn", text("Postens navn")),
        ("slag", words(&["gevinst", "kostnad", "overføring"])),
        ("type", or_null(&words(&kinds))),
        ("nåverdi", or_null(&amount("Kostnader er negative; null uten pris"))),
    ])
}

fn flow() -> Value {
    object(&[
        ("år", year("Kalenderår")),
        ("faktor", ratio("Diskonteringsfaktor")),
        ("gevinster", amount("Ikke diskontert, med realvekst; pluss er godt")),
        ("kostnader", amount("Ikke diskontert, med realvekst; positiv utgift")),
        ("skattefinansieringsvirkning", amount("Negativ der den koster")),
        ("netto", amount("gevinster − kostnader + skattefinansieringsvirkning")),
        (
            "budsjett_drift",
            or_null(&amount("Driftsbudsjettet, pluss er penger frigjort; null utenfor planen")),
        ),
        ("investering", amount("Utbetalt; positiv utgift")),
        ("frigjorte_timer", amount("Kommunens, tatt ut og omdisponert")),
    ])
}

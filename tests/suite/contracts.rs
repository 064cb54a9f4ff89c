//! Every JSON output against its schema, and the schemas against the files in schemas/.

use super::properties::random_case;
use super::reports::{appraised, portfolio, ranked};
use super::sample::decimal;
use super::worked_example::solvik_with_loan;
use a3::contract::{calc, check, rank, schema};
use a3::diagnostic::{FileFindings, Finding, Grade, Omitted, Report, WhyOmitted};
use a3::report::CalcReport;
use a3::simulate::{Uncertainty, WhyUnknown};
use a3::source::{Source, Span};
use a3::text;
use a3::words::{Language, Text};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::path::Path;
use std::sync::Arc;

/// The schema with every object closed: a field of ours that it does not name is a mistake here,
/// although others must live with new ones.
fn closed(schema: &Value) -> Value {
    match schema {
        Value::Object(fields) => {
            let mut closed: serde_json::Map<String, Value> =
                fields.iter().map(|(key, value)| (key.clone(), closed(value))).collect();
            if fields.get("type") == Some(&json!("object")) {
                closed.insert("additionalProperties".to_owned(), json!(false));
            }
            Value::Object(closed)
        }
        Value::Array(items) => items.iter().map(closed).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => schema.clone(),
    }
}

pub(crate) fn validated(output: &str, schema: &Value) -> Value {
    assert!(jsonschema::meta::is_valid(schema), "the schema itself must be right");
    let output: Value = serde_json::from_str(output).unwrap();
    let validator = jsonschema::validator_for(&closed(schema)).unwrap();
    let wrong: Vec<_> =
        validator.iter_errors(&output).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    output
}

fn calculated() -> Value {
    let mut appraised = appraised(&portfolio(), &solvik_with_loan());
    appraised.omitted.push(left_out());
    let uncertainty = vec![Uncertainty::Unknown(WhyUnknown::NotAsked); appraised.cases.len()];
    validated(&calc::json(&CalcReport { appraised, uncertainty }, Language::Nb), &calc::schema())
}

fn left_out() -> Omitted {
    let why = WhyOmitted::Case { errors: 1, line: 3, first: Text::default() };
    Omitted { path: "saker/ødelagt.yaml".to_owned(), id: "ødelagt".to_owned(), why }
}

#[test]
fn the_schemas_in_the_folder_are_fresh_and_no_others_are_there() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for name in schema::NAMES {
        let path = folder.join(format!("{name}.schema.json"));
        let fresh = schema::named(name).unwrap();
        if std::env::var_os("A3_UPDATE").is_some() {
            std::fs::write(&path, &fresh).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == fresh, "{} is stale; run A3_UPDATE=1 cargo test", path.display());
    }
    assert_eq!(std::fs::read_dir(folder).unwrap().count(), schema::NAMES.len());
    assert_eq!(schema::named("finnes-ikke"), None);
}

#[test]
fn what_is_found_is_told_with_its_place() {
    let finding = Finding::error(
        "gevinst-uten-kilde",
        Span::new(9, 14),
        text!(nb: "tittel", nn: "tittel", en: "title"),
    )
    .graded(Grade::Warning)
    .because(text!(nb: "hvorfor", nn: "kvifor", en: "why"));
    let source = Arc::new(Source::new("saker/é.yaml", "a3: 1\næ: «æøå»\n"));
    let file = FileFindings { source, case: Some("é".to_owned()), findings: vec![finding] };
    let report = Report::new("kommune".to_owned(), 12, vec![file]);
    let output = validated(&check::json(&report, Language::Nb), &check::schema());
    let expected = json!({"versjon": 1, "rot": "kommune", "saker": 12, "funn": [{
        "regel": "gevinst-uten-kilde", "grad": "advarsel", "fil": "saker/é.yaml", "linje": 2, "kolonne": 3,
        "sluttlinje": 2, "sluttkolonne": 6, "tittel": "tittel", "hvorfor": "hvorfor", "slik": "", "sak": "é",
    }], "ulest": []});
    assert_eq!(output, expected);
    let english = validated(&check::json(&report, Language::En), &check::schema());
    assert_eq!(
        (&english["funn"][0]["grad"], &english["funn"][0]["tittel"]),
        (&json!("advarsel"), &json!("title"))
    );
}

#[test]
fn a_calculation_is_told_in_full_and_the_rows_add_up() {
    let output = calculated();
    let supervision = &output["saker"][2];
    assert_eq!(supervision["id"], "digitalt-tilsyn");
    assert_eq!(supervision["gevinstpotensial"]["netto_budsjett"], "998172.4");
    assert_eq!(supervision["selvfinansierende"], true);
    assert_eq!(supervision["nnb"], Value::Null);
    assert_eq!(
        supervision["kvalitet"],
        json!([{"navn": "Bedre nattesøvn", "mottaker": "innbyggerne", "score": 3}])
    );
    assert_eq!(supervision["år"][0]["faktor"], "1");
    let amount = |value: &Value| decimal(value.as_str().unwrap());
    let rows = supervision["poster"].as_array().unwrap().iter();
    let rows = rows.filter(|row| !row["nåverdi"].is_null()).map(|row| amount(&row["nåverdi"]));
    let sum = rows.chain([amount(&supervision["skattefinansieringsvirkning"])]);
    assert_eq!(
        sum.fold(a3::units::Decimal::ZERO, |sum, row| sum.checked_add(row).unwrap()),
        amount(&supervision["nnv"])
    );
}

#[test]
fn a_case_without_a_start_has_its_potential_and_nulls() {
    let output = calculated();
    let late = &output["saker"][1];
    assert_eq!(late["gevinstpotensial"]["netto_budsjett"], "998172.4");
    for field in ["oppstart", "nnv", "internrente", "inntjeningstid", "poster", "år", "selvfinansierende"] {
        assert!(late.as_object().unwrap().contains_key(field) && late[field].is_null(), "{field}");
    }
}

#[test]
fn the_list_is_told_in_order_with_its_reasons() {
    let mut report = ranked(&portfolio(), &solvik_with_loan());
    report.appraised.omitted.push(left_out());
    let output = validated(&rank::json(&report, Language::Nb), &rank::schema());
    let told = |field: &str| {
        let list = output["liste"].as_array().unwrap().iter();
        list.map(|entry| entry[field].clone()).collect::<Vec<_>>()
    };
    let ids = ["besluttet", "nytt-pasientvarsling", "digitalt-tilsyn", "flere-nattevakter", "kanskje-senere"];
    assert_eq!(told("id"), ids);
    assert_eq!(told("plass"), [json!(null), json!(1), json!(2), json!(3), json!(null)]);
    assert_eq!(told("må"), [false, true, false, false, false]);
    let verdicts =
        [json!("besluttet"), json!(null), json!(null), json!("krever skjønn"), json!("ikke vurdert")];
    assert_eq!(told("beslutning"), verdicts);
    assert_eq!(output["utelatt"][0]["id"], "ødelagt");
    for field in ["status", "sum", "gap", "trekninger"] {
        assert_eq!(output[field], json!(null), "{field}");
    }
    assert_eq!((&output["rammer"], &output["bruk"]), (&json!(false), &json!([])));
    assert_eq!(output["liste"][2]["grunn"], "Høyest netto nåverdi.");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_amounts_of_a_year_add_up_to_the_last_decimal(case in random_case()) {
        let appraised = appraised(&[case], &solvik_with_loan());
        let uncertainty = vec![Uncertainty::Unknown(WhyUnknown::NotAsked)];
        let shown = calc::json(&CalcReport { appraised, uncertainty }, Language::Nb);
        let shown: Value = serde_json::from_str(&shown).unwrap();
        for year in shown["saker"][0]["år"].as_array().unwrap() {
            let amount = |key: &str| decimal(year[key].as_str().unwrap());
            let sum = amount("gevinster") - amount("kostnader") + amount("skattefinansieringsvirkning");
            prop_assert_eq!(sum, amount("netto"));
        }
    }
}

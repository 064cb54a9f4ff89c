//! How sure a choice is: made again in every draw.

use super::choice::{TIGHT, hard};
use super::contracts::validated;
use super::portfolio::{a3, write};
use a3::contract::rank;
use serde_json::{Value, json};
use std::path::Path;

const ORGANISATION: &str = "a3: 1
budsjettår: 2027
kalkyle: {rente: 0 %, skattefinansiering: 0 %, realvekst_tid: 0 %}
områder: [Stab]
rammer: {investering: {2027: 100 kr}}
";

/// A case of 100 kr invested and `gain` a year for two years, with its assumptions.
fn case(gain: &str, assumptions: &str, investment: i64) -> String {
    format!(
        "a3: 1\ntittel: Sak\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: nå\nønsket_situasjon: da\n\
         {assumptions}gevinster:\n  - {{navn: Porto, type: unngåtte kostnader, {gain}, kilde: x}}\n\
         kostnader: [{{navn: Utstyr, type: investering, beløp: {investment} kr, kilde: x}}]\n\
         oppstart: 2027\nlevetid: 2 år\n"
    )
}

const BREV: &str = "forutsetninger:\n  brev:\n    lav: 400 brev/år\n    verdi: 500 brev/år\n    høy: 600 brev/år\n    kilde: x\n";

/// One certain case worth 900, one that is worth 900 in the middle and up to 100 more or less than half
/// the time, and room for one of them.
fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/sikker.yaml", &case("anslag: 500 kr/år", "", 100));
    write(folder.path(), "saker/usikker.yaml", &case("beregning: brev × 1 kr", BREV, 100));
    folder
}

fn ranked(folder: &Path, arguments: &[&str]) -> Value {
    let output = a3(folder).args(["rank", "--format", "json"]).args(arguments).output().unwrap();
    validated(&String::from_utf8(output.stdout).unwrap(), &rank::schema())
}

fn share(told: &Value, id: &str) -> f64 {
    let entry = told["liste"].as_array().unwrap().iter().find(|entry| entry["id"] == id).unwrap();
    entry["sikkerhet"]["valgt"].as_str().unwrap().parse().unwrap()
}

#[test]
fn two_equal_cases_are_chosen_about_half_the_time_each_and_never_both() {
    let folder = repository();
    let told = ranked(folder.path(), &[]);
    assert_eq!(told["trekninger"]["trekk"], 200);
    assert_eq!(told["trekninger"]["holdt"], 200);
    assert_eq!(told["trekninger"]["ikke_bevist"], 0);
    let (certain, uncertain) = (share(&told, "sikker"), share(&told, "usikker"));
    assert!((certain + uncertain - 1.0).abs() < 1e-9);
    assert!((0.35..0.65).contains(&uncertain), "{uncertain}");
    assert_eq!(told["liste"][0]["sikkerhet"]["plass_p10"], 1);
    assert_eq!(told["liste"][0]["sikkerhet"]["plass_p90"], 2);
    assert_eq!(told["trekninger"]["avgjør"], json!([{"navn": "brev", "sak": "usikker"}]));
}

/// In about half of the draws the duty must be met by a case that then has no room: nothing holds.
#[test]
fn a_case_is_not_chosen_where_nothing_holds_and_the_share_is_of_all_draws() {
    let folder = repository();
    let duty = "minimumskrav: [{krav: Forsvarlig, hjemmel: § 1, oppfylt: nei, etter: ja}]\n";
    let uncertain = BREV.replace("brev", "utstyr").replace(" utstyr/år", " kr");
    let costs = case("anslag: 500 kr/år", &uncertain, 100).replace("beløp: 100 kr", "beregning: utstyr / 5");
    write(folder.path(), "saker/usikker.yaml", &format!("{costs}{duty}"));
    let told = ranked(folder.path(), &[]);
    let held = told["trekninger"]["holdt"].as_f64().unwrap();
    assert!((60.0..140.0).contains(&held), "{held}");
    assert_eq!(told["trekninger"]["ikke_funnet"], 0);
    assert!((share(&told, "usikker") - held / 200.0).abs() < 1e-9);
}

#[test]
fn a_case_that_takes_nothing_from_the_others_changes_nothing_for_them() {
    let folder = repository();
    let before = ranked(folder.path(), &[]);
    write(folder.path(), "saker/alene.yaml", &case("anslag: 10 kr/år", "", 0));
    let after = ranked(folder.path(), &[]);
    for id in ["sikker", "usikker"] {
        assert!((share(&before, id) - share(&after, id)).abs() < 1e-12, "{id}");
    }
    assert!((share(&after, "alene") - 1.0).abs() < 1e-12);
}

#[test]
fn the_draws_are_as_many_as_asked_for_and_the_seed_is_said() {
    let folder = repository();
    let told = ranked(folder.path(), &["--trekk", "50", "--frø", "7"]);
    assert_eq!((&told["trekninger"]["trekk"], &told["trekninger"]["frø"]), (&json!(50), &json!(7)));
    let other = ranked(folder.path(), &["--trekk", "50", "--frø", "8"]);
    assert_ne!(told["liste"], other["liste"]);
    assert_eq!(told, ranked(folder.path(), &["--trekk", "50", "--frø", "7"]));
    for wrong in ["9", "1e3", "mange"] {
        let output = a3(folder.path()).args(["rank", "--trekk", wrong]).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{wrong}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("fra 10 til 10000"), "{wrong}");
    }
}

#[test]
fn without_uncertainty_there_is_nothing_to_be_sure_of() {
    let folder = repository();
    let told = ranked(folder.path(), &["--uten-usikkerhet"]);
    assert_eq!((&told["trekninger"], &told["liste"][0]["sikkerhet"]), (&Value::Null, &Value::Null));
    std::fs::remove_file(folder.path().join("saker/usikker.yaml")).unwrap();
    let told = ranked(folder.path(), &[]);
    assert_eq!((&told["trekninger"], &told["liste"][0]["sikkerhet"]), (&Value::Null, &Value::Null));
    let output = a3(folder.path()).args(["rank", "--alt"]).output().unwrap();
    assert!(!String::from_utf8_lossy(&output.stdout).contains("Hvor sikkert"));
}

#[test]
fn draws_that_run_out_of_nodes_are_counted_and_said() {
    let folder = tempfile::tempdir().unwrap();
    let organisation = ORGANISATION.replace("rammer: {investering: {2027: 100 kr}}\n", TIGHT);
    write(folder.path(), "a3.yaml", &organisation);
    for (id, text) in hard() {
        let gain = text.split("anslag: ").nth(1).and_then(|rest| rest.split(" kr").next()).unwrap();
        let gain: i64 = gain.parse().unwrap();
        let (low, high) = (gain / 2, gain * 2);
        let three = format!("anslag: {{lav: {low} kr/år, verdi: {gain} kr/år, høy: {high} kr/år}}");
        write(
            folder.path(),
            &format!("saker/{id}.yaml"),
            &text.replace(&format!("anslag: {gain} kr/år"), &three),
        );
    }
    let arguments = ["--knutegrense", "1", "--trekk", "10"];
    let told = ranked(folder.path(), &arguments);
    let count = |field: &str| told["trekninger"][field].as_u64().unwrap();
    let (unproven, unknown) = (count("ikke_bevist"), count("ikke_funnet"));
    assert!(unproven + unknown > 0, "{}", told["trekninger"]);
    assert_eq!(count("holdt") + unknown, 10);
    let output = a3(folder.path()).args(["rank", "--alt"]).args(arguments).output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = [
        (unproven, "er det ikke bevist at valget var best"),
        (unknown, "stoppet søket før det fant noe som holder"),
    ];
    for (draws, words) in said {
        let words = format!("I {draws} {words}.");
        assert_eq!(page.contains(&words), draws > 0, "{words}\n{page}");
    }
}

/// «antall» says whether «a» pays and nothing else; «brev» whether «stor» or «q» and «r» are in.
#[test]
fn a_figure_that_flips_several_cases_decides_more_than_one_that_flips_its_own() {
    let folder = repository();
    write(folder.path(), "a3.yaml", &ORGANISATION.replace("2027: 100 kr", "2027: 200 kr"));
    for old in ["sikker", "usikker"] {
        std::fs::remove_file(folder.path().join(format!("saker/{old}.yaml"))).unwrap();
    }
    let own = BREV.replace("brev", "antall");
    let runs = "  - {navn: Drift, type: drift, beløp: 500 kr/år, kilde: x}\n";
    let alone = case("beregning: antall × 1 kr", &own, 0);
    let alone = alone.replace(
        "kostnader: [{navn: Utstyr, type: investering, beløp: 0 kr, kilde: x}]\n",
        &format!("kostnader:\n{runs}"),
    );
    write(folder.path(), "saker/a.yaml", &alone);
    write(folder.path(), "saker/stor.yaml", &case("beregning: brev × 1 kr", BREV, 200));
    for id in ["q", "r"] {
        write(folder.path(), &format!("saker/{id}.yaml"), &case("anslag: 250 kr/år", "", 100));
    }
    let told = ranked(folder.path(), &[]);
    let deciding = json!([{"navn": "brev", "sak": "stor"}, {"navn": "antall", "sak": "a"}]);
    assert_eq!(told["trekninger"]["avgjør"], deciding, "{told}");
}

//! What a list says in one place agrees with what it says in another: its headline, parts, sums and reasons, what is
//! asked of the cases, and what is kept of them once they are decided.

use super::choice::{case, costing};
use super::portfolio::{a3, write};
use super::what_is_so::{given, says, swap};
use super::writing::solvik;
use serde_json::Value;
use std::path::Path;

const DAY: [&str; 2] = ["--dato", "2026-11-24"];

fn rank(folder: &Path, arguments: &[&str]) -> String {
    says(folder, &[&["rank"], arguments, &DAY].concat())
}

fn json(folder: &Path, arguments: &[&str]) -> Value {
    let [stdout, _] = given(folder, &[arguments, &["--format", "json"]].concat());
    serde_json::from_str(&stdout).unwrap()
}

fn listed(folder: &Path) -> Value {
    json(folder, &[&["rank"], &DAY[..]].concat())
}

/// The part of a text between two others.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let rest = text.split(from).nth(1).unwrap_or_else(|| panic!("{from}\n{text}"));
    rest.split(to).next().unwrap()
}

fn has(text: &str, words: &str) {
    assert!(text.contains(words), "{words}\n{text}");
}

fn lacks(text: &str, words: &str) {
    assert!(!text.contains(words), "{words}\n{text}");
}

/// Solvik with another text in place of one in a3.yaml.
fn with(change: (&str, &str)) -> tempfile::TempDir {
    let folder = solvik();
    swap(folder.path(), "a3.yaml", change);
    folder
}

fn without_frames() -> tempfile::TempDir {
    let folder = solvik();
    let path = folder.path().join("a3.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once("\nrammer:").unwrap();
    let (_, after) = rest.split_once("\nprioritering:").unwrap();
    std::fs::write(path, format!("{before}\nprioritering:{after}")).unwrap();
    folder
}

#[test]
fn what_the_list_leaves_out_stands_below_its_sum_and_is_asked_nothing() {
    let folder = without_frames();
    let short = rank(folder.path(), &[]);
    has(&short, "6 saker på lista");
    lacks(between(&short, "Lista ", "Sum "), "En nattpatrulje til –");
    has(between(&short, "Sum ", "Besluttet "), "Ikke med En nattpatrulje til – −17 845");
    has(between(&rank(folder.path(), &["--alt"]), "Ikke med ", "Lønner seg ikke "), "(nattpatrulje)");
    has(&rank(folder.path(), &["--lang", "en"]), "Not in En nattpatrulje til");
    has(&rank(folder.path(), &["--lang", "nn"]), "Ikkje med En nattpatrulje til");
    let next = says(folder.path(), &[&["next"], &DAY[..]].concat());
    has(&next, "nattpatrulje er ikke med: en annen sak oppfyller kravet");
    lacks(&next, "En nattpatrulje til Mål");
    let json = listed(folder.path());
    let list = json["liste"].as_array().unwrap();
    let out = list.iter().find(|row| row["id"] == "nattpatrulje").unwrap();
    assert_eq!(out["beslutning"], Value::Null);
}

#[test]
fn a_case_is_so_much_behind_the_one_that_stands_above_it() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", "a3: 1\nbudsjettår: 2027\nområder: [Stab]\n");
    for (id, text) in [
        ("a", case(900, "oppstart: 2027\n")),
        ("b", case(800, "oppstart: 2027\nutelukker: [a]\n")),
        ("c", case(700, "oppstart: 2027\n")),
    ] {
        write(
            folder.path(),
            &format!("saker/{id}.yaml"),
            &text.replace("tittel: Sak", &format!("tittel: Sak {id}")),
        );
    }
    let list = between(&rank(folder.path(), &[]), "Lista ", "Sum ").to_owned();
    lacks(&list, "Sak b 2027");
    let of = |row: &Value| row["verdi"].as_str().unwrap().parse::<f64>().unwrap();
    let json = listed(folder.path());
    let behind = of(&json["liste"][0]) - of(&json["liste"][2]);
    has(&list.replace(' ', ""), &format!("{behind:.0}krbaksakenover"));
}

#[test]
fn what_is_not_settled_has_no_sum() {
    let folder = with(("2027: 1,6 årsverk", "2027: 0,1 årsverk"));
    lacks(between(&rank(folder.path(), &[]), "Ikke avgjort ", "Besluttet "), "Sum");
}

#[test]
fn what_is_decided_says_how_much_of_it_todays_budget_holds() {
    let folder = solvik();
    for arguments in [&[][..], &["--alt"], &["--format", "markdown"], &["--uten-rammer"]] {
        has(
            &rank(folder.path(), arguments),
            "1 568 366 kr og 1,4 årsverk; 325 086 kr og 0,8 årsverk av det ligger alt i dagens budsjett.",
        );
    }
    has(
        &rank(folder.path(), &["--lang", "nn"]),
        "; 325 086 kr og 0,8 årsverk av det ligg alt i budsjettet i dag.",
    );
    has(
        &rank(folder.path(), &["--lang", "en"]),
        "more, of which NOK 325,086 and 0.8 FTE are in today's budget already.",
    );
}

#[test]
fn a_rejected_case_is_not_among_those_that_wait() {
    let folder = solvik();
    let no = "\nvedtak: [{dato: 2026-11-24, organ: Kommunestyret, beslutning: avvist}]\n";
    let path = folder.path().join("saker/teknisk/gatelys-med-led.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(path, text + no).unwrap();
    let short = rank(folder.path(), &[]);
    has(&short, "Avvist LED i gatelysene");
    lacks(&short, "Venter ");
    has(&rank(folder.path(), &["--lang", "en"]), "Rejected: LED i gatelysene");
    let json = listed(folder.path());
    let list = json["liste"].as_array().unwrap();
    let of = list.iter().find(|row| row["id"] == "gatelys-med-led").unwrap();
    assert_eq!(of["beslutning"], "venter");
}

#[test]
fn what_is_the_most_names_the_locks_it_is_the_most_within() {
    const LOCKED: &str = "må-sakene, innsparingskravet og det som er låst, er tatt først";
    let folder = solvik();
    has(&rank(folder.path(), &["--alt"]), &format!("det høyeste som går an når {LOCKED}"));
    has(
        &rank(folder.path(), &["--alt", "--format", "markdown", "--lang", "en"]),
        "when must-cases, the savings demand and what is locked are taken first",
    );
    let demanding = with(("2030: 2 mill. kr", "2030: 20 mill. kr"));
    has(&rank(demanding.path(), &[]), "kan ikke nås med sakene, rammene og låsene: det mangler minst");
    swap(demanding.path(), "a3.yaml", ("  låst:", "  x-låst:"));
    let path = demanding.path().join("a3.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let free = text.split("  x-låst:").next().unwrap().trim_end_matches([' ', '#']).to_owned();
    std::fs::write(path, free + "\n").unwrap();
    has(&rank(demanding.path(), &[]), "kan ikke nås med disse sakene og rammene: det mangler minst");
}

#[test]
fn where_the_demand_is_not_reached_a_case_is_said_to_save_what_it_saves() {
    let folder = tempfile::tempdir().unwrap();
    write(
        folder.path(),
        "a3.yaml",
        "a3: 1\nbudsjettår: 2027\nområder: [Stab]\nrammer: {innsparingskrav: {2028: 100000 kr}}\n",
    );
    write(folder.path(), "saker/a.yaml", &case(60_000, "oppstart: 2027\n"));
    write(folder.path(), "saker/b.yaml", &case(30_000, "oppstart: 2027\n"));
    has(&rank(folder.path(), &[]), "Uten den mangler kravet 30 000 kr mer.");
    has(&rank(folder.path(), &["--lang", "nn"]), "Utan den manglar kravet 30 000 kr meir.");
    has(&rank(folder.path(), &["--lang", "en"]), "Without it the demand lacks NOK 30,000 more.");
    write(
        folder.path(),
        "saker/c.yaml",
        &costing(20_000, 1, "oppstart: 2027\n").replacen("oppstart: 2027\n", "", 1),
    );
    has(&rank(folder.path(), &[]), "Uten den mangler kravet 20 000 kr.");
}

#[test]
fn what_is_decided_today_has_not_changed_today() {
    let folder = solvik();
    let decide = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    says(folder.path(), &decide);
    let status = json(folder.path(), &["status", "--dato", "2026-11-20"]);
    assert_eq!(status["bro"]["endret"], "0", "{}", status["bro"]);
    let text = says(folder.path(), &["status", "--dato", "2026-11-20", "--alt"]);
    lacks(&text, "endret siden vedtaket −");
}

#[test]
fn the_unit_to_measure_in_is_named_as_the_file_has_it() {
    let folder = solvik();
    let measure = |value: &str, more: &[&str]| {
        let arguments =
            ["measure", "elektronisk-medisineringsstotte", "besøk for å gi", value, "--dato", "2026-12-31"];
        let output = a3(folder.path())
            .args([&arguments[..], &["--i-dag", "2026-12-31"], more].concat())
            .output()
            .unwrap();
        let all = [output.stdout, output.stderr].concat();
        String::from_utf8(all)
            .unwrap()
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .replace('\u{a0}', " ")
    };
    has(&measure("561 besøk/week", &["--lang", "en"]), "is measured in besøk/uke, and 561 besøk/week is");
    has(&measure("561 besøk", &["--lang", "nn"]), "blir målt i besøk/uke, og 561 besøk er");
    has(&measure("561 besøk/veke", &["--lang", "nn"]), "Skreiv måling");
}

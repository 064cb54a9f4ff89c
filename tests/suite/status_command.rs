//! `a3 status` as it is run: one screen, JSON that adds up, words that are seen, and how it ends.

use super::contracts::validated;
use super::portfolio::{a3, here};
use super::sample::decimal;
use a3::contract::status;
use a3::units::Decimal;
use serde_json::Value;
use std::collections::BTreeSet;

fn run(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = a3(&here("examples/solvik"))
        .env("COLUMNS", "100")
        .arg("status")
        .args(arguments)
        .args(["--dato", "2026-11-24"])
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

#[test]
fn the_answer_comes_first_and_all_of_it_fits_one_screen() {
    let (shown, _, code) = run(&[]);
    assert_eq!(code, Some(0));
    assert!(shown.lines().count() <= 40, "{} lines:\n{shown}", shown.lines().count());
    assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
    assert!(shown.lines().nth(3).unwrap().starts_with("Lovet er "), "{shown}");
    assert_eq!(run(&[]).0, shown, "the same bytes");
}

fn amount(of: &Value) -> Decimal {
    decimal(of.as_str().unwrap_or("0"))
}

#[test]
fn the_bridge_is_the_sum_of_the_gains_and_every_word_is_seen() {
    let output = validated(&run(&["--format", "json"]).0, &status::schema());
    let gains = output["gevinster"].as_array().unwrap();
    let sum = |key: &str| gains.iter().map(|gain| amount(&gain[key])).sum::<Decimal>();
    let bridge = |key: &str| amount(&output["bro"][key]);
    for key in ["lovet", "ventet", "målt", "trukket_fra", "hull"] {
        assert_eq!(sum(key), bridge(key), "{key}");
    }
    assert_eq!(bridge("lovet") + bridge("endret") - bridge("ikke_ventet"), bridge("ventet"));
    let parts = ["målt", "etter_planen", "bak", "tapt"].map(bridge);
    assert_eq!(parts.into_iter().sum::<Decimal>(), bridge("ventet"));
    let units = output["ansvar"].as_array().unwrap().iter();
    assert_eq!(units.map(|unit| amount(&unit["hull"])).sum::<Decimal>(), bridge("hull"));
    let words: BTreeSet<&str> = gains.iter().map(|gain| gain["ord"].as_str().unwrap()).collect();
    assert_eq!(words, ["bak", "for tidlig å si", "i rute", "nådd", "tapt"].into());
}

#[test]
fn what_is_asked_for_decides_how_it_ends() {
    for (word, code) in [("aldri", 0), ("tapt", 1), ("bak", 1), ("hull", 1)] {
        assert_eq!(run(&["--feil-ved", word]).2, Some(code), "{word}");
    }
    assert_eq!(run(&["--feil-ved", "hull", "--eier", "tone sand"]).2, Some(0));
    let (shown, told, code) = run(&["--eier", "Kåre"]);
    assert_eq!((shown.as_str(), code), ("", Some(2)));
    assert!(told.contains("Anne Berg"), "{told}");
}

#[test]
fn what_is_new_since_a_day_is_said() {
    let (shown, _, _) = run(&["--siden", "2026-08-31", "--alt"]);
    assert!(shown.contains("Endring siden 2026-08-31: "), "{shown}");
    let output = validated(&run(&["--siden", "2026-08-31", "--format", "json"]).0, &status::schema());
    let robots = output["gevinster"].as_array().unwrap().iter();
    let robots = robots.clone().find(|gain| gain["navn"] == "Mindre arbeid for hånd").unwrap();
    assert_ne!(robots["målt_før"], robots["målt"]);
}

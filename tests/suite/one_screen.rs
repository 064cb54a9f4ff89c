//! What is asked for most fits one screen also where there is much to say, in every language.

use super::portfolio::a3;
use super::writing::solvik;
use std::path::Path;

/// Puts one text in place of another in a3.yaml.
fn swap(folder: &Path, from: &str, to: &str) {
    let path = folder.join("a3.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{from}");
    std::fs::write(path, text.replacen(from, to, 1)).unwrap();
}

fn shown(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What a command shows in each language, each no more than a screen.
fn fitting(folder: &Path, arguments: &[&str]) -> [String; 3] {
    ["nb", "nn", "en"].map(|language| {
        let shown = shown(folder, &[arguments, &["--lang", language]].concat());
        let lines = shown.lines().count();
        assert!(lines > 10 && lines <= 40, "{arguments:?} {language}: {lines} lines\n{shown}");
        assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
        assert!(shown.contains("--alt"), "{shown}");
        shown
    })
}

const RANK: [&str; 3] = ["rank", "--dato", "2026-11-28"];

/// Solvik with two more locks, that cost nothing one by one.
fn locked() -> tempfile::TempDir {
    let folder = solvik();
    let more = "Handlingsdelen i kulturplanen\n    nattpatrulje: {valg: inn, begrunnelse: x}\n    \
                digitalt-tilsyn-natt: {valg: ut, begrunnelse: y}\n";
    swap(folder.path(), "Handlingsdelen i kulturplanen\n", more);
    folder
}

#[test]
fn what_all_locks_cost_together_is_said_where_it_is_not_the_sum_of_each() {
    let folder = locked();
    let [bokmål, nynorsk, english] = fitting(folder.path(), &RANK);
    let said = on_one_line(&bokmål);
    assert!(
        said.contains("Alle låsene sett under ett: Det koster 29 759 336 kr i netto nåverdi."),
        "{bokmål}"
    );
    assert!(said.contains("Låst inn («x»).") && !said.contains("Det koster ingenting"), "{bokmål}");
    assert!(nynorsk.contains("Alle låsane sett under eitt: Det kostar 29 759 336 kr"), "{nynorsk}");
    assert!(english.contains("All locks taken together: It costs NOK 29,759,336"), "{english}");
    // What waits is named with its reason, also where there is no room for its row.
    assert!(
        said.contains("Venter: Digitale hjemmebesøk på dagtid. Krever «Digitalt tilsyn om natten»"),
        "{bokmål}"
    );
}

#[test]
fn a_list_fits_one_screen_also_where_the_demand_cannot_be_reached() {
    let folder = solvik();
    let demand = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    let (_, after) = demand.split_once("innsparingskrav:").unwrap();
    let line = after.lines().find(|line| line.contains("2030:")).unwrap().to_owned();
    let (start, _) = line.split_once("2030:").unwrap();
    swap(folder.path(), &line, &format!("{start}2030: 20 mill. kr"));
    let [bokmål, ..] = fitting(folder.path(), &RANK);
    assert!(bokmål.contains("Innsparingskravet kan ikke nås"), "{bokmål}");
}

#[test]
fn what_the_savings_demand_costs_is_not_said_where_it_moves_nothing() {
    let folder = solvik();
    let by_budget = [&RANK[..], &["--metode", "budsjett"]].concat();
    let [bokmål, ..] = fitting(folder.path(), &by_budget);
    assert!(bokmål.contains("Innsparingskravet nås alle") && !bokmål.contains("Kravet koster"), "{bokmål}");
    let sum = |folder: &Path| {
        let shown = shown(folder, &[&by_budget[..], &["--format", "json"]].concat());
        let found: serde_json::Value = serde_json::from_str(&shown).unwrap();
        (found["sum"].clone(), found["kravets_pris"]["sum_uten_krav"].clone())
    };
    let (with, without) = sum(folder.path());
    assert_eq!(with, without);
    let all = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    let (before, after) = all.split_once("  innsparingskrav:").unwrap();
    let (_, after) = after.split_once("\n\n").unwrap();
    std::fs::write(folder.path().join("a3.yaml"), format!("{before}\n{after}")).unwrap();
    assert_eq!(sum(folder.path()).0, with);
}

#[test]
fn a_status_fits_one_screen_after_all_is_decided_and_the_plan_is_rolled() {
    let folder = solvik();
    let decide = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--sak", "PS 88/26"];
    let day = ["--dato", "2026-12-15", "--i-dag", "2026-12-15"];
    assert!(!shown(folder.path(), &[&decide[..], &day].concat()).is_empty());
    assert!(!shown(folder.path(), &["roll", "2028", "--dato", "2027-12-20"]).is_empty());
    for day in ["2028-01-15", "2028-06-15", "2029-01-15"] {
        let [bokmål, ..] = fitting(folder.path(), &["status", "--dato", day]);
        assert!(bokmål.contains("HULLET: trukket fra, ikke kommet"), "{bokmål}");
        assert!(bokmål.contains("Ventet nå") && bokmål.contains(" Sum "), "{bokmål}");
    }
    let all = shown(folder.path(), &["status", "--alt", "--dato", "2028-01-15"]);
    assert!(all.lines().count() > 40 && all.contains("Gevinstbroen"), "{all}");
}

#[test]
fn a_budget_fits_one_screen_also_where_a_case_in_it_costs_more_later() {
    let folder = solvik();
    let day = ["--dato", "2027-01-05"];
    let roll = ["roll", "2028", "--innarbeidet", "energi"];
    assert!(!shown(folder.path(), &[&roll[..], &day].concat()).is_empty());
    let [bokmål, ..] = fitting(folder.path(), &[&["budget"], &day[..]].concat());
    let said = "gir mindre i 2031 enn i 2028: «Energisparing i ni kommunale bygg» (382 334 kr: 487 361 kr mer i gevinster minus drift, 869 695 kr mer i renter og avdrag). Det er verken trukket fra eller regnet med her.";
    assert!(on_one_line(&bokmål).contains(said), "{bokmål}");
    fitting(folder.path(), &[&["rank"], &day[..]].concat());
}

#[test]
fn other_frames_are_answered_in_the_first_line_and_on_one_screen() {
    let folder = solvik();
    let [bokmål, nynorsk, english] =
        fitting(folder.path(), &["rank", "--rammer", "rammer/mer-investering.yaml", "--dato", "2026-11-24"]);
    let first = bokmål.lines().next().unwrap();
    assert_eq!(first, "rammer/mer-investering.yaml gir 2 972 988 kr høyere netto nåverdi enn a3.yaml");
    assert!(bokmål.contains("Nye saker: gatelys-med-led"), "{bokmål}");
    assert!(nynorsk.contains("høgare netto noverdi enn a3.yaml"), "{nynorsk}");
    assert!(english.contains("the net present value is NOK"), "{english}");
    let all = ["rank", "--rammer", "rammer/mer-investering.yaml", "--dato", "2026-11-24", "--alt"];
    let all = shown(folder.path(), &all);
    assert!(all.contains("Hvor mye av rammene som er brukt") && all.contains("Når de valgte sakene starter"));
}

#[test]
fn a_status_since_a_day_fits_one_screen_and_says_how_much_of_the_change_is_shown() {
    let folder = solvik();
    for day in ["2027-09-15", "2028-01-31", "2028-06-15"] {
        let [bokmål, ..] = fitting(folder.path(), &["status", "--siden", "2027-04-30", "--dato", day]);
        assert!(bokmål.contains("Endring siden 2027-04-30"), "{bokmål}");
    }
}

#[test]
fn an_overview_fits_one_screen() {
    let folder = solvik();
    for language in ["nb", "nn", "en"] {
        let shown = shown(folder.path(), &["overview", "--dato", "2026-11-24", "--lang", language]);
        assert!(shown.lines().count() <= 40, "{shown}");
    }
}

//! The commands that write in the files, run as they go wrong: what somebody has written is there still, and what was
//! not done is said.

use super::portfolio::write;
use super::writing::{said, solvik};
use std::fs::{File, read_to_string};
use std::path::Path;

const CASE: &str = "saker/teknisk/energisparing-i-bygg.yaml";
const ROLL: [&str; 4] = ["roll", "2028", "--dato", "2027-02-01"];

fn text_of(folder: &Path, path: &str) -> String {
    read_to_string(folder.join(path)).unwrap()
}

#[test]
fn a_due_date_that_is_no_date_is_kept_in_the_remark() {
    let folder = solvik();
    let case =
        text_of(folder.path(), CASE).replace("frist: 2027-01-29", "frist: sommeren 2027, etter ferien");
    write(folder.path(), CASE, &case);
    let arguments = ["done", "energi", "signere avtalen", "--ny-frist", "2027-09-01", "--merknad", "Anbudet"];
    let shown = said(folder.path(), 0, &arguments);
    assert!(shown.contains("har fått ny frist: sommeren 2027, etter ferien → 2027-09-01"), "{shown}");
    let after = text_of(folder.path(), CASE);
    assert!(after.contains("merknad: Fristen var sommeren 2027, etter ferien. Anbudet\n"), "{after}");
    write(folder.path(), CASE, &case.replace("sommeren 2027, etter ferien", "…  # fyll inn"));
    assert!(said(folder.path(), 0, &arguments).contains("har fått frist: 2027-09-01"));
    assert!(text_of(folder.path(), CASE).contains("merknad: Anbudet\n"));
}

#[test]
fn a_text_of_nothing_is_refused_and_not_written() {
    let folder = solvik();
    let before = text_of(folder.path(), "saker/helse/nattpatrulje.yaml");
    for blank in ["", "  ", "\t\u{7}"] {
        let told = said(folder.path(), 2, &["decide", "nattpatrulje", "--organ", blank]);
        assert!(told.contains("--organ") && told.contains("det står ingenting der"), "{told}");
    }
    assert_eq!(text_of(folder.path(), "saker/helse/nattpatrulje.yaml"), before);
    let told = said(folder.path(), 2, &["measure"]);
    assert!(told.contains("Det mangler noe: SAK, MÅLING, VERDI."), "{told}");
}

#[test]
fn a_plan_is_not_rolled_past_a_case_that_cannot_be_read() {
    let folder = solvik();
    write(folder.path(), "saker/odelagt.yaml", "a3: 1\ntittel: \"uten slutt\n");
    let before = text_of(folder.path(), "a3.yaml");
    let told = said(folder.path(), 2, &ROLL);
    assert!(told.contains("Se hva som er galt: a3 check saker/odelagt.yaml."), "{told}");
    assert_eq!(text_of(folder.path(), "a3.yaml"), before);
    assert!(!folder.path().join("historikk/2027.json").exists());
    // One that is read but has an error is priced, and named for what was not done with it.
    let wrong = text_of(folder.path(), CASE).replace("oppstart: 2027", "oppstart: snart");
    std::fs::remove_file(folder.path().join("saker/odelagt.yaml")).unwrap();
    write(folder.path(), CASE, &wrong);
    let output = super::portfolio::a3(folder.path()).args(ROLL).arg("--flytt").output().unwrap();
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(output.status.success() && told.contains("energisparing-i-bygg"), "{told}");
    assert!(text_of(folder.path(), CASE).contains("prisår: 2027\n"));
}

#[test]
fn the_list_of_the_year_is_kept_with_the_plan_or_not_at_all() {
    let folder = solvik();
    let history = folder.path().join("historikk/2027.json");
    let other = File::open(folder.path().join(CASE)).unwrap();
    other.lock().unwrap();
    let told = said(folder.path(), 2, &ROLL);
    assert!(told.contains("akkurat nå. Ingenting er skrevet.") && !history.exists(), "{told}");
    drop(other);
    write(folder.path(), "historikk/2027.json", "{\"liste\": []}");
    let before = text_of(folder.path(), "a3.yaml");
    let told = said(folder.path(), 2, &ROLL);
    assert!(told.contains("historikk/2027.json finnes fra før, med en annen liste"), "{told}");
    assert_eq!(text_of(folder.path(), "historikk/2027.json"), "{\"liste\": []}");
    assert_eq!(text_of(folder.path(), "a3.yaml"), before);
    std::fs::remove_file(&history).unwrap();
    let shown = said(folder.path(), 0, &[&ROLL[..], &["--vis"]].concat());
    assert!(shown.contains("Lista for 2027 blir tatt vare på") && !history.exists(), "{shown}");
    let shown = said(folder.path(), 0, &ROLL);
    assert!(shown.contains("Lista for 2027 er tatt vare på") && history.exists(), "{shown}");
}

#[test]
fn which_prices_are_written_is_said_of_those_they_are_written_for() {
    let said_of_prices = |folder: &Path| {
        let shown = said(folder, 0, &[&ROLL[..], &["--vis"]].concat());
        shown.lines().find(|line| line.contains("«prisår: 2027»")).map(str::to_owned)
    };
    let folder = solvik();
    let told = said_of_prices(folder.path()).unwrap();
    assert!(told.contains("a3 skriver «prisår: 2027» i 15 saker og «budsjett» i a3.yaml, "), "{told}");
    let organisation = text_of(folder.path(), "a3.yaml");
    let named = "budsjett: {fil: budsjett/2027.csv, prisår: 2027}\n";
    write(folder.path(), "a3.yaml", &organisation.replace("budsjett: budsjett/2027.csv\n", named));
    let told = said_of_prices(folder.path()).unwrap();
    assert!(told.contains(" i 15 saker, "), "{told}");
}

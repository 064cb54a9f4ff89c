//! Lines of today's budget that cannot be read: what they would have counted in is unknown, and never 0.
//! And files as accounting systems write them, from a3.yaml to the new budget.

use super::budget_command::{folder, posted, printed, run, told};
use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, write};
use serde_json::{Value, json};

const HEADING: &str = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n";

fn json_of(rows: &str) -> Value {
    told(folder(Some(&format!("{HEADING}{rows}"))).path(), &[])
}

/// The first row of a line.
fn row<'v>(budget: &'v Value, art: &str) -> &'v Value {
    budget["rader"].as_array().unwrap().iter().find(|row| row["art"] == art).unwrap()
}

#[test]
fn a_line_with_an_amount_that_cannot_be_read_is_unknown_and_so_is_every_sum_it_is_in() {
    let budget = json_of("1400;Servicetorg;120;130;x;\n1400;;120;195;80000;\n1500;Kontor;120;130;7000;\n");
    let (unread, other) = (row(&budget, "130"), row(&budget, "195"));
    assert_eq!((&unread["dagens"], &unread["nytt"]), (&Value::Null, &Value::Null));
    assert_eq!(unread["endring"], "-96000", "what the case takes out is known all the same");
    assert_eq!((&other["dagens"], &other["nytt"]), (&json!("80000"), &json!("80000")));
    for side in ["utgifter_dagens", "inntekter_dagens", "utgifter_nytt", "inntekter_nytt"] {
        assert_eq!(budget["balanse"][0][side], Value::Null, "{side}");
        assert_eq!(budget["hele_budsjettet"][0][side], Value::Null, "{side}");
    }
    let frame = &budget["tiltak"]["per_ansvar"][0]["nivå"]["år"][0];
    for part in ["inngående_ramme", "deflator", "endring_i_dagens_budsjett", "ny_ramme"] {
        assert_eq!(frame[part], Value::Null, "{part}");
    }
    assert_eq!((&frame["sum_tiltak"], &budget["sum"][0]["drift"]), (&json!("-96000"), &json!("-96000")));
    assert_eq!(budget["avstemming"][0]["differanse"], "0");
    assert_eq!(budget["funn"], json!([]), "a line that may be there is not missed");
}

#[test]
fn a_bad_line_of_another_unit_leaves_the_units_of_the_cases_known() {
    let budget = json_of("1400;Servicetorg;120;130;500000;\n1500;Kontor;120;130;x;\n");
    assert_eq!(row(&budget, "130")["dagens"], "500000");
    assert_eq!(budget["balanse"][0]["utgifter_dagens"], "500000");
    assert_eq!(budget["hele_budsjettet"][0]["utgifter_dagens"], Value::Null);
}

#[test]
fn a_bad_line_of_no_certain_ansvar_makes_all_of_today_unknown() {
    let budget = json_of("1400;Servicetorg;120;130;500000;\n;Kontor;120;130;7;\n");
    assert_eq!(row(&budget, "130")["dagens"], Value::Null);
    assert_eq!(budget["balanse"][0]["utgifter_nytt"], Value::Null);
}

#[test]
fn new_practice_in_place_of_a_line_that_cannot_be_read_changes_by_nobody_knows_what() {
    let folder = folder(Some(&format!("{HEADING}1400;Servicetorg;120;195;x;\n1400;;120;130;500000;\n")));
    let practice = "ny_praksis:\n  - ansvar: 1400\n    andre:\n      - {art: 195, funksjon: 120, beløp: 50000 kr, navn: Lisens}\n";
    write(folder.path(), "saker/digital-post.yaml", &format!("{}{practice}", posted()));
    let budget = told(folder.path(), &[]);
    let line = row(&budget, "195");
    assert_eq!((&line["dagens"], &line["nytt"]), (&Value::Null, &json!("50000")));
    assert_eq!(line["endring"], Value::Null);
    assert_eq!(row(&budget, "130")["endring"], "-96000");
    let reconciled = &budget["avstemming"][0];
    assert_eq!((&reconciled["budsjettet_viser"], &reconciled["differanse"]), (&Value::Null, &Value::Null));
    assert_eq!(reconciled["saker_tar_ut"], "96000");
    for sum in [&budget["sum"][0], &budget["områder"][0]["år"][0]] {
        assert_eq!((&sum["drift"], &sum["ny_praksis"]), (&Value::Null, &Value::Null));
    }
    let csv = printed(&run(folder.path(), &["--format", "csv"]));
    assert!(csv.contains(";120;195;;50000;;"), "{csv}");
    // The table of the council is as unknown in every format.
    assert_eq!(budget["tiltak"]["per_ansvar"][0]["nivå"]["år"][0]["sum_tiltak"], Value::Null);
    let table = printed(&run(folder.path(), &["--tiltak", "--format", "csv"]));
    let measures: Vec<&str> = table.lines().filter(|line| line.contains("tiltak;")).collect();
    assert!(!measures.is_empty() && measures.iter().all(|line| line.ends_with(';')), "{table}");
    let table = printed(&run(folder.path(), &["--tiltak"]));
    let sum = table.lines().find(|line| line.contains("Sum tiltak")).unwrap();
    assert!(!sum.contains(|letter: char| letter.is_ascii_digit()), "{table}");
}

/// As exported: a title, a column for each year, six-digit ansvar, long codes, dashes, sums, Windows-1252.
const EXPORT: &str = "Budsjett Solvik kommune;;;;;;;\n\
    ansvar;ansvarsnavn;funksjon;art;2027;2028;2029;2030\n\
    021610;Krav på post;12000;130000; 190 000,00 ; 190 000,00 ; 190 000,00 ; 190 000,00 \n\
    021610;Krav på post;12000;195000; 80 000,00 ; -   ; –   ; -   \n\
    Sum ansvar 021610;;;; 270 000,00 ; 190 000,00 ; 190 000,00 ; 190 000,00 \n";

#[test]
fn a_budget_as_it_is_exported_goes_from_a3_yaml_to_the_new_budget() {
    let folder = tempfile::tempdir().unwrap();
    let said = "budsjett: {fil: budsjett/2027.csv, prisår: 2027, funksjon: 3 første, art: 3 første}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{said}"));
    let line =
        "    kilde: Postlisten 2025\n    budsjettpost: {ansvar: 021610, funksjon: 12000, art: 130000}\n";
    let case = GOOD_CASE.replace("    kilde: Postlisten 2025\n", line) + "oppstart: 2027\nlevetid: 5 år\n";
    write(folder.path(), "saker/digital-post.yaml", &case);
    let old: Vec<u8> = EXPORT
        .chars()
        .map(|letter| if letter == '–' { 0x96 } else { u8::try_from(u32::from(letter)).unwrap() })
        .collect();
    std::fs::create_dir_all(folder.path().join("budsjett")).unwrap();
    std::fs::write(folder.path().join("budsjett/2027.csv"), old).unwrap();
    let checked = a3(folder.path()).args(["check", "--format", "kort", "--dato", TODAY]).output().unwrap();
    let brief = String::from_utf8(checked.stdout).unwrap();
    assert_eq!(checked.status.code(), Some(0), "{brief}");
    let told_of =
        ["Windows-1252", "Overskriften står på linje 2", "Linje 5 er en sum", "funksjon 12000 som 120"];
    assert!(told_of.iter().all(|what| brief.contains(what)), "{brief}");
    assert_eq!(brief.matches("merknad:").count(), 4, "{brief}");
    let budget = told(folder.path(), &[]);
    let lines: Vec<[&Value; 5]> = budget["rader"].as_array().unwrap()[..4]
        .iter()
        .map(|row| [&row["ansvar"], &row["funksjon"], &row["art"], &row["dagens"], &row["nytt"]])
        .collect();
    for line in lines {
        assert_eq!(line.map(|cell| cell.as_str().unwrap()), ["021610", "120", "130", "190000", "94000"]);
    }
    let years: Vec<&Value> =
        budget["balanse"].as_array().unwrap().iter().map(|at| &at["utgifter_dagens"]).collect();
    assert_eq!(years, ["270000", "190000", "190000", "190000"]);
}

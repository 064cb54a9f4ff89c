//! What a case lacks for its phase is said once, and never takes it out; what decides a case, and what does not.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, here, write};
use serde_json::Value;
use std::path::Path;

/// One document of a command.
fn json(folder: &Path, arguments: &[&str]) -> Value {
    let output = a3(folder).args(arguments).args(["--format", "json", "--dato", TODAY]).output().unwrap();
    serde_json::from_slice(&output.stdout).unwrap_or_else(|_| panic!("{output:?}"))
}

/// A folder with one case.
fn folder(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/post.yaml", case);
    folder
}

/// Rule and grade of each finding of a case.
fn found(case: &str) -> Vec<(String, String)> {
    let report = json(folder(case).path(), &["check"]);
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    report["funn"].as_array().unwrap().iter().map(|one| (word(one, "regel"), word(one, "grad"))).collect()
}

/// Examples/solvik, with one file changed.
fn solvik(path: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&here("examples/solvik"), folder.path());
    let whole = std::fs::read_to_string(folder.path().join(path)).unwrap();
    let changed = change(&whole);
    assert_ne!(whole, changed);
    write(folder.path(), path, &changed);
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// What became of the two cases that meet the same requirement, the good one first.
fn night(folder: &Path) -> (String, String) {
    let report = json(folder, &["rank", "--uten-usikkerhet"]);
    let of = |id: &str| {
        let mut list = report["liste"].as_array().unwrap().iter();
        list.find(|one| one["id"] == id).map(|one| one["beslutning"].as_str().unwrap().to_owned())
    };
    (of("digitalt-tilsyn-natt").unwrap_or_default(), of("nattpatrulje").unwrap_or_default())
}

#[test]
fn a_budget_line_that_is_missing_lets_no_bad_case_in() {
    let path = "saker/helse/digitalt-tilsyn-natt.yaml";
    let without = |text: &str| {
        let mut is_first = true;
        let keep =
            |line: &&str| !(line.trim_start().starts_with("budsjettpost:") && core::mem::take(&mut is_first));
        text.lines().filter(keep).map(|line| format!("{line}\n")).collect()
    };
    let (good, bad) = night(solvik(path, without).path());
    assert_eq!(good, "valgt");
    assert_ne!(bad, "valgt");
}

#[test]
fn a_vedtak_that_is_still_to_come_puts_no_case_out() {
    let pasted = |text: &str| {
        format!(
            "{text}vedtak:\n  - dato: 2026-12-10\n    organ: Kommunestyret\n    beslutning: vedtatt\n    innarbeidet: nei\n"
        )
    };
    let (good, bad) = night(solvik("saker/helse/nattpatrulje.yaml", pasted).path());
    assert_eq!(good, "valgt");
    assert_ne!(bad, "besluttet");
}

#[test]
fn an_unfinished_case_is_calculated_chosen_and_budgeted_with_a_mark() {
    let case = GOOD_CASE.replace("fase: overblikk", "fase: dypdykk") + "oppstart: 2027\nlevetid: 5 år\n";
    let folder = folder(&case);
    let calc = json(folder.path(), &["calc"]);
    assert_eq!((&calc["saker"][0]["ikke_ferdig"], &calc["utelatt"]), (&true.into(), &Value::Array(vec![])));
    assert!(calc["saker"][0]["nnv"].is_string());
    assert_eq!(json(folder.path(), &["rank"])["liste"][0]["ikke_ferdig"], true);
    assert_eq!(json(folder.path(), &["budget"])["saker"][0]["ikke_ferdig"], true);
    for (command, mark) in
        [("calc", "Ikke ferdig: Saken mangler"), ("rank", "(ikke ferdig)"), ("budget", "(ikke ferdig)")]
    {
        let shown = a3(folder.path()).args([command, "--dato", TODAY]).output().unwrap();
        let shown = String::from_utf8(shown.stdout).unwrap();
        assert!(shown.contains(mark), "{command}: {shown}");
    }
}

#[test]
fn whether_a_case_is_out_hangs_on_the_defect_and_not_on_regler() {
    let wrong = "    innfasing: [120 %]\noppstart: 2027\nlevetid: 5 år\n";
    for (more, is_out) in [("", true), ("regler: {innfasing-over-hundre: merknad}\n", true)] {
        let folder = folder(&format!("{GOOD_CASE}{wrong}"));
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{more}"));
        assert_eq!(
            json(folder.path(), &["calc"])["utelatt"].as_array().unwrap().len() == 1,
            is_out,
            "{more}"
        );
    }
    let folder = folder(GOOD_CASE);
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}regler: {{gevinst-uten-eier: feil}}\n"));
    assert_eq!(json(folder.path(), &["calc"])["utelatt"], Value::Array(vec![]));
}

#[test]
fn what_cannot_be_read_beside_the_figures_leaves_them_alone() {
    for beside in [
        "risiko:\n  - {hva: Dekning, sannsynlighet: kanskje, tiltakk: x}\n",
        "plan:\n  - {frist: 2027-02-31}\n",
        "målinger:\n  - {navn: Brev, nullpunkt: {dato: i fjor, verdi: mange}}\n",
        "mål: {bo-hjemme: ja}\n",
        "læring: [a, b]\n",
    ] {
        let case = format!("{GOOD_CASE}{beside}");
        let calc = json(folder(&case).path(), &["calc"]);
        assert_eq!(calc["saker"][0]["ikke_ferdig"], true, "{beside}");
        assert!(found(&case).iter().any(|(_, grade)| grade == "feil"), "{beside}");
    }
    let inside = format!("{GOOD_CASE}senest: snart\n");
    assert_eq!(json(folder(&inside).path(), &["calc"])["utelatt"].as_array().unwrap().len(), 1);
}

#[test]
fn each_phase_says_all_it_lacks_at_once_and_what_it_offers_is_asked_for_again() {
    let mut case = GOOD_CASE.replace("fase: overblikk", "fase: gjennomføring");
    let lacks = |case: &str| {
        let report = json(folder(case).path(), &["check"]);
        let errors = report["funn"].as_array().unwrap().clone();
        errors.into_iter().filter(|one| one["grad"] == "feil").collect::<Vec<_>>()
    };
    let first = lacks(&case);
    let rules: Vec<_> = first.iter().map(|one| one["regel"].as_str().unwrap()).collect();
    let phases =
        ["mangler-i-dypdykk", "mangler-i-prioritering", "mangler-i-forberedelse", "mangler-i-gjennomføring"];
    assert_eq!(rules, phases, "in the order of the sheet");
    for one in &first {
        let how = one["slik"].as_str().unwrap();
        let block = how.split_once('\n').unwrap().1;
        let is_open = |line: &str| line.ends_with(':') || line.contains('…') || line.contains(":  # ");
        let told = ["navn: Fortsette som i dag", "gevinst: Spart porto"];
        assert!(
            block.lines().all(|line| is_open(line) || told.iter().any(|told| line.contains(told))),
            "{block}"
        );
        case.push_str(block);
        case.push('\n');
    }
    let again = lacks(&case);
    let rules: Vec<_> = again.iter().map(|one| one["regel"].as_str().unwrap()).collect();
    assert!(rules.iter().all(|rule| rule.starts_with("mangler-i-")), "{again:#?}");
    assert!(phases.iter().all(|phase| rules.contains(phase)), "{rules:?}");
}

#[test]
fn a_decision_that_decides_nothing_is_said_to() {
    let with = |row: &str| {
        found(&format!("{GOOD_CASE}beslutter: Kommunestyret\nvedtak:\n  - {{{row}, innarbeidet: nei}}\n"))
    };
    let note = |row: &str| with(row) == [("vedtak-som-ikke-avgjør".to_owned(), "merknad".to_owned())];
    assert!(note("dato: 2026-12-10, organ: Kommunestyret, beslutning: vedtatt"));
    assert!(note("dato: 2026-11-10, organ: Formannskapet, beslutning: vedtatt"));
    assert!(note("dato: 2026-11-10, organ: Kommunestyret, beslutning: innstilt"));
    assert!(note("dato: 2026-11-10, organ: Kommunestyret, beslutning: utsatt"));
    assert_eq!(with("dato: 2026-11-10, organ: kommunestyret, beslutning: vedtatt"), []);
}

#[test]
fn hours_without_a_position_are_hours_in_the_first_phase() {
    let case = GOOD_CASE.replace("unngåtte kostnader", "spart tid").replace("96 000 kr/år", "350 timer/år");
    let case = format!("{case}oppstart: 2027\nlevetid: 5 år\n");
    assert_eq!(found(&case), []);
    let calc = json(folder(&case).path(), &["calc"]);
    assert_eq!(calc["saker"][0]["gevinstpotensial"]["timer"], "350");
    assert_eq!(calc["saker"][0]["poster"][0]["nåverdi"], Value::Null);
    let later = case.replace("fase: overblikk", "fase: dypdykk");
    assert!(found(&later).iter().any(|(rule, _)| rule == "tid-uten-stilling"));
}

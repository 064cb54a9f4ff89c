//! The binary from outside: exit codes, what goes where, and the same bytes twice.

use super::portfolio::{GOOD_CASE, ORGANISATION, a3, here, write};
use serde_json::Value;

fn repository() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/digital-post.yaml", GOOD_CASE);
    folder
}

#[test]
fn a_good_case_is_exit_0_and_a_bad_one_exit_1() {
    let folder = repository();
    a3(folder.path()).arg("check").assert().code(0);
    write(folder.path(), "saker/feil.yaml", &GOOD_CASE.replace("96 000 kr/år", "mye"));
    a3(folder.path()).arg("check").assert().code(1);
    a3(folder.path()).args(["check", "saker/digital-post.yaml"]).assert().code(0);
}

#[test]
fn the_grade_that_counts_can_be_set() {
    let folder = repository();
    let without_source = GOOD_CASE.replace("    kilde: Postlisten 2025\n", "");
    write(folder.path(), "saker/digital-post.yaml", &without_source);
    a3(folder.path()).arg("check").assert().code(0);
    a3(folder.path()).args(["check", "--feil-ved", "advarsel"]).assert().code(1);
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}regler: {{gevinst-uten-kilde: av}}\n"));
    a3(folder.path()).args(["check", "--feil-ved", "merknad"]).assert().code(0);
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}regler: {{gevinst-uten-kilde: feil}}\n"));
    a3(folder.path()).arg("check").assert().code(1);
}

#[test]
fn wrong_usage_is_exit_2_in_the_readers_language() {
    let folder = repository();
    let said = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(output.stdout.is_empty());
        String::from_utf8(output.stderr).unwrap()
    };
    assert!(said(&["chekc"]).contains("Mente du «check»"));
    assert!(said(&["check", "--fromat", "json"]).contains("--fromat"));
    assert!(said(&["check", "--format", "xml"]).contains("json"));
    assert!(said(&["check", "--dato", "2026-13-01"]).contains("ÅÅÅÅ-MM-DD"));
    assert!(said(&["--lang", "en", "chekc"]).contains("Did you mean"));
    assert!(said(&["explain", "gevinst-uten-kilda"]).contains("gevinst-uten-kilde"));
}

#[test]
fn json_is_one_document_also_when_there_are_findings() {
    let folder = repository();
    write(folder.path(), "saker/feil.yaml", "tittel: [");
    for command in ["check", "calc", "rank"] {
        let output = a3(folder.path()).args([command, "--format", "json"]).output().unwrap();
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["versjon"], 1);
        assert_eq!(output.status.code(), Some(1));
        if command != "check" {
            assert_eq!(json["utelatt"][0]["id"], "feil");
        }
    }
}

#[test]
fn the_same_files_give_the_same_bytes_on_one_thread_and_on_many() {
    for command in ["check", "calc", "rank"] {
        for format in ["text", "json"] {
            let run = |threads: &str| {
                let mut command_line = a3(&here("examples/solvik"));
                command_line.env("RAYON_NUM_THREADS", threads);
                command_line
                    .args([command, "--format", format, "--dato", "2026-11-24"])
                    .output()
                    .unwrap()
                    .stdout
            };
            let once = run("1");
            assert!(!once.is_empty());
            assert_eq!(once, run("2"), "{command} {format}");
        }
    }
}

#[test]
fn what_init_writes_passes_check_and_calculates() {
    let folder = tempfile::tempdir().unwrap();
    let titles = ["Færre brev: «ja» til #digitalt", "Åpent bibliotek", "* strek & anker", "null", "2027"];
    for title in titles {
        a3(folder.path()).args(["init", title, "--anslag", "96 000 kr/år"]).assert().code(0);
    }
    let check = a3(folder.path()).args(["check", "--feil-ved", "merknad"]).output().unwrap();
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    let calc = a3(folder.path()).args(["calc", "--format", "json"]).output().unwrap();
    let json: Value = serde_json::from_slice(&calc.stdout).unwrap();
    assert_eq!(json["saker"].as_array().unwrap().len(), titles.len());
    let written: Vec<&str> =
        json["saker"].as_array().unwrap().iter().map(|c| c["tittel"].as_str().unwrap()).collect();
    for title in titles {
        assert!(written.contains(&title), "{title} in {written:?}");
    }
    assert_eq!(json["saker"][0]["gevinstpotensial"]["budsjett"], "96000");
}

#[test]
fn init_never_overwrites_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    a3(folder.path()).args(["init", "Digital post"]).assert().code(0);
    let before = std::fs::read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap();
    let again = a3(folder.path()).args(["init", "Digital  post!", "--eier", "En annen"]).output().unwrap();
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("saker/digital-post.yaml"));
    assert_eq!(std::fs::read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap(), before);
    let strange = a3(folder.path()).args(["init", "§§§"]).output().unwrap();
    assert_eq!(strange.status.code(), Some(2));
    let unknown = a3(folder.path()).args(["init", "Annet", "--område", "Stabb"]).output().unwrap();
    assert!(String::from_utf8_lossy(&unknown.stderr).contains("Stab"));
}

#[test]
fn a_case_alone_calculates_on_the_defaults_which_are_named() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "digital-post.yaml", GOOD_CASE);
    a3(folder.path()).args(["check", "digital-post.yaml"]).assert().code(0);
    let calc = a3(folder.path()).args(["calc", "digital-post.yaml"]).output().unwrap();
    let shown = String::from_utf8_lossy(&calc.stdout).into_owned();
    assert_eq!(calc.status.code(), Some(0));
    assert!(shown.contains("R-109") && shown.contains("20"), "{shown}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::process::{Command, Stdio};
    let mut child = Command::new(assert_cmd::cargo::cargo_bin("a3"))
        .args(["calc", "--vis"])
        .current_dir(here("examples/solvik"))
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let ended = child.wait_with_output().unwrap();
    assert_eq!(ended.status.code(), Some(0), "{}", String::from_utf8_lossy(&ended.stderr));
}

#[test]
fn the_examples_have_no_errors() {
    for example in ["examples/minimal", "examples/solvik"] {
        let check =
            a3(&here(example)).args(["check", "--format", "kort", "--dato", "2026-11-24"]).output().unwrap();
        assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
    }
}

#[test]
fn the_list_as_csv_is_one_table_with_a_line_for_every_case() {
    let output = a3(&here("examples/solvik")).args(["rank", "--format", "csv"]).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
    assert_eq!(reader.headers().unwrap().get(1), Some("Id"));
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), 14);
    assert!(rows.iter().any(|row| row.get(1) == Some("gatelys-med-led")));
}

#[test]
fn the_simulation_is_run_as_asked_and_always_says_how() {
    let supervision = "saker/helse/digitalt-tilsyn-natt.yaml";
    let run = |arguments: &[&str]| {
        let output =
            a3(&here("examples/solvik")).args(["calc", supervision]).args(arguments).output().unwrap();
        (
            output.status.code(),
            String::from_utf8(output.stdout).unwrap(),
            String::from_utf8(output.stderr).unwrap(),
        )
    };
    let told = |arguments: &[&str]| {
        let (code, json, _) = run(&[&["--format", "json"], arguments].concat());
        assert_eq!(code, Some(0));
        let json: Value = serde_json::from_str(&json).unwrap();
        (json["saker"][0]["usikkerhet"].clone(), json["saker"][0]["usikkerhet_mangler"].clone())
    };
    let (usual, _) = told(&[]);
    assert_eq!(
        (&usual["trekk"], &usual["frø"], &usual["fordeling"]),
        (&10_000.into(), &1.into(), &"pert".into())
    );
    assert_eq!(usual, told(&["--trekk", "10000", "--frø", "1"]).0);
    assert_ne!(usual["snitt"], told(&["--frø", "2"]).0["snitt"]);
    assert_eq!(told(&["--trekk", "100"]).0["trekk"], 100);
    let (none, why) = told(&["--uten-usikkerhet"]);
    assert_eq!((none, &why["grunn"]), (Value::Null, &"ikke bedt om".into()));

    assert!(run(&["--trekk", "250"]).1.contains("250 trekninger, frø 1"));
    assert!(run(&[]).2.is_empty(), "no bar where nobody watches");
    assert!(!run(&["--uten-usikkerhet"]).1.contains("Hvor sikkert"));
    for wrong in [
        ["--trekk", "99"],
        ["--trekk", "1000001"],
        ["--trekk", "ti"],
        ["--trekk", "-5"],
        ["--frø", "1.5"],
        ["--frø", "-1"],
    ] {
        let (code, out, said) = run(&wrong);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{wrong:?}");
        assert!(said.contains("helt tall") || said.contains(wrong[1]), "{said}");
    }
    assert_eq!(run(&["--trekk", "200", "--uten-usikkerhet"]).0, Some(2));
}

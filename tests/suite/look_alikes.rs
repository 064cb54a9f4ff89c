//! Files that look like a case or like a3.yaml and are not read: each is named, with what to call
//! it, and what is said is enough.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, write};
use serde_json::Value;
use std::path::Path;

fn json(folder: &Path, arguments: &[&str]) -> (Option<i32>, Value) {
    let output = a3(folder).args(arguments).args(["--format", "json", "--dato", TODAY]).output().unwrap();
    let json = serde_json::from_slice(&output.stdout);
    (output.status.code(), json.unwrap_or_else(|_| String::from_utf8(output.stderr).unwrap().into()))
}

fn text(folder: &Path, arguments: &[&str]) -> (Option<i32>, String) {
    let output = a3(folder).args(arguments).args(["--dato", TODAY]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    (output.status.code(), said.into_owned())
}

/// What stands in the first «…» of the advice: the name to give.
fn advised(finding: &Value) -> String {
    let how = finding["slik"].as_str().unwrap();
    how.split('«').nth(1).unwrap().split('»').next().unwrap().to_owned()
}

#[test]
fn a_look_alike_is_named_and_the_name_advised_gives_a_clean_folder() {
    for (written, rule, code) in [
        ("saker/x.yaml.txt", "oversett-fil", 1),
        ("saker/X.YAML", "oversett-fil", 1),
        ("saker/helse/Digital Post.yml.txt", "oversett-fil", 1),
        ("saker/x.yalm", "oversett-fil", 1),
        ("saker/x.txt", "tekstfil-blant-sakene", 0),
        ("x.yaml", "oversett-fil", 1),
    ] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", ORGANISATION);
        write(folder.path(), written, GOOD_CASE);
        let (ended, report) = json(folder.path(), &["check"]);
        assert_eq!((ended, &report["saker"]), (Some(code), &0.into()), "{written}: {report}");
        let finding = &report["funn"][0];
        assert_eq!((finding["regel"].as_str(), finding["fil"].as_str()), (Some(rule), Some(written)));
        let (_, said) = text(folder.path(), &["check"]);
        assert!(said.contains("Her er ingen saker") && !said.contains("Ingenting å rette"), "{said}");
        for command in ["calc", "rank", "budget"] {
            let (ended, said) = text(folder.path(), &[command]);
            let is_named =
                said.lines().any(|line| line.starts_with(written) && line.contains("blir ikke lest"));
            assert!(is_named && ended == Some(code), "{command} {written}: {said}");
        }
        let name = advised(finding);
        std::fs::create_dir_all(folder.path().join(&name).parent().unwrap()).unwrap();
        std::fs::rename(folder.path().join(written), folder.path().join(&name)).unwrap();
        let (ended, report) = json(folder.path(), &["check"]);
        assert_eq!((ended, &report["saker"], &report["funn"]), (Some(0), &1.into(), &Value::Array(vec![])));
    }
}

#[test]
fn a_folder_and_an_organisation_in_other_letters_are_named() {
    for (written, other) in
        [("A3.yaml", "saker/x.yaml"), ("a3.yml", "saker/x.yaml"), ("a3.yaml.txt", "saker/x.yaml")]
    {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), written, ORGANISATION);
        write(folder.path(), other, GOOD_CASE);
        let (code, report) = json(folder.path(), &["check"]);
        let finding = &report["funn"][0];
        assert_eq!((code, finding["fil"].as_str()), (Some(1), Some(written)), "{report}");
        assert_eq!(advised(finding), "a3.yaml");
        // No figure is given on other rules than those meant.
        let (code, calc) = json(folder.path(), &["calc"]);
        assert_eq!((code, &calc["saker"]), (Some(1), &Value::Array(vec![])), "{calc}");
        std::fs::rename(folder.path().join(written), folder.path().join("a3.yaml")).unwrap();
        assert_eq!(text(folder.path(), &["check"]).0, Some(0));
    }
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "Saker/x.yaml", GOOD_CASE);
    for asked in [&["check"][..], &["check", "Saker"], &["check", "Saker/"]] {
        let (code, report) = json(folder.path(), asked);
        assert_eq!((code, advised(&report["funn"][0])), (Some(1), "saker".to_owned()), "{report}");
    }
    std::fs::rename(folder.path().join("Saker"), folder.path().join("saker")).unwrap();
    assert_eq!(text(folder.path(), &["check"]).0, Some(0));
}

#[test]
fn a_second_file_of_the_same_name_is_never_told_to_take_the_firsts_place() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "a3.yml", ORGANISATION);
    write(folder.path(), "saker/x.yaml", GOOD_CASE);
    write(folder.path(), "saker/x.yaml.txt", GOOD_CASE);
    let (code, report) = json(folder.path(), &["check"]);
    let found = report["funn"].as_array().unwrap();
    assert_eq!((code, found.len()), (Some(1), 2), "{report}");
    assert!(
        found.iter().all(|finding| finding["slik"].as_str().unwrap().contains("finnes fra før")),
        "{report}"
    );
    let (_, calc) = json(folder.path(), &["calc"]);
    assert_eq!(calc["saker"].as_array().unwrap().len(), 1, "{calc}");
}

#[test]
fn an_a3_yaml_among_the_cases_is_named_and_moves_no_root() {
    for inner in ["saker/helse/a3.yaml", "saker/helse/a3.yml", "saker/A3.YAML"] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", ORGANISATION);
        write(folder.path(), inner, "a3: 1\n");
        write(folder.path(), "saker/helse/x.yaml", GOOD_CASE);
        let (code, report) = json(folder.path(), &["check"]);
        assert_eq!((code, report["funn"].as_array().unwrap().len()), (Some(1), 1), "{report}");
        assert_eq!((&report["funn"][0]["fil"], &report["saker"]), (&inner.into(), &1.into()));
        // The case is the same one from wherever it is asked for.
        assert_eq!(text(folder.path(), &["check", "saker/helse/x.yaml"]).0, Some(0));
        let (_, calc) = json(&folder.path().join("saker/helse"), &["calc", "x.yaml"]);
        assert_eq!(calc["budsjettår"], 2027, "{calc}");
    }
}

#[test]
fn from_above_the_case_repository_its_folder_is_said() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), ".git/HEAD", "");
    write(folder.path(), "docker-compose.yml", "services: {}\n");
    write(folder.path(), "kommune/a3.yaml", ORGANISATION);
    write(folder.path(), "kommune/saker/x.yaml", GOOD_CASE);
    for command in ["check", "calc", "rank", "budget"] {
        let (code, said) = text(folder.path(), &[command]);
        assert!(code == Some(2) && said.contains("a3 check kommune") && said.lines().count() == 1, "{said}");
    }
    assert_eq!(text(folder.path(), &["check", "kommune"]).0, Some(0));
    write(folder.path(), "bydel/a3.yaml", ORGANISATION);
    let (_, said) = text(folder.path(), &["check"]);
    assert!(said.contains("bydel og kommune"), "{said}");
    let (code, said) = text(folder.path(), &["init", "Digital post"]);
    assert!(code == Some(2) && said.contains("--mappe bydel"), "{said}");
}

#[test]
fn a_file_that_is_no_case_is_not_read_as_one() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "budsjett.csv", "ansvar\n");
    let (code, said) = text(folder.path(), &["check", "budsjett.csv"]);
    assert!(code == Some(2) && said.contains("er ikke en sak"), "{said}");
    for format in ["text", "kort", "json", "github"] {
        let (code, said) = text(folder.path(), &["check", "--format", format]);
        assert!(code == Some(0) && said.contains("a3 init") && !said.contains("Ingenting å rette"), "{said}");
    }
}

#[test]
fn a_name_that_no_system_can_hold_is_refused() {
    for name in ["aux", "con", "prn", "nul", "com1", "lpt9"] {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", ORGANISATION);
        write(folder.path(), &format!("saker/{name}.yaml"), GOOD_CASE);
        let (code, report) = json(folder.path(), &["check"]);
        assert_eq!(
            (code, report["funn"][0]["regel"].as_str()),
            (Some(1), Some("ugyldig-filnavn")),
            "{report}"
        );
        let meant = format!("saker/{}", advised(&report["funn"][0]));
        std::fs::rename(folder.path().join(format!("saker/{name}.yaml")), folder.path().join(meant)).unwrap();
        assert_eq!(text(folder.path(), &["check"]).0, Some(0));
        let (code, said) = text(folder.path(), &["init", name]);
        assert!(code == Some(2) && said.contains("tittel"), "{said}");
    }
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(text(folder.path(), &["init", "A3"]).0, Some(2));
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/communication.yaml", GOOD_CASE);
    assert_eq!(text(folder.path(), &["check"]).0, Some(0));
}

#[test]
fn what_cannot_be_read_is_in_every_format() {
    use std::os::unix::ffi::OsStrExt;
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    // A name that is not UTF-8 can be met but not opened, also by root.
    let name = std::ffi::OsStr::from_bytes(b"navn\xff.yaml");
    std::fs::write(folder.path().join("saker").join(name), GOOD_CASE).unwrap();
    for command in ["check", "calc", "rank", "budget"] {
        let (code, report) = json(folder.path(), &[command]);
        let unread = report["ulest"].as_array().unwrap();
        assert_eq!((code, unread.len()), (Some(2), 1), "{command}: {report}");
        assert_eq!(unread[0]["fil"], "saker/navn\u{fffd}.yaml");
        assert!(unread[0]["grunn"].as_str().unwrap().contains("UTF-8"));
    }
    assert_eq!(json(folder.path(), &["check"]).1["saker"], 1);
    for (format, part) in [
        ("text", "1 fil lot seg ikke lese"),
        ("text", "feil: Får ikke lest «saker/navn"),
        ("kort", "saker/navn\u{fffd}.yaml:1:1: feil: Får ikke lest"),
        ("github", "::error file=saker/navn\u{fffd}.yaml,title=ulest::Får ikke lest"),
    ] {
        let output = a3(folder.path()).args(["check", "--format", format, "--dato", TODAY]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(said.contains(part) && !said.contains("Ingenting å rette"), "{format}: {said}");
    }
}

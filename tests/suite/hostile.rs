//! Files made to break a reader: each gives findings with a place, exit 1 and valid JSON, soon,
//! and leaves its neighbours alone.

use super::portfolio::{GOOD_CASE, ORGANISATION, a3, write, write_bytes};
use a3::load::{self, WorldError};
use serde_json::Value;
use std::time::{Duration, Instant};

/// Far more than any of them takes, also on a slow machine: what this guards against never ends.
const SOON: Duration = Duration::from_secs(20);

fn hostile() -> Vec<(&'static str, Vec<u8>)> {
    let lines = |text: &str| GOOD_CASE.replace("tittel: Digital post", text).into_bytes();
    let estimate = |text: &str| GOOD_CASE.replace("anslag: 96 000 kr/år", text).into_bytes();
    let aliases: String = (1..10).map(|n| format!("a{n}: &a{n} [*a{}, *a{}]\n", n - 1, n - 1)).collect();
    vec![
        ("aliases", format!("a0: &a0 [x, x]\n{aliases}").into_bytes()),
        ("brackets", "[".repeat(100_000).into_bytes()),
        ("braces", "{a: ".repeat(50_000).into_bytes()),
        ("large-scalar", format!("tittel: {}\n", "x".repeat(3_000_000)).into_bytes()),
        ("nul", b"tittel: a\0b\n".to_vec()),
        ("latin1", b"omr\xe5de: Stab\n".to_vec()),
        ("utf16", "\u{feff}a3: 1\n".encode_utf16().flat_map(u16::to_le_bytes).collect()),
        ("empty", Vec::new()),
        ("only-comment", b"# ingenting\n".to_vec()),
        ("list", b"- a\n- b\n".to_vec()),
        ("scalar", b"bare tekst\n".to_vec()),
        ("two-documents", format!("{GOOD_CASE}---\n{GOOD_CASE}").into_bytes()),
        ("tag", lines("tittel: !!python/object:os.system x")),
        ("merge", lines("<<: {tittel: x}\ntittel: x")),
        ("duplicate", lines("tittel: a\ntittel: b")),
        ("tab", b"a3: 1\ngevinster:\n\t- navn: x\n".to_vec()),
        ("infinite", estimate("anslag: .inf")),
        ("not-a-number", estimate("anslag: .nan")),
        ("sixty-digits", estimate(&format!("anslag: {} kr/år", "9".repeat(60)))),
        ("deep-formula", estimate(&format!("beregning: {}1{}", "(".repeat(20_000), ")".repeat(20_000)))),
        ("division", estimate("beregning: 1000 kr/år / (2 − 2)")),
        ("overflow", estimate(&format!("beregning: {}", ["900 000 mrd. kr/år"; 8].join(" × ")))),
        ("escape-codes", lines("tittel: \"\\x1b[2J\\x1b]0;pwned\\x07\"")),
        ("raw-escape", lines("tittel: \u{1b}[31mrød")),
        ("unclosed-quote", lines("tittel: \"uten slutt")),
        ("many-keys", (0..60_000).map(|n| format!("k{n}: 1\n")).collect::<String>().into_bytes()),
        ("many-rows", format!("{GOOD_CASE}målinger:\n{}", "  - {navn: x}\n".repeat(20_000)).into_bytes()),
        ("null-everywhere", b"a3:\ntittel:\ngevinster:\n  -\n  - navn:\n".to_vec()),
        ("carriage-returns", b"a3: 1\rtittel: x\rgevinster: [\r".to_vec()),
        ("rtl", lines("tittel: \"\u{202e}txt.exe\"\nukjent: x")),
    ]
}

#[test]
fn every_hostile_file_is_findings_with_a_place_and_soon() {
    for (name, bytes) in hostile() {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", ORGANISATION);
        write_bytes(folder.path(), "saker/vond.yaml", &bytes);
        write(folder.path(), "saker/god.yaml", GOOD_CASE);
        write(folder.path(), "saker/halvgod.yaml", &GOOD_CASE.replace("eier:", "eieer:"));
        for command in ["check", "calc", "rank"] {
            let begun = Instant::now();
            let output = a3(folder.path()).args([command, "--format", "json"]).output().unwrap();
            assert!(begun.elapsed() < SOON, "{name}: {command} took too long");
            assert_eq!(
                output.status.code(),
                Some(1),
                "{name}: {command}: {}",
                String::from_utf8_lossy(&output.stderr)
            );
            let json: Value =
                serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{name}: {e}"));
            let printed = String::from_utf8_lossy(&output.stdout);
            assert!(!printed.contains('\u{1b}'), "{name}: an escape code came through");
            if command == "check" {
                let of =
                    |file: &str| json["funn"].as_array().unwrap().iter().filter(|f| f["fil"] == file).count();
                assert!(of("saker/vond.yaml") > 0, "{name}: no finding");
                assert!(of("saker/vond.yaml") <= 1000, "{name}: a flood of findings");
                assert_eq!((of("saker/god.yaml"), of("saker/halvgod.yaml")), (0, 2), "{name}: neighbours");
                let first = &json["funn"][0];
                assert!(first["linje"].as_u64().unwrap() >= 1 && first["kolonne"].as_u64().unwrap() >= 1);
            }
        }
        let text = a3(folder.path()).args(["check", "--farge", "aldri"]).output().unwrap();
        assert!(!text.stdout.contains(&0x1b), "{name}: an escape code came through in text");
    }
}

#[test]
fn a_link_out_of_the_root_is_refused_and_never_read() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "hemmelig.yaml", &GOOD_CASE.replace("Digital post", "Hemmelig"));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    let target = outside.path().join("hemmelig.yaml");
    std::os::unix::fs::symlink(target, folder.path().join("saker/lenke.yaml")).unwrap();
    std::os::unix::fs::symlink(outside.path(), folder.path().join("saker/mappe")).unwrap();
    for command in ["check", "calc", "rank"] {
        let output = a3(folder.path()).args([command, "--format", "json"]).output().unwrap();
        let printed =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(!printed.contains("Hemmelig"), "{command}: {printed}");
        assert_eq!(output.status.code(), Some(1), "{command}: {printed}");
    }
    let check = a3(folder.path()).args(["check", "--format", "json"]).output().unwrap();
    let json: Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(json["funn"][0]["regel"], "lenke-ut");
    assert_eq!(json["funn"][0]["fil"], "saker/lenke.yaml");
}

#[test]
fn a_link_that_appears_after_the_walk_is_not_read_either() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "hemmelig.yaml", GOOD_CASE);
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    let root = folder.path().canonicalize().unwrap();
    std::os::unix::fs::symlink(outside.path().join("hemmelig.yaml"), root.join("saker/ny.yaml")).unwrap();
    std::os::unix::fs::symlink(root.join("saker/god.yaml"), root.join("saker/inne.yaml")).unwrap();
    let read = |path: &str| load::read(&root, path, load::limit(100));
    assert!(matches!(read("saker/ny.yaml"), Err(WorldError::Outside { .. })));
    assert_eq!(read("saker/inne.yaml").unwrap().len(), 101);
}

#[test]
fn an_organisation_that_is_a_link_out_of_the_root_gives_no_figures() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "a3.yaml", &ORGANISATION.replace("2027", "2030"));
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    std::os::unix::fs::symlink(outside.path().join("a3.yaml"), folder.path().join("a3.yaml")).unwrap();
    let check = a3(folder.path()).args(["check", "--format", "json"]).output().unwrap();
    let json: Value = serde_json::from_slice(&check.stdout).unwrap();
    assert_eq!(json["funn"].as_array().unwrap().len(), 1);
    assert_eq!((&json["funn"][0]["regel"], &json["funn"][0]["fil"]), (&"lenke-ut".into(), &"a3.yaml".into()));
    for (command, list) in [("calc", "saker"), ("rank", "liste")] {
        let output = a3(folder.path()).args([command, "--format", "json"]).output().unwrap();
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1));
        assert!(
            json[list].as_array().unwrap().is_empty(),
            "{command}: figures on other defaults than its own"
        );
        assert_eq!(json["utelatt"][0]["id"], "god");
    }
}

#[test]
fn a_missing_folder_is_exit_2_with_what_to_try() {
    let folder = tempfile::tempdir().unwrap();
    for command in ["check", "calc", "rank"] {
        let output = a3(folder.path()).args([command, "finnes-ikke"]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains("finnes-ikke") && said.contains("a3 init"), "{said}");
        let empty = a3(folder.path()).arg(command).output().unwrap();
        assert_eq!(empty.status.code(), Some(2));
    }
}

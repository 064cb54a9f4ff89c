//! How to see more is said so that it can be written as it stands: with the path and the options that were given.

use super::portfolio::{a3, here};
use std::path::Path;
use std::process::Command;

fn shown(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A command that stands in an answer, from its name to this word.
fn hint(said: &str, command: &str, last: &str) -> String {
    let name = format!("a3 {command}");
    let hints = said.split(&name).skip(1).filter_map(|rest| rest.split_once(last));
    let hint = hints.map(|(hint, _)| hint).find(|hint| !hint.contains(". "));
    format!("{name}{}{last}", hint.unwrap_or_else(|| panic!("{name} … {last}: {said}")))
}

/// What a shell shows of a command line in a folder.
fn in_shell(folder: &Path, line: &str) -> (String, Option<i32>) {
    let a3 = assert_cmd::cargo::cargo_bin("a3");
    let path = format!("{}:{}", a3.parent().unwrap().display(), std::env::var("PATH").unwrap());
    let output =
        Command::new("sh").args(["-c", line]).current_dir(folder).env("PATH", path).output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn the_way_to_see_more_keeps_the_path_and_the_options() {
    let root = here("");
    let day = ["--dato", "2026-11-24"];
    for (arguments, last) in [
        (&["calc", "examples/nettbrett"][..], "--alt"),
        (&["calc", "examples/solvik"], "--vis"),
        (&["rank", "examples/solvik", "--uten-rammer"], "--alt"),
        (&["rank", "examples/solvik", "--metode", "planeffekt"], "--alt"),
        (&["budget", "examples/solvik", "--alle"], "--alt"),
        (&["status", "examples/solvik"], "--alt"),
        (&["next", "examples/solvik"], "--alt"),
        (&["overview", "examples/solvik"], "--gevinster"),
    ] {
        let said = shown(&root, &[arguments, &day].concat());
        let hint = hint(&said, arguments[0], last);
        for word in arguments {
            assert!(hint.contains(word), "{word} in {hint}");
        }
        let (all, code) = in_shell(&root, &hint);
        assert!(code.is_some_and(|code| code < 2) && !all.is_empty(), "{hint}: {code:?}");
    }
}

#[test]
fn the_way_to_see_more_is_one_word_a_value_to_a_shell_and_short_where_nothing_was_given() {
    let folder = tempfile::tempdir().unwrap();
    let strange = "Solvik $HOME `x` d'Arc";
    let copied = folder.path().join(strange);
    std::fs::create_dir_all(copied.join("saker")).unwrap();
    for file in ["a3.yaml", "saker/nettbrett-i-kommunestyret.yaml"] {
        std::fs::copy(here("examples/nettbrett").join(file), copied.join(file)).unwrap();
    }
    let said = shown(folder.path(), &["calc", strange]);
    let (all, code) = in_shell(folder.path(), &hint(&said, "calc", "--alt"));
    assert!(code == Some(0) && all.starts_with("Nettbrett i kommunestyret"), "{said} {all}");
    let said = shown(&copied, &["calc"]);
    assert!(said.contains("Se alt: a3 calc --alt. Regnestykket, ledd for ledd: a3 calc --vis"), "{said}");
}

#[test]
fn what_is_asked_of_one_person_is_seen_whole_of_that_person() {
    let solvik = here("examples/solvik");
    let asked = ["next", "--eier", "Anne Berg", "--dato", "2026-11-24"];
    let said = shown(&solvik, &asked);
    let calendar = hint(&said, "next", "--format ical");
    assert!(calendar.contains("--eier \"Anne Berg\""), "{calendar}");
    assert!(!in_shell(&solvik, &calendar).0.contains("Lønnsleder"), "{calendar}");
}

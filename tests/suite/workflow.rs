//! The workflow to copy does on a runner what it says: its own scripts, run as the runner runs them.

use super::portfolio::{GOOD_CASE, ORGANISATION, a3, here, write};
use std::path::Path;
use std::process::Command;

const WORKFLOW: &str = "examples/solvik/.github/workflows/a3.yml";

#[test]
fn the_list_is_shown_also_where_the_check_fails() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    write(folder.path(), "saker/dårlig.yaml", "a3: 1\n");
    assert_eq!(run("Check the cases", folder.path()), Some(1));
    assert_eq!(run("Show the list", folder.path()), Some(0));
    assert!(summary(folder.path()).contains("Digital post"));
}

#[test]
fn what_is_not_reached_is_no_red_pull_request() {
    let folder = tempfile::tempdir().unwrap();
    let demand = "rammer: {innsparingskrav: {2028: 90 mill. kr}}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{demand}"));
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    assert_eq!(run("Check the cases", folder.path()), Some(0));
    a3(folder.path()).arg("rank").assert().code(1);
    assert_eq!(run("Show the list", folder.path()), Some(0));
    assert!(summary(folder.path()).contains("Digital post"));
}

#[test]
fn what_cannot_be_read_stops_it() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(run("Show the list", &folder.path().join(".")), Some(1), "there is nothing here to rank");
}

#[test]
fn nothing_is_built_from_nowhere() {
    let folder = tempfile::tempdir().unwrap();
    assert_ne!(run("Build a3", folder.path()), Some(0), "A3_SOURCE is not given");
}

#[test]
fn other_peoples_code_is_pinned_and_gets_no_credentials() {
    let text = std::fs::read_to_string(here(WORKFLOW)).unwrap();
    let used: Vec<&str> = text.lines().filter_map(|line| line.trim().strip_prefix("uses: ")).collect();
    let revision = |used: &&str| used.split(['@', ' ']).nth(1).unwrap().len();
    assert_eq!(used.iter().map(revision).collect::<Vec<_>>(), [40]);
    for line in
        ["persist-credentials: false", "permissions: {}", "timeout-minutes: 20", "if: ${{ !cancelled() }}"]
    {
        assert!(text.lines().any(|written| written.trim() == line), "{line}");
    }
}

/// Runs the script of a step as a runner does, with the a3 built here, and gives its exit status.
fn run(step: &str, folder: &Path) -> Option<i32> {
    let text = std::fs::read_to_string(here(WORKFLOW)).unwrap();
    let (_, after) = text.split_once(&format!("- name: {step}\n")).unwrap();
    let (_, script) = after.split_once("run: ").unwrap();
    let (first, rest) = script.split_once('\n').unwrap();
    let more: Vec<&str> = rest.lines().take_while(|line| line.starts_with("          ")).collect();
    let script = if first == "|" { more.join("\n") } else { first.to_owned() };
    let binaries = Path::new(env!("CARGO_BIN_EXE_a3")).parent().unwrap();
    let path = format!("{}:{}", binaries.display(), std::env::var("PATH").unwrap());
    let mut shell = Command::new("bash");
    shell.args(["-e", "-c", &script]).current_dir(folder).env("PATH", path).env("NO_COLOR", "1");
    shell.env_remove("A3_SOURCE").env("GITHUB_STEP_SUMMARY", folder.join("summary.md"));
    shell.output().unwrap().status.code()
}

fn summary(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("summary.md")).unwrap()
}

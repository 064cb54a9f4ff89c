//! The reports of every example, whole, as the program prints them.
//! `INSTA_UPDATE=always cargo test goldens` writes them anew.

use super::portfolio::{a3, here};

fn printed(example: &str, command: &str, width: &str) -> String {
    printed_at_exit(0, example, command, width)
}

fn printed_at_exit(code: i32, example: &str, command: &str, width: &str) -> String {
    let output = a3(&here(example))
        .env("COLUMNS", width)
        .args(command.split(' '))
        .args(["--dato", "2026-11-24"])
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(code), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_smallest_example() {
    insta::assert_snapshot!("minimal_check", printed("examples/minimal", "check", "100"));
    insta::assert_snapshot!("minimal_calc", printed("examples/minimal", "calc", "100"));
    insta::assert_snapshot!("minimal_rank", printed("examples/minimal", "rank", "100"));
    insta::assert_snapshot!("minimal_budget", printed("examples/minimal", "budget", "80"));
}

#[test]
fn a_whole_municipality() {
    insta::assert_snapshot!("solvik_check", printed("examples/solvik", "check", "100"));
    insta::assert_snapshot!("solvik_calc", printed("examples/solvik", "calc", "100"));
}

#[test]
fn the_list_on_a_narrow_terminal_and_on_a_wide_one() {
    let beside = "rank --rammer rammer/mer-investering.yaml";
    for command in ["rank", "rank --uten-rammer", beside] {
        for width in ["80", "100", "120"] {
            let list = printed("examples/solvik", command, width);
            let widest = list.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{command}: {widest} characters on a line of {width}");
        }
    }
    insta::assert_snapshot!("solvik_rank_80", printed("examples/solvik", "rank --uten-rammer", "80"));
    insta::assert_snapshot!("solvik_rank_120", printed("examples/solvik", "rank --uten-rammer", "120"));
    insta::assert_snapshot!("solvik_frames_80", printed("examples/solvik", "rank", "80"));
    insta::assert_snapshot!("solvik_frames_120", printed("examples/solvik", "rank", "120"));
}

#[test]
fn the_new_budget_on_a_narrow_terminal_and_on_a_wide_one() {
    let commands = [
        "budget",
        "budget --endring",
        "budget --sammendrag",
        "budget --tiltak",
        "budget --tiltak --per ansvar",
    ];
    for command in commands {
        for width in ["80", "100", "120"] {
            let shown = printed("examples/solvik", command, width);
            let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{command}: {widest} characters on a line of {width}");
        }
    }
    insta::assert_snapshot!("solvik_budget_80", printed("examples/solvik", "budget", "80"));
    insta::assert_snapshot!("solvik_summary_80", printed("examples/solvik", "budget --sammendrag", "80"));
    let council = "budget --tiltak --per ansvar --nivå";
    insta::assert_snapshot!("solvik_council_80", printed("examples/solvik", council, "80"));
    // Two of the cases exclude each other.
    let all = printed_at_exit(1, "examples/solvik", "budget --alle --format markdown --lang en", "120");
    insta::assert_snapshot!("solvik_budget_all_en", all);
}

#[test]
fn what_the_tour_of_solvik_shows_in_part() {
    let shown = |command| printed("examples/solvik", command, "120");
    insta::assert_snapshot!("solvik_beside_120", shown("rank --rammer rammer/mer-investering.yaml"));
    insta::assert_snapshot!("solvik_one_case_120", shown("budget --saker langvakter-i-bofellesskap"));
    insta::assert_snapshot!("solvik_council_120", shown("budget --tiltak"));
}

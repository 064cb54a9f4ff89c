//! What the examples are shown as, as the program prints it: one whole report of each kind, and of what is
//! alike for every case or budget unit one of them and the headings of the rest, so that a change is read.
//! `A3_UPDATE=1 cargo test` writes them anew.

use super::docs::write_anew;
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

/// Each case's title with what is said of it first.
fn heads(report: &str) -> String {
    let parts: Vec<&str> = report.split("\n\n").collect();
    let is_title = |place: usize| {
        let mut lines = parts[place].lines().skip(1);
        lines.next().is_some_and(|rule| rule.chars().all(|drawn| drawn == '─')) && lines.next().is_none()
    };
    let kept = (0..parts.len()).filter(|place| is_title(*place) || (*place > 0 && is_title(place - 1)));
    kept.map(|place| parts[place]).collect::<Vec<_>>().join("\n\n")
}

/// A report with one budget unit whole, and the headings of the others.
fn with_one_unit(report: &str, unit: &str) -> String {
    let mut is_shown = true;
    let mut kept = Vec::new();
    for part in report.split("\n\n") {
        let heading = part.trim_start_matches("## ");
        let is_heading = !part.contains('\n') && !part.ends_with('.') && !part.starts_with(' ');
        if is_heading {
            let is_unit = heading.len() > 4 && heading.bytes().take(4).all(|digit| digit.is_ascii_digit());
            is_shown = !is_unit || heading.starts_with(unit);
        }
        if is_shown || is_heading {
            kept.push(part);
        }
    }
    kept.join("\n\n")
}

/// Where what is printed is to be written down, this test has written it.
fn anew(test: &str) {
    write_anew(module_path!(), test, "INSTA_UPDATE", "always");
}

#[test]
fn the_smallest_example() {
    anew("the_smallest_example");
    insta::assert_snapshot!("minimal_check", printed("examples/minimal", "check", "100"));
    insta::assert_snapshot!("minimal_calc", printed("examples/minimal", "calc", "100"));
    insta::assert_snapshot!("minimal_rank", printed("examples/minimal", "rank", "100"));
    insta::assert_snapshot!("minimal_budget", printed("examples/minimal", "budget", "80"));
}

#[test]
fn a_whole_municipality() {
    anew("a_whole_municipality");
    insta::assert_snapshot!("solvik_check", printed("examples/solvik", "check", "100"));
    insta::assert_snapshot!("solvik_check_all", printed("examples/solvik", "check --alt", "100"));
    insta::assert_snapshot!("solvik_calc", printed("examples/solvik", "calc", "100"));
    insta::assert_snapshot!(
        "solvik_calc_one",
        printed("examples/solvik", "calc digitalt-tilsyn-natt", "100")
    );
    insta::assert_snapshot!("solvik_calc_heads", heads(&printed("examples/solvik", "calc --alt", "100")));
    let with_and_without_start = "calc --alt saker/helse/digitalt-tilsyn-natt.yaml saker/felles-innkjop.yaml";
    insta::assert_snapshot!("solvik_calc_two", printed("examples/solvik", with_and_without_start, "100"));
}

/// The choice is made anew so seldom that it is shown soon; the tour of Solvik shows it made as often as it is.
const FEW_DRAWS: &str = "rank --trekk 20";
const FEW_DRAWS_ALL: &str = "rank --trekk 20 --alt";

#[test]
fn the_list_on_a_narrow_terminal_and_on_a_wide_one() {
    anew("the_list_on_a_narrow_terminal_and_on_a_wide_one");
    let beside = "rank --rammer rammer/mer-investering.yaml";
    for command in [FEW_DRAWS, FEW_DRAWS_ALL, "rank --uten-rammer", "rank --uten-rammer --alt", beside] {
        for width in ["80", "100", "120"] {
            let list = printed("examples/solvik", command, width);
            let widest = list.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{command}: {widest} characters on a line of {width}");
        }
    }
    insta::assert_snapshot!("solvik_rank_80", printed("examples/solvik", "rank --uten-rammer", "80"));
    insta::assert_snapshot!("solvik_rank_120", printed("examples/solvik", "rank --uten-rammer --alt", "120"));
    insta::assert_snapshot!("solvik_frames_80", printed("examples/solvik", FEW_DRAWS, "80"));
    insta::assert_snapshot!("solvik_frames_120", printed("examples/solvik", FEW_DRAWS_ALL, "120"));
}

#[test]
fn the_new_budget_on_a_narrow_terminal_and_on_a_wide_one() {
    anew("the_new_budget_on_a_narrow_terminal_and_on_a_wide_one");
    let commands = [
        "budget",
        "budget --alt",
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
    insta::assert_snapshot!("solvik_budget", printed("examples/solvik", "budget", "100"));
    insta::assert_snapshot!(
        "solvik_budget_80",
        with_one_unit(&printed("examples/solvik", "budget --alt", "80"), "3330")
    );
    insta::assert_snapshot!("solvik_summary_80", printed("examples/solvik", "budget --sammendrag", "80"));
    let council = "budget --tiltak --per ansvar --nivå";
    insta::assert_snapshot!(
        "solvik_council_80",
        with_one_unit(&printed("examples/solvik", council, "80"), "3330")
    );
    // Two of the cases exclude each other.
    let all = printed_at_exit(1, "examples/solvik", "budget --alt --alle --format markdown --lang en", "120");
    insta::assert_snapshot!("solvik_budget_all_en", with_one_unit(&all, "5300"));
}

#[test]
fn every_answer_fits_one_screen_and_says_how_to_see_more() {
    for command in ["check", "calc", "calc digitalt-tilsyn-natt", "rank", "budget"] {
        for language in ["nb", "nn", "en"] {
            let shown = printed("examples/solvik", &format!("{command} --lang {language}"), "100");
            assert!(shown.lines().count() <= 40, "{command}: {} lines\n{shown}", shown.lines().count());
            assert!(shown.lines().all(|line| line.chars().count() <= 100), "{command}\n{shown}");
            assert!(shown.contains("--alt"), "{command}");
        }
    }
}

#[test]
fn what_the_tour_of_solvik_shows_in_part() {
    anew("what_the_tour_of_solvik_shows_in_part");
    let shown = |command| printed("examples/solvik", command, "120");
    insta::assert_snapshot!("solvik_beside_120", shown("rank --rammer rammer/mer-investering.yaml"));
    insta::assert_snapshot!("solvik_one_case_120", shown("budget --alt --saker langvakter-i-bofellesskap"));
    insta::assert_snapshot!("solvik_council_120", shown("budget --tiltak"));
}

#[test]
fn the_year_of_solvik() {
    anew("the_year_of_solvik");
    for command in ["overview", "overview --alt", "overview --gevinster", "next --alt", "next --personer"] {
        for width in ["80", "100", "120"] {
            let shown = printed("examples/solvik", command, width);
            let widest = shown.lines().map(|line| line.chars().count()).max().unwrap();
            assert!(widest <= width.parse().unwrap(), "{command}: {widest} characters on a line of {width}");
        }
    }
    insta::assert_snapshot!("solvik_overview", printed("examples/solvik", "overview", "100"));
    insta::assert_snapshot!("solvik_next", printed("examples/solvik", "next", "100"));
    insta::assert_snapshot!("solvik_next_all_en", printed("examples/solvik", "next --alt --lang en", "100"));
    insta::assert_snapshot!("solvik_people", printed("examples/solvik", "next --personer", "100"));
    insta::assert_snapshot!("solvik_status", printed("examples/solvik", "status", "100"));
    insta::assert_snapshot!(
        "solvik_status_all_en",
        printed("examples/solvik", "status --alt --lang en", "100")
    );
}

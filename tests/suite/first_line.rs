//! The first line answers, a part is said to be one, and a list of many cases is a screen of the first of them.

use super::portfolio::{ORGANISATION, a3, here, write};
use std::path::Path;

const DAY: [&str; 2] = ["--dato", "2026-11-24"];

fn shown(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

fn of_solvik(arguments: &[&str]) -> String {
    shown(&here("examples/solvik"), &[arguments, &DAY].concat())
}

#[test]
fn the_first_line_answers() {
    for (arguments, answer) in [
        (
            &["status"][..],
            "Status 2026-11-24: 454 855 kr er trukket fra budsjettet for 2027 uten å ha kommet",
        ),
        (&["status", "--eier", "Anne Berg"], "Status 2026-11-24 for Anne Berg: "),
        (
            &["status", "--lang", "nn"],
            "Status 2026-11-24: 454 855 kr er trekt frå budsjettet for 2027 utan å ha kome",
        ),
        (&["next"], "4. kvartal, forberede endring: 13 ting kreves i "),
        (&["next", "--eier", "Hanne Lie"], "4. kvartal, forberede endring: "),
        (&["overview"], "Overblikk – Solvik mot 2030: 7 delområder, 2 må gjøres, 5 til dypdykk, anslag "),
        (&["budget", "--alt"], "Driftsbudsjettet blir "),
        (&["calc", "--alt"], ""),
    ] {
        let said = of_solvik(arguments);
        assert!(said.starts_with(answer), "{arguments:?}: {}", said.lines().next().unwrap_or_default());
    }
    let people = of_solvik(&["next", "--personer"]);
    assert!(people.lines().next().unwrap().contains("er nevnt i sakene som går videre, "), "{people}");
}

#[test]
fn nothing_is_said_of_a_table_that_is_not_there() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    std::fs::create_dir_all(folder.path().join("saker")).unwrap();
    let rank = shown(folder.path(), &["rank"]);
    assert!(rank.starts_with("Ingen saker på lista ennå\n") && !rank.contains("Årene er"), "{rank}");
    let minimal = shown(&here("examples/minimal"), &[&["rank"][..], &DAY].concat());
    assert!(minimal.contains("Ikke vurdert: ") && !minimal.contains("Årene er"), "{minimal}");
    let budget = shown(folder.path(), &["budget"]);
    assert!(budget.starts_with("Ingen saker er satt inn i budsjettet\n"), "{budget}");
}

#[test]
fn a_list_where_all_is_decided_answers_with_what_that_gives() {
    let folder = super::writing::solvik();
    let decide = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--i-dag", "2026-11-24"];
    let decided = shown(folder.path(), &[&decide[..], &DAY].concat());
    let answer = "Kommunestyret 2026-11-24: 5 saker vedtatt, 838 179 kr lavere drift i 2030\n";
    assert!(decided.starts_with(answer), "{decided}");
    let rank = shown(folder.path(), &[&["rank"][..], &DAY].concat());
    let answer = "8 saker er besluttet, ingen flere valgt: de frigjør 2 406 545 kr i driften";
    assert!(rank.starts_with(answer) && !rank.contains("I tillegg kommer"), "{rank}");
}

#[test]
fn a_folder_of_the_cases_is_said_to_be_a_part() {
    for command in ["status", "overview"] {
        let said = of_solvik(&[command, "saker/helse"]);
        let all = format!("Alle får du med a3 {command}");
        assert!(said.contains("Bare sakene du ba om, er med.") && said.contains(&all), "{said}");
        assert!(!of_solvik(&[command]).contains("Bare sakene du ba om"));
    }
}

#[test]
fn what_the_second_quarter_does_not_ask_is_not_promised_in_the_fourth() {
    let next = |language: &str| {
        let said = of_solvik(&["next", "--lang", language]);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = next("nb");
    assert!(said.contains("sambruk-av-lokaler venter på dypdykk i 2. kvartal"), "{said}");
    assert!(
        said.contains("ett-skjema-barnehage-og-sfo og felles-innkjop er ikke valgt til dypdykk"),
        "{said}"
    );
    assert!(next("nn").contains("er ikkje valde til djupdykk"));
    assert!(next("en").contains("are not chosen for a deep dive"));
}

#[test]
fn a_case_with_dates_before_the_start_it_is_moved_to_is_not_all_ready() {
    let of = |language: &str| {
        let said = of_solvik(&["next", "--sak", "langvakter", "--lang", language, "--format", "markdown"]);
        said.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    assert!(of("nb").contains("Venter på vedtak: Kommunestyret. 5 frister er før oppstart i 2028."));
    assert!(of("nn").contains("Ventar på vedtak: Kommunestyret. 5 fristar er før oppstart i 2028."));
    assert!(of("en").contains("Awaits a decision: Kommunestyret. 5 dates are before its start in 2028."));
}

/// So many cases that pay off, each less than the one before.
fn many(cases: usize) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    for turn in 0..cases {
        let case = format!(
            "a3: 1\ntittel: Sak {turn:03}\nområde: Stab\neier: Lars\nfase: overblikk\n\
             nåsituasjon: Slik er det.\nønsket_situasjon: Slik blir det.\noppstart: 2027\nlevetid: 4 år\n\
             gevinster:\n  - {{navn: Mindre {turn:03}, type: unngåtte kostnader, anslag: {} kr/år, kilde: x}}\n",
            (cases - turn) * 1000
        );
        write(folder.path(), &format!("saker/sak-{turn:03}.yaml"), &case);
    }
    folder
}

#[test]
fn many_cases_are_a_screen_of_the_first_with_the_sum_of_the_others() {
    let folder = many(60);
    for command in [&["rank"][..], &["calc"], &["overview", "--gevinster"], &["overview", "--saker"]] {
        for (language, more) in [("nb", " til: --alt"), ("nn", " til: --alt"), ("en", " more: --alt")] {
            let said = shown(folder.path(), &[command, &DAY, &["--lang", language]].concat());
            let lines = said.lines().count();
            assert!((25..=40).contains(&lines), "{command:?} {language}: {lines} lines\n{said}");
            assert!(said.lines().all(|line| line.chars().count() <= 100) && said.contains(more), "{said}");
        }
        let all = shown(folder.path(), &[command, &DAY, &["--alt"]].concat());
        assert!(all.contains("059") && !all.contains(" til: --alt"), "{all}");
    }
    let said = shown(folder.path(), &["rank", "--dato", "2026-11-24"]);
    let row = said.lines().find(|line| line.contains(" til: --alt")).unwrap();
    let hidden: usize = row.split_whitespace().next().unwrap().parse().unwrap();
    let sum = (1..=hidden).sum::<usize>();
    assert!(row.replace(' ', "").contains(&sum.to_string()), "{row} {sum}");
    assert!(said.contains(" Sum "), "the sum is of all: {said}");
}

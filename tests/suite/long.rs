//! What is very long, or never ends: each is done soon, or refused. The limit is generous; what grows with the
//! square of a length takes minutes.

use super::portfolio::{GOOD_CASE, TODAY, a3, here, write};
use assert_cmd::assert::Assert;
use std::fs;
use std::path::Path;
use std::time::Duration;

const SOON: Duration = Duration::from_secs(120);

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &to);
        } else {
            fs::copy(entry.path(), to).unwrap();
        }
    }
}

/// The example of Solvik with one file changed.
pub(super) fn solvik(path: &str, change: impl Fn(&str) -> String) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&here("examples/solvik"), folder.path());
    let full = folder.path().join(path);
    fs::write(&full, change(&fs::read_to_string(&full).unwrap())).unwrap();
    folder
}

fn soon(folder: &Path, arguments: &[&str]) -> Assert {
    a3(folder).args(arguments).args(["--dato", TODAY]).timeout(SOON).assert()
}

#[test]
fn a_title_of_900_kb_is_cut_in_tables_and_whole_elsewhere() {
    let long = "x".repeat(900_000);
    let folder = solvik("saker/meropent-bibliotek.yaml", |text| {
        let title = text.lines().find(|line| line.starts_with("tittel:")).unwrap();
        text.replace(title, &format!("tittel: {long}"))
    });
    let said = soon(folder.path(), &["budget", "--alt", "--alle"]).code(1).get_output().stdout.clone();
    let said = String::from_utf8(said).unwrap();
    assert!(said.contains("xxx") && said.contains('…') && !said.contains(&long));
    soon(folder.path(), &["calc", "saker/meropent-bibliotek.yaml"]).code(0);
}

#[test]
fn what_is_not_read_of_a_plan_of_10_000_rows_is_said_on_the_sheet_and_in_the_draft() {
    let rows = "  - {hva: Møte, frist: 2027-12-10}\n".repeat(10_000);
    let folder = solvik("saker/helse/langvakter-i-bofellesskap.yaml", |text| {
        text.replace("plan:\n", &format!("plan:\n{rows}"))
    });
    for kind in [&[][..], &["--saksframlegg"]] {
        let arguments = [&["report", "langvakter-i-bofellesskap", "--uten-usikkerhet"], kind].concat();
        let said = soon(folder.path(), &arguments).code(0).get_output().stdout.clone();
        let said = String::from_utf8(said).unwrap();
        assert!(said.contains("bare de 500 første av 10003 rader i «plan» er med"), "{kind:?}");
    }
}

#[test]
fn a_cell_of_3_mb_in_the_budget_file_is_one_cell() {
    let long = "x".repeat(3_000_000);
    let folder = solvik("budsjett/2027.csv", |text| {
        let line = text.lines().find(|line| line.starts_with("2500;")).unwrap();
        let name = line.split(';').nth(1).unwrap();
        text.replacen(&format!("2500;{name};"), &format!("2500;{long};"), 1)
    });
    for view in
        [&["budget", "--alt", "--alle"][..], &["budget", "--alle", "--tiltak", "--per", "ansvar"], &["check"]]
    {
        soon(folder.path(), view);
    }
}

#[test]
fn a_case_of_500_uncertain_figures_is_calculated_soon() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", super::portfolio::ORGANISATION);
    let (head, _) = GOOD_CASE.split_once("gevinster:").unwrap();
    for (rows, is_drawn) in [(100, true), (500, false)] {
        let gains = (0..rows).map(|row| {
            format!("  - navn: g{row}\n    type: unngåtte kostnader\n    kilde: x\n    anslag: {{lav: 90 kr/år, verdi: 1{row:03} kr/år, høy: 9{row:03}0 kr/år}}\n")
        });
        let text = format!("{head}oppstart: 2027\nlevetid: 5 år\ngevinster:\n{}", gains.collect::<String>());
        write(folder.path(), "saker/mange.yaml", &text);
        let said = soon(folder.path(), &["calc", "--alt"]).code(0).get_output().stdout.clone();
        let said = String::from_utf8(said).unwrap();
        assert_eq!(said.contains("P10"), is_drawn, "{said}");
        assert_eq!(said.contains("usikre tall, og grensen er 100"), !is_drawn, "{said}");
    }
}

#[test]
fn a_ring_of_150_cases_within_frames_is_ranked_soon() {
    const RING: usize = 150;
    let folder = solvik("a3.yaml", str::to_owned);
    for place in 0..RING {
        let next = (place + 1) % RING;
        let text = format!(
            "{GOOD_CASE}oppstart: 2027\nlevetid: 5 år\nkapasitet:\n  - 0,1 årsverk\nkrever:\n  - r{next}\n"
        );
        write(folder.path(), &format!("saker/r{place}.yaml"), &text);
    }
    let ranked = soon(folder.path(), &["rank", "--trekk", "10"]).get_output().clone();
    assert!(String::from_utf8(ranked.stdout).unwrap().contains("Meråpent bibliotek"), "{:?}", ranked.status);
    soon(folder.path(), &["check", "--format", "json"]).code(1);
}

/// A pipe that nobody writes into is never waited for.
#[cfg(unix)]
#[test]
fn a_pipe_is_no_file_to_read() {
    let folder = solvik("a3.yaml", |text| text.replace("budsjett: budsjett/2027.csv", "budsjett: rør.csv"));
    for name in ["rør.yaml", "rør.csv", "saker/rør.yaml"] {
        let path = folder.path().join(name);
        assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success());
    }
    for arguments in [&["rank", "--rammer", "rør.yaml"][..], &["check", "saker/rør.yaml"]] {
        let output = soon(folder.path(), arguments).code(2).get_output().clone();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("er ikke en vanlig fil"), "{said}");
    }
    for command in ["check", "calc", "rank", "budget"] {
        soon(folder.path(), &[command]);
    }
}

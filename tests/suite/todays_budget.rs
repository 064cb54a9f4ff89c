//! `budsjett` in a3.yaml: the file is read by `a3 check`, from inside the root alone, and what is
//! found in it stands beside what is found in the cases.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, here, today, write, write_bytes};
use a3::diagnostic::Report;
use a3::report;
use serde_json::Value;
use std::path::Path;

const BUDGET: &str = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk\n1400;Arkiv;120;010;4480000;8\n";

fn folder(budget: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: {budget}\n"));
    write(folder.path(), "saker/god.yaml", GOOD_CASE);
    folder
}

fn report(folder: &Path) -> Report {
    report::check(&a3::repository::Repository::open(&[folder.to_owned()]).unwrap(), today()).unwrap()
}

fn found(folder: &Path) -> Vec<(String, &'static str, usize)> {
    let report = report(folder);
    let line = |(file, finding): (&a3::diagnostic::FileFindings, &a3::diagnostic::Finding)| {
        (file.source.path.clone(), finding.rule, file.source.position(finding.span.start).line)
    };
    report.located().map(line).collect()
}

#[test]
fn a_budget_in_order_says_nothing() {
    let folder = folder("budsjett/2027.csv");
    write(folder.path(), "budsjett/2027.csv", BUDGET);
    assert_eq!(found(folder.path()), []);
    assert_eq!(found(&here("examples/solvik")).iter().filter(|(path, ..)| path.ends_with(".csv")).count(), 0);
}

#[test]
fn findings_of_the_budget_come_in_every_format_and_follow_the_rules_of_the_organisation() {
    let folder = folder("./budsjett/2027.csv\nregler: {utgått-kostra-kode: feil}");
    let budget = format!("{BUDGET}3210;Hjemmetjenesten;254;010;100;\n3210;Hjemmetjenesten;257;010;x;\n");
    write_bytes(folder.path(), "budsjett/2027.csv", budget.as_bytes());
    let run = |format: &str| {
        let output = a3(folder.path()).args(["check", "--format", format, "--dato", TODAY]).output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stdout).unwrap()
    };
    let brief = run("kort");
    assert!(brief.contains("budsjett/2027.csv:3:22: feil: Funksjon 254"), "{brief}");
    assert!(brief.contains("budsjett/2027.csv:4:30: feil: «x»"), "{brief}");
    assert!(run("github").contains("::error file=budsjett/2027.csv,line=4,col=30,endLine=4,endColumn=31"));
    assert!(run("text").contains("4 | 3210;Hjemmetjenesten;257;010;x;"));
    let json: Value = serde_json::from_str(&run("json")).unwrap();
    assert_eq!(json["funn"][1]["fil"], "budsjett/2027.csv");
    assert_eq!(json["funn"][1]["sak"], Value::Null);
}

#[test]
fn a_budget_file_that_is_not_there_is_a_finding_in_a3_yaml() {
    for (written, what) in [
        ("budsjett/2026.csv", "Finner ikke"),
        ("budsjett", "er ikke en fil"),
        ("../annet/2027.csv", "utenfor"),
        ("/etc/hostname", "utenfor"),
        ("saker/god.yaml/x", "Finner ikke"),
    ] {
        let folder = folder(written);
        write(folder.path(), "budsjett/2027.csv", BUDGET);
        let report = report(folder.path());
        let titles: Vec<_> = report.located().map(|(_, finding)| finding.title.nb.clone()).collect();
        assert!(titles.len() == 1 && titles[0].contains(what), "{written}: {titles:?}");
        assert_eq!(found(folder.path()), [("a3.yaml".to_owned(), "ulesbar-budsjettfil", 7)]);
        let appraised = report::appraise(
            &a3::repository::Repository::open(&[folder.path().to_owned()]).unwrap(),
            today(),
        )
        .unwrap();
        assert_eq!(appraised.cases.len(), 1, "cases are worth what they are without a budget");
    }
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_root_is_not_read_and_one_within_it_is() {
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "2027.csv", BUDGET);
    for (link, leads_to, rules) in [
        ("budsjett/2027.csv", outside.path().join("2027.csv"), 1),
        ("budsjett", outside.path().to_owned(), 1),
        ("budsjett/2027.csv", Path::new("../eksport.csv").to_owned(), 0),
    ] {
        let folder = folder("budsjett/2027.csv");
        write(folder.path(), "eksport.csv", BUDGET);
        if link != "budsjett" {
            std::fs::create_dir(folder.path().join("budsjett")).unwrap();
        }
        std::os::unix::fs::symlink(leads_to, folder.path().join(link)).unwrap();
        assert_eq!(found(folder.path()).len(), rules, "{link}");
    }
}

#[test]
fn hostile_budgets_are_findings_with_a_place_and_leave_the_cases_alone() {
    let hostile: [(&str, Vec<u8>); 8] = [
        ("nul", vec![0; 10_000]),
        ("random", (0..100_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect()),
        ("separators", vec![b';'; 2_000_000]),
        ("one-line", [BUDGET.as_bytes(), &vec![b'x'; 1_000_000]].concat()),
        ("open-quote", format!("\"{}", BUDGET.repeat(1_000)).into_bytes()),
        ("quotes", vec![b'"'; 1_000_000]),
        ("escape", format!("{BUDGET}\u{1b}[2J;x;120;010;5;\n").into_bytes()),
        ("bad-lines", format!("{BUDGET}{}", "1;;999;10;1.200;-1\n".repeat(40_000)).into_bytes()),
    ];
    for (name, bytes) in hostile {
        let folder = folder("budsjett/2027.csv");
        write_bytes(folder.path(), "budsjett/2027.csv", &bytes);
        let output = a3(folder.path()).args(["check", "--dato", TODAY]).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}");
        assert!(shown.contains("budsjett/2027.csv:") && !shown.contains('\u{1b}'), "{name}: {shown}");
        assert!(found(folder.path()).iter().all(|(path, ..)| path == "budsjett/2027.csv"), "{name}");
    }
}

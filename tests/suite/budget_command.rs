//! `a3 budget` from outside: which cases, what is not known, exit codes, and what goes where.

use super::contracts::validated;
use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, here, write};
use a3::contract::budget;
use serde_json::Value;
use std::path::Path;
use std::process::Output;

const LEDGER: &str = "ansvar;ansvarsnavn;funksjon;art;beløp;årsverk
1400;Servicetorg;120;130;500000;
1400;Servicetorg;120;195;80000;
1500;Kontor;120;130;7000;
";

/// Postage taken out of 1400, from 2027.
pub(super) fn posted() -> String {
    let on_line = "    kilde: Postlisten 2025\n    budsjettpost: {ansvar: 1400, funksjon: 120, art: 130}\n";
    GOOD_CASE.replace("    kilde: Postlisten 2025\n", on_line) + "oppstart: 2027\nlevetid: 5 år\n"
}

/// A folder with one case and, where it is given, today's budget.
pub(super) fn folder(ledger: Option<&str>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let named = if ledger.is_some() { "budsjett: budsjett/2027.csv\n" } else { "" };
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{named}"));
    write(folder.path(), "saker/digital-post.yaml", &posted());
    if let Some(ledger) = ledger {
        write(folder.path(), "budsjett/2027.csv", ledger);
    }
    folder
}

pub(super) fn run(folder: &Path, arguments: &[&str]) -> Output {
    a3(folder).args(["budget", "--alt"]).args(arguments).args(["--dato", TODAY]).output().unwrap()
}

pub(super) fn printed(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap().replace('\u{a0}', " ")
}

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

pub(super) fn told(folder: &Path, arguments: &[&str]) -> Value {
    let output = run(folder, &[arguments, &["--format", "json"]].concat());
    validated(&String::from_utf8(output.stdout).unwrap(), &budget::schema())
}

#[test]
fn a_line_of_today_becomes_lower_and_the_rest_of_the_unit_is_as_before() {
    let folder = folder(Some(LEDGER));
    let output = run(folder.path(), &[]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    let shown = printed(&output);
    assert!(shown.contains("1400 Servicetorg") && shown.contains("Uendret (1 linje)"), "{shown}");
    assert!(!shown.contains("1500"), "a unit no case names is not shown:\n{shown}");
    let row = &told(folder.path(), &[])["rader"][0];
    assert_eq!(
        (&row["dagens"], &row["nytt"], &row["endring"]),
        (&"500000".into(), &"404000".into(), &"-96000".into())
    );
    let csv = printed(&run(folder.path(), &["--format", "csv", "--sammendrag", "--lang", "en"]));
    assert_eq!(
        csv.lines().nth(1),
        Some("2027;1400;Servicetorg;120;130;500000;404000;-96000;0;digital-post;1;linje")
    );
    assert_eq!(csv.lines().count(), 9, "two lines in four years, whatever the view");
    let council = |arguments: &[&str]| {
        let output =
            run(folder.path(), &[&["--tiltak", "--format", "csv", "--lang", "en"], arguments].concat());
        assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
        printed(&output)
    };
    let changes = council(&[]);
    assert!(changes.contains("endring;Stab;1400;2028;inngående_ramme;;;484000\n"), "{changes}");
    assert!(
        changes.contains("endring;Stab;1400;2027;tiltak;digital-post;Digital post;-96000\n"),
        "{changes}"
    );
    let levels = council(&["--nivå", "--per", "ansvar"]);
    assert!(levels.contains("nivå;Stab;1400;2030;inngående_ramme;;;580000\n"), "{levels}");
    assert!(levels.contains("nivå;Stab;1400;2030;ny_ramme;;;484000\n"), "{levels}");
}

#[test]
fn without_a_budget_file_it_is_said_and_nothing_is_taken_for_0() {
    let folder = folder(None);
    let output = run(folder.path(), &[]);
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    assert!(printed(&output).contains("Dagens budsjett er ukjent"));
    let told = told(folder.path(), &[]);
    assert!(told["rader"][0]["dagens"].is_null() && told["budsjettfil"].is_null());
    assert_eq!(told["rader"][0]["endring"], "-96000");
}

#[test]
fn a_budget_file_that_is_not_there_is_exit_2_and_the_changes_are_shown() {
    let folder = folder(Some(LEDGER));
    std::fs::remove_file(folder.path().join("budsjett/2027.csv")).unwrap();
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("budsjett/2027.csv") && said(&output).contains("a3 check"),
        "{}",
        said(&output)
    );
    assert!(printed(&output).contains("−96"), "{}", printed(&output));
    write(folder.path(), "budsjett/2027.csv", "navn;sum\nx;1\n");
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(2), "a heading that says nothing is no budget");
    assert!(printed(&output).contains("Dagens budsjett er ukjent"));
}

#[test]
fn a_file_that_is_missing_empty_or_only_a_heading_says_so() {
    let folder = folder(Some(LEDGER));
    let ends = |why: &str| {
        let output = run(folder.path(), &[]);
        assert_eq!(output.status.code(), Some(2), "{why}");
        assert!(said(&output).contains(why) && printed(&output).contains(why), "{}", said(&output));
    };
    write(folder.path(), "budsjett/2027.csv", LEDGER.lines().next().unwrap());
    ends("har ingen linjer under overskriften");
    write(folder.path(), "budsjett/2027.csv", "");
    ends("er tom");
    let wide: Vec<u8> = LEDGER.encode_utf16().flat_map(u16::to_le_bytes).collect();
    std::fs::write(folder.path().join("budsjett/2027.csv"), [&[0xff, 0xfe], wide.as_slice()].concat())
        .unwrap();
    ends("kan ikke leses");
    std::fs::remove_file(folder.path().join("budsjett/2027.csv")).unwrap();
    ends("finnes ikke");
}

#[test]
fn a_rejected_case_is_in_only_when_it_is_named() {
    let folder = folder(Some(LEDGER));
    let rejected =
        "vedtak:\n  - {dato: 2026-02-01, organ: Kommunestyret, beslutning: avvist, sak: PS 1/26}\n";
    write(folder.path(), "saker/digital-post.yaml", &(posted() + rejected));
    let output = run(folder.path(), &[]);
    assert!(printed(&output).contains("Avvist i Kommunestyret, PS 1/26."), "{}", printed(&output));
    let left_out = &told(folder.path(), &[])["utelatt"][0];
    assert!(left_out.to_string().contains("Avvist i Kommunestyret, PS 1/26."), "{left_out}");
    let named = printed(&run(folder.path(), &["--saker", "digital-post"]));
    assert!(named.contains("avvist") && !named.contains("Avvist i"), "{named}");
}

#[test]
fn rank_and_budget_leave_out_the_same_rejected_case_for_the_same_reason() {
    let folder = folder(Some(LEDGER));
    let rejected = "vedtak: [{dato: 2026-02-01, organ: Kommunestyret, beslutning: avvist, sak: PS 1/26}]\n";
    write(folder.path(), "saker/digital-post.yaml", &(posted() + rejected));
    for frames in ["", "rammer:\n  investering: {2027: 1 mill. kr}\n"] {
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: budsjett/2027.csv\n{frames}"));
        let ranked = a3(folder.path()).args(["rank", "--format", "json", "--dato", TODAY]).output().unwrap();
        assert_eq!(ranked.status.code(), Some(0));
        let ranked = validated(&String::from_utf8(ranked.stdout).unwrap(), &a3::contract::rank::schema());
        let (entry, left_out) = (&ranked["liste"][0], &told(folder.path(), &[])["utelatt"][0]);
        assert_eq!(
            (&entry["grunn"], &entry["plass"]),
            (&"Avvist i Kommunestyret, PS 1/26.".into(), &Value::Null)
        );
        assert_eq!((&left_out["id"], &left_out["grunn"]), (&entry["id"], &entry["grunn"]));
        let verdict = if frames.is_empty() { Value::Null } else { "venter".into() };
        assert_eq!(entry["beslutning"], verdict);
    }
}

#[test]
fn every_view_says_what_to_look_over_and_whose_frame_it_is() {
    let over = posted().replace("art: 130", "art: 195");
    let folder = folder(Some(LEDGER));
    write(folder.path(), "saker/digital-post.yaml", &over);
    for view in [&["--tiltak"][..], &["--sammendrag"], &[]] {
        assert!(printed(&run(folder.path(), view)).contains("Se over dette"), "{view:?}");
    }
    let council = printed(&run(folder.path(), &["--tiltak"]));
    assert!(council.contains("Ansvar i rammen: 1400"), "{council}");
}

#[test]
fn a_budget_that_holds_every_case_already_says_that_nothing_changes() {
    let folder = folder(Some(LEDGER));
    let adopted = "vedtak:\n  - {dato: 2026-02-01, beslutning: vedtatt, innarbeidet: ja}\n";
    write(folder.path(), "saker/digital-post.yaml", &(posted() + adopted));
    for view in [&["--tiltak"][..], &["--sammendrag"], &[]] {
        let shown = printed(&run(folder.path(), view));
        assert!(
            shown.contains("Alle sakene ligger allerede i dagens budsjett: ingen ansvar endres"),
            "{shown}"
        );
        for table in ["Ramme og tiltak", "Sum drift", "Driftsbudsjettet", "Nytt budsjett  "] {
            assert!(!shown.contains(table), "{view:?} stops after the sentence:\n{shown}");
        }
    }
}

#[test]
fn what_is_not_known_of_todays_budget_is_a_dash_and_no_answer_as_it_is_null_in_json() {
    let folder = super::long::solvik("budsjett/2027.csv", |file| {
        let unread =
            file.replace("1200;Økonomi og lønn;120;010;10332392", "1200;Økonomi og lønn;120;010;mye");
        assert_ne!(unread, file);
        unread
    });
    let output = a3(folder.path()).args(["budget", "--dato", TODAY]).output().unwrap();
    let shown = printed(&output);
    assert!(shown.starts_with("Driftsbudsjettet i 2030 er ikke kjent"), "{shown}");
    for name in ["1200 Økonomi og lønn", "Sum"] {
        let row = shown.lines().find(|line| line.trim_start().starts_with(name)).unwrap();
        assert_eq!(row.matches('–').count(), 5, "{row}");
    }
    assert!(!shown.contains("til kronen"), "{shown}");
    let told = told(folder.path(), &[]);
    let sums = told["sum"].as_array().unwrap();
    assert!(sums.iter().all(|year| year["drift"].is_null()) && sums.len() == 4, "{sums:?}");
}

#[test]
fn lines_that_cannot_be_read_are_counted_and_are_exit_1() {
    let folder =
        folder(Some(&format!("{LEDGER}1400;Servicetorg;120;240;mye;\n1400;Servicetorg;120;250;mer;\n")));
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("2 linjer kunne ikke leses") && said(&output).contains("kjør a3 check"),
        "{}",
        said(&output)
    );
    assert!(printed(&output).replace('\n', " ").contains("budsjett/2027.csv: 2 linjer kunne ikke leses"));
    assert_eq!(told(folder.path(), &[])["budsjettfil"]["uleste_linjer"], 2);
}

#[test]
fn cases_are_named_by_id_and_a_slip_is_met_with_the_nearest() {
    let folder = folder(Some(LEDGER));
    write(folder.path(), "saker/annen.yaml", &posted());
    assert_eq!(told(folder.path(), &["--saker", "digital-post"])["saker"].as_array().unwrap().len(), 1);
    assert_eq!(
        told(folder.path(), &["--saker", " annen , digital-post,"])["saker"].as_array().unwrap().len(),
        2
    );
    for (ids, part) in
        [("digital-pots", "Mente du «digital-post»?"), ("qqqqqq", "a3 rank"), (",", "skriv minst én id")]
    {
        let output = run(folder.path(), &["--saker", ids]);
        assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
        assert!(said(&output).contains(part), "{ids}: {}", said(&output));
    }
    let both = run(folder.path(), &["--saker", "annen", "--alle"]);
    assert_eq!(both.status.code(), Some(2));
    assert_eq!(run(folder.path(), &["--tiltak", "--sammendrag"]).status.code(), Some(2));
    assert_eq!(run(folder.path(), &["--per", "ansvar"]).status.code(), Some(2));
}

#[test]
fn the_whole_file_is_shown_beside_the_units_the_cases_touch() {
    let balanced = format!("{LEDGER}9000;Skatt;800;870;-587000;\n");
    for (ledger, words) in [
        (
            balanced.as_str(),
            "I dag er utgifter og inntekter like store. Med sakene er balansen 96 000 kr bedre i 2027, 2028, 2029 og 2030",
        ),
        (
            LEDGER,
            "Slik er det når fila bare har noen av ansvarene. Med sakene er balansen 96 000 kr bedre i 2027",
        ),
    ] {
        let folder = folder(Some(ledger));
        let output = run(folder.path(), &[]);
        let shown = printed(&output).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(words), "{shown}");
        assert_eq!(output.status.code(), Some(0));
    }
    let folder = folder(Some(&balanced));
    let whole = &told(folder.path(), &[])["hele_budsjettet"][0];
    let figures = ["utgifter_dagens", "inntekter_dagens", "utgifter_nytt", "inntekter_nytt"];
    assert_eq!(
        figures.map(|figure| whole[figure].as_str().unwrap()),
        ["587000", "-587000", "491000", "-587000"]
    );
}

#[test]
fn a_case_with_errors_is_left_out_with_a_word_and_is_exit_1() {
    let folder = folder(Some(LEDGER));
    write(folder.path(), "saker/digital-post.yaml", &posted().replace("96 000 kr/år", "mye"));
    for arguments in [&[][..], &["--saker", "digital-post"]] {
        let output = run(folder.path(), arguments);
        assert_eq!(output.status.code(), Some(1));
        assert!(
            printed(&output).contains("så ingenting er satt inn i budsjettet")
                && printed(&output).contains("1 feil, i linje")
        );
        assert_eq!(told(folder.path(), arguments)["utelatt"][0]["id"], "digital-post");
    }
}

#[test]
fn a_folder_without_cases_has_no_new_budget() {
    let folder = folder(Some(LEDGER));
    std::fs::remove_file(folder.path().join("saker/digital-post.yaml")).unwrap();
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert!(printed(&output).contains("Ingen saker kan regnes ut, så ingenting er satt inn i budsjettet."));
    assert_eq!(told(folder.path(), &[])["rader"], Value::Array(Vec::new()));
}

#[test]
fn the_savings_demand_decides_the_exit_of_the_choice_alone() {
    let folder = folder(Some(LEDGER));
    let frames = "budsjett: budsjett/2027.csv\nrammer:\n  innsparingskrav: {2028: 100 000 kr}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{frames}"));
    let output = run(folder.path(), &["--sammendrag"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        printed(&output).contains("Kravet er ikke nådd: det mangler 4 000 kr i 2028."),
        "{}",
        printed(&output)
    );
    let total = &told(folder.path(), &[])["sum"][1];
    assert_eq!(
        (&total["innsparingskrav"], &total["nådd"], &total["mangler"]),
        (&"100000".into(), &"96000".into(), &"4000".into())
    );
    for which in [&["--alle"][..], &["--saker", "digital-post"]] {
        assert_eq!(run(folder.path(), which).status.code(), Some(0));
    }
}

#[test]
fn a_demand_that_nothing_can_meet_and_a_search_cut_short_are_said() {
    let folder = folder(Some(LEDGER));
    let frames = "rammer:\n  investering: {2027: 1 kr}\nprioritering:\n  låst: {digital-post: {valg: inn, oppstart: 2027}}\n";
    let cost = "kostnader:\n  - {navn: Utstyr, type: investering, beløp: 500 000 kr, kilde: Tilbud}\n";
    write(folder.path(), "saker/digital-post.yaml", &(posted() + cost));
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{frames}"));
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(
        printed(&output).contains("Ingenting holder innenfor rammene (se a3 rank)"),
        "{}",
        printed(&output)
    );
    assert_eq!(told(folder.path(), &[])["utvalg"], "besluttet");
}

#[test]
fn more_than_stands_on_the_line_is_exit_1() {
    let folder = folder(Some(&LEDGER.replace("500000", "50000")));
    let output = run(folder.path(), &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        printed(&output)
            .replace('\n', " ")
            .contains("feil[uttak-over-budsjettlinje]: I 2027 tas det ut 96 000 kr"),
        "{}",
        printed(&output)
    );
    let told = told(folder.path(), &[]);
    assert_eq!(told["advarsler"][0]["grad"], "feil");
    let found = &told["funn"][0];
    let budget_line = posted().lines().position(|line| line.contains("budsjettpost")).unwrap() + 1;
    assert_eq!((&found["regel"], &found["linje"]), (&"uttak-over-budsjettlinje".into(), &budget_line.into()));
}

#[test]
fn the_example_is_chosen_as_rank_chooses_and_reads_in_english_too() {
    let solvik = here("examples/solvik");
    let of = |arguments: &[&str]| -> Vec<String> {
        let told = told(&solvik, arguments);
        told["saker"].as_array().unwrap().iter().map(|case| case["id"].as_str().unwrap().to_owned()).collect()
    };
    let ranked = a3(&solvik)
        .args(["rank", "--format", "json", "--uten-usikkerhet", "--dato", TODAY])
        .output()
        .unwrap();
    let ranked: Value = serde_json::from_slice(&ranked.stdout).unwrap();
    let list = ranked["liste"].as_array().unwrap().iter();
    let carried = list
        .filter(|entry| ["valgt", "besluttet"].contains(&entry["beslutning"].as_str().unwrap_or_default()));
    let mut carried: Vec<String> = carried.map(|entry| entry["id"].as_str().unwrap().to_owned()).collect();
    carried.sort();
    assert_eq!(of(&[]), carried);
    assert!(of(&["--alle"]).len() > carried.len());
    let english = printed(&run(&solvik, &["--lang", "en"]));
    assert!(english.starts_with("The running budget becomes") && !english.contains("Beløp"), "{english}");
}

#[test]
fn the_councils_table_says_what_its_frame_is_the_sum_of() {
    let folder = folder(Some(LEDGER));
    let shown = |rules: &str, ledger: &str| {
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}budsjett: budsjett/2027.csv\n{rules}"));
        write(folder.path(), "budsjett/2027.csv", ledger);
        let shown = printed(&run(folder.path(), &["--tiltak"]));
        shown.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let outside = shown("kalkyle: {deflator: {2035: 4.3 %}}\n", LEDGER);
    assert!(!outside.contains("Deflator ("), "{outside}");
    assert!(outside.contains("inngående ramme + deflator + tiltak"), "{outside}");
    assert!(shown("kalkyle: {deflator: {2028: 4.3 %}}\n", LEDGER).contains("Deflator (4,3 % i 2028)"));
    let by_year = "ansvar;funksjon;art;beløp;år\n1400;120;130;500000;2027\n1400;120;130;510000;2028\n1400;120;130;520000;2029\n1400;120;130;530000;2030\n";
    let moving = shown("", by_year);
    assert!(moving.contains("inngående ramme + deflator + endring i dagens budsjett + tiltak"), "{moving}");
}

#[test]
fn the_budget_of_a_part_says_that_the_frames_are_those_of_all() {
    let folder = here("examples/solvik");
    let said = |path: &str| {
        let output = a3(&folder).args(["budget", path, "--dato", TODAY]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(said("saker/helse").contains("Hele budsjettet får du med a3 budget i mappa der a3.yaml er."));
    assert!(!said(".").contains("Hele budsjettet"));
}

//! `a3 rank` with frames from outside: JSON against its schema, exit codes, alternatives, wrong input.

use super::choice::{TIGHT, hard};
use super::contracts::validated;
use super::portfolio::{a3, here, today, write};
use a3::contract::rank;
use serde_json::{Value, json};
use std::fs::read_to_string;
use std::path::Path;

const ORGANISATION: &str = "a3: 1
budsjettår: 2027
kalkyle: {rente: 0 %, skattefinansiering: 0 %, realvekst_tid: 0 %}
områder: [Helse, Stab]
";

fn case(gain: i64, investment: i64, more: &str) -> String {
    format!(
        "a3: 1\ntittel: Sak\nområde: Stab\neier: Lars\nfase: overblikk\nnåsituasjon: nå\nønsket_situasjon: da\n\
         gevinster:\n  - {{navn: Porto, type: unngåtte kostnader, anslag: {gain} kr/år, kilde: x}}\n\
         kostnader: [{{navn: Utstyr, type: investering, beløp: {investment} kr, kilde: x}}]\n\
         oppstart: 2027\nlevetid: 4 år\n{more}"
    )
}

fn repository(frames: &str, cases: &[(&str, String)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{frames}"));
    for (id, text) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), text);
    }
    folder
}

fn ranked(folder: &Path, arguments: &[&str]) -> (Value, Option<i32>) {
    let output = a3(folder).args(["rank", "--format", "json"]).args(arguments).output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    (validated(&text, &rank::schema()), output.status.code())
}

fn said(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = a3(folder).args(["rank", "--alt"]).args(arguments).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

const DUTY: &str = "minimumskrav: [{krav: Forsvarlig, hjemmel: § 1, oppfylt: nei, etter: ja}]\n";

#[test]
fn a_choice_is_told_in_json_with_use_and_reasons() {
    let cases = [("a", case(50, 60, "")), ("b", case(30, 50, ""))];
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &cases);
    let (told, code) = ranked(folder.path(), &[]);
    assert_eq!(code, Some(0));
    assert_eq!(
        (&told["rammer"], &told["status"], &told["gap"], &told["sum"]),
        (&json!(true), &json!("optimal"), &json!("0"), &json!("140"))
    );
    let entry = |place: usize, field: &str| told["liste"][place][field].clone();
    assert_eq!(
        [entry(0, "id"), entry(0, "beslutning"), entry(0, "oppstart")],
        [json!("a"), json!("valgt"), json!(2027)]
    );
    assert_eq!(
        [entry(1, "id"), entry(1, "beslutning"), entry(1, "oppstart")],
        [json!("b"), json!("venter"), Value::Null]
    );
    assert_eq!(entry(1, "grunn"), "Venter: investeringsrammen i 2027 mangler 10\u{a0}kr.");
    let used = json!([{"ramme": "investering", "gruppe": null, "år": 2027, "brukt": "60", "grense": "100", "skyggeverdi": "70", "skyggeverdi_bevist": true}]);
    assert_eq!(told["bruk"], used);
}

#[test]
fn what_cannot_hold_is_exit_1_with_the_clash_and_what_is_missing() {
    let folder = repository("rammer: {investering: {2027: 60 kr}}\n", &[("plikt", case(1, 100, DUTY))]);
    let (told, code) = ranked(folder.path(), &[]);
    assert_eq!((code, &told["status"], &told["sum"]), (Some(1), &json!("umulig"), &Value::Null));
    let clash = &told["konflikt"];
    assert_eq!(
        (&clash[0]["krav"], &clash[0]["år"], &clash[0]["mangler"]),
        (&json!("investering"), &json!(2027), &json!("40"))
    );
    assert_eq!((&clash[1]["krav"], &clash[1]["saker"]), (&json!("må"), &json!(["plikt"])));
    let (page, _, code) = said(folder.path(), &[]);
    assert_eq!(code, Some(1));
    assert!(page.contains("Investeringsrammen i 2027 mangler 40\u{a0}kr."), "{page}");
}

#[test]
fn a_savings_demand_out_of_reach_is_exit_1_with_the_best_list_all_the_same() {
    let folder = repository("rammer: {innsparingskrav: {2028: 80 kr}}\n", &[("a", case(50, 60, ""))]);
    let (told, code) = ranked(folder.path(), &[]);
    assert_eq!((code, &told["status"]), (Some(1), &json!("optimal")));
    assert_eq!(told["mangler"], json!([{"år": 2028, "beløp": "30"}]));
    assert_eq!(told["innsparing"], json!([{"år": 2028, "krav": "80", "nådd": "50", "mangler": "30"}]));
    assert_eq!(told["liste"][0]["beslutning"], "valgt");
}

#[test]
fn the_search_has_a_limit_and_says_when_it_was_met() {
    let cases = hard();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let folder = repository(TIGHT, &cases);
    let (told, _) = ranked(folder.path(), &["--knutegrense", "40"]);
    assert_eq!(told["status"], "grense");
    assert_ne!(told["gap"], "0");
    assert!(told["merknader"].to_string().contains("legge hver av dem til lista slik den står"));
    let (page, quiet, _) = said(folder.path(), &["--knutegrense", "40"]);
    assert!(page.contains("Søk lenger med --knutegrense.") && page.contains("det beste som er funnet"));
    assert!(page.contains("Er med i det beste som er funnet.") && page.contains("legge hver av dem"));
    assert!(!page.contains("gir mest.") && !page.contains("det høyeste som går an"));
    let (_, remarks, _) = said(folder.path(), &["--knutegrense", "40", "--format", "csv"]);
    assert!(remarks.contains("Søk lenger med --knutegrense.") && quiet.is_empty(), "{remarks}");
    let (_, wrong, code) = said(folder.path(), &["--knutegrense", "0"]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("--knutegrense"), "{wrong}");
}

#[test]
fn what_is_written_from_a_list_that_is_not_proven_says_so() {
    let cases = hard();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let folder = repository(TIGHT, &cases);
    let decide: &[&str] = &["decide", "--alle-valgte", "--organ", "Kommunestyret", "--vis"];
    for command in [decide, &["roll", "2028", "--vis"]] {
        let says = |limit: &[&str]| {
            let output = a3(folder.path()).args(command).args(limit).output().unwrap();
            let page = String::from_utf8(output.stdout).unwrap();
            page.split_whitespace().collect::<Vec<_>>().join(" ")
        };
        let unsure = "Søket stoppet før det var sikkert at dette er best.";
        assert!(says(&["--knutegrense", "40"]).contains(unsure), "{command:?}");
        assert!(!says(&[]).contains("Søket stoppet"), "{command:?}");
    }
}

#[test]
fn csv_says_on_stderr_why_it_ends_with_1() {
    let alone = |frames: &str, more: &str| {
        let folder = repository(frames, &[("a", case(50, 60, more))]);
        let (_, remarks, code) = said(folder.path(), &["--format", "csv"]);
        assert_eq!(code, Some(1));
        remarks.replace('\u{a0}', " ")
    };
    let short = alone("rammer: {innsparingskrav: {2028: 80 kr}}\n", "");
    assert_eq!(short, "Innsparingskravet i 2028 nås ikke: det mangler 30 kr.\n");
    let clash = alone("rammer: {investering: {2027: 20 kr}}\n", DUTY);
    assert!(clash.contains("Dette lar seg ikke oppfylle") && clash.contains("mangler 40 kr"), "{clash}");
    let lock = "rammer: {investering: {2027: 90 kr}}\nprioritering: {låst: {a: {valg: ut}}}\n";
    let vedtak = "vedtak: [{dato: 2026-01-10, organ: K, beslutning: vedtatt, innarbeidet: nei}]\n";
    assert!(alone(lock, vedtak).contains("a er låst ut, men er besluttet"));
    let folder = repository("rammer: {innsparingskrav: {2028: 80 kr}}\n", &[("a", case(50, 60, ""))]);
    write(folder.path(), "annet.yaml", "rammer: {innsparingskrav: {2028: 90 kr}}\n");
    let (_, remarks, _) = said(folder.path(), &["--format", "csv", "--rammer", "annet.yaml"]);
    let remarks = remarks.replace('\u{a0}', " ");
    assert!(remarks.contains("a3.yaml: Innsparingskravet i 2028 nås ikke: det mangler 30 kr."), "{remarks}");
    assert!(
        remarks.contains("annet.yaml: Innsparingskravet i 2028 nås ikke: det mangler 40 kr."),
        "{remarks}"
    );
}

#[test]
fn flags_that_do_nothing_are_said_to() {
    let folder = repository("", &[("a", case(50, 60, ""))]);
    let all = ["--trekk", "20", "--frø", "2", "--knutegrense", "9", "--tidsgrense", "60"];
    let (_, remarks, code) = said(folder.path(), &all);
    assert_eq!(code, Some(0));
    for flag in ["--trekk", "--frø", "--knutegrense", "--tidsgrense"] {
        assert!(remarks.contains(&format!("{flag} har ingen virkning her")), "{flag} {remarks}");
    }
    assert_eq!(said(folder.path(), &[]).1, "");
    let folder = repository("rammer: {investering: {2027: 90 kr}}\n", &[("a", case(50, 60, ""))]);
    write(folder.path(), "annet.yaml", "rammer: {investering: {2027: 10 kr}}\n");
    assert_eq!(said(folder.path(), &all).1, "");
    let (_, remarks, _) = said(folder.path(), &[&all[..], &["--rammer", "annet.yaml"]].concat());
    assert!(remarks.contains("--frø har ingen virkning") && !remarks.contains("--knutegrense"), "{remarks}");
}

#[test]
fn a_time_limit_that_is_not_met_changes_nothing() {
    let cases = [("a", case(50, 60, "")), ("b", case(30, 50, ""))];
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &cases);
    let (told, _) = ranked(folder.path(), &["--tidsgrense", "600"]);
    assert_eq!(told, ranked(folder.path(), &[]).0);
    let (_, wrong, code) = said(folder.path(), &["--tidsgrense", "0"]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("--tidsgrense") && wrong.contains("fra 1 til 86400"), "{wrong}");
    let (_, wrong, code) = said(folder.path(), &["--knutegrense", "-1"]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("fra 1 og oppover"), "{wrong}");
}

#[test]
fn without_frames_the_list_is_as_it_was() {
    let cases = [("a", case(50, 60, "")), ("b", case(30, 50, ""))];
    let folder = repository("rammer: {investering: {2027: 0 kr}}\n", &cases);
    let (told, code) = ranked(folder.path(), &["--uten-rammer"]);
    assert_eq!(
        (code, &told["rammer"], &told["status"], &told["bruk"]),
        (Some(0), &json!(false), &Value::Null, &json!([]))
    );
    assert_eq!(told["liste"][0]["beslutning"], Value::Null);
}

#[test]
fn several_frames_stand_side_by_side_with_what_differs() {
    let cases = [("a", case(50, 60, "")), ("b", case(30, 50, "senest: 2028\n"))];
    let folder = repository("rammer: {investering: {2027: 100 kr, 2028: 0 kr}}\n", &cases);
    write(folder.path(), "mer.yaml", "rammer: {investering: {2027: 100 kr, 2028: 50 kr}}\n");
    write(folder.path(), "mindre.yaml", "a3: 1\nrammer: {investering: {2027: 50 kr, 2028: 0 kr}}\n");
    let (told, code) = ranked(folder.path(), &["--rammer", "mer.yaml", "--rammer", "mindre.yaml"]);
    assert_eq!(code, Some(0));
    let all = &told["alternativer"];
    assert_eq!([&all[0]["fil"], &all[1]["fil"], &all[2]["fil"]], ["a3.yaml", "mer.yaml", "mindre.yaml"]);
    assert_eq!([&all[0]["sum"], &all[1]["sum"], &all[2]["sum"]], ["140", "210", "70"]);
    assert_eq!(all[0]["endring"], Value::Null);
    assert_eq!((&all[1]["endring"]["sum"], &all[1]["endring"]["inn"]), (&json!("70"), &json!(["b"])));
    assert_eq!(all[1]["endring"]["budsjett"], json!(["0", "30", "30", "30"]));
    assert_eq!((&all[2]["endring"]["inn"], &all[2]["endring"]["ut"]), (&json!(["b"]), &json!(["a"])));
    assert_eq!(told["sum"], "140");
    let (page, _, _) = said(folder.path(), &["--rammer", "mer.yaml"]);
    assert!(page.contains("mer.yaml") && page.contains("Endring fra a3.yaml"), "{page}");
    let (sheet, _, _) = said(folder.path(), &["--rammer", "mer.yaml", "--format", "csv"]);
    assert!(sheet.starts_with("Hva;a3.yaml;mer.yaml\n"), "{sheet}");
}

#[test]
fn frames_without_a_savings_demand_do_not_meet_one_and_what_is_left_out_is_named() {
    let broken = case(1, 1, "").replace("levetid: 4", "levetid: fire");
    let folder =
        repository("rammer: {innsparingskrav: {2028: 10 kr}}\n", &[("a", case(50, 60, "")), ("z", broken)]);
    write(folder.path(), "uten.yaml", "rammer: {investering: {2027: 100 kr}}\n");
    for more in [&[][..], &["--alt"]] {
        let output =
            a3(folder.path()).args(["rank", ".", "--rammer", "uten.yaml"]).args(more).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        let missing = shown.lines().find(|line| line.contains("Mangler på innsparingskravet")).unwrap();
        assert_eq!(missing.split_whitespace().rev().take(2).collect::<Vec<_>>(), ["–", "0"], "{shown}");
        let left_out = if more.is_empty() { "Utelatt: z. Se hvorfor med «a3 check .»." } else { "Utelatt" };
        assert!(shown.contains(left_out), "{shown}");
    }
}

#[test]
fn the_only_case_is_no_part_of_one_and_no_work_is_no_work_taken_out() {
    let decided =
        "vedtak: [{dato: 2026-01-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: nei}]\n";
    let cases = [("a", case(50, 60, "")), ("d", case(40, 30, decided))];
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &cases);
    let output = a3(folder.path()).arg("rank").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ");
    assert!(shown.starts_with("Den ene saken er valgt: den frigjør 50 kr i driften i 2030\n"), "{shown}");
    assert!(shown.contains("I tillegg kommer én besluttet sak: den frigjør 40 kr. "), "{shown}");
}

#[test]
fn an_alternative_with_errors_keeps_its_column_and_says_why_it_is_not_calculated() {
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &[("a", case(50, 60, ""))]);
    let refused = |text: &str, rule: &str| {
        write(folder.path(), "annet.yaml", text);
        let (told, code) = ranked(folder.path(), &["--rammer", "annet.yaml"]);
        let other = &told["alternativer"][1];
        assert_eq!((code, &other["fil"]), (Some(1), &json!("annet.yaml")), "{text}");
        for field in ["status", "sum", "budsjett", "årsverk", "endring"] {
            assert_eq!(other[field], Value::Null, "{field}: {text}");
        }
        assert!(other["utelatt"].as_str().unwrap().contains("feil, "), "{other}");
        let (page, remarks, _) = said(folder.path(), &["--rammer", "annet.yaml"]);
        assert!(remarks.contains(&format!("[{rule}]")) && remarks.contains("annet.yaml:"), "{remarks}");
        assert!(page.contains("ikke regnet ut") && page.contains("annet.yaml er ikke regnet ut: "), "{page}");
    };
    refused("rammer: {endringskapasitet: {Tull: {2027: 1 årsverk}}}\n", "ukjent-område");
    refused("rammer: {investering: {2027: 100 timer}}\n", "feil-enhet");
    refused("virksomhet: Solvik\nrammer: {investering: {2027: 1 kr}}\n", "ukjent-felt");
    refused("rammer: [1]\n", "feil-form");
    refused("{}\n", "manglende-felt");
    refused("rammer: {\n", "ugyldig-yaml");
}

#[test]
fn an_alternative_that_cannot_be_met_has_no_figures_and_says_what_clashes() {
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &[("plikt", case(50, 60, DUTY))]);
    write(folder.path(), "trang.yaml", "rammer: {investering: {2027: 20 kr}}\n");
    let (told, code) = ranked(folder.path(), &["--rammer", "trang.yaml"]);
    let other = &told["alternativer"][1];
    assert_eq!((code, &other["status"], &other["utelatt"]), (Some(1), &json!("umulig"), &Value::Null));
    for field in ["sum", "budsjett", "årsverk", "endring"] {
        assert_eq!(other[field], Value::Null, "{field}");
    }
    assert_eq!(
        (&other["konflikt"][0]["mangler"], &other["konflikt"][0]["alene_nok"]),
        (&json!("40"), &json!(true))
    );
    let (page, _, _) = said(folder.path(), &["--rammer", "trang.yaml"]);
    assert!(page.contains("trang.yaml: Dette lar seg ikke oppfylle samtidig."), "{page}");
    assert!(page.contains("Investeringsrammen i 2027 mangler 40\u{a0}kr."), "{page}");
    let nnv = page.lines().find(|line| line.starts_with(" NNV")).unwrap();
    assert!(nnv.trim_end().ends_with('–'), "{nnv}");
    assert!(!page.contains("Endring fra"), "{page}");
    // Nothing can be compared with what is impossible, the other way either.
    let folder = repository("rammer: {investering: {2027: 20 kr}}\n", &[("plikt", case(50, 60, DUTY))]);
    write(folder.path(), "romslig.yaml", "rammer: {investering: {2027: 100 kr}}\n");
    let (told, _) = ranked(folder.path(), &["--rammer", "romslig.yaml"]);
    assert_eq!(
        (&told["alternativer"][1]["sum"], &told["alternativer"][1]["endring"]),
        (&json!("140"), &Value::Null)
    );
}

#[test]
fn many_cases_that_change_are_named_on_lines_that_fit() {
    // So many that each is not explained from every side, which takes long.
    const CASES: usize = 25;
    let id = |n: usize| format!("en-sak-med-et-navn-som-er-ganske-langt-{n:02}");
    let cases: Vec<(String, String)> = (0..CASES).map(|n| (id(n), case(50, 60, ""))).collect();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let folder = repository("rammer: {investering: {2027: 0 kr}}\n", &cases);
    write(folder.path(), "alt.yaml", "rammer: {investering: {2027: 2000 kr}}\n");
    let output =
        a3(folder.path()).args(["rank", "--rammer", "alt.yaml"]).env("COLUMNS", "80").output().unwrap();
    let page = String::from_utf8(output.stdout).unwrap();
    assert!(page.contains("alt.yaml\n  Nye saker: en-sak-med"), "{page}");
    for line in page.lines() {
        assert!(line.chars().count() <= 80, "{line}");
    }
    for n in 0..CASES {
        assert!(page.contains(&id(n)), "{n}: {page}");
    }
}

#[test]
fn cases_with_a_new_start_are_named_by_how_they_move() {
    let cases = [("a", case(50, 60, "senest: 2028\n")), ("b", case(50, 60, "senest: 2028\n"))];
    let folder = repository("rammer: {investering: {2027: 0 kr, 2028: 120 kr}}\n", &cases);
    write(folder.path(), "alt.yaml", "rammer: {investering: {2027: 120 kr}}\n");
    // Over a whole life a start is worth the same; over the plan years the earlier is worth more.
    let (page, _, _) = said(folder.path(), &["--rammer", "alt.yaml", "--metode", "budsjett"]);
    assert!(page.contains("alt.yaml\n  Oppstart fra 2028 til 2027: a, b\n"), "{page}");
}

#[test]
fn a_step_is_explained_only_where_some_frame_tells_what_a_step_gives() {
    let holds = repository("rammer: {investering: {2027: 100 kr}}\n", &[("a", case(50, 60, DUTY))]);
    assert!(said(holds.path(), &[]).0.contains("Ett trinn er"));
    let clashes = repository("rammer: {investering: {2027: 10 kr}}\n", &[("a", case(50, 60, DUTY))]);
    assert!(!said(clashes.path(), &[]).0.contains("Ett trinn er"));
}

#[test]
fn the_sum_reads_rightly_for_every_method() {
    let frames = "rammer: {investering: {2027: 60 kr}}\nprioritering: {låst: {b: {valg: ut}}}\n";
    let folder = repository(frames, &[("a", case(50, 60, "")), ("b", case(80, 60, ""))]);
    let page = |method: &str, language: &str| {
        said(folder.path(), &["--metode", method, "--lang", language])
            .0
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let sums = [
        (
            "nnv",
            "Sum netto nåverdi av",
            "Det koster 120 kr i netto nåverdi.",
            "It costs NOK 120 of net present value.",
        ),
        (
            "planeffekt",
            "Sum virkning i planperioden",
            "kr i virkning i planperioden.",
            "of effect in the plan period.",
        ),
        (
            "budsjett",
            "Sum virkning på driftsbudsjettet",
            "kr i virkning på driftsbudsjettet.",
            "of effect on the running budget.",
        ),
    ];
    for (method, sum, cost, english) in sums {
        let (nb, en) = (page(method, "nb"), page(method, "en"));
        assert!(nb.contains(sum) && nb.contains(cost), "{nb}");
        assert!(en.contains(english), "{en}");
    }
}

#[test]
fn what_is_missing_of_the_savings_demand_is_said_against_what_there_is() {
    let with = |demand: u32, more: &str| {
        let frames = format!("rammer: {{innsparingskrav: {{2027: {demand} kr}}}}\n{more}");
        let late =
            case(50, 1, "").replace("type: investering, beløp: 1 kr", "type: drift, beløp: [80 kr, 1 kr]");
        let folder = repository(&frames, &[("a", case(60, 1, "")), ("b", case(45, 1, "")), ("sen", late)]);
        said(folder.path(), &["--uten-usikkerhet"])
            .0
            .replace('\u{a0}', " ")
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
    };
    let met = with(100, "");
    assert!(
        met.contains(
            "Venter: med denne saken ville det mangle 25 kr på innsparingskravet, som nås uten den."
        ),
        "{met}"
    );
    let missed = with(110, "");
    assert!(
        missed.contains(
            "Venter: innsparingskravet nås ikke som det er, og med denne saken ville det manglet 30 kr mer."
        ),
        "{missed}"
    );
    let locked = with(100, "prioritering: {låst: {a: {valg: ut}}}\n");
    assert!(
        locked.contains("Uten låsing ville det i alt manglet 55 kr mindre på innsparingskravet."),
        "{locked}"
    );
}

#[test]
fn negative_numbers_are_answered_with_what_to_write() {
    let folder = repository("rammer: {investering: {2027: 60 kr}}\n", &[("a", case(50, 60, ""))]);
    let flags =
        [("--frø", "fra 0 og oppover"), ("--trekk", "fra 10 til 10000"), ("--tidsgrense", "fra 1 til 86400")];
    for (flag, words) in flags {
        let (_, wrong, code) = said(folder.path(), &[flag, "-5"]);
        assert_eq!(code, Some(2));
        assert!(wrong.contains(words) && wrong.contains("«-5»"), "{wrong}");
    }
    let output = a3(folder.path()).args(["calc", "--trekk", "-5", "--lang", "en"]).output().unwrap();
    let wrong = String::from_utf8(output.stderr).unwrap();
    assert!(wrong.contains("from 100 to 1000000"), "{wrong}");
}

#[test]
fn an_alternative_outside_the_folder_or_missing_is_exit_2() {
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &[("a", case(50, 60, ""))]);
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "utenfor.yaml", "rammer: {investering: {2027: 1 kr}}\n");
    let path = outside.path().join("utenfor.yaml").display().to_string();
    let (_, wrong, code) = said(folder.path(), &["--rammer", &path]);
    assert_eq!(code, Some(2));
    assert!(wrong.contains("utenfor mappa med a3.yaml"), "{wrong}");
    assert_eq!(said(folder.path(), &["--rammer", "finnes-ikke.yaml"]).2, Some(2));
    assert_eq!(said(folder.path(), &["--rammer", "a3.yaml", "--uten-rammer"]).2, Some(2));
}

#[test]
fn figures_without_bounds_end_in_words_and_not_in_a_panic() {
    let large = "1000000000000000";
    let gain = format!(
        "forutsetninger: {{n: {{verdi: {large} brukere, kilde: x}}}}\ngevinster:\n  \
         - {{navn: Alt, type: unngåtte kostnader, beregning: n × {large} kr/år, kilde: x}}\n"
    );
    let text = case(1, 1, "").replace(
        "gevinster:\n  - {navn: Porto, type: unngåtte kostnader, anslag: 1 kr/år, kilde: x}\n",
        &gain,
    );
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &[("a", text)]);
    let (_, remarks, code) = said(folder.path(), &[]);
    assert!(matches!(code, Some(1 | 2)), "{code:?} {remarks}");
    assert!(remarks.contains("for store") || remarks.contains("ikke regnet ut"), "{remarks}");
}

#[test]
fn the_example_tells_its_story() {
    let (told, code) = ranked(&here("examples/solvik"), &["--dato", &today().to_string()]);
    assert_eq!((code, &told["status"]), (Some(0), &json!("optimal")));
    let of = |id: &str| {
        let list = told["liste"].as_array().unwrap().iter();
        let entry = list.into_iter().find(|entry| entry["id"] == id).unwrap();
        (entry["beslutning"].clone(), entry["oppstart"].clone())
    };
    assert_eq!(of("langvakter-i-bofellesskap"), (json!("valgt"), json!(2028)));
    assert_eq!(of("gatelys-med-led"), (json!("venter"), Value::Null));
    assert_eq!(of("meropent-bibliotek"), (json!("valgt"), json!(2030)));
}

#[test]
fn frames_in_a_file_with_errors_are_not_chosen_within() {
    let frames = "rammer: {investering: {2027: 100 kr}}\nukjent: ja\n";
    let folder = repository(frames, &[("a", case(50, 60, ""))]);
    let (told, code) = ranked(folder.path(), &[]);
    assert_eq!(code, Some(1));
    for field in ["status", "sum", "gap"] {
        assert_eq!(told[field], Value::Null, "{field}");
    }
    assert_eq!(told["utelatt"][0]["id"], "a");
}

#[test]
fn an_empty_file_of_frames_is_told_what_to_write_in_it() {
    let folder = repository("rammer: {investering: {2027: 100 kr}}\n", &[("a", case(50, 60, ""))]);
    write(folder.path(), "tom.yaml", "");
    let (_, wrong, code) = said(folder.path(), &["--rammer", "tom.yaml"]);
    assert_eq!(code, Some(1));
    assert!(
        wrong.contains("rammer: {investering: {2027: 12 mill. kr}}") && !wrong.contains("a3 init"),
        "{wrong}"
    );
}

#[test]
fn side_by_side_tells_how_sure_each_is_what_it_misses_and_what_it_uses() {
    let frames = "rammer: {investering: {2027: 100000 kr}, innsparingskrav: {2028: 80 kr}}\n";
    let cases = [("a", case(50, 60_000, "kapasitet: [0.5 årsverk]\n")), ("b", case(40, 30_000, ""))];
    let folder = repository(frames, &cases);
    let other = "rammer: {investering: {2027: 50000 kr}, endringskapasitet: {Stab: {2027: 2 årsverk}}, innsparingskrav: {2028: 80 kr}}\n";
    write(folder.path(), "alt.yaml", other);
    let (told, _) = ranked(folder.path(), &["--rammer", "alt.yaml"]);
    let alternatives = &told["alternativer"];
    assert_eq!((&alternatives[0]["gap"], &alternatives[1]["gap"]), (&json!("0"), &json!("0")));
    assert_eq!(alternatives[0]["bruk"][0]["brukt"], "90000");
    assert_eq!(
        (&alternatives[1]["bruk"][1]["brukt"], &alternatives[1]["bruk"][1]["grense"]),
        (&json!("30000"), &json!("50000"))
    );
    assert_eq!(alternatives[1]["mangler"], json!([{"år": 2028, "beløp": "40"}]));
    let output = a3(folder.path())
        .args(["rank", "--rammer", "alt.yaml", "--alt"])
        .env("COLUMNS", "80")
        .output()
        .unwrap();
    let page = String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ");
    assert!(page.lines().all(|line| line.chars().count() <= 80), "{page}");
    let row = |name: &str| {
        let line = page.lines().find(|line| line.trim_start().starts_with(name));
        let line = line.unwrap_or_else(|| panic!("{name}: {page}"));
        line.trim_start()
            .trim_start_matches(name)
            .split("  ")
            .map(str::trim)
            .filter(|cell| !cell.is_empty())
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    assert_eq!(row("Avstand til det beste valget"), ["0, bevist", "0, bevist"]);
    assert_eq!(row("Investering 2027, 1 000 kr"), ["90 av 100", "30 av 50"]);
    assert_eq!(row("Stab 2027, årsverk"), ["ingen grense", "0 av 2"]);
    assert_eq!(row("– av det i 2028"), ["0", "0"]);
}

#[test]
fn a_search_that_is_not_finished_says_its_distance_side_by_side() {
    let cases = hard();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let folder = repository(TIGHT, &cases);
    write(folder.path(), "alt.yaml", &TIGHT.replace("200 kr", "210 kr"));
    let (told, _) = ranked(folder.path(), &["--rammer", "alt.yaml", "--knutegrense", "1"]);
    assert_ne!(told["alternativer"][1]["gap"], json!("0"));
}

#[test]
fn the_share_of_draws_is_told_with_as_many_decimals_as_the_schema_has() {
    let (told, _) = ranked(&here("examples/solvik"), &["--trekk", "29", "--dato", "2026-11-24"]);
    let list = told["liste"].as_array().unwrap().iter();
    let mut shares = list.filter_map(|entry| entry["sikkerhet"]["valgt"].as_str());
    assert!(shares.any(|share| share.len() == "0.000000000".len()), "{told}");
}

/// Two hundred cases that give about as much as they use, in frames of three kinds: no search sees the end of it.
fn endless() -> tempfile::TempDir {
    let mut seed = 11_u64;
    let mut draw = |most: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        i64::try_from((seed >> 33) % most).unwrap()
    };
    let one = |n: usize| {
        let (cost, change, first, second) = (draw(90) + 10, draw(90) + 10, draw(9) + 1, draw(9) + 1);
        let change = format!("  - {{navn: Opplæring, type: omstilling, beløp: {change} kr, kilde: x}}\n");
        let gain = draw(40) + cost;
        let work = format!("senest: 2029\nkapasitet: [0.{first} årsverk, 0.{second} årsverk]\n");
        let text = case(gain, cost, &work).replace("kilde: x}]\n", &format!("kilde: x}}]\n{change}"));
        (format!("sak-{n:03}"), text.replace("kostnader: [{", "kostnader:\n  - {").replace("}]\n", "}\n"))
    };
    let cases: Vec<(String, String)> = (0..200).map(one).collect();
    let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
    let frames = "rammer:
  investering: {2027: 1700 kr, 2028: 1300 kr, 2029: 1100 kr}
  omstilling: {2027: 1500 kr, 2028: 1300 kr, 2029: 1200 kr}
  endringskapasitet: {Stab: {2027: 11 årsverk, 2028: 19 årsverk, 2029: 18 årsverk, 2030: 8 årsverk}}
";
    repository(frames, &cases)
}

#[test]
fn a_search_that_the_clock_ends_is_answered_with_what_is_found() {
    let folder = endless();
    let (page, _, code) = said(folder.path(), &["--tidsgrense", "1"]);
    assert_eq!(code, Some(0), "{page}");
    assert!(page.contains("Søk lenger med --tidsgrense.") && page.contains("Valgt"), "{page}");
}

/// Starts a command that searches without end, and presses Ctrl-C once it listens for it.
#[cfg(unix)]
fn interrupted(folder: &Path, arguments: &[&str]) -> std::process::Output {
    use std::process::{Command, Stdio};
    let mut command = Command::new(assert_cmd::cargo::cargo_bin("a3"));
    let command = command.args(arguments).args(["--tidsgrense", "600"]).current_dir(folder);
    let running = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let id = running.id().to_string();
    let listens = (0..1_000).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        listens_for_ctrl_c(&id)
    });
    assert!(listens);
    // Time to read the cases and begin to search.
    std::thread::sleep(std::time::Duration::from_millis(500));
    let told = Command::new("kill").args(["-INT", &id]).status().unwrap();
    assert!(told.success());
    running.wait_with_output().unwrap()
}

/// Whether the process takes the signal itself, as its list of caught signals says; where the system keeps no such
/// list, some seconds are enough.
#[cfg(unix)]
fn listens_for_ctrl_c(id: &str) -> bool {
    let Ok(status) = read_to_string(format!("/proc/{id}/status")) else {
        std::thread::sleep(std::time::Duration::from_secs(4));
        return true;
    };
    let caught = status.lines().find_map(|line| line.strip_prefix("SigCgt:")).unwrap();
    u64::from_str_radix(caught.trim(), 16).unwrap() & 0b10 != 0
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_the_search_with_what_is_found_and_not_the_program() {
    let folder = endless();
    let ended = interrupted(folder.path(), &["rank"]);
    let page = String::from_utf8(ended.stdout).unwrap();
    assert_eq!(ended.status.code(), Some(0), "{page}");
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(page.contains("Du stoppet det med Ctrl-C.") && page.contains("Valgt"), "{page}");
}

#[cfg(unix)]
#[test]
fn ctrl_c_ends_a_command_that_writes_before_anything_is_written() {
    use std::os::unix::process::ExitStatusExt;
    let folder = endless();
    for command in [&["decide", "--alle-valgte", "--organ", "K"][..], &["roll", "2028"]] {
        let ended = interrupted(folder.path(), command);
        assert_eq!(ended.status.signal(), Some(2), "{ended:?}");
        assert!(!folder.path().join("historikk").exists());
        let cases = std::fs::read_dir(folder.path().join("saker")).unwrap();
        let is_as_it_was = |text: String| !text.contains("vedtak") && !text.contains("prisår");
        assert!(cases.into_iter().all(|case| is_as_it_was(read_to_string(case.unwrap().path()).unwrap())));
    }
}

#[test]
fn a_list_whose_draws_were_cut_short_says_so_though_the_choice_is_proven() {
    use a3::choose::{Effort, Status, Stop};
    use a3::report::{Bound, Draws, RankWanted, Within, Work, unwatched};
    use std::sync::atomic::{AtomicBool, Ordering};
    static ENOUGH: AtomicBool = AtomicBool::new(false);
    let open = a3::repository::Repository::open(&[here("examples/solvik")]).unwrap();
    let effort = Effort { stop: Some(Stop::when(&ENOUGH)), ..Effort::of(100_000) };

    let draws = Some(Draws { count: None, seed: 1 });
    let wanted = RankWanted { day: today(), method: None, within: Within::Own, effort, draws };
    let stopped = |work: Work| {
        ENOUGH.store(matches!(work, Work::ChoosingAgain { .. }), Ordering::Relaxed);
        unwatched(work)
    };
    let report = a3::report::rank(&open, wanted, &stopped).unwrap();
    assert_eq!((&report.choice.status, report.bound), (&Status::Optimal, Bound::Clock));
    let told: Value = serde_json::from_str(&rank::json(&report, a3::words::Language::Nb)).unwrap();
    assert!(told["merknader"][0].as_str().unwrap().starts_with("Det beste er valgt, men"), "{told}");
}

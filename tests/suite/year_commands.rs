//! `a3 overview` and `a3 next` as they are run: one screen, sums that add up, and a calendar that never doubles.

use super::contracts::validated;
use super::portfolio::{GOOD_CASE, ORGANISATION, a3, here, write};
use super::sample::decimal;
use super::writing::solvik;
use a3::contract::{calc, next, overview};
use a3::units::Decimal;
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

fn run_in(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

fn run(arguments: &[&str]) -> (String, String, Option<i32>) {
    run_in(&here("examples/solvik"), &[arguments, &["--dato", "2026-11-24"]].concat())
}

#[test]
fn overview_and_next_answer_on_one_screen_and_always_the_same() {
    for command in ["overview", "next"] {
        let (shown, _, code) = run(&[command]);
        assert_eq!(code, Some(0));
        assert!(shown.lines().count() <= 40, "{command}: {} lines:\n{shown}", shown.lines().count());
        assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
        assert_eq!(run(&[command]).0, shown);
    }
}

fn amount(of: &Value) -> Decimal {
    decimal(of.as_str().unwrap_or("0"))
}

fn sum(of: &Value, key: &str) -> Decimal {
    of.as_array().unwrap().iter().map(|row| amount(&row[key])).sum()
}

#[test]
fn the_areas_add_up_and_the_estimate_is_held_against_every_case() {
    let output = validated(&run(&["overview", "--format", "json"]).0, &overview::schema());
    let areas = &output["delområder"];
    assert_eq!(sum(areas, "anslag"), amount(&output["anslag"]));
    assert_eq!(sum(areas, "regnet"), amount(&output["regnet"]));
    let home = areas.as_array().unwrap().iter().find(|area| area["navn"] == "Hjemmetjenesten").unwrap();
    assert_eq!(home["saker"].as_array().unwrap().len(), 3);
    assert_eq!(home["gap"], "-28000");
    let staff = areas.as_array().unwrap().iter().find(|area| area["navn"] == "Stab og fellestjenester");
    assert_eq!(staff.unwrap()["gap_lest"], "-1,5 årsverk".replace('-', "−"));
    let must: Vec<bool> = areas.as_array().unwrap().iter().map(|area| area["må_gjøres"] == true).collect();
    assert!(must.windows(2).all(|pair| pair[0] >= pair[1]), "what must be done comes first");
    let duties = output["minimumskrav"].as_array().unwrap();
    assert!(duties.iter().all(|duty| !duty["saker"].as_array().unwrap().is_empty()), "{duties:?}");
}

#[test]
fn every_gain_is_in_one_group_or_has_no_price() {
    let output = validated(&run(&["overview", "--format", "json"]).0, &overview::schema());
    let gains = &output["gevinster"];
    // The other groups hold the counterparts of grants too, which are no gains.
    let groups = ["budsjett", "omdisponert"];
    let calculated = run(&["calc", "--format", "json", "--uten-usikkerhet"]).0;
    let calculated: Value = serde_json::from_str(&calculated).unwrap();
    for group in groups {
        let of_cases = calculated["saker"].as_array().unwrap().iter();
        let cases: Decimal = of_cases.map(|case| amount(&case["gevinstpotensial"][group])).sum();
        assert_eq!(sum(gains, group), cases, "{group}");
    }
    let (shown, _, _) = run(&["overview", "--gevinster", "--format", "csv"]);
    assert_eq!(shown.lines().count(), gains.as_array().unwrap().len() + 1);
}

#[test]
fn an_area_that_is_not_there_is_told_with_the_nearest() {
    let (shown, told, code) = run(&["overview", "--område", "Teknikk"]);
    assert_eq!((shown.as_str(), code), ("", Some(2)));
    assert!(told.contains("Teknisk"), "{told}");
    assert!(run(&["overview", "--område", "Teknisk"]).0.contains("Bygg og energi"));
}

#[test]
fn the_quarter_asks_the_cases_that_go_on_and_names_the_others() {
    let output = validated(&run(&["next", "--format", "json"]).0, &next::schema());
    let asked: BTreeSet<&str> =
        output["gjøremål"].as_array().unwrap().iter().map(|ask| ask["sak"].as_str().unwrap()).collect();
    let resting: BTreeSet<&str> =
        output["hviler"].as_array().unwrap().iter().map(|case| case["sak"].as_str().unwrap()).collect();
    assert!(asked.is_disjoint(&resting), "{asked:?} {resting:?}");
    assert!(
        asked.contains("digitalt-tilsyn-natt") && resting.contains("nattpatrulje"),
        "{asked:?} {resting:?}"
    );
    let first = &output["gjøremål"][0];
    assert_eq!((first["slag"].as_str(), first["frist"].as_str()), (Some("nullpunkt"), Some("2026-12-31")));
    assert_eq!(output["fase"], "forberedelse");
}

#[test]
fn what_is_next_in_a_case_is_the_same_by_its_file_and_by_its_name() {
    let asked = |arguments: &[&str]| run(&[&["next"], arguments].concat()).0;
    for (file, id) in [
        ("saker/teknisk/gatelys-med-led.yaml", "gatelys-med-led"),
        ("saker/helse/nattpatrulje.yaml", "nattpatrulje"),
        ("saker/helse/digitalt-tilsyn-natt.yaml", "digitalt-tilsyn-natt"),
    ] {
        let ours = |text: String| -> Value {
            let all: Value = serde_json::from_str(&text).unwrap();
            Value::from(vec![all["gjøremål"].clone(), all["hviler"].clone()])
        };
        let by_file = ours(asked(&[file, "--format", "json"]));
        assert_eq!(by_file, ours(asked(&["--sak", id, "--format", "json"])), "{id}");
    }
    let folder = asked(&["saker/teknisk"]);
    assert!(folder.contains("gatelys-med-led venter på plass"), "{folder}");
    assert!(!folder.contains("nattpatrulje"), "{folder}");
}

#[test]
fn what_waits_is_what_the_list_says_waits() {
    let list: Value =
        serde_json::from_str(&run(&["rank", "--format", "json", "--uten-usikkerhet"]).0).unwrap();
    let next: Value = serde_json::from_str(&run(&["next", "--format", "json"]).0).unwrap();
    let of_list = |verdict: &str| -> BTreeSet<String> {
        let rows = list["liste"].as_array().unwrap().iter().filter(|row| row["beslutning"] == verdict);
        rows.map(|row| row["id"].as_str().unwrap().to_owned()).collect()
    };
    let resting = |why: &str| -> BTreeSet<String> {
        let rows = next["hviler"].as_array().unwrap().iter();
        let rows = rows.filter(|row| row["grunn"].as_str().unwrap().starts_with(why));
        rows.map(|row| row["sak"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(of_list("venter"), resting("venter på plass"));
    assert_eq!(of_list("lønner seg ikke"), resting("lønner seg ikke"));
    assert!(!of_list("venter").is_empty());
}

#[test]
fn each_quarter_brings_cases_to_its_own_phase() {
    for (date, phase) in [
        ("2026-02-01", "overblikk"),
        ("2026-05-01", "dypdykk"),
        ("2026-08-01", "prioritering"),
        ("2026-11-24", "forberedelse"),
    ] {
        let shown = run_in(&here("examples/solvik"), &["next", "--format", "json", "--dato", date]).0;
        assert_eq!(validated(&shown, &next::schema())["fase"], phase);
    }
}

#[test]
fn a_calendar_has_each_thing_once_however_often_it_is_made() {
    let uids = |date: &str| {
        let (shown, _, code) =
            run_in(&here("examples/solvik"), &["next", "--format", "ical", "--dato", date]);
        assert_eq!(code, Some(0));
        assert!(shown.starts_with("BEGIN:VCALENDAR\r\n") && shown.ends_with("END:VCALENDAR\r\n"), "{shown}");
        assert!(shown.split("\r\n").all(|line| line.len() <= 75), "{shown}");
        let uids: Vec<String> =
            shown.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned).collect();
        let distinct: BTreeSet<String> = uids.iter().cloned().collect();
        assert_eq!(uids.len(), distinct.len());
        distinct
    };
    let (one, later) = (uids("2026-11-24"), uids("2026-11-25"));
    assert!(!one.is_empty());
    assert_eq!(one, later, "the same thing is the same on another day");
}

/// Solvik with one case changed, and what is said of it.
fn changed(change: impl Fn(&str) -> String, arguments: &[&str]) -> (String, String, Option<i32>) {
    let folder = solvik();
    let path = format!("saker/helse/{SHIFTS}.yaml");
    let text = std::fs::read_to_string(folder.path().join(&path)).unwrap();
    write(folder.path(), &path, &change(&text));
    run_in(folder.path(), &[arguments, &["--dato", "2026-11-24"]].concat())
}

const SHIFTS: &str = "langvakter-i-bofellesskap";

#[test]
fn what_is_wrong_in_a_case_is_mended_before_all_is_ready() {
    let ready = changed(str::to_owned, &["next", "--sak", SHIFTS, "--format", "markdown"]).0;
    assert!(ready.contains("5 frister er før oppstart i 2028."), "{ready}");
    let wrong =
        |text: &str| text.replace("status: pågår", "status: på gang").replace("behov: Opp", "behøv: Opp");
    let (shown, _, _) = changed(wrong, &["next", "--sak", SHIFTS, "--format", "markdown"]);
    assert!(
        shown.contains(&format!("Rett 3 feil: a3 check {SHIFTS}")) && !shown.contains("Venter på"),
        "{shown}"
    );
    assert!(changed(wrong, &["check", SHIFTS]).0.starts_with("3 feil, "), "as many as a3 check finds");
    let output =
        validated(&changed(wrong, &["next", "--sak", SHIFTS, "--format", "json"]).0, &next::schema());
    assert_eq!(
        (&output["gjøremål"][0]["slag"], &output["gjøremål"][0]["navn"]),
        (&"feil".into(), &"".into())
    );
    // What only today's budget shows is an error of the case too.
    let over = |text: &str| text.replace("verdi: 3 460 timer/år", "verdi: 34 600 timer/år");
    let (shown, _, _) = changed(over, &["next", "--sak", SHIFTS, "--format", "markdown"]);
    let (checked, _, _) = changed(over, &["check", SHIFTS]);
    assert!(shown.contains("Rett én feil") && checked.starts_with("1 feil, "), "{shown}{checked}");
    // What is only lacking for the phase is asked for by name.
    let lacking = |text: &str| text.replace("beslutter: Kommunestyret\n", "");
    let (shown, _, _) = changed(lacking, &["next", "--sak", SHIFTS, "--format", "markdown"]);
    assert!(shown.contains("Skriv «beslutter»") && !shown.contains("Rett"), "{shown}");
}

#[test]
fn a_case_in_no_figures_is_not_said_to_be_missing() {
    let wrong = |text: &str| text.replace("oppstart: 2027", "oppstart: 20x7");
    let (_, told, code) = changed(wrong, &["next", "--sak", SHIFTS]);
    assert_eq!(code, Some(2));
    assert!(told.contains("ikke regnet ut") && told.contains("20x7"), "{told}");
}

#[test]
fn what_is_asked_and_followed_is_not_known_where_no_case_can_be_calculated() {
    let folder = solvik();
    let text = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    write(folder.path(), "a3.yaml", &text.replace("budsjettår: 2027", "budsjettår: [2027"));
    let run = |arguments: &[&str]| run_in(folder.path(), &[arguments, &["--dato", "2026-11-24"]].concat());
    for (command, said) in [
        (&["next"][..], "om noe kreves nå: 16 saker kan ikke regnes ut."),
        (&["next", "--personer"], "om noe kreves nå: 16 saker"),
        (&["next", "--eier", "Berg"], "om noe kreves nå av Berg: 16 saker"),
        (&["status", "--eier", "Berg"], "om noen saker skal følges: 16 saker"),
        (&["status"], "om noen saker skal følges: 16 saker kan ikke regnes ut."),
        (
            &["next", "--lang", "nn"],
            "Det er ikkje kjent om noko blir kravt no: 16 saker kan ikkje reknast ut.",
        ),
    ] {
        let (shown, told, code) = run(command);
        let one_line = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(one_line.contains(said) && one_line.contains("a3 check"), "{shown}");
        assert!(!shown.contains("Ingen") && told.starts_with("a3.yaml har feil"), "{shown}{told}");
        assert_eq!(code, Some(1));
    }
    let (shown, told, code) = run(&["next", "--format", "ical"]);
    assert_eq!((shown.as_str(), code), ("", Some(2)));
    assert!(told.starts_with("a3.yaml har feil") && told.contains("Ingen kalender er laget."), "{told}");
    write(folder.path(), "a3.ics", "god");
    assert_eq!(run(&["next", "--format", "ical", "-o", "a3.ics"]).2, Some(2));
    assert_eq!(std::fs::read_to_string(folder.path().join("a3.ics")).unwrap(), "god");
}

#[test]
fn rows_that_say_the_same_are_told_apart_in_the_calendar() {
    let twice = |status: &str| {
        let row = |who: &str, status: &str| {
            format!("  - {{hva: Møte, hvem: {who}, frist: 2026-12-10, status: {status}}}\n")
        };
        let rows = format!("plan:\n{}{}", row("Randi Vold", status), row("Ivar Ness", "planlagt"));
        let (shown, _, _) =
            changed(|text| text.replace("plan:\n", &rows), &["next", "--sak", SHIFTS, "--format", "ical"]);
        let uids = shown.lines().filter(|line| line.starts_with("UID:")).map(str::to_owned);
        uids.collect::<Vec<String>>()
    };
    let both = twice("planlagt");
    assert!(both.len() == 2 && both[0] != both[1], "{both:?}");
    assert_eq!(twice("ferdig"), both[1..], "the other is what it was when one is done");
}

#[test]
fn one_person_one_case_and_who_has_how_much() {
    let (shown, _, _) = run(&["next", "--eier", "lønnsleder"]);
    assert!(shown.contains("Lønnsleder") && !shown.contains("Anne Berg"), "{shown}");
    let (shown, _, _) = run(&["next", "--eier", "økonomisjef"]);
    assert!(
        shown.contains("Låneopptak") && shown.contains("2026-12-17"),
        "a betingelse is all she has: {shown}"
    );
    let meeting =
        |text: &str| text.replace("plan:\n", "plan:\n  - {hva: Møte, hvem: Kari Dal, frist: 2026-12-10}\n");
    let (shown, _, _) = changed(meeting, &["next", "--sak", SHIFTS]);
    assert!(
        shown.contains("Venter på vedtak") && !shown.contains("Alt er klart"),
        "something is still to be done: {shown}"
    );
    let (shown, _, _) = changed(meeting, &["next", "--eier", "kari"]);
    assert!(
        shown.contains("Møte") && shown.contains("2026-12-10"),
        "a row of the plan is all she has: {shown}"
    );
    assert!(changed(meeting, &["next", "--personer", "--eier", "kari"]).0.contains("Kari Dal"));
    let (shown, _, _) = run(&["next", "--sak", "energisparing-i-bygg"]);
    assert!(shown.contains("Låneopptak"), "{shown}");
    let (_, told, code) = run(&["next", "--sak", "energisparing-i-bugg"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("Mente du «energisparing-i-bygg»?"), "{told}");
    let output = validated(&run(&["next", "--format", "json"]).0, &next::schema());
    let people = output["personer"].as_array().unwrap();
    let anne = people.iter().find(|person| person["navn"] == "Anne Berg").unwrap();
    assert!(anne["frister"].as_array().unwrap().iter().any(|due| due.as_u64() > Some(0)), "{anne}");
    assert!(run(&["next", "--personer"]).0.contains("Anne Berg"));
}

#[test]
fn the_words_of_the_sheet_are_told_with_the_line_they_stand_on() {
    let path = "saker/helse/elektronisk-medisineringsstotte.yaml";
    let file = std::fs::read_to_string(here("examples/solvik").join(path)).unwrap();
    let lines: Vec<&str> = file.lines().collect();
    let shown = run(&["calc", path, "--format", "json", "--uten-usikkerhet"]).0;
    let output = validated(&shown, &calc::schema());
    let sheet = &output["saker"][0]["arket"];
    let stands = |row: &Value, words: &Value| {
        let line = lines[usize::try_from(row["linje"].as_u64().unwrap()).unwrap() - 1];
        assert!(line.contains(words.as_str().unwrap()), "{line}: {words}");
    };
    stands(&sheet["nåsituasjon"], &sheet["nåsituasjon"]["tekst"]);
    for (list, key) in [
        ("gap", "navn"),
        ("forutsetninger", "navn"),
        ("gevinster", "navn"),
        ("plan", "hva"),
        ("målinger", "navn"),
        ("justeringer", "hva"),
    ] {
        let rows = sheet[list].as_array().unwrap();
        let key = if list == "justeringer" { "dato" } else { key };
        assert!(!rows.is_empty(), "{list}");
        rows.iter().for_each(|row| stands(row, &row[key]));
    }
    assert_eq!(sheet["målinger"][0]["målt"].as_array().unwrap().len(), 3);
    assert_eq!(sheet["læring"], Value::Null);
}

#[test]
fn what_was_measured_of_an_assumption_is_told_with_who_believes_it() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    let with = |share: &str, rest: &str| {
        let case = GOOD_CASE.replace("anslag: 96 000 kr/år", "beregning: andel_digital × 120 000 kr/år");
        format!("{case}forutsetninger:\n  andel_digital: {{verdi: {share}, kilde: Leverandøren}}\n{rest}")
    };
    let measured = "målinger:\n  - navn: Brev\n    gevinst: Spart porto\n    måler: andel_digital\n    ansvarlig: Lise\n    målt: [{dato: 2026-06-30, verdi: 40 %}]\n";
    write(folder.path(), "saker/post.yaml", &with("80 %", measured));
    write(folder.path(), "saker/faktura.yaml", &with("70 %", "").replace("Digital post", "Digital faktura"));
    let (shown, told, code) =
        run_in(folder.path(), &["explain", "forutsetning", "andel_digital", "--dato", "2026-11-24"]);
    assert_eq!(code, Some(0), "{told}");
    for said in ["faktura", "post", "70 %", "80 %", "40 %", "2026-06-30", "Lise"] {
        assert!(shown.replace('\u{a0}', " ").contains(said), "{said}: {shown}");
    }
    let (_, told, code) = run_in(folder.path(), &["explain", "forutsetning", "andel_digitl"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("andel_digital"), "{told}");
    let (shown, _, _) = run_in(folder.path(), &["check", "--format", "kort", "--dato", "2026-11-24"]);
    assert_eq!(shown.matches("[målt-i-annen-sak]").count(), 1, "{shown}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Areas and cases by chance: every sum is the sum of its parts, and each case counts once.
    #[test]
    fn the_sums_of_any_overview_add_up(amounts in prop::collection::vec(1_000i64..900_000, 1..5), twice in any::<bool>()) {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "a3.yaml", ORGANISATION);
        let mut areas = String::new();
        for (place, amount) in amounts.iter().enumerate() {
            let case = GOOD_CASE.replace("Digital post", &format!("Sak {place}"));
            let case = case.replace("96 000 kr/år", &format!("{amount} kr/år"));
            write(folder.path(), &format!("saker/sak-{place}.yaml"), &case);
            let also = if twice { ", sak-0" } else { "" };
            areas += &format!(
                "  - navn: Del {place}\n    anslag: {} kr/år\n    dypdykk: ja\n    saker: [sak-{place}{also}]\n",
                amount / 2
            );
        }
        let overview = format!(
            "a3: 1\ntittel: Alt\nområde: Stab\neier: Marit\nfase: overblikk\nnivå: virksomhet\ndelområder:\n{areas}"
        );
        write(folder.path(), "saker/alt.yaml", &overview);
        let shown = run_in(folder.path(), &["overview", "--format", "json", "--dato", "2026-11-24"]).0;
        let output: Value = serde_json::from_str(&shown).unwrap();
        prop_assert_eq!(sum(&output["delområder"], "anslag"), amount(&output["anslag"]));
        prop_assert_eq!(sum(&output["delområder"], "regnet"), amount(&output["regnet"]));
        prop_assert_eq!(amount(&output["regnet"]), amounts.iter().map(|of| Decimal::from(*of)).sum::<Decimal>());
    }
}

#[test]
fn a_case_in_two_areas_is_counted_in_one_and_the_other_says_so() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/sak-0.yaml", GOOD_CASE);
    let area = |name: &str, of: &str| {
        format!(
            "  - navn: {name}\n    område: {of}\n    anslag: {{lav: 10 000 kr/år, verdi: 90 000 kr/år, høy: 200 000 kr/år}}\n    \
             dypdykk: ja\n    saker: [sak-0]\n"
        )
    };
    let areas = area("Først", "Oppvekst") + &area("Sist", "Teknisk");
    let overview = format!(
        "a3: 1\ntittel: Alt\nområde: Stab\neier: Marit\nfase: overblikk\nnivå: virksomhet\ndelområder:\n{areas}"
    );
    write(folder.path(), "saker/alt.yaml", &overview);
    let found = |arguments: &[&str]| {
        let arguments = [&["overview", "--dato", "2026-11-24"], arguments].concat();
        let shown = run_in(folder.path(), &arguments).0;
        let json = run_in(folder.path(), &[&arguments[..], &["--format", "json"]].concat()).0;
        (shown.replace('\n', " "), validated(&json, &overview::schema()))
    };
    let (shown, output) = found(&[]);
    let areas = output["delområder"].as_array().unwrap();
    let of = |name: &str| areas.iter().find(|area| area["navn"] == name).unwrap();
    assert_eq!((&of("Først")["regnet"], &of("Sist")["regnet"]), (&"96000".into(), &"0".into()));
    assert_eq!(of("Sist")["telles_i_andre"], serde_json::json!(["sak-0"]));
    assert_eq!(of("Først")["telles_i_andre"], serde_json::json!([]));
    assert!(shown.contains("Sist: regnet uten sak-0, som telles i et annet delområde."), "{shown}");
    assert!(!shown.contains("regnet til 0 kr"), "it is not that the estimate was wrong: {shown}");
    // Asked for alone, there is no other area to count it in.
    let alone = &found(&["--område", "Teknisk"]).1["delområder"][0];
    assert_eq!((&alone["navn"], &alone["regnet"]), (&"Sist".into(), &"96000".into()));
    assert_eq!(alone["telles_i_andre"], serde_json::json!([]));
}

#[test]
fn who_takes_a_duty_is_not_known_where_a_case_that_may_is_not_read() {
    let folder = solvik();
    let find = |name: &str| {
        let saker =
            std::fs::read_dir(folder.path().join("saker")).unwrap().map(|entry| entry.unwrap().path());
        let mut all = saker.flat_map(|path| [path.join(name), path]);
        all.find(|path| path.ends_with(name) && path.is_file()).unwrap()
    };
    let path = find("barnevern-innen-fristen.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    let start = text.lines().find(|line| line.starts_with("oppstart:")).unwrap();
    std::fs::write(&path, text.replacen(start, "oppstart: 27", 1)).unwrap();
    let day = ["--dato", "2026-11-24"];
    let (shown, _, _) = run_in(folder.path(), &[&["overview", "--alt"], &day[..]].concat());
    assert!(shown.contains("ikke kjent") && !shown.contains("ingen sak tar det"), "{shown}");
    let json = run_in(folder.path(), &[&["overview", "--format", "json"], &day[..]].concat()).0;
    let found = validated(&json, &overview::schema());
    let duties = found["minimumskrav"].as_array().unwrap();
    let takers: Vec<bool> = duties.iter().map(|duty| duty["saker"].is_null()).collect();
    assert_eq!(takers.iter().filter(|unknown| **unknown).count(), 1, "{duties:?}");
    assert!(found["delområder"].is_array() && found["regnet"].is_string());
}

#[test]
fn the_areas_are_not_said_to_be_none_where_the_organisation_has_errors() {
    let folder = solvik();
    let path = folder.path().join("a3.yaml");
    let text = std::fs::read_to_string(&path).unwrap();
    std::fs::write(&path, text.replacen("metode: nnv", "metode: nvn", 1)).unwrap();
    let (shown, _, _) = run_in(folder.path(), &["overview", "--dato", "2026-11-24"]);
    assert!(shown.contains("Det er ikke kjent hvilke delområder det er"), "{shown}");
    assert!(!shown.contains("ingen delområder") && !shown.contains("ingen sak tar det"), "{shown}");
    let json = run_in(folder.path(), &["overview", "--format", "json", "--dato", "2026-11-24"]).0;
    let found = validated(&json, &overview::schema());
    for key in ["delområder", "regnet", "saker_utenfor", "kapasitet", "gevinster"] {
        assert!(found[key].is_null(), "{key}: {}", found[key]);
    }
    assert!(found["minimumskrav"].as_array().unwrap().iter().all(|duty| duty["saker"].is_null()));
    let (gains, _, _) = run_in(folder.path(), &["overview", "--gevinster", "--dato", "2026-11-24"]);
    assert!(!gains.contains("ingen gevinster"), "{gains}");
}

#[test]
fn a_person_is_named_by_the_start_of_a_word_and_not_by_the_inside_of_one() {
    let (shown, _, _) = run(&["next", "--alt", "--eier", "Anne"]);
    assert!(shown.contains("Anne Berg") && !shown.contains("Hanne Lie"), "{shown}");
    let (shown, _, _) = run(&["next", "--alt", "--eier", "lie"]);
    assert!(shown.contains("Hanne Lie"), "{shown}");
    let (people, _, _) = run(&["next", "--personer", "--eier", "anne"]);
    assert!(people.contains("Anne Berg") && !people.contains("Hanne Lie"), "{people}");
}

//! `a3 status --regnskap` as it is run: what is booked against the new budget, and files that are not as they should.

use super::contracts::validated;
use super::portfolio::{a3, here, write, write_bytes};
use super::sample::decimal;
use super::writing::solvik;
use a3::contract::status;
use a3::units::{Decimal, MONEY_DECIMALS, round};
use serde_json::Value;
use std::path::Path;

const FILE: &str = "regnskap/2027-08.csv";
const HEADING: &str = "ansvar;funksjon;art;periode;beløp";

fn run(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = a3(folder)
        .env("COLUMNS", "100")
        .arg("status")
        .args(arguments)
        .args(["--dato", "2027-09-15"])
        .output()
        .unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

/// The accounts as JSON, what is told beside them, and how it ends, where the file holds these bytes.
fn accounts(bytes: &[u8]) -> (Value, String, Option<i32>) {
    let folder = solvik();
    write_bytes(folder.path(), "r.csv", bytes);
    let (shown, told, code) = run(folder.path(), &["--regnskap", "r.csv", "--format", "json"]);
    (validated(&shown, &status::schema())["regnskap"].clone(), told, code)
}

fn rows(text: &str) -> (Value, String, Option<i32>) {
    accounts(format!("{HEADING}\n{text}").as_bytes())
}

fn row<'v>(of: &'v Value, unit: &str, art: &str) -> &'v Value {
    let rows = of["rader"].as_array().unwrap();
    rows.iter().find(|row| row["ansvar"] == unit && row["art"] == art).unwrap()
}

fn amount(of: &Value) -> Decimal {
    decimal(of.as_str().unwrap())
}

#[test]
fn the_answer_says_the_end_of_the_year_and_all_of_it_fits_one_screen() {
    let folder = here("examples/solvik");
    for (language, said) in [
        ("nb", "med rett linje blir året 89 066 850 kr, 957 332 kr mer enn det nye budsjettet for 2027."),
        ("nn", "med rett linje blir året 89 066 850 kr, 957 332 kr meir enn det nye budsjettet for 2027."),
        (
            "en",
            "on a straight line the year comes to NOK 89,066,850, NOK 957,332 more than the new budget for 2027.",
        ),
    ] {
        let (shown, told, code) = run(&folder, &["--regnskap", FILE, "--lang", language]);
        assert_eq!((told.as_str(), code), ("", Some(0)));
        assert!(shown.lines().count() <= 40, "{} lines:\n{shown}", shown.lines().count());
        assert!(shown.lines().all(|line| line.chars().count() <= 100), "{shown}");
        let first = shown.split("\n\n").nth(1).unwrap().replace(['\n', '\u{a0}'], " ");
        assert!(first.contains(said), "{first}");
    }
    let (all, _, _) = run(&folder, &["--regnskap", FILE, "--alt"]);
    for part in ["Gevinstbroen", "HULLET", "090", "Investering (kontoklasse 0) er ikke med: 2 linjer."] {
        assert!(all.contains(part), "{part}:\n{all}");
    }
}

#[test]
fn every_figure_of_solvik_foots() {
    let folder = here("examples/solvik");
    let (shown, _, _) = run(&folder, &["--regnskap", FILE, "--format", "json"]);
    let output = validated(&shown, &status::schema());
    let of = &output["regnskap"];
    assert_eq!(
        (&of["måneder"], &of["linjer"], &of["investering"], &of["uleste"]),
        (&8.into(), &794.into(), &2.into(), &0.into())
    );
    let rows = of["rader"].as_array().unwrap();
    let units = of["ansvar"].as_array().unwrap();
    for key in ["nytt_budsjett", "bokført", "hele_året", "avvik"] {
        let sum = |all: &[Value]| all.iter().map(|row| amount(&row[key])).sum::<Decimal>();
        assert_eq!(sum(rows), amount(&of["sum"][key]), "{key}");
        assert_eq!(sum(units), amount(&of["sum"][key]), "{key}");
    }
    let used: u64 = rows.iter().map(|row| row["linjer"].as_u64().unwrap()).sum();
    assert_eq!(of["brukt"], used);
    for row in rows {
        let line = amount(&row["bokført"]) * Decimal::from(12) / Decimal::from(8);
        assert_eq!(round(line, MONEY_DECIMALS), amount(&row["hele_året"]), "{row}");
        assert_eq!(amount(&row["hele_året"]) - amount(&row["nytt_budsjett"]), amount(&row["avvik"]), "{row}");
    }
    let holes = units.iter().map(|unit| amount(&unit["hull"])).sum::<Decimal>();
    assert_eq!(holes, amount(&output["bro"]["hull"]));
    let (sheet, _, _) = run(&folder, &["--regnskap", FILE, "--format", "csv"]);
    let booked = sheet.lines().skip(1).map(|line| line.split(';').nth(4).unwrap());
    let booked: Decimal = booked.filter(|cell| !cell.is_empty()).map(decimal).sum();
    assert_eq!(booked, amount(&of["sum"]["bokført"]));
}

#[test]
fn the_new_budget_holds_what_is_decided_whatever_cases_are_asked_about() {
    let folder = here("examples/solvik");
    let of = |arguments: &[&str]| {
        let arguments = [arguments, &["--regnskap", FILE, "--format", "json"]].concat();
        serde_json::from_str::<Value>(&run(&folder, &arguments).0).unwrap()["regnskap"].clone()
    };
    let (all, part) = (of(&[]), of(&["saker/roboter-i-lonn-og-regnskap.yaml"]));
    assert!(part["rader"].as_array().unwrap().len() < all["rader"].as_array().unwrap().len());
    for row_of_part in part["rader"].as_array().unwrap() {
        let unit = row_of_part["ansvar"].as_str().unwrap();
        assert_eq!(row_of_part, row(&all, unit, row_of_part["art"].as_str().unwrap()));
    }
    // Today's line is 10 332 392; a case that is decided and not innarbeidet takes 0.4 årsverk of it.
    assert!(amount(&row(&all, "1200", "010")["nytt_budsjett"]) < decimal("10332392"));
}

#[test]
fn what_no_case_touches_and_investment_are_in_no_sum() {
    let (of, _, code) = accounts(
        b"ansvar;funksjon;art;periode;bel\xc3\xb8p;kontoklasse\n1200;120;010;6;600;1\n1200;120;010;03;300;\n\
          1200;120;100;12;7;1\n1200;120;010;6;9999;0\n9999;120;010;1;5;1\n",
    );
    assert_eq!(code, Some(0));
    assert_eq!((&of["linjer"], &of["brukt"], &of["investering"]), (&5.into(), &2.into(), &1.into()));
    assert_eq!((&of["måneder"], &of["sum"]["bokført"]), (&12.into(), &"900".into()));
    assert_eq!(row(&of, "1200", "010")["hele_året"], "900");
    assert!(of["rader"].as_array().unwrap().iter().all(|row| row["ansvar"] != "9999" && row["art"] != "100"));
}

#[test]
fn a_month_ahead_with_nothing_booked_does_not_count() {
    let (of, _, _) = rows("1200;120;010;8;800\n1200;120;010;12;0\n");
    assert_eq!((&of["måneder"], &of["sum"]["hele_året"]), (&8.into(), &"1200".into()));
}

#[test]
fn a_line_without_a_month_is_told_and_what_it_says_to_write_mends_it() {
    let good = rows("1200;120;010;8;100\n1200;120;090;8;50\n1300;120;195;8;7\n").0;
    for (wrong, said) in [
        ("", "Linja har ikke periode"),
        ("13", "Periode «13» er ikke en måned"),
        ("00", "Periode «00» er ikke en måned"),
        ("august", "Periode «august» er ikke en måned"),
        ("2027-08-31", "Periode «2027-08-31» er ikke en måned"),
        ("202608", "Periode «202608» er ikke i budsjettåret 2027"),
    ] {
        let text = format!("1200;120;010;{wrong};100\n1200;120;090;8;50\n1300;120;195;8;7\n");
        let (of, told, code) = rows(&text);
        assert_eq!((code, &of["uleste"]), (Some(1), &1.into()), "{wrong}");
        assert!(told.contains(said) && told.contains("r.csv:2:"), "{wrong}: {told}");
        assert!(told.contains("det som er ført") && !told.contains("dagens budsjett"), "{told}");
        let finding = &of["funn"][0];
        let how = finding["slik"].as_str().unwrap();
        assert!(how.contains("2027-08") || how.contains("regnskapet for 2027 alene"), "{how}");
        // Null wherever the line would have counted, and nowhere else.
        assert_eq!(row(&of, "1200", "010")["bokført"], Value::Null, "{wrong}");
        assert_eq!(row(&of, "1200", "090")["bokført"], "50", "{wrong}");
        assert_eq!((&of["sum"]["bokført"], &of["sum"]["avvik"]), (&Value::Null, &Value::Null));
    }
    for written in ["8", "08", "008", "2027-08", "202708", "08.2027"] {
        let text = format!("1200;120;010;{written};100\n1200;120;090;8;50\n1300;120;195;8;7\n");
        assert_eq!(rows(&text), (good.clone(), String::new(), Some(0)), "{written}");
    }
}

#[test]
fn lines_of_another_year_are_told_together() {
    let text: String = (1..=200).map(|_| "2026;1200;120;010;8;100\n").collect();
    let text = format!("år;{HEADING}\n{text}2027;1200;120;010;8;5\n");
    let (of, told, code) = accounts(text.as_bytes());
    assert_eq!((code, of["funn"].as_array().unwrap().len(), &of["uleste"]), (Some(1), 1, &200.into()));
    assert!(told.contains("«2026» er ikke budsjettåret 2027, på denne linja og 199 til"), "{told}");
}

#[test]
fn accounts_without_months_or_that_cannot_be_read_are_named_and_end_with_two() {
    for (bytes, said) in [
        (&b"ansvar;funksjon;art;bel\xc3\xb8p\n1200;120;010;5\n"[..], "kolonnen «periode»"),
        (b"ansvar;funksjon;art;periode;2026\n1200;120;010;8;5\n", "men budsjettåret er 2027"),
        (b"1200;120;010;5\n", "ingen overskrift"),
        (b"", "Fila er tom"),
        (b"ansvar;funksjon;art;periode;bel\xc3\xb8p\n", "ingen linjer"),
        (b"\xff\xfea\0n\0s\0v\0", "UTF-16"),
        (b"ansvar;funksjon;art;periode;bel\xc3\xb8p\n1200;120;010;13;5\n", "ikke en måned"),
    ] {
        let (of, told, code) = accounts(bytes);
        assert_eq!(code, Some(2), "{said}: {told}");
        assert!(told.contains(said) && told.contains("r.csv"), "{said}: {told}");
        assert!(!told.contains("dagens budsjett") && !told.contains("Ta ut budsjettet"), "{told}");
        assert!(of["sum"]["bokført"].is_null(), "{said}: {of}");
    }
    let folder = solvik();
    write(folder.path(), "r.csv", "ansvar;funksjon;art;beløp\n");
    let (shown, _, _) = run(folder.path(), &["--regnskap", "r.csv"]);
    assert!(shown.replace('\n', " ").contains("Regnskapet r.csv kan ikke leses"), "{shown}");
    let outside = tempfile::tempdir().unwrap();
    write(outside.path(), "r.csv", HEADING);
    let outside = outside.path().join("r.csv");
    for (file, said) in [
        ("borte.csv", "Finner ikke «borte.csv». Sjekk stien til fila med regnskapet."),
        ("saker", "ikke en vanlig fil"),
        (outside.to_str().unwrap(), "ligger utenfor mappa med a3.yaml"),
    ] {
        let (shown, told, code) = run(folder.path(), &["--regnskap", file]);
        assert_eq!((shown.as_str(), code), ("", Some(2)), "{file}");
        assert!(told.contains(said), "{file}: {told}");
    }
}

#[test]
fn accounts_are_read_as_exports_are_written() {
    let plain = rows("1200;120;010;8;1250000\n").0;
    let total = |bytes: &[u8]| {
        let (of, _, code) = accounts(bytes);
        assert_eq!(code, Some(0));
        of["sum"].clone()
    };
    for bytes in [
        &b"ansvar,funksjon,art,periode,bel\xf8p\n1200,120,010,202708,1250000\n"[..],
        b"Ansvar\tFunksjon\tArt\tPeriode\tBel\xc3\xb8p (1000 kr)\n1200\t120\t0100\t8\t1 250\n",
        b"\xef\xbb\xbfHittil i \xc3\xa5r\r\n\r\nperiode;ansvar;funksjon;art;bel\xc3\xb8p\r\n08;1200;120;010;\"1 250 000,00\"\r\n",
        b"ansvar;funksjon;art;periode;2027\n1200;120;010;8;1250000\nSum;;;;1250000\n",
    ] {
        assert_eq!(total(bytes), plain["sum"], "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn what_the_accounts_say_is_never_believed() {
    let many: String = (0..20_000).map(|line| format!("{line};120;010;{line};{line}\n")).collect();
    for bytes in [
        vec![0; 4096],
        b"\x1b[2J;\x1b]0;x\x07\n".to_vec(),
        format!("{HEADING}\n\u{1b}[31m1200;120;010;\u{202e}8;5\n").into_bytes(),
        format!("{HEADING}\n1200;120;010;8;{}\n", "9".repeat(60)).into_bytes(),
        format!("{HEADING}\n{}", "1200;120;010;8;999999999999999\n".repeat(1000)).into_bytes(),
        format!("{HEADING}\n\"1200;120;010;8;5\n").into_bytes(),
        format!("{HEADING};periode\n1200;120;010;8;5;9\n").into_bytes(),
        format!("{HEADING}\n{many}").into_bytes(),
    ] {
        let (_, told, code) = accounts(&bytes);
        assert!(matches!(code, Some(0..=2)), "{code:?}: {told}");
        assert!(!told.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{told:?}");
    }
}

#[test]
fn the_accounts_are_never_written_over() {
    let folder = solvik();
    let before = std::fs::read(folder.path().join(FILE)).unwrap();
    let (_, told, code) =
        run(folder.path(), &["--regnskap", FILE, "--format", "csv", "-o", "regnskap/2027-08.csv"]);
    assert_eq!(code, Some(2));
    assert!(told.contains("blir ikke skrevet over"), "{told}");
    assert_eq!(std::fs::read(folder.path().join(FILE)).unwrap(), before);
}

#[test]
fn without_a_budget_file_what_is_booked_is_shown_and_the_new_budget_is_unknown() {
    let folder = solvik();
    let text = std::fs::read_to_string(folder.path().join("a3.yaml")).unwrap();
    write(folder.path(), "a3.yaml", &text.replace("budsjett: budsjett/2027.csv\n", ""));
    let (shown, _, code) = run(folder.path(), &["--regnskap", FILE, "--format", "json"]);
    let of = &validated(&shown, &status::schema())["regnskap"];
    assert_eq!(code, Some(0));
    assert_eq!((&of["sum"]["nytt_budsjett"], &of["sum"]["avvik"]), (&Value::Null, &Value::Null));
    assert!(amount(&of["sum"]["bokført"]) > Decimal::ZERO);
    let (shown, _, _) = run(folder.path(), &["--regnskap", FILE]);
    assert!(shown.replace('\n', " ").contains("Det nye budsjettet for 2027 er ukjent."), "{shown}");
}

#[test]
fn a_month_that_is_not_over_is_said() {
    let output = |day: &str| {
        let folder = here("examples/solvik");
        let output = a3(&folder).args(["status", "--regnskap", FILE, "--dato", day]).output().unwrap();
        String::from_utf8(output.stdout).unwrap().replace('\n', " ")
    };
    assert!(output("2027-08-31").contains("Måned 8 er ikke over ennå"));
    assert!(!output("2027-09-01").contains("er ikke over ennå"));
}

/// A sak of Solvik as it stands, with some of its text changed.
fn changed(folder: &Path, path: &str, changes: &[(&str, &str)]) {
    let mut text = std::fs::read_to_string(folder.join(path)).unwrap();
    for (from, to) in changes {
        assert!(text.contains(from), "{path}: {from}");
        text = text.replace(from, to);
    }
    write(folder, path, &text);
}

const ROBOTS: &str = "saker/roboter-i-lonn-og-regnskap.yaml";

#[test]
fn the_wages_that_a_new_practice_puts_in_are_among_what_a_case_touches() {
    let folder = solvik();
    let positions =
        "bemanning:\n      - stilling: rådgiver\n        årsverk: 4,1\n        funksjon: 120\n    andre:";
    changed(folder.path(), ROBOTS, &[("andre:", positions)]);
    let (shown, _, _) = run(folder.path(), &["--regnskap", FILE, "--format", "json"]);
    let of = &validated(&shown, &status::schema())["regnskap"];
    let new_budget: Vec<Decimal> =
        ["010", "090", "099"].map(|art| amount(&row(of, "1300", art)["nytt_budsjett"])).into();
    // 4.1 × 948 000 of rådgiver, and nothing else on funksjon 120 of them.
    assert_eq!(new_budget.iter().sum::<Decimal>(), decimal("3886800"));
}

#[test]
fn a_decided_case_that_is_not_in_the_new_budget_is_named_whatever_cases_are_asked_about() {
    for change in [("levetid: 6 år\n", ""), ("tittel: Roboter", "tittel: [\ntittel: Roboter")] {
        let folder = solvik();
        changed(folder.path(), ROBOTS, &[change]);
        for asked in [&[][..], &["saker/teknisk/energisparing-i-bygg.yaml"]] {
            let arguments = [asked, &["--regnskap", FILE]].concat();
            let (shown, _, _) = run(folder.path(), &arguments);
            let said = shown.replace('\n', " ");
            assert!(said.contains("men uten roboter-i-lonn-og-regnskap, som ikke er regnet ut"), "{said}");
            let (shown, _, _) = run(folder.path(), &[&arguments[..], &["--format", "json"]].concat());
            let of = &validated(&shown, &status::schema())["regnskap"];
            assert_eq!(of["utelatt"][0]["id"], "roboter-i-lonn-og-regnskap");
            assert_ne!(of["utelatt"][0]["grunn"], "");
        }
    }
}

#[test]
fn accounts_that_nobody_is_followed_by_are_told_of() {
    let folder = solvik();
    let case = "saker/kommuneadvokat.yaml";
    let (shown, _, _) = run(folder.path(), &[case, "--regnskap", FILE]);
    assert!(shown.contains("Regnskapet er ikke holdt mot noe, for ingen saker følges."), "{shown}");
    write(folder.path(), "r.csv", "");
    let (shown, _, code) = run(folder.path(), &[case, "--regnskap", "r.csv"]);
    assert!(shown.contains("Regnskapet r.csv kan ikke leses"), "{shown}");
    assert_eq!(code, Some(2));
}

#[test]
fn what_the_accounts_say_of_person_years_is_not_read() {
    let text =
        format!("{HEADING};årsverk\n1200;120;010;8;5;-1\n1200;120;010;8;6;ti\n1200;120;010;8;7;1.200\n");
    let (of, told, code) = accounts(text.as_bytes());
    assert_eq!((told.as_str(), code), ("", Some(0)));
    assert_eq!((&of["linjer"], &of["sum"]["bokført"]), (&3.into(), &"18".into()));
}

#[test]
fn a_line_of_the_balance_sheet_is_told_to_be_taken_out_and_not_to_be_written_as_drift() {
    let (of, told, code) =
        accounts(format!("{HEADING};kontoklasse\n1200;120;010;8;5;2\n1200;120;010;8;5;1\n").as_bytes());
    assert_eq!((code, &of["uleste"]), (Some(1), &1.into()));
    assert!(told.contains("Kontoklasse «2» er verken drift eller investering"), "{told}");
    assert!(of["funn"][0]["slik"].as_str().unwrap().contains("Er linja fra balansen, ta den ut av fila."));
}

#[test]
fn what_keeps_the_accounts_from_being_held_is_listed_as_unread() {
    let folder = solvik();
    let unread = |file: &str| {
        let (shown, _, code) = run(folder.path(), &["--regnskap", file, "--format", "json"]);
        let output = validated(&shown, &status::schema());
        let all = output["ulest"].as_array().unwrap();
        let named: Vec<String> =
            all.iter().map(|one| format!("{}: {}", one["fil"], one["grunn"]).replace('"', "")).collect();
        (named, code)
    };
    assert_eq!(unread(FILE), (vec![], Some(0)));
    write(folder.path(), "r.csv", "ansvar;funksjon;art;beløp\n");
    assert_eq!(unread("r.csv"), (vec!["r.csv: Overskriften mangler kolonnen «periode»".to_owned()], Some(2)));
    std::fs::remove_file(folder.path().join("budsjett/2027.csv")).unwrap();
    let (named, code) = unread(FILE);
    assert_eq!((named.len(), code), (1, Some(2)));
    assert!(named[0].contains("budsjett/2027.csv: budsjettfila finnes ikke"), "{named:?}");
}

#[test]
fn an_ansvar_is_the_same_however_its_letters_are_spelled() {
    let folder = solvik();
    changed(folder.path(), ROBOTS, &[("ansvar: 1200", "ansvar: Å12")]);
    changed(folder.path(), "budsjett/2027.csv", &[("\n1200;", "\nA\u{30a}12;")]);
    write(folder.path(), "r.csv", &format!("{HEADING}\nA\u{30a}12;120;010;8;800\n"));
    let (shown, _, _) = run(folder.path(), &["--regnskap", "r.csv", "--format", "json"]);
    let of = &validated(&shown, &status::schema())["regnskap"];
    let row = row(of, "Å12", "010");
    assert_eq!((&row["bokført"], &row["ansvarsnavn"]), (&"800".into(), &"Økonomi og lønn".into()));
    assert!(amount(&row["nytt_budsjett"]) > decimal("10000000"), "today's budget is found too: {row}");
}

#[test]
fn what_two_new_practices_say_of_one_ansvar_makes_its_new_budget_unknown() {
    let folder = solvik();
    let robots = std::fs::read_to_string(folder.path().join(ROBOTS)).unwrap();
    write(folder.path(), "saker/roboter-til.yaml", &robots);
    let (shown, _, _) = run(folder.path(), &["--regnskap", FILE, "--format", "json"]);
    let of = &validated(&shown, &status::schema())["regnskap"];
    assert_eq!(row(of, "1200", "010")["nytt_budsjett"], Value::Null);
    assert!(amount(&row(of, "1200", "010")["bokført"]) > Decimal::ZERO);
    assert!(amount(&row(of, "5200", "180")["nytt_budsjett"]) > Decimal::ZERO);
    let (shown, _, _) = run(folder.path(), &["--regnskap", FILE]);
    let said = "På ansvar 1200 og 1300 står det tomt, for flere ny_praksis gjelder det samme: a3 check viser hvilke.";
    assert!(shown.replace('\n', " ").contains(said), "{shown}");
    assert!(!shown.contains("dagens budsjett ukjent") && shown.lines().count() <= 40, "{shown}");
    let check = a3(folder.path()).args(["check", "--alt", "--dato", "2027-09-15"]).output().unwrap();
    assert!(String::from_utf8_lossy(&check.stdout).contains("samme-ny-praksis"), "it says which");
}

#[test]
fn one_line_is_one_line() {
    let folder = solvik();
    write(
        folder.path(),
        "r.csv",
        &format!("{HEADING};kontoklasse\n1200;120;010;8;5;0\n1200;120;010;x;5;1\n1200;120;010;8;5;1\n"),
    );
    let (shown, _, _) = run(folder.path(), &["--regnskap", "r.csv"]);
    let said = shown.replace('\n', " ");
    for one in
        ["Investering (kontoklasse 0) er ikke med: én linje.", "Kunne ikke leses, og er ikke med: én linje."]
    {
        assert!(said.contains(one), "{said}");
    }
}

#[test]
fn a_name_is_on_one_line_where_there_is_room_for_it() {
    let (shown, _, _) = run(&here("examples/solvik"), &["--regnskap", FILE]);
    assert!(shown.contains(" 3220 Hjemmetjenesten vest  "), "{shown}");
}

//! What a3 says of a case from its preparation to its follow-up, followed to the end: what it tells people to write gives
//! the figures they meant, and what it says of a case is so.

use super::portfolio::{a3, write};
use std::fs::read_to_string;
use std::path::Path;

const ORGANISATION: &str = "a3: 1
virksomhet: V
budsjettår: 2027
områder: [T]
stillinger: {R: {årslønn: 500 000 kr}}
budsjett: b.csv
";

const BUDGET: &str = "ansvar;funksjon;art;beløp;årsverk
3100;130;010;12500000;24
3100;130;090;1700000;
3100;130;099;3900000;
3100;130;120;650000;
";

/// Two gains on one unit, of which one has no line yet.
const CASE: &str = "a3: 1
tittel: S
område: T
eier: L
fase: prioritering
nåsituasjon: Vi vasker alt.
ønsket_situasjon: Vi vasker det som er brukt.
minimumskrav: ingen
gap: [{navn: rom, nå: 40 %, ønsket: 5 %, kilde: K}]
alternativer: [{navn: Som nå, vurdering: Nei}, {navn: Nytt, vurdering: Ja, valgt: ja}]
forutsetninger:
  tid: {lav: 1 årsverk, verdi: 2 årsverk, høy: 3 årsverk, kilde: K}
gevinster:
  - {navn: Tid, type: spart tid, beregning: tid, stilling: R, tas_ut: 100 %, eier: L, budsjettpost: {ansvar: 3100, funksjon: 130, art: 010}}
  - {navn: Kjemi, type: unngåtte kostnader, beregning: 60 000 kr/år, kilde: K, eier: L}
kostnader: ingen
oppstart: 2027
levetid: 8 år
kapasitet: ingen
risiko: ingen
beslutter: Kommunestyret
";

/// A decided case of one gain that the budget holds, from this year on.
const FOLLOWED: &str = "a3: 1
tittel: T
område: T
eier: L
fase: gjennomføring
oppstart: 2027
levetid: 8 år
gevinster:
  - {navn: Kjemi, type: unngåtte kostnader, anslag: 60 000 kr/år, kilde: K}
målinger:
  - navn: Vasking
    gevinst: Kjemi
    nullpunkt: {dato: 2026-09-30, verdi: 140 timer/uke}
    mål: {dato: 2028-12-31, verdi: 60 timer/uke}
vedtak:
  - {dato: 2026-12-10, organ: K, beslutning: vedtatt, innarbeidet: ja}
";

fn folder(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "b.csv", BUDGET);
    write(folder.path(), "saker/s.yaml", case);
    folder
}

/// All a command says on a day, on one line.
fn says(folder: &Path, day: &str, arguments: &[&str]) -> String {
    said(folder, &[arguments, &["--dato", day]].concat())
}

/// The same on the day it says itself.
fn said(folder: &Path, arguments: &[&str]) -> String {
    let output = a3(folder).env("COLUMNS", "100").args(arguments).output().unwrap();
    let all = [output.stdout, output.stderr].concat();
    let all = String::from_utf8(all).unwrap();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_november(folder: &Path, arguments: &[&str]) -> String {
    says(folder, "2026-11-30", arguments)
}

/// The sheet of a case, without its marks.
fn sheet(folder: &Path, day: &str, arguments: &[&str]) -> String {
    let said = says(folder, day, &[&["report"], arguments, &["-o", "ark.html"]].concat());
    let html = read_to_string(folder.join("ark.html")).unwrap_or_else(|_| panic!("{said}"));
    let text: String =
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn what_advance_tells_people_to_do_gives_the_budget_of_a_case_that_was_whole_at_once() {
    let whole = CASE.replace(
        "kilde: K, eier: L}\nkost",
        "kilde: K, eier: L, budsjettpost: {ansvar: 3100, funksjon: 130, art: 120}}\nkost",
    );
    let (whole, begun) = (folder(&whole), folder(CASE));
    let path = begun.path().join("saker/s.yaml");
    let again = ["advance", "s", "--til", "forberedelse"];
    in_november(whole.path(), &["advance", "s"]);
    let told = in_november(begun.path(), &["advance", "s"]);
    assert!(told.contains("Skriv da: a3 advance s --til forberedelse"), "{told}");
    assert!(!read_to_string(&path).unwrap().contains("ny_praksis"), "a line of it may still change");
    let too_soon = in_november(begun.path(), &again);
    assert!(too_soon.contains("«ny_praksis» regnes ut når «budsjettpost» er fylt inn"), "{too_soon}");
    let filled: Vec<String> =
        read_to_string(&path)
            .unwrap()
            .lines()
            .map(|line| {
                if line.contains("art: …") { line.replace("art: …", "art: 120") } else { line.to_owned() }
            })
            .collect();
    std::fs::write(&path, filled.join("\n")).unwrap();
    let told = in_november(begun.path(), &again);
    assert!(told.contains("ny_praksis 1 rad, ferdig fylt inn"), "{told}");
    let budget = |folder: &Path| in_november(folder, &["budget", "--format", "json"]);
    let [from_whole, from_begun] = [whole.path(), begun.path()].map(budget);
    assert!(from_whole.contains("590000"), "{from_whole}");
    assert_eq!(from_begun, from_whole);
}

#[test]
fn the_new_practice_that_advance_writes_changes_no_year_of_the_budget() {
    let on = |art: &str| format!("budsjettpost: {{ansvar: 3100, funksjon: 130, art: {art}}}");
    let whole = CASE
        .replace("kilde: K, eier: L}\nkostnader", &format!("kilde: K, eier: L, {}}}\nkostnader", on("120")));
    let training = format!(
        "kostnader: [{{navn: Kurs, type: omstilling, beløp: 250 000 kr, kilde: K, {}}}]\n",
        on("150")
    );
    let once = whole.replace("kostnader: ingen\n", &training);
    let growing = whole.replace("beregning: 60 000 kr/år", "anslag: [10 000 kr, 20 000 kr, 60 000 kr]");
    let too_little =
        whole.replace("{lav: 1 årsverk, verdi: 2 årsverk, høy: 3 årsverk", "{verdi: 0,1 årsverk");
    for (case, from) in [(&whole, 1), (&once, 2), (&growing, 3), (&too_little, 1)] {
        let folder = folder(case);
        let changes = || {
            let budget = in_november(folder.path(), &["budget", "--saker", "s", "--format", "json"]);
            let mut told = serde_json::Deserializer::from_str(&budget).into_iter::<serde_json::Value>();
            let budget = told.next().unwrap().unwrap();
            let rows = budget["rader"].as_array().unwrap().clone();
            rows.into_iter()
                .map(|row| [&row["år"], &row["art"], &row["nytt"]].map(ToString::to_string))
                .collect::<Vec<_>>()
        };
        let before = changes();
        in_november(folder.path(), &["advance", "s"]);
        let text = read_to_string(folder.path().join("saker/s.yaml")).unwrap();
        assert!(text.contains(&format!("  - ansvar: 3100\n    fra: år {from}\n")), "{text}");
        assert_eq!(changes(), before, "{text}");
    }
}

#[test]
fn a_cost_that_is_on_no_line_holds_the_new_practice_back_too() {
    let cost = "kostnader:\n  - {navn: Lisens, type: drift, beløp: 20 000 kr/år, kilde: K}\n";
    let line = "eier: L, budsjettpost: {ansvar: 3100, funksjon: 130, art: 120}}\nkost";
    let folder = folder(&CASE.replace("eier: L}\nkost", line).replace("kostnader: ingen\n", cost));
    in_november(folder.path(), &["advance", "s"]);
    assert!(!read_to_string(folder.path().join("saker/s.yaml")).unwrap().contains("ny_praksis"));
}

#[test]
fn a_case_that_cannot_be_calculated_is_not_said_to_lack_nothing() {
    let folder = folder(CASE);
    in_november(folder.path(), &["advance", "s"]);
    let path = folder.path().join("saker/s.yaml");
    let text = read_to_string(&path).unwrap().replace("verdi: 2 årsverk", "verdi: 2 årsverk/år");
    std::fs::write(&path, text).unwrap();
    let said = in_november(folder.path(), &["advance", "s", "--til", "forberedelse"]);
    assert!(said.contains("s kan ikke regnes ut") && said.contains("1 feil, i linje 1"), "{said}");
    assert!(!said.contains("har alle feltene"), "{said}");
}

#[test]
fn what_is_missing_is_named_once() {
    let open = "kapasitet:\n  - …\n  - …\nrisiko:\n  - {hva: …, sannsynlighet: …}\n";
    let folder = folder(&CASE.replace("kapasitet: ingen\nrisiko: ingen\n", open));
    let said = in_november(folder.path(), &["check"]);
    let title = said.split("Saken mangler").nth(1).unwrap().split("for å være").next().unwrap();
    assert_eq!(title.matches("«kapasitet»").count(), 1, "{title}");
    let text = read_to_string(folder.path().join("saker/s.yaml")).unwrap();
    write(folder.path(), "saker/s.yaml", &text.replace("fase: prioritering", "fase: forberedelse"));
    let said = in_november(folder.path(), &["check"]);
    let title = said.split("Saken mangler").nth(2).unwrap().split("for å være").next().unwrap();
    assert_eq!(title.matches("«ny_praksis»").count(), 1, "{title}");
}

#[test]
fn a_line_of_the_new_practice_is_told_with_its_account_on_the_sheet() {
    let practice = "ny_praksis: [{ansvar: 3100, fra: år 1, andre: [{art: 120, funksjon: 130, beløp: 590 000 kr, navn: Kjemikalier}, {art: 195, funksjon: 130, beløp: 1 kr}]}]\n";
    let folder = folder(&format!("{CASE}{practice}"));
    let sheet = sheet(folder.path(), "2026-11-30", &["s"]);
    assert!(
        sheet.contains("Kjemikalier (art 120, funksjon 130): 590 000 kr; art 195, funksjon 130: 1 kr"),
        "{sheet}"
    );
}

#[test]
fn what_is_deducted_has_not_come_where_it_is_too_early_to_say() {
    let folder = folder(FOLLOWED);
    let status = |day: &str| says(folder.path(), day, &["status"]);
    let early = status("2027-02-01");
    let wanted = "60 000 kr er trukket fra budsjettet for 2027. Det er for tidlig å si om det kommer.";
    assert!(early.contains(wanted), "{early}");
    write(
        folder.path(),
        "saker/s.yaml",
        &FOLLOWED.replace(
            "140 timer/uke}",
            "140 timer/uke}\n    målt: [{dato: 2027-01-20, verdi: 100 timer/uke}]",
        ),
    );
    let half = status("2027-02-01");
    assert!(half.contains("30 000 kr har kommet, og det er for tidlig å si om resten kommer."), "{half}");
    write(
        folder.path(),
        "saker/s.yaml",
        &FOLLOWED
            .replace("140 timer/uke}", "140 timer/uke}\n    målt: [{dato: 2027-01-20, verdi: 60 timer/uke}]"),
    );
    let all = status("2027-02-01");
    assert!(all.contains("Alt som er trukket fra budsjettet for 2027, har kommet."), "{all}");
}

#[test]
fn a_promise_of_the_whole_case_is_said_to_be_divided_where_it_has_changed() {
    let promise = "vedtatt, innarbeidet: ja, lovet: {budsjettår: 2027, budsjett: [200 000 kr, 200 000 kr, 200 000 kr, 200 000 kr], gevinster: 200 000 kr}";
    let gain = |name: &str, amount: &str| {
        format!("  - {{navn: {name}, type: unngåtte kostnader, anslag: {amount} kr/år, kilde: K}}\n")
    };
    let of = |amount: &str| {
        let gains = ["Kjemi", "Vann"]
            .map(|name| gain(name, if name == "Kjemi" { amount } else { "100 000" }))
            .concat();
        let text =
            FOLLOWED.replace(&gain("Kjemi", "60 000"), &gains).replace("vedtatt, innarbeidet: ja", promise);
        assert!(text.contains("Vann") && text.contains("lovet"), "{text}");
        folder(&text)
    };
    let (same, changed) = (of("100 000"), of("300 000"));
    let said = "Lovet er lagret for hele saken, og her fordelt på gevinstene etter dagens tall.";
    for more in [&["status"][..], &["status", "--alt"], &["status", "--format", "markdown"]] {
        let [same, changed] = [&same, &changed].map(|of| says(of.path(), "2027-02-01", more));
        assert!(changed.contains(said) && !same.contains(said), "{more:?}: {changed}");
    }
    let [same, changed] = [&same, &changed].map(|of| sheet(of.path(), "2027-02-01", &["s"]));
    assert!(changed.contains(said) && !same.contains(said), "{changed}");
}

#[test]
fn a_sheet_says_which_years_are_not_in_its_value() {
    let folder = folder(&FOLLOWED.replace("oppstart: 2027", "oppstart: 2025"));
    let sheet = sheet(folder.path(), "2027-02-01", &["s"]);
    assert!(sheet.contains("for samfunnet, uten årene før 2027"), "{sheet}");
}

#[test]
fn a_value_of_another_period_is_told_so() {
    let folder = folder(FOLLOWED);
    let measure =
        |value: &str| said(folder.path(), &["measure", "s", "vasking", value, "--i-dag", "2027-02-01"]);
    let month = measure("400 timer/måned");
    let wanted = "«Vasking» måles i timer/uke, og 400 timer/måned er for en annen periode. Skriv verdien i timer/uke. Ingenting er skrevet.";
    assert!(month.contains(wanted), "{month}");
    let sum = measure("400 timer");
    assert!(sum.contains("og 400 timer er uten periode. Skriv verdien i timer/uke."), "{sum}");
    assert!(measure("400 kr").contains("og 400 kr er penger."));
    let doubled = measure("600'");
    assert_eq!(doubled.matches("kan ikke leses").count(), 1, "{doubled}");
    assert_eq!(measure("mye").matches("mye").count(), 1);
}

#[test]
fn the_lock_of_a_case_that_is_decided_is_not_asked_for_a_new_year() {
    let lock = "prioritering: {låst: {s: {valg: inn, oppstart: 2027, begrunnelse: Vedtatt}}}\n";
    let roll = |case: &str| {
        let folder = folder(case);
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{lock}"));
        in_november(folder.path(), &["roll", "2028", "--vis"])
    };
    assert!(roll(CASE).contains("Låst oppstart er passert: s (2027)"), "{}", roll(CASE));
    let decided = FOLLOWED.replace("2026-12-10", "2026-11-10");
    assert!(!roll(&decided).contains("Låst oppstart"), "{}", roll(&decided));
}

#[test]
fn explain_of_a_case_names_no_measure_of_another() {
    let folder = folder(FOLLOWED);
    let said = in_november(folder.path(), &["explain", "s"]);
    assert!(
        said.contains("a3 status --siden") && !said.contains("brev per uke") && !said.contains("\"kurs\""),
        "{said}"
    );
    assert!(said.contains("a3 check sier fra når det er slik: mangler-i-gjennomføring"), "{said}");
}

#[test]
fn one_case_is_one_case_on_the_whole_sheet() {
    let folder = folder(CASE);
    let sheet = sheet(folder.path(), "2026-11-30", &["--hele"]);
    assert!(sheet.contains("1 sak") && !sheet.contains("1 saker"), "{sheet}");
}

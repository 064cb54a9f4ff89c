//! The commands that write in the files, run as people run them: one place changes, and what does not fit changes
//! nothing.

use super::portfolio::{a3, here, write};
use serde_json::Value;
use std::fs::read_to_string;
use std::path::Path;

const TODAY: [&str; 2] = ["--i-dag", "2026-11-24"];
const CASE: &str = "saker/helse/elektronisk-medisineringsstotte.yaml";

/// Solvik in a folder of its own.
pub(crate) fn solvik() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy(&here("examples/solvik"), folder.path());
    folder
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, to) = {
            let entry = entry.unwrap();
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() { copy(&path, &to) } else { std::fs::copy(&path, &to).map(|_| ()).unwrap() }
    }
}

/// What a command says on stdout, or on stderr where it ends with 2.
pub(super) fn said(folder: &Path, code: i32, arguments: &[&str]) -> String {
    let output = a3(folder).args(arguments).output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap().replace('\u{a0}', " ");
    assert_eq!(
        output.status.code(),
        Some(code),
        "{arguments:?}: {}{}",
        text(&output.stdout),
        text(&output.stderr)
    );
    if code == 2 { text(&output.stderr) } else { text(&output.stdout) }
}

/// A case of three readings, decided and deducted.
const MEASURED: &str = "a3: 1
tittel: Færre brev
område: Stab
eier: Lars Linjeleder
fase: gjennomføring
gevinster:
  - {navn: Mindre tid, type: spart tid, anslag: 1 000 timer/år, stilling: helsefagarbeider, tas_ut: 100 %}
oppstart: 2026
levetid: 6 år
beslutter: Kommunestyret
plan:
  - {hva: Kurs, frist: 2027-01-15}   # for alle
  - Signere avtalen med leverandøren
  - hva: Signere planen
    frist: 2026-02-01
    status: ferdig
målinger:
  - navn: Brev per uke   # telles på fredag
    gevinst: Mindre tid
    nullpunkt: {dato: 2025-11-30, verdi: 700 brev/uke}
    mål: {dato: 2027-11-30, verdi: 200 brev/uke}
    målt:
      - {dato: 2026-03-31, verdi: 650 brev/uke}   # etter påske
  - navn: Brev i alt
    nullpunkt: {dato: 2025-11-30, verdi: 9 000 brev}
vedtak: [{dato: 2025-10-23, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}]
";

const ORGANISATION: &str = "a3: 1
virksomhet: Solvik
budsjettår: 2027
områder: [Stab]
stillinger: {helsefagarbeider: {årskostnad: 700 000 kr}}
minste_stilling: 20 %
";

fn measured() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    write(folder.path(), "saker/faerre-brev.yaml", MEASURED);
    folder
}

fn case_of(folder: &Path) -> String {
    read_to_string(folder.join("saker/faerre-brev.yaml")).unwrap()
}

#[test]
fn where_a_list_says_that_there_is_none_its_first_row_takes_the_place() {
    let text = MEASURED.replace("    mål: {dato: 2027-11-30, verdi: 200 brev/uke}\n    målt:\n      - {dato: 2026-03-31, verdi: 650 brev/uke}   # etter påske\n", "    målt: ingen\n");
    let decided = text.find("vedtak:").unwrap();
    let text = format!("{}vedtak: Ingen.   # ennå\n", &text[..decided])
        .replace("gjennomføring", "forberedelse")
        .replace("oppstart: 2026", "oppstart: 2027");
    assert!(text.contains("målt: ingen\n"));
    let folder = measured();
    write(folder.path(), "saker/faerre-brev.yaml", &text);
    said(
        folder.path(),
        0,
        &[&["decide", "brev", "--organ", "Kommunestyret", "--dato", "2026-11-20"][..], &TODAY].concat(),
    );
    said(
        folder.path(),
        0,
        &[&["measure", "brev", "per uke", "450 brev/uke", "--dato", "2026-10-31"][..], &TODAY].concat(),
    );
    let written = case_of(folder.path());
    assert!(written.contains("    målt:\n      - {dato: 2026-10-31, verdi: 450 brev/uke}\n"), "{written}");
    assert!(written.contains("vedtak:\n  - dato: 2026-11-20\n") && written.contains("# ennå\n"), "{written}");
}

#[test]
fn rows_that_say_the_same_are_named_by_their_line() {
    let folder = solvik();
    let path = "saker/helse/langvakter-i-bofellesskap.yaml";
    let text = read_to_string(folder.path().join(path)).unwrap();
    let twins =
        "plan:\n  - {hva: Møte, hvem: Randi Vold, frist: 2026-12-10}\n  - hva: Møte\n    frist: 2026-12-10\n";
    let text = text.replace("plan:\n", twins);
    write(folder.path(), path, &text);
    let line = |of: &str| text.lines().position(|line| line == of).unwrap() + 1;
    let (first, second) =
        (line("  - {hva: Møte, hvem: Randi Vold, frist: 2026-12-10}"), line("  - hva: Møte"));
    let done =
        |code: i32, more: &[&str]| said(folder.path(), code, &[&["done", "langvakter"], more].concat());
    let told = done(2, &["møte"]);
    let both = format!("linje {first} (Randi Vold, 2026-12-10) og linje {second} (2026-12-10)");
    assert!(told.contains(&both) && told.contains(&format!("--linje {first}")), "{told}");
    assert_eq!(read_to_string(folder.path().join(path)).unwrap(), text);
    assert!(done(2, &["--linje", "3"]).contains("står på linje 3"));
    assert!(done(2, &["turnus", "--linje", &first.to_string()]).contains("«Møte»"));
    assert!(done(0, &["møte", "--linje", &(second + 1).to_string()]).contains(&format!(":{second})")));
    assert!(done(0, &["møte"]).contains(&format!(":{first})")), "only one of them is open");
    done(2, &[]);
}

#[test]
fn rows_that_say_the_same_on_one_line_are_no_nonsense_and_done_twins_are_done() {
    let folder = solvik();
    let path = "saker/helse/langvakter-i-bofellesskap.yaml";
    let text = read_to_string(folder.path().join(path)).unwrap();
    let (before, rest) = text.split_once("plan:\n").unwrap();
    let after = &rest[rest.find("målinger:").unwrap()..];
    let with = |rows: &str| {
        let text = format!("{before}plan: [{rows}]\n{after}");
        write(folder.path(), path, &text);
        (text.lines().position(|line| line.starts_with("plan: [")).unwrap() + 1).to_string()
    };
    let done =
        |code: i32, more: &[&str]| said(folder.path(), code, &[&["done", "langvakter"], more].concat());

    let line = with("{hva: Møte}, {hva: Møte}");
    for asked in [&["møte"][..], &["--linje", &line], &["møte", "--linje", &line]] {
        let told = done(2, asked);
        assert!(told.contains("Flere rader på linje") && told.contains("på hver sin linje"), "{told}");
        assert!(!told.contains("--linje"), "that would not help: {told}");
    }
    let line = with("{hva: Møte}, {hva: Kurs}");
    let told = done(2, &["--linje", &line]);
    assert!(told.contains("flere rader: «Møte», «Kurs».") && !told.contains("«»"), "{told}");
    done(0, &["kurs", "--linje", &line]);

    let line = with("{hva: Møte, status: ferdig}, {hva: Møte, status: ferdig}");
    for asked in [&["møte"][..], &["--linje", &line]] {
        assert!(done(2, asked).contains("«Møte» er alt ferdig."));
    }
    let many = "{hva: Møte}, {hva: Møte, hvem: Randi},\n  ".repeat(100);
    with(&many);
    let told = done(2, &["møte"]);
    assert!(told.starts_with("a3: 200 rader sier «Møte»: ") && told.contains(" og 196 til."), "{told}");
    let told = done(2, &["finnes ikke"]);
    assert_eq!(told.matches("«Møte»").count(), 1, "{told}");
}

#[test]
fn a_value_is_never_put_in_one_of_two_measurements_of_a_name() {
    let folder = measured();
    let twin = "målinger:\n  - navn: brev per uke\n    nullpunkt: {dato: 2025-11-30, verdi: 90 brev/uke}\n";
    let text = case_of(folder.path()).replace("målinger:\n", twin);
    assert_ne!(text, case_of(folder.path()));
    write(folder.path(), "saker/faerre-brev.yaml", &text);
    let told = said(folder.path(), 2, &["measure", "faerre-brev", "brev per uke", "300 brev/uke"]);
    let lines: Vec<usize> = text
        .lines()
        .zip(1..)
        .filter(|(line, _)| line.to_lowercase().contains("navn: brev per uke"))
        .map(|(_, number)| number)
        .collect();
    assert!(
        told.contains(&format!("(linje {}, {})", lines[0], lines[1])) && told.contains("hvert sitt navn"),
        "{told}"
    );
    assert_eq!(case_of(folder.path()), text);
    let found = said(folder.path(), 1, &["check", "faerre-brev", "--format", "kort"]);
    assert!(found.contains(&format!(":{}:", lines[1])) && found.contains("gjentatt-måling"), "{found}");
}

#[test]
fn a_betingelse_that_is_one_text_is_found_and_one_without_a_dash_is_explained() {
    let folder = solvik();
    let path = "saker/helse/langvakter-i-bofellesskap.yaml";
    let text = read_to_string(folder.path().join(path)).unwrap();
    let (before, rest) = text.split_once("betingelser:").unwrap();
    let after = &rest[rest.find("forankring:").unwrap()..];
    let with =
        |written: &str| write(folder.path(), path, &format!("{before}betingelser: {written}\n{after}"));
    let line = |start: &str| {
        let now = read_to_string(folder.path().join(path)).unwrap();
        now.lines().find(|line| line.starts_with(start)).unwrap_or_default().to_owned()
    };
    with("Hvilerom i alle bogrupper");
    said(
        folder.path(),
        0,
        &["done", "langvakter", "hvilerom", "--ny-frist", "2027-03-01", "--merknad", "Treg"],
    );
    said(folder.path(), 0, &["done", "langvakter", "hvilerom"]);
    let row = "{hva: Hvilerom i alle bogrupper, frist: 2027-03-01, merknad: Treg, status: ferdig}";
    assert_eq!(line("betingelser"), format!("betingelser: [{row}]"));
    assert!(said(folder.path(), 0, &["check", "langvakter-i-bofellesskap"]).starts_with("1 merknad"));
    with("{hva: Hvilerom i alle bogrupper}");
    let told = said(folder.path(), 2, &["done", "langvakter", "hvilerom"]);
    assert!(told.contains("hver rad skal begynne med en strek"), "{told}");
}

#[test]
fn a_reading_goes_in_its_place_and_shows_how_far_the_gain_has_come() {
    let folder = measured();
    let arguments =
        ["measure", "brev", "per UKE", "450 brev/uke", "--dato", "2026-10-31", "--merknad", "Ny mal: ja"];
    let shown = said(folder.path(), 0, &[&arguments[..], &TODAY].concat());
    // Half of 1 000 hours is 0.285 årsverk: one step of a fifth of a position, of two.
    assert_eq!(
        shown,
        "Skrev måling 2 av «Brev per uke» (saker/faerre-brev.yaml:24)\n  \
         700 brev/uke → 450 brev/uke av 200 brev/uke innen 2027-11-30: 50 % av veien, planen var 46 %\n  \
         i budsjettet: 0,2 årsverk av 0,4 årsverk. Det mangler 140 000 kr av det som er trukket fra.\n"
    );
    let line = "      - {dato: 2026-03-31, verdi: 650 brev/uke}   # etter påske\n";
    let added = format!("{line}      - {{dato: 2026-10-31, verdi: 450 brev/uke, merknad: 'Ny mal: ja'}}\n");
    assert_eq!(case_of(folder.path()), MEASURED.replace(line, &added));
    let again = said(folder.path(), 0, &[&arguments[..], &TODAY].concat());
    assert!(again.starts_with("Måling 2 av «Brev per uke» sto der alt"), "{again}");
    assert_eq!(case_of(folder.path()), MEASURED.replace(line, &added));
    said(
        folder.path(),
        0,
        &[&["measure", "brev", "i alt", "8 000 brev", "--dato", "2026-10-31"][..], &TODAY].concat(),
    );
    let first = "verdi: 9 000 brev}\n    målt:\n      - {dato: 2026-10-31, verdi: 8 000 brev}\nvedtak";
    assert!(case_of(folder.path()).contains(first), "{}", case_of(folder.path()));
}

#[test]
fn what_does_not_fit_is_said_and_nothing_is_written() {
    let folder = measured();
    for (arguments, expected) in [
        (
            &["brev", "per uke", "561 kr"][..],
            "«Brev per uke» måles i brev/uke, og 561 kr er penger. Ingenting er skrevet.",
        ),
        (
            &["brev", "per uke", "561 brev"],
            "«Brev per uke» måles i brev/uke, og 561 brev er uten periode. Skriv verdien i brev/uke.",
        ),
        (&["brev", "per uke", "561"], "og 561 er et tall uten enhet."),
        (&["brev", "per uke", "1.200 brev/uke"], "«1.200 brev/uke» kan ikke leses"),
        (
            &["brev", "per uke", "600 brev/uke", "--dato", "2026-12-31"],
            "2026-12-31 er ikke kommet ennå: i dag er 2026-11-24.",
        ),
        (
            &["brev", "per uke", "600 brev/uke", "--dato", "2026-03-30"],
            "har alt en verdi fra 2026-03-31, og 2026-03-30 er før den.",
        ),
        (
            &["brev", "per uke", "600 brev/uke", "--dato", "2026-03-31"],
            "har alt en verdi for 2026-03-31: 650 brev/uke.",
        ),
        (&["brev", "brev", "1 brev"], "«brev» passer på flere: «Brev per uke», «Brev i alt»."),
        (
            &["brev", "besøk", "1 brev"],
            "Ingen måling heter «besøk». Disse finnes: «Brev per uke», «Brev i alt».",
        ),
        (&["post", "besøk", "1 brev"], "Ingen sak heter «post». Disse finnes: «faerre-brev»."),
        (&["saker/finnes-ikke.yaml", "besøk", "1 brev"], "Finner ikke «saker/finnes-ikke.yaml»"),
    ] {
        let arguments = [&["measure"], arguments, &TODAY].concat();
        let shown = said(folder.path(), 2, &arguments);
        assert!(shown.contains(expected), "{shown}");
    }
    assert_eq!(case_of(folder.path()), MEASURED);
}

#[test]
fn a_sheet_of_readings_is_written_whole_or_not_at_all() {
    let folder = measured();
    let rows = "sak;måling;verdi;dato;merknad\nfaerre-brev;per uke;300 brev/uke;2026-09-30;\n\
                faerre-brev;per uke;500 brev/uke;30.6.2026;halvt år\nfaerre-brev;i alt;8 000 brev;2026-06-30;\n";
    write(
        folder.path(),
        "innboks/gal.csv",
        &format!("{rows}faerre-brev;per uke;1 kr;2026-10-31;\nx;y;1;2026-02-30\n"),
    );
    let wrong = said(folder.path(), 2, &[&["measure", "--fil", "innboks/gal.csv"][..], &TODAY].concat());
    assert!(
        wrong.contains("Linje 5: «Brev per uke» måles i brev/uke") && wrong.contains("Linje 6: "),
        "{wrong}"
    );
    assert_eq!(case_of(folder.path()), MEASURED);
    let undated =
        "sak;måling;verdi;dato\nfaerre-brev;per uke;1 kr;2026-10-31\nfaerre-brev;per uke;x;2026-09-30\n";
    write(folder.path(), "innboks/gal.csv", undated);
    let wrong = said(folder.path(), 2, &[&["measure", "--fil", "innboks/gal.csv"][..], &TODAY].concat());
    let places = ["Linje 2: ", "Linje 3: "].map(|line| wrong.find(line).unwrap());
    assert!(places.is_sorted(), "{wrong}");
    write(folder.path(), "innboks/god.csv", rows);
    let shown = said(folder.path(), 0, &[&["measure", "--fil", "innboks/god.csv"][..], &TODAY].concat());
    assert_eq!(shown.matches("Skrev måling").count(), 3, "{shown}");
    let readings = "      - {dato: 2026-06-30, verdi: 500 brev/uke, merknad: halvt år}\n      \
                    - {dato: 2026-09-30, verdi: 300 brev/uke}\n";
    assert!(case_of(folder.path()).contains(readings), "{}", case_of(folder.path()));
    write(folder.path(), "innboks/tom.csv", "sak;verdi\n");
    assert!(
        said(folder.path(), 2, &["measure", "--fil", "innboks/tom.csv"])
            .contains("mangler måling i første linje")
    );
}

#[test]
fn a_row_of_the_plan_is_done_or_has_a_new_due_date() {
    let folder = measured();
    let done = |row: &str, more: &[&str]| said(folder.path(), 0, &[&["done", "faerre", row], more].concat());
    assert_eq!(done("kurs", &[]), "«Kurs» er ferdig (saker/faerre-brev.yaml:12). 1 rad står igjen.\n");
    let first = MEASURED.replace("frist: 2027-01-15}   #", "frist: 2027-01-15, status: ferdig}   #");
    assert_eq!(case_of(folder.path()), first);
    assert!(said(folder.path(), 2, &["done", "faerre", "kurs"]).contains("«Kurs» er alt ferdig."));
    assert!(said(folder.path(), 2, &["done", "faerre", "signere"]).contains("passer på flere"));
    done("avtalen", &["--ny-frist", "2027-03-01", "--merknad", "Venter på anbudet"]);
    let row = "  - {hva: Signere avtalen med leverandøren, frist: 2027-03-01, merknad: Venter på anbudet}\n";
    assert_eq!(case_of(folder.path()), first.replace("  - Signere avtalen med leverandøren\n", row));
    let moved = done("avtalen", &["--ny-frist", "2027-04-01", "--merknad", "Ny runde"]);
    assert!(moved.contains("har fått ny frist: 2027-03-01 → 2027-04-01"), "{moved}");
    assert!(case_of(folder.path()).contains("merknad: Venter på anbudet Fristen var 2027-03-01. Ny runde}"));
    let there = case_of(folder.path());
    let again = ["done", "faerre", "avtalen", "--ny-frist", "2027-04-01", "--merknad", "Ny runde"];
    let told = said(folder.path(), 2, &again);
    assert!(told.contains("har alt fristen 2027-04-01"), "{told}");
    assert_eq!(case_of(folder.path()), there);
    said(folder.path(), 2, &["done", "faerre", "kurs", "--ny-frist", "2027-03-01"]);
}

#[test]
fn a_december_night_is_decided_at_once_with_the_figures_promised() {
    let folder = solvik();
    let night =
        ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-11-20", "--sak", "PS 88/26"];
    let before =
        said(folder.path(), 0, &["rank", "--format", "json", "--uten-usikkerhet", "--dato", "2026-11-20"]);
    let list: Value = serde_json::from_str(&before).unwrap();
    let chosen: Vec<&Value> =
        list["liste"].as_array().unwrap().iter().filter(|row| row["beslutning"] == "valgt").collect();
    assert!(chosen.len() > 3);
    let all = |arguments: &[&str]| said(folder.path(), 0, &[&night[..], &TODAY, arguments].concat());
    let shown: Value = serde_json::from_str(&all(&["--vis", "--format", "json"])).unwrap();
    assert_eq!(
        (&shown["skrevet"], shown["saker"].as_array().unwrap().len()),
        (&Value::Bool(false), chosen.len())
    );
    assert_eq!(
        said(folder.path(), 0, &["rank", "--format", "json", "--uten-usikkerhet", "--dato", "2026-11-20"]),
        before
    );
    let except = chosen[0]["id"].as_str().unwrap();
    let written: Value = serde_json::from_str(&all(&["--unntatt", except, "--format", "json"])).unwrap();
    for (row, promised) in chosen[1..].iter().zip(written["saker"].as_array().unwrap()) {
        assert_eq!((&row["id"], &row["oppstart"]), (&promised["id"], &promised["oppstart"]));
        assert_eq!(row["årsverk"], promised["årsverk"], "{promised}");
        assert_eq!(row["budsjett"], promised["budsjett"], "{promised}");
    }
    let after =
        said(folder.path(), 0, &["rank", "--format", "json", "--uten-usikkerhet", "--dato", "2026-11-20"]);
    let after: Value = serde_json::from_str(&after).unwrap();
    for row in &chosen[1..] {
        let now = after["liste"].as_array().unwrap().iter().find(|now| now["id"] == row["id"]).unwrap();
        assert_eq!((&now["beslutning"], &now["oppstart"]), (&Value::from("besluttet"), &row["oppstart"]));
    }
    let findings = said_of_check(folder.path());
    assert!(!findings.contains("endret-etter-vedtak"), "{findings}");
    a_changed_figure_is_told_and_a_slip_is_not(folder.path(), chosen[1]["id"].as_str().unwrap());
}

fn said_of_check(folder: &Path) -> String {
    let output = a3(folder).args(["check", "--format", "kort", "--dato", "2026-11-24"]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().replace('\u{a0}', " ")
}

fn a_changed_figure_is_told_and_a_slip_is_not(folder: &Path, id: &str) {
    let mut found = Vec::new();
    let mut folders = vec![folder.join("saker")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path)
            } else if path.file_stem().is_some_and(|stem| stem == id) {
                found.push(path)
            }
        }
    }
    let text = read_to_string(&found[0]).unwrap();
    assert!(text.contains("    lovet: {budsjettår: 2027, budsjett: ["), "{text}");
    let slip = text.replace("nåsituasjon: ", "nåsituasjon: # en merknad\n  Rettet. ");
    std::fs::write(&found[0], slip).unwrap();
    assert!(!said_of_check(folder).contains("endret-etter-vedtak"));
    for (kept, written) in [
        (", gevinster: ", ", gevinster: 9"),
        (", budsjett: [", ", budsjett: [9"),
        ("årsverk: ", "årsverk: 9"),
    ] {
        std::fs::write(&found[0], text.replace(kept, written)).unwrap();
        let told = said_of_check(folder);
        assert!(told.contains("endret-etter-vedtak") && told.contains(" fra "), "{written}: {told}");
    }
    let (before, mark) = text.split_once(", merke: ").unwrap();
    let without = format!("{before}{}", mark.get("00000000".len()..).unwrap());
    for (written, said) in [
        (without.clone(), "«merke» er tatt ut"),
        (without.replace(", gevinster: ", ", gevinster: 9"), "gevinstene fra "),
        (text.replace("{budsjettår: 2027", "{budsjettår: 2026"), "driften i 2027 fra "),
    ] {
        std::fs::write(&found[0], written).unwrap();
        let told = said_of_check(folder);
        assert!(told.contains("endret-etter-vedtak") && told.contains(said), "{said}: {told}");
    }
    std::fs::write(&found[0], text.replace("levetid: ", "levetid: 1")).unwrap();
    let told = said_of_check(folder);
    assert!(told.contains("endret-etter-vedtak") && told.contains("netto nåverdi fra "), "{told}");
}

#[test]
fn one_case_is_decided_with_the_start_the_list_has_chosen() {
    let folder = solvik();
    let choice = || {
        serde_json::from_str::<Value>(&said(
            folder.path(),
            0,
            &[&["rank", "--format", "json", "--uten-usikkerhet"], &["--dato", "2026-11-24"][..]].concat(),
        ))
        .unwrap()
    };
    let start = |choice: &Value| {
        let list = choice["liste"].as_array().unwrap().clone();
        list.into_iter().find(|row| row["id"] == "langvakter-i-bofellesskap").unwrap()["oppstart"].clone()
    };
    let before = choice();
    let one = ["decide", "langvakter", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    let shown = said(folder.path(), 0, &[&one[..], &TODAY].concat());
    assert!(shown.contains("2028 (før 2027)"), "{shown}");
    assert_eq!((start(&choice()), start(&before)), (Value::from(2028), Value::from(2028)));
}

#[test]
fn what_cannot_be_decided_is_said() {
    let folder = solvik();
    let decide = |arguments: &[&str]| {
        said(folder.path(), 2, &[&["decide", "--organ", "Kommunestyret"], arguments, &TODAY].concat())
    };
    assert!(
        decide(&["elektronisk"]).contains("elektronisk-medisineringsstotte er alt besluttet, 2025-10-23.")
    );
    assert!(decide(&["gatelys", "--dato", "2026-12-10"]).contains("er ikke kommet ennå"));
    assert!(decide(&["solvik-samlet"]).contains("har ingen tall å love"));
    assert!(decide(&["digitalt-tilsyn-natt", "--oppstart", "2035"]).contains("kan ikke begynne i 2035"));
    assert!(decide(&["--alle-valgte", "--unntatt", "finnes-ikke"]).contains("er ikke blant de valgte"));
    let rejected =
        ["decide", "gatelys", "--organ", "Kommunestyret", "--beslutning", "avvist", "--dato", "2026-11-20"];
    said(folder.path(), 0, &[&rejected[..], &TODAY].concat());
    let alone = measured();
    let all = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    let none = said(alone.path(), 2, &[&all[..], &TODAY].concat());
    assert!(none.contains("det står ingen rammer"), "{none}");
}

#[test]
fn nothing_is_decided_from_a_list_that_lacks_a_case() {
    let folder = solvik();
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let text = read_to_string(&path).unwrap();
    let all = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    let all = [&all[..], &TODAY].concat();
    // ikke ferdig, but in the figures: no hindrance.
    std::fs::write(&path, text.replace("beslutter: Kommunestyret", "")).unwrap();
    said(folder.path(), 0, &[&all[..], &["--vis"]].concat());
    std::fs::write(&path, format!("{text}\nfase: [\n")).unwrap();
    let told = said(folder.path(), 2, &all);
    let named = "saker/helse/digitalt-tilsyn-natt.yaml: ikke regnet ut: ";
    assert!(told.contains(named) && told.ends_with("Ingenting er skrevet.\n"), "{told}");
    for case in ["helse/langvakter-i-bofellesskap", "meropent-bibliotek"] {
        let file = format!("saker/{case}.yaml");
        let own = here("examples/solvik").join(&file);
        assert_eq!(read_to_string(folder.path().join(&file)).unwrap(), read_to_string(own).unwrap());
    }
}

#[test]
fn the_start_of_one_case_is_not_taken_from_a_list_that_lacks_a_case() {
    let folder = solvik();
    let broken = folder.path().join("saker/teknisk/gatelys-med-led.yaml");
    std::fs::write(&broken, format!("{}}}\n", read_to_string(&broken).unwrap())).unwrap();
    let one = |case, code, more: &[&str]| {
        let one = ["decide", case, "--organ", "Kommunestyret", "--dato", "2026-11-20", "--vis"];
        said(folder.path(), code, &[&one[..], more, &TODAY].concat())
    };
    let told = one("langvakter", 2, &[]);
    assert!(told.contains("saker/teknisk/gatelys-med-led.yaml: ikke regnet ut: "), "{told}");
    assert!(told.contains("--oppstart") && told.ends_with("Ingenting er skrevet.\n"), "{told}");
    one("langvakter", 0, &["--oppstart", "2028"]);
    one("energisparing", 2, &["--oppstart", "2027"]);
    // Nobody has to choose where there is one year alone.
    let fixed = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let text = read_to_string(&fixed).unwrap().replace("senest: 2029\n", "");
    std::fs::write(&fixed, text).unwrap();
    one("digitalt-tilsyn", 0, &[]);
    for draft in [&["langvakter-i-bofellesskap"][..], &["--hele"]] {
        let arguments =
            [&["report", "--saksframlegg", "--uten-usikkerhet"], draft, &["--dato", "2026-11-24"]];
        let output = a3(folder.path()).args(arguments.concat()).output().unwrap();
        let shown = String::from_utf8(output.stdout).unwrap();
        assert!(shown.contains("mangler saker, så valget og oppstarten kan bli andre"), "{shown}");
        assert!(shown.contains("saker/teknisk/gatelys-med-led.yaml"), "{shown}");
    }
    let sheet = said(folder.path(), 1, &["report", "--hele", "--uten-usikkerhet", "--dato", "2026-11-24"]);
    let without = "uten det som ikke kan regnes ut: saker/teknisk/gatelys-med-led.yaml";
    assert!(sheet.contains(without), "the sheet says what it is without");
}

#[test]
fn a_folder_is_decided_as_the_list_of_all_has_chosen() {
    let folder = solvik();
    let all = ["decide", "--alle-valgte", "--organ", "Kommunestyret", "--dato", "2026-11-20", "--vis"];
    let all = [&all[..], &["--format", "json"], &TODAY].concat();
    let rows = |told: &str| {
        let told: Value = serde_json::from_str(told).unwrap();
        told["saker"].as_array().unwrap().clone()
    };
    let whole = rows(&said(folder.path(), 0, &all));
    let is_in = |row: &Value| row["fil"].as_str().unwrap().starts_with("saker/helse/");
    let health: Vec<Value> = whole.iter().filter(|row| is_in(row)).cloned().collect();
    assert!(!health.is_empty() && health.len() < whole.len());
    let inside = folder.path().join("saker/helse");
    assert_eq!(rows(&said(&inside, 0, &all)), health);
    let named = [&all[..], &["--mappe", inside.to_str().unwrap()]].concat();
    assert_eq!(rows(&said(folder.path(), 0, &named)), health);
}

#[test]
fn a_case_that_waits_in_the_list_is_decided_with_a_remark() {
    let folder = solvik();
    let one = |case: &str, format: &str| {
        let one = ["decide", case, "--organ", "Kommunestyret", "--dato", "2026-11-20", "--vis"];
        let output = a3(folder.path()).args(one).args(TODAY).args(["--format", format]).output().unwrap();
        assert_eq!(output.status.code(), Some(0));
        [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
    };
    let [shown, told] = one("gatelys-med-led", "text");
    assert!(shown.contains("Saken er ikke valgt i a3 rank. Venter: ") && told.is_empty(), "{shown}{told}");
    assert!(one("gatelys-med-led", "json")[1].contains("Saken er ikke valgt i a3 rank. Venter: "));
    assert!(!one("langvakter", "text").concat().contains("ikke valgt"));
}

#[test]
fn a_measure_killed_at_any_instant_loses_nothing() {
    // `A3_KILLS=10000 cargo test killed` kills as many as it says.
    let kills = std::env::var("A3_KILLS").ok().and_then(|count| count.parse().ok()).unwrap_or(80);
    let folder = measured();
    let path = folder.path().join("saker/faerre-brev.yaml");
    let mut rows = String::from("sak;måling;verdi;dato\n");
    for day in 1..=3 {
        rows += &format!("faerre-brev;per uke;{} brev/uke;2026-04-{day:02}\n", 649 - day);
    }
    write(folder.path(), "alt.csv", &rows);
    let run = || {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin("a3"));
        command.current_dir(folder.path()).args(["measure", "--fil", "alt.csv"]).args(TODAY);
        command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null());
        command
    };
    let started = std::time::Instant::now();
    assert!(run().status().unwrap().success());
    // Follows the machine, which may be slower or faster a moment later.
    let mut whole = started.elapsed();
    let after = read_to_string(&path).unwrap();
    assert_eq!(after.matches("brev/uke}").count(), 6);
    let (mut old, mut new, mut at) = (0, 0, 0x9e37_79b9_7f4a_7c15_u64);
    for _ in 0..kills {
        std::fs::write(&path, MEASURED).unwrap();
        at ^= at << 13;
        at ^= at >> 7;
        at ^= at << 17;
        let mut child = run().spawn().unwrap();
        std::thread::sleep(whole.mul_f64((at % 1_200) as f64 / 1_000.0));
        child.kill().unwrap();
        child.wait().unwrap();
        match read_to_string(&path).unwrap() {
            text if text == MEASURED => (old, whole) = (old + 1, whole.mul_f64(1.02)),
            text if text == after => (new, whole) = (new + 1, whole.mul_f64(0.98)),
            text => panic!("neither the old text nor the new:\n{text}"),
        }
    }
    assert!(old > 0 && new > 0, "{old} as before, {new} as after");
    assert!(run().status().unwrap().success(), "what was left behind stops nobody");
    assert_eq!(read_to_string(&path).unwrap(), after);
    let left = std::fs::read_dir(path.parent().unwrap()).unwrap().count();
    assert_eq!(left, 1, "nothing is left behind");
}

/// Every `…` of a text replaced by something of its kind.
fn filled_in(text: &str) -> String {
    let lines = text.lines().map(|line| {
        let key = line.split(':').next().unwrap_or_default().trim_start_matches(['-', ' ']);
        let value = match key {
            "dato" if line.contains("før oppstart") => "2026-09-30",
            "dato" | "frist" => "2027-06-30",
            "verdi" if line.contains("før dere begynner") => "40 tilsyn/uke",
            "verdi" => "15 tilsyn/uke",
            "betingelser" => "[]",
            _ => "Fagutvikler",
        };
        line.split_once("…  # fyll inn")
            .map_or_else(|| line.to_owned(), |(before, _)| format!("{before}{value}"))
    });
    lines.map(|line| line + "\n").collect()
}

#[test]
fn the_next_phase_is_written_from_what_is_known_and_check_asks_for_the_rest() {
    let folder = solvik();
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let before = read_to_string(&path).unwrap();
    let advance = |more: &[&str]| {
        said(folder.path(), 0, &[&["advance", "digitalt-tilsyn", "--dato", "2026-11-24"], more].concat())
    };
    let shown = advance(&["--vis"]);
    assert!(shown.starts_with("70 linjer blir skrevet i saker/helse/digitalt-tilsyn-natt.yaml"), "{shown}");
    assert_eq!(read_to_string(&path).unwrap(), before);
    let written = advance(&[]);
    assert!(
        written.contains("(fase: prioritering → forberedelse)")
            && written.contains("målinger       3 rader, 9 felt"),
        "{written}"
    );
    let after = read_to_string(&path).unwrap();
    let mut kept = after.lines().peekable();
    for line in before.lines().filter(|line| !line.starts_with("fase:")) {
        assert!(kept.any(|new| new == line), "{line} is gone");
    }
    // 1.2 årsverk less of 20, at a wage of 520 000 kr; kilometres at 412 000 kr less 98 440 kr.
    for line in [
        "beløp: 10 096 000 kr\n        merknad: 18,8 årsverk, 20 i dag\n",
        "beløp: 313 560 kr\n",
        "      dato: 2029-12-31\n",
        "  - hva: Måle dekningen hos hver bruker før utstyret settes opp\n    hvem: …  # fyll inn: hvem som gjør det\n",
    ] {
        assert!(after.contains(line), "{line} is not in\n{after}");
    }
    assert!(!after.contains("vedtak:"), "no decision is made up");
    let errors = |text: String| {
        text.lines()
            .filter(|line| line.contains("feil[") || line.contains(": feil"))
            .map(str::to_owned)
            .collect::<Vec<_>>()
    };
    let asked = errors(said_of_check(folder.path()));
    assert!(asked.len() == 1 && asked[0].contains("mangler-i-forberedelse"), "{asked:?}");
    std::fs::write(&path, filled_in(&after)).unwrap();
    assert_eq!(errors(said_of_check(folder.path())), [""; 0]);
    the_new_practice_is_what_the_case_takes_out(folder.path());
    let refused = said(folder.path(), 2, &["advance", "digitalt-tilsyn", "--dato", "2026-11-24"]);
    assert!(refused.contains("er ikke vedtatt. Skriv vedtaket først"), "{refused}");
    let refused =
        said(folder.path(), 2, &["advance", "digitalt-tilsyn", "--til", "dypdykk", "--dato", "2026-11-24"]);
    assert!(refused.contains("er alt i fasen forberedelse"), "{refused}");
}

fn the_new_practice_is_what_the_case_takes_out(folder: &Path) {
    let budget = a3(folder)
        .args([
            "budget",
            "--alle",
            "--format",
            "json",
            "--dato",
            "2026-11-24",
            "saker/helse/digitalt-tilsyn-natt.yaml",
        ])
        .output()
        .unwrap();
    let budget: Value = serde_json::from_slice(&budget.stdout).unwrap();
    let of = |year: u64| {
        budget["avstemming"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["ansvar"] == "3230" && row["år"] == year)
            .unwrap()
    };
    assert_eq!(of(2030)["differanse"], "0", "{}", of(2030));
}

#[test]
fn the_lines_of_the_budget_that_nobody_has_written_are_asked_for_and_the_case_stays_in_the_figures() {
    let folder = solvik();
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let before = read_to_string(&path).unwrap();
    let without: String = before
        .lines()
        .filter(|line| !line.contains("budsjettpost:"))
        .map(|line| format!("{line}\n"))
        .collect();
    std::fs::write(&path, &without).unwrap();
    let calculated = || said(folder.path(), 0, &["calc", "digitalt-tilsyn-natt", "--uten-usikkerhet"]);
    let first = |shown: String| shown.lines().next().unwrap_or_default().to_owned();
    let figures = first(calculated());
    let shown = said(folder.path(), 0, &["advance", "digitalt-tilsyn"]);
    assert!(shown.contains("budsjettpost   4 rader, 12 felt å fylle inn"), "{shown}");
    let then = "a3 advance digitalt-tilsyn-natt --til forberedelse";
    assert!(!shown.contains("ny_praksis   ") && shown.contains("«ny_praksis» regnes ut når"), "{shown}");
    assert!(shown.contains(then), "the command is on one line: {shown}");
    let after = read_to_string(&path).unwrap();
    let line = "    budsjettpost:\n      ansvar: …  # fyll inn: ansvaret (enheten) i budsjettet\n      funksjon: …  # fyll inn: KOSTRA-funksjonen\n";
    assert!(after.contains(line), "{after}");
    assert_eq!(first(calculated()), figures, "what is still to be written takes nothing out");
    let asked = said_of_check(folder.path());
    assert!(
        asked.contains("«budsjettpost» på «Færre kjørte kilometer»") && !asked.contains("i dypdykk"),
        "{asked}"
    );
    // Where every other line of the case has it, it is known: only the account is asked for.
    let one = before.replacen("    budsjettpost: {ansvar: 3230, funksjon: 258, art: 170}\n", "", 1);
    std::fs::write(&path, one.replace("ansvar: 3240", "ansvar: 3230")).unwrap();
    let shown = said(folder.path(), 0, &["advance", "digitalt-tilsyn"]);
    assert!(shown.contains("budsjettpost   1 rad, 1 felt å fylle inn"), "{shown}");
    let after = read_to_string(&path).unwrap();
    assert!(after.contains("      ansvar: 3230\n      funksjon: 258\n      art: …  # fyll inn: "), "{after}");
}

#[test]
fn what_a_phase_lacks_is_written_when_the_case_is_in_it_already() {
    let folder = solvik();
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let text = read_to_string(&path).unwrap();
    let (without, with): (Vec<&str>, Vec<&str>) =
        text.lines().partition(|line| !line.contains("budsjettpost:"));
    assert!(!with.is_empty());
    std::fs::write(&path, without.join("\n")).unwrap();
    let advance = |code, more: &[&str]| {
        said(
            folder.path(),
            code,
            &[&["advance", "digitalt-tilsyn-natt"], more, &["--dato", "2026-11-24"]].concat(),
        )
    };
    let again = ["--til", "forberedelse"];
    advance(0, &again);
    let told = advance(2, &[]);
    assert!(told.contains("a3 advance digitalt-tilsyn-natt --til forberedelse."), "{told}");
    assert!(advance(2, &again).contains("«ny_praksis» regnes ut når «budsjettpost» er fylt inn"));
    let written = read_to_string(&path).unwrap();
    let filled: String = written
        .lines()
        .map(|line| match line.trim().split_once(": …") {
            Some(("ansvar", _)) => "      ansvar: 3230\n".to_owned(),
            Some(("funksjon", _)) => "      funksjon: 258\n".to_owned(),
            Some(("art", _)) => "      art: 010\n".to_owned(),
            _ => format!("{line}\n"),
        })
        .collect();
    std::fs::write(&path, filled).unwrap();
    let shown = advance(0, &again);
    assert!(shown.contains("(fase: forberedelse)\n  ny_praksis     1 rad, ferdig fylt inn"), "{shown}");
    assert!(read_to_string(&path).unwrap().contains("ny_praksis:\n  - ansvar: 3230\n"));
    assert!(advance(2, &again).contains("har alle feltene den spør om"));
}

#[test]
fn what_the_title_has_no_room_for_is_named_in_the_advice_and_no_name_is_empty() {
    let folder = solvik();
    said(folder.path(), 0, &["advance", "digitale-hjemmebesok", "--til", "forberedelse"]);
    let shown = said(folder.path(), 1, &["check", "digitale-hjemmebesok"]);
    let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    let said = "«betingelser», «hvem», «hvordan» og «dato» i «forankring», «hva», «hvem» og «frist» i «plan», «nullpunkt» på";
    assert!(shown.contains(said), "{shown}");
    assert!(shown.contains("og «nullpunkt» på «Besøk til avtalt tid» for å være i forberedelse"), "{shown}");
    assert!(!shown.contains("«»") && !shown.contains("Risikoen «…»"), "{shown}");
    // Two gains that close one gap have a måling each.
    assert!(!shown.contains("gjentatt-måling"), "{shown}");
}

#[test]
fn a_line_of_the_budget_that_somebody_has_begun_on_stays_as_it_is() {
    let folder = solvik();
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let before = read_to_string(&path).unwrap();
    let line = "budsjettpost: {ansvar: 3230, funksjon: 258, art: 170}";
    assert!(before.contains(line));
    let begun = [
        "budsjettpost: {ansvar: 3230, funksjon: 258, art: …}",
        "budsjettpost: [{ansvar: 3230, funksjon: 258, art: 170, andel: 40 %}, {ansvar: …, funksjon: 258, art: 170}]",
    ];
    for begun in begun {
        // A row of a list that nobody has written stands before it: the place in the file is not that of the reading.
        let text = before.replacen(line, begun, 1).replacen("gevinster:\n", "gevinster:\n  - …\n", 1);
        let text = text.replacen("    budsjettpost: {ansvar: 3240", "    # budsjettpost: {ansvar: 3240", 1);
        std::fs::write(&path, text).unwrap();
        said(folder.path(), 0, &["advance", "digitalt-tilsyn"]);
        let after = read_to_string(&path).unwrap();
        assert!(after.contains(begun), "{after}");
    }
}

#[test]
fn a_measured_value_far_off_is_told_by_check_as_by_measure_until_somebody_explains_it() {
    let folder = solvik();
    let check = || said(folder.path(), 0, &["check", "elektronisk-medisineringsstotte", "--format", "kort"]);
    assert!(!check().contains("måling-langt-utenfor"));
    let measure = ["measure", "elektronisk", "besøk for å gi", "5610 besøk/uke", "--i-dag", "2026-12-31"];
    assert!(said(folder.path(), 0, &measure).contains("langt utenfor veien"));
    let line = read_to_string(folder.path().join(CASE)).unwrap();
    let line = line.lines().position(|line| line.contains("5610 besøk/uke")).unwrap() + 1;
    let told = check();
    assert!(told.contains(&format!("{CASE}:{line}:")) && told.contains("[måling-langt-utenfor]"), "{told}");
    let text = read_to_string(folder.path().join(CASE)).unwrap();
    std::fs::write(
        folder.path().join(CASE),
        text.replace("verdi: 5610 besøk/uke", "verdi: 5610 besøk/uke, merknad: Alle sonene er med"),
    )
    .unwrap();
    assert!(!check().contains("måling-langt-utenfor"));
}

#[test]
fn a_first_idea_goes_on_phase_by_phase_and_stays_a_case() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", super::portfolio::ORGANISATION);
    write(folder.path(), "saker/digital-post.yaml", super::portfolio::GOOD_CASE);
    for phase in ["dypdykk", "prioritering", "forberedelse"] {
        let shown = said(folder.path(), 0, &["advance", "digital-post"]);
        assert!(shown.contains(&format!("→ {phase})")), "{shown}");
        let findings = said_of_check(folder.path());
        let is_asked = |line: &str| line.contains("mangler-i-");
        assert!(
            findings
                .lines()
                .filter(|line| line.contains("feil"))
                .all(|line| is_asked(line) || line.contains(" feil")),
            "{findings}"
        );
        assert!(!findings.contains("ugyldig-yaml") && !findings.contains("feil-form"), "{findings}");
    }
    let text = read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap();
    assert!(text.contains("kapasitet:\n  - …  # fyll inn: årsverk til endringen i år 1\n"), "{text}");
    assert!(text.contains("gevinst: Spart porto\n"), "{text}");
}

#[test]
fn what_init_writes_of_the_phase_is_true_in_the_next_phases_too() {
    let folder = tempfile::tempdir().unwrap();
    said(folder.path(), 0, &["init", "Digital post", "--anslag", "96 000 kr/år", "--uten-spørsmål"]);
    said(folder.path(), 0, &["advance", "digital-post"]);
    let text = read_to_string(folder.path().join("saker/digital-post.yaml")).unwrap();
    let phase = text.lines().find(|line| line.starts_with("fase:")).unwrap();
    assert!(phase.starts_with("fase: dypdykk ") && !phase.contains("neste: dypdykk"), "{phase}");
}

#[test]
fn a_second_year_begins_where_the_first_ended() {
    let folder = solvik();
    let rank = |day: &str| {
        let shown = a3(folder.path())
            .args(["rank", "--format", "json", "--uten-usikkerhet", "--dato", day])
            .output()
            .unwrap();
        serde_json::from_slice::<Value>(&shown.stdout).unwrap()
    };
    let night = ["decide", "digitalt-tilsyn-natt", "--organ", "Kommunestyret", "--dato", "2026-11-20"];
    said(folder.path(), 0, &[&night[..], &TODAY].concat());
    let path = folder.path().join("saker/helse/digitalt-tilsyn-natt.yaml");
    let promise =
        read_to_string(&path).unwrap().lines().find(|line| line.contains("lovet: {")).unwrap().to_owned();
    let lawyer = folder.path().join("saker/kommuneadvokat.yaml");
    write(
        folder.path(),
        "saker/kommuneadvokat.yaml",
        &read_to_string(&lawyer).unwrap().replace("senest: 2029\n", ""),
    );
    let before = rank("2027-02-01");
    let roll =
        |more: &[&str]| said(folder.path(), 0, &[&["roll", "2028", "--dato", "2027-02-01"], more].concat());
    let a3_yaml = || read_to_string(folder.path().join("a3.yaml")).unwrap();
    let old = a3_yaml();
    let shown = roll(&["--vis"]);
    assert!(shown.starts_with("Planen blir 2028–2031") && shown.contains("kommuneadvokat (2027)"), "{shown}");
    assert_eq!(a3_yaml(), old);
    assert!(shown.contains("a3 skriver «prisår: 2027» i 15 saker og «budsjett» i a3.yaml"), "{shown}");
    assert!(shown.contains("nattpatrulje (2027)"), "it may begin in 2028 too, and says 2027: {shown}");
    let shown = roll(&["--flytt", "--innarbeidet", "roboter"]);
    assert!(
        shown.contains("Er virkningen innarbeidet i budsjettet for 2028? digitalt-tilsyn-natt, "),
        "{shown}"
    );
    assert!(shown.lines().all(|line| line.chars().count() <= 120), "{shown}");
    let moved = shown.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        moved.contains("Oppstarten er flyttet til 2028: ") && moved.contains("kommuneadvokat (2027)"),
        "{shown}"
    );
    for (was, is) in [
        ("budsjettår: 2027  ", "budsjettår: 2028  "),
        ("      2027: 1,6 årsverk\n", "      # 2027: 1,6 årsverk\n"),
        ("budsjett: budsjett/2027.csv\n", "budsjett: {fil: budsjett/2027.csv, prisår: 2027}\n"),
    ] {
        assert!(old.contains(was) && a3_yaml().contains(is), "{}", a3_yaml());
    }
    nothing_new_begins_before_the_plan(rank("2027-02-01")["liste"].as_array().unwrap());
    let kept = read_to_string(folder.path().join("historikk/2027.json")).unwrap();
    assert_eq!(serde_json::from_str::<Value>(&kept).unwrap()["liste"], before["liste"]);
    what_was_promised_is_followed(folder.path());
    assert!(read_to_string(&path).unwrap().contains(&promise), "what was promised stands");
    assert!(!said_of_check(folder.path()).contains("endret-etter-vedtak"), "another plan is another promise");
    let again = roll(&[]);
    assert!(again.contains("Er virkningen innarbeidet") && !again.contains("Rammene"), "{again}");
    assert!(
        said(folder.path(), 2, &["roll", "2031"])
            .contains("Planen begynner i 2028, og rulles ett år om gangen: a3 roll 2029")
    );
}

fn nothing_new_begins_before_the_plan(list: &[Value]) {
    assert!(list.iter().any(|row| row["beslutning"] == "valgt"));
    for row in list.iter().filter(|row| row["beslutning"] != "besluttet") {
        assert!(row["oppstart"].is_null() || row["oppstart"].as_u64() >= Some(2028), "{row}");
    }
}

fn what_was_promised_is_followed(folder: &Path) {
    let status = a3(folder).args(["status", "--format", "json", "--dato", "2028-02-01"]).output().unwrap();
    let status: Value = serde_json::from_slice(&status.stdout).unwrap();
    let gains =
        status["gevinster"].as_array().unwrap().iter().filter(|row| row["sak"] == "digitalt-tilsyn-natt");
    assert!(gains.filter(|row| !row["lovet"].is_null()).count() > 0, "{status}");
}

#[test]
fn a_command_that_writes_leaves_solvik_valid() {
    let folder = solvik();
    let arguments = ["measure", CASE, "doser", "96 %", "--dato", "2026-10-31"];
    let shown = said(folder.path(), 0, &[&arguments[..], &TODAY].concat());
    assert!(shown.contains("88 % → 96 % av 97 % innen 2027-06-30: 89 % av veien"), "{shown}");
    assert!(!said_of_check(folder.path()).contains("elektronisk-medisineringsstotte.yaml: feil"));
}

#[cfg(unix)]
#[test]
fn an_answer_is_never_put_over_a_file_answers_build_on() {
    let folder = solvik();
    let refused = |arguments: &[&str], file: &str| {
        let before = std::fs::read(folder.path().join(file)).unwrap();
        let why = said(folder.path(), 2, arguments);
        assert!(why.contains("en av filene svarene bygger på"), "{why}");
        assert_eq!(std::fs::read(folder.path().join(file)).unwrap(), before, "{arguments:?}");
    };
    let day = ["--dato", "2026-11-24"];
    let budget = "budsjett/2027.csv";
    refused(&[&["status", "--format", "csv", "-o", budget], &day[..]].concat(), budget);
    write(folder.path(), "historikk/2026.json", "{}");
    refused(
        &[&["next", "--format", "json", "-o", "historikk/2026.json"], &day[..]].concat(),
        "historikk/2026.json",
    );
    std::os::unix::fs::symlink(CASE, folder.path().join("lapp.txt")).unwrap();
    refused(&["done", "energisparing", "signere avtalen", "-o", "lapp.txt"], CASE);
    write(folder.path(), "m.txt", "sak;måling;verdi\n");
    refused(&["measure", "--fil", "m.txt", "-o", "m.txt"], "m.txt");
}

#[test]
fn nothing_is_changed_where_the_answer_cannot_be_written() {
    let folder = solvik();
    let case = folder.path().join("saker/teknisk/energisparing-i-bygg.yaml");
    let before = std::fs::read(&case).unwrap();
    for nowhere in ["nope/x.txt", "saker", "."] {
        said(folder.path(), 2, &["done", "energisparing", "signere avtalen", "-o", nowhere]);
        assert_eq!(std::fs::read(&case).unwrap(), before, "{nowhere}");
    }
}

#[test]
fn a_vedtak_that_would_decide_nothing_is_not_written() {
    let folder = solvik();
    let why = said(
        folder.path(),
        2,
        &["decide", "digitalt-tilsyn", "--organ", "Formannskapet", "--i-dag", "2026-12-15"],
    );
    assert!(why.contains("ville ikke avgjort digitalt-tilsyn-natt"), "{why}");
    let proposed = [
        "decide",
        "digitalt-tilsyn",
        "--organ",
        "Formannskapet",
        "--beslutning",
        "innstilt",
        "--i-dag",
        "2026-12-15",
    ];
    said(folder.path(), 0, &proposed);
}

#[test]
fn what_was_promised_of_the_gains_stands_when_a_cost_changes() {
    let folder = solvik();
    let promised = || {
        let status = said(
            folder.path(),
            0,
            &["status", "saker/barnevern-innen-fristen.yaml", "--format", "json", "--dato", "2027-03-01"],
        );
        serde_json::from_str::<Value>(&status).unwrap()["bro"]["lovet"].clone()
    };
    said(
        folder.path(),
        0,
        &["decide", "barnevern-innen", "--organ", "Kommunestyret", "--i-dag", "2026-12-15"],
    );
    let before = promised();
    let path = folder.path().join("saker/barnevern-innen-fristen.yaml");
    let text = read_to_string(&path).unwrap();
    assert!(text.contains("58 200 kr/år"));
    std::fs::write(&path, text.replace("58 200 kr/år", "958 200 kr/år")).unwrap();
    assert_eq!(promised(), before);
}

#[cfg(unix)]
#[test]
fn a_link_to_a_case_beside_it_is_the_same_file() {
    let folder = solvik();
    std::os::unix::fs::symlink("digital-post.yaml", folder.path().join("saker/lenke.yaml")).unwrap();
    let shown = said(folder.path(), 0, &["roll", "2028", "--dato", "2027-03-01"]);
    assert!(shown.starts_with("Planen er 2028–2031."), "{shown}");
}

#[test]
fn a_day_that_is_after_today_is_no_since() {
    let why = said(solvik().path(), 2, &["status", "--siden", "2027-08-31", "--dato", "2026-06-01"]);
    assert!(why.contains("--siden 2027-08-31 er etter 2026-06-01"), "{why}");
}

#[test]
fn a_duty_another_area_takes_is_not_said_to_be_taken_by_nobody() {
    let shown = said(solvik().path(), 0, &["overview", "--område", "Teknisk", "--dato", "2026-11-24"]);
    assert!(!shown.contains("Alle med vedtak om tilsyn om natten får det"), "{shown}");
}

#[test]
fn an_overview_has_no_phase_to_go_to() {
    let why = said(solvik().path(), 2, &["advance", "solvik-samlet"]);
    assert!(why.contains("er et overblikk, og har ingen faser"), "{why}");
}

#[cfg(unix)]
#[test]
fn last_years_list_is_neither_read_nor_written_outside_the_folder() {
    let (folder, outside) = (solvik(), tempfile::tempdir().unwrap());
    std::os::unix::fs::symlink(outside.path(), folder.path().join("historikk")).unwrap();
    let before = read_to_string(folder.path().join("a3.yaml")).unwrap();
    said(folder.path(), 2, &["roll", "2028", "--dato", "2027-03-01"]);
    assert_eq!(std::fs::read_dir(outside.path()).unwrap().count(), 0);
    assert_eq!(read_to_string(folder.path().join("a3.yaml")).unwrap(), before);
    let list = said(folder.path(), 0, &["rank", "--format", "json", "--dato", "2026-11-24"]);
    std::fs::write(outside.path().join("2026.json"), list).unwrap();
    let shown = said(folder.path(), 0, &["rank", "--format", "json", "--dato", "2026-11-24"]);
    assert!(serde_json::from_str::<Value>(&shown).unwrap()["i_fjor"].is_null());
}

#[test]
fn a_measured_value_far_off_its_way_is_said() {
    let folder = solvik();
    let measured = |value: &str, day: &str| {
        said(folder.path(), 0, &[&["measure", CASE, "doser", value, "--dato", day], &TODAY[..]].concat())
    };
    assert!(!measured("96 %", "2026-10-31").contains("langt utenfor veien"));
    assert!(measured("890 %", "2026-11-01").contains("Er tallet feil, så rett det i fila"));
}

#[test]
fn rows_left_are_those_of_the_plan_and_the_conditions_together() {
    let folder = solvik();
    let case = "a3: 1\ntittel: Brev\nområde: Stab\neier: Kari\nfase: overblikk\n\
        plan:\n  - {hva: Kurs}\nbetingelser:\n  - {hva: Nett}\nforankring:\n  - {hvem: Verneombudet}\n";
    write(folder.path(), "saker/brev.yaml", case);
    let done = |row: &str| said(folder.path(), 0, &["done", "saker/brev.yaml", row]);
    assert!(done("kurs").ends_with("1 rad står igjen.\n"));
    assert!(done("nett").ends_with("Det var den siste.\n"));
}

#[test]
fn the_person_years_that_are_promised_are_read_again_as_they_were_written() {
    for (hours, fte) in
        [("1 904", "1.0880"), ("1 968,75", "1.1250"), ("21 603,75", "12.3450"), ("1 750", "1")]
    {
        let folder = tempfile::tempdir().unwrap();
        let organisation = ORGANISATION.replace("minste_stilling: 20 %", "minste_stilling: 0 %");
        write(folder.path(), "a3.yaml", &organisation);
        let case = MEASURED.replace("1 000 timer/år", &format!("\"{hours} timer/år\""));
        let case = case
            .replace("fase: gjennomføring", "fase: forberedelse")
            .replace("oppstart: 2026", "oppstart: 2027");
        let (undecided, _) = case.split_once("vedtak:").unwrap();
        write(folder.path(), "saker/brev.yaml", undecided);
        let night = ["--organ", "Kommunestyret", "--dato", "2026-12-10", "--i-dag", "2026-12-11"];
        said(folder.path(), 0, &[&["decide", "brev"][..], &night].concat());
        let text = read_to_string(folder.path().join("saker/brev.yaml")).unwrap();
        assert!(text.contains(&format!("årsverk: {fte} årsverk")), "{text}");
        assert!(!said_of_check(folder.path()).contains("tvetydig-tall"), "{text}");
        let list = ["rank", "--format", "json", "--uten-usikkerhet", "--dato", "2026-12-11"];
        let list = said(folder.path(), 0, &list);
        assert_eq!(serde_json::from_str::<Value>(&list).unwrap()["liste"][0]["beslutning"], "besluttet");
    }
}

#[test]
fn figures_that_cannot_be_chosen_by_are_said_to_be_so_also_where_nothing_is_written() {
    use a3::choose::{NoChoice, TooLarge};
    use a3::report::{NotRanked, change::NotChanged};
    let wrong = NotRanked::Choice(NoChoice::TooLarge(TooLarge { id: Some("post".to_owned()) }));
    let said = a3::sentences::refused::sentence(&NotChanged::from(wrong)).nb;
    assert!(said.starts_with("Tallene i «post» er for store til å velge etter."), "{said}");
}

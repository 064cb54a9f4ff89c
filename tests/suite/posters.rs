//! The A3 sheets: every text of a case is on its sheet, nothing is cut in silence, and the file is one that can be
//! handed to anybody.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, here, write};
use super::sample::decimal;
use a3::pages::cell::Cell;
use a3::shape::{self, Kind};
use a3::units::Kroner;
use a3::words::Language;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// A case in which every text that people write is another, and says what it is.
pub(super) const MARKED: &str = include_str!("../data/posters/merket.yaml");

pub(super) fn report(folder: &Path, arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = a3(folder).arg("report").args(arguments).args(["--dato", TODAY]).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code())
}

fn with_case(case: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let goals = "mål:\n  bo-hjemme: {navn: merke mål-navn, kilde: merke mål-kilde}\n";
    write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{goals}"));
    write(folder.path(), "saker/sak.yaml", case);
    folder
}

/// The marks of a text: `merke` and the word after it.
fn marks(text: &str) -> BTreeSet<&str> {
    let end = |letter: char| !letter.is_alphanumeric() && letter != '-';
    text.split("merke ").skip(1).map(|rest| rest.split(end).next().unwrap()).collect()
}

#[test]
fn every_text_of_a_case_is_on_its_sheet() {
    let folder = with_case(MARKED);
    let (sheet, said, code) = report(folder.path(), &["saker/sak.yaml"]);
    assert_eq!(code, Some(0), "{said}");
    let written = marks(MARKED);
    assert!(written.len() >= 70, "{} marks", written.len());
    let shown = marks(&sheet);
    let lost: Vec<_> = written.difference(&shown).collect();
    assert!(lost.is_empty(), "not on the sheet: {lost:?}");
    assert!(shown.contains("mål-navn") && shown.contains("mål-kilde"));
}

/// A field of text that is no text to read: a name of something else in the files, or a code.
fn is_no_words(path: &str) -> bool {
    let names = ["a3", "område", "mål", "krever", "utelukker", "målinger.måler", "vedtak.lovet.merke"];
    names.contains(&path)
        || [".stilling", ".fra"].iter().any(|end| path.ends_with(end))
        || ["delområder", "deltakere"].iter().any(|begin| path.starts_with(begin))
}

/// Whether a field holds text, alone or in a list.
fn holds_text(kind: &Kind) -> bool {
    match kind {
        Kind::Text | Kind::Name => true,
        Kind::List(of) | Kind::Filled(of) | Kind::Named(of) | Kind::Years(of) => holds_text(of),
        Kind::Either(kinds) => kinds.iter().any(holds_text),
        Kind::Quantity | Kind::Formula | Kind::Choice(_) | Kind::YesNo | Kind::Date | Kind::Year => false,
        Kind::Version | Kind::Code | Kind::Section(_) | Kind::Amount => false,
    }
}

/// What is written of a field at the top of a case, from its key to the next.
fn written_of<'c>(case: &'c str, path: &str) -> &'c str {
    let key = format!("{}:", path.split('.').next().unwrap());
    let lines = case.match_indices('\n').map(|(end, _)| end + 1);
    let mut tops = lines.filter(|at| case[*at..].starts_with(char::is_alphabetic));
    let from = tops.find(|at| case[*at..].starts_with(&key)).unwrap_or(case.len());
    &case[from..tops.next().unwrap_or(case.len())]
}

#[test]
fn the_marked_case_has_a_mark_in_every_field_of_text() {
    let of_case = || shape::paths().into_iter().filter(|found| found.file == &shape::CASE);
    let texts = of_case().filter(|found| holds_text(&found.field.kind) && !is_no_words(&found.path));
    let texts: BTreeMap<String, &str> = texts.map(|found| (found.path, found.field.key)).collect();
    assert!(texts.len() > 40, "{} fields of text", texts.len());
    for (path, key) in texts {
        let written = written_of(MARKED, &path);
        let mark = format!("{key}: merke ");
        assert!(written.contains(&mark) || written.contains("\n  - merke "), "no mark in {path}");
    }
    // And a remark on everything that has fields, but for lav, verdi and høy, which are one figure.
    let is_figure = |path: &str| [".lav", ".verdi", ".høy"].iter().any(|end| path.ends_with(end));
    let fields = of_case().filter(|found| !is_figure(&found.path));
    let sections = fields.filter_map(|found| Some(found.path.rsplit_once('.')?.0.to_owned()));
    let sections: BTreeSet<String> = sections.filter(|path| !is_no_words(path)).collect();
    assert!(sections.len() > 20, "{sections:?}");
    for path in &sections {
        let written = written_of(MARKED, path);
        let is_there = match path.rsplit_once('.') {
            None => written.contains("merknad: merke "),
            // What is within a row stands on one line, in its own brackets.
            Some((_, key)) => written
                .split(&format!("{key}: "))
                .skip(1)
                .any(|rest| rest.split('}').next().is_some_and(|inner| inner.contains("merknad: merke "))),
        };
        assert!(is_there, "no remark in {path}");
    }
}

#[test]
fn what_does_not_fit_is_whole_on_the_back_and_the_front_and_a_remark_say_so() {
    let long = "ord ".repeat(25_000) + "slutten";
    let case = GOOD_CASE.replace("Vi sender 6000 brev i året.", &long);
    let folder = with_case(&case);
    let (sheet, said, code) = report(folder.path(), &[]);
    assert_eq!(code, Some(0));
    assert!(said.contains("saker/sak.yaml:6: merknad[for-langt-for-arket]"), "{said}");
    let (front, back) = sheet.split_once("Baksiden:").unwrap();
    assert!(front.contains("står på baksiden") && !front.contains("slutten"));
    assert!(back.contains("slutten"));

    let rows: String = (0..400).map(|row| format!("  - Årsak nummer {row}\n")).collect();
    let folder = with_case(&format!("{GOOD_CASE}årsaker:\n{rows}"));
    let (sheet, ..) = report(folder.path(), &[]);
    let (front, back) = sheet.split_once("Baksiden:").unwrap();
    let kept = front.matches("Årsak nummer").count();
    assert!(kept > 5 && front.contains(&format!("+ {} til på baksiden", 400 - kept)), "{kept}");
    assert_eq!(back.matches("Årsak nummer").count(), 400);
}

/// A text of so many letters, in words.
fn letters(count: usize) -> String {
    "ord og ".repeat(count / 7)
}

/// What for-langt-for-arket says fits does fit, with every other box filled.
#[test]
fn texts_of_the_length_the_rule_allows_are_all_on_the_front() {
    let lines =
        [("bakgrunn", 1_000), ("nåsituasjon", 1_000), ("ønsket", 1_000), ("læring", 400), ("merknad", 400)];
    let with = |more: usize| {
        lines.iter().fold(MARKED.to_owned(), |case, (name, most)| {
            case.replace(&format!(": merke {name}\n"), &format!(": {}\n", letters(most + more)))
        })
    };
    let full = with(0);
    assert!(full.len() > MARKED.len() + 3_600, "five texts are made longer");
    let folder = with_case(&full);
    let (sheet, said, code) = report(folder.path(), &[]);
    assert_eq!(code, Some(0), "{said}");
    assert!(!said.contains("for-langt-for-arket") && !sheet.contains("Baksiden:"), "{said}");
    let check = |case: &str| {
        let folder = with_case(case);
        let output = a3(folder.path()).args(["check", "--dato", TODAY]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(!check(&full).contains("for-langt-for-arket"));
    assert_eq!(check(&with(100)).matches("[for-langt-for-arket]").count(), 5);
}

/// The overview as people write it, with a mark in each of its texts.
pub(super) const OVERVIEW: &str = include_str!("../data/posters/overblikk.yaml");

#[test]
fn every_text_of_the_overview_is_on_the_sheet_of_the_whole() {
    let folder = with_case(MARKED);
    write(folder.path(), "saker/samlet.yaml", OVERVIEW);
    let (sheet, said, code) = report(folder.path(), &["--hele", "--uten-usikkerhet"]);
    assert_eq!(code, Some(0), "{said}");
    let shown = marks(&sheet);
    let lost: Vec<_> = marks(OVERVIEW).into_iter().filter(|mark| !shown.contains(mark)).collect();
    assert!(lost.is_empty(), "not on the sheet: {lost:?}\n{said}");
    // What the whole and the område say of a case.
    let (area, ..) = report(folder.path(), &["--område", "Stab", "--uten-usikkerhet"]);
    for mark in ["tittel", "mål-navn", "krav", "læring"] {
        assert!(marks(&area).contains(mark) && marks(&sheet).contains(mark), "{mark}");
    }
}

#[test]
fn no_text_of_a_case_is_markup() {
    let hostile = "'</style></title><script>alert(1)</script><img src=x>&amp; שלום'";
    let case = GOOD_CASE
        .replace("tittel: Digital post", &format!("tittel: {hostile}"))
        .replace("Vi sender 6000 brev i året.", hostile)
        .replace("navn: Spart porto", &format!("navn: {hostile}"))
        .replace("Lars Linjeleder", hostile);
    let folder = with_case(&case);
    let (sheet, ..) = report(folder.path(), &[]);
    assert!(sheet.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && sheet.contains("&amp;amp;"));
    for markup in ["<script", "<img", "</title></"] {
        assert!(!sheet.contains(markup), "{markup:?}");
    }
    assert_eq!(sheet.matches("</style>").count(), 1);
}

#[test]
fn an_empty_box_says_what_belongs_there_and_when() {
    let folder = with_case(GOOD_CASE);
    let (sheet, ..) = report(folder.path(), &[]);
    assert!(sheet.contains("Hvem gjør hva, og når? Fylles ut i 4. kvartal."));
    assert_eq!(sheet.matches("class=\"panel empty\"").count(), 9, "boxes 2, 3 and 7 have words");
    let numbers: Vec<String> = (1..=12).map(|number| format!("class=\"number\">{number}</span>")).collect();
    let places: Vec<_> = numbers.iter().map(|number| sheet.find(number.as_str()).unwrap()).collect();
    assert!(places.is_sorted(), "the boxes stand in order");
    let english = report(folder.path(), &["--lang", "en"]).0;
    assert!(english.contains("Who does what, and when? Filled in in quarter 4."));
}

#[test]
fn the_left_half_holds_no_solutions() {
    let (sheet, ..) = report(&here("examples/solvik"), &["saker/helse/digitalt-tilsyn-natt.yaml"]);
    let (left, right) = sheet.split_once("half right").unwrap();
    let (_, left) = left.split_once("half left").unwrap();
    for solution in ["Digitalt tilsyn hos dem som vil", "Kamera og sensorer", "Spart tid til kjøring"] {
        assert!(!left.contains(solution) && right.contains(solution), "{solution}");
    }
}

#[test]
fn the_sheets_of_solvik_are_the_same_bytes_every_time_and_load_nothing() {
    let folder = here("examples/solvik");
    let (first, said, code) = report(&folder, &["--trekk", "100"]);
    assert_eq!(code, Some(0), "{said}");
    let mut again = a3(&folder);
    again.env("RAYON_NUM_THREADS", "1").args(["report", "--trekk", "100", "--dato", TODAY]);
    assert!(first.as_bytes() == again.output().unwrap().stdout, "the bytes differ");
    assert_eq!(first.matches("<article class=\"sheet").count(), 15);
    for loaded in ["<script", "<link", "src=", "url(", "@import"] {
        assert!(!first.contains(loaded), "{loaded}");
    }
    let pictures = first.matches("<svg").count();
    assert_eq!(first.matches("role=\"img\"><title>").count(), pictures);
    assert!(pictures > 60, "{pictures}");
}

#[test]
fn every_case_of_solvik_has_all_of_it_on_the_front() {
    let (sheets, said, code) = report(&here("examples/solvik"), &[]);
    assert_eq!((said.as_str(), code), ("", Some(0)));
    assert_eq!(sheets.matches("<article class=\"sheet").count(), 15);
    assert!(!sheets.contains("Baksiden"), "nothing is on a back");
}

#[test]
fn a_case_with_errors_has_no_sheet_and_is_named() {
    let folder = with_case(&GOOD_CASE.replace("96 000 kr/år", "mye"));
    let (sheet, said, code) = report(folder.path(), &[]);
    assert_eq!((sheet.as_str(), code), ("", Some(1)));
    assert!(said.contains("saker/sak.yaml"), "{said}");
}

#[test]
fn a_report_of_nothing_is_never_put_over_a_good_one() {
    let folder = super::writing::solvik();
    let reports: [&[&str]; 4] = [
        &["--alt", "-o", "alt"],
        &["--hele", "-o", "hele.html"],
        &["--område", "Helse og omsorg", "-o", "helse.html"],
        &["--hele", "--saksframlegg", "-o", "hele.md"],
    ];
    let files = ["alt/index.html", "alt/budsjett.html", "hele.html", "helse.html", "hele.md"];
    for file in files {
        write(folder.path(), file, "god");
    }
    let organisation = folder.path().join("a3.yaml");
    let text = std::fs::read_to_string(&organisation).unwrap();
    std::fs::write(&organisation, text.replace("budsjettår: 2027", "budsjettår: [2027")).unwrap();
    for arguments in reports {
        let (shown, told, code) = report(folder.path(), arguments);
        assert_eq!((shown.as_str(), code), ("", Some(1)), "{told}");
        assert!(told.starts_with("a3.yaml har feil (linje "), "{told}");
    }
    for file in files {
        assert_eq!(std::fs::read_to_string(folder.path().join(file)).unwrap(), "god", "{file}");
    }
}

#[test]
fn a_sheet_goes_in_a_file_and_never_over_what_it_is_made_from() {
    let folder = with_case(GOOD_CASE);
    let (shown, _, code) = report(folder.path(), &["-o", "ark.html"]);
    assert_eq!((shown.as_str(), code), ("", Some(0)));
    let written = std::fs::read_to_string(folder.path().join("ark.html")).unwrap();
    assert_eq!(written, report(folder.path(), &["--format", "html"]).0);
    for (arguments, file) in
        [(&["-o", "a3.yaml"][..], "a3.yaml"), (&["-o", "saker/sak.yaml"], "saker/sak.yaml")]
    {
        let before = std::fs::read(folder.path().join(file)).unwrap();
        assert_eq!(report(folder.path(), arguments).2, Some(2), "{file}");
        assert!(before == std::fs::read(folder.path().join(file)).unwrap(), "{file}");
    }
}

#[test]
fn the_whole_and_an_area_have_the_same_twelve_boxes() {
    let folder = here("examples/solvik");
    let boxes = |arguments: &[&str]| {
        let (sheet, said, code) = report(&folder, arguments);
        assert_eq!(code, Some(0), "{said}");
        let numbers: Vec<String> = (1..=12).map(|of| format!("class=\"number\">{of}</span>")).collect();
        assert!(numbers.iter().all(|number| sheet.contains(number.as_str())), "{arguments:?}");
        sheet
    };
    let whole = boxes(&["--hele"]);
    for shown in
        ["Solvik mot 2030", "Hva som begrenser oss", "Hjemmetjenesten", "Flere bor trygt hjemme lenger"]
    {
        assert!(whole.contains(shown), "{shown}");
    }
    let area = boxes(&["--område", "Helse og omsorg"]);
    assert!(area.contains("Digitalt tilsyn om natten") && !area.contains("Meråpent bibliotek"));
    let (_, said, code) = report(&folder, &["--område", "Kultur"]);
    assert_eq!(code, Some(2));
    assert!(
        said.contains("Ingen sak er i området «Kultur». Områdene er «Helse og omsorg», «Oppvekst»"),
        "{said}"
    );
}

#[test]
fn the_sheet_and_the_overview_calculate_each_area_to_the_same_and_name_the_same_takers() {
    let folder = here("examples/solvik");
    let output = a3(&folder).args(["overview", "--format", "json", "--dato", TODAY]).output().unwrap();
    let overview: Value = serde_json::from_slice(&output.stdout).unwrap();
    let (draft, said, code) = report(&folder, &["--hele", "--saksframlegg", "--uten-usikkerhet"]);
    assert_eq!(code, Some(0), "{said}");
    let (_, boxes) = draft.split_once("## Slik er det").unwrap();
    let row = |name: &str| -> Vec<String> {
        let line = boxes.lines().find(|line| line.starts_with('|') && line.contains(name)).unwrap();
        line.split('|').map(|cell| cell.trim().to_owned()).collect()
    };
    let areas = overview["delområder"].as_array().unwrap();
    assert!(areas.iter().filter(|area| !area["regnet"].is_null()).count() > 3);
    for area in areas {
        let calculated = area["regnet"].as_str().map(|amount| Kroner::new(decimal(amount)));
        let shown = calculated.map(|amount| Cell::Thousands(amount).bare(Language::Nb)).unwrap_or_default();
        let cells = row(area["navn"].as_str().unwrap());
        assert_eq!(cells[5].replace('\u{a0}', " "), shown.replace('\u{a0}', " "), "{cells:?}");
    }
    for duty in overview["minimumskrav"].as_array().unwrap() {
        let (takers, cells) = (duty["saker"].as_array().unwrap(), row(duty["krav"].as_str().unwrap()));
        assert_eq!(cells[3].split("; ").count(), takers.len(), "{cells:?}");
    }
}

#[test]
fn a_case_that_was_rejected_is_not_said_to_meet_a_duty() {
    let register = "minimumskrav:\n  tilsyn: {krav: Alle får tilsyn, hjemmel: hol. § 4-1, oppfylt: nei}\n";
    let taken = |decision: &str| {
        let folder = tempfile::tempdir().unwrap();
        let duty = "minimumskrav: [{krav: tilsyn, etter: ja}]\n";
        write(folder.path(), "a3.yaml", &format!("{ORGANISATION}{register}"));
        write(folder.path(), "saker/sak.yaml", &format!("{GOOD_CASE}{duty}{decision}"));
        let (draft, said, _) = report(folder.path(), &["--hele", "--saksframlegg"]);
        let row = draft.lines().find(|line| line.starts_with("| Alle får tilsyn"));
        row.unwrap_or_else(|| panic!("{said}\n{draft}")).to_owned()
    };
    assert!(taken("").contains("Digital post"), "{}", taken(""));
    let rejected = taken("vedtak: [{dato: 2026-01-15, organ: Formannskapet, beslutning: avvist}]\n");
    assert!(rejected.contains("ingen sak ennå"), "{rejected}");
}

#[test]
fn the_whole_without_an_overview_or_frames_says_what_is_missing() {
    let folder = with_case(GOOD_CASE);
    let (sheet, said, code) = report(folder.path(), &["--hele"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(sheet.contains("Skrives i a3.yaml (rammer) i 3. kvartal.") && sheet.contains("Solvik kommune"));
}

#[test]
fn a_site_has_a_page_for_each_case_and_every_link_leads_somewhere() {
    let folder = tempfile::tempdir().unwrap();
    let site = folder.path().join("ny/rapport");
    let arguments = ["--alt", "-o", site.to_str().unwrap(), "--trekk", "100"];
    let (shown, said, code) = report(&here("examples/solvik"), &arguments);
    assert_eq!((shown.as_str(), code), ("", Some(0)), "{said}");
    let index = std::fs::read_to_string(site.join("index.html")).unwrap();
    let links: Vec<&str> =
        index.split("href=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert!(links.len() >= 40, "{}", links.len());
    assert!(["#sakene", "#gevinstkart", "budsjett.html"].iter().all(|link| links.contains(link)));
    for link in links.iter().filter(|link| link.starts_with("ark/")) {
        let page = std::fs::read_to_string(site.join(link)).unwrap();
        assert!(page.contains("href=\"../index.html\"") && page.contains("<article class=\"sheet"));
    }
    assert_eq!(std::fs::read_dir(site.join("ark")).unwrap().count(), 15);
    assert_eq!(index.matches("<script>").count(), 1, "the list alone has a script");
    let list = index.split("id=\"sakene\"").nth(1).unwrap();
    let (list, map) = list.split_once("id=\"gevinstkart\"").unwrap();
    assert!(list.contains("data-search=\"Søk i lista\"") && list.contains("LED i gatelysene"));
    assert!(list.contains("href=\"ark/digital-post.html\""), "what is finished is last in the list");
    let (_, night) = map.split_once("Digitalt tilsyn om natten</a>").unwrap();
    assert!(night.contains("Spart tid til kjøring og tilsyn") && !map.contains("data-search"));
    assert!(map.contains("Hvilerom i alle bogrupper") && map.contains("19.3.2027"), "{map}");

    let budget = std::fs::read_to_string(site.join("budsjett.html")).unwrap();
    assert!(budget.contains("href=\"index.html\"") && !budget.contains("<script"));
    let shown = a3(&here("examples/solvik")).args(["budget", "--alt", "--dato", TODAY]).output().unwrap();
    let shown = String::from_utf8(shown.stdout).unwrap();
    assert!(budget.contains(shown.lines().next().unwrap()), "the same budget");
    for of in ["Avstemming", "3230 Nattjenesten", "−2\u{a0}081"] {
        assert!(budget.contains(of) && shown.contains(of), "{of}");
    }

    assert_eq!(report(&here("examples/solvik"), &["--alt"]).2, Some(2), "a site needs a folder");
}

#[test]
fn a_site_goes_in_a_folder_of_its_own_and_may_be_made_again() {
    let folder = super::writing::solvik();
    write(folder.path(), "nett/index.html", "<title>Vår egen side</title>");
    std::fs::create_dir(folder.path().join("tom")).unwrap();
    let make = |place: &str| report(folder.path(), &["--alt", "-o", place, "--uten-usikkerhet"]);
    for others in ["nett", "saker", "budsjett", "."] {
        let (_, told, code) = make(others);
        let is_said = told.contains("filer som a3 ikke har laget") && told.contains("-o rapport");
        assert!(code == Some(2) && is_said, "{others}: {told}");
        assert!(!folder.path().join(others).join("ark").exists(), "{others}");
    }
    let own = std::fs::read_to_string(folder.path().join("nett/index.html")).unwrap();
    assert_eq!(own, "<title>Vår egen side</title>");
    for free in ["rapport", "tom", "rapport"] {
        assert_eq!(make(free).2, Some(0), "{free}");
    }
    write(folder.path(), "rapport/notat.txt", "vårt");
    assert_eq!(make("rapport").2, Some(0), "what others put beside the pages stays");
    write(folder.path(), "rapport/ark/digital-post.html", "vårt");
    let (_, told, code) = make("rapport");
    assert!(code == Some(2) && told.contains("-o rapport-2"), "{told}");
}

#[test]
fn no_result_is_written_among_the_files_of_git() {
    let folder = with_case(GOOD_CASE);
    write(folder.path(), ".git/HEAD", "ref: refs/heads/main\n");
    let refused = |arguments: &[&str]| {
        let output = a3(folder.path()).args(arguments).args(["--dato", TODAY]).output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.code() == Some(2) && told.contains("inne i .git"), "{arguments:?}: {told}");
    };
    refused(&["check", "-o", ".git/HEAD"]);
    refused(&["check", "-o", ".GIT/ny.txt"]);
    refused(&["rank", "-o", "saker/../.git/ny.txt"]);
    refused(&["report", "--alt", "-o", ".git/ark"]);
    refused(&["report", "--alt", "-o", ".git"]);
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(".git/HEAD", folder.path().join("svar.txt")).unwrap();
        refused(&["check", "-o", "svar.txt"]);
    }
    let kept = std::fs::read_to_string(folder.path().join(".git/HEAD")).unwrap();
    assert_eq!(kept, "ref: refs/heads/main\n");
    assert_eq!(std::fs::read_dir(folder.path().join(".git")).unwrap().count(), 1);
}

#[test]
fn a_draft_for_the_council_says_what_is_to_be_decided_and_has_every_text_of_the_case() {
    let folder = with_case(MARKED);
    let proposed = MARKED.replace("fase: gjennomføring", "fase: forberedelse");
    let proposed = proposed.replace("beslutning: vedtatt", "beslutning: innstilt");
    assert_ne!(proposed, MARKED);
    for case in [MARKED, &proposed] {
        write(folder.path(), "saker/sak.yaml", case);
        let (draft, said, code) = report(folder.path(), &["--saksframlegg", "saker/sak.yaml"]);
        assert_eq!(code, Some(0), "{said}");
        let is_proposed = draft.contains("## Forslag til vedtak") && draft.contains("merke beslutter vedtar");
        assert_eq!(is_proposed, case == proposed, "{draft}");
        assert!(draft.contains("Et annet merke betyr "));
        let lost: Vec<_> = marks(case).difference(&marks(&draft)).copied().collect();
        assert!(lost.is_empty(), "not in the draft: {lost:?}");
    }

    let arguments = ["--saksframlegg", "--format", "docx", "saker/sak.yaml", "-o", "sak.docx"];
    let (shown, said, code) = report(folder.path(), &arguments);
    assert_eq!((shown.as_str(), code), ("", Some(0)), "{said}");
    let document = std::fs::read(folder.path().join("sak.docx")).unwrap();
    assert!(document.starts_with(b"PK\x03\x04"));
    let text = String::from_utf8_lossy(&document).into_owned();
    assert!(marks(MARKED).is_subset(&marks(&text)));
}

#[test]
fn a_draft_of_the_whole_says_what_is_carried_out_and_what_waits() {
    let (draft, said, code) = report(&here("examples/solvik"), &["--saksframlegg", "--hele"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(
        draft.contains("Disse sakene gjennomføres") && draft.contains("Digitalt tilsyn om natten (2027)")
    );
    assert!(draft.contains("Disse sakene venter") && draft.contains("LED i gatelysene"));
    let (_, bridge) = draft.split_once("## Kom gevinstene vi lovet?").unwrap();
    let (bridge, _) = bridge.split_once("| Ledd for ledd").unwrap();
    for term in
        ["| --- | ---: |", "| Lovet | 5\u{a0}192 |", "| Ventet nå | ", "| Målt | ", "| Trukket fra | "]
    {
        assert!(bridge.contains(term), "{term}: {bridge}");
    }
    let (_, measures) = draft.split_once("## Tiltakene").unwrap();
    assert!(
        measures.contains("| Langvakter i bofellesskapet Fjordveien | 2028 | 0 | −51 | 767 | 767 | 1,1 |")
    );
    assert!(!draft.contains("digitalt-tilsyn-natt"), "cases are called by their titles");
    assert!(draft.contains("Kravet koster ingenting: de samme sakene ville vært valgt uten det."));
    let needed = "Uten «Langvakter i bofellesskapet Fjordveien» mangler 1,1 mill. kr av kravet";
    assert!(draft.replace('\u{a0}', " ").contains(needed), "{draft}");
}

#[test]
fn what_follows_from_a_yes_is_what_is_decided_on() {
    let (draft, ..) = report(&here("examples/solvik"), &["--saksframlegg", "--hele", "--uten-usikkerhet"]);
    let draft = draft.replace('\u{a0}', " ");
    assert!(draft.contains("2030: 2 081 459 kr"), "{draft}");
    assert!(draft.contains(
        "| Driftsbudsjettet i 2030 | 2,1 mill. kr mindre enn i dag | 1,2 mill. kr mindre enn i dag |"
    ));
    assert!(draft.contains("| Krav i lov og forskrift som ingen sak i planen oppfyller | 0 | 2 |"));
}

#[test]
fn a_draft_of_a_case_says_what_follows_from_a_yes_and_a_no() {
    let folder = here("examples/solvik");
    let (draft, said, code) = report(&folder, &["--saksframlegg", "digitalt-tilsyn-natt"]);
    assert_eq!(code, Some(0), "{said}");
    let draft = draft.replace('\u{a0}', " ");
    let (_, after) = draft.split_once("| Hva som følger | Vedtas saken | Vedtas den ikke |").unwrap();
    for row in [
        "| Driftsbudsjettet i 2030 | 505 000 kr mindre enn i dag | som i dag |",
        "| Alle med vedtak om tilsyn om natten får det | ● ja | ◐ delvis |",
        "| Tilsyn som ikke ble gjort | 0 tilsyn/måned | 34 tilsyn/måned |",
        "| Fortsette som i dag | Nullalternativet. Holder ikke, kravet er ikke oppfylt |",
        "| En nattpatrulje til | 2,1 mill. kr mer enn i dag | −17,8 mill. kr | krever skjønn |",
    ] {
        assert!(after.contains(row), "{row}\n{draft}");
    }
    assert!(draft.contains("Investeringen tas inn i investeringsbudsjettet: 2027: 846 000 kr."));
    let (draft, ..) = report(&folder, &["--saksframlegg", "langvakter-i-bofellesskap"]);
    let demand = "| Kommunens innsparingskrav, alle år til sammen | nås | 1,1 mill. kr mangler |";
    assert!(draft.replace('\u{a0}', " ").contains(demand), "{draft}");
}

#[test]
fn a_draft_of_a_case_proposes_the_start_and_the_figures_of_the_list() {
    let solvik = here("examples/solvik");
    let list = a3(&solvik).args(["rank", "--format", "json", "--uten-usikkerhet", "--dato", TODAY]).output();
    let list: Value = serde_json::from_slice(&list.unwrap().stdout).unwrap();
    for (id, own, start) in [("langvakter-i-bofellesskap", 2027, 2028), ("meropent-bibliotek", 2028, 2030)] {
        let row = list["liste"].as_array().unwrap().iter().find(|row| row["id"] == id).unwrap();
        assert_eq!(row["oppstart"], start);
        let (draft, told, code) = report(&solvik, &[id, "--saksframlegg", "--uten-usikkerhet"]);
        let draft = draft.replace('\u{a0}', " ");
        let (_, proposed) = draft.split_once("## Forslag til vedtak").unwrap();
        let (proposed, _) = proposed.split_once("## ").unwrap();
        assert!(proposed.contains(&format!(" med oppstart i {start}.")), "{proposed}");
        for (year, amount) in (2027..).zip(row["budsjett"].as_array().unwrap()) {
            let amount = decimal(amount.as_str().unwrap());
            let said = format!("{year}: {}", a3::words::number::kroner(Kroner::new(amount), Language::Nb));
            assert!(proposed.contains(&said.replace('\u{a0}', " ")), "{said}: {proposed}");
        }
        assert!(told.contains(&format!("oppstart i {start}, som i a3 rank. I saken står {own}.")), "{told}");
        assert_eq!(code, Some(0));
    }
}

#[test]
fn a_draft_of_a_case_that_is_settled_says_so_and_proposes_nothing() {
    let draft = |folder: &Path, case: &str| {
        let (draft, said, code) = report(folder, &["--saksframlegg", case, "--uten-usikkerhet"]);
        assert_eq!(code, Some(0), "{said}");
        for proposal in ["Forslag til vedtak", "vedtar «", "tas inn i", "Vedtas den ikke"] {
            assert!(!draft.contains(proposal), "{proposal}: {draft}");
        }
        assert!(draft.contains("## Saken er avgjort") && draft.contains("foreslår derfor ikke noe nytt"));
        draft
    };
    let solvik = here("examples/solvik");
    let adopted = draft(&solvik, "energisparing-i-bygg");
    assert!(adopted.contains("ble vedtatt 22.10.2026 (Kommunestyret, PS 74/26)."), "{adopted}");
    assert!(draft(&solvik, "digital-post").contains("ble vedtatt 12.12.2024 (Kommunedirektøren, "));
    let rejected = "vedtak: [{dato: 2026-01-15, organ: Formannskapet, beslutning: avvist}]\n";
    let folder = with_case(&format!("{GOOD_CASE}{rejected}"));
    assert!(draft(folder.path(), "sak").contains("ble avvist 15.1.2026 (Formannskapet)."));
    let carried_out = GOOD_CASE.replace("fase: overblikk", "fase: gjennomføring");
    let folder = with_case(&carried_out);
    assert!(draft(folder.path(), "sak").contains("er i fasen gjennomføring, men vedtaket er ikke ført"));
}

#[test]
fn a_sheet_of_an_area_says_what_stands_on_the_sheet_of_the_whole() {
    let sheet = |folder: &Path, arguments: &[&str]| {
        let arguments: Vec<&str> = arguments.iter().copied().chain(["--uten-usikkerhet"]).collect();
        let (sheet, said, code) = report(folder, &arguments);
        assert_eq!(code, Some(0), "{said}");
        sheet
    };
    let solvik = here("examples/solvik");
    let area = sheet(&solvik, &["--område", "Oppvekst"]);
    assert!(area.contains("Området har ikke noe eget her: se arket for hele kommunen (a3 report --hele)."));
    assert!(!area.contains("Hva er det som gjør at vi må se på dette?"), "the overview says it");
    assert!(area.contains("Investering i alle områdene, 1\u{a0}000\u{a0}kr"));
    let whole = sheet(&solvik, &["--hele"]);
    assert!(whole.contains("Investering, 1\u{a0}000\u{a0}kr") && !whole.contains("a3 report --hele"));
    let folder = with_case(GOOD_CASE);
    let area = sheet(folder.path(), &["--område", "Stab"]);
    assert!(area.contains("Skrives i overblikket (nivå: virksomhet) i 1. kvartal."), "nobody has written it");
}

#[test]
fn a_draft_is_asked_for_in_words_that_fit() {
    let folder = with_case(GOOD_CASE);
    for (arguments, said) in [
        (&["--format", "docx"][..], "--saksframlegg"),
        (&["--saksframlegg", "--format", "html"], "--format markdown eller --format docx"),
        (&["--saksframlegg", "--format", "docx"], "-o sak.docx"),
        (&["-o", "ark.pdf"], " – åpne den i en nettleser, skriv ut med Ctrl+P, og velg «Lagre som PDF»"),
        (&["-o", "ark.docx"], "a3 report --saksframlegg --format docx -o ark.docx"),
    ] {
        let (_, told, code) = report(folder.path(), arguments);
        assert!(code == Some(2) && told.contains(said), "{arguments:?}: {told}");
    }
    write(folder.path(), "saker/to.yaml", GOOD_CASE);
    let (_, told, code) = report(folder.path(), &["--saksframlegg"]);
    assert!(code == Some(2) && told.contains("om én sak, eller om alle med --hele"), "{told}");
}

#[test]
fn the_status_sheet_has_room_for_what_came() {
    let folder = here("examples/solvik");
    let case = "saker/teknisk/energisparing-i-bygg.yaml";
    let (status, said, code) = report(&folder, &[case, "--status"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(status.contains("Trukket fra") && status.contains("Hullet"));
    assert!(status.contains("Status 24.11.2026") && status.contains("--vis"));
    assert!(status.contains("valgt blant") && !status.contains("Nullalternativet"));
    let (proposal, ..) = report(&folder, &[case]);
    assert!(proposal.contains("Nullalternativet") && !proposal.contains("Trukket fra"));
    let (whole, ..) = report(&folder, &["--hele"]);
    assert!(whole.contains("Gevinstbroen"));
}

/// The good case in a phase, from a start.
fn in_phase(phase: &str, start: u16) -> String {
    let case = GOOD_CASE.replace("fase: overblikk", &format!("fase: {phase}"));
    format!("{case}oppstart: {start}\nlevetid: 5 år\n")
}

#[test]
fn after_oppstart_a_case_has_the_status_sheet_of_its_own_accord() {
    let solvik = here("examples/solvik");
    for begun in ["elektronisk-medisineringsstotte", "digital-post"] {
        let sheet = |more: &[&str]| report(&solvik, &[&[begun, "--uten-usikkerhet"], more].concat()).0;
        assert_eq!(sheet(&[]), sheet(&["--status"]), "{begun}");
        assert!(sheet(&[]).contains("Status 24.11.2026"));
    }
    let is_status = |phase: &str, start: u16| {
        let folder = with_case(&in_phase(phase, start));
        report(folder.path(), &["saker/sak.yaml", "--uten-usikkerhet"]).0.contains("Status 24.11.2026")
    };
    assert!(is_status("gjennomføring", 2026));
    assert!(!is_status("gjennomføring", 2027), "it has not begun");
    assert!(!is_status("forberedelse", 2026), "nobody carries it out");
}

#[test]
fn the_status_sheet_asks_what_is_done_where_a_gain_has_not_come() {
    let measured = "målinger:
  - navn: Porto
    gevinst: Spart porto
    nullpunkt: {dato: 2025-12-31, verdi: 96 000 kr/år}
    mål: {dato: 2026-06-30, verdi: 0 kr/år}
    målt: [{dato: 2026-10-31, verdi: 90 000 kr/år}]
";
    let sheet = |more: &str| {
        let folder = with_case(&format!("{}{measured}{more}", in_phase("gjennomføring", 2026)));
        report(folder.path(), &["saker/sak.yaml", "--uten-usikkerhet"]).0
    };
    let asks = "Hva gjør vi med det? Skrives i justeringer.";
    let behind = sheet("");
    assert!(behind.contains("bak, 6\u{a0}%") && behind.contains(asks));
    let adjusted = sheet("justeringer: [{dato: 2026-11-01, hva: Ringt dem som får brev, hvem: Lars}]\n");
    assert!(adjusted.contains("Ringt dem som får brev") && !adjusted.contains(asks));
}

#[test]
fn the_status_sheet_of_the_whole_and_of_an_area_says_what_status_says() {
    let solvik = here("examples/solvik");
    let said = a3(&solvik).args(["status", "--format", "json", "--dato", TODAY]).output().unwrap();
    let said: Value = serde_json::from_slice(&said.stdout).unwrap();
    let sheet = |level: &[&str]| {
        let (sheet, said, code) = report(&solvik, &[level, &["--status", "--uten-usikkerhet"]].concat());
        assert_eq!(code, Some(0), "{said}");
        for number in 1..=12 {
            assert!(sheet.contains(&format!("class=\"number\">{number}</span>")), "{number}");
        }
        assert!(sheet.contains("Status 24.11.2026") && sheet.contains("det vanlige arket"));
        sheet
    };
    let whole = sheet(&["--hele"]);
    for term in ["lovet", "ventet", "målt", "trukket_fra", "hull", "ikke_ventet", "kommet"] {
        let amount = Kroner::new(decimal(said["bro"][term].as_str().unwrap()));
        let thousands = a3::words::number::thousands(amount, Language::Nb);
        assert!(whole.contains(&format!("{thousands}<")), "{term}: {thousands}");
    }
    for shown in ["Roboter i lønn og regnskap", "Digital post i stedet for brev", "bak", "HULLET"] {
        assert!(whole.contains(shown), "{shown}");
    }
    assert!(!whole.contains("Høyest netto nåverdi"), "the list is in a line");
    let area = sheet(&["--område", "Helse og omsorg"]);
    assert!(area.contains("Elektronisk medisineringsstøtte") && !area.contains("Roboter i lønn"));
}

#[test]
fn the_status_sheet_of_the_whole_says_what_was_done_and_what_will_not_come() {
    let adjusted = "justeringer: [{dato: 2026-10-01, hva: Flyttet sone øst, hvem: Lars}]\n";
    let folder = with_case(&format!("{}{adjusted}", in_phase("gjennomføring", 2026)));
    let (whole, said, code) = report(folder.path(), &["--hele", "--status", "--uten-usikkerhet"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(whole.contains("Justert:") && whole.contains("Flyttet sone øst"));
    let (plain, ..) = report(folder.path(), &["--hele", "--uten-usikkerhet"]);
    assert!(!plain.contains("Flyttet sone øst"));
    let folder = with_case(GOOD_CASE);
    let (nothing, _, code) = report(folder.path(), &["--hele", "--status", "--uten-usikkerhet"]);
    assert_eq!(code, Some(0));
    assert!(nothing.contains("Fylles ut når saker er vedtatt."));
}

#[test]
fn the_footer_of_a_case_has_the_mark_its_draft_has() {
    let folder = with_case(&in_phase("overblikk", 2027));
    let (sheet, ..) = report(folder.path(), &["saker/sak.yaml", "--uten-usikkerhet"]);
    let foot = sheet.split("class=\"foot\">").nth(1).unwrap().split("</p>").next().unwrap();
    let mark = foot.split("merke ").nth(1).unwrap();
    assert!(mark.len() == 8 && mark.chars().all(|letter| letter.is_ascii_hexdigit()), "{foot}");
    let (draft, ..) = report(folder.path(), &["saker/sak.yaml", "--saksframlegg", "--uten-usikkerhet"]);
    assert!(draft.matches(mark).count() == 1 && draft.contains("Et annet merke betyr"), "{draft}");
}

#[test]
fn the_status_sheet_of_what_nobody_follows_says_why() {
    let status = |more: &str| {
        let folder = with_case(&format!("{GOOD_CASE}{more}"));
        report(folder.path(), &["saker/sak.yaml", "--status", "--uten-usikkerhet"]).0
    };
    let open = status("");
    assert!(open.contains("Saken er ikke vedtatt ennå: ingen gevinst er lovet"));
    assert!(open.contains("Hva måler vi, fra hvilket nullpunkt"), "and still what belongs there");
    let rejected = status("vedtak: [{dato: 2026-01-15, organ: Formannskapet, beslutning: avvist}]\n");
    assert!(rejected.contains("Saken er avvist: det er ingen gevinster å følge opp."));
    let adopted = status("vedtak: [{dato: 2026-01-15, organ: Formannskapet, beslutning: vedtatt}]\n");
    assert!(!adopted.contains("ingenting å følge opp") && !adopted.contains("Saken er "));
}

#[test]
fn the_sheet_of_the_whole_has_the_values_of_the_list() {
    let solvik = here("examples/solvik");
    let list = a3(&solvik)
        .args(["rank", "--format", "json", "--uten-usikkerhet", "--dato", TODAY])
        .output()
        .unwrap();
    let list: Value = serde_json::from_slice(&list.stdout).unwrap();
    let moved = list["liste"].as_array().unwrap().iter().find(|row| row["id"] == "langvakter-i-bofellesskap");
    let value = Kroner::new(decimal(moved.unwrap()["verdi"].as_str().unwrap()));
    let (sheet, ..) = report(&solvik, &["--hele", "--uten-usikkerhet"]);
    let thousands = a3::words::number::thousands(value, Language::Nb);
    assert!(sheet.contains(&format!(">{thousands}<")), "{thousands}");
}

#[test]
fn what_costs_more_is_said_to_cost_more() {
    let (sheet, ..) = report(&here("examples/solvik"), &["barnevern-innen-fristen", "--uten-usikkerhet"]);
    assert!(sheet.contains("dårligere budsjett hvert år"));
    assert!(!sheet.contains("bedre budsjett hvert år"));
}

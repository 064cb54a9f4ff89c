//! A case is asked for by its id as well as its path, and one file is checked with what it is bound to.

use super::portfolio::{GOOD_CASE, ORGANISATION, TODAY, a3, write};
use super::writing;
use std::path::Path;

fn folder(cases: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "a3.yaml", ORGANISATION);
    for (id, more) in cases {
        write(folder.path(), &format!("saker/{id}.yaml"), &format!("{GOOD_CASE}{more}"));
    }
    folder
}

/// What is said on stdout and stderr, and how it ended.
fn said(folder: &Path, arguments: &[&str]) -> (String, Option<i32>) {
    let output = a3(folder).args(arguments).output().unwrap();
    let text = [output.stdout, output.stderr].map(|text| String::from_utf8(text).unwrap()).concat();
    (text, output.status.code())
}

#[test]
fn an_id_is_as_good_as_a_path_and_the_nearest_is_suggested() {
    let folder = folder(&[("digital-post", ""), ("annen", "")]);
    for command in ["check", "calc", "rank", "budget"] {
        let by_id = said(folder.path(), &[command, "digital-post", "--dato", TODAY]);
        let by_path = said(folder.path(), &[command, "saker/digital-post.yaml", "--dato", TODAY]);
        // Each says how to see more as it was itself written.
        let as_id = |(text, code): (String, Option<i32>)| {
            let words = text.replace("saker/digital-post.yaml", "digital-post");
            (words.split_whitespace().collect::<Vec<_>>().join(" "), code)
        };
        assert_eq!(as_id(by_id), as_id(by_path), "{command}");
        let (text, code) = said(folder.path(), &[command, "digital-psot", "--dato", TODAY]);
        assert!(code == Some(2) && text.contains("Mente du saken «digital-post»?"), "{command}: {text}");
    }
    let (text, code) = said(folder.path(), &["check", "saker/borte.yaml", "--dato", TODAY]);
    assert!(code == Some(2) && text.contains("Finner ikke «saker/borte.yaml». Sjekk stien."), "{text}");
    let (text, _) = said(folder.path(), &["calc", "saker/stab/digital-post.yaml", "--dato", TODAY]);
    assert!(
        text.contains("Finner ikke «saker/stab/digital-post.yaml». Mente du saken «digital-post»?"),
        "{text}"
    );
    let (text, _) = said(folder.path(), &["calc", "post", "--dato", TODAY]);
    assert!(text.contains("Mente du saken «digital-post»?"), "a part of one id alone: {text}");
}

#[test]
fn what_is_misspelt_is_told_with_what_was_meant_in_each_command() {
    let more = "plan: [{hva: …, hvem: …, frist: …}]\n";
    let folder = folder(&[("digital-post", more), ("digital-byggesak", "")]);
    for (arguments, answer) in [
        (vec!["next", "--sak", "digital"], "«digital» passer på flere: «digital-byggesak», «digital-post»."),
        (
            vec!["next", "--sak", "brev"],
            "Ingen sak heter «brev». Disse finnes: «digital-byggesak», «digital-post».",
        ),
        (vec!["overview", "--område", "tek"], "Mente du «Teknisk»?"),
        (vec!["explain", "digital-pst"], "Mente du: a3 explain digital-post"),
        (vec!["explain", "ord", "nnvv"], "Mente du «NNV»?"),
        (
            vec!["measure", "--fil", "borte.csv"],
            "Finner ikke «borte.csv». Sjekk stien til fila med målingene.",
        ),
        (vec!["done", "digital-post", "kurs"], "Saken har ingen slike rader."),
    ] {
        let (text, code) = said(folder.path(), &arguments);
        assert!(code == Some(2) && text.contains(answer), "{arguments:?}: {text}");
    }
    assert_eq!(said(folder.path(), &["next", "--sak", "post", "--dato", TODAY]).1, Some(0));
    let (text, _) = said(folder.path(), &["explain", "digital-byggesak"]);
    assert!(text.contains("a3 check sier fra når det er slik: mangler-i-overblikk"), "{text}");
}

#[test]
fn explain_tells_the_phase_of_a_case_and_each_topic_in_both_languages() {
    let folder = folder(&[("digital-post", "")]);
    let (text, code) = said(folder.path(), &["explain", "digital-post"]);
    assert!(code == Some(0) && text.contains("i fasen overblikk") && text.contains("1. kvartal"), "{text}");
    for (name, words) in
        [("dypdykk", "2. kvartal"), ("formler", "maks(a; b)"), ("budget", "ansvar;ansvarsnavn")]
    {
        let (text, code) = said(folder.path(), &["explain", name]);
        assert!(code == Some(0) && text.contains(words), "{name}: {text}");
    }
}

#[test]
fn one_file_is_told_of_the_ring_and_the_clash_that_go_through_others() {
    let ring = folder(&[("a", "krever: [b]\n"), ("b", "krever: [c]\n"), ("c", "krever: [a]\n"), ("d", "")]);
    for id in ["a", "b", "c"] {
        let (text, code) = said(ring.path(), &["check", id, "--dato", TODAY]);
        assert!(code == Some(1) && text.contains("krever hverandre i ring"), "{id}: {text}");
        assert_eq!(text.matches(&format!("saker/{id}.yaml")).count(), 1, "{text}");
    }
    assert_eq!(said(ring.path(), &["check", "d", "--dato", TODAY]).1, Some(0));
    let clash = folder(&[("a", "krever: [b]\n"), ("b", "utelukker: [a]\n")]);
    let (text, code) = said(clash.path(), &["check", "a", "--dato", TODAY]);
    assert!(code == Some(1) && text.contains("Saken krever «b», men «b» utelukker denne"), "{text}");
}

#[test]
fn annotations_are_placed_from_the_git_repository_and_counted() {
    let git = tempfile::tempdir().unwrap();
    std::fs::create_dir(git.path().join(".git")).unwrap();
    write(git.path(), "kommune/a3.yaml", ORGANISATION);
    write(git.path(), "kommune/saker/x.yaml", &GOOD_CASE.replace("96 000 kr/år", "mye"));
    let below = git.path().join("kommune/saker");
    for (here, asked) in [(git.path(), "kommune"), (&git.path().join("kommune"), "."), (&below, "x.yaml")] {
        let (text, _) = said(here, &["check", asked, "--format", "github", "--dato", TODAY]);
        assert!(text.starts_with("::error file=kommune/saker/x.yaml,line="), "{text}");
        assert_eq!(text.lines().last(), Some("1 feil i 1 sak."), "{text}");
    }
}

#[test]
fn cases_of_one_name_in_two_folders_are_told_apart_by_their_paths() {
    let folder = writing::solvik();
    let text = std::fs::read_to_string(folder.path().join("saker/teknisk/gatelys-med-led.yaml")).unwrap();
    std::fs::create_dir(folder.path().join("saker/stab")).unwrap();
    std::fs::write(folder.path().join("saker/stab/gatelys-med-led.yaml"), text).unwrap();
    let day = ["--dato", "2026-11-24"];
    let list = writing::said(folder.path(), 1, &[&["rank", "--uten-usikkerhet"][..], &day].concat());
    assert!(list.contains("Utelatt: saker/teknisk/gatelys-med-led.yaml."), "{list}");
    let sheet = [&["rank", "--uten-usikkerhet", "--format", "csv"][..], &day].concat();
    let sheet = writing::said(folder.path(), 1, &sheet);
    assert!(sheet.contains("\nUtelatt;saker/teknisk/gatelys-med-led.yaml;"), "{sheet}");
    writing::said(folder.path(), 1, &[&["next", "--sak", "gatelys-med-led"][..], &day].concat());
    let both = "«saker/stab/gatelys-med-led.yaml», «saker/teknisk/gatelys-med-led.yaml»";
    let told = writing::said(folder.path(), 2, &["done", "gatelys-med-led", "møte"]);
    assert!(told.contains(both), "{told}");
    let told = writing::said(folder.path(), 2, &["done", "saker/stab/gatelys-med-led.yaml", "finnes ikke"]);
    assert!(!told.contains(both), "{told}");
}

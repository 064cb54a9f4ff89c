//! What people write, on everything that `a3 report` makes: whatever it is, it is text there, and all of it is there.

use super::portfolio::{ORGANISATION, write};
use super::posters::{MARKED, OVERVIEW, report};
use std::collections::BTreeMap;
use std::path::Path;

/// A folder in which every text that people write begins with this.
fn folder_with(word: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let marked = |text: &str| text.replace("merke ", &format!("merke {word} "));
    let area = format!("'Stab {word}'");
    let organisation = ORGANISATION
        .replace("Solvik kommune", &format!("'Solvik {word}'"))
        .replace("Stab]", &format!("{area}]"));
    let rest = marked(
        "mål:\n  bo-hjemme: {navn: merke mål-navn, kilde: merke mål-kilde}\n\
         minimumskrav:\n  tilsyn: {krav: merke register, hjemmel: merke register-hjemmel, oppfylt: nei}\n",
    );
    let frames = format!("rammer:\n  endringskapasitet:\n    {area}: {{2027: 5 årsverk}}\n");
    write(folder.path(), "a3.yaml", &format!("{organisation}{rest}{frames}"));
    write(
        folder.path(),
        "saker/sak.yaml",
        &marked(MARKED).replace("område: Stab", &format!("område: {area}")),
    );
    write(folder.path(), "saker/samlet.yaml", &marked(OVERVIEW));
    folder
}

/// Everything `a3 report` makes of the folder, by name. A Word document is stored as it is written.
fn papers(folder: &Path, area: &str) -> BTreeMap<String, String> {
    let quick = "--uten-usikkerhet";
    for (name, arguments) in [
        ("site", &["--alt"][..]),
        ("sak.html", &["sak"]),
        ("status.html", &["sak", "--status"]),
        ("hele.html", &["--hele"]),
        ("område.html", &["--område", area]),
        ("sak.md", &["sak", "--saksframlegg"]),
        ("hele.md", &["--hele", "--saksframlegg"]),
        ("sak.docx", &["sak", "--saksframlegg", "--format", "docx"]),
        ("hele.docx", &["--hele", "--saksframlegg", "--format", "docx"]),
    ] {
        let path = format!("ut/{name}");
        std::fs::create_dir_all(folder.join("ut")).unwrap();
        let (shown, said, code) = report(folder, &[arguments, &[quick, "-o", &path]].concat());
        assert_eq!((shown.as_str(), code), ("", Some(0)), "{name}: {said}");
    }
    let mut all = BTreeMap::new();
    for under in ["ut", "ut/site", "ut/site/ark"] {
        for file in std::fs::read_dir(folder.join(under)).unwrap().map(Result::unwrap) {
            if file.file_type().unwrap().is_file() {
                let name = format!("{under}/{}", file.file_name().to_str().unwrap());
                let text = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
                all.insert(name, text);
            }
        }
    }
    assert_eq!(all.len(), 11, "{:?}", all.keys());
    all
}

#[test]
fn no_text_is_markup_on_any_paper() {
    const HOSTILE: &str =
        "</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)><w:t>";
    let folder = folder_with(HOSTILE);
    for (name, paper) in papers(folder.path(), &format!("Stab {HOSTILE}")) {
        let count = |markup: &str| paper.matches(markup).count();
        if name.ends_with(".md") {
            assert!(count("merke ") > 20, "{name}");
            for markup in ["<script", "<img", "</script", "</title"] {
                assert_eq!(count(markup), count(&format!("\\{markup}")), "{name}: {markup}");
            }
            continue;
        }
        assert!(count("&lt;img src=x") > 0 && count("&lt;w:t") > 0, "{name}");
        assert_eq!((count("<img"), count("alert(1)</script")), (0, 0), "{name}");
        let is_index = name.ends_with("index.html");
        assert_eq!([count("<script"), count("</script")], [usize::from(is_index); 2], "{name}");
        if name.ends_with(".html") {
            assert_eq!([count("</title></style>"), count("</style>")], [0, 1], "{name}");
        }
    }
}

#[test]
fn words_that_read_from_the_right_are_on_every_paper_and_signs_that_turn_words_around_on_none() {
    let folder = folder_with("שלום مرحبا");
    for (name, paper) in papers(folder.path(), "Stab שלום مرحبا") {
        assert!(paper.contains("שלום") && paper.contains("مرحبا"), "{name}");
    }
    let case = std::fs::read_to_string(folder.path().join("saker/sak.yaml")).unwrap();
    for sign in ['\u{200e}', '\u{200f}', '\u{202b}', '\u{202e}', '\u{2066}', '\u{2067}', '\u{2069}'] {
        write(folder.path(), "saker/sak.yaml", &case.replacen("merke ", &format!("merke {sign}"), 1));
        for arguments in [&["sak"][..], &["sak", "--saksframlegg"], &["--hele"], &["--alt", "-o", "ny"]] {
            let quick = [arguments, &["--uten-usikkerhet"]].concat();
            let (shown, said, code) = report(folder.path(), &quick);
            let named = format!("U+{:04X}", u32::from(sign));
            assert!(code == Some(1) && said.contains(&named), "{arguments:?}: {said}");
            assert!(!shown.contains(sign) && !said.contains(sign), "{arguments:?}");
        }
    }
}

#[test]
fn a_hundred_thousand_letters_are_whole_on_every_paper() {
    let folder = folder_with("x");
    let long = format!("{}slutten", "ord og ".repeat(14_300));
    let case = std::fs::read_to_string(folder.path().join("saker/sak.yaml")).unwrap();
    let case = case.replace("merke x tittel", &long).replace("merke x nåsituasjon", &long);
    assert!(case.len() > 200_000);
    write(folder.path(), "saker/sak.yaml", &case);
    for (name, paper) in papers(folder.path(), "Stab x") {
        assert!(paper.contains(&long), "{name} has not all of the title");
        if name.contains("sak.") {
            assert!(paper.matches(&long).count() >= 2, "{name} has not all of the situation");
        }
    }
}

//! Every rule's page is true: wrong fires exactly this rule on exactly the marked line, right fires
//! nothing, and the message shown is the one `a3 check` gives. `A3_UPDATE=1 cargo test` rewrites
//! the messages.

use super::portfolio::today;
use a3::checks::{Example, MARK, Page, RULES};
use a3::diagnostic::Report;
use a3::render::{Look, excerpt};
use a3::repository::Buffer;
use a3::words::Language;
use std::path::Path;

/// Rules that no text file in a page can show.
const CANNOT_BE_SHOWN: [&str; 6] =
    ["død-lenke", "feil-tegnsett", "flere-funn", "for-mange-rader", "for-stor-fil", "lenke-ut"];

/// The a3.yaml of a page that has none of its own.
const ORGANISATION: &str = "a3: 1\nvirksomhet: Solvik kommune\nbudsjettår: 2027\nområder: [Helse og omsorg, Oppvekst, Teknisk, Stab]\nstillinger:\n  helsefagarbeider: {årslønn: 520 000 kr}\n  rådgiver: {årskostnad: 950 000 kr}\n";

fn check(files: &[Example<'_>]) -> Report {
    let mut texts = Buffer::default();
    if !files.iter().any(|file| file.path == "a3.yaml") {
        let budget = files.iter().find(|file| is_csv(file));
        let budget = budget.map(|file| format!("budsjett: {}\n", file.path)).unwrap_or_default();
        texts = texts.with("a3.yaml", format!("{ORGANISATION}{budget}"));
    }
    for file in files {
        texts = texts.with(file.path, content(file));
    }
    a3::report::check(&texts.open(), today()).unwrap()
}

fn is_csv(file: &Example<'_>) -> bool {
    file.path.ends_with(".csv")
}

/// A mark is a comment in YAML. CSV has none, so there it stands in the page alone.
fn content(file: &Example<'_>) -> String {
    if !is_csv(file) {
        return file.text.to_owned();
    }
    let unmarked = |line: &str| format!("{}\n", line.split(MARK).next().unwrap().trim_end());
    file.text.lines().map(unmarked).collect()
}

fn summary(report: &Report) -> Vec<(String, String, usize)> {
    report
        .located()
        .map(|(file, finding)| {
            let line = file.source.position(finding.span.start).line;
            (finding.rule.to_owned(), file.source.path.clone(), line)
        })
        .collect()
}

#[test]
fn every_page_shows_its_rule_and_how_to_mend_it() {
    let mut wrong = Vec::new();
    for rule in RULES {
        let page = Page::read(rule.page);
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{}: the heading", rule.name);
        assert!(page.norwegian.contains("**Hvorfor:**"), "{}: why", rule.name);
        assert!(page.norwegian.contains("**Slik:**"), "{}: how", rule.name);
        assert!(page.english.len() > 40, "{}: English", rule.name);
        if CANNOT_BE_SHOWN.contains(&rule.name) {
            continue;
        }
        let found = check(&page.wrong);
        let (path, line) = page.marked().unwrap_or_else(|| panic!("{}: no marked line", rule.name));
        let expected = vec![(rule.name.to_owned(), path.to_owned(), line)];
        if summary(&found) != expected {
            wrong.push(format!("{}: wrong example gives {:?}, not {expected:?}", rule.name, summary(&found)));
        }
        let mended = check(&page.right);
        if !summary(&mended).is_empty() {
            wrong.push(format!("{}: right example gives {:?}", rule.name, summary(&mended)));
        }
        for (language, heading, shown) in
            [(Language::Nb, "Melding", page.message), (Language::En, "Message", page.english_message)]
        {
            let message = excerpt::render(&found, Look { language, ..Look::default() });
            if message.trim() != shown.trim() && !update(rule.name, heading, message.trim()) {
                wrong.push(format!("{}: the message is now\n{message}", rule.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Rewrites the page's message when asked to.
fn update(name: &str, heading: &str, message: &str) -> bool {
    if std::env::var_os("A3_UPDATE").is_none() {
        return false;
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("src/checks/{name}.md"));
    let text = std::fs::read_to_string(&path).unwrap();
    let heading = format!("## {heading}\n");
    let (before, after) = text.split_once(&heading).unwrap_or((&text, ""));
    let after = after.split_once("\n## ").map(|(_, after)| format!("\n## {after}")).unwrap_or_default();
    let before = before.trim_end();
    let page = format!("{before}\n\n{heading}\n```text\n{message}\n```\n{after}");
    std::fs::write(path, page).unwrap();
    true
}

#[test]
fn rules_stand_in_order_each_once() {
    let names: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let mut sorted = names.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(names, sorted);
}

#[test]
fn every_page_belongs_to_a_rule() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|end| end == "md") {
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            assert!(RULES.iter().any(|rule| rule.name == name), "{name}.md has no line in RULES");
        }
    }
}

#[test]
fn a_phase_asks_for_what_the_phases_before_it_asked_for() {
    let deep_dive = RULES.iter().find(|rule| rule.name == "mangler-i-dypdykk").unwrap();
    let example = Page::read(deep_dive.page).wrong.into_iter().find(|file| file.path != "a3.yaml").unwrap();
    assert!(example.text.contains("fase: dypdykk"));
    for phase in ["prioritering", "forberedelse", "gjennomføring", "avsluttet"] {
        let text = example.text.replace("fase: dypdykk", &format!("fase: {phase}"));
        let found = summary(&check(&[Example { path: example.path, text: &text }]));
        assert!(found.iter().any(|(rule, ..)| rule == "mangler-i-dypdykk"), "{phase}: {found:?}");
    }
}

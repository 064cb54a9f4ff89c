//! Every rule's page is true: wrong fires exactly this rule on exactly the marked line, right fires
//! nothing, and the message shown is the one it gives. `A3_UPDATE=1 cargo test` rewrites
//! the messages.

use super::portfolio::today;
use a3::checks::{Example, MARK, Page, RULES, Rule, Scope};
use a3::choose::Effort;
use a3::diagnostic::Report;
use a3::render::{Look, excerpt};
use a3::report::Wanted;
use a3::repository::{Buffer, Repository};
use a3::words::Language;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Rules that no text file in a page can show.
const CANNOT_BE_SHOWN: [&str; 6] =
    ["død-lenke", "feil-tegnsett", "flere-funn", "for-mange-rader", "for-stor-fil", "lenke-ut"];

/// The a3.yaml of a page that has none of its own.
const ORGANISATION: &str = "a3: 1\nvirksomhet: Solvik kommune\nbudsjettår: 2027\nområder: [Helse og omsorg, Oppvekst, Teknisk, Stab]\nstillinger:\n  helsefagarbeider: {årslønn: 520 000 kr}\n  rådgiver: {årskostnad: 950 000 kr}\n";

fn check(files: &[Example<'_>]) -> Report {
    a3::report::check(&opened(files), today()).unwrap()
}

/// What the command that looks for the rule finds.
fn found(rule: &Rule, files: &[Example<'_>]) -> Report {
    match rule.scope {
        Scope::CarriedOut => {
            let wanted = Wanted::Chosen(Effort::of(1_000));
            a3::report::budget(&opened(files), today(), wanted).unwrap().findings
        }
        Scope::Reading | Scope::Case | Scope::Portfolio | Scope::Budget => check(files),
        Scope::Locks | Scope::Register => check(files),
    }
}

fn opened(files: &[Example<'_>]) -> Repository {
    let mut texts = Buffer::default();
    if !files.iter().any(|file| file.path == "a3.yaml") {
        let budget = files.iter().find(|file| is_csv(file));
        let budget = budget.map(|file| format!("budsjett: {}\n", file.path)).unwrap_or_default();
        texts = texts.with("a3.yaml", format!("{ORGANISATION}{budget}"));
    }
    for file in files {
        texts = texts.with(file.path, content(file));
    }
    texts.open()
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
    for rule in RULES.iter() {
        let page = Page::read(rule.page);
        assert!(rule.page.starts_with(&format!("# {}\n", rule.name)), "{}: the heading", rule.name);
        assert!(page.norwegian.contains("**Hvorfor:**"), "{}: why", rule.name);
        assert!(page.norwegian.contains("**Slik:**"), "{}: how", rule.name);
        assert!(page.english.len() > 40, "{}: English", rule.name);
        if CANNOT_BE_SHOWN.contains(&rule.name) {
            continue;
        }
        let found = found(rule, &page.wrong);
        let (path, line) = page.marked().unwrap_or_else(|| panic!("{}: no marked line", rule.name));
        let expected = vec![(rule.name.to_owned(), path.to_owned(), line)];
        if summary(&found) != expected {
            wrong.push(format!("{}: wrong example gives {:?}, not {expected:?}", rule.name, summary(&found)));
        }
        let mended = self::found(rule, &page.right);
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
    let path = pages().into_iter().find(|page| page.file_stem().is_some_and(|stem| stem == name)).unwrap();
    let text = std::fs::read_to_string(&path).unwrap();
    let heading = format!("## {heading}\n");
    let (before, after) = text.split_once(&heading).unwrap_or((&text, ""));
    let after = after.split_once("\n## ").map(|(_, after)| format!("\n## {after}")).unwrap_or_default();
    let before = before.trim_end();
    let page = format!("{before}\n\n{heading}\n```text\n{message}\n```\n{after}");
    std::fs::write(path, page).unwrap();
    true
}

/// What a page says of its findings: `hvorfor` or `slik` in some language, which variant, the sentence.
fn sentences(page: &str) -> Vec<(&str, &str, &str)> {
    let section = page.split_once("## Funnet sier\n").map_or("", |(_, after)| after);
    let lines = section.split("\n## ").next().unwrap().lines().filter_map(|line| line.strip_prefix("- "));
    let parts = lines.map(|line| {
        let (key, sentence) = line.split_once(": ").unwrap();
        let (key, variant) = key.split_once(" (").unwrap_or((key, ")"));
        (key, variant.trim_end_matches(')'), sentence)
    });
    parts.collect()
}

/// `{name}`, each once and in order.
fn values(sentence: &str) -> BTreeSet<&str> {
    let parts = sentence.split('{').skip(1).filter_map(|part| part.split_once('}'));
    let is_name = |name: &str| !name.is_empty() && name.bytes().all(|letter| letter.is_ascii_lowercase());
    parts.map(|(name, _)| name).filter(|name| is_name(name)).collect()
}

#[test]
fn what_a_page_says_is_said_in_every_language_with_the_same_values() {
    for rule in RULES.iter() {
        let said = sentences(rule.page);
        let of = |wanted: &str| {
            let these = said.iter().filter(|(key, ..)| *key == wanted);
            these.map(|(_, variant, sentence)| (*variant, values(sentence))).collect::<BTreeMap<_, _>>()
        };
        let keys = [["hvorfor", "slik"], ["kvifor", "såleis"], ["why", "instead"]];
        let [nb, nn, en] = keys.map(|keys| keys.map(of));
        assert_eq!(nb, nn, "{}", rule.name);
        assert_eq!(nb, en, "{}", rule.name);
        assert_eq!(
            nb.iter().chain(&nn).chain(&en).map(BTreeMap::len).sum::<usize>(),
            said.len(),
            "{}: twice",
            rule.name
        );
        assert!(!said.is_empty() || rule.name.starts_with("uleselig"), "{} says nothing", rule.name);
    }
}

#[test]
fn every_variant_and_value_of_a_page_is_one_the_code_knows() {
    let code = code(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
    let named: BTreeSet<&str> = code.split('"').collect();
    for rule in RULES.iter() {
        for (_, variant, sentence) in sentences(rule.page) {
            let names = values(sentence).into_iter().chain(Some(variant).filter(|name| !name.is_empty()));
            for name in names {
                assert!(named.contains(name), "{}: nothing gives `{name}`", rule.name);
            }
        }
    }
}

/// The text of every source file.
fn code(folder: &Path) -> String {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let text = |path: PathBuf| match path.extension() {
        None => code(&path),
        Some(end) if end == "rs" => std::fs::read_to_string(path).unwrap(),
        Some(_) => String::new(),
    };
    entries.map(text).collect()
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
    for path in pages() {
        let name = path.file_stem().unwrap().to_str().unwrap();
        assert!(RULES.iter().any(|rule| rule.name == name), "{name}.md is in no list");
    }
}

/// Every page there is, in the folders of the scopes.
fn pages() -> Vec<PathBuf> {
    let checks = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/checks");
    let inside = |folder: PathBuf| std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let scopes = inside(checks).filter(|path| path.is_dir());
    let pages: Vec<_> =
        scopes.flat_map(inside).filter(|path| path.extension().is_some_and(|end| end == "md")).collect();
    assert_eq!(pages.len(), RULES.len());
    pages
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

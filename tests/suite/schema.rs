//! The JSON Schemas say the same as the structural check, in both directions, as an independent
//! crate reads them.

use a3::contract::schema;
use a3::shape::{self, CASE, Kind as Due, ORGANISATION, OVERVIEW, Section};
use a3::source::{Source, Span, Spanned};
use a3::yaml::{self, Entry, Kind, Node, Scalar, Style};
use jsonschema::Validator;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};
use std::borrow::Cow;
use std::path::Path;
use std::sync::LazyLock;

type Tree = Node<'static>;

static CASE_SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(&schema::case()));
static ORGANISATION_SCHEMA: LazyLock<Validator> = LazyLock::new(|| validator(&schema::organisation()));

fn validator(schema: &Value) -> Validator {
    assert!(jsonschema::meta::is_valid(schema), "the schema itself must be right");
    jsonschema::options().should_validate_formats(true).build(schema).unwrap()
}

#[test]
fn the_files_in_schemas_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for (name, schema) in [("sak", schema::case()), ("a3", schema::organisation())] {
        let path = folder.join(format!("{name}.schema.json"));
        let fresh = format!("{}\n", serde_json::to_string_pretty(&schema).unwrap());
        if std::env::var_os("A3_UPDATE").is_some() {
            std::fs::write(&path, &fresh).unwrap();
        }
        let written = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(written == fresh, "{} is stale; run A3_UPDATE=1 cargo test", path.display());
    }
}

/// What an editor makes of a tree: YAML 1.2, core schema.
fn json_of(node: &Tree) -> Value {
    match &node.kind {
        Kind::Empty => Value::Null,
        Kind::Scalar(scalar) if scalar.style == Style::Plain => core(&scalar.text),
        Kind::Scalar(scalar) => json!(scalar.text),
        Kind::List(items) => items.iter().map(json_of).collect(),
        Kind::Mapping(entries) => Value::Object(
            entries.iter().map(|entry| (entry.key.value.to_string(), json_of(&entry.value))).collect(),
        ),
    }
}

/// A plain scalar in the core schema. `.inf` and `.nan` have no place in JSON and stay text.
fn core(text: &str) -> Value {
    match text {
        "~" | "null" | "Null" | "NULL" => return Value::Null,
        "true" | "True" | "TRUE" => return json!(true),
        "false" | "False" | "FALSE" => return json!(false),
        _ => {}
    }
    if let Ok(whole) = text.parse::<i64>() {
        return json!(whole);
    }
    let number = text.bytes().all(|byte| byte.is_ascii_digit() || b"+-.eE".contains(&byte));
    match text.parse::<f64>() {
        Ok(float) if number && float.is_finite() => json!(float),
        _ => json!(text),
    }
}

/// The files people write.
#[derive(Debug, Clone, Copy)]
enum File {
    Case,
    Organisation,
}

/// Whether the structural check and the schema both accept a tree, or both refuse it.
fn verdicts(tree: &Tree, file: File) -> (bool, bool) {
    let json = json_of(tree);
    let mut tree = tree.clone();
    match file {
        File::Case => {
            shape::settle_case(&mut tree);
            (shape::check_case(&tree).is_empty(), CASE_SCHEMA.is_valid(&json))
        }
        File::Organisation => {
            shape::settle_organisation(&mut tree);
            (shape::check_organisation(&tree).is_empty(), ORGANISATION_SCHEMA.is_valid(&json))
        }
    }
}

fn node(kind: Kind<'static>) -> Tree {
    Node { span: Span::default(), kind }
}

fn scalar(text: &str, style: Style) -> Tree {
    node(Kind::Scalar(Scalar { text: Cow::Owned(text.to_owned()), style, verbatim: false }))
}

fn entry(key: &str, value: Tree) -> Entry<'static> {
    Entry { key: Spanned::new(Cow::Owned(key.to_owned()), Span::default()), value }
}

/// A document with every field of a section, and of every section below it.
fn full(section: &'static Section) -> Tree {
    node(Kind::Mapping(
        section.all_fields().map(|field| entry(field.key, value(&field.kind, field.example))).collect(),
    ))
}

fn value(due: &'static Due, example: &str) -> Tree {
    match due {
        Due::Choice(words) => scalar(words[0], Style::Plain),
        Due::Text
        | Due::Quantity
        | Due::Formula
        | Due::YesNo
        | Due::Date
        | Due::Year
        | Due::Version
        | Due::Code
        | Due::Name => scalar(example, Style::Plain),
        Due::List(item) | Due::Filled(item) => node(Kind::List(vec![value(item, "x"), value(item, "y")])),
        Due::Section(section) => full(section),
        Due::Named(item) => node(Kind::Mapping(vec![entry("bo-hjemme", value(item, "x"))])),
        Due::Years(item) => {
            node(Kind::Mapping(vec![entry("2027", value(item, "x")), entry("2300", value(item, "y"))]))
        }
        Due::Amount => node(Kind::Mapping(vec![entry("2027", value(&shape::ESTIMATE, "x"))])),
        Due::Either(kinds) => value(kinds.last().unwrap(), "x"),
    }
}

/// The tree of a text, without ties to it.
fn owned(text: &str) -> Tree {
    let source: &'static Source = Box::leak(Box::new(Source::new("a.yaml", text)));
    yaml::parse(source).root.unwrap()
}

/// Documents without fault.
static SOUND: LazyLock<Vec<(Tree, File)>> = LazyLock::new(|| {
    let case = without(full(&CASE), "nivå");
    vec![
        (owned(include_str!("../data/format/a3.yaml")), File::Organisation),
        (owned(include_str!("../data/format/saker/digitalt-tilsyn.yaml")), File::Case),
        (owned(include_str!("../../examples/solvik/saker/solvik-samlet.yaml")), File::Case),
        (case, File::Case),
        (full(&OVERVIEW), File::Case),
        (full(&ORGANISATION), File::Organisation),
        (owned("a3: 1\nbudsjettår: '2027'\nkalkyle: {rente: 4 %}\nfelles: {}\n"), File::Organisation),
        (
            owned(
                "a3: '1'\ntittel: 1\nområde: true\neier: 1e3\nfase: avsluttet\nnåsituasjon: |\n  x\nønsket_situasjon: y\n\
                 kapasitet: {Stab: [1]}\ngevinster:\n  - {navn: a, type: spart tid, anslag: [1, {verdi: 2}]}\n",
            ),
            File::Case,
        ),
    ]
});

fn without(tree: Tree, key: &str) -> Tree {
    let Kind::Mapping(mut entries) = tree.kind else { return tree };
    entries.retain(|entry| entry.key.value != key);
    node(Kind::Mapping(entries))
}

#[test]
fn sound_documents_are_accepted_by_both() {
    for (tree, file) in SOUND.iter() {
        assert_eq!(verdicts(tree, *file), (true, true), "{}", json_of(tree));
    }
}

/// One change to one place of a document.
#[derive(Debug, Clone)]
enum Change {
    Replace(Tree),
    Wrap(&'static str),
    Drop(Index),
    Rename(Index, &'static str),
    Misspell(Index),
    Add(&'static str, Tree),
}

const WORDS: [&str; 38] = [
    "Ingen",
    "ingen.",
    "– punkt",
    "-punkt",
    "en, to",
    "15.9.2026",
    "31.2.2026",
    "29.02.2028",
    "Høy",
    "tidsbesparelse",
    "Virksomhet",
    "YES",
    "true",
    "null",
    "~",
    "ja",
    "Ja",
    "nei",
    "2027",
    "1899",
    "1900",
    "2300",
    "2301",
    "27",
    "2027-02-29",
    "2028-02-29",
    "2027-2-1",
    "1",
    "2",
    "010",
    "1e3",
    "x y",
    "virksomhet",
    "dypdykk",
    "drift",
    "pert",
    "1 200 kr",
    "−5",
];

const KEYS: [&str; 14] = [
    "merknad", "navn", "2027", "1899", "lav", "verdi", "xyz", "nivå", "eier", "kilde", "andel", "rente",
    "00", "2301",
];

fn replacement() -> impl Strategy<Value = Tree> {
    prop_oneof![
        6 => select(&WORDS[..]).prop_map(|word| scalar(word, Style::Plain)),
        3 => select(&WORDS[..]).prop_map(|word| scalar(word, Style::Quoted)),
        1 => select(&["", " ", "\n", "\u{a0}"][..]).prop_map(|blank| scalar(blank, Style::Quoted)),
        1 => Just(node(Kind::Empty)),
        1 => Just(node(Kind::List(vec![]))),
        1 => Just(node(Kind::Mapping(vec![]))),
    ]
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => replacement().prop_map(Change::Replace),
        1 => select(&["", "2027", "verdi"][..]).prop_map(Change::Wrap),
        2 => any::<Index>().prop_map(Change::Drop),
        1 => (any::<Index>(), select(&KEYS[..])).prop_map(|(at, key)| Change::Rename(at, key)),
        1 => any::<Index>().prop_map(Change::Misspell),
        2 => (select(&KEYS[..]), replacement()).prop_map(|(key, value)| Change::Add(key, value)),
    ]
}

fn count(tree: &Tree) -> usize {
    let below = tree.items().iter().chain(tree.entries().iter().map(|entry| &entry.value));
    1 + below.map(count).sum::<usize>()
}

/// The `at`th node of a tree, counted from the top.
fn pick<'t>(tree: &'t mut Tree, at: &mut usize) -> Option<&'t mut Tree> {
    if *at == 0 {
        return Some(tree);
    }
    *at -= 1;
    match &mut tree.kind {
        Kind::Empty | Kind::Scalar(_) => None,
        Kind::List(items) => items.iter_mut().find_map(|item| pick(item, at)),
        Kind::Mapping(entries) => entries.iter_mut().find_map(|entry| pick(&mut entry.value, at)),
    }
}

fn apply(place: &mut Tree, change: Change) {
    let taken = |entries: &[Entry<'static>], key: &str| entries.iter().any(|entry| entry.key.value == key);
    match (change, &mut place.kind) {
        (Change::Replace(tree), _) => *place = tree,
        (Change::Wrap(""), _) => *place = node(Kind::List(vec![place.clone()])),
        (Change::Wrap(key), _) => *place = node(Kind::Mapping(vec![entry(key, place.clone())])),
        (Change::Drop(at), Kind::Mapping(entries)) if !entries.is_empty() => {
            entries.remove(at.index(entries.len()));
        }
        (Change::Drop(at), Kind::List(items)) if !items.is_empty() => {
            items.remove(at.index(items.len()));
        }
        (Change::Rename(at, key), Kind::Mapping(entries)) if !entries.is_empty() && !taken(entries, key) => {
            let at = at.index(entries.len());
            entries[at].key.value = Cow::Borrowed(key);
        }
        (Change::Misspell(at), Kind::Mapping(entries)) if !entries.is_empty() => {
            let at = at.index(entries.len());
            entries[at].key.value.to_mut().push('x');
        }
        (Change::Add(key, value), Kind::Mapping(entries)) if !taken(entries, key) => {
            entries.push(entry(key, value))
        }
        (Change::Add(_, value), Kind::List(items)) => items.push(value),
        _ => {}
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_structural_finding_means_that_the_schema_accepts(
        base in any::<Index>(),
        changes in prop::collection::vec((any::<Index>(), change()), 1..4),
    ) {
        let (mut tree, file) = SOUND[base.index(SOUND.len())].clone();
        for (at, change) in changes {
            let mut at = at.index(count(&tree));
            if at > 0 || matches!(change, Change::Drop(_) | Change::Misspell(_) | Change::Rename(..) | Change::Add(..)) {
                apply(pick(&mut tree, &mut at).unwrap(), change);
            }
        }
        let (structure, schema) = verdicts(&tree, file);
        prop_assert_eq!(structure, schema, "structure {}, schema {}: {}", structure, schema, json_of(&tree));
    }
}

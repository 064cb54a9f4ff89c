//! The walls of the house: which room may know which, how long a file may be, and what no name may be.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// What each room may use of the others. A room that is not here is not known, and fails the test.
/// A room named by nobody but `lib.rs` and the command line is a last link of the chain.
const WALLS: &[(&str, &[&str])] = &[
    ("units", &[]),
    ("words", &["units"]),
    ("source", &[]),
    ("date", &["units"]),
    ("glossary", &["words"]),
    ("diagnostic", &["source", "words"]),
    ("quantity", &["units", "words", "source", "diagnostic"]),
    ("yaml", &["source", "words", "diagnostic"]),
    ("rates", &["units"]),
    ("shape", &["yaml", "source", "words", "diagnostic", "date", "model", "units"]),
    ("model", &["quantity", "rates", "words", "units"]),
    (
        "document",
        &["date", "diagnostic", "model", "quantity", "rates", "shape", "source", "words", "units", "yaml"],
    ),
    ("calc", &["model", "quantity", "rates", "units"]),
    ("simulate", &["calc", "model", "quantity", "units"]),
    ("choose", &["calc", "date", "model", "units"]),
    ("budget", &["calc", "ledger", "model", "units"]),
    ("follow", &["calc", "date", "model", "quantity", "units"]),
    (
        "checks",
        &[
            "budget",
            "calc",
            "date",
            "diagnostic",
            "document",
            "ledger",
            "model",
            "quantity",
            "rates",
            "shape",
            "source",
            "words",
            "units",
            "yaml",
        ],
    ),
    (
        "sentences",
        &[
            "report",
            "budget",
            "calc",
            "choose",
            "diagnostic",
            "follow",
            "model",
            "quantity",
            "rates",
            "units",
            "words",
        ],
    ),
    (
        "pages",
        &[
            "report",
            "budget",
            "calc",
            "checks",
            "choose",
            "date",
            "diagnostic",
            "follow",
            "glossary",
            "model",
            "quantity",
            "rates",
            "sentences",
            "shape",
            "simulate",
            "units",
            "words",
        ],
    ),
    ("charts", &["units", "words"]),
    (
        "sheets",
        &[
            "calc",
            "charts",
            "choose",
            "date",
            "document",
            "follow",
            "model",
            "pages",
            "quantity",
            "rates",
            "report",
            "sentences",
            "simulate",
            "source",
            "units",
            "words",
        ],
    ),
    ("render", &["charts", "contract", "diagnostic", "pages", "sheets", "source", "words"]),
    (
        "contract",
        &[
            "budget",
            "calc",
            "choose",
            "diagnostic",
            "document",
            "follow",
            "model",
            "quantity",
            "report",
            "sentences",
            "shape",
            "simulate",
            "source",
            "units",
            "words",
        ],
    ),
    ("ledger", &["diagnostic", "rates", "source", "words", "units"]),
    ("repository", &["source", "words"]),
    ("save", &[]),
    ("edit", &["source", "words", "yaml"]),
    ("draft", &["checks", "quantity", "source", "words", "yaml"]),
    (
        "report",
        &[
            "budget",
            "calc",
            "checks",
            "choose",
            "date",
            "diagnostic",
            "follow",
            "document",
            "edit",
            "ledger",
            "repository",
            "model",
            "quantity",
            "shape",
            "simulate",
            "source",
            "words",
            "units",
            "yaml",
        ],
    ),
];

/// Names that say nothing of what is inside.
const GRAB_BAGS: [&str; 9] =
    ["util", "utils", "common", "common_utils", "helper", "helpers", "manager", "misc", "stuff"];

/// Lines of a file that are not tests. Tables of data are exempt.
const LONGEST_FILE: usize = 400;

pub(crate) fn sources() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                found.push((path.strip_prefix(&root).unwrap().to_owned(), text));
            }
        }
    }
    found.retain(|(path, _)| !is_test(path));
    found.sort();
    assert!(found.len() > 30, "the sources must be found, or this test says nothing");
    found
}

/// Files that are compiled for tests alone.
fn is_test(path: &Path) -> bool {
    let names = path.components().map(|part| part.as_os_str().to_string_lossy().into_owned());
    names.into_iter().any(|name| ["tests", "tests.rs", "testing.rs", "sample.rs"].contains(&name.as_str()))
}

fn room(path: &Path) -> String {
    let first = path.components().next().unwrap().as_os_str().to_string_lossy();
    first.trim_end_matches(".rs").to_owned()
}

/// The code of a file without its tests and comments.
fn code(text: &str) -> String {
    let code = text.split("#[cfg(test)]").next().unwrap();
    let lines = code.lines().map(|line| line.split("//").next().unwrap());
    lines.collect::<Vec<_>>().join("\n")
}

/// Every room named after `crate::` (or `a3::` on the command line).
fn rooms_used(code: &str, marker: &str) -> BTreeSet<String> {
    let mut used = BTreeSet::new();
    for (at, _) in code.match_indices(marker) {
        let before = code[..at].chars().next_back();
        if before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_') {
            continue;
        }
        let rest = &code[at + marker.len()..];
        if let Some(group) = rest.strip_prefix('{') {
            let inside = group.split('}').next().unwrap();
            used.extend(inside.split(',').map(|item| item.trim().split("::").next().unwrap().to_owned()));
        } else {
            used.insert(
                rest.chars().take_while(|letter| letter.is_alphanumeric() || *letter == '_').collect(),
            );
        }
    }
    used
}

#[test]
fn no_room_knows_what_it_may_not() {
    let walls: BTreeMap<&str, &[&str]> = WALLS.iter().copied().collect();
    let mut broken = Vec::new();
    for (path, text) in sources() {
        let room = room(&path);
        if ["lib", "main", "cli", "solver"].contains(&room.as_str()) {
            continue;
        }
        let Some(allowed) = walls.get(room.as_str()) else {
            broken.push(format!("{}: the room `{room}` has no walls", path.display()));
            continue;
        };
        for used in rooms_used(&code(&text), "crate::") {
            // `text!` is one of the macros of `words`.
            let used = if used == "text" || used == "counted" { "words" } else { &used };
            if used != room && !allowed.contains(&used) {
                broken.push(format!("{}: `{room}` may not know `{used}`", path.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn every_wall_still_stands_around_a_room() {
    let rooms: BTreeSet<String> = sources().iter().map(|(path, _)| room(path)).collect();
    for (room, allowed) in WALLS {
        assert!(rooms.contains(*room), "there is no room `{room}`");
        for known in *allowed {
            assert!(rooms.contains(*known), "`{room}` may know `{known}`, which is no room");
        }
    }
}

#[test]
fn only_the_right_rooms_touch_each_library() {
    let owners: &[(&str, &[&str])] = &[
        ("granit_parser", &["yaml"]),
        ("rust_decimal", &["units"]),
        ("annotate_snippets", &["render"]),
        ("comfy_table", &["render", "cli"]),
        ("csv", &["render", "ledger"]),
        ("serde", &["contract"]),
        ("serde_json", &["contract"]),
        ("clap", &["cli"]),
        ("indicatif", &["cli"]),
        ("inquire", &["cli"]),
        ("signal_hook", &["cli"]),
        ("ignore", &["repository"]),
        ("rayon", &["choose", "cli", "report", "ledger"]),
        ("rand_chacha", &["simulate"]),
        ("libm", &["simulate"]),
        ("maud", &["render"]),
        (
            "chrono",
            &["charts", "checks", "cli", "date", "document", "follow", "report", "model", "shape", "sheets"],
        ),
    ];
    for (path, text) in sources() {
        let code = code(&text);
        let room = room(&path);
        for (library, rooms) in owners {
            let used = code.contains(&format!("use {library}")) || code.contains(&format!(" {library}::"));
            assert!(!used || rooms.contains(&room.as_str()), "{} uses {library}", path.display());
        }
    }
}

#[test]
fn files_are_short_and_named_after_what_they_hold() {
    for (path, text) in sources() {
        let lines = text.split("#[cfg(test)]\nmod").next().unwrap().lines().count();
        assert!(lines <= LONGEST_FILE, "{} has {lines} lines", path.display());
        for part in path.components() {
            let name = part.as_os_str().to_string_lossy();
            let name = name.trim_end_matches(".rs");
            assert!(!GRAB_BAGS.contains(&name), "{} is a grab-bag", path.display());
        }
        if path == Path::new("main.rs") {
            assert!(lines <= 25, "main.rs has {lines} lines");
        }
    }
}

#[test]
fn english_text_has_english_quotation_marks() {
    for (path, text) in sources() {
        for line in text.lines().filter(|line| line.contains("en: \"")) {
            let english = line.split("en: \"").nth(1).unwrap().split("nb: \"").next().unwrap();
            assert!(!english.contains(['«', '»']), "{}: {english}", path.display());
        }
    }
}

#[test]
fn floats_stay_behind_their_doors() {
    let doors = ["simulate", "solver", "calc/internal_rate.rs"];
    for (path, text) in sources() {
        let shown = path.to_string_lossy().replace('\\', "/");
        if doors.iter().any(|door| shown.starts_with(door)) {
            continue;
        }
        let code = code(&text);
        for float in ["f64", "f32"] {
            let used = code.split(|letter: char| !letter.is_alphanumeric()).any(|word| word == float);
            assert!(!used, "{shown} uses {float}");
        }
    }
}

#[test]
fn the_top_level_holds_only_what_belongs_there() {
    let known = [
        "Cargo.toml",
        "Cargo.lock",
        "CHANGELOG.md",
        "LICENSE-APACHE",
        "LICENSE-MIT",
        "README.md",
        "benches",
        "docs",
        "examples",
        "fuzz",
        "proptest-regressions",
        "schemas",
        "src",
        "target",
        "tests",
    ];
    for entry in std::fs::read_dir(env!("CARGO_MANIFEST_DIR")).unwrap() {
        let name = entry.unwrap().file_name().to_string_lossy().into_owned();
        assert!(name.starts_with('.') || known.contains(&name.as_str()), "{name} does not belong at the top");
    }
}

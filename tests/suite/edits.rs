//! Thousands of changes in files as people write them: one place changes, every other byte is as it was, and
//! what is refused leaves nothing. `A3_EDITS=100000 cargo test edits` makes as many as it says.

use super::portfolio::here;
use a3::edit::{Change, Step, Value, edit, find};
use a3::source::{Source, Span};
use a3::yaml::{self, Kind, Node};
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// How many changes of each kind of file where nothing else is asked for.
const EDITS: usize = 2_000;

/// Of a hundred places that could be changed, how many must be.
const LEAST_OF_A_HUNDRED: usize = 96;

fn wanted() -> usize {
    std::env::var("A3_EDITS").ok().and_then(|number| number.parse().ok()).unwrap_or(EDITS)
}

/// The same numbers each time.
struct Dice(u64);

impl Dice {
    fn throw(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % u64::try_from(sides).unwrap()).unwrap()
    }

    fn one<'a, T: ?Sized>(&mut self, of: &[&'a T]) -> &'a T {
        of[self.throw(of.len())]
    }

    fn is_one_in(&mut self, sides: usize) -> bool {
        self.throw(sides) == 0
    }
}

/// A file as somebody might have written it.
struct Writer<'d> {
    dice: &'d mut Dice,
    text: String,
    step: usize,
    keys: usize,
}

const WORDS: &[&str] = &[
    "Færre besøk",
    "1 200 timer/år",
    "ja",
    "010",
    "2026-12-10",
    "å være: nei",
    "grønt & blått",
    "\"sitat\"",
    "it's",
    "…",
    "−500 kr",
    "-3 %",
    "12,5 %",
    "Blåbærsyltetøy på brødskiva",
    "brukere × 2 tilsyn/døgn",
    "nr. 4 #5",
];

const REMARKS: &[&str] = &["# husk dette", "#", "# - ikke en rad", "# nøkkel: verdi", "#- {a: 1}", "# ÆØÅ ✓"];

impl Writer<'_> {
    fn remark(&mut self) {
        if self.dice.is_one_in(4) {
            self.text += self.dice.one(&[" ", "  ", "     "]);
            let remark = self.dice.one(REMARKS);
            self.text += remark;
        } else if self.dice.is_one_in(9) {
            self.text += " ";
        }
        self.text.push('\n');
        while self.dice.is_one_in(6) {
            let far = self.dice.throw(9);
            let line = if self.dice.is_one_in(3) {
                String::new()
            } else {
                format!("{}{}", " ".repeat(far), self.dice.one(REMARKS))
            };
            self.text += &format!("{line}\n");
        }
    }

    fn key(&mut self) -> String {
        self.keys += 1;
        let word = self.dice.one(&["navn", "område", "nåsituasjon", "måling", "tas_ut", "Øvre å", "a"]);
        let key = format!("{word}{}", self.keys);
        match self.dice.throw(8) {
            0 => format!("\"{key}\""),
            1 => format!("'{key}'"),
            2 => key.nfd().collect(),
            _ => key,
        }
    }

    fn plain(&mut self) -> String {
        let word = self.dice.one(WORDS);
        let word = if self.dice.is_one_in(300) { word.repeat(400) } else { word.to_owned() };
        let word: String = if self.dice.is_one_in(5) { word.nfd().collect() } else { word };
        let is_safe = !word.contains([',', '"', ':', '#', '\'']);
        match self.dice.throw(4) {
            0 => format!("'{}'", word.replace('\'', "''")),
            1 => format!("\"{}\"", word.replace('"', "\\\"")),
            _ if is_safe => word,
            _ => "tekst".to_owned(),
        }
    }

    /// A value between brackets, on one line or several.
    fn inside(&mut self, deep: usize) -> String {
        let is_long = self.dice.is_one_in(4);
        let between = if is_long { format!("\n{}", " ".repeat(12)) } else { " ".repeat(self.dice.throw(2)) };
        match self.dice.throw(if deep > 2 { 2 } else { 6 }) {
            0..=1 => self.plain(),
            kind => {
                let is_list = kind < 4;
                let parts = (0..self.dice.throw(4)).map(|_| {
                    let value = self.inside(deep + 1);
                    let value = if self.dice.is_one_in(12) && !is_list { String::new() } else { value };
                    let remark = if is_long && self.dice.is_one_in(3) { "  # her" } else { "" };
                    (if is_list { value } else { format!("{}: {value}", self.key()) }, remark)
                });
                let parts: Vec<_> = parts.collect();
                let last = parts.len().saturating_sub(1);
                let has_comma = self.dice.is_one_in(3);
                let mut text = between.clone();
                for (at, (part, remark)) in parts.iter().enumerate() {
                    let comma = if at < last || has_comma { "," } else { "" };
                    text += &format!("{part}{comma}{remark}{between}");
                    if !is_long && between.is_empty() && at < last {
                        text.push(' ');
                    }
                }
                if is_list { format!("[{text}]") } else { format!("{{{text}}}") }
            }
        }
    }

    /// What stands after a colon or a dash, its lines further in than `column`.
    fn value(&mut self, column: usize, deep: usize) {
        match self.dice.throw(if deep > 3 { 5 } else { 11 }) {
            0..=1 => {
                let text = self.plain();
                self.text += &format!(" {text}");
                self.remark();
            }
            2 => {
                let text = self.inside(0);
                self.text += &format!(" {text}");
                self.remark();
            }
            3 => self.remark(),
            4 => {
                let mark = self.dice.one(&["|", ">", "|-", ">-", "|+"]);
                let space = " ".repeat(column + self.step);
                self.text += &format!(" {mark}\n{space}første linje\n{space}  andre: # ikke en merknad\n");
                self.text += self.dice.one(&["", "\n", "\n\n"]);
            }
            5 => {
                let space = " ".repeat(column + self.step);
                self.text += &format!(" en tekst\n{space}over to linjer");
                self.remark();
            }
            6..=7 => {
                self.remark();
                let dash = column + self.dice.one(&["", "  ", "   "]).len();
                self.rows(dash, deep + 1);
            }
            _ => {
                self.remark();
                self.mapping(column + self.step, deep + 1);
            }
        }
    }

    fn mapping(&mut self, column: usize, deep: usize) {
        for _ in 0..=self.dice.throw(4) {
            let key = self.key();
            let colon = if self.dice.is_one_in(12) { " :" } else { ":" };
            self.text += &format!("{}{key}{colon}", " ".repeat(column));
            self.value(column, deep);
        }
    }

    fn rows(&mut self, dash: usize, deep: usize) {
        let in_by = 1 + self.dice.throw(3);
        for _ in 0..=self.dice.throw(3) {
            self.text += &format!("{}-", " ".repeat(dash));
            if self.dice.is_one_in(2) {
                let start = self.text.len();
                self.mapping(dash + 1 + in_by, deep + 1);
                self.text.replace_range(start..=start + dash, "");
            } else {
                self.value(dash, deep + 1);
            }
        }
    }
}

fn made_up(dice: &mut Dice) -> String {
    let step = 1 + dice.throw(4);
    let mut writer = Writer { dice, text: String::new(), step, keys: 0 };
    writer.mapping(0, 0);
    let text = writer.text;
    dressed(dice, text)
}

/// As other programs and systems leave a file.
fn dressed(dice: &mut Dice, mut text: String) -> String {
    if dice.is_one_in(4) {
        text = text.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    if dice.is_one_in(4) {
        text.truncate(text.trim_end().len());
    }
    if dice.is_one_in(6) {
        text = text.nfd().collect();
    }
    if dice.is_one_in(4) {
        text.insert(0, '\u{feff}');
    }
    text
}

/// Every place of a tree, with the way to it.
fn places<'n>(node: &'n Node<'_>, way: Vec<Step<'n>>, all: &mut Vec<Vec<Step<'n>>>) {
    for (row, item) in node.items().iter().enumerate() {
        places(item, [&way[..], &[Step::Row(row)]].concat(), all);
    }
    for entry in node.entries() {
        places(&entry.value, [&way[..], &[Step::Key(&entry.key.value)]].concat(), all);
    }
    all.push(way);
}

/// What could be asked for at a place.
fn asked(dice: &mut Dice, node: &Node<'_>) -> Change {
    let reading =
        || Value::mapping([("dato", Value::text("2026-12-31")), ("verdi", Value::text("561,5 besøk/uke"))]);
    let words = dice.one(WORDS);
    let row = match dice.throw(4) {
        0 => Value::text(words),
        1 => reading().in_line(),
        2 => Value::mapping([("rader", Value::List(vec![reading(), Value::text(words)])), ("x", reading())]),
        _ => reading(),
    };
    match &node.kind {
        Kind::Scalar(_) => Change::Set(Value::text(words)),
        Kind::Empty if dice.is_one_in(2) => Change::Set(Value::text(words)),
        Kind::Empty | Kind::List(_) => Change::Append(row),
        Kind::Mapping(entries) => {
            let remarked =
                Value::Remarked { text: "…".to_owned(), remark: a3::words::Text::same("fyll inn: hva") };
            let value = if dice.is_one_in(3) { remarked } else { row };
            let after = entries.iter().filter(|_| dice.is_one_in(3)).map(|entry| entry.key.value.to_string());
            Change::Add { key: "ny nøkkel".to_owned(), value, after: after.collect() }
        }
    }
}

/// What two trees say, and where they part.
fn differences(old: &Node<'_>, new: &Node<'_>, way: &mut Vec<String>, all: &mut Vec<String>) {
    match (&old.kind, &new.kind) {
        (Kind::List(old), Kind::List(new)) if old.len() == new.len() => {
            for (row, (old, new)) in old.iter().zip(new).enumerate() {
                way.push(row.to_string());
                differences(old, new, way, all);
                way.pop();
            }
        }
        (Kind::List(old), Kind::List(new)) if old.len() + 1 == new.len() => {
            all.push(format!("{way:?} row"));
            for (old, new) in old.iter().zip(new) {
                differences(old, new, way, all);
            }
        }
        (Kind::Mapping(old), Kind::Mapping(new)) => {
            let more: Vec<_> =
                new.iter().filter(|new| !old.iter().any(|old| old.key.value == new.key.value)).collect();
            all.extend(more.iter().map(|entry| format!("{way:?} {}", entry.key.value)));
            let kept = new.iter().filter(|new| old.iter().any(|old| old.key.value == new.key.value));
            let is_kept = |old: &&yaml::Entry<'_>| new.iter().any(|new| old.key.value == new.key.value);
            all.extend(
                old.iter().filter(|old| !is_kept(old)).map(|old| format!("{way:?} -{}", old.key.value)),
            );
            for (old, new) in old.iter().filter(is_kept).zip(kept) {
                assert_eq!(old.key.value, new.key.value, "the order of keys");
                way.push(new.key.value.to_string());
                differences(&old.value, &new.value, way, all);
                way.pop();
            }
        }
        (Kind::Scalar(old), Kind::Scalar(new)) if old.text == new.text => {}
        (Kind::Empty, Kind::Empty) => {}
        _ => all.push(format!("{way:?} value")),
    }
}

/// How it went with one change.
#[derive(Debug, PartialEq, Eq)]
enum Went {
    Changed,
    Refused,
    /// The text is no YAML to begin with, or has long texts there.
    NotAsked,
}

fn one_change(dice: &mut Dice, text: &str) -> Went {
    let source = Source::new("", text);
    let Some(root) = yaml::parse(&source).root else { return Went::NotAsked };
    let mut all = Vec::new();
    places(&root, Vec::new(), &mut all);
    let at = &all[dice.throw(all.len())];
    let node = find(&root, at).unwrap();
    if node.scalar().is_some_and(|scalar| scalar.style == yaml::Style::Block) {
        return Went::NotAsked;
    }
    let is_dropped = matches!(at.last(), Some(Step::Key(_))) && dice.is_one_in(8);
    let change = if is_dropped { Change::Drop } else { asked(dice, node) };
    let edited = match edit(text, at, &change) {
        Ok(edited) => edited,
        // A key with lines below it, or none beside it, stays.
        Err(_) if is_dropped => return Went::NotAsked,
        Err(_) => return Went::Refused,
    };
    let Span { start, end } = edited.span;
    let (start, end) = (start as usize, end as usize);
    assert_eq!(text[..start], edited.text[..start], "what stands before {change:?} at {at:?}");
    let kept = edited.text.len() - end;
    assert!(text.is_char_boundary(text.len() - kept), "{text:?}");
    assert_eq!(text[text.len() - kept..], edited.text[end..], "what stands after {change:?} at {at:?}");
    let gone = &text[start..text.len() - kept];
    let is_set = matches!(change, Change::Set(_)) && node.kind != Kind::Empty;
    if !is_dropped {
        assert_eq!(gone, if is_set { source.slice(node.span) } else { "" }, "what is gone");
    }
    let after = Source::new("", edited.text.as_str());
    let after = yaml::parse(&after).root.unwrap();
    let mut differ = Vec::new();
    differences(&root, &after, &mut Vec::new(), &mut differ);
    assert!(differ.len() <= 1, "{differ:?} after {change:?} at {at:?} in\n{text}\n----\n{}", edited.text);
    if text.ends_with('\n') != edited.text.ends_with('\n') {
        panic!("the end of the file: {change:?} at {at:?} in\n{text}");
    }
    let is_windows = text.contains("\r\n") && !text.replace("\r\n", "").contains('\n');
    assert!(!is_windows || !edited.text.replace("\r\n", "").contains('\n'), "line ends of\n{text:?}");
    Went::Changed
}

fn count(went: impl Iterator<Item = Went>, of: usize) -> usize {
    let (mut changed, mut refused, mut tried) = (0, 0, 0);
    for one in went {
        tried += 1;
        match one {
            Went::Changed => changed += 1,
            Went::Refused => refused += 1,
            Went::NotAsked => {}
        }
        assert!(tried < 40 * (of + 100), "too few of the texts can be read: {changed} of {tried}");
        if changed >= of {
            break;
        }
    }
    assert!(
        changed * 100 >= (changed + refused) * LEAST_OF_A_HUNDRED,
        "{refused} refused, {changed} changed"
    );
    changed
}

#[test]
fn a_change_in_a_made_up_file_is_one_place_and_nothing_else() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let went = std::iter::repeat_with(|| {
        let text = made_up(&mut dice);
        one_change(&mut dice, &text)
    });
    assert_eq!(count(went, wanted()), wanted());
}

fn collect(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.extension().is_some_and(|end| end == "yaml") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn a_change_in_a_real_file_is_one_place_and_nothing_else() {
    let mut files = Vec::new();
    collect(&here("examples"), &mut files);
    collect(&here("tests/data"), &mut files);
    files.sort();
    assert!(files.len() > 20);
    let mut dice = Dice(0x2545_f491_4f6c_dd1d);
    let went = std::iter::repeat_with(|| {
        let text = files[dice.throw(files.len())].clone();
        let text = dressed(&mut dice, text);
        one_change(&mut dice, &text)
    });
    let wanted = wanted() / 3;
    assert_eq!(count(went, wanted), wanted);
}

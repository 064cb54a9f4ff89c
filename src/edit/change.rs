//! What can be changed, and what it makes of the tree.

use super::tree::Tree;
use crate::words;
use crate::words::{Language, Text, Words};
use crate::yaml::one_line;

/// A step on the way from the root to a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'k> {
    /// Into the value of a key.
    Key(&'k str),
    /// Into a row of a list, from 0.
    Row(usize),
}

/// What is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A text with a remark after it.
    Remarked {
        /// The text.
        text: String,
        /// What stands after `#`, in bokmål where no language is said.
        remark: Text,
    },
    /// A list, a row a line.
    List(Vec<Self>),
    /// Keys and values, a line each.
    Mapping(Vec<(String, Self)>),
    /// The same on one line.
    InLine(Box<Self>),
}

impl Value {
    /// A text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Keys and values.
    pub fn mapping<K: Into<String>>(entries: impl IntoIterator<Item = (K, Self)>) -> Self {
        Self::Mapping(entries.into_iter().map(|(key, value)| (key.into(), value)).collect())
    }

    /// The same value on one line.
    pub fn in_line(self) -> Self {
        Self::InLine(Box::new(self))
    }

    /// The same value with its remarks in one language.
    pub fn in_language(self, language: Language) -> Self {
        match self {
            Self::Text(_) => self,
            Self::Remarked { text, remark } => {
                Self::Remarked { text, remark: Text::same(remark.get(language)) }
            }
            Self::List(rows) => Self::List(rows.into_iter().map(|row| row.in_language(language)).collect()),
            Self::Mapping(entries) => {
                Self::mapping(entries.into_iter().map(|(key, value)| (key, value.in_language(language))))
            }
            Self::InLine(value) => value.in_language(language).in_line(),
        }
    }

    /// What it is read as.
    pub(super) fn tree(&self) -> Tree {
        match self {
            Self::Text(text) | Self::Remarked { text, .. } => Tree::Text(one_line(text)),
            Self::List(rows) => Tree::List(rows.iter().map(Self::tree).collect()),
            Self::Mapping(entries) => {
                Tree::Mapping(entries.iter().map(|(key, value)| (one_line(key), value.tree())).collect())
            }
            Self::InLine(value) => value.tree(),
        }
    }
}

/// A change of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// The text at the place becomes this, on one line. Where nothing stood, it stands there.
    Set(Value),
    /// One more row at the end of the list at the place.
    Append(Value),
    /// The text at the place becomes a list with this one row. Where nothing stood, the list begins there.
    Begin(Value),
    /// One more key in the mapping at the place.
    Add {
        /// The key.
        key: String,
        /// Its value.
        value: Value,
        /// The keys it is to stand after, where they are there; else it stands last.
        after: Vec<String>,
    },
    /// The key at the place goes, with its value: on lines of its own it becomes a remark, between brackets
    /// one at the end of the line where they end on it. One key at least stays.
    Drop,
}

impl Change {
    /// The tree with the change made; none where the place is not there or is something else.
    pub(super) fn applied(&self, tree: &Tree, at: &[Step<'_>]) -> Option<Tree> {
        let mut tree = tree.clone();
        if matches!(self, Self::Drop) {
            return dropped(tree, at);
        }
        let place = at.iter().try_fold(&mut tree, |tree, step| match step {
            Step::Key(key) => tree.under(key),
            Step::Row(row) => tree.row(*row),
        })?;
        match (self, place) {
            (Self::Set(value), place @ (Tree::Text(_) | Tree::Nothing)) => *place = value.tree(),
            (Self::Append(row), Tree::List(rows)) => rows.push(row.tree()),
            (Self::Append(row), place @ Tree::Nothing)
            | (Self::Begin(row), place @ (Tree::Text(_) | Tree::Nothing)) => {
                *place = Tree::List(vec![row.tree()]);
            }
            (Self::Add { key, value, after }, Tree::Mapping(entries)) => {
                if entries.iter().any(|(there, _)| there == key) {
                    return None;
                }
                let keys = entries.iter().map(|(key, _)| key.as_str());
                let place = place_after(keys, after).unwrap_or(entries.len());
                entries.insert(place, (one_line(key), value.tree()));
            }
            (Self::Set(_) | Self::Begin(_), Tree::List(_) | Tree::Mapping(_))
            | (Self::Append(_), Tree::Text(_) | Tree::Mapping(_))
            | (Self::Add { .. }, Tree::Text(_) | Tree::List(_) | Tree::Nothing)
            | (Self::Drop, _) => return None,
        }
        Some(tree)
    }
}

/// The tree without a key, where others stay beside it.
fn dropped(mut tree: Tree, at: &[Step<'_>]) -> Option<Tree> {
    let (Step::Key(key), above) = at.split_last()? else { return None };
    let place = above.iter().try_fold(&mut tree, |tree, step| match step {
        Step::Key(key) => tree.under(key),
        Step::Row(row) => tree.row(*row),
    })?;
    let Tree::Mapping(entries) = place else { return None };
    let before = entries.len();
    entries.retain(|(there, _)| there != key);
    (entries.len() < before && !entries.is_empty()).then_some(tree)
}

/// How many keys stand before a new one that is to stand after some of them; none where it stands after none.
pub(super) fn place_after<'k>(keys: impl Iterator<Item = &'k str>, after: &[String]) -> Option<usize> {
    let stands_before = |key: &str| after.iter().any(|one| one == key);
    let last = keys.enumerate().filter(|(_, key)| stands_before(key)).last();
    last.map(|(place, _)| place.saturating_add(1))
}

/// Why nothing was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// The text is no YAML as it is.
    Unreadable,
    /// The place is not there, or holds something else than the change needs.
    NotThere,
    /// The text to change stands on several lines of its own, after `|` or `>`.
    LongText,
    /// It is written so that one line more has no place.
    NoPlace,
    /// A carriage return ends a line alone: what stands after it would be read as of that line.
    HalfLineEnd,
    /// What was written would have been read as something else.
    NotReadBack,
}

impl Refusal {
    /// The reason, as it reads after a colon.
    pub const fn words(self) -> Words {
        match self {
            Self::Unreadable => {
                words!(nb: "fila kan ikke leses (se a3 check)", nn: "fila kan ikkje lesast (sjå a3 check)", en: "the file cannot be read (see a3 check)")
            }
            Self::NotThere => {
                words!(nb: "stedet finnes ikke, eller der står noe annet enn ventet", nn: "staden finst ikkje, eller der står noko anna enn venta", en: "the place is not there, or something else than expected stands there")
            }
            Self::LongText => {
                words!(nb: "teksten der står over flere linjer", nn: "teksten der står over fleire linjer", en: "the text there is on several lines")
            }
            Self::NoPlace => {
                words!(nb: "det er skrevet slik at a3 ikke finner hvor en linje til skal stå", nn: "det er skrive slik at a3 ikkje finn kvar ei linje til skal stå", en: "it is written so that a3 does not find where one more line is to stand")
            }
            Self::HalfLineEnd => {
                words!(nb: "fila har et halvt linjeskift (CR uten LF); lagre den på nytt fra et skriveprogram", nn: "fila har eit halvt linjeskift (CR utan LF); lagre ho på nytt frå eit skriveprogram", en: "the file has half a line end (CR without LF); save it anew from an editor")
            }
            Self::NotReadBack => {
                words!(nb: "det ville ikke blitt lest slik det var ment", nn: "det ville ikkje blitt lese slik det var meint", en: "it would not be read as it was meant")
            }
        }
    }
}

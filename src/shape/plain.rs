//! Said plainly is enough: short forms and other words of a file → the forms and words of the table.
//!
//! Done once, on the tree, before anything reads it: a value where its row has one obvious field, one value
//! where a list is due, `ingen` for an empty list, synonyms and capitals of listed words, dates as
//! `15.9.2026`, and codes with blanks. Every place stays where it was written.

use super::check::{is_blank, is_by_year};
use super::synonyms;
use super::table::{Field, Form, Kind, Section};
use super::unanswered::is_unanswered;
use super::{CASE, ESTIMATE, FRAMES_FILE, ORGANISATION, OVERVIEW, OVERVIEW_LEVELS};
use crate::date;
use crate::source::Spanned;
use crate::yaml::{Entry, Kind as Written, Node, Scalar, Style, dash_without_space, list_mark};
use std::borrow::Cow;

/// The words of ja and nei.
pub(super) const YES_NO: &[&str] = &["ja", "nei"];

/// The field that a plain value of a section stands for.
const PLAIN: &[(&str, &str)] = &[
    ("forutsetning", "verdi"),
    ("alternativ", "navn"),
    ("gap", "navn"),
    ("minimumskrav", "krav"),
    ("minimumskrav i a3.yaml", "krav"),
    ("risiko", "hva"),
    ("betingelse", "hva"),
    ("forankring", "hvem"),
    ("planrad", "hva"),
    ("brukes_til", "hva"),
    ("mål", "navn"),
];

impl Section {
    /// The field that a value without a key stands for.
    pub fn plain(&self) -> Option<&'static Field> {
        let (_, key) = PLAIN.iter().find(|(name, _)| *name == self.name)?;
        self.field(key)
    }
}

impl Kind {
    /// Whether one value may stand here.
    pub fn takes_one(&self) -> bool {
        match self {
            Self::Section(section) => section.plain().is_some(),
            Self::List(item) | Self::Filled(item) => item.takes_one(),
            Self::Either(kinds) => kinds.iter().any(Self::takes_one),
            Self::Named(_) | Self::Years(_) => false,
            Self::Amount => true,
            Self::Text | Self::Quantity | Self::Formula | Self::Choice(_) | Self::YesNo | Self::Date => true,
            Self::Year | Self::Version | Self::Code | Self::Name => true,
        }
    }

    /// Whether a comma in one value says that several were meant.
    pub fn parts_at_comma(&self) -> bool {
        matches!(self, Self::Quantity | Self::Name)
    }
}

/// Brings a case to the forms of the table.
pub fn settle_case(root: &mut Node<'_>) {
    settle(root, sheet(root));
}

/// Which section a case is: one sheet, or an overview.
pub(super) fn sheet(root: &Node<'_>) -> &'static Section {
    let level = root.get("nivå").and_then(Node::text);
    let is_overview = level.is_some_and(|level| synonyms::word(level, OVERVIEW_LEVELS).is_some());
    if is_overview { &OVERVIEW } else { &CASE }
}

/// Brings a3.yaml to the forms of the table.
pub fn settle_organisation(root: &mut Node<'_>) {
    settle(root, &ORGANISATION);
}

/// Brings a file of frames to the forms of the table.
pub fn settle_frames(root: &mut Node<'_>) {
    settle(root, &FRAMES_FILE);
}

fn settle(node: &mut Node<'_>, section: &'static Section) {
    let Written::Mapping(entries) = &mut node.kind else { return };
    for entry in entries {
        if let Some(field) = section.field(&entry.key.value) {
            value(&mut entry.value, &field.kind);
        }
    }
}

/// What is still to be written stays as it is.
fn value(node: &mut Node<'_>, kind: &'static Kind) {
    if is_unanswered(node) {
        return;
    }
    match kind {
        Kind::Text | Kind::Quantity | Kind::Formula | Kind::Name | Kind::Year | Kind::Version => {}
        Kind::Code => code(node),
        Kind::Choice(words) => word(node, words),
        Kind::YesNo => word(node, YES_NO),
        Kind::Date => day(node),
        Kind::List(item) | Kind::Filled(item) => list(node, kind, item),
        Kind::Section(section) => {
            row(node, section);
            settle(node, section);
        }
        Kind::Named(item) | Kind::Years(item) => {
            if let Written::Mapping(entries) = &mut node.kind {
                let named = entries.iter_mut().filter(|entry| !is_outside(entry, item));
                named.for_each(|entry| value(&mut entry.value, item));
            }
        }
        Kind::Amount => amount(node),
        Kind::Either(kinds) => {
            if let Some(kind) = fitting(node, kinds) {
                value(node, kind);
            }
        }
    }
}

/// The kind of several that a value is read as.
fn fitting(node: &Node<'_>, kinds: &'static [Kind]) -> Option<&'static Kind> {
    let form = super::check::form_of(node);
    let own = kinds.iter().find(|kind| kind.form() == Some(form));
    own.or_else(|| kinds.iter().find(|kind| form == Form::One && kind.form() == Some(Form::List)))
}

/// Whether a field of a row stands beside the names of the rows, and not within one. A row of its own may have
/// such a name.
pub(super) fn is_outside(entry: &Entry<'_>, item: &'static Kind) -> bool {
    let Kind::Section(section) = item else { return false };
    let is_row = matches!(entry.value.kind, Written::Mapping(_) | Written::Empty);
    !is_row && section.field(&entry.key.value).is_some()
}

fn amount(node: &mut Node<'_>) {
    let is_by_year = is_by_year(node);
    match &mut node.kind {
        Written::List(items) => items.iter_mut().for_each(|item| value(item, &ESTIMATE)),
        Written::Mapping(entries) if is_by_year => {
            entries.iter_mut().for_each(|entry| value(&mut entry.value, &ESTIMATE));
        }
        Written::Empty | Written::Scalar(_) | Written::Mapping(_) => {}
    }
}

fn list(node: &mut Node<'_>, kind: &'static Kind, item: &'static Kind) {
    if let Some(scalar) = node.scalar().filter(|_| !is_blank(node)) {
        let text = &*scalar.text;
        if says_none(text) && matches!(kind, Kind::List(_)) {
            node.kind = Written::List(Vec::new());
        } else if !says_none(text) && item.takes_one() && is_one(text, item) {
            node.kind = Written::List(vec![node.clone()]);
        }
    }
    if let Written::List(items) = &mut node.kind {
        items.iter_mut().for_each(|node| value(node, item));
    }
}

/// `ingen`, in any case, with or without a full stop.
pub fn says_none(text: &str) -> bool {
    text.strip_suffix('.').unwrap_or(text).to_lowercase() == "ingen"
}

/// Whether a text is one value of a list, and not several in a line.
fn is_one(text: &str, item: &Kind) -> bool {
    let several = item.parts_at_comma() && is_parted(text);
    !several && list_mark(text).is_none() && !dash_without_space(text)
}

/// A comma or semicolon, and a space after it.
pub(super) fn is_parted(text: &str) -> bool {
    text.contains(", ") || text.contains("; ")
}

/// A value without a key, as the one field of its row.
fn row(node: &mut Node<'_>, section: &'static Section) {
    let Some(field) = section.plain().filter(|_| node.scalar().is_some() && !is_blank(node)) else { return };
    let key = Spanned::new(Cow::Borrowed(field.key), node.span);
    node.kind = Written::Mapping(vec![Entry { key, value: node.clone() }]);
}

fn word(node: &mut Node<'_>, words: &'static [&'static str]) {
    let Some(text) = node.text().filter(|text| !words.contains(text)) else { return };
    if let Some(meant) = synonyms::word(text, words) {
        put(node, Cow::Borrowed(meant));
    }
}

/// A code without the blanks around it, of whatever kind, and without those among its digits.
fn code(node: &mut Node<'_>) {
    let Some(text) = node.text() else { return };
    let digits: String = text.split_whitespace().collect();
    let is_number = digits.bytes().all(|sign| sign.is_ascii_digit());
    let plain = if is_number { digits } else { text.trim().to_owned() };
    if plain != text && !plain.is_empty() {
        put(node, Cow::Owned(plain));
    }
}

fn day(node: &mut Node<'_>) {
    if let Some(date) = node.text().and_then(dotted) {
        put(node, Cow::Owned(date));
    }
}

/// `15.9.2026` as a file writes it.
fn dotted(text: &str) -> Option<String> {
    let mut parts = text.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let fits = |part: &str| matches!(part.len(), 1 | 2);
    if parts.next().is_some() || !fits(day) || !fits(month) {
        return None;
    }
    let date = format!("{year}-{month:0>2}-{day:0>2}");
    date::parse(&date).map(|_| date)
}

/// Another text in the place of the one written.
fn put<'s>(node: &mut Node<'s>, text: Cow<'s, str>) {
    let style = node.scalar().map_or(Style::Plain, |scalar| scalar.style);
    node.kind = Written::Scalar(Scalar { text, style, verbatim: false });
}

//! Holds a tree against the table: unknown keys and words, wrong forms, empty and missing values.
//! One pass, and everything is said at once.

use super::plain::{YES_NO, is_outside, is_parted, sheet};
use super::table::{Field, Form, Kind, Needed, Section};
use super::unanswered::is_unanswered;
use super::years::{Order, YearsApart, years_of_nobody};
use super::{CASE, ESTIMATE, ORGANISATION, THREE_POINT, synonyms, wording};
use crate::date;
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;
use crate::units::Year;
use crate::yaml::{
    Entry, Kind as Written, Node, Style, dash_lacks_space, dash_without_space, foreign_list_mark, is_nothing,
    list_mark, short,
};

/// Everything in a case file that the table does not know.
pub fn check_case(root: &Node<'_>) -> Vec<Finding> {
    check(root, sheet(root))
}

/// Everything in a3.yaml that the table does not know.
pub fn check_organisation(root: &Node<'_>) -> Vec<Finding> {
    check(root, &ORGANISATION)
}

/// Everything in a mapping that does not fit a section of the table.
pub fn check(node: &Node<'_>, section: &'static Section) -> Vec<Finding> {
    let first_year = node.get("budsjettår").and_then(Node::text).and_then(year_of);
    let areas = node.get("områder").map_or(&[][..], Node::items);
    let areas = areas.iter().filter_map(Node::text).map(short).collect();
    let mut check = Check { findings: Vec::new(), first_year, areas };
    let at = node.entries().first().map_or(node.span, |entry| entry.key.span);
    check.section(node, section, at);
    check.findings
}

struct Check {
    findings: Vec<Finding>,
    /// budsjettår, where what is checked says it.
    first_year: Option<Year>,
    /// områder, where what is checked lists them.
    areas: Vec<String>,
}

/// A value, and what is said about it.
#[derive(Clone, Copy)]
pub(super) struct Place<'n> {
    pub(super) node: &'n Node<'n>,
    /// The nearest key as written, which may be a name: rådgiver under stillinger.
    pub(super) name: &'n str,
    /// The key the value is after, or the value itself in a list.
    at: Span,
    /// The nearest field of the table, for its name and example.
    pub(super) field: &'static Field,
    /// What the field stands in.
    row: &'n Node<'n>,
}

impl<'n> Place<'n> {
    /// One value is pointed at itself; all else by its key, which is on one line.
    pub(super) fn span(&self) -> Span {
        match &self.node.kind {
            Written::Scalar(scalar) if scalar.style != Style::Block => self.node.span,
            Written::Scalar(_) | Written::Empty | Written::List(_) | Written::Mapping(_) => self.at,
        }
    }

    const fn part(&self, node: &'n Node<'n>, at: Span) -> Self {
        Self { node, at, ..*self }
    }
}

impl Check {
    /// Words are found only for what is kept: finding the nearest of many keys takes time.
    fn find(&mut self, finding: impl FnOnce() -> Finding) {
        if self.findings.len() < MAX_COLLECTED {
            self.findings.push(finding());
        }
    }

    fn section(&mut self, node: &Node<'_>, section: &'static Section, at: Span) {
        for entry in node.entries() {
            match section.field(&entry.key.value) {
                Some(field) => {
                    let name = &entry.key.value;
                    let place = Place { node: &entry.value, name, at: entry.key.span, field, row: node };
                    self.value(place, &field.kind);
                }
                None => self.find(|| wording::unknown_entry(entry, node, section)),
            }
        }
        let meant = meant_fields(node, section);
        for field in section.fields {
            // What a file cannot be read without must be said; the phases ask for the rest.
            let is_sheet = core::ptr::eq(section, &CASE);
            let is_there = node.get(field.key).is_some_and(|value| !is_sheet || !is_unanswered(value));
            let is_there = is_there || meant.contains(&field.key);
            if field.needed == Needed::Always && !is_there {
                let missing = || wording::missing_field(field, section, first_line(node, at));
                self.find(|| wording::beside(missing(), field, node));
            }
        }
    }

    /// What is still to be written is asked for by the phases.
    fn value(&mut self, place: Place<'_>, kind: &'static Kind) {
        if is_unanswered(place.node) {
            return;
        }
        if is_blank(place.node) {
            let empty = || wording::empty_field(&place, place.span());
            return self.find(|| wording::beside(empty(), place.field, place.row));
        }
        match kind {
            Kind::Text | Kind::Quantity | Kind::Formula | Kind::Code | Kind::Name => {
                self.text(place, kind);
            }
            Kind::Choice(words) => self.word(place, kind, words),
            Kind::YesNo => self.word(place, kind, YES_NO),
            Kind::Version => self.word(place, kind, &["1"]),
            Kind::Date => {
                if self.text(place, kind).is_some_and(|text| date::parse(text).is_none()) {
                    self.find(|| wording::bad_date(place.node, place.span()));
                }
            }
            Kind::Year => {
                if self.text(place, kind).is_some_and(|text| year_of(text).is_none()) {
                    let written = place.node.text().unwrap_or_default();
                    self.find(|| wording::bad_year(written, place.span(), place.field.key));
                }
            }
            Kind::List(item) => self.list(place, kind, item),
            Kind::Filled(item) => self.filled(place, kind, item),
            Kind::Section(section) => match &place.node.kind {
                Written::Mapping(_) => self.section(place.node, section, place.at),
                Written::Empty | Written::Scalar(_) | Written::List(_) => self.wrong_form(place, kind),
            },
            Kind::Named(value) => self.named(place, kind, value),
            Kind::Years(value) => self.years(place, kind, value),
            Kind::Amount => self.amount(place, kind),
            Kind::Either(kinds) => self.either(place, kind, kinds),
        }
    }

    fn wrong_form(&mut self, place: Place<'_>, kind: &'static Kind) {
        let first_year = self.first_year;
        self.find(|| wording::wrong_form(&place, kind, first_year));
    }

    /// One value where a list is due: a text that was meant as items, or several values in a line.
    fn no_list(&mut self, place: Place<'_>, kind: &'static Kind, item: &'static Kind) {
        let text = place.node.text().unwrap_or_default();
        if let Some(mark) = list_mark(text) {
            return self
                .find(|| foreign_list_mark(mark, place.node.part_span(Span::new(0, mark.len_utf8()))));
        }
        if dash_without_space(text) {
            return self.find(|| dash_lacks_space(place.node.part_span(Span::new(0, 1))));
        }
        if item.parts_at_comma() && is_parted(text) {
            return self.find(|| wording::several_in_a_line(place.field, text, place.span()));
        }
        match (&place.node.kind, item) {
            (Written::Mapping(entries), Kind::Section(_)) if !entries.is_empty() => {
                let first = entries.first().map_or("", |entry| &entry.key.value);
                self.find(|| wording::lacks_dash(place.field, first, place.span()));
            }
            _ => self.wrong_form(place, kind),
        }
    }

    /// The text of one value; a finding when it is anything else.
    fn text<'n>(&mut self, place: Place<'n>, kind: &'static Kind) -> Option<&'n str> {
        let text = place.node.text();
        if text.is_none() {
            self.wrong_form(place, kind);
        }
        text
    }

    fn word(&mut self, place: Place<'_>, kind: &'static Kind, words: &'static [&'static str]) {
        let Some(text) = self.text(place, kind) else { return };
        if !words.contains(&text) {
            self.find(|| wording::unknown_word(place.field, text, words, place.span()));
        }
    }

    fn list(&mut self, place: Place<'_>, kind: &'static Kind, item: &'static Kind) {
        let Written::List(items) = &place.node.kind else { return self.no_list(place, kind, item) };
        for node in items {
            self.value(place.part(node, node.span), item);
        }
    }

    fn filled(&mut self, place: Place<'_>, kind: &'static Kind, item: &'static Kind) {
        if matches!(&place.node.kind, Written::List(items) if items.is_empty()) {
            return self.find(|| wording::empty_field(&place, place.span()));
        }
        self.list(place, kind, item);
    }

    fn named(&mut self, place: Place<'_>, kind: &'static Kind, value: &'static Kind) {
        let Written::Mapping(entries) = &place.node.kind else {
            let is_list = matches!(place.node.kind, Written::List(_));
            return match is_list {
                true => self.find(|| wording::names_with_dash(place.field, place.node, place.span())),
                false => self.wrong_form(place, kind),
            };
        };
        if let (Kind::Years(_), Some(years)) = (value, years_of_nobody(place.node)) {
            let finding = wording::years_of_nobody(&place, &years, &self.areas);
            return self.find(|| finding);
        }
        for (row, entry) in entries.iter().enumerate() {
            let (key, node) = (&entry.key, &entry.value);
            let before = row.checked_sub(1).and_then(|row| entries.get(row));
            if is_outside(entry, value) {
                // Those that follow belong to the same row.
                if before.is_none_or(|before| !is_outside(before, value)) {
                    let rest = entries.get(row..).unwrap_or_default();
                    let run = rest.iter().take_while(|entry| is_outside(entry, value));
                    self.find(|| wording::outside(&run.collect::<Vec<_>>(), before, place.field));
                }
                continue;
            }
            let is_below = is_blank(node)
                && entries.get(row.saturating_add(1)).is_some_and(|next| is_outside(next, value));
            if is_below {
                continue;
            }
            if key.value.trim().is_empty() {
                self.find(|| wording::empty_field(&Place { node, ..place }, key.span));
            }
            self.value(Place { name: &key.value, ..place.part(node, key.span) }, value);
        }
    }

    fn years(&mut self, place: Place<'_>, kind: &'static Kind, value: &'static Kind) {
        if let Some(years) = YearsApart::of(place.node).filter(|years| years.order == Order::Calendar) {
            return self.find(|| wording::years_apart(&place, kind, &years));
        }
        let Written::Mapping(entries) = &place.node.kind else { return self.wrong_form(place, kind) };
        if entries.is_empty() {
            return self.find(|| wording::empty_field(&place, place.span()));
        }
        for Entry { key, value: node } in entries {
            if year_of(&key.value).is_none() {
                self.find(|| wording::bad_year(&key.value, key.span, ""));
            }
            self.value(Place { name: &key.value, ..place.part(node, key.span) }, value);
        }
    }

    fn amount(&mut self, place: Place<'_>, kind: &'static Kind) {
        if let Some(years) = YearsApart::of(place.node) {
            return self.find(|| wording::years_apart(&place, kind, &years));
        }
        match &place.node.kind {
            Written::Empty | Written::Scalar(_) => {}
            Written::List(_) => self.filled(place, kind, &ESTIMATE),
            Written::Mapping(_) if is_by_year(place.node) => self.years(place, kind, &ESTIMATE),
            Written::Mapping(_) => self.section(place.node, &THREE_POINT, place.at),
        }
    }

    fn either(&mut self, place: Place<'_>, kind: &'static Kind, kinds: &'static [Kind]) {
        let form = form_of(place.node);
        let list = || kinds.iter().find(|kind| form == Form::One && kind.form() == Some(Form::List));
        match kinds.iter().find(|kind| kind.form() == Some(form)).or_else(list) {
            Some(fitting) => self.value(place, fitting),
            None => self.wrong_form(place, kind),
        }
    }
}

/// An amount with any key that begins with a digit is by calendar year.
pub fn is_by_year(node: &Node<'_>) -> bool {
    node.entries().iter().any(|entry| entry.key.value.starts_with(|letter: char| letter.is_ascii_digit()))
}

pub(super) const fn form_of(node: &Node<'_>) -> Form {
    match node.kind {
        Written::Empty | Written::Scalar(_) => Form::One,
        Written::List(_) => Form::List,
        Written::Mapping(_) => Form::Mapping,
    }
}

/// Nothing, only blanks, or one of YAML's own words for nothing.
pub fn is_blank(node: &Node<'_>) -> bool {
    match &node.kind {
        Written::Empty => true,
        Written::Scalar(scalar) => {
            scalar.text.trim().is_empty() || (is_nothing(&scalar.text) && scalar.style == Style::Plain)
        }
        Written::List(_) | Written::Mapping(_) => false,
    }
}

/// Four digits that are a year a file may name.
pub fn year_of(text: &str) -> Option<Year> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { Year::new(text.parse().ok()?) } else { None }
}

/// Unknown keys of one mapping that are looked at for what they were meant to be.
const MAX_MEANT: usize = 50;

/// The fields that keys of a mapping were probably meant to be. They are said to be misspelt, and
/// not missing as well.
fn meant_fields(node: &Node<'_>, section: &'static Section) -> Vec<&'static str> {
    let unknown = node.entries().iter().filter(|entry| section.field(&entry.key.value).is_none());
    let unknown: Vec<_> = unknown.take(MAX_MEANT).collect();
    if unknown.iter().any(|entry| wording::cost_named_by_key(entry, node, section).is_some()) {
        return vec!["navn", "type", "beløp"];
    }
    unknown.iter().filter_map(|entry| synonyms::key(&entry.key.value, section)).collect()
}

/// Whether a key of a row is no field, and was probably meant to be this one.
pub fn is_meant(row: &Node<'_>, section: &'static Section, key: &str) -> bool {
    row.get(key).is_none() && meant_fields(row, section).contains(&key)
}

/// The fields that some phase asks a case for, and that nobody has written. One that an unknown key
/// was probably meant to be, and one that is empty, are said already.
pub(super) fn lacking_fields(root: &Node<'_>) -> Vec<&'static Field> {
    let meant = meant_fields(root, &CASE);
    let is_there = |field: &Field| match (root.get(field.key), field.needed) {
        (None, _) => meant.contains(&field.key),
        (Some(node), _) if is_unanswered(node) => false,
        (Some(node), Needed::RowsFrom(_)) => !is_list(node) || node.items().iter().any(is_mapping),
        (Some(_), Needed::Always | Needed::From(_) | Needed::No) => true,
    };
    CASE.fields.iter().filter(|field| field.needed.phase().is_some() && !is_there(field)).collect()
}

const fn is_list(node: &Node<'_>) -> bool {
    matches!(node.kind, Written::List(_))
}

const fn is_mapping(node: &Node<'_>) -> bool {
    matches!(node.kind, Written::Mapping(_))
}

/// Where something about a whole mapping is said: its first key.
fn first_line(node: &Node<'_>, at: Span) -> Span {
    node.entries().first().map_or(at, |entry| entry.key.span)
}

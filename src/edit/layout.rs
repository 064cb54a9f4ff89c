//! How values are written: in the manner of the file, quoted where YAML would read something else.

use super::change::Value;
use crate::yaml::{self, Among, Kind, Node, one_line};

/// Which texts are put in quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Quoting {
    /// Those that would be read as something else.
    WhereNeeded,
    /// All.
    Always,
}

/// How far in things stand in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Habits {
    /// From a key to the dashes of its list.
    pub(super) dash: usize,
    /// From a key to the keys under it.
    pub(super) keys: usize,
    /// From a dash to what follows it.
    pub(super) row: usize,
}

/// Where nothing shows another habit.
const USUAL: usize = 2;

impl Habits {
    /// The first of each that is found in a text.
    pub(super) fn of(text: &str, root: &Node<'_>) -> Self {
        let mut found = Found { text, dash: None, keys: None, row: None };
        found.look(root);
        Self {
            dash: found.dash.unwrap_or(USUAL),
            keys: found.keys.unwrap_or(USUAL),
            row: found.row.unwrap_or(USUAL),
        }
    }
}

struct Found<'t> {
    text: &'t str,
    dash: Option<usize>,
    keys: Option<usize>,
    row: Option<usize>,
}

impl Found<'_> {
    fn look(&mut self, node: &Node<'_>) {
        if is_flow(self.text, node) {
            return;
        }
        let own = column_of(self.text, node);
        let inside: Vec<&Node<'_>> = match &node.kind {
            Kind::List(items) => items.iter().collect(),
            Kind::Mapping(entries) => entries.iter().map(|entry| &entry.value).collect(),
            Kind::Empty | Kind::Scalar(_) => return,
        };
        for value in inside {
            let in_by = own.and_then(|own| column_of(self.text, value)?.checked_sub(own));
            let slot = match (&node.kind, &value.kind) {
                (Kind::Mapping(_), Kind::List(_)) => &mut self.dash,
                (Kind::Mapping(_), Kind::Mapping(_)) => &mut self.keys,
                (Kind::List(_), Kind::Mapping(_)) => &mut self.row,
                _ => continue,
            };
            if !is_flow(self.text, value) {
                *slot = slot.or(in_by);
            }
            self.look(value);
        }
    }
}

/// Whether a list or mapping is written with brackets.
pub(super) fn is_flow(text: &str, node: &Node<'_>) -> bool {
    let first = text.as_bytes().get(node.span.start as usize);
    matches!(node.kind, Kind::List(_) | Kind::Mapping(_)) && matches!(first, Some(b'[' | b'{'))
}

/// How many signs stand before a byte on its line; a byte-order mark is none.
pub(super) fn column(text: &str, byte: usize) -> usize {
    let before = text.get(..byte).unwrap_or_default();
    let line = before.rsplit_once('\n').map_or(before, |(_, line)| line);
    line.chars().filter(|letter| *letter != '\u{feff}').count()
}

/// The column of a list's dashes; none where no row shows it on its own line.
pub(super) fn dashes(text: &str, items: &[Node<'_>]) -> Option<usize> {
    items.iter().find_map(|item| {
        let start = item.span.start as usize;
        let before = text.get(..start)?.trim_end_matches(' ');
        (before.len() < start && before.ends_with('-')).then(|| column(text, before.len().saturating_sub(1)))
    })
}

/// The column of the first sign of a value: of a list the dash.
fn column_of(text: &str, node: &Node<'_>) -> Option<usize> {
    match &node.kind {
        Kind::List(items) if !is_flow(text, node) => dashes(text, items),
        Kind::Empty | Kind::Scalar(_) | Kind::List(_) | Kind::Mapping(_) => {
            Some(column(text, node.span.start as usize))
        }
    }
}

/// How to write: which texts are quoted, and how far in things stand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pen {
    pub(super) quoting: Quoting,
    pub(super) habits: Habits,
}

impl Pen {
    /// A value on one line.
    pub(super) fn in_line(self, value: &Value, among: Among) -> String {
        match value {
            Value::Text(text) | Value::Remarked { text, .. } => scalar(&one_line(text), among, self.quoting),
            Value::List(rows) => {
                let rows = rows.iter().map(|row| self.in_line(row, Among::Brackets));
                format!("[{}]", rows.collect::<Vec<_>>().join(", "))
            }
            Value::Mapping(entries) => {
                let entries = entries.iter().map(|(key, value)| self.pair(key, value));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(", "))
            }
            Value::InLine(value) => self.in_line(value, among),
        }
    }

    /// A key and its value between brackets.
    pub(super) fn pair(self, key: &str, value: &Value) -> String {
        let key = scalar(&one_line(key), Among::Brackets, Quoting::WhereNeeded);
        format!("{key}: {}", self.in_line(value, Among::Brackets))
    }

    /// A key and its value on lines, so far in.
    pub(super) fn entry(self, key: &str, value: &Value, column: usize) -> Vec<String> {
        let (space, key) = (" ".repeat(column), scalar(&one_line(key), Among::Lines, Quoting::WhereNeeded));
        match value {
            Value::List(rows) if !rows.is_empty() => {
                let dash = column.saturating_add(self.habits.dash);
                let rows = rows.iter().flat_map(|row| self.row(row, dash, self.habits.row));
                core::iter::once(format!("{space}{key}:")).chain(rows).collect()
            }
            Value::Mapping(entries) if !entries.is_empty() => {
                let inner = column.saturating_add(self.habits.keys.max(1));
                let entries = entries.iter().flat_map(|(key, value)| self.entry(key, value, inner));
                core::iter::once(format!("{space}{key}:")).chain(entries).collect()
            }
            Value::Text(_) | Value::Remarked { .. } | Value::InLine(_) => {
                vec![format!("{space}{key}: {}", self.last_on_line(value))]
            }
            Value::List(_) | Value::Mapping(_) => vec![format!("{space}{key}: {}", self.last_on_line(value))],
        }
    }

    /// A row of a list on lines, the dash so far in and what follows it so much further.
    pub(super) fn row(self, row: &Value, dash: usize, in_by: usize) -> Vec<String> {
        let (space, in_by) = (" ".repeat(dash), in_by.max(USUAL));
        let Value::Mapping(entries) = row else {
            return vec![format!("{space}- {}", self.last_on_line(row))];
        };
        let inner = dash.saturating_add(in_by);
        let mut lines: Vec<String> =
            entries.iter().flat_map(|(key, value)| self.entry(key, value, inner)).collect();
        if let Some(first) = lines.first_mut() {
            let begun = format!("{space}-{}", " ".repeat(in_by.saturating_sub(1)));
            first.replace_range(..inner.min(first.len()), &begun);
        }
        lines
    }

    /// A value with nothing but its remark after it.
    fn last_on_line(self, value: &Value) -> String {
        let written = self.in_line(value, Among::Lines);
        match value {
            Value::Remarked { remark, .. } => format!("{written}  # {}", one_line(&remark.nb)),
            Value::Text(_) | Value::List(_) | Value::Mapping(_) | Value::InLine(_) => written,
        }
    }
}

/// A text on one line, plain or in quotes.
pub(super) fn scalar(text: &str, among: Among, quoting: Quoting) -> String {
    match quoting {
        Quoting::WhereNeeded => yaml::written(text, among),
        Quoting::Always => yaml::quoted(text),
    }
}

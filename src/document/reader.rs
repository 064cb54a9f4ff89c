//! Reads values out of nodes, and collects what is wrong with quantities on the way.
//!
//! Forms, words, dates and years that do not fit are left out in silence: the structural check
//! in `shape` names them. Only what takes reading a quantity or a formula is found here.

use super::calculation::Calculation;
use super::field::{Field, Keyed};
use super::organisation::{ByYear, Cells};
use super::wording;
use crate::date;
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::quantity::{Context, Dimension, Quantity};
use crate::shape;
use crate::source::{Span, Spanned};
use crate::units::Year;
use crate::yaml::{Entry, Kind, Node};
use chrono::NaiveDate;

/// Rows of one list or mapping that are read. The largest real cases have a few dozen.
pub const MAX_ROWS: usize = 500;

/// A list that is longer than what is read of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnreadRows {
    /// The key it stands under.
    pub key: String,
    /// The rows there are; [`MAX_ROWS`] of them are read.
    pub rows: usize,
}

/// What is read with, and what was found.
pub(super) struct Reader {
    /// How the organisation counts.
    pub(super) context: Context,
    /// What a bare number is in the amounts of the row being read; none refuses it.
    pub(super) bare: Option<Dimension>,
    /// Whether the amounts of the row being read are so much a year.
    pub(super) yearly: bool,
    /// Whether a small bare amount of the row is told already.
    pub(super) small_told: bool,
    /// Whether lav and høy can stand where the value being read does.
    pub(super) takes_points: bool,
    /// What stands beside the value being read, and has its unit written.
    beside: Option<Quantity>,
    /// Whether everything written that figures come of could be used so far.
    pub(super) whole: bool,
    findings: Vec<Finding>,
    /// The rows of a list longer than what is read, until the key it stands under is known.
    long: Option<usize>,
    unread: Vec<UnreadRows>,
}

impl Reader {
    pub(super) const fn new(context: Context) -> Self {
        Self {
            context,
            bare: None,
            yearly: false,
            small_told: false,
            takes_points: false,
            beside: None,
            whole: true,
            findings: Vec::new(),
            long: None,
            unread: Vec::new(),
        }
    }

    pub(super) fn into_findings(self) -> Vec<Finding> {
        self.findings
    }

    /// The lists that are longer than what is read.
    pub(super) fn unread(&mut self) -> Vec<UnreadRows> {
        core::mem::take(&mut self.unread)
    }

    pub(super) fn report(&mut self, finding: Finding) {
        if self.findings.len() < MAX_COLLECTED {
            self.findings.push(finding);
        }
    }

    /// One field of a mapping.
    pub(super) fn field<T>(
        &mut self,
        row: &Node<'_>,
        key: &str,
        read: impl FnOnce(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Field<T> {
        match row.get(key) {
            None => Field::Missing,
            Some(node) if shape::is_open(key, node) => Field::Missing,
            Some(node) => {
                let (whole, around) = (self.whole, self.long.take());
                let beside = self.beside.clone();
                self.beside = self.unit_beside(row, key).or(self.beside.take());
                let value = self.value(node, read);
                self.beside = beside;
                let long = self.long.take().map(|rows| UnreadRows { key: key.to_owned(), rows });
                self.unread.extend(long);
                self.long = around;
                if self.whole != whole && shape::is_beside_figures(key) {
                    self.whole = whole;
                }
                value
            }
        }
    }

    /// A value of the row that a key shares its unit with: verdi with lav and høy, nullpunkt with mål.
    fn unit_beside(&self, row: &Node<'_>, key: &str) -> Option<Quantity> {
        let node = match key {
            "lav" | "høy" => row.get("verdi"),
            "verdi" => row.get("høy").or_else(|| row.get("lav")),
            "mål" | "målt" => row.get("nullpunkt").and_then(|start| start.get("verdi")),
            _ => None,
        };
        let read = node.and_then(Node::text).and_then(|text| Quantity::parse(text, &self.context).ok());
        read.filter(|quantity| !quantity.is_bare())
    }

    /// One value that is written.
    pub(super) fn value<T>(
        &mut self,
        node: &Node<'_>,
        read: impl FnOnce(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Field<T> {
        if shape::is_blank(node) {
            return Field::Unusable(node.span);
        }
        match read(self, node) {
            Some(value) => Field::Read(Spanned::new(value, node.span)),
            None => {
                self.whole = false;
                Field::Unusable(node.span)
            }
        }
    }

    /// One value of a list or mapping; nothing when it is empty.
    fn filled<T>(
        &mut self,
        node: &Node<'_>,
        read: impl FnOnce(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<T> {
        if shape::is_blank(node) { None } else { read(self, node) }
    }

    /// A list, item by item; items that cannot be read are left out.
    pub(super) fn list<T>(
        &mut self,
        node: &Node<'_>,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<Vec<T>> {
        let Kind::List(items) = &node.kind else { return None };
        self.count(items.len(), node.span);
        let mut values = Vec::with_capacity(items.len().min(MAX_ROWS));
        for item in items.iter().take(MAX_ROWS).filter(|item| !shape::is_unanswered(item)) {
            match self.filled(item, &read) {
                Some(value) => values.push(value),
                None => self.whole = false,
            }
        }
        Some(values)
    }

    /// A mapping whose keys are names.
    pub(super) fn keyed<T>(
        &mut self,
        node: &Node<'_>,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<Vec<Keyed<T>>> {
        let Kind::Mapping(entries) = &node.kind else { return None };
        self.count(entries.len(), node.span);
        let mut rows = Vec::with_capacity(entries.len().min(MAX_ROWS));
        for Entry { key, value } in entries.iter().take(MAX_ROWS) {
            match self.filled(value, &read) {
                Some(row) => {
                    rows.push(Keyed { key: Spanned::new(key.value.clone().into_owned(), key.span), row });
                }
                None => self.whole = false,
            }
        }
        Some(rows)
    }

    /// A mapping whose keys are calendar years.
    pub(super) fn by_year<T>(
        &mut self,
        node: &Node<'_>,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<ByYear<T>> {
        self.cells(node, shape::year_of, read)
    }

    /// A mapping whose keys mean something; what has another key is left out.
    pub(super) fn cells<K, T>(
        &mut self,
        node: &Node<'_>,
        meaning: fn(&str) -> Option<K>,
        read: impl Fn(&mut Self, &Node<'_>) -> Option<T>,
    ) -> Option<Cells<K, T>> {
        let Kind::Mapping(entries) = &node.kind else { return None };
        self.count(entries.len(), node.span);
        let mut cells = Vec::with_capacity(entries.len().min(MAX_ROWS));
        for Entry { key, value } in entries.iter().take(MAX_ROWS) {
            match (meaning(&key.value), self.filled(value, &read)) {
                (Some(meant), Some(read)) => {
                    cells.push((Spanned::new(meant, key.span), Spanned::new(read, value.span)));
                }
                (None, _) | (_, None) => self.whole = false,
            }
        }
        Some(cells)
    }

    fn count(&mut self, rows: usize, span: Span) {
        if rows > MAX_ROWS {
            self.whole = false;
            self.long = Some(rows);
            self.report(wording::too_many_rows(rows, span));
        }
    }

    /// Free text.
    pub(super) fn text(&mut self, node: &Node<'_>) -> Option<String> {
        node.text().map(str::to_owned)
    }

    /// ja or nei.
    pub(super) fn yes_or_no(&mut self, node: &Node<'_>) -> Option<bool> {
        match node.text()? {
            "ja" => Some(true),
            "nei" => Some(false),
            _ => None,
        }
    }

    /// `2027-03-15`
    pub(super) fn date(&mut self, node: &Node<'_>) -> Option<NaiveDate> {
        date::parse(node.text()?)
    }

    /// `2027`
    pub(super) fn year(&mut self, node: &Node<'_>) -> Option<Year> {
        shape::year_of(node.text()?)
    }

    /// A quantity with its unit; a bare number only where the row says what it is.
    pub(super) fn quantity(&mut self, node: &Node<'_>) -> Option<Quantity> {
        let quantity = self.any_quantity(node)?;
        if !quantity.is_bare() {
            return Some(quantity);
        }
        let Some(dimension) = self.bare.clone() else {
            let finding = match (&self.beside, self.yearly) {
                (None, false) => wording::no_unit_of_any_kind(node, &quantity),
                (beside, _) => wording::no_unit_beside(node, &quantity, beside.as_ref()),
            };
            self.report(finding);
            return None;
        };
        let quantity = Quantity::new(quantity.value(), dimension);
        self.tell_small(node, &quantity);
        Some(quantity)
    }

    /// Tells of a bare amount that is so small that it may be in 1 000 kroner, once in a row.
    pub(super) fn tell_small(&mut self, node: &Node<'_>, quantity: &Quantity) {
        if wording::may_be_thousands(quantity) && !self.small_told {
            self.small_told = true;
            self.report(wording::small_bare_amount(node, quantity));
        }
    }

    /// A quantity, with or without unit.
    pub(super) fn any_quantity(&mut self, node: &Node<'_>) -> Option<Quantity> {
        let parse = if self.yearly { Quantity::parse_yearly } else { Quantity::parse };
        match parse(node.text()?, &self.context) {
            Ok(quantity) => Some(quantity),
            Err(finding) => {
                let finding = if self.takes_points { finding } else { wording::alone(finding) };
                self.report(wording::moved(finding, |span| node.part_span(span)));
                None
            }
        }
    }

    /// A formula.
    pub(super) fn calculation(&mut self, node: &Node<'_>) -> Option<Calculation> {
        match Calculation::read(node, &self.context)? {
            Ok(calculation) => Some(calculation),
            Err(findings) => {
                for finding in findings {
                    self.report(wording::moved(finding, |span| node.part_span(span)));
                }
                None
            }
        }
    }
}

//! Which year and month a line is of.

use super::contents::Expected;
use super::heading::Column;
use super::period::Month;
use super::records::Cell;
use super::row::Rows;
use super::settle::Alike;
use super::{noted, wording};
use crate::diagnostic::Finding;
use crate::text;
use crate::units::Year;
use crate::words::all_of;
use std::collections::{BTreeMap, BTreeSet};

/// A year of four digits.
fn read(text: &str) -> Option<Year> {
    let number = Some(text).filter(|text| text.len() == 4).and_then(|text| text.parse().ok());
    number.and_then(Year::new)
}

impl Rows<'_> {
    pub(super) fn year(&mut self, cells: &[Cell]) -> Option<Option<Year>> {
        let (text, cell) = self.text(Column::Year, cells);
        if text.is_empty() {
            return Some(None);
        }
        let expected = self.expected;
        let year = read(&text).filter(|year| expected.years().contains(year));
        if year.is_none() {
            let span = self.span(cell);
            if expected.has_months() {
                return self.alike((Column::Year, text.into_owned()), span);
            }
            return self.wrong(|| wording::no_plan_year(span, &text, expected.first, expected.last()));
        }
        Some(year)
    }

    /// The year outside the plan that a line of a budget is of; none where it is in the plan, or cannot be read.
    pub(super) fn other_year(&self, cells: &[Cell]) -> Option<Year> {
        if self.expected.has_months() {
            return None;
        }
        read(&self.text(Column::Year, cells).0).filter(|year| !self.expected.years().contains(year))
    }

    /// The years of the plan that the file does not have, though it has figures by year: of columns by year those that
    /// are no heading, and else those no line is of. Lines for every year may have lines for one year beside them; then
    /// that is only said of a file of an earlier plan.
    pub(super) fn lacking(&self) -> BTreeSet<Year> {
        if self.expected.has_months() {
            return BTreeSet::new();
        }
        let columns: BTreeSet<Year> = self.layout.amounts.iter().filter_map(|column| column.year).collect();
        let parts =
            self.ledger.lines.each_part(|lines| lines.iter().map(|line| line.year).collect::<BTreeSet<_>>());
        let of_lines: BTreeSet<Option<Year>> = parts.into_iter().flatten().collect();
        let is_earlier = self.other_years.keys().any(|year| *year < self.expected.first);
        let is_by_year = !columns.is_empty() || is_earlier || !of_lines.contains(&None);
        let given: BTreeSet<Year> = of_lines.into_iter().flatten().chain(columns).collect();
        if given.is_empty() || !is_by_year {
            return BTreeSet::new();
        }
        self.expected.first.through(self.expected.last()).filter(|year| !given.contains(year)).collect()
    }

    /// The month of a line of the accounts; a budget has none.
    pub(super) fn month(&mut self, cells: &[Cell]) -> Option<Option<Month>> {
        if !self.expected.has_months() {
            return Some(None);
        }
        let (text, cell) = self.text(Column::Period, cells);
        if let Ok(month) = Month::read(&text, self.expected.first) {
            return Some(Some(month));
        }
        let span = self.span(cell);
        self.alike((Column::Period, text.into_owned()), span)
    }
}

/// Lines of years outside the plan, left out.
pub(super) fn other_years(all: &BTreeMap<Year, Alike>, expected: Expected) -> Option<Finding> {
    let at = all.values().map(|at| at.first).min()?;
    let lines: usize = all.values().map(|at| at.lines).sum();
    let (years, first, last) = (all_of(&all.keys().collect::<Vec<_>>()), expected.first, expected.last());
    let title = text!(
        nb: "Linjer for {years} er ikke med, {lines} i alt: økonomiplanen er {first}–{last}", nn: "Linjer for {years} er ikkje med, {lines} i alt: økonomiplanen er {first}–{last}",
        en: "Lines of {years} are left out, {lines} in all: the plan is {first}–{last}"; years, lines, first, last
    );
    Some(noted::note(at, title, "other years"))
}

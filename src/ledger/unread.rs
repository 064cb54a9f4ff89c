//! Which lines of the budget could not be read: what they say is unknown, wherever it would have counted.

use super::Code;
use crate::units::Year;
use std::collections::{BTreeMap, BTreeSet};

/// How many are kept apart before any may be meant.
const MOST: usize = 1_000;

/// The bad lines of a budget file: what is missing there may stand on one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unread {
    /// By ansvar, the funksjon and art of each; none where a line may be of any.
    units: BTreeMap<String, Option<BTreeSet<(Code, Code)>>>,
    is_open: bool,
    /// Years of the plan that a file by year does not have.
    years: BTreeSet<Year>,
}

impl Unread {
    /// Any line: nothing of the file is known.
    pub(super) const fn any() -> Self {
        Self { units: BTreeMap::new(), is_open: true, years: BTreeSet::new() }
    }

    /// One more bad line; no ansvar or no codes where they cannot be told.
    pub(super) fn add(&mut self, unit: Option<&str>, codes: Option<(Code, Code)>) {
        let Some(unit) = unit else { return self.is_open = true };
        if let Some(lines) = self.units.get_mut(unit) {
            join(lines, codes.map(|codes| BTreeSet::from([codes])));
        } else if self.units.len() < MOST {
            self.units.insert(unit.to_owned(), codes.map(|codes| BTreeSet::from([codes])));
        } else {
            self.is_open = true;
        }
    }

    pub(super) fn join(&mut self, more: Self) {
        self.is_open |= more.is_open;
        for (unit, lines) in more.units {
            if let Some(known) = self.units.get_mut(&unit) {
                join(known, lines);
            } else if self.units.len() < MOST {
                self.units.insert(unit, lines);
            } else {
                self.is_open = true;
            }
        }
    }

    /// Years of the plan that no line by year is of.
    pub(super) fn without(&mut self, years: BTreeSet<Year>) {
        self.years = years;
    }

    /// Whether the file has no figures of a plan year, but in lines that hold for every year.
    pub fn lacks(&self, year: Year) -> bool {
        self.years.contains(&year)
    }

    /// Whether every line of the file could be read.
    pub fn is_empty(&self) -> bool {
        !self.is_open && self.units.is_empty()
    }

    /// Whether a bad line may be of any ansvar.
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether a bad line is, or may be, of an ansvar.
    pub fn may_be(&self, unit: &str) -> bool {
        self.is_open || self.units.contains_key(unit)
    }

    /// Whether a bad line is, or may be, of an ansvar, funksjon and art.
    pub fn may_be_line(&self, unit: &str, function: &str, art: &str) -> bool {
        let is_it = |(of, by): &(Code, Code)| of.digits() == function && by.digits() == art;
        self.is_open
            || self
                .units
                .get(unit)
                .is_some_and(|lines| lines.as_ref().is_none_or(|all| all.iter().any(is_it)))
    }

    /// Whether a bad line is, or may be, of an ansvar and art, in any funksjon.
    pub fn may_be_art(&self, unit: &str, art: &str) -> bool {
        let is_it = |(_, by): &(Code, Code)| by.digits() == art;
        self.is_open
            || self
                .units
                .get(unit)
                .is_some_and(|lines| lines.as_ref().is_none_or(|all| all.iter().any(is_it)))
    }

    /// The ansvar that bad lines name, sorted.
    pub fn named(&self) -> impl ExactSizeIterator<Item = &str> {
        self.units.keys().map(String::as_str)
    }
}

/// Lines of one ansvar together; so many that they are not kept apart may be any.
fn join(lines: &mut Option<BTreeSet<(Code, Code)>>, more: Option<BTreeSet<(Code, Code)>>) {
    let together = lines.take().zip(more).map(|(mut lines, more)| {
        lines.extend(more);
        lines
    });
    *lines = together.filter(|lines| lines.len() <= MOST);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_that_they_are_not_kept_apart_may_be_any() {
        let mut unread = Unread::default();
        (0..MOST).for_each(|unit| unread.add(Some(&unit.to_string()), None));
        unread.add(Some("0"), None);
        assert!(!unread.is_open() && unread.may_be("0") && !unread.may_be("x"));
        let mut other = Unread::default();
        other.add(Some("x"), None);
        unread.join(other);
        assert!(unread.is_open() && unread.may_be("y"));
    }

    #[test]
    fn a_line_with_its_codes_leaves_the_other_lines_of_its_unit_known() {
        let codes = |function, art| Code::new(function).zip(Code::new(art));
        let mut unread = Unread::default();
        unread.add(Some("3210"), codes("257", "010"));
        assert!(unread.may_be_line("3210", "257", "010") && !unread.may_be_line("3210", "257", "120"));
        assert!(unread.may_be("3210") && !unread.may_be_line("4000", "257", "010"));
        assert!(unread.may_be_art("3210", "010") && !unread.may_be_art("3210", "120"));
        let mut other = Unread::default();
        other.add(Some("3210"), None);
        unread.join(other);
        assert!(unread.may_be_line("3210", "257", "120") && !unread.is_empty());
    }
}

//! Which ansvar the lines that could not be read are of.

use std::collections::BTreeSet;

/// How many are kept apart before any may be meant.
const MOST: usize = 1_000;

/// The ansvar of the bad lines of a budget file: what is missing there may stand on one of them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BadUnits {
    named: BTreeSet<String>,
    is_open: bool,
}

impl BadUnits {
    /// Any ansvar: nothing of the file is known.
    pub(super) const fn any() -> Self {
        Self { named: BTreeSet::new(), is_open: true }
    }

    /// One more bad line; none where it cannot be told which ansvar it is of.
    pub(super) fn add(&mut self, unit: Option<&str>) {
        match unit {
            Some(unit) if self.named.contains(unit) => {}
            Some(unit) if self.named.len() < MOST => {
                self.named.insert(unit.to_owned());
            }
            Some(_) | None => self.is_open = true,
        }
    }

    pub(super) fn join(&mut self, more: &Self) {
        self.is_open |= more.is_open;
        more.named.iter().for_each(|unit| self.add(Some(unit)));
    }

    /// Whether a bad line may be of any ansvar.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.is_open
    }

    /// Whether a bad line is, or may be, of an ansvar.
    #[must_use]
    pub fn may_be(&self, unit: &str) -> bool {
        self.is_open || self.named.contains(unit)
    }

    /// The ansvar that bad lines name, sorted.
    pub fn named(&self) -> impl ExactSizeIterator<Item = &str> {
        self.named.iter().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn so_many_that_they_are_not_kept_apart_may_be_any() {
        let mut units = BadUnits::default();
        (0..MOST).for_each(|unit| units.add(Some(&unit.to_string())));
        units.add(Some("0"));
        assert!(!units.is_open() && units.may_be("0") && !units.may_be("x"));
        let mut other = BadUnits::default();
        other.add(Some("x"));
        units.join(&other);
        assert!(units.is_open() && units.may_be("y"));
    }
}

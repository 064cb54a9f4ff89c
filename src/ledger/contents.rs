//! What a file holds, and so which years and columns it must have.

use crate::units::Year;
use core::ops::RangeInclusive;

/// What a file holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Contents {
    /// dagens budsjett: the four plan years
    Budget,
    /// regnskap: what is booked in one year, with the month of each line
    Accounts,
}

/// What is expected of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Expected {
    pub(super) contents: Contents,
    /// budsjettår
    pub(super) first: Year,
}

impl Expected {
    /// Today's budget of the plan that begins with a year.
    pub(super) const fn budget(first: Year) -> Self {
        Self { contents: Contents::Budget, first }
    }

    /// The accounts of a year.
    pub(super) const fn accounts(first: Year) -> Self {
        Self { contents: Contents::Accounts, first }
    }

    /// The last year that is read.
    pub(super) const fn last(self) -> Year {
        match self.contents {
            Contents::Budget => self.first.later(3),
            Contents::Accounts => self.first,
        }
    }

    /// The years that are read.
    pub(super) const fn years(self) -> RangeInclusive<Year> {
        self.first..=self.last()
    }

    /// Whether a line says which month it is of.
    pub(super) const fn has_months(self) -> bool {
        match self.contents {
            Contents::Budget => false,
            Contents::Accounts => true,
        }
    }
}

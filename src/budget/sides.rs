//! The two sides of a running budget: expense and income.

use crate::units::{Kroner, Overflow};

/// A running budget by side, kroner in KOSTRA sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sides {
    /// Arts 010–599, and codes that are no art; plus.
    pub expense: Kroner,
    /// Arts 600–999; minus.
    pub income: Kroner,
}

impl Sides {
    /// Expense and income together: plus where more is spent than comes in.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn net(&self) -> Result<Kroner, Overflow> {
        self.expense.plus(self.income)
    }

    /// Both budgets together.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self { expense: self.expense.plus(other.expense)?, income: self.income.plus(other.income)? })
    }

    /// The side an art belongs to.
    pub(super) fn side_of(&mut self, art: &str) -> &mut Kroner {
        if is_income(art) { &mut self.income } else { &mut self.expense }
    }
}

/// Arts 600–999 are income (SSB's control rules for KOSTRA); every other code is expense.
pub fn is_income(art: &str) -> bool {
    art.len() == 3 && art.as_bytes().first().is_some_and(|first| (b'6'..=b'9').contains(first))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arts_from_600_are_income() {
        let income = ["600", "729", "999"];
        assert!(income.into_iter().all(is_income));
        let expense = ["010", "599", "0600", "60", "", "øre"];
        assert!(!expense.into_iter().any(is_income));
    }
}

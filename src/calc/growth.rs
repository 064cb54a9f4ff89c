//! What a case gives and costs more of in the last plan year than in the first.

use super::appraisal::{Valuation, YearFlow};
use crate::model::Organisation;
use crate::units::{Kroner, Overflow, Year};

/// What a year gives to the running budget, and what its loans take; one-off restructuring is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Level {
    /// Gains taken out − running costs paid out, kroner.
    pub gains: Kroner,
    /// Interest and repayments, kroner.
    pub capital: Kroner,
}

/// How much more of each there is in the last plan year than in the first; below zero where there is less. Where today's
/// budget is said to hold the case, that is in no budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Growth {
    /// Of gains taken out − running costs paid out, kroner.
    pub gains: Kroner,
    /// Of interest and repayments, kroner.
    pub capital: Kroner,
    /// What the running budget gets more: gains − capital, kroner.
    pub net: Kroner,
}

impl Growth {
    /// From the first plan year to the last; none where neither moves by a krone. That interest falls as a loan is paid
    /// down is of every loan, and alone no growth.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn between(first: Level, last: Level) -> Result<Option<Self>, Overflow> {
        let (gains, capital) = (last.gains.minus(first.gains)?, last.capital.minus(first.capital)?);
        let moves = !gains.rounded(0).is_zero() || capital.rounded(0).is_positive();
        Ok(moves.then_some(Self { gains, capital, net: gains.minus(capital)? }))
    }
}

impl Valuation {
    /// What it gives and costs more of in the last plan year than in the first; none where it is the same.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn growth(&self, organisation: &Organisation) -> Result<Option<Growth>, Overflow> {
        let [first, .., last] = organisation.plan_years();
        Growth::between(self.level(first)?, self.level(last)?)
    }

    fn level(&self, year: Year) -> Result<Level, Overflow> {
        let at = self.years.iter().find(|at| at.year == year);
        at.map_or(Ok(Level::default()), YearFlow::level)
    }
}

impl YearFlow {
    fn level(&self) -> Result<Level, Overflow> {
        let capital = self.capital_cost.unwrap_or_default();
        let running = self.running_effect.unwrap_or_default();
        Ok(Level { gains: running.plus(self.restructuring)?.plus(capital)?, capital })
    }
}

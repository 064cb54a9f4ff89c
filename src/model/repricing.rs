//! prisår: what brings amounts in the prices of one year to those of another.

use crate::units::{Decimal, Factor, Kroner, Overflow, Rate, Year, multiply};
use std::collections::BTreeMap;

/// From the prices of one year to those of budsjettår, by the deflator of each year after the first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repricing {
    /// prisår: the year of the prices the amounts are written in.
    pub from: Year,
    /// budsjettår
    pub to: Year,
    /// The deflator of every year between, the last included; none where a3.yaml has none that can be used.
    pub steps: Vec<(Year, Option<Rate>)>,
}

/// A deflator that is this far from nothing is a slip of the pen.
const FARTHEST: Rate = Rate::new(Decimal::from_parts(5, 0, 0, false, 1));

impl Repricing {
    /// What brings amounts to another year's prices; none where they are in them already.
    pub fn between(from: Year, to: Year, deflator: &BTreeMap<Year, Rate>) -> Option<Self> {
        let usable = |year| deflator.get(&year).copied().filter(|rate| rate.abs() <= FARTHEST);
        let steps = if from < to {
            from.later(1).through(to).map(|year| (year, usable(year))).collect()
        } else {
            Vec::new()
        };
        (from != to).then_some(Self { from, to, steps })
    }

    /// Whether the amounts are in prices of a year still to come: nothing brings those back.
    pub fn is_ahead(&self) -> bool {
        self.from > self.to
    }

    /// An amount written in those prices, in budsjettår's; as it is where they cannot be brought there.
    ///
    /// # Errors
    /// [`Overflow`] where it does not fit.
    pub fn priced(&self, amount: Kroner) -> Result<Kroner, Overflow> {
        self.factor().map_or(Ok(amount), |factor| amount.factor(factor))
    }

    /// What every amount in kroner is multiplied by: (1 + deflator) of each year, exact up to 28 digits and rounded
    /// nowhere else. None where a deflator is missing: then the amounts stand as they are.
    pub fn factor(&self) -> Option<Factor> {
        if self.is_ahead() {
            return None;
        }
        let mut factor = Decimal::ONE;
        for (_, rate) in &self.steps {
            factor = multiply(factor, Decimal::ONE.checked_add((*rate)?.value())?).ok()?;
        }
        Some(Factor::new(factor)).filter(|factor| factor.value() <= Decimal::ONE_THOUSAND)
    }

    /// The years whose deflator is missing.
    pub fn missing(&self) -> Vec<Year> {
        self.steps.iter().filter(|(_, rate)| rate.is_none()).map(|(year, _)| *year).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn year(number: u16) -> Year {
        Year::new(number).unwrap()
    }

    fn between(from: u16, deflator: &[(u16, &str)]) -> Option<Repricing> {
        let rate = |text: &str| Rate::new(Decimal::from_str_exact(text).unwrap());
        let deflator = deflator.iter().map(|(at, text)| (year(*at), rate(text))).collect();
        Repricing::between(year(from), year(2027), &deflator)
    }

    fn factor(from: u16, deflator: &[(u16, &str)]) -> Option<String> {
        between(from, deflator).unwrap().factor().map(|factor| factor.value().to_string())
    }

    #[test]
    fn every_year_after_prisår_through_budsjettår_counts_once() {
        assert_eq!(between(2027, &[(2027, "0.035")]), None);
        assert_eq!(factor(2026, &[(2026, "0.1"), (2027, "0.035"), (2028, "0.2")]).as_deref(), Some("1.035"));
        assert_eq!(factor(2025, &[(2026, "0.1"), (2027, "0.035")]).as_deref(), Some("1.1385"));
    }

    #[test]
    fn a_year_without_a_deflator_leaves_amounts_as_they_are() {
        let lacking = between(2024, &[(2026, "0.1"), (2027, "7")]).unwrap();
        assert_eq!((lacking.factor(), lacking.missing()), (None, vec![year(2025), year(2027)]));
        let ahead = between(2028, &[(2028, "0.1")]).unwrap();
        assert!(ahead.is_ahead() && ahead.factor().is_none() && ahead.missing().is_empty());
    }
}

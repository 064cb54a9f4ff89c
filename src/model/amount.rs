//! What a row is worth: a formula, a plain amount or three points; once, each year or by year.

use super::vocabulary::Distribution;
use crate::quantity::{Formula, Quantity};
use crate::units::{Decimal, Hours, Kroner, Overflow, Year, divide, multiply};
use std::collections::BTreeMap;

/// Money or working time: what every priced row comes down to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// kroner, or kroner per year
    Money(Kroner),
    /// hours of work, or hours per year
    Time(Hours),
}

/// A known value, or lav, verdi and høy. The three have the same dimension.
#[derive(Debug, Clone, PartialEq)]
#[allow(
    clippy::large_enum_variant,
    reason = "a case has a handful of estimates, and each is read where it stands: a box would only be in the way"
)]
pub enum Estimate {
    /// One value, taken as certain.
    Certain(Quantity),
    /// lav ≤ verdi ≤ høy: the outermost values and the most likely one, not P10 and P90.
    ThreePoint {
        /// lav
        low: Quantity,
        /// verdi
        mode: Quantity,
        /// høy
        high: Quantity,
    },
}

impl Estimate {
    /// The expected value: (lav + 4·verdi + høy) ÷ 6 for PERT with λ = 4, (lav + verdi + høy) ÷ 3
    /// for a triangle (calculation.md, "Years and flows").
    ///
    /// # Errors
    /// [`Overflow`] when the sum does not fit.
    pub fn expected(&self, distribution: Distribution) -> Result<Quantity, Overflow> {
        let (low, mode, high) = match self {
            Self::Certain(quantity) => return Ok(quantity.clone()),
            Self::ThreePoint { low, mode, high } => (low, mode, high),
        };
        let weight = match distribution {
            Distribution::Pert => Decimal::from(4),
            Distribution::Triangular => Decimal::ONE,
        };
        let dimension = mode.dimension();
        let outermost = |quantity: &Quantity| quantity.in_units_of(dimension).ok_or(Overflow);
        let total = multiply(mode.value(), weight)?
            .checked_add(outermost(low)?)
            .and_then(|sum| sum.checked_add(outermost(high).ok()?))
            .ok_or(Overflow)?;
        let parts = weight.checked_add(Decimal::TWO).ok_or(Overflow)?;
        Ok(mode.with_value(divide(total, parts)?))
    }

    /// The most likely value; of one that is certain, that.
    pub const fn mode(&self) -> &Quantity {
        match self {
            Self::Certain(quantity) | Self::ThreePoint { mode: quantity, .. } => quantity,
        }
    }

    /// Whether the simulation draws it.
    pub const fn is_uncertain(&self) -> bool {
        matches!(self, Self::ThreePoint { .. })
    }
}

/// One amount as written: `beregning`, or a value in place (`anslag`, `beløp`).
#[derive(Debug, Clone)]
#[allow(clippy::large_enum_variant, reason = "a case has a handful of rows: a box would only be in the way")]
pub enum Value {
    /// A formula over the case's and the organisation's assumptions, already checked for dimension.
    Formula(Formula),
    /// A value written in place.
    Estimate(Estimate),
}

impl Value {
    /// Whether nothing is written: 0, and surely so.
    pub const fn is_nothing(&self) -> bool {
        matches!(self, Self::Estimate(Estimate::Certain(quantity)) if quantity.value().is_zero())
    }
}

/// The amounts of a row over time.
#[derive(Debug, Clone)]
#[allow(
    clippy::large_enum_variant,
    reason = "a case has a handful of rows, nearly all of them single: a box would only be in the way"
)]
pub enum Amount {
    /// One amount: each year for gains and running costs, once (year 1) for one-off costs.
    Single(Value),
    /// First, second … year of the case. One-off costs are 0 after the last; others hold it.
    ByCaseYear(Vec<Value>),
    /// Only the calendar years named; does not move with the start.
    ByCalendarYear(BTreeMap<Year, Value>),
}

impl Amount {
    /// Whether some formula of it uses a forutsetning of this name.
    pub fn builds_on(&self, name: &str) -> bool {
        let uses = |value: &Value| match value {
            Value::Formula(formula) => formula.names().any(|(used, _)| used == name),
            Value::Estimate(_) => false,
        };
        self.values().into_iter().any(uses)
    }

    /// The values, in the order written.
    pub fn values(&self) -> Vec<&Value> {
        match self {
            Self::Single(value) => vec![value],
            Self::ByCaseYear(values) => values.iter().collect(),
            Self::ByCalendarYear(values) => values.values().collect(),
        }
    }
}

/// forutsetning: something the formulas build on, with where it is from.
#[derive(Debug, Clone)]
pub struct Assumption {
    /// The name formulas use.
    pub name: String,
    /// The value, or three points.
    pub estimate: Estimate,
    /// kilde
    pub source: Option<String>,
    /// felles: shared by all cases, from a3.yaml.
    pub shared: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::quantity::{Context, words};
    use crate::units::Hours;

    #[test]
    fn an_expected_value_keeps_the_noun_it_counts_and_a_bare_frequency_says_what_it_is() {
        let context = Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 };
        let read = |written: &str| Quantity::parse(written, &context).unwrap();
        let (low, mode, high) = (read("2 besøk/uke"), read("4 besøk/uke"), read("6 besøk/uke"));
        let expected = Estimate::ThreePoint { low, mode, high }.expected(Distribution::Pert).unwrap();
        assert_eq!(words(&expected).nb, "4\u{a0}besøk/uke");
        let bare = Quantity::new(Decimal::TWO, expected.dimension().clone());
        assert_eq!(words(&bare).nb, "2\u{a0}besøk/uke");
    }
}

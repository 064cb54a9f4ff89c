//! Formulas and amounts as steps of a program.

use super::inputs::{AmountPlace, DrawnColumn, FormulaValue, Inputs};
use super::program::{Join, Program, Scaled, Term};
use crate::calc::Failure;
use crate::model::Value;
use crate::quantity::{Base, Dimension, Expression, Operator, Quantity};
use crate::units::Decimal;

/// An amount, and whether it is in kroner or in hours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct CompiledAmount {
    pub(super) term: Term,
    pub(super) unit: AmountUnit,
}

/// What an amount is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AmountUnit {
    Kroner,
    Hours,
}

type Measured = (Term, Dimension);

/// Amounts of one case, compiled into one program.
#[derive(Debug)]
pub(super) struct Compiler<'a> {
    pub(super) inputs: Inputs<'a>,
    pub(super) program: Program,
}

impl Compiler<'_> {
    /// One amount of a row, in kroner or in hours.
    pub(super) fn amount(
        &mut self,
        value: &Value,
        place: AmountPlace<'_>,
    ) -> Result<CompiledAmount, Failure> {
        let (term, dimension) = match value {
            Value::Formula(formula) => {
                let (term, dimension) = self.part(formula.root(), place.name)?;
                (term, dimension.settled().into_owned())
            }
            Value::Estimate(estimate) => {
                measured(self.inputs.estimate(estimate, place, &mut self.program)?)
            }
        };
        amount_of(term, &dimension).ok_or_else(|| Failure::not_an_amount(place.name))
    }

    /// A part of a formula. Its depth is bounded when it is read.
    fn part(&mut self, part: &Expression, row: &str) -> Result<Measured, Failure> {
        match part {
            Expression::Quantity(quantity, _) => Ok(certain(quantity)),
            Expression::Name(name, _) => {
                let known = self.inputs.named(name, &mut self.program)?;
                known.map(measured).ok_or_else(|| Failure::not_an_amount(row))
            }
            Expression::Negate(inner, _) => {
                let (term, dimension) = self.part(inner, row)?;
                Ok((term.times(-1.0), dimension))
            }
            Expression::Binary { operator, left, right, .. } => {
                let (left, right) = (self.part(left, row)?, self.part(right, row)?);
                self.joined(*operator, left, right)
                    .ok_or_else(|| Failure::not_an_amount(row))?
                    .map_err(|NoAnswer| Failure::DivisionByZero { row: row.to_owned() })
            }
        }
    }

    fn joined(
        &mut self,
        operator: Operator,
        left: Measured,
        right: Measured,
    ) -> Option<Result<Measured, NoAnswer>> {
        let ((a, of_a), (b, of_b)) = (left, right);
        let (join, dimension) = match operator {
            Operator::Multiply => (Join::Product, of_a.times(&of_b)),
            Operator::Divide if b == Term::Number(0.0) => return Some(Err(NoAnswer)),
            Operator::Divide => (Join::Quotient, of_a.divided_by(&of_b)),
            Operator::Add | Operator::Subtract => (Join::Sum, of_a.common(&of_b)?),
            Operator::Min => (Join::Smaller, of_a.common(&of_b)?),
            Operator::Max => (Join::Larger, of_a.common(&of_b)?),
        };
        let (a, b) = if operator.is_between_like() {
            (a.times(factor(&of_a, &dimension)?), b.times(factor(&of_b, &dimension)?))
        } else {
            (a, b)
        };
        let b = if operator == Operator::Subtract { b.times(-1.0) } else { b };
        Some(Ok((self.program.join(join, a, b), dimension)))
    }
}

/// A division by a certain zero.
struct NoAnswer;

fn measured(known: FormulaValue) -> Measured {
    match known {
        FormulaValue::Certain(quantity) => certain(&quantity),
        FormulaValue::Drawn(DrawnColumn { column, dimension }) => {
            (Term::Column(Scaled::column(column)), dimension)
        }
    }
}

fn certain(quantity: &Quantity) -> Measured {
    (Term::Number(quantity.value().as_f64()), quantity.dimension().clone())
}

/// By year `kr` and `kr/år` mean the same, and `timer` and `timer/år` (format.md).
fn amount_of(term: Term, dimension: &Dimension) -> Option<CompiledAmount> {
    let in_units = |base, unit| {
        let once = factor(dimension, &Dimension::of(base));
        let factor = once.or_else(|| factor(dimension, &Dimension::per(base, Base::Year)))?;
        Some(CompiledAmount { term: term.times(factor), unit })
    };
    in_units(Base::Krone, AmountUnit::Kroner).or_else(|| in_units(Base::Hour, AmountUnit::Hours))
}

/// How many of one unit there are in another; nothing where they are unlike.
fn factor(from: &Dimension, to: &Dimension) -> Option<f64> {
    from.convert(Decimal::ONE, to)?.ok().map(|factor| factor.as_f64())
}

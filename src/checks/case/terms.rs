//! A formula multiplied out into terms, so that what is added can be seen beside each other.

use crate::quantity::{Expression, Operator};

/// Terms of a formula we multiply out; a longer one is left alone.
const MOST_TERMS: usize = 64;

/// One product of a formula: what is multiplied, and what it is divided by.
#[derive(Debug, Clone)]
pub(super) struct Term<'f> {
    /// Whether it is subtracted.
    pub(super) negative: bool,
    /// Names and quantities above the bar.
    pub(super) factors: Vec<&'f Expression>,
    /// Names and quantities below the bar.
    pub(super) divisors: Vec<&'f Expression>,
}

/// The terms of a formula. Nothing where it has too many, divides by a sum, or uses min and maks:
/// then it cannot be seen term by term.
pub(super) fn terms(part: &Expression) -> Option<Vec<Term<'_>>> {
    match part {
        Expression::Quantity(..) | Expression::Name(..) => {
            Some(vec![Term { negative: false, factors: vec![part], divisors: Vec::new() }])
        }
        Expression::Negate(inner, _) => terms(inner).map(negated),
        Expression::Binary { operator, left, right, .. } => {
            let (left, right) = (terms(left)?, terms(right)?);
            match operator {
                Operator::Add => joined(left, right),
                Operator::Subtract => joined(left, negated(right)),
                Operator::Multiply => multiplied(&left, &right),
                Operator::Divide => divided(left, &right),
                Operator::Min | Operator::Max => None,
            }
        }
    }
}

fn negated(mut terms: Vec<Term<'_>>) -> Vec<Term<'_>> {
    for term in &mut terms {
        term.negative = !term.negative;
    }
    terms
}

fn joined<'f>(mut left: Vec<Term<'f>>, right: Vec<Term<'f>>) -> Option<Vec<Term<'f>>> {
    left.extend(right);
    (left.len() <= MOST_TERMS).then_some(left)
}

fn multiplied<'f>(left: &[Term<'f>], right: &[Term<'f>]) -> Option<Vec<Term<'f>>> {
    if left.len().saturating_mul(right.len()) > MOST_TERMS {
        return None;
    }
    let product = |one: &Term<'f>, other: &Term<'f>| Term {
        negative: one.negative != other.negative,
        factors: one.factors.iter().chain(&other.factors).copied().collect(),
        divisors: one.divisors.iter().chain(&other.divisors).copied().collect(),
    };
    Some(left.iter().flat_map(|one| right.iter().map(move |other| product(one, other))).collect())
}

fn divided<'f>(mut left: Vec<Term<'f>>, right: &[Term<'f>]) -> Option<Vec<Term<'f>>> {
    let [by] = right else { return None };
    for term in &mut left {
        term.negative = term.negative != by.negative;
        term.factors.extend(&by.divisors);
        term.divisors.extend(&by.factors);
    }
    Some(left)
}

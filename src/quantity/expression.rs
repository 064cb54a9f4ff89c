//! The tree of a formula. At most [`MOST_NODES`] nodes and [`DEEPEST`] parentheses deep, so that
//! walking and dropping it never exhausts the stack.

use super::value::Quantity;
use crate::source::Span;
use crate::units::Factor;

/// Parentheses and signs inside each other.
pub(super) const DEEPEST: usize = 50;
/// Numbers, names and operators of one formula.
pub(super) const MOST_NODES: usize = 400;

/// uttrykk: a part of a formula. Spans count from the start of the formula's text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// A quantity written in place.
    Quantity(Box<Quantity>, Span),
    /// The name of an assumption.
    Name(Box<str>, Span),
    /// The same with the opposite sign; the span is the minus.
    Negate(Box<Self>, Span),
    /// Two parts joined; the span is the operator's.
    Binary {
        /// How they are joined.
        operator: Operator,
        /// The left part, or the first argument.
        left: Box<Self>,
        /// The right part, or the second argument.
        right: Box<Self>,
        /// Where the operator, or the function's name, stands.
        span: Span,
    },
}

/// regnetegn: how two parts are joined.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-` or `−`
    Subtract,
    /// `*`, `×` or `·`
    Multiply,
    /// `/` or `÷`
    Divide,
    /// `min(a; b)`: the smaller
    Min,
    /// `maks(a; b)`: the larger
    Max,
}

impl Operator {
    /// As it is shown to people.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Add => "+",
            Self::Subtract => "−",
            Self::Multiply => "×",
            Self::Divide => "/",
            Self::Min => "min",
            Self::Max => "maks",
        }
    }

    /// Whether both sides must measure the same thing.
    pub const fn is_between_like(self) -> bool {
        match self {
            Self::Add | Self::Subtract | Self::Min | Self::Max => true,
            Self::Multiply | Self::Divide => false,
        }
    }
}

impl Expression {
    /// Adds every quantity that is written in it.
    pub(super) fn add_written<'e>(&'e self, written: &mut Vec<&'e Quantity>) {
        match self {
            Self::Quantity(quantity, _) => written.push(quantity),
            Self::Name(..) => {}
            Self::Negate(inner, _) => inner.add_written(written),
            Self::Binary { left, right, .. } => {
                left.add_written(written);
                right.add_written(written);
            }
        }
    }

    /// The same with every quantity in other prices.
    pub(super) fn in_other_prices(&self, factor: Factor) -> Option<Self> {
        Some(match self {
            Self::Quantity(quantity, span) => {
                Self::Quantity(Box::new(quantity.in_other_prices(factor)?), *span)
            }
            Self::Name(name, span) => Self::Name(name.clone(), *span),
            Self::Negate(inner, span) => Self::Negate(Box::new(inner.in_other_prices(factor)?), *span),
            Self::Binary { operator, left, right, span } => Self::Binary {
                operator: *operator,
                left: Box::new(left.in_other_prices(factor)?),
                right: Box::new(right.in_other_prices(factor)?),
                span: *span,
            },
        })
    }

    /// From the first to the last character of the part, without parentheses around it.
    pub fn span(&self) -> Span {
        match self {
            Self::Quantity(_, span) | Self::Name(_, span) => *span,
            Self::Negate(inner, span) => span.to(inner.span()),
            Self::Binary { left, right, span, .. } => span.to(left.span()).to(right.span()),
        }
    }
}

//! The dimension and the value of an expression.

use super::dimension::Dimension;
use super::expression::{Expression, Operator};
use super::literal;
use super::value::Quantity;
use super::wording;
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::{Decimal, Overflow, divide, multiply};
use crate::words::Text;
use crate::{text, words};

/// Why a formula has no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EvaluationError {
    /// The divisor at the operator is zero.
    DivisionByZero {
        /// The operator.
        span: Span,
    },
    /// The result is too large to be meant or to be reckoned with.
    Overflow {
        /// The operator, or the whole.
        span: Span,
    },
    /// No value was given for the name.
    UnknownName {
        /// The name.
        span: Span,
    },
    /// Unlike things are added or compared; [`Expression::dimension`] says which.
    UnlikeThings {
        /// The operator.
        span: Span,
    },
}

impl EvaluationError {
    /// The finding `kan-ikke-beregnes`, with a span in the formula's text.
    pub fn finding(self) -> Finding {
        let (span, title, variant) = match self {
            Self::DivisionByZero { span } => (
                span,
                words!(nb: "Her deles det på null", nn: "Her blir det delt på null", en: "This divides by zero"),
                "formula zero",
            ),
            Self::Overflow { span } => (
                span,
                words!(nb: "Svaret blir større enn vi regner med", nn: "Svaret blir større enn vi reknar med", en: "The answer becomes larger than we calculate with"),
                "overflow",
            ),
            Self::UnknownName { span } => (
                span,
                words!(nb: "Navnet har ingen verdi", nn: "Namnet har ingen verdi", en: "The name has no value"),
                "unknown name",
            ),
            Self::UnlikeThings { span } => (
                span,
                words!(nb: "Ulike ting legges sammen", nn: "Ulike ting blir lagde saman", en: "Unlike things are added"),
                "unlike things",
            ),
        };
        Finding::error("kan-ikke-beregnes", span, title.text()).variant(variant)
    }
}

impl Expression {
    /// What the part measures, given what each name measures.
    ///
    /// # Errors
    /// `feil-dimensjon` at the first operator where unlike things are added or compared, or
    /// `uleselig-formel` at a name `lookup` does not know.
    pub fn dimension(&self, lookup: &dyn Fn(&str) -> Option<Dimension>) -> Result<Dimension, Finding> {
        match self {
            Self::Quantity(quantity, _) => Ok(quantity.dimension().clone()),
            Self::Name(name, span) => lookup(name).ok_or_else(|| unknown(name, *span)),
            Self::Negate(inner, _) => inner.dimension(lookup),
            Self::Binary { operator, left, right, span } => {
                let operand = |of: &Self| Ok(Operand { dimension: of.dimension(lookup)?, span: of.span() });
                let (left, right) = (operand(left)?, operand(right)?);
                joined(*operator, &left.dimension, &right.dimension)
                    .ok_or_else(|| unlike(*operator, *span, &left, &right))
            }
        }
    }

    /// The exact value, given what each name is.
    ///
    /// # Errors
    /// See [`EvaluationError`].
    pub fn evaluate(&self, lookup: &dyn Fn(&str) -> Option<Quantity>) -> Result<Quantity, EvaluationError> {
        let Measured { value, dimension } = self.value(lookup)?;
        if literal::is_unreasonable(value) {
            return Err(EvaluationError::Overflow { span: self.span() });
        }
        Ok(Quantity::new(value, dimension.settled().into_owned()))
    }

    fn value(&self, lookup: &dyn Fn(&str) -> Option<Quantity>) -> Result<Measured, EvaluationError> {
        match self {
            Self::Quantity(quantity, _) => Ok(Measured::from(&**quantity)),
            Self::Name(name, span) => lookup(name)
                .map(|known| Measured::from(&known))
                .ok_or(EvaluationError::UnknownName { span: *span }),
            Self::Negate(inner, span) => {
                let Measured { value, dimension } = inner.value(lookup)?;
                let negated = Decimal::ZERO.checked_sub(value);
                let value = negated.ok_or(EvaluationError::Overflow { span: *span })?;
                Ok(Measured { value, dimension })
            }
            Self::Binary { operator, left, right, span } => {
                calculate(*operator, *span, left.value(lookup)?, right.value(lookup)?)
            }
        }
    }
}

/// A part of a formula, and where it is.
struct Operand {
    dimension: Dimension,
    span: Span,
}

/// What two parts measure together; nothing when they are unlike and may not be.
pub(super) fn joined(operator: Operator, a: &Dimension, b: &Dimension) -> Option<Dimension> {
    match operator {
        Operator::Multiply => Some(a.times(b)),
        Operator::Divide => Some(a.divided_by(b)),
        Operator::Add | Operator::Subtract | Operator::Min | Operator::Max => a.common(b),
    }
}

/// A value, and what it measures.
struct Measured {
    value: Decimal,
    dimension: Dimension,
}

impl From<&Quantity> for Measured {
    fn from(quantity: &Quantity) -> Self {
        Self { value: quantity.value(), dimension: quantity.dimension().clone() }
    }
}

fn calculate(
    operator: Operator,
    span: Span,
    left: Measured,
    right: Measured,
) -> Result<Measured, EvaluationError> {
    let (Measured { value: a, dimension: of_a }, Measured { value: b, dimension: of_b }) = (left, right);
    let dimension = joined(operator, &of_a, &of_b).ok_or(EvaluationError::UnlikeThings { span })?;
    let overflow = |Overflow| EvaluationError::Overflow { span };
    let value = match operator {
        Operator::Multiply => multiply(a, b).map_err(overflow)?,
        Operator::Divide if b.is_zero() => return Err(EvaluationError::DivisionByZero { span }),
        Operator::Divide => divide(a, b).map_err(overflow)?,
        Operator::Add | Operator::Subtract | Operator::Min | Operator::Max => {
            let unlike = EvaluationError::UnlikeThings { span };
            let a = of_a.convert(a, &dimension).ok_or(unlike)?.map_err(overflow)?;
            let b = of_b.convert(b, &dimension).ok_or(unlike)?.map_err(overflow)?;
            alike(operator, a, b).ok_or(EvaluationError::Overflow { span })?
        }
    };
    Ok(Measured { value, dimension })
}

fn alike(operator: Operator, a: Decimal, b: Decimal) -> Option<Decimal> {
    match operator {
        Operator::Add => a.checked_add(b),
        Operator::Subtract => a.checked_sub(b),
        Operator::Min => Some(a.min(b)),
        Operator::Max => Some(a.max(b)),
        Operator::Multiply | Operator::Divide => None,
    }
}

fn unknown(name: &str, span: Span) -> Finding {
    let shown = wording::shown(name);
    let title = text!(nb: "«{shown}» er ikke en forutsetning", nn: "«{shown}» er ikkje ein føresetnad", en: "“{shown}” is not an assumption");
    let how = text!(nb: "Legg «{shown}» til under forutsetninger.", nn: "Legg «{shown}» til under forutsetninger.", en: "Add “{shown}” under forutsetninger.");
    wording::broken(span, title, how)
}

fn unlike(operator: Operator, span: Span, left: &Operand, right: &Operand) -> Finding {
    let has_share = left.dimension.mixes_a_share_with(&right.dimension);
    let said = |of: &Operand| match has_share && of.dimension == Dimension::NONE {
        true => text!(nb: "en andel", nn: "ein del", en: "a share"),
        false => of.dimension.words(),
    };
    let [a, b] = [left, right].map(said);
    let title = match operator {
        Operator::Add => {
            text!(nb: "{a} og {b} kan ikke legges sammen", nn: "{a} og {b} kan ikkje leggjast saman", en: "{a} and {b} cannot be added"; a, b)
        }
        Operator::Subtract => {
            text!(nb: "{b} kan ikke trekkes fra {a}", nn: "{b} kan ikkje trekkjast frå {a}", en: "{b} cannot be subtracted from {a}"; b, a)
        }
        Operator::Min | Operator::Max | Operator::Multiply | Operator::Divide => {
            text!(nb: "{a} og {b} kan ikke sammenlignes", nn: "{a} og {b} kan ikkje samanliknast", en: "{a} and {b} cannot be compared"; a, b)
        }
    };
    let here =
        |words: Text| text!(nb: "dette er {words}", nn: "dette er {words}", en: "this is {words}"; words);
    let finding =
        Finding::error("feil-dimensjon", span, title).variant(if has_share { "share" } else { "unlike" });
    finding.with(left.span, here(a)).with(right.span, here(b))
}

//! Why a case could not be calculated, and which row is to blame.

use crate::quantity::EvaluationError;
use crate::units::Overflow;

/// Why a case could not be calculated.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// A formula divides by zero with the expected values.
    DivisionByZero {
        /// The row's name.
        row: String,
    },
    /// A figure grew past 28 digits.
    TooLarge {
        /// The row's name, where one row is to blame.
        row: Option<String>,
    },
    /// An amount came out as something else than money or working time. Reading a file refuses
    /// it first; it is here so that nothing is ever taken as 0.
    NotAnAmount {
        /// The row's name.
        row: String,
    },
}

impl Failure {
    /// Blames a row for a figure that does not fit.
    pub(super) fn too_large(row: &str) -> impl Fn(Overflow) -> Self {
        move |Overflow| Self::TooLarge { row: Some(row.to_owned()) }
    }

    /// Blames a row for what cannot be money or working time.
    pub(crate) fn not_an_amount(row: &str) -> Self {
        Self::NotAnAmount { row: row.to_owned() }
    }

    /// What a formula's own failure means for the row it is on.
    pub(super) fn of_formula(error: EvaluationError, row: &str) -> Self {
        match error {
            EvaluationError::DivisionByZero { .. } => Self::DivisionByZero { row: row.to_owned() },
            EvaluationError::UnlikeThings { .. } => Self::not_an_amount(row),
            // Every name is known when a file has been read: one without a value did not fit.
            EvaluationError::Overflow { .. } | EvaluationError::UnknownName { .. } => {
                Self::TooLarge { row: Some(row.to_owned()) }
            }
        }
    }
}

impl From<Overflow> for Failure {
    fn from(_: Overflow) -> Self {
        Self::TooLarge { row: None }
    }
}

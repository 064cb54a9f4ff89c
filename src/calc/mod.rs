//! What a case is worth: model and assumptions in, results with their working out.
//!
//! Pure, total and deterministic: the same case and organisation give the same figures, and what
//! does not fit in 28 digits is a [`Failure`], never a panic. The rules follow R-109/21 and DFØ (see each constant);
//! each file below is one of its paragraphs.
//!
//! case → [`Calculator`] → rows priced with expected values (`pricing`) → yearly flows (`row_flow`,
//! `flows`, `positions`) → [`Potential`] and [`Valuation`]. Capital costs, inntjeningstid and internal rates
//! are worked out from those; [`BudgetEffect`]s are the same flows, line by line.

mod appraisal;
mod appraise;
mod assumptions;
mod booking;
mod borrowing;
mod calculator;
mod discounting;
mod failure;
mod flows;
mod growth;
mod internal_rate;
mod loan;
mod mark;
mod payback;
mod positions;
mod potential;
mod pricing;
mod row_flow;
mod taken_out;
mod timeline;
mod valuation;

pub use appraisal::{
    Appraisal, Basis, Cell, FullEffect, Payback, Potential, PublicReturn, QualityScore, RowKind, RowLoan,
    RowValue, TooLittle, Valuation, YearFlow,
};
pub use appraise::{appraise, appraise_from};
pub use assumptions::expected_values;
pub use booking::{
    Booking, BudgetEffect, FINANCE_FUNCTION, INTEREST_ART, REPAYMENT_ART, WageSplit, split_by_art,
};
pub use calculator::Calculator;
pub use discounting::Discounting;
pub use failure::Failure;
pub use growth::{Growth, Level};
pub use internal_rate::internal_rates;
pub use loan::{LoanYear, OutlayLoan};
pub use taken_out::TakenOut;

// What the simulation builds on: the same rows, laid out by the same rules.
pub(crate) use discounting::real_growth;
pub(crate) use pricing::{Row, price_rows};
pub(crate) use row_flow::RowPart;

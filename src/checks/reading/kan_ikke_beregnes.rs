//! kan-ikke-beregnes, for a whole case: what the calculation could not work out.

use crate::calc::Failure;
use crate::checks::prelude::*;
use crate::document::Case;

/// Why a case could not be calculated, placed on the row to blame.
pub fn cannot_be_calculated(document: &Case, failure: &Failure) -> Finding {
    let (row, by_zero) = match failure {
        Failure::DivisionByZero { row } => (Some(row), true),
        Failure::NotAnAmount { row } => (Some(row), false),
        Failure::TooLarge { row } => (row.as_ref(), false),
    };
    let span = row.and_then(|row| row_span(document, row)).or(document.title.span()).unwrap_or(document.span);
    let name = row.map_or("", String::as_str);
    let (title, variant) = if by_zero {
        (
            text!(nb: "«{name}» deler på null", nn: "«{name}» deler på null", en: "“{name}” divides by zero"),
            "zero",
        )
    } else {
        (
            text!(nb: "Tallene blir for store til å regnes ut", nn: "Tala blir for store til å reknast ut", en: "The numbers grow too large to work out"),
            "large",
        )
    };
    Finding::error("kan-ikke-beregnes", span, title).variant(variant)
}

/// The place of the row's amount: its calculation, else its name.
fn row_span(document: &Case, row: &str) -> Option<Span> {
    let benefits = document.benefits.rows().iter().map(|row| (&row.name, row.calculation.span()));
    let costs = document.costs.rows().iter().map(|row| (&row.name, row.calculation.span()));
    let mut rows = benefits.chain(costs);
    rows.find(|(name, _)| name.text() == Some(row)).and_then(|(name, amount)| amount.or(name.span()))
}

//! kan-ikke-beregnes, for a whole case: what the calculation could not work out.

use crate::calc::Failure;
use crate::diagnostic::Finding;
use crate::document::Case;
use crate::source::Span;
use crate::text;

/// Why a case could not be calculated, placed on the row to blame.
#[must_use]
pub fn cannot_be_calculated(document: &Case, failure: &Failure) -> Finding {
    let (row, by_zero) = match failure {
        Failure::DivisionByZero { row } => (Some(row), true),
        Failure::NotAnAmount { row } => (Some(row), false),
        Failure::TooLarge { row } => (row.as_ref(), false),
    };
    let span = row.and_then(|row| row_span(document, row)).or(document.title.span()).unwrap_or(document.span);
    let name = row.map_or("", String::as_str);
    if by_zero {
        return Finding::error("kan-ikke-beregnes", span, text!(
            nb: "«{name}» deler på null",
            en: "“{name}” divides by zero"
        ))
        .because(text!(
            nb: "Et tall delt på null finnes ikke, så saken får ingen verdi.",
            en: "Nothing can be divided by zero, so the case gets no value."
        ))
        .instead(text!(
            nb: "Sjekk tallet under brøkstreken: en forutsetning er 0, eller to like tall trekkes fra hverandre.",
            en: "Check the number below the line: an assumption is 0, or two equal numbers are subtracted."
        ));
    }
    Finding::error(
        "kan-ikke-beregnes",
        span,
        text!(
            nb: "Tallene blir for store til å regnes ut",
            en: "The numbers grow too large to work out"
        ),
    )
    .because(text!(
        nb: "Ingen kommune har beløp av den størrelsen. Trolig er en enhet eller et ledd feil.",
        en: "No municipality has amounts of that size. A unit or a factor is probably wrong."
    ))
    .instead(text!(
        nb: "Se over enhetene i beregningene, ett ledd om gangen.",
        en: "Look over the units of the formulas, one factor at a time."
    ))
}

/// The place of the row's amount: its calculation, else its name.
fn row_span(document: &Case, row: &str) -> Option<Span> {
    let benefits = document.benefits.rows().iter().map(|row| (&row.name, row.calculation.span()));
    let costs = document.costs.rows().iter().map(|row| (&row.name, row.calculation.span()));
    let mut rows = benefits.chain(costs);
    rows.find(|(name, _)| name.text() == Some(row)).and_then(|(name, amount)| amount.or(name.span()))
}

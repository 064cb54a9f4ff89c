//! format.md, «Quantities are written as people write them» and `beregning`, sentence by
//! sentence.

use super::*;
use crate::units::Decimal;

mod advice;
mod formulas;
mod quantities;
mod random;

fn context() -> Context {
    Context { hours_per_fte: Hours::new(Decimal::from(1_750)), workdays: 230 }
}

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).unwrap()
}

fn read(text: &str) -> Quantity {
    Quantity::parse(text, &context()).unwrap_or_else(|finding| panic!("{text}: {}", finding.title.nb))
}

fn refused(text: &str) -> crate::diagnostic::Finding {
    crate::checks::explained(Quantity::parse(text, &context()).expect_err(text))
}

fn formula(text: &str) -> Formula {
    Formula::parse(text, &context()).unwrap_or_else(|findings| panic!("{text}: {}", findings[0].title.nb))
}

fn problems(text: &str) -> Vec<crate::diagnostic::Finding> {
    let findings = Formula::parse(text, &context()).expect_err(text);
    findings.into_iter().map(crate::checks::explained).collect()
}

/// The value of a formula without names.
fn value(text: &str) -> Quantity {
    formula(text).evaluate(&|_| None).unwrap_or_else(|error| panic!("{text}: {error:?}"))
}

/// Looks names up in a list of `name, quantity`.
fn among<'a>(names: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<Quantity> + 'a {
    move |wanted| names.iter().find(|(name, _)| *name == wanted).map(|(_, text)| read(text))
}

fn kinds<'a>(names: &'a [(&'a str, &'a str)]) -> impl Fn(&str) -> Option<Dimension> + 'a {
    let quantities = among(names);
    move |wanted| quantities(wanted).map(|quantity| quantity.dimension().clone())
}

//! A case where every figure is one digit and zeros.

use crate::checks::prelude::*;
use crate::quantity::Quantity;

/// Round figures it takes before they are more than chance.
const SUSPICIOUS: usize = 3;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    if facts.document.phase.get().is_none_or(|phase| *phase < Phase::DeepDive) {
        return;
    }
    if has_unread(facts.document) {
        return;
    }
    let mut large: Vec<Span> = Vec::new();
    for (quantity, span) in figures(facts) {
        if !is_one_digit(quantity.value()) {
            return;
        }
        // Below ten one digit says nothing.
        if quantity.value().abs() >= Decimal::TEN {
            large.push(span);
        }
    }
    let Some(first) = large.first().filter(|_| large.len() >= SUSPICIOUS) else { return };
    let count = large.len();
    let title = text!(
        nb: "Alle tallene i saken er runde: {count} av dem er ett siffer og så bare nuller", nn: "Alle tala i saka er runde: {count} av dei er eitt siffer og så berre nullar",
        en: "Every figure of the case is round: {count} of them are one digit and then zeros"
    );
    findings.push(Finding::error("runde-tall", *first, title));
}

/// Whether some figure is written that could not be read; it may be the one that is not round.
fn has_unread(case: &document::Case) -> bool {
    const fn is_unread<T>(field: &Field<T>) -> bool {
        field.is_written() && field.get().is_none()
    }
    case.assumptions.rows().iter().any(|assumption| is_unread(&assumption.row.estimate))
        || case.benefits.rows().iter().any(|row| is_unread(&row.estimate))
        || case.costs.rows().iter().any(|row| is_unread(&row.amount))
}

/// Every value of the case's assumptions, estimates and amounts, with its place.
fn figures<'a>(facts: &CaseFacts<'a>) -> impl Iterator<Item = (&'a Quantity, Span)> {
    let document = facts.document;
    let assumptions = document.assumptions.rows().iter();
    let of_assumptions = assumptions.filter_map(|assumption| assumption.row.estimate.spanned());
    let of_assumptions = of_assumptions.map(|read| Spanned::new(&read.value, read.span));
    let benefits = document.benefits.rows().iter().map(|row| &row.estimate);
    let costs = document.costs.rows().iter().map(|row| &row.amount);
    let of_rows = benefits.chain(costs).flat_map(Field::estimates);
    of_assumptions
        .chain(of_rows)
        .flat_map(|estimate| points(estimate.value).map(move |point| (point, estimate.span)))
}

fn points(estimate: &Estimate) -> impl Iterator<Item = &Quantity> {
    let points = match estimate {
        Estimate::Certain(quantity) => [Some(quantity), None, None],
        Estimate::ThreePoint { low, mode, high } => [Some(low), Some(mode), Some(high)],
    };
    points.into_iter().flatten()
}

/// Whether a number is one digit and zeros: 6 000, 20, 0,3; not 6 240 or 25 %.
fn is_one_digit(value: Decimal) -> bool {
    let mut digits = value.normalize().mantissa().unsigned_abs();
    while digits >= 10 && digits.is_multiple_of(10) {
        digits /= 10;
    }
    digits < 10
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    fn deep(brev: &str) -> String {
        let page = include_str!("runde-tall.md");
        crate::checks::Page::read(page).wrong[0].text.replace("6 000 brev/år", brev)
    }

    #[test]
    fn one_measured_figure_is_enough() {
        assert_eq!(rules_in(&deep("6 000 brev/år")).len(), 1);
        assert_eq!(rules_in(&deep("6 100 brev/år")), []);
        assert_eq!(rules_in(&deep("0,15 mill. brev/år")), []);
    }

    #[test]
    fn a_figure_that_could_not_be_read_may_be_the_one_that_is_not_round() {
        let rules: Vec<_> = rules_in(&deep("6.100 brev/år")).into_iter().map(|(_, rule)| rule).collect();
        assert!(rules.contains(&"tvetydig-tall") && !rules.contains(&"runde-tall"), "{rules:?}");
    }

    #[test]
    fn in_the_first_phase_figures_may_be_round() {
        assert_eq!(rules_in(&case(&GAIN.replace("96 000", "90 000"))), []);
    }

    #[test]
    fn trailing_zeros_and_decimals_are_no_digits() {
        let is_one = |text: &str| super::is_one_digit(crate::units::Decimal::from_str_exact(text).unwrap());
        assert!(is_one("6000") && is_one("0.30") && is_one("-20") && is_one("0") && is_one("5.000"));
        assert!(!is_one("6240") && !is_one("0.25") && !is_one("10.5"));
    }
}

//! A number without a unit that says how many weeks, months or days a year has, multiplied with what is
//! for each of them: in `400 brev/uke × 52` the year is counted twice, since a week is one of 52 already.

use super::base::Base;
use super::dimension::Dimension;
use super::expression::{Expression, Operator};
use super::formula::Formula;
use super::lack::with_dimension_at;
use super::unit::{UNITS, is_calendar};
use super::{folded, wording};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::text;
use crate::units::Decimal;
use crate::words::Text;

/// A part of the year that amounts are for each of, and how many of it people reckon with in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Period {
    /// One of it, as it is written after the bar.
    pub(super) one: &'static str,
    several: &'static str,
    base: Base,
    in_a_year: &'static [u32],
}

const fn period(one: &'static str, several: &'static str, base: Base, in_a_year: &'static [u32]) -> Period {
    Period { one, several, base, in_a_year }
}

/// The parts of a year that a unit reckons by the year itself have no base of their own.
const PERIODS: &[Period] = &[
    period("måned", "måneder", Base::Month, &[12]),
    period("uke", "uker", Base::Week, &[52, 46]),
    period("døgn", "døgn", Base::Day, &[365]),
    period("dag", "dager", Base::PlainDay, &[365, 230]),
    period("arbeidsdag", "arbeidsdager", Base::Workday, &[230]),
    period("halvår", "halvår", Base::Year, &[2]),
    period("tertial", "tertialer", Base::Year, &[3]),
    period("kvartal", "kvartaler", Base::Year, &[4]),
];

impl Period {
    /// The period of a word in any of its forms: «mnd», «uka».
    pub(super) fn of(word: &str) -> Option<&'static Self> {
        let word = folded(word);
        let unit = UNITS.iter().find(|unit| unit.words.contains(&word.as_str()))?;
        PERIODS.iter().find(|period| is_calendar(&word) && unit.words.contains(&period.one))
    }

    /// One of it, as it is said.
    pub(super) fn in_words(&self) -> Text {
        if self.base == Base::Year { Text::same(self.one) } else { self.base.one().text() }
    }

    /// Whether a number is how many of it a year has.
    pub(super) fn is_in_a_year(&self, number: Decimal) -> bool {
        self.in_a_year.iter().any(|of_year| Decimal::from(*of_year) == number)
    }
}

impl Formula {
    /// The findings `dobbelttalt-periode`, each with a span in the formula. Nothing where a name is not known.
    pub fn counted_twice(&self, names: &dyn Fn(&str) -> Option<Dimension>) -> Vec<Finding> {
        let mut products = Vec::new();
        add_products(self.root(), &mut products);
        let periods = PERIODS.iter().filter(|period| period.base != Base::Year);
        let twice = periods.flat_map(|period| {
            let of_products = products.iter().filter_map(|product| in_product(product, period, names));
            of_products.map(|span| self.year_twice(span, period))
        });
        twice.collect()
    }

    fn year_twice(&self, span: Span, period: &Period) -> Finding {
        let written = wording::shown(self.slice(span));
        let one = period.base.one();
        let title = text!(
            nb: "«{written}» ganges med noe som er per {one}, så året blir regnet to ganger", nn: "«{written}» blir gonga med noko som er per {one}, så året blir rekna to gonger",
            en: "“{written}” multiplies something that is per {one}, so the year is counted twice";
            written, one
        );
        Finding::error("dobbelttalt-periode", span, title)
            .value("meant", format!("{written} {}/år", period.several))
            .value("written", written)
            .value("one", one)
    }
}

/// The last bare number of a product that is how many of a period there are in a year, where the product
/// is for each of that period, and no longer so when the number gets its unit.
fn in_product(
    product: &Expression,
    period: &Period,
    names: &dyn Fn(&str) -> Option<Dimension>,
) -> Option<Span> {
    let whole = product.dimension(names).ok()?.settled().into_owned();
    if whole.power(period.base) >= 0 {
        return None;
    }
    let (mut above, mut below) = (Vec::new(), Vec::new());
    add_factors(product, &mut above, &mut below);
    let counted = Dimension::per(period.base, Base::Year).with_counted_calendar();
    let is_twice = |span: &Span| {
        let mended = with_dimension_at(product, &[*span], &counted, names);
        mended.is_some_and(|mended| {
            let less = mended.settled().power(period.base) == whole.power(period.base).saturating_add(1);
            less && mended.is_like(&whole)
        })
    };
    let numbers = above.into_iter().filter_map(|factor| match factor {
        Expression::Quantity(number, span) if number.is_bare() && period.is_in_a_year(number.value()) => {
            Some(*span)
        }
        Expression::Quantity(..)
        | Expression::Name(..)
        | Expression::Negate(..)
        | Expression::Binary { .. } => None,
    });
    numbers.filter(is_twice).last()
}

/// Every product that is no part of a larger one.
fn add_products<'e>(part: &'e Expression, products: &mut Vec<&'e Expression>) {
    match part {
        Expression::Quantity(..) | Expression::Name(..) => {}
        Expression::Negate(inner, _) => add_products(inner, products),
        Expression::Binary { operator: Operator::Multiply | Operator::Divide, .. } => {
            products.push(part);
            let (mut above, mut below) = (Vec::new(), Vec::new());
            add_factors(part, &mut above, &mut below);
            for factor in above.into_iter().chain(below) {
                add_products(factor, products);
            }
        }
        Expression::Binary { left, right, .. } => {
            add_products(left, products);
            add_products(right, products);
        }
    }
}

/// What a product multiplies, and what it divides by.
pub(super) fn add_factors<'e>(
    part: &'e Expression,
    above: &mut Vec<&'e Expression>,
    below: &mut Vec<&'e Expression>,
) {
    match part {
        Expression::Binary { operator: Operator::Multiply, left, right, .. } => {
            add_factors(left, above, below);
            add_factors(right, above, below);
        }
        Expression::Binary { operator: Operator::Divide, left, right, .. } => {
            add_factors(left, above, below);
            add_factors(right, below, above);
        }
        Expression::Negate(inner, _) => add_factors(inner, above, below),
        Expression::Quantity(..) | Expression::Name(..) | Expression::Binary { .. } => above.push(part),
    }
}

//! internrente: every constant rate at which a net flow has present value zero.
//!
//! With x = 1 ÷ (1 + r) the present value is a polynomial in x, and its roots lie between the roots
//! of its derivative: between two of those it rises or falls all the way, so it crosses zero there
//! at most once, and a root it only touches is one of them. The derivative's roots are found the
//! same way, down to a polynomial whose signs allow at most one root (Descartes).

#![allow(
    clippy::float_arithmetic,
    reason = "roots are searched for in pairs of floats (31 digits) and given to 9 decimals; 28 exact \
              digits do not hold 81 years of a rate"
)]

use crate::units::{Decimal, Kroner, RATIO_DECIMALS, Year, round};

/// The lowest rate looked for is −90 %: 1 + r = 0.1. A hair below, so that the end itself is found
/// although no float is 0.1; what lies outside when rounded is left out after.
const LOWEST_GROWTH: f64 = 0.1 - 1e-12;
/// The highest rate looked for is 1 000 %: 1 ÷ (1 + r) = 1/11, and a hair below.
const LOWEST_DISCOUNT: f64 = 1.0 / 11.0 - 1e-12;
/// What counts as zero, of the sum of all terms' sizes: far above the 31 digits kept, far below the
/// 18 digits that two roots nine decimals apart differ in.
const ZERO: f64 = 1e-24;
/// What a plain float can be trusted to, of the same sum.
const FLOAT_ERROR: f64 = 1e-12;

/// Every constant rate in [−90 %, 1 000 %], to 9 decimals and in rising order, at which the flow has
/// present value zero: none, one, or several. A flow of nothing has none.
pub fn internal_rates(flow: &[(Year, Kroner)]) -> Vec<Decimal> {
    let coefficients = coefficients(flow);
    // Discount factors from 1/11 to 1 are rates from 0 up; growth from 0.1 to 1 is rates from 0 down.
    let discounts = Polynomial::new(coefficients.clone()).roots(LOWEST_DISCOUNT);
    let growths = Polynomial::new(coefficients.into_iter().rev().collect()).roots(LOWEST_GROWTH);
    let rates = discounts.into_iter().map(|x| 1.0 / x - 1.0).chain(growths.into_iter().map(|q| q - 1.0));
    let range = Decimal::new(-9, 1)..=Decimal::TEN;
    let mut rates: Vec<Decimal> = rates.filter_map(to_decimal).filter(|rate| range.contains(rate)).collect();
    rates.sort_unstable();
    rates.dedup();
    rates
}

fn to_decimal(rate: f64) -> Option<Decimal> {
    Decimal::try_from(rate).ok().map(|rate| round(rate, RATIO_DECIMALS).normalize())
}

/// The flow by year from the first that is not zero to the last, years without a flow as zero.
fn coefficients(flow: &[(Year, Kroner)]) -> Vec<Wide> {
    let mut flow: Vec<_> = flow.iter().filter(|(_, amount)| !amount.is_zero()).copied().collect();
    flow.sort_by_key(|(year, _)| *year);
    let Some((first, _)) = flow.first().copied() else { return Vec::new() };
    let mut all: Vec<Wide> = Vec::new();
    for (year, amount) in flow {
        let place = usize::from(year.since(first));
        if place >= all.len() {
            all.resize(place.saturating_add(1), Wide::ZERO);
        }
        if let Some(sum) = all.get_mut(place) {
            *sum = sum.plus(Wide::from_decimal(amount.value()));
        }
    }
    all
}

/// The sign of a value, zero where it cannot be distinguished from zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sign {
    Minus,
    Zero,
    Plus,
}

/// A place, and the sign of the value there.
#[derive(Debug, Clone, Copy)]
struct Point {
    x: f64,
    sign: Sign,
}

/// a₀ + a₁x + a₂x² + …
#[derive(Debug, Clone)]
struct Polynomial {
    wide: Vec<Wide>,
    plain: Vec<f64>,
}

impl Polynomial {
    fn new(wide: Vec<Wide>) -> Self {
        let plain = wide.iter().map(|wide| wide.high).collect();
        Self { wide, plain }
    }

    /// The roots in [low, 1], rising; each once, however many times it is one.
    fn roots(&self, low: f64) -> Vec<f64> {
        let changes = self.sign_changes();
        if changes == 0 {
            return Vec::new();
        }
        let turns = if changes == 1 { Vec::new() } else { self.derivative().roots(low) };
        let mut roots = Vec::new();
        let mut before = Point { x: low, sign: self.sign(low) };
        if before.sign == Sign::Zero {
            roots.push(low);
        }
        let inner = turns.into_iter().filter(|turn| *turn > low && *turn < 1.0);
        for x in inner.chain([1.0]) {
            let here = Point { x, sign: self.sign(x) };
            match (before.sign, here.sign) {
                (_, Sign::Zero) => roots.push(x),
                (Sign::Minus, Sign::Plus) | (Sign::Plus, Sign::Minus) => {
                    roots.push(self.crossing(before, x));
                }
                (Sign::Zero, _) | (Sign::Minus, Sign::Minus) | (Sign::Plus, Sign::Plus) => {}
            }
            before = here;
        }
        roots
    }

    /// The one place between two points of opposite sign where the sign changes, by halving.
    fn crossing(&self, start: Point, mut to: f64) -> f64 {
        let Point { x: mut from, sign } = start;
        loop {
            let middle = from + (to - from) / 2.0;
            if middle <= from || middle >= to {
                return middle;
            }
            match self.sign(middle) {
                Sign::Zero => return middle,
                same if same == sign => from = middle,
                Sign::Minus | Sign::Plus => to = middle,
            }
        }
    }

    /// How often the coefficients change sign: no fewer than the positive roots, and as many when
    /// it is 0 or 1 (Descartes' rule of signs).
    fn sign_changes(&self) -> usize {
        let signs: Vec<bool> = self.plain.iter().filter(|a| **a != 0.0).map(|a| *a > 0.0).collect();
        signs.iter().zip(signs.iter().skip(1)).filter(|(one, next)| one != next).count()
    }

    /// The derivative, scaled so that no coefficient grows.
    fn derivative(&self) -> Self {
        let mut degree = 0.0;
        let mut wide = Vec::with_capacity(self.wide.len());
        for coefficient in self.wide.iter().skip(1) {
            degree += 1.0;
            wide.push(coefficient.times(Wide::of(degree)));
        }
        Self::new(wide.into_iter().map(|coefficient| coefficient.over(Wide::of(degree))).collect())
    }

    fn sign(&self, x: f64) -> Sign {
        let (mut value, mut size) = (0.0, 0.0);
        for coefficient in self.plain.iter().rev() {
            value = value * x + coefficient;
            size = size * x + coefficient.abs();
        }
        if value.abs() > size * FLOAT_ERROR { sign_of(value, 0.0) } else { self.wide_sign(x, size * ZERO) }
    }

    fn wide_sign(&self, x: f64, zero: f64) -> Sign {
        let x = Wide::of(x);
        let value = self.wide.iter().rev().fold(Wide::ZERO, |value, a| value.times(x).plus(*a));
        sign_of(value.high, zero)
    }
}

fn sign_of(value: f64, zero: f64) -> Sign {
    if value > zero {
        Sign::Plus
    } else if value < -zero {
        Sign::Minus
    } else {
        Sign::Zero
    }
}

/// A number as the unrounded sum of two floats, 31 digits (Dekker 1971).
#[derive(Debug, Clone, Copy)]
struct Wide {
    high: f64,
    low: f64,
}

impl Wide {
    const ZERO: Self = Self::of(0.0);

    const fn of(high: f64) -> Self {
        Self { high, low: 0.0 }
    }

    /// An exact decimal: its digits in two halves, over a power of ten.
    fn from_decimal(value: Decimal) -> Self {
        const HALF: i128 = 1 << 48;
        let digits = value.mantissa();
        let halves = Self::of(whole(digits / HALF)).times(Self::of(whole(HALF)));
        let digits = halves.plus(Self::of(whole(digits % HALF)));
        (0..value.scale()).fold(digits, |number, _| number.over(Self::of(10.0)))
    }

    /// `high + low` where `low` is small beside `high`.
    fn tidy(high: f64, low: f64) -> Self {
        let sum = high + low;
        Self { high: sum, low: low - (sum - high) }
    }

    fn plus(self, other: Self) -> Self {
        let sum = self.high + other.high;
        let part = sum - self.high;
        let lost = (self.high - (sum - part)) + (other.high - part);
        Self::tidy(sum, lost + self.low + other.low)
    }

    fn times(self, other: Self) -> Self {
        let product = self.high * other.high;
        let lost = self.high.mul_add(other.high, -product);
        Self::tidy(product, lost + self.high.mul_add(other.low, self.low * other.high))
    }

    fn over(self, other: Self) -> Self {
        let first = self.high / other.high;
        let rest = self.plus(Self::of(-first).times(other));
        let second = rest.high / other.high;
        let rest = rest.plus(Self::of(-second).times(other));
        Self::tidy(first, second).plus(Self::of(rest.high / other.high))
    }
}

/// A whole number of at most 48 bits, exactly.
#[expect(clippy::cast_precision_loss, reason = "48 bits fit in the 53 of a float")]
fn whole(number: i128) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rates of a flow from year 0 on.
    fn rates(flow: &[&str]) -> Vec<String> {
        let first = Year::new(2027).unwrap();
        let amount = |text: &&str| Kroner::new(Decimal::from_str_exact(text).unwrap());
        let flow: Vec<_> = (0..).zip(flow).map(|(k, text)| (first.later(k), amount(text))).collect();
        internal_rates(&flow).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn a_flow_without_a_change_of_sign_has_no_rate() {
        assert!(rates(&["1", "2", "3"]).is_empty());
        assert!(rates(&["-1", "-2", "-3"]).is_empty());
        assert!(rates(&["0", "0"]).is_empty());
        assert!(rates(&[]).is_empty());
        assert!(rates(&["1", "-1", "1"]).is_empty());
    }

    #[test]
    fn several_rates_are_all_found() {
        assert_eq!(rates(&["-100", "230", "-132"]), ["0.1", "0.2"]);
        // (x − 10/11)(x − 10/12)(x − 10/13), in whole kroner.
        assert_eq!(rates(&["-1000", "3600", "-4310", "1716"]), ["0.1", "0.2", "0.3"]);
    }

    #[test]
    fn a_rate_that_is_only_touched_is_found_once() {
        assert_eq!(rates(&["100", "-220", "121"]), ["0.1"]);
        assert_eq!(rates(&["-1", "3", "-3", "1"]), ["0"]);
        assert_eq!(rates(&["1", "-4", "6", "-4", "1"]), ["0"]);
        assert_eq!(rates(&["-1", "3.3", "-3.63", "1.331"]), ["0.1"]);
    }

    #[test]
    fn two_rates_a_billionth_apart_are_two_and_a_near_miss_is_none() {
        // 1.1 and 1.100000002 as growth.
        assert_eq!(rates(&["1", "-2.200000002", "1.2100000022"]), ["0.1", "0.100000002"]);
        assert!(rates(&["1", "-2.2", "1.2100000000000001"]).is_empty());
    }

    #[test]
    fn the_ends_of_the_range_belong_to_it() {
        assert_eq!(rates(&["-1", "11"]), ["10"]);
        assert!(rates(&["-1", "11.00001"]).is_empty());
        assert_eq!(rates(&["-1", "0.1"]), ["-0.9"]);
        assert!(rates(&["-1", "0.09"]).is_empty());
    }

    #[test]
    fn four_hundred_years_do_not_overflow() {
        let mut flow = vec!["-1000000"];
        flow.resize(401, "40000");
        assert_eq!(rates(&flow), ["0.039999994"]);
        let mut late = vec!["0"; 400];
        late.extend(["-100", "110"]);
        assert_eq!(rates(&late), ["0.1"]);
    }

    #[test]
    fn flows_that_turn_every_year_are_finished_quickly() {
        let flow: Vec<String> = (0..120).map(|k| (i64::from(k * 7919 % 1009) - 504).to_string()).collect();
        let flow: Vec<&str> = flow.iter().map(String::as_str).collect();
        assert!(rates(&flow).len() < 10);
    }
}

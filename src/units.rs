//! Exact amounts with a meaning: kroner, hours, årsverk, shares, rates, years.
//!
//! Every type wraps an exact decimal (28 significant digits) and has only the operators that
//! mean something. All of them are checked: what does not fit is [`Overflow`], never a wrap or
//! a panic. Nothing here is a float, is formatted for people, or knows YAML.

use core::cmp::Ordering;
use rust_decimal::RoundingStrategy;

/// The exact decimal everything is built on: 96-bit mantissa, at most 28 decimals.
///
/// Only `units` and `quantity` calculate with it directly, and only through its `checked_*`
/// methods; the rest of the house uses the newtypes below.
pub type Decimal = rust_decimal::Decimal;

/// A result that does not fit in 28 digits, or a division by zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overflow;

/// Decimals of every present-value cell and every amount in JSON (calculation.md, "rounding").
pub const MONEY_DECIMALS: u32 = 8;

/// Decimals of ratios, shares and years of payback in JSON (outputs.md).
pub const RATIO_DECIMALS: u32 = 9;

/// Decimals årsverk are rounded to before they are cut down to whole positions (calculation.md, "Whole
/// positions").
pub const WHOLE_POSITION_DECIMALS: u32 = 8;

/// Decimals sums of årsverk are compared in: their parts have two more, and each may be rounded.
pub const FTE_COMPARED_DECIMALS: u32 = 6;

/// Decimals that a figure is held to before it is rounded to fewer than [`MONEY_DECIMALS`]: a half whose parts are
/// thirds is a half still.
const HELD_DECIMALS: u32 = 12;

/// Half away from zero: the one rounding rule of the house.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    let rounded =
        |value: Decimal, to| value.round_dp_with_strategy(to, RoundingStrategy::MidpointAwayFromZero);
    if decimals < MONEY_DECIMALS {
        rounded(rounded(value, HELD_DECIMALS), decimals)
    } else {
        rounded(value, decimals)
    }
}

/// `a × b`, or [`Overflow`].
///
/// # Errors
/// When the product needs more than 28 digits before the point.
pub fn multiply(a: Decimal, b: Decimal) -> Result<Decimal, Overflow> {
    a.checked_mul(b).ok_or(Overflow)
}

/// `a ÷ b`, or [`Overflow`].
///
/// # Errors
/// When `b` is zero or the quotient does not fit.
pub fn divide(a: Decimal, b: Decimal) -> Result<Decimal, Overflow> {
    a.checked_div(b).ok_or(Overflow)
}

macro_rules! amount {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
        pub struct $name(Decimal);

        impl $name {
            /// Nothing.
            pub const ZERO: Self = Self(Decimal::ZERO);

            /// Wraps an exact decimal in this unit.
            pub const fn new(value: Decimal) -> Self {
                Self(value)
            }

            /// The exact decimal in this unit.
            pub const fn value(self) -> Decimal {
                self.0
            }

            /// The sum.
            ///
            /// # Errors
            /// [`Overflow`] when it does not fit.
            pub fn plus(self, other: Self) -> Result<Self, Overflow> {
                self.0.checked_add(other.0).map(Self).ok_or(Overflow)
            }

            /// The difference.
            ///
            /// # Errors
            /// [`Overflow`] when it does not fit.
            pub fn minus(self, other: Self) -> Result<Self, Overflow> {
                self.0.checked_sub(other.0).map(Self).ok_or(Overflow)
            }

            /// Adds another to it.
            ///
            /// # Errors
            /// [`Overflow`] when the sum does not fit.
            pub fn add(&mut self, other: Self) -> Result<(), Overflow> {
                *self = self.plus(other)?;
                Ok(())
            }

            /// Takes another from it.
            ///
            /// # Errors
            /// [`Overflow`] when the difference does not fit.
            pub fn subtract(&mut self, other: Self) -> Result<(), Overflow> {
                *self = self.minus(other)?;
                Ok(())
            }

            /// The same size with the opposite sign.
            pub fn negated(self) -> Self {
                if self.0.is_zero() { Self::ZERO } else { Self(-self.0) }
            }

            /// The size without its sign.
            pub fn abs(self) -> Self {
                Self(self.0.abs())
            }

            /// This many times a dimensionless number.
            ///
            /// # Errors
            /// [`Overflow`] when it does not fit.
            pub fn times(self, number: Decimal) -> Result<Self, Overflow> {
                multiply(self.0, number).map(Self)
            }

            /// Divided by a dimensionless number.
            ///
            /// # Errors
            /// [`Overflow`] when the number is zero or the quotient does not fit.
            pub fn over(self, number: Decimal) -> Result<Self, Overflow> {
                divide(self.0, number).map(Self)
            }

            /// How many times `other` goes into this: a dimensionless ratio.
            ///
            /// # Errors
            /// [`Overflow`] when `other` is zero.
            pub fn ratio(self, other: Self) -> Result<Decimal, Overflow> {
                divide(self.0, other.0)
            }

            /// Rounded half away from zero.
            pub fn rounded(self, decimals: u32) -> Self {
                Self(round(self.0, decimals))
            }

            /// Whether this is exactly zero.
            pub fn is_zero(self) -> bool {
                self.0.is_zero()
            }

            /// Whether this is below zero.
            pub fn is_negative(self) -> bool {
                self.0.cmp(&Decimal::ZERO) == Ordering::Less
            }

            /// Whether this is above zero.
            pub fn is_positive(self) -> bool {
                self.0.cmp(&Decimal::ZERO) == Ordering::Greater
            }

            /// The sum of many.
            ///
            /// # Errors
            /// [`Overflow`] when it does not fit.
            pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
                amounts.into_iter().try_fold(Self::ZERO, Self::plus)
            }

            /// The sum of many in each of the four plan years.
            ///
            /// # Errors
            /// [`Overflow`] when one does not fit.
            pub fn sum_years(rows: impl IntoIterator<Item = [Self; 4]>) -> Result<[Self; 4], Overflow> {
                rows.into_iter().try_fold([Self::ZERO; 4], |sum, row| each(sum, row, Self::plus))
            }
        }
    };
}

amount!(
    /// kroner. Constant prices of the budget year unless a doc says otherwise.
    Kroner
);
amount!(
    /// timer: hours of work.
    Hours
);
amount!(
    /// årsverk: person-years, a year's work of one full position.
    Fte
);
amount!(
    /// andel: a share, where 1 is the whole (25 % is 0.25).
    Share
);
amount!(
    /// rente: a yearly rate, where 4 % is 0.04.
    Rate
);
amount!(
    /// faktor: a dimensionless multiplier, such as a discount factor or real growth to a year.
    Factor
);
amount!(
    /// timekostnad: kroner per hour of work.
    HourlyCost
);

impl Share {
    /// The whole: 100 %.
    pub const WHOLE: Self = Self(Decimal::ONE);
}

impl Factor {
    /// No change.
    pub const ONE: Self = Self(Decimal::ONE);
}

impl Kroner {
    /// Up to whole kroner, away from less: what is lacking is said so, and as much as is said is then enough.
    pub fn up_to_whole(self) -> Self {
        Self(self.0.ceil())
    }

    /// The given share of the amount.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn share(self, share: Share) -> Result<Self, Overflow> {
        self.times(share.value())
    }

    /// The amount times a discount or growth factor.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn factor(self, factor: Factor) -> Result<Self, Overflow> {
        self.times(factor.value())
    }
}

impl Hours {
    /// The given share of the hours.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn share(self, share: Share) -> Result<Self, Overflow> {
        self.times(share.value())
    }

    /// What the hours cost.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn cost(self, hourly: HourlyCost) -> Result<Kroner, Overflow> {
        multiply(self.0, hourly.0).map(Kroner)
    }

    /// The hours of a year as årsverk.
    ///
    /// # Errors
    /// [`Overflow`] when `hours_per_fte` is zero.
    pub fn as_fte(self, hours_per_fte: Self) -> Result<Fte, Overflow> {
        self.ratio(hours_per_fte).map(Fte)
    }
}

impl Fte {
    /// The årsverk as hours of a year.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn as_hours(self, hours_per_fte: Hours) -> Result<Hours, Overflow> {
        hours_per_fte.times(self.0)
    }

    /// The årsverk rounded down to a whole number of `step`s, as minste_stilling asks for; a step
    /// of zero, or below, changes nothing. Exact: no division.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn down_to_multiple_of(self, step: Share) -> Result<Self, Overflow> {
        if !step.is_positive() {
            return Ok(self);
        }
        let over = self.0.checked_rem(step.0).ok_or(Overflow)?;
        self.minus(Self(over))
    }
}

/// år: a calendar year. Any other year a file may name is a finding before it comes here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Year(u16);

impl Year {
    /// The first calendar year a file may name.
    pub const FIRST: u16 = 1900;
    /// The last calendar year a file may name.
    pub const LAST: u16 = 2300;

    /// The budget year taken where no a3.yaml says one: the first the format was made for.
    pub const ASSUMED: Self = Self(2027);

    /// A calendar year from 1900 to 2300, or nothing.
    pub fn new(number: u16) -> Option<Self> {
        (Self::FIRST..=Self::LAST).contains(&number).then_some(Self(number))
    }

    /// The year as a number.
    pub const fn number(self) -> u16 {
        self.0
    }

    /// `years` later. Past year 65 535 it stays there: results cannot reach it, since both
    /// [`Year::LAST`] and the longest life a model allows are far below.
    pub const fn later(self, years: u16) -> Self {
        Self(self.0.saturating_add(years))
    }

    /// How many years after `other` this is; 0 when it is not after.
    pub const fn since(self, other: Self) -> u16 {
        self.0.saturating_sub(other.0)
    }

    /// The four years of an økonomiplan that begins this year.
    pub const fn plan(self) -> [Self; 4] {
        [self, self.later(1), self.later(2), self.later(3)]
    }

    /// Every year from this through `last`.
    pub fn through(self, last: Self) -> impl DoubleEndedIterator<Item = Self> + Clone + use<> {
        (self.0..=last.0).map(Self)
    }
}

/// What is made of each of the four plan years.
///
/// # Errors
/// [`Overflow`] when a result does not fit.
pub fn of_each<T, R>(
    years: [T; 4],
    mut of: impl FnMut(T) -> Result<R, Overflow>,
) -> Result<[R; 4], Overflow> {
    let [first, second, third, last] = years;
    Ok([of(first)?, of(second)?, of(third)?, of(last)?])
}

/// Two rows of four plan years, year by year.
///
/// # Errors
/// [`Overflow`] when a result does not fit.
pub fn each<T, U, R>(
    one: [T; 4],
    other: [U; 4],
    mut with: impl FnMut(T, U) -> Result<R, Overflow>,
) -> Result<[R; 4], Overflow> {
    let [first, second, third, last] = one;
    let [of_first, of_second, of_third, of_last] = other;
    Ok([with(first, of_first)?, with(second, of_second)?, with(third, of_third)?, with(last, of_last)?])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kroner(text: &str) -> Kroner {
        Kroner::new(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn rounds_half_away_from_zero_on_both_sides() {
        assert_eq!(kroner("2.5").rounded(0), kroner("3"));
        assert_eq!(kroner("-2.5").rounded(0), kroner("-3"));
        let third = divide(Decimal::from(1_462_500), Decimal::from(9)).unwrap();
        let thirds = Kroner::sum([Kroner::new(third); 3]).unwrap();
        assert_eq!(round(thirds.value().checked_div(Decimal::ONE_THOUSAND).unwrap(), 0), Decimal::from(488));
        assert_eq!(kroner("0.000000005").rounded(MONEY_DECIMALS), kroner("0.00000001"));
    }

    #[test]
    fn tenths_are_exact() {
        assert_eq!(kroner("0.1").plus(kroner("0.2")), Ok(kroner("0.3")));
    }

    #[test]
    fn what_does_not_fit_is_overflow_and_not_a_panic() {
        let huge = Kroner::new(Decimal::MAX);
        assert_eq!(huge.plus(huge), Err(Overflow));
        assert_eq!(huge.times(Decimal::TEN), Err(Overflow));
        assert_eq!(huge.ratio(Kroner::ZERO), Err(Overflow));
    }

    #[test]
    fn years_outside_the_calendar_of_plans_are_refused() {
        assert_eq!(Year::new(1899), None);
        assert_eq!(Year::new(2027).map(Year::number), Some(2027));
        assert_eq!(Year::new(2301), None);
    }
}

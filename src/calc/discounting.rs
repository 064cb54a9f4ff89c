//! Discount factors and real growth, compounded year by year.

use crate::model::Organisation;
use crate::rates::DiscountRates;
use crate::units::{Decimal, Factor, Kroner, MONEY_DECIMALS, Overflow, Rate, Year, divide};

/// Years of factors kept ready on either side of the base year; years further off are stepped to.
const READY: u16 = 48;

/// kalkulasjonsrente as factors: d(base) = 1, d(t) = d(t−1) ÷ (1 + r_t) forward and
/// d(t) = d(t+1) × (1 + r_{t+1}) backward, never a power of one rate (calculation.md,
/// "Socio-economic view"; R-109/21 § 6.2). One clock for the whole portfolio: make it once.
#[derive(Debug, Clone)]
pub struct Discounting {
    base: Year,
    rates: DiscountRates,
    /// d(base), d(base + 1) … as far as they fit.
    after: Vec<Factor>,
}

impl Discounting {
    /// The factors of an organisation, from its sammenligningsår and rente.
    pub fn new(organisation: &Organisation) -> Self {
        let rules = &organisation.rules;
        Self::of(rules.base_year, rules.discount.clone())
    }

    /// The factors of a rate schedule, 1 in `base`.
    pub fn of(base: Year, rates: DiscountRates) -> Self {
        let mut table = Self { base, rates, after: vec![Factor::ONE] };
        for year in base.later(1).through(base.later(READY)) {
            let Some(next) = table.after.last().and_then(|last| table.later(*last, year).ok()) else { break };
            table.after.push(next);
        }
        table
    }

    /// d(year).
    ///
    /// # Errors
    /// [`Overflow`] when the factor does not fit, or a rate is −100 %.
    pub fn factor(&self, year: Year) -> Result<Factor, Overflow> {
        if year < self.base {
            let back = year.later(1).through(self.base).rev();
            return back.into_iter().try_fold(Factor::ONE, |factor, later| self.growth(factor, later));
        }
        let ready = self.after.get(usize::from(year.since(self.base)));
        ready.copied().map_or_else(|| self.beyond(year), Ok)
    }

    /// d(first) … d(last), each stepped from the one before where the table ends.
    ///
    /// # Errors
    /// [`Overflow`] as for [`Discounting::factor`].
    pub fn factors(&self, first: Year, last: Year) -> Result<Vec<Factor>, Overflow> {
        let mut factors: Vec<Factor> = Vec::with_capacity(usize::from(last.since(first)).saturating_add(1));
        for year in first.through(last) {
            let ready = year <= self.base.later(READY);
            let next = match factors.last() {
                Some(before) if !ready => self.later(*before, year)?,
                Some(_) | None => self.factor(year)?,
            };
            factors.push(next);
        }
        Ok(factors)
    }

    /// d(year) past the end of the table.
    fn beyond(&self, year: Year) -> Result<Factor, Overflow> {
        let reached = u16::try_from(self.after.len()).map_err(|_| Overflow)?;
        let last = self.after.last().copied().unwrap_or(Factor::ONE);
        self.base.later(reached).through(year).try_fold(last, |factor, next| self.later(factor, next))
    }

    fn later(&self, before: Factor, year: Year) -> Result<Factor, Overflow> {
        before.over(one_plus(self.rates.rate(year, self.base))?)
    }

    fn growth(&self, after: Factor, later: Year) -> Result<Factor, Overflow> {
        after.times(one_plus(self.rates.rate(later, self.base))?)
    }
}

/// Real growth in the value of time, year by year: (1 + realvekst_tid)^max(0, y − budsjettår).
///
/// # Errors
/// [`Overflow`] when a factor does not fit.
pub(crate) fn real_growth(
    organisation: &Organisation,
    first: Year,
    last: Year,
) -> Result<Vec<Factor>, Overflow> {
    let step = one_plus(organisation.rules.real_growth)?;
    let grow = |factor: Factor| factor.times(step);
    let years_behind = first.since(organisation.budget_year);
    let mut factor = (0..years_behind).try_fold(Factor::ONE, |factor, _| grow(factor))?;
    let mut factors = Vec::with_capacity(usize::from(last.since(first)).saturating_add(1));
    for year in first.through(last) {
        if year > organisation.budget_year && year > first {
            factor = grow(factor)?;
        }
        factors.push(factor);
    }
    Ok(factors)
}

fn one_plus(rate: Rate) -> Result<Decimal, Overflow> {
    Ok(rate.plus(Rate::new(Decimal::ONE))?.value())
}

/// One present-value cell: rounded half away from zero to 8 decimals.
pub(super) fn discounted(flow: Kroner, factor: Factor) -> Result<Kroner, Overflow> {
    if flow.is_zero() { Ok(flow) } else { Ok(flow.factor(factor)?.rounded(MONEY_DECIMALS)) }
}

/// Divides sums of money, or nothing where the divisor is not positive.
pub(super) fn ratio(of: Decimal, to: Decimal) -> Result<Option<Decimal>, Overflow> {
    if to > Decimal::ZERO { divide(of, to).map(Some) } else { Ok(None) }
}

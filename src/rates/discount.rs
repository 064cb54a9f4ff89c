//! kalkulasjonsrente: stepped yearly rates, compounded year by year.

use crate::units::{Decimal, Rate, Year};

/// R-109/21 (Finansdepartementet, 25.06.2021) § 6.2: 4 % for the first 40 years after the base
/// year, 3 % for the next 35, then 2 %. The circular's band edges overlap at 40 and 75: here
/// year 40 still has 4 %, and year 75 3 %.
pub const R_109: [(u16, Decimal); 3] = [
    (40, Decimal::from_parts(4, 0, 0, false, 2)),
    (75, Decimal::from_parts(3, 0, 0, false, 2)),
    (u16::MAX, Decimal::from_parts(2, 0, 0, false, 2)),
];

/// One step: the rate through a calendar year, inclusive. The last step has no end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RateStep {
    /// til: last year of the step, inclusive; none holds for ever
    pub until: Option<Year>,
    /// rente
    pub rate: Rate,
}

/// Which rate holds in which year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DiscountRates {
    /// `rente: R-109`, counted in years after the base year.
    R109,
    /// One rate for ever, or own steps by calendar year, in order of time.
    Steps(Vec<RateStep>),
}

impl DiscountRates {
    /// The rate that carries year `year` − 1 to `year`. Before the base year R-109 has its first rate.
    pub fn rate(&self, year: Year, base: Year) -> Rate {
        match self {
            Self::R109 => {
                let after = year.since(base);
                let step = R_109.iter().find(|(last, _)| after <= *last);
                step.map_or(Rate::ZERO, |(_, rate)| Rate::new(*rate))
            }
            Self::Steps(steps) => {
                let step = steps.iter().find(|step| step.until.is_none_or(|last| year <= last));
                step.or(steps.last()).map_or(Rate::ZERO, |step| step.rate)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(rate: Rate) -> String {
        rate.times(Decimal::ONE_HUNDRED).unwrap().value().normalize().to_string()
    }

    #[test]
    fn r_109_steps_down_after_40_and_75_years() {
        let base = Year::new(2027).unwrap();
        let at = |years| percent(DiscountRates::R109.rate(base.later(years), base));
        assert_eq!([at(1), at(40), at(41), at(75), at(76)], ["4", "4", "3", "3", "2"]);
        assert_eq!(percent(DiscountRates::R109.rate(Year::new(2024).unwrap(), base)), "4");
    }
}

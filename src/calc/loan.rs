//! What a loan costs, year by year.

use crate::units::{Decimal, Kroner, Overflow, Rate, Year};

/// One year's outlay as a loan of its own: straight repayments from the year after, interest on the
/// balance at the start of the year, none in the year of outlay (calculation.md, "Budget view").
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutlayLoan {
    /// The year of the outlay.
    pub year: Year,
    /// What was borrowed, kroner.
    pub amount: Kroner,
    /// avdragstid, whole years.
    pub repayment_years: u16,
    /// rente per year
    pub rate: Rate,
}

/// Interest (art 500) and repayment (art 510) of one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct LoanYear {
    /// What is owed at the start of the year, kroner: what the interest is of.
    pub balance: Kroner,
    /// renteutgift, kroner
    pub interest: Kroner,
    /// avdrag, kroner
    pub repayment: Kroner,
}

impl OutlayLoan {
    /// What the loan costs in a year; nothing before the year after the outlay and after the last
    /// repayment. The repayments add up to the outlay exactly.
    ///
    /// # Errors
    /// [`Overflow`] when a product does not fit.
    pub fn in_year(&self, year: Year) -> Result<LoanYear, Overflow> {
        let paid = year.since(self.year);
        if paid == 0 || paid > self.repayment_years {
            return Ok(LoanYear::default());
        }
        let left = self.repayment_years.saturating_sub(paid);
        let before = self.balance(left.saturating_add(1))?;
        let after = self.balance(left)?;
        Ok(LoanYear {
            balance: before,
            interest: before.times(self.rate.value())?,
            repayment: before.minus(after)?,
        })
    }

    fn balance(&self, years_left: u16) -> Result<Kroner, Overflow> {
        self.amount.times(Decimal::from(years_left))?.over(Decimal::from(self.repayment_years))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kroner(text: &str) -> Kroner {
        Kroner::new(Decimal::from_str_exact(text).unwrap())
    }

    fn loan(amount: &str, repayment_years: u16) -> OutlayLoan {
        let rate = Rate::new(Decimal::from_str_exact("0.045").unwrap());
        OutlayLoan { year: Year::new(2027).unwrap(), amount: kroner(amount), repayment_years, rate }
    }

    #[test]
    fn sensors_cost_137_500_a_year_and_less_interest_each_year() {
        let loan = loan("1100000", 8);
        let year = |number| loan.in_year(Year::new(number).unwrap()).unwrap();
        assert_eq!(year(2027), LoanYear::default());
        let first =
            LoanYear { balance: kroner("1100000"), interest: kroner("49500"), repayment: kroner("137500") };
        assert_eq!(year(2028), first);
        assert_eq!(year(2029).interest, kroner("43312.5"));
        assert_eq!(year(2035).interest, kroner("6187.5"));
        assert_eq!(year(2036), LoanYear::default());
    }

    #[test]
    fn repayments_add_up_to_the_outlay_also_when_they_do_not_divide() {
        let loan = loan("1000000", 7);
        let years = Year::new(2028).unwrap().through(Year::new(2034).unwrap());
        let repaid = Kroner::sum(years.map(|year| loan.in_year(year).unwrap().repayment));
        assert_eq!(repaid, Ok(kroner("1000000")));
    }
}

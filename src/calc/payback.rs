//! inntjeningstid: when the organisation's own cash flow is non-negative for good.

use super::appraisal::{Payback, YearFlow};
use crate::model::Schedule;
use crate::units::{Decimal, Kroner, Overflow, Year};

/// Years from the start of the first year with a one-off outlay (else of the case) until the
/// cumulative own cash flow is non-negative for good. One-off outlays fall at the start of their
/// year, all else evenly through it. Flows a mapping puts after levetid count: «for good» is to the
/// last flow.
pub(super) fn payback(years: &[YearFlow], schedule: Schedule) -> Result<Payback, Overflow> {
    let outlay = years.iter().find(|year| year.own_one_off.is_positive());
    let from = outlay.map_or(schedule.start, |year| year.year);
    let mut cumulative = Kroner::ZERO;
    // When the flow was last below zero, in years since year 0; none where it never was.
    let mut below: Option<Decimal> = None;
    for year in years {
        let start = cumulative.minus(year.own_one_off)?;
        let through = year.own_cash.plus(year.own_one_off)?;
        cumulative = start.plus(through)?;
        if let Some(part) = last_below(start, through, cumulative)? {
            below = Some(years_since_zero(year.year, part)?);
        }
    }
    if cumulative.is_negative() {
        return Ok(Payback::Never);
    }
    let Some(below) = below else { return Ok(Payback::Years(Decimal::ZERO)) };
    let years = below.checked_sub(Decimal::from(from.number())).ok_or(Overflow)?;
    Ok(Payback::Years(years.max(Decimal::ZERO)))
}

/// The part of the year that has gone when the flow was last below zero; none where it was not.
fn last_below(start: Kroner, through: Kroner, end: Kroner) -> Result<Option<Decimal>, Overflow> {
    if end.is_negative() {
        return Ok(Some(Decimal::ONE));
    }
    // From below zero to not below: `through` is positive, and covers what was missing.
    if start.is_negative() { start.negated().ratio(through).map(Some) } else { Ok(None) }
}

fn years_since_zero(year: Year, part: Decimal) -> Result<Decimal, Overflow> {
    Decimal::from(year.number()).checked_add(part).ok_or(Overflow)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::calc::timeline::empty_year;

    fn schedule() -> Schedule {
        Schedule { start: Year::new(2027).unwrap(), life: 4 }
    }

    /// Years from 2027 on, each its one-off outlay and its flow through the year.
    fn pays_back(flows: &[(i32, i32)]) -> Payback {
        let kroner = |number: i32| Kroner::new(Decimal::from(number));
        let all = (0u16..).zip(flows).map(|(k, (outlay, through))| {
            let mut year = empty_year(schedule().start.later(k));
            year.own_one_off = kroner(*outlay);
            year.own_cash = kroner(through - outlay);
            year
        });
        payback(&all.collect::<Vec<_>>(), schedule()).unwrap()
    }

    fn years(text: &str) -> Payback {
        Payback::Years(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn a_thousand_out_and_four_hundred_a_year_is_two_and_a_half_years() {
        assert_eq!(pays_back(&[(1000, 400), (0, 400), (0, 400)]), years("2.5"));
    }

    #[test]
    fn a_flow_that_is_never_negative_pays_back_at_once() {
        assert_eq!(pays_back(&[(0, 100), (0, 0)]), years("0"));
        assert_eq!(pays_back(&[]), years("0"));
    }

    #[test]
    fn a_flow_that_ends_below_zero_never_pays_back() {
        assert_eq!(pays_back(&[(1000, 2000), (0, -1500)]), Payback::Never);
    }

    #[test]
    fn a_later_outlay_moves_the_moment_for_good() {
        // Back at zero after one year, below again by the second outlay, back half way through year 3.
        assert_eq!(pays_back(&[(100, 100), (100, 50), (0, 100)]), years("2.5"));
    }

    #[test]
    fn the_clock_starts_with_the_first_outlay() {
        assert_eq!(pays_back(&[(0, 0), (100, 200)]), years("0.5"));
    }

    #[test]
    fn what_is_back_to_the_krone_at_the_end_of_a_year_is_whole_years() {
        assert_eq!(pays_back(&[(100, 50), (0, 50), (0, 0)]), years("2"));
        assert_eq!(pays_back(&[(100, 50), (-50, 0)]), years("1"));
    }

    #[test]
    fn running_losses_count_from_the_start_of_the_case() {
        assert_eq!(pays_back(&[(0, -100), (0, 200)]), years("1.5"));
    }
}

//! Whole positions, draw by draw.

/// How whole positions are counted: minste_stilling and timer_per_årsverk.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct WholePositions {
    /// One over the hours of 0.00000001 årsverk, the last decimal that counts.
    per_last_decimal: f64,
    /// minste_stilling in last decimals of an årsverk.
    step: f64,
    /// minste_stilling in hours.
    step_hours: f64,
}

/// Last decimals in one årsverk: årsverk are rounded to 8 decimals before they are cut down
/// (calculation.md, "Whole positions").
const LAST_DECIMALS: f64 = 1e8;
/// Adding this and taking it away again leaves the nearest whole number.
const ROUNDER: f64 = 6_755_399_441_055_744.0;
/// How far below a whole step a quotient may fall by the errors of floats alone. Two numbers of last
/// decimals never come closer than this: a step is at most ten of 100 000 000.
const SLACK: f64 = 1e-9;

impl WholePositions {
    /// `smallest` in årsverk, above zero.
    pub(super) fn new(smallest: f64, hours_per_fte: f64) -> Self {
        Self {
            per_last_decimal: LAST_DECIMALS / hours_per_fte,
            step: smallest * LAST_DECIMALS,
            step_hours: smallest * hours_per_fte,
        }
    }

    /// The hours that can really be taken out of `hours` of a year; sums below zero are left as they are.
    pub(super) fn taken(self, hours: f64) -> f64 {
        if hours < 0.0 {
            return hours;
        }
        let steps = nearest(hours * self.per_last_decimal) / self.step;
        let whole = nearest(steps);
        let whole = if whole - steps > SLACK { whole - 1.0 } else { whole };
        whole * self.step_hours
    }
}

fn nearest(number: f64) -> f64 {
    (number + ROUNDER) - ROUNDER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_cut_down_to_whole_steps() {
        let positions = WholePositions::new(0.2, 1750.0);
        let taken = |hours| positions.taken(hours);
        assert_eq!([taken(0.0), taken(349.9), taken(350.0), taken(3158.26)], [0.0, 0.0, 350.0, 3150.0]);
        assert_eq!(taken(-12.5), -12.5);
        assert!(taken(f64::NAN).is_nan());
    }

    #[test]
    fn a_share_that_is_a_whole_step_is_not_lost_to_the_errors_of_floats() {
        for (smallest, hours_per_fte) in
            [(0.1, 1695.0), (0.2, 1750.0), (0.25, 1740.5), (0.05, 1607.3), (0.125, 1750.0)]
        {
            let positions = WholePositions::new(smallest, hours_per_fte);
            for steps in 0..2_000_u32 {
                let hours = f64::from(steps) * smallest * hours_per_fte;
                let taken = positions.taken(hours);
                assert!((taken - hours).abs() < 1e-6, "{steps} steps of {smallest}: {taken}");
                // A whole hundred-millionth less is a step less.
                let less = positions.taken(hours - 1.1e-8 * hours_per_fte);
                let expected =
                    if steps == 0 { -1.1e-8 * hours_per_fte } else { hours - smallest * hours_per_fte };
                assert!((less - expected).abs() < 1e-6, "just under {steps} steps of {smallest}: {less}");
            }
        }
    }
}

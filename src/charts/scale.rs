//! From an amount to a place on an axis.

use crate::units::{Decimal, round};

/// An axis from one amount to another, drawn between two places.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    from: Decimal,
    length: Decimal,
    begin: i32,
    end: i32,
}

impl Scale {
    /// An axis that holds all the amounts; none where there are none.
    pub(super) fn over(amounts: impl IntoIterator<Item = Decimal>, begin: i32, end: i32) -> Option<Self> {
        let mut ends: Option<(Decimal, Decimal)> = None;
        for amount in amounts {
            ends = Some(ends.map_or((amount, amount), |(low, high)| (low.min(amount), high.max(amount))));
        }
        let (from, to) = ends?;
        Some(Self { from, length: to.checked_sub(from)?, begin, end })
    }

    /// The place of an amount, at the nearest end where it lies outside; the middle of an axis without length.
    pub(super) fn at(self, amount: Decimal) -> i32 {
        let room = self.end.saturating_sub(self.begin);
        let part = amount.checked_sub(self.from).and_then(|part| part.checked_div(self.length));
        let Some(part) = part else { return self.begin.saturating_add(room / 2) };
        let part = part.clamp(Decimal::ZERO, Decimal::ONE);
        let steps = part.checked_mul(Decimal::from(room)).map(|steps| round(steps, 0));
        self.begin.saturating_add(steps.and_then(|steps| i32::try_from(steps).ok()).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn amounts_lie_between_the_ends_and_never_outside() {
        let scale = Scale::over(["-10", "30"].map(number), 100, 500).unwrap();
        let placed = ["-10", "0", "30", "99", "-99"].map(|amount| scale.at(number(amount)));
        assert_eq!(placed, [100, 200, 500, 500, 100]);
    }

    #[test]
    fn an_axis_may_run_upwards_and_may_have_no_length() {
        let upwards = Scale::over(["0", "4"].map(number), 400, 0).unwrap();
        assert_eq!([upwards.at(number("0")), upwards.at(number("1"))], [400, 300]);
        assert_eq!(Scale::over([number("7")], 0, 100).unwrap().at(number("7")), 50);
        assert!(Scale::over([], 0, 100).is_none());
        assert!(Scale::over([Decimal::MAX, Decimal::MIN], 0, 100).is_none());
    }
}

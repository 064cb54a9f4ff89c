//! Figures as strings: exact, rounded half away from zero, without exponent or trailing zeros.

use crate::units::{Decimal, Fte, Hours, Kroner, MONEY_DECIMALS, RATIO_DECIMALS, round};
use serde::{Serialize, Serializer};

/// kroner with up to 8 decimals: `"998172.4"`.
pub(super) fn kroner(amount: Kroner) -> String {
    plain(amount.value(), MONEY_DECIMALS)
}

/// Hours with up to 8 decimals.
pub(super) fn hours(hours: Hours) -> String {
    plain(hours.value(), MONEY_DECIMALS)
}

/// årsverk with up to 8 decimals.
pub(super) fn fte(fte: Fte) -> String {
    plain(fte.value(), MONEY_DECIMALS)
}

/// An amount of a frame, kroner or årsverk, with up to 8 decimals.
pub(super) fn plain_amount(amount: Decimal) -> String {
    plain(amount, MONEY_DECIMALS)
}

/// Ratios, shares, factors and years of payback with up to 9 decimals.
pub(super) fn ratio(value: Decimal) -> String {
    plain(value, RATIO_DECIMALS)
}

fn plain(value: Decimal, decimals: u32) -> String {
    exact(value, decimals).to_string()
}

fn exact(value: Decimal, decimals: u32) -> Decimal {
    let rounded = round(value, decimals).normalize();
    if rounded.is_zero() { Decimal::ZERO } else { rounded }
}

/// An amount that becomes a string only as it is written: for what there is very much of.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figure(Decimal);

impl From<Kroner> for Figure {
    fn from(amount: Kroner) -> Self {
        Self(exact(amount.value(), MONEY_DECIMALS))
    }
}

impl From<Fte> for Figure {
    fn from(amount: Fte) -> Self {
        Self(exact(amount.value(), MONEY_DECIMALS))
    }
}

impl Serialize for Figure {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        kroner(Kroner::new(Decimal::from_str_exact(text).unwrap()))
    }

    #[test]
    fn figures_are_exact_and_have_no_more_digits_than_they_need() {
        assert_eq!(shown("998172.40"), "998172.4");
        assert_eq!(shown("1000000"), "1000000");
        assert_eq!(shown("-0.000000005"), "-0.00000001");
        assert_eq!(shown("-0.000000004"), "0");
        let written =
            |text| serde_json::to_string(&Figure::from(Kroner::new(Decimal::from_str_exact(text).unwrap())));
        for text in ["998172.40", "-0.000000005", "-0.000000004", "0", "-12"] {
            assert_eq!(written(text).unwrap(), format!("\"{}\"", shown(text)));
        }
        assert_eq!(ratio(Decimal::from_str_exact("0.1834567896").unwrap()), "0.18345679");
    }
}

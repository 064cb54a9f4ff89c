//! Figures as strings: exact, rounded half away from zero, without exponent or trailing zeros.

use crate::units::{Decimal, Fte, Hours, Kroner, MONEY_DECIMALS, RATIO_DECIMALS, round};

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
    let rounded = round(value, decimals).normalize();
    if rounded.is_zero() { "0".to_owned() } else { rounded.to_string() }
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
        assert_eq!(ratio(Decimal::from_str_exact("0.1834567896").unwrap()), "0.18345679");
    }
}

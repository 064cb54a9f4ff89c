//! Exact decimals as the whole parts of 10⁻⁸ that a [`super::Problem`] counts in, and back.

use crate::units::{Decimal, Kroner, Overflow};

/// Decimals of a part.
const DECIMALS: u32 = 8;

/// The largest amount that is weighed, in parts: 10²⁵ kroner. Sums of a hundred thousand of them fit.
pub(super) const MOST: i128 = 10_i128.pow(33);

/// Which way an amount with more decimals than a part is rounded.
#[derive(Debug, Clone, Copy)]
pub(super) enum Towards {
    /// Never too little: what is used, what is demanded.
    Up,
    /// Never too much: what there is room for, what is saved.
    Down,
    /// Half away from zero: what is only compared.
    Nearest,
}

/// An amount as whole parts.
///
/// # Errors
/// [`Overflow`] above 10²⁵ either way.
pub(super) fn parts(value: Decimal, towards: Towards) -> Result<i128, Overflow> {
    let (mantissa, scale) = (value.mantissa(), value.scale());
    let whole = match scale.checked_sub(DECIMALS) {
        None => mantissa.checked_mul(10_i128.pow(DECIMALS.saturating_sub(scale))),
        Some(surplus) => rounded(mantissa, 10_i128.pow(surplus), towards),
    };
    whole.filter(|parts| parts.abs() <= MOST).ok_or(Overflow)
}

fn rounded(mantissa: i128, unit: i128, towards: Towards) -> Option<i128> {
    let down = mantissa.checked_div_euclid(unit)?;
    let rest = mantissa.checked_rem_euclid(unit)?;
    let up = down.checked_add(i128::from(rest != 0))?;
    Some(match towards {
        Towards::Up => up,
        Towards::Down => down,
        Towards::Nearest => {
            let twice = rest.checked_mul(2)?;
            let is_up = if mantissa < 0 { twice > unit } else { twice >= unit };
            if is_up { up } else { down }
        }
    })
}

/// Whole parts as an amount.
///
/// # Errors
/// [`Overflow`] when it does not fit in 28 digits.
pub(super) fn amount(parts: i128) -> Result<Decimal, Overflow> {
    Decimal::try_from_i128_with_scale(parts, DECIMALS).map(|amount| amount.normalize()).map_err(|_| Overflow)
}

/// Whole parts as kroner.
///
/// # Errors
/// As for [`amount`].
pub(super) fn kroner(parts: i128) -> Result<Kroner, Overflow> {
    amount(parts).map(Kroner::new)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str) -> Decimal {
        Decimal::from_str_exact(text).unwrap()
    }

    #[test]
    fn what_has_no_more_decimals_than_a_part_is_exact_whichever_way() {
        for towards in [Towards::Up, Towards::Down, Towards::Nearest] {
            assert_eq!(parts(exact("1.2"), towards), Ok(120_000_000));
            assert_eq!(parts(exact("-0.00000001"), towards), Ok(-1));
        }
        assert_eq!(amount(120_000_000), Ok(exact("1.2")));
    }

    #[test]
    fn more_decimals_are_rounded_the_way_that_never_breaks_a_frame() {
        for (text, up, down, nearest) in
            [("0.000000015", 2, 1, 2), ("-0.000000015", -1, -2, -2), ("0.000000011", 2, 1, 1)]
        {
            assert_eq!(parts(exact(text), Towards::Up), Ok(up));
            assert_eq!(parts(exact(text), Towards::Down), Ok(down));
            assert_eq!(parts(exact(text), Towards::Nearest), Ok(nearest));
        }
    }

    #[test]
    fn what_cannot_be_summed_safely_is_refused() {
        assert_eq!(parts(Decimal::MAX, Towards::Up), Err(Overflow));
        assert_eq!(parts(Decimal::MIN, Towards::Down), Err(Overflow));
        assert_eq!(parts(exact("10000000000000000000000000"), Towards::Up), Ok(MOST));
    }
}

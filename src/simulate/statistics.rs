//! What many draws have in common. Sums are taken in the order of the draws, so that they always
//! come to the same bits.

use crate::units::{Decimal, Kroner, MONEY_DECIMALS, RATIO_DECIMALS, round};

/// Draws in order of size, each with its own number.
#[derive(Debug)]
pub(super) struct Sorted {
    by_size: Vec<(f64, u32)>,
}

impl Sorted {
    pub(super) fn of(values: &[f64]) -> Self {
        let mut by_size: Vec<(f64, u32)> = values.iter().copied().zip(0_u32..).collect();
        by_size.sort_unstable_by(|(a, _), (b, _)| a.total_cmp(b));
        Self { by_size }
    }

    /// The smallest value that at least this many per cent of the draws are not above: nearest rank.
    pub(super) fn percentile(&self, per_cent: usize) -> f64 {
        self.by_size.get(place_of(per_cent, self.by_size.len())).map_or(0.0, |(value, _)| *value)
    }

    /// How many are below a value.
    pub(super) fn below(&self, value: f64) -> usize {
        self.by_size.partition_point(|(other, _)| *other < value)
    }

    /// The rank of each draw from the middle, in the order drawn; equal draws share their mean rank.
    pub(super) fn ranks(&self) -> Vec<f64> {
        shared_ranks(&self.by_size, |(a, _), (b, _)| a == b, |(_, draw)| u64::from(*draw))
    }
}

/// P10, P50 and P90 by nearest rank, without putting all draws in order.
pub(super) fn percentiles(draws: &[f64]) -> [f64; 3] {
    let mut draws = draws.to_vec();
    [10, 50, 90].map(|per_cent| {
        let place = place_of(per_cent, draws.len());
        if place < draws.len() { *draws.select_nth_unstable_by(place, f64::total_cmp).1 } else { 0.0 }
    })
}

/// Where the nearest rank of a percentile is among draws in order, from 0.
pub fn place_of(per_cent: usize, draws: usize) -> usize {
    draws.saturating_mul(per_cent).div_ceil(100).saturating_sub(1)
}

/// Ranks from the middle of draws that lie between two bounds, in the order drawn. Draws that agree
/// to 32 bits of the way between the bounds share their mean rank; that is quicker than [`Sorted`].
pub(super) fn ranks_within(draws: &[f64], low: f64, high: f64) -> Vec<f64> {
    let scale = WAY / (high - low);
    // Adding 2^52 leaves the whole number in the last bits.
    let way = |draw: f64| ((draw - low) * scale + 4_503_599_627_370_496.0).to_bits() & 0xffff_ffff;
    let mut by_size: Vec<u64> =
        draws.iter().zip(0_u64..).map(|(draw, place)| (way(*draw) << 32) | place).collect();
    by_size.sort_unstable();
    shared_ranks(&by_size, |a, b| a >> 32 == b >> 32, |draw| draw & 0xffff_ffff)
}

/// The rank from the middle of each draw, by its number; those that are equal share their mean rank.
fn shared_ranks<T>(by_size: &[T], is_equal: impl Fn(&T, &T) -> bool, number: impl Fn(&T) -> u64) -> Vec<f64> {
    let middle = (count(by_size.len()) + 1.0) / 2.0;
    let mut ranks = vec![0.0; by_size.len()];
    let mut before = 0_usize;
    for equal in by_size.chunk_by(is_equal) {
        let rank = count(before) + (count(equal.len()) + 1.0) / 2.0 - middle;
        for draw in equal {
            let place = usize::try_from(number(draw)).ok().and_then(|draw| ranks.get_mut(draw));
            if let Some(place) = place {
                *place = rank;
            }
        }
        before = before.saturating_add(equal.len());
    }
    ranks
}

/// The last of 32 bits' whole numbers.
const WAY: f64 = 4_294_967_295.0;

/// Squared rank correlation (Spearman, equal draws sharing their mean rank) of two columns, given
/// as ranks from the middle; 0 where either never varies.
pub(super) fn squared_correlation(one: &[f64], other: &[f64]) -> f64 {
    let product = |one: &[f64], other: &[f64]| one.iter().zip(other).map(|(a, b)| a * b).sum::<f64>();
    let (together, apart) = (product(one, other), product(one, one) * product(other, other));
    if apart > 0.0 { together * together / apart } else { 0.0 }
}

/// Mean, and standard deviation with n − 1.
pub(super) fn mean_and_deviation(values: &[f64]) -> (f64, f64) {
    let mean = values.iter().sum::<f64>() / count(values.len()).max(1.0);
    let squares: f64 = values.iter().map(|value| (value - mean) * (value - mean)).sum();
    (mean, (squares / (count(values.len()) - 1.0).max(1.0)).sqrt())
}

/// A count as a float; exact up to 4 thousand million.
pub(super) fn count(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// Kroner again, to 8 decimals. Amounts here are within what a decimal holds.
pub(super) fn kroner(value: f64) -> Kroner {
    Kroner::new(decimal(value, MONEY_DECIMALS))
}

/// A share or another ratio, to 9 decimals.
pub(super) fn ratio(value: f64) -> Decimal {
    decimal(value, RATIO_DECIMALS)
}

fn decimal(value: f64, decimals: u32) -> Decimal {
    let slowly = || round(Decimal::from_f64_retain(value).unwrap_or_default(), decimals);
    exactly(value, decimals).unwrap_or_else(slowly).normalize()
}

/// The bits of a float's fraction, and the one before them that is not written.
const FRACTION: u64 = (1 << 52) - 1;
const UNWRITTEN: u64 = 1 << 52;
/// The exponent, as written, of a float whose last bit is worth 1.
const WHOLE: u64 = 1_075;

/// The same in whole numbers, which is ten times as quick: the float is a whole number over 2 to the power of
/// `below`. None where it is 0, tiny or huge.
fn exactly(value: f64, decimals: u32) -> Option<Decimal> {
    let bits = value.abs().to_bits();
    let below =
        u32::try_from(WHOLE.checked_sub(bits >> 52)?).ok().filter(|below| (1..=120).contains(below))?;
    let scaled = i128::from((bits & FRACTION) | UNWRITTEN).checked_mul(10_i128.checked_pow(decimals)?)?;
    let rounded = scaled.checked_add(1 << below.checked_sub(1)?)? >> below;
    let signed = if value.is_sign_negative() { rounded.checked_neg()? } else { rounded };
    Decimal::try_from_i128_with_scale(signed, decimals).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_the_nearest_rank() {
        let tenths: Vec<f64> = (1..=10).rev().map(f64::from).collect();
        assert_eq!(percentiles(&tenths), [1.0, 5.0, 9.0]);
        let seven = [7.0, 2.0, 3.0, 1.0, 5.0, 6.0, 4.0];
        assert_eq!(percentiles(&seven), [1.0, 4.0, 7.0]);
        assert_eq!([10, 50, 90].map(|per_cent| Sorted::of(&seven).percentile(per_cent)), [1.0, 4.0, 7.0]);
    }

    #[test]
    fn mean_and_deviation_are_those_of_a_sample() {
        assert_eq!(
            mean_and_deviation(&[2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0]),
            (5.0, (32.0_f64 / 7.0).sqrt())
        );
        assert_eq!(mean_and_deviation(&[3.0, 3.0, 3.0]), (3.0, 0.0));
    }

    #[test]
    fn rank_correlation_counts_order_alone_and_shares_ranks_among_equals() {
        let ranks = |values: &[f64]| Sorted::of(values).ranks();
        assert_eq!(ranks(&[10.0, 30.0, 20.0, 20.0]), [-1.5, 1.5, 0.0, 0.0]);
        let cubes = ranks(&[1.0, 8.0, 27.0, 64.0]);
        assert_eq!(squared_correlation(&cubes, &ranks(&[1.0, 2.0, 3.0, 4.0])), 1.0);
        assert_eq!(squared_correlation(&cubes, &ranks(&[4.0, 3.0, 2.0, 1.0])), 1.0);
        assert_eq!(squared_correlation(&cubes, &ranks(&[7.0, 7.0, 7.0, 7.0])), 0.0);
        // ρ = 1 − 6·Σd² ÷ (n·(n² − 1)) = 1 − 6·2 ÷ 60 without equals.
        let swapped = squared_correlation(&cubes, &ranks(&[2.0, 1.0, 3.0, 4.0]));
        assert!((swapped - 0.64).abs() < 1e-15, "{swapped}");
    }

    #[test]
    fn ranks_between_bounds_are_those_of_the_draws() {
        let draws: Vec<f64> =
            (0..1_000_u32).map(|k| f64::from(k.wrapping_mul(7_919) % 1_009) / 1_009.0 * 7.0 - 3.0).collect();
        assert_eq!(ranks_within(&draws, -3.0, 4.0), Sorted::of(&draws).ranks());
        assert_eq!(ranks_within(&[2.0, 1.0, 2.0, 3.0], 1.0, 3.0), [0.0, -1.5, 0.0, 1.5]);
    }

    #[test]
    fn amounts_are_decimals_again_rounded_half_away_from_zero() {
        assert_eq!(kroner(0.001_953_125).value().to_string(), "0.00195313");
        assert_eq!(kroner(-0.001_953_125).value().to_string(), "-0.00195313");
        assert_eq!(kroner(1e-300).value().to_string(), "0");
        assert_eq!(kroner(1e18).value().to_string(), "1000000000000000000");
        assert_eq!(kroner(-0.0).value().to_string(), "0");
        assert_eq!(ratio(0.1).to_string(), "0.1");
    }

    #[test]
    fn the_quick_way_to_a_decimal_comes_to_what_the_slow_one_does() {
        let slowly = |value: f64, decimals| {
            round(Decimal::from_f64_retain(value).expect("within what a decimal holds"), decimals)
        };
        for power in -40_i32..58 {
            for part in [1.0, 1.1, 4.0 / 3.0, 1.999_999_999_999, -1.5, -1.234_567_890_123] {
                let value = part * 2.0_f64.powi(power);
                for decimals in [MONEY_DECIMALS, RATIO_DECIMALS] {
                    let quick = exactly(value, decimals);
                    assert!(quick.is_some() || value.abs() >= 4.0e15, "{value}");
                    assert!(quick.is_none_or(|quick| quick == slowly(value, decimals)), "{value}");
                }
            }
        }
    }
}

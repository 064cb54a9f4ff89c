//! Whole positions: working time taken out becomes money only in whole steps of minste_stilling.

use super::appraisal::TooLittle;
use super::row_flow::RowFlow;
use crate::model::{BudgetLine, Organisation};
use crate::units::{Hours, Overflow, Share, WHOLE_POSITION_DECIMALS, Year};
use std::collections::BTreeSet;

/// Decimals of an hour a shared-back part is rounded to: few enough that parts of a hundred million
/// årsverk still add up to the whole exactly in 28 digits, far too many to be seen in a krone.
const PART_DECIMALS: u32 = 16;

/// The hours of one row, year and budget line that are to be taken out, and what whole positions
/// leave of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Claim<'a> {
    /// ansvar; none where no budsjettpost is given, which counts as one ansvar of its own.
    unit: Option<&'a str>,
    position: Option<&'a str>,
    year: Year,
    /// Which row, which of its years, and which of its budget lines.
    pub(super) row: usize,
    pub(super) slot: usize,
    pub(super) line: Option<usize>,
    /// Whether every hour less is money, as on the arts of hours bought one by one.
    by_the_hour: bool,
    hours: Hours,
    /// The hours that can really be taken out.
    pub(super) taken: Hours,
}

impl<'a> Claim<'a> {
    fn pool(&self) -> (Option<&'a str>, Option<&'a str>, Year) {
        (self.unit, self.position, self.year)
    }
}

/// The claims of all rows, each cut down to whole positions: summed per ansvar, stilling and year,
/// rounded down to a multiple of minste_stilling, and shared back on hours so that the parts add up
/// to the whole exactly. Hours bought one by one are left as they are. In the order of rows, years and lines.
pub(super) fn whole_positions<'a>(
    flows: &[RowFlow<'a>],
    organisation: &Organisation,
) -> Result<Vec<Claim<'a>>, Overflow> {
    let mut claims = Vec::new();
    for (row, flow) in flows.iter().enumerate() {
        if flow.row.takes_whole_positions() {
            claim(row, flow, &mut claims)?;
        }
    }
    if organisation.smallest_position.is_positive() {
        claims.sort_by_key(|claim| (claim.by_the_hour, claim.pool()));
        let positions = claims.partition_point(|claim| !claim.by_the_hour);
        let positions = claims.get_mut(..positions).unwrap_or_default();
        for pool in positions.chunk_by_mut(|one, other| one.pool() == other.pool()) {
            share_back(pool, organisation)?;
        }
        claims.sort_by_key(|claim| (claim.row, claim.slot, claim.line));
    }
    Ok(claims)
}

/// What claims of one year ask to take out of positions all in all; none where nothing is asked.
pub(super) fn too_little(claims: &[Claim<'_>], hours_per_fte: Hours) -> Result<Option<TooLittle>, Overflow> {
    let of_positions = || claims.iter().filter(|claim| !claim.by_the_hour && !claim.hours.is_zero());
    let all = Hours::sum(of_positions().map(|claim| claim.hours))?;
    if !all.is_positive() {
        return Ok(None);
    }
    let pools: BTreeSet<_> = of_positions().map(Claim::pool).collect();
    Ok(Some(TooLittle { fte: all.as_fte(hours_per_fte)?, is_split: pools.len() > 1 }))
}

/// What falls on one budget line of a row: its place among the lines (none where the row has none).
pub(super) type OnLine<T> = (Option<usize>, T);

/// Splits a whole by `andel`; the last line has the rest, so nothing is lost.
pub(super) fn by_line<T: Copy>(
    lines: &[BudgetLine],
    whole: T,
    share: fn(T, Share) -> Result<T, Overflow>,
    minus: fn(T, T) -> Result<T, Overflow>,
) -> Result<Vec<OnLine<T>>, Overflow> {
    let Some((_, first)) = lines.split_last() else { return Ok(vec![(None, whole)]) };
    let mut left = whole;
    let mut parts = Vec::with_capacity(lines.len());
    for (line, post) in first.iter().enumerate() {
        let part = share(whole, post.share)?;
        left = minus(left, part)?;
        parts.push((Some(line), part));
    }
    parts.push((Some(first.len()), left));
    Ok(parts)
}

/// What a row asks to take out, line by line.
fn claim<'a>(row: usize, flow: &RowFlow<'a>, claims: &mut Vec<Claim<'a>>) -> Result<(), Overflow> {
    let position = flow.row.position;
    let lines = flow.row.lines;
    for (slot, at) in flow.years.iter().enumerate().filter(|(_, at)| !at.own_hours.is_zero()) {
        for (line, hours) in by_line(lines, at.own_hours, Hours::share, Hours::minus)? {
            let post = line.and_then(|line| lines.get(line));
            let unit = post.map(|post| post.unit.as_str());
            let by_the_hour = post.is_some_and(BudgetLine::is_bought_by_the_hour);
            let year = at.year;
            claims.push(Claim { unit, position, year, row, slot, line, by_the_hour, hours, taken: hours });
        }
    }
    Ok(())
}

/// Cuts one pool down and shares the whole part back pro rata; the last one has what is left.
fn share_back(pool: &mut [Claim<'_>], organisation: &Organisation) -> Result<(), Overflow> {
    let all = Hours::sum(pool.iter().map(|claim| claim.hours))?;
    if all.is_negative() {
        return Ok(());
    }
    let whole = whole_hours(all, organisation.rules.hours_per_fte, organisation.smallest_position)?;
    let mut left = whole;
    if let Some((last, others)) = pool.split_last_mut() {
        for claim in others {
            let part =
                if all.is_zero() { all } else { claim.hours.times(whole.value())?.over(all.value())? };
            claim.taken = part.rounded(PART_DECIMALS);
            left.subtract(claim.taken)?;
        }
        last.taken = left;
    }
    Ok(())
}

/// Hours of a year, down to what whole positions amount to.
fn whole_hours(hours: Hours, hours_per_fte: Hours, step: Share) -> Result<Hours, Overflow> {
    let fte = hours.as_fte(hours_per_fte)?.rounded(WHOLE_POSITION_DECIMALS);
    fte.down_to_multiple_of(step)?.as_hours(hours_per_fte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Decimal;

    fn hours(text: &str) -> Hours {
        Hours::new(Decimal::from_str_exact(text).unwrap())
    }

    fn step(text: &str) -> Share {
        Share::new(Decimal::from_str_exact(text).unwrap())
    }

    #[test]
    fn half_of_the_nights_saved_are_one_point_eight_positions() {
        let taken = hours("3158.26388889");
        assert_eq!(whole_hours(taken, hours("1750"), step("0.2")), Ok(hours("3150")));
    }

    #[test]
    fn a_hair_below_a_whole_step_is_the_step() {
        let almost = hours("349.9999999999");
        assert_eq!(whole_hours(almost, hours("1750"), step("0.2")), Ok(hours("350")));
        assert_eq!(whole_hours(hours("349.9"), hours("1750"), step("0.2")), Ok(Hours::ZERO));
    }
}

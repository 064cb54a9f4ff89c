//! Working time to be taken out of a position on a unit: what whole positions are counted of.

use super::priced::{PricedBenefit, priced_benefits};
use crate::checks::prelude::*;
use crate::units::{Hours, Overflow, Share, WHOLE_POSITION_DECIMALS};

/// The time of every gain that takes out of one position on one unit.
#[derive(Debug, Clone)]
pub(super) struct Pool<'a> {
    /// ansvar; none where no budsjettpost is given.
    unit: Option<&'a str>,
    /// stilling
    position: Option<&'a str>,
    /// Where the first gain says how much is taken out.
    pub(super) place: Span,
    /// At full effect (no year), and then each year.
    pub(super) times: Vec<(Option<Year>, Time)>,
}

/// Working time of a year, both ways.
#[derive(Debug, Clone, Copy)]
pub(super) struct Time {
    pub(super) hours: Hours,
    /// Rounded as it is before it is cut down.
    pub(super) fte: Fte,
}

impl Pool<'_> {
    /// Whether a year, or full effect, takes out less than a part of a position.
    pub(super) fn falls_short(&self, smallest: Share) -> bool {
        let step = Fte::new(smallest.value());
        self.times.iter().any(|(_, time)| time.fte.is_positive() && time.fte < step)
    }

    /// «stillingen «pleier» på ansvar 3210»; without a name where the time is of no position.
    pub(super) fn shown(&self) -> Text {
        let position = match self.position.map(wording::shown) {
            Some(position) => {
                text!(nb: "stillingen «{position}»", nn: "stillinga «{position}»", en: "the position “{position}”")
            }
            None => text!(nb: "en stilling", nn: "ei stilling", en: "a position"),
        };
        match self.unit.map(wording::shown) {
            Some(unit) => text!(
                nb: "{position} på ansvar {unit}", nn: "{position} på ansvar {unit}",
                en: "{position} on ansvar {unit}";
                position, unit
            ),
            None => position,
        }
    }
}

/// The hours of one gain to be taken out of a position on a unit: in a year, or at full effect.
#[derive(Debug, Clone, Copy)]
struct Claim<'a> {
    unit: Option<&'a str>,
    position: Option<&'a str>,
    /// None at full effect, which sorts before the years.
    year: Option<Year>,
    hours: Hours,
    benefit: usize,
}

/// The pools of a case; none where whole positions are turned off, or a sum does not fit.
pub(super) fn pools<'a>(facts: &CaseFacts<'a>) -> Vec<Pool<'a>> {
    if !facts.organisation.smallest_position.is_positive() {
        return Vec::new();
    }
    all(facts).unwrap_or_default()
}

fn all<'a>(facts: &CaseFacts<'a>) -> Result<Vec<Pool<'a>>, Overflow> {
    let benefits = priced_benefits(facts);
    let mut claims = Vec::new();
    for (place, benefit) in benefits.iter().enumerate().filter(|(_, benefit)| takes_positions(benefit)) {
        claim(place, benefit, &mut claims)?;
    }
    claims.sort_by_key(|claim| (claim.unit, claim.position, claim.year));
    let mut pools = Vec::new();
    for of_pool in claims.chunk_by(|one, other| (one.unit, one.position) == (other.unit, other.position)) {
        let Some(first) = of_pool.first() else { continue };
        let Some(written) = benefits.get(first.benefit).map(|benefit| benefit.written) else { continue };
        let by_year = of_pool.chunk_by(|one, other| one.year == other.year);
        let times: Result<Vec<_>, Overflow> = by_year.map(|together| time(together, facts)).collect();
        let place = written.take_out.span().unwrap_or(written.span);
        pools.push(Pool { unit: first.unit, position: first.position, place, times: times? });
    }
    Ok(pools)
}

fn time(together: &[Claim<'_>], facts: &CaseFacts<'_>) -> Result<(Option<Year>, Time), Overflow> {
    let hours = Hours::sum(together.iter().map(|claim| claim.hours))?;
    let fte = hours.as_fte(facts.organisation.rules.hours_per_fte)?.rounded(WHOLE_POSITION_DECIMALS);
    Ok((together.first().and_then(|claim| claim.year), Time { hours, fte }))
}

/// The organisation's own time, out of today's budget.
fn takes_positions(benefit: &PricedBenefit<'_>) -> bool {
    let row = benefit.benefit;
    row.is_taken_out() && row.transfer.is_none() && benefit.full.hours.is_some()
}

fn claim<'a>(place: usize, benefit: &PricedBenefit<'a>, claims: &mut Vec<Claim<'a>>) -> Result<(), Overflow> {
    let row = benefit.benefit;
    let cells = benefit.value.map_or(&[][..], |value| value.cells.as_slice());
    let by_year = cells.iter().filter_map(|cell| Some((Some(cell.year), cell.hours?)));
    let at_full = benefit.full.hours.map(|hours| (None, hours));
    for (year, hours) in at_full.into_iter().chain(by_year) {
        let hours = hours.share(row.take_out)?;
        let mut add = |unit, hours| {
            claims.push(Claim { unit, position: row.position.as_deref(), year, hours, benefit: place });
        };
        if row.budget_lines.is_empty() {
            add(None, hours);
        }
        for line in row.budget_lines.iter().filter(|line| !line.is_bought_by_the_hour()) {
            add(Some(line.unit.as_str()), hours.share(line.share)?);
        }
    }
    Ok(())
}

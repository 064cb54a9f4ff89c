//! Rows laid out over the years: levetid, innfasing, lists, calendar years, and what is taken out.

use super::Failure;
use super::positions::{Claim, whole_positions};
use super::pricing::{Priced, Row, Timed};
use crate::model::{Organisation, Schedule};
use crate::units::{Hours, Kroner, Overflow, Share, Year};

/// A row, year by year, in constant prices of the budget year.
#[derive(Debug, Clone)]
pub(super) struct RowFlow<'a> {
    pub(super) row: Row<'a>,
    pub(super) years: Vec<RowYear>,
}

/// One year of a row, unsigned as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct RowYear {
    pub(super) year: Year,
    /// The whole effect, after innfasing.
    pub(super) amount: Priced,
    /// Kroner taken out or paid out.
    pub(super) own: Kroner,
    /// Hours taken out or paid out.
    pub(super) own_hours: Hours,
}

/// All rows over their years, with whole positions taken out, and the claims behind them.
pub(super) fn lay_out<'a>(
    rows: Vec<Row<'a>>,
    schedule: Schedule,
    organisation: &Organisation,
) -> Result<(Vec<RowFlow<'a>>, Vec<Claim<'a>>), Failure> {
    let flows = rows.into_iter().map(|row| {
        let name = row.name;
        RowFlow::new(row, schedule).map_err(Failure::too_large(name))
    });
    take_out(flows.collect::<Result<_, _>>()?, organisation)
}

/// All rows at full effect, each as the one year `year`, with whole positions taken out.
pub(super) fn at_full_effect<'a>(
    rows: Vec<Row<'a>>,
    life: Option<u16>,
    organisation: &Organisation,
) -> Result<Vec<RowFlow<'a>>, Failure> {
    let year = organisation.budget_year;
    let flows = rows.into_iter().filter_map(|row| {
        let amount = row.full_effect(life)?;
        let at = row_year(&row, year, amount).map_err(Failure::too_large(row.name));
        Some(at.map(|at| RowFlow { row, years: vec![at] }))
    });
    take_out(flows.collect::<Result<_, _>>()?, organisation).map(|(flows, _)| flows)
}

/// Puts what whole positions leave in place of what was asked for.
fn take_out<'a>(
    mut flows: Vec<RowFlow<'a>>,
    organisation: &Organisation,
) -> Result<(Vec<RowFlow<'a>>, Vec<Claim<'a>>), Failure> {
    let claims = whole_positions(&flows, organisation)?;
    for claimed in claims.chunk_by(|one, other| (one.row, one.slot) == (other.row, other.slot)) {
        let hours = Hours::sum(claimed.iter().map(|claim| claim.taken))?;
        let Some(flow) = claimed.first().and_then(|claim| flows.get_mut(claim.row)) else { continue };
        let own = flow.row.cost_of(hours).map_err(Failure::too_large(flow.row.name))?;
        if let Some(at) = claimed.first().and_then(|claim| flow.years.get_mut(claim.slot)) {
            at.own_hours = hours;
            at.own = own;
        }
    }
    Ok((flows, claims))
}

impl<'a> RowFlow<'a> {
    fn new(row: Row<'a>, schedule: Schedule) -> Result<Self, Overflow> {
        let life = row.life.unwrap_or(schedule.life);
        let calendar = |k: u16| schedule.start.later(k);
        let years = match &row.amounts {
            Timed::Single(amount) if row.is_one_off() => vec![row_year(&row, schedule.start, *amount)?],
            Timed::Single(amount) => phased(&row, *amount, schedule.start, life)?,
            Timed::ByCaseYear(values) => {
                // One-off costs are 0 after the last value; for the rest the last value holds.
                let holding = values.last().filter(|_| !row.is_one_off());
                let held = values.iter().chain(std::iter::repeat_n(holding, usize::from(life)).flatten());
                let years = (0..life).zip(held).map(|(k, value)| row_year(&row, calendar(k), *value));
                years.collect::<Result<_, _>>()?
            }
            Timed::ByCalendarYear(values) => {
                let years = values.iter().map(|(year, value)| row_year(&row, *year, *value));
                years.collect::<Result<_, _>>()?
            }
        };
        Ok(Self { row, years })
    }
}

/// The same amount every year of life, times innfasing; the last share holds, none is the whole.
fn phased(row: &Row<'_>, amount: Priced, start: Year, life: u16) -> Result<Vec<RowYear>, Overflow> {
    let mut years: Vec<RowYear> = Vec::with_capacity(usize::from(life));
    let shares = row.phase_in.iter().copied().map(Some).chain(std::iter::repeat(None));
    for (k, share) in (0..life).zip(shares) {
        let year = start.later(k);
        let same = years.last().map(|before| RowYear { year, ..*before });
        years.push(match (share, same) {
            (None, Some(same)) => same,
            (share, _) => row_year(row, year, amount.share(share.unwrap_or(Share::WHOLE))?)?,
        });
    }
    Ok(years)
}

fn row_year(row: &Row<'_>, year: Year, amount: Priced) -> Result<RowYear, Overflow> {
    let own_hours = amount.hours.unwrap_or_default().share(row.own_share)?;
    let own = match (amount.hours, amount.money) {
        (Some(_), _) => row.cost_of(own_hours)?,
        (None, money) => money.unwrap_or_default().share(row.own_share)?,
    };
    Ok(RowYear { year, amount, own, own_hours })
}

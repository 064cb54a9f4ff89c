//! All rows over the years, with what whole positions leave of them.

use super::failure::Failure;
use super::positions::{Claim, whole_positions};
use super::pricing::Row;
use super::row_flow::{RowFlow, row_year};
use crate::model::{Organisation, Schedule};
use crate::units::Hours;

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

/// All rows at full effect, each as the one year `year`, with whole positions taken out, and the claims behind them.
pub(super) fn at_full_effect<'a>(
    rows: Vec<Row<'a>>,
    life: Option<u16>,
    organisation: &Organisation,
) -> Result<(Vec<RowFlow<'a>>, Vec<Claim<'a>>), Failure> {
    let year = organisation.budget_year;
    let flows = rows.into_iter().filter_map(|row| {
        let amount = row.full_effect(life)?;
        let at = row_year(&row, year, amount).map_err(Failure::too_large(row.name));
        Some(at.map(|at| RowFlow { row, years: vec![at] }))
    });
    take_out(flows.collect::<Result<_, _>>()?, organisation)
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

//! Capital cost of an investment in the budget view, when a3.yaml has `lån`.

use super::appraisal::RowLoan;
use super::failure::Failure;
use super::loan::OutlayLoan;
use super::pricing::Row;
use super::row_flow::RowFlow;
use crate::model::{CostKind, Loan, Organisation, Schedule};
use crate::units::{Kroner, each, of_each};

impl Row<'_> {
    /// How long its outlays are repaid: its own avdragstid, else the lower of lån.avdragstid and
    /// levetid, the row's or else the case's; also past the case's life.
    pub(crate) fn loan_years(&self, schedule: Schedule, loan: &Loan) -> u16 {
        let life = self.life.unwrap_or(schedule.life);
        self.repayment_years.unwrap_or_else(|| loan.repayment_years.min(life))
    }
}

/// The loans of a row: one for each year with an outlay (the paid part).
pub(super) fn loans_of<'f>(
    flow: &'f RowFlow<'_>,
    schedule: Schedule,
    loan: &'f Loan,
) -> impl Iterator<Item = OutlayLoan> + 'f {
    let row = &flow.row;
    let repayment_years = row.loan_years(schedule, loan);
    let borrowed = flow.years.iter().filter(|at| row.is_cost(CostKind::Investment) && !at.own.is_zero());
    borrowed.map(move |at| OutlayLoan { year: at.year, amount: at.own, repayment_years, rate: loan.rate })
}

/// The loans of all investments, as written; none without `lån`.
pub(super) fn row_loans(
    flows: &[RowFlow<'_>],
    schedule: Schedule,
    organisation: &Organisation,
) -> Result<Vec<RowLoan>, Failure> {
    let Some(terms) = &organisation.rules.loan else { return Ok(Vec::new()) };
    let mut loans = Vec::new();
    for flow in flows {
        for loan in loans_of(flow, schedule, terms) {
            let plan = of_each(organisation.plan_years(), |year| loan.in_year(year))
                .map_err(Failure::too_large(flow.row.name))?;
            loans.push(RowLoan { row: flow.row.name.to_owned(), loan, plan });
        }
    }
    Ok(loans)
}

/// Capital costs of all loans in the four plan years.
pub(super) fn capital_costs(loans: &[RowLoan]) -> Result<[Kroner; 4], Failure> {
    let mut costs = [Kroner::ZERO; 4];
    for RowLoan { row, plan, .. } in loans {
        costs = each(costs, *plan, |cost, year| cost.plus(year.interest)?.plus(year.repayment))
            .map_err(Failure::too_large(row))?;
    }
    Ok(costs)
}

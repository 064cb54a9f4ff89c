//! The socio-economic view and the budget view of a case with a schedule, from the same flows.

use super::appraisal::{Cell, Payback, PublicReturn, RowKind, RowLoan, RowValue, Valuation, YearFlow};
use super::borrowing::{capital_costs, row_loans};
use super::calculator::Calculator;
use super::discounting::{discounted, ratio};
use super::failure::Failure;
use super::flows::lay_out;
use super::payback::payback;
use super::potential::counterpart_name;
use super::pricing::Row;
use super::row_flow::{RowFlow, RowYear};
use super::timeline::{Timeline, Totals};
use crate::model::{Organisation, Recipient, Schedule};
use crate::units::{Decimal, Factor, Hours, Kroner, Overflow, Year};

/// Values a case's rows from a start through its life.
///
/// Flows before `counted_from` (budsjettår of a decided case) are left out of everything that is discounted or summed
/// over time; the budget view of the plan years still has the capital costs they give.
pub(super) fn value<'a>(
    calculator: &Calculator<'a>,
    rows: Vec<Row<'a>>,
    schedule: Schedule,
    counted_from: Option<Year>,
) -> Result<Valuation, Failure> {
    let organisation = calculator.organisation;
    let (mut flows, _) = lay_out(rows, schedule, organisation)?;
    let loans = row_loans(&flows, schedule, organisation)?;
    let capital = capital_costs(&loans)?;
    let counted_from = counted_from.filter(|first| leave_out_before(*first, &mut flows));
    let mut timeline = Timeline::new(calculator, &flows, &capital)?;
    let mut values = Vec::with_capacity(flows.len());
    for flow in &flows {
        value_row(flow, &mut timeline, &mut values).map_err(Failure::too_large(flow.row.name))?;
    }
    timeline.close(organisation, &capital)?;
    let in_service = years_in_service(&flows);
    let factors = in_service.map(|(first, last)| calculator.discounting.factors(first, last)).transpose()?;
    let annuity_factor = factors.into_iter().flatten().try_fold(Factor::ZERO, Factor::plus)?;
    Ok(Valued { values, timeline, schedule, in_service, annuity_factor, loans, counted_from }
        .into_valuation(organisation)?)
}

/// Whether anything that is not zero was left out.
fn leave_out_before(first: Year, flows: &mut [RowFlow<'_>]) -> bool {
    let mut all = flows.iter().flat_map(|flow| &flow.years);
    let leaves_out = all.any(|at| at.year < first && !at.amount.is_zero());
    for flow in &mut *flows {
        flow.years.retain(|at| at.year >= first);
    }
    leaves_out
}

/// From the first to the last year with a gain or a running cost.
fn years_in_service(flows: &[RowFlow<'_>]) -> Option<(Year, Year)> {
    let serving = flows.iter().filter(|flow| !flow.row.is_one_off()).flat_map(|flow| &flow.years);
    let years = serving.filter(|at| !at.amount.is_zero()).map(|at| at.year);
    Some((years.clone().min()?, years.max()?))
}

/// The row's cells, added to the years as they are made, and its counterpart's after it.
fn value_row(
    flow: &RowFlow<'_>,
    timeline: &mut Timeline,
    values: &mut Vec<RowValue>,
) -> Result<(), Overflow> {
    let row = &flow.row;
    let mut cells = Vec::with_capacity(flow.years.len());
    for at in &flow.years {
        timeline.add_hours(row, at)?;
        let Some(amount) = at.amount.money else { continue };
        let cell = cell(row, at, amount, timeline)?;
        timeline.add(row, at, &cell)?;
        cells.push(cell);
    }
    let theirs = row.transfer.map(|party| counterpart(row, party, &cells)).transpose()?;
    let ours = row_value(row, cells)?;
    timeline.totals.add(row, &ours)?;
    values.push(ours);
    if let Some(theirs) = theirs {
        timeline.add_counterpart(&theirs)?;
        values.push(theirs);
    }
    Ok(())
}

fn cell(row: &Row<'_>, at: &RowYear, amount: Kroner, timeline: &Timeline) -> Result<Cell, Overflow> {
    let signed = |kroner: Kroner| if row.is_benefit() { kroner } else { kroner.negated() };
    let (factor, growth) = timeline.factors(at.year)?;
    let growth = if at.amount.hours.is_some() { growth } else { Factor::ONE };
    let amount = signed(amount);
    let flow = if growth == Factor::ONE { amount } else { amount.factor(growth)? };
    let own = if row.is_own() { signed(at.own) } else { Kroner::ZERO };
    let present_value = discounted(flow, factor)?;
    Ok(Cell {
        year: at.year,
        hours: at.amount.hours,
        amount,
        growth,
        flow,
        factor,
        present_value,
        own,
        own_hours: at.own_hours,
        own_present_value: if own == flow { present_value } else { discounted(own, factor)? },
    })
}

fn row_value(row: &Row<'_>, cells: Vec<Cell>) -> Result<RowValue, Overflow> {
    let present_value = Kroner::sum(cells.iter().map(|cell| cell.present_value))?;
    Ok(RowValue {
        name: row.name.to_owned(),
        kind: row.kind,
        recipient: row.recipient,
        avoids: row.avoids,
        present_value: row.is_priced().then_some(present_value),
        own_present_value: Kroner::sum(cells.iter().map(|cell| cell.own_present_value))?,
        cells,
    })
}

/// The other party's side of a transfer: the same flows with the opposite sign, none of it own cash.
fn counterpart(row: &Row<'_>, party: Recipient, cells: &[Cell]) -> Result<RowValue, Overflow> {
    let mirrored = cells.iter().map(|cell| Cell {
        hours: None,
        amount: cell.amount.negated(),
        flow: cell.flow.negated(),
        present_value: cell.present_value.negated(),
        own: Kroner::ZERO,
        own_hours: Hours::ZERO,
        own_present_value: Kroner::ZERO,
        ..*cell
    });
    let cells: Vec<Cell> = mirrored.collect();
    Ok(RowValue {
        name: counterpart_name(row.name, party),
        kind: RowKind::Transfer(party),
        recipient: party,
        avoids: row.avoids,
        present_value: Some(Kroner::sum(cells.iter().map(|cell| cell.present_value))?),
        own_present_value: Kroner::ZERO,
        cells,
    })
}

/// Everything laid out, ready to be summed.
struct Valued {
    values: Vec<RowValue>,
    timeline: Timeline,
    schedule: Schedule,
    in_service: Option<(Year, Year)>,
    annuity_factor: Factor,
    loans: Vec<RowLoan>,
    counted_from: Option<Year>,
}

impl Valued {
    fn into_valuation(self, organisation: &Organisation) -> Result<Valuation, Overflow> {
        let Self { values, timeline, schedule, in_service, annuity_factor, loans, counted_from } = self;
        let npv = timeline.present_value(|_| true)?;
        let last = organisation.last_analysis_year();
        let npv_in_period = timeline.present_value(|year| year <= last)?;
        let plan_end = organisation.budget_year.later(3);
        let plan_effect =
            timeline.present_value(|year| organisation.budget_year <= year && year <= plan_end)?;
        let residual = timeline.present_value(|year| year > last)?;
        let totals = timeline.totals;
        let years = timeline.into_years();
        let running_effect = running_effect(&years, organisation);
        Ok(Valuation {
            schedule,
            counted_from,
            npv,
            npv_in_period,
            residual,
            npv_organisation: totals.own,
            tax_effect: totals.tax_effect,
            public_outlay: totals.public_outlay,
            npv_per_public_krone: public_return(npv, totals.public_outlay)?,
            npv_per_invested_krone: ratio(npv.value(), totals.investment.value())?,
            benefit_cost: benefit_cost(&totals)?,
            payback: if counted_from.is_some() { Payback::Unknown } else { payback(&years, schedule)? },
            annuity: annuity(npv, annuity_factor)?,
            plan_effect,
            running_effect,
            plan_running_effect: Kroner::sum(running_effect)?,
            with_capital_costs: organisation.rules.loan.is_some(),
            rows: values,
            years,
            loans,
            investment: totals.investment,
            benefits: totals.benefits,
            costs: totals.costs,
            in_service,
            annuity_factor,
        })
    }
}

/// NNB: «selvfinansierende» where the public saves.
fn public_return(npv: Kroner, outlay: Kroner) -> Result<PublicReturn, Overflow> {
    if outlay.is_negative() {
        return Ok(PublicReturn::SelfFinancing);
    }
    Ok(ratio(npv.value(), outlay.value())?.map_or(PublicReturn::Undefined, PublicReturn::Ratio))
}

/// N/K: skattefinansieringsvirkning stands with the costs where it costs, else with the gains.
fn benefit_cost(totals: &Totals) -> Result<Option<Decimal>, Overflow> {
    let (mut benefits, mut costs) = (totals.benefits, totals.costs);
    if totals.tax_effect.is_negative() {
        costs.subtract(totals.tax_effect)?;
    } else {
        benefits.add(totals.tax_effect)?;
    }
    ratio(benefits.value(), costs.value())
}

/// NNV ÷ Σ d(y) over the years in service; none without one.
fn annuity(npv: Kroner, factor: Factor) -> Result<Option<Kroner>, Overflow> {
    if factor == Factor::ZERO { Ok(None) } else { npv.over(factor.value()).map(Some) }
}

/// Running effect of the four plan years: nothing in a year without a flow.
fn running_effect(years: &[YearFlow], organisation: &Organisation) -> [Kroner; 4] {
    organisation.plan_years().map(|year| {
        let at = years.iter().find(|at| at.year == year);
        at.and_then(|at| at.running_effect).unwrap_or_default()
    })
}

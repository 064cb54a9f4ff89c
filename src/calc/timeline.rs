//! The years of a case: factors ready, and each year's sums as the rows are laid into it.

use super::appraisal::{Cell, RowKind, RowValue, YearFlow};
use super::calculator::Calculator;
use super::discounting::{discounted, real_growth};
use super::failure::Failure;
use super::pricing::Row;
use super::row_flow::{RowFlow, RowYear};
use crate::model::{CostKind, Organisation};
use crate::units::{Factor, Fte, Hours, Kroner, Overflow, Rate, Year};

/// Every year from the first row's first to the last row's last, and the plan years a loan costs something in.
#[derive(Debug)]
pub(super) struct Timeline {
    first: Year,
    growth: Vec<Factor>,
    years: Vec<OneYear>,
    tax_cost: Rate,
    pub(super) totals: Totals,
}

/// Present values over all years.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Totals {
    /// All gains that are no transfers.
    pub(super) benefits: Kroner,
    /// All costs that are no transfers, positive.
    pub(super) costs: Kroner,
    /// Investments at whole cost before grants, which are negative amounts; positive.
    pub(super) investment: Kroner,
    /// The organisation's own cash.
    pub(super) own: Kroner,
    /// Net public outlay.
    pub(super) public_outlay: Kroner,
    /// skattefinansieringsvirkning
    pub(super) tax_effect: Kroner,
}

impl Totals {
    /// Adds a row's present values. A transfer moves no resource: it is own cash only.
    pub(super) fn add(&mut self, row: &Row<'_>, value: &RowValue) -> Result<(), Overflow> {
        let present_value = value.present_value.unwrap_or_default();
        self.own.add(value.own_present_value)?;
        if row.is_cost(CostKind::Investment) {
            let cells = value.cells.iter().map(|cell| cell.present_value);
            self.investment.subtract(Kroner::sum(cells.filter(|cell| cell.is_negative()))?)?;
        }
        if row.transfer.is_some() {
            return Ok(());
        }
        if row.is_benefit() {
            self.benefits.add(present_value)?;
        } else {
            self.costs.subtract(present_value)?;
        }
        Ok(())
    }
}

/// One year's flow, and what is only needed while it is filled.
#[derive(Debug)]
struct OneYear {
    flow: YearFlow,
    /// Present value of the year's cells, tax effect included when closed.
    present_value: Kroner,
    /// The part of net public outlay that is working time, before real growth.
    outlay_of_time: Kroner,
    /// Gains taken out of today's budget − running costs paid out.
    running: Kroner,
    /// unngått vekst, the part taken out.
    growth: Kroner,
    hours_taken_out: Hours,
}

impl Timeline {
    pub(super) fn new(
        calculator: &Calculator<'_>,
        flows: &[RowFlow<'_>],
        capital: &[Kroner; 4],
    ) -> Result<Self, Failure> {
        let organisation = calculator.organisation;
        let all = || flows.iter().flat_map(|flow| flow.years.iter());
        let paying =
            organisation.plan_years().into_iter().zip(capital).filter(|(_, capital)| !capital.is_zero());
        let of_any = all().map(|at| at.year).chain(paying.map(|(year, _)| year));
        let first = of_any.clone().min().unwrap_or(organisation.budget_year);
        let last = of_any.max();
        let (mut growth, mut years) = (Vec::new(), Vec::new());
        if let Some(last) = last {
            if all().any(|at| at.amount.hours.is_some()) {
                growth = real_growth(organisation, first, last)?;
            }
            let factors = calculator.discounting.factors(first, last)?;
            years =
                first.through(last).zip(factors).map(|(year, factor)| OneYear::new(year, factor)).collect();
        }
        Ok(Self { first, growth, years, tax_cost: organisation.rules.tax_cost, totals: Totals::default() })
    }

    /// Discount factor, and real growth in the value of time.
    pub(super) fn factors(&self, year: Year) -> Result<(Factor, Factor), Overflow> {
        let place = usize::from(year.since(self.first));
        let discount = self.years.get(place).ok_or(Overflow)?.flow.factor;
        Ok((discount, self.growth.get(place).copied().unwrap_or(Factor::ONE)))
    }

    fn at(&mut self, year: Year) -> Result<&mut OneYear, Overflow> {
        self.years.get_mut(usize::from(year.since(self.first))).ok_or(Overflow)
    }

    /// The organisation's hours freed; also where the hours have no price.
    pub(super) fn add_hours(&mut self, row: &Row<'_>, at: &RowYear) -> Result<(), Overflow> {
        let one = self.at(at.year)?;
        one.flow.has_rows |= !at.amount.is_zero();
        if row.is_benefit() && row.is_own() {
            one.flow.hours_freed.add(at.amount.hours.unwrap_or_default())?;
            if row.is_in_todays_budget() {
                one.hours_taken_out.add(at.own_hours)?;
            }
        }
        Ok(())
    }

    /// Adds a row's cell to its year.
    pub(super) fn add(&mut self, row: &Row<'_>, at: &RowYear, cell: &Cell) -> Result<(), Overflow> {
        self.at(cell.year)?.add(row, at, cell)
    }

    /// Adds the other party's side of a transfer: among the gains, in the other party's group.
    pub(super) fn add_counterpart(&mut self, value: &RowValue) -> Result<(), Overflow> {
        for cell in &value.cells {
            let one = self.at(cell.year)?;
            one.flow.benefits.add(cell.flow)?;
            one.present_value.add(cell.present_value)?;
        }
        Ok(())
    }

    /// skattefinansieringsvirkning, net flow, running effect and årsverk of every year.
    pub(super) fn close(
        &mut self,
        organisation: &Organisation,
        capital: &[Kroner; 4],
    ) -> Result<(), Overflow> {
        let growth = self.growth.iter().copied().chain(std::iter::repeat(Factor::ONE));
        for (one, growth) in self.years.iter_mut().zip(growth) {
            let outlay = one.flow.public_outlay.plus(one.outlay_of_time.factor(growth)?)?;
            one.flow.public_outlay = outlay;
            let effect = outlay.times(self.tax_cost.value())?.negated();
            let cell = discounted(effect, one.flow.factor)?;
            one.present_value.add(cell)?;
            self.totals.tax_effect.add(cell)?;
            let outlay_cell = discounted(outlay, one.flow.factor)?;
            self.totals.public_outlay.add(outlay_cell)?;
            one.flow.tax_effect = effect;
            one.flow.tax_present_value = cell;
            one.flow.net = one.flow.benefits.minus(one.flow.costs)?.plus(effect)?;
            one.close_own(organisation.rules.hours_per_fte)?;
        }
        for (year, capital) in organisation.plan_years().into_iter().zip(capital) {
            let place = year.number().checked_sub(self.first.number()).map(usize::from);
            if let Some(one) = place.and_then(|place| self.years.get_mut(place)) {
                one.flow.running_effect = Some(one.running.minus(one.flow.restructuring)?.minus(*capital)?);
                one.flow.capital_cost = organisation.rules.loan.as_ref().map(|_| *capital);
            }
        }
        Ok(())
    }

    /// Present value of the years asked for, tax effect included.
    pub(super) fn present_value(&self, wanted: impl Fn(Year) -> bool) -> Result<Kroner, Overflow> {
        let wanted = self.years.iter().filter(|one| wanted(one.flow.year));
        Kroner::sum(wanted.map(|one| one.present_value))
    }

    /// The years from the first flow to the last, of rows and loans: a year of nothing but zeros at either end is none.
    pub(super) fn into_years(self) -> Vec<YearFlow> {
        let mut years: Vec<YearFlow> = self.years.into_iter().map(|one| one.flow).collect();
        let has_flow = |year: &YearFlow| year.has_rows || year.pays_for_loan();
        let after_last = years.iter().rposition(has_flow).map_or(0, |last| last.saturating_add(1));
        years.truncate(after_last);
        years.into_iter().skip_while(|year| !has_flow(year)).collect()
    }
}

impl OneYear {
    fn new(year: Year, factor: Factor) -> Self {
        let flow = YearFlow { factor, ..empty_year(year) };
        let nothing = Kroner::ZERO;
        Self {
            flow,
            present_value: nothing,
            outlay_of_time: nothing,
            running: nothing,
            growth: nothing,
            hours_taken_out: Hours::ZERO,
        }
    }

    fn add(&mut self, row: &Row<'_>, at: &RowYear, cell: &Cell) -> Result<(), Overflow> {
        let flow = &mut self.flow;
        if row.is_benefit() {
            flow.benefits.add(cell.flow)?;
        } else {
            flow.costs.subtract(cell.flow)?;
        }
        self.present_value.add(cell.present_value)?;
        if row.is_public() {
            let outlay =
                if cell.hours.is_some() { &mut self.outlay_of_time } else { &mut flow.public_outlay };
            *outlay = if row.is_benefit() { outlay.minus(at.own)? } else { outlay.plus(at.own)? };
        }
        if cell.own.is_zero() {
            return Ok(());
        }
        match row.kind {
            RowKind::Cost(CostKind::Investment) => flow.investment = flow.investment.minus(cell.own)?,
            RowKind::Cost(CostKind::Restructuring) => {
                flow.restructuring.subtract(cell.own)?;
            }
            RowKind::Cost(CostKind::Running) | RowKind::Benefit(_) | RowKind::Transfer(_) => {
                let running = if row.is_in_todays_budget() { &mut self.running } else { &mut self.growth };
                running.add(cell.own)?;
            }
        }
        Ok(())
    }

    /// The organisation's own cash, once all rows are in.
    fn close_own(&mut self, hours_per_fte: Hours) -> Result<(), Overflow> {
        let flow = &mut self.flow;
        flow.own_one_off = flow.investment.plus(flow.restructuring)?;
        flow.own_cash = self.running.plus(self.growth)?.minus(flow.own_one_off)?;
        if !self.hours_taken_out.is_zero() {
            flow.fte_taken_out = self.hours_taken_out.as_fte(hours_per_fte)?;
        }
        Ok(())
    }
}

/// A year in which nothing has happened yet.
pub(super) fn empty_year(year: Year) -> YearFlow {
    let nothing = Kroner::ZERO;
    YearFlow {
        year,
        factor: Factor::ONE,
        benefits: nothing,
        costs: nothing,
        tax_effect: nothing,
        tax_present_value: nothing,
        net: nothing,
        running_effect: None,
        investment: nothing,
        restructuring: nothing,
        capital_cost: None,
        has_rows: false,
        hours_freed: Hours::ZERO,
        fte_taken_out: Fte::ZERO,
        own_cash: nothing,
        own_one_off: nothing,
        public_outlay: nothing,
    }
}

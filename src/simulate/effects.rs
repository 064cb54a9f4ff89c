//! What a case comes to at one start, as sums over the columns of its program.

use super::expression::{AmountUnit, CompiledAmount, Compiler};
use super::inputs::{AmountPlace, Origin};
use super::linear::Linear;
use super::program::Program;
use crate::calc::{Calculator, Failure, OutlayLoan, Row, RowKind, RowPart, real_growth};
use crate::model::{BudgetLine, Case, CostKind, Organisation, Schedule};
use crate::units::{Decimal, Kroner, Year};
use std::collections::BTreeMap;

/// The sums of a case at one start. All kroner; each plan year in order.
#[derive(Debug, Clone, Default)]
pub(super) struct Effects {
    /// NNV
    pub(super) npv: Linear,
    /// planeffekt
    pub(super) plan_effect: Linear,
    /// Gains taken out of today's budget − running costs paid out.
    pub(super) running: [Linear; 4],
    /// Restructuring paid out; a positive outlay.
    pub(super) restructuring: [Linear; 4],
    /// Investment paid out; a positive outlay.
    pub(super) investment: [Linear; 4],
    /// Interest and repayments.
    pub(super) capital: [Linear; 4],
}

/// A row with its amounts compiled.
#[derive(Debug)]
pub(super) struct CompiledRow<'a> {
    row: Row<'a>,
    amounts: Vec<CompiledAmount>,
}

/// Compiles the amounts of every row.
pub(super) fn compile_rows<'a>(
    rows: Vec<Row<'a>>,
    case: &Case,
    compiler: &mut Compiler<'_>,
) -> Result<Vec<CompiledRow<'a>>, Failure> {
    let benefits = case.benefits.iter().enumerate().filter(|(_, benefit)| benefit.amount.is_some());
    let benefits = benefits.map(|(row, _)| (Origin::Benefit, row));
    let places = benefits.chain((0..case.costs.len()).map(|row| (Origin::Cost, row)));
    let compiled = rows.into_iter().zip(places).map(|(row, (origin, number))| {
        let values = row.source.values().into_iter().enumerate();
        let amounts = values.map(|(value, written)| {
            compiler.amount(written, AmountPlace { origin, name: row.name, row: number, value })
        });
        let amounts = amounts.collect::<Result<_, _>>()?;
        Ok(CompiledRow { row, amounts })
    });
    compiled.collect()
}

/// Lays rows into the sums of one start.
#[derive(Debug, Clone, Copy)]
pub(super) struct Laying<'l, 'a> {
    pub(super) calculator: &'l Calculator<'a>,
    pub(super) schedule: Schedule,
    /// Flows before this year do not count: budsjettår of a decided case.
    pub(super) counted_from: Option<Year>,
}

impl Laying<'_, '_> {
    /// The sums of the rows.
    pub(super) fn lay(&self, rows: &[CompiledRow<'_>], program: &mut Program) -> Result<Effects, Failure> {
        let parts = rows.iter().flat_map(|compiled| {
            let parts = compiled.row.parts(self.schedule).into_iter();
            parts.filter_map(|part| Flow::new(compiled, part))
        });
        let flows: Vec<Flow<'_>> = parts.collect();
        let years = Years::of(&flows, self.calculator)?;
        let mut sums =
            EffectSums { organisation: self.calculator.organisation, years, effects: Effects::default() };
        let mut pools: BTreeMap<Pool<'_>, (Linear, f64)> = BTreeMap::new();
        for flow in &flows {
            sums.borrow(flow, self.schedule)?;
            if self.counted_from.is_some_and(|first| flow.year < first) {
                continue;
            }
            sums.add_whole(flow);
            if flow.takes_whole_positions() {
                let by_the_hour = flow.claim(&mut pools);
                sums.add_own(flow, &by_the_hour);
            } else {
                sums.add_own(flow, &flow.own());
            }
        }
        for ((_, _, year), (hours, price)) in pools {
            sums.add_taken(&program.whole(&hours), price, year);
        }
        Ok(sums.effects)
    }
}

/// The hours that rows take out of one ansvar and stilling in one year.
type Pool<'r> = (Option<&'r str>, Option<&'r str>, Year);

/// One year of a row that has a price.
#[derive(Debug)]
struct Flow<'r> {
    row: &'r Row<'r>,
    year: Year,
    amount: CompiledAmount,
    /// Kroner of one of what the amount counts.
    price: f64,
    /// innfasing
    share: f64,
}

impl<'r> Flow<'r> {
    fn new(compiled: &'r CompiledRow<'_>, part: RowPart) -> Option<Self> {
        let row = &compiled.row;
        let amount = *compiled.amounts.get(part.value)?;
        let price = match amount.unit {
            AmountUnit::Kroner => 1.0,
            AmountUnit::Hours => row.price?.value().as_f64(),
        };
        Some(Self { row, year: part.year, amount, price, share: part.share.value().as_f64() })
    }

    /// +1 where more is good for the case, −1 where it costs.
    fn sign(&self) -> f64 {
        if self.row.is_benefit() { 1.0 } else { -1.0 }
    }

    fn takes_whole_positions(&self) -> bool {
        self.amount.unit == AmountUnit::Hours && self.row.takes_whole_positions()
    }

    /// The whole effect, kroner in constant prices.
    fn kroner(&self) -> Linear {
        Linear::of(self.amount.term, self.share * self.price)
    }

    /// What is taken out or paid out, kroner in constant prices, before whole positions.
    fn own(&self) -> Linear {
        Linear::of(self.amount.term, self.share * self.price * self.row.own_share.value().as_f64())
    }

    /// Adds the hours to be taken out to the pools they belong to; the last line has the rest.
    /// What is bought by the hour is no position: that is given back, as kroner.
    fn claim(&self, pools: &mut BTreeMap<Pool<'r>, (Linear, f64)>) -> Linear {
        let hours = Linear::of(self.amount.term, self.share * self.row.own_share.value().as_f64());
        let mut by_the_hour = Linear::default();
        for (line, share) in self.on_lines() {
            if line.is_some_and(BudgetLine::is_bought_by_the_hour) {
                by_the_hour.add_times(&self.own(), share);
                continue;
            }
            let pool = (line.map(|line| line.unit.as_str()), self.row.position, self.year);
            let (sum, _) = pools.entry(pool).or_insert_with(|| (Linear::default(), self.price));
            sum.add_times(&hours, share);
        }
        by_the_hour
    }

    /// The budget lines of the row and the share of each; no line has the whole.
    fn on_lines(&self) -> Vec<(Option<&'r BudgetLine>, f64)> {
        let Some((last, first)) = self.row.lines.split_last() else { return vec![(None, 1.0)] };
        let mut left = 1.0;
        let share = |line: &'r BudgetLine| {
            let share = line.share.value().as_f64();
            left -= share;
            (Some(line), share)
        };
        let mut shares: Vec<_> = first.iter().map(share).collect();
        shares.push((Some(last), left));
        shares
    }
}

/// Discount factors and real growth of every year with a flow.
#[derive(Debug)]
struct Years {
    first: Year,
    factors: Vec<Factors>,
}

/// What turns a year's kroner into present value.
#[derive(Debug, Clone, Copy)]
struct Factors {
    discount: f64,
    growth: f64,
}

impl Years {
    fn of(flows: &[Flow<'_>], calculator: &Calculator<'_>) -> Result<Self, Failure> {
        let years = || flows.iter().map(|flow| flow.year);
        let (Some(first), Some(last)) = (years().min(), years().max()) else {
            return Ok(Self { first: Year::ASSUMED, factors: Vec::new() });
        };
        let discount = calculator.discounting.factors(first, last)?;
        let growth = real_growth(calculator.organisation, first, last)?;
        let factors = discount.into_iter().zip(growth).map(|(discount, growth)| Factors {
            discount: discount.value().as_f64(),
            growth: growth.value().as_f64(),
        });
        Ok(Self { first, factors: factors.collect() })
    }

    /// Present value of a krone, of working time or not.
    fn present(&self, paid: Paid) -> f64 {
        let factors = self.factors.get(usize::from(paid.year.since(self.first)));
        factors.map_or(0.0, |at| match paid.unit {
            AmountUnit::Kroner => at.discount,
            AmountUnit::Hours => at.discount * at.growth,
        })
    }
}

/// When something is paid, and in what: real growth is for working time alone.
#[derive(Debug, Clone, Copy)]
struct Paid {
    year: Year,
    unit: AmountUnit,
}

struct EffectSums<'s> {
    organisation: &'s Organisation,
    years: Years,
    effects: Effects,
}

impl EffectSums<'_> {
    fn plan_year(&self, year: Year) -> Option<usize> {
        self.organisation.plan_years().iter().position(|planned| *planned == year)
    }

    /// Adds to NNV, and to planeffekt in a plan year.
    fn add_present(&mut self, kroner: &Linear, factor: f64, year: Year) {
        self.effects.npv.add_times(kroner, factor);
        if self.plan_year(year).is_some() {
            self.effects.plan_effect.add_times(kroner, factor);
        }
    }

    /// The whole effect on everyone. A transfer is met by its counterpart.
    fn add_whole(&mut self, flow: &Flow<'_>) {
        if flow.row.transfer.is_none() {
            let present = self.years.present(Paid { year: flow.year, unit: flow.amount.unit });
            self.add_present(&flow.kroner(), flow.sign() * present, flow.year);
        }
    }

    /// What is taken out or paid out: skattefinansieringsvirkning, and the organisation's own budget.
    fn add_own(&mut self, flow: &Flow<'_>, own: &Linear) {
        if flow.row.is_public() {
            let of = Paid { year: flow.year, unit: flow.amount.unit };
            self.add_tax_effect(own, flow.sign(), of);
        }
        let Some(place) = self.plan_year(flow.year).filter(|_| flow.row.is_own()) else { return };
        let effects = &mut self.effects;
        let (sums, sign) = match flow.row.kind {
            RowKind::Cost(CostKind::Investment) => (&mut effects.investment, 1.0),
            RowKind::Cost(CostKind::Restructuring) => (&mut effects.restructuring, 1.0),
            RowKind::Cost(CostKind::Running) | RowKind::Benefit(_) | RowKind::Transfer(_) => {
                if !flow.row.is_in_todays_budget() {
                    return;
                }
                (&mut effects.running, flow.sign())
            }
        };
        if let Some(sum) = sums.get_mut(place) {
            sum.add_times(own, sign);
        }
    }

    /// Hours of a pool that really are taken out.
    fn add_taken(&mut self, hours: &Linear, price: f64, year: Year) {
        self.add_tax_effect(hours, price, Paid { year, unit: AmountUnit::Hours });
        let place = self.plan_year(year);
        if let Some(sum) = place.and_then(|place| self.effects.running.get_mut(place)) {
            sum.add_times(hours, price);
        }
    }

    /// A krone less of public outlay is worth the rate of skattefinansiering.
    fn add_tax_effect(&mut self, saved: &Linear, factor: f64, paid: Paid) {
        let rate = self.organisation.rules.tax_cost.value().as_f64();
        let present = self.years.present(paid);
        self.add_present(saved, factor * rate * present, paid.year);
    }

    /// Capital costs of an investment, where there is `lån`.
    fn borrow(&mut self, flow: &Flow<'_>, schedule: Schedule) -> Result<(), Failure> {
        let Some(terms) = &self.organisation.rules.loan else { return Ok(()) };
        if !flow.row.is_cost(CostKind::Investment) {
            return Ok(());
        }
        let repayment_years = flow.row.loan_years(schedule, terms);
        let of_one = OutlayLoan {
            year: flow.year,
            amount: Kroner::new(Decimal::ONE),
            repayment_years,
            rate: terms.rate,
        };
        for (year, sum) in self.organisation.plan_years().into_iter().zip(&mut self.effects.capital) {
            let cost = of_one.in_year(year)?;
            let cost = cost.interest.plus(cost.repayment)?.value().as_f64();
            if cost != 0.0 {
                sum.add_times(&flow.own(), cost);
            }
        }
        Ok(())
    }
}

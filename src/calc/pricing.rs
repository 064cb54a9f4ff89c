//! From what is written on a row to kroner and hours, with expected values.

use super::appraisal::RowKind;
use super::assumptions::Expected;
use super::calculator::Calculator;
use super::failure::Failure;
use crate::model::{
    Amount, Avoids, Benefit, BudgetLine, Case, Cost, CostKind, Distribution, Effect, Recipient, Value,
};
use crate::quantity::{Base, Dimension, Quantity};
use crate::units::{HourlyCost, Hours, Kroner, Overflow, Share};

/// One amount with its price: kroner, and the hours behind where it is written as working time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Priced {
    /// None for time nobody has put a price on.
    pub(super) money: Option<Kroner>,
    pub(super) hours: Option<Hours>,
}

impl Priced {
    /// The given share of it, as innfasing asks for.
    pub(super) fn share(self, share: Share) -> Result<Self, Overflow> {
        if share == Share::WHOLE {
            return Ok(self);
        }
        let money = self.money.map(|money| money.share(share)).transpose()?;
        let hours = self.hours.map(|hours| hours.share(share)).transpose()?;
        Ok(Self { money, hours })
    }

    /// Whether there is anything at all.
    pub(super) fn is_zero(self) -> bool {
        self.money.is_none_or(Kroner::is_zero) && self.hours.is_none_or(Hours::is_zero)
    }

    /// How far from zero: by money, else by hours.
    fn distance(self) -> (Kroner, Hours) {
        (self.money.unwrap_or_default().abs(), self.hours.unwrap_or_default().abs())
    }
}

/// A gain or a cost with an amount, ready to be laid out over the years.
#[derive(Debug, Clone)]
pub(crate) struct Row<'a> {
    pub(crate) name: &'a str,
    pub(crate) kind: RowKind,
    pub(crate) recipient: Recipient,
    pub(super) avoids: Avoids,
    pub(crate) transfer: Option<Recipient>,
    /// tas_ut of a gain, utbetales of a cost; the whole of a transfer.
    pub(crate) own_share: Share,
    pub(crate) position: Option<&'a str>,
    pub(crate) price: Option<HourlyCost>,
    pub(crate) life: Option<u16>,
    pub(crate) repayment_years: Option<u16>,
    pub(super) phase_in: &'a [Share],
    pub(crate) lines: &'a [BudgetLine],
    /// What was written, and for which years.
    pub(crate) source: &'a Amount,
    /// The values of `source` with expected values, priced; in the same order.
    pub(super) amounts: Vec<Priced>,
}

impl Row<'_> {
    /// Whether the row is the organisation's own: its costs, its gains, and all transfers.
    pub(crate) fn is_own(&self) -> bool {
        self.recipient == Recipient::Organisation
    }

    /// Whether the part taken out or paid out is public money that tax must make up for: not where
    /// another public party has the same sum with the opposite sign.
    pub(crate) fn is_public(&self) -> bool {
        self.recipient.is_public() && !self.transfer.is_some_and(Recipient::is_public)
    }

    /// Whether the row counts in group budsjett and the running effect, and not as unngått vekst.
    pub(crate) fn is_in_todays_budget(&self) -> bool {
        self.avoids == Avoids::TodaysExpense
    }

    pub(crate) fn is_benefit(&self) -> bool {
        matches!(self.kind, RowKind::Benefit(_))
    }

    pub(crate) fn is_cost(&self, kind: CostKind) -> bool {
        self.kind == RowKind::Cost(kind)
    }

    pub(crate) fn is_one_off(&self) -> bool {
        self.is_cost(CostKind::Investment) || self.is_cost(CostKind::Restructuring)
    }

    /// Whether its hours are taken out in whole positions only.
    pub(crate) fn takes_whole_positions(&self) -> bool {
        self.is_benefit() && self.is_own() && self.is_in_todays_budget() && self.transfer.is_none()
    }

    /// Whether any of its amounts has a price.
    pub(super) fn is_priced(&self) -> bool {
        self.amounts.iter().any(|amount| amount.money.is_some())
    }

    /// The kroner of some of its hours.
    pub(super) fn cost_of(&self, hours: Hours) -> Result<Kroner, Overflow> {
        self.price.map_or(Ok(Kroner::ZERO), |price| hours.cost(price))
    }

    /// Its 100 %, or the yearly value furthest from 0 (the first of equals) where it is given by
    /// year. Values that fall after levetid are dropped here too, where there is a levetid.
    pub(super) fn full_effect(&self, case_life: Option<u16>) -> Option<Priced> {
        let furthest = |best: Option<Priced>, next: Priced| match best {
            Some(best) if best.distance() >= next.distance() => Some(best),
            Some(_) | None => Some(next),
        };
        let counted = match self.source {
            Amount::ByCaseYear(_) => self.life.or(case_life).map_or(usize::MAX, usize::from),
            Amount::Single(_) | Amount::ByCalendarYear(_) => usize::MAX,
        };
        self.amounts.iter().take(counted).copied().fold(None, furthest)
    }
}

/// Every row of a case that has an amount, gains first, in the order written.
pub(crate) fn price_rows<'a>(calculator: &Calculator<'a>, case: &'a Case) -> Result<Vec<Row<'a>>, Failure> {
    let pricing = Pricing::of(calculator, case);
    let mut rows = pricing.benefits(case)?;
    for cost in &case.costs {
        rows.push(pricing.cost(cost)?);
    }
    Ok(rows)
}

/// The gains of a case that have an amount, in the order written.
pub(super) fn price_benefits<'a>(
    calculator: &Calculator<'a>,
    case: &'a Case,
) -> Result<Vec<Row<'a>>, Failure> {
    Pricing::of(calculator, case).benefits(case)
}

struct Pricing<'c, 'a> {
    calculator: &'c Calculator<'a>,
    own: Expected<'a>,
    distribution: Distribution,
}

impl<'c, 'a> Pricing<'c, 'a> {
    fn of(calculator: &'c Calculator<'a>, case: &'a Case) -> Self {
        let distribution = calculator.organisation.rules.distribution;
        Self { calculator, own: Expected::of(&case.assumptions, distribution), distribution }
    }

    fn benefits(&self, case: &'a Case) -> Result<Vec<Row<'a>>, Failure> {
        let mut rows = Vec::with_capacity(case.benefits.len().saturating_add(case.costs.len()));
        for benefit in &case.benefits {
            if let Some(amount) = &benefit.amount {
                rows.push(self.benefit(benefit, amount)?);
            }
        }
        Ok(rows)
    }

    fn benefit(&self, benefit: &'a Benefit, amount: &'a Amount) -> Result<Row<'a>, Failure> {
        let recipient = benefit.transfer.map_or(benefit.recipient, |_| Recipient::Organisation);
        let position = benefit.position.as_deref();
        let price = match recipient {
            Recipient::Organisation => self.hourly_cost(position, &benefit.name)?,
            Recipient::Residents
            | Recipient::State
            | Recipient::Counties
            | Recipient::OtherMunicipalities
            | Recipient::Business
            | Recipient::Voluntary => self.calculator.organisation.rules.time_values.get(&recipient).copied(),
        };
        Ok(Row {
            name: &benefit.name,
            kind: RowKind::Benefit(benefit.kind),
            recipient,
            avoids: benefit.avoids,
            transfer: benefit.transfer,
            own_share: benefit.transfer.map_or(benefit.take_out, |_| Share::WHOLE),
            position,
            price,
            life: benefit.life,
            repayment_years: None,
            phase_in: &benefit.phase_in,
            lines: &benefit.budget_lines,
            source: amount,
            amounts: self.amounts(amount, price, &benefit.name)?,
        })
    }

    fn cost(&self, cost: &'a Cost) -> Result<Row<'a>, Failure> {
        let position = cost.position.as_deref();
        let price = self.hourly_cost(position, &cost.name)?;
        Ok(Row {
            name: &cost.name,
            kind: RowKind::Cost(cost.kind),
            recipient: Recipient::Organisation,
            avoids: Avoids::TodaysExpense,
            transfer: cost.transfer,
            own_share: cost.transfer.map_or(cost.paid_out, |_| Share::WHOLE),
            position,
            price,
            life: cost.life,
            repayment_years: cost.repayment_years,
            phase_in: &[],
            lines: &cost.budget_lines,
            source: &cost.amount,
            amounts: self.amounts(&cost.amount, price, &cost.name)?,
        })
    }

    /// timekostnad of a position: årskostnad ÷ timer_per_årsverk.
    fn hourly_cost(&self, position: Option<&str>, row: &str) -> Result<Option<HourlyCost>, Failure> {
        let organisation = self.calculator.organisation;
        let known = position.and_then(|name| organisation.positions.get(name));
        let cost = known.map(|position| position.hourly_cost(organisation.rules.hours_per_fte));
        cost.transpose().map_err(Failure::too_large(row))
    }

    fn amounts(&self, amount: &Amount, price: Option<HourlyCost>, row: &str) -> Result<Vec<Priced>, Failure> {
        amount.values().into_iter().map(|value| self.priced(value, price, row)).collect()
    }

    fn priced(&self, value: &Value, price: Option<HourlyCost>, row: &str) -> Result<Priced, Failure> {
        let quantity = self.expected(value, row)?;
        let effect = effect(&quantity).ok_or_else(|| Failure::not_an_amount(row))?;
        match effect.map_err(Failure::too_large(row))? {
            Effect::Money(money) => Ok(Priced { money: Some(money), hours: None }),
            Effect::Time(hours) => {
                let money = price.map(|price| hours.cost(price)).transpose();
                Ok(Priced { money: money.map_err(Failure::too_large(row))?, hours: Some(hours) })
            }
        }
    }

    fn expected(&self, value: &Value, row: &str) -> Result<Quantity, Failure> {
        let known = |name: &str| self.own.get(name).or_else(|| self.calculator.shared.get(name)).cloned();
        match value {
            Value::Formula(formula) => {
                formula.evaluate(&known).map_err(|error| Failure::of_formula(error, row))
            }
            Value::Estimate(estimate) => {
                estimate.expected(self.distribution).map_err(Failure::too_large(row))
            }
        }
    }
}

/// Money or working time, once or per year: by year `kr` and `kr/år` mean the same, `timer` and
/// `timer/år` too, and årsverk is that year's hours (format.md).
fn effect(quantity: &Quantity) -> Option<Result<Effect, Overflow>> {
    let convert = |to: Dimension| quantity.dimension().convert(quantity.value(), &to);
    let in_units_of =
        |base| convert(Dimension::of(base)).or_else(|| convert(Dimension::per(base, Base::Year)));
    let money = in_units_of(Base::Krone).map(|value| value.map(|value| Effect::Money(Kroner::new(value))));
    money.or_else(|| Some(in_units_of(Base::Hour)?.map(|value| Effect::Time(Hours::new(value)))))
}

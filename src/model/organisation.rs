//! virksomheten: plan period, prices, frames, goals, how to prioritise.

use super::amount::Assumption;
use super::repricing::Repricing;
use super::vocabulary::{Choice, CodeLength, Distribution, Fulfilment, Method, Recipient, Rounding};
use crate::quantity::Context;
use crate::rates::DiscountRates;
use crate::units::{Fte, HourlyCost, Hours, Kroner, Overflow, Rate, Share, Year};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;

/// The organisation, from a3.yaml or the built-in defaults.
#[derive(Debug, Clone)]
pub struct Organisation {
    /// virksomhet
    pub name: Option<String>,
    /// budsjettår: the first of the four plan years
    pub budget_year: Year,
    /// kalkyle
    pub rules: CalculationRules,
    /// stillinger, by name
    pub positions: BTreeMap<String, Position>,
    /// lønnspåslag
    pub surcharges: Surcharges,
    /// felles, in the order written
    pub shared: Vec<Assumption>,
    /// områder, in the order written
    pub areas: Vec<String>,
    /// mål, in the order written
    pub goals: Vec<Goal>,
    /// minimumskrav, in the order written: the register of duties
    pub requirements: Vec<Requirement>,
    /// rammer
    pub frames: Frames,
    /// prioritering.metode
    pub method: Method,
    /// prioritering.låst, by case id
    pub locked: BTreeMap<String, Lock>,
    /// minste_stilling: 0 turns whole positions off
    pub smallest_position: Share,
    /// budsjett: where today's budget is
    pub budget: Option<BudgetExport>,
    /// The built-in defaults that apply because a3.yaml is silent; output names them.
    pub defaults: Vec<DefaultUsed>,
}

impl Organisation {
    /// The forutsetning of felles of a name.
    pub fn shared_assumption(&self, name: &str) -> Option<&Assumption> {
        self.shared.iter().find(|shared| shared.name == name)
    }

    /// The four years of the økonomiplan.
    pub const fn plan_years(&self) -> [Year; 4] {
        self.budget_year.plan()
    }

    /// Whether the plan should have been rolled by a day: its first year, which somebody has written, is over.
    pub fn is_plan_passed(&self, day: NaiveDate) -> bool {
        let is_written = self.defaults.iter().all(|used| used.field != "budsjettår");
        is_written && day.year() > i32::from(self.budget_year.number())
    }

    /// What brings amounts in the prices of a year to those of budsjettår; none where they are in them.
    pub fn repricing(&self, from: Year) -> Option<Repricing> {
        Repricing::between(from, self.budget_year, &self.rules.deflator)
    }

    /// The year whose prices today's budget is in: budsjettår, to which it is brought, or a later one it is written
    /// in, from which nothing brings it back. The growth of every year up to it is in the figures already.
    pub fn priced_to(&self) -> Year {
        let written = self.budget.as_ref().and_then(|budget| budget.prices.as_ref());
        written.map_or(self.budget_year, |prices| prices.from.max(self.budget_year))
    }

    /// Today's budget where its lines could not be brought to budsjettår's prices.
    pub fn budget_in_other_prices(&self) -> Option<&Repricing> {
        self.budget.as_ref()?.prices.as_ref().filter(|prices| prices.factor().is_none())
    }

    /// The last year of the analysis period: sammenligningsår + analyseperiode − 1.
    pub const fn last_analysis_year(&self) -> Year {
        self.rules.base_year.later(self.rules.period.saturating_sub(1))
    }
}

/// kalkyle
#[derive(Debug, Clone)]
pub struct CalculationRules {
    /// rente
    pub discount: DiscountRates,
    /// sammenligningsår: discount factor 1
    pub base_year: Year,
    /// analyseperiode, whole years, at least 1
    pub period: u16,
    /// skattefinansiering, per krone of net public outlay
    pub tax_cost: Rate,
    /// fordeling
    pub distribution: Distribution,
    /// tidsverdi: what others' time is worth, kroner per hour
    pub time_values: BTreeMap<Recipient, HourlyCost>,
    /// timer_per_årsverk
    pub hours_per_fte: Hours,
    /// arbeidsdager in a year
    pub workdays: u16,
    /// realvekst_tid, per year
    pub real_growth: Rate,
    /// lån
    pub loan: Option<Loan>,
    /// deflator by year
    pub deflator: BTreeMap<Year, Rate>,
    /// Those of the years after the prices of today's budget: what the council's table adds.
    pub growth: BTreeMap<Year, Rate>,
    /// avrunding of the deflator
    pub rounding: Rounding,
}

impl CalculationRules {
    /// How quantities count in årsverk and arbeidsdager.
    pub const fn context(&self) -> Context {
        Context { hours_per_fte: self.hours_per_fte, workdays: self.workdays }
    }
}

/// lån: turns investment into running capital cost in the budget view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Loan {
    /// rente per year
    pub rate: Rate,
    /// avdragstid, whole years, at least 1
    pub repayment_years: u16,
    /// ansvar the capital cost is booked on
    pub unit: Option<String>,
}

/// budsjett: today's budget, as exported from the accounting system.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetExport {
    /// fil: its path from the root
    pub file: String,
    /// prisår: what brings its lines to budsjettår's prices; none where they are in them.
    pub prices: Option<Repricing>,
    /// funksjon: what functions of more than three digits count by, where that is said
    pub function: Option<CodeLength>,
    /// art: the same of arts
    pub art: Option<CodeLength>,
}

/// lønnspåslag
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Surcharges {
    /// pensjon, of the wage
    pub pension: Rate,
    /// arbeidsgiveravgift, of wage and pension
    pub employer_levy: Rate,
}

/// stilling: what a person-year costs, whole and in its parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// årslønn: the wage, kroner per year (art 010)
    pub wage: Kroner,
    /// The pension premium, kroner per year (art 090)
    pub pension: Kroner,
    /// The employer's levy, kroner per year (art 099)
    pub levy: Kroner,
    /// årskostnad: exactly the three parts together, kroner per year
    pub annual_cost: Kroner,
}

impl Position {
    /// årskostnad = årslønn × (1 + pensjon) × (1 + arbeidsgiveravgift): the levy's base includes
    /// the pension premium (folketrygdloven § 23-2).
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn from_wage(wage: Kroner, surcharges: Surcharges) -> Result<Self, Overflow> {
        let pension = wage.times(surcharges.pension.value())?;
        let levy = wage.plus(pension)?.times(surcharges.employer_levy.value())?;
        Ok(Self { wage, pension, levy, annual_cost: wage.plus(pension)?.plus(levy)? })
    }

    /// Splits an årskostnad backwards with the surcharges; the parts add up to it exactly.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn from_annual_cost(annual_cost: Kroner, surcharges: Surcharges) -> Result<Self, Overflow> {
        let one = Rate::new(crate::units::Decimal::ONE);
        let before_levy = annual_cost.over(one.plus(surcharges.employer_levy)?.value())?;
        let wage = before_levy.over(one.plus(surcharges.pension)?.value())?;
        let pension = wage.times(surcharges.pension.value())?;
        let levy = annual_cost.minus(wage.plus(pension)?)?;
        Ok(Self { wage, pension, levy, annual_cost })
    }

    /// timekostnad = årskostnad ÷ timer_per_årsverk.
    ///
    /// # Errors
    /// [`Overflow`] when `hours_per_fte` is zero.
    pub fn hourly_cost(&self, hours_per_fte: Hours) -> Result<HourlyCost, Overflow> {
        self.annual_cost.over(hours_per_fte.value()).map(|cost| HourlyCost::new(cost.value()))
    }
}

/// mål: a goal cases point to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// The key cases use.
    pub key: String,
    /// navn
    pub name: String,
    /// kilde
    pub source: Option<String>,
}

/// minimumskrav: a duty of law or regulation in the register, which cases name by its key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// The key cases use.
    pub key: String,
    /// krav
    pub text: String,
    /// hjemmel
    pub legal_basis: Option<String>,
    /// oppfylt: whether it is met today. Nobody has said so: it is not.
    pub today: Fulfilment,
}

/// rammer: what limits the choice. A year that a frame does not name is unlimited.
#[derive(Debug, Clone, Default)]
pub struct Frames {
    /// endringskapasitet, per område and year
    pub capacity: BTreeMap<String, BTreeMap<Year, Fte>>,
    /// investering, per year
    pub investment: BTreeMap<Year, Kroner>,
    /// omstilling, per year
    pub restructuring: BTreeMap<Year, Kroner>,
    /// innsparingskrav, per year, as level against the budget file
    pub savings_demand: BTreeMap<Year, Kroner>,
}

impl Frames {
    /// Whether no frame is set.
    pub fn is_empty(&self) -> bool {
        self.capacity.is_empty()
            && self.investment.is_empty()
            && self.restructuring.is_empty()
            && self.savings_demand.is_empty()
    }
}

/// låst: leadership's own decision on a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lock {
    /// valg
    pub choice: Choice,
    /// oppstart; none leaves the start free in the case's window
    pub start: Option<Year>,
    /// begrunnelse
    pub reason: Option<String>,
}

/// A default that applies because a3.yaml is silent: the field, and the value used, as written in a3.yaml.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DefaultUsed {
    /// Dotted path of the field.
    pub field: &'static str,
    /// The value used, as one would write it.
    pub value: &'static str,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Decimal;

    fn surcharges() -> Surcharges {
        let rate = |text: &str| Rate::new(Decimal::from_str_exact(text).unwrap());
        Surcharges { pension: rate("0.15"), employer_levy: rate("0.141") }
    }

    #[test]
    fn an_auxiliary_nurse_costs_682_318_a_year() {
        let position = Position::from_wage(Kroner::new(Decimal::from(520_000)), surcharges()).unwrap();
        assert_eq!(position.annual_cost.value(), Decimal::from(682_318));
        let hourly = position.hourly_cost(Hours::new(Decimal::from(1750))).unwrap();
        assert_eq!(hourly.value(), Decimal::from_str_exact("389.896").unwrap());
    }

    #[test]
    fn a_split_annual_cost_adds_up_to_it_exactly() {
        let cost = Kroner::new(Decimal::from(950_000));
        let position = Position::from_annual_cost(cost, surcharges()).unwrap();
        let parts = Kroner::sum([position.wage, position.pension, position.levy]).unwrap();
        assert_eq!(parts, cost);
    }
}

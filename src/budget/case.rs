//! The cases the future budget is built from, and what each comes to, year by year.

use super::plan::{EFFECT_DECIMALS, ENTRY_DECIMALS, Plan};
use crate::calc::{Booking, BudgetEffect, Growth, Level};
use crate::model::{Case, Schedule};
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::{BTreeMap, BTreeSet};

/// A case that is carried out, and what it does to the budget lines.
#[derive(Debug, Clone)]
pub struct CarriedOut<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its start and life.
    pub schedule: Schedule,
    /// [`crate::calc::Calculator::budget_effects`] of the case at that start.
    pub effects: Vec<BudgetEffect>,
}

impl<'a> CarriedOut<'a> {
    /// Whether the case moves the budget: not where today's budget already holds its effect.
    pub(super) fn moves_budget(&self) -> bool {
        !self.case.is_in_todays_budget()
    }

    /// Every ansvar the case names, on a gain, a cost or in ny_praksis.
    pub(super) fn units(&self) -> BTreeSet<&'a str> {
        let (benefits, costs) = (&self.case.benefits, &self.case.costs);
        let gained = benefits.iter().flat_map(|benefit| &benefit.budget_lines);
        let spent = costs.iter().flat_map(|cost| &cost.budget_lines);
        let practised = self.case.new_practice.iter().map(|practice| practice.unit.as_str());
        gained.chain(spent).map(|line| line.unit.as_str()).chain(practised).collect()
    }

    /// What counts towards innsparingskrav in each plan year, as the choice counts it: kroner, plus
    /// when money is freed, to [`EFFECT_DECIMALS`].
    pub(super) fn savings(&self, plan: Plan) -> Result<[Kroner; 4], Overflow> {
        let mut savings = [Kroner::ZERO; 4];
        for effect in &self.effects {
            let counts = match effect.booking {
                Booking::TakenOut | Booking::Running | Booking::Interest | Booking::Repayment => true,
                Booking::Restructuring | Booking::Investment => false,
            };
            if counts {
                plan.add(&mut savings, effect.year, effect.amount.rounded(EFFECT_DECIMALS).negated())?;
            }
        }
        Ok(savings)
    }

    /// The first row that takes something out in the plan years without a whole budsjettpost.
    fn saving_without_line(&self, plan: Plan) -> Option<String> {
        let effects = self.effects.iter().filter(|_| self.moves_budget());
        let mut taken = effects.filter(|effect| {
            let is_whole = effect.unit.is_some() && effect.function.is_some() && effect.art.is_some();
            effect.booking == Booking::TakenOut && !is_whole && plan.slot(effect.year).is_some()
        });
        taken.next().map(|effect| effect.row.clone())
    }

    /// Every effect with [`ENTRY_DECIMALS`]. The running effects of a year add up to their exact sum,
    /// rounded, and so do its investments and its årsverk: each effect takes what the sum so far is
    /// rounded to, less what those before it took.
    pub(super) fn settled(mut self) -> Result<Self, Overflow> {
        let mut so_far: BTreeMap<(Year, bool), (Kroner, Fte)> = BTreeMap::new();
        for effect in &mut self.effects {
            let is_investment = effect.booking == Booking::Investment;
            let (money, fte) = so_far.entry((effect.year, is_investment)).or_default();
            let (money_before, fte_before) = (money.rounded(ENTRY_DECIMALS), fte.rounded(ENTRY_DECIMALS));
            money.add(effect.amount.rounded(EFFECT_DECIMALS))?;
            fte.add(effect.fte.rounded(EFFECT_DECIMALS))?;
            effect.amount = money.rounded(ENTRY_DECIMALS).minus(money_before)?;
            effect.fte = fte.rounded(ENTRY_DECIMALS).minus(fte_before)?;
        }
        Ok(self)
    }
}

/// The cases that move the budget, with their positions among all.
pub(super) fn moving<'c, 'a>(
    cases: &'c [CarriedOut<'a>],
) -> impl Iterator<Item = (usize, &'c CarriedOut<'a>)> {
    cases.iter().enumerate().filter(|(_, case)| case.moves_budget())
}

/// One case of the future budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BudgetCase {
    /// The file's stem.
    pub id: String,
    /// tittel
    pub title: String,
    /// område
    pub area: String,
    /// First year.
    pub start: Year,
    /// besluttet
    pub is_decided: bool,
    /// vedtak: the decision that holds says avvist.
    pub is_rejected: bool,
    /// innarbeidet: today's budget already holds the effect, so the case moves nothing and is in no sum.
    pub is_in_todays_budget: bool,
    /// prisår, where its amounts could not be brought to budsjettår's prices.
    pub other_prices: Option<Year>,
    /// The first row that takes something out of no line: without a whole budsjettpost.
    pub saving_without_line: Option<String>,
    /// What it comes to in each plan year, whether it is in a sum or not.
    pub years: [CaseYear; 4],
    /// What counts towards innsparingskrav in each plan year, as the choice counts it: kroner, before
    /// it is rounded to what is printed.
    pub(super) savings: [Kroner; 4],
}

/// A case in one plan year: kroner in constant prices of the budget year. Gains plus, costs plus.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CaseYear {
    /// Gains taken out.
    pub taken_out: Kroner,
    /// Running costs paid out.
    pub running: Kroner,
    /// Restructuring paid out.
    pub restructuring: Kroner,
    /// Interest and repayments; 0 without `lån`.
    pub capital: Kroner,
    /// The paid part of investments; not part of the running budget.
    pub investment: Kroner,
    /// årsverk taken out, less those that running costs add.
    pub fte: Fte,
}

impl CaseYear {
    /// Gains taken out − running costs paid out − restructuring paid out: what the budget falls by.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn net(&self) -> Result<Kroner, Overflow> {
        self.taken_out.minus(self.running)?.minus(self.restructuring)
    }

    /// The running effect: [`CaseYear::net`] − capital costs.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn running_effect(&self) -> Result<Kroner, Overflow> {
        self.net()?.minus(self.capital)
    }

    fn level(&self) -> Result<Level, Overflow> {
        Ok(Level { gains: self.taken_out.minus(self.running)?, capital: self.capital })
    }

    /// Both together.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Ok(Self {
            taken_out: self.taken_out.plus(other.taken_out)?,
            running: self.running.plus(other.running)?,
            restructuring: self.restructuring.plus(other.restructuring)?,
            capital: self.capital.plus(other.capital)?,
            investment: self.investment.plus(other.investment)?,
            fte: self.fte.plus(other.fte)?,
        })
    }

    fn add(&mut self, effect: &BudgetEffect) -> Result<(), Overflow> {
        let (sum, amount) = match effect.booking {
            Booking::TakenOut => (&mut self.taken_out, effect.amount.negated()),
            Booking::Running => (&mut self.running, effect.amount),
            Booking::Restructuring => (&mut self.restructuring, effect.amount),
            Booking::Interest | Booking::Repayment => (&mut self.capital, effect.amount),
            Booking::Investment => (&mut self.investment, effect.amount),
        };
        sum.add(amount)?;
        self.fte.add(effect.fte)
    }
}

impl BudgetCase {
    /// What it gives and costs more of in the last plan year than in the first, where today's budget is said to hold it:
    /// that is in no budget. None where it is the same.
    pub fn still_to_come(&self) -> Option<Growth> {
        let [first, .., last] = &self.years;
        let growth = Growth::between(first.level().ok()?, last.level().ok()?).ok()?;
        growth.filter(|_| self.is_in_todays_budget)
    }

    /// The case with its effects settled; `savings` are counted before that.
    pub(super) fn of(settled: &CarriedOut<'_>, savings: [Kroner; 4], plan: Plan) -> Result<Self, Overflow> {
        let mut years = [CaseYear::default(); 4];
        for effect in &settled.effects {
            plan.at(&mut years, effect.year).map_or(Ok(()), |at| at.add(effect))?;
        }
        let CarriedOut { case, schedule, .. } = settled;
        Ok(Self {
            id: case.id.clone(),
            title: case.title.clone(),
            area: case.area.clone(),
            start: schedule.start,
            is_decided: case.is_decided(),
            is_rejected: case.is_rejected(),
            is_in_todays_budget: !settled.moves_budget(),
            other_prices: case.in_other_prices().map(|prices| prices.from),
            saving_without_line: settled.saving_without_line(plan),
            years,
            savings,
        })
    }
}

/// What one case books on a line in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LineEntry {
    /// Position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// Plan year.
    pub year: Year,
    /// Taken out, running or restructuring; capital costs and investment are elsewhere.
    pub booking: Booking,
    /// Change of the line, kroner in KOSTRA sign: what is taken out is negative.
    pub amount: Kroner,
    /// Change of its årsverk: what is taken out is negative, what a running cost adds positive.
    pub fte: Fte,
}

impl LineEntry {
    /// The entry an effect makes; none for capital costs and investment, and outside the plan.
    pub(super) fn of(effect: &BudgetEffect, case: usize, plan: Plan) -> Option<Self> {
        let is_running =
            matches!(effect.booking, Booking::TakenOut | Booking::Running | Booking::Restructuring);
        plan.slot(effect.year).filter(|_| is_running)?;
        Some(Self {
            case,
            year: effect.year,
            booking: effect.booking,
            amount: effect.amount,
            fte: effect.fte.negated(),
        })
    }

    /// By year, case and kind; each once.
    pub(super) fn merged(mut entries: Vec<Self>) -> Result<Vec<Self>, Overflow> {
        entries.sort_by_key(Self::place);
        let mut merged: Vec<Self> = Vec::with_capacity(entries.len());
        for entry in entries {
            match merged.last_mut().filter(|last| last.place() == entry.place()) {
                Some(last) => {
                    last.amount.add(entry.amount)?;
                    last.fte.add(entry.fte)?;
                }
                None => merged.push(entry),
            }
        }
        Ok(merged)
    }

    const fn place(&self) -> (Year, usize, Booking) {
        (self.year, self.case, self.booking)
    }
}

//! The cases the future budget is built from, and what each comes to, year by year.

use super::plan::{EFFECT_DECIMALS, ENTRY_DECIMALS, Plan, add};
use crate::calc::{Booking, BudgetEffect};
use crate::model::{Case, Schedule};
use crate::units::{Fte, Kroner, Overflow, Year};
use std::collections::{BTreeMap, BTreeSet};

/// A case that is carried out, and what it does to the budget lines.
#[derive(Debug, Clone)]
pub struct Chosen<'a> {
    /// The case.
    pub case: &'a Case,
    /// Its start and life.
    pub schedule: Schedule,
    /// [`crate::calc::Calculator::budget_effects`] of the case at that start.
    pub effects: Vec<BudgetEffect>,
}

impl<'a> Chosen<'a> {
    /// Whether the case moves the budget: not where today's budget already holds its effect.
    pub(super) fn counts(&self) -> bool {
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
            if let Some(slot) = plan.slot(effect.year).filter(|_| counts) {
                add(&mut savings, slot, effect.amount.rounded(EFFECT_DECIMALS).negated())?;
            }
        }
        Ok(savings)
    }

    /// Every effect with [`ENTRY_DECIMALS`]. The running effects of a year add up to their exact sum,
    /// rounded, and so do its investments and its årsverk: each effect takes what the sum so far is
    /// rounded to, less what those before it took.
    pub(super) fn settled(mut self) -> Result<Self, Overflow> {
        let mut sums: BTreeMap<(Year, bool), (Settled<Kroner>, Settled<Fte>)> = BTreeMap::new();
        for effect in &mut self.effects {
            let is_investment = effect.booking == Booking::Investment;
            let (money, fte) = sums.entry((effect.year, is_investment)).or_default();
            money.exact = money.exact.plus(effect.amount.rounded(EFFECT_DECIMALS))?;
            let rounded = money.exact.rounded(ENTRY_DECIMALS);
            effect.amount = rounded.minus(core::mem::replace(&mut money.rounded, rounded))?;
            fte.exact = fte.exact.plus(effect.fte.rounded(EFFECT_DECIMALS))?;
            let rounded = fte.exact.rounded(ENTRY_DECIMALS);
            effect.fte = rounded.minus(core::mem::replace(&mut fte.rounded, rounded))?;
        }
        Ok(self)
    }
}

/// A sum so far, and what it is rounded to.
#[derive(Debug, Clone, Copy, Default)]
struct Settled<T> {
    exact: T,
    rounded: T,
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
        *sum = sum.plus(amount)?;
        self.fte = self.fte.plus(effect.fte)?;
        Ok(())
    }
}

impl BudgetCase {
    pub(super) fn of(chosen: &Chosen<'_>, savings: [Kroner; 4], plan: Plan) -> Result<Self, Overflow> {
        let mut years = [CaseYear::default(); 4];
        for effect in &chosen.effects {
            let at = plan.slot(effect.year).and_then(|slot| years.get_mut(slot));
            at.map_or(Ok(()), |at| at.add(effect))?;
        }
        Ok(Self {
            id: chosen.case.id.clone(),
            title: chosen.case.title.clone(),
            area: chosen.case.area.clone(),
            start: chosen.schedule.start,
            is_decided: chosen.case.is_decided(),
            is_rejected: chosen.case.is_rejected(),
            is_in_todays_budget: !chosen.counts(),
            years,
            savings,
        })
    }
}

/// What one case books on a line in one year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// Plan year.
    pub year: Year,
    /// Taken out, running or restructuring; capital costs and investment stand elsewhere.
    pub booking: Booking,
    /// Change of the line, kroner in KOSTRA sign: what is taken out is negative.
    pub amount: Kroner,
    /// Change of its årsverk: what is taken out is negative, what a running cost adds positive.
    pub fte: Fte,
}

impl Entry {
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
                    last.amount = last.amount.plus(entry.amount)?;
                    last.fte = last.fte.plus(entry.fte)?;
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

//! Investment in a table of its own, with what its loans cost.

use super::case::Chosen;
use super::plan::{ENTRY_DECIMALS, Plan, add};
use super::today::TodayLine;
use crate::calc::{Booking, BudgetEffect};
use crate::model::Organisation;
use crate::units::{Kroner, Overflow};

/// Investment beside the running budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Investments {
    /// By case, then as written.
    pub rows: Vec<InvestmentRow>,
    /// Today's investment budget of the units touched, by ansvar, funksjon and art.
    pub today: Vec<TodayLine>,
    /// The paid part of all rows, each plan year.
    pub outlay: [Kroner; 4],
    /// Interest and repayments of all rows, each plan year.
    pub capital: [Kroner; 4],
    /// How it is financed; none without `lån` in a3.yaml: kapitalkostnad er ikke med.
    pub financing: Option<Financing>,
}

/// lån: where capital costs are booked, art 500 (interest) and 510 (repayment) of funksjon 870.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Financing {
    /// lån.ansvar
    pub unit: Option<String>,
}

/// The investment of one row of a case; kroner, outlays plus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvestmentRow {
    /// Position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// The row's name.
    pub name: String,
    /// The budget lines it is paid over, as ansvar, funksjon, art, by that order; none where the row
    /// names none.
    pub lines: Vec<InvestmentLine>,
    /// The paid part in each plan year.
    pub outlay: [Kroner; 4],
    /// Interest (art 500) in each plan year, also of outlays before the plan; 0 without a loan.
    pub interest: [Kroner; 4],
    /// Repayment (art 510) in each plan year; 0 without a loan.
    pub repayment: [Kroner; 4],
}

/// Where an investment is paid.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct InvestmentLine {
    /// ansvar
    pub unit: String,
    /// funksjon (KOSTRA)
    pub function: String,
    /// art (KOSTRA)
    pub art: String,
}

impl Investments {
    pub(super) fn of(
        chosen: &[Chosen<'_>],
        today: Vec<TodayLine>,
        (organisation, plan): (&Organisation, Plan),
    ) -> Result<Self, Overflow> {
        let mut rows: Vec<InvestmentRow> = Vec::new();
        for (case, chosen) in chosen.iter().enumerate().filter(|(_, chosen)| chosen.counts()) {
            for effect in chosen.effects.iter().filter(|effect| is_capital(effect.booking)) {
                let is_its = |row: &&mut InvestmentRow| row.case == case && row.name == effect.row;
                if let Some(row) = rows.iter_mut().rev().take_while(|row| row.case == case).find(is_its) {
                    row.add(effect, plan)?;
                } else {
                    let mut row = InvestmentRow::new(case, &effect.row);
                    row.add(effect, plan)?;
                    rows.push(row);
                }
            }
        }
        let financing = organisation.rules.loan.as_ref().map(|loan| Financing { unit: loan.unit.clone() });
        let (mut outlay, mut capital) = ([Kroner::ZERO; 4], [Kroner::ZERO; 4]);
        for row in &rows {
            outlay = super::plan::each(outlay, row.outlay, Kroner::plus)?;
            capital = super::plan::each(capital, row.capital()?, Kroner::plus)?;
        }
        Ok(Self { rows, today, outlay, capital, financing })
    }
}

const fn is_capital(booking: Booking) -> bool {
    match booking {
        Booking::Investment | Booking::Interest | Booking::Repayment => true,
        Booking::TakenOut | Booking::Running | Booking::Restructuring => false,
    }
}

impl InvestmentRow {
    fn new(case: usize, name: &str) -> Self {
        let nothing = [Kroner::ZERO; 4];
        let name = name.to_owned();
        Self { case, name, lines: Vec::new(), outlay: nothing, interest: nothing, repayment: nothing }
    }

    /// Interest and repayment in each plan year, kroner.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn capital(&self) -> Result<[Kroner; 4], Overflow> {
        super::plan::each(self.interest, self.repayment, Kroner::plus)
    }

    fn add(&mut self, effect: &BudgetEffect, plan: Plan) -> Result<(), Overflow> {
        let Some(slot) = plan.slot(effect.year) else { return Ok(()) };
        let amount = effect.amount.rounded(ENTRY_DECIMALS);
        match effect.booking {
            Booking::Interest => add(&mut self.interest, slot, amount),
            Booking::Repayment => add(&mut self.repayment, slot, amount),
            Booking::Investment => {
                self.paid_over(effect);
                add(&mut self.outlay, slot, amount)
            }
            Booking::TakenOut | Booking::Running | Booking::Restructuring => Ok(()),
        }
    }

    fn paid_over(&mut self, effect: &BudgetEffect) {
        let named = effect.unit.clone().zip(effect.function.clone()).zip(effect.art.clone());
        let Some(((unit, function), art)) = named else { return };
        let line = InvestmentLine { unit, function, art };
        if let Err(place) = self.lines.binary_search(&line) {
            self.lines.insert(place, line);
        }
    }
}

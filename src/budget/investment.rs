//! Investment in a table of its own, with what its loans cost.

use super::case::{CarriedOut, moving};
use super::plan::Plan;
use super::today::{TodayLine, TodayLines};
use crate::calc::{Booking, BudgetEffect, FINANCE_FUNCTION, INTEREST_ART, REPAYMENT_ART};
use crate::ledger::Ledger;
use crate::model::Loan;
use crate::units::{Kroner, Overflow, each};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Investment beside the running budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Investments {
    /// By case, then as written.
    pub rows: Vec<InvestmentRow>,
    /// Today's investment budget of the units touched, by ansvar, funksjon and art.
    pub today: Vec<TodayLine>,
    /// The investment budget line by line, today and by the cases: by ansvar, funksjon and art, and
    /// last what cases book on no line.
    pub budget: Vec<InvestmentBudgetLine>,
    /// The paid part of all rows, each plan year: `spent` − `received`.
    pub outlay: [Kroner; 4],
    /// The outlays alone, each plan year: what is to be financed.
    pub spent: [Kroner; 4],
    /// tilskudd and other payments received (negative amounts), each plan year; plus. The rest of
    /// `spent` is borrowed, or, without `lån`, nobody has said.
    pub received: [Kroner; 4],
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
    /// What is there today; none where the file has no line of that ansvar, or where the ansvar is
    /// among those the cases touch, and its lines are with theirs.
    pub today: Option<LoanToday>,
}

/// Today's interest and repayment on lån.ansvar, funksjon 870.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LoanToday {
    /// ansvarsnavn, where the file has one.
    pub name: Option<Arc<str>>,
    /// Art 500 of each plan year, kroner.
    pub interest: [Kroner; 4],
    /// Art 510 of each plan year, kroner.
    pub repayment: [Kroner; 4],
}

impl LoanToday {
    /// Goes through the file for the lines of one ansvar.
    pub(super) fn of(ledger: &Ledger, unit: &str, plan: Plan) -> Result<Option<Self>, Overflow> {
        let lines = TodayLines::of(ledger, &BTreeSet::from([unit]), plan)?.running;
        let amount = |art: &str| {
            let is_it = |line: &&TodayLine| &*line.function == FINANCE_FUNCTION && &*line.art == art;
            lines.iter().find(is_it).map_or([Kroner::ZERO; 4], |line| line.amount)
        };
        let (interest, repayment) = (amount(INTEREST_ART), amount(REPAYMENT_ART));
        let name = ledger.unit_names.get(unit).cloned();
        Ok((!lines.is_empty()).then_some(Self { name, interest, repayment }))
    }
}

/// The investment of one row of a case; kroner, outlays plus.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvestmentRow {
    /// Position in [`super::FutureBudget::cases`].
    pub case: usize,
    /// The row's name.
    pub name: String,
    /// The budget lines it is paid over, as ansvar, funksjon, art, by that order; none where the row
    /// names none.
    pub lines: Vec<InvestmentLine>,
    /// The paid part in each plan year: `spent` − `received`.
    pub outlay: [Kroner; 4],
    /// Its outlays alone in each plan year.
    pub spent: [Kroner; 4],
    /// What it receives (negative amounts) in each plan year; plus.
    pub received: [Kroner; 4],
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

/// One line of the investment budget, kroner in KOSTRA sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvestmentBudgetLine {
    /// The line; none for what cases book on none.
    pub line: Option<InvestmentLine>,
    /// Whether today's budget has the line.
    pub stands_today: bool,
    /// Today's budget of each plan year.
    pub today: [Kroner; 4],
    /// What cases spend on it in each plan year; plus.
    pub spent: [Kroner; 4],
    /// What cases receive on it in each plan year; minus.
    pub received: [Kroner; 4],
    /// Positions in [`super::FutureBudget::cases`] of the cases that book on it in each plan year.
    pub cases: [BTreeSet<usize>; 4],
}

impl InvestmentBudgetLine {
    /// What cases change on it in each plan year.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn change(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.spent, self.received, Kroner::plus)
    }

    fn book(&mut self, effect: &BudgetEffect, case: usize, plan: Plan) -> Result<(), Overflow> {
        if let Some(cases) = plan.at(&mut self.cases, effect.year) {
            cases.insert(case);
        }
        let row = if effect.amount.is_negative() { &mut self.received } else { &mut self.spent };
        plan.add(row, effect.year, effect.amount)
    }
}

impl Investments {
    pub(super) fn of(
        cases: &[CarriedOut<'_>],
        today: Vec<TodayLine>,
        loan: Option<&Loan>,
        plan: Plan,
    ) -> Result<Self, Overflow> {
        let mut rows: Vec<InvestmentRow> = Vec::new();
        for (case, CarriedOut { effects, .. }) in moving(cases) {
            let mut of_case: Vec<InvestmentRow> = Vec::new();
            for effect in effects.iter().filter(|effect| is_capital(effect.booking)) {
                if let Some(row) = of_case.iter_mut().find(|row| row.name == effect.row) {
                    row.add(effect, plan)?;
                } else {
                    let mut row = InvestmentRow { case, name: effect.row.clone(), ..Default::default() };
                    row.add(effect, plan)?;
                    of_case.push(row);
                }
            }
            rows.append(&mut of_case);
        }
        let capital = rows.iter().map(InvestmentRow::capital).collect::<Result<Vec<_>, _>>()?;
        Ok(Self {
            budget: line_by_line(cases, &today, plan)?,
            outlay: Kroner::sum_years(rows.iter().map(|row| row.outlay))?,
            spent: Kroner::sum_years(rows.iter().map(|row| row.spent))?,
            received: Kroner::sum_years(rows.iter().map(|row| row.received))?,
            capital: Kroner::sum_years(capital)?,
            financing: loan.map(|loan| Financing { unit: loan.unit.clone(), today: None }),
            rows,
            today,
        })
    }
}

/// Today's lines and those that cases book on, each once.
fn line_by_line(
    cases: &[CarriedOut<'_>],
    today: &[TodayLine],
    plan: Plan,
) -> Result<Vec<InvestmentBudgetLine>, Overflow> {
    let mut lines: BTreeMap<(bool, Option<InvestmentLine>), InvestmentBudgetLine> = BTreeMap::new();
    for line in today {
        let (unit, function, art) =
            (line.unit.as_ref().to_owned(), line.function.to_string(), line.art.to_string());
        let key = Some(InvestmentLine { unit, function, art });
        let (line, today) = (key.clone(), line.amount);
        let new = InvestmentBudgetLine { line, stands_today: true, today, ..Default::default() };
        lines.insert((false, key), new);
    }
    for (case, CarriedOut { effects, .. }) in moving(cases) {
        for effect in effects.iter().filter(|effect| effect.booking == Booking::Investment) {
            let line = InvestmentLine::of(effect);
            let entry = lines.entry((line.is_none(), line.clone()));
            let new = || InvestmentBudgetLine { line, ..Default::default() };
            entry.or_insert_with(new).book(effect, case, plan)?;
        }
    }
    Ok(lines.into_values().collect())
}

impl InvestmentLine {
    fn of(effect: &BudgetEffect) -> Option<Self> {
        let named = effect.unit.clone().zip(effect.function.clone()).zip(effect.art.clone());
        named.map(|((unit, function), art)| Self { unit, function, art })
    }
}

const fn is_capital(booking: Booking) -> bool {
    match booking {
        Booking::Investment | Booking::Interest | Booking::Repayment => true,
        Booking::TakenOut | Booking::Running | Booking::Restructuring => false,
    }
}

impl InvestmentRow {
    /// Interest and repayment in each plan year, kroner.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn capital(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.interest, self.repayment, Kroner::plus)
    }

    fn add(&mut self, effect: &BudgetEffect, plan: Plan) -> Result<(), Overflow> {
        let (amount, year) = (effect.amount, effect.year);
        match effect.booking {
            Booking::Interest => plan.add(&mut self.interest, year, amount),
            Booking::Repayment => plan.add(&mut self.repayment, year, amount),
            Booking::Investment => {
                self.paid_over(effect);
                plan.add(&mut self.outlay, year, amount)?;
                let row = if amount.is_negative() { &mut self.received } else { &mut self.spent };
                plan.add(row, year, amount.abs())
            }
            Booking::TakenOut | Booking::Running | Booking::Restructuring => Ok(()),
        }
    }

    fn paid_over(&mut self, effect: &BudgetEffect) {
        let Some(line) = InvestmentLine::of(effect) else { return };
        if let Err(place) = self.lines.binary_search(&line) {
            self.lines.insert(place, line);
        }
    }
}

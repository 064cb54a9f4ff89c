//! Investment in a table of its own, with what its loans cost.

use super::case::Chosen;
use super::plan::{Plan, add};
use super::today::{Today, TodayLine};
use crate::calc::{Booking, BudgetEffect, FINANCE_FUNCTION, INTEREST_ART, REPAYMENT_ART};
use crate::ledger::Ledger;
use crate::model::Organisation;
use crate::units::{Kroner, Overflow};
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
    /// What stands there today; none where the file has no line of that ansvar, or where the ansvar is
    /// among those the cases touch, and its lines stand with theirs.
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
        let lines = Today::of(ledger, &BTreeSet::from([unit]), plan)?.running;
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
#[derive(Debug, Clone, PartialEq, Eq)]
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
    fn of(line: Option<InvestmentLine>) -> Self {
        let nothing = [Kroner::ZERO; 4];
        let cases = Default::default();
        Self { line, stands_today: false, today: nothing, spent: nothing, received: nothing, cases }
    }

    /// What cases change on it in each plan year.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn change(&self) -> Result<[Kroner; 4], Overflow> {
        super::plan::each(self.spent, self.received, Kroner::plus)
    }

    fn book(&mut self, effect: &BudgetEffect, (case, plan): (usize, Plan)) -> Result<(), Overflow> {
        let Some(slot) = plan.slot(effect.year) else { return Ok(()) };
        let amount = effect.amount;
        if let Some(cases) = self.cases.get_mut(slot) {
            cases.insert(case);
        }
        add(if amount.is_negative() { &mut self.received } else { &mut self.spent }, slot, amount)
    }
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
        let financing =
            organisation.rules.loan.as_ref().map(|loan| Financing { unit: loan.unit.clone(), today: None });
        let sum = |of: &dyn Fn(&InvestmentRow) -> Result<[Kroner; 4], Overflow>| {
            rows.iter().try_fold([Kroner::ZERO; 4], |sum, row| super::plan::each(sum, of(row)?, Kroner::plus))
        };
        let (outlay, capital) = (sum(&|row| Ok(row.outlay))?, sum(&InvestmentRow::capital)?);
        let (spent, received) = (sum(&|row| Ok(row.spent))?, sum(&|row| Ok(row.received))?);
        let budget = line_by_line(chosen, &today, plan)?;
        Ok(Self { rows, today, budget, outlay, spent, received, capital, financing })
    }
}

/// Today's lines and those that cases book on, each once.
fn line_by_line(
    chosen: &[Chosen<'_>],
    today: &[TodayLine],
    plan: Plan,
) -> Result<Vec<InvestmentBudgetLine>, Overflow> {
    let mut lines: BTreeMap<(bool, Option<InvestmentLine>), InvestmentBudgetLine> = BTreeMap::new();
    for line in today {
        let (unit, function, art) =
            (line.unit.as_ref().to_owned(), line.function.to_string(), line.art.to_string());
        let key = Some(InvestmentLine { unit, function, art });
        let new = InvestmentBudgetLine {
            stands_today: true,
            today: line.amount,
            ..InvestmentBudgetLine::of(key.clone())
        };
        lines.insert((false, key), new);
    }
    for (case, chosen) in chosen.iter().enumerate().filter(|(_, chosen)| chosen.counts()) {
        for effect in chosen.effects.iter().filter(|effect| effect.booking == Booking::Investment) {
            let key = InvestmentLine::of(effect);
            let line = lines.entry((key.is_none(), key.clone()));
            line.or_insert_with(|| InvestmentBudgetLine::of(key)).book(effect, (case, plan))?;
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
    fn new(case: usize, name: &str) -> Self {
        let nothing = [Kroner::ZERO; 4];
        Self {
            case,
            name: name.to_owned(),
            lines: Vec::new(),
            outlay: nothing,
            spent: nothing,
            received: nothing,
            interest: nothing,
            repayment: nothing,
        }
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
        let amount = effect.amount;
        match effect.booking {
            Booking::Interest => add(&mut self.interest, slot, amount),
            Booking::Repayment => add(&mut self.repayment, slot, amount),
            Booking::Investment => {
                self.paid_over(effect);
                add(&mut self.outlay, slot, amount)?;
                if amount.is_negative() {
                    add(&mut self.received, slot, amount.negated())
                } else {
                    add(&mut self.spent, slot, amount)
                }
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

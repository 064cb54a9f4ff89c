//! The document of `a3 budget --format json`.

use super::LeftOut;
use super::amount::{Figure, fte, kroner};
use super::budget_output::{
    AreaOut, AreaYearOut, BalanceOut, Budget, CaseOut, DifferenceOut, EffectOut, FileOut, LoanOut,
    ReconciledOut, RowOut, SumOut, UnlinedOut, WarningOut,
};
use crate::budget::{
    AreaTotal, CaseYear, DeflatorTerms, FutureBudget, FutureLine, LineEntry, Sides, UnitBudget, WholeYear,
    YearTotal,
};
use crate::calc::Booking;
use crate::units::{Fte, Kroner, Overflow, Year};
use serde::ser::{Error, SerializeSeq};
use serde::{Serialize, Serializer};

pub use super::budget_schema::schema;

/// What the document is made from.
#[derive(Debug)]
pub struct Budgeted<'a> {
    /// The future budget.
    pub budget: &'a FutureBudget,
    /// Which cases it is built from.
    pub selection: Selection,
    /// The file of today's budget; none where today's budget is not known.
    pub today: Option<TodayFile<'a>>,
    /// What should be looked at.
    pub warnings: Vec<Warning>,
    /// Cases that are in no part of it, with why.
    pub left_out: Vec<LeftOut>,
    /// The deflator of the council's tables.
    pub deflator: DeflatorTerms<'a>,
}

/// The file of today's budget.
#[derive(Debug, Clone, Copy)]
pub struct TodayFile<'a> {
    /// Its path from the root.
    pub path: &'a str,
    /// Lines that could not be read.
    pub bad: usize,
}

/// Something to look at.
#[derive(Debug, Clone)]
pub struct Warning {
    /// Whether the budget cannot be right as it stands.
    pub is_wrong: bool,
    /// What, as a sentence in the language of the reader.
    pub words: String,
}

/// Which cases the budget is built from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// What is chosen within the frames, and what is decided.
    Chosen,
    /// What is decided alone, as nothing holds within the frames.
    Decided,
    /// All cases given.
    All,
    /// Those that were named.
    Named,
}

impl Selection {
    /// The words of `utvalg`.
    pub(super) const WORDS: [&'static str; 4] = ["valgt", "besluttet", "alle", "saker"];

    const fn word(self) -> &'static str {
        let [chosen, decided, all, named] = Self::WORDS;
        match self {
            Self::Chosen => chosen,
            Self::Decided => decided,
            Self::All => all,
            Self::Named => named,
        }
    }
}

/// The document.
///
/// # Errors
/// [`Overflow`] when a sum does not fit.
pub fn json(of: &Budgeted<'_>) -> Result<String, Overflow> {
    let Budgeted { budget, selection, today, warnings, left_out, deflator } = of;
    let told = Told { budget, is_known: today.is_some(), has_loan: budget.investments.financing.is_some() };
    let units = || budget.units.iter().filter(|_| told.is_known);
    let written = super::worked_out_document(&Budget {
        versjon: super::VERSION,
        selection: selection.word(),
        cases: told.cases(),
        file: today.map(|TodayFile { path, bad }| FileOut { path, bad }),
        rows: Rows(told),
        reconciled: units().flat_map(reconciled).collect(),
        differences: units().flat_map(|unit| told.differences(unit)).collect(),
        without_line: budget.without_line.iter().map(|entry| told.unlined(entry)).collect(),
        investments: told.investments(),
        financing: told.financing(),
        investment_budget: told.investment_budget()?,
        loan: budget.investments.financing.as_ref().map(|loan| LoanOut { unit: loan.unit.as_deref() }),
        sum: budget.totals.iter().map(|total| told.sum(total)).collect::<Result<_, _>>()?,
        areas: budget.areas.iter().map(|area| told.area(area)).collect::<Result<_, _>>()?,
        balance: budget.totals.iter().filter(|_| told.is_known).map(balance).collect(),
        whole: budget.whole.iter().filter(|_| told.is_known).map(whole).collect(),
        council: told.council(*deflator)?,
        warnings: warnings.iter().map(warning).collect(),
        left_out,
    });
    written.ok_or(Overflow)
}

fn warning(Warning { is_wrong, words }: &Warning) -> WarningOut<'_> {
    WarningOut { grade: if *is_wrong { "feil" } else { "advarsel" }, words }
}

/// The budget, and what is known around it.
#[derive(Clone, Copy)]
pub(super) struct Told<'a> {
    pub(super) budget: &'a FutureBudget,
    /// Whether today's budget is known.
    pub(super) is_known: bool,
    /// Whether investments are turned into capital cost.
    pub(super) has_loan: bool,
}

impl<'a> Told<'a> {
    pub(super) fn id(&self, case: usize) -> &'a str {
        self.budget.cases.get(case).map_or("", |case| case.id.as_str())
    }

    pub(super) fn ids(&self, cases: &[usize]) -> Vec<&'a str> {
        cases.iter().map(|case| self.id(*case)).collect()
    }

    fn cases(&self) -> Vec<CaseOut<'a>> {
        let one = |case: &'a crate::budget::BudgetCase| CaseOut {
            id: &case.id,
            title: &case.title,
            area: &case.area,
            start: case.start.number(),
            is_decided: case.is_decided,
            is_in_todays_budget: case.is_in_todays_budget,
        };
        self.budget.cases.iter().map(one).collect()
    }

    fn line(&self, unit: &'a UnitBudget, line: &'a FutureLine) -> Result<Vec<RowOut<'a>>, Overflow> {
        let known = |amount: Kroner| self.is_known.then(|| Figure::from(amount));
        let known_fte = |amount: Option<Fte>| amount.filter(|_| self.is_known).map(Figure::from);
        let amounts = line.today.into_iter().zip(line.future).zip(line.change()?).zip(line.fte_today);
        let mut rows = Vec::with_capacity(4);
        for ((slot, year), (((today, future), change), fte_today)) in
            self.budget.plan.years().into_iter().enumerate().zip(amounts)
        {
            rows.push(RowOut {
                year: year.number(),
                unit: &line.unit,
                unit_name: unit.name.as_deref(),
                function: &line.function,
                art: &line.art,
                today: known(today),
                future: known(future),
                change: change.into(),
                fte: line.fte_taken_out(year)?.into(),
                fte_today: known_fte(fte_today),
                fte_future: known_fte(line.fte_future(slot, year)?),
                is_new_practice: line.replaced_in(year).is_some(),
                cases: self.ids(&line.cases(year)),
            });
        }
        Ok(rows)
    }

    fn differences(&self, unit: &'a UnitBudget) -> Vec<DifferenceOut<'a>> {
        let one = |part: &crate::budget::Difference| {
            let line = self.budget.lines.get(part.line)?;
            Some(DifferenceOut {
                year: part.year.number(),
                unit: &line.unit,
                function: &line.function,
                art: &line.art,
                case: self.id(part.case),
                reason: "ny_praksis",
                amount: kroner(part.amount),
            })
        };
        unit.differences.iter().filter_map(one).collect()
    }

    fn unlined(&self, entry: &LineEntry) -> UnlinedOut<'a> {
        UnlinedOut {
            year: entry.year.number(),
            case: self.id(entry.case),
            kind: booking(entry.booking),
            amount: kroner(entry.amount),
            fte: fte(entry.fte.negated()),
        }
    }

    /// What cases come to, with what their new practice makes of it beside that.
    fn effect(&self, at: &CaseYear, difference: Kroner) -> Result<EffectOut, Overflow> {
        Ok(EffectOut {
            running: kroner(difference.minus(at.running_effect()?)?),
            investment: kroner(at.investment),
            fte: fte(at.fte),
            taken_out: kroner(at.taken_out.negated()),
            running_costs: kroner(at.running),
            restructuring: kroner(at.restructuring),
            capital: self.has_loan.then(|| kroner(at.capital)),
            new_practice: kroner(difference),
        })
    }

    fn sum(&self, total: &YearTotal) -> Result<SumOut, Overflow> {
        Ok(SumOut {
            year: total.year.number(),
            effect: self.effect(&total.cases, total.difference)?,
            demand: total.demand.map(|demand| kroner(demand.demand)),
            reached: total.demand.map(|demand| kroner(demand.reached)),
            missing: total.demand.map(|demand| kroner(demand.missing)),
            without_line: kroner(total.without_line),
            fte_change: fte(total.fte_change),
        })
    }

    fn area(&self, area: &'a AreaTotal) -> Result<AreaOut<'a>, Overflow> {
        let years = self.budget.plan.years().into_iter().zip(area.years).zip(area.difference);
        let years = years.map(|((year, at), difference)| {
            Ok(AreaYearOut { year: year.number(), effect: self.effect(&at, difference)? })
        });
        Ok(AreaOut {
            area: &area.area,
            cases: self.ids(&area.cases),
            years: years.collect::<Result<_, _>>()?,
        })
    }
}

/// Every line of the units touched, year by year: too many to be held all at once.
struct Rows<'a>(Told<'a>);

impl Serialize for Rows<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(told) = self;
        let mut rows = serializer.serialize_seq(None)?;
        for unit in &told.budget.units {
            for line in told.budget.lines.get(unit.lines.clone()).unwrap_or_default() {
                let years = told.line(unit, line).map_err(|Overflow| S::Error::custom("too large"))?;
                years.iter().try_for_each(|row| rows.serialize_element(row))?;
            }
        }
        rows.end()
    }
}

fn reconciled(unit: &UnitBudget) -> impl Iterator<Item = ReconciledOut<'_>> {
    unit.years.iter().map(|at| ReconciledOut {
        year: at.year.number(),
        unit: &unit.unit,
        unit_name: unit.name.as_deref(),
        taken_out: kroner(at.cases_take_out),
        shown: kroner(at.budget_shows),
        difference: kroner(at.difference),
    })
}

fn balance(total: &YearTotal) -> BalanceOut {
    sides(total.year, (total.today, total.future))
}

fn whole(at: &WholeYear) -> BalanceOut {
    sides(at.year, (at.today, at.future))
}

fn sides(year: Year, (today, future): (Sides, Sides)) -> BalanceOut {
    BalanceOut {
        year: year.number(),
        expense_today: kroner(today.expense),
        income_today: kroner(today.income),
        expense_future: kroner(future.expense),
        income_future: kroner(future.income),
    }
}

/// The words of `slag`.
pub(super) const BOOKINGS: [&str; 3] = ["gevinst", "drift", "omstilling"];

/// What kind of entry it is; capital costs and investment stand elsewhere.
const fn booking(booking: Booking) -> &'static str {
    let [gain, running, restructuring] = BOOKINGS;
    match booking {
        Booking::TakenOut => gain,
        Booking::Restructuring => restructuring,
        Booking::Running | Booking::Investment | Booking::Interest | Booking::Repayment => running,
    }
}

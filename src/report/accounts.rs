//! A file of accounts → what is booked where followed cases touch the budget, against the new budget of the year.

use super::budget::{Budgeted, Starts, future_budget};
use super::{Appraised, BudgetFile, Ending, LeftOut, NoStatus, StatusCase, appraise, left_out};
use crate::budget::{BookedYear, Holding, NewBudget, Plan, UnitArt};
use crate::calc::{Booking, Calculator};
use crate::checks;
use crate::diagnostic::{FileFindings, Report};
use crate::follow::UnitHole;
use crate::ledger::{self, Month, Read};
use crate::model::{Case, CostKind, Organisation};
use crate::repository::{Repository, WorldError};
use crate::units::Kroner;
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

/// What the accounts of the year say.
#[derive(Debug)]
pub struct AccountsReport {
    /// Path of the file from the root.
    pub path: String,
    /// What was found in it, and the file to quote from.
    pub findings: Report,
    /// Whether some line of it could be read.
    pub is_read: bool,
    /// How many lines could not be read, and are in no sum.
    pub bad: usize,
    /// The number of the last month something is booked in; none where nothing is.
    pub months: Option<u16>,
    /// Whether that month is not over on the day asked about.
    pub is_month_open: bool,
    /// Today's budget, which the new one is made from.
    pub budget: BudgetFile,
    /// Cases that are in no part of the new one, though they are decided, or may be.
    pub left_out: Vec<LeftOut>,
    /// Ansvar whose new budget is not known, for more than one new practice holds of the same there.
    pub clashing: Vec<String>,
    /// What is booked on the lines that cases touch.
    pub year: BookedYear,
    /// ansvarsnavn by ansvar, where they are known.
    pub names: BTreeMap<String, String>,
}

/// Where the accounts are looked for, and on which day.
#[derive(Clone, Copy)]
pub(super) struct Looking<'l> {
    pub(super) repository: &'l Repository,
    pub(super) file: &'l Path,
    pub(super) day: NaiveDate,
}

impl AccountsReport {
    /// Reads the accounts, and holds them against the new budget where the cases followed touch it.
    pub(super) fn of(
        looking: Looking<'_>,
        appraised: &Appraised,
        cases: &[StatusCase],
    ) -> Result<Self, NoStatus> {
        let Looking { repository, day, .. } = looking;
        let organisation = &appraised.organisation;
        let first = organisation.budget_year;
        if day.year() < i32::from(first.number()) {
            return Err(NoStatus::NotBegun(first));
        }
        let read = read(looking, appraised).map_err(NoStatus::Accounts)?;
        let budget = BudgetFile::read(repository, organisation);
        let touched = touched(appraised, cases);
        let future = future(looking, appraised, &budget)?;
        let new_budget = budget.ledger().zip(future.as_ref());
        let holding = Holding {
            touched: &touched,
            accounts: &read.ledger,
            months: read.last_month,
            budget: new_budget.map(|(today, future)| NewBudget { today, future: &future.budget }),
            plan: Plan { first },
        };
        let year = holding.hold()?;
        let names = names(&touched, &read, &budget);
        let is_touched = |unit: &&str| year.units.iter().any(|of| of.unit == *unit);
        let clashing = future.iter().flat_map(|of| of.budget.clashing_units(first));
        let clashing = clashing.filter(is_touched).map(str::to_owned).collect();
        let Read { source, findings, bad, last_month, ledger, .. } = read;
        let path = source.path.clone();
        let file = FileFindings { source: Arc::new(source), case: None, findings };
        Ok(Self {
            path,
            findings: Report::new(repository.shown_root(), cases.len(), vec![file]),
            is_read: !ledger.lines.is_empty(),
            bad,
            months: last_month.map(|month| month.number().into()),
            is_month_open: last_month.is_some_and(|month| is_open(month, organisation, day)),
            budget,
            clashing,
            left_out: future.map(|future| future.left_out).unwrap_or_default(),
            year,
            names,
        })
    }

    /// How the command ends by them.
    pub fn ending(&self) -> Ending {
        let own = if self.is_read { Ending::from(self.bad > 0) } else { Ending::Unread };
        own.max(self.budget.ending())
    }

    /// The hole of an ansvar.
    pub fn hole(holes: &[UnitHole], unit: &str) -> Kroner {
        let hole = holes.iter().find(|hole| hole.unit.as_deref() == Some(unit));
        hole.map(|hole| hole.hole).unwrap_or_default()
    }

    /// The holes on no ansvar that has a row here.
    pub fn other_holes<'h>(&self, holes: &'h [UnitHole]) -> impl Iterator<Item = &'h UnitHole> {
        let units: BTreeSet<&str> = self.year.units.iter().map(|unit| unit.unit.as_str()).collect();
        holes.iter().filter(move |hole| hole.unit.as_deref().is_none_or(|unit| !units.contains(unit)))
    }
}

fn read(looking: Looking<'_>, appraised: &Appraised) -> Result<Read, WorldError> {
    let path = looking.repository.inside(looking.file)?;
    let bytes = looking.repository.read(&path, ledger::MAX_BYTES)?;
    let mut read = ledger::read_accounts(&path, bytes, appraised.organisation.budget_year);
    checks::tell_of_accounts(&mut read, &appraised.severity);
    Ok(read)
}

/// Whether a month of the budget year has not ended on a day.
fn is_open(month: Month, organisation: &Organisation, day: NaiveDate) -> bool {
    let now = (day.year(), day.month());
    (i32::from(organisation.budget_year.number()), u32::from(month.number())) >= now
}

/// The new budget: what is decided does to today's what it does, also where other cases are asked about.
fn future(
    looking: Looking<'_>,
    appraised: &Appraised,
    budget: &BudgetFile,
) -> Result<Option<Budgeted>, NoStatus> {
    let Some(ledger) = budget.ledger() else { return Ok(None) };
    let all = looking.repository.is_part_asked().then(|| {
        let whole = looking.repository.whole()?;
        appraise(&whole, looking.day)
    });
    let all = all.transpose().map_err(NoStatus::Accounts)?;
    let appraised = all.as_ref().unwrap_or(appraised);
    let decided = appraised.cases.iter().filter(|of| of.case.is_decided() && !of.case.is_over());
    let starts: Starts = decided.map(|of| (of.case.id.clone(), of.case.start)).collect();
    // A stilling that is not in a3.yaml was refused when the case was read.
    let mut future = future_budget(appraised, &starts, ledger).map_err(|_| NoStatus::TooLarge)?;
    future.left_out.extend(left_out::omitted(appraised));
    Ok(Some(future))
}

/// Every ansvar and art of the running budget that the cases book on, or name.
fn touched(appraised: &Appraised, cases: &[StatusCase]) -> BTreeSet<UnitArt> {
    let calculator = Calculator::new(&appraised.organisation);
    let mut touched = BTreeSet::new();
    for of in cases.iter().filter_map(|case| appraised.cases.get(case.place)) {
        let case = &*of.case;
        touched.extend(named(case));
        let schedule = case.schedule();
        let effects = schedule.and_then(|schedule| calculator.budget_effects(case, schedule).ok());
        let is_running = |booking: Booking| match booking {
            Booking::TakenOut | Booking::Running | Booking::Restructuring => true,
            Booking::Investment | Booking::Interest | Booking::Repayment => false,
        };
        let effects = effects.into_iter().flatten().filter(|effect| is_running(effect.booking));
        touched.extend(effects.filter_map(|effect| {
            let (unit, art) = effect.unit.zip(effect.art)?;
            Some(UnitArt { unit, art })
        }));
    }
    touched
}

/// What the budsjettpost and ny_praksis of a case name, but for its investments.
fn named(case: &Case) -> impl Iterator<Item = UnitArt> {
    let gains = case.benefits.iter().flat_map(|benefit| &benefit.budget_lines);
    let costs = case.costs.iter().filter(|cost| cost.kind != CostKind::Investment);
    let lines = gains.chain(costs.flat_map(|cost| &cost.budget_lines));
    let lines = lines.map(|line| UnitArt { unit: line.unit.clone(), art: line.art.clone() });
    let practice = case.new_practice.iter().flat_map(|practice| {
        practice.arts().map(|art| UnitArt { unit: practice.unit.clone(), art: art.to_owned() })
    });
    lines.chain(practice)
}

/// What each ansvar is called, by the budget or else by the accounts.
fn names(touched: &BTreeSet<UnitArt>, read: &Read, budget: &BudgetFile) -> BTreeMap<String, String> {
    let name = |unit: &str| {
        let of_budget = budget.ledger().and_then(|ledger| ledger.unit_names.get(unit));
        of_budget.or_else(|| read.ledger.unit_names.get(unit)).map(|name| name.to_string())
    };
    touched.iter().filter_map(|at| Some((at.unit.clone(), name(&at.unit)?))).collect()
}

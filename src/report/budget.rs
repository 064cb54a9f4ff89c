//! Cases with starts, and today's budget → the future budget of the units touched.

use super::appraise::{Appraised, AppraisedCase, appraise_with_budget};
use super::check::add_portfolio;
use super::choose::Field;
use super::read::unread;
use super::selection::{Basis, Selected, Wanted};
use super::{BudgetFile, LeftOut, RankReport, Today, WhyLeftOut};
use crate::budget::{self, CarriedOut, FutureBudget, NoBudget, broken_bonds};
use crate::calc::Calculator;
use crate::checks::{self, CarriedOutFacts};
use crate::choose::{self, Choice, Verdict};
use crate::diagnostic::Report;
use crate::document;
use crate::ledger::Ledger;
use crate::model::{Case, Missing, Schedule};
use crate::repository::{Repository, WorldError};
use crate::units::{Overflow, Year};
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use std::collections::BTreeMap;

/// The first year of each case that is carried out, by id; none where it is not known, and the case
/// is left out with a word.
pub type Starts = BTreeMap<String, Option<Year>>;

/// The future budget, and the cases that are in no part of it.
#[derive(Debug, Clone)]
pub struct Budgeted {
    /// The future budget.
    pub budget: FutureBudget,
    /// Cases asked for that cannot stand in it, by id; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

/// What `a3 budget` found.
#[derive(Debug)]
pub struct BudgetReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// Today's budget.
    pub file: BudgetFile,
    /// The future budget; changes alone where today's is not known.
    pub budget: FutureBudget,
    /// Which cases it is built from.
    pub basis: Basis,
    /// Whether some cases of the organisation are not asked for, while they are chosen within the frames of all.
    pub is_part: bool,
    /// Ids of the cases that are not finished.
    pub unfinished: Vec<String>,
    /// What should be looked at in the budget, each at the case it comes of.
    pub findings: Report,
    /// The choice within the frames, where it is built from that.
    pub choice: Option<Choice>,
    /// Cases that are in no part of it; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

impl BudgetReport {
    /// What is known of today's budget.
    pub fn today(&self) -> Today<'_> {
        self.file.today()
    }
}

/// Why there is no budget.
#[derive(Debug)]
pub enum NotBudgeted {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// A figure does not fit in the choice.
    Choice(choose::NoChoice),
    /// A figure does not fit in the budget.
    Budget(NoBudget),
    /// A case asked for is an overview, without figures.
    Overview {
        /// Its id.
        id: String,
    },
    /// There is no case asked for.
    NoSuchCase {
        /// The id asked for.
        id: String,
        /// The nearest there is.
        near: Option<String>,
    },
}

/// Builds the future budget of the cases wanted.
///
/// # Errors
/// [`NotBudgeted`] where there is none to build.
pub fn budget(repository: &Repository, day: NaiveDate, wanted: Wanted) -> Result<BudgetReport, NotBudgeted> {
    let (appraised, file) = appraise_with_budget(repository, day).map_err(NotBudgeted::World)?;
    let selected = Selected::among(&appraised, wanted)?;
    built_of(repository, (appraised, file), selected)
}

/// Builds the future budget of what a list has chosen, from the cases it has read.
///
/// # Errors
/// [`NotBudgeted`] where a figure does not fit.
pub fn budget_of(repository: &Repository, rank: RankReport) -> Result<BudgetReport, NotBudgeted> {
    let RankReport { appraised, choice, .. } = rank;
    let file = BudgetFile::read(repository, &appraised.organisation);
    let selected = Selected::within(&appraised, choice)?;
    built_of(repository, (appraised, file), selected)
}

/// The budget of the cases that are selected, and what should be looked at in it.
fn built_of(
    repository: &Repository,
    (appraised, file): (Appraised, BudgetFile),
    selected: Selected,
) -> Result<BudgetReport, NotBudgeted> {
    let Selected { starts, basis, left_out, choice } = selected;
    let budgeted = match file.ledger() {
        Some(ledger) => future_budget(&appraised, &starts, ledger),
        None => changes(&appraised, &starts),
    };
    let mut budgeted = budgeted.map_err(NotBudgeted::Budget)?;
    budgeted.left_out.extend(left_out);
    let Budgeted { budget, left_out } = budgeted;
    let mut findings = findings(repository, (&appraised, &budget), file.today())?;
    findings.unread.extend(appraised.unread());
    if let BudgetFile::Unread { error, .. } = &file {
        findings.unread.push(unread(error));
    }
    let unfinished = appraised.cases.iter().filter(|case| case.unfinished.is_some());
    let unfinished = unfinished.map(|case| case.case.id.clone()).collect();
    let is_part = repository.is_part_asked() && basis.is_choice();
    Ok(BudgetReport { appraised, file, budget, basis, is_part, unfinished, findings, choice, left_out })
}

/// What should be looked at in it, each finding at the case it comes of: holds the cases carried out against each other and against today's budget, where that is known.
fn findings(
    repository: &Repository,
    (appraised, budget): (&Appraised, &FutureBudget),
    today: Today<'_>,
) -> Result<Report, NotBudgeted> {
    let by_id: BTreeMap<&str, &AppraisedCase> =
        appraised.cases.iter().map(|case| (case.case.id.as_str(), case)).collect();
    let cases: Vec<&AppraisedCase> =
        budget.cases.iter().filter_map(|case| by_id.get(case.id.as_str()).copied()).collect();
    let written: Vec<&document::Case> = cases.iter().map(|case| &*case.written).collect();
    let doubts = if today.is_known() { budget.doubts() } else { Ok(Vec::new()) };
    let doubts = doubts.map_err(|Overflow| NotBudgeted::Budget(NoBudget::TooLarge))?;
    let empty_units = if today.is_known() { &budget.empty_units[..] } else { &[] };
    let mut found = Vec::new();
    let facts = CarriedOutFacts { budget, doubts: &doubts, empty_units, written: &written };
    checks::check_carried_out(&facts, &mut found);
    appraised.severity.apply_to(&mut found);
    let paths: Vec<&str> = cases.iter().map(|case| case.path.as_str()).collect();
    let files = add_portfolio(repository, vec![None; paths.len()], (&paths, found));
    let files = files.map_err(NotBudgeted::World)?;
    Ok(Report::new(repository.shown_root(), cases.len(), files))
}

/// Every open case at its own oppstart: what is carried out where there are no frames. Finished cases
/// are not in it.
pub fn all_starts(appraised: &Appraised) -> Starts {
    let open = appraised.cases.iter().filter(|case| !case.case.is_over());
    open.map(|case| (case.case.id.clone(), case.case.start)).collect()
}

/// What is chosen and decided, at the start it has in the choice.
pub fn chosen_starts(field: &Field<'_>, choice: &Choice) -> Starts {
    let carried_out = choice.lines.iter().filter(|line| match line.verdict {
        Verdict::Decided | Verdict::Chosen => true,
        Verdict::Waiting
        | Verdict::Judgement
        | Verdict::NotProfitable
        | Verdict::Open
        | Verdict::NotAssessed => false,
    });
    let starts = carried_out.filter_map(|line| {
        let candidate = field.candidates.get(line.candidate)?;
        Some((candidate.case.id.clone(), line.start))
    });
    starts.collect()
}

/// Builds the future budget of the cases in `starts`.
///
/// # Errors
/// [`NoBudget`] when a figure does not fit.
pub fn future_budget(appraised: &Appraised, starts: &Starts, ledger: &Ledger) -> Result<Budgeted, NoBudget> {
    let (chosen, left_out) = worked_out(appraised, starts);
    Ok(built(appraised, budget::future_budget(&appraised.organisation, chosen, ledger)?, left_out))
}

/// The same where today's budget is not known: only the changes mean anything, and new practice,
/// which is a change only against today, is not in them.
///
/// # Errors
/// [`NoBudget`] when a figure does not fit.
fn changes(appraised: &Appraised, starts: &Starts) -> Result<Budgeted, NoBudget> {
    let (chosen, left_out) = worked_out(appraised, starts);
    let bare: Vec<Case> =
        chosen.iter().map(|one| Case { new_practice: Vec::new(), ..one.case.clone() }).collect();
    let chosen = chosen.into_iter().zip(&bare);
    let chosen =
        chosen.map(|(CarriedOut { schedule, effects, .. }, case)| CarriedOut { case, schedule, effects });
    let budget = budget::future_budget(&appraised.organisation, chosen.collect(), &Ledger::default())?;
    Ok(built(appraised, budget, left_out))
}

/// The budget, with what its cases say of each other that does not hold.
fn built(appraised: &Appraised, budget: FutureBudget, left_out: Vec<LeftOut>) -> Budgeted {
    let all = appraised.cases.iter().map(|case| &*case.case);
    let broken_bonds = broken_bonds(&budget.cases, all);
    Budgeted { budget: FutureBudget { broken_bonds, ..budget }, left_out }
}

/// What each case in `starts` books, by path; and those that cannot stand in a budget, by id.
fn worked_out<'a>(appraised: &'a Appraised, starts: &Starts) -> (Vec<CarriedOut<'a>>, Vec<LeftOut>) {
    let calculator = Calculator::new(&appraised.organisation);
    let asked: Vec<(&AppraisedCase, Option<Year>)> = appraised
        .cases
        .iter()
        .filter_map(|case| starts.get(&case.case.id).map(|start| (case, *start)))
        .collect();
    let worked_out: Vec<Result<CarriedOut<'_>, LeftOut>> =
        asked.par_iter().map(|(case, start)| work_out(case, *start, &calculator)).collect();
    let (mut chosen, mut left_out) = (Vec::with_capacity(worked_out.len()), Vec::new());
    for one in worked_out {
        match one {
            Ok(one) => chosen.push(one),
            Err(one) => left_out.push(one),
        }
    }
    left_out.sort_by(|one, other| one.id.cmp(&other.id));
    (chosen, left_out)
}

fn work_out<'a>(
    appraised: &'a AppraisedCase,
    start: Option<Year>,
    calculator: &Calculator<'a>,
) -> Result<CarriedOut<'a>, LeftOut> {
    let case = &*appraised.case;
    let left_out = |why| LeftOut { id: case.id.clone(), why };
    let schedule = start.zip(case.life).map(|(start, life)| Schedule { start, life });
    let schedule = schedule.ok_or_else(|| {
        let missing = case.missing();
        left_out(WhyLeftOut::NotAssessed(if missing.is_empty() { vec![Missing::Start] } else { missing }))
    })?;
    let effects = calculator.budget_effects(case, schedule);
    let effects = effects.map_err(|failure| left_out(WhyLeftOut::Failed(failure)))?;
    Ok(CarriedOut { case, schedule, effects })
}

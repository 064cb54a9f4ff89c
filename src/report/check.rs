//! Everything wrong with every case, at once.

use super::against::{self, Budgeting};
use super::first::First;
use super::near::near;
use super::organisation::{self, OrganisationRead};
use super::read::{CaseRead, Reading, unread};
use super::standing;
use super::today::BudgetFile;
use crate::calc::Calculator;
use crate::checks::{self, CaseReference, LockFacts, PortfolioFacts, PortfolioFinding, RegisterFacts};
use crate::diagnostic::{FileFindings, Finding, Report, Unread};
use crate::document::case_id;
use crate::model::Choice;
use crate::repository::{ORGANISATION_FILE, Repository, WorldError};
use crate::source::Source;
use crate::yaml;
use chrono::NaiveDate;
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Checks the cases asked for, and a3.yaml.
///
/// # Errors
/// [`WorldError`] where something is missing or cannot be read.
pub fn check(repository: &Repository, today: NaiveDate) -> Result<Report, WorldError> {
    checked(repository, today, First::default())
}

/// As [`check`], with no more than what is needed to show so many findings, the gravest first; the rest are counted.
///
/// # Errors
/// As [`check`].
pub fn check_first(repository: &Repository, today: NaiveDate, most: usize) -> Result<Report, WorldError> {
    checked(repository, today, First::findings(most))
}

fn checked(repository: &Repository, today: NaiveDate, first: First) -> Result<Report, WorldError> {
    let base = organisation::read(repository)?;
    let budget = BudgetFile::read(repository, &base.organisation);
    let standing = against::standing(&budget, &base.organisation);
    let budgeting = Budgeting::Yes(standing.as_ref());
    let reading = Reading { repository, base: &base, today, budgeting };
    let calculator = Calculator::new(&base.organisation);
    let (kept, mut not_read) =
        reading.each(|path| reading.case(path, &calculator).map(|read| Kept::of(read, &first)));
    let is_whole = not_read.is_empty()
        && repository.asked.len() == repository.all.len()
        && kept.iter().all(|kept| kept.is_read);
    let mut out: BTreeSet<String> = Kept::out(&kept).map(str::to_owned).collect();
    let (mut references, mut files): (Vec<CaseReference>, Vec<Option<FileFindings>>) =
        kept.into_iter().map(|kept| (kept.reference, kept.file)).unzip();
    files.iter_mut().flatten().for_each(|file| first.keep(file));
    let cases = references.len();
    references.extend(bound(&reading, &references));
    let mut found = portfolio_findings(repository, &base, &references);
    found.retain(|one| one.case < cases);
    references.truncate(cases);
    let taken_out = found.iter().filter(|one| standing::takes_out(&one.finding));
    out.extend(taken_out.filter_map(|one| Some(references.get(one.case)?.id.clone())));
    base.severity.apply_to(&mut found);
    let paths: Vec<&str> = references.iter().map(|reference| reference.path.as_str()).collect();
    let mut files = add_portfolio(repository, files, (&paths, found))?;
    let found = lock_findings(&base, &references, &out);
    let mut own = base.file.clone();
    own.findings.extend(found);
    own.findings.extend(dated_findings(&base, today));
    let register = RegisterFacts {
        organisation: &base.organisation,
        deflator: &base.deflator,
        requirements: &base.requirements,
        cases: &references,
        is_whole,
    };
    own.findings.extend(register_findings(&base, &register));
    match budget_findings(budget, &base, &mut not_read) {
        Some(file) if file.source.path == own.source.path => own.findings.extend(file.findings),
        file => files.extend(file),
    }
    files.push(own);
    files.extend(refused_links(repository));
    files.extend(near(repository, &base.severity));
    not_read.extend(repository.unread.iter().map(unread));
    not_read.sort();
    let report = Report::new(repository.shown_root(), references.len(), files);
    Ok(Report { unread: not_read, spoiled: base.spoils(), more: first.let_go(), ..report })
}

/// The cases that are not asked for and that those asked for are bound to, with all that they require in turn: a
/// ring or a clash that lies in one file goes through others.
fn bound(reading: &Reading<'_>, asked: &[CaseReference]) -> Vec<CaseReference> {
    let is_asked = |path: &&String| reading.repository.asked.binary_search(path).is_ok();
    let others = reading.repository.all.iter().filter(|path| !is_asked(path));
    let others: BTreeMap<Cow<'_, str>, &String> = others.map(|path| (case_id(path), path)).collect();
    let named = |of: &CaseReference| {
        of.requires.iter().chain(&of.excludes).map(|id| id.value.clone()).collect::<Vec<String>>()
    };
    let mut wanted: Vec<String> = asked.iter().flat_map(named).collect();
    let mut seen: BTreeSet<String> = BTreeSet::new();
    let mut found = Vec::new();
    while let Some(id) = wanted.pop() {
        let path = others.get(id.as_str()).copied();
        let read = path.filter(|_| seen.insert(id)).and_then(|path| reading.reference(path));
        if let Some(reference) = read {
            wanted.extend(reference.requires.iter().map(|id| id.value.clone()));
            found.push(reference);
        }
    }
    found
}

/// What is wrong with today's budget: in its own file, or in a3.yaml where that names no file.
fn budget_findings(
    budget: BudgetFile,
    base: &OrganisationRead,
    not_read: &mut Vec<Unread>,
) -> Option<FileFindings> {
    let (source, mut findings) = match budget {
        BudgetFile::NotNamed => return None,
        BudgetFile::Read { mut read, .. } => {
            checks::tell_what_is_not_held(&mut read);
            (Arc::new(read.source), read.findings)
        }
        BudgetFile::Missing { why, .. } => {
            let written = base.budget_file.as_ref()?;
            let finding = checks::no_budget_file(&written.value, why, written.span);
            (Arc::clone(&base.file.source), vec![finding])
        }
        BudgetFile::Unread { error, .. } => {
            not_read.push(unread(&error));
            return None;
        }
    };
    base.severity.grade(&mut findings, &source);
    Some(FileFindings { source, case: None, findings })
}

/// What is kept of a case once it has been checked: no text and no figures where nothing is wrong.
struct Kept {
    reference: CaseReference,
    /// Whether it is in no figures.
    is_out: bool,
    /// Whether anything of it could be read.
    is_read: bool,
    file: Option<FileFindings>,
}

impl Kept {
    fn of(read: CaseRead, first: &First) -> Self {
        let CaseRead { source, findings, out, reference, written, .. } = read;
        let case = Some(reference.id.clone());
        let mut file = FileFindings { source: Arc::new(source), case, findings };
        first.keep(&mut file);
        let file = (!file.findings.is_empty()).then_some(file);
        Self { reference, is_out: out.is_some(), is_read: written.is_some(), file }
    }

    /// The ids of those in no figures.
    fn out(all: &[Self]) -> impl Iterator<Item = &str> {
        all.iter().filter(|kept| kept.is_out).map(|kept| kept.reference.id.as_str())
    }
}

/// What only shows when all cases are seen together, before anybody has graded it.
pub(super) fn portfolio_findings(
    repository: &Repository,
    base: &OrganisationRead,
    references: &[CaseReference],
) -> Vec<PortfolioFinding> {
    let ids: Vec<_> = repository.all.iter().map(|path| case_id(path)).collect();
    let ids: BTreeSet<&str> = ids.iter().map(|id| &**id).collect();
    let locked = base.organisation.locked.iter().filter(|(_, lock)| lock.choice == Choice::Out);
    let locked_out: BTreeSet<&str> = locked.map(|(id, _)| id.as_str()).collect();
    let mut found = Vec::new();
    let facts = PortfolioFacts {
        cases: references,
        asked: repository.asked.len(),
        paths: &repository.all,
        ids: &ids,
        locked_out: &locked_out,
    };
    checks::check_portfolio(&facts, &mut found);
    found
}

/// What time has made wrong in a3.yaml.
fn dated_findings(base: &OrganisationRead, today: NaiveDate) -> Vec<Finding> {
    let mut found = Vec::new();
    checks::check_shared(&base.shared, today, &mut found);
    base.severity.grade(&mut found, &base.file.source);
    found
}

/// What is wrong with the locks of a3.yaml once every case is known.
fn lock_findings(
    base: &OrganisationRead,
    references: &[CaseReference],
    out: &BTreeSet<String>,
) -> Vec<Finding> {
    let spoilt: BTreeSet<&str> = out.iter().map(String::as_str).collect();
    let mut found = Vec::new();
    checks::check_locks(&LockFacts { locked: &base.locked, cases: references, spoilt: &spoilt }, &mut found);
    base.severity.grade(&mut found, &base.file.source);
    found
}

/// What a3.yaml holds for all cases that they do not bear out.
fn register_findings(base: &OrganisationRead, facts: &RegisterFacts<'_>) -> Vec<Finding> {
    let mut found = Vec::new();
    checks::check_register(facts, &mut found);
    base.severity.grade(&mut found, &base.file.source);
    found
}

/// Puts findings of the whole with those of each file; reads a text again only to quote from it.
pub(super) fn add_portfolio(
    repository: &Repository,
    mut files: Vec<Option<FileFindings>>,
    (paths, found): (&[&str], Vec<PortfolioFinding>),
) -> Result<Vec<FileFindings>, WorldError> {
    for PortfolioFinding { case, finding } in found {
        let Some((slot, path)) = files.get_mut(case).zip(paths.get(case)) else { continue };
        if slot.is_none() {
            let bytes = repository.read(path, yaml::MAX_BYTES)?;
            let text = String::from_utf8_lossy(&bytes).into_owned();
            let source = Arc::new(Source::new(*path, text));
            let case = Some(case_id(path).into_owned());
            *slot = Some(FileFindings { source, case, findings: Vec::new() });
        }
        if let Some(file) = slot {
            file.findings.push(finding);
        }
    }
    Ok(files.into_iter().flatten().collect())
}

/// Links that are not followed: never read, each a finding where the link is.
pub(super) fn refused_links(repository: &Repository) -> impl Iterator<Item = FileFindings> {
    let cases = repository.refused.iter().filter(|refused| refused.path != ORGANISATION_FILE);
    cases.map(|refused| FileFindings {
        source: Arc::new(Source::new(refused.path.clone(), "")),
        case: Some(case_id(&refused.path).into_owned()),
        findings: vec![organisation::link(refused)],
    })
}

//! Every case that can be calculated, and why the others cannot.

use super::against::{self, Budgeting};
use super::check::{portfolio_findings, refused_links};
use super::near::near;
use super::organisation::{self, OrganisationRead};
use super::read::{CaseRead, Reading, unread};
use super::standing::{self, Unfinished};
use super::today::BudgetFile;
use crate::calc::{Appraisal, Calculator};
use crate::checks::{CaseReference, Severity};
use crate::diagnostic::{FileFindings, Grade, Omitted, Unread, WhyOmitted};
use crate::document::{self, case_id};
use crate::model::{Case, Organisation};
use crate::repository::{Repository, WorldError};
use crate::shape::Lacking;
use crate::source::Lines;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The cases asked for, calculated.
#[derive(Debug)]
pub struct Appraised {
    /// The organisation they belong to.
    pub organisation: Organisation,
    /// Why no figure can be trusted, where a3.yaml has errors.
    pub spoiled: Option<WhyOmitted>,
    /// Those that could be calculated, by path.
    pub cases: Vec<AppraisedCase>,
    /// Those that could not, by path; never silently dropped.
    pub omitted: Vec<Omitted>,
    /// `regler`: how serious each rule is here.
    pub severity: Severity,
    /// Overviews (`nivå: virksomhet`) as they are written; they have no figures of their own.
    pub overviews: Vec<document::Case>,
    /// Files that are not read and may be cases, with what to call them.
    pub overlooked: Vec<FileFindings>,
}

impl Appraised {
    /// Whether there was nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.spoiled.is_none()
            && self.cases.is_empty()
            && self.omitted.is_empty()
            && self.overviews.is_empty()
            && self.overlooked.is_empty()
    }

    /// Whether there are cases, or may be, and nothing is known of any.
    pub const fn is_unknown(&self) -> bool {
        self.cases.is_empty() && (self.spoiled.is_some() || !self.omitted.is_empty())
    }

    /// Whether every case there may be is calculated, so that what none of them says is said by none.
    pub const fn is_whole(&self) -> bool {
        self.spoiled.is_none() && self.omitted.is_empty()
    }

    /// What could not be read at all.
    pub fn unread(&self) -> impl Iterator<Item = Unread> {
        self.omitted.iter().filter_map(|omitted| match &omitted.why {
            WhyOmitted::Unread { why } => Some(Unread { path: omitted.path.clone(), why: why.clone() }),
            WhyOmitted::Organisation { .. } | WhyOmitted::Case { .. } | WhyOmitted::Overlooked { .. } => None,
        })
    }

    /// Whether there are frames to choose within. Those that stand in a file with errors cannot be trusted.
    pub(super) fn has_frames(&self) -> bool {
        !self.organisation.frames.is_empty() && self.spoiled.is_none()
    }

    /// Ids of the finished cases: nothing is chosen from them.
    pub fn closed(&self) -> impl Iterator<Item = &str> {
        self.cases.iter().filter(|case| case.case.is_over()).map(|case| case.case.id.as_str())
    }
}

/// One case and what it comes to.
#[derive(Debug)]
pub struct AppraisedCase {
    /// Path from the root.
    pub path: String,
    /// The case.
    pub case: Box<Case>,
    /// What it comes to at its own oppstart.
    pub appraisal: Appraisal,
    /// ikke ferdig: what it lacks; none where it is whole.
    pub unfinished: Option<Unfinished>,
    /// The whole sheet as it is written, with the place of everything: what is not calculated on too.
    pub written: Box<document::Case>,
    /// What some phase asks for and nobody has written, in the order of the sheet.
    pub lacking: Vec<Lacking>,
    /// Where the lines of its file begin.
    pub lines: Lines,
}

/// Calculates the cases asked for.
///
/// # Errors
/// [`WorldError`] where something is missing or cannot be read.
pub fn appraise(repository: &Repository, day: NaiveDate) -> Result<Appraised, WorldError> {
    let base = organisation::read(repository)?;
    Ok(appraised(repository, base, day, Budgeting::No))
}

/// The same with every error that `a3 check` finds in a case: those against today's budget too.
///
/// # Errors
/// As for [`appraise`].
pub(super) fn appraise_as_checked(repository: &Repository, day: NaiveDate) -> Result<Appraised, WorldError> {
    let base = organisation::read(repository)?;
    let file = BudgetFile::read(repository, &base.organisation);
    let standing = against::standing(&file, &base.organisation);
    Ok(appraised(repository, base, day, Budgeting::Yes(standing.as_ref())))
}

/// The same with today's budget read beside the cases.
///
/// # Errors
/// As for [`appraise`].
pub fn appraise_with_budget(
    repository: &Repository,
    day: NaiveDate,
) -> Result<(Appraised, BudgetFile), WorldError> {
    let base = organisation::read(repository)?;
    let organisation = base.organisation.clone();
    Ok(rayon::join(
        || appraised(repository, base, day, Budgeting::No),
        || BudgetFile::read(repository, &organisation),
    ))
}

fn appraised(
    repository: &Repository,
    base: OrganisationRead,
    today: NaiveDate,
    budgeting: Budgeting<'_>,
) -> Appraised {
    let reading = Reading { repository, base: &base, today, budgeting };
    let calculator = Calculator::new(&base.organisation);
    let (mut read, not_read) = reading.each(|path| reading.case(path, &calculator));
    let references: Vec<CaseReference> = read.iter().map(|case| case.reference.clone()).collect();
    let mut found = portfolio_findings(repository, &base, &references);
    for one in found.iter().filter(|one| standing::takes_out(&one.finding)) {
        if let Some(case) = read.get_mut(one.case).filter(|case| case.out.is_none()) {
            case.out = standing::taken_out(&case.source, core::slice::from_ref(&one.finding), &[]);
        }
    }
    base.severity.apply_to(&mut found);
    for found in found {
        if let Some(case) = read.get_mut(found.case) {
            case.findings.push(found.finding);
        }
    }
    let spoiled = base.spoils();
    let mut sorted = Sorted::default();
    for case in read {
        sorted.add(case, spoiled.as_ref());
    }
    for file in refused_links(repository) {
        let Some(why) = standing::taken_out(&file.source, &file.findings, &[]) else { continue };
        let path = file.source.path.clone();
        sorted.omitted.push(Omitted { id: case_id(&path).into_owned(), path, why });
    }
    let overlooked = sorted.take_overlooked(near(repository, &base.severity));
    for Unread { path, why } in not_read.into_iter().chain(repository.unread.iter().map(unread)) {
        let id = case_id(&path).into_owned();
        sorted.omitted.push(Omitted { id, path, why: WhyOmitted::Unread { why } });
    }
    sorted.tell_apart();
    let Sorted { cases, omitted, overviews } = sorted;
    drop(calculator);
    let OrganisationRead { organisation, severity, .. } = base;
    Appraised { organisation, spoiled, cases, omitted, severity, overviews, overlooked }
}

/// Cases by what became of them.
#[derive(Default)]
struct Sorted {
    cases: Vec<AppraisedCase>,
    omitted: Vec<Omitted>,
    overviews: Vec<document::Case>,
}

impl Sorted {
    /// Leaves out what is overlooked and surely counts; gives the rest.
    fn take_overlooked(&mut self, files: Vec<FileFindings>) -> Vec<FileFindings> {
        let is_sure = |file: &FileFindings| file.findings.iter().any(|finding| finding.grade == Grade::Error);
        let (sure, rest) = files.into_iter().partition(is_sure);
        let sure: Vec<FileFindings> = sure;
        self.omitted.extend(sure.into_iter().filter_map(|file| {
            let path = file.source.path.clone();
            let finding = file.findings.into_iter().next()?;
            let how = Box::new(finding.how().text());
            let why = WhyOmitted::Overlooked { title: finding.title, how };
            Some(Omitted { id: case_id(&path).into_owned(), path, why })
        }));
        rest
    }

    /// Gives those that were left out, by path, and calls one by its path where another has its id.
    fn tell_apart(&mut self) {
        self.omitted.sort_by(|a, b| a.path.cmp(&b.path));
        let mut seen: BTreeSet<String> = self.cases.iter().map(|of| of.case.id.clone()).collect();
        for omitted in &mut self.omitted {
            if !seen.insert(omitted.id.clone()) {
                omitted.id.clone_from(&omitted.path);
            }
        }
    }

    fn add(&mut self, read: CaseRead, spoiled: Option<&WhyOmitted>) {
        let lines = read.source.lines();
        let unfinished = Unfinished::of(&read.findings);
        // What is wrong in a3.yaml is mended first: much of the rest may come of it.
        let why = spoiled.cloned().or(read.out);
        let CaseRead {
            reference: CaseReference { id, path, .. }, result, written, is_overview, lacking, ..
        } = read;
        match (why, result, written) {
            (Some(why), _, _) => self.omitted.push(Omitted { id, path, why }),
            (None, Some((case, appraisal)), Some(written)) => {
                self.cases.push(AppraisedCase { path, case, appraisal, unfinished, written, lacking, lines });
            }
            (None, None, Some(written)) if is_overview => self.overviews.push(*written),
            // What is not understood is out; see `Reading::understand`.
            (None, _, _) => {}
        }
    }
}

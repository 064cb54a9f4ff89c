//! One case file → everything there is to know of it, in one pass.

use super::against::{self, Budgeting};
use super::organisation::OrganisationRead;
use super::standing;
use crate::calc::{Appraisal, Calculator};
use crate::checks::{self, CaseFacts, CaseReference};
use crate::diagnostic::{Finding, Unread, WhyOmitted};
use crate::document::{self, Lowered};
use crate::model::Case;
use crate::repository::{Repository, WorldError};
use crate::shape::{self, Lacking};
use crate::source::Source;
use crate::yaml;
use chrono::NaiveDate;
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

/// What all cases of one run are read with.
pub(super) struct Reading<'r> {
    pub(super) repository: &'r Repository,
    pub(super) base: &'r OrganisationRead,
    pub(super) today: NaiveDate,
    pub(super) budgeting: Budgeting<'r>,
}

/// One case file, read.
pub(super) struct CaseRead {
    /// The text, to quote from.
    pub(super) source: Source,
    /// What was found, graded as the organisation wants it.
    pub(super) findings: Vec<Finding>,
    /// Why it is in no figures, whatever the organisation thinks of the rules; none where it is.
    pub(super) out: Option<WhyOmitted>,
    /// What other cases may ask of it.
    pub(super) reference: CaseReference,
    /// The case with its appraisal, where it could be read whole and calculated.
    pub(super) result: Option<(Box<Case>, Appraisal)>,
    /// The whole sheet as it is written, with the place of everything; none where it is no YAML.
    pub(super) written: Option<Box<document::Case>>,
    /// Whether this is an overview (`nivå: virksomhet`), which has no figures of its own.
    pub(super) is_overview: bool,
    /// What some phase asks for and nobody has written.
    pub(super) lacking: Vec<Lacking>,
}

impl CaseRead {
    fn unread(source: Source, mut findings: Vec<Finding>) -> Self {
        let out = Some(standing::not_understood(&source, &findings));
        let more = checks::keep_first(&mut findings, &source);
        findings.extend(more);
        findings.iter_mut().for_each(checks::explain);
        let reference = CaseReference::unread(&document::case_id(&source.path), &source.path);
        Self {
            source,
            findings,
            out,
            reference,
            result: None,
            written: None,
            is_overview: false,
            lacking: Vec::new(),
        }
    }
}

/// What could not be read, and why.
pub(super) fn unread(error: &WorldError) -> Unread {
    Unread { path: error.path().to_owned(), why: error.text() }
}

impl Reading<'_> {
    /// Does one thing with every case asked for, on all cores and in the order of their paths. One
    /// that cannot be read hides no other.
    pub(super) fn each<T: Send>(
        &self,
        work: impl Fn(&str) -> Result<T, WorldError> + Sync,
    ) -> (Vec<T>, Vec<Unread>) {
        let all: Vec<_> = self.repository.asked.par_iter().map(|path| work(path)).collect();
        let (mut done, mut unread) = (Vec::new(), Vec::new());
        for one in all {
            match one {
                Ok(one) => done.push(one),
                Err(error) => unread.push(self::unread(&error)),
            }
        }
        (done, unread)
    }

    /// Reads one case and finds everything wrong with it.
    pub(super) fn case(&self, path: &str, calculator: &Calculator<'_>) -> Result<CaseRead, WorldError> {
        let bytes = self.repository.read(path, yaml::MAX_BYTES)?;
        Ok(match yaml::decode(path, bytes) {
            Ok(source) => self.understand(source, calculator),
            Err(refused) => {
                let (source, finding) = *refused;
                CaseRead::unread(source, vec![finding])
            }
        })
    }

    /// What other cases may ask of a case that is not asked for itself; none where it cannot be read.
    pub(super) fn reference(&self, path: &str) -> Option<CaseReference> {
        let bytes = self.repository.read(path, yaml::MAX_BYTES).ok()?;
        let source = yaml::decode(path, bytes).ok()?;
        let mut root = yaml::parse(&source).root?;
        shape::settle_case(&mut root);
        let context = self.base.organisation.rules.context();
        let (document, _) = document::case(&root, &document::case_id(path), &context);
        Some(CaseReference::of(&document, path, self.today, &self.base.organisation.requirements))
    }

    /// Everything there is to know of a text.
    pub(super) fn understand(&self, source: Source, calculator: &Calculator<'_>) -> CaseRead {
        let organisation = &self.base.organisation;
        let parsed = yaml::parse(&source);
        let mut findings = parsed.findings;
        let Some(mut root) = parsed.root else { return CaseRead::unread(source, findings) };
        shape::settle_case(&mut root);
        findings.extend(shape::check_case(&root));
        let context = organisation.rules.context();
        let (document, found) = document::case(&root, &document::case_id(&source.path), &context);
        findings.extend(found);
        let (lowered, found) = document::lower_case(&document, organisation, self.today);
        findings.extend(found);
        let (case, is_overview) = match lowered {
            Some(Lowered::Case(case)) => (Some(case), false),
            Some(Lowered::Overview) => (None, true),
            None => (None, false),
        };
        let appraisal = case.as_ref().and_then(|case| {
            let appraised = calculator.appraise(case);
            appraised.map_err(|failure| findings.push(checks::cannot_be_calculated(&document, &failure))).ok()
        });
        let lacking = shape::lacking(&root);
        let facts = CaseFacts {
            document: &document,
            lacking: &lacking,
            case: case.as_deref(),
            appraisal: appraisal.as_ref(),
            organisation,
            today: self.today,
        };
        checks::check_case(&facts, &mut findings);
        let claims = against::look(&facts, calculator, self.budgeting, &mut findings);
        let out = standing::taken_out(&source, &findings, &standing::beside_figures(&root));
        let is_lost = appraisal.is_none() && !is_overview;
        let out = out.or_else(|| is_lost.then(|| standing::not_understood(&source, &findings)));
        self.base.severity.grade(&mut findings, &source);
        let reference = CaseReference::of(&document, &source.path, self.today, &organisation.requirements);
        let is_assessed = case.as_ref().map_or(reference.is_assessed, |case| case.schedule().is_some());
        let reference = CaseReference { claims, is_assessed, ..reference };
        let written = Some(Box::new(document));
        CaseRead {
            findings,
            out,
            reference,
            result: case.zip(appraisal),
            written,
            is_overview,
            lacking,
            source,
        }
    }
}

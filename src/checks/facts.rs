//! What checks may look at. Read-only.

use super::Claims;
use crate::calc::Appraisal;
use crate::diagnostic::Finding;
use crate::document::{self, Level};
use crate::model::{Case, Fulfilment, Organisation, Outcome, Phase};
use crate::shape::Field;
use crate::source::{Span, Spanned};
use crate::units::Year;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// One case, as written and as understood.
#[derive(Debug, Clone, Copy)]
pub struct CaseFacts<'a> {
    /// As written, with places; any field may be missing.
    pub document: &'a document::Case,
    /// The fields that some phase asks for and that are not written.
    pub lacking: &'a [&'static Field],
    /// The case, where it could be read whole.
    pub case: Option<&'a Case>,
    /// What it comes to, where it could be calculated.
    pub appraisal: Option<&'a Appraisal>,
    /// The organisation it belongs to.
    pub organisation: &'a Organisation,
    /// `--dato`, else today.
    pub today: NaiveDate,
}

/// What other cases may ask of a case: all that is kept of each when there are many.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseReference {
    /// The file's stem.
    pub id: String,
    /// Path from the root.
    pub path: String,
    /// krever
    pub requires: Vec<Spanned<String>>,
    /// utelukker
    pub excludes: Vec<Spanned<String>>,
    /// sak of each delområde
    pub continued_by: Vec<Spanned<String>>,
    /// oppstart
    pub start: Option<Year>,
    /// senest
    pub latest_start: Option<Year>,
    /// The unmet minimumskrav it takes to met.
    pub duties: Vec<Duty>,
    /// Whether it is decided or finished.
    pub is_decided: bool,
    /// Whether it is finished.
    pub is_finished: bool,
    /// Whether it is said no to: it is not carried out, and meets nothing.
    pub is_rejected: bool,
    /// Whether it has oppstart and levetid, and so may be chosen.
    pub is_assessed: bool,
    /// Whether it is an overview (`nivå: virksomhet`), which has no figures of its own.
    pub is_overview: bool,
    /// What it claims of the budget; none where it does not move it, or nobody has looked.
    pub claims: Option<Box<Claims>>,
}

/// An unmet minimumskrav that a case takes to met.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Duty {
    /// hjemmel
    pub legal_basis: String,
    /// krav
    pub text: String,
    /// Where krav stands.
    pub span: Span,
}

impl CaseReference {
    /// What is kept of a case.
    #[must_use]
    pub fn of(document: &document::Case, path: &str) -> Self {
        let sub_areas = document.sub_areas.rows().iter();
        Self {
            id: document.id.clone(),
            path: path.to_owned(),
            requires: document.requires.rows().to_vec(),
            excludes: document.excludes.rows().to_vec(),
            continued_by: sub_areas.filter_map(|area| area.case.spanned().cloned()).collect(),
            start: document.start.cloned(),
            latest_start: document.latest_start.cloned(),
            duties: document.requirements.rows().iter().filter_map(duty).collect(),
            is_decided: is_decided(document),
            is_finished: document.phase.get() == Some(&Phase::Closed),
            is_rejected: is_rejected(document),
            is_overview: document.level.get() == Some(&Level::Organisation),
            is_assessed: document.start.get().is_some() && document.life.get().is_some(),
            claims: None,
        }
    }

    /// What is known of a file that could not be read.
    #[must_use]
    pub fn unread(id: &str, path: &str) -> Self {
        Self {
            id: id.to_owned(),
            path: path.to_owned(),
            requires: Vec::new(),
            excludes: Vec::new(),
            continued_by: Vec::new(),
            start: None,
            latest_start: None,
            duties: Vec::new(),
            is_decided: false,
            is_finished: false,
            is_rejected: false,
            is_assessed: false,
            is_overview: false,
            claims: None,
        }
    }
}

fn duty(row: &document::Requirement) -> Option<Duty> {
    let (legal_basis, text) = (row.legal_basis.text()?, row.text.spanned()?);
    let is_resolved = *row.after.get()? == Fulfilment::Yes && *row.today.get()? != Fulfilment::Yes;
    is_resolved.then(|| Duty {
        legal_basis: legal_basis.trim().to_owned(),
        text: text.value.trim().to_owned(),
        span: text.span,
    })
}

/// Under way, finished, or adopted by the latest vedtak.
fn is_decided(document: &document::Case) -> bool {
    latest_outcome(document) == Some(&Outcome::Adopted) || is_under_way(document)
}

/// Said no to by the latest vedtak, and neither under way nor finished.
fn is_rejected(document: &document::Case) -> bool {
    latest_outcome(document) == Some(&Outcome::Rejected) && !is_under_way(document)
}

fn latest_outcome(document: &document::Case) -> Option<&Outcome> {
    document.decisions.rows().iter().max_by_key(|decision| decision.date.get())?.outcome.get()
}

fn is_under_way(document: &document::Case) -> bool {
    matches!(document.phase.get(), Some(Phase::Implementation | Phase::Closed))
}

/// All cases of a run together.
#[derive(Debug, Clone, Copy)]
pub struct PortfolioFacts<'a> {
    /// The cases that were read, by path.
    pub cases: &'a [CaseReference],
    /// Path of every case there is, also of those that were not asked for.
    pub paths: &'a [String],
    /// The ids of every case there is.
    pub ids: &'a BTreeSet<&'a str>,
    /// The ids of the cases a3.yaml locks out.
    pub locked_out: &'a BTreeSet<&'a str>,
}

/// The locks of a3.yaml, and what is known of their cases.
#[derive(Debug, Clone, Copy)]
pub struct LockFacts<'a> {
    /// `prioritering.låst`, as written.
    pub locked: &'a [document::Keyed<document::Lock>],
    /// The cases that were read, by path.
    pub cases: &'a [CaseReference],
    /// The ids of those that have errors.
    pub spoilt: &'a BTreeSet<&'a str>,
}

impl<'a> LockFacts<'a> {
    /// Each lock with its case, where that was read.
    pub(super) fn locks(
        &self,
    ) -> impl Iterator<Item = (&'a document::Keyed<document::Lock>, &'a CaseReference)> {
        let by_id: BTreeMap<&str, &CaseReference> =
            self.cases.iter().map(|case| (case.id.as_str(), case)).collect();
        self.locked.iter().filter_map(move |lock| Some((lock, *by_id.get(lock.key.value.as_str())?)))
    }
}

/// A finding in one of the cases of [`PortfolioFacts`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PortfolioFinding {
    /// Position in [`PortfolioFacts::cases`].
    pub case: usize,
    /// What was found there.
    pub finding: Finding,
}

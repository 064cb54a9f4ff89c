//! a3.yaml → the organisation, or the built-in defaults where there is none.

use super::near;
use super::standing;
use crate::checks::{self, Severity};
use crate::diagnostic::{FileFindings, Finding, WhyOmitted};
use crate::document::{self, Assumption, ByYear, Keyed, Lock, RegisteredRequirement};
use crate::model::Organisation;
use crate::repository::{Link, ORGANISATION_FILE, Refused, Repository, WorldError};
use crate::shape;
use crate::source::{Source, Spanned};
use crate::units::Rate;
use crate::yaml;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The organisation, what was found in a3.yaml, and how serious each rule is here.
#[derive(Debug, Clone)]
pub(super) struct OrganisationRead {
    /// Always there; defaults where a3.yaml is silent or wrong.
    pub(super) organisation: Organisation,
    /// Why no figure can be trusted, whatever `regler` says.
    spoils: Option<WhyOmitted>,
    /// What was found in a3.yaml.
    pub(super) file: FileFindings,
    /// `regler`
    pub(super) severity: Severity,
    /// `kalkyle.deflator`, as written.
    pub(super) deflator: ByYear<Rate>,
    /// minimumskrav, as written.
    pub(super) requirements: Vec<Keyed<RegisteredRequirement>>,
    /// `prioritering.låst`, as written.
    pub(super) locked: Vec<Keyed<Lock>>,
    /// felles, as written.
    pub(super) shared: Vec<Keyed<Assumption>>,
    /// budsjett: the path as written, and where
    pub(super) budget_file: Option<Spanned<String>>,
}

impl OrganisationRead {
    /// Why no figure can be trusted, where a3.yaml has errors.
    pub(super) fn spoils(&self) -> Option<WhyOmitted> {
        self.spoils.clone()
    }
}

/// The finding of a link that is not followed.
pub(super) fn link(refused: &Refused) -> Finding {
    match refused.link {
        Link::Outside => checks::link_out(&refused.path),
        Link::Dead => checks::dead_link(&refused.path),
    }
}

/// Reads a3.yaml once.
pub(super) fn read(repository: &Repository) -> Result<OrganisationRead, WorldError> {
    let refused = repository.refused.iter().find(|refused| refused.path == ORGANISATION_FILE);
    if !repository.has_organisation || refused.is_some() {
        let organisation = document::default_organisation();
        let near = near::organisation(repository).filter(|_| refused.is_none());
        let path = near.map_or(ORGANISATION_FILE, |near| near.path.as_str());
        let source = Arc::new(Source::new(path, ""));
        let findings: Vec<Finding> = refused.into_iter().map(link).chain(near.map(near::finding)).collect();
        let spoils = spoiled(&source, &findings);
        let file = FileFindings { source, case: None, findings };
        return Ok(OrganisationRead {
            organisation,
            spoils,
            file,
            severity: Severity::default(),
            deflator: Vec::new(),
            requirements: Vec::new(),
            locked: Vec::new(),
            shared: Vec::new(),
            budget_file: None,
        });
    }
    let bytes = repository.read(ORGANISATION_FILE, yaml::MAX_BYTES)?;
    let (source, refused) = match yaml::decode(ORGANISATION_FILE, bytes) {
        Ok(source) => (source, None),
        Err(refused) => (refused.0, Some(refused.1)),
    };
    let mut findings: Vec<Finding> = refused.into_iter().collect();
    let written = if findings.is_empty() { parse(&source, &mut findings) } else { None };
    let (organisation, lowered) = match &written {
        Some(written) => document::lower_organisation(written),
        None => (document::default_organisation(), Vec::new()),
    };
    findings.extend(lowered);
    let mut severity = Severity::default();
    if let Some(written) = &written {
        checks::check_organisation(written, &mut severity, &mut findings);
        checks::check_prices(written, &organisation, &mut findings);
        let ids: Vec<_> = repository.all.iter().map(|path| document::case_id(path)).collect();
        let ids: BTreeSet<&str> = ids.iter().map(|id| &**id).collect();
        checks::check_locked(written, &ids, &mut findings);
    }
    let spoils = spoiled(&source, &findings);
    severity.grade(&mut findings, &source);
    let ranking = written.as_ref().and_then(|written| written.ranking.get());
    let locked = ranking.map_or(&[][..], |ranking| ranking.locked.rows()).to_vec();
    let shared = written.as_ref().map(|written| written.shared.rows().to_vec()).unwrap_or_default();
    let requirements =
        written.as_ref().map(|written| written.requirements.rows().to_vec()).unwrap_or_default();
    let budget_file = written.as_ref().and_then(|written| written.budget.get()?.file.spanned().cloned());
    Ok(OrganisationRead {
        organisation,
        spoils,
        file: FileFindings { source: Arc::new(source), case: None, findings },
        severity,
        deflator: written.as_ref().map(deflator).unwrap_or_default(),
        requirements,
        locked,
        shared,
        budget_file,
    })
}

/// `kalkyle.deflator`, as written.
fn deflator(written: &document::Organisation) -> ByYear<Rate> {
    written.rules.get().map(|rules| rules.deflator.rows().to_vec()).unwrap_or_default()
}

/// Why nothing in a3.yaml can be trusted, where what was found there makes a figure wrong.
fn spoiled(source: &Source, findings: &[Finding]) -> Option<WhyOmitted> {
    match standing::taken_out(source, findings, &[])? {
        WhyOmitted::Case { line, first, .. } => Some(WhyOmitted::Organisation { line, first }),
        why @ (WhyOmitted::Organisation { .. }
        | WhyOmitted::Overlooked { .. }
        | WhyOmitted::Unread { .. }) => Some(why),
    }
}

fn parse(source: &Source, findings: &mut Vec<Finding>) -> Option<document::Organisation> {
    let parsed = yaml::parse(source);
    findings.extend(parsed.findings);
    let mut root = parsed.root?;
    shape::settle_organisation(&mut root);
    let root = &root;
    findings.extend(shape::check_organisation(root));
    let (organisation, found) = document::organisation(root);
    findings.extend(found);
    Some(organisation)
}

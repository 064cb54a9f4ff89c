//! What looks like a case or like a3.yaml and is not read: a finding for each.

use crate::checks::{self, Overlooked, Severity};
use crate::diagnostic::{FileFindings, Finding};
use crate::document::case_id;
use crate::repository::{Like, Near, Repository};
use crate::source::Source;
use std::sync::Arc;

/// Everything overlooked, but for the organisation's file where there is no other: that spoils all.
pub(super) fn near(repository: &Repository, severity: &Severity) -> Vec<FileFindings> {
    let spoils = |near: &&Near| near.like == Like::Organisation && !repository.has_organisation;
    let all = repository.near.iter().filter(|near| !spoils(near));
    let found = all.map(|near| {
        let source = Arc::new(Source::new(near.path.clone(), ""));
        let mut findings = vec![finding(near)];
        severity.grade(&mut findings, &source);
        FileFindings { source, case: Some(case_id(&near.path).into_owned()), findings }
    });
    found.filter(|file| !file.findings.is_empty()).collect()
}

/// The file of the organisation, under a name that is not read.
pub(super) fn organisation(repository: &Repository) -> Option<&Near> {
    repository.near.iter().find(|near| near.like == Like::Organisation)
}

/// What is said of one.
pub(super) fn finding(near: &Near) -> Finding {
    let name = near.instead.as_str();
    checks::overlooked(match (near.like, near.is_taken) {
        (Like::Inner, _) => Overlooked::Inner,
        (Like::Folder, false) => Overlooked::Folder(name),
        (Like::Folder, true) => Overlooked::SecondFolder(name),
        (Like::Text, _) => Overlooked::Text(name),
        (Like::Case | Like::Beside | Like::Organisation, true) => Overlooked::Taken(name),
        (Like::Case, false) => Overlooked::Case(name),
        (Like::Beside, false) => Overlooked::Beside(name),
        (Like::Organisation, false) => Overlooked::Organisation(name),
    })
}

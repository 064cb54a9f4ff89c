//! a3.yaml's `budsjett` → today's budget, read and checked.

use crate::checks::{self, NoBudgetFile};
use crate::ledger::{self, Read};
use crate::model::Organisation;
use crate::repository::{Repository, WorldError};
use std::io::ErrorKind;

/// Today's budget, or why there is none.
#[derive(Debug)]
pub enum Today {
    /// The file was read: its good lines, and everything found in it, not yet graded by `regler`.
    Read(Box<Read>),
    /// `budsjett` names nothing that can be opened.
    Missing(NoBudgetFile),
    /// The world is in the way: no access, a disk that fails.
    Unread(WorldError),
}

/// Reads the budget that a3.yaml names; nothing where it names none.
#[must_use]
pub fn today(repository: &Repository, organisation: &Organisation) -> Option<Today> {
    let written = organisation.budget_file.as_ref()?;
    let bytes = repository.own_file(written).and_then(|path| {
        let bytes = repository.read(&path, ledger::MAX_BYTES)?;
        Ok((path, bytes))
    });
    let (path, bytes) = match bytes {
        Ok(found) => found,
        Err(error) => return Some(none(error)),
    };
    let mut read = ledger::read(&path, bytes, organisation.budget_year);
    let mut findings = core::mem::take(&mut read.findings);
    checks::check_budget(&read, organisation.budget_year, &mut findings);
    read.findings = findings;
    Some(Today::Read(Box::new(read)))
}

fn none(error: WorldError) -> Today {
    match &error {
        WorldError::Outside { .. } => Today::Missing(NoBudgetFile::Outside),
        WorldError::NoFile { .. } => Today::Missing(NoBudgetFile::NoFile),
        WorldError::Unreadable { cause, .. } => {
            let is_missing = matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory);
            if is_missing { Today::Missing(NoBudgetFile::Missing) } else { Today::Unread(error) }
        }
        WorldError::NameIsNoText { .. } | WorldError::NothingThere { .. } => Today::Unread(error),
    }
}

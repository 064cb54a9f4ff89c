//! a3.yaml's `budsjett` → today's budget, read and checked.

use super::Ending;
use crate::checks::{self, NoBudgetFile};
use crate::ledger::{self, Ledger, Read};
use crate::model::{Organisation, Repricing};
use crate::repository::{Repository, WorldError};
use std::io::ErrorKind;

/// What came of reading the budget that a3.yaml names.
#[derive(Debug)]
pub enum BudgetFile {
    /// a3.yaml names none.
    NotNamed,
    /// The file was read: its good lines, and everything found in it, not yet graded by `regler`.
    Read {
        /// Its path, as a3.yaml writes it.
        named: String,
        /// What stands in it.
        read: Box<Read>,
    },
    /// `budsjett` names nothing that can be opened.
    Missing {
        /// The path, as a3.yaml writes it.
        named: String,
        /// Why.
        why: NoBudgetFile,
    },
    /// The world is in the way: no access, a disk that fails.
    Unread {
        /// The path, as a3.yaml writes it.
        named: String,
        /// What is in the way.
        error: WorldError,
    },
}

/// What is known of today's budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Today<'a> {
    /// a3.yaml names no file.
    NotNamed,
    /// The file that a3.yaml names cannot be read, or nothing in it can.
    Unreadable {
        /// Its path, as written.
        path: &'a str,
        /// Why.
        fault: Fault,
    },
    /// The file was read.
    Read {
        /// Its path from the root.
        path: &'a str,
        /// Lines of it that could not be read, and are not in it.
        bad: usize,
    },
}

/// Why a budget file gives nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing stands at the path.
    Missing,
    /// Nothing stands in it.
    Empty,
    /// A heading, and no lines under it.
    OnlyHeading,
    /// It cannot be opened, or made sense of.
    Unreadable,
}

impl Today<'_> {
    /// Whether there are figures of today.
    pub const fn is_known(self) -> bool {
        matches!(self, Self::Read { .. })
    }
}

impl BudgetFile {
    /// Reads the budget that a3.yaml names.
    pub fn read(repository: &Repository, organisation: &Organisation) -> Self {
        let Some(named) = organisation.budget.as_ref().map(|budget| budget.file.clone()) else {
            return Self::NotNamed;
        };
        let bytes = repository.own_file(&named).and_then(|path| {
            let bytes = repository.read(&path, ledger::MAX_BYTES)?;
            Ok((path, bytes))
        });
        let (path, bytes) = match bytes {
            Ok(found) => found,
            Err(error) => return Self::none(named, error),
        };
        let mut read = ledger::read(&path, bytes, organisation.budget_year);
        let mut findings = core::mem::take(&mut read.findings);
        checks::check_budget(&read, organisation, &mut findings);
        read.findings = findings;
        let prices = organisation.budget.as_ref().and_then(|budget| budget.prices.as_ref());
        if let Some(factor) = prices.and_then(Repricing::factor) {
            read.ledger.reprice(factor);
        }
        Self::Read { named, read: Box::new(read) }
    }

    fn none(named: String, error: WorldError) -> Self {
        let why = match &error {
            WorldError::Outside { .. } => NoBudgetFile::Outside,
            WorldError::NoFile { .. } => NoBudgetFile::NoFile,
            WorldError::Unreadable { cause, .. }
                if matches!(cause.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) =>
            {
                NoBudgetFile::Missing
            }
            WorldError::Unreadable { .. }
            | WorldError::NameIsNoText { .. }
            | WorldError::NothingThere { .. }
            | WorldError::Below { .. }
            | WorldError::NoSuchCase { .. }
            | WorldError::NoCase { .. } => return Self::Unread { named, error },
        };
        Self::Missing { named, why }
    }

    /// The good lines, where there are any.
    pub fn ledger(&self) -> Option<&Ledger> {
        match self {
            Self::Read { read, .. } => Some(&read.ledger).filter(|ledger| !ledger.lines.is_empty()),
            Self::NotNamed | Self::Missing { .. } | Self::Unread { .. } => None,
        }
    }

    /// What is known of today's budget by it.
    pub fn today(&self) -> Today<'_> {
        match self {
            Self::NotNamed => Today::NotNamed,
            Self::Read { read, .. } if self.ledger().is_some() => {
                Today::Read { path: &read.source.path, bad: read.bad }
            }
            Self::Read { named, read } => Today::Unreadable { path: named, fault: fault(read) },
            Self::Missing { named, why: NoBudgetFile::Missing } => {
                Today::Unreadable { path: named, fault: Fault::Missing }
            }
            Self::Missing { named, .. } | Self::Unread { named, .. } => {
                Today::Unreadable { path: named, fault: Fault::Unreadable }
            }
        }
    }

    /// How a command ends that needs it.
    pub fn ending(&self) -> Ending {
        match self.today() {
            Today::NotNamed => Ending::Clean,
            Today::Read { bad, .. } => Ending::from(bad > 0),
            Today::Unreadable { .. } => Ending::Unread,
        }
    }
}

/// Why a file that was read gives no lines.
fn fault(read: &Read) -> Fault {
    let text = read.source.text.trim_start_matches('\u{feff}');
    match (read.is_decoded, text.trim().is_empty(), read.bad) {
        (false, _, _) => Fault::Unreadable,
        (true, true, _) => Fault::Empty,
        (true, false, 0) => Fault::OnlyHeading,
        (true, false, _) => Fault::Unreadable,
    }
}

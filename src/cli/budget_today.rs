//! Today's budget for `a3 budget`: what is known of it, and what is said on stderr where it is not whole.

use super::common::Common;
use super::{Ending, terminal};
use a3::checks::NoBudgetFile;
use a3::ledger::{Ledger, Read};
use a3::pages::budget_page::{Fault, Today};
use a3::report::{self, Appraised};
use a3::repository::WorldError;
use a3::text;
use a3::words::Text;

/// What is known of today's budget.
pub(super) enum Known {
    /// a3.yaml names no file.
    NotNamed,
    /// The file it names cannot be read, or nothing in it can.
    Unreadable { path: String, fault: Fault, why: Option<Text> },
    /// Its good lines.
    Read(Box<Read>),
}

/// What came of reading the file that a3.yaml names.
pub(super) fn known(today: Option<report::Today>, appraised: &Appraised) -> Known {
    let Some(path) = appraised.organisation.budget_file.clone() else { return Known::NotNamed };
    match today {
        None => Known::NotNamed,
        Some(report::Today::Read(read)) if is_usable(&read) => Known::Read(read),
        Some(report::Today::Read(read)) => Known::Unreadable { path, fault: fault(&read), why: None },
        Some(report::Today::Missing(NoBudgetFile::Missing)) => {
            Known::Unreadable { path, fault: Fault::Missing, why: None }
        }
        Some(report::Today::Missing(NoBudgetFile::NoFile | NoBudgetFile::Outside)) => {
            Known::Unreadable { path, fault: Fault::Unreadable, why: None }
        }
        Some(report::Today::Unread(wrong)) => {
            Known::Unreadable { path, fault: Fault::Unreadable, why: Some(WorldError::text(&wrong)) }
        }
    }
}

/// Whether there is something to build on: at least one good line.
fn is_usable(read: &Read) -> bool {
    !read.ledger.lines.is_empty()
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

impl Known {
    /// For the pages.
    pub(super) fn today(&self) -> Today<'_> {
        match self {
            Self::NotNamed => Today::NotNamed,
            Self::Unreadable { path, fault, .. } => Today::Unreadable { path, fault: *fault },
            Self::Read(read) => Today::Read { path: &read.source.path, bad: read.bad },
        }
    }

    /// The lines, where they are known.
    pub(super) fn ledger(&self) -> Option<&Ledger> {
        match self {
            Self::NotNamed | Self::Unreadable { .. } => None,
            Self::Read(read) => Some(&read.ledger),
        }
    }

    /// Says what is not known, and how the command then ends.
    pub(super) fn say(&self, common: &Common) -> Ending {
        let (said, ending) = match self {
            Self::NotNamed => return Ending::Clean,
            Self::Read(read) if read.bad == 0 => return Ending::Clean,
            Self::Read(read) => (bad_lines(&read.source.path, read.bad), Ending::Findings),
            Self::Unreadable { path, fault, why: None } => (unusable(path, *fault), Ending::Unread),
            Self::Unreadable { why: Some(why), .. } => (why.clone(), Ending::Unread),
        };
        terminal::remark(said.get(common.language));
        ending
    }
}

fn unusable(path: &str, fault: Fault) -> Text {
    let fault = fault.text();
    text!(
        nb: "{path}: budsjettfila {}, så dagens budsjett er ukjent. Se hva som er galt: kjør a3 check", fault.nb;
        en: "{path}: the budget file {}, so today's budget is unknown. See what is wrong: run a3 check", fault.en
    )
}

fn bad_lines(path: &str, bad: usize) -> Text {
    let count = match bad {
        1 => text!(nb: "1 linje kunne ikke leses og er", en: "1 line could not be read and is"),
        _ => text!(nb: "{bad} linjer kunne ikke leses og er", en: "{bad} lines could not be read and are"),
    };
    text!(
        nb: "{path}: {} ikke med i dagens budsjett. Tallene for de ansvarene er ikke til å stole på før linjene er rettet: kjør a3 check", count.nb;
        en: "{path}: {} not in today's budget. The figures of those units cannot be trusted until the lines are mended: run a3 check", count.en
    )
}

//! ulesbar-budsjettfil: a3.yaml names a budget file that cannot be opened.

use crate::checks::explain;
use crate::checks::prelude::*;
use crate::diagnostic::Grade;
use crate::ledger::{Read, Unread};
use crate::words;

/// Why the file cannot be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoBudgetFile {
    /// Nothing is at the path.
    Missing,
    /// A folder, or something else that is no file.
    NoFile,
    /// Outside the folder of the cases, also through a link.
    Outside,
}

/// The finding, at `budsjett` in a3.yaml.
pub fn no_budget_file(written: &str, why_not: NoBudgetFile, span: Span) -> Finding {
    let path = wording::shown(written);
    let title = match why_not {
        NoBudgetFile::Missing => {
            text!(nb: "Finner ikke budsjettfila «{path}»", nn: "Finn ikkje budsjettfila «{path}»", en: "Cannot find the budget file “{path}”")
        }
        NoBudgetFile::NoFile => {
            text!(nb: "«{path}» er ikke en fil", nn: "«{path}» er ikkje ei fil", en: "“{path}” is not a file")
        }
        NoBudgetFile::Outside => text!(
            nb: "Budsjettfila «{path}» ligger utenfor mappa med a3.yaml", nn: "Budsjettfila «{path}» ligg utanfor mappa med a3.yaml",
            en: "The budget file “{path}” is outside the folder of a3.yaml"
        ),
    };
    Finding::error("ulesbar-budsjettfil", span, title).variant("no file")
}

/// Ansvar that are written out.
const MOST_NAMED: usize = 5;

/// Says at the first error of the file what it keeps from being held against the budget.
pub fn tell_what_is_not_held(read: &mut Read) {
    read.findings.iter_mut().for_each(explain);
    let more = if read.ledger.unread.is_open() || read.ledger.lines.is_empty() {
        words!(
            nb: "Sakene blir ikke holdt mot budsjettet før det er rettet.", nn: "Sakene blir ikkje haldne mot budsjettet før det er retta.",
            en: "The cases are not held against the budget until it is corrected.",
        )
        .text()
    } else {
        not_held(&read.ledger.unread)
    };
    tell_at_the_first(read, &more);
}

/// Says at the first error of a file what it means for the whole, after why it matters.
pub(super) fn tell_at_the_first(read: &mut Read, more: &Text) {
    let errors = read.findings.iter_mut().filter(|finding| finding.grade == Grade::Error);
    let Some(first) = errors.min_by_key(|finding| finding.span) else { return };
    let why = text!(nb: "{why} {more}", nn: "{why} {more}", en: "{why} {more}"; why = first.why(), more);
    first.own_why = Some(Box::new(why));
}

/// The ansvar that something of could not be read.
pub(super) fn named(unread: &Unread) -> Text {
    let names: Vec<&str> = unread.named().take(MOST_NAMED).collect();
    let names = wording::listed(&names);
    match unread.named().len().saturating_sub(MOST_NAMED) {
        0 => names,
        more => {
            text!(nb: "{names} og {more} til", nn: "{names} og {more} til", en: "{names} and {more} more"; names, more)
        }
    }
}

fn not_held(unread: &Unread) -> Text {
    let names = named(unread);
    text!(
        nb: "Det sakene gjør på ansvar {names}, blir ikke holdt mot budsjettet før det er rettet.", nn: "Det sakene gjer på ansvar {names}, blir ikkje halde mot budsjettet før det er retta.",
        en: "What the cases do to ansvar {names} is not held against the budget until it is corrected.";
        names
    )
}

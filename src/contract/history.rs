//! The list of last year, kept as JSON: read back, and held against this year.

use super::rank::{STOOD, stood};
use super::record::record;
use crate::choose::Fate;
use crate::report::{LastYear, Now, OverviewReport, Place, RankReport, Since, Turned};
use crate::units::Year;
use serde_json::Value;

/// A case that is followed, and no longer chosen from.
const CLOSED: &str = "avsluttet";

/// How a case may stand.
const STANDS: [&str; 9] = {
    let [a, b, c, d, e, f, g, h] = STOOD;
    [a, b, c, d, e, f, g, h, CLOSED]
};

/// What has become of a case, where nothing is chosen anew.
const BECAME: [&str; 4] = ["besluttet", CLOSED, "avvist", "ikke besluttet"];

/// Why a list is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoList {
    /// The bytes are no list.
    Other,
    /// It is of a version this program does not know.
    Version,
}

/// The list of a year.
///
/// # Errors
/// [`NoList`]
pub fn read(bytes: &[u8], year: Year) -> Result<LastYear, NoList> {
    let list: Value = serde_json::from_slice(bytes).map_err(|_| NoList::Other)?;
    if list.get("versjon").is_some_and(|version| *version != super::VERSION) {
        return Err(NoList::Version);
    }
    let cases = list.get("liste").and_then(Value::as_array).ok_or(NoList::Other)?.iter().map(case);
    Ok(LastYear { year, cases: cases.collect::<Option<_>>().ok_or(NoList::Other)? })
}

fn case(row: &Value) -> Option<(String, Place)> {
    let known = match row.get("beslutning")?.as_str() {
        Some(word) => ALL.into_iter().find(|known| stood(*known) == word)?,
        None => Fate::Open,
    };
    // Of those that may be chosen, a rejected case alone has no place.
    let is_rejected = matches!(known, Fate::Waiting | Fate::Open) && row.get("plass")?.is_null();
    let known = if is_rejected { Fate::Rejected } else { known };
    let start = row.get("oppstart").and_then(Value::as_u64).and_then(|year| Year::new(year.try_into().ok()?));
    Some((row.get("id")?.as_str()?.to_owned(), Place::new(known, start)))
}

/// What has a word in `beslutning`.
const ALL: [Fate; 6] =
    [Fate::Decided, Fate::Chosen, Fate::Waiting, Fate::Judgement, Fate::NotProfitable, Fate::NotAssessed];

fn word(place: Place) -> &'static str {
    stood(place.fate)
}

/// What has turned on the list since last year.
pub(super) struct TurnedSince<'a> {
    year: Year,
    turned: Vec<Turned<'a>>,
}

impl<'a> TurnedSince<'a> {
    pub(super) fn of(report: &'a RankReport) -> Option<Self> {
        let last = report.last_year.as_ref()?;
        Some(Self { year: last.year, turned: report.turned(last) })
    }
}

record!(TurnedSince<'_>, |to| {
    to.column("år", "Det første året i planen lista var for", |it| it.year);
    to.part("endret", |it| it.turned.as_slice());
});

record!(Turned<'_>, |to| {
    to.column("id", "Sakens id", |it| it.id);
    to.column("i_fjor", &STOOD, |it| it.before.map(word));
    to.column("oppstart_i_fjor", "Første år, der saken var valgt eller besluttet", |it| it.before?.start);
    to.column("i_år", &STANDS, |it| match it.now {
        Now::Listed(place) => Some(word(place)),
        Now::Closed => Some(CLOSED),
        Now::Off => None,
    });
    to.column("oppstart_i_år", "Første år, der saken er valgt eller besluttet", |it| match it.now {
        Now::Listed(place) => place.start,
        Now::Closed | Now::Off => None,
    });
});

/// What has become of last year's cases, seen from the overview.
pub(super) struct BecameOf<'a> {
    year: Year,
    cases: Vec<Since<'a>>,
}

impl<'a> BecameOf<'a> {
    pub(super) fn of(report: &'a OverviewReport) -> Option<Self> {
        let last = report.last_year.as_ref()?;
        Some(Self { year: last.year, cases: report.since(last) })
    }
}

record!(BecameOf<'_>, |to| {
    to.column("år", "Det første året i planen lista var for", |it| it.year);
    to.part("saker", |it| it.cases.as_slice());
});

record!(Since<'_>, |to| {
    to.column("id", "Sakens id", |it| it.id);
    to.column("i_fjor", &STOOD, |it| word(it.before));
    to.column("oppstart_i_fjor", "Første år, der saken var valgt eller besluttet", |it| it.before.start);
    to.column("nå", &BECAME, became);
});

/// None where the case is gone, or cannot be calculated.
fn became(since: &Since<'_>) -> Option<&'static str> {
    let [decided, closed, rejected, open] = BECAME;
    let case = &since.now?.case;
    Some(if case.is_closed() {
        closed
    } else if case.is_decided() {
        decided
    } else if case.is_rejected() {
        rejected
    } else {
        open
    })
}

//! The list of last year, kept as JSON, against that of this year.

use super::rank;
use crate::report::RankReport;
use crate::words::Language;
use serde_json::Value;

/// A case that stands otherwise than last year, in the words of the contract.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Turned {
    /// The case's id.
    pub id: String,
    /// How it stood, with its start where it was chosen; none where it was not on the list.
    pub before: Option<String>,
    /// How it stands.
    pub now: Option<String>,
}

/// Every case that stands otherwise, in the order of this year's list, those that are gone last; none where the
/// bytes are no list.
#[must_use]
pub fn turned(last: &[u8], report: &RankReport) -> Option<Vec<Turned>> {
    let before: Value = serde_json::from_slice(last).ok()?;
    let now: Value = serde_json::from_str(&rank::json(report, Language::Nb)).ok()?;
    let (before, now) = (standings(&before)?, standings(&now)?);
    let of = |all: &[(String, String)], id: &str| {
        all.iter().find(|(other, _)| other == id).map(|(_, standing)| standing.clone())
    };
    let gone = before.iter().filter(|(id, _)| of(&now, id).is_none());
    let ids = now.iter().chain(gone).map(|(id, _)| id);
    let rows = ids.map(|id| Turned { id: id.clone(), before: of(&before, id), now: of(&now, id) });
    Some(rows.filter(|row| row.before != row.now).collect())
}

/// Id and standing of every case on a list.
fn standings(list: &Value) -> Option<Vec<(String, String)>> {
    let standing = |row: &Value| {
        let (id, verdict) = (row.get("id")?.as_str()?, row.get("beslutning")?.as_str().unwrap_or("–"));
        let is_in = matches!(verdict, "valgt" | "besluttet");
        let start = row.get("oppstart").and_then(Value::as_u64).filter(|_| is_in);
        let start = start.map(|start| format!(" {start}")).unwrap_or_default();
        Some((id.to_owned(), format!("{verdict}{start}")))
    };
    Some(list.get("liste")?.as_array()?.iter().filter_map(standing).collect())
}

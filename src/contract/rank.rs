//! `a3 rank --format json`: what the document is made from, without frames and with.

use super::amount::{fte, kroner};
use super::list::{EntryOut, Rank};
use super::{LeftOut, VERSION, document};
use crate::choose::{Candidate, Entry, Ranking, Verdict};
use crate::units::Year;

pub use super::choice::{Alternative, Chosen, json as choice_json};
pub use super::list_schema::schema;

/// What the document is made from.
#[derive(Debug)]
pub struct Ranked<'a> {
    /// The list.
    pub ranking: &'a Ranking,
    /// What its entries point at.
    pub candidates: &'a [Candidate<'a>],
    /// Why each entry is where it is, as a sentence in the language of the reader, in the order of the list.
    pub reasons: Vec<String>,
    /// Cases that could not be calculated; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

/// The list, as one JSON document.
#[must_use]
pub fn json(ranked: &Ranked<'_>) -> String {
    let reasons = ranked.reasons.iter().map(|reason| Some(reason.as_str()));
    let entries = ranked.ranking.entries.iter().zip(reasons.chain(core::iter::repeat(None)));
    let list = entries.filter_map(|(entry, reason)| {
        let candidate = ranked.candidates.get(entry.candidate)?;
        Some(entry_out(entry, candidate, reason))
    });
    document(&Rank {
        versjon: VERSION,
        method: ranked.ranking.method.word(),
        frames: false,
        status: None,
        sum: None,
        gap: None,
        list: list.collect(),
        shortfalls: Vec::new(),
        use_of_frames: Vec::new(),
        savings: Vec::new(),
        conflict: Vec::new(),
        extension: Vec::new(),
        remarks: Vec::new(),
        alternatives: Vec::new(),
        drawn: None,
        left_out: &ranked.left_out,
    })
}

/// beslutning, as written in JSON; none where nothing is chosen or waiting.
pub(super) const fn verdict_word(verdict: Verdict) -> Option<&'static str> {
    match verdict {
        Verdict::Decided => Some("besluttet"),
        Verdict::Chosen => Some("valgt"),
        Verdict::Waiting => Some("venter"),
        Verdict::Judgement => Some("krever skjønn"),
        Verdict::NotProfitable => Some("lønner seg ikke"),
        Verdict::NotAssessed => Some("ikke vurdert"),
        Verdict::Open => None,
    }
}

fn entry_out<'a>(entry: &Entry, candidate: &Candidate<'a>, reason: Option<&'a str>) -> EntryOut<'a> {
    let value = candidate.appraisal.value.as_ref();
    EntryOut {
        place: entry.place,
        id: &candidate.case.id,
        must: entry.must,
        value: entry.value.map(kroner),
        verdict: verdict_word(entry.verdict),
        start: candidate.case.start.map(Year::number),
        reason,
        lock: None,
        running_effect: value.map(|value| value.running_effect.map(kroner)),
        fte: fte(candidate.appraisal.potential.fte_taken_out),
        certainty: None,
    }
}

//! `a3 rank --format json`: one document, without frames and with. What is chosen within frames is
//! null or empty where there are none.

use super::choice::{STATUSES, clashes, extension, gap, shortfalls, status};
use super::content::{DrawnShare, Each, Plan};
use super::record::{document_schema, record};
use super::{LeftOut, document};
use crate::choose::{
    Candidate, Certainty, Change, Choice, Entry, Line, Locked, PlaceRange, Ranking, Totals, Verdict,
};
use crate::model::{self, Method};
use crate::units::{Kroner, Year};
use serde_json::Value;

/// What the document is made from without frames.
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

/// What the document is made from with frames.
#[derive(Debug)]
pub struct Chosen<'a> {
    /// The choice.
    pub choice: &'a Choice,
    /// What its lines point at.
    pub candidates: &'a [Candidate<'a>],
    /// Why each line is where it is, in the language of the reader, in the order of the list.
    pub reasons: Vec<String>,
    /// Each clash as a sentence, in order.
    pub clashes: Vec<String>,
    /// Each remark as a sentence, in order.
    pub remarks: Vec<String>,
    /// The choices side by side, the organisation's own first; none where there is only that.
    pub alternatives: Vec<Alternative<'a>>,
    /// How sure it is; none where nothing was drawn.
    pub certainty: Option<&'a Certainty>,
    /// Cases that could not be calculated; never silently dropped.
    pub left_out: Vec<LeftOut>,
}

/// One of several choices side by side.
#[derive(Debug)]
pub struct Alternative<'a> {
    /// The file its frames stand in.
    pub file: &'a str,
    /// The choice; none where the file has errors.
    pub choice: Option<&'a Choice>,
    /// What it comes to; none where nothing could be chosen.
    pub totals: Option<&'a Totals<'a>>,
    /// What differs from the first; none for the first, and where one of them has no choice.
    pub change: Option<&'a Change<'a>>,
    /// Each clash as a sentence, in order.
    pub clashes: Vec<String>,
    /// Why it was not calculated; none where it was.
    pub left_out: Option<String>,
}

/// The list without frames, as one JSON document.
#[must_use]
pub fn json(ranked: &Ranked<'_>) -> String {
    let entries = ranked.ranking.entries.iter().zip(said(&ranked.reasons));
    let rows = entries.filter_map(|(entry, reason)| {
        Some(Row::of_entry(entry, ranked.candidates.get(entry.candidate)?, reason))
    });
    let list = List {
        method: ranked.ranking.method,
        choice: None,
        rows: rows.collect(),
        clashes: &[],
        remarks: &[],
        alternatives: &[],
        certainty: None,
        left_out: &ranked.left_out,
    };
    document(&list).unwrap_or_default()
}

/// The choice, as one JSON document.
#[must_use]
pub fn choice_json(chosen: &Chosen<'_>) -> String {
    let lines = chosen.choice.lines.iter().zip(said(&chosen.reasons));
    let rows = lines.filter_map(|(line, reason)| {
        let certainty = chosen.certainty.and_then(|of| of.cases.get(line.candidate)?.as_ref());
        Some(Row { certainty, ..Row::of_line(line, chosen.candidates.get(line.candidate)?, reason) })
    });
    let list = List {
        method: chosen.choice.method,
        choice: Some(chosen.choice),
        rows: rows.collect(),
        clashes: &chosen.clashes,
        remarks: &chosen.remarks,
        alternatives: &chosen.alternatives,
        certainty: chosen.certainty,
        left_out: &chosen.left_out,
    };
    document(&list).unwrap_or_default()
}

/// Each sentence, and then none.
fn said(sentences: &[String]) -> impl Iterator<Item = Option<&str>> {
    sentences.iter().map(|sentence| Some(sentence.as_str())).chain(core::iter::repeat(None))
}

/// Its JSON Schema: schemas/rank.schema.json.
#[must_use]
pub fn schema() -> Value {
    document_schema::<List<'_>>("a3 rank --format json")
}

/// The whole document.
struct List<'a> {
    method: Method,
    /// None without frames.
    choice: Option<&'a Choice>,
    rows: Vec<Row<'a>>,
    clashes: &'a [String],
    remarks: &'a [String],
    alternatives: &'a [Alternative<'a>],
    certainty: Option<&'a Certainty>,
    left_out: &'a [LeftOut],
}

record!(List<'_>, |to| {
    to.version();
    to.column("metode", Method::WORDS, |it| it.method.word());
    to.column("rammer", "Om rammer er brukt i valget", |it| it.choice.is_some());
    to.column("status", &STATUSES, |it| it.choice.map(status));
    to.column("sum", "Metodens verdi av det som er valgt, uten besluttede", |it| {
        it.choice.and_then(|choice| choice.sum)
    });
    to.column("gap", "Hvor mye mer det beste valget høyst kan gi; 0 når valget er best", |it| {
        it.choice.and_then(gap)
    });
    to.part("liste", |it| &it.rows);
    to.part("mangler", |it| Each(shortfalls(it.choice)));
    to.part("bruk", |it| it.choice.map_or(&[][..], |choice| &choice.frames));
    to.part("innsparing", |it| it.choice.map_or(&[][..], |choice| &choice.savings));
    to.part("konflikt", |it| Each(clashes(it.choice, it.clashes)));
    to.part("utvidelse", |it| extension(it.choice));
    to.column("merknader", "Noe en bør vite om oppstarten eller alternativene", |it| it.remarks);
    to.part("alternativer", |it| it.alternatives);
    to.part("trekninger", |it| it.certainty);
    to.part("utelatt", |it| it.left_out);
});

/// A case of the list.
struct Row<'a> {
    candidate: &'a Candidate<'a>,
    place: Option<usize>,
    must: bool,
    value: Option<Kroner>,
    verdict: Verdict,
    start: Option<Year>,
    reason: Option<&'a str>,
    lock: Option<&'a Locked>,
    running_effect: Option<[Kroner; 4]>,
    certainty: Option<&'a PlaceRange>,
}

impl<'a> Row<'a> {
    fn of_entry(entry: &'a Entry, candidate: &'a Candidate<'a>, reason: Option<&'a str>) -> Self {
        let &Entry { place, must, value, verdict, .. } = entry;
        let running_effect = candidate.appraisal.value.as_ref().map(|value| value.running_effect);
        let (start, lock, certainty) = (candidate.case.start, None, None);
        Self { candidate, place, must, value, verdict, start, reason, lock, running_effect, certainty }
    }

    fn of_line(line: &'a Line, candidate: &'a Candidate<'a>, reason: Option<&'a str>) -> Self {
        let &Line { place, must, value, verdict, start, running_effect, .. } = line;
        let (lock, certainty) = (line.lock.as_ref(), None);
        Self { candidate, place, must, value, verdict, start, reason, lock, running_effect, certainty }
    }
}

record!(Row<'_>, |to| {
    to.column("plass", "Fra 1; null for besluttede, avviste og ikke vurderte", |it| it.place);
    to.column("id", "Sakens id", |it| &it.candidate.case.id);
    to.column("må", "Oppfyller et minimumskrav som ikke er oppfylt", |it| it.must);
    to.column("verdi", "Metodens verdi ved valgt oppstart, ellers ved tidligste", |it| it.value);
    to.column("beslutning", &VERDICTS, |it| verdict(it.verdict));
    to.column("oppstart", "Første år; null for venter", |it| it.start);
    to.column("grunn", "Hvorfor saken står der den står", |it| it.reason);
    to.part("låst", |it| it.lock);
    to.column("budsjett", "Driftsbudsjettet i de fire planårene; pluss er penger frigjort", |it| {
        it.running_effect.map(Plan)
    });
    to.column("årsverk", "Det som tas ut, ved full effekt", |it| {
        it.candidate.appraisal.potential.fte_taken_out
    });
    to.part("sikkerhet", |it| it.certainty);
});

const VERDICTS: [&str; 6] =
    ["besluttet", "valgt", "venter", "krever skjønn", "lønner seg ikke", "ikke vurdert"];

/// None where nothing is chosen or waiting.
const fn verdict(verdict: Verdict) -> Option<&'static str> {
    let [decided, chosen, waiting, judgement, not_profitable, not_assessed] = VERDICTS;
    match verdict {
        Verdict::Decided => Some(decided),
        Verdict::Chosen => Some(chosen),
        Verdict::Waiting => Some(waiting),
        Verdict::Judgement => Some(judgement),
        Verdict::NotProfitable => Some(not_profitable),
        Verdict::NotAssessed => Some(not_assessed),
        Verdict::Open => None,
    }
}

record!(Locked, |to| {
    to.column("valg", model::Choice::WORDS, |it| it.lock.choice.word());
    to.column("oppstart", "Året den er låst til", |it| it.lock.start);
    to.column("begrunnelse", "Hvorfor den er låst", |it| it.lock.reason.as_deref());
    to.column("koster", "Hvor mye mer valget ville gitt uten låsen", |it| it.cost.map(|cost| cost.value));
});

record!(PlaceRange, |to| {
    to.column(
        "valgt",
        "Andelen av alle trekningene der saken er valgt; den er det ikke der ingenting ble funnet",
        |it| DrawnShare(it.chosen),
    );
    to.column("plass_p10", "Plassen er minst så god i én av ti trekninger", |it| it.best);
    to.column("plass_p90", "Plassen er minst så god i ni av ti trekninger", |it| it.worst);
});

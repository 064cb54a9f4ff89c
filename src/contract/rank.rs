//! `a3 rank --format json`: one document, without frames and with. What is chosen within frames is
//! null or empty where there are none.

use super::choice::{STATUSES, clashes, extension, gap, shortfalls, status};
use super::content::{DrawnShare, Each, Plan};
use super::record::{document_schema, record};
use super::{LeftOut, document};
use crate::choose::{Candidate, Certainty, Change, Choice, ChoiceLine, Locked, PlaceRange, Totals, Verdict};
use crate::model::{self, Method};
use serde_json::Value;

/// What the document is made from.
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

/// The list, as one JSON document.
#[must_use]
pub fn choice_json(chosen: &Chosen<'_>) -> String {
    document(chosen).unwrap_or_default()
}

impl Chosen<'_> {
    fn rows(&self) -> impl Iterator<Item = Row<'_>> + Clone {
        let lines = self.choice.lines.iter().zip(said(&self.reasons));
        lines.filter_map(|(line, reason)| {
            let candidate = self.candidates.get(line.candidate)?;
            let certainty = self.certainty.and_then(|of| of.cases.get(line.candidate)?.as_ref());
            Some(Row { line, candidate, reason, certainty })
        })
    }

    /// The choice, where frames limit it.
    fn limited(&self) -> Option<&Choice> {
        Some(self.choice).filter(|choice| choice.is_limited)
    }
}

/// Each sentence, and then none.
fn said(sentences: &[String]) -> impl Iterator<Item = Option<&str>> + Clone {
    sentences.iter().map(|sentence| Some(sentence.as_str())).chain(core::iter::repeat(None))
}

/// Its JSON Schema: schemas/rank.schema.json.
#[must_use]
pub fn schema() -> Value {
    document_schema::<Chosen<'_>>("a3 rank --format json")
}

record!(Chosen<'_>, |to| {
    to.version();
    to.column("metode", Method::WORDS, |it| it.choice.method.word());
    to.column("rammer", "Om rammer er brukt i valget", |it| it.choice.is_limited);
    to.column("status", &STATUSES, |it| it.limited().map(status));
    to.column("sum", "Metodens verdi av det som er valgt, uten besluttede", |it| it.choice.sum);
    to.column("gap", "Hvor mye mer det beste valget høyst kan gi; 0 når valget er best", |it| {
        it.limited().and_then(gap)
    });
    to.part("liste", |it| Each(it.rows()));
    to.part("mangler", |it| Each(shortfalls(Some(it.choice))));
    to.part("bruk", |it| &it.choice.frames);
    to.part("innsparing", |it| &it.choice.savings);
    to.part("konflikt", |it| Each(clashes(Some(it.choice), &it.clashes)));
    to.part("utvidelse", |it| extension(Some(it.choice)));
    to.column("merknader", "Noe en bør vite om oppstarten eller alternativene", |it| &it.remarks);
    to.part("alternativer", |it| &it.alternatives);
    to.part("trekninger", |it| it.certainty);
    to.part("utelatt", |it| &it.left_out);
});

/// A case of the list.
struct Row<'a> {
    line: &'a ChoiceLine,
    candidate: &'a Candidate<'a>,
    reason: Option<&'a str>,
    certainty: Option<&'a PlaceRange>,
}

record!(Row<'_>, |to| {
    to.column("plass", "Fra 1; null for besluttede, avviste og ikke vurderte", |it| it.line.place);
    to.column("id", "Sakens id", |it| &it.candidate.case.id);
    to.column("må", "Oppfyller et minimumskrav som ikke er oppfylt", |it| it.line.must);
    to.column("verdi", "Metodens verdi ved valgt oppstart, ellers ved tidligste", |it| it.line.value);
    to.column("beslutning", &VERDICTS, |it| verdict(it.line.verdict));
    to.column("oppstart", "Første år; null for venter", |it| it.line.start);
    to.column("grunn", "Hvorfor saken står der den står", |it| it.reason);
    to.part("låst", |it| it.line.lock.as_ref());
    to.column("budsjett", "Driftsbudsjettet i de fire planårene; pluss er penger frigjort", |it| {
        it.line.running_effect.map(Plan)
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

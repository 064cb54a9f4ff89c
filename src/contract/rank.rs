//! `a3 rank --format json`: one document, without frames and with. What is chosen within frames is
//! null or empty where there are none.

use super::choice::{STATUSES, clashes, extension, gap, shortfalls, status};
use super::content::{Each, Plan, Ratio};
use super::history::TurnedSince;
use super::record::{In, each_in, named, record, whole_document};
use super::{IS_UNFINISHED, LeftOut, document, unread_files};
use crate::choose::{Choice, ChoiceLine, Fate, Locked, PlaceRange, Verdict};
use crate::model::{self, Method};
use crate::report::{AppraisedCase, RankReport};
use crate::sentences::{choice as choice_words, remark, unmet};
use crate::words::Language;

/// The list, as one JSON document.
pub fn json(report: &RankReport, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

fn rows(report: &RankReport, language: Language) -> impl Iterator<Item = Row<'_>> + Clone {
    let certainty = report.certainty.as_ref();
    report.choice.lines.iter().filter_map(move |line| {
        let certainty = certainty.and_then(|of| of.cases.get(line.candidate)?.as_ref());
        let reason = choice_words::sentence(line, &report.choice);
        Some(Row { line, of: report.case(line)?, reason: reason.get(language).to_owned(), certainty })
    })
}

/// The choice, where frames limit it.
fn limited(report: &RankReport) -> Option<&Choice> {
    Some(&report.choice).filter(|choice| choice.is_limited)
}

whole_document!("rank", In<&RankReport, Language>, |to| {
    to.column("metode", Method::WORDS, |it| it.choice.method.word());
    to.column("rammer", "Om rammer er brukt i valget", |it| it.choice.is_limited);
    to.column("status", &STATUSES, |it| limited(it).map(|choice| status(&choice.status)));
    to.column("sum", "Metodens verdi av det som er valgt, uten besluttede", |it| it.choice.sum);
    to.column("gap", "Hvor mye mer det beste valget høyst kan gi; 0 når valget er best", |it| {
        limited(it).and_then(gap)
    });
    to.part("liste", |it| Each(rows(it, it.at)));
    to.part("mangler", |it| Each(shortfalls(Some(&it.choice))));
    to.part("bruk", |it| &it.choice.frames);
    to.part("innsparing", |it| &it.choice.savings);
    to.part("kravets_pris", |it| it.choice.savings_price.as_ref());
    to.part("konflikt", |it| Each(clashes(Some(&it.choice), it.at)));
    to.part("utvidelse", |it| extension(Some(&it.choice)));
    to.column("merknader", "Noe en bør vite om oppstarten eller alternativene", |it| {
        let remarks = unmet::cut_short(&it.choice, it.bound).into_iter().chain(remark::of_part(it));
        let remarks = remarks.chain(remark::sentences(&it.choice));
        remarks.map(|remark| remark.get(it.at).to_owned()).collect::<Vec<String>>()
    });
    to.part("alternativer", |it| each_in(&it.alternatives, it.at));
    to.part("i_fjor", |it| TurnedSince::of(it));
    to.part("trekninger", |it| it.certainty.as_ref());
    to.part("utelatt", |it| LeftOut::omitted(&it.appraised, it.at));
    to.part("ulest", |it| unread_files(it.appraised.unread(), it.at));
});

/// A case of the list.
struct Row<'a> {
    line: &'a ChoiceLine,
    of: &'a AppraisedCase,
    reason: String,
    certainty: Option<&'a PlaceRange>,
}

record!(Row<'_>, |to| {
    to.column("plass", "Fra 1; null for besluttede, avviste og ikke vurderte", |it| it.line.place);
    to.column("id", "Sakens id", |it| &it.of.case.id);
    to.column("ikke_ferdig", IS_UNFINISHED, |it| it.of.unfinished.is_some());
    to.column("må", "Oppfyller et minimumskrav som ikke er oppfylt", |it| it.line.must);
    to.column("verdi", "Metodens verdi ved valgt oppstart, ellers ved tidligste", |it| it.line.value);
    to.column("beslutning", &VERDICTS, |it| verdict(it.line.verdict));
    to.column("oppstart", "Første år; null for venter", |it| it.line.start);
    to.column("grunn", "Hvorfor saken står der den står", |it| Some(it.reason.as_str()));
    to.part("låst", |it| it.line.lock.as_ref());
    to.column("budsjett", "Driftsbudsjettet i de fire planårene; pluss er penger frigjort", |it| {
        it.line.running_effect.map(Plan)
    });
    to.column("årsverk", "Det som tas ut, ved full virkning", |it| it.of.appraisal.potential.fte_taken_out);
    to.part("sikkerhet", |it| it.certainty);
});

named! {
    /// How a case may stand on a list. On one without frames it is neither chosen nor waiting.
    pub(super) STOOD, stood(Fate) {
        "besluttet" = Fate::Decided,
        "valgt" = Fate::Chosen,
        "venter" = Fate::Waiting,
        "krever skjønn" = Fate::Judgement,
        "lønner seg ikke" = Fate::NotProfitable,
        "ikke vurdert" = Fate::NotAssessed,
        "på listen" = Fate::Open | Fate::Out,
        "avvist" = Fate::Rejected,
    }
}

/// The words of `beslutning`.
const VERDICTS: [&str; 6] = {
    let [all @ .., _, _] = STOOD;
    all
};

/// None where nothing is chosen or waiting.
fn verdict(verdict: Verdict) -> Option<&'static str> {
    (verdict != Verdict::Open).then(|| stood(verdict.into()))
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
        |it| Ratio(it.chosen),
    );
    to.column("plass_p10", "Plassen er minst så god i én av ti trekninger", |it| it.best);
    to.column("plass_p90", "Plassen er minst så god i ni av ti trekninger", |it| it.worst);
});

//! `a3 decide --format json`.

use super::content::Plan;
use super::document;
use super::record::{In, each_in, record, whole_document};
use crate::calc::Valuation;
use crate::model::Outcome;
use crate::report::change::{DecideReport, DecideWanted, Decided, Skipped};
use crate::sentences::written::{Writing, why_skipped};
use crate::words::Language;

/// What was decided, as one JSON document.
pub fn json(report: &DecideReport, wanted: &DecideWanted, writing: Writing, language: Language) -> String {
    document(&Decision { report, wanted, writing, language }).unwrap_or_default()
}

struct Decision<'a> {
    report: &'a DecideReport,
    wanted: &'a DecideWanted,
    writing: Writing,
    language: Language,
}

whole_document!("decide", Decision<'_>, |to| {
    to.column("skrevet", "Om vedtakene er skrevet i filene; nei med --vis", |it| {
        it.writing == Writing::Written
    });
    to.column("organ", "Hvem som har vedtatt", |it| &it.wanted.body);
    to.column("dato", "ÅÅÅÅ-MM-DD", |it| it.wanted.date.to_string());
    to.column("sak", "Saksnummeret; null der det ikke er gitt", |it| it.wanted.reference.as_deref());
    to.column("beslutning", Outcome::WORDS, |it| it.wanted.outcome.word());
    to.column("budsjettår", "Det første året i «budsjett»", |it| it.report.budget_year);
    to.part("saker", |it| each_in(&it.report.decided, it.wanted.outcome));
    to.part("uten_vedtak", |it| each_in(&it.report.skipped, it.language));
});

impl In<&Decided, Outcome> {
    /// Nothing is promised where the decision is another than vedtatt.
    fn value(&self) -> Option<&Valuation> {
        self.appraisal.value.as_ref().filter(|_| self.at == Outcome::Adopted)
    }
}

record!(In<&Decided, Outcome>, |to| {
    to.column("id", "Sakens id", |it| &it.case.id);
    to.column("fil", "Sti fra rota, med / mellom leddene", |it| &it.path);
    to.column("oppstart", "Første år", |it| it.case.start);
    to.column("oppstart_før", "Oppstarten som sto i fila, der den er flyttet", |it| it.moved_from);
    to.column("budsjett", "Driftsbudsjettet i de fire planårene; pluss er penger frigjort", |it| {
        it.value().map(|value| Plan(value.running_effect))
    });
    to.column("årsverk", "Det som tas ut, ved full virkning", |it| {
        it.value().map(|_| it.appraisal.potential.fte_taken_out)
    });
    to.column("nnv", "Netto nåverdi", |it| it.value().map(|value| value.npv));
    to.column("merke", "Merket av det tallene er regnet av", |it| it.mark.as_deref());
});

record!(In<&Skipped, Language>, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("grunn", "Hvorfor, etter «fordi de»", |it| why_skipped(it).get(it.at).to_owned());
});

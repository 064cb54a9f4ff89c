//! `a3 decide --format json`.

use super::content::{Each, Plan};
use super::document;
use super::record::{record, whole_document};
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
    to.part("saker", |it| {
        let is_promised = it.wanted.outcome == Outcome::Adopted;
        Each(it.report.decided.iter().map(move |of| Row { of, is_promised }))
    });
    to.part("uten_vedtak", |it| {
        let language = it.language;
        Each(
            it.report
                .skipped
                .iter()
                .map(move |of| Without { of, why: why_skipped(of).get(language).to_owned() }),
        )
    });
});

/// A case that is decided. Nothing is promised where the decision is another than vedtatt.
struct Row<'a> {
    of: &'a Decided,
    is_promised: bool,
}

impl<'a> Row<'a> {
    fn value(&self) -> Option<&'a crate::calc::Valuation> {
        self.of.appraisal.value.as_ref().filter(|_| self.is_promised)
    }
}

record!(Row<'_>, |to| {
    to.column("id", "Sakens id", |it| &it.of.case.id);
    to.column("fil", "Sti fra rota, med / mellom leddene", |it| &it.of.path);
    to.column("oppstart", "Første år", |it| it.of.case.start);
    to.column("oppstart_før", "Oppstarten som sto i fila, der den er flyttet", |it| it.of.moved_from);
    to.column("budsjett", "Driftsbudsjettet i de fire planårene; pluss er penger frigjort", |it| {
        it.value().map(|value| Plan(value.running_effect))
    });
    to.column("årsverk", "Det som tas ut, ved full effekt", |it| {
        it.value().map(|_| it.of.appraisal.potential.fte_taken_out)
    });
    to.column("nnv", "Netto nåverdi", |it| it.value().map(|value| value.npv));
    to.column("merke", "Merket av det tallene er regnet av", |it| it.of.mark.as_deref());
});

/// A case that gets no vedtak.
struct Without<'a> {
    of: &'a Skipped,
    why: String,
}

record!(Without<'_>, |to| {
    to.column("id", "Sakens id", |it| &it.of.id);
    to.column("grunn", "Hvorfor, etter «fordi de»", |it| &it.why);
});

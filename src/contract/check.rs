//! `a3 check --format json`.

use super::content::Each;
use super::record::{In, named, record, whole_document};
use super::{document, unread_files};
use crate::diagnostic::{FileFindings, Finding, Grade, Report};
use crate::source::Position;
use crate::words::Language;

/// Everything found, as one JSON document.
pub fn json(report: &Report, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

whole_document!("check", In<&Report, Language>, |to| {
    to.column("rot", "Mappa med a3.yaml", |it| &it.root);
    to.column("saker", "Saker som er sjekket", |it| it.cases);
    to.part("funn", |it| Each(all_found(it, it.at)));
    to.part("ulest", |it| unread_files(it.unread.iter().cloned(), it.at));
});

/// Every finding, in order.
pub(super) fn all_found(report: &Report, language: Language) -> impl Iterator<Item = Found<'_>> + Clone {
    report.located().map(move |(file, finding)| Found::new(file, finding, language))
}

/// A finding in its file.
pub(super) struct Found<'a> {
    file: &'a FileFindings,
    pub(super) finding: &'a Finding,
    language: Language,
    start: Position,
    end: Position,
}

named! {
    /// Words of the contract, the same in every language.
    pub(super) GRADES, grade(Grade) {
        "feil" = Grade::Error,
        "advarsel" = Grade::Warning,
        "merknad" = Grade::Note,
    }
}

record!(Found<'_>, |to| {
    to.column("regel", "Regelens navn; a3 explain REGEL forklarer den", |it| it.finding.rule);
    to.column("grad", &GRADES, |it| grade(it.finding.grade));
    to.column("fil", "Sti fra rota, med / mellom leddene", |it| &it.file.source.path);
    to.column("linje", "Fra 1", |it| it.start.line);
    to.column("kolonne", "Tegn i linja, fra 1", |it| it.start.column);
    to.column("sluttlinje", "Linja der funnet slutter", |it| it.end.line);
    to.column("sluttkolonne", "Tegnet etter det siste", |it| it.end.column);
    to.column("tittel", "Hva som er galt", |it| it.finding.title.get(it.language));
    to.column("hvorfor", "Hvorfor det betyr noe; kan være tom", |it| {
        it.finding.why().get(it.language).into_owned()
    });
    to.column("slik", "Hva som kan skrives i stedet; kan være tom", |it| {
        it.finding.how().get(it.language).into_owned()
    });
    to.column("sak", "Sakens id, der fila er en sak", |it| it.file.case.as_deref());
});

impl<'a> Found<'a> {
    fn new(file: &'a FileFindings, finding: &'a Finding, language: Language) -> Self {
        let [start, end] = [finding.span.start, finding.span.end].map(|at| file.source.position(at));
        Self { file, finding, language, start, end }
    }

    /// What is wrong, and what can be written instead.
    pub(super) fn sentences(&self) -> String {
        let title = self.finding.title.get(self.language);
        format!("{title}. {}", self.finding.how().get(self.language))
    }
}

//! `a3 next --format json`.

use super::content::Each;
use super::record::{record, whole_document};
use super::{LeftOut, UnreadFile, document};
use crate::model::Phase;
use crate::report::{AppraisedCase, Ask, NextReport, Person, Resting, What};
use crate::sentences::asked;
use crate::words::Language;

/// What is asked, as one JSON document.
pub fn json(report: &NextReport, language: Language) -> String {
    document(&Next { report, language }).unwrap_or_default()
}

/// The whole document.
struct Next<'a> {
    report: &'a NextReport,
    language: Language,
}

whole_document!("next", Next<'_>, |to| {
    to.column("dato", "Dagen det gjelder", |it| it.report.wanted.day.to_string());
    to.column("kvartal", "Fra 1 til 4", |it| u64::from(it.report.quarter.number));
    to.column("fase", Phase::WORDS, |it| it.report.quarter.phase().word());
    to.part("gjøremål", |it| {
        let language = it.language;
        Each(it.report.asks.iter().map(move |ask| Asked { ask, language }))
    });
    to.part("hviler", |it| {
        let (report, language) = (it.report, it.language);
        Each(
            report.resting.iter().filter_map(move |resting| {
                Some(Rests { of: report.case(resting.place)?, resting, language })
            }),
        )
    });
    to.part("personer", |it| it.report.people.as_slice());
    to.part("utelatt", |it| LeftOut::omitted(&it.report.appraised, it.language));
    to.part("ulest", |it| UnreadFile::of(it.report.appraised.unread(), it.language));
});

/// Something that is asked.
struct Asked<'a> {
    ask: &'a Ask,
    language: Language,
}

record!(Asked<'_>, |to| {
    to.column("uid", "Det samme for det samme, hver gang", |it| it.ask.uid());
    to.column("sak", "Sakens id", |it| &it.ask.case);
    to.column("slag", What::WORDS, |it| it.ask.what.word());
    to.column("navn", "Raden, målingen, forutsetningen eller feltet det gjelder; tom for hele saken", |it| {
        it.ask.what.name()
    });
    to.column("hva", "Det som kreves, i en setning", |it| asked::what(it.ask).get(it.language).to_owned());
    to.column("hvem", "Av hvem; null når ingen er nevnt", |it| it.ask.who.as_deref());
    to.column("frist", "Innen; null når ingenting sier det", |it| it.ask.due.map(|due| due.to_string()));
    to.column(
        "kroner",
        "Det som står bak i kommunens budsjett i året, når det går tapt eller er sent",
        |it| it.ask.worth,
    );
});

/// A case nothing is asked of.
struct Rests<'a> {
    of: &'a AppraisedCase,
    resting: &'a Resting,
    language: Language,
}

record!(Rests<'_>, |to| {
    to.column("sak", "Sakens id", |it| &it.of.case.id);
    to.column("grunn", "Hvorfor ingenting kreves nå", |it| {
        asked::resting(it.resting.why, 1).get(it.language).to_owned()
    });
});

record!(Person, |to| {
    to.column("navn", "Navnet, uten tittel", |it| &it.name);
    to.column("saker", "Saker som nevner dem, av dem som går videre", |it| {
        it.cases.iter().cloned().collect::<Vec<String>>()
    });
    to.column("eier", "De av sakene de eier", |it| it.owns.iter().cloned().collect::<Vec<String>>());
    to.column("frister", "Frister og målinger i dette kvartalet og de tre neste", |it| it.due.to_vec());
    to.column("årsverk", "Kapasiteten til sakene de eier, i budsjettåret", |it| it.capacity);
    to.column("for_mange", "Om de er nevnt i fire saker eller flere", |it| it.is_pressed());
});

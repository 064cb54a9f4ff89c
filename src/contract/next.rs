//! `a3 next --format json`.

use super::content::Each;
use super::record::{In, each_in, record, whole_document};
use super::{LeftOut, document, unread_files};
use crate::model::Phase;
use crate::report::{AppraisedCase, Ask, NextReport, Person, Resting, What, WhyResting};
use crate::sentences::asked;
use crate::words::Language;

/// What is asked, as one JSON document.
pub fn json(report: &NextReport, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

whole_document!("next", In<&NextReport, Language>, |to| {
    to.column("dato", "Dagen det gjelder", |it| it.wanted.day.to_string());
    to.column("kvartal", "Fra 1 til 4", |it| u64::from(it.quarter.number));
    to.column("fase", Phase::WORDS, |it| it.quarter.phase().word());
    to.part("gjøremål", |it| each_in(&it.asks, it.at));
    to.part("hviler", |it| {
        let case = |of: &Resting| Some(Rests { case: it.case(of.place)?, why: of.why, language: it.at });
        Each(it.resting.iter().filter_map(case))
    });
    to.part("personer", |it| it.people.as_slice());
    to.part("utelatt", |it| LeftOut::omitted(&it.appraised, it.at));
    to.part("ulest", |it| unread_files(it.appraised.unread(), it.at));
});

record!(In<&Ask, Language>, |to| {
    to.column("uid", "Det samme for det samme, hver gang", |it| it.uid());
    to.column("sak", "Sakens id", |it| &it.case);
    to.column("slag", What::WORDS, |it| it.what.word());
    to.column("navn", "Raden, målingen, forutsetningen eller feltet det gjelder; tom for hele saken", |it| {
        it.what.name()
    });
    to.column("hva", "Det som kreves, i en setning", |it| asked::what(it).get(it.at).to_owned());
    to.column("hvem", "Av hvem; null når ingen er nevnt", |it| it.who.as_deref());
    to.column("frist", "Innen; null når ingenting sier det", |it| it.due.map(|due| due.to_string()));
    to.column(
        "kroner",
        "Det som står bak i kommunens budsjett i året, når det går tapt eller er sent",
        |it| it.worth,
    );
});

/// A case nothing is asked of.
struct Rests<'a> {
    case: &'a AppraisedCase,
    why: WhyResting,
    language: Language,
}

record!(Rests<'_>, |to| {
    to.column("sak", "Sakens id", |it| &it.case.case.id);
    to.column("grunn", "Hvorfor ingenting kreves nå", |it| {
        asked::resting(it.why, 1).get(it.language).to_owned()
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

//! `a3 status --format json`.

use super::accounts::{Accounts, unread};
use super::content::{Each, Ratio};
use super::record::{In, named, record, whole_document};
use super::{LeftOut, document, unread_files};
use crate::follow::{Bridge, Figures, FollowedGain, Means, PromiseKept, UnitHole, Word};
use crate::report::{AppraisedCase, Due, Gone, Late, StatusCase, StatusReport};
use crate::units::Kroner;
use crate::words::Language;

/// Every gain followed, as one JSON document.
pub fn json(report: &StatusReport, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

fn gains(report: &StatusReport) -> impl Iterator<Item = Gain<'_>> + Clone {
    report.cases.iter().flat_map(move |case| {
        let of = report.case(case.place);
        case.gains()
            .filter_map(move |(place, gain)| Some(Gain { of: of?, case, gain, before: case.before(place) }))
    })
}

/// What is of cases, each in its own.
fn in_cases<'a, T>(
    report: &'a StatusReport,
    all: &'a [T],
    place: fn(&T) -> usize,
) -> Each<impl Iterator<Item = In<&'a T, &'a AppraisedCase>> + Clone> {
    Each(all.iter().filter_map(move |of| Some(In { of, at: report.case(place(of))? })))
}

whole_document!("status", In<&StatusReport, Language>, |to| {
    to.column("dato", "Dagen det gjelder", |it| it.wanted.day.to_string());
    to.column("siden", "Dagen endringen regnes fra; null uten --siden", |it| {
        it.wanted.since.map(|since| since.to_string())
    });
    to.column("budsjettår", "Året «trukket_fra» gjelder", |it| {
        it.appraised.organisation.budget_year
    });
    to.part("gevinster", |it| Each(gains(it)));
    to.part("bro", |it| &it.bridge);
    to.part("ansvar", |it| it.holes.as_slice());
    to.part("frister", |it| in_cases(it, &it.late, |late| late.place));
    to.part("målinger", |it| in_cases(it, &it.due, |due| due.place));
    to.part("avsluttet", |it| in_cases(it, &it.gone, |gone| gone.place));
    to.column("følges_ikke", "Vedtatte saker uten oppstart eller levetid", |it| {
        let cases = it.not_followed.iter().filter_map(|place| it.case(*place));
        cases.map(|of| of.case.id.clone()).collect::<Vec<String>>()
    });
    to.part("regnskap", |it| {
        let accounts = it.accounts.as_ref();
        accounts.map(|accounts| Accounts { accounts, holes: &it.holes, language: it.at })
    });
    to.part("utelatt", |it| LeftOut::omitted(&it.appraised, it.at));
    to.part("ulest", |it| {
        let accounts = it.accounts.iter().flat_map(unread);
        unread_files(it.appraised.unread().chain(accounts), it.at)
    });
});

/// One gain of a case.
struct Gain<'a> {
    of: &'a AppraisedCase,
    case: &'a StatusCase,
    gain: &'a FollowedGain,
    before: Option<&'a FollowedGain>,
}

impl<'a> Gain<'a> {
    fn figures(&self) -> Option<&'a Figures> {
        self.gain.figures.as_ref()
    }

    fn term(&self, term: fn(&Bridge) -> Kroner) -> Option<Kroner> {
        self.figures().map(|figures| term(&figures.bridge))
    }
}

named! {
    /// The words of `lovet_fra`.
    PROMISES, promise(PromiseKept) {
        "vedtaket" = PromiseKept::Stored,
        "etter dagens fil" = PromiseKept::AsCalculatedToday,
    }
}

record!(Gain<'_>, |to| {
    to.column("sak", "Sakens id", |it| &it.of.case.id);
    to.column("navn", "Gevinstens navn", |it| &it.gain.name);
    to.column("penger", "Om den er penger i kommunens eget budsjett; ellers er beløpene null", |it| {
        it.figures().is_some()
    });
    to.column("lovet", "Full virkning i året, da saken ble vedtatt", |it| it.term(|of| of.promised));
    to.column("lovet_fra", &PROMISES, |it| promise(it.case.now.promise));
    to.column("ventet", "Det som skulle ha kommet nå, etter innfasingen", |it| it.term(|of| of.expected));
    to.column(
        "målt",
        "Regnet av den siste målingen, med sakens egne regler; null når ingenting er målt",
        |it| it.figures().and_then(Figures::measured_money),
    );
    to.column("målt_slik", Means::WORDS, |it| Some(it.figures()?.measured?.means.word()));
    to.column("målt_dato", "Dagen det ble målt", |it| {
        let measured = it.figures().and_then(|of| of.measured).map(|measured| measured.date);
        measured.or_else(|| it.gain.progress.map(|progress| progress.date)).map(|date| date.to_string())
    });
    to.column("målt_før", "Det samme på dagen i «siden»", |it| {
        it.before?.figures.as_ref()?.measured_money()
    });
    to.column("årsverk", "Målt, i hele stillinger; null der gevinsten ikke er arbeidstid", |it| {
        it.figures()?.positions?.come
    });
    to.column("årsverk_lovet", "Det samme ved full virkning", |it| Some(it.figures()?.positions?.full));
    to.column("trukket_fra", "Det dagens budsjett alt har trukket fra", |it| it.term(|of| of.deducted));
    to.column("hull", "Trukket fra, men ikke kommet", |it| it.term(|of| of.hole));
    to.column("andel_av_veien", "Fra nullpunkt til mål: 1 er hele veien", |it| {
        it.gain.progress.map(|progress| Ratio(progress.way))
    });
    to.column("andel_planlagt", "Der den skulle ha vært, på en rett linje mellom datoene", |it| {
        it.gain.progress?.planned.map(|planned| Ratio(planned.value()))
    });
    to.column("ord", Word::WORDS, |it| it.gain.word.word());
});

record!(In<&Gone, &AppraisedCase>, |to| {
    to.column("sak", "Sakens id", |it| &it.at.case.id);
    to.column("er_trukket_fra", "Om dagens budsjett har trukket fra virkningen", |it| it.is_deducted);
    to.column("lovet", "Full virkning i året, da saken ble vedtatt", |it| it.bridge.promised);
    to.column("målt", "Regnet av den siste målingen", |it| it.bridge.measured);
    to.column("tapt", "Ventet, og kommer ikke", |it| it.bridge.lost);
    to.column("hull", "Trukket fra, men ikke kommet", |it| it.bridge.hole);
});

record!(Bridge, |to| {
    to.column("lovet", "lovet + endret − ikke_ventet = ventet", |it| it.promised);
    to.column("endret", "Dagens beregning − lovet", |it| it.changed);
    to.column("ikke_ventet", "Det innfasingen lar vente, og alt etter at levetiden er over", |it| {
        it.not_expected
    });
    to.column("ventet", "målt + etter_planen + bak + tapt", |it| it.expected);
    to.column("målt", "kommet + ikke_trukket + verre", |it| it.measured);
    to.column("etter_planen", "Ikke kommet, og for tidlig å si noe om", |it| it.planned);
    to.column("bak", "Ventet, men ikke kommet; minus når mer har kommet", |it| it.behind);
    to.column("tapt", "Ventet, og kommer ikke", |it| it.lost);
    to.column("trukket_fra", "kommet + hull + for_tidlig", |it| it.deducted);
    to.column("kommet", "Det som er trukket fra, og har kommet", |it| it.come);
    to.column("hull", "Trukket fra, men ikke kommet", |it| it.hole);
    to.column("for_tidlig", "Trukket fra, og for tidlig å si noe om", |it| it.too_early);
    to.column("ikke_trukket", "Kommet, men ikke trukket fra", |it| it.not_deducted);
    to.column("verre", "Målt på feil side av nullpunktet; 0 eller minus", |it| it.worse);
});

record!(UnitHole, |to| {
    to.column("ansvar", "Null der en gevinst ikke har budsjettpost", |it| it.unit.as_deref());
    to.column("hull", "Trukket fra, men ikke kommet", |it| it.hole);
});

record!(In<&Late, &AppraisedCase>, |to| {
    to.column("sak", "Sakens id", |it| &it.at.case.id);
    to.column("hva", "Det som skulle vært gjort", |it| &it.what);
    to.column("hvem", "Hvem som skulle gjøre det", |it| it.who.as_deref());
    to.column("frist", "Dagen som er gått", |it| it.date.to_string());
});

record!(In<&Due, &AppraisedCase>, |to| {
    to.column("sak", "Sakens id", |it| &it.at.case.id);
    to.column("navn", "Hva som måles", |it| &it.name);
    to.column("ansvarlig", "Hvem som måler", |it| it.who.as_deref());
    to.column("frist", "Dagen det skal måles neste gang", |it| it.date.to_string());
    to.column("mangler", "Om den dagen er gått", |it| it.is_overdue);
});

//! `a3 overview --format json`.

use super::content::Amount;
use super::history::BecameOf;
use super::record::{In, each_in, record, whole_document};
use super::{LeftOut, document, unread_files};
use crate::model::{BenefitKind, Fulfilment, Recipient};
use crate::report::{Area, GainRow, Groups, OpenDuty, OverviewReport, Pressed, When};
use crate::sentences::overview;
use crate::units::Kroner;
use crate::words::Language;

/// The overview, as one JSON document.
pub fn json(report: &OverviewReport, language: Language) -> String {
    document(&In { of: report, at: language }).unwrap_or_default()
}

impl OverviewReport {
    /// What is of the cases; none where a3.yaml has errors, so that nothing is known of any.
    fn known<'a, T>(&self, of: &'a [T]) -> Option<&'a [T]> {
        self.appraised.spoiled.is_none().then_some(of)
    }

    /// The ids of cases.
    fn ids(&self, places: &[usize]) -> Vec<&str> {
        places.iter().filter_map(|place| Some(&*self.case(*place)?.case.id)).collect()
    }
}

whole_document!("overview", In<&OverviewReport, Language>, |to| {
    to.column("område", "Området det er spurt om; null for alle", |it| it.wanted.area.as_deref());
    to.part("delområder", |it| it.knows_areas().then(|| each_in(&it.areas, it.of)));
    to.column("anslag", "Summen av anslagene, kroner i året", |it| it.estimated);
    to.column(
        "regnet",
        "Summen av det delområdene er regnet til, hver sak én gang; null der delområdene ikke er kjent",
        |it| it.calculated,
    );
    to.part("minimumskrav", |it| it.duties.as_slice());
    to.column(
        "mål_uten_sak",
        "Mål i a3.yaml som ingen sak viser til; null der en sak som ikke er lest, kan gjøre det",
        |it| it.goals.as_deref(),
    );
    to.column(
        "saker_utenfor",
        "Saker som ikke står i noe delområde; null der delområdene ikke er kjent",
        |it| it.knows_areas().then(|| it.ids(&it.outside)),
    );
    to.part("kapasitet", |it| it.known(it.pressed.as_slice()));
    to.part("gevinster", |it| it.known(it.gains.as_slice()));
    to.part("i_fjor", |it| BecameOf::of(it));
    to.part("utelatt", |it| LeftOut::omitted(&it.appraised, it.at));
    to.part("ulest", |it| unread_files(it.appraised.unread(), it.at));
});

// delområde
record!(In<&Area, &OverviewReport>, |to| {
    to.column("navn", "Hva delområdet heter", |it| it.written.name.text());
    to.column("område", "Området det hører til, der det er skrevet", |it| it.written.area.text());
    to.column("må_gjøres", "Om det må gjøres uansett", |it| it.must_be_done());
    to.column("dypdykk", "Om det skal undersøkes nærmere", |it| it.digs_deeper());
    to.column("hvorfor", "Hvorfor det må gjøres, eller ikke undersøkes nærmere", |it| {
        it.written.why.text()
    });
    to.column("nå", "Som det er skrevet", |it| it.written.now.text());
    to.column("ønsket", "Som det er skrevet", |it| it.written.wanted.text());
    to.column(
        "gap",
        "ønsket − nå, i enheten til nå (prosentpoeng for prosent); null der de ikke er mengder i én enhet",
        |it| it.gap.as_ref().map(|gap| Amount(gap.value)),
    );
    to.column("gap_lest", "Det samme, med enhet", |it| it.gap.as_ref().map(|gap| overview::gap(gap).nb));
    to.column("anslag", "Kroner i året; forventet verdi der det er et spenn", |it| {
        it.estimate.map(|span| span.expected)
    });
    to.column("anslag_lav", "Lik anslag der det ikke er noe spenn", |it| {
        it.estimate.map(|span| span.low)
    });
    to.column("anslag_høy", "Lik anslag der det ikke er noe spenn", |it| {
        it.estimate.map(|span| span.high)
    });
    to.column(
        "regnet",
        "Det sakene er regnet til; hver sak telles i det første delområdet som nevner den",
        |it| it.calculated,
    );
    to.column("saker", "Sakene som tar det videre", |it| {
        let unknown = it.unknown.iter().map(String::as_str);
        it.at.ids(&it.cases).into_iter().chain(unknown).collect::<Vec<_>>()
    });
    to.column(
        "telles_i_andre",
        "De av dem som telles i et delområde før det, og ikke er med i «regnet»",
        |it| it.at.ids(&it.elsewhere),
    );
    to.column("ukjente_saker", "De av dem som ikke er lest; da er «regnet» null", |it| {
        it.unknown.as_slice()
    });
});

record!(OpenDuty, |to| {
    to.column("krav", "Kravet", |it| &it.text);
    to.column("hjemmel", "Loven eller forskriften", |it| it.legal_basis.as_deref());
    to.column("oppfylt", Fulfilment::WORDS, |it| it.today.word());
    to.column(
        "saker",
        "Saker som tar det til «ja»; null der bare en sak som ikke er lest, kan gjøre det",
        |it| it.takers(),
    );
});

record!(Pressed, |to| {
    to.column("område", "Området", |it| &it.area);
    to.column("år", "Året", |it| it.year);
    to.column("ramme", "Årsverk til endring", |it| it.frame);
    to.column("ønsket", "Årsverk sakene ber om, alle ved sin egen oppstart", |it| it.asked);
});

impl GainRow {
    fn term(&self, term: fn(&Groups) -> Kroner) -> Option<Kroner> {
        self.groups.as_ref().map(term)
    }
}

record!(GainRow, |to| {
    to.column("sak", "Sakens id", |it| &it.id);
    to.column("navn", "Gevinstens navn", |it| &it.name);
    to.column("type", BenefitKind::WORDS, |it| it.kind.word());
    to.column("mottaker", Recipient::WORDS, |it| it.recipient.word());
    to.column("budsjett", "Tas ut av kommunens budsjett, kroner i året ved full virkning", |it| {
        it.term(|of| of.budget)
    });
    to.column("omdisponert", "Kommunens, men blir i tjenesten", |it| it.term(|of| of.reallocated));
    to.column("andre_offentlige", "Staten, fylkeskommuner og andre kommuner", |it| {
        it.term(|of| of.other_public)
    });
    to.column("innbyggere_næringsliv", "Innbyggere, næringsliv og frivillige", |it| {
        it.term(|of| of.others)
    });
    to.column("unngått_vekst", "Ikke i dagens budsjett", |it| it.term(|of| of.avoided_growth));
    to.column("timer", "Timer i året, der den er arbeidstid", |it| it.hours);
    to.column("eier", "Den som tar den ut", |it| &it.owner);
    to.column("forutsetninger", "Det regnestykket bygger på, de usikre først", |it| {
        it.assumptions.as_slice()
    });
    to.column("målinger", "Målingene som viser den", |it| it.measurements.as_slice());
    to.column("når", "Dagen for mål, ellers året med full virkning", |it| match it.when {
        When::Day(day) => Some(day.to_string()),
        When::Year(year) => Some(year.number().to_string()),
        When::Unknown => None,
    });
});

//! `arket` of `a3 calc --format json`: the words of the sheet as they are written, with the line each row
//! stands on, so that others can build the sheet too.

use super::content::Each;
use super::record::{In, each_in, record};
use crate::document::{
    Adjustment, Alternative, Assumption, Benefit, Case, Condition, Cost, Decision, Engagement, Field, Gap,
    Keyed, Loss, Measurement, PlanRow, Reading, Requirement, Risk,
};
use crate::model::Estimate;
use crate::quantity;
use crate::source::{Lines, Span, Spanned};

/// What stands in a file, and the lines of it.
type Placed<'a, R> = In<&'a R, &'a Lines>;

record!(Placed<'_, Spanned<String>>, |to| {
    to.column("tekst", "Som den er skrevet", |it| &it.value);
    to.column("linje", LINE, |it| it.line(it.span));
});

impl<'a, R> Placed<'a, R> {
    fn words(&self, field: &'a Field<String>) -> Option<Placed<'a, Spanned<String>>> {
        field.spanned().map(|of| In { of, at: self.at })
    }

    fn rows<T>(&self, field: &'a Field<Vec<T>>) -> Each<impl Iterator<Item = Placed<'a, T>> + Clone> {
        each_in(field.rows(), self.at)
    }

    fn line(&self, span: Span) -> usize {
        self.at.of(span)
    }
}

const LINE: &str = "Linja i fila, fra 1";

record!(Placed<'_, Case>, |to| {
    to.part("bakgrunn", |it| it.words(&it.background));
    to.part("nåsituasjon", |it| it.words(&it.now));
    to.part("ønsket_situasjon", |it| it.words(&it.wanted));
    to.part("minimumskrav", |it| it.rows(&it.requirements));
    to.part("mål", |it| it.rows(&it.goals));
    to.part("gap", |it| it.rows(&it.gaps));
    to.part("årsaker", |it| it.rows(&it.causes));
    to.part("alternativer", |it| it.rows(&it.alternatives));
    to.part("forutsetninger", |it| it.rows(&it.assumptions));
    to.part("gevinster", |it| it.rows(&it.benefits));
    to.part("kostnader", |it| it.rows(&it.costs));
    to.part("risiko", |it| it.rows(&it.risks));
    to.part("betingelser", |it| it.rows(&it.conditions));
    to.part("forankring", |it| it.rows(&it.engagements));
    to.part("beslutter", |it| it.words(&it.decider));
    to.part("plan", |it| it.rows(&it.plan));
    to.part("målinger", |it| it.rows(&it.measurements));
    to.part("vedtak", |it| it.rows(&it.decisions));
    to.part("justeringer", |it| it.rows(&it.adjustments));
    to.part("tapt", |it| it.rows(&it.losses));
    to.part("læring", |it| it.words(&it.lessons));
    to.part("merknad", |it| it.words(&it.note));
});

/// A day as it is written in JSON.
fn day<D: ToString>(field: &Field<D>) -> Option<String> {
    field.get().map(ToString::to_string)
}

/// A word of a closed set.
macro_rules! word {
    ($field:expr) => {
        $field.get().map(|word| word.word())
    };
}

/// A row that ends with its merknad and its line.
macro_rules! noted {
    ($row:ty, |$to:ident| { $($columns:tt)+ }) => {
        record!(Placed<'_, $row>, |$to| {
            $($columns)+
            $to.column("merknad", "Merknad", |it| it.note.text());
            $to.column("linje", LINE, |it| it.line(it.span));
        });
    };
}

noted!(Requirement, |to| {
    to.column("krav", "Hva loven krever, eller nøkkelen i a3.yaml", |it| it.text.text());
    to.column("hjemmel", "Loven eller forskriften", |it| it.legal_basis.text());
    to.column("oppfylt", "I dag", |it| word!(it.today));
    to.column("etter", "Når saken er gjennomført", |it| word!(it.after));
});

noted!(Gap, |to| {
    to.column("navn", "Hva som skal endres", |it| it.name.text());
    to.column("nå", "Hvordan det er", |it| it.now.text());
    to.column("ønsket", "Hvordan det skal bli", |it| it.wanted.text());
    to.column("etter", "Hvor langt saken når", |it| it.after.text());
    to.column("kilde", "Hvor tallet er fra", |it| it.source.text());
});

noted!(Alternative, |to| {
    to.column("navn", "Hva alternativet er", |it| it.name.text());
    to.column("vurdering", "Hva dere mener om det", |it| it.assessment.text());
    to.column("valgt", "Om det er dette dere går for", |it| it.chosen.get() == Some(&true));
});

/// Which of the three points of a forutsetning.
#[derive(Clone, Copy)]
enum Point {
    Low,
    Mode,
    High,
}

/// A point in words, which are the same as it was written in; one value has no lav and no høy.
fn point(estimate: &Field<Estimate>, wanted: Point) -> Option<String> {
    let value = match (estimate.get()?, wanted) {
        (Estimate::Certain(mode) | Estimate::ThreePoint { mode, .. }, Point::Mode) => mode,
        (Estimate::ThreePoint { low, .. }, Point::Low) => low,
        (Estimate::ThreePoint { high, .. }, Point::High) => high,
        (Estimate::Certain(_), Point::Low | Point::High) => return None,
    };
    Some(quantity::words(value).nb)
}

record!(Placed<'_, Keyed<Assumption>>, |to| {
    to.column("navn", "Navnet regnestykkene bruker", |it| &it.key.value);
    to.column("lav", "Lav; null uten spenn", |it| point(&it.row.estimate, Point::Low));
    to.column("verdi", "Verdien", |it| point(&it.row.estimate, Point::Mode));
    to.column("høy", "Høy; null uten spenn", |it| point(&it.row.estimate, Point::High));
    to.column("kilde", "Hvor tallet er fra", |it| it.row.source.text());
    to.column("dato", "Dagen det gjelder", |it| day(&it.row.date));
    to.column("gyldig_til", "Når det må hentes på nytt", |it| day(&it.row.valid_until));
    to.column("merknad", "Merknad", |it| it.row.note.text());
    to.column("linje", LINE, |it| it.line(it.key.span));
});

noted!(Benefit, |to| {
    to.column("navn", "Gevinstens navn", |it| it.name.text());
    to.column("type", "Hva slags gevinst", |it| word!(it.kind));
    to.column("eier", "Den som tar den ut", |it| it.owner.text());
    to.column("mottaker", "Hvem som får den", |it| word!(it.recipient));
    to.column("brukes_til", "Hva tiden som blir igjen, brukes til", |it| it.purpose.get()?.what.text());
    to.column("brukes_til_frist", "Når det er bestemt", |it| day(&it.purpose.get()?.due));
    to.column("kilde", "Hvor den er fra", |it| it.source.text());
});

noted!(Cost, |to| {
    to.column("navn", "Kostnadens navn", |it| it.name.text());
    to.column("type", "Hva slags kostnad", |it| word!(it.kind));
    to.column("eier", "Den som svarer for den", |it| it.owner.text());
    to.column("kilde", "Hvor den er fra", |it| it.source.text());
});

noted!(Risk, |to| {
    to.column("hva", "Hva som kan gå galt", |it| it.what.text());
    to.column("sannsynlighet", "Hvor sannsynlig det er", |it| word!(it.probability));
    to.column("konsekvens", "Hvor ille det blir", |it| word!(it.consequence));
    to.column("tiltak", "Hva dere gjør med det", |it| it.response.text());
});

noted!(Condition, |to| {
    to.column("hva", "Hva som må være på plass", |it| it.what.text());
    to.column("hvem", "Hvem som får det på plass", |it| it.who.text());
    to.column("frist", "Innen når", |it| day(&it.due));
    to.column("status", "Hvor langt det er kommet", |it| word!(it.status));
});

noted!(Engagement, |to| {
    to.column("hvem", "Hvem som tas med", |it| it.who.text());
    to.column("hvordan", "Hvordan", |it| it.how.text());
    to.column("dato", "Når", |it| day(&it.date));
    to.column("status", "Hvor langt det er kommet", |it| word!(it.status));
});

noted!(PlanRow, |to| {
    to.column("hva", "Hva som skal gjøres", |it| it.what.text());
    to.column("hvem", "Hvem som gjør det", |it| it.who.text());
    to.column("frist", "Innen når", |it| day(&it.due));
    to.column("behov", "Hva som trengs", |it| it.need.text());
    to.column("status", "Hvor langt det er kommet", |it| word!(it.status));
});

record!(Placed<'_, Reading>, |to| {
    to.column("dato", "Dagen", |it| day(&it.date));
    to.column("verdi", "Verdien den dagen", |it| it.value.get().map(|value| quantity::words(value).nb));
    to.column("linje", LINE, |it| it.line(it.span));
});

noted!(Measurement, |to| {
    to.column("navn", "Hva som måles", |it| it.name.text());
    to.column("gevinst", "Gevinsten den hører til", |it| it.benefit.text());
    to.column("måler", "Forutsetningen den måler", |it| it.measures.text());
    to.part("nullpunkt", |it| it.baseline.get().map(|of| In { of, at: it.at }));
    to.part("mål", |it| it.target.get().map(|of| In { of, at: it.at }));
    to.column("hyppighet", "Hvor ofte", |it| word!(it.frequency));
    to.column("ansvarlig", "Hvem som måler", |it| it.responsible.text());
    to.part("målt", |it| it.rows(&it.readings));
});

noted!(Decision, |to| {
    to.column("dato", "Når", |it| day(&it.date));
    to.column("organ", "Hvem som vedtok det", |it| it.body.text());
    to.column("beslutning", "Hva det ble", |it| word!(it.outcome));
    to.column("sak", "Saksnummeret", |it| it.reference.text());
    to.column("innarbeidet", "Om dagens budsjett alt har virkningen med", |it| it.in_budget.cloned());
});

record!(Placed<'_, Adjustment>, |to| {
    to.column("dato", "Når", |it| day(&it.date));
    to.column("hva", "Hva som ble gjort", |it| it.what.text());
    to.column("hvem", "Hvem som gjorde det", |it| it.who.text());
    to.column("virkning", "Hva det gjør med gevinsten", |it| it.effect.text());
    to.column("linje", LINE, |it| it.line(it.span));
});

record!(Placed<'_, Loss>, |to| {
    to.column("dato", "Når det ble klart", |it| day(&it.date));
    to.column("gevinst", "Gevinsten; null er alle i saken", |it| it.benefit.text());
    to.column("hvorfor", "Hvorfor den ikke kommer", |it| it.why.text());
    to.column("linje", LINE, |it| it.line(it.span));
});

//! `arket` of `a3 calc --format json`: the words of the sheet as they are written, with the line each row
//! stands on, so that others can build the sheet too.

use super::content::Each;
use super::record::record;
use crate::document::{
    Adjustment, Alternative, Assumption, Benefit, Case, Condition, Cost, Decision, Engagement, Field, Gap,
    Keyed, Loss, Measurement, PlanRow, Reading, Requirement, Risk,
};
use crate::model::Estimate;
use crate::sentences::quantity;
use crate::source::{Lines, Span, Spanned};

/// A sheet, and the lines of its file.
#[derive(Clone, Copy)]
pub(super) struct Sheet<'a> {
    pub(super) written: &'a Case,
    pub(super) lines: &'a Lines,
}

/// A row of a list, and the lines of its file.
struct Row<'a, R> {
    row: &'a R,
    lines: &'a Lines,
}

/// One text of its own.
struct Words<'a> {
    text: &'a str,
    line: usize,
}

record!(Words<'_>, |to| {
    to.column("tekst", "Som den er skrevet", |it| it.text);
    to.column("linje", LINE, |it| it.line);
});

impl<'a> Sheet<'a> {
    fn words(&self, field: &'a Field<String>) -> Option<Words<'a>> {
        field.spanned().map(|text| self.placed(text))
    }

    fn placed(&self, text: &'a Spanned<String>) -> Words<'a> {
        Words { text: &text.value, line: self.lines.of(text.span) }
    }

    fn list(&self, field: &'a Field<Vec<Spanned<String>>>) -> Vec<Words<'a>> {
        field.rows().iter().map(|text| self.placed(text)).collect()
    }

    fn rows<R>(&self, field: &'a Field<Vec<R>>) -> Vec<Row<'a, R>> {
        field.rows().iter().map(|row| Row { row, lines: self.lines }).collect()
    }
}

impl<R> Row<'_, R> {
    fn line(&self, span: Span) -> usize {
        self.lines.of(span)
    }
}

const LINE: &str = "Linja i fila, fra 1";

record!(Sheet<'_>, |to| {
    to.part("bakgrunn", |it| it.words(&it.written.background));
    to.part("nåsituasjon", |it| it.words(&it.written.now));
    to.part("ønsket_situasjon", |it| it.words(&it.written.wanted));
    to.part("minimumskrav", |it| it.rows(&it.written.requirements));
    to.part("mål", |it| it.list(&it.written.goals));
    to.part("gap", |it| it.rows(&it.written.gaps));
    to.part("årsaker", |it| it.list(&it.written.causes));
    to.part("alternativer", |it| it.rows(&it.written.alternatives));
    to.part("forutsetninger", |it| it.rows(&it.written.assumptions));
    to.part("gevinster", |it| it.rows(&it.written.benefits));
    to.part("kostnader", |it| it.rows(&it.written.costs));
    to.part("risiko", |it| it.rows(&it.written.risks));
    to.part("betingelser", |it| it.rows(&it.written.conditions));
    to.part("forankring", |it| it.rows(&it.written.engagements));
    to.part("beslutter", |it| it.words(&it.written.decider));
    to.part("plan", |it| it.rows(&it.written.plan));
    to.part("målinger", |it| it.rows(&it.written.measurements));
    to.part("vedtak", |it| it.rows(&it.written.decisions));
    to.part("justeringer", |it| it.rows(&it.written.adjustments));
    to.part("tapt", |it| it.rows(&it.written.losses));
    to.part("læring", |it| it.words(&it.written.lessons));
    to.part("merknad", |it| it.words(&it.written.note));
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
        record!(Row<'_, $row>, |$to| {
            $($columns)+
            $to.column("merknad", "Merknad", |it| it.row.note.text());
            $to.column("linje", LINE, |it| it.line(it.row.span));
        });
    };
}

noted!(Requirement, |to| {
    to.column("krav", "Hva loven krever, eller nøkkelen i a3.yaml", |it| it.row.text.text());
    to.column("hjemmel", "Loven eller forskriften", |it| it.row.legal_basis.text());
    to.column("oppfylt", "I dag", |it| word!(it.row.today));
    to.column("etter", "Når saken er gjennomført", |it| word!(it.row.after));
});

noted!(Gap, |to| {
    to.column("navn", "Hva som skal endres", |it| it.row.name.text());
    to.column("nå", "Hvordan det er", |it| it.row.now.text());
    to.column("ønsket", "Hvordan det skal bli", |it| it.row.wanted.text());
    to.column("etter", "Hvor langt saken når", |it| it.row.after.text());
    to.column("kilde", "Hvor tallet er fra", |it| it.row.source.text());
});

noted!(Alternative, |to| {
    to.column("navn", "Hva alternativet er", |it| it.row.name.text());
    to.column("vurdering", "Hva dere mener om det", |it| it.row.assessment.text());
    to.column("valgt", "Om det er dette dere går for", |it| it.row.chosen.get() == Some(&true));
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

record!(Row<'_, Keyed<Assumption>>, |to| {
    to.column("navn", "Navnet regnestykkene bruker", |it| &it.row.key.value);
    to.column("lav", "Lav; null uten spenn", |it| point(&it.row.row.estimate, Point::Low));
    to.column("verdi", "Verdien", |it| point(&it.row.row.estimate, Point::Mode));
    to.column("høy", "Høy; null uten spenn", |it| point(&it.row.row.estimate, Point::High));
    to.column("kilde", "Hvor tallet er fra", |it| it.row.row.source.text());
    to.column("dato", "Dagen det gjelder", |it| day(&it.row.row.date));
    to.column("gyldig_til", "Når det må hentes på nytt", |it| day(&it.row.row.valid_until));
    to.column("merknad", "Merknad", |it| it.row.row.note.text());
    to.column("linje", LINE, |it| it.line(it.row.key.span));
});

noted!(Benefit, |to| {
    to.column("navn", "Gevinstens navn", |it| it.row.name.text());
    to.column("type", "Hva slags gevinst", |it| word!(it.row.kind));
    to.column("eier", "Den som tar den ut", |it| it.row.owner.text());
    to.column("mottaker", "Hvem som får den", |it| word!(it.row.recipient));
    to.column("brukes_til", "Hva tiden som blir igjen, brukes til", |it| it.row.purpose.get()?.what.text());
    to.column("brukes_til_frist", "Når det er bestemt", |it| day(&it.row.purpose.get()?.due));
    to.column("kilde", "Hvor den er fra", |it| it.row.source.text());
});

noted!(Cost, |to| {
    to.column("navn", "Kostnadens navn", |it| it.row.name.text());
    to.column("type", "Hva slags kostnad", |it| word!(it.row.kind));
    to.column("eier", "Den som svarer for den", |it| it.row.owner.text());
    to.column("kilde", "Hvor den er fra", |it| it.row.source.text());
});

noted!(Risk, |to| {
    to.column("hva", "Hva som kan gå galt", |it| it.row.what.text());
    to.column("sannsynlighet", "Hvor sannsynlig det er", |it| word!(it.row.probability));
    to.column("konsekvens", "Hvor ille det blir", |it| word!(it.row.consequence));
    to.column("tiltak", "Hva dere gjør med det", |it| it.row.response.text());
});

noted!(Condition, |to| {
    to.column("hva", "Hva som må være på plass", |it| it.row.what.text());
    to.column("hvem", "Hvem som får det på plass", |it| it.row.who.text());
    to.column("frist", "Innen når", |it| day(&it.row.due));
    to.column("status", "Hvor langt det er kommet", |it| word!(it.row.status));
});

noted!(Engagement, |to| {
    to.column("hvem", "Hvem som tas med", |it| it.row.who.text());
    to.column("hvordan", "Hvordan", |it| it.row.how.text());
    to.column("dato", "Når", |it| day(&it.row.date));
    to.column("status", "Hvor langt det er kommet", |it| word!(it.row.status));
});

noted!(PlanRow, |to| {
    to.column("hva", "Hva som skal gjøres", |it| it.row.what.text());
    to.column("hvem", "Hvem som gjør det", |it| it.row.who.text());
    to.column("frist", "Innen når", |it| day(&it.row.due));
    to.column("behov", "Hva som trengs", |it| it.row.need.text());
    to.column("status", "Hvor langt det er kommet", |it| word!(it.row.status));
});

record!(Row<'_, Reading>, |to| {
    to.column("dato", "Dagen", |it| day(&it.row.date));
    to.column("verdi", "Verdien den dagen", |it| it.row.value.get().map(|value| quantity::words(value).nb));
    to.column("linje", LINE, |it| it.line(it.row.span));
});

impl<'a> Row<'a, Measurement> {
    fn reading(&self, field: &'a Field<Reading>) -> Option<Row<'a, Reading>> {
        field.get().map(|row| Row { row, lines: self.lines })
    }
}

noted!(Measurement, |to| {
    to.column("navn", "Hva som måles", |it| it.row.name.text());
    to.column("gevinst", "Gevinsten den hører til", |it| it.row.benefit.text());
    to.column("måler", "Forutsetningen den måler", |it| it.row.measures.text());
    to.part("nullpunkt", |it| it.reading(&it.row.baseline));
    to.part("mål", |it| it.reading(&it.row.target));
    to.column("hyppighet", "Hvor ofte", |it| word!(it.row.frequency));
    to.column("ansvarlig", "Hvem som måler", |it| it.row.responsible.text());
    to.part("målt", |it| {
        let lines = it.lines;
        Each(it.row.readings.rows().iter().map(move |row| Row { row, lines }))
    });
});

noted!(Decision, |to| {
    to.column("dato", "Når", |it| day(&it.row.date));
    to.column("organ", "Hvem som vedtok det", |it| it.row.body.text());
    to.column("beslutning", "Hva det ble", |it| word!(it.row.outcome));
    to.column("sak", "Saksnummeret", |it| it.row.reference.text());
    to.column("innarbeidet", "Om dagens budsjett alt har virkningen med", |it| it.row.in_budget.cloned());
});

record!(Row<'_, Adjustment>, |to| {
    to.column("dato", "Når", |it| day(&it.row.date));
    to.column("hva", "Hva som ble gjort", |it| it.row.what.text());
    to.column("hvem", "Hvem som gjorde det", |it| it.row.who.text());
    to.column("virkning", "Hva det gjør med gevinsten", |it| it.row.effect.text());
    to.column("linje", LINE, |it| it.line(it.row.span));
});

record!(Row<'_, Loss>, |to| {
    to.column("dato", "Når det ble klart", |it| day(&it.row.date));
    to.column("gevinst", "Gevinsten; null er alle i saken", |it| it.row.benefit.text());
    to.column("hvorfor", "Hvorfor den ikke kommer", |it| it.row.why.text());
    to.column("linje", LINE, |it| it.line(it.row.span));
});

//! Boxes 11 and 12: who is with us; who decides, what was decided, and what was learned.

use super::super::model::{Entry, Part};
use super::risks::status;
use super::{Subject, guides, said};
use crate::document::{Decision, Engagement};
use crate::model::Choice;
use crate::text;
use crate::words;
use crate::words::{Text, number, sentences};

/// Box 11.
pub(super) fn with_us(subject: Subject<'_>) -> Vec<Part> {
    Part::list(subject.written().engagements.rows().iter().map(engagement)).into_iter().collect()
}

pub(in crate::sheets) fn engagement(of: &Engagement) -> Entry {
    let date = said::day(&of.date);
    Entry {
        lead: said::text(&of.who),
        text: said::text(&of.how),
        aside: said::aside([date, status(of.status.get()), said::text(&of.note)]),
    }
}

/// Box 12.
pub(super) fn decided(subject: Subject<'_>) -> Vec<Part> {
    let written = subject.written();
    let decider =
        Entry::of(text!(nb: "Bestemmer:", nn: "Bestemmer:", en: "Decides:"), said::text(&written.decider));
    let decisions = written.decisions.rows().iter().map(decision);
    let lessons =
        Entry::of(text!(nb: "Læring:", nn: "Læring:", en: "Learned:"), said::text(&written.lessons));
    let note = Entry::of(text!(nb: "Merknad:", nn: "Merknad:", en: "Remark:"), said::text(&written.note));
    let entries = decider.into_iter().chain(decisions).chain(lock(subject)).chain(lessons).chain(note);
    let Some(list) = Part::list(entries) else { return Vec::new() };
    let open = written.decisions.rows().is_empty().then(|| {
        guides::quarterly(words!(nb: "Vedtaket føres her når det er fattet.", nn: "Vedtaket blir ført her når det er gjort.", en: "The decision is written here when it is taken."), 4)
    });
    [list].into_iter().chain(open).collect()
}

pub(in crate::sheets) fn decision(of: &Decision) -> Entry {
    let outcome = of.outcome.get().map(|outcome| outcome.words().text().capital()).unwrap_or_default();
    let date = said::day(&of.date);
    let in_budget = of.in_budget.get().map(|is_in| match is_in {
        true => text!(nb: "virkningen ligger i dagens budsjett", nn: "verknaden ligg i budsjettet i dag", en: "the effect is in today's budget"),
        false => {
            text!(nb: "virkningen ligger ikke i dagens budsjett", nn: "verknaden ligg ikkje i budsjettet i dag", en: "the effect is not in today's budget")
        }
    });
    Entry {
        lead: sentences([outcome, date]),
        text: said::aside([said::text(&of.body), said::text(&of.reference)]),
        aside: said::aside([
            in_budget.unwrap_or_default(),
            promised(of),
            said::notes(of.promised.get().map(|promised| &promised.note)),
            said::text(&of.note),
        ]),
    }
}

/// lovet: the value that was decided on.
fn promised(of: &Decision) -> Text {
    let npv = of.promised.get().and_then(|promised| promised.npv.cloned());
    npv.map(|npv| {
        let npv = Text::in_each(|language| number::about(npv, language));
        text!(nb: "lovet nåverdi {npv}", nn: "lova noverdi {npv}", en: "promised value {npv}"; npv)
    })
    .unwrap_or_default()
}

/// Leadership's own decision on it.
fn lock(subject: Subject<'_>) -> Option<Entry> {
    let lock = subject.organisation.locked.get(&subject.case().id)?;
    let choice = match lock.choice {
        Choice::In => text!(nb: "skal være med", nn: "skal vere med", en: "is to be in"),
        Choice::Out => text!(nb: "skal ikke være med", nn: "skal ikkje vere med", en: "is not to be in"),
    };
    let start = lock
        .start
        .map(|year| text!(nb: "fra {year}", nn: "frå {year}", en: "from {year}"; year))
        .unwrap_or_default();
    let reason = Text::same(lock.reason.as_deref().unwrap_or_default());
    let lead = text!(nb: "Låst av ledelsen:", nn: "Låst av leiinga:", en: "Locked by leadership:");
    Some(Entry { lead, text: sentences([choice, start]), aside: reason })
}

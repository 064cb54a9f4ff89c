//! Boxes 1 to 4: why now, how it is, how it must be, and why it has become so.

use super::super::model::{Entry, Grid, GridCell, GridRow, Held, Part};
use super::{Subject, guides, said};
use crate::charts::{self, GapPoints};
use crate::document::{self, Field, Gap};
use crate::model::{Fulfilment, Requirement};
use crate::quantity::{Context, Quantity};
use crate::words::{Text, sentences};
use crate::{text, words};

/// Box 1: background, goals, duties.
pub(super) fn why_now(subject: Subject<'_>) -> Vec<Part> {
    let written = subject.written();
    let background = Part::words(said::text(&written.background));
    let duties = duties(subject.written(), &subject.organisation.requirements);
    background.into_iter().chain(goals(subject)).chain(duties).collect()
}

/// Each goal by its name, with the plan it stands in.
fn goals(subject: Subject<'_>) -> Option<Part> {
    let goals = subject.written().goals.rows().iter().map(|written| {
        let known = subject.organisation.goals.iter().find(|goal| goal.key == written.value);
        let name = known.map_or(&written.value, |goal| &goal.name);
        let source = known.and_then(|goal| goal.source.as_deref()).unwrap_or_default();
        Entry {
            lead: text!(nb: "Mål:", nn: "Mål:", en: "Goal:"),
            text: Text::same(name),
            aside: Text::same(source),
        }
    });
    Part::list(goals)
}

/// A duty as it is written, or as the register of a3.yaml has it.
pub(super) struct DutyRow<'r> {
    pub(super) text: Text,
    pub(super) today: Option<&'r Fulfilment>,
    pub(super) after: Option<&'r Fulfilment>,
    aside: Text,
}

/// The duties of a case.
pub(super) fn all_duties<'r>(subject: Subject<'r>) -> impl Iterator<Item = DutyRow<'r>> {
    written_duties(subject.written(), &subject.organisation.requirements)
}

/// The duties of a case or an overview, some of them by their key in the register.
fn written_duties<'r>(
    written: &'r document::Case,
    register: &'r [Requirement],
) -> impl Iterator<Item = DutyRow<'r>> {
    written.requirements.rows().iter().map(|of| {
        let known = of.registered(register);
        let basis = known.and_then(|known| known.legal_basis.as_deref());
        let basis = basis.map_or_else(|| said::text(&of.legal_basis), Text::same);
        DutyRow {
            text: known.map_or_else(|| said::text(&of.text), |known| Text::same(&known.text)),
            today: known.map(|known| &known.today).or(of.today.get()),
            after: of.after.get(),
            aside: said::aside([basis, said::text(&of.note)]),
        }
    })
}

/// Each duty, today and with the case.
pub(in crate::sheets) fn duties(written: &document::Case, register: &[Requirement]) -> Option<Part> {
    let columns = [
        (
            text!(nb: "Krav i lov og forskrift", nn: "Krav i lov og forskrift", en: "Requirements of law"),
            Held::Words,
        ),
        (text!(nb: "I dag", nn: "I dag", en: "Today"), Held::Short),
        (text!(nb: "Med saken", nn: "Med saka", en: "With the case"), Held::Short),
    ];
    let rows = written_duties(written, register).map(|DutyRow { text, today, after, aside }| {
        GridRow::of([GridCell::from(text).with(aside), met(today).into(), met(after).into()])
    });
    Grid::part(columns, rows)
}

/// Whether a duty is met, with a sign beside the word.
pub(in crate::sheets) fn met(fulfilment: Option<&Fulfilment>) -> Text {
    match fulfilment {
        Some(Fulfilment::Yes) => text!(nb: "●\u{a0}ja", nn: "●\u{a0}ja", en: "●\u{a0}yes"),
        Some(Fulfilment::Partly) => text!(nb: "◐\u{a0}delvis", nn: "◐\u{a0}delvis", en: "◐\u{a0}partly"),
        Some(Fulfilment::No) => text!(nb: "○\u{a0}nei", nn: "○\u{a0}nei", en: "○\u{a0}no"),
        None => Text::same("–"),
    }
}

/// Box 2.
pub(super) fn now(subject: Subject<'_>) -> Vec<Part> {
    Part::words(said::text(&subject.written().now)).into_iter().collect()
}

/// Box 3: how it must be, and the gap.
pub(super) fn wanted(subject: Subject<'_>) -> Vec<Part> {
    let written = subject.written();
    let wanted = Part::words(said::text(&written.wanted));
    let context = subject.organisation.rules.context();
    let gaps = gaps(written.gaps.rows(), &context);
    if wanted.is_none() && gaps.is_none() {
        return Vec::new();
    }
    let missing = words!(nb: "Gapet: hvordan er det nå, og hvordan skal det bli?", nn: "Gapet: korleis er det no, og korleis skal det bli?", en: "The gap: how is it now, and how is it to become?");
    wanted.into_iter().chain([gaps.unwrap_or_else(|| guides::quarterly(missing, 2))]).collect()
}

pub(in crate::sheets) fn gaps(gaps: &[Gap], context: &Context) -> Option<Part> {
    let has_case = gaps.iter().any(|gap| gap.after.text().is_some());
    let mut columns =
        vec![(text!(all: "Gap"), Held::Words), (text!(nb: "○ Nå", nn: "○ No", en: "○ Now"), Held::Short)];
    if has_case {
        columns.push((text!(nb: "● Med saken", nn: "● Med saka", en: "● With the case"), Held::Short));
    }
    columns.push((text!(nb: "▏Ønsket", nn: "▏Ønskt", en: "▏Wanted"), Held::Short));
    let drawings: Vec<_> = gaps.iter().map(|gap| drawn(gap, context)).collect();
    let has_drawing = drawings.iter().any(Option::is_some);
    if has_drawing {
        columns.push((Text::default(), Held::Pictures));
    }
    let rows = gaps.iter().zip(drawings).map(|(gap, drawing)| {
        let aside = said::aside([said::source(&gap.source), said::text(&gap.note)]);
        let name = GridCell::from(said::text(&gap.name)).with(aside);
        let after = has_case.then(|| said::text(&gap.after).into());
        let drawing = has_drawing.then(|| drawing.into());
        let before = [name, said::text(&gap.now).into()];
        GridRow::of(before.into_iter().chain(after).chain([said::text(&gap.wanted).into()]).chain(drawing))
    });
    Grid::part(columns, rows)
}

/// The picture of a gap whose values are of one kind.
fn drawn(gap: &Gap, context: &Context) -> Option<charts::Chart> {
    let read = |field: &Field<String>| Quantity::parse(field.text()?, context).ok();
    let (now, wanted) = (read(&gap.now)?, read(&gap.wanted)?);
    let after = read(&gap.after).and_then(|after| after.in_units_of(now.dimension()));
    let points = GapPoints { now: now.value(), after, wanted: wanted.in_units_of(now.dimension())? };
    let parts = [
        (text!(nb: "Nå", nn: "No", en: "Now"), &gap.now),
        (text!(nb: "Med saken", nn: "Med saka", en: "With the case"), &gap.after),
        (text!(nb: "Ønsket", nn: "Ønskt", en: "Wanted"), &gap.wanted),
    ];
    let parts = parts.into_iter().filter_map(|(name, field)| {
        let value = field.text()?;
        Some(text!(all: "{name}: {value}."; name, value))
    });
    charts::gap(points, said::text(&gap.name), sentences(parts))
}

/// Box 4.
pub(super) fn causes(subject: Subject<'_>) -> Vec<Part> {
    all_causes(subject.written()).into_iter().collect()
}

pub(in crate::sheets) fn all_causes(written: &document::Case) -> Option<Part> {
    let causes = written.causes.rows().iter();
    Part::list(causes.map(|cause| Entry { text: Text::same(&cause.value), ..Entry::default() }))
}

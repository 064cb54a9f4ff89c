//! What is written for a field that a phase asks for: rows of what the case says already, and `…` for the rest.

use crate::document::{Benefit, BudgetLine, Case, Field as Written, Gap};
use crate::edit::Value;
use crate::shape::{BUDGET_LINE, Field, Section};
use crate::text;
use crate::units::Year;
use crate::words::Text;

/// Something that is still to be written, and what it is.
pub(super) fn open(what: &Text) -> Value {
    let small = Text::in_each(|language| small(what.get(language)));
    let remark = text!(nb: "fyll inn: {small}", nn: "fyll inn: {small}", en: "fill in: {small}"; small);
    Value::Remarked { text: "…".to_owned(), remark }
}

/// What is known, or what is still to be written.
fn known_or_open(known: Option<impl Into<String>>, what: &Text) -> Value {
    known.map_or_else(|| open(what), Value::text)
}

/// A sentence as it is within another.
fn small(what: &str) -> String {
    let what = what.trim_end_matches('.');
    let mut letters = what.chars();
    let first = letters.next().filter(|_| !letters.clone().next().is_some_and(char::is_uppercase));
    first.map_or_else(|| what.to_owned(), |first| first.to_lowercase().chain(letters).collect())
}

/// What a field of a section is.
fn doc(section: Option<&Section>, key: &str) -> Text {
    section.and_then(|section| section.field(key)).map_or_else(Text::default, |field| field.doc.text())
}

/// The value of a field that nobody has written.
pub(super) fn of(field: &Field, case: &Case) -> Value {
    match field.key {
        "plan" => plan(field, case),
        "målinger" => Value::List(missing_measurements(case)),
        "kapasitet" => capacity(case),
        "alternativer" => alternatives(field),
        "gap" | "risiko" | "forankring" => Value::List(vec![row(field)]),
        _ => open(&field.doc.text()),
    }
}

/// A row where everything is still to be written.
fn row(field: &Field) -> Value {
    Value::mapping(field.new_row().into_iter().flatten().map(|field| (field.key, open(&field.doc.text()))))
}

fn alternatives(field: &Field) -> Value {
    let today = Value::mapping([
        ("navn", Value::text("Fortsette som i dag")),
        (
            "vurdering",
            open(&text!(nb: "hva dere mener om det", nn: "kva de meiner om det", en: "what you think of it")),
        ),
    ]);
    Value::List(vec![today, row(field)])
}

/// budsjettpost of a row that has none: what every line of the case has in common, and the rest to be written.
pub(super) fn budget_line(case: &Case) -> Value {
    let gains = case.benefits.rows().iter().flat_map(|row| row.budget_lines.rows());
    let lines: Vec<_> =
        gains.chain(case.costs.rows().iter().flat_map(|row| row.budget_lines.rows())).collect();
    let same = |field: fn(&BudgetLine) -> &Written<String>| {
        let first = lines.first().and_then(|line| field(line).text());
        first.filter(|_| lines.iter().all(|line| field(line).text() == first))
    };
    let fields =
        [("ansvar", same(|line| &line.unit)), ("funksjon", same(|line| &line.function)), ("art", None)];
    Value::mapping(fields.map(|(key, known)| (key, known_or_open(known, &doc(Some(&BUDGET_LINE), key)))))
}

/// As many years as innfasing has, and at least one.
fn capacity(case: &Case) -> Value {
    let years = (1..=phase_in_years(case)).map(|year| {
        open(&text!(nb: "årsverk til endringen i år {year}", nn: "årsverk til endringa i år {year}", en: "FTE for the change in year {year}"))
    });
    Value::List(years.collect())
}

fn phase_in_years(case: &Case) -> usize {
    case.benefits.rows().iter().map(|benefit| benefit.phase_in.rows().len()).max().unwrap_or(0).max(1)
}

/// A row for each betingelse that is still open and each tiltak against a risiko; one to fill in where there is
/// neither.
fn plan(field: &Field, case: &Case) -> Value {
    let made = |what: &str, who: Option<&str>, due: Option<String>| {
        Value::mapping([
            ("hva", Value::text(what)),
            ("hvem", known_or_open(who, &doc(field.rows(), "hvem"))),
            ("frist", known_or_open(due, &doc(field.rows(), "frist"))),
        ])
    };
    let conditions = case.conditions.rows().iter();
    let conditions = conditions.filter(|row| row.status.get().is_none_or(|status| status.is_open()));
    let conditions = conditions.filter_map(|row| {
        Some(made(row.what.text()?, row.who.text(), row.due.get().map(ToString::to_string)))
    });
    let risks = case.risks.rows().iter();
    let risks = risks.filter_map(|risk| Some(made(risk.response.text()?, None, None)));
    let rows: Vec<Value> = conditions.chain(risks).collect();
    if rows.is_empty() { Value::List(vec![row(field)]) } else { Value::List(rows) }
}

/// A måling for each gain that has none.
pub(super) fn missing_measurements(case: &Case) -> Vec<Value> {
    let is_measured = |name: &str| {
        case.measurements.rows().iter().any(|measurement| measurement.benefit.text() == Some(name))
    };
    let benefits = case.benefits.rows().iter();
    let unmeasured = benefits.filter(|benefit| benefit.name.text().is_some_and(|name| !is_measured(name)));
    // A value is written in a måling by its name: no two are called the same.
    let mut taken: Vec<&str> = case.measurements.rows().iter().filter_map(|row| row.name.text()).collect();
    let named = unmeasured.map(|benefit| {
        let own = benefit.name.text().unwrap_or_default();
        let gap = gap_of(case, own);
        let called = gap.and_then(|gap| gap.name.text()).filter(|name| !taken.contains(name)).unwrap_or(own);
        taken.push(called);
        measurement(case, benefit, called, gap)
    });
    named.collect()
}

fn measurement(case: &Case, benefit: &Benefit, called: &str, gap: Option<&Gap>) -> Value {
    let baseline = gap.and_then(|gap| gap.now.text()).map_or_else(
        || text!(nb: "verdien før dere begynner, med enhet og periode", nn: "verdien før de begynner, med eining og periode", en: "the value before you begin, with unit and period"),
        |now| text!(nb: "verdien før dere begynner (gapet sier {now})", nn: "verdien før de begynner (gapet seier {now})", en: "the value before you begin (the gap says {now})"),
    );
    let start = case.start.cloned();
    let before = start.map_or_else(
        || text!(nb: "dagen det ble målt, før oppstart", nn: "dagen det blei målt, før oppstart", en: "the day it was measured, before the start"),
        |start| text!(nb: "dagen det ble målt, før oppstart {start}", nn: "dagen det blei målt, før oppstart {start}", en: "the day it was measured, before the start in {start}"; start),
    );
    let target = gap.and_then(|gap| gap.after.text().or_else(|| gap.wanted.text()));
    let responsible = benefit.owner.text().or_else(|| case.owner.text());
    let target_day = full_effect(start, benefit).map(|year| format!("{}-12-31", year.number()));
    let reached = text!(nb: "når verdien skal være nådd", nn: "når verdien skal vere nådd", en: "when the value is to be reached");
    let becomes =
        text!(nb: "hva verdien skal bli", nn: "kva verdien skal bli", en: "what the value is to be");
    let measures = text!(nb: "hvem som måler", nn: "kven som måler", en: "who measures");
    let goal = [("dato", known_or_open(target_day, &reached)), ("verdi", known_or_open(target, &becomes))];
    Value::mapping([
        ("navn", Value::text(called)),
        ("gevinst", Value::text(benefit.name.text().unwrap_or_default())),
        ("nullpunkt", Value::mapping([("dato", open(&before)), ("verdi", open(&baseline))])),
        ("mål", Value::mapping(goal)),
        ("hyppighet", Value::text("kvartal")),
        ("ansvarlig", known_or_open(responsible, &measures)),
    ])
}

/// The year all of a gain has come.
fn full_effect(start: Option<Year>, benefit: &Benefit) -> Option<Year> {
    let years = benefit.phase_in.rows().len().saturating_sub(1);
    Some(start?.later(u16::try_from(years).ok()?))
}

/// The gap a gain closes: the only one that shares a word with it, and reads as a quantity.
fn gap_of<'c>(case: &'c Case, benefit: &str) -> Option<&'c Gap> {
    let own = long_words(benefit);
    let shares = |gap: &&Gap| {
        gap.name.text().is_some_and(|name| long_words(name).iter().any(|word| own.contains(word)))
    };
    let mut gaps = case.gaps.rows().iter().filter(shares);
    let first = gaps.next()?;
    let is_counted =
        first.now.text().is_some_and(|now| now.starts_with(|letter: char| letter.is_ascii_digit()));
    (gaps.next().is_none() && is_counted).then_some(first)
}

/// The words that say what something is about.
fn long_words(text: &str) -> Vec<String> {
    const SHORTEST: usize = 5;
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_lowercase).collect()
}

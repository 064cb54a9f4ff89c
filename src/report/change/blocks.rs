//! What is written for a field that a phase asks for: rows of what the case says already, and `…` for the rest.

use crate::document::{Benefit, BudgetLine, Case, Field as Written, Gap};
use crate::edit::Value;
use crate::shape::{BUDGET_LINE, Field, Kind, Section};
use crate::units::Year;

/// What is written of a new row, by the field it stands in; the first begins the row.
const ROWS: [(&str, &[&str]); 4] = [
    ("gap", &["navn", "nå", "ønsket", "kilde"]),
    ("risiko", &["hva", "sannsynlighet", "konsekvens", "tiltak"]),
    ("forankring", &["hvem", "hvordan", "dato"]),
    ("plan", &["hva", "hvem", "frist"]),
];

/// Something that is still to be written, and what it is.
pub(super) fn open(what: &str) -> Value {
    let what = what.trim_end_matches('.');
    let mut letters = what.chars();
    let first = letters.next().filter(|_| !letters.clone().next().is_some_and(char::is_uppercase));
    let small = first.map(|first| first.to_lowercase().chain(letters).collect::<String>());
    let small = small.as_deref().unwrap_or(what);
    Value::Remarked { text: "…".to_owned(), remark: format!("fyll inn: {small}") }
}

/// The value of a field that nobody has written.
pub(super) fn of(field: &'static Field, case: &Case) -> Value {
    match field.key {
        "plan" => plan(field, case),
        "målinger" => Value::List(missing_measurements(case)),
        "kapasitet" => capacity(case),
        "alternativer" => alternatives(field),
        key => match ROWS.iter().find(|(name, _)| *name == key) {
            Some((_, keys)) => Value::List(vec![row(field, keys)]),
            None => open(field.doc.nb),
        },
    }
}

/// A row where everything is still to be written.
fn row(field: &'static Field, keys: &[&str]) -> Value {
    let section = section_of(field);
    let doc = |key: &str| section.and_then(|section| section.field(key)).map_or("", |field| field.doc.nb);
    Value::mapping(keys.iter().map(|key| (*key, open(doc(key)))))
}

fn section_of(field: &'static Field) -> Option<&'static Section> {
    if let Kind::List(Kind::Section(section)) | Kind::Filled(Kind::Section(section)) = &field.kind {
        Some(section)
    } else {
        None
    }
}

fn alternatives(field: &'static Field) -> Value {
    let new = row(field, &["navn", "vurdering", "valgt"]);
    let today = Value::mapping([
        ("navn", Value::text("Fortsette som i dag")),
        ("vurdering", open("hva dere mener om det")),
    ]);
    Value::List(vec![today, new])
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
    let doc = |key| BUDGET_LINE.field(key).map_or("", |field| field.doc.nb);
    Value::mapping(fields.map(|(key, known)| (key, known.map_or_else(|| open(doc(key)), Value::text))))
}

/// As many years as innfasing has, and at least one.
fn capacity(case: &Case) -> Value {
    let years = (1..=phase_in_years(case)).map(|year| open(&format!("årsverk til endringen i år {year}")));
    Value::List(years.collect())
}

fn phase_in_years(case: &Case) -> usize {
    case.benefits.rows().iter().map(|benefit| benefit.phase_in.rows().len()).max().unwrap_or(0).max(1)
}

/// A row for each betingelse that is still open and each tiltak against a risiko; one to fill in where there is
/// neither.
fn plan(field: &'static Field, case: &Case) -> Value {
    let doc =
        |key: &str| section_of(field).and_then(|section| section.field(key)).map_or("", |field| field.doc.nb);
    let made = |what: &str, who: Option<&str>, due: Option<String>| {
        Value::mapping([
            ("hva", Value::text(what)),
            ("hvem", who.map_or_else(|| open(doc("hvem")), Value::text)),
            ("frist", due.map_or_else(|| open(doc("frist")), Value::text)),
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
    if rows.is_empty() { Value::List(vec![row(field, &["hva", "hvem", "frist"])]) } else { Value::List(rows) }
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
        || "verdien før dere begynner, med enhet og periode".to_owned(),
        |now| format!("verdien før dere begynner (gapet sier {now})"),
    );
    let start = case.start.cloned();
    let before = start.map_or_else(
        || "dagen det ble målt, før oppstart".to_owned(),
        |start| format!("dagen det ble målt, før oppstart {}", start.number()),
    );
    let target = gap.and_then(|gap| gap.after.text().or_else(|| gap.wanted.text()));
    let responsible = benefit.owner.text().or_else(|| case.owner.text());
    let target_day = full_effect(start, benefit).map(|year| format!("{}-12-31", year.number()));
    Value::mapping([
        ("navn", Value::text(called)),
        ("gevinst", Value::text(benefit.name.text().unwrap_or_default())),
        ("nullpunkt", Value::mapping([("dato", open(&before)), ("verdi", open(&baseline))])),
        (
            "mål",
            Value::mapping([
                ("dato", target_day.map_or_else(|| open("når verdien skal være nådd"), Value::text)),
                ("verdi", target.map_or_else(|| open("hva verdien skal bli"), Value::text)),
            ]),
        ),
        ("hyppighet", Value::text("kvartal")),
        ("ansvarlig", responsible.map_or_else(|| open("hvem som måler"), Value::text)),
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

//! The words of the structural findings.

use super::COST;
use super::check::{Place, is_blank, year_of};
use super::nearest::nearest;
use super::synonyms;
use super::table::{Field, Kind, Section};
use super::unanswered::is_unanswered;
use super::years::{Order, YearsApart};
use crate::diagnostic::Finding;
use crate::source::Span;
use crate::units::Year;
use crate::words::{Text, Words, all_of};
use crate::yaml::{Entry, Kind as Written, Node, in_braces, short};
use crate::{text, words};

pub(super) fn unknown_entry(entry: &Entry<'_>, row: &Node<'_>, section: &'static Section) -> Finding {
    let finding = unknown_field(&entry.key.value, entry.key.span, section);
    match cost_named_by_key(entry, row, section) {
        Some(row) => finding.variant("row").value("row", row),
        None => finding,
    }
}

pub(super) fn unknown_field(key: &str, span: Span, section: &'static Section) -> Finding {
    let (shown, phrase) = (short(key), section.phrase);
    let title = text!(
        nb: "Feltet «{shown}» finnes ikke i {phrase}", nn: "Feltet «{shown}» finst ikkje i {phrase}",
        en: "There is no field “{shown}” in {phrase}";
        shown, phrase
    );
    let list = section.all_fields().map(|field| field.key).collect::<Vec<_>>().join(", ");
    Finding::error("ukjent-felt", span, title).value("list", list).meant(synonyms::key(key, section))
}

/// A cost whose name is written as a key before its amount, as the row it is meant as.
pub(super) fn cost_named_by_key(
    entry: &Entry<'_>,
    row: &Node<'_>,
    section: &'static Section,
) -> Option<String> {
    let is_near = synonyms::key(&entry.key.value, section).is_some();
    if is_near || ["navn", "beløp"].iter().any(|key| row.get(key).is_some()) {
        return None;
    }
    let amount = entry.value.text().map(str::trim).filter(|_| core::ptr::eq(section, &COST))?;
    let unit = amount.trim_start_matches(|sign: char| {
        sign.is_ascii_digit() || sign.is_whitespace() || ".,".contains(sign)
    });
    let is_money = unit.is_empty()
        || ["kr", "nok", "tkr", "kkr", "tnok", "tusen", "mill", "mrd"]
            .iter()
            .any(|start| unit.starts_with(start));
    let is_amount = amount.starts_with(|first: char| first.is_ascii_digit()) && is_money;
    is_amount.then(|| {
        format!("- {{navn: {}, type: …, beløp: {}}}", in_braces(&entry.key.value), in_braces(amount))
    })
}

pub(super) fn missing_field(field: &Field, section: &'static Section, span: Span) -> Finding {
    let (key, place) = (field.key, section.phrase);
    let title = text!(
        nb: "Feltet «{key}» mangler i {place}", nn: "Feltet «{key}» manglar i {place}",
        en: "The field “{key}” is missing in {place}";
        key, place
    );
    let finding = Finding::error("manglende-felt", span, title).value("key", key);
    finding.value("doc", field.doc).value("example", field.example)
}

/// The same of one of three points: another of them says what unit it is written in.
pub(super) fn beside(finding: Finding, field: &Field, row: &Node<'_>) -> Finding {
    const POINTS: [&str; 3] = ["lav", "verdi", "høy"];
    let is_said = |node: &&Node<'_>| !is_blank(node) && !is_unanswered(node);
    let written = |key: &&str| row.get(key).filter(is_said).and_then(Node::text);
    match POINTS.iter().filter(|key| **key != field.key).find_map(written) {
        Some(other) if POINTS.contains(&field.key) => finding.variant("beside").value("other", short(other)),
        Some(_) | None => finding,
    }
}

pub(super) fn empty_field(place: &Place<'_>, span: Span) -> Finding {
    let Place { node, name, field, .. } = place;
    let key = short(name);
    let title = match node.text().map(str::trim).filter(|text| !text.is_empty()) {
        Some(word) => {
            text!(
                nb: "«{word}» betyr ingenting i YAML, så «{key}» er tomt", nn: "«{word}» betyr ingenting i YAML, så «{key}» er tomt",
                en: "“{word}” means nothing in YAML, so “{key}” is empty"
            )
        }
        None => text!(nb: "«{key}» er tomt", nn: "«{key}» er tomt", en: "“{key}” is empty"),
    };
    let finding = Finding::error("tomt-felt", span, title).value("example", field.example);
    let is_null = node.text().is_some_and(|word| word.trim().eq_ignore_ascii_case("null"));
    match (is_null, key == field.key) {
        (true, _) => finding.variant("null"),
        (false, false) => finding.variant("named").value("name", key),
        (false, true) => finding,
    }
}

/// Frames, where a year that is not named has no limit.
const FRAMES: [&str; 3] = ["endringskapasitet", "investering", "omstilling"];

/// `first_year` is budsjettår, where it is written.
pub(super) fn wrong_form(place: &Place<'_>, kind: &'static Kind, first_year: Option<Year>) -> Finding {
    let Place { node, field, .. } = place;
    let (key, due, written) = (short(place.name), expected(kind), form(node));
    let title = text!(
        nb: "I «{key}» skal det stå {due}, men her står {written}", nn: "I «{key}» skal det stå {due}, men her står {written}",
        en: "“{key}” takes {due}, but here is {written}";
        key, due, written
    );
    let finding = Finding::error("feil-form", place.span(), title);
    if let (Kind::Years(_), Some(value)) = (kind, node.text()) {
        let years = field.example.split(|letter: char| !letter.is_ascii_digit());
        let year = years.into_iter().find(|digits| digits.len() == 4).unwrap_or_default();
        let year = first_year.map_or_else(|| year.to_owned(), |year| year.number().to_string());
        return finding
            .variant(if FRAMES.contains(&field.key) { "by year unlimited" } else { "by year" })
            .value("key", key)
            .value("year", year)
            .value("value", in_braces(value));
    }
    if let (Kind::Section(section), Some(value)) = (kind, node.text())
        && section.field("årslønn").is_some()
    {
        return finding.variant("pay").value("key", key).value("value", in_braces(value));
    }
    finding.variant("field").value("key", field.key).value("example", field.example)
}

/// Years where names with years below them are due; `areas` are the names there are.
pub(super) fn years_of_nobody(place: &Place<'_>, years: &str, areas: &[String]) -> Finding {
    let key = short(place.name);
    let title = text!(
        nb: "I «{key}» skal årene stå under hvert sitt område, men her står de uten", nn: "I «{key}» skal åra stå under kvart sitt område, men her står dei utan",
        en: "“{key}” takes years below the area they are of, but here they are without"
    );
    let finding = Finding::error("feil-form", place.span(), title).value("key", key).value("years", years);
    match areas {
        [] => finding.variant("years of nobody").value("area", "…"),
        [area] => finding.variant("years of nobody").value("area", area),
        areas => finding.variant("years of one").value("area", "…").value("areas", areas.join(", ")),
    }
}

/// Amounts by year, each after a dash or under a name of its own.
pub(super) fn years_apart(place: &Place<'_>, kind: &'static Kind, years: &YearsApart) -> Finding {
    let (key, due, written) = (short(place.name), expected(kind), form(place.node));
    let title = text!(
        nb: "I «{key}» skal det stå {due}, men her står {written} som ikke kan leses som år", nn: "I «{key}» skal det stå {due}, men her står {written} som ikkje kan lesast som år",
        en: "“{key}” takes {due}, but here is {written} that cannot be read as years";
        key, due, written
    );
    let finding = Finding::error("feil-form", place.span(), title).value("key", key);
    let variant = match years.order {
        Order::Calendar => "years with dash",
        Order::Case => "years of case",
    };
    finding.variant(variant).value("meant", &years.meant)
}

/// Fields of a row that stand beside the names of the rows; `before` is the row above them.
pub(super) fn outside(run: &[&Entry<'_>], before: Option<&Entry<'_>>, field: &Field) -> Finding {
    let quoted = |key: &str| text!(nb: "«{key}»", nn: "«{key}»", en: "“{key}”");
    let keys: Vec<Text> = run.iter().map(|entry| quoted(&entry.key.value)).collect();
    let (keys, under) = (all_of(&keys), field.key);
    let title = text!(
        nb: "{keys} står rett under «{under}», der bare navn kan stå", nn: "{keys} står rett under «{under}», der berre namn kan stå",
        en: "{keys} is right below “{under}”, where only names can be"; keys, under
    );
    let span = run.first().map_or_else(Span::default, |entry| entry.key.span);
    let finding = Finding::error("ukjent-felt", span, title);
    let Some(before) = before else { return finding.variant("outside first") };
    let name = short(&before.key.value);
    let fields = before.value.entries();
    if let Some(row) = in_one_line(before, run) {
        return finding.variant("outside a line").value("row", row);
    }
    match fields.first() {
        Some(first) => finding.variant("outside").value("name", name).value("first", short(&first.key.value)),
        None => finding.variant("outside empty").value("name", name),
    }
}

/// A row that stands on one line, with the fields below it put in; none where it has lines of its own.
fn in_one_line(row: &Entry<'_>, more: &[&Entry<'_>]) -> Option<String> {
    let fields = row.value.entries();
    let first = fields.first()?;
    // A bracket, or nothing but the value, comes before the first key.
    let is_one_line = row.value.span.start < first.key.span.start || first.key.span == first.value.span;
    let fields = fields.iter().chain(more.iter().copied()).filter(|_| is_one_line);
    let fields = fields.map(|field| Some(format!("{}: {}", field.key.value, in_braces(field.value.text()?))));
    let fields: Vec<String> = fields.collect::<Option<_>>()?;
    (!fields.is_empty()).then(|| format!("{}: {{{}}}", row.key.value, fields.join(", ")))
}

/// Several values in one text, where each is one of a list.
pub(super) fn several_in_a_line(field: &Field, text: &str, span: Span) -> Finding {
    let (key, values) = (field.key, parts(text));
    let title = text!(
        nb: "I «{key}» skal det stå en liste, men her står flere verdier i én tekst", nn: "I «{key}» skal det stå ei liste, men her står fleire verdiar i éin tekst",
        en: "“{key}” takes a list, but here are several values in one text"
    );
    Finding::error("feil-form", span, title).variant("several").value("key", key).value("values", values)
}

/// The values of a text, as they stand in brackets. A decimal comma becomes a point there.
fn parts(text: &str) -> String {
    let values = text.replace("; ", ", ");
    let values = values.split(", ").map(|value| value.trim().replace(',', "."));
    values.filter(|value| !value.is_empty()).collect::<Vec<_>>().join(", ")
}

/// The fields of one row where a list of rows is due.
pub(super) fn lacks_dash(field: &Field, first: &str, span: Span) -> Finding {
    let (key, first) = (field.key, short(first));
    let title = text!(
        nb: "I «{key}» skal det stå en liste, men her står feltene uten strek foran", nn: "I «{key}» skal det stå ei liste, men her står felta utan strek framfor",
        en: "“{key}” takes a list, but here are fields without a dash before them"
    );
    Finding::error("feil-form", span, title).variant("lacks dash").value("first", first)
}

/// A list where names with values are due.
pub(super) fn names_with_dash(field: &Field, node: &Node<'_>, span: Span) -> Finding {
    let key = field.key;
    let first = node.items().iter().find_map(|item| item.entries().first());
    let first = first.map(|entry| short(&entry.key.value)).unwrap_or_default();
    let title = text!(
        nb: "I «{key}» skal det stå navn med verdier under, men her står en liste", nn: "I «{key}» skal det stå namn med verdiar under, men her står ei liste",
        en: "“{key}” takes names with values below them, but here is a list"
    );
    let finding = Finding::error("feil-form", span, title);
    match first.as_str() {
        "" => finding.variant("field").value("key", key).value("example", field.example),
        _ => finding.variant("dash before name").value("first", first),
    }
}

pub(super) fn unknown_word(field: &Field, word: &str, words: &[&'static str], span: Span) -> Finding {
    let (key, shown, list) = (field.key, short(word), words.join(" | "));
    let title = text!(
        nb: "«{shown}» er ikke et av ordene «{key}» kan ha", nn: "«{shown}» er ikkje eitt av orda «{key}» kan ha",
        en: "“{shown}” is not one of the words “{key}” can have"
    );
    Finding::error("ukjent-ord", span, title)
        .value("list", list)
        .meant(synonyms::hint(word, words).or_else(|| nearest(word.trim(), words.iter().copied())))
}

pub(super) fn bad_date(node: &Node<'_>, span: Span) -> Finding {
    let written = node.text().unwrap_or_default();
    let shown = short(written);
    let title = text!(
        nb: "«{shown}» er ikke en dato på formen ÅÅÅÅ-MM-DD", nn: "«{shown}» er ikkje ein dato på forma ÅÅÅÅ-MM-DD",
        en: "“{shown}” is not a date of the form YYYY-MM-DD"
    );
    let finding = Finding::error("ugyldig-dato", span, title);
    match crate::date::meant(written) {
        Some(date) => finding.variant("meant").value("meant", date.to_string()),
        None => finding,
    }
}

pub(super) fn bad_year(written: &str, span: Span, key: &str) -> Finding {
    let shown = short(written);
    let finding = Finding::error(
        "ugyldig-år",
        span,
        text!(
            nb: "«{shown}» er ikke et årstall fra 1900 til 2300", nn: "«{shown}» er ikkje eit årstal frå 1900 til 2300",
            en: "“{shown}” is not a year from 1900 to 2300"
        ),
    );
    let mut years =
        written.split(|letter: char| !letter.is_ascii_digit()).filter(|part| year_of(part).is_some());
    match (years.next(), years.next()) {
        (Some(year), None) => {
            finding.variant(if key == "oppstart" { "start" } else { "meant" }).value("meant", year)
        }
        _ => finding,
    }
}

/// What is due, after «skal det stå».
const fn expected(kind: &Kind) -> Words {
    match kind {
        Kind::Text | Kind::Code | Kind::Name => words!(nb: "én tekst", nn: "éin tekst", en: "one text"),
        Kind::Quantity => words!(nb: "én verdi", nn: "éin verdi", en: "one value"),
        Kind::Formula => words!(nb: "ett regnestykke", nn: "eitt reknestykke", en: "one calculation"),
        Kind::Choice(_) | Kind::YesNo | Kind::Version => {
            words!(nb: "ett ord", nn: "eitt ord", en: "one word")
        }
        Kind::Date => words!(nb: "én dato", nn: "éin dato", en: "one date"),
        Kind::Year => words!(nb: "ett årstall", nn: "eitt årstal", en: "one year"),
        Kind::List(_) | Kind::Filled(_) => words!(nb: "en liste", nn: "ei liste", en: "a list"),
        Kind::Section(_) => words!(nb: "felt under", nn: "felt under", en: "fields below it"),
        Kind::Named(_) => {
            words!(nb: "navn med verdier under", nn: "namn med verdiar under", en: "names with values below it")
        }
        Kind::Years(_) => {
            words!(nb: "årstall med verdier under", nn: "årstal med verdiar under", en: "years with values below it")
        }
        Kind::Amount => words!(nb: "et beløp", nn: "eit beløp", en: "an amount"),
        Kind::Either(_) => words!(nb: "noe annet", nn: "noko anna", en: "something else"),
    }
}

/// What is there instead.
const fn form(node: &Node<'_>) -> Words {
    match node.kind {
        Written::Empty => words!(nb: "ingenting", nn: "ingenting", en: "nothing"),
        Written::Scalar(_) => words!(nb: "én verdi", nn: "éin verdi", en: "one value"),
        Written::List(_) => words!(nb: "en liste", nn: "ei liste", en: "a list"),
        Written::Mapping(_) => words!(nb: "felt", nn: "felt", en: "fields"),
    }
}

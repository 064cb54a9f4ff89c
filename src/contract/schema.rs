//! JSON Schema (draft 2020-12) of the files people write, made from the tables of `shape`.
//!
//! Editors that read YAML with a schema see `1200000` and `010` as numbers, `true` as a truth
//! value, and `ja` and `2027-03-01` as text. Where the structure takes one value, all of these are
//! therefore taken; what the value says is for `a3 check` to judge.

use crate::shape::{
    CASE, ESTIMATE, Field, Kind, Needed, ORGANISATION, OVERVIEW, OVERVIEW_LEVELS, Section, THREE_POINT,
    accepted,
};
use serde_json::{Map, Value, json};

pub(super) const DRAFT: &str = "https://json-schema.org/draft/2020-12/schema";

/// Years 1900–2300, as in [`crate::units::Year`].
const YEAR: &str = "^(19[0-9][0-9]|2[0-2][0-9][0-9]|2300)$";

/// ÅÅÅÅ-MM-DD in the same years; that the day exists is `format: date`.
const DATE: &str = "^(19[0-9][0-9]|2[0-2][0-9][0-9]|2300)-[0-9]{2}-[0-9]{2}$";

/// `ingen`, for an empty list.
const NONE: &str = "^[iI][nN][gG][eE][nN]\\.?$";

/// A text that begins as an item of a list does.
const ITEM: &str = "^[-*–—−‐‑•·●◦▪■‣➢\u{f0b7}]\\s";

/// The same without the space.
const DASH: &str = "^-[A-Za-zÆØÅæøå]";

/// Several values in a line.
const PARTED: &str = "[,;] ";

/// The names of all schemas: of the files people write, and of every JSON output.
pub const NAMES: &[&str] =
    &["sak", "a3", "check", "calc", "rank", "budget", "status", "decide", "overview", "next"];

/// A schema by its name, as the text of schemas/<name>.schema.json.
pub fn named(name: &str) -> Option<String> {
    let schema = match name {
        "sak" => case(),
        "a3" => organisation(),
        "check" => super::check::schema(),
        "calc" => super::calc::schema(),
        "rank" => super::rank::schema(),
        "budget" => super::budget::schema(),
        "status" => super::status::schema(),
        "decide" => super::decide::schema(),
        "overview" => super::overview::schema(),
        "next" => super::next::schema(),
        _ => return None,
    };
    super::pretty(&schema)
}

/// The schema of a case: schemas/sak.schema.json.
pub fn case() -> Value {
    let mut definitions = Definitions::default();
    let (overview, case) = (definitions.section(&OVERVIEW), definitions.section(&CASE));
    json!({
        "$schema": DRAFT,
        "title": "En sak (A3)",
        "description": "En fil under saker/. Skjemaet er laget av a3 og skal ikke endres for hånd.",
        "type": "object",
        "if": {"properties": {"nivå": words(OVERVIEW_LEVELS)}, "required": ["nivå"]},
        "then": overview,
        "else": case,
        "$defs": definitions.0,
    })
}

/// The schema of a3.yaml: schemas/a3.schema.json.
pub fn organisation() -> Value {
    let mut definitions = Definitions::default();
    let organisation = definitions.section(&ORGANISATION);
    json!({
        "$schema": DRAFT,
        "title": "a3.yaml",
        "description": "Virksomheten, prisene, rammene og målene. Skjemaet er laget av a3 og skal ikke endres for hånd.",
        "$ref": organisation.get("$ref"),
        "$defs": definitions.0,
    })
}

/// The sections met so far, by name.
#[derive(Default)]
struct Definitions(Map<String, Value>);

impl Definitions {
    /// A reference to a section, which is defined the first time.
    fn section(&mut self, section: &'static Section) -> Value {
        let name = ascii(section.name);
        if !self.0.contains_key(&name) {
            // The name is taken before the fields are walked, so that sections come in the order met.
            self.0.insert(name.clone(), Value::Null);
            let fields = section.all_fields().map(|field| (field.key.to_owned(), self.field(field)));
            let properties: Map<String, Value> = fields.collect();
            let required = section.fields.iter().filter(|field| field.needed == Needed::Always);
            let required: Vec<&str> = required.map(|field| field.key).collect();
            let definition = json!({
                "type": "object",
                "properties": properties,
                "required": required,
                "additionalProperties": false,
            });
            self.0.insert(name.clone(), definition);
        }
        json!({"$ref": format!("#/$defs/{name}")})
    }

    /// What may stand after a key, with what an editor shows of it.
    fn field(&mut self, field: &'static Field) -> Value {
        let mut description = field.doc.nb.to_owned();
        if let Some(phase) = field.needed.phase() {
            description.push_str(&format!(" Ventes fra fasen «{}».", phase.word()));
        }
        let one_value = is_one_value(&field.kind);
        if !one_value {
            description.push_str(&format!("\n\nEksempel: {}: {}", field.key, field.example));
        }
        let mut schema = Map::from_iter([("description".to_owned(), Value::String(description))]);
        if let Value::Object(kind) = self.kind(&field.kind) {
            schema.extend(kind);
        }
        if one_value {
            let number = field.example.parse::<u16>().ok().filter(|_| is_number(&field.kind));
            schema.insert(
                "examples".to_owned(),
                json!([number.map_or_else(|| json!(field.example), |number| json!(number))]),
            );
        }
        Value::Object(schema)
    }

    fn kind(&mut self, kind: &'static Kind) -> Value {
        match kind {
            // A text of blanks is empty; the pattern says nothing of numbers.
            Kind::Text | Kind::Quantity | Kind::Formula | Kind::Code | Kind::Name => {
                json!({"type": ["string", "number", "boolean"], "pattern": "\\S"})
            }
            Kind::Choice(known) => words(known),
            Kind::YesNo => words(&["ja", "nei"]),
            Kind::Version => json!({"enum": [1, "1"]}),
            Kind::Date => json!({"anyOf": [
                {"type": "string", "format": "date", "pattern": DATE},
                {"type": "string", "pattern": dotted_date()},
            ]}),
            Kind::Year => {
                json!({"type": ["integer", "string"], "minimum": 1900, "maximum": 2300, "pattern": YEAR})
            }
            Kind::List(item) => {
                let (items, one) = (self.kind(item), self.one(item));
                json!({"anyOf": [{"type": "array", "items": items}, {"type": "string", "pattern": NONE}, one]})
            }
            Kind::Filled(item) => {
                let (items, one) = (self.kind(item), self.one(item));
                json!({"anyOf": [{"type": "array", "items": items, "minItems": 1}, one]})
            }
            Kind::Section(section) => match section.plain() {
                Some(field) => json!({"anyOf": [self.section(section), self.kind(&field.kind)]}),
                None => self.section(section),
            },
            Kind::Named(value) => {
                let named = json!({"type": "object", "propertyNames": {"pattern": "\\S"}, "additionalProperties": self.kind(value)});
                self.with_rows_only(named, value)
            }
            Kind::Years(value) => self.years(value),
            Kind::Amount => json!({"anyOf": [
                self.kind(&Kind::Quantity),
                self.section(&THREE_POINT),
                {"type": "array", "items": self.kind(&ESTIMATE), "minItems": 1},
                self.years(&ESTIMATE),
            ]}),
            Kind::Either(kinds) => {
                json!({"anyOf": kinds.iter().map(|kind| self.kind(kind)).collect::<Vec<_>>()})
            }
        }
    }

    /// Names of rows, where the name of a field of a row is no row unless it has fields of its own.
    fn with_rows_only(&mut self, mut named: Value, row: &'static Kind) -> Value {
        let Kind::Section(section) = row else { return named };
        if section.plain().is_none() {
            return named;
        }
        let keys: Map<String, Value> =
            section.all_fields().map(|field| (field.key.to_owned(), self.section(section))).collect();
        if let Some(named) = named.as_object_mut() {
            named.insert("properties".to_owned(), Value::Object(keys));
        }
        named
    }

    /// One value where a list may stand. It is no text that was meant as several.
    fn one(&mut self, item: &'static Kind) -> Value {
        if !item.takes_one() {
            return json!(false);
        }
        let refused: &[&str] =
            if item.parts_at_comma() { &[NONE, ITEM, DASH, PARTED] } else { &[NONE, ITEM, DASH] };
        let refused: Vec<Value> =
            refused.iter().map(|pattern| json!({"type": "string", "pattern": pattern})).collect();
        let section = match item {
            Kind::Section(section) => section.plain(),
            Kind::Text | Kind::Quantity | Kind::Formula | Kind::Choice(_) | Kind::YesNo | Kind::Date => None,
            Kind::Year | Kind::Version | Kind::Code | Kind::Name | Kind::List(_) | Kind::Filled(_) => None,
            Kind::Named(_) | Kind::Years(_) | Kind::Amount | Kind::Either(_) => None,
        };
        let one = section.map_or(item, |field| &field.kind);
        json!({"allOf": [self.kind(one), {"not": {"anyOf": refused}}]})
    }

    fn years(&mut self, value: &'static Kind) -> Value {
        json!({
            "type": "object",
            "propertyNames": {"pattern": YEAR},
            "additionalProperties": self.kind(value),
            "minProperties": 1,
        })
    }
}

/// The words of a vocabulary, and what is read as one of them: any case, and the synonyms.
fn words(known: &[&'static str]) -> Value {
    let all: Vec<String> = accepted(known).into_iter().map(in_any_case).collect();
    let mut ways = vec![
        json!({"enum": known}),
        json!({"type": "string", "pattern": format!("^[\\s_-]*({})[\\s_-]*$", all.join("|"))}),
    ];
    if known.contains(&"ja") {
        ways.push(json!({"type": "boolean"}));
    }
    json!({"anyOf": ways})
}

/// A pattern for words in any case, with anything that parts words between them.
fn in_any_case(words: &str) -> String {
    let letter = |letter: char| match letter {
        ' ' => "[\\s_-]+".to_owned(),
        '/' => "/".to_owned(),
        _ => format!("[{letter}{}]", letter.to_uppercase()),
    };
    words.chars().map(letter).collect()
}

/// `15.9.2026`, on a day that exists, in the years 1900–2300.
fn dotted_date() -> String {
    let year = "(19[0-9][0-9]|2[0-2][0-9][0-9]|2300)";
    let leap = "((19|2[0-2])(0[48]|[2468][048]|[13579][26])|2000)";
    format!(
        "^((0?[1-9]|[12][0-9]|3[01])\\.(0?[13578]|1[02])\\.{year}|(0?[1-9]|[12][0-9]|30)\\.(0?[469]|11)\\.{year}\
         |(0?[1-9]|1[0-9]|2[0-8])\\.0?2\\.{year}|29\\.0?2\\.{leap})$"
    )
}

/// A section's name as a reference may hold it: references are URIs, which have no æ, ø or å.
fn ascii(name: &str) -> String {
    name.replace('æ', "ae").replace('ø', "o").replace('å', "a").replace(' ', "-")
}

/// Whether the kind is written as one value, so that its example is one too.
const fn is_one_value(kind: &Kind) -> bool {
    match kind {
        Kind::Text | Kind::Quantity | Kind::Formula | Kind::Choice(_) | Kind::YesNo | Kind::Date => true,
        Kind::Year | Kind::Version | Kind::Code | Kind::Name => true,
        Kind::List(_) | Kind::Filled(_) | Kind::Section(_) | Kind::Named(_) | Kind::Years(_) => false,
        Kind::Amount | Kind::Either(_) => false,
    }
}

/// Whether the example is a plain number.
const fn is_number(kind: &Kind) -> bool {
    matches!(kind, Kind::Year | Kind::Version)
}

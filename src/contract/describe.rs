//! Building blocks of the JSON Schemas of outputs.

use serde_json::{Map, Value, json};

/// A whole schema.
pub(super) fn root(title: &str, fields: &[(&str, Value)]) -> Value {
    let mut schema = Map::new();
    schema.insert("$schema".to_owned(), json!("https://json-schema.org/draft/2020-12/schema"));
    schema.insert("title".to_owned(), json!(title));
    if let Value::Object(object) = object(fields) {
        schema.extend(object);
    }
    Value::Object(schema)
}

/// An object with these fields, all of them always there. Others may come.
pub(super) fn object(fields: &[(&str, Value)]) -> Value {
    let properties: Map<String, Value> =
        fields.iter().map(|(name, schema)| ((*name).to_owned(), schema.clone())).collect();
    let required: Vec<&str> = fields.iter().map(|(name, _)| *name).collect();
    json!({"type": "object", "properties": properties, "required": required})
}

pub(super) fn list(items: &Value) -> Value {
    json!({"type": "array", "items": items})
}

/// kroner, hours or årsverk: at most 8 decimals.
pub(super) fn amount(description: &str) -> Value {
    json!({"description": description, "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,8})?$"})
}

/// A ratio, a share or years of payback: at most 9 decimals.
pub(super) fn ratio(description: &str) -> Value {
    json!({"description": description, "type": "string", "pattern": "^-?[0-9]+(\\.[0-9]{1,9})?$"})
}

pub(super) fn text(description: &str) -> Value {
    json!({"description": description, "type": "string"})
}

pub(super) fn words(words: &[&str]) -> Value {
    json!({"enum": words})
}

pub(super) fn count(description: &str) -> Value {
    json!({"description": description, "type": "integer", "minimum": 0})
}

pub(super) fn year(description: &str) -> Value {
    json!({"description": description, "type": "integer"})
}

pub(super) fn yes_no(description: &str) -> Value {
    json!({"description": description, "type": "boolean"})
}

pub(super) fn version() -> Value {
    json!({"description": "Et felt skifter aldri mening under samme versjon", "const": super::VERSION})
}

/// The same, or null where it is not known.
pub(super) fn or_null(schema: &Value) -> Value {
    json!({"anyOf": [schema, {"type": "null"}]})
}

/// utelatt: cases that could not be calculated.
pub(super) fn left_out() -> Value {
    let case = object(&[("id", text("Sakens id")), ("grunn", text("Hvorfor den er utelatt"))]);
    list(&case)
}

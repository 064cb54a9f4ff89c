//! What others may rely on: formats of our own, with a version, and the JSON Schemas of them.

pub mod schema;

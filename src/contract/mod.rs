//! What others may rely on: JSON of our own making with `versjon`, and the JSON Schemas of that and
//! of the files people write.
//!
//! A field never changes its meaning under the same `versjon`; new fields may come. Amounts are
//! strings in kroner, unknown is null and never 0, and the order is fixed.

pub mod budget;
pub mod calc;
pub mod check;
pub mod rank;
pub mod schema;

mod amount;
mod budget_council;
mod budget_investment;
mod budget_output;
mod budget_schema;
mod calc_schema;
mod choice;
mod describe;
mod list;
mod list_schema;
mod uncertainty;

pub use calc::json as calc_json;
pub use check::json as check_json;
pub use rank::json as rank_json;

use serde::Serialize;

/// The version of every output.
const VERSION: u8 = 1;

/// A case that was left out, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// The case's id.
    pub id: String,
    /// Why, as a sentence in the language of the reader.
    #[serde(rename = "grunn")]
    pub reason: String,
}

/// One JSON document with a line break at the end. What we write is made of strings, numbers and
/// lists, so writing it to memory cannot fail.
fn document(output: &impl Serialize) -> String {
    worked_out_document(output).unwrap_or_default()
}

/// The same where parts are worked out as they are written; none where one of them cannot be.
fn worked_out_document(output: &impl Serialize) -> Option<String> {
    serde_json::to_string_pretty(output).map(|json| json + "\n").ok()
}

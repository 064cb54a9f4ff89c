//! What others may rely on: JSON of our own making with `versjon`, the JSON Schemas of that and
//! of the files people write, and the budget's CSV.
//!
//! A field never changes its meaning under the same `versjon`; new fields may come. Amounts are
//! strings in kroner, unknown is null and never 0, and the order is fixed.

pub mod budget;
pub mod calc;
pub mod check;
pub mod decide;
pub mod history;
pub mod next;
pub mod overview;
pub mod rank;
pub mod schema;
pub mod status;

mod accounts;
mod budget_council;
mod budget_investment;
mod budget_row;
mod budget_sheet;
mod budget_total;
mod choice;
mod content;
mod record;
mod sheet;
mod uncertainty;
mod written;

pub use sheet::Plain;

use crate::choose::Choice;
use crate::diagnostic::{Omitted, Unread};
use crate::report::{self, Appraised};
use crate::sentences::{left_out, omitted};
use crate::words::Language;
use content::{Content, Written};
use record::{In, record};
use serde::Serialize;

/// What `ikke_ferdig` of a case is.
const IS_UNFINISHED: &str =
    "Om saken har noe å rette eller mangler noe for fasen; tallene er regnet ut likevel";

/// The version of every output.
const VERSION: u8 = 1;

/// A case that was left out, and why.
struct LeftOut {
    id: String,
    /// Why, as a sentence in the language of the reader.
    reason: String,
}

impl LeftOut {
    /// A case that is in no part of a budget; `choice` is what it is built from, where that is a choice.
    fn of_budget(of: &report::LeftOut, choice: Option<&Choice>, language: Language) -> Self {
        Self { id: of.id.clone(), reason: left_out::why(&of.why, choice).get(language).to_owned() }
    }

    /// The cases that could not be calculated.
    fn omitted(appraised: &Appraised, language: Language) -> Vec<Self> {
        let one = |omitted: &Omitted| Self {
            id: omitted.id.clone(),
            reason: omitted::reason(&omitted.why).get(language).to_owned(),
        };
        appraised.omitted.iter().map(one).collect()
    }
}

record!(LeftOut, |to| {
    to.column("id", "Sakens id", |it| &it.id);
    to.column("grunn", "Hvorfor den er utelatt", |it| &it.reason);
});

/// Files that could not be read, and why.
fn unread_files(unread: impl Iterator<Item = Unread>, language: Language) -> Vec<In<Unread, Language>> {
    unread.map(|of| In { of, at: language }).collect()
}

record!(In<Unread, Language>, |to| {
    to.column("fil", "Sti fra rota, eller som den ble skrevet", |it| &it.path);
    to.column("grunn", "Hva som er galt, og hva en kan prøve", |it| it.why.get(it.at));
});

/// One JSON document with a line break at the end. What we write is made of strings, numbers and
/// lists, so writing it to memory fails only where a part of it cannot be worked out.
fn document(output: &impl Content) -> Option<String> {
    pretty(&Written(output))
}

fn pretty(output: &impl Serialize) -> Option<String> {
    let json = serde_json::to_string_pretty(output).ok()? + "\n";
    Some(if json.contains(is_command) { escaped(&json) } else { json })
}

/// Signs that turn the direction of a line, cannot be seen, or are commands to a terminal. They stand in strings
/// alone, and are read back as they were.
const fn is_command(letter: char) -> bool {
    matches!(
        letter,
        '\u{7f}'..='\u{9f}'
            | '\u{61c}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}'
            | '\u{feff}'
    )
}

fn escaped(json: &str) -> String {
    let mut all = String::with_capacity(json.len());
    for letter in json.chars() {
        if is_command(letter) {
            all.push_str(&format!("\\u{:04x}", u32::from(letter)));
        } else {
            all.push(letter);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_terminal_would_obey_is_written_as_a_code_and_read_back_as_it_was() {
        let said = "a\u{202e}b\u{9b}31mc\u{1b}[0m æ\u{a0}1";
        let json = pretty(&said).unwrap();
        assert_eq!(json, "\"a\\u202eb\\u009b31mc\\u001b[0m æ\u{a0}1\"\n");
        assert_eq!(serde_json::from_str::<String>(&json).unwrap(), said);
    }
}

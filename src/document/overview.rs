//! The rows of an overview A3 (`nivå: virksomhet`).

use super::Reader;
use super::record::record;

/// nivå: what a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// virksomhet: the whole organisation; an overview that points to cases.
    Organisation,
}

impl Level {
    /// The level a word stands for.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        (word == "virksomhet").then_some(Self::Organisation)
    }
}

record!(
    /// delområde
    SubArea {
        /// navn
        name: String = "navn", Reader::text;
        /// nå
        now: String = "nå", Reader::text;
        /// ønsket
        wanted: String = "ønsket", Reader::text;
        /// anslag, as written; a quantity
        estimate: String = "anslag", |reader, node| {
            reader.quantity(node)?;
            reader.text(node)
        };
        /// utfordringer
        challenges: String = "utfordringer", Reader::text;
        /// muligheter
        opportunities: String = "muligheter", Reader::text;
        /// må_gjøres
        must_be_done: bool = "må_gjøres", Reader::yes_or_no;
        /// dypdykk
        dig_deeper: bool = "dypdykk", Reader::yes_or_no;
        /// sak: the case that takes it further
        case: String = "sak", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);

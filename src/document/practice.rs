//! ny_praksis: the future budget of a unit, as written.

use super::Reader;
use super::record::{record, rows};
use super::wording;
use crate::model::From;
use crate::units::{Fte, Kroner};
use crate::yaml::Node;

record!(
    /// The new practice of one unit.
    NewPractice {
        /// ansvar
        unit: String = "ansvar", Reader::text;
        /// fra
        from: From = "fra", from;
        /// bemanning
        staff: Vec<Staffing> = "bemanning", rows!(Staffing);
        /// andre
        others: Vec<OtherLine> = "andre", rows!(OtherLine);
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// One position group of the new practice.
    Staffing {
        /// stilling
        position: String = "stilling", Reader::text;
        /// årsverk
        fte: Fte = "årsverk", Reader::fte;
        /// funksjon
        function: String = "funksjon", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);
record!(
    /// One other line of the new practice.
    OtherLine {
        /// art
        art: String = "art", Reader::text;
        /// funksjon
        function: String = "funksjon", Reader::text;
        /// beløp, kroner per year
        amount: Kroner = "beløp", Reader::money_of_year;
        /// navn
        name: String = "navn", Reader::text;
        /// merknad
        note: String = "merknad", Reader::text;
    }
);

/// `år 2` of the case, or a calendar year.
fn from(reader: &mut Reader, node: &Node<'_>) -> Option<From> {
    let text = node.text()?;
    if let Some(year) = super::reader::year_of(text) {
        return Some(From::Calendar(year));
    }
    let number = text.strip_prefix("år").map(str::trim_start).and_then(|digits| digits.parse::<u16>().ok());
    let found = number.filter(|number| (1..=super::expect::LONGEST_LIFE).contains(number));
    if found.is_none() {
        reader.report(wording::unknown_from(node));
    }
    found.map(From::CaseYear)
}

//! ny_praksis and what is planned, in place, decided and measured, as written.

use super::Reader;
use super::record::{FromNode, record};
use super::wording;
use crate::model::{Frequency, From, Outcome, Size, Status};
use crate::quantity::Quantity;
use crate::shape::{follow_up_sections, year_of};
use crate::source::Spanned;
use crate::units::{Fte, Kroner, Year};
use crate::yaml::Node;
use chrono::NaiveDate;

follow_up_sections!(record);

impl SubArea {
    /// Every case that takes it further: `sak` and `saker`.
    pub fn continued_by(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.case.spanned().into_iter().chain(self.cases.rows())
    }
}

/// `år 2` of the case, or a calendar year.
impl FromNode for From {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        let text = node.text()?;
        if let Some(year) = year_of(text) {
            return Some(Self::Calendar(year));
        }
        let number = text.strip_prefix("år").and_then(|digits| digits.trim_start().parse::<u16>().ok());
        let found = number.filter(|number| (1..=super::expect::LONGEST_LIFE).contains(number));
        if found.is_none() {
            reader.report(wording::unknown_from(node));
        }
        found.map(Self::CaseYear)
    }
}

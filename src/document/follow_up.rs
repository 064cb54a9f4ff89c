//! ny_praksis and what is planned, in place, decided and measured, as written.

use super::Reader;
use super::field::Field;
use super::record::{FromNode, record};
use super::wording;
use crate::model::{self, Estimate, Frequency, From, Outcome, Size, Status};
use crate::quantity::Quantity;
use crate::shape::{follow_up_sections, year_of};
use crate::source::Spanned;
use crate::units::{Fte, Kroner, Year};
use crate::yaml::Node;
use chrono::NaiveDate;

follow_up_sections!(record);

impl Risk {
    /// Whether it is both likely and serious, and nobody has written what is done about it.
    pub fn lacks_response(&self) -> bool {
        let is_highest =
            |field: &Field<Size>| field.get().is_some_and(|size| size.step() == Size::Large.step());
        let is_written = self.response.text().is_some_and(|response| !response.trim().is_empty());
        is_highest(&self.probability) && is_highest(&self.consequence) && !is_written
    }
}

impl SubArea {
    /// Every case that takes it further: `sak` and `saker`.
    pub fn continued_by(&self) -> impl Iterator<Item = &Spanned<String>> {
        self.case.spanned().into_iter().chain(self.cases.rows())
    }
}

impl Reading {
    /// The reading, where it says when and what.
    fn understood(&self) -> Option<model::Reading> {
        Some(model::Reading { date: self.date.cloned()?, value: self.value.cloned()? })
    }
}

impl Loss {
    /// The loss, where it says when: without a day nothing is lost yet.
    pub fn understood(&self) -> Option<model::Loss> {
        let why = self.why.cloned().unwrap_or_default();
        Some(model::Loss { date: self.date.cloned()?, benefit: self.benefit.cloned(), why })
    }
}

impl Measurement {
    /// The måling, as far as it could be read.
    pub fn understood(&self) -> model::Measurement {
        let mut readings: Vec<_> = self.readings.rows().iter().filter_map(Reading::understood).collect();
        readings.sort_by_key(|reading| reading.date);
        model::Measurement {
            name: self.name.cloned().unwrap_or_default(),
            benefit: self.benefit.cloned(),
            baseline: self.baseline.get().and_then(Reading::understood),
            target: self.target.get().and_then(Reading::understood),
            measures: self.measures.cloned(),
            frequency: self.frequency.cloned(),
            responsible: self.responsible.cloned(),
            readings,
        }
    }
}

/// `år 2` of the case, or a calendar year.
impl FromNode for From {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        let text = node.text()?;
        if let Some(year) = year_of(text) {
            return Some(Self::Calendar(year));
        }
        let found = text.trim().to_lowercase().strip_prefix("år").and_then(case_year);
        if found.is_none() {
            reader.report(wording::unknown_from(node, meant_from(text)));
        }
        found.map(Self::CaseYear)
    }
}

/// The digits of a year that a case may have.
fn case_year(digits: &str) -> Option<u16> {
    let number = digits.trim().parse().ok();
    number.filter(|number| (1..=super::expect::LONGEST_LIFE).contains(number))
}

/// What `3`, `2. år` and `1.1.2029` are meant to be: the one year that is named, or the one number.
fn meant_from(text: &str) -> Option<String> {
    let numbers = || text.split(|sign: char| !sign.is_ascii_digit()).filter(|digits| !digits.is_empty());
    let years: Vec<&str> = numbers().filter(|digits| year_of(digits).is_some()).collect();
    match (years.as_slice(), numbers().collect::<Vec<_>>().as_slice()) {
        ([year], _) => Some((*year).to_owned()),
        ([], [number]) => case_year(number).map(|number| format!("år {number}")),
        _ => None,
    }
}

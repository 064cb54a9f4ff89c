//! a3.yaml, as written.

use super::Reader;
use super::expect::ChangeWork;
use super::field::{Field, Keyed};
use super::record::{FromNode, record};
use super::rows::Assumption;
use crate::model::{Choice, CodeLength, Distribution, Fulfilment, Method, Recipient, Rounding};
use crate::shape::{self, organisation_sections};
use crate::source::Spanned;
use crate::units::{Fte, HourlyCost, Hours, Kroner, Rate, Share, Year};
use crate::yaml::{Kind, Node};

/// What is under keys that mean something, such as calendar years.
pub type Cells<K, T> = Vec<(Spanned<K>, Spanned<T>)>;

/// A value for each calendar year.
pub type ByYear<T> = Cells<Year, T>;

organisation_sections!(record);

/// rente
#[derive(Debug, Clone, PartialEq)]
pub enum Discount {
    /// `R-109`
    R109,
    /// One rate.
    Flat(Rate),
    /// Steps, in the order written.
    Steps(Vec<RateStep>),
}

/// arbeidsgiveravgift
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Levy {
    /// A rate.
    Rate(Rate),
    /// `sone II`: the zone after the word.
    Zone(String),
}

impl FromNode for Discount {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        match node.kind {
            Kind::List(_) => Vec::from_node(reader, node).map(Self::Steps),
            Kind::Scalar(_) if node.text().and_then(|text| shape::word(text, &["R-109"])).is_some() => {
                Some(Self::R109)
            }
            Kind::Scalar(_) => reader.rate(node).map(Self::Flat),
            Kind::Empty | Kind::Mapping(_) => None,
        }
    }
}

impl FromNode for Levy {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        match node.text()?.trim().split_at_checked("sone".len()) {
            Some((word, zone)) if word.eq_ignore_ascii_case("sone") => {
                Some(Self::Zone(zone.trim().to_owned()))
            }
            Some(_) | None => reader.rate(node).map(Self::Rate),
        }
    }
}

impl<T: FromNode> FromNode for ByYear<T> {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        reader.by_year(node, T::from_node)
    }
}

impl Reader {
    /// Reads kalkyle, and counts årsverk and arbeidsdager its way from here on.
    pub(super) fn rules(&mut self, node: &Node<'_>) -> Option<Rules> {
        let rules = Rules::from_node(self, node)?;
        if let Some(hours) = rules.hours_per_fte.get() {
            self.context.hours_per_fte = *hours;
        }
        if let Some(days) = rules.workdays.get() {
            self.context.workdays = *days;
        }
        Some(rules)
    }

    /// budsjett: the file alone, or a mapping that says more of it.
    pub(super) fn budget(&mut self, node: &Node<'_>) -> Option<BudgetExport> {
        if !matches!(node.kind, Kind::Scalar(_)) {
            return BudgetExport::from_node(self, node);
        }
        Some(BudgetExport {
            span: node.span,
            file: self.value(node, Self::text),
            price_year: Field::Missing,
            function: Field::Missing,
            art: Field::Missing,
            note: Field::Missing,
        })
    }

    pub(super) fn money_by_year(&mut self, node: &Node<'_>) -> Option<ByYear<Kroner>> {
        self.small_told = false;
        self.by_year(node, Self::money_from_nothing)
    }

    pub(super) fn capacity_by_area(&mut self, node: &Node<'_>) -> Option<Vec<Keyed<ByYear<Fte>>>> {
        let read = Vec::from_node(self, node);
        self.no_bare_hours(node, ChangeWork::OfArea);
        read
    }

    pub(super) fn time_values(&mut self, node: &Node<'_>) -> Option<Cells<Recipient, HourlyCost>> {
        self.cells(node, Recipient::from_word, Self::hourly_price)
    }
}

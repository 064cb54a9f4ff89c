//! sak: everything one A3 may hold, as written; and kapasitet and nivå, which have words of their own.

use super::Reader;
use super::field::{Field, Keyed};
use super::follow_up::{Condition, Decision, Engagement, Measurement, NewPractice, PlanRow, Risk, SubArea};
use super::record::{FromNode, record};
use super::rows::{Assumption, Benefit, Cost};
use crate::model::{Fulfilment, Phase, Settled};
use crate::shape::{OVERVIEW_LEVEL, case_sections};
use crate::source::Spanned;
use crate::units::{Fte, Year};
use crate::yaml::{Kind, Node};

case_sections!(record);

impl Case {
    /// The decision that holds: the latest by date, the last written among equals.
    #[must_use]
    pub fn current_decision(&self) -> Option<&Decision> {
        self.decisions.rows().iter().max_by_key(|decision| decision.date.get())
    }

    /// What is settled about it, as far as it could be read.
    #[must_use]
    pub fn settled(&self) -> Settled {
        let outcome = self.current_decision().and_then(|decision| decision.outcome.cloned());
        Settled { phase: self.phase.cloned(), outcome }
    }
}

/// nivå: what a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// virksomhet: the whole organisation; an overview that points to cases.
    Organisation,
}

impl FromNode for Level {
    fn from_node(_: &mut Reader, node: &Node<'_>) -> Option<Self> {
        (node.text()? == OVERVIEW_LEVEL).then_some(Self::Organisation)
    }
}

/// kapasitet: årsverk of change work in the first, second … year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Capacity {
    /// Taken from the case's own område.
    OwnArea(Vec<Spanned<Fte>>),
    /// Taken from each område named.
    ByArea(Vec<Keyed<Vec<Spanned<Fte>>>>),
}

impl FromNode for Capacity {
    fn from_node(reader: &mut Reader, node: &Node<'_>) -> Option<Self> {
        match node.kind {
            Kind::List(_) => Vec::from_node(reader, node).map(Self::OwnArea),
            Kind::Mapping(_) => Vec::from_node(reader, node).map(Self::ByArea),
            Kind::Empty | Kind::Scalar(_) => None,
        }
    }
}

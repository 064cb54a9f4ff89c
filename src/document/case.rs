//! sak: everything one A3 may hold, as written; and kapasitet and nivå, which have words of their own.

use super::Reader;
use super::UnreadRows;
use super::expect::ChangeWork;
use super::field::{Field, Keyed};
use super::follow_up::{
    Adjustment, Condition, Decision, Engagement, Loss, Measurement, NewPractice, PlanRow, Promise, Risk,
    SubArea,
};
use super::record::{FromNode, record};
use super::rows::{Assumption, Benefit, Cost};
use crate::model::{self, Deciding, Duty, Fulfilment, Phase, Settled};
use crate::shape::{OVERVIEW_LEVELS, case_sections};
use crate::source::Spanned;
use crate::units::{Fte, Year};
use crate::yaml::{Kind, Node};
use chrono::NaiveDate;

case_sections!(record);

impl Case {
    /// The forutsetning of a name.
    pub fn assumption(&self, name: &str) -> Option<&Assumption> {
        self.assumptions.rows().iter().find(|of| of.key.value == name).map(|of| &of.row)
    }

    /// Every vedtak that says when and what, in the order written.
    fn understood_decisions(&self) -> Vec<model::Decision> {
        self.decisions.rows().iter().filter_map(Decision::understood).collect()
    }

    /// What a vedtak must fit on a day to decide the case.
    pub fn deciding(&self, day: NaiveDate) -> Deciding<'_> {
        Deciding { decider: self.decider.text(), phase: self.phase.cloned(), day }
    }

    /// The vedtak that holds on a day.
    pub fn decision(&self, day: NaiveDate) -> Option<model::Decision> {
        self.deciding(day).holding(self.understood_decisions())
    }

    /// What is settled about it on a day, as far as it could be read.
    pub fn settled(&self, day: NaiveDate) -> Settled {
        let outcome = self.decision(day).map(|decision| decision.outcome);
        Settled { phase: self.phase.cloned(), outcome }
    }

    /// See [`model::Case::is_over`].
    pub fn is_over(&self, day: NaiveDate) -> bool {
        self.settled(day).is_over(self.decision(day).as_ref())
    }
}

impl Case {
    /// The unmet minimumskrav it takes to met, each at its krav.
    pub fn duties(&self, register: &[model::Requirement]) -> Vec<Spanned<Duty>> {
        self.requirements.rows().iter().filter_map(|row| row.duty(register)).collect()
    }
}

impl Case {
    /// The met minimumskrav that it takes to unmet, as written.
    pub(super) fn broken_duties(&self, register: &[model::Requirement]) -> Vec<String> {
        let rows = self.requirements.rows().iter();
        rows.filter_map(|row| Some(row.broken(register)?.0)).collect()
    }
}

impl Requirement {
    /// The minimumskrav it says is met today and is not after: as written, and etter.
    pub fn broken(&self, register: &[model::Requirement]) -> Option<(String, Spanned<Fulfilment>)> {
        let after = *self.after.spanned()?;
        let registered = self.registered(register);
        let today = registered.map(|known| known.today).or_else(|| self.today.cloned())?;
        let text = registered.map_or_else(|| self.text.text(), |known| Some(&known.text))?;
        Duty::is_broken(today, after.value).then(|| (text.trim().to_owned(), after))
    }

    /// The requirement of the register that it names by its key, in any letter case.
    pub fn registered<'r>(&self, register: &'r [model::Requirement]) -> Option<&'r model::Requirement> {
        let key = self.text.text()?.trim();
        let as_written = register.iter().find(|known| known.key == key);
        as_written.or_else(|| register.iter().find(|known| known.key.to_lowercase() == key.to_lowercase()))
    }

    /// krav where it is a key that nobody knows: written as keys are, alone, and not in the register.
    pub fn unknown_key(&self, register: &[model::Requirement]) -> Option<&Spanned<String>> {
        let is_alone = !self.legal_basis.is_written() && !self.today.is_written();
        let named = self.text.spanned().filter(|_| is_alone && self.registered(register).is_none())?;
        let fits = |letter: char| letter.is_lowercase() || letter.is_ascii_digit() || letter == '-';
        named.value.trim().chars().all(fits).then_some(named)
    }

    /// What a krav that is written out must say beside itself, and does not, where it would make the case må.
    pub fn unsaid(&self, register: &[model::Requirement]) -> Vec<&'static str> {
        let is_unmet = self.today.cloned() != Some(Fulfilment::Yes);
        let is_taken_on = is_unmet && self.after.cloned() == Some(Fulfilment::Yes);
        let is_known = self.registered(register).is_some() || self.unknown_key(register).is_some();
        if !is_taken_on || is_known || self.text.text().is_none() {
            return Vec::new();
        }
        let asked = [("hjemmel", self.legal_basis.is_written()), ("oppfylt", self.today.is_written())];
        asked.into_iter().filter(|(_, written)| !written).map(|(key, _)| key).collect()
    }

    /// What is not said to be unmet today and met after is neither, and a key that nobody knows is nothing: no case
    /// becomes må by silence or by a slip.
    fn duty(&self, register: &[model::Requirement]) -> Option<Spanned<Duty>> {
        let (span, after) = (self.text.span()?, self.after.cloned()?);
        if let Some(registered) = self.registered(register) {
            return Duty::is_taken_on(registered.today, after).then(|| Spanned::new(registered.into(), span));
        }
        if self.unknown_key(register).is_some() || !Duty::is_taken_on(self.today.cloned()?, after) {
            return None;
        }
        let basis = self.legal_basis.text().unwrap_or_default();
        Some(Spanned::new(Duty::written_out(self.text.text()?.trim(), basis, register), span))
    }
}

impl Decision {
    /// The vedtak, where it says when and what.
    pub fn understood(&self) -> Option<model::Decision> {
        let date = self.date.cloned()?;
        Some(model::Decision {
            date,
            body: self.body.cloned(),
            outcome: self.outcome.cloned()?,
            reference: self.reference.cloned(),
            in_budget: self.in_budget.cloned().unwrap_or(false),
            promised: self.promised.get().map(|promised| promised.understood(date)),
        })
    }
}

impl Promise {
    /// What was promised, as far as it could be read. Where no first year is said, the plan is decided the year before it.
    fn understood(&self, decided: NaiveDate) -> model::Promise {
        let first = self.first_year.cloned().or_else(|| Some(crate::date::year(decided)?.later(1)));
        let years = first.into_iter().flat_map(|first| (0..).map(move |later| first.later(later)));
        let amounts = self.budget.rows().iter().map(|amount| amount.value);
        model::Promise {
            budget: years.zip(amounts).collect(),
            fte: self.fte.cloned(),
            npv: self.npv.cloned(),
            gains: self.gains.cloned(),
            mark: self.mark.cloned(),
        }
    }
}

/// nivå: what a sheet is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// virksomhet or område: an overview that points to cases.
    Overview,
}

impl FromNode for Level {
    fn from_node(_: &mut Reader, node: &Node<'_>) -> Option<Self> {
        OVERVIEW_LEVELS.contains(&node.text()?).then_some(Self::Overview)
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
        reader.no_bare_hours(node, ChangeWork::OfCase);
        match node.kind {
            Kind::List(_) => Vec::from_node(reader, node).map(Self::OwnArea),
            Kind::Mapping(_) => Vec::from_node(reader, node).map(Self::ByArea),
            Kind::Empty | Kind::Scalar(_) => None,
        }
    }
}

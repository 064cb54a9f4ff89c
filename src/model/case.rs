//! A case that can be calculated: everything written in it was read, and its rows make sense.

use super::amount::Assumption;
use super::follow_up::{Condition, Engagement, Measurement, PlanRow};
use super::practice::NewPractice;
use super::rows::{Benefit, Cost};
use super::vocabulary::{Fulfilment, Outcome, Phase, Size};
use crate::units::{Fte, Year};
use chrono::NaiveDate;

/// sak: one A3, one business case.
#[derive(Debug, Clone)]
pub struct Case {
    /// The file's stem.
    pub id: String,
    /// tittel
    pub title: String,
    /// område
    pub area: String,
    /// eier: gevinstansvarlig
    pub owner: String,
    /// fase
    pub phase: Phase,
    /// forutsetninger, in the order written
    pub assumptions: Vec<Assumption>,
    /// gevinster, in the order written
    pub benefits: Vec<Benefit>,
    /// kostnader, in the order written
    pub costs: Vec<Cost>,
    /// oppstart: the earliest first year
    pub start: Option<Year>,
    /// senest: the latest first year; none means the start is fixed
    pub latest_start: Option<Year>,
    /// levetid in whole years, at least 1
    pub life: Option<u16>,
    /// kapasitet: change work by område and year of the case; 0 after the last
    pub capacity: Vec<AreaCapacity>,
    /// krever: ids of cases that must be in, and start no later
    pub requires: Vec<String>,
    /// utelukker: ids of cases that cannot be in together with this
    pub excludes: Vec<String>,
    /// mål: keys in the organisation's goals
    pub goals: Vec<String>,
    /// minimumskrav
    pub requirements: Vec<Requirement>,
    /// gap
    pub gaps: Vec<Gap>,
    /// alternativer
    pub alternatives: Vec<Alternative>,
    /// risiko
    pub risks: Vec<Risk>,
    /// betingelser
    pub conditions: Vec<Condition>,
    /// forankring
    pub engagements: Vec<Engagement>,
    /// plan
    pub plan: Vec<PlanRow>,
    /// målinger
    pub measurements: Vec<Measurement>,
    /// vedtak, in the order written
    pub decisions: Vec<Decision>,
    /// ny_praksis
    pub new_practice: Vec<NewPractice>,
    /// beslutter
    pub decider: Option<String>,
}

/// kapasitet of one område: årsverk of change work by year of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaCapacity {
    /// område
    pub area: String,
    /// First, second … year; none after.
    pub years: Vec<Fte>,
}

/// minimumskrav: a duty of law or regulation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// krav
    pub text: String,
    /// hjemmel
    pub legal_basis: String,
    /// oppfylt, today
    pub today: Fulfilment,
    /// etter, with this case
    pub after: Fulfilment,
}

impl Requirement {
    /// Whether the case takes an unmet requirement to met: what makes a case må.
    #[must_use]
    pub fn is_resolved(&self) -> bool {
        self.today != Fulfilment::Yes && self.after == Fulfilment::Yes
    }
}

/// gap: now, wanted and after, as written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// navn
    pub name: String,
    /// nå
    pub now: String,
    /// ønsket
    pub wanted: String,
    /// etter
    pub after: Option<String>,
}

/// alternativ
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alternative {
    /// navn
    pub name: String,
    /// vurdering
    pub assessment: Option<String>,
    /// valgt
    pub is_chosen: bool,
}

/// risiko
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risk {
    /// hva
    pub what: String,
    /// sannsynlighet
    pub probability: Option<Size>,
    /// konsekvens
    pub consequence: Option<Size>,
    /// tiltak
    pub response: Option<String>,
}

/// vedtak
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// dato
    pub date: NaiveDate,
    /// organ
    pub body: Option<String>,
    /// beslutning
    pub outcome: Outcome,
    /// sak: the number in the archive
    pub reference: Option<String>,
    /// innarbeidet: whether today's budget already holds the effect. Absent counts as no.
    pub in_budget: bool,
    /// tall: fingerprint of the numbers decided on
    pub fingerprint: Option<String>,
}

impl Decision {
    /// Who decided, and the number in the archive: «Kommunestyret, PS 88/26»; none where neither is written.
    #[must_use]
    pub fn taken_by(&self) -> Option<String> {
        let by = [self.body.as_deref(), self.reference.as_deref()];
        let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
        (!by.is_empty()).then_some(by)
    }
}

impl Case {
    /// The decision that holds: the latest by date, the last written among equals.
    #[must_use]
    pub fn current_decision(&self) -> Option<&Decision> {
        self.decisions.iter().max_by_key(|decision| decision.date)
    }

    /// besluttet: adopted, or being carried out. Fixed in at its start, listed apart.
    #[must_use]
    pub fn is_decided(&self) -> bool {
        let adopted = self.current_decision().is_some_and(|decision| decision.outcome == Outcome::Adopted);
        self.phase == Phase::Implementation || adopted
    }

    /// avvist: the decision that holds says no, and the case is neither being carried out nor finished.
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        let rejected = self.current_decision().is_some_and(|decision| decision.outcome == Outcome::Rejected);
        rejected && !matches!(self.phase, Phase::Implementation | Phase::Closed)
    }

    /// innarbeidet: decided, and today's budget already holds its effect.
    #[must_use]
    pub fn is_in_todays_budget(&self) -> bool {
        self.current_decision()
            .is_some_and(|decision| decision.outcome == Outcome::Adopted && decision.in_budget)
    }

    /// må: takes an unmet minimumskrav to met.
    #[must_use]
    pub fn is_mandatory(&self) -> bool {
        self.requirements.iter().any(Requirement::is_resolved)
    }

    /// The start used when nothing else is chosen, with the life: none until both are written.
    #[must_use]
    pub fn schedule(&self) -> Option<Schedule> {
        Some(Schedule { start: self.start?, life: self.life? })
    }
}

/// When a case runs: its first year and how many years it lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Schedule {
    /// First year.
    pub start: Year,
    /// levetid in years, at least 1.
    pub life: u16,
}

impl Schedule {
    /// The last year of life.
    #[must_use]
    pub const fn end(self) -> Year {
        self.start.later(self.life.saturating_sub(1))
    }
}

//! A case that can be calculated: everything written in it was read, and its rows make sense.
//!
//! What is not calculated on – the left half of the sheet, risk, measurements – is no part of it:
//! that goes as it was read to whoever shows it.

use super::amount::Assumption;
use super::practice::NewPractice;
use super::rows::{Benefit, Cost};
use super::vocabulary::{Fulfilment, Outcome, Phase};
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
    /// minimumskrav that it takes from unmet to met
    pub duties: Vec<Duty>,
    /// The vedtak that holds.
    pub decision: Option<Decision>,
    /// What plan and betingelser have a date for and is still to be done, in the order written.
    pub deadlines: Vec<Deadline>,
    /// ny_praksis
    pub new_practice: Vec<NewPractice>,
}

/// kapasitet of one område: årsverk of change work by year of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaCapacity {
    /// område
    pub area: String,
    /// First, second … year; none after.
    pub years: Vec<Fte>,
}

/// minimumskrav that a case takes from unmet to met: what makes it må. Two are the same where both
/// members are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Duty {
    /// hjemmel; empty where none is written
    pub legal_basis: String,
    /// krav
    pub text: String,
}

impl Duty {
    /// Whether a minimumskrav is taken from unmet to met.
    #[must_use]
    pub fn is_taken_on(today: Fulfilment, after: Fulfilment) -> bool {
        today != Fulfilment::Yes && after == Fulfilment::Yes
    }
}

/// frist of something that is neither done nor dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deadline {
    /// hva
    pub what: String,
    /// frist
    pub date: NaiveDate,
}

/// vedtak
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// organ
    pub body: Option<String>,
    /// beslutning
    pub outcome: Outcome,
    /// sak: the number in the archive
    pub reference: Option<String>,
    /// innarbeidet: whether today's budget already holds the effect. Absent counts as no.
    pub in_budget: bool,
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

/// What is settled about a case: its fase, and beslutning of the vedtak that holds. Either may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settled {
    /// fase
    pub phase: Option<Phase>,
    /// beslutning
    pub outcome: Option<Outcome>,
}

impl Settled {
    /// besluttet: adopted, or being carried out. Fixed in at its start, listed apart.
    #[must_use]
    pub fn is_decided(self) -> bool {
        self.phase == Some(Phase::Implementation) || self.outcome == Some(Outcome::Adopted)
    }

    /// avsluttet: finished, and no longer a candidate for anything.
    #[must_use]
    pub fn is_closed(self) -> bool {
        self.phase == Some(Phase::Closed)
    }

    /// avvist: the decision that holds says no, and the case is neither being carried out nor finished.
    #[must_use]
    pub fn is_rejected(self) -> bool {
        let is_carried_out = matches!(self.phase, Some(Phase::Implementation | Phase::Closed));
        self.outcome == Some(Outcome::Rejected) && !is_carried_out
    }

    /// Decided or finished: what other cases require of it is there.
    #[must_use]
    pub fn meets_krever(self) -> bool {
        self.is_decided() || self.is_closed()
    }
}

impl Case {
    /// What is settled about it.
    #[must_use]
    pub fn settled(&self) -> Settled {
        Settled { phase: Some(self.phase), outcome: self.decision.as_ref().map(|decision| decision.outcome) }
    }

    /// besluttet: see [`Settled::is_decided`].
    #[must_use]
    pub fn is_decided(&self) -> bool {
        self.settled().is_decided()
    }

    /// avvist: see [`Settled::is_rejected`].
    #[must_use]
    pub fn is_rejected(&self) -> bool {
        self.settled().is_rejected()
    }

    /// avsluttet: see [`Settled::is_closed`].
    #[must_use]
    pub fn is_closed(&self) -> bool {
        self.settled().is_closed()
    }

    /// innarbeidet: decided, and today's budget already holds its effect. Such a case moves no budget,
    /// and counts not towards innsparingskrav.
    #[must_use]
    pub fn is_in_todays_budget(&self) -> bool {
        let adopted = |decision: &Decision| decision.outcome == Outcome::Adopted && decision.in_budget;
        self.decision.as_ref().is_some_and(adopted)
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

//! A case that can be calculated: everything written in it was read, and its rows make sense.
//!
//! What is not calculated on – the left half of the sheet, risk, measurements – is no part of it:
//! that goes as it was read to whoever shows it.

use super::amount::Assumption;
use super::decision::{Decision, Settled};
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
    /// tittel; the id where nobody has written one
    pub title: String,
    /// område
    pub area: String,
    /// eier: gevinstansvarlig; empty until somebody is
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
    /// The vedtak that holds on the day the case was read for.
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

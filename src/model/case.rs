//! A case that can be calculated: everything written in it was read, and its rows make sense.
//!
//! What is not calculated on – the left half of the sheet, risk, the plan – is no part of it: that goes as it
//! was read to whoever shows it.

use super::amount::{Assumption, Estimate};
use super::decision::{Decision, Settled};
use super::duty::Duty;
use super::measurement::{Loss, Measurement};
use super::organisation::Organisation;
use super::practice::NewPractice;
use super::repricing::Repricing;
use super::rows::{Benefit, Cost};
use super::vocabulary::Phase;
use crate::quantity::Quantity;
use crate::units::{Fte, Kroner, Overflow, Year};
use chrono::{Datelike, NaiveDate};

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
    /// prisår: what has brought every amount in kroner here to budsjettår's prices; none where they were written
    /// in them.
    pub prices: Option<Repricing>,
    /// forutsetninger, in the order written
    pub assumptions: Vec<Assumption>,
    /// gevinster, in the order written
    pub benefits: Vec<Benefit>,
    /// kostnader, in the order written
    pub costs: Vec<Cost>,
    /// oppstart: the earliest first year. Never before budsjettår where the case is neither decided nor
    /// finished: a year that has gone cannot be planned.
    pub start: Option<Year>,
    /// The last year it could have started, where all of them have gone. Then `start` is what leadership has
    /// locked it to, or none.
    pub passed: Option<Year>,
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
    /// minimumskrav that are met today, and not with it: as written
    pub broken_duties: Vec<String>,
    /// The vedtak that holds on the day the case was read for.
    pub decision: Option<Decision>,
    /// What plan and betingelser have a date for and is still to be done, in the order written.
    pub deadlines: Vec<Deadline>,
    /// ny_praksis
    pub new_practice: Vec<NewPractice>,
    /// målinger, in the order written: what the case is followed by, and no figure of it builds on
    pub measurements: Vec<Measurement>,
    /// tapt: gains that will not come after all
    pub losses: Vec<Loss>,
}

/// kapasitet of one område: årsverk of change work by year of the case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AreaCapacity {
    /// område
    pub area: String,
    /// First, second … year; none after.
    pub years: Vec<Fte>,
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
    /// utelukker: whether one of two cases excludes the other.
    pub fn clashes_with(&self, other: &Self) -> bool {
        self.excludes.contains(&other.id) || other.excludes.contains(&self.id)
    }

    /// The forutsetning its formulas mean by a name: its own, else that of felles.
    pub fn assumption<'a>(&'a self, name: &str, organisation: &'a Organisation) -> Option<&'a Assumption> {
        let own = self.assumptions.iter().find(|own| own.name == name);
        own.or_else(|| organisation.shared_assumption(name))
    }

    /// What is settled about it.
    pub fn settled(&self) -> Settled {
        Settled { phase: Some(self.phase), outcome: self.decision.as_ref().map(|decision| decision.outcome) }
    }

    /// besluttet: see [`Settled::is_decided`].
    pub fn is_decided(&self) -> bool {
        self.settled().is_decided()
    }

    /// avvist: see [`Settled::is_rejected`].
    pub fn is_rejected(&self) -> bool {
        self.settled().is_rejected()
    }

    /// avsluttet: see [`Settled::is_closed`].
    pub fn is_closed(&self) -> bool {
        self.settled().is_closed()
    }

    /// See [`Settled::is_over`].
    pub fn is_over(&self) -> bool {
        self.settled().is_over(self.decision.as_ref())
    }

    /// See [`Settled::awaits_decision`].
    pub fn awaits_decision(&self) -> bool {
        self.settled().awaits_decision()
    }

    /// It may still come to something: neither finished nor rejected.
    pub fn goes_on(&self) -> bool {
        !self.is_over() && !self.is_rejected()
    }

    /// innarbeidet: decided, and today's budget already holds its effect. Such a case moves no budget,
    /// and counts not towards innsparingskrav.
    pub fn is_in_todays_budget(&self) -> bool {
        self.decision.as_ref().is_some_and(Decision::is_built_in)
    }

    /// What is measured of a gain, in the order written.
    pub fn measurements_of<'c>(&'c self, benefit: &'c str) -> impl Iterator<Item = &'c Measurement> + Clone {
        self.measurements.iter().filter(move |measurement| measurement.benefit.as_deref() == Some(benefit))
    }

    /// Puts what was measured in place of what was believed of a forutsetning, its own or one of felles.
    pub fn measure(&mut self, name: &str, value: &Quantity) {
        let estimate = Estimate::Certain(value.clone());
        match self.assumptions.iter_mut().find(|assumption| assumption.name == name) {
            Some(own) => own.estimate = estimate,
            None => {
                let (name, source) = (name.to_owned(), None);
                self.assumptions.push(Assumption { name, estimate, source, shared: false });
            }
        }
    }

    /// The first day of oppstart.
    pub fn first_day(&self) -> Option<NaiveDate> {
        NaiveDate::from_ymd_opt(i32::from(self.start?.number()), 1, 1)
    }

    /// After oppstart on a day: it is carried out or finished, and its first day has come.
    pub fn has_begun(&self, day: NaiveDate) -> bool {
        self.settled().is_carried_out() && self.first_day().is_some_and(|first| first <= day)
    }

    /// The day of its last measurement: the last mål or målt there is.
    pub fn last_measurement(&self) -> Option<NaiveDate> {
        let readings = |of: &Measurement| of.readings.iter().chain(&of.target).map(|at| at.date).max();
        self.measurements.iter().filter_map(readings).max()
    }

    /// Whether it is followed on a day: decided, or finished and still measured in that year.
    pub fn is_followed(&self, day: NaiveDate) -> bool {
        let is_measured = || self.last_measurement().is_some_and(|last| last.year() >= day.year());
        if self.is_closed() { is_measured() } else { self.is_decided() }
    }

    /// An amount that is written in it, in budsjettår's prices.
    ///
    /// # Errors
    /// [`Overflow`] where it does not fit.
    pub fn priced(&self, amount: Kroner) -> Result<Kroner, Overflow> {
        self.prices.as_ref().map_or(Ok(amount), |prices| prices.priced(amount))
    }

    /// What its amounts lack to be in budsjettår's prices; none where they are.
    pub fn in_other_prices(&self) -> Option<&Repricing> {
        self.prices.as_ref().filter(|prices| prices.factor().is_none())
    }

    /// What it lacks before it can be assessed.
    pub fn missing(&self) -> Vec<Missing> {
        let start = self.start.is_none().then(|| self.passed.map_or(Missing::Start, Missing::Passed));
        start.into_iter().chain(self.life.is_none().then_some(Missing::Life)).collect()
    }

    /// Whether it may start in a year of its own accord, had nobody locked it: from oppstart to senest.
    pub fn may_start_in(&self, year: Year) -> bool {
        let last = self.latest_start.or(self.start);
        self.passed.is_none()
            && self.start.is_none_or(|first| first <= year)
            && last.is_none_or(|last| year <= last)
    }

    /// Whether it may start in several years, so that somebody has to choose.
    pub fn is_free_to_start(&self) -> bool {
        self.start.zip(self.latest_start).is_some_and(|(first, last)| first < last)
    }

    /// The start used when nothing else is chosen, with the life: none until both are written.
    pub fn schedule(&self) -> Option<Schedule> {
        Some(Schedule { start: self.start?, life: self.life? })
    }
}

/// What a case lacks before it can be assessed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    /// oppstart
    Start,
    /// Every year it could have started has gone; the last of them.
    Passed(Year),
    /// levetid
    Life,
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
    pub const fn end(self) -> Year {
        self.start.later(self.life.saturating_sub(1))
    }
}

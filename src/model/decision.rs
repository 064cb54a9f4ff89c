//! vedtak: what was decided, by whom and when, and which of several holds on a day.

use super::vocabulary::{Outcome, Phase};
use crate::units::{Fte, Kroner, Year};
use chrono::NaiveDate;
use std::collections::BTreeMap;

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
    /// lovet: the figures decided on; none where nobody kept them.
    pub promised: Option<Promise>,
}

/// lovet: what a case was calculated to give when it was decided. What could not be read is not there.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Promise {
    /// budsjett: the effect on running costs by year of the plan then; plus is better.
    pub budget: BTreeMap<Year, Kroner>,
    /// årsverk taken out at full effect
    pub fte: Option<Fte>,
    /// nnv
    pub npv: Option<Kroner>,
    /// gevinster: what all gains take out of the organisation's own budget a year at full effect
    pub gains: Option<Kroner>,
    /// merke: what the figures were calculated from, in short
    pub mark: Option<String>,
}

impl Promise {
    /// Decimals of årsverk: an hour is less than one in a thousand.
    pub const FTE_DECIMALS: u32 = 4;
}

impl Decision {
    /// innarbeidet: adopted, and today's budget already holds the effect.
    pub fn is_built_in(&self) -> bool {
        self.outcome == Outcome::Adopted && self.in_budget
    }

    /// Who decided, and the number in the archive: «Kommunestyret, PS 88/26»; none where neither is written.
    pub fn taken_by(&self) -> Option<String> {
        let by = [self.body.as_deref(), self.reference.as_deref()];
        let by = by.into_iter().flatten().collect::<Vec<_>>().join(", ");
        (!by.is_empty()).then_some(by)
    }
}

/// Why a vedtak does not decide its case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Void {
    /// Its date is after the day.
    Later,
    /// Its organ is not beslutter.
    OtherBody,
    /// innstilt: proposed to the one who decides.
    Recommended,
    /// utsatt: put off.
    Postponed,
}

/// What a vedtak must fit to decide a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deciding<'a> {
    /// beslutter; where nobody is named, any organ may decide.
    pub decider: Option<&'a str>,
    /// fase
    pub phase: Option<Phase>,
    /// The day it is asked on.
    pub day: NaiveDate,
}

impl Deciding<'_> {
    /// Why a vedtak does not decide the case; none where it does.
    pub fn void(self, decision: &Decision) -> Option<Void> {
        let is_other = |(decider, body): (&str, &str)| !is_same_body(decider, body);
        match decision.outcome {
            _ if decision.date > self.day => Some(Void::Later),
            _ if self.decider.zip(decision.body.as_deref()).is_some_and(is_other) => Some(Void::OtherBody),
            Outcome::Recommended => Some(Void::Recommended),
            Outcome::Postponed => Some(Void::Postponed),
            Outcome::Adopted | Outcome::Rejected => None,
        }
    }

    /// The vedtak that holds: the latest by date, the last written among equals. One that is dated later, is
    /// another organ's or only a proposal changes nothing. A case that is being carried out, or is finished,
    /// has been decided somehow: what was decided last before the day holds there, whoever decided.
    pub fn holding(self, decisions: Vec<Decision>) -> Option<Decision> {
        let is_carried_out = Settled { phase: self.phase, outcome: None }.is_carried_out();
        let counts = |decision: &Decision| match self.void(decision) {
            None | Some(Void::Postponed) => true,
            Some(Void::OtherBody) => is_carried_out && decision.outcome != Outcome::Recommended,
            Some(Void::Later | Void::Recommended) => false,
        };
        decisions.into_iter().filter(counts).max_by_key(|decision| decision.date)
    }
}

/// Whether two names are of one body: «formannskapet» and «Formannskapet » are.
pub fn is_same_body(one: &str, other: &str) -> bool {
    letters(one) == letters(other)
}

/// A name without its capitals and spaces, so that «formannskapet» and «Formannskapet » are one.
fn letters(name: &str) -> String {
    name.split_whitespace().flat_map(str::chars).flat_map(char::to_lowercase).collect()
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
    pub fn is_decided(self) -> bool {
        self.phase == Some(Phase::Implementation) || self.outcome == Some(Outcome::Adopted)
    }

    /// avsluttet: finished, and no longer a candidate for anything.
    pub fn is_closed(self) -> bool {
        self.phase == Some(Phase::Closed)
    }

    /// Finished, and in nothing that is chosen or budgeted: today's budget holds its effect, or nobody adopted
    /// it. What is adopted and not innarbeidet goes on counting as besluttet, however finished it is.
    pub fn is_over(self, decision: Option<&Decision>) -> bool {
        self.is_closed() && (decision.is_some_and(Decision::is_built_in) || !self.is_decided())
    }

    /// avvist: the decision that holds says no, and the case is neither being carried out nor finished.
    pub fn is_rejected(self) -> bool {
        self.outcome == Some(Outcome::Rejected) && !self.is_carried_out()
    }

    /// It is being carried out, or it is finished.
    pub fn is_carried_out(self) -> bool {
        matches!(self.phase, Some(Phase::Implementation | Phase::Closed))
    }

    /// Nobody has said yes or no, and it is not finished: it can be laid before those who decide.
    pub fn awaits_decision(self) -> bool {
        !self.is_decided() && !self.is_rejected() && !self.is_closed()
    }

    /// Decided or finished: what other cases require of it is there.
    pub fn meets_krever(self) -> bool {
        self.is_decided() || self.is_closed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
    }

    fn decision(on: u32, body: &str, outcome: Outcome) -> Decision {
        Decision {
            date: day(on),
            body: Some(body.to_owned()),
            outcome,
            reference: None,
            in_budget: false,
            promised: None,
        }
    }

    /// What a case comes to on the 15th where the council decides.
    fn holds(phase: Phase, decisions: Vec<Decision>) -> Option<Outcome> {
        let deciding = Deciding { decider: Some("Kommunestyret"), phase: Some(phase), day: day(15) };
        deciding.holding(decisions).map(|decision| decision.outcome)
    }

    #[test]
    fn date_organ_and_word_decide() {
        let alone = |on, body, outcome| holds(Phase::Preparation, vec![decision(on, body, outcome)]);
        assert_eq!(alone(15, " kommune styret", Outcome::Adopted), Some(Outcome::Adopted));
        assert_eq!(alone(16, "Kommunestyret", Outcome::Adopted), None);
        assert_eq!(alone(1, "Formannskapet", Outcome::Adopted), None);
        assert_eq!(alone(1, "Kommunestyret", Outcome::Recommended), None);
        assert_eq!(alone(1, "Kommunestyret", Outcome::Postponed), Some(Outcome::Postponed));
    }

    #[test]
    fn what_decides_nothing_leaves_what_was_decided_before() {
        let adopted = || decision(1, "Kommunestyret", Outcome::Adopted);
        let then = |next: Decision| holds(Phase::Preparation, vec![adopted(), next]);
        assert_eq!(then(decision(2, "Formannskapet", Outcome::Rejected)), Some(Outcome::Adopted));
        assert_eq!(then(decision(20, "Kommunestyret", Outcome::Rejected)), Some(Outcome::Adopted));
        assert_eq!(then(decision(2, "Kommunestyret", Outcome::Recommended)), Some(Outcome::Adopted));
        assert_eq!(then(decision(2, "Kommunestyret", Outcome::Postponed)), Some(Outcome::Postponed));
        assert_eq!(then(decision(1, "Kommunestyret", Outcome::Rejected)), Some(Outcome::Rejected));
    }

    #[test]
    fn what_is_carried_out_was_decided_by_whoever_it_was() {
        let leader = vec![decision(1, "Rådmannen", Outcome::Adopted)];
        assert_eq!(holds(Phase::Implementation, leader.clone()), Some(Outcome::Adopted));
        assert_eq!(holds(Phase::Preparation, leader), None);
    }
}

//! What is asked of one case.

use super::Looking;
use super::resting::Going;
use crate::calc::Calculator;
use crate::choose::dates_before;
use crate::follow::{Following, Word, follow};
use crate::model::{Case, Phase};
use crate::report::{AppraisedCase, Unfinished, task};
use crate::shape::{Field, Lacking};
use crate::units::{Kroner, Year};
use chrono::NaiveDate;

/// Something that is asked of somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    /// The place of its case in [`crate::report::Appraised::cases`].
    pub place: usize,
    /// The id of its case.
    pub case: String,
    /// What is asked.
    pub what: What,
    /// Of whom; none where nobody is named.
    pub who: Option<String>,
    /// By when; none where nothing says.
    pub due: Option<NaiveDate>,
    /// What stands behind it, kroner a year in our own budget; none where that is not known, or nothing.
    pub worth: Option<Kroner>,
    /// How many rows before it in the case are called the same.
    pub same_before: usize,
}

/// What is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// Measure where the gains stand before the case begins: after that day it cannot be done.
    Baseline,
    /// Take a figure anew that no longer holds, or soon will not.
    Renew {
        /// The name of the forutsetning.
        name: String,
        /// gyldig_til
        until: NaiveDate,
    },
    /// Do what the plan says.
    Do {
        /// hva
        what: String,
    },
    /// Get what must be in place.
    Arrange {
        /// hva
        what: String,
    },
    /// Read a måling.
    Measure {
        /// navn
        name: String,
    },
    /// See to a gain that is behind and deducted already.
    Behind {
        /// Its name.
        gain: String,
    },
    /// Mend what is wrong in the case, before more is written in it.
    Mend {
        /// How many errors `a3 check` finds.
        errors: usize,
    },
    /// Write the next empty box.
    Write {
        /// The field.
        field: &'static Field,
    },
    /// Bring the case on to the phase of the quarter.
    Advance {
        /// The phase.
        to: Phase,
    },
    /// Wait for who decides.
    Await {
        /// beslutter
        decider: String,
        /// How the case stands.
        standing: Standing,
    },
}

/// How a case stands that awaits its decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Nothing else is asked of it this quarter.
    Ready,
    /// More is asked of it.
    Asked,
    /// The start it was moved to is after what it plans.
    PassesDates {
        /// How many dates are before it.
        count: usize,
        /// The start.
        start: Year,
    },
}

impl What {
    /// The word for it in JSON, and in what a calendar knows it by.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Baseline => "nullpunkt",
            Self::Renew { .. } => "forutsetning",
            Self::Do { .. } => "plan",
            Self::Arrange { .. } => "betingelse",
            Self::Measure { .. } => "måling",
            Self::Behind { .. } => "bak",
            Self::Mend { .. } => "feil",
            Self::Write { .. } => "felt",
            Self::Advance { .. } => "fase",
            Self::Await { .. } => "vedtak",
        }
    }

    /// Every word.
    pub const WORDS: &'static [&'static str] = &[
        "nullpunkt",
        "forutsetning",
        "plan",
        "betingelse",
        "måling",
        "bak",
        "feil",
        "felt",
        "fase",
        "vedtak",
    ];

    /// What tells it from others of its kind in the same case.
    pub fn name(&self) -> &str {
        match self {
            Self::Baseline | Self::Mend { .. } => "",
            Self::Renew { name, .. } | Self::Measure { name } => name,
            Self::Do { what } | Self::Arrange { what } => what,
            Self::Behind { gain } => gain,
            Self::Write { field } => field.key,
            Self::Advance { to } => to.word(),
            Self::Await { decider, .. } => decider,
        }
    }
}

impl Ask {
    /// What a calendar knows it by: the same for the same thing, whatever its day. Of rows that are called the same,
    /// it is their order that tells them apart.
    pub fn uid(&self) -> String {
        let again = self.same_before.to_string();
        let mut parts = vec![self.case.as_str(), self.what.word(), self.what.name()];
        parts.extend((self.same_before > 0).then_some(again.as_str()));
        // FNV-1a of 64 bits.
        let hash = parts.join("\u{1f}").bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
        format!("{hash:016x}@a3")
    }

    /// Its turn: what is lost by a date first, the first date first, then what is late with money behind it, what is wrong in the case,
    /// what has a date, and the rest.
    pub(super) fn turn(&self, today: NaiveDate) -> impl Ord + use<> {
        let is_late = self.due.is_some_and(|due| due < today);
        let class = match (&self.what, self.worth) {
            (What::Baseline | What::Renew { .. }, _) => 0,
            (What::Behind { .. }, _) => 1,
            (_, Some(_)) if is_late => 1,
            (What::Mend { .. }, _) => 2,
            _ if self.due.is_some() => 3,
            _ => 4,
        };
        let (worth, nothing) = (self.worth.unwrap_or_default(), Kroner::ZERO);
        let (before, after) = match class {
            0 => (nothing, worth),
            1 => (worth, nothing),
            _ => (nothing, nothing),
        };
        let [before, after] = [before, after].map(core::cmp::Reverse);
        let dated = self.due.unwrap_or(NaiveDate::MAX);
        (class, before, dated, after, self.place, self.what.name().to_owned())
    }
}

/// One case and whether it goes on.
#[derive(Clone, Copy)]
pub(super) struct Asking<'a> {
    pub(super) place: usize,
    pub(super) of: &'a AppraisedCase,
    pub(super) going: Going,
}

/// Everything that is asked of a case this quarter.
pub(super) fn of_case(looking: &Looking<'_>, calculator: &Calculator<'_>, asking: Asking<'_>) -> Vec<Ask> {
    let one = One { looking, asking };
    match asking.going {
        Going::Out | Going::Rests(_) => Vec::new(),
        Going::Measured => one.measurements(),
        Going::On { start, target } => {
            let mut all = Vec::new();
            all.extend(one.baseline(start, target));
            all.extend(one.expired());
            all.extend(one.behind(calculator));
            all.extend(one.tasks());
            if asking.of.case.is_decided() {
                all.extend(one.measurements());
            }
            let next = one.next_box(target, one.standing(start, &all));
            all.extend(next);
            all
        }
    }
}

struct One<'a> {
    looking: &'a Looking<'a>,
    asking: Asking<'a>,
}

impl<'a> One<'a> {
    const fn case(&self) -> &'a Case {
        &self.asking.of.case
    }

    fn ask(&self, what: What, who: Option<&str>) -> Ask {
        let owner = Some(self.case().owner.as_str()).filter(|owner| !owner.is_empty());
        let who = who.or(owner).map(str::to_owned);
        Ask {
            place: self.asking.place,
            case: self.case().id.clone(),
            what,
            who,
            due: None,
            worth: None,
            same_before: 0,
        }
    }

    /// The gains of our own budget without a nullpunkt: once the case has begun they can never be shown.
    fn baseline(&self, start: Option<Year>, target: Option<Phase>) -> Option<Ask> {
        let is_near = target.is_none_or(|target| target >= Phase::Preparation);
        let first = NaiveDate::from_ymd_opt(i32::from(start?.number()), 1, 1)?;
        if !is_near || first <= self.looking.wanted.day {
            return None;
        }
        let has_baseline = |name: &str| self.case().measurements_of(name).any(|of| of.baseline.is_some());
        let rows = self.asking.of.appraisal.potential.rows.iter();
        let open =
            rows.filter(|row| row.own.is_positive() && self.is_gain(&row.name) && !has_baseline(&row.name));
        let worth = Kroner::sum(open.map(|row| row.own)).ok().filter(|worth| worth.is_positive())?;
        let ask = self.ask(What::Baseline, None);
        Some(Ask { due: first.pred_opt(), worth: Some(worth), ..ask })
    }

    fn is_gain(&self, name: &str) -> bool {
        self.case().benefits.iter().any(|benefit| benefit.name == name)
    }

    /// What the case saves in our own budget a year; none where it does not.
    fn saves(&self) -> Option<Kroner> {
        Some(self.asking.of.appraisal.potential.net_budget).filter(|net| net.is_positive())
    }

    /// Figures that no longer hold, or stop this quarter.
    fn expired(&self) -> Vec<Ask> {
        let rows = self.asking.of.written.assumptions.rows().iter();
        let rows = rows.filter_map(|keyed| Some((&keyed.key.value, keyed.row.valid_until.cloned()?)));
        let rows = rows.filter(|(_, until)| *until <= self.looking.quarter.last);
        let asks = rows.map(|(name, until)| {
            let ask = self.ask(What::Renew { name: name.clone(), until }, None);
            Ask { due: Some(until), worth: self.saves(), ..ask }
        });
        asks.collect()
    }

    /// Gains that are deducted and have not come.
    fn behind(&self, calculator: &Calculator<'_>) -> Vec<Ask> {
        let (case, day) = (self.case(), self.looking.wanted.day);
        if !case.is_followed(day) {
            return Vec::new();
        }
        let appraisal = &self.asking.of.appraisal;
        let followed = follow(Following { calculator, case, appraisal, day }).ok().flatten();
        let gains: Vec<_> = followed.into_iter().flat_map(|of| of.gains).collect();
        let before = task::same_before(gains.iter().map(|gain| gain.name.clone()));
        let behind = gains.into_iter().zip(before).enumerate();
        let behind = behind.filter(|(_, (gain, _))| gain.word == Word::Behind);
        let asks = behind.filter_map(|(place, (gain, same_before))| {
            let bridge = gain.figures.as_ref()?.bridge;
            let row = self.asking.of.written.benefits.rows().get(place);
            let ask = self.ask(What::Behind { gain: gain.name }, row.and_then(|row| row.owner.text()));
            let is_open = bridge.hole.rounded(0).is_positive();
            is_open.then_some(Ask { worth: Some(bridge.hole), same_before, ..ask })
        });
        asks.collect()
    }

    /// What plan and betingelser have a date for within the quarter.
    fn tasks(&self) -> Vec<Ask> {
        let quarter = self.looking.quarter;
        let due = task::open(&self.asking.of.written)
            .filter(|task| task.due.is_some_and(|due| due <= quarter.last));
        let asks = due.map(|task| {
            let what = task.what.to_owned();
            let what = if task.is_condition { What::Arrange { what } } else { What::Do { what } };
            let is_late = task.due.is_some_and(|due| due < self.looking.wanted.day);
            let (due, same_before) = (task.due, task.same_before);
            let worth = self.saves().filter(|_| is_late);
            Ask { due, worth, same_before, ..self.ask(what, task.who) }
        });
        asks.collect()
    }

    /// Målinger to be read within the quarter.
    fn measurements(&self) -> Vec<Ask> {
        let Some(start) = self.case().first_day() else { return Vec::new() };
        let all = || self.case().measurements.iter();
        let before = task::same_before(all().map(|of| &of.name));
        let today = self.looking.wanted.day;
        let due = all().zip(before).filter_map(|(of, before)| Some((of, before, of.next_due(start, today)?)));
        let due = due.filter(|(.., due)| *due <= self.looking.quarter.last);
        let asks = due.map(|(of, same_before, due)| {
            let ask = self.ask(What::Measure { name: of.name.clone() }, of.responsible.as_deref());
            Ask { due: Some(due), same_before, ..ask }
        });
        asks.collect()
    }

    /// The next empty box up to the phase of the quarter; where none is empty, the phase itself, or who decides.
    /// Errors come before: a field that is misspelt looks like one that nobody has written.
    fn next_box(&self, target: Option<Phase>, standing: Standing) -> Option<Ask> {
        let is_due =
            |lacking: &&Lacking| lacking.top.needed.phase().is_some_and(|phase| Some(phase) <= target);
        let lacking = self.asking.of.lacking.iter().find(is_due);
        let mend = self.asking.of.unfinished.as_ref().filter(|it| it.is_wrong || lacking.is_none());
        if let Some(&Unfinished { errors, .. }) = mend {
            return Some(self.ask(What::Mend { errors }, None));
        }
        if let Some(lacking) = lacking {
            return Some(self.ask(What::Write { field: lacking.top }, None));
        }
        let target = target?;
        if self.case().phase < target {
            return Some(self.ask(What::Advance { to: target }, None));
        }
        let decider = self.asking.of.written.decider.cloned().filter(|_| !self.case().is_decided())?;
        let what = What::Await { decider, standing };
        (target == Phase::Preparation).then(|| Ask { who: None, ..self.ask(what, None) })
    }

    /// How it stands with this start, where this is asked of it.
    fn standing(&self, start: Option<Year>, asked: &[Ask]) -> Standing {
        let moved = start.filter(|start| Some(*start) != self.case().start);
        let passed = moved.and_then(|start| Some((start, dates_before(self.case(), start)?)));
        match passed {
            Some((start, what)) => Standing::PassesDates { count: what.len(), start },
            None if asked.is_empty() => Standing::Ready,
            None => Standing::Asked,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::units::Decimal;

    #[test]
    fn what_is_lost_first_is_asked_first_and_of_one_day_what_is_worth_most() {
        let day = |year: i32| NaiveDate::from_ymd_opt(year, 12, 31).unwrap();
        let ask = |place: usize, due: i32, worth: u32| Ask {
            place,
            case: place.to_string(),
            what: What::Baseline,
            who: None,
            due: Some(day(due)),
            worth: Some(Kroner::new(Decimal::from(worth))),
            same_before: 0,
        };
        let mut asks = [ask(0, 2027, 191_049), ask(1, 2025, 5_444), ask(2, 2025, 9_000)];
        asks.sort_by_key(|ask| ask.turn(day(2024)));
        assert_eq!(asks.map(|ask| ask.place), [2, 1, 0]);
    }
}

//! The cases and the quarter → what is asked of whom, by when, and what it is worth.

mod asks;
mod people;
mod resting;

pub use asks::{Ask, Standing, What};
pub use people::{Person, QUARTERS};
pub use resting::{Resting, WhyResting};

use super::appraise::{Appraised, AppraisedCase, appraise_as_checked};
use super::change::{NotOne, one_of};
use super::people::{self as names, NoSuchPerson};
use super::{Ending, field};
use crate::calc::Calculator;
use crate::choose::{Effort, Settlement};
use crate::diagnostic::Omitted;
use crate::model::Phase;
use crate::repository::{Repository, WorldError};
use chrono::{Datelike, Months, NaiveDate};
use resting::Going;

/// What `a3 next` is asked for.
#[derive(Debug, Clone)]
pub struct NextWanted {
    /// Today.
    pub day: NaiveDate,
    /// `--eier`: a part of a name.
    pub owner: Option<String>,
    /// `--sak`
    pub case: Option<String>,
    /// The files that are asked about: what is chosen is chosen among all.
    pub among: Vec<String>,
    /// How long the best choice is searched for, where the quarter asks the chosen cases alone.
    pub effort: Effort,
}

impl NextWanted {
    fn is_among(&self, path: &str) -> bool {
        self.among.iter().any(|asked| asked == path)
    }
}

/// What `a3 next` found.
#[derive(Debug)]
pub struct NextReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// What was asked for.
    pub wanted: NextWanted,
    /// The quarter of the day.
    pub quarter: Quarter,
    /// What is asked: what is lost by a date first, then by date, then the next box of each case.
    pub asks: Vec<Ask>,
    /// The cases that nothing is asked of, and why.
    pub resting: Vec<Resting>,
    /// Who has how much, the most first.
    pub people: Vec<Person>,
}

/// kvartal: a turn of the wheel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quarter {
    /// Its number, from 1.
    pub number: u32,
    /// Its first day.
    pub first: NaiveDate,
    /// Its last day.
    pub last: NaiveDate,
}

impl Quarter {
    /// The quarter a day is in; none at the end of the calendar.
    pub fn of(day: NaiveDate) -> Option<Self> {
        let number = day.month0().checked_div(3)?.checked_add(1)?;
        let first = NaiveDate::from_ymd_opt(day.year(), number.checked_mul(3)?.checked_sub(2)?, 1)?;
        let last = first.checked_add_months(Months::new(3))?.pred_opt()?;
        Some(Self { number, first, last })
    }

    /// The quarter after it.
    pub fn next(self) -> Option<Self> {
        Self::of(self.last.succ_opt()?)
    }

    /// The phase it brings cases to.
    pub const fn phase(self) -> Phase {
        match self.number {
            1 => Phase::Overview,
            2 => Phase::DeepDive,
            3 => Phase::Prioritisation,
            _ => Phase::Preparation,
        }
    }
}

/// Why nothing can be said.
#[derive(Debug)]
pub enum NoNext {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// Nobody has that name.
    NoSuchPerson(NoSuchPerson),
    /// There is no case of that name, or several fit it.
    NoSuchCase(NotOne),
    /// The case asked for is in no figures.
    Out(Box<Omitted>),
    /// The day is at the end of the calendar.
    NoQuarter,
}

/// Looks at what is next in the cases wanted. The repository is the whole one: a choice among some of the cases
/// within the frames of all would be another.
///
/// # Errors
/// [`NoNext`] where there is nothing to show.
pub fn next(repository: &Repository, wanted: NextWanted) -> Result<NextReport, NoNext> {
    let appraised = appraise_as_checked(repository, wanted.day).map_err(NoNext::World)?;
    let quarter = Quarter::of(wanted.day).ok_or(NoNext::NoQuarter)?;
    names::somebody_is_meant(&appraised, wanted.owner.as_deref()).map_err(NoNext::NoSuchPerson)?;
    let case = wanted.case.as_deref().map(|part| named(&appraised, part)).transpose()?;
    let wanted = NextWanted { case, ..wanted };
    let looked = Looking { appraised: &appraised, wanted: &wanted, quarter };
    let going = looked.going();
    let (asks, resting) = (looked.asks(&going), looked.resting(&going));
    let people = people::people(&looked, &going);
    Ok(NextReport { asks, resting, people, quarter, wanted, appraised })
}

/// The id of the case a part of a name means.
fn named(appraised: &Appraised, part: &str) -> Result<String, NoNext> {
    let cases = appraised.cases.iter().map(|of| of.case.id.as_str());
    let ids: Vec<&str> = cases.chain(appraised.omitted.iter().map(|out| out.id.as_str())).collect();
    let place = one_of(part, &ids).map_err(NoNext::NoSuchCase)?;
    let out = place.checked_sub(appraised.cases.len()).and_then(|place| appraised.omitted.get(place));
    match out {
        Some(out) => Err(NoNext::Out(Box::new(out.clone()))),
        None => Ok(ids.get(place).map(|&id| id.to_owned()).unwrap_or_default()),
    }
}

/// The cases in a quarter.
struct Looking<'a> {
    appraised: &'a Appraised,
    wanted: &'a NextWanted,
    quarter: Quarter,
}

impl<'a> Looking<'a> {
    /// The cases with their places.
    fn cases(&self) -> impl Iterator<Item = (usize, &'a AppraisedCase)> + use<'a> {
        self.appraised.cases.iter().enumerate()
    }

    /// Whether a case is asked about.
    fn is_asked(&self, of: &AppraisedCase) -> bool {
        self.wanted.is_among(&of.path) && self.wanted.case.as_ref().is_none_or(|id| of.case.id == *id)
    }

    /// Which cases go on, and why the others rest, in the order of the cases.
    fn going(&self) -> Vec<Going> {
        let choice = match self.quarter.phase() {
            Phase::Preparation => self.choice(),
            Phase::Overview
            | Phase::DeepDive
            | Phase::Prioritisation
            | Phase::Implementation
            | Phase::Closed => None,
        };
        let is_stuck = choice.as_ref().is_some_and(Vec::is_empty) && self.appraised.has_frames();
        let settled = choice.as_ref().map(|choice| resting::settled(self.appraised, choice));
        let dug = resting::dug_into(self.appraised);
        let one = |(place, of): (usize, &AppraisedCase)| {
            let settled = settled.as_ref().and_then(|all| all.get(place).copied().flatten());
            let going = resting::going(of, self, settled, dug.as_ref());
            let is_open = matches!(going, Going::On { .. }) && of.case.awaits_decision();
            if is_stuck && is_open { Going::Rests(WhyResting::Undecided) } else { going }
        };
        self.cases().map(one).collect()
    }

    /// What is chosen now, nothing where the frames cannot be kept; none where a figure does not fit, and then every case goes on.
    fn choice(&self) -> Option<Vec<Settlement>> {
        let field = field(self.appraised, None).ok()?;
        let frames = self.appraised.has_frames().then_some(&self.appraised.organisation.frames);
        field.settle(frames, self.wanted.effort).ok()
    }

    fn asks(&self, going: &[Going]) -> Vec<Ask> {
        let calculator = Calculator::new(&self.appraised.organisation);
        let mut all = Vec::new();
        for ((place, of), going) in self.cases().zip(going).filter(|((_, of), _)| self.is_asked(of)) {
            all.extend(asks::of_case(self, &calculator, asks::Asking { place, of, going: *going }));
        }
        let is_theirs = |ask: &Ask| {
            let part = self.wanted.owner.as_deref();
            part.is_none_or(|part| ask.who.as_deref().is_some_and(|who| names::is_meant(who, part)))
        };
        all.retain(is_theirs);
        all.sort_by_key(|ask| ask.turn(self.wanted.day));
        all
    }

    fn resting(&self, going: &[Going]) -> Vec<Resting> {
        let resting = self.cases().zip(going).filter(|((_, of), _)| self.is_asked(of));
        let rest = resting.filter_map(|((place, _), going)| match going {
            Going::On { .. } | Going::Measured => None,
            Going::Out => None,
            Going::Rests(why) => Some(Resting { place, why: *why }),
        });
        rest.collect()
    }
}

impl NextReport {
    /// A case by its place.
    pub fn case(&self, place: usize) -> Option<&AppraisedCase> {
        self.appraised.cases.get(place)
    }

    /// Days left of the quarter.
    pub fn days_left(&self) -> usize {
        usize::try_from(self.quarter.last.signed_duration_since(self.wanted.day).num_days()).unwrap_or(0)
    }

    /// Whether what is asked is not known: nothing is found, and some cases cannot be calculated.
    pub fn is_unknown(&self) -> bool {
        let mut omitted = self.appraised.omitted.iter();
        self.asks.is_empty()
            && self.wanted.case.is_none()
            && omitted.any(|out| self.wanted.is_among(&out.path))
    }

    /// How `a3 next` ends: with findings too where nothing can be chosen, and what goes on is not known.
    pub fn ending(&self) -> Ending {
        let is_stuck = self.resting.iter().any(|of| of.why == WhyResting::Undecided);
        Ending::from(is_stuck).max(self.appraised.ending())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_turns() {
        let of = |text: &str| Quarter::of(text.parse().unwrap()).unwrap();
        let november = of("2026-11-24");
        assert_eq!((november.number, november.phase()), (4, Phase::Preparation));
        assert_eq!(november.last.to_string(), "2026-12-31");
        assert_eq!(november.next().unwrap(), of("2027-02-28"));
        assert_eq!(of("2027-04-01").phase(), Phase::DeepDive);
    }
}

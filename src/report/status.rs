//! Decided cases → what was promised, what came and what is deducted on a day, and what is late.

use super::accounts::{AccountsReport, Looking};
use super::appraise::{Appraised, AppraisedCase, appraise};
use super::people::{self, NoSuchPerson};
use super::{Ending, task};
use crate::calc::Calculator;
use crate::document;
use crate::follow::{Bridge, FollowedCase, FollowedGain, Following, UnitHole, Word, add_holes, follow};
use crate::repository::{Repository, WorldError};
use crate::units::{Overflow, Year};
use chrono::{Datelike, NaiveDate};
use rayon::prelude::{IndexedParallelIterator, IntoParallelRefIterator, ParallelIterator};
use std::path::PathBuf;

/// What `a3 status` is asked for.
#[derive(Debug, Clone)]
pub struct StatusWanted {
    /// Today.
    pub day: NaiveDate,
    /// `--siden`: the day the change is counted from.
    pub since: Option<NaiveDate>,
    /// `--eier`: a part of a name.
    pub owner: Option<String>,
    /// `--regnskap`: the file of what is booked.
    pub accounts: Option<PathBuf>,
    /// `--feil-ved`
    pub fail_at: FailAt,
}

/// From what on the command ends with findings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FailAt {
    /// Whatever is found.
    Never,
    /// A gain that is lost.
    Lost,
    /// A gain that is behind or lost.
    Behind,
    /// Something is deducted that has not come.
    Hole,
}

/// What `a3 status` found.
#[derive(Debug)]
pub struct StatusReport {
    /// The cases, calculated.
    pub appraised: Appraised,
    /// What was asked for.
    pub wanted: StatusWanted,
    /// The cases followed, by path; those without a gain of the owner asked for are not among them.
    pub cases: Vec<StatusCase>,
    /// All gains shown, term by term.
    pub bridge: Bridge,
    /// The same on the day the change is counted from.
    pub before: Option<Bridge>,
    /// The hole of them by ansvar.
    pub holes: Vec<UnitHole>,
    /// What plan and betingelser had a date for that has passed.
    pub late: Vec<Late>,
    /// When each måling is to be read again, the first first.
    pub due: Vec<Due>,
    /// Finished cases that are followed no longer, and leave something behind.
    pub gone: Vec<Gone>,
    /// Places of decided cases without oppstart or levetid: nothing can be expected of them by any year.
    pub not_followed: Vec<usize>,
    /// What is booked on the lines they touch, where it is asked for.
    pub accounts: Option<AccountsReport>,
    /// Whether some cases of the organisation are not asked for.
    pub is_part: bool,
}

/// One case followed.
#[derive(Debug)]
pub struct StatusCase {
    /// Its place in [`Appraised::cases`].
    pub place: usize,
    /// As it stands.
    pub now: FollowedCase,
    /// As it stood on the day the change is counted from.
    pub before: Option<FollowedCase>,
    /// Which of its gains are shown.
    pub shown: Vec<usize>,
}

/// A finished case that is followed no longer, while something of it is deducted and has not come, is lost, or is
/// deducted nowhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// Its place in [`Appraised::cases`].
    pub place: usize,
    /// Its gains, term by term, as they were when they were last measured.
    pub bridge: Bridge,
    /// Whether today's budget holds its effect.
    pub is_deducted: bool,
}

/// Something to be done whose date has passed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Late {
    /// Its case's place in [`Appraised::cases`].
    pub place: usize,
    /// hva
    pub what: String,
    /// hvem
    pub who: Option<String>,
    /// frist
    pub date: NaiveDate,
}

/// A måling and the day it is to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// Its case's place in [`Appraised::cases`].
    pub place: usize,
    /// navn
    pub name: String,
    /// ansvarlig
    pub who: Option<String>,
    /// When.
    pub date: NaiveDate,
    /// Whether that has passed.
    pub is_overdue: bool,
}

/// Why there is no status.
#[derive(Debug)]
pub enum NoStatus {
    /// Something is missing or cannot be read.
    World(WorldError),
    /// The file of accounts is missing, cannot be read, or lies outside the root.
    Accounts(WorldError),
    /// Accounts are asked for of a year that is still to come.
    NotBegun(Year),
    /// Nobody has that name.
    NoSuchPerson(NoSuchPerson),
    /// A sum does not fit.
    TooLarge,
}

impl From<Overflow> for NoStatus {
    fn from(_: Overflow) -> Self {
        Self::TooLarge
    }
}

/// Follows the cases wanted.
///
/// # Errors
/// [`NoStatus`] where there is nothing to show.
pub fn status(repository: &Repository, wanted: StatusWanted) -> Result<StatusReport, NoStatus> {
    let appraised = appraise(repository, wanted.day).map_err(NoStatus::World)?;
    people::somebody_is_meant(&appraised, wanted.owner.as_deref()).map_err(NoStatus::NoSuchPerson)?;
    let (cases, not_followed) = followed(&appraised, &wanted);
    let gone = gone(&appraised, &wanted)?;
    let gains = || cases.iter().flat_map(StatusCase::gains);
    let figures = || gains().filter_map(|(_, gain)| gain.figures.as_ref());
    let before = cases.iter().flat_map(StatusCase::gains_before).filter_map(|gain| gain.figures.as_ref());
    let bridge = Bridge::sum(figures().map(|of| of.bridge))?;
    let before = wanted.since.map(|_| Bridge::sum(before.map(|of| of.bridge))).transpose()?;
    let holes = add_holes(figures().flat_map(|of| &of.holes))?;
    let (mut late, mut due) = (Vec::new(), Vec::new());
    for case in &cases {
        let Some(of) = appraised.cases.get(case.place) else { continue };
        late.extend(late_in(of, case.place, &wanted));
        due.extend(due_in(of, case.place, &wanted));
    }
    late.sort_by(|one, other| (one.date, one.place, &one.what).cmp(&(other.date, other.place, &other.what)));
    due.sort_by(|one, other| (one.date, one.place, &one.name).cmp(&(other.date, other.place, &other.name)));
    let accounts = wanted.accounts.as_deref().map(|file| {
        let looking = Looking { repository, file, day: wanted.day };
        AccountsReport::of(looking, &appraised, &cases)
    });
    let accounts = accounts.transpose()?;
    Ok(StatusReport {
        appraised,
        wanted,
        cases,
        bridge,
        before,
        holes,
        late,
        due,
        gone,
        not_followed,
        accounts,
        is_part: repository.is_part_asked(),
    })
}

/// The cases that are followed on the day, and places of those that cannot be.
fn followed(appraised: &Appraised, wanted: &StatusWanted) -> (Vec<StatusCase>, Vec<usize>) {
    let calculator = Calculator::new(&appraised.organisation);
    let one = |(place, of): (usize, &AppraisedCase)| {
        if !of.case.is_followed(wanted.day) {
            return None;
        }
        let on = |day: NaiveDate| {
            let following =
                Following { calculator: &calculator, case: &of.case, appraisal: &of.appraisal, day };
            follow(following).ok().flatten()
        };
        Some((place, on(wanted.day), wanted.since.and_then(on), shown(of, wanted.owner.as_deref())))
    };
    let all: Vec<_> = appraised.cases.par_iter().enumerate().filter_map(one).collect();
    let (mut cases, mut not_followed) = (Vec::new(), Vec::new());
    for (place, now, before, shown) in all {
        match now {
            Some(now) if !shown.is_empty() => cases.push(StatusCase { place, now, before, shown }),
            Some(_) => {}
            None => not_followed.push(place),
        }
    }
    (cases, not_followed)
}

/// The finished cases that are followed no longer, of those that leave kroner behind and still have effect.
fn gone(appraised: &Appraised, wanted: &StatusWanted) -> Result<Vec<Gone>, Overflow> {
    let (calculator, day) = (Calculator::new(&appraised.organisation), wanted.day);
    let mut gone = Vec::new();
    for (place, of) in appraised.cases.iter().enumerate() {
        let AppraisedCase { case, appraisal, .. } = of;
        let has_ended = case.schedule().is_none_or(|of| i32::from(of.end().number()) < day.year());
        if !case.is_closed() || !case.is_decided() || case.is_followed(day) || has_ended {
            continue;
        }
        let following = Following { calculator: &calculator, case, appraisal, day };
        let Some(now) = follow(following).ok().flatten() else { continue };
        let shown = shown(of, wanted.owner.as_deref());
        let gains = || shown.iter().filter_map(|gain| now.gains.get(*gain)?.figures.as_ref());
        let is_money = gains().next().is_some();
        let bridge = Bridge::sum(gains().map(|figures| figures.bridge))?;
        let is_deducted = case.is_in_todays_budget();
        let is_whole = is_deducted && !bridge.has_hole() && bridge.lost.is_zero();
        if !is_whole && is_money {
            gone.push(Gone { place, bridge, is_deducted });
        }
    }
    Ok(gone)
}

/// Which gains of a case are shown: all, or those of a person.
fn shown(of: &AppraisedCase, owner: Option<&str>) -> Vec<usize> {
    let all = 0..of.case.benefits.len();
    let Some(part) = owner else { return all.collect() };
    let owns = |place: &usize| {
        let row = of.written.benefits.rows().get(*place);
        let name = row.and_then(|row| row.owner.text()).unwrap_or(&of.case.owner);
        let measures = |benefit: &str| {
            let mut people = of.case.measurements_of(benefit).filter_map(|of| of.responsible.as_deref());
            people.any(|who| people::is_meant(who, part))
        };
        people::is_meant(name, part)
            || of.case.benefits.get(*place).is_some_and(|benefit| measures(&benefit.name))
    };
    all.filter(owns).collect()
}

/// Whether something is asked of the person the report is about, where it is about one.
fn is_of(wanted: &StatusWanted, who: Option<&str>) -> bool {
    wanted.owner.as_deref().is_none_or(|part| who.is_some_and(|who| people::is_meant(who, part)))
}

fn late_in(of: &AppraisedCase, place: usize, wanted: &StatusWanted) -> Vec<Late> {
    let late = task::open(&of.written).filter(|task| task.due.is_some_and(|due| due < wanted.day));
    let late = late.filter(|task| is_of(wanted, task.who));
    let late = late.filter_map(|task| {
        Some(Late { place, what: task.what.to_owned(), who: task.who.map(str::to_owned), date: task.due? })
    });
    late.collect()
}

fn due_in(of: &AppraisedCase, place: usize, wanted: &StatusWanted) -> Vec<Due> {
    let Some(start) = of.case.first_day() else { return Vec::new() };
    let due = of.case.measurements.iter().filter(|at| is_of(wanted, at.responsible.as_deref()));
    let due = due.filter_map(|at| {
        let date = at.next_due(start, wanted.day)?;
        let (name, who) = (at.name.clone(), at.responsible.clone());
        Some(Due { place, name, who, date, is_overdue: date < wanted.day })
    });
    due.collect()
}

impl StatusCase {
    /// The gains shown, each with its place in the case.
    pub fn gains(&self) -> impl Iterator<Item = (usize, &FollowedGain)> + Clone {
        self.shown.iter().filter_map(|place| Some((*place, self.now.gains.get(*place)?)))
    }

    /// The same on the day the change is counted from.
    fn gains_before(&self) -> impl Iterator<Item = &FollowedGain> {
        self.shown.iter().filter_map(|place| self.before.as_ref()?.gains.get(*place))
    }

    /// A gain on the day the change is counted from.
    pub fn before(&self, place: usize) -> Option<&FollowedGain> {
        self.before.as_ref()?.gains.get(place)
    }
}

impl StatusReport {
    /// A case by its place.
    pub fn case(&self, place: usize) -> Option<&AppraisedCase> {
        self.appraised.cases.get(place)
    }

    /// A case as it is written.
    pub fn written(&self, place: usize) -> Option<&document::Case> {
        self.case(place).map(|of| &*of.written)
    }

    /// Whether what is followed is not known: nothing is, and some cases cannot be calculated.
    pub const fn is_unknown(&self) -> bool {
        self.cases.is_empty() && !self.appraised.omitted.is_empty()
    }

    /// How `a3 status` ends.
    pub fn ending(&self) -> Ending {
        let has = |word: Word| {
            let mut gains = self.cases.iter().flat_map(StatusCase::gains);
            gains.any(|(_, gain)| gain.word == word && !gain.is_ended)
        };
        let is_wrong = match self.wanted.fail_at {
            FailAt::Never => false,
            FailAt::Lost => has(Word::Lost),
            FailAt::Behind => has(Word::Behind) || has(Word::Lost),
            FailAt::Hole => self.bridge.has_hole(),
        };
        let accounts = self.accounts.as_ref().map_or(Ending::Clean, AccountsReport::ending);
        Ending::from(is_wrong).max(self.appraised.ending()).max(accounts)
    }
}

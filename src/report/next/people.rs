//! endringstrykk: who has how much, quarter by quarter.

use super::resting::Going;
use super::{Looking, Quarter};
use crate::model::{Frequency, Measurement};
use crate::report::{AppraisedCase, people as names, task};
use crate::source::one_alphabet;
use crate::units::{Fte, Year};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// How many quarters are looked at, the one of the day first.
pub const QUARTERS: usize = 4;

/// Cases one person may be named in at once before it is remarked on.
const MANY_CASES: usize = 4;

/// A person, and what the cases that go on ask of them.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// The name, as it is first written.
    pub name: String,
    /// Ids of the cases that name them.
    pub cases: BTreeSet<String>,
    /// Ids of those they own.
    pub owns: BTreeSet<String>,
    /// Rows of plan and betingelser, and readings of målinger, due in each quarter; what is late counts in the first.
    pub due: [usize; QUARTERS],
    /// kapasitet of the cases they own, in the year of the plan that is next.
    pub capacity: Fte,
}

impl Person {
    /// Whether they are named in more cases at once than one person can follow.
    pub fn is_pressed(&self) -> bool {
        self.cases.len() >= MANY_CASES
    }

    /// Everything due in the quarters.
    pub fn all_due(&self) -> usize {
        self.due.iter().sum()
    }
}

/// A name without the title after a comma, so that «Anne Berg, leder» is Anne Berg.
fn known_as(name: &str) -> String {
    let name = name.split(',').next().unwrap_or(name);
    one_alphabet(name.trim()).to_lowercase()
}

/// Everybody that cases which go on ask something of.
pub(super) fn people(looking: &Looking<'_>, going: &[Going]) -> Vec<Person> {
    let (day, quarters) = (looking.wanted.day, quarters(looking.quarter));
    let mut pressure = Pressure { people: BTreeMap::new(), day, quarters };
    let next_year = looking.appraised.organisation.budget_year;
    for ((_, of), going) in looking.cases().zip(going).filter(|((_, of), _)| looking.is_asked(of)) {
        match going {
            Going::On { start, .. } => pressure.add(of, start.map(|start| (start, next_year))),
            Going::Measured => pressure.measure(of),
            Going::Out | Going::Rests(_) => {}
        }
    }
    let part = looking.wanted.owner.as_deref();
    let mut people: Vec<Person> = pressure.people.into_values().collect();
    people.retain(|person| part.is_none_or(|part| names::is_meant(&person.name, part)));
    people.sort_by(|one, other| {
        (other.all_due(), other.cases.len(), &one.name).cmp(&(one.all_due(), one.cases.len(), &other.name))
    });
    people
}

fn quarters(first: Quarter) -> Vec<Quarter> {
    core::iter::successors(Some(first), |quarter| quarter.next()).take(QUARTERS).collect()
}

struct Pressure {
    people: BTreeMap<String, Person>,
    day: NaiveDate,
    quarters: Vec<Quarter>,
}

impl Pressure {
    fn person(&mut self, name: &str, case: &str) -> &mut Person {
        let shown = name.split(',').next().unwrap_or(name).trim().to_owned();
        let person = self.people.entry(known_as(name)).or_insert_with(|| Person {
            name: shown,
            cases: BTreeSet::new(),
            owns: BTreeSet::new(),
            due: [0; QUARTERS],
            capacity: Fte::ZERO,
        });
        person.cases.insert(case.to_owned());
        person
    }

    /// Which of the quarters a day is in; what has passed is in the first.
    fn slot(&self, day: NaiveDate) -> Option<usize> {
        self.quarters.iter().position(|quarter| day <= quarter.last)
    }

    fn due(&mut self, who: Option<&str>, case: &str, day: Option<NaiveDate>) {
        let (Some(who), slot) = (who, day.and_then(|day| self.slot(day))) else { return };
        let person = self.person(who, case);
        if let Some(due) = slot.and_then(|slot| person.due.get_mut(slot)) {
            *due = due.saturating_add(1);
        }
    }

    /// A case that goes on; its first year, and the year its kapasitet is asked for in.
    fn add(&mut self, of: &AppraisedCase, years: Option<(Year, Year)>) {
        let case = of.case.id.as_str();
        if !of.case.owner.is_empty() {
            let capacity = years.map_or(Fte::ZERO, |(start, year)| capacity_in(of, start, year));
            let owner = self.person(&of.case.owner, case);
            owner.owns.insert(case.to_owned());
            owner.capacity = owner.capacity.plus(capacity).unwrap_or(owner.capacity);
        }
        for owner in of.written.benefits.rows().iter().filter_map(|row| row.owner.text()) {
            self.person(owner, case);
        }
        for task in task::open(&of.written) {
            self.due(task.who, case, task.due);
        }
        self.measure(of);
    }

    /// Every reading of its målinger that falls in the quarters, up to the day of mål.
    fn measure(&mut self, of: &AppraisedCase) {
        let (Some(start), Some(last)) =
            (of.case.first_day(), self.quarters.last().map(|quarter| quarter.last))
        else {
            return;
        };
        for measurement in &of.case.measurements {
            let first = measurement.next_due(start, self.day);
            for day in readings(measurement, first, last) {
                self.due(measurement.responsible.as_deref(), &of.case.id, Some(day));
            }
        }
    }
}

/// The days a måling is to be read, from the next through a last.
fn readings(measurement: &Measurement, first: Option<NaiveDate>, last: NaiveDate) -> Vec<NaiveDate> {
    let end = measurement.target.as_ref().map_or(last, |target| target.date.min(last));
    let again = |day: &NaiveDate| measurement.frequency.and_then(|every: Frequency| every.after(*day));
    let days = core::iter::successors(first, again).enumerate();
    // One that is late is to be read once, whenever mål is.
    days.take_while(|(turn, day)| *turn == 0 || *day <= end)
        .map(|(_, day)| day)
        .filter(|day| *day <= last)
        .collect()
}

fn capacity_in(of: &AppraisedCase, start: Year, year: Year) -> Fte {
    if year < start {
        return Fte::ZERO;
    }
    let at = usize::from(year.since(start));
    let asked = of.case.capacity.iter().filter_map(|capacity| capacity.years.get(at).copied());
    Fte::sum(asked).unwrap_or_default()
}

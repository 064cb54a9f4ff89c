//! A contest as a problem in whole numbers, and what each number of it means.

use super::contest::{Contest, Offer};
use super::duties::Requirements;
use super::entrant::{Awaited, Bar, Entrant};
use super::failure::TooLarge;
use super::frame::{self, FrameRow};
use super::parts::{Towards, amount, parts};
use super::why::{Gap, Other};
use crate::model::{Case, Choice};
use crate::units::{Decimal, Kroner, Overflow, Year, divide, of_each};
use a3_solver::{Item, Lack, Problem, Start};
use std::collections::{BTreeMap, BTreeSet};

/// The problem, and what its numbers mean.
#[derive(Clone)]
pub(super) struct Model<'a> {
    pub(super) contest: Contest<'a>,
    pub(super) problem: Problem,
    /// What each of [`Problem::items`] is.
    pub(super) entrants: Vec<Entrant<'a>>,
    /// What each of [`Problem::limits`] is.
    pub(super) rows: Vec<FrameRow>,
    /// What each of [`Problem::groups`] is.
    pub(super) duties: Vec<&'a str>,
    /// The decided cases.
    decided: Vec<Decided<'a>>,
    /// How many bonds are let go of.
    pub(super) let_go: usize,
}

/// A decided case.
#[derive(Clone, Copy)]
struct Decided<'a> {
    case: &'a Case,
    /// At its own start, where it has one.
    offer: Option<&'a Offer>,
}

impl<'a> Model<'a> {
    /// Builds the problem.
    pub(super) fn of(contest: Contest<'a>) -> Result<Self, TooLarge> {
        let mut model = Self {
            contest,
            problem: Problem::default(),
            entrants: Vec::new(),
            rows: frame::rows(&contest),
            duties: Vec::new(),
            decided: Vec::new(),
            let_go: 0,
        };
        let mut order: Vec<usize> = (0..contest.candidates.len()).collect();
        order.sort_by_key(|place| contest.candidates.get(*place).map(|candidate| &candidate.case.id));
        for place in order {
            model.sort_in(place)?;
        }
        model.add_demands()?;
        for entrant in 0..model.entrants.len() {
            model.add_item(entrant)?;
        }
        model.join();
        model.add_duties();
        Ok(model)
    }

    /// The same with these items alone, where nothing binds them to others. The decided cases have had their
    /// say.
    pub(super) fn part(&self, items: &[usize]) -> Self {
        let is_whole = |group: &[usize]| group.iter().all(|item| items.contains(item));
        let duties = self.duties.iter().zip(&self.problem.groups).filter(|(_, group)| is_whole(group));
        Self {
            contest: self.contest,
            problem: self.problem.only(items),
            entrants: items.iter().filter_map(|item| self.entrants.get(*item).cloned()).collect(),
            rows: self.rows.clone(),
            duties: duties.map(|(duty, _)| *duty).collect(),
            decided: Vec::new(),
            let_go: self.let_go,
        }
    }

    /// The start an item has in a choice, as it was offered.
    pub(super) fn offer(&self, item: usize, year: u16) -> Option<&'a Offer> {
        let offers = self.contest.offers.get(self.entrants.get(item)?.candidate)?;
        offers.iter().find(|offer| offer.start.number() == year)
    }

    /// The item of a case.
    pub(super) fn item(&self, id: &str) -> Option<usize> {
        self.entrants.binary_search_by(|entrant| entrant.case.id.as_str().cmp(id)).ok()
    }

    /// The id of an item.
    pub(super) fn id(&self, item: usize) -> &'a str {
        self.entrants.get(item).map_or("", |entrant| &entrant.case.id)
    }

    /// What is missing of a row, and no less, as it can be said in full.
    pub(super) fn sayable(&self, Lack { row, by }: Lack) -> Lack {
        let said = self.rows.get(row).and_then(|row| row.at.frame.said(amount(by).ok()?));
        Lack { row, by: said.and_then(|said| parts(said, Towards::Up).ok()).unwrap_or(by) }
    }

    /// What is missing of a row, as people count it.
    pub(super) fn gap(&self, lack: Lack) -> Result<Gap, Overflow> {
        let at = self.rows.get(lack.row).map(|row| row.at.clone()).ok_or(Overflow)?;
        Ok(Gap { at, missing: amount(lack.by)? })
    }

    /// How large a change is: kroner against kroner, and årsverk against årsverk. To compare the one with
    /// the other, each is a part of the largest frame of its kind, or of one step where all are nothing.
    pub(super) fn weight(&self, lack: Lack) -> Decimal {
        let Some(row) = self.rows.get(lack.row) else { return Decimal::MAX };
        let alike = self.rows.iter().filter(|other| other.at.frame.is_money() == row.at.frame.is_money());
        let largest = alike.map(|row| row.limit).fold(row.at.frame.step(), Decimal::max);
        divide(amount(lack.by).unwrap_or(Decimal::MAX), largest).unwrap_or(Decimal::MAX)
    }

    /// What became of a case that another requires, when it is not chosen.
    pub(super) fn missing(&self, id: &str) -> Other {
        let item = self.item(id);
        let bar = item.and_then(|item| self.entrants.get(item)?.bar());
        let starts = item.and_then(|item| self.problem.items.get(item)).map_or(&[][..], |item| &item.starts);
        match bar {
            Some(Bar::LockedOut) => Other::LockedOut,
            Some(Bar::Excluded(_)) => Other::Excluded,
            Some(Bar::Requires(_) | Bar::Later(_)) => Other::Unavailable,
            None if item.is_none() && self.is_rejected(id) => Other::Rejected,
            None if starts.is_empty() => Other::Unavailable,
            None => Other::NotChosen,
        }
    }

    fn is_rejected(&self, id: &str) -> bool {
        self.contest
            .candidates
            .iter()
            .any(|candidate| candidate.case.id == id && candidate.case.is_rejected())
    }

    /// A case is decided (its use is taken off the rows), may be chosen, or is not assessed. One that is
    /// rejected may be chosen only where leadership locks it in.
    fn sort_in(&mut self, place: usize) -> Result<(), TooLarge> {
        let Some(candidate) = self.contest.candidates.get(place) else { return Ok(()) };
        let case = candidate.case;
        let offers = self.contest.offers.get(place).map_or(&[][..], Vec::as_slice);
        if case.is_decided() {
            let own = offers.first();
            for row in &mut self.rows {
                let Some(offer) = own else { continue };
                let used = row.at.used_by(case, offer).map_err(too_large(case))?;
                row.decided = row.decided.checked_add(used).ok_or_else(|| too_large(case)(Overflow))?;
            }
            self.decided.push(Decided { case, offer: own });
        } else if candidate.appraisal.value.is_some() {
            let lock = self.contest.organisation.locked.get(&case.id);
            if case.is_rejected() && lock.is_none_or(|lock| lock.choice == Choice::Out) {
                return Ok(());
            }
            self.entrants.push(Entrant {
                candidate: place,
                case,
                lock,
                bars: Vec::new(),
                own: Vec::new(),
                locked: None,
                awaited: Vec::new(),
            });
        }
        Ok(())
    }

    /// What is left of each frame, and what is left to save, when the decided cases have had theirs.
    fn add_demands(&mut self) -> Result<(), TooLarge> {
        let too_large = |Overflow| TooLarge { id: None };
        let limits: Result<_, Overflow> = self.rows.iter().map(FrameRow::left).collect();
        self.problem.limits = limits.map_err(too_large)?;
        for (place, (_, asked)) in self.savings_demands() {
            let saved = self.saved_by_decided(place).map_err(too_large)?;
            let left =
                asked.value().checked_sub(saved.value()).and_then(|left| parts(left, Towards::Up).ok());
            if let Some(demand) = self.problem.demands.get_mut(place) {
                *demand = Some(left.ok_or(TooLarge { id: None })?);
            }
        }
        Ok(())
    }

    /// innsparingskrav of each plan year that has one, with its place in the plan.
    pub(super) fn savings_demands(&self) -> Vec<(usize, (Year, Kroner))> {
        let demand = |(place, year): (usize, Year)| {
            let asked = self.contest.frames?.savings_demand.get(&year)?;
            Some((place, (year, *asked)))
        };
        self.contest.organisation.plan_years().into_iter().enumerate().filter_map(demand).collect()
    }

    /// What decided cases save in the plan year at a place: those that today's budget does not hold yet.
    pub(super) fn saved_by_decided(&self, place: usize) -> Result<Kroner, Overflow> {
        let counted = self.decided.iter().filter(|decided| !decided.case.is_in_todays_budget());
        Kroner::sum(counted.filter_map(|decided| decided.offer?.savings.get(place).copied()))
    }

    fn add_item(&mut self, item: usize) -> Result<(), TooLarge> {
        let Some(entrant) = self.entrants.get(item) else { return Ok(()) };
        let case = entrant.case;
        let offers = self.contest.offers.get(entrant.candidate).map_or(&[][..], Vec::as_slice);
        let all: Result<Vec<Start>, Overflow> = offers.iter().map(|offer| self.start(case, offer)).collect();
        let all = all.map_err(too_large(case))?;
        let in_window = |start: &&Start| Year::new(start.year).is_some_and(|year| case.may_start_in(year));
        let own: Vec<Start> = all.iter().filter(in_window).cloned().collect();
        let locked_to = entrant.lock.and_then(|lock| lock.start).map(Year::number);
        let locked = all.into_iter().find(|start| Some(start.year) == locked_to);
        let last = locked_to.or(own.last().map(|start| start.year));
        let awaited: Vec<Awaited<'_>> = self.awaited(case).collect();
        let late = awaited.iter().filter(|of| last.is_some_and(|last| of.year > last));
        let bars = self.bars(item).into_iter().chain(late.map(|of| Bar::Later(of.id))).collect();
        let entrant = Entrant { own, locked, awaited, bars, ..entrant.clone() };
        let locked_in = entrant.lock.is_some_and(|lock| lock.choice == Choice::In);
        self.problem.items.push(Item { starts: entrant.starts(), locked_in });
        if let Some(of) = self.entrants.get_mut(item) {
            *of = entrant;
        }
        Ok(())
    }

    /// A case that starts as offered, in whole numbers. Its delay is from the first year it may start of its own
    /// accord, also where it is locked to another; from budsjettår where all its own have passed.
    fn start(&self, case: &Case, offer: &Offer) -> Result<Start, Overflow> {
        let mut uses = Vec::new();
        for (place, row) in self.rows.iter().enumerate() {
            let used = row.at.used_by(case, offer)?;
            if used != Decimal::ZERO {
                uses.push((place, parts(used, Towards::Up)?));
            }
        }
        let soonest = case.passed.map_or(case.start, |_| Some(self.contest.organisation.budget_year));
        Ok(Start {
            year: offer.start.number(),
            delay: soonest.map_or(0, |soonest| offer.start.since(soonest)),
            value: parts(offer.value.value(), Towards::Nearest)?,
            uses,
            savings: of_each(offer.savings, |kroner| parts(kroner.value(), Towards::Down))?,
        })
    }

    /// A lock, each decided case it cannot be in with, and each case it requires that is not there to be chosen.
    fn bars(&self, item: usize) -> Vec<Bar<'a>> {
        let Some(&Entrant { case, lock, .. }) = self.entrants.get(item) else { return Vec::new() };
        let locked = lock.filter(|lock| lock.choice == Choice::Out).map(|_| Bar::LockedOut);
        let excluding = self.decided_cases().filter(|other| case.clashes_with(other));
        let missing = case.requires.iter().filter(|id| !self.meets(id) && self.item(id).is_none());
        let missing = missing.map(|id| Bar::Requires(id));
        locked.into_iter().chain(excluding.map(|other| Bar::Excluded(&other.id))).chain(missing).collect()
    }

    /// The decided cases a case requires that are still to start.
    fn awaited(&self, case: &Case) -> impl Iterator<Item = Awaited<'a>> {
        let now = self.contest.organisation.budget_year;
        let required = self.decided_cases().filter(|other| case.requires.contains(&other.id));
        let open = required.filter(|other| !other.is_closed());
        open.filter_map(move |other| {
            let year = other.start.filter(|start| *start > now)?;
            Some(Awaited { id: &other.id, year: year.number() })
        })
    }

    /// The problem had nobody locked these: a case that is rejected is then not there, and meets no duty.
    pub(super) fn unlocked(&self, items: &[usize]) -> Problem {
        let mut free = self.problem.clone();
        for item in items {
            let Some(entrant) = self.entrants.get(*item) else { continue };
            let starts = if entrant.case.is_rejected() { Vec::new() } else { entrant.unlocked() };
            if entrant.case.is_rejected() {
                free.groups.iter_mut().for_each(|group| group.retain(|other| other != item));
            }
            free = free.freed(*item, &starts);
        }
        free.groups.retain(|group| !group.is_empty());
        free
    }

    /// Whether `krever` a case is met already: it is decided or finished.
    pub(super) fn meets(&self, id: &str) -> bool {
        self.contest.closed.iter().any(|case| case.id == id)
            || self.decided.iter().any(|decided| decided.case.id == id)
    }

    /// The decided cases.
    pub(super) fn decided_cases(&self) -> impl Iterator<Item = &'a Case> {
        self.decided.iter().map(|decided| decided.case)
    }

    /// krever and utelukker among the cases that may be chosen.
    fn join(&mut self) {
        let mut excludes = BTreeSet::new();
        let mut requires = BTreeSet::new();
        for (item, entrant) in self.entrants.iter().enumerate() {
            let others = |ids: &[String]| -> Vec<usize> {
                ids.iter().filter_map(|id| self.item(id)).filter(|other| *other != item).collect()
            };
            requires.extend(others(&entrant.case.requires).into_iter().map(|other| (item, other)));
            let pairs = others(&entrant.case.excludes).into_iter();
            excludes.extend(pairs.map(|other| (item.min(other), item.max(other))));
        }
        self.problem.requires = requires.into_iter().collect();
        self.problem.excludes = excludes.into_iter().collect();
    }

    /// A group for each unmet minimumskrav that assessed cases take to met.
    fn add_duties(&mut self) {
        let needs = Requirements::of(&self.contest);
        let mut groups: BTreeMap<&str, (&str, Vec<usize>)> = BTreeMap::new();
        for (item, entrant) in self.entrants.iter().enumerate() {
            for duty in needs.open(entrant.case) {
                let (_, group) = groups.entry(&duty.id).or_insert_with(|| (&duty.text, Vec::new()));
                if group.last() != Some(&item) {
                    group.push(item);
                }
            }
        }
        for (duty, items) in groups.into_values() {
            self.duties.push(duty);
            self.problem.groups.push(items);
        }
    }
}

fn too_large(case: &Case) -> impl Fn(Overflow) -> TooLarge + use<> {
    let id = case.id.clone();
    move |Overflow| TooLarge { id: Some(id.clone()) }
}

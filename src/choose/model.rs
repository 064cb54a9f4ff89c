//! A contest as a problem in whole numbers, and what each number of it means.

use super::contest::{Contest, Offer};
use super::frame::{self, Row};
use super::parts::{Towards, parts};
use super::rank::{Candidate, Requirements};
use super::why::Other;
use crate::model::{Case, Choice, Lock};
use crate::units::{Decimal, Kroner, Overflow, Year};
use a3_solver::{Item, Problem, Start};
use std::collections::{BTreeMap, BTreeSet};

/// The problem, and what its numbers mean.
pub(super) struct Model<'a> {
    pub(super) contest: Contest<'a>,
    pub(super) problem: Problem,
    /// What each of [`Problem::items`] is.
    pub(super) entrants: Vec<Entrant<'a>>,
    /// What each of [`Problem::limits`] is.
    pub(super) rows: Vec<Row>,
    /// What each of [`Problem::groups`] is.
    pub(super) duties: Vec<&'a str>,
    /// The decided cases, each with its own start where it has one.
    pub(super) decided: Vec<(usize, Option<&'a Offer>)>,
}

/// A case that may be chosen.
pub(super) struct Entrant<'a> {
    /// Position in the candidates.
    pub(super) candidate: usize,
    pub(super) case: &'a Case,
    pub(super) lock: Option<&'a Lock>,
    /// Why it cannot be chosen whatever else is.
    pub(super) bar: Option<Bar<'a>>,
    /// The starts of its own window, had nobody locked it or barred it.
    pub(super) window: Vec<Start>,
}

/// Why a case cannot be chosen whatever else is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Bar<'a> {
    /// låst ut
    LockedOut,
    /// utelukker, with a decided case.
    Excluded(&'a str),
    /// krever a case that has errors, is not assessed or is not there.
    Requires(&'a str),
}

/// A case whose figures are too large to weigh.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLarge {
    /// The case; none where it is a frame in a3.yaml.
    pub id: Option<String>,
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

    /// What became of a case that another requires, when it is not chosen.
    pub(super) fn missing(&self, id: &str) -> Other {
        let item = self.item(id);
        let bar = item.and_then(|item| self.entrants.get(item)?.bar);
        let starts = item.and_then(|item| self.problem.items.get(item)).map_or(&[][..], |item| &item.starts);
        match bar {
            Some(Bar::LockedOut) => Other::LockedOut,
            Some(Bar::Excluded(_)) => Other::Excluded,
            Some(Bar::Requires(_)) => Other::Unavailable,
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
            self.decided.push((place, own));
        } else if candidate.appraisal.value.is_some() {
            let lock = self.contest.organisation.locked.get(&case.id);
            if case.is_rejected() && lock.is_none_or(|lock| lock.choice == Choice::Out) {
                return Ok(());
            }
            self.entrants.push(Entrant { candidate: place, case, lock, bar: None, window: Vec::new() });
        }
        Ok(())
    }

    /// What is left of each frame, and what is left to save, when the decided cases have had theirs.
    fn add_demands(&mut self) -> Result<(), TooLarge> {
        let limits: Result<_, Overflow> = self.rows.iter().map(Row::left).collect();
        self.problem.limits = limits.map_err(|Overflow| TooLarge { id: None })?;
        let years: Vec<Year> = self.contest.organisation.plan_years().collect();
        for (place, (demand, year)) in self.problem.demands.iter_mut().zip(years).enumerate() {
            let Some(asked) = self.contest.frames.savings_demand.get(&year) else { continue };
            let saved =
                saved_by(&self.contest, &self.decided, place).map_err(|Overflow| TooLarge { id: None });
            let left = asked.value().checked_sub(saved?.value());
            let left = left.and_then(|left| parts(left, Towards::Up).ok());
            *demand = Some(left.ok_or(TooLarge { id: None })?);
        }
        Ok(())
    }

    fn add_item(&mut self, item: usize) -> Result<(), TooLarge> {
        let bar = self.bar(item);
        let Some(entrant) = self.entrants.get_mut(item) else { return Ok(()) };
        let case = entrant.case;
        let offers = self.contest.offers.get(entrant.candidate).map_or(&[][..], Vec::as_slice);
        let all = offers.iter().map(|offer| start(case, offer, &self.rows));
        let all: Vec<Start> = all.collect::<Result<_, _>>().map_err(too_large(case))?;
        let (first, last) = (case.start, case.latest_start.or(case.start));
        let in_window = |start: &&Start| {
            first.is_none_or(|first| first.number() <= start.year)
                && last.is_none_or(|last| start.year <= last.number())
        };
        entrant.window = all.iter().filter(in_window).cloned().collect();
        entrant.bar = bar;
        let locked = entrant.lock.and_then(|lock| lock.start);
        let starts = match locked {
            _ if bar.is_some() => Vec::new(),
            Some(year) => all.into_iter().filter(|start| start.year == year.number()).collect(),
            None => entrant.window.clone(),
        };
        let locked_in = entrant.lock.is_some_and(|lock| lock.choice == Choice::In);
        self.problem.items.push(Item { starts, locked_in });
        Ok(())
    }

    fn bar(&self, item: usize) -> Option<Bar<'a>> {
        let entrant = self.entrants.get(item)?;
        if entrant.lock.is_some_and(|lock| lock.choice == Choice::Out) {
            return Some(Bar::LockedOut);
        }
        let case = entrant.case;
        let mut decided = self.decided_cases();
        if let Some(other) = decided.find(|other| excludes(case, other)) {
            return Some(Bar::Excluded(&other.id));
        }
        let missing = case.requires.iter().find(|id| !self.meets(id) && self.item(id).is_none());
        missing.map(|id| Bar::Requires(id))
    }

    fn decided_cases(&self) -> impl Iterator<Item = &'a Case> {
        let candidates = self.contest.candidates;
        self.decided.iter().filter_map(move |(place, _)| candidates.get(*place).map(|decided| decided.case))
    }

    /// Whether `krever` a case is met already: it is decided or finished.
    pub(super) fn meets(&self, id: &str) -> bool {
        self.contest.closed.contains(&id) || self.decided_cases().any(|case| case.id == id)
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
        let needs = Requirements::of(self.contest.candidates);
        let mut groups: BTreeMap<_, Vec<usize>> = BTreeMap::new();
        for (item, entrant) in self.entrants.iter().enumerate() {
            for key in needs.open(entrant.case) {
                let group = groups.entry(key).or_default();
                if group.last() != Some(&item) {
                    group.push(item);
                }
            }
        }
        for (duty, items) in groups {
            self.duties.push(&duty.text);
            self.problem.groups.push(items);
        }
    }
}

/// Whether either says the two cannot both be in.
pub(super) fn excludes(case: &Case, other: &Case) -> bool {
    case.excludes.contains(&other.id) || other.excludes.contains(&case.id)
}

/// What decided cases save in the plan year at a place: those that today's budget does not hold yet.
pub(super) fn saved_by(
    contest: &Contest<'_>,
    decided: &[(usize, Option<&Offer>)],
    year: usize,
) -> Result<Kroner, Overflow> {
    let saved = decided.iter().filter_map(|(place, offer)| {
        let case = contest.candidates.get(*place).map(|candidate: &Candidate<'_>| candidate.case)?;
        let counts = !case.is_in_todays_budget();
        offer.filter(|_| counts)?.savings.get(year).copied()
    });
    Kroner::sum(saved)
}

fn start(case: &Case, offer: &Offer, rows: &[Row]) -> Result<Start, Overflow> {
    let mut uses = Vec::new();
    for (place, row) in rows.iter().enumerate() {
        let used = row.at.used_by(case, offer)?;
        if used != Decimal::ZERO {
            uses.push((place, parts(used, Towards::Up)?));
        }
    }
    let mut savings = [0_i128; 4];
    for (saved, kroner) in savings.iter_mut().zip(offer.savings) {
        *saved = parts(kroner.value(), Towards::Down)?;
    }
    Ok(Start {
        year: offer.start.number(),
        delay: case.start.map_or(0, |earliest| offer.start.since(earliest)),
        value: parts(offer.value.value(), Towards::Nearest)?,
        uses,
        savings,
    })
}

fn too_large(case: &Case) -> impl Fn(Overflow) -> TooLarge + use<> {
    let id = case.id.clone();
    move |Overflow| TooLarge { id: Some(id.clone()) }
}

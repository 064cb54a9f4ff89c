//! Which cases have to be in whatever else is chosen, and which cannot be: followed from the duties
//! and the locks through krever and utelukker, a step at a time.

use crate::checks::prelude::*;
use crate::model::Duty;

/// What follows from duties and locks. Cases are places in [`PortfolioFacts::cases`].
#[derive(Debug)]
pub(super) struct Bound<'a> {
    cases: &'a [CaseReference],
    by_id: BTreeMap<&'a str, usize>,
    excludes: BTreeMap<usize, BTreeSet<usize>>,
    /// Unmet minimumskrav, each with the open cases that take it to met.
    pub(super) groups: Vec<Vec<(usize, &'a Spanned<Duty>)>>,
    /// The open cases that have to be in.
    pub(super) musts: BTreeMap<usize, Must<'a>>,
    /// The open cases that cannot be in.
    pub(super) outs: BTreeMap<usize, Out>,
}

/// Why a case has to be in.
#[derive(Debug, Clone, Copy)]
pub(super) enum Must<'a> {
    /// No other case can meet it.
    Duty(&'a Spanned<Duty>),
    /// A case that has to be in requires it.
    RequiredBy(usize),
}

/// Why a case cannot be in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Out {
    /// låst ut
    Locked,
    /// utelukker, with a case that is decided or has to be in.
    Excluded(usize),
}

impl<'a> Bound<'a> {
    /// Follows duties and locks as far as each step leaves one way to go.
    pub(super) fn of(facts: &PortfolioFacts<'a>) -> Self {
        let cases = facts.cases;
        let by_id = cases.iter().enumerate().map(|(place, case)| (case.id.as_str(), place)).collect();
        let mut bound = Self {
            cases,
            by_id,
            excludes: BTreeMap::new(),
            groups: groups(cases),
            musts: BTreeMap::new(),
            outs: BTreeMap::new(),
        };
        bound.exclude_pairs();
        for (place, case) in cases.iter().enumerate() {
            if case.counts_as_decided() {
                bound.exclude(place);
            } else if facts.locked_out.contains(case.id.as_str()) && !case.is_decided {
                bound.outs.insert(place, Out::Locked);
            }
        }
        while bound.follow_duties() {}
        bound
    }

    /// The case of an id, and its place.
    pub(super) fn find(&self, id: &str) -> Option<(usize, &'a CaseReference)> {
        let place = *self.by_id.get(id)?;
        Some((place, self.cases.get(place)?))
    }

    /// The id of a case.
    pub(super) fn id(&self, place: usize) -> &'a str {
        self.cases.get(place).map_or("", |case| &case.id)
    }

    fn exclude_pairs(&mut self) {
        for (place, case) in self.cases.iter().enumerate() {
            for excluded in &case.excludes {
                let Some(other) = self.by_id.get(excluded.value.as_str()).filter(|other| **other != place)
                else {
                    continue;
                };
                self.excludes.entry(place).or_default().insert(*other);
                self.excludes.entry(*other).or_default().insert(place);
            }
        }
    }

    /// Rules out what cannot be in together with a case that is.
    fn exclude(&mut self, by: usize) {
        for other in self.excludes.get(&by).into_iter().flatten() {
            if self.cases.get(*other).is_some_and(|case| !case.is_decided) {
                self.outs.entry(*other).or_insert(Out::Excluded(by));
            }
        }
    }

    /// Puts in the case that alone can meet a duty; false where nothing was left to put in.
    fn follow_duties(&mut self) -> bool {
        let before = self.musts.len();
        for group in self.groups.clone() {
            let left: Vec<_> = group.iter().filter(|(place, _)| !self.outs.contains_key(place)).collect();
            let only = if group.len() == 1 { group.first() } else { left.first().copied() };
            if let (Some((place, duty)), true) = (only, left.len() <= 1) {
                self.put_in(*place, Must::Duty(duty));
            }
        }
        self.musts.len() > before
    }

    /// Puts in a case, and what it requires; what cannot be in is put in no further.
    fn put_in(&mut self, place: usize, must: Must<'a>) {
        let mut next = vec![(place, must)];
        while let Some((place, must)) = next.pop() {
            let Some(case) = self
                .cases
                .get(place)
                .filter(|case| case.is_assessed && !case.is_decided && !case.is_rejected)
            else {
                continue;
            };
            if self.musts.contains_key(&place) {
                continue;
            }
            self.musts.insert(place, must);
            if !self.outs.contains_key(&place) {
                self.exclude(place);
                let required = case.requires.iter().filter_map(|id| self.by_id.get(id.value.as_str()));
                next.extend(required.map(|other| (*other, Must::RequiredBy(place))));
            }
        }
    }
}

/// The open cases by the unmet requirement they take to met; one that a decided case meets is no more open.
fn groups(cases: &[CaseReference]) -> Vec<Vec<(usize, &Spanned<Duty>)>> {
    let mut met_by: BTreeMap<&str, Vec<(usize, &Spanned<Duty>)>> = BTreeMap::new();
    for (place, case) in cases
        .iter()
        .enumerate()
        .filter(|(_, case)| case.is_decided || (case.is_assessed && !case.is_rejected))
    {
        for duty in &case.duties {
            let group = met_by.entry(&duty.value.id).or_default();
            if group.last().is_none_or(|(last, _)| *last != place) {
                group.push((place, duty));
            }
        }
    }
    let is_open = |group: &Vec<(usize, &Spanned<Duty>)>| {
        group.iter().all(|(place, _)| cases.get(*place).is_some_and(|case| !case.is_decided))
    };
    met_by.into_values().filter(is_open).collect()
}

//! The list of the year before, where `a3 roll` kept it, and what has turned since.

use super::{Appraised, AppraisedCase, OverviewReport, RankReport};
use crate::choose::Fate;
use crate::units::Year;
use std::collections::{BTreeMap, BTreeSet};

/// The list of the year before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastYear {
    /// The first year of its plan.
    pub year: Year,
    /// Every case that stood on it, by id.
    pub cases: BTreeMap<String, Place>,
}

/// How a case stands on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// What became of it.
    pub fate: Fate,
    /// Its first year, where it is to be done.
    pub start: Option<Year>,
}

impl Place {
    /// The start counts only where the case is to be done.
    pub fn new(fate: Fate, start: Option<Year>) -> Self {
        let is_in = matches!(fate, Fate::Chosen | Fate::Decided);
        // A list that is kept does not tell the two apart.
        let fate = if fate == Fate::Out { Fate::Open } else { fate };
        Self { fate, start: start.filter(|_| is_in) }
    }
}

/// A case that stands otherwise than last year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Turned<'a> {
    /// The case's id.
    pub id: &'a str,
    /// Its title; none where the case is no longer there.
    pub title: Option<&'a str>,
    /// How it stood; none where it was not on the list.
    pub before: Option<Place>,
    /// How it stands.
    pub now: Now,
}

impl Turned<'_> {
    /// Whether the same has become of it, with another start.
    pub fn is_only_start(&self) -> bool {
        matches!((self.before, self.now), (Some(before), Now::Listed(now)) if before.fate == now.fate)
    }
}

/// How a case stands on this year's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Now {
    /// On the list.
    Listed(Place),
    /// avsluttet: it is followed, and no longer chosen from.
    Closed,
    /// Not on the list: it is gone, or cannot be calculated.
    Off,
}

/// A case of last year's list, seen from the overview, where nothing is chosen anew.
#[derive(Debug, Clone, Copy)]
pub struct Since<'a> {
    /// The case's id.
    pub id: &'a str,
    /// How it stood.
    pub before: Place,
    /// The case as it is; none where it is gone or cannot be calculated.
    pub now: Option<&'a AppraisedCase>,
}

impl Since<'_> {
    /// Whether the case is decided, or done, by now.
    pub fn is_settled(&self) -> bool {
        self.now.is_some_and(|of| of.case.is_decided() || of.case.is_closed())
    }
}

impl RankReport {
    /// Every case that stands otherwise than last year, in the order of this year's list, those that left it last.
    pub fn turned<'a>(&'a self, last: &'a LastYear) -> Vec<Turned<'a>> {
        let now = self.choice.lines.iter().filter_map(|line| {
            let case = &self.case(line)?.case;
            let place = Place::new(line.fate(), line.start);
            let before = last.cases.get(&case.id).copied();
            let turned = Turned { id: &case.id, title: Some(&case.title), before, now: Now::Listed(place) };
            Some((before != Some(place)).then_some(turned))
        });
        let on_list = self.choice.lines.iter().filter_map(|line| Some(self.case(line)?.case.id.as_str()));
        let on_list: BTreeSet<&str> = on_list.collect();
        let known = by_id(&self.appraised);
        let left = last.cases.iter().filter(|(id, _)| !on_list.contains(id.as_str()));
        let left = left.map(|(id, before)| {
            let of = known.get(id.as_str());
            let now = if of.is_some_and(|of| of.case.is_closed()) { Now::Closed } else { Now::Off };
            Turned { id, title: of.map(|of| of.case.title.as_str()), before: Some(*before), now }
        });
        now.flatten().chain(left).collect()
    }
}

impl OverviewReport {
    /// The cases of last year's list that are of the område asked for, by id. Which a case that is gone was of, is
    /// not known.
    pub fn since<'a>(&'a self, last: &'a LastYear) -> Vec<Since<'a>> {
        let known = by_id(&self.appraised);
        let all = last.cases.iter().map(|(id, before)| Since {
            id,
            before: *before,
            now: known.get(id.as_str()).copied(),
        });
        let wanted = self.wanted.area.as_deref();
        let is_wanted =
            |since: &Since<'_>| wanted.is_none_or(|area| since.now.is_some_and(|of| of.case.area == area));
        all.filter(is_wanted).collect()
    }
}

fn by_id(appraised: &Appraised) -> BTreeMap<&str, &AppraisedCase> {
    appraised.cases.iter().map(|of| (of.case.id.as_str(), of)).collect()
}

//! What holds a waiting case back, and what lets it in, found by solving again.

use super::answer::Answer;
use super::model::Bar;
use super::parts::kroner;
use super::way::{Better, Entrance, Sought};
use super::why::{Gap, Other, Settled, Size, Waits, Way, Why};
use crate::units::{Decimal, Kroner, Overflow};
use a3_solver::{Lack, Problem, Solved, Start, Worth};
use std::cell::OnceCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// How much work is spent on each waiting case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Care {
    /// The least of all frames is found by solving again.
    Thorough,
    /// The least of the frame that lacks least when the case is added, found by solving again.
    Solved,
    /// What is missing when the case is added to the choice as it is: enough, and not surely the least.
    Added,
}

impl Care {
    /// Frames that are tried for a case, those that lack least first.
    const fn frames(self) -> usize {
        match self {
            Self::Thorough => 12,
            Self::Solved => 1,
            Self::Added => 0,
        }
    }

    /// What may be spent on a case.
    const fn seek(self, item: usize) -> Sought {
        let (tries, nodes) = match self {
            Self::Thorough => (24, 1_000),
            Self::Solved => (4, 100),
            Self::Added => (0, 0),
        };
        Sought { item, tries, nodes }
    }
}

/// What binds a case to others.
#[derive(Debug, Clone, Copy)]
enum Bond {
    Excludes,
    Requires,
}

/// The turn of a case among those that are alike and wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Next,
    /// Others come in before it.
    NotNext,
}

/// A case that waits, and how good the best choice with it in is: solved when it is first asked for.
struct Forced {
    item: usize,
    care: Care,
    worth: OnceCell<Option<Worth>>,
}

/// A start a case may have, and the frames that break when it is added there with all it requires.
struct Added<'a> {
    start: &'a Start,
    broken: Vec<Lack>,
}

impl Added<'_> {
    /// The only frame that breaks, where there is one.
    fn only(&self) -> Option<Lack> {
        if let [only] = self.broken.as_slice() { Some(*only) } else { None }
    }
}

impl Answer<'_, '_> {
    /// What holds a case that is not chosen back, and what lets it in.
    pub(super) fn why_waiting(&self, item: usize, care: Care) -> Result<Why, Overflow> {
        if let Some(because) = self.barred(item) {
            return Ok(Why::Waits { because, way: None });
        }
        let added = self.added(item);
        let in_place = if care == Care::Added { None } else { self.chosen_in_place(item) };
        let forced = Forced { item, care, worth: OnceCell::new() };
        let held = match in_place {
            Some(_) => Some(Waits::Even(Settled::FirstIds)),
            None => self.held(&forced, &added)?,
        };
        let found = match care {
            _ if self.never_helps(item) || in_place == Some(Place::NotNext) => Entrance::Nowhere,
            Care::Thorough | Care::Solved => self.way(care.seek(item), &self.rows_to_try(&added, care))?,
            Care::Added if held.is_none() => self.room_as_added(&added)?,
            Care::Added => Entrance::Nowhere,
        };
        let (because, way) = match (held, found) {
            (held, Entrance::In(way)) => (held.unwrap_or(Waits::Room), Some(way)),
            (Some(held), Entrance::Outbid(_) | Entrance::Nowhere) => (held, None),
            (None, Entrance::Outbid(better)) => (self.outbid(item, &better)?, None),
            (None, Entrance::Nowhere) => (self.several(&forced, &added)?, None),
        };
        Ok(Why::Waits { because, way })
    }

    /// Whether a case that is alike in all that counts is chosen, and comes first by its id: then a choice with
    /// this one in its place is as good, and nothing has to be solved to know it.
    fn chosen_in_place(&self, item: usize) -> Option<Place> {
        let own = self.problem().items.get(item).filter(|_| self.stands_alone(item))?;
        let is_alike =
            |other: &usize| self.problem().items.get(*other) == Some(own) && self.stands_alone(*other);
        let before: Vec<usize> = (0..item).filter(is_alike).collect();
        let is_next = || before.iter().all(|other| self.is_in(*other));
        let is_chosen = before.iter().any(|other| self.is_in(*other));
        is_chosen.then(|| if is_next() { Place::Next } else { Place::NotNext })
    }

    /// Whether nothing binds a case to others.
    fn stands_alone(&self, item: usize) -> bool {
        let Problem { requires, excludes, groups, .. } = self.problem();
        let is_free = |(one, other): &(usize, usize)| *one != item && *other != item;
        requires.iter().chain(excludes).all(is_free) && groups.iter().all(|group| !group.contains(&item))
    }

    /// What stops a case whatever frames there are.
    fn barred(&self, item: usize) -> Option<Waits> {
        let no_way =
            |other: &str, other_is| Waits::Requires { other: other.to_owned(), other_is, less: None };
        match self.model.entrants.get(item)?.bar() {
            Some(Bar::LockedOut) => return Some(Waits::LockedOut),
            Some(Bar::Excluded(by)) => return Some(Waits::Excluded { by: by.to_owned(), tie: None }),
            Some(Bar::Requires(other)) => return Some(no_way(other, self.model.missing(other))),
            None => {}
        }
        let is_locked = |other: &usize| self.problem().items.get(*other).is_some_and(|item| item.locked_in);
        if let Some(by) = self.partners(item).find(is_locked) {
            return Some(Waits::Excluded { by: self.model.id(by).to_owned(), tie: None });
        }
        let last = self.starts(item).iter().map(|start| start.year).max();
        self.required(item).into_iter().find_map(|other| {
            let id = self.model.id(other);
            let first = self.starts(other).iter().map(|start| start.year).min();
            match self.model.missing(id) {
                other_is @ (Other::LockedOut | Other::Excluded | Other::Rejected | Other::Unavailable) => {
                    Some(no_way(id, other_is))
                }
                Other::NotChosen | Other::Later if first > last => Some(no_way(id, Other::Later)),
                Other::NotChosen | Other::Later => None,
            }
        })
    }

    /// What else than room holds a case back.
    fn held(&self, forced: &Forced, added: &[Added<'_>]) -> Result<Option<Waits>, Overflow> {
        let (item, care) = (forced.item, forced.care);
        let is_in = |item: &usize| self.is_in(*item);
        let id = |item: usize| self.model.id(item).to_owned();
        let own = self.model.entrants.get(item).map_or(&[][..], |own| own.window.as_slice());
        if own.iter().all(|start| start.value < 0) {
            let mut groups = self.problem().groups.iter().filter(|group| group.contains(&item));
            if let Some(by) = groups.find_map(|group| group.iter().copied().find(is_in)) {
                return Ok(Some(Waits::DutyMet { by: id(by) }));
            }
        }
        let with = match care {
            Care::Thorough | Care::Solved => self.with(forced),
            Care::Added => None,
        };
        let tie = with.and_then(|with| self.tie(with));
        if let Some(by) = self.partners(item).find(is_in).filter(|_| self.lets_in(item, Bond::Excludes, care))
        {
            return Ok(Some(Waits::Excluded { by: id(by), tie }));
        }
        let less = with.and_then(|with| with.less_value_than(&self.worth)).map(kroner).transpose()?;
        let requirement = self.requirement(item);
        if let Some((other, other_is)) = requirement.filter(|_| self.lets_in(item, Bond::Requires, care)) {
            return Ok(Some(Waits::Requires { other: id(other), other_is, less }));
        }
        if let Some(tie) = tie {
            return Ok(Some(Waits::Even(tie)));
        }
        if let Some(more) = with.and_then(|with| self.misses_more(with)) {
            return Ok(Some(Waits::Savings { more: kroner(more)? }));
        }
        let fits = added.iter().filter(|one| one.broken.is_empty());
        match fits.map(|one| self.shortfall_by(item, Some(one.start))).min() {
            _ if self.starts(item).iter().all(|start| start.value <= 0) => Ok(Some(Waits::NoGain)),
            _ if added.is_empty() => Ok(Some(Waits::Entangled)),
            Some(more) if more > 0 && with.is_none() => Ok(Some(Waits::Savings { more: kroner(more)? })),
            Some(_) if self.is_bound(item) && (with.is_some() || self.cannot_be(forced)) => {
                Ok(Some(Waits::Entangled))
            }
            Some(_) => Ok(Some(Waits::Unknown)),
            None => Ok(None),
        }
    }

    /// Whether nothing holds with a case in it: proven, and not only not found.
    fn cannot_be(&self, forced: &Forced) -> bool {
        let found = || self.near_best(&self.problem().forced(forced.item));
        forced.care != Care::Added && found() == Some(Solved::Impossible)
    }

    /// Whether a chosen case excludes it, or a case it requires is not in, or not in time.
    fn is_bound(&self, item: usize) -> bool {
        self.partners(item).any(|other| self.is_in(other)) || self.requirement(item).is_some()
    }

    /// How much more is missing of innsparingskrav in the best choice with a case; none where no more is.
    fn misses_more(&self, with: &Worth) -> Option<i128> {
        let more = with.shortfall.saturating_sub(self.worth.shortfall);
        (with.delay == self.worth.delay && more > 0).then_some(more)
    }

    /// Whether a case would be chosen without such bonds to others. Where that is not solved, the bond is what is
    /// known of it.
    fn lets_in(&self, item: usize, bond: Bond, care: Care) -> bool {
        let mut problem = self.problem().clone();
        match bond {
            Bond::Excludes => problem.excludes.retain(|(one, other)| *one != item && *other != item),
            Bond::Requires => problem.requires.retain(|(one, _)| *one != item),
        }
        let best = match care {
            Care::Thorough | Care::Solved => self.best(&problem),
            Care::Added => None,
        };
        best.is_none_or(|(picks, _)| problem.start(&picks, item).is_some())
    }

    /// What settled it, where a choice is as good as this one.
    fn tie(&self, with: &Worth) -> Option<Settled> {
        let is_even = with.less_value_than(&self.worth) == Some(0);
        let is_larger = with.chosen.len() > self.worth.chosen.len();
        is_even.then_some(if is_larger { Settled::FewestCases } else { Settled::FirstIds })
    }

    /// The cases that a case excludes, or that exclude it.
    fn partners(&self, item: usize) -> impl Iterator<Item = usize> {
        self.problem().excludes.iter().filter_map(move |(one, other)| match item {
            _ if item == *one => Some(*other),
            _ if item == *other => Some(*one),
            _ => None,
        })
    }

    /// All that a case requires, and what that requires, the nearest first.
    pub(super) fn required(&self, item: usize) -> Vec<usize> {
        let mut needs: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (one, other) in &self.problem().requires {
            needs.entry(*one).or_default().push(*other);
        }
        let (mut all, mut known) = (vec![item], BTreeSet::from([item]));
        let mut place = 0_usize;
        while let Some(one) = all.get(place) {
            let others = needs.get(one).into_iter().flatten().copied();
            all.extend(others.filter(|other| known.insert(*other)));
            place = place.saturating_add(1);
        }
        all.split_off(1)
    }

    /// A case it requires that is not in, or not in time.
    fn requirement(&self, item: usize) -> Option<(usize, Other)> {
        let required = self.required(item);
        if let Some(out) = required.iter().find(|other| !self.is_in(**other)) {
            return Some((*out, Other::NotChosen));
        }
        let last = self.starts(item).iter().map(|start| start.year).max()?;
        let is_late = |other: &&usize| self.start(**other).is_some_and(|at| at.year > last);
        required.iter().find(is_late).map(|late| (*late, Other::Later))
    }

    fn starts(&self, item: usize) -> &[Start] {
        self.problem().items.get(item).map_or(&[], |item| item.starts.as_slice())
    }

    /// The starts that are worth something, and what breaks when the case is added there, with all it
    /// requires as early as that can start.
    fn added(&self, item: usize) -> Vec<Added<'_>> {
        let required = self.required(item);
        let earliest = required.iter().filter_map(|other| self.start(*other)).map(|at| at.year).max();
        let good = self.starts(item).iter().filter(|start| start.value > 0);
        let good = good.filter(|start| earliest.is_none_or(|earliest| start.year >= earliest));
        let added = good.map(|start| {
            let out = required.iter().filter(|other| !self.is_in(**other));
            let with = out.filter_map(|other| Some((*other, self.starts(*other).first()?)));
            let together: Vec<(usize, &Start)> = core::iter::once((item, start)).chain(with).collect();
            Added { start, broken: self.broken_by(&together) }
        });
        added.collect()
    }

    /// Whether a case is out however much there is of every frame: it gives nothing and no room, nobody
    /// requires it, it meets no duty in place of another, and nothing is delayed or missing.
    fn never_helps(&self, item: usize) -> bool {
        let gives = |start: &Start| start.value > 0 || start.uses.iter().any(|(_, used)| *used < 0);
        let is_required = self.problem().requires.iter().any(|(_, other)| *other == item);
        let meets_duty = self.problem().groups.iter().any(|group| group.contains(&item));
        let is_needed = is_required || meets_duty;
        self.worth.goals() == (0, 0) && !is_needed && !self.starts(item).iter().any(gives)
    }

    /// The frames that may let a case in: those that break when it is added, the least first, and where
    /// there is time for it the others that are short.
    fn rows_to_try(&self, added: &[Added<'_>], care: Care) -> Vec<usize> {
        let alone = |row: usize| added.iter().filter_map(Added::only).filter(|lack| lack.row == row).min();
        let weight = |row: usize| alone(row).map_or(Decimal::MAX, |lack| self.model.weight(lack));
        let breaks = |row: usize| added.iter().flat_map(|one| &one.broken).any(|lack| lack.row == row);
        let limits = self.problem().limits.iter().enumerate();
        let short = limits.filter(|(row, limit)| self.problem().most_used(*row) > **limit);
        let mut rows: Vec<usize> = short.map(|(row, _)| row).collect();
        if care == Care::Solved && rows.iter().any(|row| breaks(*row)) {
            rows.retain(|row| breaks(*row));
        }
        rows.sort_by_key(|row| (!breaks(*row), weight(*row), *row));
        rows.truncate(care.frames());
        rows
    }

    fn outbid(&self, item: usize, Better { missing, picks, worth }: &Better) -> Result<Waits, Overflow> {
        let gap = self.model.gap(*missing)?;
        let by = self.newcomers(picks).next().map(|other| self.model.id(other).to_owned());
        let with = self.best(&self.problem().raised(*missing).forced(item));
        let more = with.and_then(|(_, with)| with.less_value_than(worth)).map(kroner).transpose()?;
        Ok(Waits::Outbid { gap, by, more })
    }

    /// What breaks when the case is added, and whether that is what holds it back: with all of it the choice is made
    /// again, and where the case is still out, what is then said is what holds it back there.
    fn several(&self, forced: &Forced, added: &[Added<'_>]) -> Result<Waits, Overflow> {
        let item = forced.item;
        let lacking = nearest(added);
        let gaps =
            lacking.iter().map(|lack| self.model.gap(*lack)).collect::<Result<Vec<Gap>, Overflow>>()?;
        let raised = lacking.iter().fold(self.problem().clone(), |problem, lack| problem.raised(*lack));
        let Some((picks, best)) = self.best(&raised) else {
            let (more, moved, joined) = (self.less(forced)?, Vec::new(), Vec::new());
            return Ok(Waits::Several { gaps, more, is_enough: None, moved, joined });
        };
        if self.problem().start(&picks, item).is_some() {
            let (more, moved, joined) = (self.less(forced)?, self.moved(&picks), self.joined(item, &picks));
            return Ok(Waits::Several { gaps, more, is_enough: Some(true), moved, joined });
        }
        let with = self.best(&raised.forced(item)).map(|(_, with)| with);
        if let Some(with) = with.as_ref().filter(|with| with.delay == best.delay) {
            let more = with.shortfall.saturating_sub(best.shortfall);
            if more > 0 {
                return Ok(Waits::SavingsToo { gaps, more: kroner(more)? });
            }
        }
        let more = with.and_then(|with| with.less_value_than(&best)).map(kroner).transpose()?;
        Ok(Waits::Several { gaps, more, is_enough: Some(false), moved: Vec::new(), joined: Vec::new() })
    }

    /// The best choice with a case in, where it is proven.
    fn with<'f>(&self, forced: &'f Forced) -> Option<&'f Worth> {
        let best = || self.best(&self.problem().forced(forced.item)).map(|(_, worth)| worth);
        forced.worth.get_or_init(best).as_ref()
    }

    /// How much less that gives; none where something else than the value decides, or it is not known.
    fn less(&self, forced: &Forced) -> Result<Option<Kroner>, Overflow> {
        self.with(forced).and_then(|with| with.less_value_than(&self.worth)).map(kroner).transpose()
    }

    /// The frame that alone breaks when the case is added to the choice as it is.
    fn room_as_added(&self, added: &[Added<'_>]) -> Result<Entrance, Overflow> {
        let alone = added.iter().filter_map(Added::only);
        let Some(least) = alone.min_by_key(|lack| (self.model.weight(*lack), *lack)) else {
            return Ok(Entrance::Nowhere);
        };
        let gap = self.model.gap(least)?;
        Ok(Entrance::In(Way { gap, size: Size::Added, moved: Vec::new(), joined: Vec::new() }))
    }
}

/// What breaks at the start that breaks fewest frames, and of those is worth most.
fn nearest<'b>(added: &'b [Added<'_>]) -> &'b [Lack] {
    let key = |one: &&Added<'_>| (one.broken.len(), Reverse(one.start.value), one.start.year);
    added.iter().min_by_key(key).map_or(&[][..], |one| one.broken.as_slice())
}

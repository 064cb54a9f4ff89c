//! What holds a waiting case back, and what lets it in, found by solving again.

use super::answer::Answer;
use super::entrant::Entrant;
use super::parts::kroner;
use super::way::{Better, Entrance, Sought};
use super::why::{Gap, Settled, Size, Waits, Way, Why};
use crate::units::{Decimal, Kroner, Overflow};
use a3_solver::{Lack, Problem, Start, Worth};
use std::cell::OnceCell;
use std::cmp::Reverse;

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

/// What holds a case back beside room.
enum Held {
    By(Waits),
    /// Its bond to others and something else at once: without the bond it still waits.
    Bound(Waits),
    /// Room alone, as far as is known.
    Room,
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
            return self.bound(item, because, care);
        }
        let added = self.added(item);
        let in_place = if care == Care::Added { None } else { self.chosen_in_place(item) };
        let forced = Forced { item, care, worth: OnceCell::new() };
        let held = match in_place {
            Some(_) => Held::By(Waits::Even(Settled::FirstIds)),
            None => self.held(&forced, &added)?,
        };
        let found = match care {
            _ if self.never_helps(item) || in_place == Some(Place::NotNext) => Entrance::Nowhere,
            Care::Thorough | Care::Solved => self.way(care.seek(item), &self.rows_to_try(&added, care))?,
            Care::Added if matches!(held, Held::Room) => self.room_as_added(&added)?,
            Care::Added => Entrance::Nowhere,
        };
        let (because, way) = match (held, found) {
            (Held::By(because), Entrance::In(way)) => (because, Some(way)),
            (Held::Bound(_) | Held::Room, Entrance::In(way)) => (Waits::Room, Some(way)),
            (Held::By(because), Entrance::Outbid(_) | Entrance::Nowhere) => (because, None),
            (Held::Bound(because), Entrance::Outbid(_) | Entrance::Nowhere) => {
                return self.bound(item, because, care);
            }
            (Held::Room, Entrance::Outbid(better)) => (self.outbid(item, &better)?, None),
            (Held::Room, Entrance::Nowhere) => (self.several(&forced, &added)?, None),
        };
        Ok(Why::Waits { because, way, then: None })
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

    /// What else than room holds a case back.
    fn held(&self, forced: &Forced, added: &[Added<'_>]) -> Result<Held, Overflow> {
        let (item, care) = (forced.item, forced.care);
        let own = self.model.entrants.get(item).map_or(&[][..], Entrant::window);
        if own.iter().all(|start| start.value < 0) {
            let mut groups = self.problem().groups.iter().filter(|group| group.contains(&item));
            if let Some(by) = groups.find_map(|group| group.iter().copied().find(|other| self.is_in(*other)))
            {
                return Ok(Held::By(Waits::DutyMet { by: self.model.id(by).to_owned() }));
            }
        }
        let with = match care {
            Care::Thorough | Care::Solved => self.with(forced),
            Care::Added => None,
        };
        let tie = with.and_then(|with| self.tie(with));
        if let Some(because) = self.excluded(item, tie).filter(|because| self.lets_in(item, because, care)) {
            return Ok(Held::By(because));
        }
        let less = with.and_then(|with| with.less_value_than(&self.worth)).map(kroner).transpose()?;
        if let Some(because) = self.lacking(item, less).filter(|because| self.lets_in(item, because, care)) {
            return Ok(Held::By(because));
        }
        if let Some(tie) = tie {
            return Ok(Held::By(Waits::Even(tie)));
        }
        if let Some(more) = with.and_then(|with| self.misses_more(with)) {
            return Ok(Held::By(Waits::Savings { more: kroner(more)? }));
        }
        let bond = self.excluded(item, None).or_else(|| self.lacking(item, None));
        if self.starts(item).iter().all(|start| start.value <= 0) {
            // Where nothing is limited a case that gives nothing has its place, and what binds it alone takes that.
            let bond = bond.filter(|_| self.model.contest.frames.is_none());
            return Ok(bond.map_or(Held::By(Waits::NoGain), Held::Bound));
        }
        let fits = added.iter().filter(|one| one.broken.is_empty());
        Ok(match (fits.map(|one| self.shortfall_by(item, Some(one.start))).min(), bond) {
            (Some(_), Some(bond)) => Held::Bound(bond),
            (None, Some(bond)) if added.is_empty() => Held::Bound(bond),
            // It fits, and others give more.
            (Some(_), None) if with.is_some() => Held::Room,
            (Some(more), None) if more > 0 => Held::By(Waits::Savings { more: kroner(more)? }),
            (Some(_), None) => Held::By(Waits::Unknown),
            (None, _) => Held::Room,
        })
    }

    /// How much more is missing of innsparingskrav in the best choice with a case; none where no more is.
    fn misses_more(&self, with: &Worth) -> Option<i128> {
        let more = with.shortfall.saturating_sub(self.worth.shortfall);
        (with.delay == self.worth.delay && more > 0).then_some(more)
    }

    /// What settled it, where a choice is as good as this one.
    fn tie(&self, with: &Worth) -> Option<Settled> {
        let is_even = with.less_value_than(&self.worth) == Some(0);
        let is_larger = with.chosen.len() > self.worth.chosen.len();
        is_even.then_some(if is_larger { Settled::FewestCases } else { Settled::FirstIds })
    }

    pub(super) fn starts(&self, item: usize) -> &[Start] {
        self.problem().items.get(item).map_or(&[], |item| item.starts.as_slice())
    }

    /// The starts that are worth something, and what breaks when the case is added there, with all it
    /// requires as early as that can start.
    fn added(&self, item: usize) -> Vec<Added<'_>> {
        let required = self.model.required(item);
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

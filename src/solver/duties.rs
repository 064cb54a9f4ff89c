//! The least delay of the må-groups, found over what the duties ask for and nothing else.
//!
//! Cases that share a must-group, or are tied to one that does, form a part. Each way to meet the duties
//! of a part is one option of one item; cases nobody asks for stay out, since they only use frames. What
//! is left is a small [`Problem`] with as many items as parts, and its best value is the least delay.

use super::model::MOST_STARTS;
use super::{Aim, Effort, Prior, Solved, seek};
use crate::problem::{Item, Picks, Problem, Start};

/// Ways to meet the duties of a part that are tried at most.
const MOST_TRIED: usize = 20_000;
/// What one year of delay is worth in the small problem: 1 kr.
const YEAR: i128 = 100_000_000;

/// The parts, and the ways to meet the duties of each.
#[derive(Debug)]
pub(super) struct Duties<'p> {
    problem: &'p Problem,
    /// By part.
    ways: Vec<Vec<Way>>,
}

/// One way to meet the duties of a part.
#[derive(Debug, Clone)]
struct Way {
    /// The cases that are in, each with the place of its start.
    picks: Vec<(usize, usize)>,
    delay: u64,
    /// By frame, parts of 10⁻⁸.
    uses: Vec<i128>,
}

impl Way {
    /// Whether it comes no later than another and uses no more of any frame.
    fn is_no_worse(&self, other: &Self) -> bool {
        self.delay <= other.delay && self.uses.iter().zip(&other.uses).all(|(own, other)| own <= other)
    }
}

impl<'p> Duties<'p> {
    /// The parts of a problem; none where some part has more ways than can be weighed.
    pub(super) fn of(problem: &'p Problem) -> Option<Self> {
        let parts = problem.sets(&problem.asked_for());
        let ways = parts.iter().map(|part| Ways::of(problem, part));
        Some(Self { problem, ways: ways.collect::<Option<_>>()? })
    }

    /// The choice with the least delay.
    pub(super) fn soonest(&self, left: &mut Effort) -> Solved {
        let item = |ways: &Vec<Way>| Item { starts: ways.iter().map(start).collect(), locked_in: true };
        let small = Problem {
            items: self.ways.iter().map(item).collect(),
            limits: self.problem.limits.clone(),
            ..Problem::default()
        };
        let solved = seek(&small, Aim::Most, left, &Prior::default());
        let Solved::Found { picks: chosen, gap, .. } = solved else { return solved };
        let mut picks: Picks = vec![None; self.problem.items.len()];
        for (ways, way) in self.ways.iter().zip(chosen) {
            for (item, start) in way.and_then(|way| ways.get(way)).into_iter().flat_map(|way| &way.picks) {
                picks[*item] = Some(*start);
            }
        }
        match self.problem.worth(&picks) {
            Some(worth) => Solved::Found { picks, worth, gap },
            None => Solved::Unknown,
        }
    }
}

/// A way as a start of its part.
fn start(way: &Way) -> Start {
    Start {
        value: -i128::from(way.delay) * YEAR,
        uses: way.uses.iter().copied().enumerate().filter(|(_, used)| *used != 0).collect(),
        ..Start::default()
    }
}

/// The ways of one part, as they are found.
struct Ways<'w> {
    problem: &'w Problem,
    part: &'w [usize],
    groups: Vec<&'w [usize]>,
    /// The start of each case of the problem so far.
    picks: Picks,
    tried: usize,
    found: Vec<Way>,
}

impl<'w> Ways<'w> {
    /// The ways none other of which is better in all; none where they are too many.
    fn of(problem: &'w Problem, part: &'w [usize]) -> Option<Vec<Way>> {
        if part.len() > MOST_STARTS {
            return None;
        }
        let is_of_part = |group: &&[usize]| group.first().is_some_and(|item| part.contains(item));
        let groups = problem.groups.iter().map(Vec::as_slice).filter(is_of_part).collect();
        let picks = vec![None; problem.items.len()];
        let mut ways = Self { problem, part, groups, picks, tried: 0, found: Vec::new() };
        ways.meet(0);
        (ways.tried < MOST_TRIED && ways.found.len() < MOST_STARTS).then_some(ways.found)
    }

    /// Meets the duties from a place on: one start of one case for each.
    fn meet(&mut self, group: usize) {
        let Some(members) = self.groups.get(group).copied() else { return self.settle(0) };
        for item in members {
            self.with_each_start(*item, |ways| ways.meet(group + 1));
        }
    }

    /// Goes on with a case in: at the start it has, or at each it may have.
    fn with_each_start(&mut self, item: usize, mut go_on: impl FnMut(&mut Self)) {
        self.tried += 1;
        if self.tried >= MOST_TRIED {
            return;
        }
        if self.picks[item].is_some() {
            return go_on(self);
        }
        for start in 0..self.problem.items[item].starts.len().min(MOST_STARTS) {
            self.picks[item] = Some(start);
            go_on(self);
        }
        self.picks[item] = None;
    }

    /// Settles the cases that may or have to be in without a duty, from a place in the part on.
    fn settle(&mut self, place: usize) {
        let Some(item) = self.part.get(place).copied() else { return self.require() };
        let case = &self.problem.items[item];
        let is_open = self.picks[item].is_none() && (case.locked_in || case.gives_back());
        if !case.locked_in || self.picks[item].is_some() {
            self.settle(place + 1);
        }
        if is_open {
            self.with_each_start(item, |ways| ways.settle(place + 1));
        }
    }

    /// Brings in what is required, and keeps the way where all is met.
    fn require(&mut self) {
        let year = |item: usize| self.problem.start(&self.picks, item).map(|start| start.year);
        let unmet = self.problem.requires.iter().find(|(item, other)| {
            let own = if self.part.contains(item) { year(*item) } else { None };
            own.is_some_and(|own| year(*other).is_none_or(|other| own < other))
        });
        match unmet {
            None => self.keep(),
            // What is in starts too late.
            Some((_, other)) if self.picks[*other].is_some() => {}
            Some((_, other)) => self.with_each_start(*other, Self::require),
        }
    }

    /// Keeps a way, unless another is as good in all.
    fn keep(&mut self) {
        let is_in = |item: &usize| self.picks[*item].is_some();
        if self.problem.excludes.iter().any(|(one, other)| is_in(one) && is_in(other)) {
            return;
        }
        let delays = self.groups.iter().filter_map(|group| {
            group
                .iter()
                .filter_map(|item| self.problem.start(&self.picks, *item))
                .map(|start| start.delay)
                .min()
        });
        let way = Way {
            delay: delays.map(u64::from).sum(),
            uses: self.problem.used(&self.picks),
            picks: self.part.iter().filter_map(|item| Some((*item, self.picks[*item]?))).collect(),
        };
        if !self.found.iter().any(|found| found.is_no_worse(&way)) {
            self.found.retain(|found| !way.is_no_worse(found));
            self.found.push(way);
        }
    }
}

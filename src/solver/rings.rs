//! Cases that require each other in a ring: all of them are in, with one start, or none. Each ring is one item of a
//! smaller problem.

use super::problem::{Item, Picks, Problem, Start};
use super::{Effort, Prior, Solved, solve_whole};
use std::collections::BTreeMap;

/// A problem with its rings as items.
pub(super) struct Rings<'r> {
    problem: &'r Problem,
    small: Problem,
}

impl<'r> Rings<'r> {
    /// The rings of a problem; none where there are none.
    pub(super) fn of(problem: &'r Problem) -> Option<Self> {
        let mut packs = packs(problem);
        if packs.len() == problem.items.len() {
            return None;
        }
        packs.sort_unstable();
        let mut place = vec![0; problem.items.len()];
        for (pack, items) in packs.iter().enumerate() {
            items.iter().for_each(|item| place[*item] = pack);
        }
        let pair = |(one, other): &(usize, usize)| (place[*one], place[*other]);
        let mut requires: Vec<(usize, usize)> = problem.requires.iter().map(pair).collect();
        requires.retain(|(one, other)| one != other);
        requires.sort_unstable();
        requires.dedup();
        let group = |group: &Vec<usize>| {
            let mut items: Vec<usize> = group.iter().map(|item| place[*item]).collect();
            items.sort_unstable();
            items.dedup();
            items
        };
        let small = Problem {
            items: packs.iter().map(|items| packed(problem, items)).collect(),
            limits: problem.limits.clone(),
            requires,
            excludes: problem.excludes.iter().map(pair).collect(),
            groups: problem.groups.iter().map(group).collect(),
            demands: problem.demands,
            packs,
            at_once: problem.at_once,
        };
        Some(Self { problem, small })
    }

    /// The best choice of the smaller problem, as one of the whole.
    pub(super) fn solve(&self, effort: Effort, known: &Prior) -> Solved {
        let pool = known.pool.iter().map(|picks| self.small_of(picks)).collect();
        match solve_whole(&self.small, effort, &Prior { pool }) {
            Solved::Found { picks, worth, gap } => Solved::Found { picks: self.whole_of(&picks), worth, gap },
            solved @ (Solved::Impossible | Solved::Unknown) => solved,
        }
    }

    fn whole_of(&self, picks: &[Option<usize>]) -> Picks {
        let mut whole = vec![None; self.problem.items.len()];
        for (pack, items) in self.small.packs.iter().enumerate() {
            let Some(year) = self.small.start(picks, pack).map(|start| start.year) else { continue };
            for item in items {
                whole[*item] = self.problem.items[*item].starts.iter().position(|start| start.year == year);
            }
        }
        whole
    }

    fn small_of(&self, picks: &[Option<usize>]) -> Picks {
        let of = |(items, pack): (&Vec<usize>, &Item)| {
            let year = self.problem.start(picks, *items.first()?)?.year;
            pack.starts.iter().position(|start| start.year == year)
        };
        self.small.packs.iter().zip(&self.small.items).map(of).collect()
    }
}

/// The cases that require each other, however far along, each ring by itself; a case in no ring is alone. A ring that
/// some duty is met by in another year than it is met by another of it is left as it stands.
fn packs(problem: &Problem) -> Vec<Vec<usize>> {
    let mut walk = Walk {
        after: vec![Vec::new(); problem.items.len()],
        number: vec![0; problem.items.len()],
        low: vec![0; problem.items.len()],
        waits: vec![false; problem.items.len()],
        stack: Vec::new(),
        found: Vec::new(),
        next: 1,
    };
    for (item, other) in &problem.requires {
        if *item < walk.after.len() && *other < walk.after.len() {
            walk.after[*item].push(*other);
        }
    }
    for item in 0..problem.items.len() {
        walk.from(item);
    }
    walk.found
        .into_iter()
        .flat_map(|pack| if is_one(problem, &pack) { vec![pack] } else { apart(pack) })
        .collect()
}

fn apart(pack: Vec<usize>) -> Vec<Vec<usize>> {
    pack.into_iter().map(|item| vec![item]).collect()
}

/// Whether a ring is as late, whichever of its cases one looks at, as far as duties are met by it.
fn is_one(problem: &Problem, pack: &[usize]) -> bool {
    let in_group = |item: &&usize| problem.groups.iter().any(|group| group.contains(item));
    if pack.len() == 1 || !pack.iter().any(|item| in_group(&item)) {
        return true;
    }
    let offset = |item: &usize| {
        problem.items[*item].starts.first().map(|start| i32::from(start.year) - i32::from(start.delay))
    };
    pack.iter().all(|item| offset(item) == pack.first().and_then(offset))
}

/// A ring as one item: the starts that all have.
fn packed(problem: &Problem, items: &[usize]) -> Item {
    let of = |item: &usize| &problem.items[*item];
    let Some((first, others)) = items.split_first() else { return Item::default() };
    let mut starts = of(first).starts.clone();
    for other in others {
        starts.retain_mut(|start| {
            let own = of(other).starts.iter().find(|own| own.year == start.year);
            own.map(|own| add(start, own)).is_some()
        });
    }
    for start in &mut starts {
        let mut uses: BTreeMap<usize, i128> = BTreeMap::new();
        for (row, used) in start.uses.drain(..) {
            *uses.entry(row).or_default() += used;
        }
        start.uses = uses.into_iter().filter(|(_, used)| *used != 0).collect();
    }
    Item { starts, locked_in: items.iter().any(|item| of(item).locked_in) }
}

fn add(start: &mut Start, own: &Start) {
    start.value = start.value.saturating_add(own.value);
    start.uses.extend_from_slice(&own.uses);
    for (saved, own) in start.savings.iter_mut().zip(own.savings) {
        *saved = saved.saturating_add(own);
    }
}

/// A walk along what cases require (Tarjan 1972), without recursion: a ring may be as long as the list.
struct Walk {
    after: Vec<Vec<usize>>,
    /// When each was come to, from 1; 0 before that. And the first that can be come back to from it.
    number: Vec<usize>,
    low: Vec<usize>,
    waits: Vec<bool>,
    stack: Vec<usize>,
    found: Vec<Vec<usize>>,
    next: usize,
}

impl Walk {
    fn from(&mut self, first: usize) {
        if self.number[first] > 0 {
            return;
        }
        let mut path = vec![(first, 0)];
        self.enter(first);
        while let Some((item, step)) = path.last_mut() {
            let item = *item;
            if let Some(other) = self.after[item].get(*step).copied() {
                *step += 1;
                if self.number[other] == 0 {
                    self.enter(other);
                    path.push((other, 0));
                } else if self.waits[other] {
                    self.low[item] = self.low[item].min(self.number[other]);
                }
                continue;
            }
            path.pop();
            if let Some((before, _)) = path.last() {
                self.low[*before] = self.low[*before].min(self.low[item]);
            }
            if self.low[item] == self.number[item] {
                self.leave(item);
            }
        }
    }

    fn enter(&mut self, item: usize) {
        (self.number[item], self.low[item], self.waits[item]) = (self.next, self.next, true);
        self.next += 1;
        self.stack.push(item);
    }

    /// What was come to since an item, and leads back to it, is a ring.
    fn leave(&mut self, item: usize) {
        let place = self.stack.iter().rposition(|other| *other == item).unwrap_or(0);
        let mut ring = self.stack.split_off(place);
        ring.iter().for_each(|other| self.waits[*other] = false);
        ring.sort_unstable();
        self.found.push(ring);
    }
}

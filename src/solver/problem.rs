//! The choice as whole numbers: cases that may start in some years, what each start uses of every
//! frame, and what has to hold between them. Exact, and without a word about where it came from.
//!
//! Amounts are whole parts of 10⁻⁸: of a krone for money, of an årsverk for change capacity.

use std::cmp::{Ordering, Reverse};

/// What is to be chosen from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Problem {
    /// The cases, in the order of their ids: ties are settled by it.
    pub items: Vec<Item>,
    /// What is left of each frame and year when the decided cases have used theirs.
    pub limits: Vec<i128>,
    /// krever: the first is in only when the second is, and starts no earlier than it.
    pub requires: Vec<(usize, usize)>,
    /// utelukker: not both.
    pub excludes: Vec<(usize, usize)>,
    /// må-groups: at least one of each is in.
    pub groups: Vec<Vec<usize>>,
    /// innsparingskrav by plan year, what the decided cases save taken off; none where there is none.
    pub demands: [Option<i128>; 4],
    /// The cases that each item is, by their places in the order of ids, the least first; empty where each item is one
    /// case, in order.
    pub packs: Vec<Vec<usize>>,
    /// Whether only a choice where nothing is delayed or missing is of use.
    pub at_once: bool,
}

/// One case, or several that go together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// The starts it may have, earliest first; none when it is locked out.
    pub starts: Vec<Start>,
    /// Whether it has to be in (låst: inn).
    pub locked_in: bool,
}

/// One start a case may have.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Start {
    /// The year.
    pub year: u16,
    /// Years after oppstart.
    pub delay: u16,
    /// The method's value, parts of 10⁻⁸ kr.
    pub value: i128,
    /// What it uses: the frame's place in [`Problem::limits`], and how much. Negative gives back.
    pub uses: Vec<(usize, i128)>,
    /// What it counts towards innsparingskrav in each plan year, parts of 10⁻⁸ kr.
    pub savings: [i128; 4],
}

/// A choice: for each case the place of its start among [`Item::starts`], or none where it is out.
pub type Picks = Vec<Option<usize>>;

/// How much more of a frame is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Lack {
    /// The frame's place in [`Problem::limits`].
    pub row: usize,
    /// In its parts.
    pub by: i128,
}

/// How good a choice is, in the order the goals are taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// Σ over må-groups of the smallest delay among its chosen cases, years.
    pub delay: u64,
    /// Σ over years of what is missing of innsparingskrav, parts of 10⁻⁸ kr.
    pub shortfall: i128,
    /// The sum of the method's value, parts of 10⁻⁸ kr.
    pub value: i128,
    /// The chosen cases, in order, with their start years.
    pub chosen: Vec<(usize, u16)>,
}

impl Worth {
    /// `Less` is better: least delay, least shortfall, highest value, fewest cases, the least list
    /// of ids, and the earliest starts in that order.
    pub fn compare(&self, other: &Self) -> Ordering {
        let goals = |worth: &Self| (worth.delay, worth.shortfall, Reverse(worth.value), worth.chosen.len());
        let ids = |worth: &Self| worth.chosen.iter().map(|(item, _)| *item).collect::<Vec<_>>();
        let years = |worth: &Self| worth.chosen.iter().map(|(_, year)| *year).collect::<Vec<_>>();
        goals(self)
            .cmp(&goals(other))
            .then_with(|| ids(self).cmp(&ids(other)))
            .then_with(|| years(self).cmp(&years(other)))
    }
}

impl Worth {
    /// What goes before the value: delay and shortfall.
    pub const fn goals(&self) -> (u64, i128) {
        (self.delay, self.shortfall)
    }

    /// How much less the value is than another's; none where something that goes before the value differs.
    pub fn less_value_than(&self, other: &Self) -> Option<i128> {
        (self.goals() == other.goals()).then(|| other.value.saturating_sub(self.value))
    }
}

impl Problem {
    /// The start an item has in a choice.
    pub fn start(&self, picks: &[Option<usize>], item: usize) -> Option<&Start> {
        let pick = picks.get(item).copied().flatten()?;
        self.items.get(item)?.starts.get(pick)
    }

    /// How good a choice is; none where it breaks a frame or anything else that has to hold.
    pub fn worth(&self, picks: &[Option<usize>]) -> Option<Worth> {
        self.holds(picks).then(|| self.sum(picks))
    }

    /// What a choice uses of each frame.
    pub fn used(&self, picks: &[Option<usize>]) -> Vec<i128> {
        let mut used = vec![0_i128; self.limits.len()];
        for (_, start) in self.chosen(picks) {
            for (row, amount) in &start.uses {
                if let Some(sum) = used.get_mut(*row) {
                    *sum = sum.saturating_add(*amount);
                }
            }
        }
        used
    }

    /// What a choice lacks of innsparingskrav in each plan year; nothing is 0.
    pub fn shortfalls(&self, picks: &[Option<usize>]) -> [i128; 4] {
        let mut missing = self.demands.map(|demand| demand.unwrap_or(0));
        for (_, start) in self.chosen(picks) {
            for (left, saved) in missing.iter_mut().zip(start.savings) {
                *left = left.saturating_sub(saved);
            }
        }
        let mut demands = self.demands.into_iter();
        missing.map(|left| demands.next().flatten().map_or(0, |_| left.max(0)))
    }

    /// The plan years that have an innsparingskrav, with it.
    pub fn demanded(&self) -> Vec<(usize, i128)> {
        let demands = self.demands.iter().enumerate();
        demands.filter_map(|(year, demand)| Some((year, (*demand)?))).collect()
    }

    fn chosen<'p>(&'p self, picks: &'p [Option<usize>]) -> impl Iterator<Item = (usize, &'p Start)> {
        (0..self.items.len()).filter_map(|item| Some((item, self.start(picks, item)?)))
    }

    fn sum(&self, picks: &[Option<usize>]) -> Worth {
        let delays = self.groups.iter().map(|group| {
            let delays = group.iter().filter_map(|item| self.start(picks, *item)).map(|start| start.delay);
            delays.min().map_or(0, u64::from)
        });
        Worth {
            delay: delays.sum(),
            shortfall: self.shortfalls(picks).into_iter().sum(),
            value: self.chosen(picks).map(|(_, start)| start.value).sum(),
            chosen: self.named(picks),
        }
    }

    /// The chosen cases, in order, with their start years.
    fn named(&self, picks: &[Option<usize>]) -> Vec<(usize, u16)> {
        let chosen = self.chosen(picks);
        if self.packs.is_empty() {
            return chosen.map(|(item, start)| (item, start.year)).collect();
        }
        let cases = |item: usize| self.packs.get(item).into_iter().flatten().copied();
        let named = chosen.flat_map(|(item, start)| cases(item).map(move |case| (case, start.year)));
        let mut named: Vec<(usize, u16)> = named.collect();
        named.sort_unstable();
        named
    }

    /// How many cases an item is.
    pub(super) fn size(&self, item: usize) -> usize {
        self.packs.get(item).map_or(1, Vec::len)
    }

    fn holds(&self, picks: &[Option<usize>]) -> bool {
        let is_in = |item: &usize| self.start(picks, *item).is_some();
        let locked = self.items.iter().enumerate().all(|(item, case)| !case.locked_in || is_in(&item));
        let within = self.used(picks).iter().zip(&self.limits).all(|(used, limit)| used <= limit);
        let required = self.requires.iter().all(|(item, other)| {
            let (start, other) = (self.start(picks, *item), self.start(picks, *other));
            start.is_none_or(|start| other.is_some_and(|other| other.year <= start.year))
        });
        locked
            && within
            && required
            && self.excludes.iter().all(|(one, other)| !(is_in(one) && is_in(other)))
            && self.groups.iter().all(|group| group.iter().any(is_in))
    }
}

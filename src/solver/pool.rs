//! Better choices between good ones: a case may have the option it has in any of some (after Rothberg 2007).
//!
//! Good choices that were found in different places differ in few cases, and what is best between them is soon
//! searched through.

use super::hunt::Hunt;

/// Good choices that are kept at most.
const MOST: usize = 20;
/// Choices that are searched between at first.
const FIRST: usize = 3;
/// Nodes of one search between them, and how many searches follow each other.
const NODES: u64 = 1_000;
const SEARCHES: usize = 4;
/// How many times the effort of these searches goes to the rest before the next: where something was gained, and at
/// most where nothing is.
const WAIT: u64 = 2;
const MOST_WAIT: u64 = 8;

/// The best choices that were found near what a linear program wishes for.
#[derive(Debug)]
pub(super) struct Pool {
    /// The highest merit first.
    good: Vec<Good>,
    /// The first of those that are searched between next, and how many they are.
    first: usize,
    count: usize,
    /// What is spent when that is, and how long it is waited after it.
    next: u64,
    wait: u64,
}

#[derive(Debug)]
struct Good {
    merit: f64,
    options: Vec<usize>,
}

impl Pool {
    pub(super) const fn empty() -> Self {
        Self { good: Vec::new(), first: 0, count: FIRST, next: 0, wait: WAIT }
    }

    pub(super) fn keep(&mut self, options: Vec<usize>, merit: f64) {
        if self.good.iter().all(|good| good.options != options) {
            let place = self.good.partition_point(|good| good.merit >= merit);
            self.good.insert(place, Good { merit, options });
            self.good.truncate(MOST);
        }
    }

    /// The options of each item in those that are searched between.
    fn between(&self) -> Vec<u128> {
        let Some(best) = self.good.first() else { return Vec::new() };
        let mut allowed = vec![0; best.options.len()];
        for good in self.good.iter().cycle().skip(self.first).take(self.count.min(self.good.len())) {
            for (mask, option) in allowed.iter_mut().zip(&good.options) {
                *mask |= 1 << option;
            }
        }
        allowed
    }

    /// Goes on to the next, as many as can be searched through.
    fn turn(&mut self, count: usize) {
        self.first = (self.first + self.count) % self.good.len().max(1);
        self.count = count.clamp(1, self.good.len().max(1));
    }
}

impl Hunt<'_> {
    /// Better choices between good ones, for a search that may take long.
    pub(super) fn recombine(&mut self) {
        if self.progress.spent < self.pool.next {
            return;
        }
        let Some(root) = self.root.take() else { return };
        let (merit, spent) = (self.record.merit(), self.progress.spent);
        for _ in 0..SEARCHES {
            let (before, between) = (self.nodes, self.pool.between());
            let is_bettered = self.is_bettered(&root, NODES, |item, option| {
                between.get(item).is_some_and(|all| all >> option & 1 == 1)
            });
            if self.nodes >= before + NODES {
                self.pool.turn(self.pool.count - 1);
            } else if !is_bettered {
                self.pool.turn(self.pool.count + 1);
            }
        }
        self.root = Some(root);
        self.pool.wait = if self.record.merit() > merit { WAIT } else { MOST_WAIT.min(self.pool.wait + 1) };
        self.pool.next = self.progress.spent + self.pool.wait * (self.progress.spent - spent);
    }
}

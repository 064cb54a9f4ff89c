//! A [`Problem`] with one goal, as the search wants it: options per item, and rows that bind them.
//!
//! Option 0 of an item is «out», option k its k-th start. Every row is divided by its largest figure,
//! so that one tolerance serves all; what is exact is asked of [`Problem::worth`] at every leaf.

use crate::problem::{Problem, Start, Worth};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Starts of one case that are looked at. Later ones are over a century away.
pub(super) const MOST_STARTS: usize = 120;
/// Slack in a scaled row: far above the error of a sum of floats, far below any amount that matters.
/// A choice that needs it is refused at the leaf, where sums are exact.
pub(super) const ROW_SLACK: f64 = 1e-9;
/// Parts of 10⁻⁸ in one krone or årsverk.
const PARTS: f64 = 1e8;

/// What is sought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Aim {
    /// The least delay of the må-groups.
    Delay,
    /// The least shortfall, with the delay held.
    Shortfall {
        /// Years.
        delay: u64,
    },
    /// The highest value, in whole kroner, ties left as they are.
    Most,
    /// The highest value, then the ties, with delay and shortfall held.
    Value {
        /// Years.
        delay: u64,
        /// Parts of 10⁻⁸ kr.
        shortfall: i128,
    },
}

impl Aim {
    /// Whether a choice holds what the goals before this one have reached.
    pub(super) fn admits(self, worth: &Worth) -> bool {
        match self {
            Self::Delay | Self::Most => true,
            Self::Shortfall { delay } => worth.delay <= delay,
            Self::Value { delay, shortfall } => worth.delay <= delay && worth.shortfall <= shortfall,
        }
    }

    /// `Less` is better.
    pub(super) fn compare(self, one: &Worth, other: &Worth) -> Ordering {
        match self {
            Self::Delay => one.delay.cmp(&other.delay),
            Self::Shortfall { .. } => one.shortfall.cmp(&other.shortfall),
            Self::Most => other.value.cmp(&one.value),
            Self::Value { .. } => one.compare(other),
        }
    }

    /// What the search raises: a choice's figure of merit.
    pub(super) fn merit(self, worth: &Worth) -> f64 {
        match self {
            Self::Delay => -(worth.delay as f64),
            Self::Shortfall { .. } => -whole(worth.shortfall),
            Self::Most | Self::Value { .. } => whole(worth.value),
        }
    }

    /// Whether the merit is the sum of what the cases are worth.
    pub(super) const fn is_of_value(self) -> bool {
        matches!(self, Self::Most | Self::Value { .. })
    }
}

/// Parts of 10⁻⁸ as kroner or årsverk.
pub(super) fn whole(parts: i128) -> f64 {
    parts as f64 / PARTS
}

/// Kroner or årsverk as parts of 10⁻⁸; what is too large to count is the largest there is.
#[allow(clippy::cast_possible_truncation, reason = "a float outside the range is its nearest end")]
pub(super) fn parts(whole: f64) -> i128 {
    (whole * PARTS).ceil() as i128
}

/// The options of a mask, lowest first.
pub(super) fn options_of(allowed: u128) -> impl Iterator<Item = usize> {
    (0..128_usize)
        .take(128 - allowed.leading_zeros() as usize)
        .filter(move |option| allowed >> option & 1 == 1)
}

/// Items, options and rows.
#[derive(Debug, Clone)]
pub(super) struct Tableau {
    /// Merit of every option of every item; the first is «out».
    pub(super) merit: Vec<Vec<f64>>,
    /// Which options an item may have at the outset, a bit each.
    pub(super) allowed: Vec<u128>,
    /// What binds them.
    pub(super) rows: Vec<Constraint>,
    /// How many of the items are cases; those after are må-groups waiting for a delay.
    pub(super) cases: usize,
    /// What is sought.
    pub(super) goal: Aim,
}

/// Σ uses ≤ limit.
#[derive(Debug, Clone)]
pub(super) struct Constraint {
    pub(super) limit: f64,
    /// What each unit above the limit costs, where the row may be broken.
    pub(super) penalty: Option<f64>,
    pub(super) entries: Vec<Term>,
}

impl Constraint {
    /// How far above its limit these shares of options are.
    pub(super) fn excess(&self, shares: &[Vec<f64>]) -> f64 {
        let of = |term: &Term| -> f64 {
            term.uses.iter().zip(&shares[term.item]).map(|(used, share)| used * share).sum()
        };
        self.entries.iter().map(of).sum::<f64>() - self.limit
    }

    /// The same, of the row's length: how deep a cut it is.
    pub(super) fn depth(&self, shares: &[Vec<f64>]) -> f64 {
        let length: f64 = self.entries.iter().flat_map(|term| &term.uses).map(|used| used * used).sum();
        self.excess(shares) / length.sqrt().max(1e-6)
    }
}

/// What one item uses of a row.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) item: usize,
    /// By option; the first is «out» and 0.
    pub(super) uses: Vec<f64>,
}

impl Tableau {
    /// The model of a problem with a goal.
    pub(super) fn new(problem: &Problem, goal: Aim) -> Self {
        let starts = |item: usize| problem.items.get(item).map_or(&[][..], |item| &item.starts);
        let merit = |start: &Start| if goal.is_of_value() { whole(start.value) } else { 0.0 };
        let options = |item: usize| starts(item).iter().take(MOST_STARTS);
        let items = 0..problem.items.len();
        let mut model = Self {
            merit: items
                .clone()
                .map(|item| std::iter::once(0.0).chain(options(item).map(merit)).collect())
                .collect(),
            allowed: items.map(|item| all(options(item).count())).collect(),
            rows: Vec::new(),
            cases: problem.items.len(),
            goal,
        };
        for (item, case) in problem.items.iter().enumerate() {
            if case.locked_in
                && let Some(allowed) = model.allowed.get_mut(item)
            {
                *allowed &= !1;
            }
        }
        let mut rows = Rows { problem, model: &mut model };
        rows.frames();
        rows.relations();
        rows.groups();
        rows.savings();
        model
    }
}

/// Every option of an item with some starts.
fn all(starts: usize) -> u128 {
    (0..=starts).fold(0, |mask, option| mask | (1 << option))
}

/// The rows of a problem, as they are written into its model.
struct Rows<'m, 'p> {
    problem: &'p Problem,
    model: &'m mut Tableau,
}

impl Rows<'_, '_> {
    fn frames(&mut self) {
        for (frame, limit) in self.problem.limits.iter().enumerate() {
            let uses = |start: &Start| {
                start.uses.iter().filter(|(row, _)| *row == frame).map(|(_, amount)| whole(*amount)).sum()
            };
            let entries = self.entries(0..self.problem.items.len(), uses);
            self.add(whole(*limit), entries, None);
        }
    }

    fn relations(&mut self) {
        let problem = self.problem;
        let required = problem.requires.iter().copied().chain(twins(problem));
        for (item, other) in required.collect::<Vec<_>>() {
            let Some(case) = problem.items.get(item) else { continue };
            for year in case.starts.iter().map(|start| start.year) {
                let mut entries = self.entries([item], |start| f64::from(u8::from(start.year <= year)));
                entries.extend(self.entries([other], |start| -f64::from(u8::from(start.year <= year))));
                self.add(0.0, entries, None);
            }
        }
        for clique in cliques(&problem.excludes) {
            let entries = self.entries(clique, |_| 1.0);
            self.add(1.0, entries, None);
        }
    }

    /// At least one of each må-group in; and its delay, as the goal has it.
    fn groups(&mut self) {
        let problem = self.problem;
        let held = match self.model.goal {
            Aim::Delay | Aim::Most => None,
            Aim::Shortfall { delay } | Aim::Value { delay, .. } => Some(delay),
        };
        let mut levels = Vec::new();
        for group in &problem.groups {
            let soonest = |start: &Start| if held != Some(0) || start.delay == 0 { -1.0 } else { 0.0 };
            let entries = self.entries(group.iter().copied(), soonest);
            self.add(-1.0, entries, None);
            if held != Some(0) {
                levels.extend(self.level(group));
            }
        }
        if let Some(delay) = held.filter(|delay| *delay > 0) {
            self.add(delay as f64, levels, None);
        }
    }

    /// A må-group as an item of its own: its option k + 1 is a delay of k years, and a delay of no more
    /// than k asks that some case of the group starts by then.
    fn level(&mut self, group: &[usize]) -> Option<Term> {
        let starts =
            group.iter().filter_map(|item| self.problem.items.get(*item)).flat_map(|item| &item.starts);
        let longest = starts.map(|start| start.delay).max()?.min(119);
        let item = self.model.merit.len();
        let delays: Vec<f64> = (0..=longest).map(f64::from).collect();
        let cost = if self.model.goal == Aim::Delay { -1.0 } else { 0.0 };
        self.model.merit.push(std::iter::once(0.0).chain(delays.iter().map(|years| cost * years)).collect());
        self.model.allowed.push(all(delays.len()) & !1);
        for delay in 0..=longest {
            let by_then = |start: &Start| if start.delay <= delay { -1.0 } else { 0.0 };
            let mut entries = self.entries(group.iter().copied(), by_then);
            let own = (0..=longest).map(|level| f64::from(u8::from(level <= delay)));
            entries.push(Term { item, uses: std::iter::once(0.0).chain(own).collect() });
            self.add(0.0, entries, None);
        }
        Some(Term { item, uses: std::iter::once(0.0).chain(delays).collect() })
    }

    /// innsparingskrav: broken at a price while the shortfall is sought, then held. That the sum of
    /// what is missing in some years is at most S is one row for every set of those years.
    fn savings(&mut self) {
        let (problem, goal) = (self.problem, self.model.goal);
        let demands = problem.demanded();
        let (sets, held) = match goal {
            Aim::Delay | Aim::Most => return,
            Aim::Shortfall { .. } | Aim::Value { shortfall: 0, .. } => {
                ((0..demands.len()).map(|one| 1 << one).collect(), 0)
            }
            Aim::Value { shortfall, .. } => ((1..1_usize << demands.len()).collect::<Vec<_>>(), shortfall),
        };
        let penalty = matches!(goal, Aim::Shortfall { .. }).then_some(1.0);
        for set in sets {
            let chosen = || demands.iter().enumerate().filter(move |(place, _)| set >> place & 1 == 1);
            let demanded: i128 = chosen().map(|(_, (_, demand))| *demand).sum();
            let saved = |start: &Start| {
                let of = |year: usize| start.savings.get(year).copied().unwrap_or(0);
                -whole(chosen().map(|(_, (year, _))| of(*year)).sum())
            };
            let entries = self.entries(0..problem.items.len(), saved);
            self.add(whole(held - demanded), entries, penalty);
        }
    }

    /// What some items use, where they use anything.
    fn entries(&self, items: impl IntoIterator<Item = usize>, uses: impl Fn(&Start) -> f64) -> Vec<Term> {
        let entry = |item: usize| {
            let starts = self.problem.items.get(item)?.starts.iter().take(MOST_STARTS);
            let uses: Vec<f64> = std::iter::once(0.0).chain(starts.map(&uses)).collect();
            uses.iter().any(|used| *used != 0.0).then_some(Term { item, uses })
        };
        items.into_iter().filter_map(entry).collect()
    }

    /// Adds a row, scaled, unless no choice can break it.
    fn add(&mut self, limit: f64, entries: Vec<Term>, penalty: Option<f64>) {
        let most: f64 = entries.iter().map(|entry| entry.uses.iter().fold(0.0_f64, |a, b| a.max(*b))).sum();
        if most <= limit {
            return;
        }
        let largest = entries.iter().flat_map(|entry| &entry.uses).fold(limit.abs(), |a, b| a.max(b.abs()));
        let mut entries = entries;
        for used in entries.iter_mut().flat_map(|entry| &mut entry.uses) {
            *used /= largest;
        }
        let penalty = penalty.map(|penalty| penalty * largest);
        self.model.rows.push(Constraint { limit: limit / largest, penalty, entries });
    }
}

/// Pairs that exclude each other, as sets of which all exclude each other: «one of these» is one row, and a linear
/// program takes half of each in where there is one row for each pair.
fn cliques(pairs: &[(usize, usize)]) -> Vec<Vec<usize>> {
    let mut beside: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for (one, other) in pairs {
        beside.entry(*one).or_default().insert(*other);
        beside.entry(*other).or_default().insert(*one);
    }
    let mut held = BTreeSet::new();
    let mut cliques = Vec::new();
    for (one, other) in pairs {
        if held.contains(&(*one, *other)) {
            continue;
        }
        let mut clique = vec![*one, *other];
        // A ring of krever in which two exclude each other is one item, and excludes itself.
        let mut common = if one == other { BTreeSet::new() } else { &beside[one] & &beside[other] };
        while let Some(next) = common.pop_first() {
            common.retain(|item| beside[&next].contains(item));
            clique.push(next);
        }
        held.extend(clique.iter().flat_map(|one| clique.iter().map(|other| (*one, *other))));
        cliques.push(clique);
    }
    cliques
}

/// Cases that differ in nothing but their id: the earlier is in when the later is, and starts no later.
/// That keeps the choice the ties ask for, and spares the search every way of swapping them.
fn twins(problem: &Problem) -> Vec<(usize, usize)> {
    let named: Vec<usize> = problem
        .requires
        .iter()
        .chain(&problem.excludes)
        .flat_map(|(one, other)| [*one, *other])
        .chain(problem.groups.iter().flatten().copied())
        .collect();
    let mut last: BTreeMap<_, usize> = BTreeMap::new();
    let mut twins = Vec::new();
    for (item, case) in problem.items.iter().enumerate() {
        if case.locked_in || case.starts.is_empty() || named.contains(&item) {
            continue;
        }
        let looks =
            case.starts.iter().map(|start| (start.year, start.value, start.uses.clone(), start.savings));
        if let Some(earlier) = last.insert((problem.size(item), looks.collect::<Vec<_>>()), item) {
            twins.push((item, earlier));
        }
    }
    twins
}

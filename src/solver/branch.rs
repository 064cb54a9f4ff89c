//! Which case to branch on.

use super::AT_ONCE;
use super::tree::{Node, Tree, options_of};

/// How often each option was planned of late, by item.
pub(super) type Shares = Vec<Vec<f64>>;

/// How much of its size a must-group counts for: its delay follows from the cases.
const FOLLOWS: f64 = 1e-3;
/// What counts of an item that is planned the same way every time.
const SETTLED: f64 = 1e-3;

/// An item that is held to an option.
#[derive(Debug, Clone, Copy)]
pub(super) struct Held {
    pub(super) item: usize,
    pub(super) option: usize,
}

/// How much it has lowered the bound to hold an item to an option.
#[derive(Debug, Clone)]
pub(super) struct Gains {
    /// By item and option: the sum, and of how many.
    noted: Vec<Vec<(f64, f64)>>,
    /// All gains, and the sizes of what they were made with.
    all: (f64, f64),
}

impl Gains {
    pub(super) fn none(merit: &[Vec<f64>]) -> Self {
        let noted = merit.iter().map(|options| vec![(0.0, 0.0); options.len()]).collect();
        Self { noted, all: (0.0, 0.0) }
    }

    pub(super) fn note(&mut self, Held { item, option }: Held, gain: f64, size: f64) {
        let (sum, count) = &mut self.noted[item][option];
        (*sum, *count) = (*sum + gain, *count + 1.0);
        self.all = (self.all.0 + gain, self.all.1 + size);
    }

    /// What may be gained by an item of this size: what was gained before, and once what such items gain.
    fn of(&self, Held { item, option }: Held, size: f64) -> f64 {
        let (gained, sizes) = self.all;
        let rate = if gained > 0.0 { gained / sizes } else { 1.0 };
        let (sum, count) = self.noted[item][option];
        (sum + rate * size) / (count + 1.0)
    }
}

impl Tree<'_> {
    /// What an item is about: its largest merit, or 1 where merit is not of the cases.
    pub(super) fn size(&self, item: usize) -> f64 {
        let model = self.relaxation.model;
        if self.goal.is_of_value() {
            return model.merit[item].iter().fold(self.record.margin, |size, merit| size.max(merit.abs()));
        }
        if item < model.cases { 1.0 } else { FOLLOWS }
    }

    /// The item to branch on: the one that seems to matter most.
    pub(super) fn widest(&self, node: &Node, shares: &Shares) -> Option<usize> {
        let open = (0..node.allowed.len()).filter(|item| node.allowed[*item].count_ones() > 1);
        let matters = |item: usize| match self.goal {
            AT_ONCE => self.doubt(item, &shares[item]),
            _ => self.hope(item, node.allowed[item], &shares[item]),
        };
        open.map(|item| (matters(item), item))
            .fold(None, |best: Option<(f64, usize)>, next| match best {
                Some(best) if best.0 >= next.0 => Some(best),
                _ => Some(next),
            })
            .map(|(_, item)| item)
    }

    /// How much the plans were of more than one mind about an item, weighed by what it is about.
    fn doubt(&self, item: usize, shares: &[f64]) -> f64 {
        let all: f64 = shares.iter().sum();
        let most = shares.iter().fold(0.0_f64, |most, share| most.max(*share));
        (1.0 + SETTLED - part(most, all)) * self.size(item)
    }

    /// How much the options of an item may lower the bound (geometric mean): by what they have lowered it
    /// when they were held, and by how often of late something else was planned.
    fn hope(&self, item: usize, allowed: u128, shares: &[f64]) -> f64 {
        let (all, size): (f64, f64) = (shares.iter().sum(), self.size(item));
        let of = |option: usize| {
            self.gains.of(Held { item, option }, size) * (1.0 + SETTLED - part(shares[option], all))
        };
        let logs: f64 = options_of(allowed).map(|option| of(option).max(f64::MIN_POSITIVE).ln()).sum();
        (logs / f64::from(allowed.count_ones())).exp()
    }
}

/// What part of a sum; nothing where there is no sum.
fn part(of: f64, all: f64) -> f64 {
    if all > 0.0 { of / all } else { 0.0 }
}

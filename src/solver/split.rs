//! Which option to branch on: what it costs to have it, and what it costs not to.
//!
//! What it has cost before says much of what it will (pseudocosts); while little is known, both are tried
//! (after Achterberg, Koch and Martin 2005).

use super::hunt::{Held, Hunt, Node};
use super::model::options_of;
use super::program::Program;
use super::simplex::Ended;

/// Options that are tried at a node at most, and those in a row that are no better than the best.
const TRIED: usize = 8;
const PATIENCE: usize = 4;
/// An option that has been tried as often as this is not tried again.
const RELIABLE: f64 = 4.0;
/// Pivots of a trial.
const PIVOTS: u64 = 20;
/// Losses are weighed from this, so that one of nothing does not hide the other, up to this.
const LEAST: f64 = 1e-6;
const MOST: f64 = 1e9;
/// A share is not divided by less than this.
const SHARE: f64 = 1e-3;

/// What it has cost before not to have an option, and to have it, by item and option.
#[derive(Debug, Clone)]
pub(super) struct Costs {
    of: Vec<Vec<[Cost; 2]>>,
    all: [Cost; 2],
}

/// What was lost for a whole share, in all, and how often.
#[derive(Debug, Clone, Copy, Default)]
struct Cost {
    sum: f64,
    count: f64,
}

impl Cost {
    fn add(&mut self, loss: f64) {
        (self.sum, self.count) = (self.sum + loss, self.count + 1.0);
    }

    fn mean(self) -> f64 {
        if self.count > 0.0 { self.sum / self.count } else { 0.0 }
    }
}

/// An option that may be branched on.
struct Candidate {
    item: usize,
    option: usize,
    share: f64,
    score: f64,
}

impl Costs {
    pub(super) fn none(merit: &[Vec<f64>]) -> Self {
        let of = merit.iter().map(|options| vec![[Cost::default(); 2]; options.len()]).collect();
        Self { of, all: [Cost::default(); 2] }
    }

    fn note(&mut self, of: &Candidate, way: usize, loss: f64) {
        let part = if way == 0 { of.share } else { 1.0 - of.share };
        if loss.is_finite() {
            self.of[of.item][of.option][way].add(loss / part.max(SHARE));
            self.all[way].add(loss / part.max(SHARE));
        }
    }

    /// What it may cost: as before, and once what such options cost.
    fn expected(&self, item: usize, option: usize, way: usize) -> f64 {
        let Cost { sum, count } = self.of[item][option][way];
        (sum + self.all[way].mean()) / (count + 1.0)
    }

    fn is_reliable(&self, of: &Candidate) -> bool {
        self.of[of.item][of.option].iter().all(|cost| cost.count >= RELIABLE)
    }
}

/// How much both ways cost together.
fn score(down: f64, up: f64) -> f64 {
    down.clamp(LEAST, MOST) * up.clamp(LEAST, MOST)
}

impl Hunt<'_> {
    /// The item to branch on, held to what is looked at first; none where all shares are whole.
    pub(super) fn widest(&mut self, node: &Node) -> Option<Held> {
        let mut best: Option<(f64, Held)> = None;
        let mut misses = 0;
        let gap = node.program.in_unit(node.bound - self.threshold());
        for (place, of) in self.candidates(node).into_iter().enumerate() {
            let has = Held { item: of.item, allowed: 1 << of.option };
            let not = Held { item: of.item, allowed: node.allowed[of.item] & !has.allowed };
            let (score, first) = if place < TRIED && !self.costs.is_reliable(&of) {
                let (down, up) = (self.lost(&node.program, not), self.lost(&node.program, has));
                // More than this is not lost: nothing better is left then.
                self.costs.note(&of, 0, down.min(gap));
                self.costs.note(&of, 1, up.min(gap));
                (score(down, up), if up < down { has } else { not })
            } else {
                (of.score, if of.share > 0.5 { has } else { not })
            };
            if best.is_none_or(|(most, _)| score > most) {
                (best, misses) = (Some((score, first)), 0);
            } else {
                misses += 1;
            }
            if misses >= PATIENCE {
                break;
            }
        }
        best.map(|(_, first)| first)
    }

    /// The options with a part, the most telling first.
    fn candidates(&self, node: &Node) -> Vec<Candidate> {
        let mut all = Vec::new();
        let open = node.allowed.iter().enumerate().filter(|(_, allowed)| allowed.count_ones() > 1);
        for (item, allowed) in open {
            for option in options_of(*allowed) {
                let Some((down, up)) = node.program.losses(item, option) else { continue };
                let share = node.program.share(item, option);
                let down = down.max(self.costs.expected(item, option, 0) * share);
                let up = up.max(self.costs.expected(item, option, 1) * (1.0 - share));
                all.push(Candidate { item, option, share, score: score(down, up) });
            }
        }
        all.sort_by(|one, other| {
            let place = |of: &Candidate| (of.item, of.option);
            other.score.total_cmp(&one.score).then(place(one).cmp(&place(other)))
        });
        all
    }

    /// What a program loses when an item is held to these options, in its own unit.
    fn lost(&mut self, program: &Program, held: Held) -> f64 {
        let mut tried = program.clone();
        tried.hold(held.item, held.allowed);
        let ended = tried.try_out(PIVOTS);
        self.progress.work += tried.work() - program.work() + program.size() as u64;
        match ended {
            Ended::Broken(_) => f64::INFINITY,
            Ended::Highest | Ended::GivenUp => (program.gain() - tried.gain()).max(0.0),
        }
    }
}

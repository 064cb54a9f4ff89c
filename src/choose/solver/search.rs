//! The best plan of one block, exactly: a depth-first search, held down by multipliers on the block's
//! own rows.

use super::block::Block;
use super::model::ROW_SLACK;

/// What an option that is not allowed counts.
pub(super) const NEVER: f64 = f64::NEG_INFINITY;
/// Nodes after which a block's search is content with its bound.
const MOST_NODES: u32 = 200_000;
/// Steps that gain nothing before the step is shortened.
const PATIENCE: u32 = 3;

/// The best plan of a block.
#[derive(Debug, Clone)]
pub(super) struct Plan {
    /// No plan is worth more. What the plan is worth, unless the search was cut short.
    pub(super) bound: f64,
    /// Option of each member.
    pub(super) options: Vec<usize>,
}

/// A block with what its options are worth just now, by member and option.
#[derive(Debug, Clone, Copy)]
pub(super) struct Priced<'b> {
    pub(super) block: &'b Block,
    pub(super) worth: &'b [Vec<f64>],
}

impl Priced<'_> {
    /// What an option is worth when its use of the block's rows is paid for.
    fn reduced(&self, member: usize, option: usize, prices: &[f64]) -> f64 {
        let uses = &self.block.uses[member][option];
        self.worth[member][option] - uses.iter().zip(prices).map(|(used, price)| used * price).sum::<f64>()
    }

    /// Brings the prices of the block's own rows nearer to what they bind.
    pub(super) fn tune(&self, prices: &mut [f64], steps: u32) {
        let mut now = prices.to_vec();
        let (mut best, mut length, mut stuck) = (f64::INFINITY, 0.02, 0);
        for _ in 0..if prices.is_empty() { 0 } else { steps } {
            let mut slope = self.block.limits.clone();
            let mut bound: f64 = now.iter().zip(&slope).map(|(price, limit)| price * limit).sum();
            for member in 0..self.worth.len() {
                let (option, reduced) = self.dearest(member, &now);
                bound += reduced;
                for (left, used) in slope.iter_mut().zip(&self.block.uses[member][option]) {
                    *left -= used;
                }
            }
            if bound < best {
                best = bound;
                prices.copy_from_slice(&now);
                stuck = 0;
            } else {
                stuck += 1;
                if stuck >= PATIENCE {
                    (length, stuck) = (length * 0.6, 0);
                    now.copy_from_slice(prices);
                }
            }
            if !step(&mut now, &slope, length * best.abs().max(1.0)) {
                break;
            }
        }
    }

    /// The option worth most when paid for.
    fn dearest(&self, member: usize, prices: &[f64]) -> (usize, f64) {
        let all = (0..self.worth[member].len()).map(|option| (option, self.reduced(member, option, prices)));
        all.fold((0, NEVER), |best, next| if next.1 > best.1 { next } else { best })
    }

    /// The best plan; none where no plan holds the block's rows.
    pub(super) fn best(&self, prices: &[f64]) -> Option<Plan> {
        let mut search = Search::new(self, prices, NEVER);
        search.decide(0, 0.0, search.start);
        if search.spent() {
            // Not finished: the bound of the multipliers holds all the same.
            let options = (0..self.worth.len()).map(|member| self.dearest(member, prices).0);
            let found = search.best > NEVER;
            let options = if found { search.kept } else { options.collect() };
            return Some(Plan { bound: search.start + search.rest[0], options });
        }
        (search.best > NEVER).then_some(Plan { bound: search.best, options: search.kept })
    }

    /// Whether some plan is worth at least this much; also where the search was cut short.
    pub(super) fn reaches(&self, prices: &[f64], least: f64) -> bool {
        let mut search = Search::new(self, prices, least);
        search.first = true;
        search.decide(0, 0.0, search.start);
        search.found || search.spent()
    }
}

/// A step along the slope, prices never below zero; whether there was anywhere to go.
fn step(prices: &mut [f64], slope: &[f64], length: f64) -> bool {
    let open = |price: f64, left: f64| !(left > 0.0 && price <= 0.0);
    let steep: f64 = prices
        .iter()
        .zip(slope)
        .filter(|(price, left)| open(**price, **left))
        .map(|(_, left)| left * left)
        .sum();
    if steep < 1e-18 {
        return false;
    }
    for (price, left) in prices.iter_mut().zip(slope) {
        *price = (*price - length / steep * left).max(0.0);
    }
    true
}

struct Search<'s> {
    priced: &'s Priced<'s>,
    /// Members, the clearest first.
    order: Vec<usize>,
    /// Each member's options with their reduced worth, best first.
    options: Vec<Vec<(f64, usize)>>,
    /// Most that members from here on can add.
    rest: Vec<f64>,
    /// Least of each row that members from here on use.
    least: Vec<Vec<f64>>,
    /// Σ price × limit.
    start: f64,
    used: Vec<f64>,
    now: Vec<usize>,
    kept: Vec<usize>,
    best: f64,
    /// Whether the first plan that reaches `best` is enough.
    first: bool,
    found: bool,
    nodes: u32,
}

impl<'s> Search<'s> {
    fn new(priced: &'s Priced<'s>, prices: &[f64], best: f64) -> Self {
        let members = priced.worth.len();
        let options: Vec<Vec<(f64, usize)>> =
            (0..members).map(|member| sorted(priced, member, prices)).collect();
        let clear = |member: &usize| match options[*member].as_slice() {
            [] | [_] => f64::INFINITY,
            [one, two, ..] => one.0 - two.0,
        };
        let mut order: Vec<usize> = (0..members).collect();
        order.sort_by(|one, other| clear(other).total_cmp(&clear(one)));
        let rows = priced.block.limits.len();
        let mut rest = vec![0.0; members + 1];
        let mut least = vec![vec![0.0; rows]; members + 1];
        for depth in (0..members).rev() {
            let member = order[depth];
            rest[depth] = rest[depth + 1] + options[member].first().map_or(NEVER, |best| best.0);
            let later = least[depth + 1].clone();
            for (row, (least, later)) in least[depth].iter_mut().zip(later).enumerate() {
                let uses = options[member].iter().map(|(_, option)| priced.block.uses[member][*option][row]);
                *least = later + uses.fold(f64::INFINITY, f64::min);
            }
        }
        let start = prices.iter().zip(&priced.block.limits).map(|(price, limit)| price * limit).sum();
        let (used, now) = (vec![0.0; rows], vec![0; members]);
        let kept = now.clone();
        Self {
            priced,
            order,
            options,
            rest,
            least,
            start,
            used,
            now,
            kept,
            best,
            first: false,
            found: false,
            nodes: 0,
        }
    }

    const fn spent(&self) -> bool {
        self.nodes >= MOST_NODES
    }

    /// Decides the member at this depth; `worth` so far, and `reduced` with the rows paid for.
    fn decide(&mut self, depth: usize, worth: f64, reduced: f64) {
        if (self.first && self.found) || self.spent() {
            return;
        }
        self.nodes += 1;
        let Some(member) = self.order.get(depth).copied() else { return self.arrive(worth) };
        for place in 0..self.options[member].len() {
            let (own, option) = self.options[member][place];
            let bound = reduced + own + self.rest[depth + 1];
            // The bound is summed another way than the plan: a hair is left for the difference.
            let enough = if self.first { bound >= self.best - hair(bound) } else { bound > self.best };
            if !enough {
                break;
            }
            if self.fits(depth, member, option) {
                self.take(member, option, 1.0);
                self.now[member] = option;
                self.decide(depth + 1, worth + self.priced.worth[member][option], reduced + own);
                self.take(member, option, -1.0);
            }
        }
    }

    fn arrive(&mut self, worth: f64) {
        if self.first {
            self.found = worth >= self.best - hair(worth);
        } else if worth > self.best {
            self.best = worth;
            self.kept.copy_from_slice(&self.now);
        }
    }

    fn fits(&self, depth: usize, member: usize, option: usize) -> bool {
        let uses = &self.priced.block.uses[member][option];
        let limits = self.priced.block.limits.iter().zip(&self.least[depth + 1]);
        self.used
            .iter()
            .zip(uses)
            .zip(limits)
            .all(|((used, own), (limit, later))| used + own + later <= limit + ROW_SLACK)
    }

    fn take(&mut self, member: usize, option: usize, sign: f64) {
        for (used, own) in self.used.iter_mut().zip(&self.priced.block.uses[member][option]) {
            *used += sign * own;
        }
    }
}

/// What two sums of the same floats may differ by.
fn hair(sum: f64) -> f64 {
    1e-12 * sum.abs() + 1e-9
}

fn sorted(priced: &Priced<'_>, member: usize, prices: &[f64]) -> Vec<(f64, usize)> {
    let options = (0..priced.worth[member].len()).filter(|option| priced.worth[member][*option] > NEVER);
    let mut options: Vec<(f64, usize)> =
        options.map(|option| (priced.reduced(member, option, prices), option)).collect();
    options.sort_by(|one, other| other.0.total_cmp(&one.0));
    options
}

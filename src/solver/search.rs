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
    /// Whether it holds the block's rows.
    pub(super) holds: bool,
    /// Nodes of the search for it.
    pub(super) work: u64,
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

    /// The best plan; none where no plan holds the block's rows. A plan known to hold them is what has
    /// to be bettered.
    pub(super) fn best(&self, prices: &[f64], known: Option<&[usize]>) -> Option<Plan> {
        let worth = known.map_or(NEVER, |known| self.worth_of(known));
        let mut search = Descent::new(self, prices, worth);
        if let Some(known) = known {
            search.kept.copy_from_slice(known);
        }
        search.decide(0, 0.0, search.start);
        let (holds, work) = (search.best > NEVER, u64::from(search.nodes));
        if search.spent() {
            // Not finished: the bound of the multipliers holds all the same.
            let options = (0..self.worth.len()).map(|member| self.dearest(member, prices).0);
            let options = if holds { search.kept } else { options.collect() };
            return Some(Plan { bound: search.start + search.rest[0], options, holds, work });
        }
        holds.then_some(Plan { bound: search.best, options: search.kept, holds, work })
    }

    /// Whether there is a plan worth at least this much, and the nodes it took to see.
    pub(super) fn reaches(&self, prices: &[f64], least: f64) -> (Reach, u64) {
        let mut search = Descent::new(self, prices, least);
        search.first = true;
        search.decide(0, 0.0, search.start);
        let work = u64::from(search.nodes);
        match search.found {
            true => (Reach::Witness(search.now), work),
            false if search.spent() => (Reach::Unknown, work),
            false => (Reach::None, work),
        }
    }

    /// What a plan is worth just now.
    pub(super) fn worth_of(&self, options: &[usize]) -> f64 {
        self.worth.iter().zip(options).map(|(worth, option)| worth[*option]).sum()
    }
}

/// Whether a block has a plan worth some least.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reach {
    /// This one.
    Witness(Vec<usize>),
    /// The search was cut short.
    Unknown,
    /// It has none.
    None,
}

/// A step along the slope, prices never below zero; whether there was anywhere to go.
pub(super) fn step(prices: &mut [f64], slope: &[f64], length: f64) -> bool {
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

/// An option as the search meets it.
#[derive(Debug, Clone, Copy)]
struct Ranked {
    /// What it is worth when its use of the block's rows is paid for.
    reduced: f64,
    worth: f64,
    option: usize,
}

struct Descent<'s> {
    priced: &'s Priced<'s>,
    /// Members, the clearest first: a depth each.
    order: Vec<usize>,
    /// The options of each depth, best first: those from `from[depth]` up to `from[depth + 1]`.
    choices: Vec<Ranked>,
    from: Vec<usize>,
    /// How many rows there are; what each choice uses of them.
    rows: usize,
    uses: Vec<f64>,
    /// Most that members from each depth on can add.
    rest: Vec<f64>,
    /// What may be used before each depth, so that there is room for the least of those from it on.
    room: Vec<f64>,
    /// What is used before each depth.
    used: Vec<f64>,
    /// Σ price × limit.
    start: f64,
    now: Vec<usize>,
    kept: Vec<usize>,
    best: f64,
    /// Whether the first plan that reaches `best` is enough.
    first: bool,
    found: bool,
    nodes: u32,
}

impl<'s> Descent<'s> {
    fn new(priced: &'s Priced<'s>, prices: &[f64], best: f64) -> Self {
        let members = priced.worth.len();
        let options: Vec<Vec<Ranked>> = (0..members).map(|member| sorted(priced, member, prices)).collect();
        let clear = |member: &usize| match options[*member].as_slice() {
            [] | [_] => f64::INFINITY,
            [one, two, ..] => one.reduced - two.reduced,
        };
        let mut order: Vec<usize> = (0..members).collect();
        order.sort_by(|one, other| clear(other).total_cmp(&clear(one)));
        let limits = &priced.block.limits;
        let rows = limits.len();
        let all = options.iter().map(Vec::len).sum();
        let mut search = Self {
            priced,
            choices: Vec::with_capacity(all),
            from: vec![0],
            rows,
            uses: Vec::with_capacity(all * rows),
            rest: vec![0.0; members + 1],
            room: vec![0.0; (members + 1) * rows],
            used: vec![0.0; (members + 1) * rows],
            start: prices.iter().zip(limits).map(|(price, limit)| price * limit).sum(),
            now: vec![0; members],
            kept: vec![0; members],
            order,
            best,
            first: false,
            found: false,
            nodes: 0,
        };
        search.lay_out(&options);
        search
    }

    /// Writes the options after each other, and what those from each depth on make and use at best.
    fn lay_out(&mut self, options: &[Vec<Ranked>]) {
        let block = self.priced.block;
        for member in &self.order {
            for choice in &options[*member] {
                self.choices.push(*choice);
                self.uses.extend_from_slice(&block.uses[*member][choice.option]);
            }
            self.from.push(self.choices.len());
        }
        let mut least = vec![0.0; self.rows];
        for depth in (0..=self.order.len()).rev() {
            for (row, least) in least.iter_mut().enumerate() {
                if let Some(member) = self.order.get(depth) {
                    let uses = options[*member].iter().map(|choice| block.uses[*member][choice.option][row]);
                    *least += uses.fold(f64::INFINITY, f64::min);
                }
                self.room[depth * self.rows + row] = block.limits[row] + ROW_SLACK - *least;
            }
            if let Some(member) = self.order.get(depth) {
                self.rest[depth] =
                    self.rest[depth + 1] + options[*member].first().map_or(NEVER, |best| best.reduced);
            }
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
        let rest = self.rest[depth + 1];
        for at in self.from[depth]..self.from[depth + 1] {
            let Ranked { reduced: own, worth: more, option } = self.choices[at];
            let bound = reduced + own + rest;
            // The bound is summed another way than the plan: a hair is left for the difference.
            let enough = if self.first { bound >= self.best - hair(bound) } else { bound > self.best };
            if !enough {
                break;
            }
            if self.take(depth, at) {
                self.now[member] = option;
                self.decide(depth + 1, worth + more, reduced + own);
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

    /// Takes a choice at a depth; whether there is room for it.
    fn take(&mut self, depth: usize, at: usize) -> bool {
        let rows = self.rows;
        let (before, after) = self.used.split_at_mut((depth + 1) * rows);
        let uses = self.uses[at * rows..].iter().zip(&self.room[(depth + 1) * rows..]);
        let mut fits = true;
        for ((before, after), (own, room)) in before[depth * rows..].iter().zip(after).zip(uses) {
            *after = before + own;
            fits &= *after <= *room;
        }
        fits
    }
}

/// What two sums of the same floats may differ by.
fn hair(sum: f64) -> f64 {
    1e-12 * sum.abs() + 1e-9
}

/// The options that are allowed, best first.
fn sorted(priced: &Priced<'_>, member: usize, prices: &[f64]) -> Vec<Ranked> {
    let worth = &priced.worth[member];
    let allowed = (0..worth.len()).filter(|option| worth[*option] > NEVER);
    let mut options: Vec<Ranked> = allowed
        .map(|option| Ranked {
            reduced: priced.reduced(member, option, prices),
            worth: worth[option],
            option,
        })
        .collect();
    options.sort_by(|one, other| other.reduced.total_cmp(&one.reduced));
    options
}

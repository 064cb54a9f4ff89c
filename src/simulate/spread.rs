//! How sure a case's NNV is: its spread over the draws, and what it hangs on.

use super::case::{Blocks, CompiledCase, is_answer};
use super::driver::{Drawn, Driver};
use super::program::BLOCK;
use super::settings::Settings;
use super::statistics::{Sorted, count, kroner, mean_and_deviation, percentiles, ratio};
use crate::calc::Calculator;
use crate::model::{Case, Distribution};
use crate::units::{Decimal, Kroner};

/// Uncertain values of one case that are worked with at the most. The whole case is worked out anew for each, so
/// twice as many take four times as long.
pub const MOST_UNCERTAIN: usize = 100;

/// usikkerhet of a case.
#[derive(Debug, Clone, PartialEq)]
pub enum Uncertainty {
    /// It was drawn.
    Spread(Box<Spread>),
    /// There is none to show.
    Unknown(WhyUnknown),
}

/// Why a case has no usikkerhet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyUnknown {
    /// Nobody asked: expected values only.
    NotAsked,
    /// It has no NNV: oppstart or levetid is missing.
    NotAssessed,
    /// Nothing it is worth rests on three points.
    NothingUncertain,
    /// More uncertain values than [`MOST_UNCERTAIN`].
    TooMany {
        /// How many it has.
        uncertain: usize,
    },
    /// Some draws have no answer: they divide by zero, or by almost nothing. What the others say
    /// would not be the whole truth.
    NoAnswer {
        /// How many draws have none.
        draws: usize,
    },
}

/// How NNV spreads over the draws, and what it hangs on.
#[derive(Debug, Clone, PartialEq)]
pub struct Spread {
    /// How it was run.
    pub settings: Settings,
    /// fordeling
    pub distribution: Distribution,
    /// NNV over all draws.
    pub summary: Summary,
    /// All draws, from low to high.
    pub bins: Vec<Bin>,
    /// Every uncertain value the case uses, the widest swing of NNV first.
    pub drivers: Vec<Driver>,
}

/// NNV over all draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Summary {
    /// snitt
    pub mean: Kroner,
    /// standardavvik, of the sample
    pub deviation: Kroner,
    /// P10, P50 and P90, by nearest rank
    pub percentiles: [Kroner; 3],
    /// The share of draws where NNV is above 0.
    pub profitable: Decimal,
}

/// The draws between two amounts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bin {
    /// From and with this NNV; none in the first where draws lie further out.
    pub from: Option<Kroner>,
    /// Up to this NNV; none in the last where draws lie further out.
    pub to: Option<Kroner>,
    /// How many draws.
    pub draws: usize,
}

/// What counts as above 0: what is not 0 when rounded to 8 decimals, as every NNV is.
const ABOVE_ZERO: f64 = 5e-9;

/// Draws a case at its own oppstart.
pub fn simulate(calculator: &Calculator<'_>, case: &Case, settings: Settings) -> Uncertainty {
    spread(calculator, case, settings)
        .map_or_else(Uncertainty::Unknown, |spread| Uncertainty::Spread(Box::new(spread)))
}

fn spread(calculator: &Calculator<'_>, case: &Case, settings: Settings) -> Result<Spread, WhyUnknown> {
    let compiled = CompiledCase::at_own_start(calculator, case, settings)?;
    let npv = compiled.npv(settings);
    let sorted = Sorted::of(&npv);
    Ok(Spread {
        settings,
        distribution: compiled.distribution,
        summary: summary(&npv)?,
        bins: bins(&sorted),
        drivers: Drawn { compiled: &compiled, calculator, case, settings }.drivers(&sorted.ranks()),
    })
}

/// NNV of a case at its own oppstart over the draws, and not what it hangs on: a fourth of the work.
///
/// # Errors
/// Why it is not known.
pub fn summarise(
    calculator: &Calculator<'_>,
    case: &Case,
    settings: Settings,
) -> Result<Summary, WhyUnknown> {
    let npv = CompiledCase::at_own_start(calculator, case, settings)?.npv(settings);
    summary(&npv)
}

fn summary(npv: &[f64]) -> Result<Summary, WhyUnknown> {
    let draws = npv.iter().filter(|value| !is_answer(**value)).count();
    if draws > 0 {
        return Err(WhyUnknown::NoAnswer { draws });
    }
    let (mean, deviation) = mean_and_deviation(npv);
    let above = npv.iter().filter(|value| **value >= ABOVE_ZERO).count();
    Ok(Summary {
        mean: kroner(mean),
        deviation: kroner(deviation),
        percentiles: percentiles(npv).map(kroner),
        profitable: ratio(count(above) / count(npv.len()).max(1.0)),
    })
}

impl CompiledCase {
    /// A case that can be drawn, at its own oppstart.
    fn at_own_start(
        calculator: &Calculator<'_>,
        case: &Case,
        settings: Settings,
    ) -> Result<Self, WhyUnknown> {
        let schedule = case.schedule().ok_or(WhyUnknown::NotAssessed)?;
        // What cannot be calculated with expected values has no answer in any draw either.
        let no_answer = |_| WhyUnknown::NoAnswer { draws: settings.draws };
        let compiled = Self::new(calculator, case, &[schedule.start]).map_err(no_answer)?;
        match compiled.inputs.len() {
            0 => Err(WhyUnknown::NothingUncertain),
            uncertain if uncertain > MOST_UNCERTAIN => Err(WhyUnknown::TooMany { uncertain }),
            _ => Ok(compiled),
        }
    }

    /// NNV at the first start, draw by draw.
    fn npv(&self, settings: Settings) -> Vec<f64> {
        let Some((_, effects)) = self.starts.first() else { return Vec::new() };
        let mut npv = vec![0.0; settings.draws];
        let mut blocks = Blocks::new(self, settings.seed);
        for part in npv.chunks_mut(BLOCK) {
            effects.npv.fill(blocks.next(), part);
        }
        npv
    }
}

/// Bins at the most.
const MOST_BINS: f64 = 12.0;

/// Bins of a round width, so that 0 is an edge; what lies outside P1–P99 is gathered at the ends.
fn bins(sorted: &Sorted) -> Vec<Bin> {
    let (low, high) = (sorted.percentile(1), sorted.percentile(99));
    let width = round_width((high - low) / MOST_BINS);
    let first = (low / width).floor();
    let edges: Vec<f64> = (0_u32..=20)
        .map(|place| (first + f64::from(place)) * width)
        .take_while(|edge| *edge <= high + width)
        .collect();
    let all = sorted.below(f64::INFINITY);
    let mut bins = Vec::with_capacity(edges.len());
    let mut before = 0;
    let last = edges.len().saturating_sub(1);
    for (place, pair) in edges.windows(2).enumerate() {
        let [from, to] = pair else { continue };
        let is_last = place.saturating_add(1) == last;
        let (has_below, has_above) = (sorted.below(*from) > 0, sorted.below(*to) < all);
        let until = if is_last { all } else { sorted.below(*to) };
        bins.push(Bin {
            from: (place > 0 || !has_below).then(|| kroner(*from)),
            to: (!is_last || !has_above).then(|| kroner(*to)),
            draws: until.saturating_sub(before),
        });
        before = until;
    }
    bins
}

/// The smallest of 1, 2, 5, 10, 20 … kroner that is not less.
fn round_width(least: f64) -> f64 {
    let mut ten = 1.0;
    while ten * 10.0 < least {
        ten *= 10.0;
    }
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|step| step * ten).find(|width| *width >= least).unwrap_or(least)
}

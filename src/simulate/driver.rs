//! What a case's NNV hangs on: each uncertain value at lav and at høy, its share of the variance,
//! and where NNV turns.

use super::case::CompiledCase;
use super::inputs::{Input, Origin, is_share};
use super::program::BLOCK;
use super::settings::Settings;
use super::statistics::{ranks_within, ratio, squared_correlation};
use super::turning::{Swing, turning_value};
use crate::calc::Calculator;
use crate::model::{Amount, Assumption, Case, Estimate, Value};
use crate::quantity::Quantity;
use crate::units::{Decimal, Kroner};

/// An uncertain value, and what it does to NNV with all others at their expected value.
#[derive(Debug, Clone, PartialEq)]
pub struct Driver {
    /// The name of the assumption, or of the row whose amount it is.
    pub name: String,
    /// Where it is.
    pub origin: Origin,
    /// lav
    pub low: Quantity,
    /// verdi
    pub mode: Quantity,
    /// høy
    pub high: Quantity,
    /// NNV at lav, exact; none where it cannot be calculated there.
    pub npv_low: Option<Kroner>,
    /// NNV at høy, exact; none where it cannot be calculated there.
    pub npv_high: Option<Kroner>,
    /// Its share of the variance: squared rank correlation with NNV, all of them summing to 1 (to 0
    /// where NNV never varies).
    pub variance_share: Decimal,
    /// vendepunkt: the value at which NNV is 0, in units of `mode`; none where there is none.
    pub turning: Option<Decimal>,
}

impl Driver {
    /// Whether it is a share, from 0 to 100 %: then vendepunkt lies there too.
    pub fn is_share(&self) -> bool {
        is_share(&self.low, &self.mode, &self.high)
    }

    /// How far NNV swings between lav and høy; nothing where it is not known at both.
    pub fn swing(&self) -> Kroner {
        let swing = self.npv_low.zip(self.npv_high).and_then(|(low, high)| high.minus(low).ok());
        swing.map_or(Kroner::ZERO, Kroner::abs)
    }
}

/// A case, compiled, and how it was drawn.
pub(super) struct Drawn<'d> {
    pub(super) compiled: &'d CompiledCase,
    pub(super) calculator: &'d Calculator<'d>,
    pub(super) case: &'d Case,
    pub(super) settings: Settings,
}

impl Drawn<'_> {
    /// Every uncertain value of the case: the widest swing first, then the largest share of the
    /// variance, then in the order met.
    pub(super) fn drivers(&self, npv_ranks: &[f64]) -> Vec<Driver> {
        let inputs = || self.compiled.inputs.iter();
        let ranks = |input| self.compiled.ranks_of(input, self.settings);
        let correlations: Vec<f64> =
            inputs().map(|input| squared_correlation(npv_ranks, &ranks(input))).collect();
        let all: f64 = correlations.iter().sum();
        let shares = correlations.iter().map(|part| if all > 0.0 { part / all } else { 0.0 });
        let mut drivers: Vec<Driver> =
            inputs().zip(shares).map(|(input, share)| self.driver(input, share)).collect();
        drivers.sort_by_key(|driver| core::cmp::Reverse((driver.swing(), driver.variance_share)));
        drivers
    }

    fn driver(&self, input: &Input, variance_share: f64) -> Driver {
        let (npv_low, npv_high) = (self.npv_at(input, &input.low), self.npv_at(input, &input.high));
        let swing = npv_low.zip(npv_high).map(|(low, high)| Swing { low, high });
        Driver {
            name: input.name.clone(),
            origin: input.origin,
            low: input.low.clone(),
            mode: input.mode.clone(),
            high: input.high.clone(),
            npv_low,
            npv_high,
            variance_share: ratio(variance_share),
            turning: turning_value(self.compiled, input, swing),
        }
    }

    fn npv_at(&self, input: &Input, value: &Quantity) -> Option<Kroner> {
        Some(self.calculator.appraise(&with(self.case, input, value)).ok()?.value?.npv)
    }
}

impl CompiledCase {
    /// Ranks of an input's draws. They are drawn again: the same stream gives the same draws, and a
    /// column of every input need not be kept.
    fn ranks_of(&self, input: &Input, settings: Settings) -> Vec<f64> {
        let mut draws = vec![0.0; settings.draws];
        let mut stream = input.stream(&self.id, settings.seed, self.distribution);
        for part in draws.chunks_mut(BLOCK) {
            stream.fill(part);
        }
        ranks_within(&draws, input.points.low, input.points.high)
    }
}

/// The case with a certain value in the place of an uncertain one. A felles is overruled by an
/// assumption of the case's own, which comes before it.
fn with(case: &Case, input: &Input, value: &Quantity) -> Case {
    let mut case = case.clone();
    let certain = Estimate::Certain(value.clone());
    let [row, which] = input.place;
    match input.origin {
        Origin::Assumption => {
            let own = case.assumptions.iter_mut().find(|assumption| assumption.name == input.name);
            if let Some(own) = own {
                own.estimate = certain;
            }
        }
        Origin::Shared => {
            case.assumptions.push(Assumption {
                name: input.name.clone(),
                estimate: certain,
                source: None,
                shared: true,
            });
        }
        Origin::Benefit => {
            let amount = case.benefits.get_mut(row).and_then(|benefit| benefit.amount.as_mut());
            put(amount, which, certain);
        }
        Origin::Cost => put(case.costs.get_mut(row).map(|cost| &mut cost.amount), which, certain),
    }
    case
}

fn put(amount: Option<&mut Amount>, which: usize, certain: Estimate) {
    let place = match amount {
        Some(Amount::Single(value)) => Some(value),
        Some(Amount::ByCaseYear(values)) => values.get_mut(which),
        Some(Amount::ByCalendarYear(values)) => values.values_mut().nth(which),
        None => None,
    };
    if let Some(place) = place {
        *place = Value::Estimate(certain);
    }
}

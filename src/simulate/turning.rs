//! vendepunkt: the value of one assumption at which NNV is zero, with all others at their expected value.
//!
//! The search goes from 0 (or a hundred times lav, where lav is below 0) to a hundred times høy (or
//! 0, where høy is below 0); a share in per cent lies from 0 to 100 %. Where NNV follows a straight line all that way, the value is worked out
//! exactly; elsewhere the crossing nearest the expected value is closed in on.

use super::case::CompiledCase;
use super::inputs::Input;
use super::shape::ThreePoints;
use super::statistics::{count, ratio};
use crate::units::{Decimal, Kroner, RATIO_DECIMALS, divide, multiply, round};

/// How far the search goes: this many times høy.
pub const TURNING_REACH: u32 = 100;

/// Points tried at a time.
const POINTS: usize = 512;
/// Times a crossing is closed in on, each to a 511th of the width: to the last bits of a float.
const ROUNDS: usize = 6;
/// How far from a straight line, in proportion to the largest NNV met, still is one.
const STRAIGHT: f64 = 1e-11;
/// NNV nearer 0 than this is 0: it has 8 decimals.
const ZERO: f64 = 5e-9;

/// NNV at lav and at høy, exact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Swing {
    pub(super) low: Kroner,
    pub(super) high: Kroner,
}

/// The value nearest the expected one at which NNV is zero or changes sign, in units of `verdi`, to 9
/// decimals; none where it does not within reach.
pub(super) fn turning_value(compiled: &CompiledCase, input: &Input, swing: Option<Swing>) -> Option<Decimal> {
    let mut search = Search::new(compiled, input);
    let (from, to) = if input.is_share() { (0.0, 1.0) } else { reach(input.points) };
    let points = spread_out(input.points, from, to);
    let values = search.npv(&points);
    if let (Some(swing), true) = (swing, is_straight(&points, &values)) {
        let value = on_line(input, swing)?;
        let inside = from <= value.as_f64() && value.as_f64() <= to;
        return inside.then_some(value);
    }
    let mut crossings = crossings(&points, &values);
    crossings.sort_by(|a, b| a.distance(input.expected).total_cmp(&b.distance(input.expected)));
    crossings.into_iter().find_map(|crossing| search.close_in(crossing)).map(ratio)
}

fn reach(points: ThreePoints) -> (f64, f64) {
    let times = f64::from(TURNING_REACH);
    ((points.low * times).min(0.0), (points.high * times).max(0.0))
}

/// Half of the points evenly in and around lav–høy, the rest ever wider apart out to the ends.
fn spread_out(points: ThreePoints, from: f64, to: f64) -> Vec<f64> {
    let spread = points.high - points.low;
    let (inner_low, inner_high) = ((points.low - spread).max(from), (points.high + spread).min(to));
    let quarter = POINTS / 4;
    let part = |place: usize, of: usize| count(place) / count(of);
    let outwards = |place: usize| part(place, quarter) * part(place, quarter) * part(place, quarter);
    let below = (1..=quarter).rev().map(|place| inner_low + (from - inner_low) * outwards(place));
    let inner =
        (0..=quarter * 2).map(|place| inner_low + (inner_high - inner_low) * part(place, quarter * 2));
    let above = (1..quarter).map(|place| inner_high + (to - inner_high) * outwards(place)).chain([to]);
    let mut all: Vec<f64> = below.chain(inner).chain(above).collect();
    all.dedup();
    all
}

/// Whether NNV is a straight line over the points.
fn is_straight(points: &[f64], values: &[f64]) -> bool {
    let (Some((from, to)), Some((first, last))) =
        (points.first().zip(points.last()), values.first().zip(values.last()))
    else {
        return false;
    };
    let largest = values.iter().fold(0.0_f64, |largest, value| largest.max(value.abs()));
    let slope = (last - first) / (to - from);
    let mut off = points.iter().zip(values).map(|(point, value)| value - (first + slope * (point - from)));
    off.all(|off| off.abs() <= STRAIGHT * largest)
}

/// Where the line through NNV at lav and at høy is zero, exactly.
fn on_line(input: &Input, swing: Swing) -> Option<Decimal> {
    let dimension = input.mode.dimension();
    let (low, high) = (input.low.in_units_of(dimension)?, input.high.in_units_of(dimension)?);
    let rise = swing.high.minus(swing.low).ok()?;
    let run = multiply(high.checked_sub(low)?, swing.low.value()).ok()?;
    let value = low.checked_sub(divide(run, rise.value()).ok()?)?;
    Some(round(value, RATIO_DECIMALS).normalize())
}

/// Two neighbouring points between which NNV is zero or changes sign.
#[derive(Debug, Clone, Copy)]
struct Crossing {
    from: f64,
    to: f64,
    /// The larger of NNV's sizes at the two.
    size: f64,
}

impl Crossing {
    fn distance(self, expected: f64) -> f64 {
        if (self.from..=self.to).contains(&expected) {
            return 0.0;
        }
        (self.from - expected).abs().min((self.to - expected).abs())
    }
}

fn sign(value: f64) -> f64 {
    if value.abs() <= ZERO { 0.0 } else { value.signum() }
}

fn crossings(points: &[f64], values: &[f64]) -> Vec<Crossing> {
    let pairs = points.windows(2).zip(values.windows(2)).filter_map(|(points, values)| {
        let ([from, to], [before, after]) = (points, values) else { return None };
        // What has no answer has no sign, and is no crossing.
        let crosses = sign(*before) * sign(*after) <= 0.0;
        crosses.then_some(Crossing { from: *from, to: *to, size: before.abs().max(after.abs()) })
    });
    pairs.collect()
}

/// NNV as a function of one input.
struct Search<'c> {
    compiled: &'c CompiledCase,
    input: &'c Input,
    columns: Vec<Vec<f64>>,
}

impl<'c> Search<'c> {
    fn new(compiled: &'c CompiledCase, input: &'c Input) -> Self {
        Self { compiled, input, columns: compiled.expected_columns(POINTS.saturating_add(2)) }
    }

    fn npv(&mut self, points: &[f64]) -> Vec<f64> {
        if let Some(column) = self.columns.get_mut(self.input.column) {
            for (place, point) in column.iter_mut().zip(points) {
                *place = *point;
            }
        }
        self.compiled.program.run(&mut self.columns);
        let mut npv = vec![0.0; points.len()];
        if let Some((_, effects)) = self.compiled.starts.first() {
            effects.npv.fill(&self.columns, &mut npv);
        }
        npv
    }

    /// Closes in on a crossing. Nothing where NNV grows without end instead of crossing: a division
    /// by something that goes through zero.
    fn close_in(&mut self, crossing: Crossing) -> Option<f64> {
        let mut at = crossing;
        for _ in 0..ROUNDS {
            let points: Vec<f64> = (0..POINTS)
                .map(|place| at.from + (at.to - at.from) * (count(place) / count(POINTS - 1)))
                .collect();
            let values = self.npv(&points);
            let found = crossings(&points, &values);
            let nearest = found
                .into_iter()
                .min_by(|a, b| a.distance(self.input.expected).total_cmp(&b.distance(self.input.expected)));
            at = nearest?;
        }
        (at.size <= crossing.size * 2.0).then_some(at.from + (at.to - at.from) / 2.0)
    }
}

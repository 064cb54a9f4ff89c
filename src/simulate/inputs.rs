//! What is drawn for a case: its uncertain assumptions, felles it uses, and its uncertain amounts.

use super::key::StreamName;
use super::program::Program;
use super::shape::{Stream, ThreePoints};
use crate::calc::Failure;
use crate::model::{Assumption, Case, Distribution, Estimate, Organisation};
use crate::quantity::{Dimension, Quantity};
use crate::units::Decimal;
use std::collections::BTreeMap;

/// Where an uncertain value is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// forutsetninger of the case
    Assumption,
    /// felles, in a3.yaml
    Shared,
    /// An amount of a gain, in place.
    Benefit,
    /// An amount of a cost, in place.
    Cost,
}

/// One thing that is drawn.
#[derive(Debug, Clone)]
pub(super) struct Input {
    pub(super) origin: Origin,
    /// The name of the assumption or the row.
    pub(super) name: String,
    /// Which row of its kind, and which of its amounts; nothing for assumptions.
    pub(super) place: [usize; 2],
    /// Which of several rows with that name.
    number: u64,
    pub(super) low: Quantity,
    pub(super) mode: Quantity,
    pub(super) high: Quantity,
    pub(super) points: ThreePoints,
    /// The expected value, in units of `mode`.
    pub(super) expected: f64,
    /// Its column in the program.
    pub(super) column: usize,
}

/// Whether a figure is a share: written in per cent, and from 0 to 100 %. A rate that may be more
/// (growth, a surcharge) is taken for a share where it nowhere is.
pub(super) fn is_share(low: &Quantity, mode: &Quantity, high: &Quantity) -> bool {
    let in_units = |quantity: &Quantity| quantity.in_units_of(&Dimension::NONE);
    let within = |quantity: &Quantity| {
        in_units(quantity).is_some_and(|value| Decimal::ZERO <= value && value <= Decimal::ONE)
    };
    mode.is_percent() && within(low) && within(high)
}

impl Input {
    /// Whether it is a share, from 0 to 100 %.
    pub(super) fn is_share(&self) -> bool {
        is_share(&self.low, &self.mode, &self.high)
    }

    /// Its draws, from the first.
    pub(super) fn stream(&self, case: &str, seed: u64, distribution: Distribution) -> Stream {
        let case = match self.origin {
            Origin::Shared => None,
            Origin::Assumption | Origin::Benefit | Origin::Cost => Some(case),
        };
        let what = match self.origin {
            Origin::Assumption | Origin::Shared => "forutsetning",
            Origin::Benefit => "gevinst",
            Origin::Cost => "kostnad",
        };
        let [_, value] = self.place;
        let number = [self.number, u64::try_from(value).unwrap_or_default()];
        let name = StreamName { seed, case, what, name: &self.name, number };
        Stream::new(&name, self.points, distribution)
    }
}

/// Everything drawn for a case, in the order met.
#[derive(Debug)]
pub(super) struct Inputs<'a> {
    case: &'a Case,
    distribution: Distribution,
    named: BTreeMap<&'a str, (Origin, &'a Assumption)>,
    /// Columns of the names met so far.
    columns: BTreeMap<&'a str, DrawnColumn>,
    pub(super) drawn: Vec<Input>,
}

/// A value as a formula sees it.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum FormulaValue {
    Certain(Quantity),
    Drawn(DrawnColumn),
}

/// A column, and what its values measure.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct DrawnColumn {
    pub(super) column: usize,
    pub(super) dimension: Dimension,
}

/// Where an estimate is: the kind of row, its name, its number and which of its amounts.
#[derive(Debug, Clone, Copy)]
pub(super) struct AmountPlace<'p> {
    pub(super) origin: Origin,
    pub(super) name: &'p str,
    pub(super) row: usize,
    pub(super) value: usize,
}

impl<'a> Inputs<'a> {
    /// The case's own assumptions come before felles of the same name.
    pub(super) fn new(case: &'a Case, organisation: &'a Organisation) -> Self {
        let mut named = BTreeMap::new();
        let own = case.assumptions.iter().map(|assumption| (Origin::Assumption, assumption));
        let shared = organisation.shared.iter().map(|assumption| (Origin::Shared, assumption));
        for (origin, assumption) in own.chain(shared) {
            named.entry(assumption.name.as_str()).or_insert((origin, assumption));
        }
        let distribution = organisation.rules.distribution;
        Self { case, distribution, named, columns: BTreeMap::new(), drawn: Vec::new() }
    }

    /// The value of a name; nothing where it has none.
    pub(super) fn named(
        &mut self,
        name: &str,
        program: &mut Program,
    ) -> Result<Option<FormulaValue>, Failure> {
        if let Some(drawn) = self.columns.get(name) {
            return Ok(Some(FormulaValue::Drawn(drawn.clone())));
        }
        let Some((origin, found)) = self.named.get(name).copied() else { return Ok(None) };
        let place = AmountPlace { origin, name: &found.name, row: 0, value: 0 };
        let known = self.estimate(&found.estimate, place, program)?;
        if let FormulaValue::Drawn(drawn) = &known {
            self.columns.insert(&found.name, drawn.clone());
        }
        Ok(Some(known))
    }

    /// An estimate that is somewhere: certain, or drawn in a column of its own.
    pub(super) fn estimate(
        &mut self,
        estimate: &Estimate,
        place: AmountPlace<'_>,
        program: &mut Program,
    ) -> Result<FormulaValue, Failure> {
        let expected = estimate.expected(self.distribution)?;
        let Estimate::ThreePoint { low, mode, high } = estimate else {
            return Ok(FormulaValue::Certain(expected));
        };
        let dimension = mode.dimension().clone();
        let outermost = |quantity: &Quantity| quantity.in_units_of(&dimension).map(|value| value.as_f64());
        let points = outermost(low).zip(outermost(high));
        let points = points.and_then(|(low, high)| ThreePoints::new(low, mode.value().as_f64(), high));
        // Reading refuses points that are out of order or all the same; then there is nothing to draw.
        let Some(points) = points else { return Ok(FormulaValue::Certain(expected)) };
        let column = program.drawn();
        self.drawn.push(Input {
            origin: place.origin,
            name: place.name.to_owned(),
            place: [place.row, place.value],
            number: self.namesakes(place),
            low: low.clone(),
            mode: mode.clone(),
            high: high.clone(),
            points,
            expected: expected.value().as_f64(),
            column,
        });
        Ok(FormulaValue::Drawn(DrawnColumn { column, dimension }))
    }

    /// How many rows of the same kind and name are before this one.
    fn namesakes(&self, AmountPlace { origin, name, row, .. }: AmountPlace<'_>) -> u64 {
        let same = match origin {
            Origin::Assumption | Origin::Shared => 0,
            Origin::Benefit => self.case.benefits.iter().take(row).filter(|other| other.name == name).count(),
            Origin::Cost => self.case.costs.iter().take(row).filter(|other| other.name == name).count(),
        };
        u64::try_from(same).unwrap_or_default()
    }
}

//! A case's amounts as a list of simple steps over columns of draws.

use super::linear::Linear;
use super::positions::WholePositions;
use std::collections::BTreeMap;

/// Draws worked on at a time: columns of a block stay in the processor's nearest memory.
pub(super) const BLOCK: usize = 512;

/// A number, or a column that is scaled and moved: what is certain in a formula, and conversion
/// between units, costs nothing per draw.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Term {
    Number(f64),
    Column(Scaled),
}

/// `column × factor + offset`
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scaled {
    pub(super) column: usize,
    pub(super) factor: f64,
    pub(super) offset: f64,
}

impl Scaled {
    pub(super) const fn column(column: usize) -> Self {
        Self { column, factor: 1.0, offset: 0.0 }
    }

    fn at(self, value: f64) -> f64 {
        value * self.factor + self.offset
    }
}

impl Term {
    /// The same, this many times.
    pub(super) fn times(self, number: f64) -> Self {
        match self {
            Self::Number(own) => Self::Number(own * number),
            Self::Column(Scaled { column, factor, offset }) => {
                Self::Column(Scaled { column, factor: factor * number, offset: offset * number })
            }
        }
    }

    /// The same, this much more.
    fn plus(self, number: f64) -> Self {
        match self {
            Self::Number(own) => Self::Number(own + number),
            Self::Column(scaled) => Self::Column(Scaled { offset: scaled.offset + number, ..scaled }),
        }
    }
}

/// What a step does with two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Join {
    Sum,
    Product,
    Quotient,
    Smaller,
    Larger,
}

impl Join {
    /// The rule for one draw. What has no answer is not a number, and stays so whatever it is
    /// compared with.
    fn of(self, a: f64, b: f64) -> f64 {
        match self {
            Self::Sum => a + b,
            Self::Product => a * b,
            Self::Quotient => quotient(a, b),
            Self::Smaller => smaller(a, b),
            Self::Larger => larger(a, b),
        }
    }
}

fn quotient(a: f64, b: f64) -> f64 {
    if b == 0.0 { f64::NAN } else { a / b }
}

fn smaller(a: f64, b: f64) -> f64 {
    if a < b || a.is_nan() { a } else { b }
}

fn larger(a: f64, b: f64) -> f64 {
    if a > b || a.is_nan() { a } else { b }
}

/// One step: it fills the column of its own number from columns before it.
#[derive(Debug, Clone)]
enum Step {
    /// Filled from outside.
    Drawn,
    /// Two parts joined, of which at least one is a column.
    Join(Join, Term, Term),
    /// Hours cut down to whole positions.
    Whole(Linear),
}

/// The steps of a case.
#[derive(Debug, Clone)]
pub(super) struct Program {
    steps: Vec<Step>,
    positions: Option<WholePositions>,
    /// Whole positions of the same hours are worked out once.
    known: BTreeMap<Vec<(usize, u64)>, usize>,
}

impl Program {
    /// No steps yet. Without `positions`, time is taken out as it is.
    pub(super) fn new(positions: Option<WholePositions>) -> Self {
        Self { steps: Vec::new(), positions, known: BTreeMap::new() }
    }

    fn push(&mut self, step: Step) -> usize {
        self.steps.push(step);
        self.steps.len().saturating_sub(1)
    }

    /// A column that is filled from outside before the program is run.
    pub(super) fn drawn(&mut self) -> usize {
        self.push(Step::Drawn)
    }

    /// Two parts joined.
    pub(super) fn join(&mut self, join: Join, a: Term, b: Term) -> Term {
        match (join, a, b) {
            (_, Term::Number(a), Term::Number(b)) => Term::Number(join.of(a, b)),
            (Join::Sum, part, Term::Number(number)) | (Join::Sum, Term::Number(number), part) => {
                part.plus(number)
            }
            (Join::Product, part, Term::Number(number)) | (Join::Product, Term::Number(number), part) => {
                part.times(number)
            }
            (Join::Quotient, part, Term::Number(number)) if number != 0.0 => part.times(1.0 / number),
            (Join::Sum | Join::Product | Join::Quotient | Join::Smaller | Join::Larger, _, _) => {
                Term::Column(Scaled::column(self.push(Step::Join(join, a, b))))
            }
        }
    }

    /// The hours that can really be taken out.
    pub(super) fn whole(&mut self, hours: &Linear) -> Linear {
        let Some(positions) = self.positions else { return hours.clone() };
        let mut taken = Linear::default();
        if hours.is_constant() {
            taken.add(positions.taken(hours.constant));
            return taken;
        }
        let identity = hours.identity();
        let column = match self.known.get(&identity) {
            Some(column) => *column,
            None => {
                let column = self.push(Step::Whole(hours.clone()));
                self.known.insert(identity, column);
                column
            }
        };
        taken.add_column(column, 1.0);
        taken
    }

    /// A column for every step, of this many draws.
    pub(super) fn columns(&self, draws: usize) -> Vec<Vec<f64>> {
        vec![vec![0.0; draws]; self.steps.len()]
    }

    /// Fills every column that is not drawn.
    pub(super) fn run(&self, columns: &mut [Vec<f64>]) {
        for (place, step) in self.steps.iter().enumerate() {
            let Some((ready, rest)) = columns.split_at_mut_checked(place) else { return };
            let Some(column) = rest.first_mut() else { return };
            match step {
                Step::Drawn => {}
                Step::Join(join, a, b) => fill(column, *join, [*a, *b], ready),
                Step::Whole(hours) => self.fill_whole(column, hours, ready),
            }
        }
    }

    fn fill_whole(&self, column: &mut [f64], hours: &Linear, ready: &[Vec<f64>]) {
        hours.fill(ready, column);
        let Some(positions) = self.positions else { return };
        for hours in column {
            *hours = positions.taken(*hours);
        }
    }
}

/// One step over a block; each rule has a loop of its own, so that the processor can take several draws at once.
fn fill(out: &mut [f64], join: Join, parts: [Term; 2], ready: &[Vec<f64>]) {
    match join {
        Join::Sum => each(out, parts, ready, |a, b| a + b),
        Join::Product => each(out, parts, ready, |a, b| a * b),
        Join::Quotient => each(out, parts, ready, quotient),
        Join::Smaller => each(out, parts, ready, smaller),
        Join::Larger => each(out, parts, ready, larger),
    }
}

fn each(out: &mut [f64], parts: [Term; 2], ready: &[Vec<f64>], rule: impl Fn(f64, f64) -> f64) {
    let column = |scaled: Scaled| ready.get(scaled.column).map_or(&[][..], Vec::as_slice);
    match parts {
        [Term::Column(a), Term::Column(b)] => {
            for ((out, left), right) in out.iter_mut().zip(column(a)).zip(column(b)) {
                *out = rule(a.at(*left), b.at(*right));
            }
        }
        [Term::Column(a), Term::Number(b)] => {
            for (out, left) in out.iter_mut().zip(column(a)) {
                *out = rule(a.at(*left), b);
            }
        }
        [Term::Number(a), Term::Column(b)] => {
            for (out, right) in out.iter_mut().zip(column(b)) {
                *out = rule(a, b.at(*right));
            }
        }
        [Term::Number(a), Term::Number(b)] => out.fill(rule(a, b)),
    }
}

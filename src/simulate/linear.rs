//! Sums over columns: what nearly all of a case comes to.

use super::program::{Scaled, Term};
use std::collections::BTreeMap;

/// `constant + Σ factor × column`. Columns are numbered, and are added in that order, so that the
/// same sum always gives the same bits.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Linear {
    pub(super) constant: f64,
    factors: BTreeMap<usize, f64>,
}

impl Linear {
    /// A term, this many times.
    pub(super) fn of(term: Term, times: f64) -> Self {
        match term.times(times) {
            Term::Number(constant) => Self { constant, factors: BTreeMap::new() },
            Term::Column(Scaled { column, factor, offset }) => {
                Self { constant: offset, factors: BTreeMap::from([(column, factor)]) }
            }
        }
    }

    /// Adds a number.
    pub(super) fn add(&mut self, number: f64) {
        self.constant += number;
    }

    /// Adds a multiple of a column.
    pub(super) fn add_column(&mut self, column: usize, factor: f64) {
        *self.factors.entry(column).or_insert(0.0) += factor;
    }

    /// Adds a multiple of a sum.
    pub(super) fn add_times(&mut self, other: &Self, factor: f64) {
        self.constant += other.constant * factor;
        for (column, part) in &other.factors {
            self.add_column(*column, part * factor);
        }
    }

    /// Whether it is the same whatever is drawn.
    pub(super) fn is_constant(&self) -> bool {
        self.factors.is_empty()
    }

    /// What distinguishes it from other sums, bit for bit.
    pub(super) fn identity(&self) -> Vec<(usize, u64)> {
        let factors = self.factors.iter().map(|(column, factor)| (*column, factor.to_bits()));
        core::iter::once((usize::MAX, self.constant.to_bits())).chain(factors).collect()
    }

    /// The sum, draw by draw.
    pub(super) fn fill(&self, columns: &[Vec<f64>], sums: &mut [f64]) {
        sums.fill(self.constant);
        for (column, factor) in &self.factors {
            let Some(column) = columns.get(*column) else { continue };
            for (sum, value) in sums.iter_mut().zip(column) {
                *sum += factor * value;
            }
        }
    }
}

//! The variable that comes in where a row is to be mended: the one that is lost least by.

use super::{Bounds, NOISE, Place, SMALL, Simplex};
use std::cmp::Ordering;
use std::collections::BinaryHeap;

/// What is wanted of the value of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wanted {
    More,
    Less,
}

/// A variable that may come in, where the row is to be mended.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    column: usize,
    ratio: f64,
    size: f64,
}

/// The greatest is the one that loses least, then the largest, then the first.
impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> Ordering {
        other
            .ratio
            .total_cmp(&self.ratio)
            .then_with(|| self.size.total_cmp(&other.size).then(other.column.cmp(&self.column)))
    }
}

impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Candidate {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Candidate {}

impl Simplex {
    /// The column that mends a row at the least loss; those that can be passed are moved to their other
    /// bound on the way. None where nothing mends it.
    pub(super) fn entering(&mut self, row: usize) -> Option<usize> {
        let (value, bounds) = (self.values[row], self.bounds[self.basic[row]]);
        let is_low = value < bounds.low;
        let mut broken = if is_low { bounds.low - value } else { value - bounds.high };
        let wanted = if is_low { Wanted::More } else { Wanted::Less };
        let mut candidates = BinaryHeap::from(self.candidates(row, wanted));
        let mut last: Option<Candidate> = None;
        let mut passed = Vec::new();
        while let Some(candidate) = candidates.pop() {
            if let Some(last) = last.filter(|last| candidate.ratio > last.ratio + 1e-12 && last.size >= SMALL)
            {
                return Some(self.enter(last, &passed));
            }
            let Bounds { low, high } = self.bounds[self.loose[candidate.column]];
            let room = candidate.size * (high - low);
            if last.is_none() && room < broken {
                broken -= room;
                passed.push(candidate.column);
            } else if last.is_none_or(|last| last.size < candidate.size) {
                last = Some(candidate);
            }
        }
        last.map(|last| self.enter(last, &passed))
    }

    fn enter(&mut self, entering: Candidate, passed: &[usize]) -> usize {
        for column in passed {
            let before = self.at(*column);
            self.high[*column] = !self.high[*column];
            self.shift(*column, self.at(*column) - before);
        }
        entering.column
    }

    fn candidates(&self, row: usize, wanted: Wanted) -> Vec<Candidate> {
        let mut candidates = Vec::with_capacity(self.loose.len());
        candidates
            .extend(self.movable(row).filter(|(_, does)| *does == wanted).map(|(candidate, _)| candidate));
        candidates
    }

    /// The variables that may move, and what that does to the value of a row.
    fn movable(&self, row: usize) -> impl Iterator<Item = (Candidate, Wanted)> {
        let columns = self.loose.len();
        let own = &self.figures[row * columns..(row + 1) * columns];
        let all = own.iter().zip(&self.gains).zip(&self.high).zip(&self.loose).enumerate();
        all.filter_map(|(column, (((figure, gain), is_high), variable))| {
            let size = figure.abs();
            let Bounds { low, high } = self.bounds[*variable];
            // What raises the value of the row: less of what is high, more of what is low.
            let does = if (*figure < 0.0) == *is_high { Wanted::Less } else { Wanted::More };
            (size > NOISE && high > low).then(|| (Candidate { column, ratio: gain.abs() / size, size }, does))
        })
    }

    /// What is lost at least when a variable between two whole numbers is taken down, and up.
    pub(in super::super) fn losses(&self, variable: usize) -> (f64, f64) {
        let Place::Row(row) = self.places[variable] else { return (0.0, 0.0) };
        let value = self.values[row];
        let (mut less, mut more) = (f64::INFINITY, f64::INFINITY);
        for (candidate, does) in self.movable(row) {
            let least = if does == Wanted::Less { &mut less } else { &mut more };
            *least = least.min(candidate.ratio);
        }
        ((value - value.floor()) * less, (value.ceil() - value) * more)
    }
}

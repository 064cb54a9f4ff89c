//! The best choice so far, and what a search need not look at because of it.

use super::model::{Aim, Tableau};
use crate::problem::{Picks, Problem, Worth};
use std::cmp::Ordering;

/// The best of what a search has found. Every choice is weighed exactly before it is kept.
#[derive(Debug, Clone)]
pub(super) struct Record<'r> {
    problem: &'r Problem,
    model: &'r Tableau,
    /// The best choice, how good it is, and its merit.
    pub(super) best: Option<Found>,
    /// Difference in merit that floats cannot show.
    pub(super) margin: f64,
}

/// A choice that holds.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) picks: Picks,
    pub(super) worth: Worth,
    pub(super) merit: f64,
}

impl<'r> Record<'r> {
    /// Before anything is found.
    pub(super) const fn new(problem: &'r Problem, model: &'r Tableau, margin: f64) -> Self {
        Self { problem, model, best: None, margin }
    }

    /// Keeps a choice where it holds, exactly, and is better than the best; its merit, where it holds.
    pub(super) fn offer(&mut self, options: &[usize]) -> Option<f64> {
        let cases = options.iter().take(self.model.cases);
        let picks: Picks = cases.map(|option| option.checked_sub(1)).collect();
        let goal = self.model.goal;
        let worth = self.problem.worth(&picks).filter(|worth| goal.admits(worth))?;
        let merit = goal.merit(&worth);
        let better = |best: &Found| goal.compare(&worth, &best.worth) == Ordering::Less;
        if self.best.as_ref().is_none_or(better) {
            self.best = Some(Found { picks, merit, worth });
        }
        Some(merit)
    }

    /// The merit of the best; below all where nothing is found.
    pub(super) fn merit(&self) -> f64 {
        self.best.as_ref().map_or(f64::NEG_INFINITY, |best| best.merit)
    }

    /// A bound below this rules out. Equal values are looked at: ties are settled exactly.
    pub(super) fn threshold(&self) -> f64 {
        let merit = self.merit();
        match self.model.goal {
            Aim::Delay | Aim::Most => merit + 0.5,
            Aim::Shortfall { .. } => merit + self.margin,
            Aim::Value { .. } => merit - self.margin,
        }
    }

    /// Whether what is left can at best equal the best value, and already has more cases in.
    pub(super) fn has_more_cases(&self, allowed: &[u128], bound: f64) -> bool {
        let Some(best) = &self.best else { return false };
        let all = allowed.iter().take(self.model.cases).enumerate();
        let is_in = all.filter(|(_, allowed)| **allowed & 1 == 0);
        matches!(self.model.goal, Aim::Value { .. })
            && bound <= best.merit
            && is_in.map(|(item, _)| self.problem.size(item)).sum::<usize>() > best.worth.chosen.len()
    }

    /// A choice somebody knows, as options of the model; what it does not say is «out».
    pub(super) fn options(&self, known: &[Option<usize>]) -> Vec<usize> {
        let mut options: Vec<usize> = known.iter().map(|pick| pick.map_or(0, |pick| pick + 1)).collect();
        options.resize(self.model.merit.len(), 0);
        for (option, merit) in options.iter_mut().zip(&self.model.merit) {
            *option = if *option < merit.len() { *option } else { 0 };
        }
        options
    }
}

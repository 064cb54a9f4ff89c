//! The same choice with other figures, without reasons: what a draw comes to.

use super::choice::{Choice, Verdict};
use super::contest::Contest;
use super::entrant::Entrant;
use super::failure::NoChoice;
use super::lines::{Placed, places};
use super::model::Model;
use crate::units::{Decimal, Year};
use a3_solver::{Effort, Item, Picks, Prior, Solved, solve_near};
use std::collections::BTreeMap;

/// How sure the choice is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certainty {
    /// How many draws the choice was made in.
    pub draws: usize,
    /// What they are made from.
    pub seed: u64,
    /// Draws in which something held within the frames.
    pub held: usize,
    /// Of those, how many were not proven best.
    pub unproven: usize,
    /// Draws in which the search ended before it found anything: nobody knows whether something holds.
    pub unknown: usize,
    /// By candidate; none for decided cases and those not assessed.
    pub cases: Vec<Option<PlaceRange>>,
    /// The figures that most often decide what is chosen, the most telling first.
    pub deciding: Vec<Deciding>,
}

/// How a case fared over the draws.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlaceRange {
    /// The share of all draws in which it was chosen; it is not where nothing was found.
    pub chosen: Decimal,
    /// Its place is at best this in nine of ten draws (P10, nearest rank).
    pub best: usize,
    /// And at worst this (P90).
    pub worst: usize,
}

/// A figure that decides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deciding {
    /// Its name, as written.
    pub name: String,
    /// The case it is in; none for felles.
    pub case: Option<String>,
}

/// The choice with other figures.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Redone {
    /// Something holds.
    Found {
        /// How each candidate fared, in their order.
        placed: Vec<Placed>,
        /// What was chosen, as the next search may begin from it.
        picks: Picks,
        /// Whether the choice was proven best.
        is_proven: bool,
    },
    /// Nothing holds.
    Impossible,
    /// The effort was spent before anything was found.
    Unknown,
}

impl Redone {
    /// How each candidate fared, where something was found.
    pub fn placed(&self) -> Option<&[Placed]> {
        match self {
            Self::Found { placed, .. } => Some(placed),
            Self::Impossible | Self::Unknown => None,
        }
    }
}

/// Choices that a search begins from at most.
const MOST_KNOWN: usize = 60;

/// A choice that is made again and again with other figures: each search begins near the first.
#[derive(Debug, Clone)]
pub struct Again(Prior);

impl Again {
    /// What is known from a choice in a contest.
    ///
    /// # Errors
    /// [`NoChoice`] where a figure is too large to weigh.
    pub fn from(contest: Contest<'_>, choice: &Choice) -> Result<Self, NoChoice> {
        let model = Model::of(contest)?;
        Ok(Self(Prior::of(picks_of(choice, &model))))
    }

    /// Lets the searches after this begin from what was chosen in these, too.
    pub fn learn(&mut self, redone: &[Redone]) {
        for one in redone {
            if let Redone::Found { picks, .. } = one
                && self.0.pool.len() < MOST_KNOWN
                && !self.0.pool.contains(picks)
            {
                self.0.pool.push(picks.clone());
            }
        }
    }

    /// Chooses among the same cases with other figures.
    ///
    /// # Errors
    /// [`NoChoice`] where a figure is too large to weigh.
    pub fn place(&self, contest: Contest<'_>, effort: Effort) -> Result<Redone, NoChoice> {
        let model = Model::of(contest)?;
        Ok(match solve_near(&model.problem, effort, &self.0) {
            Solved::Found { picks, gap, .. } => {
                Redone::Found { placed: places(&model, &picks), picks, is_proven: gap == 0 }
            }
            Solved::Impossible => Redone::Impossible,
            Solved::Unknown => Redone::Unknown,
        })
    }
}

/// A choice as picks of a model of the same candidates.
fn picks_of(choice: &Choice, model: &Model<'_>) -> Picks {
    let chosen = choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen);
    let starts: BTreeMap<usize, Year> =
        chosen.filter_map(|line| Some((line.candidate, line.start?))).collect();
    let pick = |(entrant, item): (&Entrant<'_>, &Item)| {
        let year = starts.get(&entrant.candidate)?.number();
        item.starts.iter().position(|start| start.year == year)
    };
    model.entrants.iter().zip(&model.problem.items).map(pick).collect()
}

//! The best choice found, as what can be asked of it when each case is explained.

use super::contest::Offer;
use super::model::Model;
use a3_solver::{Effort, Lack, Picks, Prior, Problem, Solved, Start, Worth, solve_near};

/// Nodes of the first search of a choice, and at most of each search that explains it.
pub(super) const AGAIN: u64 = 1_000;
/// Nodes of a search that explains a choice that is proven, and its cases, multiplied: with more cases there are more
/// searches. Never fewer than [`BRIEF`], and never more than [`AGAIN`].
const AGAIN_FOR_ALL: u64 = 30_000;
/// Nodes of such a search of a choice that takes more: then what is found is said, and seldom proven.
pub(super) const BRIEF: u64 = 30;

/// Nodes of each search that explains a choice among so many cases, where the choice is proven.
pub(super) fn again_among(cases: usize) -> u64 {
    let cases = u64::try_from(cases).unwrap_or(u64::MAX);
    AGAIN_FOR_ALL.checked_div(cases).unwrap_or(AGAIN).clamp(BRIEF, AGAIN)
}

/// The best choice found.
pub(super) struct Answer<'m, 'a> {
    pub(super) model: &'m Model<'a>,
    pub(super) picks: Picks,
    pub(super) worth: Worth,
    /// Parts of 10⁻⁸ kr; 0 when it is proven best.
    pub(super) gap: i128,
    /// How a changed problem is solved; none where no more are.
    pub(super) again: Option<Renewed>,
}

/// What each new search may take, and begins from.
pub(super) struct Renewed {
    pub(super) effort: Effort,
    pub(super) known: Prior,
    pub(super) depth: Depth,
}

/// How far each new search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Depth {
    /// Mostly to a proof.
    Proof,
    /// Only a little: the choice itself took long.
    Brief,
}

impl<'a> Answer<'_, 'a> {
    pub(super) fn problem(&self) -> &Problem {
        &self.model.problem
    }

    /// The start an item has in it.
    pub(super) fn start(&self, item: usize) -> Option<&Start> {
        self.problem().start(&self.picks, item)
    }

    pub(super) fn is_in(&self, item: usize) -> bool {
        self.start(item).is_some()
    }

    /// What an item comes to at the start it has in it.
    pub(super) fn offer(&self, item: usize) -> Option<&'a Offer> {
        self.model.offer(item, self.start(item)?.year)
    }

    /// The best of another problem, where it is proven so.
    pub(super) fn best(&self, problem: &Problem) -> Option<(Picks, Worth)> {
        let Solved::Found { picks, worth, gap: 0 } = self.near_best(problem)? else { return None };
        Some((picks, worth))
    }

    /// The best that is found of another problem; none where somebody has said that it is enough.
    pub(super) fn near_best(&self, problem: &Problem) -> Option<Solved> {
        let again = self.again.as_ref().filter(|again| !again.effort.is_stopped())?;
        Some(solve_near(problem, again.effort, &again.known))
    }

    /// Whether changed problems are solved, and not only searched briefly.
    pub(super) fn is_solved_again(&self) -> bool {
        self.again.as_ref().is_some_and(|again| again.depth == Depth::Proof)
    }

    /// The rows that break, and by how much, when items get these starts and the rest is unmoved.
    pub(super) fn broken_by(&self, added: &[(usize, &Start)]) -> Vec<Lack> {
        let used = self.problem().used(&self.picks);
        let rows = used.iter().zip(&self.problem().limits).enumerate();
        let over = rows.filter_map(|(row, (used, limit))| {
            let more = added.iter().map(|(item, start)| {
                let before = self.start(*item).map_or(0, |own| own.used_of(row));
                start.used_of(row).saturating_sub(before)
            });
            let over = more.fold(*used, i128::saturating_add).saturating_sub(*limit);
            (over > 0).then(|| self.model.sayable(Lack { row, by: over }))
        });
        over.collect()
    }

    /// How much more would be missing of innsparingskrav with this start, the rest unmoved.
    pub(super) fn shortfall_by(&self, item: usize, start: Option<&Start>) -> i128 {
        let missing = self.problem().demanded().into_iter().map(|(year, demand)| {
            let saved = |start: &Start| start.savings.get(year).copied().unwrap_or(0);
            let others = self.chosen().filter(|other| *other != item).filter_map(|other| self.start(other));
            let others: i128 = others.map(saved).sum();
            demand.saturating_sub(others).saturating_sub(start.map_or(0, saved)).max(0)
        });
        missing.fold(0, i128::saturating_add).saturating_sub(self.worth.shortfall)
    }

    /// The chosen items, in order.
    pub(super) fn chosen(&self) -> impl Iterator<Item = usize> {
        self.worth.chosen.iter().map(|(item, _)| *item)
    }
}

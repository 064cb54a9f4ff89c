//! The best choice found, as what can be asked of it when each case is explained.

use super::contest::Offer;
use super::model::Model;
use super::why::Gap;
use crate::units::{Decimal, Overflow, divide};
use a3_solver::{Effort, Known, Solved, solve_near};
use a3_solver::{Picks, Problem, Start, Worth};

/// The best choice found.
pub(super) struct Answer<'m, 'a> {
    pub(super) model: &'m Model<'a>,
    pub(super) picks: Picks,
    pub(super) worth: Worth,
    /// Parts of 10⁻⁸ kr; 0 when it is proven best.
    pub(super) gap: i128,
    /// What each new search may take, and begins from; none where the first took so long that no more
    /// are made.
    pub(super) again: Option<(Effort, Known)>,
}

/// One row with what is missing of it, in whole parts.
pub(super) type Missing = (usize, i128);

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
        let (effort, known) = self.again.as_ref()?;
        match solve_near(problem, *effort, known) {
            Solved::Found { picks, worth, gap: 0 } => Some((picks, worth)),
            Solved::Found { .. } | Solved::Impossible | Solved::Unknown => None,
        }
    }

    /// The rows that break, and by how much, when items get these starts and the rest is unmoved.
    pub(super) fn broken_by(&self, added: &[(usize, &Start)]) -> Vec<Missing> {
        let used = self.problem().used(&self.picks);
        let rows = used.iter().zip(&self.problem().limits).enumerate();
        let over = rows.filter_map(|(row, (used, limit))| {
            let more = added.iter().map(|(item, start)| {
                let before = self.start(*item).map_or(0, |own| own.used_of(row));
                start.used_of(row).saturating_sub(before)
            });
            let over = more.fold(*used, i128::saturating_add).saturating_sub(*limit);
            (over > 0).then_some((row, over))
        });
        over.collect()
    }

    /// How much more would be missing of innsparingskrav with this start, the rest unmoved.
    pub(super) fn shortfall_by(&self, item: usize, start: Option<&Start>) -> i128 {
        let missing = self.problem().demands.iter().enumerate().map(|(year, demand)| {
            let Some(demand) = demand else { return 0 };
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

    /// What is missing of a row, as people count it.
    pub(super) fn gap((row, missing): Missing, model: &Model<'_>) -> Result<Gap, Overflow> {
        let at = model.rows.get(row).map(|row| row.at.clone()).ok_or(Overflow)?;
        Ok(Gap { at, missing: super::parts::amount(missing)? })
    }

    /// How large a change is: kroner against kroner, and årsverk against årsverk. To compare the one with
    /// the other, each is a part of the largest frame of its kind, or of one step where all are nothing.
    pub(super) fn weight((row, missing): Missing, model: &Model<'_>) -> Decimal {
        let Some(row) = model.rows.get(row) else { return Decimal::MAX };
        let alike = model.rows.iter().filter(|other| other.at.frame.is_money() == row.at.frame.is_money());
        let largest = alike.map(|row| row.limit).fold(row.at.frame.step(), Decimal::max);
        let missing = super::parts::amount(missing).unwrap_or(Decimal::MAX);
        divide(missing, largest).unwrap_or(Decimal::MAX)
    }
}

//! What innsparingskrav costs, and what all locks cost together: the choice solved again without them.

use super::answer::Answer;
use super::choice::{ChoiceLine, LockCost, PricedCase, Remark, SavingsPrice};
use super::parts::kroner;
use super::why::{Because, Kept, Why};
use crate::units::{Kroner, Overflow};
use a3_solver::{Problem, Worth};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

impl Answer<'_, '_> {
    /// What innsparingskrav costs, with the sum as it is and no cases where it moves nothing; none without a demand,
    /// and where it is not solved.
    pub(super) fn savings_price(&self, lines: &[ChoiceLine]) -> Result<Option<SavingsPrice>, Overflow> {
        if self.problem().demands.iter().all(Option::is_none) {
            return Ok(None);
        }
        let free = Problem { demands: [None; 4], ..self.problem().clone() };
        let Some((picks, worth)) = self.best(&free) else { return Ok(None) };
        let only = lines.par_iter().filter_map(|line| {
            let id = &self.model.contest.candidates.get(line.candidate)?.case.id;
            let item = self.model.item(id)?;
            let is_only_for_it = self.is_in(item) && free.start(&picks, item).is_none();
            is_only_for_it.then(|| Ok(PricedCase { id: id.clone(), kept: self.kept(item, &line.why)? }))
        });
        let cases: Vec<PricedCase> = only.collect::<Result<_, Overflow>>()?;
        // The values as they are, and not as the search weighs them, so that nothing moved is no difference.
        let values = worth.chosen.iter().filter_map(|(item, _)| {
            let start = free.start(&picks, *item)?.year;
            Some(self.model.offer(*item, start)?.value)
        });
        Ok(Some(SavingsPrice { sum_without: Kroner::sum(values)?, cases }))
    }

    /// What becomes of the best choice without a case; none where it is not proven.
    fn kept(&self, item: usize, why: &Why) -> Result<Option<Kept>, Overflow> {
        if let Why::Chosen { because: Because::Savings(kept), .. } = why {
            return Ok(Some(*kept));
        }
        let without = self.best(&self.problem().freed(item, &[])).map(|(_, without)| without);
        without.map(|without| Kept::of(&without)).transpose()
    }

    /// What the best of a problem without a lock, or without all, is worth more.
    pub(super) fn lock_cost(&self, without: &Worth) -> Result<LockCost, Overflow> {
        Ok(LockCost {
            value: kroner(without.value.saturating_sub(self.worth.value))?,
            savings: kroner(self.worth.shortfall.saturating_sub(without.shortfall))?,
            delay: self.worth.delay.cast_signed().saturating_sub(without.delay.cast_signed()),
        })
    }

    /// What all locks cost together, where that is not the sum of what each costs alone.
    pub(super) fn locks_together(&self, lines: &[ChoiceLine]) -> Result<Option<Remark>, Overflow> {
        let is_locked = |item: &usize| self.model.entrants.get(*item).is_some_and(|of| of.lock.is_some());
        let locked: Vec<usize> = (0..self.model.entrants.len()).filter(is_locked).collect();
        let alone: Option<Vec<LockCost>> =
            lines.iter().filter_map(|line| line.lock.as_ref()).map(|locked| locked.cost).collect();
        let Some(alone) = alone.filter(|_| locked.len() > 1) else { return Ok(None) };
        let free = self.model.unlocked(&locked);
        let Some((_, without)) = self.best(&free) else { return Ok(None) };
        let together = self.lock_cost(&without)?;
        let sum = alone.into_iter().try_fold(LockCost::default(), LockCost::plus)?;
        Ok((together != sum).then_some(Remark::LocksTogether(together)))
    }
}

//! Choices under several frames side by side: what each gives, and what differs from the first.

use super::choice::{Choice, ChoiceLine, Verdict};
use super::contest::Candidate;
use crate::units::{Fte, Kroner, Overflow, Year};

/// What a choice comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals<'a> {
    /// The method's value of what is chosen.
    pub sum: Kroner,
    /// Running effect of what is chosen in each plan year; plus is money freed.
    pub running_effect: [Kroner; 4],
    /// årsverk taken out at full effect by what is chosen.
    pub fte: Fte,
    /// What is missing of innsparingskrav, all years together.
    pub missing: Kroner,
    /// The chosen cases by id, with their starts.
    pub chosen: Vec<(&'a str, Option<Year>)>,
}

/// What differs from another choice of the same cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change<'a> {
    /// The difference in the method's value.
    pub sum: Kroner,
    /// The difference in running effect in each plan year.
    pub running_effect: [Kroner; 4],
    /// The difference in årsverk taken out.
    pub fte: Fte,
    /// Chosen here alone.
    pub added: Vec<&'a str>,
    /// Chosen there alone.
    pub removed: Vec<&'a str>,
    /// Chosen in both with another start: from, to.
    pub moved: Vec<(&'a str, Option<Year>, Option<Year>)>,
}

impl<'a> Totals<'a> {
    /// Sums what a choice comes to; none where nothing could be chosen.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(choice: &Choice, candidates: &[Candidate<'a>]) -> Result<Option<Self>, Overflow> {
        let Some(sum) = choice.sum else { return Ok(None) };
        let mut totals = Self {
            sum,
            running_effect: [Kroner::ZERO; 4],
            fte: Fte::ZERO,
            missing: Kroner::sum(choice.savings.iter().map(|at| at.missing))?,
            chosen: Vec::new(),
        };
        for line in choice.lines.iter().filter(|line| line.verdict == Verdict::Chosen) {
            totals.add(line, candidates)?;
        }
        totals.chosen.sort_unstable();
        Ok(Some(totals))
    }

    fn add(&mut self, line: &ChoiceLine, candidates: &[Candidate<'a>]) -> Result<(), Overflow> {
        let Some(candidate) = candidates.get(line.candidate) else { return Ok(()) };
        self.fte = self.fte.plus(candidate.appraisal.potential.fte_taken_out)?;
        for (sum, effect) in self.running_effect.iter_mut().zip(line.running_effect.unwrap_or_default()) {
            *sum = sum.plus(effect)?;
        }
        self.chosen.push((&candidate.case.id, line.start));
        Ok(())
    }

    /// What differs from another.
    ///
    /// # Errors
    /// [`Overflow`] when a difference does not fit.
    pub fn change_from(&self, first: &Self) -> Result<Change<'a>, Overflow> {
        let mut running_effect = self.running_effect;
        for (effect, before) in running_effect.iter_mut().zip(first.running_effect) {
            *effect = effect.minus(before)?;
        }
        let start_in = |totals: &Self, id: &str| {
            totals.chosen.iter().find(|(other, _)| *other == id).map(|(_, start)| *start)
        };
        let alone = |one: &Self, other: &Self| {
            let ids = one.chosen.iter().map(|(id, _)| *id);
            ids.filter(|id| start_in(other, id).is_none()).collect::<Vec<_>>()
        };
        let moved = self.chosen.iter().filter_map(|(id, to)| {
            let from = start_in(first, id)?;
            (from != *to).then_some((*id, from, *to))
        });
        Ok(Change {
            sum: self.sum.minus(first.sum)?,
            running_effect,
            fte: self.fte.minus(first.fte)?,
            added: alone(self, first),
            removed: alone(first, self),
            moved: moved.collect(),
        })
    }
}

//! Choices under several frames side by side: what each gives, and what differs from the first.

use super::choice::{Choice, ChoiceLine, Verdict};
use super::contest::Candidate;
use crate::units::{Fte, Kroner, Overflow, Year, each};

/// What a choice comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Totals {
    /// The method's value of what is chosen.
    pub sum: Kroner,
    /// Running effect of what is chosen in each plan year; plus is money freed.
    pub running_effect: [Kroner; 4],
    /// årsverk taken out at full effect by what is chosen.
    pub fte: Fte,
    /// What is missing of innsparingskrav, all years together.
    pub missing: Kroner,
    /// The chosen cases, by id.
    pub chosen: Vec<Started>,
}

/// What differs from another choice of the same cases.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The difference in the method's value.
    pub sum: Kroner,
    /// The difference in running effect in each plan year.
    pub running_effect: [Kroner; 4],
    /// The difference in årsverk taken out.
    pub fte: Fte,
    /// Ids of the cases chosen here alone.
    pub added: Vec<String>,
    /// Ids of the cases chosen there alone.
    pub removed: Vec<String>,
    /// Those chosen in both with another start.
    pub moved: Vec<Restarted>,
}

/// A chosen case.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Started {
    /// Its id.
    pub id: String,
    /// Its first year.
    pub start: Option<Year>,
}

/// A case that is chosen with another start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restarted {
    /// Its id.
    pub id: String,
    /// Its first year there.
    pub from: Option<Year>,
    /// Its first year here.
    pub to: Option<Year>,
}

impl Totals {
    /// Sums what a choice comes to; none where nothing could be chosen.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn of(choice: &Choice, candidates: &[Candidate<'_>]) -> Result<Option<Self>, Overflow> {
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

    fn add(&mut self, line: &ChoiceLine, candidates: &[Candidate<'_>]) -> Result<(), Overflow> {
        let Some(candidate) = candidates.get(line.candidate) else { return Ok(()) };
        self.fte = self.fte.plus(candidate.appraisal.potential.fte_taken_out)?;
        let effect = line.running_effect.unwrap_or_default();
        self.running_effect = each(self.running_effect, effect, Kroner::plus)?;
        self.chosen.push(Started { id: candidate.case.id.clone(), start: line.start });
        Ok(())
    }

    /// The start of a case that is chosen; none where it is not.
    pub fn start_of(&self, id: &str) -> Option<Option<Year>> {
        self.chosen.iter().find(|chosen| chosen.id == id).map(|chosen| chosen.start)
    }

    /// What differs from another.
    ///
    /// # Errors
    /// [`Overflow`] when a difference does not fit.
    pub fn change_from(&self, first: &Self) -> Result<Change, Overflow> {
        let alone = |one: &Self, other: &Self| {
            let ids = one.chosen.iter().map(|chosen| &chosen.id);
            ids.filter(|id| other.start_of(id).is_none()).cloned().collect()
        };
        let moved = self.chosen.iter().filter_map(|Started { id, start: to }| {
            let from = first.start_of(id)?;
            (from != *to).then(|| Restarted { id: id.clone(), from, to: *to })
        });
        Ok(Change {
            sum: self.sum.minus(first.sum)?,
            running_effect: each(self.running_effect, first.running_effect, Kroner::minus)?,
            fte: self.fte.minus(first.fte)?,
            added: alone(self, first),
            removed: alone(first, self),
            moved: moved.collect(),
        })
    }
}

//! What cannot be right, or should be looked at, in a future budget: data for checks, which grade it.

use super::future::FutureBudget;
use super::line::FutureLine;
use super::sides::is_income;
use crate::units::{FTE_COMPARED_DECIMALS, Fte, Kroner, Overflow, Year};

/// Something that cannot be right, or should be looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doubt {
    /// More is taken out of an expense line than stands on it (today, or by new practice).
    LineOverdrawn {
        /// Position in [`FutureBudget::lines`].
        line: usize,
        /// Plan year.
        year: Year,
        /// What stands on it, kroner.
        stands: Kroner,
        /// What is taken out, kroner, plus; more than `stands`, in whole kroner.
        taken: Kroner,
    },
    /// Something is taken out of a line that does not stand in today's budget, nor in new practice.
    NoLine {
        /// Position in [`FutureBudget::lines`].
        line: usize,
        /// Plan year.
        year: Year,
        /// What is taken out, kroner, plus.
        taken: Kroner,
    },
    /// A line is left with fewer årsverk than none.
    NegativeFte {
        /// Position in [`FutureBudget::lines`].
        line: usize,
        /// Plan year.
        year: Year,
        /// What is left, below zero.
        left: Fte,
    },
    /// More årsverk are taken out of a unit than it has.
    UnitOverdrawn {
        /// Position in [`FutureBudget::units`].
        unit: usize,
        /// Plan year.
        year: Year,
        /// What it has today, of the lines where they are known.
        has: Fte,
        /// What is taken out; more than `has`.
        taken: Fte,
    },
}

impl FutureBudget {
    /// Everything doubtful: by line and year, then by unit and year.
    ///
    /// # Errors
    /// [`Overflow`] when a sum does not fit.
    pub fn doubts(&self) -> Result<Vec<Doubt>, Overflow> {
        let mut doubts = Vec::new();
        for (place, line) in self.lines.iter().enumerate().filter(|(_, line)| !line.entries.is_empty()) {
            // What stands on a line that could not be read, or that the file lacks the year of, is not known, but for the new practice on it.
            let is_known = |year| self.knows_line(line, year) || line.replaced_in(year).is_some();
            for at in self.plan.years().into_iter().enumerate().filter(|(_, year)| is_known(*year)) {
                doubts.extend(taken_out((place, line), at)?);
                doubts.extend(fte_left((place, line), at)?);
            }
        }
        for (unit, of_unit) in self.units.iter().enumerate() {
            for at in of_unit.years.iter().filter(|at| self.knows_unit(of_unit, at.year)) {
                let (has, taken) = (at.fte_today, at.fte_taken_out);
                let is_short =
                    |has: &Fte| taken.rounded(FTE_COMPARED_DECIMALS) > has.rounded(FTE_COMPARED_DECIMALS);
                let short = has.filter(|has| is_short(has) && taken.is_positive());
                doubts.extend(short.map(|has| Doubt::UnitOverdrawn { unit, year: at.year, has, taken }));
            }
        }
        Ok(doubts)
    }
}

fn taken_out(
    (place, line): (usize, &FutureLine),
    (slot, year): (usize, Year),
) -> Result<Option<Doubt>, Overflow> {
    let by = line.replaced_in(year);
    let taken = line.taken_out(year, by.map(|by| by.case))?;
    if !taken.is_positive() || is_income(&line.art) {
        return Ok(None);
    }
    if !line.stands_today && by.is_none() {
        return Ok(Some(Doubt::NoLine { line: place, year, taken }));
    }
    let today = line.today.get(slot).copied().unwrap_or_default();
    let stands = by.map_or(today, |by| by.amount);
    Ok((taken.rounded(0) > stands.rounded(0)).then_some(Doubt::LineOverdrawn {
        line: place,
        year,
        stands,
        taken,
    }))
}

fn fte_left(
    (place, line): (usize, &FutureLine),
    (slot, year): (usize, Year),
) -> Result<Option<Doubt>, Overflow> {
    let left = line.fte_future(slot, year)?.filter(|left| left.rounded(FTE_COMPARED_DECIMALS).is_negative());
    Ok(left.map(|left| Doubt::NegativeFte { line: place, year, left }))
}

//! Lines that are sums of others: left out, and said.
//!
//! A line of a budget has an ansvar, a funksjon and an art. One that lacks some of them, and calls itself
//! a sum, is one; so is one that has neither funksjon nor art, and comes to exactly what stands over it.

use super::Line;
use crate::source::Span;
use crate::units::{Kroner, Overflow, Year};

/// What a sum calls itself, as the first word of a cell.
const WORDS: [&str; 9] =
    ["sum", "delsum", "totalsum", "sluttsum", "hovedsum", "total", "totalt", "subtotal", "tilsammen"];
/// Letters of the longest of them, and one more.
const LONGEST_WORD: usize = 10;
/// Lines that are named; the others are counted.
pub(super) const MOST_NAMED: usize = 5;

/// Sum lines: the first of them, and how many.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Sums {
    pub(super) first: Vec<Span>,
    pub(super) lines: usize,
}

impl Sums {
    pub(super) fn add(&mut self, line: Span) {
        self.lines = self.lines.saturating_add(1);
        if self.first.len() < MOST_NAMED {
            self.first.push(line);
        }
    }

    pub(super) fn join(&mut self, more: Self) {
        self.lines = self.lines.saturating_add(more.lines);
        let room = MOST_NAMED.saturating_sub(self.first.len());
        self.first.extend(more.first.into_iter().take(room));
    }
}

/// Whether a cell begins with a word for a sum.
pub(super) fn is_named_sum(cell: &str) -> bool {
    let letters = cell.trim_start_matches(|letter: char| !letter.is_alphanumeric()).chars();
    let word: String = letters.take_while(|letter| letter.is_alphanumeric()).take(LONGEST_WORD).collect();
    WORDS.contains(&word.to_lowercase().as_str())
}

/// A line without codes that may be the total of the lines over it.
#[derive(Debug, Clone)]
pub(super) struct Total {
    /// The part it stands in, and how many good lines are before it there.
    pub(super) part: usize,
    pub(super) line: usize,
    /// Its ansvar; empty where it has none.
    pub(super) unit: String,
    /// What it says, for each column of amounts.
    pub(super) amounts: Vec<(Option<Year>, Kroner)>,
    /// The whole line.
    pub(super) span: Span,
}

/// The sum of some lines for each column of amounts.
#[derive(Debug, Clone, Default)]
struct Running {
    amounts: Vec<(Option<Year>, Kroner)>,
    added: usize,
}

impl Running {
    fn add(&mut self, year: Option<Year>, amount: Kroner) -> Result<(), Overflow> {
        self.added = self.added.saturating_add(1);
        match self.amounts.iter_mut().find(|(of, _)| *of == year) {
            Some((_, sum)) => sum.add(amount),
            None => {
                self.amounts.push((year, amount));
                Ok(())
            }
        }
    }

    /// Whether the line says just this, and it is more than one line: two lines may be alike by chance.
    fn is(&self, total: &Total) -> bool {
        let of = |year: Option<Year>| self.amounts.iter().find(|(of, _)| *of == year).map(|(_, sum)| *sum);
        self.added > self.amounts.len()
            && total.amounts.iter().all(|(year, amount)| of(*year) == Some(*amount))
    }
}

/// Which of the lines are the total of all lines over them, of those since the last such, or of those of
/// their own ansvar right over them. Both come in the order of the file.
pub(super) fn totals<'l>(
    candidates: &[Total],
    parts: impl Iterator<Item = &'l [Line]>,
) -> Result<Vec<bool>, Overflow> {
    let has_columns =
        candidates.first().is_some_and(|total| total.amounts.iter().any(|(year, _)| year.is_some()));
    let mut found = Vec::with_capacity(candidates.len());
    let (mut all, mut since, mut own) = (Running::default(), Running::default(), Running::default());
    let mut unit: &str = "";
    let mut waiting = candidates.iter().peekable();
    for (part, lines) in parts.enumerate() {
        if waiting.peek().is_none() {
            break;
        }
        for place in 0..=lines.len() {
            while let Some(total) = waiting.next_if(|total| total.part == part && total.line == place) {
                let is_own = own.is(total) && (total.unit.is_empty() || total.unit == unit);
                let is_sum = is_own || since.is(total) || all.is(total);
                found.push(is_sum);
                if is_sum {
                    since = Running::default();
                }
            }
            let Some(line) = lines.get(place) else { continue };
            if *line.unit != *unit {
                (unit, own) = (&line.unit, Running::default());
            }
            let year = line.year.filter(|_| has_columns);
            for sums in [&mut all, &mut since, &mut own] {
                sums.add(year, line.amount)?;
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_told_by_its_first_word() {
        for sum in ["Sum", "SUM ansvar 3210", "* Total:", "= Delsum drift", "Totalt", "sum-linje"] {
            assert!(is_named_sum(sum), "{sum}");
        }
        for other in ["", "Summen av alt", "Totalrenovering", "Hjemmetjenesten, sum", "3210", "Sumatra"] {
            assert!(!is_named_sum(other), "{other}");
        }
    }
}

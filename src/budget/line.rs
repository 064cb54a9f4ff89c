//! The future budget, line by line: today's line, what the cases book on it, and new practice.

use super::case::{CarriedOut, LineEntry, moving};
use super::plan::Plan;
use super::practice::{Practices, Replaced};
use super::today::{LineKey, TodayLine};
use crate::calc::Booking;
use crate::units::{Fte, Kroner, Overflow, Year, each};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One ansvar, funksjon and art, today and as it becomes. Kroner in KOSTRA sign: expense plus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FutureLine {
    /// ansvar
    pub unit: Arc<str>,
    /// funksjon (KOSTRA)
    pub function: Cow<'static, str>,
    /// art (KOSTRA)
    pub art: Cow<'static, str>,
    /// Whether today's budget has the line; where it has not, today is 0.
    pub stands_today: bool,
    /// Whether today's budget has it year by year, so that it may lack a year.
    pub by_year: bool,
    /// Today's budget of each plan year.
    pub today: [Kroner; 4],
    /// The future budget of each plan year.
    pub future: [Kroner; 4],
    /// Today's årsverk of each plan year; none where the file has the line but says none.
    pub fte_today: [Option<Fte>; 4],
    /// What the cases book on it, by year, case and kind.
    pub entries: Vec<LineEntry>,
    /// The years a new practice takes its place, by year.
    pub replaced: Vec<Replaced>,
}

impl FutureLine {
    /// Positions in [`super::FutureBudget::cases`] of the cases that move the line in a year, each once.
    pub fn cases(&self, year: Year) -> Vec<usize> {
        let booked = self.entries.iter().filter(|entry| entry.year == year).map(|entry| entry.case);
        let cases: BTreeSet<usize> = booked.chain(self.replaced_in(year).map(|by| by.case)).collect();
        cases.into_iter().collect()
    }

    /// Whether anything happens to the line: a case books on it, or new practice takes its place.
    pub const fn is_moved(&self) -> bool {
        !self.entries.is_empty() || !self.replaced.is_empty()
    }

    /// The new practice that takes the place of the line in a year.
    pub fn replaced_in(&self, year: Year) -> Option<&Replaced> {
        self.replaced.iter().find(|by| by.year == year)
    }

    /// Change against today of each plan year, kroner; minus where the budget falls.
    ///
    /// # Errors
    /// [`Overflow`] when a difference does not fit.
    pub fn change(&self) -> Result<[Kroner; 4], Overflow> {
        each(self.future, self.today, Kroner::minus)
    }

    /// Change of årsverk in a plan year. Where bemanning takes the place of a line whose årsverk
    /// today are not known, it is what the cases say.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn fte_change(&self, slot: usize, year: Year) -> Result<Fte, Overflow> {
        let today = self.fte_today.get(slot).copied().flatten();
        match (self.fte_replaced(year)?, today) {
            (Some(future), Some(today)) => future.minus(today),
            (Some(_), None) | (None, _) => self.fte_booked(year, None),
        }
    }

    /// The årsverk as they become; none where they are not known today and no bemanning says them.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn fte_future(&self, slot: usize, year: Year) -> Result<Option<Fte>, Overflow> {
        let today = self.fte_today.get(slot).copied().flatten();
        match (self.fte_replaced(year)?, today) {
            (Some(future), _) => Ok(Some(future)),
            (None, Some(today)) => today.plus(self.fte_booked(year, None)?).map(Some),
            (None, None) => Ok(None),
        }
    }

    /// årsverk that cases take out of the line in a year, less those they add; plus when it falls.
    ///
    /// # Errors
    /// [`Overflow`] when it does not fit.
    pub fn fte_taken_out(&self, year: Year) -> Result<Fte, Overflow> {
        self.fte_booked(year, None).map(Fte::negated)
    }

    /// What bemanning makes of it, with what other cases book; none where no bemanning says it.
    fn fte_replaced(&self, year: Year) -> Result<Option<Fte>, Overflow> {
        let Some(by) = self.replaced_in(year) else { return Ok(None) };
        by.fte.map(|fte| fte.plus(self.fte_booked(year, Some(by.case))?)).transpose()
    }

    fn fte_booked(&self, year: Year, except: Option<usize>) -> Result<Fte, Overflow> {
        Fte::sum(self.booked(year, except).map(|entry| entry.fte))
    }

    /// What cases book in a year, all but one.
    pub(super) fn booked(&self, year: Year, except: Option<usize>) -> impl Iterator<Item = &LineEntry> {
        self.entries.iter().filter(move |entry| entry.year == year && Some(entry.case) != except)
    }

    /// What is taken out in a year, kroner plus, by all cases but one.
    pub(super) fn taken_out(&self, year: Year, except: Option<usize>) -> Result<Kroner, Overflow> {
        let taken = self.booked(year, except).filter(|entry| entry.booking == Booking::TakenOut);
        Kroner::sum(taken.map(|entry| entry.amount)).map(Kroner::negated)
    }

    /// New practice − what the line would have been by the plain rule, where there is one.
    pub(super) fn difference(&self, slot: usize, by: &Replaced) -> Result<Kroner, Overflow> {
        let today = self.today.get(slot).copied().unwrap_or_default();
        let own = self.entries.iter().filter(|entry| entry.year == by.year && entry.case == by.case);
        by.amount.minus(Kroner::sum(own.map(|entry| entry.amount))?.plus(today)?)
    }

    /// Today's line, as of nothing yet happens to it.
    fn of(today: TodayLine) -> Self {
        let TodayLine { unit, function, art, amount, by_year, fte } = today;
        let nothing = Self::nothing(unit, function.digits().into(), art.digits().into());
        Self { stands_today: true, by_year, today: amount, future: amount, fte_today: fte, ..nothing }
    }

    /// A line that is not in today's budget.
    const fn nothing(unit: Arc<str>, function: Cow<'static, str>, art: Cow<'static, str>) -> Self {
        Self {
            unit,
            function,
            art,
            stands_today: false,
            by_year: false,
            today: [Kroner::ZERO; 4],
            future: [Kroner::ZERO; 4],
            fte_today: [Some(Fte::ZERO); 4],
            entries: Vec::new(),
            replaced: Vec::new(),
        }
    }

    /// Today's line (or the new practice) + what the cases book on it (other cases, where one's new
    /// practice takes its place).
    fn book(&mut self, moved: Moved, plan: Plan) -> Result<(), Overflow> {
        self.entries = LineEntry::merged(moved.entries)?;
        self.replaced = moved.replaced;
        for by in &self.replaced {
            if let Some(at) = plan.at(&mut self.future, by.year) {
                *at = by.amount;
            }
        }
        for entry in &self.entries {
            let is_own = self.replaced.iter().any(|by| by.year == entry.year && by.case == entry.case);
            if !is_own {
                plan.add(&mut self.future, entry.year, entry.amount)?;
            }
        }
        Ok(())
    }
}

/// What happens to one line.
#[derive(Debug, Default)]
struct Moved {
    entries: Vec<LineEntry>,
    replaced: Vec<Replaced>,
}

/// Every line of the units touched, and what is on none.
pub(super) struct Lines {
    pub(super) lines: Vec<FutureLine>,
    /// uten budsjettpost, by year, case and kind.
    pub(super) without_line: Vec<LineEntry>,
}

impl Lines {
    pub(super) fn of(
        today: Vec<TodayLine>,
        cases: &[CarriedOut<'_>],
        practices: &Practices<'_>,
        plan: Plan,
    ) -> Result<Self, Overflow> {
        let mut without_line = Vec::new();
        let mut moved: BTreeMap<LineKey<'_>, Moved> = BTreeMap::new();
        for (case, CarriedOut { effects, .. }) in moving(cases) {
            for effect in effects {
                let Some(entry) = LineEntry::of(effect, case, plan) else { continue };
                match (&effect.unit, &effect.function, &effect.art) {
                    (Some(unit), Some(function), Some(art)) => {
                        moved.entry((unit, function, art)).or_default().entries.push(entry);
                    }
                    (None | Some(_), None | Some(_), None | Some(_)) => without_line.push(entry),
                }
            }
        }
        for (key, replaced) in &practices.replaced {
            moved.entry(*key).or_default().replaced.clone_from(replaced);
        }
        Ok(Self { lines: merge(today, moved, plan)?, without_line: LineEntry::merged(without_line)? })
    }
}

/// Walks both lists once, in their common order.
fn merge(
    today: Vec<TodayLine>,
    moved: BTreeMap<LineKey<'_>, Moved>,
    plan: Plan,
) -> Result<Vec<FutureLine>, Overflow> {
    let mut lines = Vec::with_capacity(today.len().saturating_add(moved.len()));
    let mut moved = moved.into_iter().peekable();
    for line in today {
        let key = (&*line.unit, &*line.function, &*line.art);
        while let Some((new, what)) = moved.next_if(|(at, _)| *at < key) {
            lines.push(new_line(new, what, plan)?);
        }
        let what = moved.next_if(|(at, _)| *at == key);
        lines.push(FutureLine::of(line));
        if let Some((line, (_, what))) = lines.last_mut().zip(what) {
            line.book(what, plan)?;
        }
    }
    for (new, what) in moved {
        lines.push(new_line(new, what, plan)?);
    }
    Ok(lines)
}

/// A line that is not in today's budget.
fn new_line(key: LineKey<'_>, moved: Moved, plan: Plan) -> Result<FutureLine, Overflow> {
    let (unit, function, art) = key;
    let code = |code: &str| Cow::Owned(code.to_owned());
    let mut line = FutureLine::nothing(unit.into(), code(function), code(art));
    line.book(moved, plan)?;
    Ok(line)
}

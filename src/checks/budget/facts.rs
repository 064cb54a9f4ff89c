//! What checks of one case against today's budget may look at. Read-only.

use crate::budget::{EFFECT_DECIMALS, FutureBudget, TodaysBudget, is_income};
use crate::calc::{Booking, BudgetEffect};
use crate::checks::carried_out::place_of_line;
use crate::checks::kostra::counted;
use crate::checks::prelude::*;
use crate::units::Overflow;

/// One case that moves the budget, at its own oppstart, and today's budget.
#[derive(Debug, Clone, Copy)]
pub struct BudgetFacts<'a> {
    /// As written, with places.
    pub document: &'a document::Case,
    /// What it does to the budget lines of the plan years.
    pub effects: &'a [BudgetEffect],
    /// Today's budget.
    pub standing: &'a TodaysBudget,
    /// The future budget of this case alone; none where it has no ny_praksis.
    pub alone: Option<&'a FutureBudget>,
}

/// A gevinst or kostnad as it is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct WrittenRow<'a> {
    pub(super) name: &'a Field<String>,
    pub(super) lines: &'a [document::BudgetLine],
    /// Whether it has a merknad.
    pub(super) has_note: bool,
}

/// What a line of the running budget is known by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::checks) struct LineCodes<'a> {
    /// ansvar
    pub(in crate::checks) unit: &'a str,
    /// funksjon
    pub(in crate::checks) function: &'a str,
    pub(in crate::checks) art: &'a str,
}

impl LineCodes<'_> {
    /// «ansvar 3210, funksjon 257, art 010»
    pub(in crate::checks) fn shown(&self) -> String {
        let [unit, function, art] = [self.unit, self.function, self.art].map(wording::shown);
        format!("ansvar {unit}, funksjon {function}, art {art}")
    }
}

/// What is taken out of a line in a plan year, kroner, plus; and what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::checks) struct TakenOut {
    pub(in crate::checks) year: Year,
    pub(in crate::checks) taken: Kroner,
    pub(in crate::checks) stands: Kroner,
}

impl TakenOut {
    /// Whether it is more than is there, in whole kroner.
    pub(in crate::checks) fn is_too_much(&self) -> bool {
        self.taken.is_positive() && self.taken.rounded(0) > self.stands.rounded(0)
    }
}

impl<'a> BudgetFacts<'a> {
    /// Whether the ansvar is missing in today's budget for certain.
    pub(super) fn lacks_unit(&self, unit: &str) -> bool {
        !self.standing.has_unit(unit) && self.standing.is_whole(unit)
    }

    /// What is taken out of each expense line in each plan year, kroner, plus. Nothing where a sum
    /// does not fit.
    pub(in crate::checks) fn taken(&self) -> BTreeMap<LineCodes<'a>, [Kroner; 4]> {
        self.sums(
            |effect| {
                let line = line(effect).filter(|line| !is_income(line.art))?;
                let is_taken = effect.booking == Booking::TakenOut;
                is_taken.then(|| (line, effect.amount.rounded(EFFECT_DECIMALS).negated()))
            },
            Kroner::plus,
        )
    }

    /// The same of one line year by year, beside what is there; none where it is not in the budget. What stands on it in
    /// a year the file lacks is not known, and nothing is taken from that.
    pub(in crate::checks) fn taken_of(
        &self,
        line: LineCodes<'_>,
        taken: [Kroner; 4],
    ) -> Option<[TakenOut; 4]> {
        let today = self.standing.line(line.unit, line.function, line.art)?;
        let nothing = |year| TakenOut { year, taken: Kroner::ZERO, stands: Kroner::ZERO };
        let mut years = self.standing.plan().years().map(nothing);
        for (at, (taken, stands)) in years.iter_mut().zip(taken.into_iter().zip(today.amount)) {
            if self.standing.knows(today, at.year) {
                (at.taken, at.stands) = (taken, stands);
            }
        }
        Some(years)
    }

    /// What each line of the running budget is changed by in each plan year, kroner in KOSTRA sign:
    /// gains and costs together. Nothing where a sum does not fit.
    pub(super) fn moved(&self) -> BTreeMap<LineCodes<'a>, [Kroner; 4]> {
        self.sums(
            |effect| {
                is_running(effect.booking)
                    .then(|| Some((line(effect)?, effect.amount.rounded(EFFECT_DECIMALS))))?
            },
            Kroner::plus,
        )
    }

    /// årsverk taken out of each ansvar in each plan year. Nothing where a sum does not fit.
    pub(super) fn fte_taken(&self) -> BTreeMap<&'a str, [Fte; 4]> {
        self.sums(
            |effect| {
                let is_taken = effect.booking == Booking::TakenOut;
                is_taken.then(|| Some((effect.unit.as_deref()?, effect.fte.rounded(EFFECT_DECIMALS))))?
            },
            Fte::plus,
        )
    }

    fn sums<K: Ord, T: Copy + Default>(
        &self,
        part: impl Fn(&'a BudgetEffect) -> Option<(K, T)>,
        plus: impl Fn(T, T) -> Result<T, Overflow>,
    ) -> BTreeMap<K, [T; 4]> {
        let mut sums: BTreeMap<K, [T; 4]> = BTreeMap::new();
        for effect in self.effects {
            let is_known = effect.unit.as_deref().is_none_or(|unit| self.standing.is_whole(unit));
            let Some((key, amount)) = part(effect).filter(|_| is_known) else { continue };
            let Some(slot) = self.standing.plan().slot(effect.year) else { continue };
            if let Some(sum) = sums.entry(key).or_default().get_mut(slot) {
                let Ok(more) = plus(*sum, amount) else { return BTreeMap::new() };
                *sum = more;
            }
        }
        sums
    }

    /// Where the line is written on a gain: the budsjettpost itself, or the one whose wage it is
    /// booked beside.
    pub(in crate::checks) fn place(&self, line: LineCodes<'_>) -> Span {
        place_of_line(self.document, line).unwrap_or_else(|| self.fallback())
    }

    /// The row an effect comes from, as it is written; none where no row has its name.
    pub(super) fn row_of(&self, effect: &BudgetEffect) -> Option<WrittenRow<'a>> {
        let benefits = self.document.benefits.rows().iter();
        let benefits = benefits.map(|row| (&row.name, &row.budget_lines, row.note.is_written()));
        let costs = self.document.costs.rows().iter();
        let costs = costs.map(|row| (&row.name, &row.budget_lines, row.note.is_written()));
        let is_gain = effect.booking == Booking::TakenOut;
        let (name, lines, has_note) = if is_gain {
            benefits.chain(costs).find(|(name, ..)| name.text() == Some(&effect.row))?
        } else {
            costs.chain(benefits).find(|(name, ..)| name.text() == Some(&effect.row))?
        };
        Some(WrittenRow { name, lines: lines.rows(), has_note })
    }

    /// Where the line of an effect is written, on its own row: the budsjettpost itself, or the one
    /// of its ansvar whose wage it is booked beside.
    pub(super) fn place_of_effect(&self, effect: &BudgetEffect) -> Span {
        let Some(row) = self.row_of(effect) else { return self.fallback() };
        let parts = |line: &document::BudgetLine| {
            let same = |written: Option<&str>, of: Option<&String>| written == of.map(String::as_str);
            let unit = same(line.unit.text(), effect.unit.as_ref());
            let function = same(counted(&line.function), effect.function.as_ref());
            (unit, unit && function, unit && function && same(counted(&line.art), effect.art.as_ref()))
        };
        // The last of those that are most alike, so the order is turned to find the first.
        let likest = row.lines.iter().rev().max_by_key(|line| parts(line));
        likest.map_or_else(|| row.name.span().unwrap_or_else(|| self.fallback()), |line| line.span)
    }

    /// Where the ansvar is written in ny_praksis.
    pub(super) fn place_of_practice(&self, unit: &str) -> Span {
        let mut rows = self.document.new_practice.rows().iter();
        let found = rows.find_map(|row| row.unit.spanned().filter(|written| written.value == unit));
        found.map_or_else(|| self.fallback(), |written| written.span)
    }

    fn fallback(&self) -> Span {
        self.document.title.span().unwrap_or_default()
    }
}

/// The line an effect is booked on, where it has one.
pub(super) fn line(effect: &BudgetEffect) -> Option<LineCodes<'_>> {
    Some(LineCodes {
        unit: effect.unit.as_deref()?,
        function: effect.function.as_deref()?,
        art: effect.art.as_deref()?,
    })
}

const fn is_running(booking: Booking) -> bool {
    match booking {
        Booking::TakenOut | Booking::Running | Booking::Restructuring => true,
        Booking::Investment | Booking::Interest | Booking::Repayment => false,
    }
}

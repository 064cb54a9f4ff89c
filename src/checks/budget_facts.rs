//! What checks of one case against today's budget may look at. Read-only.

use crate::budget::{EFFECT_DECIMALS, FutureBudget, Standing, is_income};
use crate::calc::{Booking, BudgetEffect};
use crate::document;
use crate::source::Span;
use crate::units::{Fte, Kroner, Overflow};
use std::collections::BTreeMap;

/// One case that moves the budget, at its own oppstart, and today's budget.
#[derive(Debug, Clone, Copy)]
pub struct BudgetFacts<'a> {
    /// As written, with places.
    pub document: &'a document::Case,
    /// What it does to the budget lines of the plan years.
    pub effects: &'a [BudgetEffect],
    /// Today's budget.
    pub standing: &'a Standing,
    /// The future budget of this case alone; none where it has no ny_praksis.
    pub alone: Option<&'a FutureBudget>,
}

/// ansvar, funksjon, art
pub(super) type Line<'a> = (&'a str, &'a str, &'a str);

impl<'a> BudgetFacts<'a> {
    /// What is taken out of each expense line in each plan year, kroner, plus. Nothing where a sum
    /// does not fit.
    pub(super) fn taken(&self) -> BTreeMap<Line<'a>, [Kroner; 4]> {
        self.sums(
            |effect| {
                let (unit, function, art) =
                    (effect.unit.as_deref()?, effect.function.as_deref()?, effect.art.as_deref()?);
                (!is_income(art))
                    .then(|| ((unit, function, art), effect.amount.rounded(EFFECT_DECIMALS).negated()))
            },
            Kroner::plus,
        )
    }

    /// årsverk taken out of each ansvar in each plan year. Nothing where a sum does not fit.
    pub(super) fn fte_taken(&self) -> BTreeMap<&'a str, [Fte; 4]> {
        self.sums(|effect| Some((effect.unit.as_deref()?, effect.fte.rounded(EFFECT_DECIMALS))), Fte::plus)
    }

    fn sums<K: Ord, T: Copy + Default>(
        &self,
        part: impl Fn(&'a BudgetEffect) -> Option<(K, T)>,
        plus: impl Fn(T, T) -> Result<T, Overflow>,
    ) -> BTreeMap<K, [T; 4]> {
        let mut sums: BTreeMap<K, [T; 4]> = BTreeMap::new();
        for effect in self.effects.iter().filter(|effect| effect.booking == Booking::TakenOut) {
            let Some((key, amount)) = part(effect) else { continue };
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
    pub(super) fn place(&self, (unit, function, art): Line<'_>) -> Span {
        let lines = || self.document.benefits.rows().iter().flat_map(|row| row.budget_lines.rows());
        let is_of = |line: &&document::BudgetLine| {
            line.unit.text() == Some(unit) && line.function.text() == Some(function)
        };
        let exact = lines().filter(is_of).find(|line| line.art.text() == Some(art));
        exact.or_else(|| lines().find(is_of)).map_or_else(|| self.fallback(), |line| line.span)
    }

    /// Where the ansvar is first written on a gain.
    pub(super) fn place_of_unit(&self, unit: &str) -> Span {
        let mut lines = self.document.benefits.rows().iter().flat_map(|row| row.budget_lines.rows());
        let found = lines.find(|line| line.unit.text() == Some(unit));
        found.map_or_else(|| self.fallback(), |line| line.span)
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

/// «ansvar 3210, funksjon 257, art 010»
pub(super) fn shown((unit, function, art): Line<'_>) -> String {
    let [unit, function, art] = [unit, function, art].map(super::wording::shown);
    format!("ansvar {unit}, funksjon {function}, art {art}")
}

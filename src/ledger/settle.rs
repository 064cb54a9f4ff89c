//! Amounts that could be read two ways, settled by the rest of their column.

use super::heading::Column;
use super::number::{Mark, MarkMeaning, OpenNumber};
use super::row::Rows;
use super::sums::{self, Sums};
use super::{Ledger, noted, wording};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::{Span, Spanned};
use crate::units::{Decimal, Fte, Kroner};
use std::collections::{BTreeMap, BTreeSet};

/// A number that waits for its column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    /// The part of the line, and its place among the good ones there.
    pub(super) part: usize,
    pub(super) line: usize,
    pub(super) column: Column,
    pub(super) open: Spanned<OpenNumber>,
}

/// Cells that say the same thing wrong, or are read the same way: the first, and how many lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Alike {
    pub(super) first: Span,
    pub(super) lines: usize,
}

impl Alike {
    /// None yet, but this is the first to come.
    pub(super) const fn from(first: Span) -> Self {
        Self { first, lines: 0 }
    }

    pub(super) const fn more(&mut self, lines: usize) {
        self.lines = self.lines.saturating_add(lines);
    }
}

/// Numbers of one column read the same way.
type Groups<R> = BTreeMap<(Column, R), Alike>;

impl Rows<'_> {
    /// Settles what waits for the whole file to be seen; the lines that are totals of others.
    pub(super) fn settle(&mut self) -> Sums {
        let mut dropped = Vec::new();
        let mut read: Groups<MarkMeaning> = BTreeMap::new();
        let mut open: Groups<Mark> = BTreeMap::new();
        for pending in core::mem::take(&mut self.pending) {
            let is_amount = pending.column == Column::Amount;
            let evidence = if is_amount { self.amount_marks } else { self.fte_marks };
            let Spanned { value: OpenNumber { mark, .. }, span } = pending.open;
            let group = match evidence.meaning(mark) {
                Some(meaning) if self.fill(pending, meaning).is_some() => {
                    read.entry((pending.column, meaning)).or_insert(Alike::from(span))
                }
                Some(_) | None => {
                    dropped.push((pending.part, self.row_of(pending.line)));
                    open.entry((pending.column, mark)).or_insert(Alike::from(span))
                }
            };
            group.more(1);
        }
        let by_total = self.settle_totals();
        self.drop_rows(dropped);
        self.report(&read, &open);
        by_total
    }

    /// Lines without codes: those that are totals are left out, and said; the others are bad.
    fn settle_totals(&mut self) -> Sums {
        let candidates = core::mem::take(&mut self.totals);
        let are_sums = sums::totals(&candidates, self.ledger.lines.parts()).unwrap_or_default();
        let mut by_total = Sums::default();
        for (place, total) in candidates.iter().enumerate() {
            if are_sums.get(place) == Some(&true) {
                by_total.add(total.span);
            } else {
                self.no_total(total);
            }
        }
        by_total
    }

    /// Each row gives as many lines as there are columns of amounts.
    fn row_of(&self, line: usize) -> usize {
        line.checked_div(self.layout.amounts.len()).unwrap_or(line)
    }

    /// Puts the settled number on its line, årsverk on all lines of the row; nothing where it does not fit.
    fn fill(&mut self, pending: Pending, meaning: MarkMeaning) -> Option<()> {
        let decimals = match meaning {
            MarkMeaning::Decimals => 3,
            MarkMeaning::Thousands => 0,
        };
        let value = Decimal::new(pending.open.value.digits, decimals);
        let columns = &self.layout.amounts;
        let lines = self.ledger.lines.parts_mut().get_mut(pending.part)?.get_mut(pending.line..)?;
        if pending.column == Column::Fte {
            lines.iter_mut().take(columns.len()).for_each(|line| line.fte = Some(Fte::new(value)));
            return Some(());
        }
        let column = columns.get(pending.line.checked_rem(columns.len())?)?;
        lines.first_mut()?.amount = Kroner::new(column.kroner(value)?);
        Some(())
    }

    /// A row with two open numbers is dropped once.
    fn drop_rows(&mut self, mut dropped: Vec<(usize, usize)>) {
        dropped.dedup();
        self.bad = self.bad.saturating_add(dropped.len());
        let columns = self.layout.amounts.len();
        let Ledger { lines, unread, .. } = &mut self.ledger;
        for of_part in dropped.chunk_by(|(one, _), (other, _)| one == other) {
            let part = of_part.first().and_then(|(part, _)| lines.parts_mut().get_mut(*part));
            let Some(lines) = part else { continue };
            let rows: BTreeSet<usize> = of_part.iter().map(|(_, row)| *row).collect();
            let mut at = 0_usize;
            lines.retain(|line| {
                let is_dropped = at.checked_div(columns).is_some_and(|row| rows.contains(&row));
                if is_dropped {
                    unread.add(Some(&line.unit), Some((line.function, line.art)));
                }
                at = at.saturating_add(1);
                !is_dropped
            });
        }
    }

    fn report(&mut self, read: &Groups<MarkMeaning>, open: &Groups<Mark>) {
        let text = |span: Span| self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let codes = core::mem::take(&mut self.codes);
        let year = self.expected.first;
        let codes = codes.into_iter().map(|((column, code), at)| match column {
            Column::Year => wording::other_year(at, &code, year),
            Column::Period => wording::no_period(at, &code, year),
            Column::Unit
            | Column::UnitName
            | Column::Function
            | Column::Art
            | Column::Amount
            | Column::Fte
            | Column::Class => wording::no_code(at, column, &code),
        });
        let open = open.iter().map(|((column, _), at)| wording::ambiguous(*at, *column, text(at.first)));
        let read =
            read.iter().map(|((_, meaning), at)| noted::shown_by_column(at.first, text(at.first), *meaning));
        let more: Vec<Finding> = codes.chain(open).chain(read).collect();
        self.findings.extend(more);
        // Later findings of cells give way: those of whole columns say more.
        let surplus = self.findings.len().saturating_sub(MAX_COLLECTED);
        self.findings.drain(..surplus);
    }
}

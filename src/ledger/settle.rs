//! Amounts that could be read two ways, settled by the rest of their column.

use super::heading::Column;
use super::number::{Mark, MarkMeaning, OpenNumber};
use super::row::Rows;
use super::{BadUnits, Ledger, wording};
use crate::diagnostic::{Finding, MAX_COLLECTED};
use crate::source::Span;
use crate::units::{Decimal, Fte, Kroner};
use std::collections::BTreeMap;

/// A number that waits for its column.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pending {
    /// The part of the line, and its place among the good ones there.
    pub(super) part: usize,
    pub(super) line: usize,
    pub(super) column: Column,
    pub(super) number: OpenNumber,
    pub(super) span: Span,
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

/// The lines that came out good, and everything found.
pub(super) struct Settled {
    pub(super) ledger: Ledger,
    pub(super) bad: usize,
    pub(super) bad_units: BadUnits,
    pub(super) findings: Vec<Finding>,
}

/// Numbers of one column read the same way.
type Groups<R> = BTreeMap<(Column, R), Alike>;

impl Rows<'_> {
    /// The ledger as it stands when every line has been seen.
    pub(super) fn settle(mut self) -> Settled {
        let mut dropped = Vec::new();
        let mut read: Groups<MarkMeaning> = BTreeMap::new();
        let mut open: Groups<Mark> = BTreeMap::new();
        for pending in core::mem::take(&mut self.pending) {
            let is_amount = pending.column == Column::Amount;
            let evidence = if is_amount { self.amount_marks } else { self.fte_marks };
            let mark = pending.number.mark;
            let group = match evidence.meaning(mark) {
                Some(meaning) if self.fill(pending, meaning) => {
                    read.entry((pending.column, meaning)).or_insert(Alike::from(pending.span))
                }
                Some(_) | None => {
                    dropped.push((pending.part, pending.line));
                    open.entry((pending.column, mark)).or_insert(Alike::from(pending.span))
                }
            };
            group.more(1);
        }
        self.drop_lines(dropped);
        self.report(&read, &open);
        let Self { ledger, bad, bad_units, findings, .. } = self;
        Settled { ledger, bad, bad_units, findings }
    }

    /// Puts the settled number on its line; false where it does not fit.
    fn fill(&mut self, pending: Pending, meaning: MarkMeaning) -> bool {
        let decimals = match meaning {
            MarkMeaning::Decimals => 3,
            MarkMeaning::Thousands => 0,
        };
        let value = Decimal::new(pending.number.digits, decimals);
        let scaled = if pending.column == Column::Amount { self.scaled(value) } else { Some(value) };
        let line = self.ledger.lines.parts_mut().get_mut(pending.part);
        let line = line.and_then(|part| part.get_mut(pending.line));
        let Some((line, value)) = line.zip(scaled) else { return false };
        if pending.column == Column::Amount {
            line.amount = Kroner::new(value);
        } else {
            line.fte = Some(Fte::new(value));
        }
        true
    }

    /// A line with two open numbers is dropped once.
    fn drop_lines(&mut self, mut dropped: Vec<(usize, usize)>) {
        dropped.dedup();
        self.bad = self.bad.saturating_add(dropped.len());
        let parts = self.ledger.lines.parts_mut();
        for of_part in dropped.chunk_by(|(one, _), (other, _)| one == other) {
            let Some(lines) = of_part.first().and_then(|(part, _)| parts.get_mut(*part)) else { continue };
            let mut next = of_part.iter().map(|(_, line)| *line).peekable();
            let mut at = 0_usize;
            lines.retain(|line| {
                let is_dropped = next.next_if_eq(&at).is_some();
                if is_dropped {
                    self.bad_units.add(Some(&line.unit));
                }
                at = at.saturating_add(1);
                !is_dropped
            });
        }
    }

    fn report(&mut self, read: &Groups<MarkMeaning>, open: &Groups<Mark>) {
        let text = |span: Span| self.text.get(span.start as usize..span.end as usize).unwrap_or_default();
        let codes = core::mem::take(&mut self.codes);
        let codes = codes.into_iter().map(|((column, code), at)| wording::no_code(at, column, &code));
        let open = open.iter().map(|((column, _), at)| wording::ambiguous(*at, *column, text(at.first)));
        let read = read
            .iter()
            .map(|((_, meaning), at)| wording::shown_by_column(at.first, text(at.first), *meaning));
        let more: Vec<Finding> = codes.chain(open).chain(read).collect();
        self.findings.extend(more);
        // Later findings of cells give way: those of whole columns say more.
        let surplus = self.findings.len().saturating_sub(MAX_COLLECTED);
        self.findings.drain(..surplus);
    }
}

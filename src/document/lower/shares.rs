//! Shares, and the budget lines a row is split on.

use super::{Lowering, wording};
use crate::document::{self, Field};
use crate::model::BudgetLine;
use crate::rates::kostra_base;
use crate::source::{Span, Spanned};
use crate::units::Share;

impl Lowering<'_> {
    /// A share from 0 to 100 %, or what it is when nothing is written.
    pub(super) fn share(&mut self, field: &Field<Share>, default: Share) -> Share {
        let Some(share) = field.spanned() else { return default };
        if share.value.is_negative() || share.value > Share::WHOLE {
            self.report(wording::share_outside(share.value, share.span));
        }
        share.value
    }

    /// tas_ut or utbetales of a row that only moves money: always the whole.
    pub(super) fn share_of_transfer(&mut self, field: &Field<Share>) -> Share {
        if let Some(share) = field.spanned().filter(|share| share.value != Share::WHOLE) {
            self.report(wording::share_of_transfer(share.value, share.span));
        }
        Share::WHOLE
    }

    /// innfasing; absent is the whole from the first year. More than the whole is left to a check.
    pub(super) fn phase_in(&mut self, field: &Field<Vec<Spanned<Share>>>) -> Vec<Share> {
        let written = field.rows();
        for share in written.iter().filter(|share| share.value.is_negative()) {
            self.report(wording::share_outside(share.value, share.span));
        }
        match written {
            [] => vec![Share::WHOLE],
            shares => shares.iter().map(|share| share.value).collect(),
        }
    }

    /// budsjettpost; the shares of several lines must make the whole.
    pub(super) fn budget_lines(&mut self, field: &Field<Vec<document::BudgetLine>>) -> Vec<BudgetLine> {
        let rows = field.rows();
        let single = rows.len() == 1;
        let mut lines = Vec::with_capacity(rows.len());
        for row in rows {
            let default = if single { Share::WHOLE } else { Share::ZERO };
            let share = self.share(&row.share, default);
            let parts = (self.required(&row.unit), self.code(&row.function), self.code(&row.art));
            if let (Some(unit), Some(function), Some(art)) = parts {
                lines.push(BudgetLine { unit, function, art, share });
            }
        }
        // A share that could not be read is reported as such, and says nothing of the sum.
        let is_unread = rows.iter().any(|row| row.share.is_written() && row.share.get().is_none());
        let is_whole = lines.len() == rows.len() && !rows.is_empty() && !is_unread;
        if let Some(span) = field.span().filter(|_| is_whole) {
            self.check_sum(&lines, rows.first().map_or(span, |row| row.span));
        }
        lines
    }

    /// A funksjon or art, as it counts.
    pub(super) fn code(&mut self, field: &Field<String>) -> Option<String> {
        self.required(field).map(|code| kostra_base(&code).to_owned())
    }

    fn check_sum(&mut self, lines: &[BudgetLine], span: Span) {
        let sum = Share::sum(lines.iter().map(|line| line.share));
        if let Some(sum) = sum.ok().filter(|sum| *sum != Share::WHOLE) {
            self.report(wording::shares_do_not_sum(sum, span));
        }
    }
}

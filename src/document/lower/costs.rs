//! kostnader.

use super::amounts::{Sort, Worth};
use super::{Lowering, wording};
use crate::document;
use crate::model::{Cost, CostKind};
use crate::quantity::Wanted;
use crate::units::Share;

impl Lowering<'_> {
    pub(super) fn costs(&mut self) -> Vec<Cost> {
        let rows = self.document.costs.rows();
        rows.iter().filter_map(|row| self.cost(row)).collect()
    }

    fn cost(&mut self, row: &document::Cost) -> Option<Cost> {
        if row.is_unwritten() {
            return None;
        }
        let worth = self.cost_worth(row);
        let position = self.position(&row.position);
        self.check_cost_time(row, worth.as_ref());
        self.check_transfer(&row.transfer, worth.as_ref());
        let paid_out = self.paid_out(row, worth.as_ref());
        let budget_lines = self.budget_lines(&row.budget_lines);
        let (name, kind) = (self.name(&row.name), self.required(&row.kind));
        self.sound &= worth.is_some();
        Some(Cost {
            name: name?,
            kind: kind?,
            amount: worth?.amount,
            calculated: row.calculation.is_written(),
            position,
            paid_out,
            transfer: row.transfer.cloned(),
            life: row.life.cloned(),
            repayment_years: row.repayment_years.cloned(),
            budget_lines,
            source: row.source.cloned(),
        })
    }

    /// What the cost comes to; nothing where its kind is not known, since that says per year or once.
    fn cost_worth(&mut self, row: &document::Cost) -> Option<Worth> {
        if row.amount.is_written() && row.calculation.is_written() {
            let span = row.calculation.span().unwrap_or(row.span);
            self.report(wording::both_amount_and_calculation(span, row.amount.span()));
            return None;
        }
        if !row.amount.is_written() && !row.calculation.is_written() {
            self.report(wording::cost_without_amount(row.span));
            return None;
        }
        let wanted = match row.kind.get()? {
            CostKind::Running => Wanted::AnnualEffect,
            CostKind::Investment | CostKind::Restructuring => Wanted::OneOff,
        };
        if let Some(calculation) = row.calculation.get() {
            return self.calculation(calculation, wanted);
        }
        let amount = row.amount.spanned()?;
        self.written(&amount.value, amount.span, wanted)
    }

    fn check_cost_time(&mut self, row: &document::Cost, worth: Option<&Worth>) {
        let Some(worth) = worth.filter(|worth| worth.sort == Sort::Time) else { return };
        if !row.position.is_written() {
            self.time_needs_position(worth.span);
        }
    }

    /// utbetales: 100 % for money, 0 % for the organisation's own time unless said.
    fn paid_out(&mut self, row: &document::Cost, worth: Option<&Worth>) -> Share {
        if row.transfer.is_written() {
            return self.share_of_transfer(&row.paid_out);
        }
        let own_time = worth.is_some_and(|worth| worth.sort == Sort::Time);
        self.share(&row.paid_out, if own_time { Share::ZERO } else { Share::WHOLE })
    }
}

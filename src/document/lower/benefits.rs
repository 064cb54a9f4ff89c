//! gevinster.

use super::amounts::{Sort, Worth};
use super::{Lowering, wording};
use crate::document;
use crate::model::{Avoids, Benefit, BenefitKind, Quality, Recipient};
use crate::quantity::Wanted;
use crate::units::Share;

impl Lowering<'_> {
    pub(super) fn benefits(&mut self) -> Vec<Benefit> {
        let rows = self.document.benefits.rows();
        rows.iter().filter_map(|row| self.benefit(row)).collect()
    }

    fn benefit(&mut self, row: &document::Benefit) -> Option<Benefit> {
        let worth = self.benefit_worth(row);
        let recipient = row.recipient.cloned().unwrap_or(Recipient::Organisation);
        let position = self.position(&row.position);
        self.check_benefit_time(row, worth.as_ref(), recipient);
        self.check_priced_once(row, worth.as_ref(), recipient);
        self.check_transfer(&row.transfer, worth.as_ref());
        self.check_recipient_of_transfer(row);
        let take_out = self.take_out(row);
        let phase_in = self.phase_in(&row.phase_in);
        let budget_lines = self.budget_lines(&row.budget_lines);
        let (name, kind) = (self.name(&row.name), self.required(&row.kind));
        let quality = row.importance.get().zip(row.extent.get());
        Some(Benefit {
            name: name?,
            kind: kind?,
            recipient,
            amount: worth.map(|worth| worth.amount),
            estimated: row.estimate.is_written(),
            position,
            take_out,
            avoids: row.avoids.cloned().unwrap_or(Avoids::TodaysExpense),
            transfer: row.transfer.cloned(),
            phased: !row.phase_in.rows().is_empty(),
            phase_in,
            life: row.life.cloned(),
            budget_lines,
            quality: quality.map(|(importance, extent)| Quality { importance: *importance, extent: *extent }),
            source: row.source.cloned(),
        })
    }

    fn benefit_worth(&mut self, row: &document::Benefit) -> Option<Worth> {
        if row.estimate.is_written() && row.calculation.is_written() {
            let span = row.calculation.span().unwrap_or(row.span);
            self.report(wording::both_estimate_and_calculation(span, row.estimate.span()));
            return None;
        }
        if let Some(calculation) = row.calculation.get() {
            return self.calculation(calculation, Wanted::AnnualEffect);
        }
        if let Some(amount) = row.estimate.spanned() {
            let worth = self.written(&amount.value, amount.span, Wanted::AnnualEffect);
            self.check_phasing(row, worth.as_ref());
            return worth;
        }
        let described = row.importance.is_written() && row.extent.is_written();
        let may_lack_price = row.kind.get() == Some(&BenefitKind::Quality) && described;
        if !row.estimate.is_written() && !row.calculation.is_written() && !may_lack_price {
            self.report(wording::benefit_without_amount(row.span, row.kind.cloned()));
        }
        None
    }

    /// innfasing says how one amount grows; amounts by year say it already.
    fn check_phasing(&mut self, row: &document::Benefit, worth: Option<&Worth>) {
        let Some(worth) = worth.filter(|worth| worth.by_year) else { return };
        if let Some(span) = row.phase_in.span() {
            self.report(wording::phasing_and_years(span, worth.span));
        }
    }

    fn check_benefit_time(&mut self, row: &document::Benefit, worth: Option<&Worth>, recipient: Recipient) {
        let Some(worth) = worth.filter(|worth| worth.sort == Sort::Time) else { return };
        if recipient == Recipient::Organisation && !row.position.is_written() {
            self.time_needs_position(worth.span);
        }
    }

    /// An effect is priced or not: kroner and a place in verdimatrisen would count it twice.
    fn check_priced_once(&mut self, row: &document::Benefit, worth: Option<&Worth>, recipient: Recipient) {
        let (Some(worth), Some(extent)) = (worth, row.extent.span()) else { return };
        let time_has_price = recipient == Recipient::Organisation
            || self.organisation.rules.time_values.contains_key(&recipient);
        if worth.sort == Sort::Money || time_has_price {
            self.report(wording::priced_quality(extent, worth.span));
        }
    }

    /// A transfer moves money: hours cannot be moved from one party to another.
    pub(super) fn check_transfer(&mut self, transfer: &document::Field<Recipient>, worth: Option<&Worth>) {
        let time = worth.filter(|worth| worth.sort == Sort::Time);
        if let (Some(time), Some(span)) = (time, transfer.span()) {
            self.report(wording::transfer_of_time(span, time.span));
        }
    }

    /// A transfer is the organisation's own: whom the money comes from or goes to is what overføring says.
    fn check_recipient_of_transfer(&mut self, row: &document::Benefit) {
        let other = row.recipient.spanned().filter(|recipient| recipient.value != Recipient::Organisation);
        if let Some(recipient) = other.filter(|_| row.transfer.is_written()) {
            self.report(wording::transfer_with_recipient(recipient.value, recipient.span));
        }
    }

    /// tas_ut, or what the kind of the gain says.
    fn take_out(&mut self, row: &document::Benefit) -> Share {
        if row.transfer.is_written() {
            return self.share_of_transfer(&row.take_out);
        }
        let is_whole = row.kind.get().is_some_and(|kind| kind.is_taken_out_unsaid());
        self.share(&row.take_out, if is_whole { Share::WHOLE } else { Share::ZERO })
    }
}

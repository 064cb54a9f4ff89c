//! The gains that have an amount: as written, as understood and as calculated.

use crate::calc::{FullEffect, RowKind, RowValue};
use crate::checks::prelude::*;
use crate::model::Benefit;

/// A gain with an amount.
#[derive(Debug, Clone, Copy)]
pub(super) struct PricedBenefit<'a> {
    /// As written.
    pub(super) written: &'a document::Benefit,
    /// As understood.
    pub(super) benefit: &'a Benefit,
    /// At full effect.
    pub(super) full: &'a FullEffect,
    /// Year by year, where the case has a schedule.
    pub(super) value: Option<&'a RowValue>,
}

impl PricedBenefit<'_> {
    /// Where its amount is.
    pub(super) fn place(&self) -> Span {
        let (formula, estimate) = (self.written.calculation.span(), self.written.estimate.span());
        formula.or(estimate).unwrap_or(self.written.span)
    }
}

/// Every gain with an amount, in the order written; none where the case could not be calculated.
pub(super) fn priced_benefits<'a>(facts: &CaseFacts<'a>) -> Vec<PricedBenefit<'a>> {
    let (Some(case), Some(appraisal)) = (facts.case, facts.appraisal) else { return Vec::new() };
    let written = facts.document.benefits.rows();
    let is_benefit = |kind: RowKind| matches!(kind, RowKind::Benefit(_));
    let full: Vec<_> = appraisal.potential.rows.iter().filter(|row| is_benefit(row.kind)).collect();
    let valued = appraisal.value.iter().flat_map(|value| &value.rows);
    let values: Vec<_> = valued.filter(|row| is_benefit(row.kind)).collect();
    let both = written.iter().zip(&case.benefits).filter(|(_, benefit)| benefit.amount.is_some());
    let both: Vec<_> = both.collect();
    // The calculation keeps the order, and leaves out only a gain without a single year.
    if written.len() != case.benefits.len() || full.len() != both.len() {
        return Vec::new();
    }
    let rows = both.into_iter().zip(full).enumerate();
    rows.map(|(row, ((written, benefit), full))| PricedBenefit {
        written,
        benefit,
        full,
        value: values.get(row).copied(),
    })
    .collect()
}

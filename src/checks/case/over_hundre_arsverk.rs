//! A case that frees more than any does.

use super::priced::priced_benefits;
use crate::checks::prelude::*;

/// årsverk that hardly any case frees.
const MOST: u32 = 100;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(appraisal) = facts.appraisal else { return };
    let freed = appraisal.potential.fte;
    if freed <= Fte::new(Decimal::from(MOST)) {
        return;
    }
    let benefits = priced_benefits(facts);
    let largest = benefits.iter().max_by_key(|benefit| benefit.full.hours);
    let span = largest.map_or(facts.document.span, super::priced::PricedBenefit::place);
    let title =
        text!(nb: "Saken frigjør {freed}", nn: "Saka frigjer {freed}", en: "The case frees {freed}"; freed);
    findings.push(Finding::error("over-hundre-årsverk", span, title));
}

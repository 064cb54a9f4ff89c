//! deflator-uten-bruk: a deflator for a year whose growth is in the figures already.

use crate::checks::prelude::*;

/// Looks at the deflators up to the prices of today's budget: each must bring something to budsjettår's prices.
pub(super) fn check(facts: &RegisterFacts<'_>, findings: &mut Vec<Finding>) {
    if !facts.is_whole {
        return;
    }
    let organisation = facts.organisation;
    let last = organisation.budget_year;
    let file =
        organisation.budget.as_ref().and_then(|budget| budget.prices.as_ref()).map(|prices| prices.from);
    let file = file.unwrap_or(last);
    let oldest = facts.cases.iter().filter_map(|case| case.price_year).fold(file, Ord::min);
    let brings = |year| oldest < year && year <= last;
    let held = organisation.priced_to();
    for (year, _) in facts.deflator.iter().filter(|(year, _)| year.value <= held && !brings(year.value)) {
        let year_of = year.value;
        let title = text!(
            nb: "Deflatoren for {year_of} brukes ikke: budsjettet er alt i {file}-priser", nn: "Deflatoren for {year_of} blir ikkje brukt: budsjettet er alt i {file}-prisar",
            en: "The deflator for {year_of} is not used: the budget is in prices of {file} already"; year_of, file
        );
        let finding = Finding::error("deflator-uten-bruk", year.span, title);
        findings.push(finding.value("before", usize::from(year_of.number().saturating_sub(1))));
    }
}

//! deflator-utenfor-planen: a deflator for a year after the four of the plan.

use crate::checks::prelude::*;
use crate::document::Organisation;

/// Looks at every year that `kalkyle.deflator` names.
pub(in crate::checks) fn check(document: &Organisation, budget_year: Year, findings: &mut Vec<Finding>) {
    let last = budget_year.later(3);
    let years = document.rules.get().into_iter().flat_map(|rules| rules.deflator.rows());
    let outside = years.map(|(year, _)| year).filter(|year| year.value > last);
    findings.extend(outside.map(|year| worded(year, budget_year)));
}

fn worded(outside: &Spanned<Year>, first: Year) -> Finding {
    let (year, last) = (outside.value, first.later(3));
    let title = text!(
        nb: "Deflatoren for {year} er etter økonomiplanen {first}–{last}", nn: "Deflatoren for {year} er etter økonomiplanen {first}–{last}",
        en: "The deflator for {year} is after the plan {first}–{last}";
        year, first, last
    );
    Finding::error("deflator-utenfor-planen", outside.span, title).value("first", first).value("last", last)
}

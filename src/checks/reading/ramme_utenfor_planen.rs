//! ramme-utenfor-planen: a frame for a year that is not one of the four of the plan.

use crate::checks::prelude::*;
use crate::document::Frames;

/// Looks at every year the frames name.
pub(in crate::checks) fn check(frames: &Frames, budget_year: Year, findings: &mut Vec<Finding>) {
    let last = budget_year.later(3);
    let capacity = frames.capacity.rows().iter().flat_map(|area| area.row.iter().map(|(year, _)| year));
    let money = [&frames.investment, &frames.restructuring, &frames.savings_demand];
    let money = money.into_iter().flat_map(|years| years.rows().iter().map(|(year, _)| year));
    let outside = capacity.chain(money).filter(|year| year.value < budget_year || year.value > last);
    findings.extend(outside.map(|year| outside_plan(year, budget_year)));
}

fn outside_plan(outside: &Spanned<Year>, first: Year) -> Finding {
    let (year, last) = (outside.value, first.later(3));
    let title = text!(
        nb: "Rammen for {year} er utenfor økonomiplanen {first}–{last}", nn: "Ramma for {year} er utanfor økonomiplanen {first}–{last}",
        en: "The frame for {year} is outside the plan {first}–{last}";
        year, first, last
    );
    Finding::error("ramme-utenfor-planen", outside.span, title).value("first", first).value("last", last)
}

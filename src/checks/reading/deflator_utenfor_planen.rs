//! deflator-utenfor-planen: a deflator for a year that is not one of the four of the plan.

use crate::diagnostic::{Finding, Grade};
use crate::document::Organisation;
use crate::source::Spanned;
use crate::units::Year;
use crate::{text, words};

/// Looks at every year that `kalkyle.deflator` names.
pub(in crate::checks) fn check(document: &Organisation, budget_year: Year, findings: &mut Vec<Finding>) {
    let last = budget_year.later(3);
    let years = document.rules.get().into_iter().flat_map(|rules| rules.deflator.rows());
    let outside = years.map(|(year, _)| year).filter(|year| year.value < budget_year || year.value > last);
    findings.extend(outside.map(|year| worded(year, (budget_year.number(), last.number()))));
}

fn worded(year: &Spanned<Year>, (first, last): (u16, u16)) -> Finding {
    let number = year.value.number();
    let title = text!(
        nb: "Deflatoren for {number} er utenfor økonomiplanen {first}–{last}",
        en: "The deflator for {number} is outside the plan {first}–{last}"
    );
    let why = words!(
        nb: "Kommunestyrets tabell viser de fire planårene. En deflator for et annet år blir ikke brukt.",
        en: "The council's table shows the four plan years. A deflator for another year is not used.",
    );
    let how = text!(
        nb: "Skriv et år fra {first} til {last}, eller ta året bort. Er planen flyttet, så rett «budsjettår».",
        en: "Write a year from {first} to {last}, or remove the year. If the plan has moved, correct “budsjettår”."
    );
    let finding = Finding::error("deflator-utenfor-planen", year.span, title).graded(Grade::Warning);
    finding.because(why.text()).instead(how)
}

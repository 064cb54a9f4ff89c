//! What is not met or not certain of a choice: a sentence each.

use super::{clash, remark};
use crate::choose::{Choice, Savings, Status};
use crate::report::Bound;
use crate::text;
use crate::words::Text;

/// That the search ended too soon; none where it did not.
#[must_use]
pub fn ended(choice: &Choice, bound: Bound) -> Option<Text> {
    let flag = match bound {
        Bound::Nodes => "--knutegrense",
        Bound::Clock => "--tidsgrense",
    };
    match &choice.status {
        Status::Optimal | Status::Impossible(_) => None,
        Status::Limit { gap: Some(gap) } => Some(text!(
            nb: "Søket stoppet før det var sikkert at dette er best. Det beste kan gi inntil {gap} mer. Søk lenger med {flag}.",
            en: "The search ended before this was certain to be best. The best may give up to {gap} more. Search longer with {flag}.";
            gap, flag
        )),
        Status::Limit { gap: None } if choice.sum.is_some() => Some(text!(
            nb: "Søket stoppet før det var sikkert at dette er best: må-saker kan kanskje starte før, eller mindre mangle på innsparingskravet. Søk lenger med {flag}.",
            en: "The search ended before this was certain to be best: must-cases may be able to start sooner, or less be missing of the savings demand. Search longer with {flag}."
        )),
        Status::Limit { gap: None } => Some(text!(
            nb: "Søket stoppet før det fant noe som holder innenfor rammene. Søk lenger med {flag}.",
            en: "The search ended before it found anything within the frames. Search longer with {flag}."
        )),
    }
}

/// All of it, for where the page that says so is not shown; empty where all is met and proven best.
#[must_use]
pub fn sentences(choice: &Choice, bound: Bound) -> Vec<Text> {
    let mut said = remark::broken_locks(choice);
    said.extend(ended(choice, bound));
    if let Some(conflict) = choice.conflict() {
        said.push(clash::intro(conflict));
        said.extend(clash::sentences(choice));
        said.extend(clash::note(conflict));
    }
    said.extend(choice.savings.iter().filter(|at| !at.missing.is_zero()).map(missing));
    said
}

fn missing(Savings { year, missing, .. }: &Savings) -> Text {
    text!(
        nb: "Innsparingskravet i {year} nås ikke: det mangler {missing}.",
        en: "The savings demand of {year} is not reached: {missing} is missing."; year, missing
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Method;

    #[test]
    fn a_search_that_the_clock_ended_names_the_clock() {
        let choice = |gap| Choice {
            method: Method::NetPresentValue,
            is_limited: true,
            status: Status::Limit { gap },
            lines: Vec::new(),
            sum: None,
            savings: Vec::new(),
            frames: Vec::new(),
            remarks: Vec::new(),
        };
        for gap in [None, Some(crate::units::Kroner::ZERO)] {
            let said = |bound| sentences(&choice(gap), bound).remove(0).nb;
            assert!(said(Bound::Clock).ends_with("Søk lenger med --tidsgrense."));
            assert!(said(Bound::Nodes).ends_with("Søk lenger med --knutegrense."));
        }
    }
}

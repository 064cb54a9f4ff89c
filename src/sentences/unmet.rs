//! What is not met or not certain of a choice: a sentence each.

use super::choice::has_locks;
use super::{clash, reason, remark};
use crate::choose::{Choice, Savings, Status};
use crate::report::Bound;
use crate::text;
use crate::words::{Text, listed, sentences as sentences_of};

/// That the search ended too soon; none where it did not.
pub fn ended(choice: &Choice, bound: Bound) -> Option<Text> {
    let first = match &choice.status {
        Status::Optimal | Status::Impossible(_) => return None,
        Status::Limit { gap: Some(gap) } => text!(
            nb: "Søket stoppet før det var sikkert at dette er best. Det beste kan gi inntil {gap} mer.", nn: "Søket stoppa før det var sikkert at dette er best. Det beste kan gi inntil {gap} meir.",
            en: "The search ended before this was certain to be best. The best may give up to {gap} more.";
            gap
        ),
        Status::Limit { gap: None } if choice.sum.is_some() => text!(
            nb: "Søket stoppet før det var sikkert at dette er best: må-saker kan kanskje starte før, eller mindre mangle på innsparingskravet.", nn: "Søket stoppa før det var sikkert at dette er best: må-saker kan kanskje starte før, eller mindre mangle på innsparingskravet.",
            en: "The search ended before this was certain to be best: must-cases may be able to start sooner, or less be missing of the savings demand."
        ),
        Status::Limit { gap: None } => text!(
            nb: "Søket stoppet før det fant noe som holder innenfor rammene.", nn: "Søket stoppa før det fann noko som held innanfor rammene.",
            en: "The search ended before it found anything within the frames."
        ),
    };
    Some(sentences_of([first, longer(bound)]))
}

/// That the choice is found, and what comes after it was cut short; none where it was not.
pub fn cut_short(choice: &Choice, bound: Bound) -> Option<Text> {
    if choice.status != Status::Optimal || !choice.is_limited || bound == Bound::Nodes {
        return None;
    }
    let first = text!(
        nb: "Det beste er valgt, men regningen ble stoppet før den var ferdig: grunner, hva krav og låser koster, og hvor sikkert valget er, kan mangle.", nn: "Det beste er valt, men rekninga vart stoppa før ho var ferdig: grunnar, kva krav og låsar kostar, og kor sikkert valet er, kan mangle.",
        en: "The best is chosen, but the work was stopped before it was done: reasons, what the demand and locks cost, and how certain the choice is, may be missing."
    );
    Some(sentences_of([first, longer(bound)]))
}

/// What to do for the search to go on.
fn longer(bound: Bound) -> Text {
    let with = |flag: &str| text!(nb: "Søk lenger med {flag}.", nn: "Søk lenger med {flag}.", en: "Search longer with {flag}.");
    match bound {
        Bound::Nodes => with("--knutegrense"),
        Bound::Clock => with("--tidsgrense"),
        Bound::Interrupt => text!(
            nb: "Du stoppet det med Ctrl-C. La det gå til det er ferdig for å få et sikrere svar.", nn: "Du stoppa det med Ctrl-C. La det gå til det er ferdig for å få eit sikrare svar.",
            en: "You stopped it with Ctrl-C. Let it finish for a surer answer."
        ),
    }
}

/// That innsparingskrav is not reached, and what it costs to come as near as can be; none where it is reached.
pub fn demand(choice: &Choice) -> Option<Text> {
    let short: Vec<&Savings> = choice.savings.iter().filter(|at| !at.missing.is_zero()).collect();
    if short.is_empty() || choice.sum.is_none() {
        return None;
    }
    let one = |at: &&Savings| text!(nb: "{missing} i {year}", nn: "{missing} i {year}", en: "{missing} in {year}"; missing = at.missing.up_to_whole(), year = at.year);
    let all = listed(short.iter().map(one));
    let first = if choice.status == Status::Optimal {
        let with = if has_locks(choice) {
            text!(nb: "sakene, rammene og låsene", nn: "sakene, rammene og låsane", en: "these cases, frames and locks")
        } else {
            text!(nb: "disse sakene og rammene", nn: "desse sakene og rammene", en: "these cases and frames")
        };
        text!(
            nb: "Innsparingskravet kan ikke nås med {with}: det mangler minst {all}. Det som mangler minst, går foran verdien.", nn: "Innsparingskravet kan ikkje nåast med {with}: det manglar minst {all}. Det som manglar minst, går føre verdien.",
            en: "The savings demand cannot be reached with {with}: at least {all} is missing. What misses least comes first."; with, all
        )
    } else {
        text!(
            nb: "Innsparingskravet nås ikke: det mangler {all}.", nn: "Innsparingskravet blir ikkje nådd: det manglar {all}.",
            en: "The savings demand is not reached: {all} is missing."; all
        )
    };
    Some(sentences_of([first, price(choice)]))
}

/// What innsparingskrav costs, where it moves the choice; empty where it does not.
pub fn price(choice: &Choice) -> Text {
    let Some((sum, price)) = choice.sum.zip(choice.savings_price.as_ref()) else { return Text::default() };
    if price.is_nothing(sum) {
        return Text::default();
    }
    let without = price.sum_without;
    let Ok(cost) = without.minus(sum) else { return Text::default() };
    let method = reason::measure(choice.method);
    text!(
        nb: "Kravet koster {cost} i {method}: uten det ville summen vært {without}.", nn: "Kravet kostar {cost} i {method}: utan det ville summen vore {without}.",
        en: "The demand costs {cost} of {method}: without it the sum would be {without}."; cost, method, without
    )
}

/// All of it, for where the page that says so is not shown; empty where all is met and proven best.
pub fn sentences(choice: &Choice, bound: Bound) -> Vec<Text> {
    let mut said = remark::broken_locks(choice);
    said.extend(ended(choice, bound).or_else(|| cut_short(choice, bound)));
    if let Some(conflict) = choice.conflict() {
        said.push(clash::intro(conflict));
        said.extend(clash::sentences(choice));
        said.extend(clash::note(conflict));
    }
    said.extend(choice.savings.iter().filter(|at| !at.missing.is_zero()).map(missing));
    said
}

fn missing(Savings { year, missing, .. }: &Savings) -> Text {
    let missing = missing.up_to_whole();
    text!(
        nb: "Innsparingskravet i {year} nås ikke: det mangler {missing}.", nn: "Innsparingskravet i {year} blir ikkje nådd: det manglar {missing}.",
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
            savings_price: None,
            frames: Vec::new(),
            remarks: Vec::new(),
        };
        for gap in [None, Some(crate::units::Kroner::ZERO)] {
            let said = |bound| sentences(&choice(gap), bound).remove(0).nb;
            assert!(said(Bound::Clock).ends_with("Søk lenger med --tidsgrense."));
            assert!(said(Bound::Nodes).ends_with("Søk lenger med --knutegrense."));
            assert!(said(Bound::Interrupt).contains("Du stoppet det med Ctrl-C."));
        }
        let proven = Choice { status: Status::Optimal, ..choice(None) };
        assert_eq!(sentences(&proven, Bound::Nodes), []);
        let said = sentences(&proven, Bound::Clock).remove(0).nb;
        assert!(
            said.starts_with("Det beste er valgt") && said.ends_with("Søk lenger med --tidsgrense."),
            "{said}"
        );
    }
}

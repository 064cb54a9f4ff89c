//! A phase-in that never comes to the whole.

use super::CaseFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Spanned;
use crate::units::Share;
use crate::{text, words};

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in facts.document.benefits.rows() {
        let shares = benefit.phase_in.rows();
        let reaches_all = shares.iter().any(|share| share.value >= Share::WHOLE);
        if let Some(last) = shares.last().filter(|_| !reaches_all) {
            findings.push(unfinished(last));
        }
    }
}

fn unfinished(last: &Spanned<Share>) -> Finding {
    let share = wording::percent(last.value);
    let title = text!(
        nb: "Innfasingen stopper på {} og når aldri 100 %", share.nb;
        en: "The phase-in stops at {} and never reaches 100 %", share.en
    );
    let why = words!(
        nb: "Den siste andelen gjelder resten av levetiden, så gevinsten kommer aldri helt på plass.",
        en: "The last share holds for the rest of the life, so the benefit never comes fully in place.",
    );
    let how = words!(
        nb: "Legg til året da alt er på plass: «100 %». Skal bare en del noen gang komme, så ta den andelen inn i regnestykket.",
        en: "Add the year when everything is in place: “100 %”. Where only a part will ever come, put that share in the formula.",
    );
    Finding::error("innfasing-under-hundre", last.span, title).because(why.text()).instead(how.text())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn one_share_of_all_is_enough() {
        assert_eq!(rules_in(&case(&format!("{GAIN}    innfasing: [100 %]\n"))), []);
        assert_eq!(
            title_of(&case(&format!("{GAIN}    innfasing: [62.5 %]\n"))),
            "Innfasingen stopper på 62,5 % og når aldri 100 %"
        );
    }
}

//! A phase-in that never comes to the whole.

use crate::checks::prelude::*;
use crate::units::Share;
use crate::words::Percent;

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
    let share = Percent(last.value.value());
    let title = text!(
        nb: "Innfasingen stopper på {share} og når aldri 100\u{a0}%", nn: "Innfasinga stoppar på {share} og når aldri 100\u{a0}%",
        en: "The phase-in stops at {share} and never reaches 100%";
        share
    );
    Finding::error("innfasing-under-hundre", last.span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn one_share_of_all_is_enough() {
        assert_eq!(rules_in(&case(&format!("{GAIN}    innfasing: [100 %]\n"))), []);
        assert_eq!(
            title_of(&case(&format!("{GAIN}    innfasing: [62.5 %]\n"))),
            "Innfasingen stopper på 62,5\u{a0}% og når aldri 100\u{a0}%"
        );
    }
}

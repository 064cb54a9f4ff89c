//! A phase-in that goes down.

use crate::checks::prelude::*;
use crate::units::Share;
use crate::words::Percent;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in facts.document.benefits.rows() {
        let shares = benefit.phase_in.rows();
        let mut pairs = shares.iter().zip(shares.iter().skip(1));
        // Above 100 % is a rule of its own, and coming down to 100 % no fall.
        let falls = |before: Share, after: Share| after < before.min(Share::WHOLE);
        if let Some((before, after)) = pairs.find(|(before, after)| falls(before.value, after.value)) {
            findings.push(falling(before, after));
        }
    }
}

fn falling(before: &Spanned<Share>, after: &Spanned<Share>) -> Finding {
    let [from, to] = [before, after].map(|share| Percent(share.value.value()));
    let title = text!(
        nb: "Innfasingen går ned fra {from} til {to}", nn: "Innfasinga går ned frå {from} til {to}",
        en: "The phase-in goes down from {from} to {to}";
        from, to
    );
    Finding::error("innfasing-som-faller", after.span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn level_and_rising_shares_do_not_fall() {
        assert_eq!(rules_in(&case(&format!("{GAIN}    innfasing: [50 %, 50 %, 100 %]\n"))), []);
    }

    #[test]
    fn down_from_above_the_whole_is_another_matter() {
        let text = case(&format!("{GAIN}    innfasing: [120 %, 100 %]\n"));
        assert_eq!(rules_in(&text), [(13, "innfasing-over-hundre")]);
    }
}

//! A phase-in above the whole.

use super::CaseFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::source::Spanned;
use crate::units::Share;
use crate::{text, words};

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in facts.document.benefits.rows() {
        let shares = benefit.phase_in.rows().iter();
        findings.extend(shares.filter(|share| share.value > Share::WHOLE).map(excessive));
    }
}

fn excessive(share: &Spanned<Share>) -> Finding {
    let shown = wording::percent(share.value);
    let title = text!(
        nb: "Innfasingen er {}, mer enn hele gevinsten", shown.nb;
        en: "The phase-in is {}, more than the whole benefit", shown.en
    );
    let why = words!(
        nb: "Det kan ikke komme mer enn 100 %. Saken blir regnet for høyt.",
        en: "No more than 100 % can come. The case is valued too high.",
    );
    let how = words!(
        nb: "Skriv høyst «100 %». Er gevinsten større enn antatt, så rett «beregning» eller «anslag».",
        en: "Write “100 %” at the most. Where the benefit is larger than thought, correct “beregning” or “anslag”.",
    );
    Finding::error("innfasing-over-hundre", share.span, title).because(why.text()).instead(how.text())
}

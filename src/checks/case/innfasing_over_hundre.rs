//! A phase-in above the whole.

use crate::checks::prelude::*;
use crate::units::Share;
use crate::words::Percent;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in facts.document.benefits.rows() {
        let shares = benefit.phase_in.rows().iter();
        findings.extend(shares.filter(|share| share.value > Share::WHOLE).map(excessive));
    }
}

fn excessive(share: &Spanned<Share>) -> Finding {
    let shown = Percent(share.value.value());
    let title = text!(
        nb: "Innfasingen er {shown}, mer enn hele gevinsten", nn: "Innfasinga er {shown}, meir enn heile gevinsten",
        en: "The phase-in is {shown}, more than the whole gain";
        shown
    );
    Finding::error("innfasing-over-hundre", share.span, title)
}

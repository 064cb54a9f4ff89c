//! A benefit among several that is nobody's in particular.

use super::CaseFacts;
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::{text, words};

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let benefits = facts.document.benefits.rows();
    if benefits.len() < 2 {
        return;
    }
    for benefit in benefits.iter().filter(|benefit| !benefit.owner.is_written()) {
        let name = wording::name(&benefit.name);
        let title = text!(
            nb: "Gevinsten «{name}» har ingen egen eier",
            en: "The benefit “{name}” has no owner of its own"
        );
        let why = words!(
            nb: "Saken har flere gevinster. En gevinst som er alles, tar ingen ut.",
            en: "The case has several benefits. One that belongs to everyone is taken out by no one.",
        );
        let how = words!(
            nb: "Skriv «eier» med navnet på den som skal ta gevinsten ut. Det kan være den som eier saken.",
            en: "Write “eier” with the name of the person who will take it out, who may be the owner of the case.",
        );
        findings.push(
            Finding::error("gevinst-uten-eier", benefit.span, title).because(why.text()).instead(how.text()),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn the_owner_of_the_case_owns_a_lone_benefit() {
        assert_eq!(rules_in(&case(GAIN)), []);
    }
}

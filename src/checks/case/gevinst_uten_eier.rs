//! A benefit among several that is nobody's in particular.

use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let benefits = facts.document.benefits.rows();
    if benefits.len() < 2 {
        return;
    }
    for benefit in benefits.iter().filter(|benefit| !benefit.owner.is_written()) {
        let name = wording::name(&benefit.name);
        let title = text!(
            nb: "Gevinsten «{name}» har ingen egen eier", nn: "Gevinsten «{name}» har ingen eigen eigar",
            en: "The gain “{name}” has no owner of its own"
        );
        findings.push(Finding::error("gevinst-uten-eier", benefit.span, title));
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

//! A phase-in that the life ends before.

use crate::checks::prelude::*;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let of_case = facts.document.life.get();
    for benefit in facts.document.benefits.rows() {
        let shares = benefit.phase_in.rows();
        let Some(life) = benefit.life.get().or(of_case).copied() else { continue };
        let Some(unused) = shares.get(usize::from(life)) else { continue };
        let (name, count) = (wording::name(&benefit.name), shares.len());
        let title = text!(
            nb: "Innfasingen av «{name}» tar {count} år, men levetida er {life} år", nn: "Innfasinga av «{name}» tek {count} år, men levetida er {life} år",
            en: "The phase-in of “{name}” takes {count} years, but the life is {life} years"
        );
        findings.push(Finding::error("levetid-kortere-enn-innfasing", unused.span, title));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in, title_of};

    #[test]
    fn a_phase_in_as_long_as_the_life_is_used_whole() {
        let text = |life: u8| case(&format!("{GAIN}    innfasing: [50 %, 100 %]\nlevetid: {life} år\n"));
        assert_eq!(rules_in(&text(2)), []);
        assert_eq!(title_of(&text(1)), "Innfasingen av «Porto» tar 2 år, men levetida er 1 år");
    }
}

//! innsparing-på-selvkost: a saving that the users get through a lower fee.

use crate::checks::prelude::*;
use crate::model::Benefit;
use crate::rates::{CodeKind, Covers, SelfCost, kostra_base, kostra_code, self_cost};

/// Looks for the organisation's own savings on functions that are paid by fees.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(case) = facts.case else { return };
    for (written, benefit) in facts.document.benefits.rows().iter().zip(&case.benefits) {
        // A merknad is where people say why the fee does not fall.
        if !is_saving(benefit) || written.note.is_written() {
            continue;
        }
        let mut lines = written.budget_lines.rows().iter();
        let found = lines.find_map(|line| Some((line, self_cost(kostra_base(line.function.text()?))?)));
        findings.extend(found.map(|(line, known)| worded(written, line, known)));
    }
}

/// Something that leaves the organisation's own budget of today.
fn is_saving(benefit: &Benefit) -> bool {
    benefit.is_taken_out() && benefit.transfer.is_none()
}

fn worded(benefit: &document::Benefit, line: &document::BudgetLine, known: &SelfCost) -> Finding {
    let (name, function, law) = (wording::name(&benefit.name), known.function, known.law);
    let called = kostra_code(CodeKind::Function, function).and_then(|code| code.name).unwrap_or_default();
    let title = match known.covers {
        Covers::Whole => text!(
            nb: "«{name}» tas ut på funksjon {function} ({called}), som brukerne betaler gjennom gebyr", nn: "«{name}» blir teken ut på funksjon {function} ({called}), som brukarane betaler gjennom gebyr",
            en: "“{name}” is taken out on funksjon {function} ({called}), which the users pay through a fee"
        ),
        Covers::Part => text!(
            nb: "«{name}» tas ut på funksjon {function} ({called}), som brukerne betaler en del av gjennom gebyr", nn: "«{name}» blir teken ut på funksjon {function} ({called}), som brukarane betaler ein del av gjennom gebyr",
            en: "“{name}” is taken out on funksjon {function} ({called}), part of which the users pay through a fee"
        ),
    };
    Finding::error("innsparing-på-selvkost", line.span, title).value("law", law)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, rules_in};

    fn on(function: &str, more: &str) -> Vec<(usize, &'static str)> {
        rules_in(&case(&format!(
            "gevinster:\n  - navn: Strøm\n    type: unngåtte kostnader\n    anslag: 96 400 kr/år\n    kilde: Regnskap\n{more}    budsjettpost: {{ansvar: 5400, funksjon: {function}, art: 180}}\n"
        )))
    }

    #[test]
    fn a_saving_on_what_is_paid_by_fees_is_reported_on_its_line() {
        assert_eq!(on("345", ""), [(13, "innsparing-på-selvkost")]);
        assert_eq!(on("302", ""), [(13, "innsparing-på-selvkost")]);
        assert_eq!(on("332", ""), []);
    }

    #[test]
    fn what_the_users_get_what_is_not_in_the_budget_and_what_is_explained_are_fine() {
        for more in ["mottaker: innbyggerne", "unngår: vekst", "tas_ut: 0 %", "merknad: Brannvann"] {
            assert!(
                !on("345", &format!("    {more}\n"))
                    .iter()
                    .any(|(_, rule)| *rule == "innsparing-på-selvkost"),
                "{more}"
            );
        }
    }
}

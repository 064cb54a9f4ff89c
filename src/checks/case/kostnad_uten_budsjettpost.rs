//! kostnad-uten-budsjettpost: something is paid, and no unit has it in its budget.

use crate::checks::prelude::*;

/// Looks for paid running costs and restructuring on no line, from the phase that asks for
/// budsjettpost (forberedelse), where today's budget does not hold them already.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(case) = facts.case else { return };
    let is_asked_for = case.phase >= Phase::Preparation && case.phase != Phase::Closed;
    if !is_asked_for || case.is_in_todays_budget() {
        return;
    }
    for (written, cost) in facts.document.costs.rows().iter().zip(&case.costs) {
        if !cost.lacks_budget_line() {
            continue;
        }
        let name = wording::name(&written.name);
        let title = text!(
            nb: "Kostnaden «{name}» skal betales, men står ikke på noen budsjettpost", nn: "Kostnaden «{name}» skal betalast, men står ikkje på nokon budsjettpost",
            en: "The cost “{name}” is to be paid, but is on no budsjettpost"
        );
        let finding = Finding::error("kostnad-uten-budsjettpost", written.span, title);
        findings.push(finding);
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    fn is_reported(phase: &str, more: &str) -> bool {
        let unit = if more.contains("type: drift") { "kr/år" } else { "kr" };
        let cost =
            format!("kostnader:\n  - navn: Lisens\n    beløp: 24 500 {unit}\n    kilde: Tilbud\n{more}");
        let text = case(&format!("{GAIN}{cost}")).replace("fase: overblikk", &format!("fase: {phase}"));
        rules_in(&text).iter().any(|(_, rule)| *rule == "kostnad-uten-budsjettpost")
    }

    #[test]
    fn it_is_asked_from_forberedelse_until_the_case_is_finished() {
        let phases = ["overblikk", "dypdykk", "prioritering", "forberedelse", "gjennomføring", "avsluttet"];
        let reported = phases.map(|phase| is_reported(phase, "    type: drift\n"));
        assert_eq!(reported, [false, false, false, true, true, false]);
    }

    #[test]
    fn restructuring_is_asked_too_and_investment_and_what_is_not_paid_are_not() {
        assert!(is_reported("forberedelse", "    type: omstilling\n"));
        assert!(!is_reported("forberedelse", "    type: investering\n"));
        assert!(!is_reported("forberedelse", "    type: drift\n    utbetales: 0 %\n"));
        assert!(!is_reported(
            "forberedelse",
            "    type: drift\n    budsjettpost: {ansvar: 1100, funksjon: 120, art: 195}\n"
        ));
    }

    #[test]
    fn what_todays_budget_already_holds_is_fine() {
        let adopted = "    type: drift\nvedtak:\n  - {dato: 2026-06-10, organ: Kommunestyret, beslutning: vedtatt, innarbeidet: ja}\n";
        assert!(!is_reported("forberedelse", adopted));
    }
}

//! prioritering: what may go wrong is weighed, and something is done about the worst of it.

use super::{Missing, without};
use crate::document::Case;

/// Looks at each risk that somebody has put into words; one that is not is asked for as such.
pub(super) fn find(case: &Case, missing: &mut Vec<Missing>) {
    for risk in case.risks.rows().iter().filter(|risk| risk.what.is_written()) {
        let fields = [(risk.probability.is_written(), "sannsynlighet"), (!risk.lacks_response(), "tiltak")];
        let lacking = fields.into_iter().filter(|(written, _)| !written);
        missing.extend(lacking.map(|(_, key)| without("risiko", risk.span, risk.what.text(), key)));
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with};

    /// What is missing of a risk in a phase, by the rule that says it.
    fn found(phase: &str, risk: &str) -> Vec<(&'static str, bool)> {
        let text = case(&format!("{GAIN}risiko:\n  - {{hva: Nettet er nede, {risk}}}\n"))
            .replace("fase: overblikk", &format!("fase: {phase}"));
        let found = found_with(&text, &organisation_with(""));
        let of_risk = found.iter().filter(|(_, finding)| finding.title.nb.contains("«Nettet er nede»"));
        of_risk.map(|(_, finding)| (finding.rule, finding.title.nb.contains("«tiltak»"))).collect()
    }

    #[test]
    fn a_risk_is_weighed_and_the_worst_met_before_the_case_is_prioritised() {
        let (unweighed, worst) = ("konsekvens: stor", "sannsynlighet: stor, konsekvens: stor");
        assert_eq!(found("dypdykk", unweighed), []);
        assert_eq!(found("dypdykk", worst), [("risiko-uten-tiltak", false)]);
        for phase in ["prioritering", "forberedelse"] {
            assert_eq!(found(phase, unweighed), [("mangler-i-prioritering", false)]);
            assert_eq!(found(phase, worst), [("mangler-i-prioritering", true)]);
            assert_eq!(found(phase, "sannsynlighet: stor, konsekvens: middels"), []);
            assert_eq!(found(phase, &format!("{worst}, tiltak: Prøve først")), []);
            assert_eq!(found(phase, "sannsynlighet: stor"), [("risiko-uten-vurdering", false)]);
        }
    }
}

//! lønn-som-unngått-kostnad: a cost avoided on a line of wages, which is time that is saved.

use crate::checks::prelude::*;
use crate::document::BudgetLine;
use crate::model::{self, BenefitKind};

/// Looks at where each cost that is avoided stands in the budget.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let benefits = facts.document.benefits.rows().iter();
    let avoided = benefits.filter(|row| row.kind.get() == Some(&BenefitKind::AvoidedCost));
    for row in avoided {
        let Some(line) = row.budget_lines.rows().iter().find(|line| is_position(line)) else { continue };
        let (name, art) = (wording::name(&row.name), line.art.text().unwrap_or_default());
        let title = text!(
            nb: "«{name}» er en unngått kostnad på art {art}, som er lønn", nn: "«{name}» er ein unngått kostnad på art {art}, som er løn",
            en: "“{name}” is an avoided cost on account {art}, which is pay"
        );
        let span = row.kind.span().unwrap_or(row.span);
        findings.push(Finding::error("lønn-som-unngått-kostnad", span, title));
    }
}

/// Wage, but for hours that are bought one by one: there every hour less is money.
fn is_position(line: &BudgetLine) -> bool {
    let art = line.art.text().map(str::trim);
    art.is_some_and(|art| model::is_wage(art) && !model::is_bought_by_the_hour(art))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{case, rules_in};

    fn found(kind: &str, art: &str) -> bool {
        let rows = format!(
            "gevinster:\n  - {{navn: Vakt, type: {kind}, anslag: 96 000 kr/år, kilde: x, budsjettpost: {{ansvar: 1, funksjon: 120, art: {art}}}}}\n"
        );
        rules_in(&case(&rows)).iter().any(|(_, rule)| *rule == "lønn-som-unngått-kostnad")
    }

    #[test]
    fn pay_is_told_and_extra_hours_and_goods_are_not() {
        assert!(found("unngåtte kostnader", "010"));
        assert!(found("unngåtte kostnader", "050"));
        for art in ["030", "040", "090", "120", "195"] {
            assert!(!found("unngåtte kostnader", art), "{art}");
        }
        assert!(!found("spart tid", "010"));
    }
}

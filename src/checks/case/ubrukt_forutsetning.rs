//! An assumption that no formula of the case uses.

use crate::checks::prelude::*;
use crate::document::Calculation;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(used) = names_in_use(facts) else { return };
    let all = facts.document.assumptions.rows().iter();
    for unused in all.filter(|assumption| !used.contains(assumption.key.value.as_str())) {
        let name = wording::shown(&unused.key.value);
        let title = text!(
            nb: "Ingen beregning bruker forutsetningen «{name}»", nn: "Inga utrekning bruker føresetnaden «{name}»",
            en: "No formula uses the assumption “{name}”"
        );
        findings.push(Finding::error("ubrukt-forutsetning", unused.key.span, title));
    }
}

/// Every name the formulas use. Nothing where a formula could not be read, since it may use any
/// name; nor where there is no formula yet, since figures are often gathered before it is written.
fn names_in_use<'a>(facts: &CaseFacts<'a>) -> Option<BTreeSet<&'a str>> {
    let document = facts.document;
    let benefits = document.benefits.rows().iter().map(|row| &row.calculation);
    let costs = document.costs.rows().iter().map(|row| &row.calculation);
    let mut used = BTreeSet::new();
    let mut any_formula = false;
    for field in benefits.chain(costs) {
        match field {
            Field::Missing => {}
            Field::Unusable(_) => return None,
            Field::Read(read) => {
                any_formula = true;
                used.extend(names(&read.value));
            }
        }
    }
    any_formula.then_some(used)
}

fn names(calculation: &Calculation) -> impl Iterator<Item = &str> {
    calculation.formula.names().map(|(name, _)| name)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn figures_gathered_before_there_is_a_formula_are_left_alone() {
        assert_eq!(
            rules_in(&case(&format!("forutsetninger:\n  brev: {{verdi: 6 000 brev/år}}\n{GAIN}"))),
            []
        );
    }

    #[test]
    fn a_formula_that_cannot_be_read_may_use_any_name() {
        let text = case(
            "forutsetninger:\n  brev: {verdi: 6 000 brev/år}\ngevinster:\n  - navn: Porto\n    type: unngåtte kostnader\n    beregning: brev ×\n    kilde: Lista\n",
        );
        assert_eq!(rules_in(&text), [(13, "uleselig-formel")]);
    }

    #[test]
    fn the_formula_of_a_cost_uses_its_names_too() {
        let text = case(&format!(
            "forutsetninger:\n  brev: {{verdi: 6 000 brev/år, kilde: Lista}}\n{GAIN}kostnader:\n  - navn: Tjeneste\n    type: drift\n    beregning: brev × 2 kr\n    budsjettpost: {{ansvar: 1100, funksjon: 120, art: 195}}\n"
        ));
        assert_eq!(rules_in(&text), []);
    }
}

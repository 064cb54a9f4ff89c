//! A benefit that is all there in the year something must first be bought.

use crate::checks::prelude::*;
use crate::document::{Amount, Benefit, Cost};
use crate::model::CostKind;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let start = facts.document.start.get().copied();
    let invests = |cost: &Cost| cost.kind.get() == Some(&CostKind::Investment) && falls_in_first(cost, start);
    if !facts.document.costs.rows().iter().any(invests) {
        return;
    }
    let benefits = facts.document.benefits.rows().iter();
    findings.extend(benefits.filter(|benefit| is_whole_at_once(benefit)).map(sudden));
}

fn is_whole_at_once(benefit: &Benefit) -> bool {
    let same_every_year =
        benefit.calculation.get().is_some() || matches!(benefit.estimate.get(), Some(Amount::Single(_)));
    same_every_year && !benefit.phase_in.is_written() && !benefit.transfer.is_written()
}

/// Whether some of a one-off cost falls in the first year of the case.
fn falls_in_first(cost: &Cost, start: Option<Year>) -> bool {
    if matches!(cost.calculation, Field::Read(_)) {
        return true;
    }
    match cost.amount.get() {
        None => false,
        Some(Amount::Single(_)) => true,
        Some(Amount::ByCaseYear(values)) => values.first().is_some_and(|first| is_something(&first.value)),
        Some(Amount::ByCalendarYear(values)) => {
            let mut falls = values.iter().filter(|(_, value)| is_something(&value.value));
            falls.any(|(year, _)| Some(year.value) == start)
        }
    }
}

fn is_something(estimate: &Estimate) -> bool {
    match estimate {
        Estimate::Certain(quantity) => !quantity.value().is_zero(),
        Estimate::ThreePoint { .. } => true,
    }
}

fn sudden(benefit: &Benefit) -> Finding {
    let name = wording::name(&benefit.name);
    let title = text!(
        nb: "Gevinsten «{name}» har full virkning samme år som investeringen", nn: "Gevinsten «{name}» har full verknad same år som investeringa",
        en: "The gain “{name}” has full effect in the year of the investment"
    );
    Finding::error("full-virkning-fra-første-år", benefit.span, title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    fn with_investment(amount: &str) -> String {
        case(&format!(
            "{GAIN}kostnader:\n  - navn: System\n    type: investering\n    beløp: {amount}\n    kilde: Tilbud\n    budsjettpost: {{ansvar: 1100, funksjon: 120, art: 200}}\noppstart: 2028\n"
        ))
    }

    #[test]
    fn an_investment_of_a_later_year_is_not_in_the_way() {
        assert_eq!(rules_in(&with_investment("[0 kr, 640 500 kr]")), []);
        assert_eq!(rules_in(&with_investment("{2029: 640 500 kr}")), []);
    }

    #[test]
    fn an_investment_in_the_first_year_is_found_however_it_is_written() {
        for amount in ["640 500 kr", "[640 500 kr, 20 500 kr]", "{2028: 640 500 kr}"] {
            assert_eq!(rules_in(&with_investment(amount)), [(9, "full-virkning-fra-første-år")], "{amount}");
        }
    }
}

//! A case that rests on one gain.

use super::priced::{PricedBenefit, priced_benefits};
use crate::checks::prelude::*;
use crate::model::{Amount, Case, Value};
use crate::words::Percent;

/// The share of the value one gain may carry.
const MOST: Decimal = Decimal::from_parts(8, 0, 0, false, 1);

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(case) = facts.case else { return };
    let benefits = priced_benefits(facts);
    let worth = |benefit: &PricedBenefit<'_>| worth(benefit).max(Kroner::ZERO);
    let Ok(total) = Kroner::sum(benefits.iter().map(worth)) else { return };
    let several = benefits.iter().filter(|benefit| worth(benefit).is_positive()).count() > 1;
    if !several && case.phase < Phase::DeepDive {
        return;
    }
    let Some(largest) = benefits.iter().max_by_key(|benefit| worth(benefit)) else { return };
    let Ok(share) = worth(largest).ratio(total) else { return };
    let Some(amount) = largest.benefit.amount.as_ref().filter(|_| share > MOST) else { return };
    if !is_uncertain(amount, case, facts) {
        findings.push(dominating(largest, Percent(share)));
    }
}

/// Its present value, else kroner per year at full effect.
fn worth(benefit: &PricedBenefit<'_>) -> Kroner {
    match benefit.value {
        Some(value) => value.present_value.unwrap_or_default(),
        None => benefit.full.money.unwrap_or_default(),
    }
}

fn is_uncertain(amount: &Amount, case: &Case, facts: &CaseFacts<'_>) -> bool {
    let uncertain = |value: &Value| match value {
        Value::Estimate(estimate) => estimate.is_uncertain(),
        Value::Formula(formula) => formula.names().any(|(name, _)| {
            let known = case.assumption(name, facts.organisation);
            known.is_some_and(|assumption| assumption.estimate.is_uncertain())
        }),
    };
    amount.values().into_iter().any(uncertain)
}

fn dominating(benefit: &PricedBenefit<'_>, share: Percent) -> Finding {
    let name = wording::name(&benefit.written.name);
    let title = text!(
        nb: "Gevinsten «{name}» er {share} av verdien i saken", nn: "Gevinsten «{name}» er {share} av verdien i saka",
        en: "The gain “{name}” is {share} of the value of the case";
        name, share
    );
    Finding::error("dominerende-gevinst", benefit.place(), title)
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with, rules_in, title_of};

    fn two(first: &str, second: &str) -> String {
        let gain = |name: &str, amount: &str| {
            format!(
                "  - {{navn: {name}, type: unngåtte kostnader, eier: Kari, anslag: {amount}, kilde: Lista}}\n"
            )
        };
        case(&format!("gevinster:\n{}{}", gain("Porto", first), gain("Papir", second)))
    }

    #[test]
    fn four_fifths_is_the_limit() {
        assert_eq!(rules_in(&two("80 000 kr/år", "20 000 kr/år")), []);
        assert_eq!(
            title_of(&two("81 000 kr/år", "19 000 kr/år")),
            "Gevinsten «Porto» er 81\u{a0}% av verdien i saken"
        );
    }

    #[test]
    fn a_lone_benefit_is_all_there_is_in_the_first_phase() {
        assert_eq!(rules_in(&case(GAIN)), []);
        assert_eq!(rules_in(&two("96 000 kr/år", "0 kr/år")), [(10, "gevinst-uten-virkning")]);
    }

    #[test]
    fn nothing_is_said_where_a_three_point_felles_in_the_formula_shows_the_uncertainty() {
        let shared =
            |points: &str| organisation_with(&format!("felles:\n  pris: {{{points}, kilde: Posten}}\n"));
        let text = two("96 000 kr/år", "1 500 kr/år")
            .replace("anslag: 96 000 kr/år", "beregning: 6 000 brev/år × pris");
        let found = |points: &str| {
            let found = found_with(&text, &shared(points));
            found.into_iter().map(|(_, finding)| finding.rule).collect::<Vec<_>>()
        };
        assert_eq!(found("lav: 11 kr, verdi: 16 kr, høy: 18 kr"), [""; 0]);
        assert_eq!(found("verdi: 16 kr"), ["dominerende-gevinst"]);
    }

    #[test]
    fn a_valued_case_goes_by_present_value() {
        let lives = two("81 000 kr/år", "19 000 kr/år").replace("anslag: 81", "levetid: 2 år, anslag: 81");
        assert_eq!(rules_in(&format!("{lives}oppstart: 2027\nlevetid: 10 år\n")), []);
    }
}

//! A benefit with a figure that comes to nothing.

use super::priced::{PricedBenefit, priced_benefits};
use crate::checks::prelude::*;
use crate::units::Hours;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    for benefit in priced_benefits(facts).iter().filter(|benefit| is_nothing(benefit)) {
        let name = wording::name(&benefit.written.name);
        let title = text!(
            nb: "Gevinsten «{name}» er 0 i alle år", nn: "Gevinsten «{name}» er 0 i alle år",
            en: "The gain “{name}” is 0 in every year"
        );
        findings.push(Finding::error("gevinst-uten-virkning", benefit.place(), title));
    }
}

fn is_nothing(benefit: &PricedBenefit<'_>) -> bool {
    let nothing = |money: Option<Kroner>, hours: Option<Hours>| {
        money.unwrap_or_default().is_zero() && hours.unwrap_or_default().is_zero()
    };
    let cells = benefit.value.map_or(&[][..], |value| value.cells.as_slice());
    let in_all_years = !cells.is_empty() && cells.iter().all(|cell| nothing(Some(cell.amount), cell.hours));
    nothing(benefit.full.money, benefit.full.hours) || in_all_years
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    #[test]
    fn a_phase_in_of_nothing_is_nothing() {
        let text = case(&format!("{GAIN}    innfasing: [0 %]\noppstart: 2027\nlevetid: 5 år\n"));
        assert!(rules_in(&text).contains(&(11, "gevinst-uten-virkning")));
    }

    #[test]
    fn time_without_a_price_is_still_time() {
        let text = case(
            "gevinster:\n  - {navn: Ventetid, type: spart tid, mottaker: innbyggerne, anslag: 400 timer/år, kilde: Kølogg}\n",
        );
        assert_eq!(rules_in(&text), []);
    }
}

//! A case that rests on one gain.

use super::CaseFacts;
use super::priced::{PricedBenefit, priced_benefits};
use crate::checks::wording;
use crate::diagnostic::Finding;
use crate::model::{Amount, Case, Phase, Value};
use crate::units::{Decimal, Kroner, Share};
use crate::words::Words;
use crate::{text, words};

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
    let advice = if is_uncertain(amount, case, facts) { CHECK_POINTS } else { GIVE_POINTS };
    findings.push(dominating(largest, Share::new(share), advice));
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
            let known = case.assumptions.iter().chain(&facts.organisation.shared);
            let mut of_name = known.filter(|assumption| assumption.name == name);
            of_name.next().is_some_and(|assumption| assumption.estimate.is_uncertain())
        }),
    };
    match amount {
        Amount::Single(value) => uncertain(value),
        Amount::ByCaseYear(values) => values.iter().any(uncertain),
        Amount::ByCalendarYear(values) => values.values().any(uncertain),
    }
}

/// Why it matters and what to do.
type Advice = (Words, Words);

/// Where every figure of the gain is fixed.
const GIVE_POINTS: Advice = (
    words!(
        nb: "Er tallet feil, er hele saken feil, og leseren får ikke vite hvor usikkert det er: alle tallene i gevinsten er faste.",
        en: "If the figure is wrong, the whole case is wrong, and the reader is not told how uncertain it is: all figures of the benefit are fixed.",
    ),
    words!(
        nb: "Skriv det usikreste tallet som «lav», «verdi» og «høy». Har saken andre gevinster, tallfest dem også.",
        en: "Write the most uncertain figure as “lav”, “verdi” and “høy”. If the case has other benefits, put figures on them too.",
    ),
);

/// Where its uncertainty shows.
const CHECK_POINTS: Advice = (
    words!(
        nb: "Saken står og faller med den. Usikkerheten er vist med lav, verdi og høy, så dette er bare til ettertanke.",
        en: "The case stands or falls with it. Its uncertainty is shown by lav, verdi and høy, so this is only for thought.",
    ),
    words!(
        nb: "Se en gang til på «lav» i den, og på hva som må være på plass for at den skal komme. Har saken andre gevinster, tallfest dem også.",
        en: "Look once more at its “lav”, and at what must be in place for it to come. If the case has other benefits, put figures on them too.",
    ),
);

fn dominating(benefit: &PricedBenefit<'_>, share: Share, (why, how): Advice) -> Finding {
    let (name, share) = (wording::name(&benefit.written.name), wording::percent(share));
    let title = text!(
        nb: "Gevinsten «{}» er {} av verdien i saken", name, share.nb;
        en: "The benefit “{}” is {} of the value of the case", name, share.en
    );
    Finding::error("dominerende-gevinst", benefit.place(), title).because(why.text()).instead(how.text())
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with, rules_in, title_of};

    fn two(first: &str, second: &str) -> String {
        let gain = |name: &str, amount: &str| {
            format!(
                "  - {{navn: {name}, type: unngåtte kostnader, eier: Kari, anslag: {amount}, kilde: Listen}}\n"
            )
        };
        case(&format!("gevinster:\n{}{}", gain("Porto", first), gain("Papir", second)))
    }

    #[test]
    fn four_fifths_is_the_limit() {
        assert_eq!(rules_in(&two("80 000 kr/år", "20 000 kr/år")), []);
        assert_eq!(
            title_of(&two("81 000 kr/år", "19 000 kr/år")),
            "Gevinsten «Porto» er 81 % av verdien i saken"
        );
    }

    #[test]
    fn a_lone_benefit_is_all_there_is_in_the_first_phase() {
        assert_eq!(rules_in(&case(GAIN)), []);
        assert_eq!(rules_in(&two("96 000 kr/år", "0 kr/år")), [(10, "gevinst-uten-virkning")]);
    }

    #[test]
    fn the_advice_is_softer_where_a_three_point_felles_in_the_formula_shows_the_uncertainty() {
        let shared =
            |points: &str| organisation_with(&format!("felles:\n  pris: {{{points}, kilde: Posten}}\n"));
        let text = two("96 000 kr/år", "1 500 kr/år")
            .replace("anslag: 96 000 kr/år", "beregning: 6 000 brev/år × pris");
        let found = |points: &str| {
            let (_, finding) = found_with(&text, &shared(points)).remove(0);
            assert_eq!(finding.rule, "dominerende-gevinst");
            finding.why.nb
        };
        assert!(found("lav: 11 kr, verdi: 16 kr, høy: 18 kr").contains("til ettertanke"));
        assert!(found("verdi: 16 kr").contains("er faste"));
    }

    #[test]
    fn a_valued_case_goes_by_present_value() {
        let lives = two("81 000 kr/år", "19 000 kr/år").replace("anslag: 81", "levetid: 2 år, anslag: 81");
        assert_eq!(rules_in(&format!("{lives}oppstart: 2027\nlevetid: 10 år\n")), []);
    }
}

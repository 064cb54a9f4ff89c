//! prisår-uten-omregning: amounts in the prices of another year, and nothing to bring them to those of budsjettår.

use crate::checks::prelude::*;
use crate::model::{Organisation, Repricing};
use crate::words::all_of;

/// Looks at prisår of the case.
pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let Some(written) = facts.document.price_year.spanned() else { return };
    let prices = facts.organisation.repricing(written.value);
    findings.extend(prices.and_then(|prices| finding(&prices, written.span)));
}

/// Looks at prisår of today's budget.
pub(in crate::checks) fn check_budget_file(
    written: &document::Organisation,
    organisation: &Organisation,
    findings: &mut Vec<Finding>,
) {
    let Some(at) = written.budget.get().and_then(|budget| budget.price_year.span()) else { return };
    findings.extend(organisation.budget_in_other_prices().and_then(|prices| finding(prices, at)));
}

fn finding(prices: &Repricing, at: Span) -> Option<Finding> {
    if prices.factor().is_some() {
        return None;
    }
    let (from, to, missing) = (prices.from, prices.to, prices.missing());
    let of =
        |title, variant| Finding::error("prisår-uten-omregning", at, title).variant(variant).value("to", to);
    Some(if prices.is_ahead() {
        let title = text!(
            nb: "Beløpene er i {from}-priser, etter budsjettåret {to}", nn: "Beløpa er i {from}-prisar, etter budsjettåret {to}",
            en: "The amounts are in prices of {from}, after the budget year {to}"; from, to
        );
        of(title, "ahead")
    } else if missing.is_empty() {
        let title = text!(
            nb: "Fra {from} til {to} gjør deflatorene beløpene mer enn 1 000 ganger større", nn: "Frå {from} til {to} gjer deflatorane beløpa meir enn 1 000 gonger større",
            en: "From {from} to {to} the deflators make the amounts more than 1,000 times larger"; from, to
        );
        of(title, "far")
    } else {
        let years = years(&missing);
        let title = text!(
            nb: "Beløpene er i {from}-priser, men a3.yaml har ingen deflator for {years}", nn: "Beløpa er i {from}-prisar, men a3.yaml har ingen deflator for {years}",
            en: "The amounts are in prices of {from}, but a3.yaml has no deflator for {years}"; from, years
        );
        of(title, "missing").value("years", years)
    })
}

/// «2025, 2026 og 2027»; from the first to the last where they are many.
fn years(missing: &[Year]) -> Text {
    match missing {
        [first, .., last] if missing.len() > 3 => {
            text!(nb: "{first}–{last}", nn: "{first}–{last}", en: "{first}–{last}"; first, last)
        }
        _ => all_of(missing),
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, found_with, organisation_with};

    fn found(deflator: &str, year: u16) -> Vec<String> {
        let organisation = organisation_with(&format!("kalkyle: {{deflator: {{{deflator}}}}}\n"));
        let found = found_with(&case(&format!("{GAIN}prisår: {year}\n")), &organisation);
        found.into_iter().map(|(_, finding)| finding.title.nb).collect()
    }

    #[test]
    fn what_can_be_brought_to_the_budget_year_is_not_reported() {
        let none: [String; 0] = [];
        assert_eq!(found("2026: 3 %, 2027: 4 %", 2025), none);
        assert_eq!(found("2028: 3 %", 2027), none);
    }

    #[test]
    fn each_year_that_lacks_a_deflator_is_named() {
        assert_eq!(
            found("2026: 3 %", 2024),
            ["Beløpene er i 2024-priser, men a3.yaml har ingen deflator for 2025 og 2027"]
        );
        assert_eq!(
            found("2030: 3 %", 2020),
            ["Beløpene er i 2020-priser, men a3.yaml har ingen deflator for 2021–2027"]
        );
        assert_eq!(found("2028: 3 %", 2028), ["Beløpene er i 2028-priser, etter budsjettåret 2027"]);
    }
}

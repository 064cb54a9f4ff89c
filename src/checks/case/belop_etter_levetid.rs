//! A list of amounts that goes on after the life.

use crate::checks::prelude::*;
use crate::document::Amount;

pub(super) fn check(facts: &CaseFacts<'_>, findings: &mut Vec<Finding>) {
    let document = facts.document;
    let benefits = document.benefits.rows().iter().map(|row| (&row.estimate, &row.life));
    let costs = document.costs.rows().iter().map(|row| (&row.amount, &row.life));
    for (amount, own) in benefits.chain(costs) {
        if let Some(life) = own.get().or(document.life.get()) {
            findings.extend(dropped(amount, *life));
        }
    }
}

fn dropped(amount: &Field<Amount>, life: u16) -> Option<Finding> {
    let values = match amount.get()? {
        Amount::ByCaseYear(values) => values,
        Amount::Single(_) | Amount::ByCalendarYear(_) => return None,
    };
    let first = values.get(usize::from(life))?;
    let count = values.len();
    let title = text!(
        nb: "Lista har beløp for {count} år, men levetida er {life} år", nn: "Lista har beløp for {count} år, men levetida er {life} år",
        en: "The list has amounts for {count} years, but the life is {life} years"
    );
    Some(Finding::error("beløp-etter-levetid", first.span, title))
}

#[cfg(test)]
mod tests {
    use crate::checks::testing::{GAIN, case, rules_in};

    const LIST: &str = "kostnader:\n  - navn: Opplæring\n    type: omstilling\n    kilde: Plan\n    beløp: [120 500 kr, 80 500 kr]\n    budsjettpost: {ansvar: 1100, funksjon: 120, art: 150}\n";

    #[test]
    fn a_row_of_its_own_life_is_held_to_that() {
        let short = case(&format!("{GAIN}{LIST}    levetid: 1 år\nlevetid: 8 år\n"));
        assert_eq!(rules_in(&short), [(17, "beløp-etter-levetid")]);
        let long = case(&format!("{GAIN}{LIST}    levetid: 2 år\nlevetid: 1 år\n"));
        assert_eq!(rules_in(&long), []);
    }

    #[test]
    fn calendar_years_and_cases_without_a_life_have_nothing_to_drop() {
        assert_eq!(rules_in(&case(&format!("{GAIN}{LIST}"))), []);
        let dated = LIST.replace("[120 500 kr, 80 500 kr]", "{2027: 120 500 kr, 2030: 80 500 kr}");
        assert_eq!(rules_in(&case(&format!("{GAIN}{dated}levetid: 1 år\n"))), []);
    }
}

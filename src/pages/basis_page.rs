//! How everything was calculated: the rules of the organisation, and which of them are built in.

use super::cell::Cell;
use super::page::{Block, Fact, Page};
use crate::model::{Distribution, Organisation};
use crate::rates::{DiscountRates, RateStep};
use crate::text;
use crate::words::{Percent, Text, listed};

/// The rules every case is calculated by; one clock for the whole portfolio.
pub fn page(organisation: &Organisation) -> Page {
    let page =
        Page::new(text!(nb: "Slik er det regnet", nn: "Slik er det rekna", en: "How it is calculated"))
            .with(Block::Facts(rules(organisation)));
    if organisation.defaults.is_empty() {
        return page;
    }
    let used: Vec<_> =
        organisation.defaults.iter().map(|used| format!("{}: {}", used.field, used.value)).collect();
    let used = used.join(" · ");
    page.with(Block::Note(text!(
        nb: "Innebygde verdier er brukt der a3.yaml ikke sier noe: {used}", nn: "Innebygde verdiar er brukte der a3.yaml ikkje seier noko: {used}",
        en: "Built-in values are used where a3.yaml says nothing: {used}",
    )))
}

fn rules(organisation: &Organisation) -> Vec<Fact> {
    let rules = &organisation.rules;
    let (base, last) = (rules.base_year.number(), organisation.last_analysis_year().number());
    let tax = Cell::Percent(rules.tax_cost.value());
    let growth = Cell::Percent(rules.real_growth.value());
    let smallest = Cell::Percent(organisation.smallest_position.value());
    vec![
        Fact::new(text!(nb: "Priser", nn: "Prisar", en: "Prices"), organisation.budget_year)
            .noted(text!(nb: "faste priser i budsjettåret", nn: "faste prisar i budsjettåret", en: "constant prices of the budget year")),
        Fact::new(text!(nb: "Sammenligningsår", nn: "Samanlikningsår", en: "Base year"), rules.base_year)
            .noted(text!(nb: "faktor 1 for alle saker", nn: "faktor 1 for alle saker", en: "factor 1 for all cases")),
        Fact::new(text!(nb: "Analyseperiode", nn: "Analyseperiode", en: "Analysis period"), Cell::Years(rules.period.into()))
            .noted(text!(all: "{base}–{last}")),
        discount(&rules.discount),
        Fact::new(text!(nb: "Skattefinansiering", nn: "Skattefinansiering", en: "Cost of tax funding"), tax)
            .noted(text!(nb: "av netto offentlig utgift", nn: "av netto offentleg utgift", en: "of net public outlay")),
        Fact::new(text!(nb: "Realvekst i verdien av tid", nn: "Realvekst i verdien av tid", en: "Real growth in the value of time"), growth)
            .noted(text!(nb: "hvert år, bare for samfunnet", nn: "kvart år, berre for samfunnet", en: "every year, for society only")),
        Fact::new(text!(nb: "Timer per årsverk", nn: "Timar per årsverk", en: "Hours per FTE"), rules.hours_per_fte),
        Fact::new(text!(nb: "Minste stilling", nn: "Minste stilling", en: "Smallest position"), smallest)
            .noted(text!(nb: "tid tas bare ut i hele trinn", nn: "tid blir berre teken ut i heile trinn", en: "time is taken out in whole steps only")),
        expected(rules.distribution),
    ]
}

fn expected(distribution: Distribution) -> Fact {
    let formula = match distribution {
        Distribution::Pert => {
            text!(nb: "(lav + 4 · verdi + høy) ÷ 6", nn: "(låg + 4 · verdi + høg) ÷ 6", en: "(low + 4 · value + high) ÷ 6")
        }
        Distribution::Triangular => {
            text!(nb: "(lav + verdi + høy) ÷ 3", nn: "(låg + verdi + høg) ÷ 3", en: "(low + value + high) ÷ 3")
        }
    };
    let name = text!(nb: "Usikre forutsetninger", nn: "Usikre føresetnader", en: "Uncertain assumptions");
    Fact::new(name, distribution.words()).noted(formula)
}

fn discount(rates: &DiscountRates) -> Fact {
    let name = text!(nb: "Rente", nn: "Rente", en: "Discount rate");
    match rates {
        DiscountRates::R109 => Fact::new(name, "R-109").noted(text!(
            nb: "4 % i 40 år, så 3 % i 35 år, så 2 %", nn: "4 % i 40 år, så 3 % i 35 år, så 2 %",
            en: "4% for 40 years, then 3% for 35 years, then 2%",
        )),
        DiscountRates::Steps(steps) => match steps.as_slice() {
            [only] => Fact::new(name, Cell::Percent(only.rate.value())),
            _ => Fact::new(name, text!(nb: "i trinn", nn: "i trinn", en: "in steps")).noted(stepped(steps)),
        },
    }
}

fn stepped(steps: &[RateStep]) -> Text {
    let step = |RateStep { rate, until }: &RateStep| {
        let rate = Percent(rate.value());
        match until {
            Some(year) => {
                text!(nb: "{rate} til og med {year}", nn: "{rate} til og med {year}", en: "{rate} through {year}"; rate, year)
            }
            None => text!(all: "{rate}"; rate),
        }
    };
    listed(steps.iter().map(step))
}

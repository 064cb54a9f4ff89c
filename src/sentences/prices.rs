//! Which prices amounts are in, and what could not be brought to those of budsjettår.

use crate::model::Repricing;
use crate::quantity;
use crate::text;
use crate::units::{Rate, Year};
use crate::words::{Text, listed, number};

/// That the amounts of a case stand in the prices of another year.
pub fn of_case(prices: &Repricing) -> Text {
    text!(
        nb: "Beløpene i saken er i {from}-priser og er ikke regnet om til {to}. Se hvorfor: a3 check", nn: "Beløpa i saka er i {from}-prisar og er ikkje rekna om til {to}. Sjå kvifor: a3 check",
        en: "The amounts of the case are in prices of {from} and are not converted to {to}. See why: a3 check";
        from = prices.from, to = prices.to
    )
}

/// The same of several cases, and of today's budget.
pub fn of_several(cases: &[(String, Year)], budget: Option<Year>) -> Option<Text> {
    let file = budget.map(
        |year| text!(nb: "dagens budsjett ({year}-priser)", nn: "budsjettet i dag ({year}-prisar)", en: "today's budget (prices of {year})"; year),
    );
    let case = |(id, year): &(String, Year)| text!(nb: "{id} ({year}-priser)", nn: "{id} ({year}-prisar)", en: "{id} (prices of {year})"; id, year);
    let all: Vec<Text> = file.into_iter().chain(cases.iter().map(case)).collect();
    (!all.is_empty()).then(|| {
        text!(
            nb: "Disse beløpene er ikke regnet om til budsjettårets priser: {all}. Se hvorfor: a3 check", nn: "Desse beløpa er ikkje rekna om til prisane i budsjettåret: {all}. Sjå kvifor: a3 check",
            en: "These amounts are not converted to prices of the budget year: {all}. See why: a3 check";
            all = listed(all)
        )
    })
}

/// The factor, and what it is made of: «2027: 3,5 %».
pub fn working(prices: &Repricing) -> Text {
    let Some(factor) = prices.factor() else { return of_case(prices) };
    let step = |(year, rate): &(Year, Option<Rate>)| {
        let rate = quantity::percent(rate.unwrap_or_default().value());
        text!(all: "{year}: {rate}"; year, rate)
    };
    let factor = Text::in_each(|language| number::short(factor.value(), 9, language));
    text!(
        nb: "Beløpene er skrevet i {from}-priser. Hvert kronebeløp i saken, også i regnestykkene, er ganget med {factor} (deflator {steps}); lønn og felles er i {to}-priser fra før.", nn: "Beløpa er skrivne i {from}-prisar. Kvart kronebeløp i saka, også i reknestykka, er gonga med {factor} (deflator {steps}); løn og felles er i {to}-prisar frå før.",
        en: "The amounts are written in prices of {from}. Every amount in kroner of the case, also in formulas, is multiplied by {factor} (deflator {steps}); wages and felles are in prices of {to} already.";
        from = prices.from, to = prices.to, factor, steps = listed(prices.steps.iter().map(step))
    )
}

//! The end of the working: from rows to NNV, to payback and to the running budget.

use super::cell::Cell;
use super::number;
use super::page::{Block, Fact, Kind, Table};
use super::quantity_words;
use crate::calc::{Valuation, YearFlow};
use crate::model::Organisation;
use crate::text;
use crate::text::{Language, Text};
use crate::units::Kroner;

/// Row by row to NNV, and how the other figures come from it.
pub(super) fn blocks(value: &Valuation, organisation: &Organisation) -> Vec<Block> {
    let row = |name: Cell, amount| vec![name, Cell::Kroner(amount)];
    let priced = value.rows.iter().filter_map(|item| Some(row(Cell::name(&item.name), item.present_value?)));
    let tax = Cell::Text(text!(nb: "Virkning av skattefinansiering", en: "Effect of tax funding"));
    let table = Table::new([
        (text!(nb: "Nåverdi", en: "Present value"), Kind::Text),
        (text!(nb: "kr", en: "kr"), Kind::Kroner),
    ])
    .rows(priced)
    .rows([row(tax, value.tax_effect)])
    .total(row(Cell::Text(text!(nb: "Netto nåverdi (NNV)", en: "Net present value (NPV)")), value.npv));
    vec![
        Block::Heading(text!(nb: "Skattefinansiering", en: "Tax funding")),
        Block::Paragraph(tax_rule(organisation)),
        Block::Table(tax_table(value)),
        Block::Heading(text!(nb: "Netto nåverdi", en: "Net present value")),
        Block::Table(table),
        Block::Facts(vec![annuity(value)]),
        Block::Heading(text!(nb: "Kommunens egne penger, til inntjeningstid", en: "Own money, to payback")),
        Block::Table(own_table(value)),
        Block::Heading(text!(nb: "Budsjett drift i planperioden", en: "Running budget in the plan period")),
        Block::Table(budget_table(value)),
    ]
}

fn tax_rule(organisation: &Organisation) -> Text {
    let rate = quantity_words::percent(organisation.rules.tax_cost.value());
    let base = organisation.rules.base_year.number();
    text!(
        nb: "Virkningen er minus {} av netto offentlig utgift. Faktoren er 1 i {base} og deles på 1 + rente for hvert år etter.", rate.nb;
        en: "The effect is minus {} of net public outlay. The factor is 1 in {base}, divided by 1 + the rate for each year after.", rate.en
    )
}

/// Net public outlay year by year, and what it does.
fn tax_table(value: &Valuation) -> Table {
    Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        (text!(nb: "Netto offentlig utgift, kr", en: "Net public outlay, kr"), Kind::Kroner),
        (text!(nb: "Virkning, kr", en: "Effect, kr"), Kind::Kroner),
        (text!(nb: "Faktor", en: "Factor"), Kind::Number),
    ])
    .rows(value.years.iter().map(|year| {
        vec![
            Cell::Year(year.year),
            Cell::Kroner(year.public_outlay),
            Cell::Kroner(year.tax_effect),
            Cell::Factor(year.factor),
        ]
    }))
}

fn annuity(value: &Valuation) -> Fact {
    let line = |language| {
        let npv = number::kroner(value.npv, language);
        let factor = number::decimal(value.annuity_factor.value(), 4, language);
        format!("{npv} ÷ {factor} = {}", number::kroner(value.annuity, language))
    };
    let (nb, en) = (line(Language::Nb), line(Language::En));
    Fact::new(text!(nb: "Annuitet", en: "Annuity"), Cell::Text(text!(nb: "{nb}", en: "{en}")))
}

/// The organisation's own cash, gathered year by year until it is earned back.
fn own_table(value: &Valuation) -> Table {
    let mut gathered = Some(Kroner::ZERO);
    Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        (text!(nb: "Engangsutgift, kr", en: "One-off outlay, kr"), Kind::Kroner),
        (text!(nb: "Egne penger, kr", en: "Own money, kr"), Kind::Kroner),
        (text!(nb: "Oppsamlet, kr", en: "Gathered, kr"), Kind::Kroner),
    ])
    .rows(value.years.iter().map(|year| {
        gathered = gathered.and_then(|sum| sum.plus(year.own_cash).ok());
        vec![
            Cell::Year(year.year),
            Cell::Kroner(year.own_one_off),
            Cell::Kroner(year.own_cash),
            gathered.map_or(Cell::Empty, Cell::Kroner),
        ]
    }))
}

/// The plan years: what one-off restructuring and capital costs leave of what is taken out.
fn budget_table(value: &Valuation) -> Table {
    let row = |year: &YearFlow| {
        let effect = year.running_effect?;
        let capital = year.capital_cost.map_or(Cell::Empty, Cell::Kroner);
        Some(vec![Cell::Year(year.year), Cell::Kroner(year.restructuring), capital, Cell::Kroner(effect)])
    };
    Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        (text!(nb: "Omstilling, kr", en: "Restructuring, kr"), Kind::Kroner),
        (text!(nb: "Kapitalkostnad, kr", en: "Capital cost, kr"), Kind::Kroner),
        (text!(nb: "Budsjett drift, kr", en: "Running budget, kr"), Kind::Kroner),
    ])
    .rows(value.years.iter().filter_map(row))
}

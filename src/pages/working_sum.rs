//! The end of the working: from rows to NNV, to payback and to the running budget.

use super::cell::Cell;
use super::page::{Block, Fact, Kind, Table};
use crate::calc::{RowLoan, Valuation, YearFlow};
use crate::model::Organisation;
use crate::sentences::quantity;
use crate::text;
use crate::units::Kroner;
use crate::words::number;
use crate::words::{Language, Text};

/// Row by row to NNV, and how the other figures come from it.
pub(super) fn blocks(value: &Valuation, organisation: &Organisation) -> Vec<Block> {
    let row = |name: Cell, amount| vec![name, Cell::Kroner(amount)];
    let priced = value.rows.iter().filter_map(|item| Some(row(Cell::name(&item.name), item.present_value?)));
    let tax = Cell::Text(text!(nb: "Virkning av skattefinansiering", en: "Effect of tax funding"));
    let table = Table::new([
        (text!(nb: "Nåverdi", en: "Present value"), Kind::Text),
        (text!(nb: "kr", en: "NOK"), Kind::Kroner),
    ])
    .rows(priced)
    .rows([row(tax, value.tax_effect)])
    .total(row(Cell::Text(text!(nb: "Netto nåverdi (NNV)", en: "Net present value (NPV)")), value.npv));
    let mut blocks = vec![
        Block::Heading(text!(nb: "Skattefinansiering", en: "Tax funding")),
        Block::Paragraph(tax_rule(organisation)),
        Block::Table(tax_table(value)),
        Block::Heading(text!(nb: "Netto nåverdi", en: "Net present value")),
        Block::Table(table),
        Block::Facts(vec![annuity(value)]),
        Block::Heading(text!(nb: "Kommunens egne penger, til inntjeningstid", en: "Own money, to payback")),
        Block::Table(own_table(value)),
    ];
    blocks.extend(loans(value, organisation));
    blocks.push(Block::Heading(
        text!(nb: "Budsjett drift i planperioden", en: "Running budget in the plan period"),
    ));
    blocks.push(Block::Table(budget_table(value)));
    blocks
}

/// Each outlay that is borrowed, and what the loan costs in every plan year.
fn loans(value: &Valuation, organisation: &Organisation) -> Vec<Block> {
    if value.loans.is_empty() {
        return Vec::new();
    }
    let lines = value.loans.iter().map(loan_line).collect();
    let heading =
        text!(nb: "Kapitalkostnad: lån til investeringene", en: "Capital cost: loans for the investments");
    vec![
        Block::Heading(heading),
        Block::Lines(text!(nb: "Lån", en: "Loans"), lines),
        Block::Table(loan_table(&value.loans, organisation)),
    ]
}

fn loan_line(RowLoan { row, loan, .. }: &RowLoan) -> Text {
    let (year, years) = (loan.year.number(), loan.repayment_years);
    let rate = quantity::percent(loan.rate.value());
    let kr = |language| number::kroner(loan.amount, language);
    text!(
        nb: "{row}: {} lånt i {year}, avdrag over {years} år fra året etter, rente {} av restgjelden",
            kr(Language::Nb), rate.nb;
        en: "{row}: {} borrowed in {year}, repaid over {years} years from the year after, interest {} of what is owed",
            kr(Language::En), rate.en
    )
}

fn loan_table(loans: &[RowLoan], organisation: &Organisation) -> Table {
    let rows = loans.iter().flat_map(|RowLoan { row, plan, .. }| {
        organisation.plan_years().zip(plan).map(move |(year, cost)| {
            let sum = cost.repayment.plus(cost.interest);
            vec![
                Cell::Year(year),
                Cell::name(row),
                Cell::Kroner(cost.balance),
                Cell::Kroner(cost.repayment),
                Cell::Kroner(cost.interest),
                sum.map_or(Cell::Empty, Cell::Kroner),
            ]
        })
    });
    let plans = || loans.iter().flat_map(|loan| loan.plan);
    let sum = |amounts: Vec<Kroner>| Kroner::sum(amounts).map_or(Cell::Empty, Cell::Kroner);
    let (repaid, interest): (Vec<Kroner>, Vec<Kroner>) =
        plans().map(|year| (year.repayment, year.interest)).unzip();
    let all = repaid.iter().chain(&interest).copied().collect();
    Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        (text!(nb: "Lån til", en: "Loan for"), Kind::Text),
        (text!(nb: "Restgjeld, kr", en: "Owed, NOK"), Kind::Kroner),
        (text!(nb: "Avdrag, kr", en: "Repayment, NOK"), Kind::Kroner),
        (text!(nb: "Rente, kr", en: "Interest, NOK"), Kind::Kroner),
        (text!(nb: "Sum, kr", en: "Sum, NOK"), Kind::Kroner),
    ])
    .rows(rows)
    .total(vec![
        Cell::Text(text!(nb: "Sum", en: "Sum")),
        Cell::blank(),
        Cell::blank(),
        sum(repaid),
        sum(interest),
        sum(all),
    ])
}

fn tax_rule(organisation: &Organisation) -> Text {
    let rate = quantity::percent(organisation.rules.tax_cost.value());
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
        (text!(nb: "Netto offentlig utgift, kr", en: "Net public outlay, NOK"), Kind::Kroner),
        (text!(nb: "Virkning, kr", en: "Effect, NOK"), Kind::Kroner),
        (text!(nb: "Faktor", en: "Factor"), Kind::Number),
        (text!(nb: "Nåverdi, kr", en: "Present value, NOK"), Kind::Kroner),
    ])
    .rows(value.years.iter().map(|year| {
        vec![
            Cell::Year(year.year),
            Cell::Kroner(year.public_outlay),
            Cell::Kroner(year.tax_effect),
            Cell::Factor(year.factor),
            Cell::Kroner(year.tax_present_value),
        ]
    }))
    .total(vec![
        Cell::Text(text!(nb: "Sum", en: "Sum")),
        Cell::blank(),
        Cell::blank(),
        Cell::blank(),
        Cell::Kroner(value.tax_effect),
    ])
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
        (text!(nb: "Engangsutgift, kr", en: "One-off outlay, NOK"), Kind::Kroner),
        (text!(nb: "Egne penger, kr", en: "Own money, NOK"), Kind::Kroner),
        (text!(nb: "Oppsamlet, kr", en: "Gathered, NOK"), Kind::Kroner),
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
        let capital = year.capital_cost;
        let before = effect.plus(year.restructuring).and_then(|sum| sum.plus(capital.unwrap_or_default()));
        Some(vec![
            Cell::Year(year.year),
            before.map_or(Cell::Empty, Cell::Kroner),
            Cell::Kroner(year.restructuring),
            capital.map_or(Cell::Empty, Cell::Kroner),
            Cell::Kroner(effect),
        ])
    };
    Table::new([
        (text!(nb: "År", en: "Year"), Kind::Number),
        (text!(nb: "Tas ut minus drift, kr", en: "Taken out less running costs, NOK"), Kind::Kroner),
        (text!(nb: "−\u{a0}Omstilling, kr", en: "−\u{a0}Restructuring, NOK"), Kind::Kroner),
        (text!(nb: "−\u{a0}Kapitalkostnad, kr", en: "−\u{a0}Capital cost, NOK"), Kind::Kroner),
        (text!(nb: "=\u{a0}Budsjett drift, kr", en: "=\u{a0}Running budget, NOK"), Kind::Kroner),
    ])
    .rows(value.years.iter().filter_map(row))
}

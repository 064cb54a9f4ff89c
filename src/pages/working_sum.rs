//! The end of the working: from rows to NNV, to payback and to the running budget.

use super::calc_value::{npv_words, tax_words};
use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Table, row, sum_row};
use crate::calc::{LoanYear, RowLoan, Valuation, YearFlow};
use crate::model::Organisation;
use crate::quantity;
use crate::text;
use crate::units::Kroner;
use crate::words::{Text, number};

/// Row by row to NNV, and how the other figures come from it.
pub(super) fn blocks(value: &Valuation, organisation: &Organisation) -> Vec<Block> {
    let amount = |amount| [Cell::Kroner(amount)];
    let priced = value.rows.iter().filter(|item| item.present_value.is_some());
    let table = Listing::of(priced)
        .text(text!(nb: "Nåverdi", nn: "Noverdi", en: "Present value"), |item| &item.name)
        .kroner(text!(nb: "kr", nn: "kr", en: "NOK"), |item| item.present_value)
        .table()
        .rows([row([tax_words().into()], amount(value.tax_effect))])
        .total(row([npv_words().into()], amount(value.npv)));
    let mut blocks = vec![
        Block::Heading(text!(nb: "Skattefinansiering", nn: "Skattefinansiering", en: "Tax funding")),
        Block::Paragraph(tax_rule(organisation)),
        Block::Table(tax_table(value)),
        Block::Heading(text!(nb: "Netto nåverdi", nn: "Netto noverdi", en: "Net present value")),
        Block::Table(table),
        Block::Facts(measures(value)),
        Block::Heading(
            text!(nb: "Kommunens egne penger, til inntjeningstid", nn: "Eigne pengar i kommunen, til inntjeningstid", en: "Own money, to payback"),
        ),
        Block::Table(own_table(value)),
    ];
    blocks.extend(loans(value, organisation));
    blocks.push(Block::Heading(
        text!(nb: "Budsjett drift i planperioden", nn: "Budsjett drift i planperioden", en: "Running budget in the plan period"),
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
    let heading = text!(nb: "Kapitalkostnad: lån til investeringene", nn: "Kapitalkostnad: lån til investeringane", en: "Capital cost: loans for the investments");
    vec![
        Block::Heading(heading),
        Block::Lines(text!(nb: "Lån", nn: "Lån", en: "Loans"), lines),
        Block::Table(loan_table(&value.loans, organisation)),
    ]
}

fn loan_line(RowLoan { row, loan, .. }: &RowLoan) -> Text {
    text!(
        nb: "{row}: {amount} lånt i {year}, avdrag over {years} år fra året etter, rente {rate} av restgjelden", nn: "{row}: {amount} lånt i {year}, avdrag over {years} år frå året etter, rente {rate} av restgjelda",
        en: "{row}: {amount} borrowed in {year}, repaid over {years} years from the year after, interest {rate} of what is owed";
        row, amount = loan.amount, year = loan.year, years = loan.repayment_years, rate = quantity::percent(loan.rate.value())
    )
}

fn loan_table(loans: &[RowLoan], organisation: &Organisation) -> Table {
    let all = loans.iter().flat_map(|loan| {
        organisation.plan_years().into_iter().zip(loan.plan).map(move |(year, cost)| (year, &loan.row, cost))
    });
    let sum = |amount: fn(&LoanYear) -> Kroner| {
        Kroner::sum(loans.iter().flat_map(|loan| &loan.plan).map(amount)).ok()
    };
    let (repaid, interest) = (sum(|cost| cost.repayment), sum(|cost| cost.interest));
    let both = repaid.zip(interest).and_then(|(repaid, interest)| repaid.plus(interest).ok());
    Listing::of(all)
        .year(|(year, ..)| *year)
        .text(text!(nb: "Lån til", nn: "Lån til", en: "Loan for"), |(_, row, _)| *row)
        .kroner(text!(nb: "Restgjeld, kr", nn: "Restgjeld, kr", en: "Owed, NOK"), |(.., cost)| cost.balance)
        .kroner(text!(nb: "Avdrag, kr", nn: "Avdrag, kr", en: "Repayment, NOK"), |(.., cost)| cost.repayment)
        .kroner(text!(nb: "Rente, kr", nn: "Rente, kr", en: "Interest, NOK"), |(.., cost)| cost.interest)
        .kroner(text!(nb: "Sum, kr", nn: "Sum, kr", en: "Sum, NOK"), |(.., cost)| {
            cost.repayment.plus(cost.interest).ok()
        })
        .table()
        .total(sum_row(3, [repaid, interest, both].map(|amount| amount.map_or(Cell::Empty, Cell::Kroner))))
}

fn tax_rule(organisation: &Organisation) -> Text {
    text!(
        nb: "Virkningen er minus {rate} av netto offentlig utgift. Faktoren er 1 i {base} og deles på 1 + rente for hvert år etter.", nn: "Verknaden er minus {rate} av netto offentleg utgift. Faktoren er 1 i {base} og blir delt på 1 + rente for kvart år etter.",
        en: "The effect is minus {rate} of net public outlay. The factor is 1 in {base}, divided by 1 + the rate for each year after.";
        rate = quantity::percent(organisation.rules.tax_cost.value()), base = organisation.rules.base_year
    )
}

/// Net public outlay year by year, and what it does.
fn tax_table(value: &Valuation) -> Table {
    Listing::of(&value.years)
        .year(|at| at.year)
        .kroner(text!(nb: "Netto offentlig utgift, kr", nn: "Netto offentleg utgift, kr", en: "Net public outlay, NOK"), |at| at.public_outlay)
        .kroner(text!(nb: "Virkning, kr", nn: "Verknad, kr", en: "Effect, NOK"), |at| at.tax_effect)
        .number(text!(nb: "Faktor", nn: "Faktor", en: "Factor"), |at| at.factor)
        .kroner(text!(nb: "Nåverdi, kr", nn: "Noverdi, kr", en: "Present value, NOK"), |at| at.tax_present_value)
        .table()
        .total(sum_row(4, [Cell::Kroner(value.tax_effect)]))
}

/// NNV over the sum of factors of the years in service, N/K, and NNV over the investment.
fn measures(value: &Valuation) -> Vec<Fact> {
    let facts = [annuity(value), benefit_cost(value), per_invested(value)];
    facts.into_iter().flatten().collect()
}

fn annuity(value: &Valuation) -> Option<Fact> {
    let (annuity, (first, last)) = (value.annuity?, value.in_service?);
    let factor = Text::in_each(|language| number::decimal(value.annuity_factor.value(), 4, language));
    let line = text!(
        nb: "{npv} ÷ {factor} = {annuity} (faktorene {first}–{last})", nn: "{npv} ÷ {factor} = {annuity} (faktorane {first}–{last})",
        en: "{npv} ÷ {factor} = {annuity} (the factors {first}–{last})";
        npv = value.npv, factor, annuity, first, last
    );
    Some(Fact::new(text!(nb: "Annuitet", nn: "Annuitet", en: "Annuity"), line))
}

/// The tax effect stands with the costs where it costs, else with the gains; transfers with neither.
fn benefit_cost(value: &Valuation) -> Option<Fact> {
    let ratio =
        Text::in_each(|language| number::decimal(value.benefit_cost.unwrap_or_default(), 2, language));
    value.benefit_cost?;
    let (benefits, costs, tax) = (value.benefits, value.costs, value.tax_effect.abs());
    let line = if value.tax_effect.is_negative() {
        text!(
            nb: "{benefits} ÷ ({costs} + {tax} i skattefinansiering) = {ratio}", nn: "{benefits} ÷ ({costs} + {tax} i skattefinansiering) = {ratio}",
            en: "{benefits} ÷ ({costs} + {tax} in tax funding) = {ratio}"; benefits, costs, tax, ratio
        )
    } else {
        text!(
            nb: "({benefits} + {tax} i skattefinansiering) ÷ {costs} = {ratio}", nn: "({benefits} + {tax} i skattefinansiering) ÷ {costs} = {ratio}",
            en: "({benefits} + {tax} in tax funding) ÷ {costs} = {ratio}"; benefits, costs, tax, ratio
        )
    };
    Some(Fact::new(
        text!(nb: "Nytte delt på kostnad", nn: "Nytte delt på kostnad", en: "Benefit/cost ratio"),
        line,
    ))
}

fn per_invested(value: &Valuation) -> Option<Fact> {
    let ratio = value.npv_per_invested_krone?;
    let ratio = Text::in_each(|language| number::decimal(ratio, 2, language));
    let line = text!(
        nb: "{npv} ÷ {investment} før tilskudd = {ratio}", nn: "{npv} ÷ {investment} før tilskot = {ratio}",
        en: "{npv} ÷ {investment} before grants = {ratio}"; npv = value.npv, investment = value.investment, ratio
    );
    Some(Fact::new(
        text!(nb: "NNV per investert krone", nn: "NNV per investert krone", en: "NPV per invested krone"),
        line,
    ))
}

/// The organisation's own cash, gathered year by year until it is earned back.
fn own_table(value: &Valuation) -> Table {
    let mut gathered = Some(Kroner::ZERO);
    let years = value.years.iter().map(|at| {
        gathered = gathered.and_then(|sum| sum.plus(at.own_cash).ok());
        (at, gathered)
    });
    Listing::of(years)
        .year(|(at, _)| at.year)
        .kroner(
            text!(nb: "Engangsutgift, kr", nn: "Eingongsutgift, kr", en: "One-off outlay, NOK"),
            |(at, _)| at.own_one_off,
        )
        .kroner(text!(nb: "Egne penger, kr", nn: "Eigne pengar, kr", en: "Own money, NOK"), |(at, _)| {
            at.own_cash
        })
        .kroner(text!(nb: "Oppsamlet, kr", nn: "Oppsamla, kr", en: "Gathered, NOK"), |(_, gathered)| {
            *gathered
        })
        .table()
}

/// The plan years: what one-off restructuring and capital costs leave of what is taken out.
fn budget_table(value: &Valuation) -> Table {
    let before = |at: &YearFlow| {
        at.running_effect?
            .plus(at.restructuring)
            .and_then(|sum| sum.plus(at.capital_cost.unwrap_or_default()))
            .ok()
    };
    Listing::of(value.years.iter().filter(|at| at.running_effect.is_some()))
        .year(|at| at.year)
        .kroner(text!(nb: "Tas ut minus drift, kr", nn: "Teke ut minus drift, kr", en: "Taken out less running costs, NOK"), |at| before(at))
        .kroner(text!(nb: "−\u{a0}Omstilling, kr", nn: "−\u{a0}Omstilling, kr", en: "−\u{a0}Restructuring, NOK"), |at| {
            at.restructuring
        })
        .kroner(text!(nb: "−\u{a0}Kapitalkostnad, kr", nn: "−\u{a0}Kapitalkostnad, kr", en: "−\u{a0}Capital cost, NOK"), |at| {
            at.capital_cost
        })
        .kroner(text!(nb: "=\u{a0}Budsjett drift, kr", nn: "=\u{a0}Budsjett drift, kr", en: "=\u{a0}Running budget, NOK"), |at| {
            at.running_effect
        })
        .table()
}

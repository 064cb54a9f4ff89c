//! The part of `a3 calc` that needs oppstart and levetid: value over the life, the municipality's
//! own money, year by year, row by row. Each figure names the view it belongs to.

use super::cell::Cell;
use super::listing::Listing;
use super::page::{Block, Fact, Table, row};
use crate::calc::{Payback, PublicReturn, RowKind, Valuation, YearFlow, internal_rates};
use crate::units::Kroner;
use crate::words::{Percent, Text, Words, listed};
use crate::{text, words};

/// Everything said about a value.
pub(super) fn blocks(value: &Valuation) -> Vec<Block> {
    let mut blocks = vec![
        Block::Heading(text!(
            nb: "For samfunnet: alle virkninger for alle, som verdi i sammenligningsåret", nn: "For samfunnet: alle verknader for alle, som verdi i samanlikningsåret",
            en: "For society: all effects for everyone, as value in the base year",
        )),
        Block::Facts(society(value)),
        Block::Heading(text!(
            nb: "For kommunen: bare egne penger, i faste priser", nn: "For kommunen: berre eigne pengar, i faste prisar",
            en: "For the municipality: its own money only, in constant prices",
        )),
        Block::Facts(organisation(value)),
        Block::Heading(text!(nb: "År for år", nn: "År for år", en: "Year by year")),
        Block::Table(years(&value.years)),
        Block::Paragraph(how_to_read_years()),
        Block::Heading(
            text!(nb: "Hva nåverdien kommer av", nn: "Kva noverdien kjem av", en: "Where the present value comes from"),
        ),
        Block::Table(rows(value)),
    ];
    if !value.with_capital_costs && value.invests() {
        blocks.push(Block::Note(text!(
            nb: "Kapitalkostnad er ikke med: a3.yaml har ikke «kalkyle.lån», så renter og avdrag på investeringen står ikke i budsjett drift.", nn: "Kapitalkostnad er ikkje med: a3.yaml har ikkje «kalkyle.lån», så renter og avdrag på investeringa står ikkje i budsjett drift.",
            en: "Capital cost is not included: a3.yaml has no “kalkyle.lån”, so interest and repayments are not in the running budget.",
        )));
    }
    blocks
}

fn kroner(name: Text, amount: Kroner) -> Fact {
    Fact::new(name, Cell::Kroner(amount))
}

fn society(value: &Valuation) -> Vec<Fact> {
    let mut facts = vec![
        kroner(npv_words(), value.npv),
        kroner(
            text!(nb: "  av dette i analyseperioden", nn: "  av dette i analyseperioden", en: "  of which in the analysis period"),
            value.npv_in_period,
        ),
        kroner(
            text!(nb: "  av dette restverdi", nn: "  av dette restverdi", en: "  of which residual value"),
            value.residual,
        ),
        kroner(tax_words(), value.tax_effect)
            .noted(text!(nb: "er med i NNV", nn: "er med i NNV", en: "included in NPV")),
        public_return(value.npv_per_public_krone),
    ];
    facts.extend(value.npv_per_invested_krone.map(|ratio| {
        Fact::new(
            text!(nb: "NNV per investert krone", nn: "NNV per investert krone", en: "NPV per invested krone"),
            Cell::Ratio(ratio),
        )
    }));
    facts.push(benefit_cost(value));
    facts.push(internal_rate(value));
    facts.extend(value.annuity.map(|annuity| {
        kroner(text!(nb: "Annuitet", nn: "Annuitet", en: "Annuity"), annuity).noted(text!(
            nb: "NNV som like store beløp hvert år saken virker", nn: "NNV som like store beløp kvart år saka verkar",
            en: "NPV as equal amounts each year the case works",
        ))
    }));
    facts
}

/// What the last line of a table of present values is called.
pub(super) fn npv_words() -> Text {
    text!(nb: "Netto nåverdi (NNV)", nn: "Netto noverdi (NNV)", en: "Net present value (NPV)")
}

pub(super) fn tax_words() -> Text {
    text!(nb: "Virkning av skattefinansiering", nn: "Verknad av skattefinansiering", en: "Effect of tax funding")
}

fn public_return(value: PublicReturn) -> Fact {
    let name = text!(nb: "NNV per offentlig krone (NNB)", nn: "NNV per offentleg krone (NNB)", en: "NPV per public krone");
    match value {
        PublicReturn::SelfFinancing => Fact::new(name, text!(nb: "selvfinansierende", nn: "sjølvfinansierande", en: "self-financing"))
            .noted(text!(nb: "det offentlige sparer", nn: "det offentlege sparer", en: "public budgets save")),
        PublicReturn::Ratio(ratio) => Fact::new(name, Cell::Ratio(ratio)),
        PublicReturn::Undefined => Fact::new(name, Cell::Empty)
            .noted(text!(nb: "ingen netto offentlig utgift", nn: "inga netto offentleg utgift", en: "no net public outlay")),
    }
}

fn benefit_cost(value: &Valuation) -> Fact {
    let name =
        text!(nb: "Nytte delt på kostnad (N/K)", nn: "Nytte delt på kostnad (N/K)", en: "Benefit/cost ratio");
    match value.benefit_cost {
        Some(ratio) => Fact::new(name, Cell::Ratio(ratio)),
        None => Fact::new(name, Cell::Empty).noted(
            text!(nb: "ingen kostnad å dele på", nn: "ingen kostnad å dele på", en: "no cost to divide by"),
        ),
    }
}

fn internal_rate(value: &Valuation) -> Fact {
    let name = text!(nb: "Internrente", nn: "Internrente", en: "Internal rate of return");
    match internal_rates(&value.net_flow()).as_slice() {
        [] => Fact::new(name, text!(nb: "ingen", nn: "ingen", en: "none")),
        [rate] if value.begins_with_income() => Fact::new(name, Cell::Percent(*rate)).noted(text!(
            nb: "pengene kommer først og utgiftene etterpå: en lav rente er best her; bruk NNV", nn: "pengane kjem først og utgiftene etterpå: ei låg rente er best her; bruk NNV",
            en: "the money comes first and the costs after: here a low rate is best; use NPV",
        )),
        [rate] => Fact::new(name, Cell::Percent(*rate)),
        rates => Fact::new(name, listed(rates.iter().map(|rate| Percent(*rate)))).noted(text!(
            nb: "flere renter gir NNV lik 0; bruk NNV", nn: "fleire renter gir NNV lik 0; bruk NNV",
            en: "several rates give NPV 0; use NPV",
        )),
    }
}

fn organisation(value: &Valuation) -> Vec<Fact> {
    let name = text!(nb: "Inntjeningstid", nn: "Inntjeningstid", en: "Payback time");
    let payback = match value.payback {
        Payback::Years(_) if !value.moves_own_money() => Fact::new(name, Cell::Empty)
            .noted(text!(nb: "saken flytter ingen penger", nn: "saka flyttar ingen pengar", en: "the case moves no money")),
        Payback::Years(years) => Fact::new(name, Cell::Years(years)),
        Payback::Never => Fact::new(name, text!(nb: "aldri", nn: "aldri", en: "never")),
        Payback::Unknown => {
            let unknown = Fact::new(name, Cell::Empty);
            match value.counted_from {
                Some(year) => unknown.noted(text!(
                    nb: "det som er brukt før {year}, er ikke med", nn: "det som er brukt før {year}, er ikkje med",
                    en: "what was spent before {year} is not included"; year
                )),
                None => unknown,
            }
        }
    };
    vec![
        kroner(text!(nb: "NNV for kommunen", nn: "NNV for kommunen", en: "NPV for the municipality"), value.npv_organisation),
        payback,
        kroner(text!(nb: "Driftsbudsjettet i planperioden", nn: "Driftsbudsjettet i planperioden", en: "Running budget in the plan period"), value.plan_running_effect)
            .noted(text!(nb: "sum av fire år, pluss er penger frigjort", nn: "sum av fire år, pluss er frigjorde pengar", en: "sum of four years, plus is money freed")),
    ]
}

fn years(flows: &[YearFlow]) -> Table {
    Listing::of(flows)
        .year(|flow| flow.year)
        .thousands(text!(nb: "Gevinster", nn: "Gevinstar", en: "Gains"), |flow| flow.benefits)
        .thousands(text!(nb: "Kostnader", nn: "Kostnader", en: "Costs"), |flow| flow.costs)
        .thousands(text!(nb: "Skattevirkning", nn: "Skatteverknad", en: "Tax effect"), |flow| flow.tax_effect)
        .thousands(text!(nb: "Netto", nn: "Netto", en: "Net"), |flow| flow.net)
        .number(text!(nb: "Faktor", nn: "Faktor", en: "Factor"), |flow| flow.factor)
        .thousands(text!(nb: "Budsjett drift", nn: "Budsjett drift", en: "Running budget"), |flow| {
            flow.running_effect
        })
        .thousands(text!(nb: "Investering", nn: "Investering", en: "Investment"), |flow| {
            flow.investment.negated()
        })
        .table()
        .aside(6..8)
}

fn how_to_read_years() -> Text {
    text!(
        nb: "Gevinster, kostnader, skattevirkning og netto er samfunnets, før de regnes om med faktoren. Budsjett drift og investering er kommunens; der er pluss penger frigjort, og minus penger ut.", nn: "Gevinstar, kostnader, skatteverknad og netto er for samfunnet, før dei blir rekna om med faktoren. Budsjett drift og investering er for kommunen; der er pluss frigjorde pengar, og minus pengar ut.",
        en: "Gains, costs, tax effect and net are society's, before the factor. Running budget and investment are the municipality's; there plus is money freed, and minus money out.",
    )
}

fn rows(value: &Valuation) -> Table {
    let amount = |amount| [Cell::blank(), Cell::Thousands(amount)];
    Listing::of(&value.rows)
        .text(text!(nb: "Post", nn: "Post", en: "Item"), |item| &item.name)
        .text(text!(nb: "Slag", nn: "Slag", en: "Kind"), |item| kind(item.kind))
        .thousands(text!(nb: "Nåverdi", nn: "Noverdi", en: "Present value"), |item| item.present_value)
        .table()
        .rows([row([tax_words().into()], amount(value.tax_effect))])
        .total(row([npv_words().into()], amount(value.npv)))
}

/// What a row is, in words.
pub(super) const fn kind(kind: RowKind) -> Words {
    match kind {
        RowKind::Benefit(benefit) => benefit.words(),
        RowKind::Cost(cost) => cost.words(),
        RowKind::Transfer(_) => words!(nb: "overføring", nn: "overføring", en: "transfer"),
    }
}

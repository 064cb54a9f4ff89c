//! Cases and organisations built by hand, for what a file does not have to be read for.

use a3::model::{
    Amount, Assumption, Avoids, Benefit, BenefitKind, BudgetLine, CalculationRules, Case, Cost, CostKind,
    Distribution, Estimate, Frames, Method, Organisation, Phase, Position, Recipient, Rounding, Surcharges,
    Value,
};
use a3::quantity::{Context, Formula, Quantity};
use a3::rates::{DiscountRates, REAL_GROWTH_OF_TIME, RateStep};
use a3::units::{Decimal, Hours, Kroner, Rate, Share, Year};
use std::collections::BTreeMap;

pub(crate) fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(&text.replace(' ', "")).unwrap_or_else(|error| panic!("{text}: {error}"))
}

pub(crate) fn kroner(text: &str) -> Kroner {
    Kroner::new(decimal(text))
}

pub(crate) fn share(text: &str) -> Share {
    Share::new(decimal(text))
}

pub(crate) fn rate(text: &str) -> Rate {
    Rate::new(decimal(text))
}

pub(crate) fn year(number: u16) -> Year {
    Year::new(number).unwrap()
}

fn context() -> Context {
    Context { hours_per_fte: Hours::new(Decimal::from(1750)), workdays: 230 }
}

pub(crate) fn quantity(text: &str) -> Quantity {
    Quantity::parse(text, &context()).unwrap_or_else(|finding| panic!("{text}: {finding:?}"))
}

/// A value written in place: `320 000 kr/år`.
pub(crate) fn value(text: &str) -> Value {
    Value::Estimate(Estimate::Certain(quantity(text)))
}

/// One amount.
pub(crate) fn single(text: &str) -> Amount {
    Amount::Single(value(text))
}

/// First, second … year of the case.
pub(crate) fn by_case_year(texts: &[&str]) -> Amount {
    Amount::ByCaseYear(texts.iter().map(|text| value(text)).collect())
}

/// Calendar years.
pub(crate) fn by_calendar_year(amounts: &[(u16, &str)]) -> Amount {
    Amount::ByCalendarYear(amounts.iter().map(|(number, text)| (year(*number), value(text))).collect())
}

/// A calculation over the case's assumptions.
pub(crate) fn formula(text: &str) -> Amount {
    let formula = Formula::parse(text, &context()).unwrap_or_else(|findings| panic!("{text}: {findings:?}"));
    Amount::Single(Value::Formula(formula))
}

pub(crate) fn certain(name: &str, text: &str) -> Assumption {
    assumption(name, Estimate::Certain(quantity(text)))
}

pub(crate) fn three_point(name: &str, low: &str, mode: &str, high: &str) -> Assumption {
    let estimate = Estimate::ThreePoint { low: quantity(low), mode: quantity(mode), high: quantity(high) };
    assumption(name, estimate)
}

fn assumption(name: &str, estimate: Estimate) -> Assumption {
    Assumption { name: name.to_owned(), estimate, source: None, shared: false }
}

/// A gain of the organisation that avoids today's expense, taken out in full.
pub(crate) fn avoided(name: &str, amount: Amount) -> Benefit {
    Benefit {
        name: name.to_owned(),
        kind: BenefitKind::AvoidedCost,
        recipient: Recipient::Organisation,
        amount: Some(amount),
        estimated: false,
        position: None,
        take_out: Share::WHOLE,
        avoids: Avoids::TodaysExpense,
        transfer: None,
        phase_in: vec![Share::WHOLE],
        phased: false,
        life: None,
        budget_lines: Vec::new(),
        quality: None,
        source: None,
    }
}

/// Working time of helsefagarbeidere that is saved, and the share of it that is taken out.
pub(crate) fn saved_time(name: &str, amount: Amount, take_out: &str) -> Benefit {
    Benefit {
        kind: BenefitKind::SavedTime,
        position: Some("helsefagarbeider".to_owned()),
        take_out: share(take_out),
        ..avoided(name, amount)
    }
}

/// A cost paid out in full.
pub(crate) fn cost(name: &str, kind: CostKind, amount: Amount) -> Cost {
    Cost {
        name: name.to_owned(),
        kind,
        amount,
        calculated: false,
        position: None,
        paid_out: Share::WHOLE,
        transfer: None,
        life: None,
        repayment_years: None,
        budget_lines: Vec::new(),
        source: None,
    }
}

/// A budget line `3210 257 010` with a share.
pub(crate) fn line(codes: &str, part: &str) -> BudgetLine {
    let mut codes = codes.split(' ').map(str::to_owned);
    let mut next = || codes.next().unwrap();
    BudgetLine { unit: next(), function: next(), art: next(), share: share(part) }
}

/// A case from 2027 with these rows, living this long.
pub(crate) fn case(life: u16, benefits: Vec<Benefit>, costs: Vec<Cost>) -> Case {
    Case {
        id: "sak".to_owned(),
        title: "Sak".to_owned(),
        area: "Stab".to_owned(),
        owner: "Lars Linjeleder".to_owned(),
        phase: Phase::DeepDive,
        assumptions: Vec::new(),
        benefits,
        costs,
        start: Some(year(2027)),
        prices: None,
        passed: None,
        latest_start: None,
        life: Some(life),
        capacity: Vec::new(),
        requires: Vec::new(),
        excludes: Vec::new(),
        duties: Vec::new(),
        broken_duties: Vec::new(),
        deadlines: Vec::new(),
        decision: None,
        new_practice: Vec::new(),
        measurements: Vec::new(),
        losses: Vec::new(),
    }
}

/// One rate for ever.
pub(crate) fn flat(percent: &str) -> DiscountRates {
    DiscountRates::Steps(vec![RateStep { until: None, rate: rate(percent) }])
}

/// Solvik kommune: the a3.yaml of format.md, without lån.
pub(crate) fn solvik() -> Organisation {
    let surcharges = Surcharges { pension: rate("0.15"), employer_levy: rate("0.141") };
    let nurse = Position::from_wage(kroner("520 000"), surcharges).unwrap();
    let adviser = Position::from_annual_cost(kroner("950 000"), surcharges).unwrap();
    Organisation {
        name: Some("Solvik kommune".to_owned()),
        budget_year: year(2027),
        rules: CalculationRules {
            discount: DiscountRates::R109,
            base_year: year(2027),
            period: 10,
            tax_cost: rate("0.2"),
            distribution: Distribution::Pert,
            time_values: BTreeMap::new(),
            workdays: 230,
            hours_per_fte: Hours::new(Decimal::from(1750)),
            real_growth: Rate::new(REAL_GROWTH_OF_TIME),
            loan: None,
            deflator: BTreeMap::new(),
            growth: BTreeMap::new(),
            rounding: Rounding::Nearest,
        },
        positions: [("helsefagarbeider".to_owned(), nurse), ("rådgiver".to_owned(), adviser)].into(),
        surcharges,
        shared: Vec::new(),
        areas: vec!["Stab".to_owned()],
        goals: Vec::new(),
        requirements: Vec::new(),
        frames: Frames::default(),
        method: Method::NetPresentValue,
        locked: BTreeMap::new(),
        smallest_position: share("0.2"),
        budget: None,
        defaults: Vec::new(),
    }
}

//! Published figures, each with its source in tests/reference/*.csv, met through the same door as every case.

use super::sample::{
    avoided, by_calendar_year, case, cost, decimal, flat, kroner, rate, single, solvik, year,
};
use a3::calc::{Discounting, Payback, Valuation, appraise, internal_rates};
use a3::model::{Amount, Benefit, Case, CostKind, Estimate, Organisation, Recipient, Value};
use a3::quantity::{Base, Dimension, Quantity};
use a3::rates::{DiscountRates, RateStep};
use a3::units::{Decimal, Factor, Kroner, Year, round};

/// The rows of a reference file, without the headings.
fn rows(text: &str) -> Vec<csv::StringRecord> {
    let rows: Vec<_> = csv::Reader::from_reader(text.as_bytes()).records().map(Result::unwrap).collect();
    assert!(!rows.is_empty());
    rows
}

/// `-100 20*3` is −100, 20, 20, 20 from the year 2000 on.
fn flow(text: &str) -> Vec<(Year, Kroner)> {
    let repeated = text.split(' ').flat_map(|part| {
        let (amount, times) = part.split_once('*').unwrap_or((part, "1"));
        std::iter::repeat_n(kroner(amount), times.parse().unwrap())
    });
    (0..).zip(repeated).map(|(k, amount)| (year(2000).later(k), amount)).collect()
}

/// An organisation that counts from 2000 at these rates.
fn from_2000(discount: DiscountRates) -> Organisation {
    let mut organisation = solvik();
    organisation.budget_year = year(2000);
    organisation.rules.base_year = year(2000);
    organisation.rules.discount = discount;
    organisation
}

/// A flow as a gain of others, which carries no tax.
fn valued(flow: &[(Year, Kroner)], organisation: &Organisation) -> Valuation {
    let gain = Benefit { recipient: Recipient::Residents, ..avoided("flyt", dated(flow)) };
    let case = Case { start: Some(year(2000)), ..case(1, vec![gain], vec![]) };
    appraise(&case, organisation).unwrap().value.unwrap()
}

fn dated(flow: &[(Year, Kroner)]) -> Amount {
    let value = |amount: Kroner| {
        Value::Estimate(Estimate::Certain(Quantity::new(amount.value(), Dimension::of(Base::Krone))))
    };
    Amount::ByCalendarYear(flow.iter().map(|(year, amount)| (*year, value(*amount))).collect())
}

#[test]
fn internal_rates_are_the_published_ones() {
    for row in rows(include_str!("../reference/internal_rates.csv")) {
        let published: Vec<_> = row[1].split_whitespace().map(|rate| round(decimal(rate), 9)).collect();
        assert_eq!(internal_rates(&flow(&row[0])), published, "{row:?}");
    }
}

#[test]
fn present_values_are_the_published_ones() {
    for row in rows(include_str!("../reference/present_values.csv")) {
        let npv = valued(&flow(&row[1]), &from_2000(flat(&row[0]))).npv;
        // Cells have 8 decimals, so no sum has more that mean anything.
        let decimals = row[3].parse::<u32>().unwrap().min(7);
        assert_eq!(round(npv.value(), decimals), round(decimal(&row[2]), decimals), "{row:?}");
    }
}

#[test]
fn tenths_are_exact_at_no_interest() {
    assert_eq!(valued(&flow("0.1 0.2"), &from_2000(flat("0"))).npv, kroner("0.3"));
    assert_eq!(valued(&flow("-100 110"), &from_2000(flat("0.1"))).npv, Kroner::ZERO);
}

fn steps(steps: &[(u16, &str)], last: &str) -> DiscountRates {
    let until =
        |(end, percent): &(u16, &str)| RateStep { until: Some(year(2000).later(*end)), rate: rate(percent) };
    let mut steps: Vec<_> = steps.iter().map(until).collect();
    steps.push(RateStep { until: None, rate: rate(last) });
    DiscountRates::Steps(steps)
}

fn schedule(name: &str) -> DiscountRates {
    match name {
        "R-109" => DiscountRates::R109,
        "green-book" => flat("0.035"),
        "declining" => {
            let bands = [(30, "0.035"), (75, "0.03"), (125, "0.025"), (200, "0.02"), (300, "0.015")];
            steps(&bands, "0.01")
        }
        percent => flat(percent),
    }
}

#[test]
fn discount_factors_are_the_published_tables() {
    for row in rows(include_str!("../reference/discount_factors.csv")) {
        let table = Discounting::of(year(2000), schedule(&row[0]));
        let at = year(2000).later(row[1].parse().unwrap());
        let published = decimal(&row[2]);
        let factor = table.factor(at).unwrap();
        assert_eq!(round(factor.value(), published.scale()), published, "{row:?}");
        assert_eq!(table.factors(year(2000), at).unwrap().last(), Some(&factor), "{row:?}");
    }
}

#[test]
fn sums_of_factors_are_the_published_annuities() {
    for row in rows(include_str!("../reference/annuity_sums.csv")) {
        let life = row[2].parse::<u16>().unwrap() - row[1].parse::<u16>().unwrap() + 1;
        let start = year(2000).later(row[1].parse().unwrap());
        let gain = avoided("a", single("1 kr/år"));
        let case = Case { start: Some(start), ..case(life, vec![gain], vec![]) };
        let value = appraise(&case, &from_2000(schedule(&row[0]))).unwrap().value.unwrap();
        let published = decimal(&row[3]);
        assert_eq!(round(value.annuity_factor.value(), published.scale()), published, "{row:?}");
    }
}

#[test]
fn factors_before_the_base_year_are_above_one() {
    let table = Discounting::of(year(2022), flat("0.04"));
    assert_eq!(table.factor(year(2020)), Ok(Factor::new(decimal("1.0816"))));
    let both = table.factors(year(2021), year(2023)).unwrap();
    assert_eq!(both[..2], [Factor::new(decimal("1.04")), Factor::ONE]);
}

#[test]
fn paybacks_are_the_published_ones() {
    for row in rows(include_str!("../reference/paybacks.csv")) {
        let gain = avoided("inn", dated(&flow(&row[1])));
        let outlay =
            cost("ut", CostKind::Investment, by_calendar_year(&[(2000, &format!("{} kr", &row[0]))]));
        let case = Case { start: Some(year(2000)), ..case(3, vec![gain], vec![outlay]) };
        let value = appraise(&case, &from_2000(flat("0"))).unwrap().value.unwrap();
        let published = if &row[2] == "aldri" { Payback::Never } else { Payback::Years(decimal(&row[2])) };
        assert_eq!(value.payback, published, "{row:?}");
    }
}

// ---- FRAM: five whole runs, see tests/reference/fram/README.md

struct Published {
    name: String,
    whole_life: Decimal,
    period: Decimal,
    flow: Vec<(Year, Kroner)>,
}

fn fram(text: &str) -> Vec<Published> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let years: Vec<Year> =
        reader.headers().unwrap().iter().skip(3).map(|text| year(text.parse().unwrap())).collect();
    let row = |row: csv::StringRecord| Published {
        name: row[0].to_owned(),
        whole_life: decimal(&row[1]),
        period: decimal(&row[2]),
        flow: years.iter().copied().zip(row.iter().skip(3).map(kroner)).collect(),
    };
    reader.records().map(|record| row(record.unwrap())).collect()
}

fn carries_tax(name: &str) -> bool {
    name.starts_with("Investeringskostnader") || name == "Endring i vedlikeholdskostnader"
}

fn kystverket() -> Organisation {
    let mut organisation = from_2000(DiscountRates::Steps(vec![
        RateStep { until: Some(year(2065)), rate: rate("0.04") },
        RateStep { until: None, rate: rate("0.03") },
    ]));
    organisation.budget_year = year(2022);
    organisation.rules.base_year = year(2022);
    organisation.rules.period = 44;
    organisation
}

fn as_case(published: &[Published]) -> Case {
    let mut case = Case { start: Some(year(2022)), ..case(79, vec![], vec![]) };
    for row in published {
        if carries_tax(&row.name) {
            let outlays: Vec<_> = row.flow.iter().map(|(year, flow)| (*year, flow.negated())).collect();
            let invested = row.name.starts_with("Investering");
            let kind = if invested { CostKind::Investment } else { CostKind::Running };
            case.costs.push(cost(&row.name, kind, dated(&outlays)));
        } else {
            let gain = avoided(&row.name, dated(&row.flow));
            case.benefits.push(Benefit { recipient: Recipient::Business, ..gain });
        }
    }
    case
}

/// Within 1e-9 of the published figure, which was printed from floats.
#[track_caller]
fn meets(actual: Kroner, published: Decimal, what: &str) {
    let off = (actual.value() - published).abs();
    assert!(
        off <= published.abs() * decimal("0.000000001") + decimal("0.0001"),
        "{what}: {actual:?} {published}"
    );
}

fn meets_run(text: &str) {
    let mut published = fram(text);
    let net = published.pop().unwrap();
    let tax = published.pop().unwrap();
    assert_eq!(net.name, "Samfunnsøkonomisk overskudd");
    assert_eq!(tax.name, "Skattefinansieringskostnader");
    let factors = published.remove(1).flow;
    published.remove(0);
    let value = appraise(&as_case(&published), &kystverket()).unwrap().value.unwrap();

    for row in &published {
        let found = value.rows.iter().find(|value| value.name == row.name).unwrap();
        meets(found.present_value.unwrap(), row.whole_life, &row.name);
        let period = found.cells.iter().filter(|cell| cell.year <= year(2065)).map(|cell| cell.present_value);
        meets(Kroner::sum(period).unwrap(), row.period, &row.name);
    }
    meets(value.tax_effect, tax.whole_life, &tax.name);
    meets(value.npv, net.whole_life, &net.name);
    meets(value.npv_in_period, net.period, &net.name);
    let published =
        |row: &Published, at: Year| row.flow.iter().find(|(year, _)| *year == at).unwrap().1.value();
    for at in &value.years {
        meets(at.tax_effect, published(&tax, at.year), "tax of a year");
        meets(at.net, published(&net, at.year), "net of a year");
        let factor = factors.iter().find(|(year, _)| *year == at.year).unwrap().1;
        assert_eq!(round(at.factor.value(), 12), round(factor.value(), 12));
    }
}

#[test]
fn fram_strekning_8_is_met() {
    meets_run(include_str!("../reference/fram/Strekning8_output7.csv"));
}

#[test]
fn fram_strekning_9_is_met() {
    meets_run(include_str!("../reference/fram/Strekning9_output22.csv"));
}

#[test]
fn fram_strekning_10_is_met() {
    meets_run(include_str!("../reference/fram/Strekning10_output80.csv"));
}

#[test]
fn fram_strekning_11_is_met() {
    meets_run(include_str!("../reference/fram/Strekning11_output11.csv"));
}

#[test]
fn fram_strekning_12_is_met() {
    meets_run(include_str!("../reference/fram/Strekning12.2_output2.csv"));
}

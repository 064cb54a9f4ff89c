//! The case and the a3.yaml of format.md, worked with exact fractions outside this program
//! ("A worked example"; every figure below to the last digit shown there).

use super::sample::{
    by_case_year, case, certain, cost, decimal, formula, kroner, line, quantity, rate, saved_time, share,
    single, solvik, three_point, year,
};
use a3::calc::{
    Appraisal, Basis, Booking, Calculator, Payback, PublicReturn, Valuation, appraise, appraise_from,
    expected_values, internal_rates, split_by_art,
};
use a3::model::{BenefitKind, Case, CostKind, Extent, Loan, Organisation, Quality, Recipient, Size};
use a3::units::{Decimal, Fte, Kroner, round};

pub(crate) fn digital_supervision() -> Case {
    let time = a3::model::Benefit {
        phase_in: ["0.25", "0.8", "1"].map(share).to_vec(),
        phased: true,
        budget_lines: vec![line("3210 257 010", "1")],
        ..saved_time(
            "Spart tid til kjøring og tilsyn",
            formula("brukere × tilsyn_per_natt × andel_digital × (tid_fysisk − tid_digital)"),
            "0.5",
        )
    };
    let kilometres = a3::model::Benefit {
        budget_lines: vec![line("3210 257 170", "1")],
        ..super::sample::avoided("Færre kjørte kilometer", formula("18 000 km/år × 5 kr/km"))
    };
    let sleep = a3::model::Benefit {
        kind: BenefitKind::Quality,
        recipient: Recipient::Residents,
        amount: None,
        quality: Some(Quality { importance: Size::High, extent: Extent::MediumPositive }),
        ..super::sample::avoided("Bedre nattesøvn", single("0 kr/år"))
    };
    let sensors = a3::model::Cost {
        repayment_years: Some(8),
        ..cost("Sensorer", CostKind::Investment, single("1.1 mill. kr"))
    };
    let training = a3::model::Cost {
        position: Some("helsefagarbeider".to_owned()),
        paid_out: share("0.3"),
        ..cost("Opplæring", CostKind::Restructuring, formula("45 ansatte × 8 timer"))
    };
    let licence = a3::model::Cost {
        budget_lines: vec![line("3210 257 195", "1")],
        ..cost("Lisens", CostKind::Running, single("320 000 kr/år"))
    };
    Case {
        assumptions: vec![
            certain("brukere", "60 brukere"),
            certain("tilsyn_per_natt", "2 tilsyn/døgn"),
            three_point("andel_digital", "40 %", "60 %", "70 %"),
            certain("tid_fysisk", "20 min"),
            three_point("tid_digital", "3 min", "5 min", "8 min"),
        ],
        ..case(8, vec![time, kilometres, sleep], vec![sensors, training, licence])
    }
}

/// The a3.yaml of format.md: lån included.
pub(crate) fn solvik_with_loan() -> Organisation {
    let mut organisation = solvik();
    organisation.rules.loan =
        Some(Loan { rate: rate("0.045"), repayment_years: 20, unit: Some("9000".to_owned()) });
    organisation
}

fn appraisal() -> Appraisal {
    appraise(&digital_supervision(), &solvik_with_loan()).unwrap()
}

fn value() -> Valuation {
    appraisal().value.unwrap()
}

/// Asserts a figure to the digits the reference shows.
#[track_caller]
fn shows(actual: Decimal, expected: &str) {
    let expected = decimal(expected);
    assert_eq!(round(actual, expected.scale()), expected, "{actual}");
}

#[test]
fn expected_values_are_weighted_by_pert() {
    let values = expected_values(&digital_supervision(), &solvik()).unwrap();
    shows(values["andel_digital"].value(), "0.58333333");
    let minutes = values["tid_digital"].in_units_of(quantity("1 min").dimension()).unwrap();
    shows(minutes, "5.16666667");
}

#[test]
fn the_potential_is_the_headline_of_the_worked_example() {
    let potential = appraisal().potential;
    shows(potential.budget.value(), "1318172.40");
    shows(potential.reallocated.value(), "1234616.514444");
    assert_eq!((potential.other_public, potential.others), (Kroner::ZERO, Kroner::ZERO));
    shows(potential.hours.value(), "6316.52777778");
    shows(potential.fte.value(), "3.60944444");
    shows(potential.running.value(), "320000");
    shows(potential.net_budget.value(), "998172.40");
    shows(potential.net.value(), "2232788.914444");
    assert_eq!(potential.basis, Basis::Calculated);
    assert_eq!(potential.fte_taken_out, Fte::new(decimal("1.8")));
    shows(potential.rows[0].money.unwrap().value(), "2462788.914444");
    shows(potential.rows[0].own.value(), "1228172.40");
    shows(potential.rows[0].own_hours.value(), "3150");
}

/// The table: år, d, whole årsverk, budsjett time, time gross, costs, virkning, netto, kommunen.
const YEARS: [[&str; 9]; 8] = [
    [
        "2027",
        "1",
        "0.4",
        "272927.20",
        "615697.2286",
        "1560362.56",
        "-219836.3136",
        "-1074501.6450",
        "-1099181.568",
    ],
    [
        "2028",
        "0.9615384615",
        "1.4",
        "955245.20",
        "1987963.2117",
        "320000",
        "146768.4814",
        "1904731.6931",
        "725245.20",
    ],
    [
        "2029",
        "0.9245562130",
        "1.8",
        "1228172.40",
        "2507318.6008",
        "320000",
        "204075.7970",
        "2481394.3978",
        "998172.40",
    ],
    [
        "2030",
        "0.8889963587",
        "1.8",
        "1228172.40",
        "2529884.4682",
        "320000",
        "206326.4792",
        "2506210.9474",
        "998172.40",
    ],
    [
        "2031",
        "0.8548041910",
        "1.8",
        "1228172.40",
        "2552653.4284",
        "320000",
        "208597.4175",
        "2531250.8459",
        "998172.40",
    ],
    [
        "2032",
        "0.8219271068",
        "1.8",
        "1228172.40",
        "2575627.3093",
        "320000",
        "210888.7943",
        "2556516.1036",
        "998172.40",
    ],
    [
        "2033",
        "0.7903145257",
        "1.8",
        "1228172.40",
        "2598807.9551",
        "320000",
        "213200.7934",
        "2582008.7485",
        "998172.40",
    ],
    [
        "2034",
        "0.7599178132",
        "1.8",
        "1228172.40",
        "2622197.2267",
        "320000",
        "215533.6006",
        "2607730.8272",
        "998172.40",
    ],
];

#[test]
fn every_year_is_the_table_of_the_worked_example() {
    let value = value();
    assert_eq!(value.years.len(), YEARS.len());
    for ((at, cell), row) in value.years.iter().zip(&value.rows[0].cells).zip(YEARS) {
        let [number, factor, fte, own, gross, costs, tax, net, cash] = row;
        assert_eq!(at.year.number().to_string(), number);
        shows(at.factor.value(), factor);
        assert_eq!(at.fte_taken_out, Fte::new(decimal(fte)));
        shows(cell.own.value(), own);
        shows(cell.flow.value(), gross);
        shows(at.costs.value(), costs);
        shows(at.tax_effect.value(), tax);
        shows(at.net.value(), net);
        shows(at.own_cash.value(), cash);
    }
    let growth =
        ["1", "1.009", "1.018081", "1.02724373", "1.03648892", "1.04581732", "1.05522968", "1.06472675"];
    for (cell, expected) in value.rows[0].cells.iter().zip(growth) {
        shows(cell.growth.value(), expected);
    }
}

#[test]
fn present_values_add_up_to_the_nnv_of_the_worked_example() {
    let value = value();
    let expected = [
        ("Spart tid til kjøring og tilsyn", "15439942.19733182"),
        ("Færre kjørte kilometer", "630184.92029536"),
        ("Sensorer", "-1100000"),
        ("Opplæring", "-140362.56"),
        ("Lisens", "-2240657.49438349"),
    ];
    let rows: Vec<_> = value.rows.iter().map(|row| (row.name.as_str(), row.present_value)).collect();
    assert_eq!(rows, expected.map(|(name, figure)| (name, Some(kroner(figure)))));
    assert_eq!(value.tax_effect, kroner("977318.93057010"));
    assert_eq!(value.npv, kroner("13566425.99381379"));
    assert_eq!((value.npv_in_period, value.residual), (value.npv, Kroner::ZERO));
}

#[test]
fn the_other_measures_are_those_of_the_worked_example() {
    let value = value();
    shows(value.npv_organisation.value(), "4629473.74683363");
    shows(value.public_outlay.value(), "-4886594.6529");
    assert_eq!(value.npv_per_public_krone, PublicReturn::SelfFinancing);
    shows(value.npv_per_invested_krone.unwrap(), "12.333114540");
    // 15 439 942.197 + 630 184.920 of gains and 977 318.931 of tax saved, over 1 100 000 + 140 362.56 + 2 240 657.494.
    shows(value.benefit_cost.unwrap(), "4.897255914");
    shows(value.annuity.unwrap().value(), "1937492.155272");
    shows(value.annuity_factor.value(), "7.00205467");
    shows(value.plan_effect.value(), "5279172.1506");
    let Payback::Years(years) = value.payback else { panic!("{:?}", value.payback) };
    shows(years, "2.374621025");
    assert_eq!(internal_rates(&value.net_flow()), [decimal("1.956927473")]);
}

#[test]
fn the_running_effect_has_the_loan_and_the_investment_stands_apart() {
    let value = value();
    let expected = ["818.432", "538245.20", "817359.90", "823547.40"].map(kroner);
    assert_eq!(value.running_effect, expected);
    assert_eq!(value.plan_running_effect, Kroner::sum(expected).unwrap());
    assert!(value.with_capital_costs);
    let investment: Vec<_> = value.years.iter().map(|year| year.investment).collect();
    assert_eq!(investment[0], kroner("1100000"));
    assert!(investment[1..].iter().all(|amount| amount.is_zero()));
}

#[test]
fn without_a_loan_the_running_effect_is_without_capital_costs() {
    let value = appraise(&digital_supervision(), &solvik()).unwrap().value.unwrap();
    assert_eq!(value.running_effect, ["818.432", "725245.20", "998172.40", "998172.40"].map(kroner));
    assert!(!value.with_capital_costs);
    assert_eq!(value.years[0].capital_cost, None);
}

#[test]
fn time_taken_out_is_booked_on_wage_pension_and_levy() {
    let (case, organisation) = (digital_supervision(), solvik_with_loan());
    let calculator = Calculator::new(&organisation);
    let effects = calculator.budget_effects(&case, case.schedule().unwrap()).unwrap();
    let time = |number| {
        let of_year = effects.iter().filter(move |effect| effect.year == year(number));
        let time = of_year.filter(|effect| effect.row.starts_with("Spart tid"));
        time.map(|effect| (effect.art.as_deref().unwrap(), effect.amount.negated())).collect::<Vec<_>>()
    };
    let split =
        |wage, pension, levy| vec![("010", kroner(wage)), ("090", kroner(pension)), ("099", kroner(levy))];
    assert_eq!(time(2027), split("208000", "31200", "33727.20"));
    assert_eq!(time(2028), split("728000", "109200", "118045.20"));
    assert_eq!(time(2029), split("936000", "140400", "151772.40"));
    assert_eq!(time(2030), time(2029));
    let loan: Vec<_> = effects
        .iter()
        .filter(|effect| matches!(effect.booking, Booking::Interest | Booking::Repayment))
        .map(|effect| (effect.year.number(), effect.art.as_deref().unwrap(), effect.amount))
        .collect();
    assert_eq!(loan[..2], [(2028, "500", kroner("49500")), (2028, "510", kroner("137500"))]);
    assert_eq!(loan[4], (2030, "500", kroner("37125")));
}

#[test]
fn the_budget_effects_add_up_to_the_running_effect_with_the_opposite_sign() {
    let (case, organisation) = (digital_supervision(), solvik_with_loan());
    let calculator = Calculator::new(&organisation);
    let effects = calculator.budget_effects(&case, case.schedule().unwrap()).unwrap();
    for (number, expected) in organisation.plan_years().into_iter().zip(value().running_effect) {
        let running = effects.iter().filter(|effect| effect.booking != Booking::Investment);
        let sum = Kroner::sum(running.filter(|effect| effect.year == number).map(|effect| effect.amount));
        assert_eq!(sum.unwrap().negated(), expected);
    }
}

#[test]
fn a_split_adds_up_to_what_was_split() {
    let position = solvik().positions["rådgiver"];
    let amount = kroner("123456.78");
    let split = split_by_art(&position, amount).unwrap();
    assert_eq!(Kroner::sum([split.wage, split.pension, split.levy]), Ok(amount));
}

#[test]
fn quality_is_plus_three_and_no_money() {
    let appraisal = appraisal();
    assert_eq!(appraisal.quality.len(), 1);
    assert_eq!(appraisal.quality[0].score, 3);
    assert_eq!(appraisal.value.unwrap().rows.len(), 5);
}

#[test]
fn another_start_moves_everything_but_the_clock() {
    let later =
        appraise_from(&digital_supervision(), &solvik_with_loan(), year(2029)).unwrap().value.unwrap();
    assert_eq!(later.years[0].year, year(2029));
    shows(later.years[0].factor.value(), "0.9245562130");
    // Time is worth 0.9 % more a year, counted from budsjettår and not from the start.
    shows(later.rows[0].cells[0].flow.value(), "626829.6502");
    assert!(later.npv < value().npv);
}

#[test]
fn without_levetid_only_the_potential_is_calculated() {
    let case = Case { life: None, ..digital_supervision() };
    let appraisal = appraise(&case, &solvik()).unwrap();
    assert_eq!(appraisal.value, None);
    shows(appraisal.potential.net.value(), "2232788.914444");
}

#[test]
fn a_list_in_a_formula_case_is_not_mixed_up_with_innfasing() {
    let mut case = digital_supervision();
    case.benefits[1].amount = Some(by_case_year(&["10 000 kr", "90 000 kr/år"]));
    let value = appraise(&case, &solvik()).unwrap().value.unwrap();
    let flows: Vec<_> = value.rows[1].cells.iter().map(|cell| cell.flow).collect();
    assert_eq!(flows[..3], ["10000", "90000", "90000"].map(kroner));
}

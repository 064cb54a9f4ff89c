//! The simulation: the same rules as the exact calculation, the same draws whatever else there is.

#![allow(clippy::float_arithmetic, reason = "the simulation is held against the exact figures in floats")]

use super::portfolio::{here, today};
use super::properties::random_case;
use super::sample::{decimal, line, rate, share, solvik, year};
use super::worked_example::{digital_supervision, solvik_with_loan};
use a3::calc::{Calculator, Valuation};
use a3::model::{Amount, Case, Estimate, Loan, Organisation, Phase, Value};
use a3::quantity::Quantity;
use a3::report;
use a3::simulate::{CompiledCase, DrawValues};
use a3::units::{Decimal, HourlyCost, Kroner, Share, Year};
use proptest::prelude::*;

fn exact(amount: Kroner) -> f64 {
    amount.value().as_f64()
}

/// The most two ways of adding the same figures may differ: a billionth of what is added.
fn tolerance(value: &Valuation) -> f64 {
    let rows = value.rows.iter().flat_map(|row| &row.cells);
    let flows: f64 = rows.map(|cell| exact(cell.flow.abs()) + exact(cell.own.abs())).sum();
    // Capital costs of what was bought before the budget year are in no row.
    let effects: f64 = value.running_effect.iter().map(|effect| exact(effect.abs())).sum();
    1e-9 * (flows + effects).max(1.0)
}

/// Holds a compiled case, at its expected values, against the exact calculation at every start.
#[track_caller]
pub(crate) fn agrees(case: &Case, organisation: &Organisation) {
    let calculator = Calculator::new(organisation);
    let starts: Vec<Year> =
        case.start.map(|start| start.through(start.later(3)).collect()).unwrap_or_default();
    let compiled = CompiledCase::new(&calculator, case, &starts).unwrap();
    let found = compiled.at_expected_values();
    assert_eq!(found.len(), if case.life.is_some() { starts.len() } else { 0 });
    for (start, found) in starts.iter().zip(found) {
        let value = calculator.appraise_from(case, *start).unwrap().value.unwrap();
        let close = |one: f64, other: Kroner, what: &str| {
            let off = (one - exact(other)).abs();
            assert!(off <= tolerance(&value), "{} from {start:?}, {what}: {one} and {other:?}", case.id);
        };
        close(found.npv, value.npv, "nnv");
        close(found.plan_effect, value.plan_effect, "planeffekt");
        for (place, plan_year) in organisation.plan_years().into_iter().enumerate() {
            let flow = value.years.iter().find(|flow| flow.year == plan_year);
            let of = |part: fn(&a3::calc::YearFlow) -> Kroner| flow.map_or(Kroner::ZERO, part);
            let (running, restructuring) = (value.running_effect[place], of(|flow| flow.restructuring));
            close(found.running_effect[place], running, "driftseffekt");
            close(found.savings[place], running.plus(restructuring).unwrap(), "innsparing");
            close(found.investment[place], of(|flow| flow.investment), "investering");
            close(found.restructuring[place], restructuring, "omstilling");
        }
    }
}

#[test]
fn every_example_comes_to_the_exact_figures_at_its_expected_values() {
    for example in ["examples/solvik", "examples/minimal"] {
        let appraised =
            report::appraise(&a3::repository::Repository::open(&[here(example)]).unwrap(), today()).unwrap();
        assert!(!appraised.cases.is_empty());
        for case in &appraised.cases {
            agrees(&case.case, &appraised.organisation);
        }
    }
}

#[test]
fn the_worked_example_comes_to_the_exact_figures_at_its_expected_values() {
    agrees(&digital_supervision(), &solvik_with_loan());
    let compiled =
        CompiledCase::new(&Calculator::new(&solvik_with_loan()), &digital_supervision(), &[year(2027)])
            .unwrap();
    assert!(compiled.is_uncertain());
    let DrawValues { running_effect, .. } = compiled.at_expected_values()[0];
    // The first year of the table in the worked example: 272 927,20 + 90 000 − 320 000 − 42 108,77.
    assert!((running_effect[0] - 818.432).abs() < 1e-6, "{running_effect:?}");
}

/// A random case with every way to write an amount: three points, lists, calendar years and innfasing.
fn uncertain_case() -> impl Strategy<Value = (Case, Organisation)> {
    let spread = (1i64..1_000, 1i64..1_000, 0u8..5, prop::collection::vec(0i64..=100, 0..4));
    (random_case(), prop::collection::vec(spread, 1..8), any::<u8>()).prop_map(
        |(mut case, ways, switches)| {
            let mut ways = ways.into_iter().cycle();
            let amounts = case.benefits.iter_mut().filter_map(|row| row.amount.as_mut());
            for amount in amounts.chain(case.costs.iter_mut().map(|row| &mut row.amount)) {
                *amount = spread_out(amount, &ways.next().unwrap());
            }
            for (row, (.., shares)) in case.benefits.iter_mut().zip(&mut ways) {
                if matches!(row.amount, Some(Amount::Single(_))) {
                    row.phase_in =
                        shares.iter().map(|percent| Share::new(Decimal::new(*percent, 2))).collect();
                    row.phase_in.push(Share::WHOLE);
                }
            }
            let units = [
                vec![],
                vec![line("3210 257 010", "0.3"), line("4000 254 010", "0.7")],
                vec![line("3210 257 010", "1")],
                vec![line("3210 257 040", "0.25"), line("4000 254 010", "0.35"), line("3210 257 030", "0.4")],
                vec![line("3210 257 020", "1")],
            ];
            for (row, lines) in
                case.benefits.iter_mut().zip(units.iter().cycle().skip(usize::from(switches & 3)))
            {
                row.budget_lines.clone_from(lines);
            }
            if switches & 4 == 0 {
                case.phase = Phase::Implementation;
                case.start = Some(year(2025));
            }
            (case, organisation(switches))
        },
    )
}

fn spread_out(amount: &Amount, (down, up, way, _): &(i64, i64, u8, Vec<i64>)) -> Amount {
    let Amount::Single(Value::Estimate(Estimate::Certain(mode))) = amount else { return amount.clone() };
    let moved = |by: i64| Quantity::new(mode.value() + Decimal::from(by), mode.dimension().clone());
    let points = |down: i64, up: i64| {
        Value::Estimate(Estimate::ThreePoint { low: moved(-down), mode: mode.clone(), high: moved(up) })
    };
    match way {
        0 => amount.clone(),
        1 | 2 => Amount::Single(points(*down, *up)),
        3 => Amount::ByCaseYear(vec![points(*down, *up), points(1, *down)]),
        _ => Amount::ByCalendarYear([(year(2026), points(*down, *up)), (year(2029), points(*up, 1))].into()),
    }
}

fn organisation(switches: u8) -> Organisation {
    let mut organisation = solvik();
    organisation.rules.time_values.insert(a3::model::Recipient::Residents, HourlyCost::new(decimal("230")));
    if switches & 1 == 0 {
        organisation.rules.loan = Some(Loan { rate: rate("0.045"), repayment_years: 12, unit: None });
    }
    if switches & 2 == 0 {
        organisation.smallest_position = share("0");
    }
    organisation
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_case_comes_to_the_exact_figures_at_its_expected_values((case, organisation) in uncertain_case()) {
        agrees(&case, &organisation);
    }
}

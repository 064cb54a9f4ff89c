//! The case and the a3.yaml of format.md.

use super::super::{Lowered, case, case_id, lower_case, lower_organisation, organisation};
use crate::calc::{Appraisal, appraise};
use crate::model::{self, Amount, CostKind, Estimate, From, Value};
use crate::shape;
use crate::source::Source;
use crate::units::{Decimal, Share, Year};
use crate::yaml;

const ORGANISATION: &str = include_str!("../../../tests/data/format/a3.yaml");
const CASE: &str = include_str!("../../../tests/data/format/saker/digitalt-tilsyn.yaml");

fn solvik() -> model::Organisation {
    let source = Source::new("a3.yaml", ORGANISATION);
    let parsed = yaml::parse(&source);
    assert_eq!(parsed.findings, []);
    let (document, findings) = organisation(parsed.root.as_ref().unwrap());
    assert_eq!(findings, []);
    let (organisation, findings) = lower_organisation(&document);
    assert_eq!(findings, []);
    organisation
}

fn digital_supervision() -> model::Case {
    let organisation = solvik();
    let source = Source::new("saker/digitalt-tilsyn.yaml", CASE);
    let parsed = yaml::parse(&source);
    assert_eq!(parsed.findings, []);
    let root = parsed.root.as_ref().unwrap();
    assert_eq!(shape::check_case(root), []);
    let context = organisation.rules.context();
    let (document, findings) = case(root, &case_id(&source.path), &context);
    assert_eq!(findings, []);
    let (lowered, findings) = lower_case(&document, &organisation, super::day());
    assert_eq!(findings, []);
    match lowered {
        Some(Lowered::Case(case)) => *case,
        other => panic!("{other:?}"),
    }
}

fn percent(number: i64) -> Share {
    Share::new(Decimal::new(number, 2))
}

#[test]
fn the_case_of_the_format_is_understood_whole() {
    let case = digital_supervision();
    assert_eq!(case.id, "digitalt-tilsyn");
    assert_eq!((case.start, case.latest_start, case.life), (Year::new(2027), Year::new(2029), Some(8)));
    let names: Vec<&str> = case.assumptions.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(names, ["brukere", "tilsyn_per_natt", "andel_digital", "tid_fysisk", "tid_digital"]);
    assert!(matches!(case.assumptions[2].estimate, Estimate::ThreePoint { .. }));
    assert_eq!(case.capacity[0].area, "Helse og omsorg");
    assert_eq!(case.capacity[0].years[1].value(), Decimal::new(5, 1));
    assert_eq!(case.new_practice[0].from, From::CaseYear(2));
    assert_eq!(case.new_practice[0].staff[0].fte.value(), Decimal::new(124, 1));
    assert_eq!(case.new_practice[0].others[0].amount.value(), Decimal::from(320_000));
    assert!(!case.duties.is_empty() && !case.is_decided());
    assert!(!case.deadlines.is_empty());
}

#[test]
fn gains_and_costs_have_their_defaults() {
    let case = digital_supervision();
    let [time, kilometres, sleep] = &case.benefits[..] else { panic!("{:?}", case.benefits) };
    assert_eq!(time.phase_in, [percent(25), percent(80), percent(100)]);
    assert_eq!((time.take_out, time.phased, time.estimated), (percent(50), true, false));
    assert_eq!(time.budget_lines[0].art, "010");
    assert!(matches!(time.amount, Some(Amount::Single(Value::Formula(_)))));
    assert_eq!((kilometres.take_out, kilometres.phased), (Share::WHOLE, false));
    assert_eq!(kilometres.phase_in, [Share::WHOLE]);
    assert_eq!(sleep.quality.map(model::Quality::score), Some(3));
    let [sensors, training, licence] = &case.costs[..] else { panic!("{:?}", case.costs) };
    assert_eq!((sensors.kind, sensors.repayment_years), (CostKind::Investment, Some(8)));
    assert_eq!((training.paid_out, training.calculated), (percent(30), true));
    assert_eq!((licence.paid_out, licence.budget_lines[0].share), (Share::WHOLE, Share::WHOLE));
}

#[test]
fn what_was_promised_adjusted_and_lost_is_read() {
    let source = Source::new("saker/digitalt-tilsyn.yaml", CASE);
    let parsed = yaml::parse(&source);
    let context = solvik().rules.context();
    let (document, _) = case(parsed.root.as_ref().unwrap(), "digitalt-tilsyn", &context);
    let decision = document.decisions.rows()[0].understood().unwrap();
    let promise = decision.promised.unwrap();
    let years: Vec<_> = promise.budget.iter().map(|(year, amount)| (year.number(), amount.value())).collect();
    let expected = [(2027, 35_000), (2028, 200_000), (2029, 498_000), (2030, 505_000)];
    assert_eq!(years, expected.map(|(year, amount)| (year, Decimal::from(amount))));
    assert_eq!(promise.fte.map(|fte| fte.value()), Some(Decimal::new(12, 1)));
    assert_eq!(promise.npv.map(|npv| npv.value()), Some(Decimal::from(6_797_420)));
    assert_eq!(promise.mark.as_deref(), Some("3f9a41c2"));
    assert_eq!(document.adjustments.rows()[0].who.text(), Some("Lars Linjeleder"));
    assert_eq!(document.losses.rows()[0].benefit.text(), Some("Færre kjørte kilometer"));
}

#[test]
fn the_organisation_of_the_format_is_understood_whole() {
    let organisation = solvik();
    assert_eq!(organisation.defaults, []);
    assert_eq!(organisation.rules.loan.as_ref().map(|loan| loan.repayment_years), Some(20));
    assert_eq!(organisation.positions["helsefagarbeider"].annual_cost.value(), Decimal::from(682_318));
    assert_eq!(organisation.frames.capacity["Helse og omsorg"].len(), 4);
    assert_eq!(organisation.frames.investment[&Year::ASSUMED].value(), Decimal::from(12_000_000));
    assert_eq!(organisation.locked["ny-legevakt"].start, Year::new(2028));
    assert!(organisation.shared[0].shared);
}

#[test]
fn from_file_to_net_present_value_the_worked_example_holds() {
    let appraisal: Appraisal = appraise(&digital_supervision(), &solvik()).unwrap();
    let expected = Decimal::from_str_exact("13566425.99381379").unwrap();
    assert_eq!(appraisal.value.unwrap().npv.value(), expected);
}

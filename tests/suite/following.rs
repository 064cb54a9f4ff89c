//! Gains followed from promise to measurement: Solvik's by hand, and what must hold for any.

use super::sample::{
    avoided, case, certain, decimal, formula, kroner, line, quantity, saved_time, single, solvik, year,
};
use a3::calc::{Calculator, appraise};
use a3::follow::{Bridge, FollowedCase, FollowedGain, Following, Means, PromiseKept, Word, follow};
use a3::model::{
    Amount, Case, Decision, Estimate, Loss, Measurement, Organisation, Outcome, Phase, Promise, Reading,
    Value,
};
use a3::quantity::{Base, Dimension, Quantity};
use a3::report;
use a3::repository::Repository;
use a3::units::{Decimal, Kroner, MONEY_DECIMALS};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::path::PathBuf;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// A case of Solvik followed on a day.
fn in_solvik(id: &str, on: &str) -> FollowedCase {
    let day = day(on);
    let repository = Repository::open(&[PathBuf::from("examples/solvik")]).unwrap();
    let appraised = report::appraise(&repository, day).unwrap();
    let of = appraised.cases.iter().find(|of| of.case.id == id).unwrap();
    let calculator = Calculator::new(&appraised.organisation);
    follow(Following { calculator: &calculator, case: &of.case, appraisal: &of.appraisal, day })
        .unwrap()
        .unwrap()
}

fn gain<'g>(of: &'g FollowedCase, name: &str) -> &'g FollowedGain {
    of.gains.iter().find(|gain| gain.name == name).unwrap()
}

fn whole(amount: Kroner) -> Decimal {
    amount.rounded(0).value()
}

#[test]
fn less_than_half_of_the_visits_is_one_step_of_four() {
    let followed = in_solvik("elektronisk-medisineringsstotte", "2026-11-24");
    let visits = gain(&followed, "Færre besøk for å gi medisin");
    let figures = visits.figures.as_ref().unwrap();
    let positions = figures.positions.unwrap();
    assert_eq!(positions.come.unwrap().value(), decimal("0.2"));
    assert_eq!(positions.full.value(), decimal("0.8"));
    let bridge = figures.bridge;
    assert_eq!(whole(bridge.measured), decimal("136 464"), "by whole positions, never a straight line");
    assert_eq!(whole(bridge.promised), decimal("545 854"));
    assert_eq!(whole(bridge.expected), decimal("272 927"));
    assert_eq!(whole(bridge.hole), decimal("409 391"));
    assert_eq!(figures.measured.unwrap().means, Means::Indicator);
    assert_eq!(visits.word, Word::Behind);
    let holes: Vec<_> = followed.holes.iter().map(|hole| (hole.unit.as_deref(), hole.hole)).collect();
    assert_eq!(holes, [(Some("3220"), bridge.hole)]);
    assert!(gain(&followed, "Færre innleggelser på sykehus").figures.is_none(), "the state's, not ours");
}

#[test]
fn hours_and_kroner_that_are_measured_are_the_gain_itself() {
    let robots = in_solvik("roboter-i-lonn-og-regnskap", "2026-11-24");
    let by_hand = gain(&robots, "Mindre arbeid for hånd").figures.as_ref().unwrap();
    assert_eq!(by_hand.measured.unwrap().means, Means::Direct);
    assert_eq!(whole(by_hand.bridge.measured), decimal("146 961"));
    assert_eq!(by_hand.bridge.not_deducted, by_hand.bridge.measured, "nothing of it is deducted");
    assert_eq!(gain(&robots, "Mindre arbeid for hånd").word, Word::OnTrack);
    let scanner = gain(&robots, "Gammelt skannesystem sagt opp");
    assert_eq!((scanner.word, scanner.first_year), (Word::TooEarly, year(2027)));
    let post = in_solvik("digital-post", "2026-11-24");
    let postage = gain(&post, "Mindre porto og papir");
    assert_eq!(whole(postage.figures.as_ref().unwrap().bridge.measured), decimal("456 000"));
    assert_eq!(postage.word, Word::Reached);
}

/// 40 visits a night, of which `andel` is to go.
fn visits(share: &str) -> Case {
    let gain = saved_time("tid", formula("besøk × andel × 20 min × 365 døgn/år"), "0.5");
    let mut made = case(8, vec![gain], vec![]);
    made.assumptions = vec![certain("besøk", "40"), certain("andel", share)];
    made
}

fn reading(on: &str, value: Quantity) -> Reading {
    Reading { date: day(on), value }
}

fn followed(case: &Case, organisation: &Organisation, on: &str) -> FollowedCase {
    let calculator = Calculator::new(organisation);
    let appraisal = calculator.appraise(case).unwrap();
    follow(Following { calculator: &calculator, case, appraisal: &appraisal, day: day(on) }).unwrap().unwrap()
}

#[test]
fn a_measured_assumption_is_calculated_with_as_if_it_had_been_written() {
    let organisation = solvik();
    for measured in ["60 %", "31 %", "12,5 %", "0 %"] {
        let mut written = visits("60 %");
        written.measurements = vec![Measurement {
            benefit: Some("tid".to_owned()),
            measures: Some("andel".to_owned()),
            readings: vec![reading("2027-09-30", quantity(measured))],
            ..Measurement::default()
        }];
        let all = followed(&written, &organisation, "2027-11-24");
        let figures = all.gains[0].figures.as_ref().unwrap();
        let calculated = appraise(&visits(measured), &organisation).unwrap().potential.budget;
        assert_eq!(figures.bridge.measured, calculated.rounded(MONEY_DECIMALS), "{measured}");
        assert_eq!(figures.measured.unwrap().means, Means::Assumption);
    }
}

#[test]
fn what_is_lost_is_expected_of_nobody_and_a_hole_where_it_is_deducted() {
    let organisation = solvik();
    let mut written = case(8, vec![avoided("porto", single("100 000 kr/år"))], vec![]);
    written.decision = Some(Decision { in_budget: true, ..adopted() });
    written.losses = vec![Loss { date: day("2028-01-15"), benefit: None, why: "Ny avtale".to_owned() }];
    let before = followed(&written, &organisation, "2028-01-14").gains[0].word;
    let after = followed(&written, &organisation, "2028-01-15");
    assert_eq!((before, after.gains[0].word), (Word::Behind, Word::Lost), "deducted, and nobody measures it");
    assert_eq!((after.bridge.lost, after.bridge.hole), (kroner("100 000"), kroner("100 000")));
}

fn adopted() -> Decision {
    Decision {
        date: day("2026-12-10"),
        body: None,
        outcome: Outcome::Adopted,
        reference: None,
        in_budget: false,
        promised: None,
    }
}

#[test]
fn what_has_changed_since_the_decision_is_a_step_of_its_own() {
    let organisation = solvik();
    let gains = vec![avoided("porto", single("100 000 kr/år")), avoided("papir", single("50 000 kr/år"))];
    let mut written = case(8, gains, vec![]);
    let budget = (2026..2030).map(|at| (year(at), kroner("120 000"))).collect();
    let promised = Some(Promise { budget, ..Promise::default() });
    written.decision = Some(Decision { promised, ..adopted() });
    let all = followed(&written, &organisation, "2027-11-24");
    assert_eq!(all.promise, PromiseKept::Stored);
    assert_eq!((all.bridge.promised, all.bridge.changed), (kroner("120 000"), kroner("30 000")));
    let changes = all.gains.iter().map(|gain| gain.figures.as_ref().unwrap().bridge.changed);
    assert_eq!(changes.collect::<Vec<_>>(), [kroner("20 000"), kroner("10 000")]);
}

fn yearly(of: Decimal, base: Base) -> Quantity {
    Quantity::new(of, Dimension::per(base, Base::Year))
}

/// One gain and what is measured of it, all by chance.
#[derive(Debug, Clone)]
struct Chance {
    is_time: bool,
    size: i64,
    share: u8,
    ends: (i64, i64),
    read: Option<i64>,
    is_direct: bool,
    lines: u8,
    phase: u8,
}

fn chance() -> impl Strategy<Value = Chance> {
    let gain = (any::<bool>(), -50_000i64..400_000, 0u8..=100, 0u8..4, 0u8..3);
    let measured = (-1_000i64..1_000, -1_000i64..1_000, prop::option::of(-2_000i64..2_000), any::<bool>());
    (gain, measured).prop_map(|((is_time, size, share, phase, lines), (from, to, read, is_direct))| Chance {
        is_time,
        size,
        share,
        ends: (from, to),
        read,
        is_direct,
        lines,
        phase,
    })
}

fn portfolio() -> impl Strategy<Value = Case> {
    (
        prop::collection::vec(chance(), 0..5),
        any::<bool>(),
        2025u16..2029,
        1u16..6,
        prop::option::of(0usize..5),
    )
        .prop_map(|(chances, in_budget, start, life, lost)| {
            let mut made = case(life, Vec::new(), Vec::new());
            made.start = Some(year(start));
            made.phase = Phase::Implementation;
            made.decision = Some(Decision { in_budget, ..adopted() });
            for (place, chance) in chances.into_iter().enumerate() {
                add(&mut made, &format!("g{place}"), &chance);
            }
            let loss = |place| Loss {
                date: day("2026-01-01"),
                benefit: Some(format!("g{place}")),
                why: String::new(),
            };
            made.losses = lost.map(loss).into_iter().collect();
            made
        })
}

fn add(made: &mut Case, name: &str, chance: &Chance) {
    let base = if chance.is_time { Base::Hour } else { Base::Krone };
    let size = Decimal::new(chance.size, if chance.is_time { 2 } else { 1 });
    let amount = Amount::Single(Value::Estimate(Estimate::Certain(yearly(size, base))));
    let share = Decimal::new(i64::from(chance.share), 2).to_string();
    let mut gain = if chance.is_time { saved_time(name, amount, &share) } else { avoided(name, amount) };
    gain.budget_lines = match chance.lines {
        0 => Vec::new(),
        1 => vec![line("1000 257 010", "1")],
        _ => vec![line("1000 257 010", "0.3"), line("2000 257 010", "0.7")],
    };
    gain.phase_in = [super::sample::share("0.37"), super::sample::share("1")]
        .into_iter()
        .skip(usize::from(chance.phase.min(1)))
        .collect();
    made.benefits.push(gain);
    let unit = |value: i64| match chance.is_direct {
        true => yearly(Decimal::from(value), base),
        false => Quantity::new(Decimal::from(value), Dimension::NONE),
    };
    made.measurements.push(Measurement {
        name: name.to_owned(),
        benefit: Some(name.to_owned()),
        baseline: Some(reading("2026-06-30", unit(chance.ends.0))),
        target: Some(reading("2028-06-30", unit(chance.ends.1))),
        readings: chance.read.map(|read| reading("2027-03-31", unit(read))).into_iter().collect(),
        ..Measurement::default()
    });
}

fn assert_adds_up(of: &Bridge) {
    let sum = |parts: &[Kroner]| Kroner::sum(parts.iter().copied()).unwrap();
    let expected = sum(&[of.promised, of.changed]).minus(of.not_expected).unwrap();
    assert_eq!(expected, of.expected);
    assert_eq!(sum(&[of.measured, of.planned, of.behind, of.lost]), of.expected);
    assert_eq!(sum(&[of.come, of.hole, of.too_early]), of.deducted);
    assert_eq!(sum(&[of.come, of.not_deducted, of.worse]), of.measured);
    assert!(!of.worse.is_positive());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_bridge_and_hole_adds_up_to_the_last_decimal(made in portfolio(), on in 0usize..4) {
        let organisation = solvik();
        let on = ["2026-12-31", "2027-05-01", "2028-02-29", "2031-01-01"][on];
        let all = followed(&made, &organisation, on);
        assert_adds_up(&all.bridge);
        for gain in &all.gains {
            let Some(figures) = &gain.figures else { continue };
            assert_adds_up(&figures.bridge);
            let holes = Kroner::sum(figures.holes.iter().map(|hole| hole.hole)).unwrap();
            assert_eq!(holes, figures.bridge.hole);
            prop_assert_eq!(gain.word == Word::Lost, !figures.bridge.lost.is_zero() || gain.word == Word::Lost);
        }
        let parts = all.gains.iter().filter_map(|gain| gain.figures.as_ref()).map(|of| of.bridge);
        prop_assert_eq!(Bridge::sum(parts).unwrap(), all.bridge);
        let holes = Kroner::sum(all.holes.iter().map(|hole| hole.hole)).unwrap();
        prop_assert_eq!(holes, all.bridge.hole);
    }

    /// What `calc` makes of the hours or kroner measured, alone in its case, is what follow-up shows.
    #[test]
    fn kroner_are_those_of_calc_with_the_measured_value_put_in(chance in chance()) {
        let organisation = solvik();
        let mut made = case(6, Vec::new(), Vec::new());
        add(&mut made, "g", &chance);
        let all = followed(&made, &organisation, "2027-09-30");
        let Some(figures) = all.gains[0].figures.clone() else { return Ok(()) };
        let Some(measured) = figures.measured else { return Ok(()) };
        let base = if chance.is_time { Base::Hour } else { Base::Krone };
        let value = match measured.effect {
            a3::model::Effect::Money(money) => money.value(),
            a3::model::Effect::Time(hours) => hours.value(),
        };
        let mut put_in = made.clone();
        put_in.benefits[0].amount =
            Some(Amount::Single(Value::Estimate(Estimate::Certain(yearly(value, base)))));
        let calculated = appraise(&put_in, &organisation).unwrap().potential.budget;
        prop_assert_eq!(figures.bridge.measured, calculated.rounded(MONEY_DECIMALS));
    }
}

#[test]
fn a_reading_from_before_a_gain_was_lost_says_nothing_of_it() {
    let organisation = solvik();
    let mut written = case(8, vec![avoided("porto", single("100 000 kr/år"))], vec![]);
    written.decision = Some(Decision { in_budget: true, ..adopted() });
    written.measurements = vec![Measurement {
        benefit: Some("porto".to_owned()),
        baseline: Some(reading("2026-09-30", quantity("300 000 kr/år"))),
        target: Some(reading("2027-12-31", quantity("200 000 kr/år"))),
        readings: vec![reading("2027-12-31", quantity("200 000 kr/år"))],
        ..Measurement::default()
    }];
    written.losses = vec![Loss { date: day("2028-06-15"), benefit: None, why: "Ny avtale".to_owned() }];
    let before = followed(&written, &organisation, "2028-06-14").bridge;
    assert_eq!((before.measured, before.hole), (kroner("100 000"), Kroner::ZERO));
    let after = followed(&written, &organisation, "2028-09-01").bridge;
    assert_eq!((after.measured, after.hole), (Kroner::ZERO, kroner("100 000")));
    written.measurements[0].readings.push(reading("2028-08-31", quantity("260 000 kr/år")));
    let later = followed(&written, &organisation, "2028-09-01").bridge;
    assert_eq!((later.measured, later.hole), (kroner("40 000"), kroner("60 000")), "measured since");
}

#[test]
fn what_prices_alone_have_made_of_a_promise_is_told_apart() {
    let mut organisation = solvik();
    organisation.rules.deflator = [(year(2027), super::sample::rate("0.04"))].into();
    let mut written = case(8, vec![avoided("porto", single("104 000 kr/år"))], vec![]);
    let budget = (2026..2030).map(|at| (year(at), kroner("100 000"))).collect();
    let promised = Some(Promise { budget, gains: Some(kroner("100 000")), ..Promise::default() });
    written.decision = Some(Decision { promised, ..adopted() });
    let bridge = followed(&written, &organisation, "2027-11-24").bridge;
    assert_eq!((bridge.changed, bridge.growth), (kroner("4 000"), kroner("4 000")));
}

//! What the draws say of a case: moments and quantiles against closed forms, the same draws whatever
//! else there is, and figures worked out by hand.

#![allow(clippy::float_arithmetic, reason = "draws are floats")]

use super::portfolio::{here, today};
use super::sample::{
    avoided, case, certain, cost, decimal, flat, formula, kroner, line, quantity, rate, saved_time, share,
    single, solvik, three_point, year,
};
use a3::calc::{Calculator, appraise};
use a3::contract::calc;
use a3::model::{
    Amount, Assumption, Benefit, Case, Cost, CostKind, Distribution, Estimate, Organisation, Recipient, Value,
};
use a3::pages::page::Page;
use a3::pages::uncertainty;
use a3::render::{Look, Style, markdown, text};
use a3::report;
use a3::simulate::{
    CompiledCase, Driver, Origin, Settings, Spread, Uncertainty, WhyUnknown, simulate, summarise,
};
use a3::units::{Decimal, Kroner};
use a3::words::{Language, Text};
use serde_json::{Value as Json, json};

/// Nothing between an amount and NNV: no tax, no discounting, no growth.
fn plain() -> Organisation {
    let mut organisation = solvik();
    organisation.rules.tax_cost = rate("0");
    organisation.rules.discount = flat("0");
    organisation.rules.real_growth = rate("0");
    organisation
}

/// A case of one year.
fn one_year(assumptions: Vec<Assumption>, benefits: Vec<Benefit>, costs: Vec<Cost>) -> Case {
    Case { assumptions, ..case(1, benefits, costs) }
}

/// NNV is the draw of one assumption in kroner.
fn only(low: &str, mode: &str, high: &str) -> Case {
    let points =
        three_point("beløp", &format!("{low} kr/år"), &format!("{mode} kr/år"), &format!("{high} kr/år"));
    one_year(vec![points], vec![avoided("g", formula("beløp"))], vec![])
}

fn settings(draws: usize) -> Settings {
    Settings { draws, seed: 1 }
}

#[track_caller]
fn spread_of(case: &Case, organisation: &Organisation) -> Spread {
    match simulate(&Calculator::new(organisation), case, Settings::DEFAULT) {
        Uncertainty::Spread(spread) => *spread,
        Uncertainty::Unknown(why) => panic!("{why:?}"),
    }
}

fn unknown(case: &Case, organisation: &Organisation) -> Option<WhyUnknown> {
    match simulate(&Calculator::new(organisation), case, Settings::DEFAULT) {
        Uncertainty::Spread(_) => None,
        Uncertainty::Unknown(why) => Some(why),
    }
}

/// NNV of the first draws.
fn draws(case: &Case, organisation: &Organisation, count: usize) -> Vec<f64> {
    let compiled = CompiledCase::new(&Calculator::new(organisation), case, &[year(2027)]).unwrap();
    let start = compiled.draw(count, 1).remove(0);
    start.draws.into_iter().map(|values| values.unwrap().npv).collect()
}

fn float(amount: Kroner) -> f64 {
    amount.value().as_f64()
}

#[test]
fn pert_has_the_moments_and_quantiles_of_its_closed_form() {
    let organisation = plain();
    let mut rows = csv::Reader::from_reader(include_str!("../reference/pert.csv").as_bytes());
    let mut count = 0;
    for row in rows.records().map(Result::unwrap) {
        let case = only(&row[0], &row[1], &row[2]);
        let found = summarise(&Calculator::new(&organisation), &case, settings(200_000)).unwrap();
        let expected: Vec<f64> = (3..8).map(|place| row[place].parse().unwrap()).collect();
        let [p10, p50, p90] = found.percentiles;
        // Four standard errors of 200 000 draws, on the scale of the spread.
        let allowed = 4.0 * 2.0 * expected[1] / 200_000_f64.sqrt();
        let figures = [found.mean, found.deviation, p10, p50, p90];
        for (found, expected) in figures.into_iter().zip(expected) {
            assert!((float(found) - expected).abs() < allowed, "{row:?}: {figures:?}");
        }
        count += 1;
    }
    assert_eq!(count, 7);
}

/// The "PERT" that forces the standard deviation to (høy − lav) ÷ 6 has 146,67 here, and a median of 188,9.
#[test]
fn pert_is_not_the_variant_that_moves_the_mode() {
    let found = spread_of(&only("20", "100", "900"), &plain()).summary;
    assert!(
        (float(found.deviation) - 139.386).abs() < 2.0 && (float(found.percentiles[1]) - 192.449).abs() < 3.0
    );
}

#[test]
fn a_triangle_has_the_moments_and_quantiles_of_its_closed_form() {
    let mut organisation = plain();
    organisation.rules.distribution = Distribution::Triangular;
    let (low, mode, high) = (30.0_f64, 60.0_f64, 150.0_f64);
    let found =
        summarise(&Calculator::new(&organisation), &only("30", "60", "150"), settings(200_000)).unwrap();
    let variance = (low * low + mode * mode + high * high - low * mode - low * high - mode * high) / 18.0;
    let quantile = |part: f64| {
        if part < (mode - low) / (high - low) {
            low + (part * (high - low) * (mode - low)).sqrt()
        } else {
            high - ((1.0 - part) * (high - low) * (high - mode)).sqrt()
        }
    };
    let [p10, p50, p90] = found.percentiles;
    let figures = [
        (found.mean, (low + mode + high) / 3.0),
        (found.deviation, variance.sqrt()),
        (p10, quantile(0.1)),
        (p50, quantile(0.5)),
        (p90, quantile(0.9)),
    ];
    for (found, expected) in figures {
        assert!((float(found) - expected).abs() < 0.5, "{found:?} {expected}");
    }
}

#[test]
fn the_same_seed_gives_the_same_figures_and_another_seed_others() {
    let (case, organisation) = (only("20", "100", "900"), plain());
    assert_eq!(spread_of(&case, &organisation), spread_of(&case, &organisation));
    let calculator = Calculator::new(&organisation);
    let seeded = |seed| summarise(&calculator, &case, Settings { draws: 1_000, seed }).unwrap();
    assert_ne!(seeded(1), seeded(2));
}

#[test]
fn the_first_draws_are_the_same_however_many_there_are() {
    let (case, organisation) = (only("20", "100", "900"), plain());
    let many = draws(&case, &organisation, 2_000);
    assert_eq!(draws(&case, &organisation, 200), many[..200]);
    let mut sorted = many.clone();
    sorted.sort_by(f64::total_cmp);
    let found = summarise(&Calculator::new(&organisation), &case, settings(2_000)).unwrap();
    assert_eq!(
        found.percentiles[0],
        Kroner::new(a3::units::round(Decimal::from_f64_retain(sorted[199]).unwrap(), 8))
    );
}

#[test]
fn another_assumption_or_row_changes_no_draw_of_the_others() {
    let (small, organisation) = (only("20", "100", "900"), plain());
    let mut large = small.clone();
    large.assumptions.insert(0, three_point("annet", "1 kr/år", "2 kr/år", "4 kr/år"));
    large.benefits.insert(0, avoided("null", formula("annet × 0")));
    large.benefits.insert(0, avoided("fra", formula("annet")));
    large.costs.push(cost("til", CostKind::Running, formula("annet")));
    let same = draws(&small, &organisation, 500).into_iter().zip(draws(&large, &organisation, 500));
    assert!(same.map(|(one, other)| (one - other).abs()).all(|off| off < 1e-9));
}

#[test]
fn felles_is_drawn_once_for_all_cases_and_each_case_draws_its_own() {
    let mut organisation = plain();
    organisation.shared = vec![three_point("pris", "1 kr/kWh", "2 kr/kWh", "4 kr/kWh")];
    let named = |id: &str, text: &str| Case {
        id: id.to_owned(),
        ..one_year(vec![], vec![avoided("g", formula(text))], vec![])
    };
    let (one, other) = (named("en", "pris × 1000 kWh/år"), named("to", "pris × 3000 kWh/år"));
    let pairs = draws(&one, &organisation, 300).into_iter().zip(draws(&other, &organisation, 300));
    assert!(pairs.map(|(one, other)| (3.0 * one - other).abs()).all(|off| off < 1e-9));

    let own = |id: &str| Case { id: id.to_owned(), ..only("20", "100", "900") };
    let (one, other) = (draws(&own("en"), &organisation, 300), draws(&own("to"), &organisation, 300));
    assert!(one.iter().zip(&other).all(|(one, other)| one != other));
}

#[test]
fn a_case_of_its_own_comes_before_a_felles_of_the_same_name() {
    let mut organisation = plain();
    organisation.shared = vec![three_point("beløp", "1 kr/år", "2 kr/år", "3 kr/år")];
    let driver = spread_of(&only("20", "100", "900"), &organisation).drivers.remove(0);
    assert_eq!((driver.origin, driver.npv_high), (Origin::Assumption, Some(kroner("900"))));
}

#[test]
fn a_portfolio_is_the_same_on_one_thread_and_two_and_without_its_other_cases() {
    let appraised = |path: &str| {
        report::appraise(&a3::repository::Repository::open(&[here(path)]).unwrap(), today()).unwrap()
    };
    let all = appraised("examples/solvik");
    let simulated = |threads| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| report::drawn(&all, Settings::DEFAULT, &report::unwatched))
    };
    let (one, two) = (simulated(1), simulated(2));
    assert_eq!(one, two);
    assert!(one.iter().filter(|known| matches!(known, Uncertainty::Spread(_))).count() > 8);
    let few = appraised("examples/solvik/saker/teknisk");
    let apart = report::drawn(&few, Settings::DEFAULT, &report::unwatched);
    for (case, known) in few.cases.iter().zip(apart) {
        let place = all.cases.iter().position(|other| other.case.id == case.case.id).unwrap();
        assert_eq!(known, one[place]);
    }
}

/// NNV = 1 000·antall − 50 000.
fn by_hand() -> Case {
    let costs = vec![cost("kjøp", CostKind::Investment, single("50 000 kr"))];
    let points = three_point("antall", "30 saker", "60 saker", "90 saker");
    one_year(vec![points], vec![avoided("g", formula("antall × 1000 kr/år"))], costs)
}

fn only_driver(case: &Case, organisation: &Organisation) -> Driver {
    let mut drivers = spread_of(case, organisation).drivers;
    assert_eq!(drivers.len(), 1);
    drivers.remove(0)
}

#[test]
fn a_straight_line_turns_exactly_where_it_must() {
    let driver = only_driver(&by_hand(), &plain());
    assert_eq!((driver.npv_low, driver.npv_high), (Some(kroner("-20000")), Some(kroner("40000"))));
    assert_eq!(driver.turning, Some(decimal("50")));
    assert_eq!(driver.variance_share, Decimal::ONE);
    assert_eq!(driver.swing(), kroner("60000"));
}

#[test]
fn the_share_of_draws_that_pay_off_is_that_of_the_distribution() {
    let mut organisation = plain();
    organisation.rules.distribution = Distribution::Triangular;
    // P(antall > 50) = 1 − (50 − 30)² ÷ (60·30).
    let found = spread_of(&by_hand(), &organisation).summary.profitable.as_f64();
    assert!((found - 7.0 / 9.0).abs() < 0.015, "{found}");
}

#[test]
fn a_curve_is_closed_in_on() {
    // NNV = 1 200 000 ÷ antall − 20 000.
    let costs = vec![cost("kjøp", CostKind::Investment, single("20 000 kr"))];
    let points = three_point("antall", "30", "50", "90");
    let case = one_year(vec![points], vec![avoided("g", formula("1 200 000 kr/år / antall"))], costs);
    assert_eq!(only_driver(&case, &plain()).turning, Some(decimal("60")));
}

#[test]
fn of_two_turning_points_the_one_nearest_the_expected_value_counts() {
    // NNV = (antall − 10)·(antall − 100): 10 and 100.
    let points = three_point("antall", "60 saker", "80 saker", "95 saker");
    let case = one_year(
        vec![points],
        vec![avoided("g", formula("(antall − 10) × (antall − 100) × 1 kr/år"))],
        vec![],
    );
    assert_eq!(only_driver(&case, &plain()).turning, Some(decimal("100")));
}

#[test]
fn whole_positions_make_nnv_turn_at_a_step() {
    // With 20 % tax cost: NNV = p·timer + 0.2·p·(whole steps of 350) − 800·p, p the price of an hour: below 0 just
    // under 700 (770 − 800), above 0 from 700 (840 − 800).
    let mut organisation = plain();
    organisation.rules.tax_cost = rate("0.2");
    let own_time = Cost {
        position: Some("helsefagarbeider".to_owned()),
        paid_out: share("0"),
        ..cost("egen tid", CostKind::Restructuring, single("800 timer"))
    };
    let points = three_point("tid", "100 timer/år", "600 timer/år", "900 timer/år");
    let case = one_year(vec![points], vec![saved_time("t", formula("tid"), "1")], vec![own_time]);
    // 0,399999995 årsverk is rounded to 0,4 before it is cut down, so the step comes 0,00000875 hours early.
    assert_eq!(only_driver(&case, &organisation).turning, Some(decimal("699.99999125")));
}

#[test]
fn nnv_that_never_is_zero_has_no_turning_point() {
    let mut case = by_hand();
    case.benefits.push(avoided("sikkert", single("60 000 kr/år")));
    assert_eq!(only_driver(&case, &plain()).turning, None);
    // A pole is no turning point: 1 ÷ (antall − 95) changes sign without being zero.
    let points = three_point("antall", "60", "80", "90");
    let pole = one_year(vec![points], vec![avoided("g", formula("1000 kr/år / (antall − 95)"))], vec![]);
    assert_eq!(only_driver(&pole, &plain()).turning, None);
    // What does not matter turns nothing.
    let idle = one_year(
        vec![three_point("antall", "1 sak", "2 saker", "3 saker")],
        vec![avoided("g", formula("antall × 0 kr/år + 5 kr/år"))],
        vec![],
    );
    let driver = only_driver(&idle, &plain());
    assert_eq!((driver.turning, driver.variance_share, driver.swing()), (None, Decimal::ZERO, Kroner::ZERO));
}

#[test]
fn drivers_come_with_the_widest_first_and_share_the_variance() {
    let case = one_year(
        vec![
            three_point("smal", "9 kr/år", "10 kr/år", "11 kr/år"),
            three_point("bred", "0 kr/år", "10 kr/år", "40 kr/år"),
            three_point("ubrukt", "1 kr", "2 kr", "3 kr"),
        ],
        vec![avoided("a", formula("smal")), avoided("b", formula("bred"))],
        vec![cost("c", CostKind::Running, single("5 kr/år"))],
    );
    let drivers = spread_of(&case, &plain()).drivers;
    let names: Vec<&str> = drivers.iter().map(|driver| driver.name.as_str()).collect();
    assert_eq!(names, ["bred", "smal"]);
    let sum: f64 = drivers.iter().map(|driver| driver.variance_share.as_f64()).sum();
    assert!((sum - 1.0).abs() < 1e-8 && drivers[0].variance_share > decimal("0.95"));
}

#[test]
fn nnv_at_lav_and_at_hoy_is_the_exact_one_of_a_file_that_says_so() {
    let all =
        report::appraise(&a3::repository::Repository::open(&[here("examples/solvik")]).unwrap(), today())
            .unwrap();
    let known = report::drawn(&all, settings(100), &report::unwatched);
    let mut tried = 0;
    for (case, known) in all.cases.iter().zip(known) {
        let Uncertainty::Spread(spread) = known else { continue };
        for driver in spread.drivers {
            for (value, npv) in [(&driver.low, driver.npv_low), (&driver.high, driver.npv_high)] {
                let (mut case, mut organisation) = ((*case.case).clone(), all.organisation.clone());
                let rows = if driver.origin == Origin::Shared {
                    &mut organisation.shared
                } else {
                    &mut case.assumptions
                };
                let row = rows.iter_mut().find(|row| row.name == driver.name).unwrap();
                row.estimate = Estimate::Certain(value.clone());
                assert_eq!(npv, Some(appraise(&case, &organisation).unwrap().value.unwrap().npv));
                tried += 1;
            }
        }
    }
    assert!(tried > 20);
}

#[test]
fn an_amount_in_place_is_drawn_too_and_rows_of_one_name_apart() {
    let points = |low, high| {
        Value::Estimate(Estimate::ThreePoint {
            low: quantity(low),
            mode: quantity("100 kr/år"),
            high: quantity(high),
        })
    };
    let row = |low, high| avoided("lik", Amount::Single(points(low, high)));
    let yearly =
        Cost { ..cost("lik", CostKind::Running, Amount::ByCaseYear(vec![points("0 kr/år", "200 kr/år")])) };
    let case = one_year(vec![], vec![row("0 kr/år", "200 kr/år"), row("0 kr/år", "200 kr/år")], vec![yearly]);
    let drivers = spread_of(&case, &plain()).drivers;
    assert_eq!(drivers.iter().filter(|driver| driver.origin == Origin::Benefit).count(), 2);
    assert_eq!(drivers.iter().filter(|driver| driver.origin == Origin::Cost).count(), 1);
    // Three independent draws of variance v come to 3·v; the same one drawn thrice would come to v.
    let one = spread_of(&only("0", "100", "200"), &plain()).summary.deviation;
    let all = spread_of(&case, &plain()).summary.deviation;
    assert!((float(all) / float(one) - 3.0_f64.sqrt()).abs() < 0.05);
}

#[test]
fn every_draw_takes_out_whole_positions() {
    let lines = vec![line("3210 257 010", "0.4"), line("4000 257 010", "0.6")];
    let points = three_point("tid", "500 timer/år", "1500 timer/år", "4000 timer/år");
    let time = Benefit { budget_lines: lines, ..saved_time("t", formula("tid"), "0.8") };
    let case = one_year(vec![points], vec![time], vec![]);
    let compiled = CompiledCase::new(&Calculator::new(&plain()), &case, &[year(2027)]).unwrap();
    let price = 389.896;
    for values in &compiled.draw(500, 1)[0].draws {
        let values = values.unwrap();
        let hours = values.npv / price;
        let whole = |hours: f64| (hours / 350.0 + 1e-9).floor() * 350.0;
        let taken = whole(hours * 0.8 * 0.4) + whole(hours * 0.8 * 0.6);
        assert!((values.running_effect[0] - taken * price).abs() < 1e-6, "{hours} {values:?}");
    }
}

#[test]
fn formulas_of_every_kind_come_to_the_exact_figures() {
    let assumptions = || {
        vec![
            three_point("tid", "3 min", "5 min", "9 min"),
            three_point("pris", "1 kr/kWh", "2 kr/kWh", "4 kr/kWh"),
            three_point("antall", "2 besøk/døgn", "3 besøk/døgn", "7 besøk/døgn"),
            three_point("andel", "10 %", "40 %", "60 %"),
            certain("fast", "2 timer"),
        ]
    };
    let formulas = [
        "antall × tid × andel",
        "−(antall × tid) × −1",
        "antall × (fast − tid) / 2",
        "maks(antall; 1000 besøk/år) × min(tid; 6 min)",
        "pris × 1000 kWh/uke × (1 − andel) / (1 + andel)",
        "min(pris × 1000 kWh/måned; 500 kr/uke) + 100 kr/år − maks(andel × 1 kr/døgn; 3 kr/år)",
        "pris / (andel + 0.5) × 1 000 kWh/år / antall × 14 besøk/uke",
        "antall × 12 min × 365 døgn/år / 365 + andel × 2 årsverk × 6 måneder/år",
        "andel × andel × andel × 1 000 000 kr/år",
    ];
    let organisation = solvik();
    for text in formulas {
        let case = Case {
            assumptions: assumptions(),
            ..case(8, vec![saved_time("t", formula(text), "0.7")], vec![])
        };
        super::simulation::agrees(&case, &organisation);
    }
}

#[test]
fn a_case_without_three_points_has_no_uncertainty() {
    let organisation = plain();
    let sure = one_year(vec![certain("a", "5 kr/år")], vec![avoided("g", formula("a"))], vec![]);
    assert_eq!(unknown(&sure, &organisation), Some(WhyUnknown::NothingUncertain));
    let unused = one_year(
        vec![three_point("a", "1 kr", "2 kr", "4 kr")],
        vec![avoided("g", single("5 kr/år"))],
        vec![],
    );
    assert_eq!(unknown(&unused, &organisation), Some(WhyUnknown::NothingUncertain));
    let unpriced =
        Benefit { recipient: Recipient::Residents, ..saved_time("t", formula("a × 1 time/år"), "1") };
    let unpriced = one_year(vec![three_point("a", "1 sak", "2 saker", "4 saker")], vec![unpriced], vec![]);
    assert_eq!(spread_of(&unpriced, &organisation).drivers[0].swing(), Kroner::ZERO);
    let late = Case { start: None, ..by_hand() };
    assert_eq!(unknown(&late, &organisation), Some(WhyUnknown::NotAssessed));
}

#[test]
fn a_draw_that_divides_by_zero_is_counted_and_never_hidden() {
    let points = || vec![three_point("a", "-1", "1", "3")];
    for text in [
        "100 kr/år / maks(a; 0)",
        "min(100 kr/år / maks(a; 0); 5 kr/år)",
        "maks(100 kr/år / maks(a; 0); 5 kr/år)",
    ] {
        let case = one_year(points(), vec![avoided("g", formula(text))], vec![]);
        let Some(WhyUnknown::NoAnswer { draws }) = unknown(&case, &plain()) else { panic!("{text}") };
        // P(a < 0) of Beta(3, 3) on [−1, 3]: I(1/4; 3, 3) = 10·x³ − 15·x⁴ + 6·x⁵.
        assert!((900..1_200).contains(&draws), "{draws}");
    }
}

#[test]
fn a_case_with_too_many_uncertain_figures_is_told_so() {
    let points = || {
        Value::Estimate(Estimate::ThreePoint {
            low: quantity("1 kr/år"),
            mode: quantity("2 kr/år"),
            high: quantity("4 kr/år"),
        })
    };
    let case =
        case(600, vec![avoided("g", Amount::ByCaseYear((0..101).map(|_| points()).collect()))], vec![]);
    assert_eq!(unknown(&case, &plain()), Some(WhyUnknown::TooMany { uncertain: 101 }));
}

#[test]
fn json_tells_the_uncertainty_or_why_there_is_none() {
    let (organisation, sure) = (plain(), one_year(vec![], vec![avoided("g", single("5 kr/år"))], vec![]));
    let cases = [by_hand(), sure];
    let calculator = Calculator::new(&organisation);
    let uncertainty = cases.iter().map(|case| simulate(&calculator, case, settings(1_000))).collect();
    let report =
        report::CalcReport { appraised: super::reports::appraised(&cases, &organisation), uncertainty };
    let output = calc::json(&report, Language::Nb);
    let output = super::contracts::validated(&output, &calc::schema());
    let told = &output["saker"][0]["usikkerhet"];
    let named = json!({"trekk": told["trekk"], "frø": told["frø"], "fordeling": told["fordeling"]});
    assert_eq!(named, json!({"trekk": 1000, "frø": 1, "fordeling": "pert"}));
    assert_eq!(
        told["forutsetninger"],
        json!([{
            "navn": "antall", "sted": "forutsetning", "enhet": "et antall saker", "nnv_lav": "-20000",
            "nnv_høy": "40000", "variansandel": "1", "vendepunkt": "50",
        }])
    );
    assert_eq!(output["saker"][0]["usikkerhet_mangler"], Json::Null);
    assert_eq!(output["saker"][1]["usikkerhet"], Json::Null);
    assert_eq!(
        output["saker"][1]["usikkerhet_mangler"],
        json!({"grunn": "ingen usikre forutsetninger", "antall": null})
    );
    let shares = told["sannsynlig_lønnsom"].as_str().unwrap();
    assert!(shares.starts_with("0."), "{shares}");
}

#[test]
fn the_section_reads_in_80_columns_without_colour_and_as_markdown() {
    let all =
        report::appraise(&a3::repository::Repository::open(&[here("examples/solvik")]).unwrap(), today())
            .unwrap();
    let known = report::drawn(&all, Settings::DEFAULT, &report::unwatched);
    let mut tried = 0;
    for (case, known) in all.cases.iter().zip(&known) {
        let npv = case.appraisal.value.as_ref().map(|value| value.npv);
        let page = Page::new(Text::same("Sak")).with_all(uncertainty::blocks(known, npv));
        for language in [Language::Nb, Language::Nn, Language::En] {
            let look = Look { style: Style::Plain, width: 80, language };
            let shown = text::render(&page, look);
            assert!(shown.lines().all(|line| line.chars().count() <= 80), "{shown}");
            tried += usize::from(shown.contains("PERT (λ = 4)") && shown.contains("10"));
            let markdown = markdown::render(&page, language);
            assert_eq!(markdown.contains("`█"), shown.contains('█') && markdown.contains("| `█"));
        }
    }
    assert!(tried > 16);
}

#[test]
fn the_section_says_in_one_sentence_what_the_draws_come_to() {
    let shown = |case: &Case, settings: Settings| {
        let organisation = plain();
        let calculator = Calculator::new(&organisation);
        let npv = calculator.appraise(case).unwrap().value.map(|value| value.npv);
        let known = simulate(&calculator, case, settings);
        let page = Page::new(Text::same("Sak")).with_all(uncertainty::blocks(&known, npv));
        text::render(&page, Look { style: Style::Plain, width: 80, language: Language::Nb })
    };
    let on_one_line =
        |case: &Case| shown(case, Settings::DEFAULT).split_whitespace().collect::<Vec<_>>().join(" ");
    insta::assert_snapshot!(shown(&by_hand(), Settings { draws: 1_000, seed: 7 }), @r#"
    Sak
    ───

    Hvor sikkert er dette?

    I 78 av 100 trekninger lønner saken seg. NNV ligger mellom −6 085 og 26 016 kr i
    8 av 10 trekninger.

     NNV, kr             Trekninger (░ lønner seg ikke)   Andel
    ────────────────────────────────────────────────────────────
     under −10 000       ░░░░░░░                          4,3 %
     −10 000 til −5 000  ░░░░░░░░░░░░░                    7,7 %
     −5 000 til 0        ░░░░░░░░░░░░░░░░░                 10 %
     0 til 5 000         ████████████████████            11,9 %
     5 000 til 10 000    █████████████████████████       14,8 %
     10 000 til 15 000   ████████████████████████████    16,3 %
     15 000 til 20 000   █████████████████████           12,3 %
     20 000 til 25 000   ██████████████████              10,5 %
     25 000 til 30 000   ██████████████                     8 %
     30 000 og mer       ███████                          4,2 %

     Forventet NNV  10 000 kr  alt på forventet verdi; det er den vi bruker
     Snitt          10 214 kr  av alle trekningene
     Standardavvik  11 719 kr
     P10            −6 085 kr  bare 1 av 10 trekninger er så lav
     P50            10 251 kr  den midterste
     P90            26 016 kr  bare 1 av 10 trekninger er høyere

    Hva NNV avhenger mest av

     Usikkert tall  Lav       NNV ved lav og ved høy        Høy
    ─────────────────────────────────────────────────────────────────
     antall         30 saker  ░░░░░░░░░░░░░░┃█████████████  90 saker

    ░ er NNV når tallet er lavt, █ når det er høyt, med alt annet på forventet
    verdi; ┃ er forventet NNV, 10 000 kr. Tegningen går fra −20 000 til 40 000 kr.

    Beløp i 1 000 kr
     Usikkert tall  NNV ved lav  NNV ved høy  Av usikkerheten  Vendepunkt
    ──────────────────────────────────────────────────────────────────────
     antall                 −20           40            100 %  50 saker

    Vendepunktet er verdien som gjør NNV lik 0 når alt annet har forventet verdi.
    «Ingen» betyr at det ikke finnes mellom 0 og 100 ganger høy.

    Fordeling PERT (λ = 4), 1 000 trekninger, frø 7. I hver trekning får alle usikre
    tall en tilfeldig verdi mellom lav og høy.
    "#);
    let certain = one_year(vec![], vec![avoided("g", single("5 kr/år"))], vec![]);
    assert!(on_one_line(&certain).contains("bygger ikke på noe tall med lav, verdi og høy"));
    let always = only("20", "100", "900");
    assert!(on_one_line(&always).contains("Saken lønner seg i alle trekningene."));
    let zero = formula("100 kr/år / maks(a; 0)");
    let zero = one_year(vec![three_point("a", "-1", "1", "3")], vec![avoided("g", zero)], vec![]);
    assert!(on_one_line(&zero).contains("har ikke noe svar"));
}

/// A share of 1 000 kr against a cost: it pays from some share on.
fn share_of(percents: [&str; 3], cost_of: &str) -> Case {
    let [low, mode, high] = percents;
    let points = three_point("andel", low, mode, high);
    let gain = avoided("g", formula("andel × 1 000 kr/år"));
    one_year(vec![points], vec![gain], vec![cost("k", CostKind::Running, single(cost_of))])
}

#[test]
fn a_share_turns_within_its_hundred_per_cent_or_not_at_all() {
    let organisation = plain();
    let turning =
        |percents, cost_of| spread_of(&share_of(percents, cost_of), &organisation).drivers[0].turning;
    let share = ["10 %", "20 %", "30 %"];
    assert_eq!(turning(share, "500 kr/år"), Some(decimal("0.5")));
    assert_eq!(turning(share, "1 000 kr/år"), Some(Decimal::ONE));
    assert_eq!(turning(share, "1 001 kr/år"), None);
    // What already goes past 100 % is no share.
    assert_eq!(turning(["90 %", "100 %", "110 %"], "2 000 kr/år"), Some(decimal("2")));
}

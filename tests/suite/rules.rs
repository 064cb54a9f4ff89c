//! Every rule of the calculation on figures small enough to work by hand: no discounting and no
//! real growth unless the rule is about them.

use super::sample::{
    avoided, by_calendar_year, by_case_year, case, certain, cost, decimal, flat, formula, kroner, line, rate,
    saved_time, share, single, solvik, three_point, year,
};
use a3::calc::{
    Appraisal, Basis, Booking, BudgetEffect, Calculator, Failure, Payback, PublicReturn, RowKind, Valuation,
    appraise, appraise_from, internal_rates,
};
use a3::model::{
    Avoids, Benefit, BenefitKind, Case, Cost, CostKind, Decision, Distribution, Loan, Organisation, Outcome,
    Phase, Recipient,
};
use a3::units::{Decimal, Fte, HourlyCost, Hours, Kroner};

/// Solvik with 0 % rente and no real growth, 20 % skattefinansiering, and 100 kr an hour.
fn plain() -> Organisation {
    let mut organisation = solvik();
    organisation.rules.discount = flat("0");
    organisation.rules.real_growth = rate("0");
    let position = organisation.positions.get_mut("helsefagarbeider").unwrap();
    position.annual_cost = kroner("175 000");
    organisation
}

fn appraised(case: &Case) -> Appraisal {
    appraise(case, &plain()).unwrap()
}

fn valued(case: &Case) -> Valuation {
    appraised(case).value.unwrap()
}

/// The flows of a row: year, kroner.
fn flows(value: &Valuation, row: usize) -> Vec<(u16, Decimal)> {
    value.rows[row].cells.iter().map(|cell| (cell.year.number(), cell.flow.value().normalize())).collect()
}

fn expected(flows: &[(u16, i64)]) -> Vec<(u16, Decimal)> {
    flows.iter().map(|(year, amount)| (*year, Decimal::from(*amount))).collect()
}

fn running(name: &str, amount: &str) -> Cost {
    cost(name, CostKind::Running, single(amount))
}

fn investment(amount: &str) -> Cost {
    cost("Kjøp", CostKind::Investment, single(amount))
}

// ---- years and flows

#[test]
fn one_amount_is_once_for_one_off_costs_and_every_year_for_the_rest() {
    let value = valued(&case(
        3,
        vec![avoided("a", single("10 kr/år"))],
        vec![investment("5 kr"), running("d", "1 kr/år")],
    ));
    assert_eq!(flows(&value, 0), expected(&[(2027, 10), (2028, 10), (2029, 10)]));
    assert_eq!(flows(&value, 1), expected(&[(2027, -5)]));
    assert_eq!(flows(&value, 2), expected(&[(2027, -1), (2028, -1), (2029, -1)]));
}

#[test]
fn a_list_stops_for_one_off_costs_and_holds_for_the_rest() {
    let list = || by_case_year(&["1 kr", "2 kr"]);
    let restructuring = cost("o", CostKind::Restructuring, list());
    let value = valued(&case(4, vec![avoided("a", list())], vec![restructuring]));
    assert_eq!(flows(&value, 0), expected(&[(2027, 1), (2028, 2), (2029, 2), (2030, 2)]));
    assert_eq!(flows(&value, 1), expected(&[(2027, -1), (2028, -2)]));
}

#[test]
fn values_of_a_list_after_levetid_are_dropped() {
    let list = by_case_year(&["1 kr", "2 kr", "1000 kr"]);
    let appraisal = appraised(&case(2, vec![avoided("a", list)], vec![]));
    assert_eq!(flows(appraisal.value.as_ref().unwrap(), 0), expected(&[(2027, 1), (2028, 2)]));
    assert_eq!(appraisal.potential.budget, kroner("2"));
}

#[test]
fn calendar_years_stand_still_when_the_start_moves() {
    let mapping = by_calendar_year(&[(2025, "-3 kr"), (2028, "4 kr"), (2040, "5 kr")]);
    let case = case(2, vec![avoided("a", mapping)], vec![investment("2 kr")]);
    let value = valued(&case);
    assert_eq!(flows(&value, 0), expected(&[(2025, -3), (2028, 4), (2040, 5)]));
    assert_eq!(value.years.first().unwrap().year, year(2025));
    assert_eq!(value.years.last().unwrap().year, year(2040));
    // 1,2 × (−3 + 4 − 2); the last flow comes after the analysis period.
    assert_eq!((value.npv_in_period, value.residual), (kroner("-1.2"), kroner("6")));
    let later = appraise_from(&case, &plain(), year(2030)).unwrap().value.unwrap();
    assert_eq!(flows(&later, 0), flows(&value, 0));
    assert_eq!(flows(&later, 1), expected(&[(2030, -2)]));
}

#[test]
fn innfasing_holds_its_last_share_and_potential_is_the_full_effect() {
    let benefit = Benefit { phase_in: ["0", "0.5"].map(share).to_vec(), ..avoided("a", single("10 kr/år")) };
    let appraisal = appraised(&case(3, vec![benefit], vec![]));
    let value = appraisal.value.unwrap();
    assert_eq!(flows(&value, 0), expected(&[(2027, 0), (2028, 5), (2029, 5)]));
    assert_eq!(value.years.first().unwrap().year, year(2028), "the first flow is the first that is not zero");
    assert_eq!(appraisal.potential.budget, kroner("10"));
}

#[test]
fn a_row_has_its_own_levetid() {
    let short = Benefit { life: Some(1), ..avoided("a", single("10 kr/år")) };
    let long = Cost { life: Some(4), ..running("d", "1 kr/år") };
    let value = valued(&case(2, vec![short], vec![long]));
    assert_eq!(flows(&value, 0), expected(&[(2027, 10)]));
    assert_eq!(flows(&value, 1).len(), 4);
}

#[test]
fn arsverk_by_year_are_that_years_hours() {
    let value =
        valued(&case(2, vec![saved_time("t", by_case_year(&["1 årsverk", "350 timer/år"]), "1")], vec![]));
    assert_eq!(flows(&value, 0), expected(&[(2027, 175_000), (2028, 35_000)]));
    let freed: Vec<_> = value.years.iter().map(|year| year.hours_freed.value().normalize()).collect();
    assert_eq!(freed, [Decimal::from(1750), Decimal::from(350)]);
}

#[test]
fn three_points_enter_as_expected_value_by_pert_or_triangle() {
    let case = Case {
        assumptions: vec![three_point("pris", "0 kr", "6 kr", "24 kr")],
        ..case(1, vec![avoided("a", formula("pris / 1 år"))], vec![])
    };
    assert_eq!(appraised(&case).potential.budget, kroner("8"));
    let mut organisation = plain();
    organisation.rules.distribution = Distribution::Triangular;
    assert_eq!(appraise(&case, &organisation).unwrap().potential.budget, kroner("10"));
}

#[test]
fn a_cases_own_assumption_comes_before_a_shared_one_of_the_same_name() {
    let mut organisation = plain();
    organisation.shared = vec![certain("pris", "1 kr"), certain("antall", "3 stk")];
    let case = Case {
        assumptions: vec![certain("pris", "5 kr")],
        ..case(1, vec![avoided("a", formula("antall × pris / 1 år"))], vec![])
    };
    assert_eq!(appraise(&case, &organisation).unwrap().potential.budget, kroner("15"));
}

// ---- groups and potential

#[test]
fn every_gain_falls_in_one_group() {
    let to = |recipient, amount: &str| Benefit { recipient, ..avoided("a", single(amount)) };
    let half = Benefit { take_out: share("0.4"), ..avoided("a", single("10 kr/år")) };
    let growth = Benefit { avoids: Avoids::Growth, ..half.clone() };
    let benefits = vec![
        half,
        growth,
        to(Recipient::State, "100 kr/år"),
        to(Recipient::OtherMunicipalities, "200 kr/år"),
        to(Recipient::Residents, "1000 kr/år"),
        to(Recipient::Voluntary, "2000 kr/år"),
    ];
    let potential = appraised(&case(1, benefits, vec![running("d", "1 kr/år")])).potential;
    assert_eq!(potential.budget, kroner("4"));
    assert_eq!(potential.reallocated, kroner("12"));
    assert_eq!(potential.avoided_growth, kroner("4"));
    assert_eq!(potential.other_public, kroner("300"));
    assert_eq!(potential.others, kroner("3000"));
    assert_eq!(potential.net_budget, kroner("3"));
    assert_eq!(potential.net, kroner("3319"));
}

#[test]
fn the_yearly_value_furthest_from_zero_is_the_full_effect() {
    let potential =
        appraised(&case(3, vec![avoided("a", by_case_year(&["5 kr", "-9 kr", "8 kr"]))], vec![])).potential;
    assert_eq!(potential.budget, kroner("-9"));
}

#[test]
fn running_costs_in_own_time_are_costs_but_not_paid_out() {
    let own = Cost {
        position: Some("helsefagarbeider".to_owned()),
        paid_out: share("0.25"),
        ..cost("Drift", CostKind::Running, single("100 timer/år"))
    };
    let appraisal = appraised(&case(1, vec![], vec![own, investment("7 kr")]));
    assert_eq!(appraisal.potential.running, kroner("10000"));
    assert_eq!(appraisal.potential.net_budget, kroner("-2500"));
    assert_eq!(appraisal.potential.net, kroner("-10000"));
    let value = appraisal.value.unwrap();
    assert_eq!(value.years[0].own_cash, kroner("-2507"));
    assert_eq!(value.tax_effect, kroner("-501.4"));
}

#[test]
fn one_estimate_makes_the_case_estimated() {
    let guess = Benefit { estimated: true, ..avoided("a", single("1 kr/år")) };
    assert_eq!(
        appraised(&case(1, vec![avoided("b", single("1 kr/år")), guess], vec![])).potential.basis,
        Basis::Estimated
    );
}

#[test]
fn others_time_without_a_price_is_hours_only() {
    let time = || Benefit {
        recipient: Recipient::Residents,
        position: None,
        ..saved_time("Ventetid", single("50 timer/år"), "0")
    };
    let value = valued(&case(2, vec![time()], vec![]));
    assert_eq!((value.rows[0].present_value, value.npv), (None, Kroner::ZERO));
    assert!(value.rows[0].cells.is_empty());
    assert!(value.years.iter().all(|year| year.hours_freed.is_zero()), "and not in the years either");
    let mut organisation = plain();
    organisation.rules.time_values.insert(Recipient::Residents, HourlyCost::new(decimal("230")));
    let appraisal = appraise(&case(2, vec![time()], vec![]), &organisation).unwrap();
    assert_eq!(appraisal.potential.others, kroner("11500"));
    assert_eq!(appraisal.potential.hours, Hours::ZERO, "the hours freed are the organisation's");
    let value = appraisal.value.unwrap();
    assert_eq!(value.rows[0].present_value, Some(kroner("23000")));
    assert_eq!((value.tax_effect, value.npv_organisation), (Kroner::ZERO, Kroner::ZERO));
}

// ---- unngår vekst, overføring

#[test]
fn avoided_growth_counts_in_every_value_but_not_in_the_budget_effect() {
    let growth = Benefit { avoids: Avoids::Growth, ..saved_time("Vekst", single("1000 timer/år"), "0.5") };
    let appraisal = appraised(&case(1, vec![growth], vec![]));
    // 500 hours are no whole step of 0.2 årsverk (350 hours), but growth is exempt.
    assert_eq!(appraisal.potential.avoided_growth, kroner("50000"));
    assert_eq!(appraisal.potential.reallocated, kroner("50000"));
    assert_eq!(appraisal.potential.budget, Kroner::ZERO);
    assert_eq!(appraisal.potential.fte_taken_out, Fte::ZERO);
    let value = appraisal.value.unwrap();
    assert_eq!(value.npv_organisation, kroner("50000"));
    assert_eq!(value.tax_effect, kroner("10000"));
    assert_eq!(value.npv, kroner("110000"));
    assert_eq!(value.running_effect, [Kroner::ZERO; 4]);
}

#[test]
fn a_grant_from_the_state_moves_no_net_value() {
    let grant = Benefit { transfer: Some(Recipient::State), ..avoided("Tilskudd", single("100 kr/år")) };
    let appraisal = appraised(&case(2, vec![grant], vec![investment("150 kr")]));
    assert_eq!(
        (appraisal.potential.budget, appraisal.potential.other_public),
        (kroner("100"), kroner("-100"))
    );
    assert_eq!((appraisal.potential.net_budget, appraisal.potential.net), (kroner("100"), Kroner::ZERO));
    let value = appraisal.value.unwrap();
    let rows: Vec<_> =
        value.rows.iter().map(|row| (row.name.as_str(), row.kind, row.present_value)).collect();
    assert_eq!(rows[0], ("Tilskudd", RowKind::Benefit(BenefitKind::AvoidedCost), Some(kroner("200"))));
    assert_eq!(
        rows[1],
        ("Tilskudd (motpart: staten)", RowKind::Transfer(Recipient::State), Some(kroner("-200")))
    );
    assert_eq!(value.tax_effect, kroner("-30"), "only the investment");
    assert_eq!(value.npv, kroner("-180"));
    assert_eq!(value.npv_organisation, kroner("50"));
    assert_eq!(value.running_effect[0], kroner("100"));
    assert_eq!((value.benefits, value.years[0].benefits), (Kroner::ZERO, Kroner::ZERO));
}

#[test]
fn a_fee_from_residents_saves_tax_and_nothing_else() {
    let fee =
        Benefit { transfer: Some(Recipient::Residents), ..avoided("Brukerbetaling", single("100 kr/år")) };
    let appraisal = appraised(&case(1, vec![fee], vec![]));
    assert_eq!((appraisal.potential.others, appraisal.potential.net), (kroner("-100"), Kroner::ZERO));
    let value = appraisal.value.unwrap();
    assert_eq!((value.npv, value.tax_effect), (kroner("20"), kroner("20")));
    assert_eq!(value.npv_organisation, kroner("100"));
}

#[test]
fn a_cost_that_is_a_transfer_is_the_other_partys_gain() {
    let refund = Cost { transfer: Some(Recipient::State), ..running("Refusjon", "100 kr/år") };
    let appraisal = appraised(&case(1, vec![], vec![refund]));
    assert_eq!(
        (appraisal.potential.other_public, appraisal.potential.running),
        (kroner("100"), kroner("100"))
    );
    assert_eq!((appraisal.potential.net, appraisal.potential.net_budget), (Kroner::ZERO, kroner("-100")));
    let value = appraisal.value.unwrap();
    assert_eq!((value.npv, value.tax_effect), (Kroner::ZERO, Kroner::ZERO));
    assert_eq!(value.running_effect[0], kroner("-100"));
    assert_eq!(value.npv_organisation, kroner("-100"));
}

// ---- whole positions

#[test]
fn rows_of_one_ansvar_are_summed_before_they_are_cut_down() {
    let row = |name: &str, hours: &str, codes: &str| Benefit {
        budget_lines: vec![line(codes, "1")],
        ..saved_time(name, single(hours), "1")
    };
    // 300 + 100 hours on 3210 are 0,22857 årsverk, down to 0,2 = 350 hours: 262,5 and 87,5.
    let benefits = vec![
        row("a", "300 timer/år", "3210 257 010"),
        row("b", "100 timer/år", "3210 253 010"),
        row("c", "340 timer/år", "4000 257 010"),
    ];
    let appraisal = appraised(&case(1, benefits, vec![]));
    let own: Vec<_> = appraisal.potential.rows.iter().map(|row| row.own_hours.value().normalize()).collect();
    assert_eq!(own, ["262.5", "87.5", "0"].map(decimal));
    assert_eq!(appraisal.potential.budget, kroner("35000"));
    assert_eq!(appraisal.potential.reallocated, kroner("39000"));
    assert_eq!(appraisal.value.unwrap().years[0].fte_taken_out, Fte::new(decimal("0.2")));
}

#[test]
fn andel_is_split_before_positions_are_cut_down() {
    let row = Benefit {
        budget_lines: vec![line("3210 257 010", "0.6"), line("4000 257 010", "0.4")],
        ..saved_time("a", single("1000 timer/år"), "1")
    };
    // 600 hours → 0,2 årsverk (350), 400 hours → 0,2 årsverk (350); together 0,57 would have been 0,4.
    assert_eq!(appraised(&case(1, vec![row], vec![])).potential.budget, kroner("70000"));
    let one = saved_time("a", single("600 timer/år"), "1");
    let other = saved_time("b", single("400 timer/år"), "1");
    assert_eq!(
        appraised(&case(1, vec![one, other], vec![])).potential.budget,
        kroner("70000"),
        "no budsjettpost is one ansvar"
    );
}

#[test]
fn hours_bought_by_the_hour_are_money_to_the_last_hour() {
    // 500 hours are 0.28 årsverk: one step of 350 hours on wage, all 500 as extra help or overtime.
    let on = |art: &str| Benefit {
        budget_lines: vec![line(&format!("3210 257 {art}"), "1")],
        ..saved_time("a", single("500 timer/år"), "1")
    };
    for (art, taken) in
        [("010", "35000"), ("020", "50000"), ("0301", "50000"), ("040", "50000"), ("050", "35000")]
    {
        let value = valued(&case(1, vec![on(art)], vec![]));
        assert_eq!(value.npv_organisation, kroner(taken), "{art}");
        assert_eq!(value.tax_effect, kroner(taken).times(decimal("0.2")).unwrap(), "{art}");
    }
    // Two rows of one ansvar: the extra help fills no step of the wage.
    let both = appraised(&case(1, vec![on("010"), on("030")], vec![]));
    assert_eq!(both.potential.budget, kroner("85000"));
    // Split: 300 hours of wage are no step, 200 hours of overtime are 200 hours.
    let mut split = on("010");
    split.budget_lines = vec![line("3210 257 010", "0.6"), line("3210 257 040", "0.4")];
    let split = case(1, vec![split], vec![]);
    assert_eq!(valued(&split).npv_organisation, kroner("20000"));
    let booked = effects(&split, &plain());
    assert!(booked.iter().all(|effect| effect.art.as_deref() != Some("010")), "{booked:?}");
}

#[test]
fn two_positions_are_never_added_together() {
    let other =
        Benefit { position: Some("rådgiver".to_owned()), ..saved_time("b", single("200 timer/år"), "1") };
    let potential =
        appraised(&case(1, vec![saved_time("a", single("200 timer/år"), "1"), other], vec![])).potential;
    assert_eq!(potential.budget, Kroner::ZERO);
}

#[test]
fn a_negative_sum_is_left_as_it_is() {
    let potential =
        appraised(&case(1, vec![saved_time("a", single("-500 timer/år"), "1")], vec![])).potential;
    assert_eq!(potential.budget, kroner("-50000"));
}

#[test]
fn no_smallest_position_takes_out_every_hour() {
    let mut organisation = plain();
    organisation.smallest_position = share("0");
    let case = case(1, vec![saved_time("a", single("123 timer/år"), "1")], vec![]);
    assert_eq!(appraise(&case, &organisation).unwrap().potential.budget, kroner("12300"));
}

#[test]
fn the_hours_left_by_whole_positions_are_reallocated_and_keep_their_value() {
    let value = valued(&case(1, vec![saved_time("a", single("500 timer/år"), "1")], vec![]));
    assert_eq!(value.years[0].benefits, kroner("50000"));
    assert_eq!(value.npv_organisation, kroner("35000"));
    assert_eq!(value.tax_effect, kroner("7000"));
}

// ---- decided cases

fn decided() -> Decision {
    Decision {
        date: chrono::NaiveDate::default(),
        body: None,
        outcome: Outcome::Adopted,
        reference: None,
        in_budget: false,
        promised: None,
    }
}

#[test]
fn a_decided_case_leaves_out_what_lies_before_the_budget_year() {
    let mut case = case(4, vec![avoided("a", single("10 kr/år"))], vec![investment("100 kr")]);
    case.start = Some(year(2025));
    assert_eq!(valued(&case).npv_organisation, kroner("-60"));
    case.decision = Some(decided());
    let value = valued(&case);
    assert_eq!(flows(&value, 0), expected(&[(2027, 10), (2028, 10)]));
    assert_eq!(value.npv_organisation, kroner("20"));
    assert_eq!((value.npv, value.payback), (kroner("24"), Payback::Unknown));
    assert_eq!(value.annuity, Some(kroner("12")), "over the two years that count");
    case.decision = None;
    case.phase = Phase::Implementation;
    assert_eq!(valued(&case).npv, kroner("24"));
}

#[test]
fn a_decided_case_with_nothing_before_the_budget_year_is_paid_back_as_any_other() {
    let mut case = case(2, vec![avoided("a", single("100 kr/år"))], vec![investment("50 kr")]);
    case.decision = Some(decided());
    let value = valued(&case);
    assert_eq!((value.payback, value.counted_from), (Payback::Years(decimal("0.5")), None));
}

#[test]
fn annuity_is_spread_over_the_years_in_service() {
    let mut organisation = plain();
    organisation.rules.discount = flat("0.1");
    organisation.rules.tax_cost = rate("0");
    // Bought in 2027, worth 121 kr in 2028 and 2029: 110 + 100 − 100 over 1/1.1 + 1/1.21.
    let gain = avoided("a", by_case_year(&["0 kr", "121 kr", "121 kr"]));
    let value =
        appraise(&case(3, vec![gain], vec![investment("100 kr")]), &organisation).unwrap().value.unwrap();
    assert_eq!(value.npv, kroner("110"));
    assert_eq!(value.in_service, Some((year(2028), year(2029))));
    let factor = decimal("0.909090909090909") + decimal("0.826446280991736");
    assert_eq!(value.annuity_factor.value().round_dp(9), factor.round_dp(9));
    assert_eq!(value.annuity.unwrap().value().round_dp(6), (decimal("110") / factor).round_dp(6));
    // A gain after levetid is in service still; a case that only pays is never.
    let late = avoided("sen", by_calendar_year(&[(2035, "10 kr")]));
    assert_eq!(valued(&case(1, vec![late], vec![])).in_service, Some((year(2035), year(2035))));
    let value = valued(&case(3, vec![], vec![investment("100 kr")]));
    assert_eq!((value.in_service, value.annuity), (None, None));
}

#[test]
fn a_decided_case_still_pays_the_loan_of_what_was_bought_before() {
    let mut case = case(4, vec![], vec![investment("100 kr")]);
    case.start = Some(year(2025));
    case.decision = Some(decided());
    let mut organisation = plain();
    organisation.rules.loan = Some(Loan { rate: rate("0.1"), repayment_years: 20, unit: None });
    let value = appraise(&case, &organisation).unwrap().value.unwrap();
    // Bought 2025, 25 a year from 2026, interest on 75, 50, 25.
    assert_eq!(value.running_effect, ["-32.5", "-30", "-27.5", "0"].map(kroner));
    let years: Vec<_> = value.years.iter().map(|at| (at.running_effect, at.net, at.has_rows)).collect();
    let paid = ["-32.5", "-30", "-27.5"].map(|effect| (Some(kroner(effect)), Kroner::ZERO, false));
    assert_eq!(years, paid, "what the loan costs, and no flow of its own");
}

// ---- socio-economic view

#[test]
fn time_grows_in_value_after_the_budget_year_and_money_does_not() {
    let mut organisation = plain();
    organisation.rules.real_growth = rate("0.1");
    let own_time = Cost {
        position: Some("helsefagarbeider".to_owned()),
        paid_out: share("0"),
        ..cost("t", CostKind::Running, single("10 timer/år"))
    };
    let mut case = case(
        4,
        vec![saved_time("a", single("35 timer/år"), "0"), avoided("b", single("1 kr/år"))],
        vec![own_time],
    );
    case.start = Some(year(2026));
    let value = appraise(&case, &organisation).unwrap().value.unwrap();
    assert_eq!(flows(&value, 0), expected(&[(2026, 3500), (2027, 3500), (2028, 3850), (2029, 4235)]));
    assert_eq!(flows(&value, 1), expected(&[(2026, 1), (2027, 1), (2028, 1), (2029, 1)]));
    assert_eq!(flows(&value, 2), expected(&[(2026, -1000), (2027, -1000), (2028, -1100), (2029, -1210)]));
    assert_eq!(value.npv_organisation, kroner("4"), "constant prices");
}

#[test]
fn tax_counts_other_public_recipients_take_out_with_real_growth() {
    let mut organisation = plain();
    organisation.rules.real_growth = rate("0.1");
    organisation.rules.time_values.insert(Recipient::State, HourlyCost::new(decimal("100")));
    let state = Benefit { recipient: Recipient::State, ..saved_time("s", single("10 timer/år"), "0.5") };
    let value = appraise(&case(2, vec![state], vec![]), &organisation).unwrap().value.unwrap();
    // Half of 1 000, then half of 1 100: 20 % of each; no whole positions in other people's house.
    assert_eq!([value.years[0].tax_effect, value.years[1].tax_effect], ["100", "110"].map(kroner));
    assert_eq!(value.npv_organisation, Kroner::ZERO);
}

#[test]
fn what_comes_after_the_analysis_period_is_residual() {
    let value = valued(&case(
        12,
        vec![Benefit { recipient: Recipient::Residents, ..avoided("a", single("10 kr/år")) }],
        vec![],
    ));
    assert_eq!(
        (value.npv_in_period, value.residual, value.npv),
        (kroner("100"), kroner("20"), kroner("120"))
    );
}

#[test]
fn present_value_cells_are_rounded_to_eight_decimals_and_then_added() {
    let mut organisation = plain();
    organisation.rules.discount = flat("0.07");
    let value = appraise(&case(3, vec![avoided("a", single("100 kr/år"))], vec![]), &organisation)
        .unwrap()
        .value
        .unwrap();
    let cells: Vec<_> = value.rows[0].cells.iter().map(|cell| cell.present_value).collect();
    assert_eq!(cells, ["100", "93.45794393", "87.34387283"].map(kroner));
    assert_eq!(value.rows[0].present_value, Some(kroner("280.80181676")));
    // 20, 18,691588785… and 17,468774565…: one cell a year, each rounded.
    assert_eq!(value.tax_effect, kroner("56.16036336"));
}

#[test]
fn flows_before_the_base_year_are_worth_more() {
    let mut organisation = plain();
    organisation.rules.discount = flat("0.04");
    let before = avoided("a", by_calendar_year(&[(2025, "100 kr")]));
    let value = appraise(&case(1, vec![before], vec![]), &organisation).unwrap().value.unwrap();
    assert_eq!(value.rows[0].present_value, Some(kroner("108.16")));
}

#[test]
fn ratios_are_none_where_there_is_nothing_to_divide_by() {
    let value = valued(&case(
        1,
        vec![Benefit { recipient: Recipient::Residents, ..avoided("a", single("10 kr/år")) }],
        vec![],
    ));
    assert_eq!(value.npv_per_public_krone, PublicReturn::Undefined);
    assert_eq!((value.npv_per_invested_krone, value.benefit_cost), (None, None));
    let value = valued(&case(
        1,
        vec![Benefit { recipient: Recipient::Residents, ..avoided("a", single("36 kr/år")) }],
        vec![investment("10 kr")],
    ));
    assert_eq!(value.npv_per_public_krone, PublicReturn::Ratio(decimal("2.4")));
    assert_eq!(value.npv_per_invested_krone, Some(decimal("2.4")));
    assert_eq!(value.benefit_cost, Some(decimal("3")));
}

#[test]
fn the_tax_effect_stands_on_its_own_side_of_the_ratio() {
    // It saves 40 and spends 10: the effect of 6 is a gain, (40 + 6) ÷ 10.
    let saves = valued(&case(1, vec![avoided("a", single("40 kr/år"))], vec![investment("10 kr")]));
    assert_eq!((saves.tax_effect, saves.benefit_cost), (kroner("6"), Some(decimal("4.6"))));
    // It saves nothing of its own: the effect of −2 is a cost, 36 ÷ (10 + 2).
    let others = Benefit { recipient: Recipient::Residents, ..avoided("a", single("36 kr/år")) };
    let costs = valued(&case(1, vec![others], vec![investment("10 kr")]));
    assert_eq!((costs.tax_effect, costs.benefit_cost), (kroner("-2"), Some(decimal("3"))));
    // It saves and costs nothing: there is nothing to divide by, whatever the tax effect.
    let free = valued(&case(1, vec![avoided("a", single("40 kr/år"))], vec![]));
    assert_eq!(free.benefit_cost, None);
}

#[test]
fn a_transfer_is_in_neither_side_of_the_ratio() {
    let gain = Benefit { recipient: Recipient::Residents, ..avoided("a", single("30 kr/år")) };
    let fee = Benefit { transfer: Some(Recipient::Residents), ..avoided("gebyr", single("5 kr/år")) };
    let refund = Cost { transfer: Some(Recipient::State), ..running("refusjon", "3 kr/år") };
    let without = valued(&case(1, vec![gain.clone()], vec![investment("10 kr")]));
    let with = valued(&case(1, vec![gain, fee], vec![investment("10 kr"), refund]));
    // 30 ÷ (10 + 2), and with the fee 30 ÷ (10 + 1): the fee saves 1 in tax and is in no side itself.
    assert_eq!(without.benefit_cost, Some(decimal("2.5")));
    assert_eq!(with.benefit_cost.map(|ratio| ratio.round_dp(9)), Some(decimal("2.727272727")));
    assert_eq!((with.benefits, with.costs), (kroner("30"), kroner("10")));
}

#[test]
fn the_investment_is_divided_by_before_grants() {
    let gain = Benefit { recipient: Recipient::Residents, ..avoided("a", single("200 kr/år")) };
    let grant = Cost { transfer: Some(Recipient::State), ..investment("-60 kr") };
    let unnamed = investment("-20 kr");
    for (costs, npv, ratio) in [
        // 200 − 100 − 20 % of 100; the state's grant moves nothing, one from nobody named counts in full.
        (vec![investment("100 kr")], "80", "0.8"),
        (vec![investment("100 kr"), grant.clone()], "80", "0.8"),
        (vec![investment("100 kr"), unnamed], "104", "1.04"),
    ] {
        let value = valued(&case(1, vec![gain.clone()], costs));
        assert_eq!((value.npv, value.investment), (kroner(npv), kroner("100")));
        assert_eq!(value.npv_per_invested_krone, Some(decimal(ratio)));
    }
    let only_grant = valued(&case(1, vec![gain], vec![grant]));
    assert_eq!(only_grant.npv_per_invested_krone, None);
}

#[test]
fn a_flow_that_begins_with_income_is_told_from_one_that_begins_with_an_outlay() {
    let first = avoided("a", by_case_year(&["100 kr", "0 kr"]));
    let after = cost("Rydding", CostKind::Restructuring, by_case_year(&["0 kr", "110 kr"]));
    let value = valued(&case(2, vec![first.clone()], vec![after]));
    assert!(value.begins_with_income());
    assert_eq!(internal_rates(&value.net_flow()), [decimal("0.1")]);
    assert!(!valued(&case(2, vec![first], vec![investment("200 kr")])).begins_with_income());
}

#[test]
fn a_negative_gain_stays_on_the_side_of_gains() {
    let loss = Benefit { recipient: Recipient::Residents, ..avoided("tap", single("-4 kr/år")) };
    let gain = Benefit { recipient: Recipient::Business, ..avoided("a", single("28 kr/år")) };
    let value = valued(&case(1, vec![gain, loss], vec![investment("10 kr")]));
    assert_eq!(value.benefit_cost, Some(decimal("2")));
}

#[test]
fn the_plan_effect_is_four_years_with_investment_and_no_more() {
    let value = valued(&case(8, vec![avoided("a", single("10 kr/år"))], vec![investment("5 kr")]));
    // 1,2 × (4 × 10 − 5)
    assert_eq!(value.plan_effect, kroner("42"));
}

// ---- budget view

#[test]
fn running_effect_is_gains_less_running_and_restructuring_paid_out() {
    let restructuring = cost("o", CostKind::Restructuring, single("4 kr"));
    let half = Benefit { take_out: share("0.5"), ..avoided("b", single("100 kr/år")) };
    let costs = vec![running("d", "1 kr/år"), restructuring, investment("1000 kr")];
    let value = valued(&case(2, vec![half], costs));
    assert_eq!(value.running_effect, ["45", "49", "0", "0"].map(kroner));
    assert_eq!(value.plan_running_effect, kroner("94"));
    assert_eq!((value.years[0].investment, value.years[0].restructuring), (kroner("1000"), kroner("4")));
}

#[test]
fn a_loan_runs_past_the_life_of_the_case_and_each_outlay_is_its_own() {
    let mut organisation = plain();
    organisation.rules.loan = Some(Loan { rate: rate("0.1"), repayment_years: 20, unit: None });
    let bought = Cost {
        repayment_years: Some(4),
        ..cost("k", CostKind::Investment, by_case_year(&["40 kr", "80 kr"]))
    };
    let value = appraise(&case(2, vec![], vec![bought.clone()]), &organisation).unwrap().value.unwrap();
    // 2028: 10 + 4 · 2029: 10 + 3 and 20 + 8 · 2030: 10 + 2 and 20 + 6
    assert_eq!(value.running_effect, ["0", "-14", "-41", "-38"].map(kroner));
    // Without avdragstid of its own: the lower of lån.avdragstid and levetid, here 2 years.
    let plain_cost = Cost { repayment_years: None, ..bought.clone() };
    let value = appraise(&case(2, vec![], vec![plain_cost]), &organisation).unwrap().value.unwrap();
    // 2028: 20 + 4 · 2029: 20 + 2 and 40 + 8 · 2030: 40 + 4
    assert_eq!(value.running_effect, ["0", "-24", "-70", "-44"].map(kroner));
    // The row's own levetid before the case's; only the paid part is borrowed.
    let own_life = Cost { repayment_years: None, life: Some(4), paid_out: share("0.5"), ..bought };
    let value = appraise(&case(2, vec![], vec![own_life]), &organisation).unwrap().value.unwrap();
    assert_eq!(value.running_effect, ["0", "-7", "-20.5", "-19"].map(kroner));
}

fn effects(case: &Case, organisation: &Organisation) -> Vec<BudgetEffect> {
    Calculator::new(organisation).budget_effects(case, case.schedule().unwrap()).unwrap()
}

#[test]
fn money_is_booked_on_its_lines_by_andel() {
    let lines = vec![line("3210 257 120", "0.3"), line("4000 257 120", "0.7")];
    let saved = Benefit { budget_lines: lines, ..avoided("a", single("100 kr/år")) };
    let booked: Vec<_> = effects(&case(1, vec![saved], vec![running("d", "7 kr/år")]), &plain())
        .into_iter()
        .map(|effect| (effect.booking, effect.unit, effect.amount))
        .collect();
    let unit = |text: &str| Some(text.to_owned());
    let expected = [
        (Booking::TakenOut, unit("3210"), kroner("-30")),
        (Booking::TakenOut, unit("4000"), kroner("-70")),
        (Booking::Running, None, kroner("7")),
    ];
    assert_eq!(booked, expected);
}

#[test]
fn hours_on_an_art_that_is_no_wage_are_booked_whole_and_growth_not_at_all() {
    let bought = Benefit {
        budget_lines: vec![line("3210 257 370", "1")],
        ..saved_time("a", single("350 timer/år"), "1")
    };
    let growth = Benefit { avoids: Avoids::Growth, ..avoided("b", single("1 kr/år")) };
    let booked = effects(&case(1, vec![bought, growth], vec![]), &plain());
    assert_eq!(booked.len(), 1);
    assert_eq!((booked[0].amount, booked[0].fte), (kroner("-35000"), Fte::new(decimal("0.2"))));
    assert_eq!(booked[0].position.as_deref(), Some("helsefagarbeider"));
}

// ---- what cannot be calculated

#[test]
fn division_by_zero_names_the_row() {
    let case = Case {
        assumptions: vec![certain("antall", "0 stk")],
        ..case(1, vec![avoided("Deling", formula("100 kr/år / antall"))], vec![])
    };
    let failure = appraise(&case, &plain()).unwrap_err();
    assert_eq!(failure, Failure::DivisionByZero { row: "Deling".to_owned() });
}

#[test]
fn a_figure_that_does_not_fit_names_the_row() {
    let case = case(
        1,
        vec![avoided("Stor", formula("9 000 000 000 000 kr/år × 900 000 000 000 × 900 000 000 000"))],
        vec![],
    );
    let failure = appraise(&case, &plain()).unwrap_err();
    assert_eq!(failure, Failure::TooLarge { row: Some("Stor".to_owned()) });
}

#[test]
fn an_amount_that_is_neither_money_nor_time_is_never_taken_as_zero() {
    let failure = appraise(&case(1, vec![avoided("Areal", single("100 m²"))], vec![]), &plain()).unwrap_err();
    assert_eq!(failure, Failure::NotAnAmount { row: "Areal".to_owned() });
}

//! The future budget, worked by hand. Solvik's helsefagarbeider costs 520 000 in wage, 78 000 in
//! pension and 84 318 in arbeidsgiveravgift: 682 318 an årsverk.

use super::sample::{
    avoided, by_calendar_year, by_case_year, case, cost, decimal, kroner, line, rate, saved_time, share,
    single, solvik, year,
};
use a3::budget::{CarriedOut, Doubt, FutureBudget, FutureLine, NoBudget, future_budget};
use a3::calc::Calculator;
use a3::ledger::{AccountClass, Code, Ledger, Line};
use a3::model::{
    Benefit, Case, Cost, CostKind, Decision, From, Loan, NewPractice, Organisation, OtherLine, Outcome,
    Staffing,
};
use a3::source::Span;
use a3::units::{Fte, Kroner};

/// A line of the file, `3210 257 010`, for all four years.
pub(super) fn row(codes: &str, amount: &str, fte: Option<&str>) -> Line {
    let mut codes = codes.split(' ');
    let mut next = || codes.next().unwrap();
    Line {
        unit: next().into(),
        function: Code::new(next()).unwrap(),
        art: Code::new(next()).unwrap(),
        amount: kroner(amount),
        fte: fte.map(|text| Fte::new(decimal(text))),
        year: None,
        class: AccountClass::Running,
        span: Span::default(),
    }
}

pub(super) fn ledger(lines: &[Line]) -> Ledger {
    Ledger {
        lines: lines.to_vec().into(),
        unit_names: [("3210".into(), "Hjemmetjenesten".into())].into(),
        ..Ledger::default()
    }
}

/// The night shift of 3210: 20 årsverk.
pub(super) fn night() -> Ledger {
    ledger(&[
        row("3210 257 010", "10 400 000", Some("20")),
        row("3210 257 090", "1 560 000", None),
        row("3210 257 099", "1 686 360", None),
        row("3210 257 170", "500 000", None),
        row("3210 257 600", "-200 000", None),
        row("4000 201 010", "9 000 000", Some("15")),
    ])
}

pub(super) fn with_id(id: &str, case: Case) -> Case {
    Case { id: id.to_owned(), ..case }
}

pub(super) fn budget_of(cases: &[Case], organisation: &Organisation, ledger: &Ledger) -> FutureBudget {
    try_budget(cases, organisation, ledger).unwrap()
}

fn try_budget(
    cases: &[Case],
    organisation: &Organisation,
    ledger: &Ledger,
) -> Result<FutureBudget, NoBudget> {
    let calculator = Calculator::new(organisation);
    let chosen = cases.iter().map(|case| {
        let schedule = case.schedule().unwrap();
        CarriedOut { case, schedule, effects: calculator.budget_effects(case, schedule).unwrap() }
    });
    future_budget(organisation, chosen.collect(), ledger)
}

fn at<'b>(budget: &'b FutureBudget, codes: &str) -> &'b FutureLine {
    let is_it = |line: &&FutureLine| format!("{} {} {}", line.unit, line.function, line.art) == codes;
    budget.lines.iter().find(is_it).unwrap_or_else(|| panic!("no line {codes}"))
}

fn future(budget: &FutureBudget, codes: &str) -> [Kroner; 4] {
    at(budget, codes).future
}

fn years(amounts: [&str; 4]) -> [Kroner; 4] {
    amounts.map(kroner)
}

/// `3500 timer` is 2 årsverk, taken out in full from 2027.
pub(super) fn two_positions(codes: &str) -> Benefit {
    Benefit { budget_lines: vec![line(codes, "1")], ..saved_time("tid", single("3500 timer/år"), "1") }
}

pub(super) fn on(codes: &str, cost: Cost) -> Cost {
    Cost { budget_lines: vec![line(codes, "1")], ..cost }
}

pub(super) fn licence(amount: &str) -> Cost {
    on("3210 257 195", cost("Lisens", CostKind::Running, single(amount)))
}

fn differences(budget: &FutureBudget, unit: usize) -> [Kroner; 4] {
    budget.units[unit].years.map(|at| at.difference)
}

/// The named parts of each unit and year sum to its difference exactly.
pub(super) fn assert_named(budget: &FutureBudget) {
    for unit in &budget.units {
        for at in &unit.years {
            let parts = unit.differences.iter().filter(|part| part.year == at.year);
            assert_eq!(Kroner::sum(parts.map(|part| part.amount)), Ok(at.difference));
        }
    }
}

/// Paid working time: `3500 timer` is 2 årsverk.
fn hours_of(codes: &[(&str, &str)], kind: CostKind, amount: &str) -> Cost {
    Cost {
        position: Some("helsefagarbeider".to_owned()),
        budget_lines: codes.iter().map(|(codes, part)| line(codes, part)).collect(),
        ..cost("Nye stillinger", kind, single(amount))
    }
}

// ---- the plain rule

#[test]
fn time_is_taken_out_of_wage_pension_and_levy_and_costs_are_added() {
    let restructuring = on("3210 257 150", cost("Opplæring", CostKind::Restructuring, single("40 000 kr")));
    let case = case(8, vec![two_positions("3210 257 010")], vec![licence("320 000 kr/år"), restructuring]);
    let budget = budget_of(&[case], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 010"), years(["9360000"; 4]));
    assert_eq!(future(&budget, "3210 257 090"), years(["1404000"; 4]));
    assert_eq!(future(&budget, "3210 257 099"), years(["1517724"; 4]));
    assert_eq!(future(&budget, "3210 257 170"), years(["500000"; 4]), "untouched, but of the unit");
    assert_eq!(future(&budget, "3210 257 150"), years(["40000", "0", "0", "0"]));
    assert!(!at(&budget, "3210 257 195").stands_today);
    assert!(budget.lines.iter().all(|line| &*line.unit == "3210"), "4000 is not touched");

    let unit = &budget.units[0];
    assert_eq!(unit.name.as_deref(), Some("Hjemmetjenesten"));
    // 2 × 682 318 − 320 000 − 40 000
    assert_eq!(unit.years[0].cases_take_out, kroner("1004636"));
    assert_eq!(unit.years[1].budget_shows, kroner("1044636"));
    assert_eq!(differences(&budget, 0), [Kroner::ZERO; 4]);
    assert_eq!(unit.years[0].fte_today, Some(Fte::new(decimal("20"))));
    assert_eq!((unit.years[0].fte_change, unit.years[0].fte_taken_out), (fte("-2"), fte("2")));
    let wage = at(&budget, "3210 257 010");
    assert_eq!(wage.fte_future(0, year(2027)), Ok(Some(fte("18"))));
    assert_eq!(wage.cases(year(2027)), [0]);

    let total = &budget.totals[0];
    assert_eq!((total.running_change, total.without_line), (kroner("-1004636"), Kroner::ZERO));
    assert_eq!((total.today.expense, total.today.income), (kroner("14146360"), kroner("-200000")));
    assert_eq!((total.future.expense, total.future.income), (kroner("13141724"), kroner("-200000")));
    assert_eq!(total.fte_change, fte("-2"));
    assert_eq!(budget.doubts(), Ok(vec![]));
}

fn fte(text: &str) -> Fte {
    Fte::new(decimal(text))
}

#[test]
fn time_that_is_hired_is_wage_pension_and_levy_and_its_positions_come_in() {
    let hired = hours_of(&[("3210 257 010", "1")], CostKind::Running, "3500 timer/år");
    let budget = budget_of(&[case(8, vec![], vec![hired])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 010"), years(["11440000"; 4]));
    assert_eq!(future(&budget, "3210 257 090"), years(["1716000"; 4]));
    assert_eq!(future(&budget, "3210 257 099"), years(["1854996"; 4]));
    let (unit, wage) = (&budget.units[0].years[0], at(&budget, "3210 257 010"));
    assert_eq!((unit.cases_take_out, unit.difference), (kroner("-1364636"), Kroner::ZERO));
    assert_eq!((unit.fte_change, unit.fte_taken_out), (fte("2"), fte("0")));
    assert_eq!(
        (wage.fte_taken_out(year(2027)), wage.fte_future(0, year(2027))),
        (Ok(fte("-2")), Ok(Some(fte("22"))))
    );
    assert_eq!((budget.totals[0].fte_change, budget.cases[0].years[0].fte), (fte("2"), fte("-2")));
}

#[test]
fn hired_time_is_split_on_its_lines_first_and_only_wage_arts_have_pension_beside_them() {
    let codes = [("3210 257 010", "0.5"), ("3210 257 370", "0.5")];
    let hired = hours_of(&codes, CostKind::Running, "3500 timer/år");
    let budget = budget_of(&[case(8, vec![], vec![hired])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 010"), years(["10920000"; 4]));
    assert_eq!(future(&budget, "3210 257 090"), years(["1638000"; 4]));
    assert_eq!(future(&budget, "3210 257 370"), years(["682318"; 4]), "bought: no pension of ours");
    assert_eq!(budget.totals[0].units_change, kroner("1364636"));
}

#[test]
fn time_paid_for_once_stands_on_the_wage_art_named_and_is_no_position() {
    let course = hours_of(&[("3210 257 030", "1")], CostKind::Restructuring, "3500 timer");
    let unlined = hours_of(&[], CostKind::Restructuring, "1750 timer");
    let budget = budget_of(&[case(8, vec![], vec![course, unlined])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 030"), years(["1040000", "0", "0", "0"]));
    assert_eq!(future(&budget, "3210 257 090"), years(["1716000", "1560000", "1560000", "1560000"]));
    assert_eq!(future(&budget, "3210 257 099"), years(["1854996", "1686360", "1686360", "1686360"]));
    assert_eq!(budget.totals[0].without_line, kroner("682318"));
    assert_eq!((budget.totals[0].fte_change, budget.cases[0].years[0].fte), (fte("0"), fte("0")));
}

#[test]
fn growth_avoided_is_never_deducted_but_its_unit_is_touched() {
    let growth = Benefit {
        avoids: a3::model::Avoids::Growth,
        budget_lines: vec![line("4000 201 120", "1")],
        ..avoided("vekst", single("100 000 kr/år"))
    };
    let budget = budget_of(&[case(8, vec![growth], vec![])], &solvik(), &night());
    assert_eq!(future(&budget, "4000 201 010"), years(["9000000"; 4]));
    assert_eq!((budget.units.len(), budget.totals[0].running_change), (1, Kroner::ZERO));
}

#[test]
fn a_row_on_several_lines_is_split_by_andel_over_units_and_functions() {
    let lines = vec![line("3210 257 010", "0.5"), line("3210 254 010", "0.25"), line("4000 201 010", "0.25")];
    let saved = Benefit { budget_lines: lines, ..saved_time("tid", single("7000 timer/år"), "1") };
    let budget = budget_of(&[case(8, vec![saved], vec![])], &solvik(), &night());
    // 4 årsverk: 2, 1 and 1.
    assert_eq!(future(&budget, "3210 257 010")[0], kroner("9360000"));
    assert_eq!(future(&budget, "3210 254 010")[0], kroner("-520000"));
    assert_eq!(future(&budget, "3210 254 090")[0], kroner("-78000"));
    assert_eq!(future(&budget, "4000 201 010")[0], kroner("8480000"));
    assert_eq!(
        budget.units.iter().map(|unit| unit.years[0].fte_taken_out).collect::<Vec<_>>(),
        [fte("3"), fte("1")]
    );
    let no_line = |doubt: &&Doubt| matches!(doubt, Doubt::NoLine { .. });
    let doubts = budget.doubts().unwrap();
    // 010, 090 and 099 of 254, and 090 and 099 of 201, four years each.
    assert_eq!(doubts.iter().filter(no_line).count(), 20);
    let left: Vec<_> = doubts.iter().filter(|doubt| matches!(doubt, Doubt::NegativeFte { .. })).collect();
    assert_eq!(left.len(), 4, "254 has no årsverk to take");
}

#[test]
fn what_is_booked_on_no_line_is_kept_apart_and_is_in_the_sums() {
    let loose = avoided("løs", single("70 000 kr/år"));
    let cases = [
        with_id("b", case(8, vec![loose], vec![cost("k", CostKind::Running, single("20 000 kr/år"))])),
        with_id("a", case(8, vec![two_positions("3210 257 010")], vec![])),
    ];
    let budget = budget_of(&cases, &solvik(), &night());
    assert_eq!(budget.cases.iter().map(|case| case.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
    assert_eq!(budget.without_line.len(), 8);
    assert!(budget.without_line.iter().all(|entry| entry.case == 1));
    let without = budget.cases.iter().map(|case| case.saving_without_line.as_deref());
    assert_eq!(without.collect::<Vec<_>>(), [None, Some("løs")]);
    let total = &budget.totals[0];
    assert_eq!(total.units_change, kroner("-1364636"));
    assert_eq!((total.without_line, total.running_change), (kroner("-50000"), kroner("-1414636")));
}

#[test]
fn lines_with_a_year_and_investment_lines_are_todays_own() {
    let mut today = night();
    today.lines.extend([
        Line { year: Some(year(2028)), ..row("3210 257 170", "30 000", None) },
        Line { class: AccountClass::Investment, ..row("3210 257 200", "1 000 000", None) },
    ]);
    let km =
        Benefit { budget_lines: vec![line("3210 257 170", "1")], ..avoided("km", single("90 000 kr/år")) };
    let budget = budget_of(&[case(8, vec![km], vec![])], &solvik(), &today);
    assert_eq!(future(&budget, "3210 257 170"), years(["410000", "440000", "410000", "410000"]));
    assert!(budget.lines.iter().all(|line| &*line.art != "200"));
    assert_eq!(budget.investments.today[0].amount, years(["1000000"; 4]));
}

// ---- decided, and already in

fn decided(case: Case) -> Case {
    let decision = Decision {
        date: chrono::NaiveDate::default(),
        body: None,
        outcome: Outcome::Adopted,
        reference: None,
        in_budget: false,
        promised: None,
    };
    Case { decision: Some(decision), ..case }
}

/// Decided, and today's budget already holds it.
pub(super) fn held(case: Case) -> Case {
    let mut case = decided(case);
    case.decision.as_mut().unwrap().in_budget = true;
    case
}

#[test]
fn a_case_that_is_innarbeidet_is_listed_and_moves_nothing() {
    let mut organisation = solvik();
    organisation.frames.savings_demand.insert(year(2027), kroner("1 000 000"));
    let open = with_id("a", case(8, vec![two_positions("3210 257 010")], vec![]));
    let saved = two_positions("4000 201 010");
    let practice = NewPractice {
        unit: "3210".to_owned(),
        from: From::CaseYear(1),
        staff: vec![staff("5")],
        others: vec![],
    };
    let other = Case { new_practice: vec![practice], ..with_id("b", case(8, vec![saved], vec![])) };
    let alone = budget_of(std::slice::from_ref(&open), &organisation, &night());
    let both = budget_of(&[held(other.clone()), open.clone()], &organisation, &night());
    assert_eq!((&both.lines, &both.units, &both.totals), (&alone.lines, &alone.units, &alone.totals));
    assert_eq!(both.clashes, []);
    let listed = &both.cases[1];
    assert!(listed.is_decided && listed.is_in_todays_budget);
    assert_eq!(listed.years[0].taken_out, kroner("1364636"));
    // The same, decided but not yet in: it counts.
    let counted =
        budget_of(&[decided(Case { new_practice: vec![], ..other }), open], &organisation, &night());
    let demand = counted.totals[0].demand.unwrap();
    assert_eq!((demand.reached, demand.missing), (kroner("2729272"), Kroner::ZERO));
}

#[test]
fn the_savings_demand_counts_gains_less_running_and_capital_costs() {
    let mut organisation = solvik();
    organisation.rules.loan = Some(loan());
    for (at, demand) in [(2027, "90 000"), (2028, "90 000"), (2029, "0.5")] {
        organisation.frames.savings_demand.insert(year(at), kroner(demand));
    }
    let saved = avoided("spart", single("100 000 kr/år"));
    let costs = vec![
        cost("d", CostKind::Running, single("10 000 kr/år")),
        cost("o", CostKind::Restructuring, single("500 000 kr")),
        cost("i", CostKind::Investment, single("100 000 kr")),
    ];
    let budget = budget_of(&[case(8, vec![saved], costs)], &organisation, &night());
    let demands: Vec<_> = budget.totals.iter().map(|total| total.demand).collect();
    assert_eq!(demands[0].map(|demand| demand.missing), Some(Kroner::ZERO), "restructuring does not count");
    // 100 000 ÷ 8 years + 4,5 % of 100 000
    assert_eq!(
        demands[1].map(|demand| (demand.reached, demand.missing)),
        Some((kroner("73000"), kroner("17000")))
    );
    assert_eq!(demands[3], None);
}

// ---- new practice

fn staff(fte: &str) -> Staffing {
    Staffing {
        position: "helsefagarbeider".to_owned(),
        fte: Fte::new(decimal(fte)),
        function: "257".to_owned(),
    }
}

fn other(art: &str, amount: &str) -> OtherLine {
    OtherLine { art: art.to_owned(), function: "257".to_owned(), amount: kroner(amount), name: None }
}

fn practice(from: From, staff: Vec<Staffing>, others: Vec<OtherLine>) -> NewPractice {
    NewPractice { unit: "3210".to_owned(), from, staff, others }
}

/// Two årsverk and a licence, with a new practice.
fn renewed(id: &str, practices: Vec<NewPractice>) -> Case {
    let rows = case(8, vec![two_positions("3210 257 010")], vec![licence("320 000 kr/år")]);
    Case { new_practice: practices, ..with_id(id, rows) }
}

#[test]
fn staffing_replaces_wage_pension_and_levy_from_year_k_and_every_part_is_named() {
    let new = practice(From::CaseYear(2), vec![staff("17.5")], vec![other("195", "350 000")]);
    let budget = budget_of(&[renewed("a", vec![new])], &solvik(), &night());
    // The plain rule in year 1; then 17,5 × 520 000, 78 000 and 84 318.
    assert_eq!(future(&budget, "3210 257 010"), years(["9360000", "9100000", "9100000", "9100000"]));
    assert_eq!(future(&budget, "3210 257 090"), years(["1404000", "1365000", "1365000", "1365000"]));
    assert_eq!(future(&budget, "3210 257 099"), years(["1517724", "1475565", "1475565", "1475565"]));
    assert_eq!(future(&budget, "3210 257 195"), years(["320000", "350000", "350000", "350000"]));
    assert_eq!(future(&budget, "3210 257 170"), years(["500000"; 4]), "not named: as it was");
    let wage = at(&budget, "3210 257 010");
    assert_eq!(wage.fte_future(1, year(2028)), Ok(Some(fte("17.5"))));
    assert_eq!(wage.fte_change(1, year(2028)), Ok(fte("-2.5")));
    // The budget falls by half an årsverk more than the case says, and pays 30 000 more.
    assert_eq!(differences(&budget, 0), years(["0", "-311159", "-311159", "-311159"]));
    let of_2028: Vec<_> = budget.units[0].differences.iter().filter(|part| part.year == year(2028)).collect();
    let named: Vec<_> =
        of_2028.iter().map(|part| (&*budget.lines[part.line].art, part.case, part.amount)).collect();
    let expected = [("010", "-260000"), ("090", "-39000"), ("099", "-42159"), ("195", "30000")];
    assert_eq!(named, expected.map(|(art, amount)| (art, 0, kroner(amount))));
    assert_named(&budget);
}

#[test]
fn a_case_year_moves_with_the_start_and_a_calendar_year_does_not() {
    let held = |from| practice(from, vec![], vec![other("170", "1")]);
    let moved = |from| {
        let case = Case { start: Some(year(2028)), ..renewed("a", vec![held(from)]) };
        future(&budget_of(&[case], &solvik(), &night()), "3210 257 170")
    };
    assert_eq!(moved(From::CaseYear(2)), years(["500000", "500000", "1", "1"]));
    assert_eq!(moved(From::Calendar(year(2030))), years(["500000", "500000", "500000", "1"]));
    assert_eq!(moved(From::CaseYear(9)), years(["500000"; 4]));
}

#[test]
fn what_other_cases_take_out_of_a_replaced_line_comes_off_the_new_value() {
    let new = practice(From::CaseYear(1), vec![staff("17")], vec![other("170", "400 000")]);
    let km =
        Benefit { budget_lines: vec![line("3210 257 170", "1")], ..avoided("km", single("90 000 kr/år")) };
    let extra = on("3210 257 170", cost("Leasing", CostKind::Running, single("25 000 kr/år")));
    let others = with_id("b", case(8, vec![km, two_positions("3210 257 010")], vec![extra]));
    let budget = budget_of(&[others, renewed("a", vec![new])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 170")[0], kroner("335000"));
    // (17 − 2) årsverk
    assert_eq!(future(&budget, "3210 257 010")[0], kroner("7800000"));
    assert_eq!(at(&budget, "3210 257 010").fte_future(0, year(2027)), Ok(Some(fte("15"))));
    assert_eq!(at(&budget, "3210 257 170").cases(year(2027)), [0, 1]);
    // New practice is 1 årsverk less than the case says (−682 318), and 100 000 less on art 170.
    assert_eq!(differences(&budget, 0)[0], kroner("-782318"));
    assert!(budget.units[0].differences.iter().all(|part| part.case == 0), "named by whose practice it is");
    assert_named(&budget);
}

#[test]
fn two_cases_with_new_practice_for_one_function_and_year_clash_and_neither_replaces() {
    let one = renewed("a", vec![practice(From::CaseYear(1), vec![staff("17")], vec![])]);
    let two = with_id("b", case(8, vec![], vec![]));
    let two =
        Case { new_practice: vec![practice(From::CaseYear(3), vec![], vec![other("170", "1")])], ..two };
    let budget = budget_of(&[two, one], &solvik(), &night());
    let clashes: Vec<_> =
        budget.clashes.iter().map(|clash| (clash.year.number(), clash.cases.clone())).collect();
    assert_eq!(clashes, [(2029, vec![0, 1]), (2030, vec![0, 1])]);
    assert_eq!((&*budget.clashes[0].unit, &*budget.clashes[0].function), ("3210", "257"));
    assert_eq!(future(&budget, "3210 257 010"), years(["8840000", "8840000", "9360000", "9360000"]));
    assert_eq!(future(&budget, "3210 257 170"), years(["500000"; 4]));
}

#[test]
fn parts_of_one_case_that_begin_in_different_years_follow_each_other() {
    let parts = vec![
        practice(From::CaseYear(3), vec![staff("16")], vec![]),
        practice(From::CaseYear(1), vec![staff("18")], vec![other("170", "450 000")]),
    ];
    let budget = budget_of(&[renewed("a", parts)], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 010"), years(["9360000", "9360000", "8320000", "8320000"]));
    assert_eq!(future(&budget, "3210 257 170"), years(["450000"; 4]), "holds where nothing later is said");
    assert_eq!(budget.clashes, []);
}

#[test]
fn one_case_that_says_a_line_twice_clashes_with_itself() {
    let twice = vec![
        practice(From::CaseYear(2), vec![staff("18")], vec![]),
        practice(From::Calendar(year(2028)), vec![staff("16")], vec![]),
    ];
    let budget = budget_of(&[renewed("a", twice)], &solvik(), &night());
    assert_eq!(
        budget.clashes.iter().map(|clash| clash.cases.clone()).collect::<Vec<_>>(),
        [vec![0], vec![0], vec![0]]
    );
    assert_eq!(future(&budget, "3210 257 010"), years(["9360000"; 4]));

    let both = practice(From::CaseYear(1), vec![staff("18")], vec![other("090", "1")]);
    let budget = budget_of(&[renewed("a", vec![both])], &solvik(), &night());
    assert_eq!((budget.clashes.len(), future(&budget, "3210 257 090")[0]), (4, kroner("1404000")));
}

#[test]
fn positions_and_lines_of_one_part_are_summed() {
    let adviser = Staffing { position: "rådgiver".to_owned(), ..staff("1") };
    let new =
        practice(From::CaseYear(1), vec![staff("17"), adviser], vec![other("195", "1"), other("195", "2")]);
    let budget = budget_of(&[renewed("a", vec![new])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 195")[0], kroner("3"));
    let arts = ["010", "090", "099"].map(|art| future(&budget, &format!("3210 257 {art}"))[0]);
    // 17 × 682 318 + 950 000, to the krone and the øre.
    assert_eq!(Kroner::sum(arts), Ok(kroner("12549406")));
    assert_eq!(at(&budget, "3210 257 010").fte_future(0, year(2027)), Ok(Some(fte("18"))));
}

#[test]
fn an_unknown_position_is_told_and_not_taken_as_nothing() {
    let unknown = Staffing { position: "astronaut".to_owned(), ..staff("1") };
    let case = renewed("a", vec![practice(From::CaseYear(1), vec![unknown], vec![])]);
    let wrong = NoBudget::UnknownPosition { case: "a".to_owned(), position: "astronaut".to_owned() };
    assert_eq!(try_budget(&[case], &solvik(), &night()), Err(wrong));
}

#[test]
fn staffing_where_årsverk_today_are_not_known_changes_by_what_the_case_takes_out() {
    let today = ledger(&[row("3210 257 010", "10 400 000", None)]);
    let new = practice(From::CaseYear(1), vec![staff("17")], vec![]);
    let budget = budget_of(&[renewed("a", vec![new])], &solvik(), &today);
    let wage = at(&budget, "3210 257 010");
    assert_eq!(wage.fte_future(0, year(2027)), Ok(Some(fte("17"))));
    assert_eq!(wage.fte_change(0, year(2027)), Ok(fte("-2")));
    assert_eq!(budget.units[0].years[0].fte_today, None);
}

// ---- investment

fn loan() -> Loan {
    Loan { rate: rate("0.045"), repayment_years: 20, unit: Some("9000".to_owned()) }
}

#[test]
fn investment_stands_apart_with_its_loan_outside_the_unit() {
    let mut organisation = solvik();
    organisation.rules.loan = Some(loan());
    let sensors = on("3210 257 200", cost("Sensorer", CostKind::Investment, by_case_year(&["1.1 mill. kr"])));
    let budget = budget_of(&[case(8, vec![], vec![sensors.clone()])], &organisation, &night());
    assert_eq!(budget.units[0].years[0].cases_take_out, Kroner::ZERO);
    assert!(budget.lines.iter().all(|line| &*line.art != "200" && &*line.unit != "9000"));
    let investments = &budget.investments;
    assert_eq!(investments.financing.as_ref().unwrap().unit.as_deref(), Some("9000"));
    let row = &investments.rows[0];
    assert_eq!((row.name.as_str(), row.outlay), ("Sensorer", years(["1100000", "0", "0", "0"])));
    assert_eq!(row.interest, years(["0", "49500", "43312.5", "37125"]));
    assert_eq!(row.repayment, years(["0", "137500", "137500", "137500"]));
    assert_eq!(row.lines[0].art, "200");
    assert_eq!((investments.outlay[0], investments.capital[1]), (kroner("1100000"), kroner("187000")));
    assert_eq!(budget.areas[0].years[1].running_effect(), Ok(kroner("-187000")));

    let without = budget_of(&[case(8, vec![], vec![sensors])], &solvik(), &night());
    assert_eq!((without.investments.financing, without.investments.capital), (None, [Kroner::ZERO; 4]));
}

#[test]
fn rows_with_outlays_in_two_years_are_one_row() {
    let bought = cost("k", CostKind::Investment, by_calendar_year(&[(2027, "40 kr"), (2029, "60 kr")]));
    let half = Cost { paid_out: share("0.5"), ..bought };
    let budget = budget_of(&[case(8, vec![], vec![half])], &solvik(), &night());
    assert_eq!(budget.investments.rows.len(), 1);
    assert_eq!(budget.investments.rows[0].outlay, years(["20", "0", "30", "0"]), "the paid part");
    assert_eq!((budget.units.len(), budget.empty_units.len()), (0, 0));
}

// ---- what cannot be right

#[test]
fn more_taken_than_stands_and_more_årsverk_than_there_are_are_told() {
    let today = ledger(&[row("3210 257 010", "600 000", Some("1.2")), row("3210 257 170", "500 000", None)]);
    let km = Benefit {
        budget_lines: vec![line("3210 257 170", "1")],
        ..avoided("km", by_case_year(&["500 000 kr", "500 001 kr"]))
    };
    let budget = budget_of(&[case(8, vec![two_positions("3210 257 010"), km], vec![])], &solvik(), &today);
    let doubts = budget.doubts().unwrap();
    let (stands, taken) = (kroner("600000"), kroner("1040000"));
    assert_eq!(doubts[0], Doubt::LineOverdrawn { line: 0, year: year(2027), stands, taken });
    assert_eq!(doubts[1], Doubt::NegativeFte { line: 0, year: year(2027), left: fte("-0.8") });
    let overdrawn = |art: &str| {
        let lines = doubts.iter().filter_map(|doubt| match doubt {
            Doubt::LineOverdrawn { line, year, .. } => Some((&*budget.lines[*line].art, year.number())),
            Doubt::NoLine { .. } | Doubt::NegativeFte { .. } | Doubt::UnitOverdrawn { .. } => None,
        });
        lines.filter(|(of, _)| *of == art).map(|(_, year)| year).collect::<Vec<_>>()
    };
    assert_eq!(overdrawn("170"), [2028, 2029, 2030], "all that stands on a line may be taken");
    let unit = Doubt::UnitOverdrawn { unit: 0, year: year(2027), has: fte("1.2"), taken: fte("2") };
    assert!(doubts.contains(&unit));
}

#[test]
fn more_income_on_an_income_line_is_no_overdraft() {
    let fees = Benefit {
        budget_lines: vec![line("3210 257 600", "1")],
        ..avoided("gebyr", single("300 000 kr/år"))
    };
    let budget = budget_of(&[case(8, vec![fees], vec![])], &solvik(), &night());
    assert_eq!(future(&budget, "3210 257 600"), years(["-500000"; 4]));
    assert_eq!(budget.totals[0].future.income, kroner("-500000"));
    assert_eq!(budget.doubts(), Ok(vec![]));
}

#[test]
fn a_figure_that_does_not_fit_is_told() {
    let today = ledger(&[
        row("3210 257 170", "79228162514264337593543950335", None),
        row("3210 257 170", "79228162514264337593543950335", None),
    ]);
    let case = case(8, vec![two_positions("3210 257 010")], vec![]);
    assert_eq!(try_budget(&[case], &solvik(), &today), Err(NoBudget::TooLarge));
}

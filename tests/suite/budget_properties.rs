//! What must hold for any future budget, tried on small random portfolios and budgets.

use super::budget::{assert_named, budget_of, held, ledger, row, with_id};
use super::budget_pages::{assert_lines_foot, assert_printed_adds_up};
use super::sample::{avoided, case, cost, kroner, line, saved_time, share, solvik, year};
use a3::budget::{DeflatorTerms, FutureBudget, changes, levels};
use a3::calc::{Calculator, appraise};
use a3::ledger::{AccountClass, Ledger, Line};
use a3::model::{
    Amount, Benefit, BudgetLine, Case, Cost, CostKind, Estimate, From, Loan, NewPractice, Organisation,
    OtherLine, Staffing, Value,
};
use a3::quantity::{Base, Dimension, Quantity};
use a3::units::{Decimal, Fte, Kroner, Rate};
use proptest::prelude::*;

const UNITS: [&str; 3] = ["1000", "2000", "3000"];
const FUNCTIONS: [&str; 2] = ["257", "120"];
const ARTS: [&str; 6] = ["010", "020", "090", "099", "170", "600"];

fn codes() -> impl Strategy<Value = String> {
    (0..UNITS.len(), 0..FUNCTIONS.len(), 0..ARTS.len())
        .prop_map(|(unit, function, art)| format!("{} {} {}", UNITS[unit], FUNCTIONS[function], ARTS[art]))
}

fn øre() -> impl Strategy<Value = Decimal> {
    (-100_000_000i64..100_000_000).prop_map(|cents| Decimal::new(cents, 2))
}

fn amount(of: Decimal, base: Base) -> Amount {
    Amount::Single(Value::Estimate(Estimate::Certain(Quantity::new(of, Dimension::of(base)))))
}

fn budget_line() -> impl Strategy<Value = Line> {
    (codes(), øre(), prop::option::of(0i64..500), prop::option::of(2026u16..2032), any::<bool>()).prop_map(
        |(codes, amount, tenths, at, invests)| Line {
            amount: Kroner::new(amount),
            fte: tenths.map(|tenths| Fte::new(Decimal::new(tenths, 1))),
            year: at.map(year),
            class: if invests { AccountClass::Investment } else { AccountClass::Running },
            ..row(&codes, "0", None)
        },
    )
}

/// No line, one, or two with shares that do not divide well.
fn posts() -> impl Strategy<Value = Vec<BudgetLine>> {
    prop_oneof![
        1 => Just(vec![]),
        3 => codes().prop_map(|codes| vec![line(&codes, "1")]),
        2 => (codes(), codes(), 1i64..100).prop_map(|(one, other, percent)| vec![
            line(&one, &Decimal::new(percent, 2).to_string()),
            line(&other, &Decimal::new(100 - percent, 2).to_string()),
        ]),
    ]
}

fn practice() -> impl Strategy<Value = NewPractice> {
    let from = prop_oneof![
        (1u16..6).prop_map(From::CaseYear),
        (2026u16..2031).prop_map(|at| From::Calendar(year(at))),
    ];
    let staff =
        (0i64..300, 0..FUNCTIONS.len(), any::<bool>()).prop_map(|(tenths, function, nurse)| Staffing {
            position: if nurse { "helsefagarbeider" } else { "rådgiver" }.to_owned(),
            fte: Fte::new(Decimal::new(tenths, 1)),
            function: FUNCTIONS[function].to_owned(),
        });
    let other = (0..ARTS.len(), 0..FUNCTIONS.len(), øre()).prop_map(|(art, function, amount)| OtherLine {
        art: ARTS[art].to_owned(),
        function: FUNCTIONS[function].to_owned(),
        amount: Kroner::new(amount),
        name: None,
    });
    let parts = (prop::collection::vec(staff, 0..3), prop::collection::vec(other, 0..3));
    (0..UNITS.len(), from, parts).prop_map(|(unit, from, (staff, others))| NewPractice {
        unit: UNITS[unit].to_owned(),
        from,
        staff,
        others,
    })
}

fn any_case() -> impl Strategy<Value = Case> {
    let row = (øre(), 0u8..8, posts());
    let practices = prop::collection::vec(practice(), 0..2);
    (prop::collection::vec(row, 0..5), practices, 2025u16..2032, 1u16..10).prop_map(
        |(rows, practices, start, life)| {
            let mut made = case(life, vec![], vec![]);
            made.start = Some(year(start));
            made.new_practice = practices;
            for (of, kind, budget_lines) in rows {
                let hired = |kind| Cost {
                    budget_lines: budget_lines.clone(),
                    position: Some("helsefagarbeider".to_owned()),
                    paid_out: share("0.7"),
                    ..cost("h", kind, amount(of, Base::Hour))
                };
                let paid = |kind| Cost {
                    budget_lines: budget_lines.clone(),
                    ..cost("k", kind, amount(of, Base::Krone))
                };
                match kind {
                    0 => {
                        made.benefits.push(Benefit { budget_lines, ..avoided("a", amount(of, Base::Krone)) })
                    }
                    1 => made
                        .benefits
                        .push(Benefit { budget_lines, ..saved_time("t", amount(of, Base::Hour), "0.7") }),
                    2 => made.costs.push(paid(CostKind::Running)),
                    3 => made.costs.push(paid(CostKind::Restructuring)),
                    4 => made.costs.push(hired(CostKind::Running)),
                    5 => made.costs.push(hired(CostKind::Restructuring)),
                    6 => made.costs.push(hired(CostKind::Investment)),
                    _ => made.costs.push(Cost { paid_out: share("0.5"), ..paid(CostKind::Investment) }),
                }
            }
            made
        },
    )
}

fn portfolio() -> impl Strategy<Value = Vec<Case>> {
    prop::collection::vec(any_case(), 0..5).prop_map(|cases| {
        cases.into_iter().enumerate().map(|(at, case)| with_id(&format!("sak-{at}"), case)).collect()
    })
}

fn today() -> impl Strategy<Value = Ledger> {
    prop::collection::vec(budget_line(), 0..30).prop_map(|lines| ledger(&lines))
}

fn organisation() -> Organisation {
    let mut organisation = solvik();
    organisation.rules.loan = Some(Loan {
        rate: Rate::new(Decimal::new(45, 3)),
        repayment_years: 7,
        unit: Some("9000".to_owned()),
    });
    organisation.rules.growth = [(year(2028), Rate::new(Decimal::new(43, 3)))].into();
    organisation.frames.savings_demand.insert(year(2028), kroner("1 000"));
    organisation
}

/// Σ change of the units and of what has no line = Σ effects without capital costs + the named differences.
fn assert_reconciled(budget: &FutureBudget) {
    assert_named(budget);
    for (slot, total) in budget.totals.iter().enumerate() {
        let counting = budget.cases.iter().filter(|case| !case.is_in_todays_budget);
        let effects = Kroner::sum(counting.map(|case| case.years[slot].net().unwrap())).unwrap();
        let of_year =
            budget.units.iter().flat_map(|unit| &unit.differences).filter(|part| part.year == total.year);
        let named = Kroner::sum(of_year.map(|part| part.amount)).unwrap();
        assert_eq!(total.running_change, named.minus(effects).unwrap());
        assert_eq!(total.difference, named);
        let lines = budget.lines.iter().map(|line| line.change().unwrap()[slot]);
        assert_eq!(Kroner::sum(lines), Ok(total.units_change));
        let sides = total.future.net().unwrap().minus(total.today.net().unwrap());
        assert_eq!(sides, Ok(total.units_change));
        let (whole, capital) = (&budget.whole[slot], budget.investments.capital[slot]);
        let change = whole.future.net().unwrap().minus(whole.today.net().unwrap());
        assert_eq!(change, total.running_change.plus(capital), "the whole file changes by what the cases do");
        let areas = budget.areas.iter().map(|area| area.years[slot].net().unwrap());
        assert_eq!(Kroner::sum(areas), Ok(effects));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_budget_changes_by_the_effects_of_the_cases_and_the_named_differences(cases in portfolio(), today in today()) {
        let organisation = organisation();
        let budget = budget_of(&cases, &organisation, &today);
        assert_reconciled(&budget);
        // The cases' effects are those of `calc`, to the 8 decimals amounts have.
        for (case, in_budget) in cases.iter().zip(&budget.cases) {
            let value = appraise(case, &organisation).unwrap().value.unwrap();
            for (at, expected) in in_budget.years.iter().zip(value.running_effect) {
                prop_assert_eq!(at.running_effect().unwrap().rounded(8), expected.rounded(8));
            }
        }
        prop_assert!(budget.doubts().is_ok());
        assert_lines_foot(budget, organisation);
    }

    #[test]
    fn what_pays_for_the_investments_adds_up_to_them_and_their_lines_to_both(cases in portfolio(), today in today()) {
        let budget = budget_of(&cases, &organisation(), &today);
        let of = &budget.investments;
        for (slot, outlay) in of.outlay.into_iter().enumerate() {
            prop_assert_eq!(of.received[slot].plus(outlay), Ok(of.spent[slot]));
            prop_assert!(!of.received[slot].is_negative() && !of.spent[slot].is_negative());
            let lines = of.budget.iter().map(|line| line.change().unwrap()[slot]);
            prop_assert_eq!(Kroner::sum(lines), Ok(outlay));
            let stands = Kroner::sum(of.budget.iter().map(|line| line.today[slot]));
            prop_assert_eq!(stands, Kroner::sum(of.today.iter().map(|line| line.amount[slot])));
        }
    }

    #[test]
    fn the_councils_tables_add_up_to_the_budget_and_foot_in_every_year(cases in portfolio(), today in today()) {
        let organisation = organisation();
        let budget = budget_of(&cases, &organisation, &today);
        let tables = budget.council_by_area(DeflatorTerms::of(&organisation.rules)).unwrap();
        for (slot, total) in budget.totals.iter().enumerate() {
            let level = tables.iter().flat_map(|table| &table.rows).map(|row| row.levels[slot]);
            prop_assert_eq!(Kroner::sum(level), Ok(total.running_change));
        }
        for table in &tables {
            for pair in table.years.windows(2) {
                prop_assert_eq!(pair[0].closing, pair[1].opening);
            }
            for row in &table.rows {
                prop_assert_eq!(levels(changes(row.levels).unwrap()), Ok(row.levels));
            }
        }
    }

    #[test]
    fn neither_the_order_of_cases_nor_of_lines_matters(
        (cases, shuffled) in portfolio().prop_flat_map(|cases| (Just(cases.clone()), Just(cases).prop_shuffle())),
        (today, other) in today().prop_flat_map(|today| (Just(today.clone()), Just(today.lines.iter().cloned().collect::<Vec<_>>()).prop_shuffle())),
    ) {
        let organisation = organisation();
        let other = Ledger { lines: other.into(), ..today.clone() };
        prop_assert_eq!(budget_of(&cases, &organisation, &today), budget_of(&shuffled, &organisation, &other));
    }

    #[test]
    fn a_case_that_is_innarbeidet_changes_nothing(cases in portfolio(), more in any_case(), today in today()) {
        let organisation = organisation();
        let held = held(with_id("sak-x", more));
        let alone = budget_of(&cases, &organisation, &today);
        let mut all = cases;
        all.push(held);
        let mut both = budget_of(&all, &organisation, &today);
        prop_assert!(both.cases.pop().unwrap().is_in_todays_budget);
        prop_assert_eq!(both, alone);
    }

    #[test]
    fn effects_of_calc_are_booked_to_the_last_krone(case in any_case(), today in today()) {
        let organisation = organisation();
        let schedule = case.schedule().unwrap();
        let effects = Calculator::new(&organisation).budget_effects(&case, schedule).unwrap();
        let budget = budget_of(&[Case { new_practice: vec![], ..case }], &organisation, &today);
        for (slot, total) in budget.totals.iter().enumerate() {
            let at = budget.plan.years()[slot];
            let lines = Fte::sum(budget.lines.iter().map(|line| line.fte_taken_out(at).unwrap())).unwrap();
            let none = budget.without_line.iter().filter(|entry| entry.year == at);
            let none = Fte::sum(none.map(|entry| entry.fte)).unwrap();
            prop_assert_eq!(total.fte_change, none.minus(lines).unwrap());
            prop_assert_eq!(total.fte_change, budget.cases[0].years[slot].fte.negated());
        }
        for line in &budget.lines {
            for (at, change) in budget.plan.years().into_iter().zip(line.change().unwrap()) {
                let on = effects.iter().filter(|effect| {
                    use a3::calc::Booking::{Restructuring, Running, TakenOut};
                    matches!(effect.booking, TakenOut | Running | Restructuring)
                        && effect.year == at
                        && effect.unit.as_deref() == Some(&line.unit)
                        && effect.function.as_deref() == Some(&line.function)
                        && effect.art.as_deref() == Some(&line.art)
                });
                // Each entry shares in the rounding of its case to 8 decimals.
                let hair = Decimal::new(on.clone().count().try_into().unwrap(), 8);
                let expected = Kroner::sum(on.map(|effect| effect.amount)).unwrap();
                prop_assert!(change.minus(expected).unwrap().abs().value() <= hair);
            }
        }
    }
}

proptest! {
    // Every figure of a budget is written and read again: few budgets, each with many lines.
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(64) })]

    #[test]
    fn what_is_printed_adds_up_to_the_last_decimal(cases in portfolio(), today in today()) {
        let mut organisation = organisation();
        // Neither interest nor repayment divides.
        organisation.rules.loan.iter_mut().for_each(|loan| loan.rate = Rate::new(Decimal::new(4_333_333_333, 11)));
        assert_printed_adds_up(budget_of(&cases, &organisation, &today), organisation);
    }
}

//! What must hold for any case, tried on random ones.

use super::sample::{
    avoided, case, cost, decimal, flat, line, rate, saved_time, share, single, solvik, year,
};
use a3::calc::{Calculator, Valuation, appraise, internal_rates};
use a3::model::{Amount, Avoids, Benefit, Case, Cost, CostKind, Estimate, Organisation, Recipient, Value};
use a3::quantity::{Base, Dimension, Quantity};
use a3::simulate::{Settings, simulate};
use a3::units::{Decimal, Fte, HourlyCost, Hours, Kroner, Rate, Share, Year};
use proptest::prelude::*;
use std::collections::BTreeMap;

fn money(value: Decimal) -> Value {
    Value::Estimate(Estimate::Certain(Quantity::new(value, Dimension::of(Base::Krone))))
}

fn hours(value: Decimal) -> Value {
    Value::Estimate(Estimate::Certain(Quantity::new(value, Dimension::of(Base::Hour))))
}

/// Øre, up to a billion kroner either way.
fn amount() -> impl Strategy<Value = Decimal> {
    (-100_000_000_000i64..100_000_000_000).prop_map(|cents| Decimal::new(cents, 2))
}

fn amounts() -> impl Strategy<Value = Vec<Decimal>> {
    prop::collection::vec(amount(), 1..12)
}

fn by_year(amounts: &[Decimal]) -> Amount {
    Amount::ByCaseYear(amounts.iter().map(|value| money(*value)).collect())
}

/// A gain and a cost by year, at a rate in per mille.
fn valued(gains: &[Decimal], costs: &[Decimal], per_mille: i64) -> Valuation {
    let life = u16::try_from(gains.len().max(costs.len())).unwrap();
    let costs = vec![cost("k", CostKind::Restructuring, by_year(costs))];
    let mut organisation = solvik();
    organisation.rules.discount = flat(&Decimal::new(per_mille, 3).to_string());
    appraise(&case(life, vec![avoided("g", by_year(gains))], costs), &organisation).unwrap().value.unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nnv_is_linear_in_the_flows(
        (one, other) in (amounts(), amounts()), costs in amounts(), per_mille in 0i64..300,
    ) {
        let life = one.len().min(other.len());
        let (one, other) = (&one[..life], &other[..life]);
        let costs = &costs[..costs.len().min(life)];
        let both: Vec<Decimal> = one.iter().zip(other).map(|(one, other)| one + other).collect();
        let apart = valued(one, costs, per_mille).npv.value() + valued(other, &[Decimal::ZERO], per_mille).npv.value();
        let off = (valued(&both, costs, per_mille).npv.value() - apart).abs();
        // Three roundings of half a cell a year, on either side.
        prop_assert!(off <= Decimal::new(i64::try_from(life).unwrap() * 3, 8), "{off}");
    }

    #[test]
    fn nnv_falls_with_the_rate_where_all_outlays_come_first(
        outlay in 1i64..1_000_000_000, gains in prop::collection::vec(1i64..1_000_000_000, 1..15),
        low in 0i64..200, step in 1i64..200,
    ) {
        let outlay = [Decimal::from(outlay)];
        let mut all = vec![Decimal::ZERO];
        all.extend(gains.into_iter().map(Decimal::from));
        prop_assert!(valued(&all, &outlay, low + step).npv < valued(&all, &outlay, low).npv);
    }

    #[test]
    fn rows_and_tax_effect_and_the_two_periods_are_the_nnv_exactly(
        case in random_case(), per_mille in 0i64..300, period in 1u16..20,
    ) {
        let mut organisation = solvik();
        organisation.rules.discount = flat(&Decimal::new(per_mille, 3).to_string());
        organisation.rules.period = period;
        organisation.rules.time_values.insert(Recipient::Residents, HourlyCost::new(decimal("230")));
        let value = appraise(&case, &organisation).unwrap().value.unwrap();
        let rows = Kroner::sum(value.rows.iter().filter_map(|row| row.present_value)).unwrap();
        prop_assert_eq!(rows.plus(value.tax_effect).unwrap(), value.npv);
        prop_assert_eq!(value.npv_in_period.plus(value.residual).unwrap(), value.npv);
        let own = Kroner::sum(value.rows.iter().map(|row| row.own_present_value)).unwrap();
        prop_assert_eq!(own, value.npv_organisation);
        prop_assert_eq!(value.benefits.minus(value.costs).unwrap().plus(value.tax_effect).unwrap(), value.npv);
        for row in &value.rows {
            let cells = Kroner::sum(row.cells.iter().map(|cell| cell.present_value)).unwrap();
            prop_assert_eq!(row.present_value.unwrap_or_default(), cells);
        }
    }

    #[test]
    fn whole_positions_share_back_to_whole_steps_exactly(
        rows in prop::collection::vec((0i64..400_000, 0u8..3, 0i64..=100), 1..6), take_out in 0i64..=100,
    ) {
        let row = |(hours_hundredths, unit, first): &(i64, u8, i64)| {
            let units = ["3210 257 010", "4000 257 010", "5000 254 010"];
            let first = Decimal::new(*first, 2);
            let lines = vec![
                line(units[usize::from(*unit)], &first.to_string()),
                line(units[usize::from((unit + 1) % 3)], &(Decimal::ONE - first).to_string()),
            ];
            let amount = Amount::Single(hours(Decimal::new(*hours_hundredths, 2)));
            let take_out = Decimal::new(take_out, 2).to_string();
            Benefit { budget_lines: lines, ..saved_time("t", amount, &take_out) }
        };
        let benefits: Vec<Benefit> = rows.iter().map(row).collect();
        let asked: Decimal = rows.iter().map(|(hours, ..)| Decimal::new(*hours, 2) * Decimal::new(take_out, 2)).sum();
        let case = case(4, benefits, vec![]);
        let organisation = solvik();
        let potential = appraise(&case, &organisation).unwrap().potential;
        let taken = Hours::sum(potential.rows.iter().map(|row| row.own_hours)).unwrap();
        prop_assert_eq!(taken.as_fte(organisation.rules.hours_per_fte).unwrap(), potential.fte_taken_out);
        prop_assert_eq!(potential.fte_taken_out.value() % decimal("0.2"), Decimal::ZERO);
        prop_assert!(taken.value() <= asked + decimal("0.0001"));

        let calculator = Calculator::new(&organisation);
        let effects = calculator.budget_effects(&case, case.schedule().unwrap()).unwrap();
        let mut by_unit: BTreeMap<(Option<String>, Year), (Fte, Kroner)> = BTreeMap::new();
        for effect in effects {
            let sums = by_unit.entry((effect.unit, effect.year)).or_default();
            *sums = (sums.0.plus(effect.fte).unwrap(), sums.1.plus(effect.amount).unwrap());
        }
        for (fte, amount) in by_unit.into_values() {
            let off = (fte.value() - fte.value().round_dp(1)).abs();
            prop_assert!(off < decimal("0.00000000000000000001"), "{fte:?}");
            prop_assert!((amount.value() + fte.value() * Decimal::from(682_318)).abs() < decimal("0.000000000001"));
        }
    }

    #[test]
    fn internal_rates_are_the_rates_a_flow_was_made_from(
        percents in prop::collection::btree_set(-85i64..990, 1..5), scale in 1i64..1_000_000,
    ) {
        // Π (1 + r_i − q) with q = 1 + r is zero exactly at the rates.
        let mut flow = vec![Decimal::from(scale)];
        for percent in &percents {
            let growth = Decimal::new(100 + percent, 2);
            let mut next = vec![Decimal::ZERO; flow.len() + 1];
            for (k, amount) in flow.iter().enumerate() {
                next[k] -= amount;
                next[k + 1] += amount * growth;
            }
            flow = next;
        }
        let flow: Vec<_> = (0..).zip(flow).map(|(k, amount)| (year(2027).later(k), Kroner::new(amount))).collect();
        let rates: Vec<_> = percents.iter().map(|percent| Decimal::new(*percent, 2).normalize()).collect();
        prop_assert_eq!(internal_rates(&flow), rates);
    }

    #[test]
    fn at_an_internal_rate_the_nnv_is_zero(flow in prop::collection::vec(-1_000i64..1_000, 2..12)) {
        let dated: Vec<_> =
            (0..).zip(&flow).map(|(k, amount)| (year(2027).later(k), Kroner::new(Decimal::from(*amount)))).collect();
        let rates = internal_rates(&dated);
        for found in &rates {
            let residents = Benefit {
                recipient: Recipient::Residents,
                ..avoided("g", by_year(&flow.iter().map(|amount| Decimal::from(*amount)).collect::<Vec<_>>()))
            };
            let mut organisation = solvik();
            organisation.rules.discount = flat(&found.to_string());
            let life = u16::try_from(flow.len()).unwrap();
            let npv = appraise(&case(life, vec![residents], vec![]), &organisation).unwrap().value.unwrap().npv;
            // Below −50 % a billionth of rate is worth much: the tolerance grows with the factors.
            let growth = Decimal::ONE + found;
            let steep = (0..flow.len() + 1).fold(Decimal::ONE, |all, _| if growth < Decimal::ONE { all / growth } else { all });
            prop_assert!(npv.value().abs() < Decimal::new(1, 4) * steep, "{found} {npv:?}");
        }
        // A flow whose ends have opposite signs at the two ends of the range has an odd number of crossings.
        let sign = |growth: Decimal| flow.iter().rev().fold(Decimal::ZERO, |sum, amount| sum / growth + Decimal::from(*amount));
        if (sign(decimal("0.1")) * sign(decimal("11"))).is_sign_negative() && !sign(decimal("11")).is_zero() {
            prop_assert!(!rates.is_empty());
        }
    }

    #[test]
    fn nothing_panics_on_extreme_input(
        figures in prop::collection::vec(extreme(), 12), life in 0u16..400, start in 1900u16..2300, switches in any::<u16>(),
    ) {
        let is_on = |bit: u16| switches & (1 << bit) != 0;
        let mut organisation = extreme_organisation(&figures);
        if is_on(0) { organisation.rules.loan = None; }
        if is_on(1) { organisation.smallest_position = share("0.2"); }
        let mut case = extreme_case(&figures, if is_on(2) { twice } else { Amount::Single });
        case.life = Some(life);
        case.start = Year::new(start);
        let schedule = case.schedule().unwrap();
        if let Ok(appraisal) = appraise(&case, &organisation) {
            let _ = appraisal.value.map(|value| internal_rates(&value.net_flow()));
        }
        let _ = Calculator::new(&organisation).budget_effects(&case, schedule);
        let point = |place: usize| Quantity::new(figures[place], Dimension::of(Base::Krone));
        let points = Estimate::ThreePoint { low: point(0), mode: point(1), high: point(2) };
        case.benefits.push(avoided("usikker", Amount::Single(Value::Estimate(points))));
        let _ = simulate(&Calculator::new(&organisation), &case, Settings { draws: 100, seed: 1 });
    }
}

/// A case with rows of every kind.
pub(crate) fn random_case() -> impl Strategy<Value = Case> {
    let row = (amount(), 0u8..8, 0i64..=100);
    (prop::collection::vec(row, 1..8), 1u16..25).prop_map(|(rows, life)| {
        let mut made = case(life, vec![], vec![]);
        for (amount, kind, percent) in rows {
            let part = Decimal::new(percent, 2).to_string();
            let yearly = || Amount::Single(money(amount));
            let time = || Amount::Single(hours(amount));
            match kind {
                0 => made.benefits.push(Benefit { take_out: share(&part), ..avoided("a", yearly()) }),
                1 => made.benefits.push(saved_time("t", time(), &part)),
                2 => made.benefits.push(Benefit { avoids: Avoids::Growth, ..saved_time("v", time(), &part) }),
                3 => made
                    .benefits
                    .push(Benefit { recipient: Recipient::Residents, ..saved_time("i", time(), &part) }),
                4 => {
                    made.benefits.push(Benefit { transfer: Some(Recipient::State), ..avoided("o", yearly()) })
                }
                5 => made.costs.push(Cost {
                    transfer: Some(Recipient::Residents),
                    ..cost("u", CostKind::Running, yearly())
                }),
                6 => made.costs.push(cost("k", CostKind::Investment, yearly())),
                _ => made.costs.push(Cost {
                    position: Some("rådgiver".to_owned()),
                    paid_out: share(&part),
                    ..cost("d", CostKind::Running, time())
                }),
            }
        }
        made
    })
}

/// Anything a decimal can be.
fn extreme() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        Just(Decimal::MAX),
        Just(Decimal::MIN),
        Just(Decimal::ZERO),
        Just(Decimal::ONE),
        Just(Decimal::NEGATIVE_ONE),
        Just(Decimal::new(1, 28)),
        (any::<i64>(), 0u32..28).prop_map(|(digits, scale)| Decimal::new(digits, scale)),
        any::<i128>().prop_map(|digits| Decimal::from_i128_with_scale(digits >> 32, 3)),
    ]
}

fn extreme_organisation(figures: &[Decimal]) -> Organisation {
    let mut organisation = solvik();
    organisation.rules.discount = flat(&figures[0].to_string());
    organisation.rules.real_growth = Rate::new(figures[1]);
    organisation.rules.tax_cost = Rate::new(figures[2]);
    organisation.rules.hours_per_fte = Hours::new(figures[3]);
    organisation.smallest_position = Share::new(figures[4]);
    organisation.rules.loan =
        Some(a3::model::Loan { rate: Rate::new(figures[5]), repayment_years: 0, unit: None });
    organisation.rules.time_values.insert(Recipient::State, HourlyCost::new(figures[6]));
    organisation.positions.get_mut("helsefagarbeider").unwrap().annual_cost = Kroner::new(figures[6]);
    organisation
}

fn twice(value: Value) -> Amount {
    Amount::ByCaseYear(vec![value.clone(), value])
}

fn extreme_case(figures: &[Decimal], amount: fn(Value) -> Amount) -> Case {
    let time = Benefit {
        take_out: Share::new(figures[7]),
        phase_in: vec![Share::new(figures[8])],
        budget_lines: vec![line("1 2 010", "0.5"), line("2 2 010", "0.5")],
        ..saved_time("t", amount(hours(figures[9])), "1")
    };
    let state = Benefit { recipient: Recipient::State, ..time.clone() };
    let grant = Benefit { transfer: Some(Recipient::Residents), ..avoided("o", amount(money(figures[10]))) };
    let bought = cost("k", CostKind::Investment, amount(money(figures[11])));
    case(
        1,
        vec![time, state, grant, avoided("e", Amount::ByCaseYear(vec![]))],
        vec![bought, cost("d", CostKind::Running, single("1 kr/år"))],
    )
}

#[test]
fn a_rate_of_minus_a_hundred_per_cent_is_too_large_and_not_a_panic() {
    let mut organisation = solvik();
    organisation.rules.discount = flat("-1");
    organisation.rules.real_growth = rate("0");
    assert!(appraise(&case(2, vec![avoided("a", single("1 kr/år"))], vec![]), &organisation).is_err());
}

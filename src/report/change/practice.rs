//! ny_praksis as it follows from today's budget: the lines of a unit, less what the case takes out of them.

use super::blocks::open;
use crate::budget::{CarriedOut, FutureLine, future_budget};
use crate::calc::Calculator;
use crate::edit::Value;
use crate::ledger::Ledger;
use crate::model::{Case, Organisation, Repricing};
use crate::quantity::plain;
use crate::text;
use crate::units::{Decimal, Factor, Kroner, Year};
use std::collections::BTreeSet;

/// Lines of one unit that are written out. One with more is a whole department.
const MOST_LINES: usize = 40;

/// A row for each unit that something is taken out of and that has none, in the prices of the case. Without today's
/// budget, or where it or the case is in prices that nothing brings to budsjettår's, the lines are left to be filled in.
pub(super) fn rows(case: &Case, organisation: &Organisation, ledger: Option<&Ledger>) -> Vec<Value> {
    let Some(schedule) = case.schedule() else { return Vec::new() };
    let Ok(effects) = Calculator::new(organisation).budget_effects(case, schedule) else { return Vec::new() };
    let carried = CarriedOut { case, schedule, effects };
    let is_of_today = organisation.budget_in_other_prices().is_none() && case.in_other_prices().is_none();
    let budget = ledger.filter(|_| is_of_today).and_then(|ledger| {
        let budget = future_budget(organisation, vec![carried], ledger).ok()?;
        organisation.plan_years().into_iter().all(|year| budget.knows_file(year)).then_some(budget)
    });
    let prices = case.prices.as_ref().and_then(Repricing::factor).map_or(Decimal::ONE, Factor::value);
    let row = |unit: &str| {
        let lines = budget.as_ref().map(|budget| budget.lines.iter().filter(|line| *line.unit == *unit));
        let lines: Vec<&FutureLine> = lines.into_iter().flatten().collect();
        let year = organisation.budget_year.later(settled_from(&lines)).max(schedule.start);
        let of = FullYear { slot: usize::from(year.since(organisation.budget_year)), year, prices };
        let others: Vec<Value> = lines.iter().filter_map(|line| other(line, of)).collect();
        if others.is_empty() || lines.len() > MOST_LINES || !lines.iter().any(|line| line.stands_today) {
            return to_fill_in(unit, phased_in(case));
        }
        Value::mapping([
            ("ansvar", Value::text(unit)),
            ("fra", Value::text(format!("år {}", year.since(schedule.start).saturating_add(1)))),
            ("andre", Value::List(others)),
        ])
    };
    changed_units(case).into_iter().map(row).collect()
}

/// The units that something is taken out of, and no practice is written for.
fn changed_units(case: &Case) -> BTreeSet<&str> {
    let known: BTreeSet<&str> = case.new_practice.iter().map(|practice| practice.unit.as_str()).collect();
    let taken = case.benefits.iter().filter(|benefit| benefit.is_taken_out());
    let units = taken.flat_map(|benefit| &benefit.budget_lines).map(|line| line.unit.as_str());
    units.filter(|unit| !known.contains(unit)).collect()
}

/// The first plan year from which what happens to some lines is the same: what comes once, as training, is over, and
/// all that grows year by year has come.
fn settled_from(lines: &[&FutureLine]) -> u16 {
    let changes: Vec<[Kroner; 4]> = lines.iter().filter_map(|line| line.change().ok()).collect();
    let is_as_last = |slot: u16| changes.iter().all(|change| change.get(usize::from(slot)) == change.last());
    (0..4).rev().take_while(|slot| is_as_last(*slot)).last().unwrap_or(3)
}

/// The year of the case in which the last of its gains is phased in.
fn phased_in(case: &Case) -> u16 {
    let longest = case.benefits.iter().map(|benefit| benefit.phase_in.len()).max().unwrap_or(1).max(1);
    u16::try_from(longest).unwrap_or(u16::MAX)
}

/// The year that is written, and what a kroner of the case is worth in the prices of its lines.
#[derive(Clone, Copy)]
struct FullYear {
    slot: usize,
    year: Year,
    prices: Decimal,
}

/// A line as it becomes, with the årsverk behind it in its name. It is written to the øre: read again in the prices of
/// budsjettår, it is what was reckoned, to the krone.
fn other(line: &FutureLine, of: FullYear) -> Option<Value> {
    let FullYear { slot, year, prices } = of;
    let amount = line.future.get(slot)?.over(prices).ok()?.rounded(2);
    let mut entries = vec![
        ("art".to_owned(), Value::text(line.art.as_ref())),
        ("funksjon".to_owned(), Value::text(line.function.as_ref())),
        ("beløp".to_owned(), Value::text(format!("{} kr", plain(amount.value())))),
    ];
    let (today, then) =
        (line.fte_today.get(slot).copied().flatten(), line.fte_future(slot, year).ok().flatten());
    if let (Some(today), Some(then)) = (today, then)
        && today != then
    {
        let [then, today] = [then, today].map(|fte| plain(fte.value()));
        entries.push(("merknad".to_owned(), Value::text(format!("{then} årsverk, {today} i dag"))));
    }
    Some(Value::Mapping(entries))
}

fn to_fill_in(unit: &str, number: u16) -> Value {
    let position = text!(nb: "stillingen", nn: "stillinga", en: "the position");
    let fte = text!(nb: "hvor mange det blir", nn: "kor mange det blir", en: "how many there will be");
    let function = text!(nb: "KOSTRA-funksjonen", nn: "KOSTRA-funksjonen", en: "the KOSTRA function");
    let staff = Value::mapping([
        ("stilling", open(&position)),
        ("årsverk", open(&fte)),
        ("funksjon", open(&function)),
    ]);
    Value::mapping([
        ("ansvar", Value::text(unit)),
        ("fra", Value::text(format!("år {number}"))),
        ("bemanning", Value::List(vec![staff])),
    ])
}

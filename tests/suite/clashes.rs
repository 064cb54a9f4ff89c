//! Demands that cannot all hold: which, how much is missing, and what mends it.

use super::choice::{DUTY, Portfolio, case, choose, costing, decided, read};
use super::sample::decimal;
use a3::choose::{Clash, Conflict, Demand, Gap, Redone};
use a3::units::Decimal;
use proptest::prelude::*;

fn conflict(frames: &str, cases: &[(&str, String)]) -> Conflict {
    let chosen = choose(frames, cases);
    chosen.choice.conflict().unwrap_or_else(|| panic!("it holds: {:?}", chosen.choice.status)).clone()
}

/// The frames of a clash with what they lack, and whether that is enough.
fn rows(conflict: &Conflict) -> Vec<(u16, Option<Decimal>, bool)> {
    let row = |clash: &Clash| match &clash.demand {
        Demand::Frame(at) => Some((at.year.number(), clash.missing, clash.is_enough)),
        Demand::LockedIn(_)
        | Demand::LockedOut(_)
        | Demand::Duty { .. }
        | Demand::Requires(..)
        | Demand::Excludes(..) => None,
    };
    conflict.clashes.iter().filter_map(row).collect()
}

fn extended(conflict: &Conflict) -> Vec<(u16, Decimal)> {
    conflict.extension.iter().map(|gap| (gap.at.year.number(), gap.missing)).collect()
}

/// A case with investments in its first and second year.
fn two_years(first: i64, second: i64, more: &str) -> String {
    case(
        1,
        &format!(
            "oppstart: 2027\nkostnader: [{{navn: Utstyr, type: investering, beløp: [{first} kr, {second} kr], kilde: x}}]\n{more}"
        ),
    )
}

const LOCKED: &str = "prioritering: {låst: {a: {valg: inn}}}\n";

#[test]
fn one_frame_that_is_enough_alone_says_so_and_asks_for_no_more() {
    let conflict = conflict("rammer: {investering: {2027: 60 kr}}\n", &[("a", costing(1, 100, DUTY))]);
    assert_eq!(rows(&conflict), [(2027, Some(decimal("40")), true)]);
    assert_eq!(conflict.extension, []);
}

#[test]
fn two_years_that_a_lock_breaks_each_have_an_amount_and_neither_is_enough_alone() {
    let frames = format!("rammer: {{investering: {{2027: 60 kr, 2028: 10 kr, 2029: 5 kr}}}}\n{LOCKED}");
    let conflict = conflict(&frames, &[("a", two_years(100, 30, ""))]);
    assert_eq!(rows(&conflict), [(2027, Some(decimal("40")), false)]);
    assert_eq!(extended(&conflict), [(2027, decimal("40")), (2028, decimal("20"))]);
    let lock = conflict.clashes.last().unwrap();
    assert_eq!((&lock.demand, lock.is_enough), (&Demand::LockedIn("a".to_owned()), true));
}

#[test]
fn independent_breaks_name_one_smallest_set_and_all_frames_that_lack() {
    let frames = "rammer: {investering: {2027: 60 kr}, omstilling: {2027: 5 kr}}\n\
                  prioritering: {låst: {a: {valg: inn}, b: {valg: inn}}}\n";
    let other = costing(1, 12, "").replace("investering", "omstilling");
    let conflict = conflict(frames, &[("a", costing(1, 100, "")), ("b", other)]);
    assert_eq!(conflict.clashes.len(), 2, "{conflict:?}");
    assert!(rows(&conflict).iter().all(|(_, missing, is_enough)| missing.is_some() && !is_enough));
    assert!(conflict.clashes.iter().all(|clash| !clash.is_enough));
    assert_eq!(extended(&conflict), [(2027, decimal("40")), (2027, decimal("7"))]);
}

#[test]
fn a_clash_that_no_frame_is_part_of_asks_for_no_more_of_any() {
    let frames =
        "rammer: {investering: {2027: 60 kr}}\nprioritering: {låst: {a: {valg: inn}, b: {valg: inn}}}\n";
    let cases = [("a", costing(1, 100, "utelukker: [b]\n")), ("b", costing(1, 1, ""))];
    let conflict = conflict(frames, &cases);
    assert_eq!(conflict.extension, []);
}

#[test]
fn the_start_that_breaks_least_is_the_one_that_is_counted() {
    let frames = format!("rammer: {{investering: {{2027: 10 kr, 2028: 10 kr, 2029: 90 kr}}}}\n{LOCKED}");
    let conflict = conflict(&frames, &[("a", two_years(50, 40, "senest: 2028\n"))]);
    // From 2027 40 and 30 are missing; from 2028 only 40, in 2028.
    assert!(rows(&conflict).contains(&(2028, Some(decimal("40")), true)), "{conflict:?}");
}

#[test]
fn more_frames_than_are_weighed_together_are_all_counted() {
    let frames = format!(
        "rammer:\n  investering: {{2027: 1 kr, 2028: 2 kr}}\n  omstilling: {{2027: 3 kr, 2028: 4 kr}}\n  \
         endringskapasitet: {{Stab: {{2027: 0.1 årsverk, 2028: 0.2 årsverk}}}}\n{LOCKED}"
    );
    let text = two_years(10, 10, "kapasitet: [1 årsverk, 1 årsverk]\n").replace(
        "kilde: x}]\nkapasitet",
        "kilde: x}, {navn: Kurs, type: omstilling, beløp: [10 kr, 10 kr], kilde: x}]\nkapasitet",
    );
    let conflict = conflict(&frames, &[("a", text)]);
    let missing: Vec<Decimal> = conflict.extension.iter().map(|gap| gap.missing).collect();
    assert_eq!(missing, ["0.9", "0.8", "9", "8", "7", "6"].map(decimal));
}

#[test]
fn cases_that_nothing_asks_for_are_no_part_of_a_clash() {
    let frames = format!("rammer: {{investering: {{2027: 60 kr, 2028: 10 kr, 2029: 5 kr}}}}\n{LOCKED}");
    let alone = [("a", two_years(100, 30, "krever: [b]\n")), ("b", costing(1, 7, ""))];
    let ids: Vec<String> = (0..40).map(|n| format!("sak-{n}")).collect();
    let idle = ids.iter().map(|id| (id.as_str(), costing(20, 30, "senest: 2029\n")));
    let all: Vec<(&str, String)> = alone.iter().cloned().chain(idle).collect();
    assert_eq!(conflict(&frames, &all), conflict(&frames, &alone));
}

fn frames(money: &[i64], tenths: i64) -> String {
    let years = |unit: &str, amount: &dyn Fn(&i64) -> String| {
        let year = |(place, own): (usize, &i64)| format!("{}: {} {unit}", 2027 + place, amount(own));
        money.iter().enumerate().map(year).collect::<Vec<_>>().join(", ")
    };
    let investment = years("kr", &i64::to_string);
    let capacity = years("årsverk", &|_| Decimal::new(tenths, 1).to_string());
    format!(
        "rammer:\n  investering: {{{investment}}}\n  endringskapasitet: {{Stab: {{{capacity}}}}}\n\
         prioritering: {{låst: {{sak-0: {{valg: inn}}, sak-1: {{valg: inn}}}}}}\n"
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_is_missing_is_enough_where_it_says_so_and_no_less_is(
        drawn in prop::collection::vec((1_i64..90, 0_i64..90, 0_u8..9, 0_u16..3), 2..4),
        money in prop::collection::vec(0_i64..80, 3),
        tenths in 0_i64..12,
    ) {
        let cases: Vec<(String, String)> = drawn.iter().enumerate().map(|(n, (first, second, work, wait))| {
            let more = format!("senest: {}\nkapasitet: [0.{work} årsverk]\n", 2027 + wait);
            (format!("sak-{n}"), two_years(*first, *second, &more))
        }).collect();
        let cases: Vec<(&str, String)> = cases.iter().map(|(id, text)| (id.as_str(), text.clone())).collect();
        let appraised = read(&frames(&money, tenths), &cases);
        let portfolio = Portfolio::of(&appraised);
        let holds = |more: &[Gap]| match portfolio.placed(more) {
            Redone::Found { .. } => true,
            Redone::Impossible => false,
            Redone::Unknown => panic!("so small a list is always searched to its end"),
        };
        let Some(conflict) = portfolio.choice.conflict() else { return Ok(()) };
        let less = |gap: &Gap| Gap { missing: gap.missing.checked_sub(Decimal::new(1, 2)).unwrap(), ..gap.clone() };
        let mut is_mended = false;
        for clash in &conflict.clashes {
            let Demand::Frame(at) = &clash.demand else { continue };
            let gap = Gap { at: at.clone(), missing: clash.missing.unwrap() };
            prop_assert_eq!(holds(std::slice::from_ref(&gap)), clash.is_enough, "{:?}", gap);
            prop_assert!(!holds(&[less(&gap)]), "{:?}", gap);
            is_mended |= clash.is_enough;
        }
        prop_assert_eq!(conflict.extension.is_empty(), is_mended);
        if !is_mended {
            prop_assert!(holds(&conflict.extension), "{:?}", conflict.extension);
            for place in 0..conflict.extension.len() {
                let mut short = conflict.extension.clone();
                short[place] = less(&short[place]);
                prop_assert!(!holds(&short), "{:?}", short);
            }
        }
    }
}

#[test]
fn a_lock_that_is_not_all_that_keeps_a_case_out_is_not_enough_to_let_go_of() {
    let frames = "rammer: {investering: {2027: 100 kr}}\nprioritering: {låst: {m: {valg: ut}}}\n";
    let must = case(-1, &format!("oppstart: 2027\nutelukker: [d]\n{DUTY}"));
    let cases = [("d", case(1, &format!("oppstart: 2027\n{}", decided("nei")))), ("m", must)];
    let clashes = conflict(frames, &cases).clashes;
    let enough = |clash: &Clash| matches!(clash.demand, Demand::Duty { .. });
    assert!(clashes.iter().all(|clash| clash.is_enough == enough(clash)), "{clashes:?}");
    let free = [cases[0].clone(), ("m", case(-1, &format!("oppstart: 2027\n{DUTY}")))];
    assert!(conflict(frames, &free).clashes.iter().all(|clash| clash.is_enough), "the lock alone");
}

#[test]
fn a_case_that_is_locked_before_its_own_window_breaks_the_frame_of_that_year_whatever_else_is_let_go() {
    let frames = "rammer: {investering: {2027: 100 kr}}\n\
                  prioritering: {låst: {f: {valg: inn, oppstart: 2027}}}\n";
    let rejected = "vedtak: [{dato: 2026-01-10, beslutning: avvist}]\n";
    let late = costing(300, 500, "krever: [e]\n").replace("oppstart: 2027", "oppstart: 2028");
    let cases = [("e", case(100, &format!("oppstart: 2027\n{rejected}"))), ("f", late)];
    let clashes = conflict(frames, &cases).clashes;
    let is_lock = |clash: &Clash| matches!(clash.demand, Demand::LockedIn(_));
    assert!(clashes.iter().all(|clash| clash.is_enough == is_lock(clash)), "{clashes:?}");
}

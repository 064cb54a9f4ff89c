//! The search against every choice there is.

use super::duties::Duties;
use super::{Effort, Patience, Prior, Solved, UNKNOWN, solve, solve_near};
use crate::problem::{Item, Picks, Problem, Start, Worth};
use proptest::prelude::{Strategy, any, prop, prop_assert, prop_assert_eq, proptest};
use proptest::test_runner::{Config, TestCaseError};
use std::cmp::Ordering;

const EFFORT: Effort = Effort::of(100_000);

/// Every choice there is, weighed exactly; the best.
fn by_hand(problem: &Problem) -> Option<(Picks, Worth)> {
    let mut best: Option<(Picks, Worth)> = None;
    let mut weigh = |picks: &Picks| {
        let Some(worth) = problem.worth(picks) else { return };
        let better = |(_, best): &(Picks, Worth)| worth.compare(best) == Ordering::Less;
        if best.as_ref().is_none_or(better) {
            best = Some((picks.clone(), worth));
        }
    };
    let ways: Vec<usize> = problem.items.iter().map(|item| item.starts.len() + 1).collect();
    for number in 0..ways.iter().product() {
        let mut rest: usize = number;
        let digits = ways.iter().map(|ways| {
            let digit = rest % ways;
            rest /= ways;
            digit.checked_sub(1)
        });
        weigh(&digits.collect());
    }
    best
}

fn small(range: std::ops::RangeInclusive<i64>) -> impl Strategy<Value = i128> {
    range.prop_map(|number| i128::from(number) * 100_000_000)
}

/// An item with starts from 2027 on; small whole figures, so that ties are many.
fn item(rows: usize) -> impl Strategy<Value = Item> {
    let start =
        (small(-2..=5), prop::collection::vec(small(0..=4), rows), prop::array::uniform4(small(-1..=3)));
    (prop::collection::vec(start, 0..=3), prop::bool::weighted(0.08)).prop_map(|(starts, locked_in)| {
        let starts = starts.into_iter().zip(0_u16..).map(|((value, uses, savings), delay)| Start {
            year: 2027 + delay,
            delay,
            value,
            uses: uses.into_iter().enumerate().filter(|(_, amount)| *amount != 0).collect(),
            savings,
        });
        Item { starts: starts.collect(), locked_in }
    })
}

fn problem() -> impl Strategy<Value = Problem> {
    (1_usize..=6, 0_usize..=4).prop_flat_map(|(items, rows)| {
        // Another case than the first, counted on from it; with one case, itself: that rules it out.
        let apart = (0..items, 1..items.max(2)).prop_map(move |(one, on)| (one, (one + on) % items));
        (
            prop::collection::vec(item(rows), items),
            prop::collection::vec(small(-1..=9), rows),
            prop::collection::vec(apart.clone(), 0..=2),
            // Four: enough for three that all exclude each other.
            prop::collection::vec(apart, 0..=4),
            prop::collection::vec(prop::collection::btree_set(0..items, 1..=items.min(3)), 0..=2),
            prop::array::uniform4(prop::option::weighted(0.3, small(0..=6))),
            any::<bool>(),
        )
            .prop_map(|(items, limits, requires, excludes, groups, demands, twins)| {
                let mut items = items;
                if twins && items.len() > 1 {
                    items[1] = items[0].clone();
                }
                let groups = groups.into_iter().map(|group| group.into_iter().collect()).collect();
                Problem { items, limits, requires, excludes, groups, demands, ..Problem::default() }
            })
    })
}

/// What is chosen is the best of all choices, proven; nothing where nothing holds.
fn is_the_best(problem: &Problem) -> Result<(), TestCaseError> {
    match (solve(problem, EFFORT), by_hand(problem)) {
        (Solved::Impossible, expected) => prop_assert_eq!(None, expected),
        (Solved::Found { picks, worth, gap }, expected) => {
            prop_assert_eq!(Some((picks, worth)), expected);
            prop_assert_eq!(gap, 0);
        }
        (Solved::Unknown, _) => panic!("a hundred thousand nodes are enough for six cases"),
    }
    Ok(())
}

proptest! {
    #![proptest_config(Config { cases: 1200, ..Config::default() })]

    #[test]
    fn the_choice_is_the_best_of_all_choices(problem in problem()) {
        is_the_best(&problem)?;
    }
}

/// Cases enough that a search takes some nodes, in frames of about half of what they use.
fn larger() -> impl Strategy<Value = Problem> {
    let start = |rows| (small(1..=40), prop::collection::vec(small(1..=20), rows));
    (8_usize..=16, 2_usize..=4).prop_flat_map(move |(items, rows)| {
        let starts = prop::collection::vec(start(rows), 1..=2);
        let limits = prop::collection::vec(small(3..=8), rows);
        (prop::collection::vec(starts, items), limits).prop_map(move |(items, limits)| Problem {
            limits: limits.into_iter().map(|part| part * i128::try_from(items.len()).unwrap()).collect(),
            items: items
                .into_iter()
                .map(|starts| Item {
                    starts: starts.into_iter().zip(2027..).map(of).collect(),
                    locked_in: false,
                })
                .collect(),
            ..Problem::default()
        })
    })
}

fn of(((value, uses), year): ((i128, Vec<i128>), u16)) -> Start {
    Start { year, value, uses: uses.into_iter().enumerate().collect(), ..Start::default() }
}

proptest! {
    #![proptest_config(Config { cases: 400, ..Config::default() })]

    #[test]
    fn a_search_with_few_nodes_never_claims_more_than_it_has_proven(problem in larger(), nodes in 1_u64..60) {
        let Solved::Found { worth: best, gap: 0, .. } = solve(&problem, EFFORT) else { panic!("proven") };
        match solve(&problem, Effort::of(nodes)) {
            // Ties of the value may be left unsettled.
            Solved::Found { worth, gap: 0, .. } => prop_assert_eq!(worth.value, best.value),
            Solved::Found { worth, gap, .. } => prop_assert!(worth.value + gap >= best.value),
            Solved::Unknown => {}
            Solved::Impossible => panic!("nothing in is a choice"),
        }
    }

    #[test]
    fn a_short_search_with_duties_and_demands_claims_no_more_either(problem in problem(), nodes in 1_u64..12) {
        // The goals that are proven; a tie of all three may be left unsettled.
        let goals = |worth: &Worth| (worth.delay, worth.shortfall, worth.value);
        match (solve(&problem, Effort::of(nodes)), by_hand(&problem)) {
            (Solved::Found { worth, gap: 0, .. }, Some((_, best))) => prop_assert_eq!(goals(&worth), goals(&best)),
            (Solved::Found { worth, gap, .. }, Some((_, best))) if gap < UNKNOWN => {
                prop_assert_eq!((worth.delay, worth.shortfall), (best.delay, best.shortfall));
                prop_assert!(worth.value + gap >= best.value);
            }
            (Solved::Found { .. }, best) => prop_assert!(best.is_some()),
            (Solved::Impossible, best) => prop_assert_eq!(None, best),
            (Solved::Unknown, _) => {}
        }
    }

    #[test]
    fn a_known_choice_changes_nothing_but_the_time(
        problem in problem(),
        picks in prop::collection::vec(prop::option::of(0_usize..4), 0..8),
    ) {
        let found = |solved| match solved {
            Solved::Found { picks, worth, gap } => Some((picks, worth, gap)),
            Solved::Impossible => None,
            Solved::Unknown => panic!("a hundred thousand nodes are enough for six cases"),
        };
        let known = Prior::of(picks);
        prop_assert_eq!(found(solve_near(&problem, EFFORT, &known)), found(solve(&problem, EFFORT)));
    }
}

#[test]
fn a_search_that_is_stopped_says_how_far_it_may_be_from_the_best() {
    static ENOUGH: std::sync::atomic::AtomicBool = std::sync::atomic::AtomicBool::new(true);
    let start =
        |value: i128, amount: i128| Start { year: 2027, value, uses: vec![(0, amount)], ..Start::default() };
    // Items that are all worth what they use, so that nothing is decided before anything is branched on.
    let items = (0..12).map(|item| Item {
        starts: vec![start(10_i128.pow(9) + item, 10_i128.pow(9) + 7 * item)],
        locked_in: false,
    });
    let problem = Problem { items: items.collect(), limits: vec![55 * 10_i128.pow(8)], ..Problem::default() };
    let stopped = solve(&problem, Effort { stop: Some(super::Stop::when(&ENOUGH)), ..Effort::of(1000) });
    let whole = solve(&problem, EFFORT);
    let Solved::Found { worth: best, gap: 0, .. } = whole else { panic!("{whole:?}") };
    match stopped {
        Solved::Found { worth, gap, .. } => assert!(worth.value + gap >= best.value),
        Solved::Unknown => {}
        Solved::Impossible => panic!("there is a choice"),
    }
}

#[test]
fn duties_that_must_share_tight_frames_are_all_met_though_the_search_is_short() {
    // Ten duties, each met by two cases, in three frames with room for little more than one case each.
    let use_of =
        |item: usize, row: usize| i128::try_from(3 + (item * 7 + row * 5) % 11).unwrap() * 10_i128.pow(8);
    let start = |item: usize, year: u16| Start {
        year,
        delay: year - 2027,
        value: i128::try_from(item * 13 % 17).unwrap() * 10_i128.pow(9),
        uses: (0..3).map(|row| ((row + usize::from(year - 2027)) % 6, use_of(item, row))).collect(),
        ..Start::default()
    };
    let items = (0..20)
        .map(|item| Item { starts: (2027..2031).map(|year| start(item, year)).collect(), locked_in: false });
    let problem = Problem {
        items: items.collect(),
        limits: vec![40 * 10_i128.pow(8); 6],
        groups: (0..10).map(|group| vec![group, 19 - group]).collect(),
        ..Problem::default()
    };
    let Solved::Found { picks, worth, gap } = solve(&problem, Effort::of(60)) else {
        panic!("a choice holds")
    };
    assert_eq!(problem.worth(&picks), Some(worth));
    assert_eq!(gap, UNKNOWN, "so few nodes do not rule out that less is delayed");
}

/// Problems where more is asked for: several must-groups a case, starts that come late, room given back.
fn with_duties() -> impl Strategy<Value = Problem> {
    problem().prop_flat_map(|problem| {
        let items = problem.items.len();
        let groups = prop::collection::vec(prop::collection::btree_set(0..items, 1..=items.min(3)), 1..=4);
        let late = prop::collection::vec(0_u16..=2, items);
        let back = prop::collection::vec(prop::bool::weighted(0.15), items);
        (groups, late, back).prop_map(move |(groups, late, back)| {
            let mut problem = problem.clone();
            problem.groups = groups.into_iter().map(|group| group.into_iter().collect()).collect();
            for ((item, late), back) in problem.items.iter_mut().zip(late).zip(back) {
                for start in &mut item.starts {
                    start.delay += late;
                    start.uses.iter_mut().take(1).filter(|_| back).for_each(|(_, used)| *used = -*used);
                }
            }
            problem
        })
    })
}

/// The least delay there is.
fn least_delay(problem: &Problem) -> Option<u64> {
    by_hand(problem).map(|(_, worth)| worth.delay)
}

proptest! {
    #![proptest_config(Config { cases: 1200, ..Config::default() })]

    #[test]
    fn the_least_delay_is_found_over_the_duties_alone(problem in with_duties()) {
        let duties = Duties::of(&problem).expect("few enough ways");
        match duties.soonest(&mut EFFORT.clone()) {
            Solved::Impossible => prop_assert_eq!(None, least_delay(&problem)),
            Solved::Found { picks, worth, gap } => {
                prop_assert_eq!((Some(worth.delay), gap), (least_delay(&problem), 0));
                prop_assert_eq!(Some(worth), problem.worth(&picks));
            }
            Solved::Unknown => panic!("a hundred thousand nodes are enough for six cases"),
        }
    }

    #[test]
    fn the_choice_is_the_best_of_all_also_where_much_is_asked_for(problem in with_duties()) {
        is_the_best(&problem)?;
    }
}

#[test]
fn duties_with_more_ways_than_can_be_weighed_are_left_to_the_search() {
    let start = |year: u16| Start { year, delay: year - 2027, ..Start::default() };
    let item = Item { starts: (2027..2047).map(start).collect(), locked_in: false };
    // Four groups of five cases that share one of them: 81⁴ ways.
    let groups = (0..4).map(|group| std::iter::once(0).chain(1 + group * 4..5 + group * 4).collect());
    let problem = Problem { items: vec![item; 17], groups: groups.collect(), ..Problem::default() };
    assert!(Duties::of(&problem).is_none());
    let Solved::Found { worth, gap, .. } = solve(&problem, EFFORT) else { panic!("one case meets all") };
    assert_eq!((worth.delay, worth.chosen.len(), gap), (0, 1, 0));
}

#[test]
fn a_chain_that_requires_what_cannot_be_is_let_go_at_once() {
    let start = Start { year: 2027, value: 1, ..Start::default() };
    let item = |starts: &[Start]| Item { starts: starts.to_vec(), locked_in: false };
    let mut items = vec![item(&[])];
    items.extend((0..2_000).map(|_| item(core::slice::from_ref(&start))));
    let last = items.len() - 1;
    // The last requires nothing, each of the others the one before it.
    let requires = (1..last).map(|place| (place, place - 1)).collect();
    let problem = Problem { items, requires, ..Problem::default() };
    assert_eq!(problem.possible().items.iter().filter(|item| !item.starts.is_empty()).count(), 1);
    assert!(problem.possible().requires.is_empty());
    let Solved::Found { worth, gap, .. } = solve(&problem, EFFORT) else { panic!("something holds") };
    assert_eq!((worth.chosen, gap), (vec![(last, 2027)], 0));
}

/// Problems in which some cases require each other, all the way round.
fn with_rings() -> impl Strategy<Value = Problem> {
    (problem(), prop::collection::vec(prop::collection::btree_set(0_usize..6, 2..=4), 1..=2)).prop_map(
        |(mut problem, rings)| {
            for ring in rings {
                let ring: Vec<usize> = ring.into_iter().filter(|item| *item < problem.items.len()).collect();
                let next = ring.iter().cycle().skip(1);
                problem.requires.extend(ring.iter().copied().zip(next.copied()));
            }
            problem
        },
    )
}

proptest! {
    #![proptest_config(Config { cases: 600, ..Config::default() })]

    #[test]
    fn the_choice_is_the_best_of_all_also_where_cases_require_each_other(problem in with_rings()) {
        is_the_best(&problem)?;
    }
}

#[test]
fn a_ring_of_five_hundred_is_taken_as_one() {
    let start = |item: usize, year: u16| Start {
        year,
        delay: year - 2027,
        value: i128::try_from(item).unwrap() + 10_i128.pow(9),
        uses: vec![(usize::from(year - 2027), 10_i128.pow(7)), (3, 10_i128.pow(8))],
        ..Start::default()
    };
    let item = |item| Item { starts: (2027..2030).map(|year| start(item, year)).collect(), locked_in: false };
    let problem = Problem {
        items: (0..520).map(item).collect(),
        // Room for all of the ring in the third year alone, and for ten more.
        limits: vec![49 * 10_i128.pow(8), 49 * 10_i128.pow(8), 50 * 10_i128.pow(8), 510 * 10_i128.pow(8)],
        requires: (0..500).map(|item| (item, (item + 1) % 500)).collect(),
        ..Problem::default()
    };
    let Solved::Found { worth, gap: 0, .. } = solve(&problem, Effort::of(10)) else {
        panic!("a few nodes are enough")
    };
    let in_ring = worth.chosen.iter().filter(|(item, year)| *item < 500 && *year == 2029).count();
    assert_eq!((in_ring, worth.chosen.len()), (500, 510));
}

/// Many cases in few frames that are tight, each frame of its own year; figures that are spread and always the same.
pub(super) fn crowded(seed: u64, delayed: u16) -> Problem {
    let mut state = seed;
    let mut below = move |most: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % most
    };
    let mut item = |place: usize| {
        let (value, uses) = (1_000 + below(9_000), [below(90) + 10, below(90) + 10]);
        let start = |delay: u16| Start {
            year: 2027 + delay,
            delay,
            value: i128::from(value) * 10_i128.pow(8) * (10 - i128::from(delay)) / 10,
            uses: (0..2)
                .map(|row| (usize::from(delay) + 2 * row + 4 * (place % 3), i128::from(uses[row])))
                .collect(),
            ..Start::default()
        };
        Item { starts: (0..2).map(start).collect(), locked_in: false }
    };
    let items: Vec<Item> = (0..90).map(&mut item).collect();
    let mut limits: Vec<i128> = (0..12).map(|_| i128::from(250 + below(200))).collect();
    // Where there is no room in the first year, what must be done is delayed.
    limits[0] = if delayed > 0 { 5 } else { limits[0] };
    let groups = if delayed > 0 { vec![vec![0]] } else { Vec::new() };
    Problem { items, limits, groups, ..Problem::default() }
}

#[test]
fn two_that_exclude_the_same_two_may_be_in_together() {
    let items =
        (1..=4).map(|value| Item { starts: vec![of(((value, vec![]), 0))], locked_in: false }).collect();
    let excludes = vec![(0, 1), (0, 2), (0, 3), (1, 2), (1, 3)];
    let problem = Problem { items, excludes, ..Problem::default() };
    let Solved::Found { picks, gap: 0, .. } = solve(&problem, Effort::of(100)) else { panic!("proven") };
    assert_eq!(picks, [None, None, Some(0), Some(0)]);
}

#[test]
fn sixty_that_all_exclude_each_other_are_one_choice() {
    let items: Vec<Item> =
        (0..60).map(|value| Item { starts: vec![of(((value, vec![]), 0))], locked_in: false }).collect();
    let excludes = (0..60).flat_map(|one| (one + 1..60).map(move |other| (one, other))).collect();
    let solved = solve(&Problem { items, excludes, ..Problem::default() }, Effort::of(3));
    let Solved::Found { picks, gap: 0, .. } = solved else { panic!("proven at once: {solved:?}") };
    assert_eq!(picks.iter().rposition(Option::is_some), Some(59), "the one that is worth most");
    assert_eq!(picks.iter().flatten().count(), 1);
}

#[test]
fn a_long_search_is_never_worse_than_a_short_one_and_both_stay_within_what_they_claim() {
    for (seed, delayed) in [(1, 0), (3, 1)] {
        let problem = crowded(seed, delayed);
        let long = Effort { patience: Patience::Gain, ..Effort::of(20_000) };
        let (Solved::Found { worth: short, gap: near, .. }, Solved::Found { worth: long, gap, .. }) =
            (solve(&problem, Effort::of(500)), solve(&problem, long))
        else {
            panic!("something holds")
        };
        assert_eq!((short.delay, long.delay), (u64::from(delayed), u64::from(delayed)));
        assert!(gap < near, "the short one is not proven, and the long one knows more: {seed} {gap} {near}");
        assert!(short.value <= long.value && long.value <= short.value + near, "{seed}");
    }
}

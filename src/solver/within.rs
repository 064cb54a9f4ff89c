//! What a search is made of, a part at a time.

use super::tests::crowded;
use crate::hunt::{Hunt, likeliest};
use crate::model::Aim;
use crate::model::Tableau;
use crate::near::Near;
use crate::pool::Pool;
use crate::program::Program;
use crate::record::Record;
use crate::rows::Left;
use crate::simplex::Ended;
use crate::{AT_ONCE, Effort, Patience, Problem, Solved, solve};

/// A search of a problem that has not begun.
fn with_hunt(problem: &Problem, effort: Effort, look: impl FnOnce(Hunt<'_>)) {
    with_hunt_for(problem, AT_ONCE, effort, look);
}

fn with_hunt_for(problem: &Problem, goal: Aim, effort: Effort, look: impl FnOnce(Hunt<'_>)) {
    let model = Tableau::new(problem, goal);
    let near = Near::new(&model, 1e-3);
    let record = Record::new(problem, &model, near.margin);
    look(Hunt::new(&model, &near, record, effort));
}

#[test]
fn parts_that_are_changed_better_a_choice_that_is_far_from_the_best() {
    with_hunt(&crowded(1, 0), Effort::of(20_000), |mut hunt| {
        let root = hunt.root().unwrap();
        // The best so far is forgotten: nothing is chosen.
        hunt.record.best = None;
        hunt.record.offer(&vec![0; hunt.model.merit.len()]);
        let before = hunt.record.merit();
        hunt.change_parts(&root);
        assert!(hunt.record.merit() > before, "{before}");
    });
}

#[test]
fn the_best_between_good_choices_is_found_where_each_is_far_from_it() {
    let problem = crowded(1, 0);
    let Solved::Found { picks, gap: 0, .. } = solve(&problem, Effort::of(200_000)) else { panic!("proven") };
    with_hunt(&problem, Effort::of(20_000), |mut hunt| {
        hunt.root = hunt.root();
        let best = hunt.record.options(&picks);
        // Half of the best choice each, and nothing else.
        let half = |odd: usize| -> Vec<usize> {
            let of = |(place, option): (usize, &usize)| if place % 2 == odd { *option } else { 0 };
            best.iter().enumerate().map(of).collect()
        };
        (hunt.record.best, hunt.pool) = (None, Pool::empty());
        for choice in [half(0), half(1)] {
            let merit = hunt.record.offer(&choice).unwrap();
            hunt.pool.keep(choice, merit);
        }
        hunt.recombine();
        assert_eq!(hunt.record.best.unwrap().picks, picks);
    });
}

#[test]
fn a_search_ends_where_little_is_left_also_between_two_looks_at_its_progress() {
    let patient = Effort { patience: Patience::Gain, ..Effort::of(200_000) };
    for (little, ends) in [(0.99e-3, true), (1.01e-3, false)] {
        with_hunt(&crowded(1, 0), patient, |mut hunt| {
            let _root = hunt.root().unwrap();
            let merit = hunt.record.merit();
            hunt.open = 2.0 * merit;
            hunt.spend(90_000);
            hunt.weigh(&[]);
            assert!(!hunt.is_spent(), "half is left");
            hunt.open = merit * (1.0 + little);
            hunt.spend(1_000);
            hunt.weigh(&[]);
            assert_eq!(hunt.is_spent(), ends, "{little}");
        });
    }
}

#[test]
fn a_search_that_has_found_nothing_is_not_told_that_little_is_left() {
    let patient = Effort { patience: Patience::Gain, ..Effort::of(200_000) };
    with_hunt(&crowded(1, 0), patient, |mut hunt| {
        // Something waits, and nobody knows how much it gives more than nothing.
        hunt.open = 1e6;
        hunt.spend(150_000);
        hunt.weigh(&[]);
        assert!(!hunt.is_spent(), "what is not known is not little");
    });
}

#[test]
fn no_option_that_is_struck_is_branched_on_whatever_became_of_the_shares() {
    let shares = vec![vec![0.0, -0.1, -0.2], vec![0.0, f64::NAN, 0.0], vec![0.3, 0.4, 0.3]];
    assert_eq!(likeliest(&shares, &[0b110, 0b010, 0b111]), [1, 1, 1]);
    assert_eq!(likeliest(&shares, &[0b100, 0b100, 0b101]), [2, 2, 0]);
}

#[test]
fn a_program_that_cannot_show_that_nothing_holds_is_made_anew() {
    with_hunt(&crowded(1, 0), Effort::of(20_000), |mut hunt| {
        let mut root = hunt.root().unwrap();
        let mut full = hunt.rows.clone();
        full.all.iter_mut().for_each(|row| row.limit = -100.0);
        let left = Left { merit: &hunt.model.merit, rows: &full, allowed: &root.allowed };
        // A program in which nothing holds, of other rows than there are.
        root.program = Program::of(&left);
        assert!(matches!(root.program.solve(&left, 1_000), Ended::Broken(_)));
        assert!(hunt.solve(&mut root).is_some());
        assert_eq!(root.program.solve(&hunt.left_of(&root.allowed), 0), Ended::Highest);
    });
}

#[test]
fn a_program_that_bounds_something_else_than_what_is_had_in_it_is_made_anew() {
    with_hunt(&crowded(1, 0), Effort::of(20_000), |mut hunt| {
        let mut root = hunt.root().unwrap();
        let bound = hunt.solve(&mut root).unwrap().bound;
        let mut wide = hunt.rows.clone();
        wide.all.iter_mut().for_each(|row| row.limit += 0.5);
        let left = Left { merit: &hunt.model.merit, rows: &wide, allowed: &root.allowed };
        // As if small figures had led it astray: what is had in it breaks the rows there are.
        root.program = Program::of(&left);
        assert_eq!(root.program.solve(&left, 1_000), Ended::Highest);
        let wrong = hunt.bounded(&root.program, &root.allowed).bound;
        let mended = hunt.solve(&mut root).unwrap().bound;
        assert!(wrong > bound + 1.0 && (mended - bound).abs() < 1e-3, "{wrong} {mended} {bound}");
    });
}

#[test]
fn a_program_is_made_from_its_basis_with_a_pivot_for_each_that_is_basic() {
    let mut basic = 0;
    for seed in 0..12 {
        with_hunt(&crowded(seed, 0), Effort::of(20_000), |mut hunt| {
            let Some(mut node) = hunt.root() else { return };
            for _ in 0..4 {
                let Some(held) = hunt.widest(&node) else { break };
                let before = node.allowed.clone();
                node.allowed[held.item] = held.allowed;
                node.program.follow(&before, &node.allowed);
                if hunt.solve(&mut node).is_none() {
                    break;
                }
                let left = hunt.left_of(&node.allowed);
                let mut again = Program::from(&node.program.basis(&node.allowed), &left);
                let made = again.pivots();
                basic += made;
                assert_eq!(again.solve(&left, 1_000), Ended::Highest);
                assert!(again.pivots() <= made + 2, "{seed}: {made}, then {}", again.pivots());
                let (was, is) = (node.program.worth(&left), again.worth(&left));
                assert!((was - is).abs() < 1e-6 * was.abs(), "{seed}: {was} {is}");
            }
        });
    }
    assert!(basic > 100, "{basic}");
}

#[test]
fn what_is_only_of_use_at_once_is_impossible_where_it_must_be_delayed_also_in_a_ring() {
    let delayed = crowded(3, 1);
    let ring = Problem { requires: vec![(1, 2), (2, 1)], ..delayed.clone() };
    for problem in [delayed, ring] {
        let Solved::Found { worth, .. } = solve(&problem, Effort::of(200)) else { panic!("something holds") };
        assert_eq!(worth.delay, 1);
        let at_once = Problem { at_once: true, ..problem };
        assert_eq!(solve(&at_once, Effort::of(200)), Solved::Impossible);
    }
}

#[test]
fn a_program_that_seeks_the_least_shortfall_comes_to_an_end_though_most_gains_are_alike() {
    for seed in 0..40 {
        let mut problem = crowded(seed, 0);
        for (place, item) in problem.items.iter_mut().enumerate() {
            let saved = |year: usize| i128::try_from(place * 7 % 11 * (year + 1)).unwrap() * 10_i128.pow(13);
            item.starts.iter_mut().for_each(|start| start.savings = [saved(0), saved(1), saved(2), saved(3)]);
        }
        for reached in [30, 60, 90, 120] {
            let demand = i128::from(reached) * 10_i128.pow(14);
            problem.demands = [Some(demand), Some(demand * 2), Some(demand * 3), Some(demand * 4)];
            with_hunt_for(&problem, Aim::Shortfall { delay: 0 }, Effort::of(20), |hunt| {
                let allowed = hunt.model.allowed.clone();
                let left = hunt.left_of(&allowed);
                let mut program = Program::of(&left);
                assert_eq!(program.solve(&left, 1_000), Ended::Highest, "{seed} {reached}");
            });
        }
    }
}

#[test]
fn cuts_below_the_root_hold_for_all_that_is_left_at_it_and_lower_the_bound() {
    let problem = crowded(1, 0);
    let Solved::Found { picks, gap: 0, .. } = solve(&problem, Effort::of(200_000)) else { panic!("proven") };
    with_hunt(&problem, Effort::of(20_000), |mut hunt| {
        let mut node = hunt.root().unwrap();
        hunt.root = Some(node.clone());
        let (known, best) = (hunt.rows.all.len(), hunt.record.options(&picks));
        for _ in 0..6 {
            let held = hunt.widest(&node).unwrap();
            let before = node.allowed.clone();
            node.allowed[held.item] = held.allowed;
            node.program.follow(&before, &node.allowed);
            hunt.solve(&mut node).unwrap();
            let bound = hunt.bounded(&node.program, &node.allowed).bound;
            let Some(cut) = hunt.cut(node) else { break };
            node = cut;
            assert!(node.bound <= bound, "{} {bound}", node.bound);
        }
        assert!(hunt.rows.all.len() > known, "cuts are found");
        for cut in &hunt.rows.all[known..] {
            let used: f64 = cut.entries.iter().map(|term| term.uses[best[term.item]]).sum();
            assert!(used <= cut.limit, "the best choice keeps {cut:?}");
        }
    });
}

#[test]
fn what_is_looked_at_first_is_where_the_bound_is_highest() {
    let problem = crowded(1, 0);
    let Solved::Found { picks, gap: 0, .. } = solve(&problem, Effort::of(200_000)) else { panic!("proven") };
    with_hunt(&problem, Effort::of(20_000), |mut hunt| {
        let root = hunt.root().unwrap();
        hunt.record.offer(&hunt.record.options(&picks));
        let bound = root.bound;
        hunt.explore(root, 60);
        // Nothing that was given up after a few nodes is as high as where it began.
        assert!(hunt.open < bound, "{} {bound}", hunt.open);
    });
}

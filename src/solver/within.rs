//! What a search is made of, a part at a time.

use super::tests::crowded;
use crate::hunt::{Hunt, likeliest};
use crate::model::Tableau;
use crate::near::Near;
use crate::program::Program;
use crate::record::Record;
use crate::rows::Left;
use crate::simplex::Ended;
use crate::{AT_ONCE, Effort, Patience, Problem, Solved, solve};

/// A search of a problem that has not begun.
fn with_hunt(problem: &Problem, effort: Effort, look: impl FnOnce(Hunt<'_>)) {
    let model = Tableau::new(problem, AT_ONCE);
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

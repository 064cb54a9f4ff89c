//! Published problems with known optima, as portfolios of one start each.

use super::sample::decimal;
use a3::choose::{Effort, Item, Problem, Solved, Start, solve};

const KNAPSACKS: &str = include_str!("../reference/knapsacks.csv");

/// Parts of 10⁻⁸.
fn parts(text: &str) -> i128 {
    i128::try_from(decimal(text) * decimal("100000000")).unwrap()
}

fn all(text: &str) -> Vec<i128> {
    text.split_whitespace().map(parts).collect()
}

fn problem(values: &str, limits: &str, uses: &str) -> Problem {
    let rows: Vec<Vec<i128>> = uses.split('/').map(all).collect();
    let items = all(values).into_iter().enumerate().map(|(item, value)| {
        let uses = rows.iter().enumerate().map(|(row, uses)| (row, uses[item]));
        let uses = uses.filter(|(_, amount)| *amount != 0).collect();
        Item { starts: vec![Start { year: 2027, value, uses, ..Start::default() }], locked_in: false }
    });
    Problem { items: items.collect(), limits: all(limits), ..Problem::default() }
}

#[test]
fn published_optima_are_reached_and_proven() {
    let lines: Vec<&str> = KNAPSACKS.lines().filter(|line| !line.starts_with('#')).skip(1).collect();
    assert_eq!(lines.len(), 11);
    for line in lines {
        let columns: Vec<&str> = line.split(',').collect();
        let [name, optimum, values, limits, uses] = columns[..] else { panic!("{line}") };
        let problem = problem(values, limits, uses);
        let Solved::Found { picks, worth, gap } = solve(&problem, Effort::of(100_000)) else {
            panic!("{name} has a choice")
        };
        assert_eq!((worth.value, gap), (parts(optimum), 0), "{name}");
        let used = problem.used(&picks);
        assert!(used.iter().zip(&problem.limits).all(|(used, limit)| used <= limit), "{name}");
    }
}

/// Three of five at least, and two of them not both: an added row of −1 each, and utelukker.
#[test]
fn at_least_three_of_five_and_not_both_of_two() {
    let mut problem = problem("15 10 20 7 20", "100 -3", "30 25 40 15 50 / -1 -1 -1 -1 -1");
    problem.excludes.push((2, 4));
    let Solved::Found { picks, worth, .. } = solve(&problem, Effort::of(100_000)) else {
        panic!("there is a choice")
    };
    assert_eq!(worth.value, parts("45"));
    assert_eq!(picks, [Some(0), Some(0), Some(0), None, None]);
}
